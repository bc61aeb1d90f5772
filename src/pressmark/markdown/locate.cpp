// Where words of the tree stand in the source: at once where they are the source's own, else by reading the inlines of
// their block once more.
#include <algorithm>
#include <functional>

#include "pressmark/markdown/builder.h"
#include "pressmark/markdown/document.h"
#include "pressmark/markdown/storage.h"

namespace pressmark::markdown {

text::Span Document::locate(NodeIndex node, std::uint32_t from, std::uint32_t to) const {
  const std::string_view words = nodes_[node].text;
  if (nodes_[node].type == NodeType::text && from <= to && to <= words.size() && storage_->is_of_source(words)) {
    const auto start = static_cast<std::uint32_t>(words.data() - storage_->source.text().data());
    return {start + from, start + to};
  }
  const NodeIndex block = block_of(node);
  if (node == block) return nodes_[block].span;
  const std::vector<AlignedRun>& runs = alignment_of(block).runs;
  const auto begin = std::lower_bound(runs.begin(), runs.end(), node,
                                      [](const AlignedRun& run, NodeIndex index) { return run.node < index; });
  const auto end = std::upper_bound(begin, runs.end(), node,
                                    [](NodeIndex index, const AlignedRun& run) { return index < run.node; });
  if (begin == end || from > to || to > (end - 1)->to) return nodes_[block].span;
  const auto first =
      std::upper_bound(begin, end - 1, from, [](std::uint32_t at, const AlignedRun& run) { return at < run.to; });
  const auto last =
      std::lower_bound(first, end - 1, to, [](const AlignedRun& run, std::uint32_t at) { return run.to < at; });
  const std::uint32_t start = first->verbatim ? first->source.start + (from - first->from) : first->source.start;
  if (from == to) return {start, start};
  return {start, last->verbatim ? last->source.start + (to - last->from) : last->source.end};
}

/// The innermost block around a node: no block begins between the two.
NodeIndex Document::block_of(NodeIndex node) const { return storage_->origin_of(node)->block; }

const Alignment& Document::alignment_of(NodeIndex block) const {
  const BlockOrigin* first = storage_->origin_of(block);
  cmark_node* const origin = first->origin;
  const auto known = storage_->alignments.find(origin);
  if (known != storage_->alignments.end()) return known->second;
  while ((first - 1)->origin == origin) --first;  // one block of raw HTML may have become several paragraphs
  return storage_->alignments
      .emplace(origin, type_of(origin) == CMARK_NODE_HTML_BLOCK
                           ? align(storage_->source, storage_->spans, storage_->smart, nodes_, origin, first->block)
                           : storage_->align_leaf_block(*first, nodes_))
      .first->second;
}

bool Document::Storage::is_of_source(std::string_view words) const {
  const std::less_equal<const char*> not_behind;
  const std::string_view text = source.text();
  return not_behind(text.data(), words.data()) && not_behind(words.data() + words.size(), text.data() + text.size()) &&
         (words.data() == text.data() || words.data()[-1] != '\\');  // an escape belongs to its character
}

const BlockOrigin* Document::Storage::origin_of(NodeIndex node) const {
  const auto behind = std::upper_bound(origins.begin(), origins.end(), node,
                                       [](NodeIndex index, const BlockOrigin& entry) { return index < entry.block; });
  return &*(behind - 1);
}

/// Its inlines are gone, so they are read once more. `built`: all nodes of the document.
Alignment Document::Storage::align_leaf_block(const BlockOrigin& leaf, const std::vector<Node>& built) const {
  std::vector<Node> nodes;
  std::vector<BlockOrigin> block_origins;
  text::Diagnostics known;
  Arena words;
  Builder builder(source, spans, smart, parser, words, nodes, block_origins, known);
  builder.build_leaf_block(leaf.origin);
  Alignment alignment = align(source, spans, smart, nodes, leaf.origin, 0);
  leaf.origin->first_child = leaf.origin->last_child = nullptr;
  alignment.tags.clear();  // these were nodes of cmark's
  for (AlignedRun& run : alignment.runs) run.node += leaf.block;
  // What a link refers to may be too much by now: see max_ref_size of cmark.
  const auto same = [](const Node& a, const Node& b) { return a.type == b.type && a.text == b.text; };
  const Node* const first = built.data() + leaf.block;
  if (!std::equal(nodes.begin(), nodes.end(), first, built.data() + first->end, same)) alignment.runs.clear();
  return alignment;
}

}  // namespace pressmark::markdown
