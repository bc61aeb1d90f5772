// Names of bodies that share a grade: "Penllan Police, the Elwy force and Denbrook Police are all good".
#pragma once

#include <cstdint>
#include <vector>

#include "pressmark/inspection/sentence.h"
#include "pressmark/inspection/subject.h"

namespace pressmark::inspection {

/// The run that a comma or "and" joins to this one.
[[nodiscard]] NameRun run_joined_before(const Block& block, const Sentence& sentence, NameRun run);
/// The names of the list that ends in this run, in order; one where it is no list of bodies.
[[nodiscard]] std::vector<NameRun> names_of_list(const Block& block, const Sentence& sentence, NameRun last);

}  // namespace pressmark::inspection
