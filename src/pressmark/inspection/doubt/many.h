// Statistics: grades that many bodies have, or that one of them has which nobody names.
#pragma once

#include "pressmark/inspection/doubt/clause.h"

namespace pressmark::inspection {

/// "gave ‘adequate’ to almost half", "29 forces were good at A"
[[nodiscard]] bool is_about_many(const GradeClause& clause);
/// "29 good": so many bodies or areas.
[[nodiscard]] bool is_counted(const GradeClause& clause);
/// "A and B are the two goods."
[[nodiscard]] bool is_said_of_things(std::span<const Item> items, std::size_t grade);
/// "four were good (A, B, C and D)", "two were good: A and B", "three were good, among them A"
[[nodiscard]] bool names_what_it_counts(std::span<const Item> items, std::size_t grade);

}  // namespace pressmark::inspection
