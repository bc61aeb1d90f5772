#include "pressmark/markdown/document.h"

#include <algorithm>
#include <functional>

#include "pressmark/markdown/builder.h"
#include "pressmark/markdown/checks.h"
#include "pressmark/markdown/conversion_checks.h"
#include "pressmark/markdown/directive.h"
#include "pressmark/markdown/storage.h"

namespace pressmark::markdown {
namespace {

/// What the blocks and words of a release of this size take, roughly.
std::size_t arena_bytes(std::size_t text) { return std::clamp<std::size_t>(2 * text, 8 << 10, 256 << 10); }

/// Short releases have a node for every 44 bytes, long ones fewer. Growing to that step by step takes two and a half times
/// the memory.
std::size_t usual_nodes(std::size_t text) { return text / 42 + 16; }

/// A parser that has read the blocks of a body. It is given the lines that are known, and need not look for them.
cmark_parser* read_blocks(const text::Source& source, const BlockSpans& spans, std::uint32_t start, bool smart) {
  const int options = smart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT;
  cmark_parser* parser = cmark_parser_new_with_mem(options, ArenaScope::memory());
  const std::string_view body = source.text().substr(start);
  pressmark_start(parser, body.data(), body.size());
  for (int number = 1; number <= spans.line_count(); ++number) {
    const text::Span line = spans.line(number);
    // Behind the last line end there is none.
    if (!line.empty() || number < spans.line_count()) {
      pressmark_read_line(parser, source.text().data() + line.start, line.size());
    }
  }
  return parser;
}

}  // namespace

Document::Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

std::string Document::plain_text(NodeIndex index) const { return markdown::plain_text(nodes_, index); }

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

Document parse(const text::Source& source, std::uint32_t start, const ParseOptions& options,
               text::Diagnostics& diagnostics) {
  const std::string_view markdown = source.text().substr(start);
  Document document;
  document.storage_ = std::make_unique<Document::Storage>(source, start, options.smart, arena_bytes(markdown.size()));
  Document::Storage& storage = *document.storage_;
  {
    const ArenaScope scope(storage.arena);
    storage.parser = read_blocks(source, storage.spans, start, options.smart);
    cmark_node* const root = pressmark_finish_blocks(storage.parser);
    document.nodes_.reserve(usual_nodes(markdown.size()));
    Builder builder(source, storage.spans, options.smart, storage.parser, storage.arena, document.nodes_, storage.origins,
                    diagnostics);
    builder.build(root);
  }
  document.nodes_.front().span = {start, source.size()};
  check_links(document, diagnostics);
  check_escaped_lists(document, source, diagnostics);
  check_directive_lines(document, source, diagnostics);
  check_conversion(document, source, diagnostics);
  return document;
}

}  // namespace pressmark::markdown
