#include "pressmark/render/body.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "pressmark/markdown/directive.h"
#include "pressmark/markdown/footnotes.h"
#include "pressmark/markdown/url.h"
#include "pressmark/render/contact.h"
#include "pressmark/render/directive_layout.h"
#include "pressmark/render/links.h"
#include "pressmark/text/ascii.h"

namespace pressmark::render {
namespace {

using markdown::ColumnAlignment;
using markdown::Directive;
using markdown::DirectiveHead;
using markdown::Document;
using markdown::Node;
using markdown::NodeIndex;
using markdown::NodeType;
using markdown::Task;
using markdown::UrlUse;

Element heading_element(int level) {
  constexpr Element elements[] = {Element::h1, Element::h2, Element::h3, Element::h4, Element::h5, Element::h6};
  return elements[std::clamp(level, 1, 6) - 1];
}

Element html_element(markdown::InlineElement element) {
  constexpr Element elements[] = {Element::abbr, Element::b, Element::bdi,  Element::cite,  Element::code,
                                  Element::dfn,  Element::i, Element::ins,  Element::kbd,   Element::mark,
                                  Element::q,    Element::s, Element::samp, Element::small, Element::sub,
                                  Element::sup,  Element::u, Element::var};
  static_assert(std::size(elements) == static_cast<std::size_t>(markdown::InlineElement::var) + 1);
  return elements[static_cast<std::size_t>(element)];
}

/// How many levels the headings of the body move, so that the largest stands right below the headline.
int heading_shift(const Document& document, const BodyOptions& options) {
  if (options.headline_level == 0) return 0;
  int largest = 7;
  const auto& nodes = document.nodes();
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    if (nodes[i].type == NodeType::heading && options.left_out != i) largest = std::min<int>(largest, nodes[i].level);
  }
  return options.headline_level + 1 - largest;
}

/// Links from a footnote to its references. More would make a page of a small text that refers to one footnote very
/// often.
constexpr std::uint32_t most_ways_back = 99;

class BodyWalk {
 public:
  BodyWalk(Writer& writer, const Document& document, const BodyOptions& options)
      : writer_(writer),
        document_(document),
        options_(options),
        own_origin_(markdown::origin_of(options.base_url)),
        shift_(heading_shift(document, options)) {}

  void run() {
    const auto& nodes = document_.nodes();
    for (NodeIndex i = 1; i < nodes.size();) {
      close_until(i);
      if (!turns_.empty() && turns_.back().at == i && take_turn(i)) {
        i = nodes[i].end;
        continue;
      }
      if (!options_.evidence.empty()) mark_evidence(i);
      i = options_.left_out == i ? nodes[i].end : enter(i);
    }
    close_until(nodes.front().end);
  }

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

  void close_until(NodeIndex index) {
    while (!open_.empty() && open_.back().end <= index) {
      if (evidence_open_ && evidence_depth_ == open_.size()) close_evidence();
      if (open_.back().directive) finish_directive(open_.back());
      if (open_.back().leads_back) lead_back();
      for (int i = 0; i < open_.back().elements; ++i) writer_.close();
      if (open_.back().link) leave_link();
      open_.pop_back();
    }
  }

  // Evidence: a run of siblings in one element

  [[nodiscard]] bool has_passage() const { return passage_ < options_.evidence.size(); }
  [[nodiscard]] const Place& place() const { return options_.evidence[passage_].place; }

  /// Begins, goes on with or interrupts the element of a passage, before a node is written.
  void mark_evidence(NodeIndex index) {
    while (has_passage() && place().last < index) next_passage();
    if (!has_passage()) return;
    if (holds(place(), index)) {
      if (!evidence_open_) open_evidence();
    } else if (document_[index].type != NodeType::text) {
      close_evidence();
    }
  }

  /// Whether all of an inline node belongs to a passage; a text can belong to it in part.
  [[nodiscard]] bool holds(const Place& passage, NodeIndex index) const {
    const Node& node = document_[index];
    if (!is_inline(node.type) || index < passage.first) return false;
    if (index == passage.first && node.type == NodeType::text && passage.from > 0) return false;
    const NodeIndex tail = node.end - 1;
    if (tail != passage.last) return tail < passage.last;
    return document_[tail].type != NodeType::text || passage.to >= document_[tail].text.size();
  }

