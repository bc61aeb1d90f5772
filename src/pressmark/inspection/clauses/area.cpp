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

bool begins_exception(std::span<const Item> items, std::size_t at) {
  const WordId next = word_at(items, at + 1);
  switch (items[at].word.number) {
    case WordId("save").number:
      return next == "for" || (is_at(items, at - 1, ItemKind::count) && items[at - 1].all);
    case WordId("apart").number:
    case WordId("aside").number:
      return next == "from";
    case WordId("exception").number:
    case WordId("exceptions").number:
      return next == "of";
    case WordId("other").number:
      return next == "than";
    case WordId("but").number:
      return is_at(items, at - 1, ItemKind::count) && items[at - 1].all;
  }
  return among<"except", "excepting", "excluding", "bar", "barring">(items[at].word);
}

/// "all but two of the five areas, A and B", "all but one of the areas that it looks at: A"
bool is_one_left_out(std::span<const Item> items, std::size_t area) {
  constexpr std::size_t longest = 6;  // items of "that it looks at – the"
  for (std::size_t at = area; at-- > 0 && area - at <= longest;) {
    if (items[at].is(ItemKind::count)) return items[at].excepted > 0;
    if (items[at].is(ItemKind::grade) || items[at].is(ItemKind::area) || items[at].is(contrast | conjunction_and) ||
        items[at].is(Mark::semicolon) || among<"including", "among">(items[at].word))
      return false;
  }
  return false;
}

bool is_excepted(std::span<const Item> items, std::size_t area) {
  if (is_one_left_out(items, area)) return true;
  constexpr std::size_t longest = 4;  // items of "except for how well the"
  for (std::size_t at = area; at-- > 0 && area - at <= longest;) {
    if (begins_exception(items, at)) return true;
    if (!items[at].is(determiner | link | other_preposition | be | how | skip) && items[at].word != "than")
      return false;
  }
  return false;
}

/// "In maternity, safe and well-led were both rated poor.": maternity was not.
static bool is_setting(std::span<const Item> items, std::size_t area) {
  if (area != 1 || items[0].word != "in" || !items[2].is(Mark::comma)) return false;
  std::size_t at = 3;
  while (is_at(items, at, ItemKind::area) || is_at(items, at, conjunction_and | determiner)) ++at;
  return at > 3 && is_at(items, at, be | judge | have) && items[at - 1].is(ItemKind::area);
}

/// "both of the efficiency areas" are not efficiency.
bool names_group(std::span<const Item> items, std::size_t area) {
  if (area + 1 >= items.size()) return false;
  if (is_setting(items, area)) return true;
  // "called her leadership outstanding"
  if (area > 0 && among<"her", "his">(items[area - 1].word) && is_weak(items[area])) return true;
  // "inadequate for the way staff assess and plan": what they do
  if (area > 0 && among<"how", "way">(items[area - 1].word) && is_weak(items[area]) &&
      items[area + 1].is_plain_word() && !is_at(items, area + 2, be))
    return true;
  // "a colleague whose quality of teaching was judged poor"
  if (area > 1 && items[area - 1].word == "whose" && items[area - 2].is_plain_word()) return true;
  // "Nineteen of the 31 services were good": of so many
  if (area > 0 && items[area - 1].number > 1 && among<"were", "are">(items[area + 1].word)) return true;
  const bool counted =
      area > 0 && (items[area - 1].is(every | some | determiner | other_preposition) || items[area - 1].number > 1);
  return counted && items[area + 1].is(ItemKind::word) &&
         among<"areas", "questions", "categories">(items[area + 1].word);
}

}  // namespace pressmark::inspection
