// The parts of a text, each headed by the name of a body: "### Elm Hospital" above a list, "### Oak Hospital" above
// another.
#pragma once

#include <vector>

#include "pressmark/inspection/clauses/claim.h"
#include "pressmark/inspection/read_text.h"

namespace pressmark::inspection {

/// Claims below an earlier year ("### 2022 inspection"), or in an entry that begins with one ("**2016** – …"), become
/// history. Where grades `differ`, the claims without a name get that of the body which heads their part, if the parts
/// are of two bodies at least.
void name_parts(std::vector<Claim>& claims, const ReadText& text, bool differ);

}  // namespace pressmark::inspection