  void open_evidence() {
    writer_.open(Element::span);
    writer_.add_class(Class::pm_evidence);
    if (passage_begun_) {
      writer_.add_class(Class::pm_evidence_more);
    } else {
      writer_.attribute(Attribute::id, options_.evidence[passage_].id);
      writer_.attribute(Attribute::tabindex, "-1");
    }
    passage_begun_ = evidence_open_ = true;
    evidence_depth_ = open_.size();
  }

  void close_evidence() {
    if (evidence_open_) writer_.close();
    evidence_open_ = false;
  }

  void next_passage() {
    close_evidence();
    passage_begun_ = false;
    ++passage_;
  }

  void write_text(NodeIndex index) {
    const std::string_view text = document_[index].text;
    std::size_t written = 0;
    while (has_passage() && place().first <= index && index <= place().last) {
      const std::size_t from = index == place().first ? place().from : 0;
      const std::size_t to = index == place().last ? std::min<std::size_t>(place().to, text.size()) : text.size();
      if (from > written) writer_.text(text.substr(written, from - written));
      if (!evidence_open_) open_evidence();
      written = std::max(written, from);
      if (to > written) writer_.text(text.substr(written, to - written));
      written = std::max(written, to);
      in_name_ = in_speaker_ = false;
      // An element that holds more than this text's neighbours is closed where they end.
      if (index != place().last || evidence_depth_ != open_.size()) return;
      next_passage();
    }
    if (written < text.size()) write_words(index, text.substr(written));
  }

  /// Words of a text node; in a contact and in the line that names a speaker some of them mean something.
  void write_words(NodeIndex index, std::string_view words) {
    if (std::exchange(in_speaker_, false)) return write_speaker(words);
    if (index >= contact_end_ || in_link_) return writer_.text(words);
    if (std::exchange(in_name_, false)) words.remove_prefix(write_name(index, words));
    write_with_telephones(writer_, words);
  }

  /// Opens what stays open until the end of the node; answers with the node to go on with.
  NodeIndex open(NodeIndex index, Element element) {
    writer_.open(element);
    tell_line(index);
    open_.push_back({document_[index].end, 1, false});
    return index + 1;
  }

  /// The open element says on which line of the source its block begins; a cell's line is that of its row.
  void tell_line(NodeIndex index) {
    const Node& node = document_[index];
    if (!options_.lines || markdown::is_inline(node.type) || node.type == NodeType::table_cell) return;
    writer_.attribute(Attribute::data_line, std::to_string(options_.lines->line_of(node.span.start)));
  }

