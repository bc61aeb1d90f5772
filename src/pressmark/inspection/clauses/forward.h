// Whether a grade is for an area that stands behind it: "good for A", "good – A", "good in two areas, including A".
#pragma once

#include "pressmark/inspection/clauses/analysis.h"

namespace pressmark::inspection {

[[nodiscard]] bool binds_forward(const Analysis& analysis, const Unit& unit, std::size_t area);

}  // namespace pressmark::inspection
