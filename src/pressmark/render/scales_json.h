// The grade scales as JSON, for pages that list or explain them.
#pragma once

#include <string>

namespace pressmark::render {

/// An array of scales; its shape is described at pressmark::scales_json.
[[nodiscard]] std::string scales_json();

}  // namespace pressmark::render
