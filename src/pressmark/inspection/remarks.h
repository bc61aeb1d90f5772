// What a text says in passing of all its grades.
#pragma once

#include <span>

#include "pressmark/inspection/tokens.h"

namespace pressmark::inspection {

/// "None was graded.", "HMICFRS does not grade custody inspections.", "These are the schools' own judgements.", "The
/// visit does not end in a grade.", "It has not been graded for anything.", "This is no official inspection."
[[nodiscard]] bool tells_of_no_grades(std::span<const Token> words);
/// Minutes and plans: "The governors went through the school's self-evaluation."
[[nodiscard]] bool tells_of_self_evaluation(std::span<const Token> words);
/// "The doors closed in July.", "The school has shut its gates.", "It closes for good.", "Elm School, which closed in
/// May": what it was, it is no more.
[[nodiscard]] bool tells_of_closing(std::span<const Token> words);

}  // namespace pressmark::inspection
