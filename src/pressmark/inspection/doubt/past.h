// Words that look back: "previously", "last time", a year; and asides that do.
#pragma once

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// "2016", "last year"
[[nodiscard]] bool is_date(std::span<const Item> items, std::size_t at);
/// Whether the word at a place, beside a grade, tells of an inspection before this one.
[[nodiscard]] bool looks_back(std::span<const Item> items, std::size_t grade, std::size_t at);
/// "X, which joined the trust last year, requires improvement": where the aside that ends in this comma begins; the
/// comma's own place where none does.
[[nodiscard]] std::size_t start_of_aside(std::span<const Item> items, std::size_t grade, std::size_t comma);

}  // namespace pressmark::inspection
