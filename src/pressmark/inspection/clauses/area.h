// An area by itself: how much its name says.
#pragma once

#include <cstddef>
#include <span>

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// "the former", "the latter"
[[nodiscard]] bool stands_for_another(const Item& area);
/// Named by a word that is said of much else: "people", "safe".
[[nodiscard]] bool is_weak(const Item& area);
/// "overall effectiveness": the whole that is inspected, and no part of it.
[[nodiscard]] bool is_whole(const Item& item);
/// "good in all areas except A": an exception begins here.
[[nodiscard]] bool begins_exception(std::span<const Item> items, std::size_t at);
/// … and A is one.
[[nodiscard]] bool is_excepted(std::span<const Item> items, std::size_t area);
/// "both of the efficiency areas" are not efficiency. `area` is a place among the items.
[[nodiscard]] bool names_group(std::span<const Item> items, std::size_t area);

}  // namespace pressmark::inspection
