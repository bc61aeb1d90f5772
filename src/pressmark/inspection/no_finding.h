// Sentences that name grades and report no finding about one body: rules, tallies, entries of a diary, and what
// somebody says of himself or denies.
#pragma once

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// Asked once for a sentence, and true only where it holds for every grade in it.
[[nodiscard]] bool reports_no_finding(const Block& block, const Sentence& sentence);

}  // namespace pressmark::inspection
