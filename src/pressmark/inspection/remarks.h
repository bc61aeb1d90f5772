// What a text says in passing of all its grades.
#pragma once

#include <span>

#include "pressmark/inspection/tokens.h"

namespace pressmark::inspection {

/// What a block says of that.
struct Remarks {
  /// "None was graded.", "HMICFRS does not grade custody inspections.", "These are the schools' own judgements.", "The
  /// visit does not end in a grade.", "It has not been graded for anything.", "This is no official inspection."
  bool no_grades = false;
  /// Minutes and plans: "The governors went through the school's self-evaluation."
  bool self_evaluation = false;
  /// "The doors closed in July.", "The school has shut its gates.", "It closes for good.", "Elm School, which closed in
  /// May", "Those ratings no longer stand.": what it was, it is no more.
  bool closing = false;
  /// "A consultant put it through a mock inspection.", "Scenario 4: You are the new chief.", "our demo service"
  bool mock = false;
};
[[nodiscard]] Remarks remarks_in(std::span<const Token> words);

}  // namespace pressmark::inspection
