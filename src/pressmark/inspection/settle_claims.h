// What the whole text says about its claims: which of them tell of the past, and which body each is for.
#pragma once

#include "pressmark/inspection/discourse.h"
#include "pressmark/inspection/read_text.h"

namespace pressmark::inspection {

/// Settles the time, the body and the areas of the claims. Whether an area has other grades for a body of another name.
bool settle_claims(Discourse& discourse, const ReadText& text);

}  // namespace pressmark::inspection