  /// Writes the beginning of a node, or all of it; answers with the node to go on with.
  NodeIndex enter(NodeIndex index) {
    const Node& node = document_[index];
    switch (node.type) {
      case NodeType::document:
        return index + 1;
      case NodeType::paragraph:
        return enter_paragraph(index);
      case NodeType::heading:
        if (options_.ends_marks && node.level == 3 && node.end == index + 1) return write_ends("###", node.end);
        open(index, heading_element(node.level + shift_));
        if (!node.detail.empty()) writer_.attribute(Attribute::id, node.detail);
        return index + 1;
      case NodeType::block_quote:
        return is_bare(index) ? index + 1 : open(index, Element::blockquote);
      case NodeType::bullet_list:
        if (is_ends_list(index)) return write_ends("- " + document_.plain_text(index), node.end);
        return is_bare(index) ? index + 1 : open(index, Element::ul);
      case NodeType::ordered_list:
        open(index, Element::ol);
        if (node.number != 1) writer_.attribute(Attribute::start, std::to_string(node.number));
        return index + 1;
      case NodeType::item:
        if (is_bare(index)) return index + 1;
        open(index, Element::li);
        if (node.task != Task::none) writer_.add_class(Class::pm_task);
        return index + 1;
      case NodeType::code_block:
        writer_.open(Element::pre);
        tell_line(index);
        write_code(node.text);
        writer_.close();
        return node.end;
      case NodeType::thematic_break:
        writer_.open(Element::hr);
        tell_line(index);
        writer_.close();
        return node.end;
      case NodeType::footnotes:
        note_left_out_references();
        open(index, Element::section);
        writer_.add_class(Class::pm_footnotes);
        writer_.attribute(Attribute::role, "doc-endnotes");
        writer_.attribute(Attribute::aria_label, word(Word::footnotes, options_.language));
        writer_.open(Element::ol);
        ++open_.back().elements;
        return index + 1;
      case NodeType::footnote:
        open(index, Element::li);
        writer_.attribute(Attribute::id, node.detail);
        open_.back().leads_back = true;
        footnote_ = index;
        ++footnotes_;
        return index + 1;
      case NodeType::table:
        open_table(index);
        return index + 1;
      case NodeType::table_row:
        open_row(index);
        return index + 1;
      case NodeType::table_cell:
        open_cell(index);
        return index + 1;
      case NodeType::directive:
        return enter_directive(index);
      case NodeType::text:
        write_text(index);
        return node.end;
      case NodeType::soft_break:
        write_soft_break(index);
        return node.end;
      case NodeType::line_break:
        write_void(Element::br);
        return node.end;
      case NodeType::code:
        write_code(node.text);
        return node.end;
      case NodeType::emphasis:
        return open(index, Element::em);
      case NodeType::strong:
        open(index, Element::strong);
        if (figure_ == index) writer_.add_class(Class::pm_statistic_figure);
        return index + 1;
      case NodeType::strikethrough:
        return open(index, Element::del);
      case NodeType::footnote_reference:
        write_footnote_reference(index);
        return node.end;
      case NodeType::element:
        open(index, html_element(node.element));
        if (!node.detail.empty()) writer_.attribute(Attribute::title, node.detail);
        return index + 1;
      case NodeType::word_break:
        write_void(Element::wbr);
        return node.end;
      case NodeType::link:
        return enter_link(index);
      case NodeType::image:
        write_image(index);
        return node.end;
    }
    return node.end;
  }

  NodeIndex enter_paragraph(NodeIndex index) {
    const Node& node = document_[index];
    if (is_bare(index)) {
      open_.push_back({node.end, 0, false});
      if (index < caption_end_ && begins_credit(index + 1)) open_credit();
      return index + 1;
    }
    if (node.tight) {
      write_task_of(index);
      return index + 1;
    }
    open(index, Element::p);
    if (ends_footnote(index)) open_.back().leads_back = true;
    if (index < ends_end_ || (options_.ends_marks && is_ends_paragraph(index))) writer_.add_class(Class::pm_ends);
    if (index < caption_end_ && begins_credit(index + 1)) writer_.add_class(Class::pm_credit);
    if (figure_ == index) {
      open_.back().elements = 2;
      writer_.open(Element::strong);
      writer_.add_class(Class::pm_statistic_figure);
    }
    write_task_of(index);
    return index + 1;
  }

  /// The box of a task stands before the words of its first paragraph.
  void write_task_of(NodeIndex paragraph) {
    const Task task = document_[paragraph - 1].task;
    if (task != Task::none) write_task(task);
  }

  void write_soft_break(NodeIndex index) {
    if (index < contact_end_) return write_void(Element::br);  // its lines are lines
    writer_.text("\n");
    if (index < caption_end_ && begins_credit(index + 1)) open_credit();
  }

  // Directives

  [[nodiscard]] bool is_bare(NodeIndex index) const { return bare_ == index || index < bare_end_; }

  /// The mark stands alone between the blocks of the release.
  [[nodiscard]] bool is_ends_paragraph(NodeIndex index) const {
    constexpr NodeIndex most_nodes = 4;
    const NodeIndex end = document_[index].end;
    if (open_.size() != 1 || end - index > most_nodes) return false;
    // Gathering the words of every paragraph was a fifteenth of the time of a release.
    if (index + 1 < end && document_[index + 1].type == NodeType::text && !may_begin_ends_mark(document_[index + 1].text)) {
      return false;
    }
    return is_ends_mark(document_.plain_text(index));
  }

  /// A line "- ENDS -", which is a list to Markdown: the list, its item, a paragraph and the words.
  [[nodiscard]] bool is_ends_list(NodeIndex index) const {
    constexpr NodeIndex nodes = 4;
    return options_.ends_marks && open_.empty() && document_[index].end == index + nodes &&
           is_ends_mark(document_[index + nodes - 1].text);
  }

