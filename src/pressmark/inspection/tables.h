// Tables whose header row says what the columns are: then and now, the areas, the bodies, or the grades to tick.
#pragma once

#include <optional>
#include <vector>

#include "pressmark/inspection/clauses.h"

namespace pressmark::inspection {

/// What the cells of a table state; none where the header leaves two ways to read them. Null where the header says
/// nothing of the columns: then each row is a label of its own, "Safe | Good".
[[nodiscard]] std::optional<std::vector<Claim>> read_table(const Block& block);

}  // namespace pressmark::inspection
