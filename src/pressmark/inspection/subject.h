// The name of the body that a sentence is about: "Tansy Court", "Brinemere and Wynfold FT".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pressmark/inspection/passage.h"

namespace pressmark::inspection {

/// Tokens [first, last) of a block; empty where there is no name.
struct NameRun {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] bool empty() const { return first == last; }
};

/// Runs of capitalised words between two tokens that can name a body: no inspectorate, month, grade or area among them.
/// `opening`: the words begin an entry of a list, where a single name may open it.
[[nodiscard]] std::vector<NameRun> name_runs(const Block& block, std::uint32_t first, std::uint32_t last, bool opening);
/// Whether a run stands at the head of the words that begin at `first`, articles and figures left out: "The 4
/// Chimneys".
[[nodiscard]] bool heads(const Block& block, std::uint32_t first, NameRun run);
/// "Jane Doe said", "Jane Doe, head of Elm House, said": whether a run in the words [first, end) says something.
[[nodiscard]] bool speaks(const Block& block, std::uint32_t first, NameRun run, std::uint32_t end);
/// The run nearest before a token that no "said" and no "by" makes a speaker or an inspectorate.
[[nodiscard]] NameRun name_before(const Block& block, std::uint32_t sentence_first, std::uint32_t token);
/// "the nursery class" of a school, which has no other name, at a token; empty where it does not stand there.
[[nodiscard]] NameRun nursery_at(const Block& block, std::uint32_t at, std::uint32_t end);
/// The words of a run, as the reader sees them.
[[nodiscard]] std::string words_of(const markdown::Document& document, const Block& block, NameRun run);

}  // namespace pressmark::inspection
