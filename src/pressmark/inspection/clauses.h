// How grades bind to areas within a sentence: "good for X", "X was rated good", "X: good", lists, and moves from one
// grade to another.
#pragma once

#include <vector>

#include "pressmark/inspection/clauses/claim.h"
#include "pressmark/inspection/clauses/loose.h"

namespace pressmark::inspection {

struct SentenceReading {
  std::vector<Claim> claims;
  Loose loose;
};

[[nodiscard]] SentenceReading read_clauses(const Block& block, const Sentence& sentence);

}  // namespace pressmark::inspection