  NodeIndex write_ends(std::string_view words, NodeIndex next) {
    writer_.open(Element::p);
    writer_.add_class(Class::pm_ends);
    writer_.text(words);
    writer_.close();
    return next;
  }

  /// The language of Pressmark's own words, where it is not that of the release; else empty.
  [[nodiscard]] std::string_view own_language_mark() const {
    const bool same = options_.text_language.empty() || options_.text_language == tag_of(options_.language);
    return same ? std::string_view() : tag_of(options_.language);
  }

  /// Pressmark's own words, in a box of their own only where their language must be named.
  void write_own(Word name) {
    const std::string_view mark = own_language_mark();
    if (!mark.empty()) {
      writer_.open(Element::span);
      writer_.attribute(Attribute::lang, mark);
    }
    writer_.text(word(name, options_.language));
    if (!mark.empty()) writer_.close();
  }

  void write_label_or(const DirectiveHead& head, Word name) {
    if (head.label) {
      writer_.text(*head.label);
    } else {
      write_own(name);
    }
  }

  void write_paragraph(std::string_view words) {
    writer_.open(Element::p);
    writer_.text(words);
    writer_.close();
  }

  /// The caption of a block that has no table of its own.
  void write_lone_caption() {
    if (table_caption_) write_paragraph(*table_caption_);
    table_caption_.reset();
  }

  void open_classed(Element element, Class name) {
    writer_.open(element);
    writer_.add_class(name);
  }

  /// The element of a directive.
  void open_box(NodeIndex index, Element element, Class name) {
    open_classed(element, name);
    tell_line(index);
  }

  void write_leaf(Element element, Class name, std::string_view words) {
    open_classed(element, name);
    writer_.text(words);
    writer_.close();
  }

  /// A section with a heading: the one with which its content begins, else a label or Pressmark's own words.
  void open_section(NodeIndex index, Class name, const DirectiveHead& head, const DirectiveLayout& layout, Word own) {
    open_box(index, Element::section, name);
    ++sections_;
    if (layout.heading) return;
    writer_.open(heading_element(std::max(options_.headline_level, 1) + sections_));
    write_label_or(head, own);
    writer_.close();
  }

  NodeIndex enter_directive(NodeIndex index) {
    const Node& node = document_[index];
    const DirectiveHead head = markdown::read_directive_head(node.text);
    const bool attributed = head.label || head.attribute("speaker") || head.attribute("role");
    const DirectiveLayout layout = layout_of(document_, index, attributed);
    OpenNode open{node.end, 1, false, index};
    switch (node.directive) {
      case Directive::notes_to_editors:
        open_section(index, Class::pm_notes, head, layout, Word::notes_to_editors);
        break;
      case Directive::attachments:
        open_section(index, Class::pm_attachments, head, layout, Word::attachments);
        attachments_end_ = node.end;
        attachment_type_ = head.attribute("type").value_or("");
        attachment_size_ = head.attribute("size").value_or("");
        break;
      case Directive::contact:
        open_section(index, Class::pm_contact, head, layout, Word::media_contact);
        if (!layout.heading) begin_contact(open, index + 1);
        break;
      case Directive::quote:
        open_box(index, Element::figure, Class::pm_quote);
        writer_.open(Element::blockquote);
        open.elements = 2;
        break;
      case Directive::information:
      case Directive::warning:
        open_callout(index, head);
        break;
      case Directive::statistic:
        open_box(index, Element::div, Class::pm_statistic);
        if (head.label) write_statistic(*head.label);
        break;
      case Directive::figure:
        open_box(index, Element::figure, Class::pm_figure);
        break;
      case Directive::table:
        open.elements = 0;
        write_lone_caption();
        table_caption_ = head.attribute("caption");
        if (!table_caption_) table_caption_ = head.label;
        if (head.attribute("headings") == "rows") row_headings_end_ = node.end;
        break;
      case Directive::ends:
        open.elements = 0;
        ends_end_ = node.end;
        if (node.end == index + 1) write_ends(word(Word::ends, options_.language), node.end);
        break;
      case Directive::unknown:
        open.elements = 0;
        if (head.label) write_paragraph(*head.label);
        break;
    }
    if (layout.bare) bare_ = *layout.bare;
    if (layout.figure && !head.label) figure_ = *layout.figure;
    open_.push_back(open);
    if (layout.turn && !(node.directive == Directive::statistic && head.label)) {
      turns_.push_back({*layout.turn, open_.size() - 1});
    }
    return index + 1;
  }

