#include "pressmark/markdown/document.h"

#include <algorithm>

#include "pressmark/markdown/builder.h"
#include "pressmark/markdown/checks.h"
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

text::Span Document::locate(NodeIndex node, std::uint32_t, std::uint32_t) const {
  while (is_inline(nodes_[node].type)) --node;
  return nodes_[node].span;
}

Document parse(const text::Source& source, std::uint32_t start, const ParseOptions& options,
               text::Diagnostics& diagnostics) {
  const std::string_view markdown = source.text().substr(start);
  Document document;
  document.storage_ = std::make_unique<Document::Storage>(source, start, options.smart, arena_bytes(markdown.size()));
  Document::Storage& storage = *document.storage_;
  const ArenaScope scope(storage.arena);
  Builder builder(source, start, storage.arena, document.nodes_, storage.origins, diagnostics);
  builder.build(parse_tree(markdown, options.smart));
  document.nodes_.front().span = {start, source.size()};
  check_links(document, diagnostics);
  check_escaped_lists(document, source, diagnostics);
  return document;
}

}  // namespace pressmark::markdown
