#include "pressmark/markdown/directive.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "pressmark/markdown/url.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/nearest.h"

namespace pressmark::markdown {
namespace {

using text::filled;
using text::is_blank;

struct Name {
  std::string_view name;
  Directive directive;
};

/// The names that messages speak of, then others that are understood.
constexpr std::array<Name, 15> names = {{{"notes-to-editors", Directive::notes_to_editors},
                                         {"contact", Directive::contact},
                                         {"quote", Directive::quote},
                                         {"information", Directive::information},
                                         {"warning", Directive::warning},
                                         {"statistic", Directive::statistic},
                                         {"figure", Directive::figure},
                                         {"table", Directive::table},
                                         {"attachments", Directive::attachments},
                                         {"ends", Directive::ends},
                                         {"note", Directive::information},
                                         {"info", Directive::information},
                                         {"notes", Directive::notes_to_editors},
                                         {"contacts", Directive::contact},
                                         {"media-contact", Directive::contact}}};
constexpr std::size_t canonical_names = 10;

std::span<const std::string_view> attributes_of(Directive directive) {
  static constexpr std::array<std::string_view, 2> quote = {"speaker", "role"};
  static constexpr std::array<std::string_view, 5> contact = {"name", "role", "organisation", "telephone", "email"};
  static constexpr std::array<std::string_view, 2> figure = {"caption", "credit"};
  static constexpr std::array<std::string_view, 2> table = {"caption", "headings"};
  static constexpr std::array<std::string_view, 2> attachments = {"type", "size"};
  switch (directive) {
    case Directive::quote:
      return quote;
    case Directive::contact:
      return contact;
    case Directive::figure:
      return figure;
    case Directive::table:
      return table;
    case Directive::attachments:
      return attachments;
    default:
      return {};
  }
}

constexpr bool is_name_character(char c) { return text::is_letter(c) || text::is_digit(c) || c == '-' || c == '_'; }

std::string listed(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

std::array<std::string_view, canonical_names> name_list() {
  std::array<std::string_view, canonical_names> list;
  std::transform(names.begin(), names.begin() + canonical_names, list.begin(), [](const Name& one) { return one.name; });
  return list;
}

/// Reads a head from left to right.
class HeadReader {
 public:
  explicit HeadReader(std::string_view line) : line_(line.substr(0, end_of_words(line))) {}

  DirectiveHead read() {
    while (is_name_character(here())) ++at_;
    head_.name = {0, at_};
    skip_blanks();
    if (here() == '[') read_label();
    skip_blanks();
    if (here() == '{') read_attributes();
    skip_blanks();
    if (at_ < line_.size() && head_.unread.empty()) leave_unread(at_);
    return std::move(head_);
  }

 private:
  /// Without the blanks and colons that may stand at the end.
  static std::size_t end_of_words(std::string_view line) { return line.find_last_not_of(" \t\r:") + 1; }

  [[nodiscard]] char here() const { return at_ < line_.size() ? line_[at_] : '\0'; }
  void skip_blanks() {
    while (is_blank(here())) ++at_;
  }
  void leave_unread(std::uint32_t from) {
    head_.unread = {from, static_cast<std::uint32_t>(line_.size())};
    at_ = head_.unread.end;
  }

  /// Brackets inside of the label stand in pairs or behind a backslash.
  void read_label() {
    const std::uint32_t start = at_++;
    std::string words;
    for (int depth = 0; at_ < line_.size(); ++at_) {
      const char c = here();
      if (c == '\\' && at_ + 1 < line_.size() && (line_[at_ + 1] == ']' || line_[at_ + 1] == '[')) {
        ++at_;
      } else if (c == '[') {
        ++depth;
      } else if (c == ']' && --depth < 0) {
        ++at_;
        head_.label = decode_entities(words);
        return;
      }
      words += here();
    }
    leave_unread(start);
  }

  void read_attributes() {
    ++at_;
    for (;;) {
      while (is_blank(here()) || here() == ',') ++at_;
      if (here() == '}') {
        ++at_;
        return;
      }
      const std::uint32_t start = at_;
      while (is_name_character(here())) ++at_;
      const std::string_view name = line_.substr(start, at_ - start);
      skip_blanks();
      if (name.empty() || here() != '=') return leave_unread(start);
      ++at_;
      skip_blanks();
      const auto value = read_value();
      if (!value) return leave_unread(start);
      head_.attributes.push_back({name, decode_entities(*value)});
    }
  }

  /// A value in quotation marks, those of a word processor among them, or one word.
  std::optional<std::string_view> read_value() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> quotes = {
        {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"”", "”"}}};
    const std::string_view rest = line_.substr(at_);
    for (const auto& [opening, closing] : quotes) {
      if (!rest.starts_with(opening)) continue;
      const std::size_t end = rest.find(closing, opening.size());
      if (end == std::string_view::npos) return {};
      at_ += static_cast<std::uint32_t>(end + closing.size());
      return rest.substr(opening.size(), end - opening.size());
    }
    const std::size_t end = std::min(rest.find_first_of(" \t}"), rest.size());
    if (end == 0) return {};
    at_ += static_cast<std::uint32_t>(end);
    return rest.substr(0, end);
  }

