// The text of a release as detection reads it: blocks of the tree as tokens, with the phrases found among them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pressmark/inspection/catalogue.h"
#include "pressmark/inspection/phrases.h"
#include "pressmark/markdown/document.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

enum class Speaker : std::uint8_t { none, inspector, other };

/// A block of the tree. Its tokens, hits and mentions are parts of the passage's; a block in which nothing bears on
/// grades has none.
struct Block {
  markdown::NodeIndex node = 0;
  bool heading = false;
  int level = 0;      // of a heading
  bool item = false;  // first block of a list item
  bool table = false;
  bool heads_part = false;          // may name the body that what follows is about
  Speaker speaker = Speaker::none;  // who is said to speak, last in the block
  bool of_past = false;             // speaks of the last inspection, or of previous ratings
  bool asks_of_past = false;        // "What was it last time?"
  bool denies = false;              // begins with "This is not true."
  bool of_mock = false;             // tells of a mock inspection, a scenario or a demo
  bool labels_whole = false;        // "CQC overall rating", of which the grade stands below
  bool of_wishes = false;           // heads what somebody aims at, or his own assessment: "Our targets:"
  std::uint32_t size = 0;           // number of tokens, kept even where the tokens are not
  std::span<const Token> tokens;
  std::span<const Mention> hits;                  // see PhraseWalker
  std::span<const std::uint32_t> numbers;         // tokens that are a small number
  std::span<const Mention> grades, areas, signs;  // each ordered by place, without overlap among themselves
};

/// What the whole text says about who inspected whom, gathered in the same pass.
struct SchemeSigns {
  std::vector<int> named;     // by scale: mentions of body, nickname or programme, weighted
  std::vector<int> cued;      // by scale: cue words
  std::vector<int> councils;  // … of these, "council" and "local authority", which come up in texts on schools, too
  int inspections = 0;        // inspectors, inspected, …
  std::vector<int> years;     // four-digit years, in order
  bool his_majesty = false, her_majesty = false, hmic = false, hmicfrs = false;

  /// Whether an inspection or an inspectorate comes up at all.
  [[nodiscard]] bool tell_of_inspection() const;
};

/// Moves, and is never copied: the blocks point into the lists.
struct Passage {
  Passage() = default;
  Passage(Passage&&) = default;
  Passage& operator=(Passage&&) = default;

  std::vector<Block> blocks;
  std::vector<Token> tokens;
  std::vector<Mention> hits;
  std::vector<std::uint32_t> numbers;
  std::vector<Mention> mentions;
  SchemeSigns signs;
  // Its title says that somebody grades himself in it, or some remark that nobody was graded.
  bool grades_nobody = false;
  bool of_closed_body = false;
};

/// Reads the whole tree. Code, URLs and alternative texts are not words. `context` is further text that tells who
/// inspected whom, such as the title in the front matter; it is never evidence.
[[nodiscard]] Passage read_passage(const markdown::Document& document, const text::Source& source,
                                   const std::vector<std::string_view>& context, const Catalogue& catalogue);

/// "CQC overall rating", "Food hygiene rating": a line of its own, whose grade stands on the next.
[[nodiscard]] bool labels_the_whole(std::span<const Token> words, bool names_scheme);

/// "What was it last time?"
[[nodiscard]] bool asks_of_the_past(std::span<const Token> words);

/// "This is not true.", "That is untrue.", "This was wrong."
[[nodiscard]] bool denies_what_was_said(std::span<const Token> words);

/// "At our last full inspection we found:": words that end in a colon, and what follows is of then.
[[nodiscard]] bool leads_to_the_past(std::span<const Token> words);

}  // namespace pressmark::inspection
