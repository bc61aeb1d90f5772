#include "pressmark/markdown/line_head.h"

#include <algorithm>

#include "pressmark/text/ascii.h"

namespace pressmark::markdown {
namespace {

using text::is_blank;

constexpr int footnote_indent = 4;  // of its lines but the first

constexpr int to_tab_stop(int column) { return 4 - column % 4; }

}  // namespace

std::vector<const cmark_node*> containers_of(const cmark_node* block) {
  std::vector<const cmark_node*> containers;
  for (const cmark_node* node = block->parent; node != nullptr; node = node->parent) {
    if (type_of(node) == CMARK_NODE_BLOCK_QUOTE || type_of(node) == CMARK_NODE_ITEM || is_footnote(node))
      containers.push_back(node);
  }
  std::reverse(containers.begin(), containers.end());
  return containers;
}

bool LineHead::enter(const cmark_node* container) {
  const Indent indent = measure();
  if (type_of(container) == CMARK_NODE_BLOCK_QUOTE) {
    if (indent.columns > 3 || indent.end >= line_.size() || line_[indent.end] != '>') return false;
    advance(indent.columns + 1);
    if (offset_ < line_.size() && is_blank(line_[offset_])) advance(1);
    return true;
  }
  const int width =
      is_footnote(container) ? footnote_indent : container->as.list.marker_offset + container->as.list.padding;
  if (indent.columns < width) return false;
  advance(width);
  return true;
}

LineHead::Indent LineHead::measure() const {
  int column = column_;
  std::size_t at = offset_;
  for (; at < line_.size() && is_blank(line_[at]); ++at) column += line_[at] == '\t' ? to_tab_stop(column) : 1;
  return {column - column_, at};
}

void LineHead::advance(int columns) {
  while (columns > 0 && offset_ < line_.size()) {
    const int width = line_[offset_] == '\t' ? to_tab_stop(column_) : 1;
    column_ += std::min(width, columns);
    if (width <= columns) ++offset_;  // a tab may be taken in parts
    columns -= width;
  }
}

}  // namespace pressmark::markdown
