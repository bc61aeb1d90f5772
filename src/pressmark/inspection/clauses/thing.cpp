// Looks for what the verb of a grade has as its subject or object.
#include "pressmark/inspection/clauses/thing.h"

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

/// "Elm House's hygiene": behind the last genitive, where there is one in [first, last).
std::size_t behind_owner(const Block& block, std::span<const Item> items, std::size_t first, std::size_t last) {
  for (std::size_t at = last; at-- > first;) {
    if (block.tokens[items[at].last - 1].possessive && !items[at].is(pronoun)) return at + 1;
  }
  return first;
}

/// "found the escape routes at Elm House inadequate", "rate staffing as inadequate", "… and its garden inadequate"
bool is_said_of_a_thing(const Block& block, std::span<const Item> items, std::size_t after, std::size_t grade) {
  if (grade == 0) return false;
  // "… infection control as good and medicines as inadequate"
  std::size_t noun = grade - 1;
  while (noun > after && items[noun - 1].is_plain_word()) --noun;
  if (noun > after && noun + 1 < grade && items[grade - 1].word == "as" && items[noun - 1].is(conjunction_and))
    return true;
  std::size_t verb = grade;
  while (verb > after && !(items[verb - 1].is(judge) && !items[verb - 1].is(rating))) --verb;
  if (verb == after && is_at(items, verb, conjunction_and)) {
    ++verb;
  } else if (verb == after || verb >= grade || !(items[verb].is(determiner) || items[verb].is_plain_word())) {
    return false;
  }
  bool thing = false;
  for (std::size_t at = behind_owner(block, items, verb, grade); at < grade; ++at) {
    const Item& item = items[at];
    if (item.is(link | other_preposition | seem) && !item.is(determiner)) break;
    if (item.kind != ItemKind::word || item.name ||
        item.is(body_noun | bodies_noun | pronoun | these | grade_noun | overall))
      return false;
    thing = thing || item.classes == 0;
  }
  return thing;
}

/// "the help that they are given requires improvement", "the teaching they get …": where the words about the help
/// begin.
std::size_t start_of_relative_clause(std::span<const Item> items, std::size_t after, std::size_t verb) {
  if (verb == after || !items[verb - 1].is(give) || items[verb - 1].is(grade_noun)) return verb;
  std::size_t at = verb - 1;
  while (at > after && items[at - 1].is(be | have | adverb)) --at;
  if (at == after || !items[at - 1].is(pronoun | these)) return verb;
  --at;
  return at > after && items[at - 1].is(relative) ? at - 1 : at;
}

}  // namespace

/// "The playground was rated good", "our school's lunches require improvement": neither a body nor one of its areas.
bool is_of_a_thing(const Block& block, std::span<const Item> items, std::size_t after, std::size_t grade) {
  if (block.tokens[items[grade].first].number >= 0 || is_at(items, grade + 1, overall)) return false;
  // "The standard of record keeping was outstanding."
  if (holds(items, after, grade, [](const Item& item) { return item.word == "standard"; })) return true;
  std::size_t at = grade;
  bool passive = items[grade].is_verb;
  while (at > after && items[at - 1].is(be | judge | keep | seem | adverb | have | word_class::every) &&
         !items[at - 1].is(rating | determiner)) {
    passive = passive || items[at - 1].is(be);
    --at;
  }
  if (!passive) return is_said_of_a_thing(block, items, after, grade);
  if (at > after && items[at - 1].is(pronoun)) return false;  // "found it to be good"
  at = start_of_relative_clause(items, after, at);
  // "The library, in an old hut, requires improvement.", unlike "The last one, Elm Academy, requires improvement."
  if (at > after && items[at - 1].is(Mark::comma)) {
    std::size_t opening = at - 1;
    while (opening > after && !items[opening - 1].is(Mark::comma)) --opening;
    if (opening > after && items[opening].is(link | other_preposition | which)) at = opening - 1;
  }
  std::size_t first = at;
  while (first > after && items[first - 1].kind == ItemKind::word &&
         !items[first - 1].is(contrast | conjunction_and | relative | speech | reason | judge))
    --first;
  // "Elm House, a haven for the old, was rated good": what stands before the comma is graded.
  const bool apposition = (among<"a", "an", "the">(items[first].word) || !items[first].is(determiner)) &&
                          holds(items, after, first, [](const Item& item) { return item.name || item.is(body_noun); });
  if (first > after && first > 1 && items[first - 1].kind == ItemKind::mark && apposition) return false;
  bool thing = false;
  if (first < at && items[first].is(other_preposition)) ++first;  // "which of their systems required improvement"
  for (first = behind_owner(block, items, first, at); first < at; ++first) {
    const Item& item = items[first];
    if (item.is(link | other_preposition) && !item.is(determiner)) break;                // "the menu of the home"
    if (item.word == "way" && items[first + 1].is(pronoun | first_person)) return true;  // "the way we share news"
    if (item.name ||
        item.is(body_noun | bodies_noun | pronoun | these | inspector | grade_noun | overall | first_person |
                word_class::some | word_class::every) ||
        item.number >= 0)
      return false;
    thing = thing || item.classes == 0;
  }
  return thing;
}

}  // namespace pressmark::inspection
