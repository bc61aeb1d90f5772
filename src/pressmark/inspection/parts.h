// The parts of a text, each headed by the name of a body: "### Elm Hospital" above a list, "### Oak Hospital" above
// another.
#pragma once

#include <vector>

#include "pressmark/inspection/clauses/claim.h"
#include "pressmark/inspection/read_text.h"

namespace pressmark::inspection {

/// Gives the claims without a name that of the body which heads their part, where the parts are of two bodies at least;
/// those below an earlier year ("### 2022 inspection") become history. For texts whose grades differ: alone they need
/// it.
void name_parts(std::vector<Claim>& claims, const ReadText& text);

}  // namespace pressmark::inspection