  /// Begins the second part of a directive, before a node is written. True: the node itself has nothing more to show.
  bool take_turn(NodeIndex index) {
    const Turn turn = turns_.back();
    turns_.pop_back();
    close_evidence();
    const Node& node = document_[index];
    const bool at_break = node.type == NodeType::soft_break || node.type == NodeType::line_break;
    OpenNode& owner = open_[turn.owner];
    switch (document_[*owner.directive].directive) {
      case Directive::contact:
        begin_contact(owner, index);
        return false;
      case Directive::statistic:
        writer_.close();
        --open_.back().elements;
        writer_.text("\n");
        return true;
      case Directive::quote:
        close_down_to(turn.owner);
        writer_.close();
        begin_caption(owner);
        in_speaker_ = true;
        if (node.type == NodeType::bullet_list) {
          bare_end_ = node.end;
          writer_.text("— ");
        } else if (!at_break) {
          bare_ = index;
        }
        return at_break;
      case Directive::figure:
        close_down_to(turn.owner);
        begin_caption(owner);
        caption_end_ = owner.end;
        if (node.type == NodeType::paragraph) bare_ = index;
        if (at_break && begins_credit(index + 1)) open_credit();
        return at_break;
      default:
        return false;
    }
  }

  /// Closes the elements of what is open inside of a node, and leaves none to close.
  void close_down_to(std::size_t owner) {
    for (std::size_t i = open_.size() - 1; i > owner; --i) {
      for (; open_[i].elements > 0; --open_[i].elements) writer_.close();
    }
  }

  void begin_caption(OpenNode& figure) {
    writer_.open(Element::figcaption);
    figure.elements = 2;
  }

  /// What is stated in braces and not in the content, and what was open for it alone.
  void finish_directive(OpenNode& open) {
    const NodeIndex index = *open.directive;
    const Node& node = document_[index];
    if (!turns_.empty() && turns_.back().owner == open_.size() - 1) turns_.pop_back();
    const DirectiveHead head = markdown::read_directive_head(node.text);
    switch (node.directive) {
      case Directive::contact:
        if (open.elements == 1) begin_contact(open, node.end);
        --sections_;
        break;
      case Directive::notes_to_editors:
      case Directive::attachments:
        --sections_;
        break;
      case Directive::quote:
        write_stated_speaker(open, head);
        break;
      case Directive::figure:
        write_stated_caption(open, head);
        break;
      case Directive::table:
        write_lone_caption();
        break;
      default:
        break;
    }
  }

  // Contact

  void begin_contact(OpenNode& owner, NodeIndex from) {
    open_classed(fits_address(document_, from, owner.end) ? Element::address : Element::div, Class::h_card);
    owner.elements = 2;
    contact_end_ = std::max(contact_end_, owner.end);
    const DirectiveHead head = markdown::read_directive_head(document_[*owner.directive].text);
    const auto stated = [&](std::string_view name) -> std::optional<std::string> {
      const auto value = head.attribute(name);
      return value ? std::optional(std::string(*value)) : std::nullopt;
    };
    release::Contact contact;
    contact.name = stated("name");
    contact.role = stated("role");
    contact.organisation = stated("organisation");
    if (const auto telephone = stated("telephone")) release::set_telephone(contact, *telephone);
    if (const auto email = stated("email"); email && release::is_email(*email)) contact.email = email;
    write_contact(writer_, contact, options_.language, own_language_mark());
    in_name_ = !contact.name;
  }

  /// Writes the name at the head of a contact's first line; answers with the bytes that are written.
  std::size_t write_name(NodeIndex index, std::string_view words) {
    const NodeIndex next = document_[index].end;
    const bool ends_here = next >= document_.nodes().size() || !is_inline(document_[next].type) ||
                           document_[next].type == NodeType::soft_break || document_[next].type == NodeType::line_break ||
                           next == open_.back().end;
    const auto name = name_in(words, ends_here);
    in_name_ = name && name->from == name->to;
    if (!name || in_name_) return 0;
    writer_.text(words.substr(0, name->from));
    write_leaf(Element::span, Class::p_name, words.substr(name->from, name->to - name->from));
    return name->to;
  }

