// Whether a grade word states a grade at all, and of which time: negation, hopes, statistics, definitions, the past.
#pragma once

#include "pressmark/inspection/doubt/speaker.h"
#include "pressmark/inspection/doubt/strength.h"
#include "pressmark/inspection/doubt/time.h"
#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// Denied, wished for, conditional, a definition, a count of bodies, or somebody else's opinion. `grade` is the place
/// of a grade among the sentence's items; `listed`: it has areas of its own, so that a number before it counts those.
[[nodiscard]] bool is_doubtful(const Sentence& sentence, std::size_t grade, bool listed);
/// Hoped for, expected or due, and not given: "would expect to be graded good".
[[nodiscard]] bool is_wished(const Sentence& sentence, std::size_t grade);

}  // namespace pressmark::inspection
