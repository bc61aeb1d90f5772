#include "pressmark/render/directive_layout.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"

namespace pressmark::render {
namespace {

using markdown::Directive;
using markdown::Document;
using markdown::Node;
using markdown::NodeIndex;
using markdown::NodeType;
using Index = DirectiveLayout::Index;

constexpr std::size_t longest_lone_figure = 24;  // bytes
constexpr std::array<std::string_view, 4> dashes = {"—", "–", "―", "-"};

bool is_break(const Node& node) { return node.type == NodeType::soft_break || node.type == NodeType::line_break; }

/// The last child of a node; the node itself where it has none.
NodeIndex last_child(const Document& document, NodeIndex parent) {
  NodeIndex last = parent;
  for (NodeIndex child = parent + 1; child < document[parent].end; child = document[child].end) last = child;
  return last;
}

bool begins_with_dash(const Document& document, NodeIndex index) {
  const Node& node = document[index];
  return node.type == NodeType::text && std::any_of(dashes.begin(), dashes.end(), [&](std::string_view dash) {
           return node.text.starts_with(dash);
         });
}

/// The break before the last line of a paragraph, if there is one.
Index last_break(const Document& document, NodeIndex paragraph) {
  Index found;
  for (NodeIndex i = paragraph + 1; i < document[paragraph].end; i = document[i].end) {
    if (is_break(document[i])) found = i;
  }
  return found;
}

Index first_break(const Document& document, NodeIndex paragraph) {
  for (NodeIndex i = paragraph + 1; i < document[paragraph].end; i = document[i].end) {
    if (is_break(document[i])) return i;
  }
  return {};
}

/// The line that names the speaker at the end of a block's content: a paragraph or its last line that begins with a
/// dash, or a list of one item, which is how Markdown reads a hyphen and a space.
Index speaker_line(const Document& document, NodeIndex parent) {
  const NodeIndex last = last_child(document, parent);
  const bool alone = last == parent + 1;
  const Node& node = document[last];
  if (node.type == NodeType::paragraph) {
    if (const Index before = last_break(document, last)) {
      return begins_with_dash(document, *before + 1) ? before : Index();
    }
    return !alone && begins_with_dash(document, last + 1) ? Index(last) : Index();
  }
  if (node.type == NodeType::bullet_list && !alone) {
    const NodeIndex item = last + 1;
    const bool one_line = document[item].end == node.end && item + 1 < node.end &&
                          document[item + 1].type == NodeType::paragraph && document[item + 1].end == node.end &&
                          !first_break(document, item + 1);
    return one_line ? Index(last) : Index();
  }
  if (node.type == NodeType::block_quote && alone) return speaker_line(document, last);
  return {};
}

void lay_out_quote(const Document& document, NodeIndex directive, bool attributed, DirectiveLayout& layout) {
  if (!attributed) layout.turn = speaker_line(document, directive);
  const NodeIndex first = directive + 1;
  if (first >= document[directive].end || document[first].type != NodeType::block_quote) return;
  if (document[first].end == document[directive].end || document[first].end == layout.turn) layout.bare = first;
}

/// A picture and what follows it.
void lay_out_figure(const Document& document, NodeIndex directive, DirectiveLayout& layout) {
  const NodeIndex paragraph = directive + 1;
  if (paragraph >= document[directive].end || document[paragraph].type != NodeType::paragraph) return;
  NodeIndex at = paragraph + 1;
  const auto holds_picture = [&](NodeIndex i) {
    return document[i].type == NodeType::image ||
           (document[i].type == NodeType::link && i + 1 < document[i].end && document[i + 1].type == NodeType::image);
  };
  if (at >= document[paragraph].end || !holds_picture(at)) return;
  layout.bare = paragraph;
  for (NodeIndex next = at; next < document[paragraph].end; next = document[next].end) {
    if (holds_picture(next)) at = document[next].end;
  }
  layout.turn = at < document[directive].end ? Index(at) : Index();
}

void lay_out_statistic(const Document& document, NodeIndex directive, DirectiveLayout& layout) {
  const NodeIndex paragraph = directive + 1;
  if (paragraph >= document[directive].end || document[paragraph].type != NodeType::paragraph) return;
  if (const Index words = first_break(document, paragraph)) {
    layout.figure = paragraph;
    layout.turn = words;
  } else if (document[paragraph + 1].type == NodeType::strong) {
    layout.figure = paragraph + 1;
  } else if (document[paragraph].end < document[directive].end ||
             document.plain_text(paragraph).size() <= longest_lone_figure) {
    layout.figure = paragraph;
  }
}

std::string_view without_dashes(std::string_view words) {
  static constexpr std::array<std::string_view, 7> marks = {"—", "–", "―", "-", " ", "\u00A0", "~"};
  const auto strip = [&](bool front) {
    for (bool stripped = true; stripped && !words.empty();) {
      stripped = false;
      for (const std::string_view mark : marks) {
        if (front ? !words.starts_with(mark) : !words.ends_with(mark)) continue;
        front ? words.remove_prefix(mark.size()) : words.remove_suffix(mark.size());
        stripped = true;
      }
    }
  };
  strip(true);
  strip(false);
  return words;
}

}  // namespace

DirectiveLayout layout_of(const Document& document, NodeIndex directive, bool attributed) {
  DirectiveLayout layout;
  const NodeIndex first = directive + 1;
  const bool has_content = first < document[directive].end;
  switch (document[directive].directive) {
    case Directive::quote:
      lay_out_quote(document, directive, attributed, layout);
      break;
    case Directive::figure:
      lay_out_figure(document, directive, layout);
      break;
    case Directive::statistic:
      lay_out_statistic(document, directive, layout);
      break;
    case Directive::contact:
    case Directive::notes_to_editors:
    case Directive::attachments:
      if (has_content && document[first].type == NodeType::heading) layout.heading = first;
      break;
    default:
      break;
  }
  if (document[directive].directive == Directive::contact && layout.heading &&
      document[first].end < document[directive].end) {
    layout.turn = document[first].end;
  }
  return layout;
}

bool fits_address(const Document& document, NodeIndex from, NodeIndex end) {
  const Node* const nodes = document.nodes().data();
  return std::none_of(nodes + from, nodes + end, [](const Node& node) {
    return node.type == NodeType::heading || node.type == NodeType::directive;
  });
}

std::size_t leading_dashes(std::string_view line) {
  std::size_t at = 0;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : {"—", "–", "―", "-", " "}) {
      if (!line.substr(at).starts_with(mark)) continue;
      at += mark.size();
      more = true;
    }
  }
  return at;
}

