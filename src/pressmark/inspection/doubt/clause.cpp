// Goes back from the grade to where its clause begins.
#include "pressmark/inspection/doubt/clause.h"

#include <algorithm>

#include "pressmark/inspection/doubt/past.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

/// "While most forces struggle, …": what the sentence is about comes after the comma.
std::size_t after_opening_clause(std::span<const Item> items, std::size_t grade) {
  if (items.empty() || !(items[0].is(contrast) || word_at(items, 0) == "like"))
    return 0;  // "Like most forces, it is good at A."
  for (std::size_t at = 1; at < grade; ++at) {
    if (items[at].is(Mark::comma)) return at + 1;
  }
  return 0;
}

}  // namespace

std::size_t clause_start(std::span<const Item> items, std::size_t grade) {
  bool verb_seen = items[grade].is_verb && word_at(items, grade - 1) != "as";  // ", and as requiring improvement for A"
  for (std::size_t at = grade; at-- > 0;) {
    const Item& item = items[at];
    // "would otherwise be rated poor", "no home has yet been rated good", "that is not yet good", "does not want to be
    // good but outstanding"
    const bool turns = item.is(contrast) && at > 0 && !items[at - 1].is(have | modal) &&
                       !(item.word == "yet" && items[at - 1].is(negation)) &&
                       !(items[at - 1].is(ItemKind::grade) && at + 1 == grade);
    if (item.is(Mark::semicolon) || item.is(Mark::pipe) || turns) return at + 1;
    if (item.is(Mark::colon)) return at + 1;
    // "Report published 30 June 2014 The overall judgement is …": flattened, a heading ends in its date.
    if (is_date(items, at) && at > 0 && items[at - 1].is(month) && items[at + 1].is(determiner) &&
        items[at + 1].capital)
      return at + 1;
    // “I could not be prouder,” said the head after …
    if (item.is(speech) && !item.is(judge) && at > 0 && items[at - 1].last < item.first) return at + 1;
    if (item.is(be | judge | give | keep)) verb_seen = true;
    // "…, and was rated" begins a clause; so does "and" where a verb follows before the grade. "We'll say so and rate
    // it good" does not.
    if (item.is(conjunction_and) && at + 1 < grade && items[at + 1].is(be | have | judge | give | keep | hold) &&
        !among<"be", "rate", "grade", "judge", "find", "give">(items[at + 1].word))
      return at + 1;
    // "It was not safe and we rated it as poor.", "They were not looked at and each keeps its rating of good."
    if (item.is(conjunction_and) && at + 2 < grade && items[at + 1].is(pronoun | first_person | every) &&
        items[at + 2].is(judge | give | keep))
      return at + 1;
    if (item.is(conjunction_and) && verb_seen && at > 0 && items[at - 1].is(Mark::comma)) return at + 1;
  }
  return after_opening_clause(items, grade);
}

std::size_t GradeClause::end() const {
  std::size_t at = grade_ + 1;
  while (at < items_.size() && !items_[at].is(Mark::semicolon) && !items_[at].is(contrast) &&
         !items_[at].is(ItemKind::grade))
    ++at;
  return at;
}

std::size_t GradeClause::any_body(std::size_t article) const {
  if (article + 1 >= grade_ || !among<"a", "an">(id(article))) return 0;
  std::size_t at = article + 1;
  if (items_[at].kind == ItemKind::word && items_[at].classes == 0 &&
      (!items_[at].name || among<"gp", "care", "nursing", "primary", "secondary">(id(at))))  // "A CARE home"
    ++at;
  return at < grade_ && items_[at].is(body_noun) ? at : 0;
}

bool GradeClause::is_of_an_earlier_clause(std::size_t word) const {
  for (std::size_t at = word + 2; at < grade_; ++at) {
    if (items_[at].is(which) && items_[at - 1].is(Mark::comma)) return true;
    if (items_[at].is(Mark::comma) && start_of_aside(items_, grade_, at) < word)
      return true;  // "who called without notice, …"
  }
  if (comes_after(word)) return true;
  std::size_t opened = word;
  while (opened > start_ && !items_[opened].is(relative)) --opened;
  if (!items_[opened].is(relative)) return false;
  bool closed = holds(items_, opened, word, be | have | modal);  // "that no force is good": its own verb follows
  for (std::size_t at = word + (closed ? 2 : 1); at < grade_; ++at) {
    if (items_[at].is(relative | speech | condition)) return false;
    if (!items_[at].is(be | have) || items_[at].is(negation)) continue;
    if (closed) return true;
    closed = true;
    while (items_[at + 1].is(be | have)) ++at;  // "has been"
  }
  return false;
}

bool GradeClause::comes_after(std::size_t word) const {
  for (std::size_t at = word + 2; at < grade_; ++at) {
    if (id(at) == "after" && holds(items_, std::min(at + 1, grade_), grade_, be | have | judge)) return true;
  }
  return false;
}

}  // namespace pressmark::inspection
