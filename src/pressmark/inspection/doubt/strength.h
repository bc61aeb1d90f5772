// How firmly the words around it make a grade of a word.
#pragma once

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

enum class Strength : std::uint8_t {
  none,      // an ordinary adjective: "good practice"
  bare,      // "it is good at …"
  marked,    // in quotation marks or with a capital: ‘good’, Requires Improvement
  asserted,  // with a verb or noun of grading: rated good, a good rating
};

/// `grade` is the place of a grade among the sentence's items.
[[nodiscard]] Strength strength_of(const Block& block, const Sentence& sentence, std::size_t grade);
/// "two adequates": grades as things.
[[nodiscard]] bool is_plural(const Token& token);
/// Used as a noun: "its one outstanding is for …".
[[nodiscard]] bool is_noun(const Sentence& sentence, std::size_t grade);
/// "Children’s services in Bellmarsh are good", "Services for children in Bellmarsh require improvement": the verdict
/// at the head of a report on a council.
[[nodiscard]] bool is_verdict_on_services(const Block& block, const Sentence& sentence, std::size_t grade);

}  // namespace pressmark::inspection
