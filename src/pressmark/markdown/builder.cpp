#include "pressmark/markdown/builder.h"

#include <algorithm>
#include <functional>

#include "pressmark/markdown/alignment.h"
#include "pressmark/markdown/cmark_edits.h"
#include "pressmark/markdown/directive.h"
#include "pressmark/markdown/html_elements.h"
#include "pressmark/markdown/mail_addresses.h"
#include "pressmark/markdown/raw_html.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/limits.h"

namespace pressmark::markdown {
namespace {

bool is_container(const cmark_node* node) {
  if (is_table(node) || is_table_row(node) || is_element(node) || is_directive(node) || is_footnote(node)) return true;
  switch (type_of(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
    case CMARK_NODE_CUSTOM_INLINE:
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      return true;
    default:
      return false;
  }
}

bool in_tight_item(const cmark_node* paragraph) {
  const cmark_node* item = paragraph->parent;
  return type_of(item) == CMARK_NODE_ITEM && item->parent->as.list.tight;
}

ColumnAlignment alignment_of_cell(const cmark_node* cell) {
  switch (cell->as.heading.level) {
    case PRESSMARK_ALIGN_LEFT:
      return ColumnAlignment::left;
    case PRESSMARK_ALIGN_RIGHT:
      return ColumnAlignment::right;
    case PRESSMARK_ALIGN_CENTER:
      return ColumnAlignment::center;
    default:
      return ColumnAlignment::none;
  }
}

Task task_of_item(const cmark_node* item) {
  if (item->internal_offset == PRESSMARK_DONE_TASK) return Task::done;
  return item->internal_offset == PRESSMARK_OPEN_TASK ? Task::open : Task::none;
}

/// How many cells of a row have no column.
int cells_left_out(const cmark_node* row) { return row->as.heading.level; }

}  // namespace

std::string plain_text(const std::vector<Node>& nodes, NodeIndex index) {
  std::string words;
  for (NodeIndex i = index; i < nodes[index].end; ++i) {
    const Node& node = nodes[i];
    switch (node.type) {
      case NodeType::text:
      case NodeType::code:
      case NodeType::code_block:
        words += node.text;
        break;
      case NodeType::soft_break:
      case NodeType::line_break:
        words += ' ';
        break;
      default:
        // Blocks are set apart; link and image hold a URL in their text, not words.
        if (!is_inline(node.type) && !words.empty() && words.back() != ' ') words += ' ';
        break;
    }
  }
  return words;
}

Builder::Builder(const text::Source& source, const BlockSpans& spans, bool smart, cmark_parser* parser, Arena& arena,
                 std::vector<Node>& nodes, std::vector<BlockOrigin>& origins, text::Diagnostics& diagnostics)
    : source_(source),
      spans_(spans),
      smart_(smart),
      parser_(parser),
      arena_(arena),
      nodes_(nodes),
      origins_(origins),
      diagnostics_(diagnostics) {}

void Builder::build(cmark_node* root) {
  enter(root);
  for (cmark_node* block = root->first_child; block != nullptr; block = block->next) {
    if (is_footnote(block)) {
      footnotes_.define(block);
    } else {
      walk(block);
    }
  }
  add_footnotes(root);
  leave(root);
}

void Builder::build_leaf_block(cmark_node* block) {
  for (const cmark_node* outer = block->parent; outer != nullptr; outer = outer->parent) {
    if (is_container(outer)) ++depth_;
    if (!is_footnote(outer)) continue;
    ++depth_;  // the list of footnotes, which is what footnotes are in
    break;
  }
  enter(block);
  for (cmark_node* inside = block->first_child; inside != nullptr; inside = inside->next) walk(inside);
}

/// Builds a part of the tree. Footnotes inside of it wait until all references are known.
void Builder::walk(cmark_node* top) {
  cmark_node* node = top;
  for (;;) {
    if (is_footnote(node) && node != top) {
      footnotes_.define(node);
    } else {
      enter(node);
      if (node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      leave(node);
    }
    while (node != top && node->next == nullptr) {
      node = node->parent;
      leave(node);
    }
    if (node == top) return;
    node = node->next;
  }
}

Node& Builder::add(cmark_node* origin, NodeType type) {
  const auto index = static_cast<NodeIndex>(nodes_.size());
  remember(origin, index);
  if (!is_inline(type)) origins_.push_back({index, origin});
  Node& node = nodes_.emplace_back();
  node.type = type;
  node.end = static_cast<std::uint32_t>(nodes_.size());
  return node;
}

void Builder::enter(cmark_node* node) {
  if (type_of(node) == CMARK_NODE_HTML_INLINE && node->internal_offset == PRESSMARK_TAG_UNREAD) pair_tags(node);
  if (is_table(node)) {
    enter_container(node, NodeType::table);
  } else if (is_table_row(node)) {
    enter_table_row(node);
  } else if (is_element(node)) {
    enter_element(node);
  } else if (is_directive(node)) {
    enter_directive(node);
  } else if (is_footnote(node)) {
    enter_container(node, NodeType::footnote);
  } else if (is_footnote_reference(node)) {
    enter_footnote_reference(node);
  } else if (is_missed_footnote(node)) {
    enter_missed_footnote(node);
  }
  switch (type_of(node)) {
    case CMARK_NODE_DOCUMENT:
      add(node, NodeType::document);
      break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      enter_leaf_block(node);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      enter_container(node, NodeType::block_quote);
      break;
    case CMARK_NODE_LIST:
      enter_list(node);
      break;
    case CMARK_NODE_ITEM:
      enter_container(node, NodeType::item);
      break;
    case CMARK_NODE_CODE_BLOCK: {
      Node& code = add(node, NodeType::code_block);
      code.text = text_of(node);
      code.detail = text_of(node->as.code.info);
      code.span = spans_.of(node);
      break;
    }
    case CMARK_NODE_THEMATIC_BREAK:
      add(node, NodeType::thematic_break).span = spans_.of(node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_html_block(node);
      break;
    case CMARK_NODE_TEXT:
      enter_text(node);
      break;
    case CMARK_NODE_SOFTBREAK:
      add_words(node, NodeType::soft_break, {});
      break;
    case CMARK_NODE_LINEBREAK:
      add_words(node, NodeType::line_break, {});
      break;
    case CMARK_NODE_CODE:
      add_words(node, NodeType::code, arena_.store(text_of(node)));
      break;
    case CMARK_NODE_HTML_INLINE:
      add_html_inline(node);
      break;
    case CMARK_NODE_EMPH:
      enter_container(node, NodeType::emphasis);
      break;
    case CMARK_NODE_STRONG:
      enter_container(node, NodeType::strong);
      break;
    case CMARK_NODE_CUSTOM_INLINE:
      enter_container(node, NodeType::strikethrough);
      break;
    case CMARK_NODE_LINK:
      enter_link(node);
      break;
    case CMARK_NODE_IMAGE:
      enter_container(node, NodeType::image);
      if (image_ == nullptr && made_of(node) != no_node) image_ = node;
      break;
    default:
      break;  // custom blocks are made by programs, never by the parser
  }
  if (is_container(node)) ++depth_;
}

void Builder::leave(cmark_node* node) {
  if (is_container(node)) --depth_;
  if (node == link_) link_ = nullptr;
  const NodeIndex index = made_of(node);
  if (index == no_node || type_of(node) == CMARK_NODE_HTML_BLOCK) return;  // the latter closes its own paragraphs
  nodes_[index].end = static_cast<std::uint32_t>(nodes_.size());
  if (nodes_[index].type == NodeType::link) settle_link(index);
  if (node == image_) image_ = nullptr;
  if (node == leaf_block_) leave_leaf_block(index);
}

/// Containers below the limit keep their content and lose their box. A list needs room for its items, too, a table for
/// its rows and cells.
bool Builder::has_box(const cmark_node* container) {
  const int inside = is_table(container) ? 2 : type_of(container) == CMARK_NODE_LIST ? 1 : 0;
  const int deepest = depth_ + inside;
  if (deepest < limits::max_markdown_depth) return true;
  if (!too_deep_) {
    diagnostics_.warning("markdown-too-deep", block_span(container),
                         text::filled("Quotes, lists, blocks and emphasis are nested more than {} levels deep here. "
                                      "The words are shown, without the deeper levels.",
                                      limits::max_markdown_depth));
  }
  too_deep_ = true;
  return false;
}

text::Span Builder::block_span(const cmark_node* node) const {
  return leaf_block_ != nullptr ? leaf_span_ : spans_.of(node);
}

void Builder::enter_container(cmark_node* node, NodeType type) {
  if (!dropping_.empty() && is_inline(type)) return;
  if (type == NodeType::item ? made_of(node->parent) == no_node : !has_box(node)) return;
  Node& box = add(node, type);
  if (type == NodeType::link || type == NodeType::image) {
    box.text = arena_.store(text_of(node->as.link.url));
    box.detail = arena_.store(text_of(node->as.link.title));
  }
  if (type == NodeType::item) box.task = task_of_item(node);
  if (!is_inline(type)) box.span = spans_.of(node);
}

/// There are no links inside links: an address among the words of one is mere words, also where the link itself is left
/// out.
void Builder::enter_link(cmark_node* node) {
  if (link_ != nullptr) return;
  enter_container(node, NodeType::link);
  link_ = node;
}

void Builder::settle_link(NodeIndex index) {
  Node& link = nodes_[index];
  if (link.end != index + 2 || nodes_[index + 1].type != NodeType::text) return;
  const std::string_view words = nodes_[index + 1].text;
  const std::string_view before = link.text.substr(0, link.text.size() - std::min(words.size(), link.text.size()));
  link.address = link.text.ends_with(words) && (before.empty() || before == "http://" || before == "mailto:");
}

void Builder::enter_text(cmark_node* node) {
  if (link_ == nullptr) link_mail_addresses(node, arena_);
  if (node->len > 0) add_words(node, NodeType::text, text_of(node));
}

void Builder::enter_missed_footnote(cmark_node* node) {
  add_words(node, NodeType::text, text_of(node));
  if (made_of(node) == no_node) return;
  undefined_footnotes_.push_back({made_of(node), static_cast<std::uint32_t>(node->internal_offset)});
}

void Builder::enter_footnote_reference(cmark_node* node) {
  if (!dropping_.empty() || image_ != nullptr) return;
  const Footnotes::Reference reference = footnotes_.refer(node);
  Node& mark = add(node, NodeType::footnote_reference);
  mark.number = reference.number;
  mark.detail = arena_.store(footnote_reference_id(reference.number, reference.ordinal));
}

/// Puts the footnotes that are referred to at the end. One may hold references to others, which follow it.
void Builder::add_footnotes(cmark_node* root) {
  if (footnotes_.count() > 0) {
    const auto list = static_cast<NodeIndex>(nodes_.size());
    origins_.push_back({list, root});
    nodes_.emplace_back().type = NodeType::footnotes;
    ++depth_;
    std::vector<NodeIndex> shown;
    for (std::uint32_t number = 1; number <= footnotes_.count(); ++number) {
      cmark_node* definition = footnotes_.definition(number);
      shown.push_back(static_cast<NodeIndex>(nodes_.size()));
      walk(definition);
      nodes_[shown.back()].detail = arena_.store(footnote_id(number));
    }
    --depth_;
    for (std::uint32_t number = 1; number <= footnotes_.count(); ++number)
      nodes_[shown[number - 1]].number = footnotes_.references(number);
    nodes_[list].end = static_cast<std::uint32_t>(nodes_.size());
    nodes_[list].span = nodes_[list + 1].span;
  }
  report_unused_footnotes();
}

void Builder::report_unused_footnotes() {
  for (const Footnotes::Unused& unused : footnotes_.unused()) {
    const text::Span whole = spans_.of(unused.definition);
    const std::string mark = text::filled("[^{}]", text_of(unused.definition));
    const text::Span span{whole.start, std::min(whole.end, whole.start + static_cast<std::uint32_t>(mark.size()))};
    if (unused.repeated) {
      diagnostics_.warning("markdown-repeated-footnote", span,
                           text::filled("There is a footnote {} already, so this one is not shown. Give it a label of "
                                        "its own, here and where it is referred to.",
                                        mark));
    } else {
      diagnostics_.warning("markdown-unused-footnote", span,
                           text::filled("Nothing in the text leads to this footnote, so it is not shown. Write {} "
                                        "behind the words that it belongs to.",
                                        mark));
    }
  }
}

/// Tells of marks in a leaf block that lead to no footnote, of each label once.
void Builder::report_undefined_footnotes(NodeIndex leaf_block) {
  if (undefined_footnotes_.empty()) return;
  const Alignment alignment = align(source_, spans_, smart_, nodes_, leaf_block_, leaf_block);
  for (const Undefined& undefined : undefined_footnotes_) {
    const auto run = std::lower_bound(alignment.runs.begin(), alignment.runs.end(), undefined.bracket,
                                      [](const AlignedRun& aligned, NodeIndex node) { return aligned.node < node; });
    if (run == alignment.runs.end() || run->node != undefined.bracket) continue;
    const text::Span span{run->source.start, run->source.start + undefined.size};
    const std::string mark(source_.slice(span));
    if (!undefined_footnote_labels_.insert(text::lowered(mark)).second) continue;
    diagnostics_.warning(
        "markdown-undefined-footnote", span,
        text::filled(
            "There is no footnote {}, so this stays as written. Write a line that begins with {}: and says it.", mark,
            mark));
  }
  undefined_footnotes_.clear();
}

void Builder::enter_list(cmark_node* node) {
  if (!has_box(node)) return;
  const bool ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
  Node& list = add(node, ordered ? NodeType::ordered_list : NodeType::bullet_list);
  list.tight = node->as.list.tight;
  list.number = ordered ? static_cast<std::uint32_t>(node->as.list.start) : 0;
  list.span = spans_.of(node);
}

void Builder::enter_table_row(cmark_node* node) {
  if (made_of(node->parent) == no_node) return;
  Node& row = add(node, NodeType::table_row);
  row.header = node->prev == nullptr;
  row.span = spans_.of(node);
  if (cells_left_out(node) == 0) return;
  diagnostics_.warning("markdown-long-row", row.span,
                       "This row of a table has more cells than the table's first row, and those at its end are not "
                       "shown. Give the first row as many cells, or write \\| for a bar that is part of the words.");
}

void Builder::enter_directive(cmark_node* node) {
  if (!has_box(node)) return;
  const bool closed = node->as.heading.level == 1;
  Node& block = add(node, NodeType::directive);
  block.span = spans_.of(node);
  const text::Span line = source_.line_span(source_.line_of(block.span.start));
  const std::string_view text = source_.slice({block.span.start, line.end});
  block.text = text.substr(text.find_first_not_of(": \t"));
  check_directive(source_, block.span, block.text, closed, diagnostics_);
  const text::Span name = read_directive_head(block.text).name;
  block.directive = directive_named(block.text.substr(name.start, name.size())).value_or(Directive::unknown);
  // The mark at the end of a release must not become the box of all that follows.
  if (block.directive == Directive::ends && !closed) block.directive = Directive::unknown;
}

void Builder::enter_leaf_block(cmark_node* node) {
  leaf_block_ = node;
  leaf_span_ = spans_.of(node);
  faulty_tags_ = {};
  dropped_content_ = false;
  never_closed_ = 0;
  const bool heading = type_of(node) == CMARK_NODE_HEADING;
  const bool cell = is_table_cell(node) && made_of(node->parent) != no_node;
  Node& block = add(node, heading ? NodeType::heading : cell ? NodeType::table_cell : NodeType::paragraph);
  block.span = leaf_span_;
  if (cell) {
    block.header = node->parent->prev == nullptr;
    block.alignment = alignment_of_cell(node);
  } else if (heading) {
    block.level = static_cast<std::uint8_t>(node->as.heading.level);
  } else {
    block.tight = in_tight_item(node) && made_of(node->parent) != no_node;
  }
  read_inlines(node);
}

/// Puts the inlines of a leaf block into cmark's tree.
void Builder::read_inlines(cmark_node* block) {
  const std::string_view text = text_of(block);
  char* const copy = inlines_.room_for(text.size() + 1);
  std::copy(text.begin(), text.end(), copy);
  copy[text.size()] = '\0';
  pressmark_read_inlines(parser_, block, reinterpret_cast<unsigned char*>(copy));
  for (cmark_node* node = block->first_child; node != nullptr; node = following(node, block)) {
    if (type_of(node) == CMARK_NODE_TEXT) settle_words(node, block, {copy, text.size()});
  }
}

/// Makes one text of `first` and those behind it. Its words are where they stand in the text of the block, as long as they
/// stand there in one piece, else in the arena.
void Builder::settle_words(cmark_node* first, const cmark_node* block, std::string_view copy) {
  const std::less_equal<const char*> not_behind;
  const char* const start = text_of(first).data();
  std::size_t size = 0;
  bool in_one_piece = not_behind(copy.data(), start) && not_behind(start, copy.data() + copy.size());
  cmark_node* end = first;
  for (; end != nullptr && type_of(end) == CMARK_NODE_TEXT; end = end->next) {
    const std::string_view piece = text_of(end);
    in_one_piece = in_one_piece && piece.data() == start + size;
    size += piece.size();
  }
  if (in_one_piece) {
    set_text(first, text_of(block).substr(static_cast<std::size_t>(start - copy.data()), size));
  } else {
    char* const words = arena_.room_for(size);
    char* at = words;
    for (const cmark_node* node = first; node != end; node = node->next) {
      at = std::copy_n(text_of(node).data(), text_of(node).size(), at);
    }
    set_text(first, {words, size});
  }
  first->next = end;
  (end != nullptr ? end->prev : first->parent->last_child) = first;
}

void Builder::leave_leaf_block(NodeIndex index) {
  if (nodes_[index].type == NodeType::heading) {
    nodes_[index].detail = arena_.store(slugs_.name(plain_text(nodes_, index)));
  }
  report_tags(index);
  report_undefined_footnotes(index);
  leaf_block_->first_child = leaf_block_->last_child = nullptr;
  inlines_.reset();
  leaf_block_ = nullptr;
  dropping_ = {};
  // A paragraph of tags alone has nothing to show.
  if (nodes_[index].type == NodeType::paragraph && nodes_[index].end == index + 1) {
    nodes_.pop_back();
    origins_.pop_back();
  }
}

void Builder::add_words(cmark_node* node, NodeType type, std::string_view words) {
  if (!dropping_.empty()) return;
  add(node, type).text = words;
}

/// Whether an end tag of this name follows in the same block. A search that fails is not made again.
bool Builder::is_closed_later(cmark_node* tag, std::string_view name, unsigned place) {
  if ((never_closed_ >> place & 1U) != 0) return false;
  for (cmark_node* node = following(tag, leaf_block_); node != nullptr; node = following(node, leaf_block_)) {
    if (type_of(node) != CMARK_NODE_HTML_INLINE) continue;
    const Tag candidate = read_tag(text_of(node));
    if (candidate.closing && same_name(candidate.name, name)) return true;
  }
  never_closed_ |= 1U << place;
  return false;
}

void Builder::add_html_inline(cmark_node* node) {
  const Tag tag = read_tag(text_of(node));
  if (!dropping_.empty()) {
    if (tag.closing && same_name(tag.name, dropping_)) dropping_ = {};
    return;
  }
  if (is_used_tag(node)) {
    if (tag.closing) return;
    add_words(node, harmless_element(tag.name)->type, {});
    if (has_attributes(text_of(node))) note_fault(TagFault::attributes, node);
    return;
  }
  const auto place = dropped_whole(tag.name);
  if (place && !tag.closing && is_closed_later(node, tag.name, *place)) dropping_ = tag.name;
  if (text_of(node).starts_with("<!--")) return;  // a comment is meant to vanish
  note_fault(harmless_element(tag.name) == nullptr ? TagFault::unused : TagFault::unpaired, node);
  dropped_content_ |= !dropping_.empty();
}

void Builder::enter_element(cmark_node* node) {
  const std::string_view tag = text_of(node);
  const HarmlessElement& element = *harmless_element(read_tag(tag).name);
  enter_container(node, element.type);
  const bool may_have_title = element.type == NodeType::element && element.element == InlineElement::abbr;
  const auto title = may_have_title ? title_of_tag(tag) : std::nullopt;
  if (made_of(node) != no_node) {
    nodes_[made_of(node)].element = element.element;
    if (title) nodes_[made_of(node)].detail = arena_.store(*title);
  }
  if (has_attributes(tag) && !title) note_fault(TagFault::attributes, node);
}

void Builder::note_fault(TagFault fault, const cmark_node* tag) {
  const cmark_node*& first = faulty_tags_[static_cast<std::size_t>(fault)];
  if (first == nullptr) first = tag;
}

/// Tells of the tags in a leaf block, of each fault once.
void Builder::report_tags(NodeIndex leaf_block) {
  if (std::all_of(faulty_tags_.begin(), faulty_tags_.end(), [](const cmark_node* tag) { return tag == nullptr; }))
    return;
  const Alignment alignment = align(source_, spans_, smart_, nodes_, leaf_block_, leaf_block);
  const auto report = [&](TagFault fault, const auto& tell) {
    const cmark_node* tag = faulty_tags_[static_cast<std::size_t>(fault)];
    if (tag == nullptr) return;
    const auto found = std::find_if(alignment.tags.begin(), alignment.tags.end(),
                                    [&](const AlignedTag& aligned) { return aligned.node == tag; });
    tell(found == alignment.tags.end() ? leaf_span_ : found->source);
  };
  report(TagFault::unused, [&](text::Span span) { report_raw_html(span, dropped_content_); });
  report(TagFault::unpaired, [&](text::Span span) {
    diagnostics_.warning("markdown-unpaired-tag", span,
                         "This tag of HTML was left out, because it has no partner in the same paragraph or the two "
                         "cross other marks. Write an opening and a closing tag around whole words.");
  });
  report(TagFault::attributes, [&](text::Span span) {
    diagnostics_.info("markdown-tag-attributes", span,
                      "Of this tag of HTML only the name counts. What else it says, such as a class or a style, was "
                      "left out.");
  });
}

void Builder::add_html_block(cmark_node* node) {
  const text::Span span = spans_.of(node);
  RawHtmlWords words(text_of(node));
  NodeIndex paragraph = no_node;
  std::string line;
  const auto end_line = [&] {
    if (line.empty()) return;
    if (paragraph == no_node) {
      paragraph = static_cast<NodeIndex>(nodes_.size());
      add(node, NodeType::paragraph).span = span;
    }
    add(node, NodeType::text).text = arena_.store(line);
    line.clear();
  };
  const auto end_paragraph = [&] {
    end_line();
    if (paragraph == no_node) return;
    while (nodes_.back().type == NodeType::line_break) nodes_.pop_back();
    nodes_[paragraph].end = static_cast<std::uint32_t>(nodes_.size());
    paragraph = no_node;
  };
  for (Word word; words.next(word);) {
    if (word.kind == WordKind::paragraph_break) {
      end_paragraph();
    } else if (word.kind == WordKind::line_break) {
      end_line();
      if (paragraph != no_node) add(node, NodeType::line_break);
    } else {
      line += word.text;
    }
  }
  end_paragraph();
  if (words.reader().unclosed_comment()) {
    diagnostics_.error(
        "markdown-unclosed-comment", span,
        "A comment begins with <!-- here and never ends, so nothing after it is shown. Write --> where the "
        "comment ends.");
  }
  if (words.reader().has_tags()) report_raw_html(span, words.reader().dropped_content());
}

void Builder::report_raw_html(text::Span span, bool dropped_content) {
  diagnostics_.warning("markdown-raw-html", span,
                       dropped_content
                           ? "This HTML is not used here. Its tags were left out, and so was what stands in a "
                             "script, a style sheet or a frame; other words are kept."
                           : "This HTML is not used here. Its tags were left out and the words between them kept. "
                             "Write Markdown instead, for example **bold** or [words](address).");
}

}  // namespace pressmark::markdown
