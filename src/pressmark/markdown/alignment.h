// Where the words of a block stand in the source, to the character.
//
// cmark's own columns of inlines are not to be trusted across wrapped lines, escapes and containers. So the block's
// inlines are laid over its source once more, with cmark's tree as the key to what is markup: every character of every
// word must be found, everything between them must be the markup that the tree calls for, and nothing may be left over.
#pragma once

#include <cstdint>
#include <vector>

#include "pressmark/markdown/block_spans.h"
#include "pressmark/markdown/cmark_tree.h"
#include "pressmark/markdown/document.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

/// Bytes [from, to) of a node's text and where they stand.
struct AlignedRun {
  NodeIndex node;
  std::uint32_t from, to;
  text::Span source;
  /// Written as they are read, byte by byte. Otherwise the two stand for each other as a whole: an escape, an entity, a
  /// typographic mark, a line end inside code.
  bool verbatim;
};

/// A tag, comment or the like between the words.
struct AlignedTag {
  const cmark_node* node;
  text::Span source;
};

struct Alignment {
  std::vector<AlignedRun> runs;  // in order of node and from; empty where the source could not be followed
  std::vector<AlignedTag> tags;  // in order
};

/// Aligns a paragraph, heading or block of raw HTML with its source. `first`: the first node that was made of it.
[[nodiscard]] Alignment align(const text::Source& source, const BlockSpans& spans, bool smart,
                              const std::vector<Node>& nodes, const cmark_node* block, NodeIndex first);

}  // namespace pressmark::markdown
