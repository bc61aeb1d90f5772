#include "pressmark/markdown/document.h"

#include <algorithm>

#include "pressmark/markdown/builder.h"
#include "pressmark/markdown/checks.h"
#include "pressmark/markdown/conversion_checks.h"
#include "pressmark/markdown/directive.h"
#include "pressmark/markdown/storage.h"

namespace pressmark::markdown {
namespace {

/// What cmark takes for a release of this size, roughly: most parses need no second block.
std::size_t arena_bytes(std::size_t text) { return std::clamp<std::size_t>(16 * text, 16 << 10, 4 << 20); }

cmark_node* parse_tree(std::string_view markdown, bool smart) {
  const int options = smart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT;
  cmark_parser* parser = cmark_parser_new_with_mem(options, ArenaScope::memory());
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  return cmark_parser_finish(parser);
}

}  // namespace

Document::Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

std::string Document::plain_text(NodeIndex index) const { return markdown::plain_text(nodes_, index); }

text::Span Document::locate(NodeIndex node, std::uint32_t from, std::uint32_t to) const {
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

NodeIndex Document::block_of(NodeIndex node) const {
  std::vector<NodeIndex>& blocks = storage_->blocks;
  if (blocks.empty()) {
    blocks.reserve(nodes_.size());
    NodeIndex block = 0;
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
      if (!is_inline(nodes_[i].type)) block = i;
      blocks.push_back(block);
    }
  }
  return blocks[node];
}

const Alignment& Document::alignment_of(NodeIndex block) const {
  const std::vector<cmark_node*>& origins = storage_->origins;
  const cmark_node* origin = origins[block];
  const auto known = storage_->alignments.find(origin);
  if (known != storage_->alignments.end()) return known->second;
  NodeIndex first = block;
  while (origins[first - 1] == origin) --first;  // one block of raw HTML may have become several paragraphs
  return storage_->alignments
      .emplace(origin, align(storage_->source, storage_->spans, storage_->smart, nodes_, origin, first))
      .first->second;
}

Document parse(const text::Source& source, std::uint32_t start, const ParseOptions& options,
               text::Diagnostics& diagnostics) {
  const std::string_view markdown = source.text().substr(start);
  Document document;
  document.storage_ = std::make_unique<Document::Storage>(source, start, options.smart, arena_bytes(markdown.size()));
  Document::Storage& storage = *document.storage_;
  const ArenaScope scope(storage.arena);
  Builder builder(source, storage.spans, options.smart, storage.arena, document.nodes_, storage.origins, diagnostics);
  builder.build(parse_tree(markdown, options.smart));
  document.nodes_.front().span = {start, source.size()};
  check_links(document, diagnostics);
  check_escaped_lists(document, source, diagnostics);
  check_directive_lines(document, source, diagnostics);
  check_conversion(document, source, diagnostics);
  return document;
}

}  // namespace pressmark::markdown
