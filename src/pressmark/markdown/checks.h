// What a press officer should be told about the Markdown itself.
#pragma once

#include "pressmark/markdown/document.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

/// Links and images whose address may not be used: "markdown-unsafe-url".
void check_links(const Document& document, text::Diagnostics& diagnostics);

/// Paragraphs that begin with an escaped list marker, such as "\- words": "markdown-escaped-list", once for a run of
/// them, with a fix that makes them a list.
void check_escaped_lists(const Document& document, const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace pressmark::markdown
