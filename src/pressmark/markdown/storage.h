// What a Document keeps behind its nodes: the memory of their strings, cmark's tree, and the source.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "pressmark/markdown/alignment.h"
#include "pressmark/markdown/arena.h"
#include "pressmark/markdown/block_spans.h"
#include "pressmark/markdown/document.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

struct Document::Storage {
  Storage(const text::Source& text, std::uint32_t body_start, bool smart_punctuation, std::size_t first_block)
      : source(text), spans(text, body_start), smart(smart_punctuation), arena(first_block) {}

  const text::Source& source;
  BlockSpans spans;
  bool smart;
  Arena arena;
  /// The cmark node that each node was made from: several nodes for a block of raw HTML, one for any other.
  std::vector<cmark_node*> origins;
  /// For every node the innermost block around it; made when it is first asked for.
  std::vector<NodeIndex> blocks;
  /// The blocks that were aligned with the source so far.
  std::unordered_map<const cmark_node*, Alignment> alignments;
};

}  // namespace pressmark::markdown
