#include "pressmark/markdown/conversion_checks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/scan.h"

namespace pressmark::markdown {
namespace {

using text::is_blank;
using text::Span;

/// An edit of one place.
struct Replacement {
  Span at;
  std::string text;
};

constexpr bool is_leaf(NodeType type) {
  return type == NodeType::paragraph || type == NodeType::heading || type == NodeType::table_cell;
}

/// Whether a byte is part of a word; those of other alphabets are.
constexpr bool is_word(char c) { return text::is_letter(c) || text::is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

// Garbled characters

/// The byte that Windows-1252 shows as this character; nothing for a character that it does not have.
std::optional<unsigned char> byte_of_1252(std::uint32_t character) {
  static constexpr std::array<std::uint16_t, 32> upper = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (character >= 0xA0 && character <= 0xFF) return static_cast<unsigned char>(character);
  const auto found = std::find(upper.begin(), upper.end(), character);
  if (found == upper.end()) return {};
  return static_cast<unsigned char>(0x80 + (found - upper.begin()));
}

/// One character of valid UTF-8, and the bytes that it takes.
std::pair<std::uint32_t, std::size_t> character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (at + size > text.size()) return {0xFFFD, text.size() - at};
  std::uint32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) value = value << 6 | (byte(i) & 0x3F);
  return {value, size};
}

/// How many bytes a character has whose first byte is shown as `first` and whose second as `second`; 0 where the two can
/// stand side by side in a word. Only letters of Western Europe (Ã©), punctuation (â€™, â‚¬, â„¢) and pictures (ðŸ) are
/// looked for: "CAFÉ’S" would be a character, too.
std::size_t garbled_size(std::uint32_t first, unsigned char second) {
  if (first == 0xC2 || first == 0xC3) return second >= (first == 0xC2 ? 0xA0 : 0x80) ? 2 : 0;
  if (first == 0xE2) return second == 0x80 || second == 0x82 || second == 0x84 ? 3 : 0;
  return first == 0xF0 && second == 0x9F ? 4 : 0;
}

/// The character whose bytes stand here as characters of their own ("â€™" for "’"), and the bytes of the text that it
/// takes.
std::optional<std::pair<std::string, std::size_t>> garbled_at(std::string_view text, std::size_t at) {
  const auto [first, first_size] = character_at(text, at);
  std::string meant(1, static_cast<char>(first));
  std::size_t size = first_size;
  std::size_t bytes = 2;  // until the second one tells
  while (meant.size() < bytes) {
    if (at + size >= text.size()) return {};
    const auto [next, next_size] = character_at(text, at + size);
    const auto byte = byte_of_1252(next);
    if (!byte || (*byte & 0xC0) != 0x80) return {};
    if (meant.size() == 1) bytes = garbled_size(first, *byte);
    meant += static_cast<char>(*byte);
    size += next_size;
  }
  if (bytes == 0) return {};
  return std::pair{std::move(meant), size};
}

// Hard spaces

/// Bytes of a non-breaking space that stands here, as a character or as an entity.
std::size_t hard_space_at(std::string_view text, std::size_t at) {
  for (const std::string_view form : {"\u00A0", "&nbsp;", "&#160;", "&#xA0;", "&#xa0;", "&NonBreakingSpace;"}) {
    if (text.substr(at).starts_with(form)) return form.size();
  }
  return 0;
}

/// Whether a character that is looked for may stand here; nearly all that are beyond ASCII are quotation marks, dashes
/// and letters, and need no comparing.
bool may_be_faulty(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0; };
  if (byte(0) == 0xE2) {
    const bool is_told = byte(2) == 0x8B || byte(2) == 0xAD || byte(2) == 0xAE;  // U+200B, U+202D, U+202E
    return (byte(1) == 0x80 && is_told) || byte(1) == 0x81;                     // U+2060
  }
  return byte(0) == '&' || byte(0) == 0xC2 || byte(0) == 0xC3 || byte(0) == 0xEF;
}

/// The place from `at` on of the first character that may be one that is looked for; the text's size where there is none.
std::size_t find_faulty(std::string_view text, std::size_t at) {
  while ((at = text::find_beyond_ascii(text, at, '&')) < text.size() && !may_be_faulty(text, at)) {
    at += character_at(text, at).second;
  }
  return at;
}

/// Whether one that is looked for may begin with the "&" that stands here.
bool may_be_faulty_entity(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && std::string_view("#nNsZ").find(text[at + 1]) != std::string_view::npos;
}

