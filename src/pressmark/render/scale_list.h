// Grade scales as part of a larger JSON.
#pragma once

#include <span>

#include "pressmark/inspection/scale.h"
#include "pressmark/render/json_object.h"

namespace pressmark::render {

/// An array; the shape of each scale is described at pressmark::scales_json.
[[nodiscard]] Json scale_list(std::span<const inspection::Scale> scales);

}  // namespace pressmark::render
