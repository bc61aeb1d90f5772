// Grades of any body of a kind: "A force graded inadequate would be …", "The best services are outstanding."
#pragma once

#include "pressmark/inspection/doubt/clause.h"

namespace pressmark::inspection {

[[nodiscard]] bool is_about_any(const GradeClause& clause);

}  // namespace pressmark::inspection
