// The Markdown tree as the later rooms read it: one flat list of nodes in document order, free of cmark.
//
//   index   0 document          end 7
//           1   heading         end 3
//           2     text "Title"  end 3
//           3   paragraph       end 7
//           4     text "a "     end 5
//           5     emphasis      end 7
//           6       text "b"    end 7
//
// A node's descendants are the nodes between its own index and `end`; its children are found by stepping from `end` to
// `end`. Raw HTML is not in the tree but for a few elements without attributes: other tags are gone, their words are
// text nodes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

enum class NodeType : std::uint8_t {
  document,
  // Blocks
  paragraph,
  heading,
  block_quote,
  bullet_list,
  ordered_list,
  item,
  code_block,
  thematic_break,
  table,
  table_row,
  table_cell,
  directive,
  footnotes,  // last of the document: those that are referred to, in order of their first references
  footnote,
  // Inlines
  text,
  soft_break,
  line_break,
  code,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  element,
  word_break,
  footnote_reference,
};

/// An item that is a task of a list of tasks.
enum class Task : std::uint8_t { none, open, done };

/// Elements of HTML that an author may write for words; their like in Markdown have nodes of their own.
enum class InlineElement : std::uint8_t {
  abbr,
  b,
  bdi,
  cite,
  code,
  dfn,
  i,
  ins,
  kbd,
  mark,
  q,
  s,
  samp,
  small,
  sub,
  sup,
  u,
  var
};

/// Where the words of a table's column stand; none: as the page has it.
enum class ColumnAlignment : std::uint8_t { none, left, right, center };

/// What a directive, ":::name … :::", holds; unknown: words, and nothing is known of them.
enum class Directive : std::uint8_t {
  unknown,
  notes_to_editors,
  contact,
  quote,
  information,
  warning,
  statistic,
  figure,
  table,
  attachments,
  ends,
};

using NodeIndex = std::uint32_t;

struct Node {
  NodeType type = NodeType::document;
  bool tight = false;    // lists: paragraphs of the items have no box; such a paragraph itself
  bool address = false;  // link: its words are its own address
  bool header = false;   // table_row: the first of its table, which names the columns
  ColumnAlignment alignment = ColumnAlignment::none;  // table_cell
  Directive directive = Directive::unknown;           // directive
  Task task = Task::none;                             // item
  InlineElement element = InlineElement::b;           // element
  std::uint8_t level = 0;                             // heading: 1 to 6, as written
  std::uint32_t end = 0;                              // index after the last descendant
  std::uint32_t number = 0;  // ordered_list: first number; footnote: how many references lead to it;
                             // footnote_reference: its footnote, from 1
  std::string_view text;     // text, code, code_block: content; link, image: the destination as cmark decoded it;
                             // directive: its first line from the name on
  std::string_view detail;   // link, image, element: title; code_block: info string; heading, footnote,
                             // footnote_reference: id with its prefix, "pm-…"
  text::Span span;           // blocks: in the source; inlines: empty, ask Document::locate
};

[[nodiscard]] constexpr bool is_inline(NodeType type) { return type >= NodeType::text; }
/// Blocks whose children are inlines.
[[nodiscard]] constexpr bool is_leaf_block(NodeType type) {
  return type == NodeType::paragraph || type == NodeType::heading || type == NodeType::table_cell;
}

struct Alignment;

struct ParseOptions {
  bool smart = true;  // typographic quotes, dashes and ellipses
};

class Document {
 public:
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](NodeIndex index) const { return nodes_[index]; }

  /// The words of a node and its descendants, without markup; breaks become spaces, images their alternative text.
  [[nodiscard]] std::string plain_text(NodeIndex index) const;

  /// Where bytes [from, to) of an inline text or code node's content stand in the source. The answer is exact (escapes,
  /// entities, wrapped lines and containers allowed for) or, where it cannot be, the span of the enclosing block.
  [[nodiscard]] text::Span locate(NodeIndex node, std::uint32_t from, std::uint32_t to) const;

 private:
  friend Document parse(const text::Source&, std::uint32_t, const ParseOptions&, text::Diagnostics&);
  struct Storage;  // the strings that the nodes point into, and the source
  Document();
  [[nodiscard]] NodeIndex block_of(NodeIndex node) const;
  [[nodiscard]] const Alignment& alignment_of(NodeIndex block) const;

  std::vector<Node> nodes_;
  std::unique_ptr<Storage> storage_;
};

/// Parses the Markdown from byte `start` of the source. `source` must outlive the document.
[[nodiscard]] Document parse(const text::Source& source, std::uint32_t start, const ParseOptions& options,
                             text::Diagnostics& diagnostics);

}  // namespace pressmark::markdown
