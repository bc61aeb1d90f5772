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
  bool capital : 1 = false;     // begins with a capital letter
  bool strong : 1 = false;      // in bold or italics
  bool line_start : 1 = false;  // first on its line
  bool space_before : 1 = false;
  bool question : 1 = false;    // a stop that is a question mark
  bool possessive : 1 = false;  // ended in 's
  bool opens_quote : 1 = false;
  bool closes_quote : 1 = false;
  WordId id{};  // of a word, and of figures that are part of a name
  int number = -1;
  const Word* word = &unknown_word;  // of the lexicon, which outlives it
  markdown::NodeIndex node = 0;      // where it begins …
  std::uint32_t from = 0;
  markdown::NodeIndex end_node = 0;  // … and ends, in the texts of the tree
  std::uint32_t to = 0;

  [[nodiscard]] bool is(std::uint64_t classes) const { return (word->classes & classes) != 0; }
  [[nodiscard]] bool is(Mark wanted) const { return mark == wanted; }
};

}  // namespace pressmark::inspection
