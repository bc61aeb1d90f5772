// Characters above ASCII that are no letters: marks, quotation marks, bullets and spaces of many kinds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pressmark/inspection/tokens.h"

namespace pressmark::inspection {

/// A box to tick.
enum class Box : std::uint8_t { none, empty, ticked };

/// A character above ASCII that is no letter.
struct Symbol {
  std::size_t size = 0;  // 0: a letter
  Mark mark = Mark::other;
  bool space = false;
  bool apostrophe = false;
  bool hyphen = false;
  bool opening = false;
  bool arrow = false;
  bool picture = false;
  Box box = Box::none;
};

/// The symbol that a text begins with.
[[nodiscard]] Symbol symbol_at(std::string_view text);

}  // namespace pressmark::inspection
