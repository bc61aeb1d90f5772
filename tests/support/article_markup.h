// Reads the HTML that our own writer makes, and no other: the strict half of a parser, which takes nothing for granted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressmark::properties {

struct Tag {
  std::string name;
  bool closes = false;                                          // an end tag
  bool ends_itself = false;                                     // " />"
  std::vector<std::pair<std::string, std::string>> attributes;  // decoded, in order
};

/// Tags and texts in order; a text has no name.
struct Piece {
  Tag tag;
  std::string text;  // decoded

  [[nodiscard]] bool is_text() const { return tag.name.empty(); }
};

/// Throws Broken at the first character that our writer would not write there.
[[nodiscard]] std::vector<Piece> read_markup(std::string_view html);

}  // namespace pressmark::properties
