#include "pressmark/front_matter/yaml_fault.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "pressmark/front_matter/entry_line.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/limits.h"

namespace pressmark::front_matter {
namespace {

using text::Diagnostics;
using text::Fix;
using text::Source;
using text::Span;

constexpr std::string_view label_quote = "Put the value into quotation marks";

/// What is known about the surroundings of a fault.
struct Site {
  const Source& source;
  Span entry;           // the lines of the lost entry
  std::uint32_t place;  // of the fault, on a line with words
  Span line;
  std::optional<EntryLine> parts;  // of that line

  [[nodiscard]] std::string_view text() const { return source.text(); }
  [[nodiscard]] bool has_value() const { return parts && !parts->value.empty(); }
  [[nodiscard]] std::string_view value() const { return source.slice(parts->value); }
  /// The first character of the value, or NUL.
  [[nodiscard]] char opener() const { return has_value() ? value().front() : '\0'; }
  [[nodiscard]] bool in_quotes() const { return opener() == '"' || opener() == '\''; }
  [[nodiscard]] bool in_brackets() const { return opener() == '[' || opener() == '{'; }
};

Site site_of(const Source& source, Span entry, std::uint32_t place) {
  const std::string_view text = source.text();
  place = std::clamp(place, entry.start, entry.end);
  const auto is_space = [](char c) { return is_blank(c) || is_break(c); };
  while (place > entry.start && (place >= entry.end || is_space(text[place]))) --place;
  place = character_at(text, place).start;
  Site site{source, entry, place, source.line_span(source.line_of(place)), {}};
  site.parts = entry_line(text, site.line);
  return site;
}

/// The value of the line, or what follows the fault where the line has no key.
Span value_span(const Site& site) {
  if (site.has_value()) return site.parts->value;
  const Span rest = trimmed(site.text(), {std::min(site.place, site.line.end), site.line.end});
  return rest.empty() ? trimmed(site.text(), site.line) : rest;
}

/// Whether the line belongs to a list or map in brackets that spans lines: there the end of a value is not certain.
bool inside_brackets(const Site& site) {
  const Span first_line = site.source.line_span(site.source.line_of(site.entry.start));
  if (site.line == first_line) return false;
  const auto first = entry_line(site.text(), first_line);
  if (!first || first->value.empty()) return false;
  const char opener = site.text()[first->value.start];
  return opener == '[' || opener == '{';
}

/// An edit that leaves no doubt about the value, and the value.
struct Mend {
  Fix fix;
  std::string words;
};

std::optional<Fix> fix_of(std::optional<Mend> mend) {
  if (!mend) return {};
  return std::move(mend->fix);
}

/// Puts the words of the value into quotes, whole.
std::optional<Mend> quote_value(const Site& site) {
  if (!site.has_value() || inside_brackets(site)) return {};
  std::string_view words = site.value();
  // 'It's good': the outer pair was meant, the quote inside ended it.
  if (site.in_quotes() && words.size() > 2 && words.back() == words.front() &&
      std::count(words.begin(), words.end(), words.front()) % 2 == 1) {
    words = words.substr(1, words.size() - 2);
  }
  return Mend{{std::string(label_quote), site.parts->value, quoted(words)}, std::string(words)};
}

/// The same, unless the value is a list or map in brackets.
std::optional<Mend> quote_words(const Site& site) {
  if (site.in_brackets()) return {};
  return quote_value(site);
}

std::optional<Mend> close_quote(const Site& site) {
  if (!site.in_quotes() || inside_brackets(site)) return {};
  const std::string_view words = site.value();
  if (std::count(words.begin(), words.end(), words.front()) != 1) return {};
  const Span end{site.parts->value.end, site.parts->value.end};
  return Mend{{"Add the closing quotation mark", end, std::string(1, words.front())}, std::string(words.substr(1))};
}

/// "C:\photos" to 'C:\photos', where a backslash is a backslash.
std::optional<Mend> single_quotes(const Site& site) {
  if (site.opener() != '"' || inside_brackets(site)) return {};
  const std::string_view words = site.value();
  if (words.size() < 2 || words.back() != '"') return {};
  const std::string_view inner = words.substr(1, words.size() - 2);
  const bool at_fault = inner.find('\\') != std::string_view::npos;  // else the name of the entry is
  if (!at_fault || inner.find('"') != std::string_view::npos) return {};
  return Mend{{"Use single quotation marks", site.parts->value, quoted(inner)}, std::string(inner)};
}

std::optional<Fix> insert_space(const Site& site) {
  const auto colon = colon_without_space(site.text(), site.line);
  if (!colon) return {};
  return Fix{"Add the space", {*colon + 1, *colon + 1}, " "};
}

/// Leading whitespace of a line with a tab in it, or nothing.
Span tabbed_indent(const Source& source, std::uint32_t line) {
  const Span span = source.line_span(line);
  std::uint32_t at = span.start;
  bool tab = false;
  while (at < span.end && is_blank(source.text()[at])) tab |= source.text()[at++] == '\t';
  return tab && at < span.end ? Span{span.start, at} : Span{span.start, span.start};
}

/// The first indentation with a tab in the lines of an entry.
std::optional<Span> first_tab(const Source& source, Span entry) {
  for (std::uint32_t line = source.line_of(entry.start); line <= source.line_count(); ++line) {
    if (source.line_start(line) >= entry.end) break;
    if (const Span indent = tabbed_indent(source, line); !indent.empty()) return indent;
  }
  return {};
}

/// Each tab of an indentation as two spaces, from the first such line to the end of the entry.
Fix spaces_for_tabs(const Source& source, Span entry, Span first) {
  std::string text;
  bool in_indent = true;
  for (std::uint32_t at = first.start; at < entry.end; ++at) {
    const char c = source.text()[at];
    if (is_break(c)) {
      in_indent = true;
    } else if (!is_blank(c)) {
      in_indent = false;
    }
    if (c == '\t' && in_indent) {
      text += "  ";
    } else {
      text += c;
    }
  }
  return {"Indent with spaces", {first.start, entry.end}, std::move(text)};
}

/// A line with a key of its own, below an entry whose value has begun on an earlier line.
bool is_indented_by_mistake(const Site& site) {
  const Span first_line = site.source.line_span(site.source.line_of(site.entry.start));
  if (site.line == first_line || !site.parts || site.place > site.parts->colon) return false;
  const auto first = entry_line(site.text(), first_line);
  return first && !first->value.empty();
}

Explanation error(std::string_view code, Span span, std::string message, std::optional<Fix> fix = {}) {
  return {{text::Severity::error, code, std::move(message), span, std::move(fix)}, {}};
}

/// For a value that can only be meant as text: it is read as the mend makes it.
Explanation mendable_error(std::string_view code, const Site& site, std::string message, std::optional<Mend> mend) {
  if (!mend) return error(code, value_span(site), std::move(message));
  Explanation explanation = error(code, value_span(site), std::move(message), mend->fix);
  explanation.meant = MeantText{site.parts->value, std::move(mend->words)};
  return explanation;
}

/// For a value that could be meant as text, but could also be a feature of YAML that Pressmark refuses.
Explanation refused_error(std::string_view code, const Site& site, std::string_view meaning) {
  return error(code, value_span(site),
               text::filled("{} If it is meant as text, put the value into quotation marks.", meaning),
               fix_of(quote_words(site)));
}

Explanation explain_special_character(const Site& site) {
  return mendable_error("front-matter-special-character", site,
                        "A value cannot begin with this character. Put the value into quotation marks.",
                        quote_words(site));
}

/// An alias or anchor is one word; with another character after the sign or more words it is text: **bold**, & Sons.
Explanation explain_reference(const Site& site, std::string_view code, std::string_view meaning) {
  const std::string_view value = site.has_value() ? site.value() : std::string_view();
  const bool sign_is_text = value.size() > 1 && (value[1] == value[0] || is_blank(value[1]));
  return sign_is_text ? explain_special_character(site) : refused_error(code, site, meaning);
}

Explanation explain_colon(const Site& site) {
  if (is_indented_by_mistake(site)) {
    return error(
        "front-matter-indentation", trimmed(site.text(), site.line),
        "This line is indented, but the entry above it already has its value. Start it in the same column as that "
        "entry, or put the whole value on one line.");
  }
  return mendable_error(
      "front-matter-colon-in-value", site,
      "A colon with a space after it cannot stand inside this value. Put the value into quotation marks.",
      quote_words(site));
}

Explanation explain_text_after_value(const Site& site) {
  if (site.in_quotes()) {
    return mendable_error(
        "front-matter-text-after-quote", site,
        "More words follow after the closing quotation mark. Put the whole value into quotation marks.",
        quote_value(site));
  }
  if (site.in_brackets()) {
    return mendable_error(
        "front-matter-text-after-bracket", site,
        "A value that begins with a bracket is a list, and nothing may follow its end. Put the value into "
        "quotation marks.",
        quote_value(site));
  }
  return error("front-matter-not-an-entry", value_span(site),
               "This does not belong to the entry above. Write “name: value” on a line of its own.",
               insert_space(site));
}

Explanation explain_block_text(const Site& site) {
  return mendable_error(
      "front-matter-block-text", site,
      "A > or | at the start of a value announces text on the indented lines below; nothing else may stand "
      "on this line. Put the value into quotation marks.",
      quote_words(site));
}

}  // namespace

Explanation explain(YamlFault fault, const Source& source, Span entry, std::uint32_t place) {
  const Site site = site_of(source, entry, place);
  if (const auto tab = first_tab(source, entry)) {
    return error("front-matter-tab", *tab, "A tab cannot be used to indent front matter. Use two spaces instead.",
                 spaces_for_tabs(source, entry, *tab));
  }
  switch (fault) {
    case YamlFault::alias:
      return explain_reference(
          site, "front-matter-alias",
          "A * at the start of a value repeats another value by name, which Pressmark does not do. "
          "Write the value out.");
    case YamlFault::anchor:
      return explain_reference(
          site, "front-matter-anchor",
          "An & at the start of a value gives it a name to repeat it by, which Pressmark does not do. "
          "Leave the name out.");
    case YamlFault::tag:
      return refused_error(
          "front-matter-tag", site,
          "A word with ! at the start of a value tells its type, which Pressmark does not read. Leave it "
          "out.");
    case YamlFault::merge_key:
      return error(
          "front-matter-merge-key", trimmed(source.text(), site.line),
          "“<<” takes over the entries of another place, which Pressmark does not do. Write the entries out here.");
    case YamlFault::colon_in_value:
      return explain_colon(site);
    case YamlFault::special_character:
      return explain_special_character(site);
    case YamlFault::unclosed_quote:
      return mendable_error(
          "front-matter-unclosed-quote", site,
          "The closing quotation mark of this value is missing. Add it at the end of the value; further "
          "lines of the same value must be indented.",
          close_quote(site));
    case YamlFault::text_after_value:
      return explain_text_after_value(site);
    case YamlFault::bracket:
      return error(
          "front-matter-bracket", value_span(site),
          "The brackets do not match: each [ needs its ] and each { its }. If it is meant as text, put the value "
          "into quotation marks.",
          site.in_brackets() ? std::nullopt : fix_of(quote_value(site)));
    case YamlFault::list_item:
      return error(
          "front-matter-list", value_span(site),
          "A list item cannot begin here. Start each item with a dash on a line of its own. If it is meant as text, "
          "put the value into quotation marks.",
          fix_of(quote_words(site)));
    case YamlFault::escape:
      return mendable_error(
          "front-matter-escape", site,
          "A backslash inside double quotation marks has a special meaning, and this one is not known. Use "
          "single quotation marks.",
          single_quotes(site));
    case YamlFault::block_text:
      return explain_block_text(site);
    case YamlFault::tab:
      return error("front-matter-tab", value_span(site), "A tab cannot be used here. Use spaces instead.");
    case YamlFault::too_deep:
      return error("front-matter-too-deep", value_span(site),
                   text::filled("Lists and groups may lie at most {} deep inside one another. This entry is left out.",
                                limits::max_front_matter_depth));
    case YamlFault::key_is_no_text:
      return error(
          "front-matter-key", value_span(site),
          "The name of an entry must be plain text, not a list or a group. If the braces are meant as text, put the "
          "value into quotation marks.",
          fix_of(quote_value(site)));
    case YamlFault::key_missing:
      return error("front-matter-key", trimmed(source.text(), site.line),
                   "The name before the colon is missing. Write “name: value”.");
    case YamlFault::not_an_entry:
      return error("front-matter-not-an-entry", trimmed(source.text(), site.line),
                   "This line does not read as “name: value” and is left out.", insert_space(site));
    case YamlFault::unreadable:
      break;
  }
  return error("front-matter-unreadable", value_span(site),
               "Pressmark cannot read this entry. Put its value into quotation marks.", fix_of(quote_words(site)));
}

void warn_of_comment(const Source& source, Span value, std::uint32_t place, bool in_brackets,
                     Diagnostics& diagnostics) {
  const Span line = source.line_span(source.line_of(place));
  const Span comment = trimmed(source.text(), {place, line.end});
  const char next = comment.size() > 1 ? source.text()[comment.start + 1] : ' ';
  // "# a remark" is how comments are written; "#1" and "#hashtag" are words.
  if (is_blank(next) || next == '#') return;
  std::optional<Fix> fix;
  const Span whole{value.empty() ? comment.start : value.start, comment.end};
  if (!in_brackets && source.line_of(whole.start) == source.line_of(place)) {
    fix = Fix{std::string(label_quote), whole, quoted(source.slice(whole))};
  }
  diagnostics.warning(
      "front-matter-comment", comment,
      "A # after a space starts a comment, so these words are left out. Put the whole value into quotation "
      "marks if they belong to it.",
      std::move(fix));
}

}  // namespace pressmark::front_matter
