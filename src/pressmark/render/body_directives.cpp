// Notes, contacts, quotations, figures and the other blocks between lines of colons.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "pressmark/markdown/directive.h"
#include "pressmark/render/body_walk.h"
#include "pressmark/render/contact.h"
#include "pressmark/render/directive_layout.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"

namespace pressmark::render {

using markdown::Directive;

std::string_view BodyWalk::own_language_mark() const {
  const bool same = options_.text_language.empty() || options_.text_language == tag_of(options_.language);
  return same ? std::string_view() : tag_of(options_.language);
}

void BodyWalk::write_own(Word name) {
  const std::string_view mark = own_language_mark();
  if (!mark.empty()) {
    writer_.open(Element::span);
    writer_.attribute(Attribute::lang, mark);
  }
  writer_.text(word(name, options_.language));
  if (!mark.empty()) writer_.close();
}

void BodyWalk::write_label_or(const DirectiveHead& head, Word name) {
  if (head.label) {
    writer_.text(*head.label);
  } else {
    write_own(name);
  }
}

void BodyWalk::write_paragraph(std::string_view words) {
  writer_.open(Element::p);
  writer_.text(words);
  writer_.close();
}

void BodyWalk::write_lone_caption() {
  if (table_caption_) write_paragraph(*table_caption_);
  table_caption_.reset();
}

void BodyWalk::open_box(NodeIndex index, Element element, Class name) {
  open_classed(element, name);
  tell_line(index);
}

void BodyWalk::open_section(NodeIndex index, Class name, const DirectiveHead& head, const DirectiveLayout& layout,
                            Word own) {
  open_box(index, Element::section, name);
  ++sections_;
  if (layout.heading) return;
  writer_.open(heading_element(std::max(options_.headline_level, 1) + sections_));
  write_label_or(head, own);
  writer_.close();
}

NodeIndex BodyWalk::enter_directive(NodeIndex index) {
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

bool BodyWalk::take_turn(NodeIndex index) {
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

void BodyWalk::close_down_to(std::size_t owner) {
  for (std::size_t i = open_.size() - 1; i > owner; --i) {
    for (; open_[i].elements > 0; --open_[i].elements) writer_.close();
  }
}

void BodyWalk::begin_caption(OpenNode& figure) {
  writer_.open(Element::figcaption);
  figure.elements = 2;
}

void BodyWalk::finish_directive(OpenNode& open) {
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

void BodyWalk::begin_contact(OpenNode& owner, NodeIndex from) {
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

std::size_t BodyWalk::write_name(NodeIndex index, std::string_view words) {
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

void BodyWalk::write_speaker(std::string_view words) {
  const std::size_t start = leading_dashes(words);
  const std::size_t comma = std::min(words.find(',', start), words.size());
  writer_.text(words.substr(0, start));
  write_leaf(Element::span, Class::pm_speaker, words.substr(start, comma - start));
  if (comma < words.size()) writer_.text(words.substr(comma));
}

void BodyWalk::write_stated_speaker(OpenNode& open, const DirectiveHead& head) {
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

bool BodyWalk::begins_credit(NodeIndex index) const {
  return index < document_.nodes().size() && document_[index].type == NodeType::text &&
         names_credit(document_[index].text);
}

void BodyWalk::open_credit() {
  close_evidence();
  open_classed(Element::span, Class::pm_credit);
  ++open_.back().elements;
}

void BodyWalk::write_stated_caption(OpenNode& open, const DirectiveHead& head) {
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
  writer_.text(text::filled(": {}", *credit));
  writer_.close();
}

void BodyWalk::open_callout(NodeIndex index, const DirectiveHead& head) {
  const bool warning = document_[index].directive == Directive::warning;
  open_classed(Element::div, Class::pm_callout);
  writer_.add_class(warning ? Class::pm_warning : Class::pm_information);
  tell_line(index);
  writer_.attribute(Attribute::role, "note");
  open_classed(Element::p, Class::pm_label);
  write_label_or(head, warning ? Word::warning : Word::information);
  writer_.close();
}

void BodyWalk::write_statistic(std::string_view figure) {
  writer_.open(Element::p);
  write_leaf(Element::strong, Class::pm_statistic_figure, figure);
  writer_.close();
}

std::string BodyWalk::file_words(NodeIndex link, std::string_view url) const {
  const Node& node = document_[link];
  const bool told = node.end < document_.nodes().size() && document_[node.end].type == NodeType::text &&
                    document_[node.end].text.find('(') != std::string_view::npos;
  std::string type = attachment_type_.empty() ? file_type(url).value_or("") : attachment_type_;
  if (told || text::lowered(document_.plain_text(link)).find(text::lowered(type)) != std::string::npos) type.clear();
  const std::string size = told ? "" : attachment_size_;
  if (type.empty() && size.empty()) return {};
  return text::filled("({}{}{})", type, type.empty() || size.empty() ? "" : ", ", size);
}
}  // namespace pressmark::render
