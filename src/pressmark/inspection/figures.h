// Figures that are grades: "a rating of 5", "four out of five", "Safety: 3", "grade 2".
#pragma once

#include <cstdint>
#include <span>

#include "pressmark/inspection/mention.h"
#include "pressmark/inspection/tokens.h"

namespace pressmark::inspection {

/// Verbs of giving a figure, which may stand some words behind them: "scored the home 5", "handed the cafe a two".
[[nodiscard]] bool gives_figure(WordId word);

struct FigureReading {
  NumberForm form = NumberForm::none;
  std::size_t end = 0;  // token behind the figure, and behind "out of five" and the like
};

/// Whether the small number at a token is a grade by what stands around it, and in what form. `areas`: those of the
/// text, in order; `earlier`: the figures before it that are grades. What is a grade here must pass the sieve, which
/// judges figures by less (see sieve.cpp).
[[nodiscard]] FigureReading read_figure(std::span<const Token> tokens, std::size_t at, std::span<const Mention> areas,
                                        std::span<const Mention> earlier);

}  // namespace pressmark::inspection
