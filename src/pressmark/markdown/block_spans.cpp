#include "pressmark/markdown/block_spans.h"

#include <algorithm>
#include <string_view>

#include "pressmark/markdown/line_head.h"
#include "pressmark/text/ascii.h"

namespace pressmark::markdown {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

BlockSpans::BlockSpans(const text::Source& source, std::uint32_t start)
    : source_(source), start_(start), first_line_(source.line_of(start)) {
  // cmark skips a byte order mark at the head of its input, also one that is the second of the source.
  if (source.text().substr(start).starts_with(byte_order_mark))
    start_ += static_cast<std::uint32_t>(byte_order_mark.size());
}

/// The line within the containers of a block, without blanks at its ends; empty where the line is outside of them or
/// indented as code.
std::string_view BlockSpans::text_inside(const cmark_node* block, int number) const {
  const std::string_view text = source_.slice(line(number));
  LineHead head(text);
  for (const cmark_node* container : containers_of(block)) {
    if (!head.enter(container)) return {};
  }
  if (head.indent() > 3) return {};
  const std::string_view inside = text.substr(head.first_character());
  return inside.substr(0, inside.find_last_not_of(blanks) + 1);
}

bool BlockSpans::is_underline(const cmark_node* heading, int number) const {
  const std::string_view text = text_inside(heading, number);
  return !text.empty() && (text.front() == '=' || text.front() == '-') &&
         text.find_first_not_of(text.front()) == std::string_view::npos;
}

bool BlockSpans::is_closing_fence(const cmark_node* code, int number) const {
  const std::string_view text = text_inside(code, number);
  const auto mark = static_cast<char>(code->as.code.fence_char);
  return text.size() >= code->as.code.fence_length && text.find_first_not_of(mark) == std::string_view::npos;
}

int BlockSpans::last_line(const cmark_node* block) const {
  const std::string_view text = text_of(block);
  switch (type_of(block)) {
    case CMARK_NODE_HEADING: {
      // An underlined heading counts as one that ends with the line that closes it, unless that is the end of the text.
      const int before = block->end_line - 1;
      return block->as.heading.setext && before > block->start_line && is_underline(block, before) ? before
                                                                                                   : block->end_line;
    }
    case CMARK_NODE_CODE_BLOCK: {
      if (!block->as.code.fenced) return block->end_line;
      const int last_inside = block->start_line + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
      return is_closing_fence(block, last_inside + 1) ? last_inside + 1 : last_inside;
    }
    case CMARK_NODE_HTML_BLOCK:
      return block->start_line + std::max(static_cast<int>(std::count(text.begin(), text.end(), '\n')) - 1, 0);
    default:
      return block->end_line;
  }
}

text::Span BlockSpans::of(const cmark_node* block) const {
  const std::uint32_t size = source_.size();
  const auto column = [](int cmark_column) { return static_cast<std::uint32_t>(std::max(cmark_column, 0)); };
  const std::uint32_t start = std::min(size, line(block->start_line).start + column(block->start_column - 1));
  const int last = last_line(block);
  const text::Span last_span = line(last);
  std::uint32_t end = last_span.end;
  if (last == block->end_line) end = std::min(end, last_span.start + column(block->end_column));
  end = std::clamp(end, start, size);
  const std::string_view text = source_.text();
  while (end > start && (text[end - 1] == '\r' || text[end - 1] == '\n' || text::is_blank(text[end - 1]))) --end;
  return {start, end};
}

}  // namespace pressmark::markdown
