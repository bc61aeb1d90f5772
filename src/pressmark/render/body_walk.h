// The walk over the tree that writes a body: what is open, what waits for its turn, and what is written for each node.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/markdown/directive.h"
#include "pressmark/markdown/document.h"
#include "pressmark/render/body.h"
#include "pressmark/render/directive_layout.h"

namespace pressmark::render {

using markdown::DirectiveHead;
using markdown::Document;
using markdown::Node;
using markdown::NodeIndex;
using markdown::NodeType;
using markdown::Task;

[[nodiscard]] Element heading_element(int level);

/// body.cpp has the walk and the Markdown; body_directives.cpp and body_footnotes.cpp have what only some releases use,
/// and are compiled for size.
class BodyWalk {
 public:
  BodyWalk(Writer& writer, const Document& document, const BodyOptions& options);

  void run();

 private:
  struct OpenNode {
    NodeIndex end;
    int elements;  // to close at the end
    bool link;
    std::optional<NodeIndex> directive = {};
    bool leads_back = false;  // with the way from a footnote to the text at its end
  };

  struct Turn {
    NodeIndex at;
    std::size_t owner;  // index of the directive among the open nodes
  };

  void close_until(NodeIndex index);
  [[nodiscard]] bool has_passage() const { return passage_ < options_.evidence.size(); }
  [[nodiscard]] const Place& place() const { return options_.evidence[passage_].place; }
  /// Begins, goes on with or interrupts the element of a passage, before a node is written.
  void mark_evidence(NodeIndex index);
  /// Whether all of an inline node belongs to a passage; a text can belong to it in part.
  [[nodiscard]] bool holds(const Place& passage, NodeIndex index) const;
  void open_evidence();
  void close_evidence();
  void next_passage();
  void write_text(NodeIndex index);
  /// Words of a text node; in a contact and in the line that names a speaker some of them mean something.
  void write_words(NodeIndex index, std::string_view words);
  /// Opens what stays open until the end of the node; answers with the node to go on with.
  NodeIndex open(NodeIndex index, Element element);
  /// The open element says on which line of the source its block begins; a cell's line is that of its row.
  void tell_line(NodeIndex index);
  /// Writes the beginning of a node, or all of it; answers with the node to go on with.
  NodeIndex enter(NodeIndex index);
  NodeIndex enter_paragraph(NodeIndex index);
  /// The box of a task stands before the words of its first paragraph.
  void write_task_of(NodeIndex paragraph);
  void write_soft_break(NodeIndex index);
  [[nodiscard]] bool is_bare(NodeIndex index) const { return bare_ == index || index < bare_end_; }
  /// The mark stands alone between the blocks of the release.
  [[nodiscard]] bool is_ends_paragraph(NodeIndex index) const;
  /// A line "- ENDS -", which is a list to Markdown: the list, its item, a paragraph and the words.
  [[nodiscard]] bool is_ends_list(NodeIndex index) const;
  NodeIndex write_ends(std::string_view words, NodeIndex next);
  /// The language of Pressmark's own words, where it is not that of the release; else empty.
  [[nodiscard]] std::string_view own_language_mark() const;
  /// Pressmark's own words, in a box of their own only where their language must be named.
  void write_own(Word name);
  void write_label_or(const DirectiveHead& head, Word name);
  void write_paragraph(std::string_view words);
  /// The caption of a block that has no table of its own.
  void write_lone_caption();
  void open_classed(Element element, Class name);
  /// The element of a directive.
  void open_box(NodeIndex index, Element element, Class name);
  void write_leaf(Element element, Class name, std::string_view words);
  /// A section with a heading: the one with which its content begins, else a label or Pressmark's own words.
  void open_section(NodeIndex index, Class name, const DirectiveHead& head, const DirectiveLayout& layout, Word own);
  NodeIndex enter_directive(NodeIndex index);
  /// Begins the second part of a directive, before a node is written. True: the node itself has nothing more to show.
  bool take_turn(NodeIndex index);
  /// Closes the elements of what is open inside of a node, and leaves none to close.
  void close_down_to(std::size_t owner);
  void begin_caption(OpenNode& figure);
  /// What is stated in braces and not in the content, and what was open for it alone.
  void finish_directive(OpenNode& open);
  void begin_contact(OpenNode& owner, NodeIndex from);
  /// Writes the name at the head of a contact's first line; answers with the bytes that are written.
  std::size_t write_name(NodeIndex index, std::string_view words);
  /// "— Ada Field, Chief Officer": the dash and the words stay, the speaker is what stands before the comma.
  void write_speaker(std::string_view words);
  void write_stated_speaker(OpenNode& open, const DirectiveHead& head);
  [[nodiscard]] bool begins_credit(NodeIndex index) const;
  void open_credit();
  void write_stated_caption(OpenNode& open, const DirectiveHead& head);
  void open_callout(NodeIndex index, const DirectiveHead& head);
  void write_statistic(std::string_view figure);
  /// " (PDF, 2 MB)": what the author states in braces, else the type that the address tells, where the words do not.
  [[nodiscard]] std::string file_words(NodeIndex link, std::string_view url) const;
  void leave_link();
  /// A table that is wider than the page scrolls in a box of its own, which keyboards reach.
  void open_table(NodeIndex index);
  void open_row(NodeIndex index);
  void open_cell(NodeIndex index);
  void write_footnote_reference(NodeIndex index);
  /// Whether a paragraph is the last block of a footnote.
  [[nodiscard]] bool ends_footnote(NodeIndex paragraph) const;
  /// Writes the links from the footnote that is open back to the text, in its last paragraph or behind its last block.
  void lead_back();
  void write_way_back(const std::string& reference, std::uint32_t ordinal);
  /// The heading that is left out has no references on the page to go back to.
  void note_left_out_references();
  /// The box before the words of a task. It has a name of its own: a label cannot hold all that an item may hold.
  void write_task(Task task);
  void write_code(std::string_view text);
  void write_void(Element element);
  void open_link(std::string_view url, std::string_view title, bool in_contact = false);
  std::optional<std::string> link_address(std::string_view destination);
  /// A link to a heading of the same release stays in the page, and its author need not know the prefix of the ids.
  std::optional<std::string> heading_address(std::string_view destination);
  NodeIndex enter_link(NodeIndex index);
  void write_image(NodeIndex index);

