// Where cmark's blocks stand in the source.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "pressmark/markdown/cmark_tree.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

/// Byte ranges of cmark's blocks, whose positions are lines and bytes from the start of the Markdown.
class BlockSpans {
 public:
  BlockSpans(const text::Source& source, std::uint32_t start);
  /// The block in the source, without blank lines at its end.
  [[nodiscard]] text::Span of(const cmark_node* block) const;
  /// The number of the block's last line. cmark's own is wrong for some blocks that end with the line after them.
  [[nodiscard]] int last_line(const cmark_node* block) const;
  /// A line of the Markdown, counted from 1, without its line end; empty behind the last.
  [[nodiscard]] text::Span line(int number) const {
    const std::uint32_t in_source = first_line_ + static_cast<std::uint32_t>(std::max(number, 1)) - 1;
    if (in_source > source_.line_count()) return {source_.size(), source_.size()};
    text::Span line = source_.line_span(in_source);
    if (number <= 1) line.start = std::min(start_, line.end);
    return line;
  }
  /// At least 1; see Source::line_count.
  [[nodiscard]] int line_count() const { return static_cast<int>(source_.line_count() - first_line_) + 1; }

 private:
  [[nodiscard]] bool is_underline(const cmark_node* heading, int number) const;
  [[nodiscard]] bool is_closing_fence(const cmark_node* code, int number) const;
  [[nodiscard]] std::string_view text_inside(const cmark_node* block, int number) const;

  const text::Source& source_;
  std::uint32_t start_;  // where the first line begins for cmark
  std::uint32_t first_line_;
};

}  // namespace pressmark::markdown
