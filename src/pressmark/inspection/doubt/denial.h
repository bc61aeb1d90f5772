// Grades that are denied, wished for, or given only if: "not good", "would be good", "to be rated good a force must …".
#pragma once

#include "pressmark/inspection/doubt/clause.h"

namespace pressmark::inspection {

[[nodiscard]] bool is_denied_or_wished(const GradeClause& clause);

/// "withdrawn", "quashed": of a grade that stands no longer.
[[nodiscard]] bool is_taken_back(WordId word);

}  // namespace pressmark::inspection
