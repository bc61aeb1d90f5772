// The heads of a block's lines: what its containers put before its text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "pressmark/markdown/cmark_tree.h"

namespace pressmark::markdown {

/// The quotes, list items and footnotes around a block, outermost first.
[[nodiscard]] std::vector<const cmark_node*> containers_of(const cmark_node* block);

/// Steps through the head of a line as cmark does: in columns, with tab stops of four.
class LineHead {
 public:
  explicit LineHead(std::string_view line) : line_(line) {}

  /// Whether the line goes on in this container; if so, what the container takes of it is gone.
  [[nodiscard]] bool enter(const cmark_node* container);

  /// Bytes that the containers have taken.
  [[nodiscard]] std::size_t offset() const { return offset_; }
  /// Columns of white space before the text.
  [[nodiscard]] int indent() const { return measure().columns; }
  [[nodiscard]] std::size_t first_character() const { return measure().end; }

 private:
  struct Indent {
    int columns;
    std::size_t end;
  };

  [[nodiscard]] Indent measure() const;
  void advance(int columns);

  std::string_view line_;
  std::size_t offset_ = 0;
  int column_ = 0;
};

}  // namespace pressmark::markdown
