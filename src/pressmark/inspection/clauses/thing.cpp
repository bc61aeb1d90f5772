// Looks for what the verb of a grade has as its subject or object.
#include "pressmark/inspection/clauses/thing.h"

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

/// "found the escape routes at Elm House inadequate", "rate staffing as inadequate"
bool is_said_of_a_thing(const Block& block, std::span<const Item> items, std::size_t after, std::size_t grade) {
  if (grade == 0) return false;
  // "… infection control as good and medicines as inadequate"
  std::size_t noun = grade - 1;
  while (noun > after && items[noun - 1].is_plain_word()) --noun;
  if (noun > after && noun + 1 < grade && items[grade - 1].word == "as" && items[noun - 1].is(conjunction_and))
    return true;
  std::size_t verb = grade;
  while (verb > after && !(items[verb - 1].is(judge) && !items[verb - 1].is(rating))) --verb;
  if (verb == after || verb >= grade || !(items[verb].is(determiner) || items[verb].is_plain_word())) return false;
  bool thing = false;
  for (std::size_t at = verb; at < grade; ++at) {
    const Item& item = items[at];
    if (item.is(link | other_preposition | seem) && !item.is(determiner)) break;
    if (block.tokens[item.first].possessive) continue;
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
  if (block.tokens[items[grade].first].number >= 0) return false;
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
  std::size_t first = at;
  while (first > after && items[first - 1].kind == ItemKind::word &&
         !items[first - 1].is(contrast | conjunction_and | relative | speech | reason))
    --first;
  // "Elm House, a haven for the old, was rated good": what stands before the comma is graded.
  const bool apposition = among<"a", "an", "the">(items[first].word) || !items[first].is(determiner);
  if (first > after && first > 1 && items[first - 1].kind == ItemKind::mark && apposition) return false;
  // "The standard of record keeping was outstanding."
  if (holds(items, first, at, [](const Item& item) { return item.word == "standard"; })) return true;
  bool thing = false;
  for (; first < at; ++first) {
    const Item& item = items[first];
    if (item.is(link | other_preposition) && !item.is(determiner)) break;    // "the menu of the home"
    if (block.tokens[item.first].possessive && !item.is(pronoun)) continue;  // "the school's lunches"
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
