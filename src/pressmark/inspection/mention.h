// A phrase of the lexicon where it stands in the text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "pressmark/inspection/lexicon.h"

namespace pressmark::inspection {

/// A phrase of the lexicon in the text: tokens [first, last).
struct Mention {
  std::uint32_t first = 0, last = 0;
  const Ending* ending = nullptr;  // of the lexicon, which outlives it

  [[nodiscard]] std::span<const Meaning> meanings() const { return ending->meanings; }
};

/// Whether a sign is the name of an inspectorate, or what people call it; not a programme or a cue.
[[nodiscard]] bool names_inspectorate(const Mention& sign);

/// Whether some mention of a list that is ordered and without overlap shares a token with [first, last).
[[nodiscard]] inline bool overlaps(std::span<const Mention> mentions, std::size_t first, std::size_t last) {
  const auto found = std::upper_bound(mentions.begin(), mentions.end(), first,
                                      [](std::size_t at, const Mention& mention) { return at < mention.last; });
  return found != mentions.end() && found->first < last;
}

/// The mention of an ordered list that begins at a token; null: none.
[[nodiscard]] inline const Mention* mention_at(std::span<const Mention> mentions, std::uint32_t token) {
  const auto found = std::lower_bound(mentions.begin(), mentions.end(), token,
                                      [](const Mention& mention, std::uint32_t at) { return mention.first < at; });
  return found != mentions.end() && found->first == token ? &*found : nullptr;
}

}  // namespace pressmark::inspection
