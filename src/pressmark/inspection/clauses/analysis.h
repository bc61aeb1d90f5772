// A sentence on whose grades the rules of binding work.
#pragma once

#include <span>
#include <vector>

#include "pressmark/inspection/clauses/area_list.h"
#include "pressmark/inspection/clauses/unit.h"

namespace pressmark::inspection {

struct Analysis {
  Analysis(const Block& its_block, const Sentence& its_sentence)
      : block(its_block),
        sentence(its_sentence),
        items(its_sentence.items),
        areas(items),
        units(find_units(block, sentence)) {}

  const Block& block;
  const Sentence& sentence;
  std::span<const Item> items;
  AreaList areas;
  std::vector<Unit> units;
};

/// "A: good", "A good": an area and its grade, with no verb.
[[nodiscard]] bool is_label(const Analysis& analysis, std::size_t area, const Unit& unit);
/// Whether nothing of the clause is left here.
[[nodiscard]] bool ends_clause(std::span<const Item> items, std::size_t at);
/// Whether a semicolon parts two items.
[[nodiscard]] bool is_parted(std::span<const Item> items, std::size_t from, std::size_t to);
/// "is now rated good"
[[nodiscard]] bool says_now(std::span<const Item> items, std::size_t grade);
/// "the lowest category, inadequate": the grade names again what stands before the comma.
[[nodiscard]] bool is_apposed(std::span<const Item> items, std::size_t grade);

}  // namespace pressmark::inspection
