// The plain English around grades: which words link, judge, count, deny or look back. Closed lists of ordinary words;
// what belongs to one scheme stands in scales/*.yaml instead.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace pressmark::inspection {

/// What a word can do in a sentence; one word can do several things. What the rules ask for most, and together, comes
/// first: the lower a bit, the shorter the module.
namespace word_class {
enum : std::uint64_t {
  determiner = 1ULL << 0,  // the, its, their
  be = 1ULL << 1,          // is, were, been
  link = 1ULL << 2,        // for, at, in, on: leads from a grade to its area
  before = 1ULL << 3,      // previously, last, earlier: looks back
  rating = 1ULL << 4,      // rating, grade: nouns that mean nothing else
  other = 1ULL << 5,       // other, else, rest, remaining
  inspection = 1ULL << 6,  // inspector, inspected
  conjunction_and = 1ULL << 7,
  inspector = 1ULL << 8,   // inspector, inspectors, report, watchdog
  relative = 1ULL << 9,    // which, that, who
  judge = 1ULL << 10,      // rated, graded, found, deemed
  body_noun = 1ULL << 11,  // force, school, home: one graded body
  negation = 1ULL << 12,   // not, no, none, without
  month = 1ULL << 13,      // or a day of the week
  overall = 1ULL << 14,
  give = 1ULL << 15,         // given, received, drew
  bodies_noun = 1ULL << 16,  // forces, schools: many of them
  have = 1ULL << 17,
  speech = 1ULL << 18,             // said, says, told
  grade_noun = 1ULL << 19,         // rating, grade, judgement
  keep = 1ULL << 20,               // remained, retained
  these = 1ULL << 21,              // these, those, they: stands for areas named before
  now = 1ULL << 22,                // now, today, latest
  pronoun = 1ULL << 23,            // it, they, this
  other_preposition = 1ULL << 24,  // of, by, with, from
  contrast = 1ULL << 25,           // but, while, although: a new clause
  adverb = 1ULL << 26,             // also, again, too, overall
  seem = 1ULL << 27,               // to, as: between a verb and its grade
  modal = 1ULL << 28,              // would, may, must
  area_noun = 1ULL << 29,          // area, category, question
  move = 1ULL << 30,               // fell, improved, upgraded
  which = 1ULL << 31,              // which, who: not that
  some = 1ULL << 32,               // most, many, several, half
  every = 1ULL << 33,              // all, every, each, both
  condition = 1ULL << 34,          // if, unless, whether, any
  hope = 1ULL << 35,               // aim, want, strive, towards
  including = 1ULL << 36,          // including, namely, among
  other_judge = 1ULL << 37,        // survey, parents, auditors
  skip = 1ULL << 38,               // may stand inside the name of an area: "how well crime is recorded"
  first_person = 1ULL << 39,       // I, we, our
  how = 1ULL << 40,                // how, way, when, terms: words that introduce an area
  so = 1ULL << 41,                 // so, too: "and so is its use of resources"
  conjunction_or = 1ULL << 42,
  intensifier = 1ULL << 43,    // very, really, mostly: makes an adjective of a grade word
  duration = 1ULL << 44,       // years, months
  reason = 1ULL << 45,         // because, since, so: a new clause of another matter
  requires_verb = 1ULL << 46,  // verb of "requires improvement"
  publish = 1ULL << 47,        // published, released
  hold = 1ULL << 48,           // keep: a verb of keeping a grade only before "its", "their"
  abbreviation = 1ULL << 49,   // Mr, Dr, St
  bottom = 1ULL << 50,         // lowest, bottom
  top = 1ULL << 51,            // top, highest, maximum
  reflexive = 1ULL << 52,      // itself, themselves
};
}  // namespace word_class

struct ClassOfWords {
  std::uint64_t classes;
  std::string_view words;  // lower case, separated by spaces
};

/// All the lists.
[[nodiscard]] std::span<const ClassOfWords> grammar();

}  // namespace pressmark::inspection
