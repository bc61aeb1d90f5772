// What a Document keeps behind its nodes: the memory of their strings, cmark's tree, and the source.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "pressmark/markdown/alignment.h"
#include "pressmark/markdown/arena.h"
#include "pressmark/markdown/block_spans.h"
#include "pressmark/markdown/builder.h"
#include "pressmark/markdown/document.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

struct Document::Storage {
  Storage(const text::Source& text, std::uint32_t body_start, bool smart_punctuation, std::size_t first_block)
      : source(text), spans(text, body_start), smart(smart_punctuation), arena(first_block) {}

  /// Whether words stand where they are in the source, and are no copy: their place needs no search, which takes ten
  /// times as long as all else that finds the evidence of a grade.
  [[nodiscard]] bool is_of_source(std::string_view words) const;
  /// What the innermost block around a node was made from.
  [[nodiscard]] const BlockOrigin* origin_of(NodeIndex node) const;
  [[nodiscard]] Alignment align_leaf_block(const BlockOrigin& leaf, const std::vector<Node>& built) const;

  const text::Source& source;
  BlockSpans spans;
  bool smart;
  Arena arena;
  cmark_parser* parser = nullptr;  // lives in the arena, as do the blocks of its tree
  std::vector<BlockOrigin> origins;
  /// The blocks that were aligned with the source so far.
  std::map<const cmark_node*, Alignment> alignments;
};

}  // namespace pressmark::markdown
