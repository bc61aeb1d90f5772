// Grades that stand in a row like the areas that they are for: tables that came flattened out of a PDF, and "good, good
// and adequate for A, B and C".
#pragma once

#include "pressmark/inspection/clauses/claims.h"

namespace pressmark::inspection {

/// Whether the sentence has such rows.
bool bind_rows(Analysis& analysis, Claims& claims);

}  // namespace pressmark::inspection
