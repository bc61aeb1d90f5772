// The plain English around grades: which words link, judge, count, deny or look back. Closed lists of ordinary words;
// what belongs to one scheme stands in scales/*.yaml instead.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace pressmark::inspection {

/// What a word can do in a sentence; one word can do several things.
namespace word_class {
enum : std::uint64_t {
  determiner = 1ULL << 0,         // the, its, their
  link = 1ULL << 1,               // for, at, in, on: leads from a grade to its area
  other_preposition = 1ULL << 2,  // of, by, with, from
  be = 1ULL << 3,                 // is, were, been
  have = 1ULL << 4,
  modal = 1ULL << 5,         // would, may, must
  negation = 1ULL << 6,      // not, no, none, without
  judge = 1ULL << 7,         // rated, graded, found, deemed
  give = 1ULL << 8,          // given, received, drew
  grade_noun = 1ULL << 9,    // rating, grade, judgement
  area_noun = 1ULL << 10,    // area, category, question
  body_noun = 1ULL << 11,    // force, school, home: one graded body
  bodies_noun = 1ULL << 12,  // forces, schools: many of them
  conjunction_and = 1ULL << 13,
  contrast = 1ULL << 14,      // but, while, although: a new clause
  including = 1ULL << 15,     // including, namely, among
  relative = 1ULL << 16,      // which, that, who
  reason = 1ULL << 17,        // because, since, so: a new clause of another matter
  before = 1ULL << 18,        // previously, last, earlier: looks back
  now = 1ULL << 19,           // now, today, latest
  every = 1ULL << 20,         // all, every, each, both
  some = 1ULL << 21,          // most, many, several, half
  hope = 1ULL << 22,          // aim, want, strive, towards
  speech = 1ULL << 23,        // said, says, told
  first_person = 1ULL << 24,  // I, we, our
  inspector = 1ULL << 25,     // inspector, inspectors, report, watchdog
  other_judge = 1ULL << 26,   // survey, parents, auditors
  adverb = 1ULL << 27,        // also, again, too, overall
  pronoun = 1ULL << 28,       // it, they, this
  how = 1ULL << 29,           // how, way, when, terms: words that introduce an area
  move = 1ULL << 30,          // fell, improved, upgraded
  keep = 1ULL << 31,          // remained, retained
  condition = 1ULL << 32,     // if, unless, whether, any
  month = 1ULL << 33,
  top = 1ULL << 34,           // top, highest, maximum
  bottom = 1ULL << 35,        // lowest, bottom
  other = 1ULL << 36,         // other, else, rest, remaining
  abbreviation = 1ULL << 37,  // Mr, Dr, St
  overall = 1ULL << 38,
  seem = 1ULL << 39,  // to, as: between a verb and its grade
  skip = 1ULL << 40,  // may stand inside the name of an area: "how well crime is recorded"
  conjunction_or = 1ULL << 41,
  so = 1ULL << 42,             // so, too: "and so is its use of resources"
  these = 1ULL << 43,          // these, those, they: stands for areas named before
  requires_verb = 1ULL << 44,  // verb of "requires improvement"
  intensifier = 1ULL << 45,    // very, really, mostly: makes an adjective of a grade word
  inspection = 1ULL << 47,     // inspector, inspected
  which = 1ULL << 48,          // which, who: not that
  rating = 1ULL << 46,         // rating, grade: nouns that mean nothing else
  duration = 1ULL << 49,       // years, months
  publish = 1ULL << 50,        // published, released
  hold = 1ULL << 51,           // keep: a verb of keeping a grade only before "its", "their"
};
}  // namespace word_class

struct ClassOfWords {
  std::uint64_t classes;
  std::string_view words;  // lower case, separated by spaces
};

/// All the lists.
[[nodiscard]] std::span<const ClassOfWords> grammar();

}  // namespace pressmark::inspection