/// The lines that may have one as an entity, in order.
std::vector<Span> lines_with_entities(const text::Source& source) {
  std::vector<Span> lines;
  const std::string_view text = source.text();
  std::size_t next = 0;
  for (std::size_t at = 0; (at = text.find('&', next)) != std::string_view::npos;) {
    next = at + 1;
    if (!may_be_faulty_entity(text, at)) continue;
    lines.push_back(source.line_span(source.line_of(static_cast<std::uint32_t>(at))));
    next = lines.back().end;
  }
  return lines;
}

/// The lines that have one as itself, in order.
std::vector<Span> lines_with_strays(const text::Source& source) {
  std::vector<Span> lines;
  for (const std::uint32_t number : source.stray_lines()) lines.push_back(source.line_span(number));
  return lines;
}

/// The lines that have two spaces in a row behind their indentation, in order.
std::vector<Span> lines_with_double_spaces(const text::Source& source) {
  std::vector<Span> lines;
  const std::string_view text = source.text();
  std::size_t next = 0;
  for (std::size_t at = 0; (at = text::find_double_space(text, next)) < text.size();) {
    if (at == 0 || text[at - 1] == '\n') {
      next = std::min(text.find_first_not_of(' ', at), text.size());
      continue;
    }
    lines.push_back(source.line_span(source.line_of(static_cast<std::uint32_t>(at))));
    next = lines.back().end;
  }
  return lines;
}

bool touches(Span span, const std::vector<Span>& lines) {
  const auto line = std::partition_point(lines.begin(), lines.end(), [&](Span one) { return one.end <= span.start; });
  return line != lines.end() && line->start < span.end;
}

// Bullets

constexpr std::string_view bullets[] = {"•", "‣", "◦", "▪", "●", "○", "■", "\uF0B7", "\uF0A7"};

bool may_have_bullets(const text::Source& source) {
  return std::any_of(std::begin(bullets), std::end(bullets),
                     [&](std::string_view bullet) { return source.may_have(bullet); });
}

/// Bytes of a bullet with the blanks behind it at the head of a line; 0: it has none.
std::size_t bullet_at(std::string_view line) {
  if (static_cast<unsigned char>(line.front()) < 0x80) return 0;
  for (const std::string_view bullet : bullets) {
    if (!line.starts_with(bullet)) continue;
    std::size_t end = bullet.size();
    while (end < line.size() && (is_blank(line[end]) || hard_space_at(line, end) > 0)) {
      end += is_blank(line[end]) ? 1 : hard_space_at(line, end);
    }
    if (end > bullet.size() && end < line.size()) return end;
  }
  return 0;
}

class Checker {
 public:
  Checker(const Document& document, const text::Source& source, text::Diagnostics& diagnostics)
      : document_(document),
        source_(source),
        diagnostics_(diagnostics),
        lines_with_entities_(lines_with_entities(source)),
        lines_with_strays_(lines_with_strays(source)),
        lines_with_double_spaces_(lines_with_double_spaces(source)) {}

  void check() {
    const auto& nodes = document_.nodes();
    for (NodeIndex i = 1; i < nodes.size(); ++i) {
      if (!is_leaf(nodes[i].type)) continue;
      const Span span = nodes[i].span;
      if (touches(span, lines_with_strays_) || touches(span, lines_with_entities_)) check_characters(span);
      if (touches(span, lines_with_double_spaces_)) check_double_spaces(i);
      if (source_.has_tab() && nodes[i].type == NodeType::paragraph) check_flat_table(i);
    }
    if (may_have_bullets(source_)) check_bullets();
    check_bold_headings();
    check_indented_words();
  }

 private:
  [[nodiscard]] std::string_view slice(Span span) const { return source_.slice(span); }

  /// One edit that makes several replacements, in order.
  [[nodiscard]] text::Fix fix_of(std::string label, const std::vector<Replacement>& replacements) const {
    const Span whole{replacements.front().at.start, replacements.back().at.end};
    std::string edited;
    std::uint32_t copied = whole.start;
    for (const Replacement& one : replacements) {
      edited.append(slice({copied, one.at.start})).append(one.text);
      copied = one.at.end;
    }
    return {std::move(label), whole, std::move(edited)};
  }

  void report(std::string_view code, const std::vector<Replacement>& replacements, std::string message,
              std::string label) {
    text::Fix fix = fix_of(std::move(label), replacements);
    const Span span = fix.span;
    diagnostics_.warning(code, span, std::move(message), std::move(fix));
  }

  // Characters of a block

