// The text as tokens.
#pragma once

#include <cstdint>

#include "pressmark/inspection/lexicon.h"
#include "pressmark/markdown/document.h"

namespace pressmark::inspection {

enum class Mark : std::uint8_t {
  word,
  number,  // digits; Token::number is its value, -1 for "2.1"
  comma,
  semicolon,
  colon,
  dash,   // – or — or a hyphen between spaces
  stop,   // . ! ?
  quote,  // any quotation mark
  open,   // (
  close,  // )
  pipe,   // | between the cells of a table
  slash,
  bullet,  // • * - + at the head of a line
  other,   // code, and everything else that is no word
};

struct Token {
  Mark mark = Mark::word;
  bool capital = false;     // begins with a capital letter
  bool strong = false;      // in bold or italics
  bool line_start = false;  // first on its line
  bool space_before = false;
  bool question = false;    // a stop that is a question mark
  bool possessive = false;  // ended in 's
  bool opens_quote = false;
  bool closes_quote = false;
  int number = -1;
  Word word;
  markdown::NodeIndex node = 0;  // where it begins …
  std::uint32_t from = 0;
  markdown::NodeIndex end_node = 0;  // … and ends, in the texts of the tree
  std::uint32_t to = 0;

  [[nodiscard]] bool is(std::uint64_t classes) const { return (word.classes & classes) != 0; }
  [[nodiscard]] bool is(Mark wanted) const { return mark == wanted; }
};

}  // namespace pressmark::inspection