  // Quotation

  /// "— Ada Field, Chief Officer": the dash and the words stay, the speaker is what stands before the comma.
  void write_speaker(std::string_view words) {
    const std::size_t start = leading_dashes(words);
    const std::size_t comma = std::min(words.find(',', start), words.size());
    writer_.text(words.substr(0, start));
    write_leaf(Element::span, Class::pm_speaker, words.substr(start, comma - start));
    if (comma < words.size()) writer_.text(words.substr(comma));
  }

  void write_stated_speaker(OpenNode& open, const DirectiveHead& head) {
    std::optional<std::string_view> speaker = head.attribute("speaker");
    if (!speaker && head.label) speaker = *head.label;
    const auto role = head.attribute("role");
    if (!speaker && !role) return;
    writer_.close();
    begin_caption(open);
    writer_.text("— ");
    if (speaker) write_leaf(Element::span, Class::pm_speaker, *speaker);
    if (speaker && role) writer_.text(", ");
    if (role) write_leaf(Element::span, Class::pm_role, *role);
  }

  // Figure

  [[nodiscard]] bool begins_credit(NodeIndex index) const {
    return index < document_.nodes().size() && document_[index].type == NodeType::text &&
           names_credit(document_[index].text);
  }

  void open_credit() {
    close_evidence();
    open_classed(Element::span, Class::pm_credit);
    ++open_.back().elements;
  }

  void write_stated_caption(OpenNode& open, const DirectiveHead& head) {
    std::optional<std::string_view> caption = head.attribute("caption");
    if (!caption && head.label) caption = *head.label;
    const auto credit = head.attribute("credit");
    if (!caption && !credit) return;
    if (open.elements == 1) begin_caption(open);
    if (caption) writer_.text(*caption);
    if (!credit) return;
    if (caption) writer_.text("\n");
    open_classed(Element::span, Class::pm_credit);
    write_own(Word::credit);
    writer_.text(": " + std::string(*credit));
    writer_.close();
  }

  // Callout and statistic

  void open_callout(NodeIndex index, const DirectiveHead& head) {
    const bool warning = document_[index].directive == Directive::warning;
    open_classed(Element::div, Class::pm_callout);
    writer_.add_class(warning ? Class::pm_warning : Class::pm_information);
    tell_line(index);
    writer_.attribute(Attribute::role, "note");
    open_classed(Element::p, Class::pm_label);
    write_label_or(head, warning ? Word::warning : Word::information);
    writer_.close();
  }

  void write_statistic(std::string_view figure) {
    writer_.open(Element::p);
    write_leaf(Element::strong, Class::pm_statistic_figure, figure);
    writer_.close();
  }

  // Attachments

  /// " (PDF, 2 MB)": what the author states in braces, else the type that the address tells, where the words do not.
  [[nodiscard]] std::string file_words(NodeIndex link, std::string_view url) const {
    const Node& node = document_[link];
    const bool told = node.end < document_.nodes().size() && document_[node.end].type == NodeType::text &&
                      document_[node.end].text.find('(') != std::string_view::npos;
    std::string type = attachment_type_.empty() ? file_type(url).value_or("") : attachment_type_;
    if (told || text::lowered(document_.plain_text(link)).find(text::lowered(type)) != std::string::npos) type.clear();
    const std::string size = told ? "" : attachment_size_;
    if (type.empty() && size.empty()) return {};
    return "(" + type + (type.empty() || size.empty() ? "" : ", ") + size + ")";
  }

  void leave_link() {
    in_link_ = false;
    if (file_words_.empty()) return;
    writer_.text(" ");
    write_leaf(Element::span, Class::pm_file, file_words_);
    file_words_.clear();
  }

