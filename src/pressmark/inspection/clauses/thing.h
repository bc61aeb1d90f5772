// Whether a grade is said of a thing: neither of a body nor of one of its areas.
#pragma once

#include <cstddef>

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// "The playground was rated good", "our school's lunches require improvement". `after`: where the part of the sentence
/// begins to which the grade belongs.
[[nodiscard]] bool is_of_a_thing(const Block& block, std::span<const Item> items, std::size_t after, std::size_t grade);

}  // namespace pressmark::inspection
