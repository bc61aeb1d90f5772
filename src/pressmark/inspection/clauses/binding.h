// Ordinary binding: each grade of a sentence takes the areas before it or those behind it, or else goes on about those
// of the grade before.
#pragma once

#include "pressmark/inspection/clauses/claims.h"

namespace pressmark::inspection {

/// False where the sentence turns out to count bodies: then no grade of it is one.
bool bind_areas(Analysis& analysis, Claims& claims);

}  // namespace pressmark::inspection
