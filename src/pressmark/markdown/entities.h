// HTML character references.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark::markdown {

struct Entity {
  std::size_t size;  // bytes of the reference, from "&" to ";"
  std::string text;  // UTF-8
};

/// The character reference at the head of `text`, which begins with "&"; nothing where that is a mere ampersand. As in
/// CommonMark, a reference ends with a semicolon.
[[nodiscard]] std::optional<Entity> read_entity(std::string_view text);

}  // namespace pressmark::markdown
