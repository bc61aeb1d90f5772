// Grades of bodies that the sentence names beside them: "Pass: The Tin Kettle; The Blue Door", "two trusts, X and Y,
// require improvement".
#pragma once

#include "pressmark/inspection/clauses/claims.h"

namespace pressmark::inspection {

/// Whether nothing but a bullet and words such as "Rated" stand before a grade.
[[nodiscard]] bool opens_with(std::span<const Item> items, std::size_t grade);
/// "X was judged good, Y outstanding and Z, which …, requires improvement": each grade has a name of its own before it.
bool bind_series_of_names(Analysis& analysis, Claims& claims);
/// Whether the grade is that of bodies that are named in a list or a label.
bool bind_names(Analysis& analysis, const Unit& unit, Claims& claims);

}  // namespace pressmark::inspection
