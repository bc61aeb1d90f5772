// Who gives a grade: opinions of others than the inspectorate.
#pragma once

#include "pressmark/inspection/doubt/clause.h"

namespace pressmark::inspection {

/// "found to be inadequate by the county's surveyor", "Peer review: A was judged to be good."
[[nodiscard]] bool is_judged_by_others(const GradeClause& clause);
/// Whether somebody other than the inspectorate is reported to say it: "the commissioner said that the force was good".
[[nodiscard]] bool is_reported_opinion(const Sentence& sentence, std::size_t grade);
/// "was said to be adequate"
[[nodiscard]] bool is_said_of(std::span<const Item> items, std::size_t at);
/// "…, the report by the CQC says": the whole sentence is the inspectorate's.
[[nodiscard]] bool says_inspectorate(std::span<const Item> items, std::size_t grade);

}  // namespace pressmark::inspection
