#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <set>

#include "article_markup.h"
#include "pressmark/render/html.h"
#include "pressmark/render/nodes.h"
#include "pressmark/render/vocabulary.h"
#include "pressmark/text/ascii.h"
#include "properties.h"

namespace pressmark::properties {
namespace {

using render::Attribute;
using render::Element;

/// Browsers flatten what is nested deeper than 512.
constexpr std::size_t max_elements_open = 500;

template <class Names>
std::optional<std::size_t> index_of(const Names& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return {};
  return static_cast<std::size_t>(found - names.begin());
}

Element element_of(std::string_view name) {
  const auto index = index_of(render::element_names, name);
  require(index.has_value(), "an element is of the vocabulary", name);
  return static_cast<Element>(*index);
}

bool is_one_of(Element element, std::initializer_list<Element> some) {
  return std::find(some.begin(), some.end(), element) != some.end();
}

/// What takes words and elements of words alone; a parser would end some of them before a block.
bool takes_words_alone(Element element) {
  if (is_one_of(element, {Element::p, Element::pre, Element::caption})) return true;
  if (is_one_of(element, {Element::h1, Element::h2, Element::h3, Element::h4, Element::h5, Element::h6})) return true;
  const bool in_tables = is_one_of(element, {Element::thead, Element::tbody, Element::th, Element::td});
  return !render::is_block(element) && !in_tables;
}

/// Where a parser keeps an element whose place is not free.
bool stands_well(Element element, Element parent) {
  switch (element) {
    case Element::li:
      return is_one_of(parent, {Element::ul, Element::ol});
    case Element::tr:
      return is_one_of(parent, {Element::thead, Element::tbody});
    case Element::th:
    case Element::td:
      return parent == Element::tr;
    case Element::thead:
    case Element::tbody:
    case Element::caption:
      return parent == Element::table;
    case Element::figcaption:
      return parent == Element::figure;
    case Element::path:
      return parent == Element::svg;
    default:
      return !is_one_of(parent, {Element::ul, Element::ol, Element::table, Element::thead, Element::tbody, Element::tr,
                                 Element::svg});
  }
}

bool consists_of(std::string_view value, bool (*allowed)(char)) {
  return !value.empty() && std::all_of(value.begin(), value.end(), allowed);
}

bool is_number(std::string_view value) { return consists_of(value, text::is_digit); }

/// An address of characters that no browser strips or takes for others, whose scheme is one of `schemes` or none.
bool is_address(std::string_view url, std::initializer_list<std::string_view> schemes) {
  const auto stands = [](char c) {
    return text::is_letter(c) || text::is_digit(c) ||
           std::string_view("-_.+!*'(),%#@?=;:/&$~").find(c) != std::string_view::npos;
  };
  if (!std::all_of(url.begin(), url.end(), stands)) return false;
  const std::size_t colon = url.find(':');
  const std::string_view scheme = url.substr(0, std::min(colon, url.size()));
  const auto stands_in_scheme = [](char c) {
    return text::is_letter(c) || text::is_digit(c) || c == '+' || c == '-' || c == '.';
  };
  const bool has_scheme = colon != std::string_view::npos && colon > 0 && text::is_letter(scheme[0]) &&
                          std::all_of(scheme.begin(), scheme.end(), stands_in_scheme);
  if (!has_scheme) return true;
  return std::find(schemes.begin(), schemes.end(), text::lowered(scheme)) != schemes.end();
}

/// Elements that an attribute may stand on; none: any.
std::initializer_list<Element> owners_of(Attribute attribute) {
  static constexpr std::initializer_list<Element> links = {Element::a}, images = {Element::img},
                                                  paths = {Element::path}, drawings = {Element::svg},
                                                  boxes = {Element::input}, lists = {Element::ol},
                                                  cells = {Element::th, Element::td}, times = {Element::time};
  switch (attribute) {
    case Attribute::href:
    case Attribute::rel:
      return links;
    case Attribute::src:
    case Attribute::alt:
    case Attribute::loading:
    case Attribute::decoding:
    case Attribute::referrerpolicy:
      return images;
    case Attribute::d:
      return paths;
    case Attribute::viewBox:
    case Attribute::width:
    case Attribute::height:
      return drawings;
    case Attribute::type:
    case Attribute::checked:
    case Attribute::disabled:
      return boxes;
    case Attribute::start:
      return lists;
    case Attribute::scope:
      return cells;
    case Attribute::datetime:
      return times;
    default:
      return {};
  }
}

/// Whether a value is of its attribute's kind. Words of the release stand in titles, alternative texts and labels
/// alone.
bool is_value_of(Attribute attribute, std::string_view value) {
  const auto is = [&](std::initializer_list<std::string_view> values) {
    return std::find(values.begin(), values.end(), value) != values.end();
  };
  switch (attribute) {
    case Attribute::title:
    case Attribute::alt:
    case Attribute::aria_label:
      return true;
    case Attribute::id:
      return value.starts_with("pm-") && value.find_first_of(" \t\n\r\f") == std::string_view::npos;
    case Attribute::aria_labelledby:
    case Attribute::aria_describedby:
      return value.starts_with("pm-");
    case Attribute::href:
      return is_address(value, {"http", "https", "mailto", "tel"});
    case Attribute::src:
      return is_address(value, {"http", "https"});
    case Attribute::rel:
      return is({"external noopener noreferrer"});
    case Attribute::loading:
      return is({"lazy"});
    case Attribute::decoding:
      return is({"async"});
    case Attribute::referrerpolicy:
      return is({"no-referrer"});
    case Attribute::type:
      return is({"checkbox"});
    case Attribute::checked:
    case Attribute::disabled:
      return value.empty();
    case Attribute::scope:
      return is({"row", "col"});
    case Attribute::tabindex:
      return is({"-1", "0"});
    case Attribute::role:
      return is({"note", "doc-endnotes", "doc-noteref", "doc-backlink"});
    case Attribute::aria_hidden:
      return is({"true"});
    case Attribute::dir:
      return is({"auto", "ltr", "rtl"});
    case Attribute::viewBox:
      return is({"0 0 16 16"});
    case Attribute::width:
    case Attribute::height:
      return is({"16"});
    case Attribute::d:
      return index_of(render::shape_paths, value).has_value();
    case Attribute::start:
    case Attribute::data_line:
      return is_number(value);
    case Attribute::lang:
      return consists_of(value, [](char c) { return text::is_letter(c) || text::is_digit(c) || c == '-'; });
    case Attribute::datetime:
      return consists_of(value, [](char c) {
        return text::is_digit(c) || std::string_view("-+:TZ").find(c) != std::string_view::npos;
      });
  }
  return false;
}

void check_classes(std::string_view value) {
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find(' ', at), value.size());
    require(index_of(render::class_names, value.substr(at, end - at)).has_value(), "a class is of the vocabulary",
            value);
    at = end + 1;
  }
}

