// The model of a release as JSON: what pm_parse answers and Release.toJSON gives. Its shape is in docs/architecture.md.
#pragma once

#include <string>

#include "pressmark/render/view.h"

namespace pressmark::render {

/// UTF-8. Keys are always there and in one order; places are UTF-16 offsets into the source as given.
///
/// `metadata` keeps the keys as written, "__proto__" excepted. A number stays one only where JSON writes it with the
/// author's own characters, at most 2^53: the telephone number 01160001234 and the version 1.10 stay text.
/// With `places` it also tells where the front matter stands: "frontMatter".
[[nodiscard]] std::string model_json(const View& view, bool places = false);

}  // namespace pressmark::render
