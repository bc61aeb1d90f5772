// What a sentence says of the past in passing: "Safety, which had been good in 2019, is now poor."
#pragma once

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// Takes the aside between an area and its verb out of a sentence, if it grades the area, and makes it a sentence of
/// its own, behind that area. Whether there was one.
[[nodiscard]] bool cut_aside(Sentence& sentence, Sentence& aside);

}  // namespace pressmark::inspection