void check_attributes(Element element, const Tag& tag, std::set<std::string>& ids) {
  std::set<std::string_view> names;
  for (const auto& [name, value] : tag.attributes) {
    require(names.insert(name).second, "an attribute stands once", name);
    if (name == "class") {
      check_classes(value);
      continue;
    }
    const auto index = index_of(render::attribute_names, name);
    require(index.has_value(), "an attribute is of the vocabulary", name);
    const auto attribute = static_cast<Attribute>(*index);
    const auto owners = owners_of(attribute);
    require(owners.size() == 0 || is_one_of(element, owners), "an attribute stands where it belongs", name);
    require(is_value_of(attribute, value), "a value is of its attribute's kind", name + "=" + value);
    if (attribute == Attribute::id) require(ids.insert(value).second, "an id stands once", value);
  }
}

std::uint32_t word_at(std::string_view stream, std::size_t index) {
  require(4 * index + 4 <= stream.size(), "a stream is as long as it says");
  std::uint32_t word = 0;
  for (std::size_t i = 4; i-- > 0;) word = word << 8U | static_cast<unsigned char>(stream[4 * index + i]);
  return word;
}

/// The next characters of a stream, by their length in UTF-16 units.
std::string_view taken(std::string_view& text, std::uint32_t units) {
  std::size_t at = 0;
  for (std::uint32_t count = 0; count < units;) {
    require(at < text.size(), "a stream has the text that its words take");
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    count += size == 4 ? 2 : 1;
    at += size;
  }
  require(at <= text.size(), "a stream has the text that its words take");
  const std::string_view result = text.substr(0, at);
  text.remove_prefix(at);
  return result;
}

