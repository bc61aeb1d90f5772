// A sentence as items: grades, areas, counts of areas, and the plain words and marks between them.
#pragma once

#include <cstdint>
#include <vector>

#include "pressmark/inspection/passage.h"

namespace pressmark::inspection {

enum class ItemKind : std::uint8_t { word, mark, grade, area, count };

struct Item {
  ItemKind kind = ItemKind::word;
  std::uint32_t first = 0, last = 0;  // tokens of the block
  std::uint64_t classes = 0;
  WordId word = 0;
  Mark mark = Mark::word;
  int number = -1;      // word or mark: its value; count: how many areas, -1 where it is not said
  bool all = false;     // count: every area
  bool other = false;   // count: of those not named
  bool name = false;    // word: capitalised, and no word of the grammar
  bool quoted = false;  // grade
  bool capital = false;
  bool present_verb = false;         // grade: "requires improvement"
  const Mention* mention = nullptr;  // grade, area

  [[nodiscard]] bool is(ItemKind wanted) const { return kind == wanted; }
  [[nodiscard]] bool is(std::uint64_t wanted) const { return kind == ItemKind::word && (classes & wanted) != 0; }
  [[nodiscard]] bool is(Mark wanted) const { return kind == ItemKind::mark && mark == wanted; }
};

struct Sentence {
  std::uint32_t first = 0, last = 0;  // tokens of the block
  std::vector<Item> items;            // without quotation marks and without asides that hold no grade and no area
  bool question = false;              // ends in a question mark
  bool in_quote = false;              // begins within quoted speech, or holds some
};

/// The sentences of a block that has tokens. Lines that are labels ("Safe – Good") are sentences of their own.
[[nodiscard]] std::vector<Sentence> read_sentences(const Block& block);

}  // namespace pressmark::inspection
