#include "pressmark/render/html.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "pressmark/text/scan.h"

namespace pressmark::render {
namespace {

constexpr auto special = [] {
  std::array<bool, 256> table{};
  for (const char c : {'&', '<', '>', '"'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Copies what stands before the first special character, and perhaps some bytes more. Returns the size of what does.
std::size_t copy_plain(std::string_view from, char* to) {
  constexpr std::size_t step = text::EightBytes::size;
  std::size_t at = 0;
  if (from.size() < step) {
    for (; at < from.size() && !special[static_cast<unsigned char>(from[at])]; ++at) to[at] = from[at];
    return at;
  }
  for (const std::size_t last = from.size() - step;; at = std::min(at + step, last)) {
    const text::EightBytes bytes(from.data() + at);
    bytes.copy_to(to + at);
    // Of the four, two and two differ in one bit alone.
    const std::uint64_t found = bytes.like('"', '&' ^ '"') | bytes.like('<', '<' ^ '>');
    if (found != 0) return at + text::EightBytes::first_of(found);
    if (at == last) return from.size();
  }
}

constexpr std::string_view escaped(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

/// Blocks that hold blocks: their content begins on a new line.
constexpr bool holds_blocks(Element element) {
  switch (element) {
    case Element::article:
    case Element::header:
    case Element::footer:
    case Element::section:
    case Element::div:
    case Element::blockquote:
    case Element::address:
    case Element::ul:
    case Element::ol:
    case Element::figure:
    case Element::table:
    case Element::thead:
    case Element::tbody:
    case Element::tr:
      return true;
    default:
      return false;
  }
}

/// Whether the element stands on lines of its own.
constexpr bool has_lines(Element element) {
  return is_block(element) || element == Element::thead || element == Element::tbody || element == Element::th ||
         element == Element::td;
}

}  // namespace

void HtmlWriter::start_line() {
  if (!html_.empty() && html_.back() != '\n') html_ += '\n';
}

void HtmlWriter::write_classes() {
  if (classes_.empty()) return;
  html_ += " class=\"";
  for (std::size_t i = 0; i < classes_.size(); ++i) {
    if (i > 0) html_ += ' ';
    html_ += name_of(classes_[i]);
  }
  html_ += '"';
  classes_.clear();
}

void HtmlWriter::finish_tag() {
  if (!in_tag_) return;
  in_tag_ = false;
  write_classes();
  const Element element = open_.back();
  html_ += is_void(element) ? " />" : ">";
  if (holds_blocks(element)) html_ += '\n';
}

void HtmlWriter::open(Element element) {
  finish_tag();
  if (has_lines(element)) start_line();
  html_ += '<';
  html_ += name_of(element);
  open_.push_back(element);
  in_tag_ = true;
}

void HtmlWriter::add_class(Class name) { classes_.push_back(name); }

void HtmlWriter::attribute(Attribute name, std::string_view value) {
  write_classes();
  html_ += ' ';
  html_ += name_of(name);
  html_ += "=\"";
  escape(value);
  html_ += '"';
}

void HtmlWriter::text(std::string_view utf8) {
  finish_tag();
  escape(utf8);
}

void HtmlWriter::escape(std::string_view utf8) {
  while (true) {
    const std::size_t plain = copy_plain(utf8, html_.make_room(utf8.size()));
    html_.written(plain);
    if (plain == utf8.size()) return;
    html_ += escaped(utf8[plain]);
    utf8.remove_prefix(plain + 1);
  }
}

void HtmlWriter::close() {
  finish_tag();
  const Element element = open_.back();
  open_.pop_back();
  if (!is_void(element)) {
    if (holds_blocks(element)) start_line();
    html_ += "</";
    html_ += name_of(element);
    html_ += '>';
  }
  if (has_lines(element) || element == Element::br) html_ += '\n';
}

std::string HtmlWriter::take() { return html_.take(); }

}  // namespace pressmark::render
