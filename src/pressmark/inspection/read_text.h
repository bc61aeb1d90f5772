// A text with what was recognised in it before its sentences are read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "pressmark/inspection/catalogue.h"
#include "pressmark/inspection/grade.h"
#include "pressmark/inspection/passage.h"
#include "pressmark/inspection/scheme.h"
#include "pressmark/markdown/document.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

struct ReadText {
  const markdown::Document& document;
  const text::Source& source;
  const Catalogue& catalogue;
  Passage passage;
  Scheme scheme;
  text::Diagnostics& diagnostics;

  [[nodiscard]] std::span<const Scale> scales() const { return catalogue.scales(); }

  /// Of tokens [first, last) of a block.
  [[nodiscard]] Place place_of(std::uint32_t block, std::uint32_t first, std::uint32_t last) const {
    const std::span<const Token> tokens = passage.blocks[block].tokens;
    return {tokens[first].node, tokens[first].from, tokens[last - 1].end_node, tokens[last - 1].to};
  }
  /// … and where that is in the source.
  [[nodiscard]] text::Span span_of(const Place& place) const {
    const text::Span start = document.locate(place.first, place.from, place.from + 1);
    const text::Span end = document.locate(place.last, place.to > 0 ? place.to - 1 : 0, std::max(place.to, 1U));
    return {start.start, std::max(start.end, end.end)};
  }
};

}  // namespace pressmark::inspection