  std::string_view line_;
  std::uint32_t at_ = 0;
  DirectiveHead head_;
};

/// The part of a line that is a view into it.
text::Span span_in(std::string_view line, std::string_view part, std::uint32_t line_start) {
  const auto start = line_start + static_cast<std::uint32_t>(part.data() - line.data());
  return {start, start + static_cast<std::uint32_t>(part.size())};
}

void check_name(text::Span place, std::string_view name, text::Diagnostics& diagnostics) {
  const auto known = name_list();
  const auto meant = text::nearest(name, known);
  std::optional<text::Fix> fix;
  if (meant) fix = text::Fix{filled("Write {}", *meant), place, std::string(*meant)};
  diagnostics.warning(
      "markdown-directive-unknown", place,
      filled("“{}” is no kind of block that is known here, so its words are shown as they are. {}", name,
             meant ? filled("Did you mean “{}”?", *meant) : filled("Known are {}.", listed(known))),
      std::move(fix));
}

void check_attribute(const DirectiveAttribute& attribute, Directive directive, text::Span place,
                     text::Diagnostics& diagnostics) {
  const std::span<const std::string_view> known = attributes_of(directive);
  if (std::find(known.begin(), known.end(), text::lowered(attribute.name)) != known.end()) {
    if (directive != Directive::table || text::lowered(attribute.name) != "headings" || attribute.value == "rows") return;
    diagnostics.warning("markdown-directive-attribute", place,
                        "The headings of a table can be \"rows\" alone, where the first cell of each row names the row; "
                        "those of its columns are there by themselves.");
    return;
  }
  const auto meant = text::nearest(attribute.name, known);
  std::string message = filled("“{}” means nothing in this block and is left out.", attribute.name);
  if (!known.empty()) message += filled(" Known are {}.", listed(known));
  diagnostics.warning(
      "markdown-directive-attribute", place, std::move(message),
      meant ? std::optional(text::Fix{filled("Write {}", *meant), place, std::string(*meant)}) : std::nullopt);
}

// Lines that begin with colons and are shown as text

struct ColonLine {
  text::Span line;    // without the blanks around it
  text::Span colons;  // three or more
};

/// The line as one that begins with three colons or more.
std::optional<ColonLine> colon_line(const text::Source& source, text::Span line) {
  const std::string_view text = source.text();
  while (!line.empty() && is_blank(text[line.start])) ++line.start;
  while (!line.empty() && is_blank(text[line.end - 1])) --line.end;
  std::uint32_t end = line.start;
  while (end < line.end && text[end] == ':') ++end;
  if (end - line.start < 3) return {};
  return ColonLine{line, {line.start, end}};
}

/// ":::notes to editors" and ":::quote Ada Field" leave no doubt about what was meant.
std::optional<text::Fix> name_fix(const text::Source& source, const ColonLine& found) {
  text::Span words{found.colons.end, found.line.end};
  const std::string_view text = source.text();
  while (!words.empty() && is_blank(text[words.start])) ++words.start;
  const std::string_view all = source.slice(words);
  std::string joined = text::lowered(all);
  std::replace(joined.begin(), joined.end(), ' ', '-');
  if (directive_named(joined) && joined != all) return text::Fix{filled("Write {}", joined), words, joined};
  std::uint32_t name_end = words.start;
  while (name_end < words.end && is_name_character(text[name_end])) ++name_end;
  const std::string_view label = all.substr(std::min<std::size_t>(name_end - words.start + 1, all.size()));
  if (name_end >= words.end || !is_blank(text[name_end]) || label.find_first_of("[]{}") != std::string_view::npos ||
      !directive_named(source.slice({words.start, name_end})))
    return {};
  return text::Fix{"Put the words into square brackets", {name_end, words.end}, filled("[{}]", label)};
}

void report_line(const text::Source& source, const ColonLine& found, text::Diagnostics& diagnostics) {
  if (found.colons == found.line) {
    diagnostics.warning("markdown-directive-line", found.line,
                        "This line of colons ends nothing that is open here, so it is shown as text. Take it out, or "
                        "write it with as many colons as the line that begins the block.",
                        text::Fix{"Take it out", found.line, ""});
    return;
  }
  diagnostics.warning("markdown-directive-line", found.line,
                      "This line looks like the beginning of a block, but it is shown as text. Behind the colons a name "
                      "stands alone, as in :::contact, or with words in square brackets, as in :::warning[Take care].",
                      name_fix(source, found));
}

}  // namespace

