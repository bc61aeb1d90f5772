// The name that an author most likely meant by a misspelt one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pressmark/text/ascii.h"

namespace pressmark::text {

/// The one name that is at most a third of its letters (and at most three) away from `word`, both as `fold` makes them;
/// nothing where none is, or where two are equally near.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> names,
                                                      std::string (*fold)(std::string_view) = lowered);

/// The end of a message about a name that is not known: which one was meant, or else `otherwise`.
[[nodiscard]] std::string suggestion(std::optional<std::string_view> meant, std::string_view otherwise);

}  // namespace pressmark::text
