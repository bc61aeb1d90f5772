// Tells by what lies between two areas whether a list goes on or a clause begins.
#include "pressmark/inspection/clauses/area_list.h"

#include <algorithm>

#include "pressmark/inspection/clauses/area.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {

using namespace word_class;

AreaList::AreaList(std::span<const Item> items) : items_(items) {
  for (std::size_t at = 0; at < items_.size(); ++at) {
    if (items_[at].is(ItemKind::area) && !names_group(items_, at)) areas_.push_back(at);
  }
}

std::size_t AreaList::after(std::size_t item) const {
  return static_cast<std::size_t>(std::upper_bound(areas_.begin(), areas_.end(), item) - areas_.begin());
}

/// The areas of one list, from one that is given: positions in areas_ [first, last).
std::size_t AreaList::list_end(std::size_t first) const {
  std::size_t last = first + 1;
  while (last < areas_.size() && goes_on(areas_[last - 1], areas_[last])) ++last;
  return last;
}

/// Whether two areas stand in one list: "A, B and C", "A; and how it does B", "A from harm and B".
bool AreaList::goes_on(std::size_t one, std::size_t two) const {
  if (stands_for_another(items_[two]) || items_[one + 1].is(inspector)) return false;  // "its efficiency report, and B"
  if (word_at(items_, two + 1) == "of" && is_at(items_, two + 2, which)) return false;  // "A, the planning of which"
  // "good for A, to the delight of B"
  if (two > one + 5 && items_[two - 1].word == "of" && items_[two - 2].is_plain_word() &&
      items_[two - 4].word == "to" && items_[two - 5].is(Mark::comma))
    return false;
  // "how caring it is and for being effective"
  const bool asked = one > 0 && one + 3 < two && items_[one - 1].is(how) && items_[one + 1].is(pronoun | determiner) &&
                     items_[one + 2].is(be);
  const Gap between = gap(items_, asked ? one + 2 : one, two);
  if (between.broken || between.verbs - between.judges > 0 || between.relatives > 0 || between.moves > 0) return false;
  // "good at A; B will be graded later": what follows the semicolon has a verb of its own.
  if (between.semicolon && has_own_verb(two)) return false;
  const int separators = between.commas + between.ands + (between.semicolon || between.including_word ? 1 : 0);
  if (between.judges > 0) return false;
  for (std::size_t at = one + 1; at < two; ++at) {
    if (items_[at].is(modal | negation | have) || items_[at].is(Mark::close)) return false;
  }
  if (between.words == 0 && between.counts == 0)
    return separators > 0 || between.size == 0 || only_separators(items_, one, two);
  // An area that the scale does not know, or words that go on about the first: "A, catering and B", "A from harm and
  // B".
  if (between.words <= 3 && separators >= 1 && !between.colon && is_at(items_, one + 1, other_preposition | link))
    return true;
  // "a good for A and another for B"
  if (separators == 1 && between.words <= 1 &&
      (has_word(items_, one, two - 1, "another") || has_word(items_, one, two - 1, "second")) &&
      items_[two - 1].is(link | determiner))
    return true;
  // "A and the management of B"
  std::size_t last = two - 1;
  while (last > one && items_[last].is(determiner)) --last;
  // …, "A, its readiness for B"
  const bool possessed = items_[last].is(link) && items_[one + 1].is(Mark::comma) && items_[one + 2].is(determiner);
  if (between.words == 1 && separators == 1 && (possessed || items_[last].is(other_preposition))) return true;
  return separators >= 2 && between.words <= 5;
}

/// Whether a verb follows an area in its part of a list that semicolons part.
bool AreaList::has_own_verb(std::size_t area) const {
  for (std::size_t at = area + 1; at < items_.size(); ++at) {
    if (items_[at].is(Mark::semicolon) || items_[at].is(Mark::close) || items_[at].is(relative)) return false;
    if (items_[at].is(be | have | modal | keep) || items_[at].is_verb) return true;
  }
  return false;
}

bool AreaList::holds_a_strong_area(std::size_t first, std::size_t last) const {
  return std::any_of(areas_.begin(), areas_.end(),
                     [&](std::size_t area) { return area >= first && area <= last && !is_weak(items_[area]); });
}

}  // namespace pressmark::inspection
