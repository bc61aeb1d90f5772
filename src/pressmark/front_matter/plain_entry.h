// The entries that nearly all front matter consists of, read without yaml-cpp: a plain name, a colon, and plain words on
// the same line or a map of such entries below. What they mean is beyond doubt; all else is left to yaml-cpp, which takes
// some 20 µs for each entry where this takes less than one.
#pragma once

#include <optional>

#include "pressmark/front_matter/metadata.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::front_matter {

/// The entry that some whole lines hold, as yaml-cpp would read it, or nothing where they hold anything that is not
/// plain. `depth`: of the map that it belongs to, from 1.
[[nodiscard]] std::optional<Entry> read_plain_entry(const text::Source& source, text::Span lines, int depth,
                                                    text::Diagnostics& diagnostics);

}  // namespace pressmark::front_matter
