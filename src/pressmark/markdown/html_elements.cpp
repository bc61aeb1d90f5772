#include "pressmark/markdown/html_elements.h"

#include <algorithm>
#include <array>
#include <vector>

#include "pressmark/markdown/cmark_edits.h"
#include "pressmark/markdown/raw_html.h"
#include "pressmark/markdown/url.h"
#include "pressmark/text/ascii.h"

namespace pressmark::markdown {
namespace {

using namespace std::string_view_literals;

constexpr std::array elements = {
    HarmlessElement{"abbr"sv, NodeType::element, InlineElement::abbr},
    HarmlessElement{"b"sv, NodeType::element, InlineElement::b},
    HarmlessElement{"bdi"sv, NodeType::element, InlineElement::bdi},
    HarmlessElement{"br"sv, NodeType::line_break},
    HarmlessElement{"cite"sv, NodeType::element, InlineElement::cite},
    HarmlessElement{"code"sv, NodeType::element, InlineElement::code},
    HarmlessElement{"del"sv, NodeType::strikethrough},
    HarmlessElement{"dfn"sv, NodeType::element, InlineElement::dfn},
    HarmlessElement{"em"sv, NodeType::emphasis},
    HarmlessElement{"i"sv, NodeType::element, InlineElement::i},
    HarmlessElement{"ins"sv, NodeType::element, InlineElement::ins},
    HarmlessElement{"kbd"sv, NodeType::element, InlineElement::kbd},
    HarmlessElement{"mark"sv, NodeType::element, InlineElement::mark},
    HarmlessElement{"q"sv, NodeType::element, InlineElement::q},
    HarmlessElement{"s"sv, NodeType::element, InlineElement::s},
    HarmlessElement{"samp"sv, NodeType::element, InlineElement::samp},
    HarmlessElement{"small"sv, NodeType::element, InlineElement::small},
    HarmlessElement{"strong"sv, NodeType::strong},
    HarmlessElement{"sub"sv, NodeType::element, InlineElement::sub},
    HarmlessElement{"sup"sv, NodeType::element, InlineElement::sup},
    HarmlessElement{"u"sv, NodeType::element, InlineElement::u},
    HarmlessElement{"var"sv, NodeType::element, InlineElement::var},
    HarmlessElement{"wbr"sv, NodeType::word_break},
};

constexpr bool is_void(const HarmlessElement& element) {
  return element.type == NodeType::line_break || element.type == NodeType::word_break;
}

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view without_spaces_before(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

/// What stands in a tag behind its name, without the bracket at its end.
std::string_view inside_of_tag(std::string_view tag) {
  const std::string_view name = read_tag(tag).name;
  std::string_view rest = tag.substr(static_cast<std::size_t>(name.data() + name.size() - tag.data()));
  if (rest.ends_with('>')) rest.remove_suffix(1);
  return without_spaces_before(rest);
}

bool closes_itself(std::string_view tag) { return tag.ends_with("/>"); }

struct OpenTag {
  cmark_node* node;
  std::size_t element;
};

/// Puts everything between an opening and a closing tag, and the latter, into the former.
void enclose(cmark_node* opening, cmark_node* closing) {
  for (bool done = false; !done;) {
    cmark_node* moved = opening->next;
    done = moved == closing;
    take_out(moved);
    append_to(opening, moved);
  }
  opening->type = PRESSMARK_NODE_ELEMENT;
  opening->internal_offset = closing->internal_offset = PRESSMARK_TAG_USED;
}

}  // namespace

const HarmlessElement* harmless_element(std::string_view name) {
  const auto found = std::find_if(elements.begin(), elements.end(),
                                  [&](const HarmlessElement& element) { return same_name(element.name, name); });
  return found == elements.end() ? nullptr : &*found;
}

bool has_attributes(std::string_view tag) {
  const std::string_view inside = inside_of_tag(tag);
  return !inside.empty() && inside != "/";
}

std::optional<std::string> title_of_tag(std::string_view tag) {
  std::string_view rest = inside_of_tag(tag);
  while (!rest.empty()) {
    const auto name_end = std::find_if(rest.begin(), rest.end(), [](char c) { return is_space(c) || c == '='; });
    const std::string_view name = rest.substr(0, static_cast<std::size_t>(name_end - rest.begin()));
    rest = without_spaces_before(rest.substr(name.size()));
    if (!rest.starts_with('=')) {
      if (name.empty()) return {};
      continue;
    }
    rest = without_spaces_before(rest.substr(1));
    const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
    const std::size_t end =
        quoted ? rest.find(rest.front(), 1)
               : static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_space) - rest.begin());
    if (end == std::string_view::npos) return {};
    const std::string_view value = quoted ? rest.substr(1, end - 1) : rest.substr(0, end);
    if (same_name(name, "title")) return decode_entities(value);
    rest = without_spaces_before(rest.substr(quoted ? end + 1 : end));
  }
  return {};
}

void pair_tags(cmark_node* first) {
  std::vector<OpenTag> open;
  std::array<std::size_t, elements.size()> open_of_name{};
  for (cmark_node* node = first; node != nullptr;) {
    cmark_node* const next = node->next;
    if (type_of(node) == CMARK_NODE_HTML_INLINE) {
      node->internal_offset = PRESSMARK_TAG_DROPPED;
      const Tag tag = read_tag(text_of(node));
      const HarmlessElement* element = harmless_element(tag.name);
      const auto place = static_cast<std::size_t>(element == nullptr ? 0 : element - elements.data());
      if (element != nullptr && is_void(*element)) {
        if (!tag.closing) node->internal_offset = PRESSMARK_TAG_USED;
      } else if (element != nullptr && !tag.closing && !closes_itself(text_of(node))) {
        open.push_back({node, place});
        ++open_of_name[place];
      } else if (element != nullptr && tag.closing && open_of_name[place] > 0) {
        // What was opened since then is never closed.
        while (open.back().element != place) {
          --open_of_name[open.back().element];
          open.pop_back();
        }
        --open_of_name[place];
        enclose(open.back().node, node);
        open.pop_back();
      }
    }
    node = next;
  }
}

}  // namespace pressmark::markdown
