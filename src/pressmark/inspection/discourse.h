// What sentences, lists and headings add to each other: a grade whose areas follow in a list, an answer below its
// question, a section under the name of an area.
#pragma once

#include <vector>

#include "pressmark/inspection/clauses.h"
#include "pressmark/inspection/read_text.h"

namespace pressmark::inspection {

struct Discourse {
  std::vector<Claim> claims;               // in the order of the text
  std::vector<const Mention*> enumerated;  // areas of the last sentence that says which were looked at, all of them
  std::vector<Mention> mentions;           // the claims and areas point into it
};

/// Reads the blocks in order, and narrows their phrases to those of the likely scales.
[[nodiscard]] Discourse read_discourse(ReadText& text);

}  // namespace pressmark::inspection
