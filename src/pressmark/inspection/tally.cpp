#include "pressmark/inspection/tally.h"

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

/// "24 good", at the figure
bool is_of_grade(const Block& block, const std::vector<Item>& items, std::size_t at) {
  const auto counts = [&](std::size_t place) { return block.tokens[items[place].first].number >= 0; };
  return at + 1 < items.size() && counts(at) && items[at + 1].is(ItemKind::grade) && !counts(at + 1);
}

}  // namespace

bool is_tally(const Block& block, const Sentence& sentence) {
  const std::vector<Item>& items = sentence.items;
  std::size_t area = 0;
  while (area < items.size() && !items[area].is(ItemKind::area)) ++area;
  std::size_t number = area + 1;
  while (number < items.size() && items[number].kind == ItemKind::mark && items[number].number < 0) ++number;
  if (!is_of_grade(block, items, number)) return false;
  std::size_t next = number + 2;
  while (next < items.size() && (items[next].is(conjunction_and) || items[next].is(Mark::comma))) ++next;
  return is_of_grade(block, items, next);
}

}  // namespace pressmark::inspection