std::optional<std::string_view> DirectiveHead::attribute(std::string_view attribute_name) const {
  for (const DirectiveAttribute& one : attributes) {
    if (text::lowered(one.name) == attribute_name) return one.value;
  }
  return {};
}

DirectiveHead read_directive_head(std::string_view line) { return HeadReader(line).read(); }

std::optional<Directive> directive_named(std::string_view name) {
  const std::string wanted = text::lowered(name);
  const auto found = std::find_if(names.begin(), names.end(), [&](const Name& one) { return one.name == wanted; });
  if (found == names.end()) return {};
  return found->directive;
}

void check_directive(const text::Source& source, text::Span span, std::string_view line, bool closed,
                     text::Diagnostics& diagnostics) {
  const std::uint32_t start = span_in(source.text(), line, 0).start;
  const auto in_source = [&](text::Span part) { return text::Span{start + part.start, start + part.end}; };
  const DirectiveHead head = read_directive_head(line);
  const std::string_view name = line.substr(head.name.start, head.name.size());
  const auto directive = directive_named(name);
  if (!directive) check_name(in_source(head.name), name, diagnostics);
  for (const DirectiveAttribute& attribute : head.attributes) {
    if (directive) check_attribute(attribute, *directive, span_in(line, attribute.name, start), diagnostics);
  }
  if (!head.unread.empty()) {
    diagnostics.warning("markdown-directive-attribute", in_source(head.unread),
                        "This could not be read and is left out. Write words for the block in square brackets, and what "
                        "belongs to it in braces, such as {speaker=\"Ada Field\"}.");
  }
  if (!closed) {
    std::uint32_t colons = span.start;
    while (source.text()[colons] == ':') ++colons;
    diagnostics.warning("markdown-directive-unclosed", {span.start, in_source(head.name).end},
                        filled("The end of this block is missing, so it goes on to the end of what it stands in. Write "
                               "a line “{}” below its last one.",
                               source.slice({span.start, colons})));
  }
}

void check_directive_lines(const Document& document, const text::Source& source, text::Diagnostics& diagnostics) {
  if (source.text().find(":::") == std::string_view::npos) return;
  for (const Node& node : document.nodes()) {
    if (node.type != NodeType::paragraph || source.slice(node.span).find(":::") == std::string_view::npos) continue;
    for (std::uint32_t line = source.line_of(node.span.start); line <= source.line_of(node.span.end); ++line) {
      const text::Span whole = source.line_span(line);
      const text::Span inside{std::max(whole.start, node.span.start), std::min(whole.end, node.span.end)};
      if (const auto found = colon_line(source, inside)) report_line(source, *found, diagnostics);
    }
  }
}

}  // namespace pressmark::markdown