  /// A table that is wider than the page scrolls in a box of its own, which keyboards reach.
  void open_table(NodeIndex index) {
    writer_.open(Element::section);
    writer_.add_class(Class::pm_table);
    tell_line(index);
    const std::string number = std::to_string(++tables_);
    writer_.attribute(Attribute::aria_label,
                      table_caption_ ? *table_caption_ : std::string(word(Word::table, options_.language)) + " " + number);
    writer_.attribute(Attribute::tabindex, "0");
    writer_.open(Element::table);
    if (table_caption_) {
      writer_.open(Element::caption);
      writer_.text(*table_caption_);
      writer_.close();
      table_caption_.reset();
    }
    open_.push_back({document_[index].end, 2, false});
  }

  void open_row(NodeIndex index) {
    const bool header = document_[index].header;
    if (header) {
      writer_.open(Element::thead);
      header_end_ = document_[index].end;
    } else if (index == header_end_) {
      writer_.open(Element::tbody);
      ++open_.back().elements;  // it ends with the table
    }
    writer_.open(Element::tr);
    tell_line(index);
    open_.push_back({document_[index].end, header ? 2 : 1, false});
  }

  void open_cell(NodeIndex index) {
    const Node& cell = document_[index];
    const bool names_row = !cell.header && index < row_headings_end_ && document_[index - 1].type == NodeType::table_row;
    open(index, cell.header || names_row ? Element::th : Element::td);
    if (cell.alignment == ColumnAlignment::left) writer_.add_class(Class::pm_align_left);
    if (cell.alignment == ColumnAlignment::right) writer_.add_class(Class::pm_align_right);
    if (cell.alignment == ColumnAlignment::center) writer_.add_class(Class::pm_align_center);
    if (cell.header || names_row) writer_.attribute(Attribute::scope, cell.header ? "col" : "row");
  }

  void write_footnote_reference(NodeIndex index) {
    const Node& reference = document_[index];
    const std::string number = std::to_string(reference.number);
    writer_.open(Element::sup);
    writer_.add_class(Class::pm_footnote_mark);
    if (in_link_) {
      writer_.attribute(Attribute::id, reference.detail);
      writer_.text(number);
    } else {
      writer_.open(Element::a);
      writer_.attribute(Attribute::href, "#" + markdown::footnote_id(reference.number));
      writer_.attribute(Attribute::id, reference.detail);
      writer_.attribute(Attribute::role, "doc-noteref");
      writer_.attribute(Attribute::aria_label, std::string(word(Word::footnote, options_.language)) + " " + number);
      writer_.text(number);
      writer_.close();
    }
    writer_.close();
  }

  /// Whether a paragraph is the last block of a footnote.
  [[nodiscard]] bool ends_footnote(NodeIndex paragraph) const {
    return footnotes_ > 0 && open_.size() >= 2 && document_[paragraph].end == document_[footnote_].end &&
           open_[open_.size() - 2].leads_back;
  }

  /// Writes the links from the footnote that is open back to the text, in its last paragraph or behind its last block.
  void lead_back() {
    const bool in_paragraph = open_.size() >= 2 && open_[open_.size() - 2].leads_back;
    if (in_paragraph) {
      open_[open_.size() - 2].leads_back = false;
    } else {
      writer_.open(Element::p);
      writer_.add_class(Class::pm_footnote_back);
    }
    bool apart = in_paragraph;
    const std::uint32_t references = std::min(document_[footnote_].number, most_ways_back);
    for (std::uint32_t ordinal = 1; ordinal <= references; ++ordinal) {
      const std::string reference = markdown::footnote_reference_id(footnotes_, ordinal);
      if (left_out_references_.contains(reference)) continue;
      if (apart) writer_.text(" ");
      write_way_back(reference, ordinal);
      apart = true;
    }
    if (!in_paragraph) writer_.close();
  }

  void write_way_back(const std::string& reference, std::uint32_t ordinal) {
    const std::string number = ordinal > 1 ? std::to_string(ordinal) : "";
    std::string label(word(Word::back_to_text, options_.language));
    if (ordinal > 1) label += " " + number;
    writer_.open(Element::a);
    writer_.add_class(Class::pm_footnote_back);
    writer_.attribute(Attribute::href, "#" + reference);
    writer_.attribute(Attribute::role, "doc-backlink");
    writer_.attribute(Attribute::aria_label, label);
    writer_.text("\u21A9\uFE0E" + number);
    writer_.close();
  }

