// Whether a grade is for an area that stands before it: "A was rated good", "A: good", "at A, the force was good", "A
// requires improvement".
#pragma once

#include "pressmark/inspection/clauses/analysis.h"

namespace pressmark::inspection {

/// `list_first`: the first area of the list that ends with this one.
[[nodiscard]] bool binds_backward(const Analysis& analysis, std::size_t area, Unit& unit, std::size_t list_first);
/// With nothing but a verb between: "B requires improvement".
[[nodiscard]] bool directly_backward(const Analysis& analysis, std::size_t area, const Unit& unit);
/// Whether a verb of judging stands right before a list: "Estyn judged standards to be …".
[[nodiscard]] bool is_judged(std::span<const Item> items, std::size_t list_first);
/// "At A, …", "In terms of A and B, …", "When it comes to A, …".
[[nodiscard]] bool is_fronted(const Block& block, std::span<const Item> items, std::size_t list_first);

}  // namespace pressmark::inspection
