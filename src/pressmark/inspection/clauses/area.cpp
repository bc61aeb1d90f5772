// Looks at the phrase that names an area, and at the words on both sides of it.
#include "pressmark/inspection/clauses/area.h"

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
using namespace word_class;

bool stands_for_another(const Item& area) { return area.mention->first != area.first; }

bool is_weak(const Item& area) {
  if (stands_for_another(area)) return false;
  const std::span<const Meaning> meanings = area.mention->meanings();
  return std::none_of(meanings.begin(), meanings.end(),
                      [](const Meaning& meaning) { return meaning.kind == PhraseKind::area && !meaning.weak; });
}

bool is_whole(const Item& item) {
  if (!item.is(ItemKind::area)) return false;
  const Meaning& meaning = item.mention->meanings().front();
  return meaning.kind == PhraseKind::area && meaning.item == the_whole;
}

/// "both of the efficiency areas" are not efficiency.
bool names_group(std::span<const Item> items, std::size_t area) {
  if (area + 1 >= items.size()) return false;
  const bool counted =
      area > 0 && (items[area - 1].is(every | some | determiner | other_preposition) || items[area - 1].number > 1);
  return counted && items[area + 1].is(ItemKind::word) &&
         among<"areas", "questions", "categories">(items[area + 1].word);
}

}  // namespace pressmark::inspection
