#include "pressmark/markdown/document.h"

#include <algorithm>

#include "pressmark/markdown/builder.h"
#include "pressmark/markdown/checks.h"
#include "pressmark/markdown/storage.h"

namespace pressmark::markdown {
namespace {

/// What the blocks and words of a release of this size take, roughly.
std::size_t arena_bytes(std::size_t text) { return std::clamp<std::size_t>(2 * text, 8 << 10, 256 << 10); }

/// Short releases have a node for every 44 bytes, long ones fewer. Growing to that step by step takes two and a half
/// times the memory.
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
    Builder builder(source, storage.spans, options.smart, storage.parser, storage.arena, document.nodes_,
                    storage.origins, diagnostics);
    builder.build(root);
  }
  document.nodes_.front().span = {start, source.size()};
  check(document, source, diagnostics);
  return document;
}

}  // namespace pressmark::markdown
