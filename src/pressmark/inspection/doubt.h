// Whether a grade word states a grade at all, and of which time: negation, hopes, statistics, definitions, the past.
#pragma once

#include <cstdint>

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// How firmly the words around it make a grade of a word.
enum class Strength : std::uint8_t {
  none,      // an ordinary adjective: "good practice"
  bare,      // "it is good at …"
  marked,    // in quotation marks or with a capital: ‘good’, Requires Improvement
  asserted,  // with a verb or noun of grading: rated good, a good rating
};

enum class Time : std::uint8_t {
  current,
  dated,  // past by its date alone, if the text also says what is so now
  told,   // "which was good": past if the same area now has another grade
  previous,
};

/// `grade` is the place of a grade among the sentence's items.
[[nodiscard]] Strength strength_of(const Block& block, const Sentence& sentence, std::size_t grade);
/// Denied, wished for, conditional, a definition, a count of bodies, or somebody else's opinion.
/// `listed`: the grade has areas of its own, so that a number before it counts those.
[[nodiscard]] bool is_doubtful(const Sentence& sentence, std::size_t grade, bool listed);
/// Hoped for, expected or due, and not given: "would expect to be graded good".
[[nodiscard]] bool is_wished(const Sentence& sentence, std::size_t grade);
/// Whether somebody other than the inspectorate is reported to say it: "the commissioner said that the force was good".
[[nodiscard]] bool is_reported_opinion(const Sentence& sentence, std::size_t grade);
/// "two adequates": grades as things.
[[nodiscard]] bool is_plural(const Token& token);
/// Used as a noun: "its one outstanding is for …".
[[nodiscard]] bool is_noun(const Sentence& sentence, std::size_t grade);
/// "Children’s services in Bellmarsh are good", "Services for children in Bellmarsh require improvement": the verdict
/// at the head of a report on a council.
[[nodiscard]] bool is_verdict_on_services(const Block& block, const Sentence& sentence, std::size_t grade);
/// Said in the present tense: "is rated good", "requires improvement".
[[nodiscard]] bool is_present(const Sentence& sentence, std::size_t grade);
[[nodiscard]] Time time_of(const Sentence& sentence, std::size_t grade);

}  // namespace pressmark::inspection
