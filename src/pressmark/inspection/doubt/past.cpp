// Tells the words that look back from those that only look like it.
#include "pressmark/inspection/doubt/past.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

/// "As last time, A was graded good."
bool is_likened(std::span<const Item> items, std::size_t grade, std::size_t at) {
  if (word_at(items, 0) != "as" || at > 3) return false;
  for (std::size_t next = at + 1; next < grade && next < at + 4; ++next) {
    if (items[next].is(Mark::comma)) return true;
  }
  return false;
}

/// "the last CQC inspection", "its last full Ofsted report": two words between at the most.
bool is_qualified_visit(std::span<const Item> items, std::size_t first) {
  std::size_t at = first;
  while (at < items.size() && at < first + 2 && !is_at(items, at, word_class::inspection) &&
         (items[at].is(inspector) || among<"full", "comprehensive", "routine", "formal">(items[at].word)))
    ++at;
  return at > first && among<"inspection", "report", "visit">(word_at(items, at));
}

}  // namespace

bool is_date(std::span<const Item> items, std::size_t at) {
  if (items[at].is(Mark::number) && items[at].number >= 1990 && items[at].number < 2100) return true;
  if (at > 0 && items[at].is(Mark::number) && items[at - 1].word == "round") return true;  // "In Round 1 it was good"
  return word_at(items, at) == "last" && word_at(items, at + 1) == "year";
}

bool looks_back(std::span<const Item> items, std::size_t grade, std::size_t at) {
  if (!items[at].is(before) || is_likened(items, grade, at)) return false;
  // "has done what no home has done before and come away with a good"
  if (word_at(items, at) == "before" &&
      holds(items, 0, at, [](const Item& item) { return among<"no", "never", "nobody">(item.word); }))
    return false;
  // "one grade lower than at the last visit, and A as good"
  if (holds(items, at - std::min<std::size_t>(at, 3), at, [](const Item& item) { return item.word == "than"; }))
    return false;
  const WordId word = word_at(items, at);
  const WordId next = word_at(items, at + 1);
  if (word == "then")  // "We then looked at …"
    return !(at > 0 && (word_at(items, at - 1) == "since" || items[at - 1].is(first_person))) &&
           (at + 1 >= items.size() || !items[at + 1].is(ItemKind::grade) ||
            among<"was", "were", "back">(word_at(items, at - 1)));
  if (word == "once")  // not "at once", "once the wing was finished"
    return word_at(items, at - 1) != "at" && !among<"again", "more">(next) && !is_at(items, at + 1, determiner);
  // "has at last called it good"
  if (word == "last" && word_at(items, at - 1) == "at" && next != "inspection" && next != "visit") return false;
  if (word == "last" && next == "inspected" && is_at(items, at + 2, Mark::colon)) return false;  // with its date
  if (word == "last") {
    return among<"inspection", "time", "inspected", "visited", "rated", "graded", "report", "visit", "round", "owner",
                 "owners", "looked", "came", "called", "there", "fully", "judged">(next) ||
           (next == "rating" && word_at(items, at + 2) == "for") ||  // "The last rating for this home was good."
           is_qualified_visit(items, at + 1) ||
           // not "in the last two ‘Good’ was the verdict"
           (at + 2 < items.size() && items[at + 1].number > 1 && !items[at + 2].is(ItemKind::grade));
  }
  // "earlier this year", "earlier in the month"
  if (word == "earlier" && among<"this", "in">(next)) return false;
  // "the former" of two
  if (word == "former" &&
      (at + 1 >= items.size() || items[at + 1].kind != ItemKind::word || items[at + 1].is(be | seem | judge)))
    return false;
  if (word_at(items, at - 1) == "since" && !among<"previous", "last">(word)) return false;
  // "retains its previous rating of good", "the previous rating of good remains"
  const bool lasts = is_at(items, grade + 1, keep) && !items[grade + 1].is(adverb);
  if (among<"previous", "earlier">(word) && at > 0 && is_at(items, at + 1, rating) &&
      (lasts || (at > 1 && items[at - 1].is(determiner) && items[at - 2].is(keep))))
    return false;
  return true;
}

std::size_t start_of_aside(std::span<const Item> items, std::size_t grade, std::size_t comma) {
  bool of_past = false;
  for (std::size_t at = comma; at-- > 1 && comma - at < 16;) {
    // "good at A, having been poor at its last inspection, and adequate at B"
    // "his school, once among the worst, was declared outstanding"
    if ((word_at(items, at) == "having" || looks_back(items, grade, at)) && items[at - 1].is(Mark::comma)) return at;
    // "The school, badly thought of at its last two inspections, was declared good"
    if (items[at].is(Mark::comma)) return of_past && is_at(items, comma + 1, be | have) ? at : comma;
    of_past = (of_past || looks_back(items, grade, at)) && !items[at].is(be);
    if (items[at].is(ItemKind::grade)) {
      if (at > 1 && (word_at(items, at - 1) == "been" || word_at(items, at - 2) == "been")) continue;
      break;
    }
    if ((items[at].is(which) || word_at(items, at) == "as") && items[at - 1].is(Mark::comma)) return at;
    if (at > 1 && items[at].is(which) && items[at - 1].is(link | other_preposition) && items[at - 2].is(Mark::comma))
      return at - 1;
  }
  return comma;
}

}  // namespace pressmark::inspection
