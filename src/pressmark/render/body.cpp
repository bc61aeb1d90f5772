#include "pressmark/render/body.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pressmark/markdown/url.h"
#include "pressmark/render/body_walk.h"
#include "pressmark/render/contact.h"
#include "pressmark/render/links.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"

namespace pressmark::render {
namespace {

using markdown::ColumnAlignment;
using markdown::UrlUse;

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

}  // namespace

Element heading_element(int level) {
  constexpr Element elements[] = {Element::h1, Element::h2, Element::h3, Element::h4, Element::h5, Element::h6};
  return elements[std::clamp(level, 1, 6) - 1];
}

BodyWalk::BodyWalk(Writer& writer, const Document& document, const BodyOptions& options)
    : writer_(writer),
      document_(document),
      options_(options),
      own_origin_(markdown::origin_of(options.base_url)),
      shift_(heading_shift(document, options)) {}

void BodyWalk::run() {
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

void BodyWalk::close_until(NodeIndex index) {
  while (!open_.empty() && open_.back().end <= index) {
    if (evidence_open_ && evidence_depth_ == open_.size()) close_evidence();
    if (open_.back().directive) finish_directive(open_.back());
    if (open_.back().leads_back) lead_back();
    for (int i = 0; i < open_.back().elements; ++i) writer_.close();
    if (open_.back().link) leave_link();
    open_.pop_back();
  }
}

void BodyWalk::mark_evidence(NodeIndex index) {
  while (has_passage() && place().last < index) next_passage();
  if (!has_passage()) return;
  if (holds(place(), index)) {
    if (!evidence_open_) open_evidence();
  } else if (document_[index].type != NodeType::text) {
    close_evidence();
  }
}

bool BodyWalk::holds(const Place& passage, NodeIndex index) const {
  const Node& node = document_[index];
  if (!is_inline(node.type) || index < passage.first) return false;
  if (index == passage.first && node.type == NodeType::text && passage.from > 0) return false;
  const NodeIndex tail = node.end - 1;
  if (tail != passage.last) return tail < passage.last;
  return document_[tail].type != NodeType::text || passage.to >= document_[tail].text.size();
}

void BodyWalk::open_evidence() {
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

void BodyWalk::close_evidence() {
  if (evidence_open_) writer_.close();
  evidence_open_ = false;
}

void BodyWalk::next_passage() {
  close_evidence();
  passage_begun_ = false;
  ++passage_;
}

void BodyWalk::write_text(NodeIndex index) {
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

void BodyWalk::write_words(NodeIndex index, std::string_view words) {
  if (std::exchange(in_speaker_, false)) return write_speaker(words);
  if (index >= contact_end_ || in_link_) return writer_.text(words);
  if (std::exchange(in_name_, false)) words.remove_prefix(write_name(index, words));
  write_with_telephones(writer_, words);
}

NodeIndex BodyWalk::open(NodeIndex index, Element element) {
  writer_.open(element);
  tell_line(index);
  open_.push_back({document_[index].end, 1, false});
  return index + 1;
}

void BodyWalk::tell_line(NodeIndex index) {
  const Node& node = document_[index];
  if (!options_.lines || markdown::is_inline(node.type) || node.type == NodeType::table_cell) return;
  writer_.attribute(Attribute::data_line, std::to_string(options_.lines->line_of(node.span.start)));
}

NodeIndex BodyWalk::enter(NodeIndex index) {
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

NodeIndex BodyWalk::enter_paragraph(NodeIndex index) {
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

void BodyWalk::write_task_of(NodeIndex paragraph) {
  const Task task = document_[paragraph - 1].task;
  if (task != Task::none) write_task(task);
}

void BodyWalk::write_soft_break(NodeIndex index) {
  if (index < contact_end_) return write_void(Element::br);  // its lines are lines
  writer_.text("\n");
  if (index < caption_end_ && begins_credit(index + 1)) open_credit();
}

bool BodyWalk::is_ends_paragraph(NodeIndex index) const {
  constexpr NodeIndex most_nodes = 4;
  const NodeIndex end = document_[index].end;
  if (open_.size() != 1 || end - index > most_nodes) return false;
  // Gathering the words of every paragraph was a fifteenth of the time of a release.
  if (index + 1 < end && document_[index + 1].type == NodeType::text &&
      !may_begin_ends_mark(document_[index + 1].text)) {
    return false;
  }
  return is_ends_mark(document_.plain_text(index));
}

bool BodyWalk::is_ends_list(NodeIndex index) const {
  constexpr NodeIndex nodes = 4;
  return options_.ends_marks && open_.empty() && document_[index].end == index + nodes &&
         is_ends_mark(document_[index + nodes - 1].text);
}

NodeIndex BodyWalk::write_ends(std::string_view words, NodeIndex next) {
  writer_.open(Element::p);
  writer_.add_class(Class::pm_ends);
  writer_.text(words);
  writer_.close();
  return next;
}

void BodyWalk::open_classed(Element element, Class name) {
  writer_.open(element);
  writer_.add_class(name);
}

void BodyWalk::write_leaf(Element element, Class name, std::string_view words) {
  open_classed(element, name);
  writer_.text(words);
  writer_.close();
}

void BodyWalk::leave_link() {
  in_link_ = false;
  if (file_words_.empty()) return;
  writer_.text(" ");
  write_leaf(Element::span, Class::pm_file, file_words_);
  file_words_.clear();
}

void BodyWalk::open_table(NodeIndex index) {
  writer_.open(Element::section);
  writer_.add_class(Class::pm_table);
  tell_line(index);
  const std::string number = std::to_string(++tables_);
  writer_.attribute(Attribute::aria_label, table_caption_
                                               ? *table_caption_
                                               : text::filled("{} {}", word(Word::table, options_.language), number));
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

void BodyWalk::open_row(NodeIndex index) {
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

void BodyWalk::open_cell(NodeIndex index) {
  const Node& cell = document_[index];
  const bool names_row = !cell.header && index < row_headings_end_ && document_[index - 1].type == NodeType::table_row;
  open(index, cell.header || names_row ? Element::th : Element::td);
  if (cell.alignment == ColumnAlignment::left) writer_.add_class(Class::pm_align_left);
  if (cell.alignment == ColumnAlignment::right) writer_.add_class(Class::pm_align_right);
  if (cell.alignment == ColumnAlignment::center) writer_.add_class(Class::pm_align_center);
  if (cell.header || names_row) writer_.attribute(Attribute::scope, cell.header ? "col" : "row");
}

void BodyWalk::write_task(Task task) {
  const bool done = task == Task::done;
  writer_.open(Element::input);
  if (done) writer_.attribute(Attribute::checked, "");
  writer_.attribute(Attribute::disabled, "");
  writer_.attribute(Attribute::type, "checkbox");
  writer_.attribute(Attribute::aria_label, word(done ? Word::task_done : Word::task_open, options_.language));
  writer_.close();
  writer_.text(" ");
}

void BodyWalk::write_code(std::string_view text) {
  writer_.open(Element::code);
  writer_.text(text);
  writer_.close();
}

void BodyWalk::write_void(Element element) {
  writer_.open(element);
  writer_.close();
}

void BodyWalk::open_link(std::string_view url, std::string_view title, bool in_contact) {
  writer_.open(Element::a);
  if (in_contact && url.starts_with("mailto:")) writer_.add_class(Class::u_email);
  if (in_contact && url.starts_with("tel:")) writer_.add_class(Class::p_tel);
  write_link_attributes(writer_, url, title, own_origin_);
}

std::optional<std::string> BodyWalk::link_address(std::string_view destination) {
  if (auto address = heading_address(destination)) return address;
  return markdown::safe_url(destination, options_.base_url, UrlUse::link);
}

std::optional<std::string> BodyWalk::heading_address(std::string_view destination) {
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

NodeIndex BodyWalk::enter_link(NodeIndex index) {
  const Node& node = document_[index];
  const auto url = in_link_ ? std::nullopt : link_address(node.text);
  if (!url) return index + 1;
  open_link(*url, node.detail, index < contact_end_);
  if (index < attachments_end_) file_words_ = file_words(index, *url);
  open_.push_back({node.end, 1, true});
  in_link_ = true;
  return index + 1;
}

void BodyWalk::write_image(NodeIndex index) {
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

void write_body(Writer& writer, const Document& document, const BodyOptions& options) {
  BodyWalk(writer, document, options).run();
}

}  // namespace pressmark::render
