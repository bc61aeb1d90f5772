// Embargoes that a text states in words: in a line of its front matter that is no entry, or at the head of its body.
#pragma once

#include <cstdint>
#include <optional>

#include "pressmark/release/dates.h"
#include "pressmark/text/source.h"

namespace pressmark::release {

/// "EMBARGOED UNTIL 00:01 Friday 1 May 2026", "embargo:00:01 1 May 2026", "embargo = 2026-05-01", "Not for publication
/// before 1 May 2026".
struct EmbargoLine {
  text::Span span;             // the words that should be a moment
  bool states_moment = false;  // they begin with one
  bool in_body = false;
};

/// The first such line of the front matter and of the first lines of the body, which begins at `body_start`. An embargo
/// that is news, "Embargo on fish lifted", is none. `blank_entry`: the front matter has an entry for the embargo that
/// was left empty, so that its lines count only with a moment.
[[nodiscard]] std::optional<EmbargoLine> find_embargo_line(const text::Source& source, std::uint32_t body_start,
                                                           bool blank_entry, DateOrder order);

}  // namespace pressmark::release
