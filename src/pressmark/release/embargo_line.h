// Embargoes that a text states in words: in a line of its front matter that is no entry, or at the head of its body.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pressmark/text/source.h"

namespace pressmark::release {

/// "EMBARGOED UNTIL 00:01 Friday 1 May 2026", "embargo:00:01 1 May 2026".
struct EmbargoLine {
  std::string until;  // the words that should be a moment
  text::Span span;    // where they stand
  bool in_body = false;
};

/// The first such line of the front matter and of the first lines of the body, which begins at `body_start`. An embargo
/// that is news, "Embargo on fish lifted", is none.
[[nodiscard]] std::optional<EmbargoLine> find_embargo_line(const text::Source& source, std::uint32_t body_start);

}  // namespace pressmark::release
