// What a press officer should be told about the Markdown itself.
#pragma once

#include "pressmark/markdown/document.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

/// Addresses that may not be used, escaped list markers, lines that are nearly directives, and what a conversion from
/// another program leaves behind.
void check(const Document& document, const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace pressmark::markdown
