// What a conversion from another program leaves in a text: it stays what CommonMark says, and the author is told.
#pragma once

#include "pressmark/markdown/document.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

/// Reports, with a fix, once for each block or run of blocks:
///   markdown-garbled-characters   UTF-8 that was read as Windows-1252: "â€™" for an apostrophe
///   markdown-invisible-characters soft hyphens and zero-width characters
///   markdown-direction-override   characters that turn the order of letters around
///   markdown-hard-spaces          several non-breaking spaces in a row, or nothing but them
///   markdown-double-space         two spaces between words in the midst of a sentence
///   markdown-bullet-lines         lines that begin with a bullet character instead of a hyphen
///   markdown-flat-table           lines of cells with tabs between them
///   markdown-bold-heading         a short paragraph in bold above others, which is meant as a heading
void check_conversion(const Document& document, const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace pressmark::markdown
