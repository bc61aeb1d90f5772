// The areas that a sentence names, and which of them stand in one list: "A, B and how it does C".
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// The places of the areas among the items, in order.
class AreaList {
 public:
  explicit AreaList(std::span<const Item> items);

  [[nodiscard]] bool empty() const { return areas_.empty(); }
  [[nodiscard]] std::size_t size() const { return areas_.size(); }
  [[nodiscard]] std::size_t operator[](std::size_t index) const { return areas_[index]; }
  [[nodiscard]] std::size_t front() const { return areas_.front(); }
  [[nodiscard]] std::size_t back() const { return areas_.back(); }
  [[nodiscard]] auto begin() const { return areas_.begin(); }
  [[nodiscard]] auto end() const { return areas_.end(); }

  /// The index of the first area behind an item.
  [[nodiscard]] std::size_t after(std::size_t item) const;
  /// The end of the list that begins with the area of this index.
  [[nodiscard]] std::size_t list_end(std::size_t first) const;
  /// Whether two areas stand in one list.
  [[nodiscard]] bool goes_on(std::size_t one, std::size_t two) const;
  /// Whether one of the areas from one item to another has a name of its own: "risk assessment and referral, and its
  /// investigations".
  [[nodiscard]] bool holds_a_strong_area(std::size_t first, std::size_t last) const;

 private:
  [[nodiscard]] bool has_own_verb(std::size_t area) const;

  std::span<const Item> items_;
  std::vector<std::size_t> areas_;
};

}  // namespace pressmark::inspection
