// The keys of one map, whichever language it was written in: each once, and none that means something to JavaScript.
#pragma once

#include <string_view>
#include <vector>

#include "pressmark/front_matter/metadata.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::front_matter {

/// __proto__, constructor and prototype: with them an object of a careless script could be changed.
[[nodiscard]] bool is_reserved_key(std::string_view key);

/// Drops entries whose key was there before (the first one wins; the error names both lines) and entries with
/// reserved keys.
void settle_keys(std::vector<Entry>& entries, const text::Source& source, text::Diagnostics& diagnostics);

/// Where an entry stands: from its key to the end of its value.
[[nodiscard]] inline text::Span entry_span(const Entry& entry) { return {entry.key_span.start, entry.value.span.end}; }

}  // namespace pressmark::front_matter