  /// The heading that is left out has no references on the page to go back to.
  void note_left_out_references() {
    if (!options_.left_out) return;
    for (NodeIndex i = *options_.left_out; i < document_[*options_.left_out].end; ++i) {
      if (document_[i].type == NodeType::footnote_reference) left_out_references_.emplace(document_[i].detail);
    }
  }

  /// The box before the words of a task. It has a name of its own: a label cannot hold all that an item may hold.
  void write_task(Task task) {
    const bool done = task == Task::done;
    writer_.open(Element::input);
    if (done) writer_.attribute(Attribute::checked, "");
    writer_.attribute(Attribute::disabled, "");
    writer_.attribute(Attribute::type, "checkbox");
    writer_.attribute(Attribute::aria_label, word(done ? Word::task_done : Word::task_open, options_.language));
    writer_.close();
    writer_.text(" ");
  }

  void write_code(std::string_view text) {
    writer_.open(Element::code);
    writer_.text(text);
    writer_.close();
  }

  void write_void(Element element) {
    writer_.open(element);
    writer_.close();
  }

  void open_link(std::string_view url, std::string_view title, bool in_contact = false) {
    writer_.open(Element::a);
    if (in_contact && url.starts_with("mailto:")) writer_.add_class(Class::u_email);
    if (in_contact && url.starts_with("tel:")) writer_.add_class(Class::p_tel);
    write_link_attributes(writer_, url, title, own_origin_);
  }

  std::optional<std::string> link_address(std::string_view destination) {
    if (auto address = heading_address(destination)) return address;
    return markdown::safe_url(destination, options_.base_url, UrlUse::link);
  }

  /// A link to a heading of the same release stays in the page, and its author need not know the prefix of the ids.
  std::optional<std::string> heading_address(std::string_view destination) {
    if (!destination.starts_with('#')) return {};
    if (!heading_ids_) {
      heading_ids_.emplace();
      for (const Node& node : document_.nodes()) {
        if (node.type == NodeType::heading) heading_ids_->emplace(node.detail);
      }
    }
    const std::string name(destination.substr(1));
    for (const std::string& id : {name, "pm-" + name}) {
      if (heading_ids_->contains(id)) return "#" + id;
    }
    return {};
  }

  NodeIndex enter_link(NodeIndex index) {
    const Node& node = document_[index];
    const auto url = in_link_ ? std::nullopt : link_address(node.text);
    if (!url) return index + 1;
    open_link(*url, node.detail, index < contact_end_);
    if (index < attachments_end_) file_words_ = file_words(index, *url);
    open_.push_back({node.end, 1, true});
    in_link_ = true;
    return index + 1;
  }

  void write_image(NodeIndex index) {
    const Node& node = document_[index];
    const std::string alt = document_.plain_text(index);
    const auto url = markdown::safe_url(node.text, options_.base_url, UrlUse::image);
    if (!url) {
      writer_.text(alt);
    } else if (is_image_shown(*url, options_.images, own_origin_)) {
      render::write_image(writer_, *url, alt, node.detail);
    } else if (in_link_) {
      writer_.text(alt);
    } else {
      open_link(*url, "");
      writer_.text(alt.empty() ? *url : alt);
      writer_.close();
    }
  }

  Writer& writer_;
  const Document& document_;
  const BodyOptions& options_;
  std::string own_origin_;
  int shift_;
  bool in_link_ = false;
  std::uint32_t footnotes_ = 0;                          // so far
  NodeIndex footnote_ = 0;                               // the newest
  std::unordered_set<std::string> left_out_references_;  // ids
  int tables_ = 0;                                       // so far
  NodeIndex header_end_ = 0;                             // of the newest table: its first row below the header
  std::optional<std::string> table_caption_;             // stated for the next table
  NodeIndex row_headings_end_ = 0;                       // the first cells of rows before it name them
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
  std::size_t passage_ = 0;  // of the evidence, the next or the one that has begun
  bool passage_begun_ = false;
  bool evidence_open_ = false;
  std::size_t evidence_depth_ = 0;                              // how many nodes were open around its element
  std::optional<std::unordered_set<std::string>> heading_ids_;  // looked up when the first link asks
};

}  // namespace

void write_body(Writer& writer, const Document& document, const BodyOptions& options) {
  BodyWalk(writer, document, options).run();
}

}  // namespace pressmark::render
