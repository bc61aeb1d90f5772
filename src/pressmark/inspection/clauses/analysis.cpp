// Small questions that several rules of binding ask.
#include "pressmark/inspection/clauses/analysis.h"

#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {

using namespace word_class;

bool is_label(const Analysis& analysis, std::size_t area, const Unit& unit) {
  // "Behaviour – if inadequate, who was told?"
  if (analysis.sentence.question || holds(analysis.items, area + 1, unit.low, condition | negation | modal | hope))
    return false;
  const Gap between = gap(analysis.items, area, unit.low);
  return !between.broken && between.words == 0 && between.verbs == 0 && between.links == 0 && between.commas == 0;
}

bool ends_clause(std::span<const Item> items, std::size_t at) {
  return at >= items.size() || items[at].kind == ItemKind::mark || items[at].is(contrast | conjunction_and);
}

bool is_parted(std::span<const Item> items, std::size_t from, std::size_t to) {
  return holds(items, from, to, [](const Item& item) { return item.is(Mark::semicolon); });
}

bool says_now(std::span<const Item> items, std::size_t grade) {
  for (std::size_t at = grade; at-- > 0 && grade - at < 8;) {
    if (items[at].word == "now") return true;
    if (items[at].is(ItemKind::grade) || items[at].kind == ItemKind::mark) break;
  }
  return false;
}

bool is_apposed(std::span<const Item> items, std::size_t grade) {
  const std::size_t at = back_over(items, grade, determiner | every);  // "its best scores, both good, were for A"
  return at > 1 && items[at - 1].is(Mark::comma) && items[at - 2].is(grade_noun);
}

}  // namespace pressmark::inspection
