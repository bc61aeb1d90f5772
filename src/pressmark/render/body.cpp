#include "pressmark/render/body.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pressmark/markdown/url.h"
#include "pressmark/render/html.h"
#include "pressmark/render/links.h"
#include "pressmark/render/nodes.h"
#include "pressmark/render/plain_text.h"

namespace pressmark::render {
namespace {

using markdown::ColumnAlignment;
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

template <class W>
class BodyWalk {
 public:
  BodyWalk(W& writer, const Document& document, const BodyOptions& options)
      : writer_(writer),
        document_(document),
        options_(options),
        own_origin_(markdown::origin_of(options.base_url)),
        shift_(heading_shift(document, options)) {}

  void run() {
    const auto& nodes = document_.nodes();
    for (NodeIndex i = 1; i < nodes.size();) {
      close_until(i);
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
  };

  void close_until(NodeIndex index) {
    while (!open_.empty() && open_.back().end <= index) {
      if (evidence_open_ && evidence_depth_ == open_.size()) close_evidence();
      for (int i = 0; i < open_.back().elements; ++i) writer_.close();
      if (open_.back().link) in_link_ = false;
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
      // An element that holds more than this text's neighbours is closed where they end.
      if (index != place().last || evidence_depth_ != open_.size()) return;
      next_passage();
    }
    if (written < text.size()) writer_.text(text.substr(written));
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
        if (!node.tight) open(index, Element::p);
        if (document_[index - 1].task != Task::none) write_task(document_[index - 1].task);
        return index + 1;
      case NodeType::heading:
        open(index, heading_element(node.level + shift_));
        if (!node.detail.empty()) writer_.attribute(Attribute::id, node.detail);
        return index + 1;
      case NodeType::block_quote:
        return open(index, Element::blockquote);
      case NodeType::bullet_list:
        return open(index, Element::ul);
      case NodeType::ordered_list:
        open(index, Element::ol);
        if (node.number != 1) writer_.attribute(Attribute::start, std::to_string(node.number));
        return index + 1;
      case NodeType::item:
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
      case NodeType::table:
        open_table(index);
        return index + 1;
      case NodeType::table_row:
        open_row(index);
        return index + 1;
      case NodeType::table_cell:
        open_cell(index);
        return index + 1;
      case NodeType::text:
        write_text(index);
        return node.end;
      case NodeType::soft_break:
        writer_.text("\n");
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
        return open(index, Element::strong);
      case NodeType::strikethrough:
        return open(index, Element::del);
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

  /// A table that is wider than the page scrolls in a box of its own, which keyboards reach.
  void open_table(NodeIndex index) {
    writer_.open(Element::section);
    writer_.add_class(Class::pm_table);
    tell_line(index);
    writer_.attribute(Attribute::aria_label,
                      std::string(word(Word::table, options_.language)) + " " + std::to_string(++tables_));
    writer_.attribute(Attribute::tabindex, "0");
    writer_.open(Element::table);
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
    open(index, cell.header ? Element::th : Element::td);
    if (cell.alignment == ColumnAlignment::left) writer_.add_class(Class::pm_align_left);
    if (cell.alignment == ColumnAlignment::right) writer_.add_class(Class::pm_align_right);
    if (cell.alignment == ColumnAlignment::center) writer_.add_class(Class::pm_align_center);
    if (cell.header) writer_.attribute(Attribute::scope, "col");
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

  void open_link(std::string_view url, std::string_view title) {
    writer_.open(Element::a);
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
    open_link(*url, node.detail);
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

  W& writer_;
  const Document& document_;
  const BodyOptions& options_;
  std::string own_origin_;
  int shift_;
  bool in_link_ = false;
  int tables_ = 0;            // so far
  NodeIndex header_end_ = 0;  // of the newest table: its first row below the header
  std::vector<OpenNode> open_;
  std::size_t passage_ = 0;  // of the evidence, the next or the one that has begun
  bool passage_begun_ = false;
  bool evidence_open_ = false;
  std::size_t evidence_depth_ = 0;                              // how many nodes were open around its element
  std::optional<std::unordered_set<std::string>> heading_ids_;  // looked up when the first link asks
};

}  // namespace

template <class W>
void write_body(W& writer, const Document& document, const BodyOptions& options) {
  BodyWalk<W>(writer, document, options).run();
}

template void write_body(Writer&, const Document&, const BodyOptions&);
template void write_body(HtmlWriter&, const Document&, const BodyOptions&);
template void write_body(NodeWriter&, const Document&, const BodyOptions&);
template void write_body(TextWriter&, const Document&, const BodyOptions&);

}  // namespace pressmark::render
