// The name that an author most likely meant by a misspelt one.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace pressmark::inspection {

/// The one name that is at most a third of its letters (and at most three) away from `word`, both folded; nothing where
/// none is, or where two are equally near.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> names);

}  // namespace pressmark::inspection
