// Turns cmark's tree into the flat list of nodes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/markdown/arena.h"
#include "pressmark/markdown/block_spans.h"
#include "pressmark/markdown/cmark_tree.h"
#include "pressmark/markdown/document.h"
#include "pressmark/markdown/footnotes.h"
#include "pressmark/markdown/slugs.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

/// See Document::plain_text.
[[nodiscard]] std::string plain_text(const std::vector<Node>& nodes, NodeIndex index);

/// The cmark node that a block was made from: several blocks for one of raw HTML, one for any other.
struct BlockOrigin {
  NodeIndex block;
  cmark_node* origin;
};

/// The inlines of a block are in cmark's tree only while that block is being built: they take more memory than all the
/// rest. What the nodes keep of them is where their words stand, in the source or in `arena`.
class Builder {
 public:
  Builder(const text::Source& source, const BlockSpans& spans, bool smart, cmark_parser* parser, Arena& arena,
          std::vector<Node>& nodes, std::vector<BlockOrigin>& origins, text::Diagnostics& diagnostics);

  void build(cmark_node* root);
  /// Builds a paragraph, heading or cell alone, as it is within the whole but for the numbers of footnotes and for its
  /// places among the nodes. Its inlines stay in cmark's tree for as long as the builder lives.
  void build_leaf_block(cmark_node* block);

 private:
  void read_inlines(cmark_node* block);
  void settle_words(cmark_node* first, const cmark_node* block, std::string_view copy);
  void walk(cmark_node* top);
  void enter(cmark_node* node);
  void leave(cmark_node* node);
  void enter_container(cmark_node* node, NodeType type);
  void enter_text(cmark_node* node);
  void enter_link(cmark_node* node);
  void settle_link(NodeIndex index);
  void enter_leaf_block(cmark_node* node);
  void leave_leaf_block(NodeIndex index);
  void enter_list(cmark_node* node);
  void enter_table_row(cmark_node* node);
  void enter_directive(cmark_node* node);
  void add_words(cmark_node* node, NodeType type, std::string_view words);
  void add_html_block(cmark_node* node);
  void enter_element(cmark_node* node);
  void enter_footnote_reference(cmark_node* node);
  void enter_missed_footnote(cmark_node* node);
  void add_footnotes(cmark_node* root);
  void report_undefined_footnotes(NodeIndex leaf_block);
  void report_unused_footnotes();
  void add_html_inline(cmark_node* node);
  [[nodiscard]] bool is_closed_later(cmark_node* tag, std::string_view name, unsigned place);
  Node& add(cmark_node* origin, NodeType type);
  enum class TagFault { unused, unpaired, attributes };
  void note_fault(TagFault fault, const cmark_node* tag);
  void report_tags(NodeIndex leaf_block);
  void report_raw_html(text::Span span, bool dropped_content);
  [[nodiscard]] bool has_box(const cmark_node* container);
  [[nodiscard]] text::Span block_span(const cmark_node* node) const;

  const text::Source& source_;
  const BlockSpans& spans_;
  bool smart_;
  cmark_parser* parser_;
  Arena& arena_;
  Arena inlines_;  // memory of the leaf block that is being built
  ArenaScope scope_{inlines_};
  std::vector<Node>& nodes_;
  std::vector<BlockOrigin>& origins_;
  text::Diagnostics& diagnostics_;
  Slugs slugs_;
  Footnotes footnotes_;
  int depth_ = 0;          // open containers above the current node, those without a box among them
  bool too_deep_ = false;  // said once
  cmark_node* leaf_block_ = nullptr;
  text::Span leaf_span_;
  const cmark_node* image_ = nullptr;  // the outermost image that is open
  struct Undefined {
    NodeIndex bracket;   // the text "[", with which it begins
    std::uint32_t size;  // of "[^label]"
  };
  std::vector<Undefined> undefined_footnotes_;       // in this leaf block
  std::set<std::string> undefined_footnote_labels_;  // each is told of once
  const cmark_node* link_ = nullptr;                 // the link that is open
  std::array<const cmark_node*, 3> faulty_tags_{};   // by TagFault: the first of this leaf block
  bool dropped_content_ = false;                     // of a script or the like, in this leaf block
  std::uint32_t never_closed_ = 0;  // in this leaf block: elements of dropped_whole() without an end tag from here on
  std::string_view dropping_;       // name of the element whose content is being dropped
};

}  // namespace pressmark::markdown