std::string size_in_words(std::string_view size) {
  constexpr std::size_t most_digits = 15;
  if (size.empty() || size.size() > most_digits || !std::all_of(size.begin(), size.end(), text::is_digit)) {
    return std::string(size);
  }
  std::uint64_t bytes = 0;
  for (const char digit : size) bytes = 10 * bytes + static_cast<std::uint64_t>(digit - '0');
  if (bytes < 1000) return text::filled("{} bytes", static_cast<unsigned>(bytes));
  if (bytes < 999'500) return text::filled("{} kB", static_cast<unsigned>(bytes + 500) / 1000);
  const std::uint64_t tenths = (bytes + 50'000) / 100'000;
  const auto whole = static_cast<unsigned>(tenths / 10);  // 1,000,000,000 at most
  const auto tenth = static_cast<unsigned>(tenths % 10);
  return tenth == 0 ? text::filled("{} MB", whole) : text::filled("{}.{} MB", whole, tenth);
}

bool names_credit(std::string_view line) {
  static constexpr std::array<std::string_view, 11> heads = {"credit:",  "photo:",      "photograph:", "picture:",
                                                             "pic:",     "image:",      "copyright:",  "llun:",
                                                             "credit ",  "photo credit", "©"};
  const std::string lower = text::lowered(line.substr(0, 16));
  return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return lower.starts_with(head); });
}

bool may_begin_ends_mark(std::string_view words) {
  const char first = words.empty() ? '\0' : text::lower(words.front());
  return first == 'e' || first == 'd' || first == '3' || !(text::is_letter(first) || text::is_digit(first));
}

bool is_ends_mark(std::string_view words) {
  constexpr std::string_view longest = "diwedd";
  const std::string_view inner = without_dashes(words);
  if (inner.size() > longest.size()) return false;
  const bool marked = inner.size() + 2 <= words.size();
  if (marked && inner == "30") return true;
  const std::string lower = text::lowered(inner);
  const bool named = lower == "ends" || lower == "end" || lower == "diwedd";
  return named && (marked || inner == "ENDS" || inner == "DIWEDD");
}

std::optional<std::string> file_type(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t slash = url.rfind('/');
  const std::size_t dot = url.rfind('.');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
  static constexpr std::array<std::string_view, 24> types = {"pdf", "doc", "docx", "odt", "rtf", "txt",  "xls", "xlsx",
                                                             "ods", "csv", "ppt",  "pptx", "odp", "zip", "jpg", "jpeg",
                                                             "png", "gif", "svg",  "tif", "mp3", "mp4",  "mov", "epub"};
  std::string type = text::lowered(url.substr(dot + 1));
  if (std::find(types.begin(), types.end(), type) == types.end()) return {};
  for (char& c : type) c = text::upper(c);
  return type;
}

}  // namespace pressmark::render
