// The scalar types of the YAML 1.2 core schema, told from the characters of a plain (unquoted) scalar.
//
// Our own, because yaml-cpp's conversions follow YAML 1.1 in part and lose characters: here 1.10 stays "1.10".
#pragma once

#include <string_view>

#include "pressmark/front_matter/metadata.h"

namespace pressmark::front_matter {

/// null, boolean, integer, real or text (YAML 1.2.2, section 10.3.2). yes, no, on, off, dates and times are text.
[[nodiscard]] ValueKind plain_scalar_kind(std::string_view scalar);

}  // namespace pressmark::front_matter
