// Reads YAML front matter into a Value with the place of every key and value. The only room door behind which yaml-cpp
// is.
//
// Each entry of the outermost map is read on its own, so that a fault costs no more than the entry it stands in; inside
// a faulty entry the same is tried for the entries of its own map and for the items of its list. Nothing is thrown but std::bad_alloc.
#pragma once

#include "pressmark/front_matter/metadata.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::front_matter {

/// The map in `content` (whole lines); empty where there is no entry, null where it is a list or a single value.
[[nodiscard]] Value read_yaml(const text::Source& source, text::Span content, text::Diagnostics& diagnostics);

}  // namespace pressmark::front_matter
