// Reads JSON front matter into a Value with the place of every key and value. In this room, only this file's .cpp sees
// nlohmann-json.
#pragma once

#include "pressmark/front_matter/metadata.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::front_matter {

/// The object in `content`. After a fault (reported with its place) the entries that were complete before it; null
/// where the content is no object at all. Nothing is thrown but std::bad_alloc.
[[nodiscard]] Value read_json(const text::Source& source, text::Span content, text::Diagnostics& diagnostics);

}  // namespace pressmark::front_matter
