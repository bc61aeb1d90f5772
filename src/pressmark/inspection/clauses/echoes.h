// Areas that share the grade of others: "… and so is its leadership", "… and the same goes for B", "… and on B too".
#pragma once

#include "pressmark/inspection/clauses/claims.h"

namespace pressmark::inspection {

void bind_echoes(Analysis& analysis, Claims& claims);

}  // namespace pressmark::inspection
