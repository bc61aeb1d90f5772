// Looks for the commas around what is said of an area before its verb.
#include "pressmark/inspection/aside.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

bool is_grade(const Item& item) { return item.is(ItemKind::grade); }

/// Where the aside ends that begins with the comma behind an area: at the comma before the verb of a second grade, or
/// at the end of what says that its grade is that of another.
std::size_t end_of_aside(std::span<const Item> items, std::size_t comma) {
  const Mark mark = items[comma].mark;
  // "A, rated good in 2019, is …"
  bool relative_clause = false;
  const bool judged = is_at(items, forward_over(items, comma + 1, determiner | every | adverb), ItemKind::grade) ||
                      is_at(items, comma + 1, judge);
  bool graded = false;
  for (std::size_t at = comma + 1; at + 2 < items.size(); ++at) {
    const Item& item = items[at];
    if (item.is(ItemKind::area) || item.is(Mark::semicolon) || item.is(Mark::colon)) return comma;
    relative_clause = relative_clause || item.is(which) || item.word == "when";
    relative_clause = relative_clause || (judged && graded && (item.number >= 1990 || item.is(before)));
    graded = graded || is_grade(item);
    const Item& verb = items[at + 1];
    if (!graded || !item.is(mark) || is_grade(verb)) continue;  // "which had been good, good and poor"
    const bool goes_on = verb.is_verb || (verb.is(be | have | keep | move | judge) && !verb.is(grade_noun));
    return relative_clause && goes_on && holds(items, at + 1, items.size(), is_grade) ? at : comma;
  }
  // "The same grade was given for A, which was rated good in 2019."
  const bool same = holds(items, 0, comma, [](const Item& item) { return item.word == "same"; });
  const bool was = is_at(items, comma + 1, which) && among<"was", "were", "had">(word_at(items, comma + 2));
  return same && was && graded && !holds(items, 0, comma, is_grade) ? items.size() : comma;
}

}  // namespace

bool cut_aside(Sentence& sentence, Sentence& aside) {
  std::vector<Item>& items = sentence.items;
  for (std::size_t area = 0; area + 1 < items.size(); ++area) {
    if (!items[area].is(ItemKind::area)) continue;
    std::size_t comma = forward_over(items, area + 1, rating);  // "its safe and caring ratings, which …"
    // "Safety at HMP Elm, which …"
    if (is_at(items, comma, link)) ++comma;
    while (comma < items.size() && items[comma].capital && items[comma].is(ItemKind::word)) ++comma;
    if (!is_at(items, comma, Mark::comma) && !is_at(items, comma, Mark::dash)) continue;
    const std::size_t end = end_of_aside(items, comma);
    if (end == comma) continue;
    const auto at = [&](std::size_t index) { return items.begin() + static_cast<std::ptrdiff_t>(index); };
    aside.first = sentence.first;
    aside.last = sentence.last;
    aside.classes = sentence.classes;
    aside.figures = sentence.figures;
    aside.items.assign(at(area), at(end));
    items.erase(at(comma), at(std::min(end + 1, items.size())));
    return true;
  }
  return false;
}

}  // namespace pressmark::inspection
