// The name that an author most likely meant by a misspelt one, spelled as people spell grades and areas.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "pressmark/inspection/scale.h"
#include "pressmark/text/nearest.h"

namespace pressmark::inspection {

/// See text::nearest; names are the same where they are folded alike.
[[nodiscard]] inline std::optional<std::string_view> nearest(std::string_view word,
                                                             std::span<const std::string_view> names) {
  return text::nearest(word, names, folded);
}

}  // namespace pressmark::inspection