  Writer& writer_;
  const Document& document_;
  const BodyOptions& options_;
  std::string own_origin_;
  int shift_;
  bool in_link_ = false;
  std::uint32_t footnotes_ = 0;                // so far
  NodeIndex footnote_ = 0;                     // the newest
  std::set<std::string> left_out_references_;  // ids
  int tables_ = 0;                             // so far
  NodeIndex header_end_ = 0;                   // of the newest table: its first row below the header
  std::optional<std::string> table_caption_;   // stated for the next table
  NodeIndex row_headings_end_ = 0;             // the first cells of rows before it name them
  std::vector<OpenNode> open_;
  std::vector<Turn> turns_;    // of the open directives, the innermost last
  int sections_ = 0;           // open around what is written
  NodeIndex bare_ = 0;         // a node that gets no element; 0: none
  NodeIndex bare_end_ = 0;     // none of those before it does
  NodeIndex figure_ = 0;       // of a statistic; 0: none
  NodeIndex contact_end_ = 0;  // of what is being written in the newest contact, and so on
  NodeIndex caption_end_ = 0;
  NodeIndex ends_end_ = 0;
  NodeIndex attachments_end_ = 0;
  std::string attachment_type_, attachment_size_;  // as stated for all of them
  std::string file_words_;                         // behind the open link
  bool in_name_ = false;                           // the next words may begin with the name of a contact
  bool in_speaker_ = false;                        // the next words name a speaker
  std::size_t passage_ = 0;                        // of the evidence, the next or the one that has begun
  bool passage_begun_ = false;
  bool evidence_open_ = false;
  std::size_t evidence_depth_ = 0;                    // how many nodes were open around its element
  std::optional<std::set<std::string>> heading_ids_;  // looked up when the first link asks
};

}  // namespace pressmark::render