  void check_characters(Span block) {
    const std::string_view text = slice(block);
    std::size_t at = find_faulty(text, 0);
    if (at == text.size()) return;
    std::vector<Replacement> garbled, invisible, turned, spaces;
    for (; at < text.size(); at = find_faulty(text, at)) {
      const auto lead = static_cast<unsigned char>(text[at]);
      const auto place = [&](std::size_t size) {
        const std::uint32_t start = block.start + static_cast<std::uint32_t>(at);
        return Span{start, start + static_cast<std::uint32_t>(size)};
      };
      if (auto found = lead == 0xC3 ? garbled_at(text, at) : std::nullopt) {
        garbled.push_back({place(found->second), std::move(found->first)});
        at += found->second;
      } else if (const std::size_t size = invisible_at(text, at); size > 0) {
        invisible.push_back({place(size), ""});
        at += size;
      } else if (const std::size_t turn = override_at(text, at); turn > 0) {
        turned.push_back({place(turn), ""});
        at += turn;
      } else if (const std::size_t run = hard_spaces_at(text, at); run > 0) {
        const bool at_edge = at == 0 || at + run == text.size();
        spaces.push_back({place(run), at_edge ? "" : " "});
        at += run;
      } else {
        at += lead < 0x80 ? 1 : character_at(text, at).second;
      }
    }
    report_characters(garbled, invisible, spaces);
    if (!turned.empty()) {
      report("markdown-direction-override", turned,
             "Invisible characters turn the order of letters around here: readers see other words, or another address, than "
             "what stands in the text. Take them out; no language needs them.",
             "Take them out");
    }
  }

  void report_characters(const std::vector<Replacement>& garbled, const std::vector<Replacement>& invisible,
                         const std::vector<Replacement>& spaces) {
    if (!garbled.empty()) {
      report("markdown-garbled-characters", garbled,
             text::filled("“{}” stands where “{}” was meant: the text was saved in one way and read in another.",
                          slice(garbled.front().at), garbled.front().text),
             garbled.size() == 1 ? "Write the character" : "Write the characters");
    }
    if (!invisible.empty()) {
      report("markdown-invisible-characters", invisible,
             "Invisible characters stand between these letters, as word processors leave them. Searches do not find the "
             "words, and screen readers may stumble. Take them out.",
             "Take them out");
    }
    if (!spaces.empty()) {
      report("markdown-hard-spaces", spaces,
             "Non-breaking spaces stand here in a row, as web editors leave them. Write one space between words, and an "
             "empty line between paragraphs.",
             "Write simple spaces");
    }
  }

  static std::size_t invisible_at(std::string_view text, std::size_t at) {
    for (const std::string_view form : {"\u00AD", "\u200B", "\u2060", "\uFEFF", "&shy;", "&ZeroWidthSpace;", "&#8203;", "&#173;"}) {
      if (text.substr(at).starts_with(form)) return form.size();
    }
    return 0;
  }

  /// U+202D and U+202E show letters in the other order whatever their script; embeddings and isolates do not.
  static std::size_t override_at(std::string_view text, std::size_t at) {
    for (const std::string_view form : {"\u202D", "\u202E", "&#8237;", "&#8238;", "&#x202D;", "&#x202d;", "&#x202E;", "&#x202e;"}) {
      if (text.substr(at).starts_with(form)) return form.size();
    }
    return 0;
  }

