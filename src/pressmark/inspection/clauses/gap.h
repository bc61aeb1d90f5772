// What lies between two items of a sentence. By its words, commas and verbs the rules of binding tell whether the two
// belong together.
#pragma once

#include <cstddef>
#include <span>

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

struct Gap {
  int words = 0;  // words that the grammar does not know, names left out
  int commas = 0;
  int links = 0;
  int verbs = 0;   // be, judge, give, keep
  int judges = 0;  // judge, give, keep
  int ands = 0;
  int relatives = 0;
  int area_nouns = 0;
  int moves = 0;
  int counts = 0;
  bool noun_first = false;  // a noun such as "grades" stands first
  bool be_first = false;
  bool link_last = false;
  bool colon = false;  // colon, dash or pipe
  bool including_word = false;
  bool paren = false;
  bool semicolon = false;
  bool broken = false;  // a contrast, a stop, speech, a reason, another area or grade
  std::size_t size = 0;
};

/// Of the items between two places.
[[nodiscard]] Gap gap(std::span<const Item> items, std::size_t from, std::size_t to);

/// Nothing but marks.
[[nodiscard]] bool only_separators(std::span<const Item> items, std::size_t from, std::size_t to);
/// "good or outstanding", "good, adequate and": nothing but conjunctions, commas and articles.
[[nodiscard]] bool only_joins(std::span<const Item> items, std::size_t from, std::size_t to);
/// "quality of teaching grade 3": nothing but nouns of grading and articles.
[[nodiscard]] bool only_nouns(std::span<const Item> items, std::size_t from, std::size_t to);
[[nodiscard]] bool has_word(std::span<const Item> items, std::size_t from, std::size_t to, WordId word);

}  // namespace pressmark::inspection