/// The HTML of what a stream says.
std::string replayed(std::string_view stream) {
  const std::size_t words = word_at(stream, 0);
  require(8 + 4 * words <= stream.size(), "a stream is as long as it says");
  std::string_view text = stream.substr(8 + 4 * words);
  require(text.size() == word_at(stream, 1), "a stream is as long as it says");
  check_text(text);
  render::HtmlWriter writer;
  std::size_t depth = 0;
  bool in_head = false;  // classes and attributes come before the content
  for (std::size_t i = 2; i < words + 2; ++i) {
    const std::uint32_t word = word_at(stream, i);
    const std::uint32_t operand = word >> 4U;
    const auto operation = static_cast<render::Operation>(word & 15U);
    switch (operation) {
      case render::Operation::open:
        require(operand < render::element_names.size(), "an element is of the vocabulary");
        writer.open(static_cast<Element>(operand));
        ++depth;
        break;
      case render::Operation::close:
        require(depth-- > 0 && operand == 0, "a stream closes what it opened");
        writer.close();
        break;
      case render::Operation::text:
        require(operand > 0, "no text is empty");
        writer.text(taken(text, operand));
        break;
      case render::Operation::add_class:
        require(in_head && operand < render::class_names.size(), "a class is of the vocabulary and in its place");
        writer.add_class(static_cast<render::Class>(operand));
        break;
      case render::Operation::attribute:
        require(in_head && operand < render::attribute_names.size(),
                "an attribute is of the vocabulary and in its place");
        require(++i < words + 2, "a stream is as long as it says");
        writer.attribute(static_cast<Attribute>(operand), taken(text, word_at(stream, i)));
        break;
      default:
        require(false, "a stream has no other operations");
    }
    in_head = operation != render::Operation::text && operation != render::Operation::close;
  }
  require(depth == 0, "a stream closes what it opened");
  require(text.empty(), "a stream takes all of its text");
  return writer.take();
}

}  // namespace

void check_markup(std::string_view html) {
  check_text(html);
  std::vector<Element> open;
  std::set<std::string> ids;
  for (const Piece& piece : read_markup(html)) {
    if (piece.is_text()) {
      const bool laid_out = piece.text.find_first_not_of('\n') == std::string::npos;
      require(laid_out || open.empty() || stands_well(Element::span, open.back()), "words stand where words may",
              piece.text);
      continue;
    }
    const Element element = element_of(piece.tag.name);
    if (piece.tag.closes) {
      require(!open.empty() && open.back() == element, "an end tag ends the element that is open", piece.tag.name);
      open.pop_back();
      continue;
    }
    if (!open.empty()) {
      require(stands_well(element, open.back()), "an element stands where it may", piece.tag.name);
      require(!render::is_block(element) || !takes_words_alone(open.back()), "no block stands among words",
              piece.tag.name);
      const bool in_link = std::find(open.begin(), open.end(), Element::a) != open.end();
      require(element != Element::a || !in_link, "no link stands in a link");
    }
    check_attributes(element, piece.tag, ids);
    require(piece.tag.ends_itself == render::is_void(element), "an element that has no content ends itself",
            piece.tag.name);
    if (!piece.tag.ends_itself) open.push_back(element);
    require(open.size() < max_elements_open, "a parser follows the nesting");
  }
  require(open.empty(), "every element is closed");
}

void check_nodes(std::string_view stream, std::string_view html) {
  require(replayed(stream) == html, "the node stream says what the HTML says");
}

}  // namespace pressmark::properties