  /// Bytes of two or more spaces in a row of which the first does not break, or of one that is all of a block.
  static std::size_t hard_spaces_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    int count = 0;
    for (std::size_t size = 0; end < text.size() && (size = text[end] == ' ' ? 1 : hard_space_at(text, end)) > 0;
         end += size) {
      ++count;
    }
    if (end == at || text[at] == ' ') return 0;
    return count >= 2 || (at == 0 && end == text.size()) ? end - at : 0;
  }

  // Two spaces in the midst of a sentence. Two behind its end are a habit of many, and harmless.

  void check_double_spaces(NodeIndex block) {
    std::vector<Replacement> found;
    for (NodeIndex i = block + 1; i < document_[block].end; ++i) {
      if (document_[i].type != NodeType::text) continue;
      const std::string_view text = document_[i].text;
      for (std::size_t at = text.find("  "); at != std::string_view::npos; at = text.find("  ", at)) {
        const std::size_t end = std::min(text.find_first_not_of(' ', at), text.size());
        const std::string_view before = text.substr(0, at);
        const bool ended = before.ends_with("”") || before.ends_with("…") || before.ends_with("’");
        const bool in_sentence = at > 0 && end < text.size() && !ended &&
                                 (is_word(before.back()) || before.back() == ',') && is_word(text[end]);
        if (in_sentence && end == at + 2) {
          const Span place = document_.locate(i, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end));
          if (slice(place) == "  ") found.push_back({place, " "});
        }
        at = end;
      }
    }
    if (found.empty()) return;
    report("markdown-double-space", found, "Two spaces stand between two words here. Write one.", "Write one space");
  }

  // Lines

  /// Calls `use` with each line of a block, without the blanks before it, and where it begins.
  template <class Use>
  void for_each_line(Span block, const Use& use) const {
    for (std::uint32_t line = source_.line_of(block.start);
         line <= source_.line_count() && source_.line_start(line) <= block.end; ++line) {
      const Span whole = source_.line_span(line);
      Span inside{std::max(whole.start, block.start), std::min(whole.end, block.end)};
      while (!inside.empty() && source_.text()[inside.start] == ' ') ++inside.start;
      if (!inside.empty()) use(inside);
    }
  }

  void check_bullets() {
    std::vector<Replacement> run;
    Span whole;
    const auto end_run = [&] {
      if (!run.empty()) report_bullets(run, whole);
      run.clear();
    };
    const auto& nodes = document_.nodes();
    for (NodeIndex i = 1; i < nodes.size(); i = nodes[i].end) {
      const std::size_t before = run.size();
      if (nodes[i].type == NodeType::paragraph) {
        for_each_line(nodes[i].span, [&](Span line) {
          const std::size_t bullet = bullet_at(slice(line));
          if (bullet > 0) run.push_back({{line.start, line.start + static_cast<std::uint32_t>(bullet)}, "- "});
        });
      }
      if (run.size() == before) {
        end_run();
      } else {
        whole = {before == 0 ? run.front().at.start : whole.start, nodes[i].span.end};
      }
    }
    end_run();
  }

  void report_bullets(const std::vector<Replacement>& run, Span whole) {
    diagnostics_.warning("markdown-bullet-lines", whole,
                         "These lines begin with a bullet, as word processors draw it, and run together into one "
                         "paragraph. Begin each with a hyphen and a space to make them a list.",
                         fix_of("Make it a list", run));
  }

  /// A paragraph whose lines all have as many tabs between their words was a table.
  void check_flat_table(NodeIndex paragraph) {
    const Span span = document_[paragraph].span;
    if (slice(span).find('\t') == std::string_view::npos) return;
    std::vector<Replacement> rows;
    std::optional<std::size_t> columns;
    bool even = true;
    for_each_line(span, [&](Span line) {
      const std::vector<std::string> cells = cells_of(slice(line));
      // Word processors put a tab behind the bullet of a list, too.
      even = even && bullet_at(slice(line)) == 0 && cells.size() > 1 && (!columns || *columns == cells.size());
      columns = cells.size();
      std::string row = "|";
      for (const std::string& cell : cells) row += text::filled(" {} |", cell);
      rows.push_back({line, std::move(row)});
    });
    // The lines of a quote begin with its sign, which no cell may take in.
    if (!even || rows.size() < 2 || source_.line_start(source_.line_of(span.start)) != span.start) return;
    std::string marks = "\n|";
    for (std::size_t i = 0; i < *columns; ++i) marks += "---|";
    rows.front().text += marks;
    report("markdown-flat-table", rows,
           "These lines look like a table whose cells are parted by tabs, and run together into one paragraph. Write bars "
           "between the cells and a line of hyphens below the first row.",
           "Make it a table");
  }

  /// The words between single tabs, with a backslash before each bar; nothing where a cell is empty.
  static std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    for (std::size_t start = 0; start <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', start), line.size());
      std::string_view words = line.substr(start, tab - start);
      while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
      while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
      if (words.empty()) return {};
      std::string cell;
      for (const char c : words) cell.append(c == '|' ? "\\" : "").append(1, c);
      cells.push_back(std::move(cell));
      start = tab + 1;
    }
    return cells;
  }

  // Paragraphs that begin with a tab, as on typewriters

  void check_indented_words() {
    const auto& nodes = document_.nodes();
    for (NodeIndex i = 1; i < nodes.size(); i = nodes[i].end) {
      if (nodes[i].type != NodeType::code_block || !is_indented(nodes[i].span) || !is_prose(nodes[i].text)) continue;
      std::vector<Replacement> indents;
      for_each_line(nodes[i].span, [&](Span line) {
        while (!line.empty() && is_blank(source_.text()[line.start])) ++line.start;
        indents.push_back({{source_.line_start(source_.line_of(line.start)), line.start}, ""});
      });
      diagnostics_.warning("markdown-indented-words", nodes[i].span,
                           "These words are indented by a tab or four spaces, so they are shown as code. Take the indent "
                           "out to make them a paragraph.",
                           fix_of("Take the indent out", indents));
    }
  }

  /// Whether a block of code is one by its indent alone; a fence is never indented so far.
  [[nodiscard]] bool is_indented(Span code) const {
    const std::string_view before = slice({source_.line_start(source_.line_of(code.start)), code.start});
    return before.size() > 3 || before.find('\t') != std::string_view::npos;
  }

  static bool is_prose(std::string_view code) {
    constexpr auto fewest_spaces = 4;
    const std::size_t first = code.find_first_not_of(" \t");
    return first < code.size() && is_word(code[first]) && code.find_first_of("{}<>=") == std::string_view::npos &&
           std::count(code.begin() + static_cast<std::ptrdiff_t>(first), code.end(), ' ') >= fewest_spaces;
  }

  // Headings typed as bold

  void check_bold_headings() {
    const auto& nodes = document_.nodes();
    std::string mark = "## ";
    for (NodeIndex i = 1; i < nodes.size(); i = nodes[i].end) {
      const NodeIndex next = nodes[i].end;
      // As large as the heading above it, though none is as large as the headline.
      if (nodes[i].level > 1) mark = std::string(nodes[i].level, '#') + " ";
      if (next >= nodes.size() || !is_bold_heading(i) || !stands_below_heading(next)) continue;
      const Span span = nodes[i].span;
      diagnostics_.warning(
          "markdown-bold-heading", span,
          text::filled("This line in bold looks like a heading, but screen readers and search engines take it for "
                       "ordinary words. Begin it with {}and a space instead.",
                       mark),
          text::Fix{"Make it a heading", span, text::filled("{}{}", mark, slice({span.start + 2, span.end - 2}))});
    }
  }

  /// A short paragraph on one line that is bold as a whole, ends with no sentence, and is no notice such as ENDS.
  [[nodiscard]] bool is_bold_heading(NodeIndex index) const {
    const Node& node = document_[index];
    if (node.type != NodeType::paragraph || node.end < index + 3 || document_[index + 1].type != NodeType::strong ||
        document_[index + 1].end != node.end) {
      return false;
    }
    const std::string_view text = slice(node.span);
    const bool marked = text.size() > 4 && ((text.starts_with("**") && text.ends_with("**")) ||
                                            (text.starts_with("__") && text.ends_with("__")));
    if (!marked || text.find('\n') != std::string_view::npos || text.find('\r') != std::string_view::npos) return false;
    const std::string words = document_.plain_text(index);
    constexpr std::size_t longest = 80;
    if (words.size() < 3 || words.size() > longest || !is_word(words.front())) return false;
    const char last = words.back();
    if (!is_word(last) && last != ':' && last != '?' && last != ')') return false;
    if (words.ends_with("”") || words.ends_with("…")) return false;
    const std::string lower = text::lowered(words);
    return std::none_of(notices.begin(), notices.end(),
                        [&](std::string_view notice) { return lower.find(notice) != std::string::npos; }) &&
           lower != "ends" && lower != "end" && lower.find('@') == std::string::npos &&
           std::count_if(lower.begin(), lower.end(), text::is_digit) < 5;
  }

  static constexpr std::array<std::string_view, 7> notices = {"release", "embargo", "publication", "broadcast",
                                                              "diwedd",  "datganiad", "http"};

  /// Whether this block is text of its own, long enough for a heading.
  [[nodiscard]] bool stands_below_heading(NodeIndex index) const {
    constexpr std::size_t shortest_text = 60;
    const Node& node = document_[index];
    if (node.type == NodeType::bullet_list || node.type == NodeType::ordered_list) return true;
    return node.type == NodeType::paragraph && document_[index + 1].type != NodeType::strong &&
           document_.plain_text(index).size() >= shortest_text;
  }

  const Document& document_;
  const text::Source& source_;
  text::Diagnostics& diagnostics_;
  // Of the whole source: most have none, and then no block is searched.
  std::vector<Span> lines_with_entities_;
  std::vector<Span> lines_with_strays_;
  std::vector<Span> lines_with_double_spaces_;
};

}  // namespace

void check_conversion(const Document& document, const text::Source& source, text::Diagnostics& diagnostics) {
  Checker(document, source, diagnostics).check();
}

}  // namespace pressmark::markdown
