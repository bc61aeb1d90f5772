// The decoded text of a scalar, as the later rooms may have it: without control characters.
#pragma once

#include <string>

#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::front_matter {

/// Turns control characters, which only escapes such as \u0000 can have made, into spaces, and warns of them at
/// `place`.
[[nodiscard]] std::string settle_text(std::string decoded, text::Span place, text::Diagnostics& diagnostics);

}  // namespace pressmark::front_matter
