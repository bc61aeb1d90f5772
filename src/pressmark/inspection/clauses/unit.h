// The grades of a sentence as units: one grade, or two that tell of a move, "from good to requires improvement".
#pragma once

#include <cstddef>
#include <vector>

#include "pressmark/inspection/doubt.h"
#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// The place of no item.
inline constexpr std::size_t nowhere = ~std::size_t{0};

struct Unit {
  std::size_t current = nowhere;   // item
  std::size_t previous = nowhere;  // item
  std::size_t low = 0, high = 0;   // the first and the last item
  bool listed = false;             // one of several side by side: "good or outstanding"
  Strength strength = Strength::none;
  bool used = false;
  bool everyday = false;     // "Safety was poor": words that anybody may say of anything
  bool on_services = false;  // of the whole, whatever areas stand before it
  bool counted = false;
  int count = -1;
};

/// Those that state a grade, in order.
[[nodiscard]] std::vector<Unit> find_units(const Block& block, const Sentence& sentence);

}  // namespace pressmark::inspection
