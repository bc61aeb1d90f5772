// What a sentence says of a grade.
#pragma once

#include <cstdint>

#include "pressmark/inspection/doubt.h"
#include "pressmark/inspection/phrases.h"

namespace pressmark::inspection {

enum class Scope : std::uint8_t { area, overall, all, some };

/// A grade that a sentence states for something.
struct Claim {
  Scope scope = Scope::area;
  const Mention* grade = nullptr;
  const Mention* area = nullptr;
  int count = -1;       // with all and some
  bool others = false;  // with all: of those not named elsewhere
  Time time = Time::current;
  Strength strength = Strength::none;
  bool present = false;  // "is", "requires": said of now
  bool is_new = false;   // "now rated good", "from good to poor": whatever else is said was so before
  bool plain =
      false;  // in everyday words, with no word of grading and no label: "is good at A", "A requires improvement"
  bool everyday = false;  // … and in an ordinary word for the area: "Safety was poor"
  bool in_quote = false;
  bool by_inspector = false;                          // who speaks, if somebody does, is the inspectorate
  std::uint32_t subject_first = 0, subject_last = 0;  // tokens of the name of what is graded; equal: none
  bool label = false;                                 // "Safe: Good", with no verb
  bool says_overall = false;                          // "rated good overall", in so many words
  bool by_name = false;      // of the one strand that the text reports on, for the body that it names
  bool labelled = false;     // the name is the head of a row or column
  bool joined = false;       // the name is one of several: "A and B are rated good"
  bool of_a_group = false;   // … "the trust": it may have many bodies
  bool of_the_body = false;  // no name, but "the trust", "the school"
  std::uint32_t block = 0;
  std::uint32_t headed_by = 0;        // how many blocks before it the name stands: 0 in its own
  std::uint32_t first = 0, last = 0;  // tokens of the block that prove it
  std::uint32_t sentence_first = 0, sentence_last = 0;
  ScaleSet near_bodies = 0;  // scales of the inspectorate that the text named last before it
};

}  // namespace pressmark::inspection
