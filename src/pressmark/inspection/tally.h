// Lines that count bodies by their grades.
#pragma once

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// "Preventing crime: 2 outstanding, 24 good, 13 adequate": so many bodies, under the name of an area.
[[nodiscard]] bool is_tally(const Block& block, const Sentence& sentence);

}  // namespace pressmark::inspection
