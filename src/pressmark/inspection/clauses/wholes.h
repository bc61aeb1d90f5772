// Grades without an area: of a count of areas, of all, or of the whole that is inspected.
#pragma once

#include "pressmark/inspection/clauses/claims.h"

namespace pressmark::inspection {

void bind_wholes(Analysis& analysis, Claims& claims);

}  // namespace pressmark::inspection
