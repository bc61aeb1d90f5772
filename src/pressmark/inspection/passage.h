// The text of a release as detection reads it: blocks of the tree as tokens, with the phrases found among them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pressmark/inspection/catalogue.h"
#include "pressmark/inspection/phrases.h"
#include "pressmark/markdown/document.h"

namespace pressmark::inspection {

enum class Speaker : std::uint8_t { none, inspector, other };

struct Block {
  markdown::NodeIndex node = 0;
  bool heading = false;
  int level = 0;      // of a heading
  bool item = false;  // first block of a list item
  std::vector<Token> tokens;
  std::vector<Mention> possible_areas;        // see PhraseFinder
  std::vector<Mention> grades, areas, signs;  // each ordered by place, without overlap among themselves
  Speaker speaker = Speaker::none;            // who is said to speak, last in the block
  std::uint32_t size =
      0;  // number of tokens, kept even where the tokens are not: a block without grade or area has none
};

/// What the whole text says about who inspected whom, gathered in the same pass.
struct SchemeSigns {
  std::vector<int> named;  // by scale: mentions of body, nickname or programme, weighted
  std::vector<int> cued;   // by scale: cue words
  int inspections = 0;     // inspectors, inspected, …
  std::vector<int> years;  // four-digit years, in order
  bool his_majesty = false, her_majesty = false, hmic = false, hmicfrs = false;
};

struct Passage {
  std::vector<Block> blocks;
  SchemeSigns signs;
};

/// Reads the whole tree. Code, URLs and alternative texts are not words. `context` is further text that tells who
/// inspected whom, such as the title in the front matter; it is never evidence.
[[nodiscard]] Passage read_passage(const markdown::Document& document, const std::vector<std::string_view>& context,
                                   const Catalogue& catalogue);

}  // namespace pressmark::inspection
