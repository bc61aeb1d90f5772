#include "pressmark/front_matter/plain_entry.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "pressmark/front_matter/core_schema.h"
#include "pressmark/front_matter/entry_line.h"
#include "pressmark/front_matter/keys.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/limits.h"

namespace pressmark::front_matter {
namespace {

using text::Span;

constexpr std::size_t longest_key = 128;

constexpr bool is_ascii_word(char c) { return text::is_letter(c) || text::is_digit(c); }

/// Characters that have a meaning nowhere in the midst of plain words, but for ": " and " #". Those beyond ASCII are
/// left to yaml-cpp where they are kinds of line ends or a byte order mark.
bool are_plain(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    const char next = i + 1 < words.size() ? words[i + 1] : ' ';
    if (byte < 0x20 || byte == 0x7F) return false;
    if (byte == ':' && next == ' ') return false;
    if (byte == ' ' && (next == '#' || next == ' ')) return false;
    if (byte == 0xC2 && next == '\x85') return false;
    if (byte == 0xE2 && next == '\x80' && i + 2 < words.size() && (words[i + 2] == '\xA8' || words[i + 2] == '\xA9')) {
      return false;
    }
    if (byte == 0xEF && next == '\xBB') return false;
  }
  return true;
}

class PlainReader {
 public:
  PlainReader(const text::Source& source, Span lines, text::Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), end_(lines.end), line_(source.line_of(lines.start)) {}

  /// Reads the entry of the next line; false: it is not plain.
  bool read_entry(int depth, Entry& entry) {
    const std::uint32_t indent = indent_of_line();
    const Span line = source_.line_span(line_);
    const std::string_view words = source_.slice({line.start + indent, line.end});
    const std::size_t colon = end_of_key(words);
    if (colon == 0) return false;
    entry.key = words.substr(0, colon);
    entry.key_span = {line.start + indent, line.start + indent + static_cast<std::uint32_t>(colon)};
    ++line_;
    std::string_view value = words.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    value = value.substr(0, value.find_last_not_of(' ') + 1);
    if (value.empty()) return read_map(indent, depth + 1, entry.value);
    if (!read_words(value, entry.value)) return false;
    const auto start = static_cast<std::uint32_t>(value.data() - source_.text().data());
    entry.value.span = {start, start + static_cast<std::uint32_t>(value.size())};
    skip_empty_lines();
    return !has_line() || indent_of_line() <= indent;  // else the words go on in the next line
  }

  [[nodiscard]] bool is_at_end() {
    skip_empty_lines();
    return !has_line();
  }

 private:
  [[nodiscard]] bool has_line() const { return line_ <= source_.line_count() && source_.line_start(line_) < end_; }

  [[nodiscard]] std::uint32_t indent_of_line() const {
    const std::string_view line = source_.slice(source_.line_span(line_));
    return static_cast<std::uint32_t>(std::min(line.find_first_not_of(' '), line.size()));
  }

  void skip_empty_lines() {
    while (has_line() && indent_of_line() == source_.line_span(line_).size()) ++line_;
  }

  /// The colon behind the name with which the words begin; 0: they begin with no plain one.
  static std::size_t end_of_key(std::string_view words) {
    if (words.empty() || !is_ascii_word(words.front())) return 0;
    std::size_t colon = words.find(':');
    while (colon != std::string_view::npos && colon + 1 < words.size() && words[colon + 1] != ' ') {
      colon = words.find(':', colon + 1);
    }
    if (colon == std::string_view::npos || colon > longest_key) return 0;
    const std::string_view key = words.substr(0, colon);
    const auto in_key = [](char c) { return is_ascii_word(c) || c == '_' || c == '-' || c == '.' || c == ':' || c == ' '; };
    const bool plain = std::all_of(key.begin(), key.end(), in_key) && are_plain(key) && key.back() != ' ';
    return plain && plain_scalar_kind(key) != ValueKind::null && !is_reserved_key(key) ? colon : 0;
  }

  static bool read_words(std::string_view words, Value& value) {
    const bool begins_plain = is_ascii_word(words.front()) || static_cast<unsigned char>(words.front()) >= 0x80;
    if (!begins_plain || !are_plain(words)) return false;
    value.kind = plain_scalar_kind(words);
    value.scalar = words;
    return value.kind != ValueKind::null;
  }

  /// The entries below a name, each as deep as the first; none at all is no map but an empty value.
  bool read_map(std::uint32_t outer_indent, int depth, Value& map) {
    if (depth > limits::max_front_matter_depth) return false;
    skip_empty_lines();
    if (!has_line()) return false;
    const std::uint32_t indent = indent_of_line();
    if (indent <= outer_indent) return false;
    map.kind = ValueKind::map;
    while (has_line() && indent_of_line() == indent) {
      if (!read_entry(depth, map.entries.emplace_back())) return false;
      skip_empty_lines();
    }
    if (has_line() && indent_of_line() > outer_indent) return false;
    map.span = {map.entries.front().key_span.start, map.entries.back().value.span.end};
    settle_keys(map.entries, source_, diagnostics_);
    return true;
  }

  const text::Source& source_;
  text::Diagnostics& diagnostics_;
  std::uint32_t end_;
  std::uint32_t line_;  // the next one
};

}  // namespace

std::optional<Entry> read_plain_entry(const text::Source& source, Span lines, int depth,
                                      text::Diagnostics& diagnostics) {
  text::Diagnostics found;
  PlainReader reader(source, lines, found);
  Entry entry;
  if (!reader.read_entry(depth, entry) || !reader.is_at_end()) return {};
  for (const text::Diagnostic& one : found.all()) diagnostics.add(one.severity, one.code, one.span, one.message, one.fix);
  return entry;
}

}  // namespace pressmark::front_matter
