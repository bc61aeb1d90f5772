// Of which time a grade is told.
#pragma once

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

enum class Time : std::uint8_t {
  current,
  dated,  // past by its date alone, if the text also says what is so now
  told,   // "which was good": past if the same area now has another grade
  previous,
};

[[nodiscard]] Time time_of(const Sentence& sentence, std::size_t grade);
/// Said in the present tense: "is rated good", "requires improvement".
[[nodiscard]] bool is_present(const Sentence& sentence, std::size_t grade);

}  // namespace pressmark::inspection
