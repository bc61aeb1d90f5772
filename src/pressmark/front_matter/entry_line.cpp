#include "pressmark/front_matter/entry_line.h"

#include <algorithm>

#include "pressmark/text/ascii.h"

namespace pressmark::front_matter {
namespace {

using text::Span;

constexpr std::string_view indicators = "[]{}#&*!|>%@`,\"'";
constexpr std::uint32_t longest_key = 64;
constexpr int most_spaces_in_key = 4;

bool ends_word(std::string_view text, std::uint32_t at, std::uint32_t end) { return at >= end || is_blank(text[at]); }

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && is_blank(text[at])) ++at;
  return at;
}

/// The byte after the quote that closes the one at `at`, or `end`.
std::uint32_t after_quotes(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const char quote = text[at];
  for (++at; at < end; ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      return at + 1;
    }
  }
  return end;
}

std::optional<std::uint32_t> colon_after_key(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return {};
  if (text[at] == '"' || text[at] == '\'') {
    const std::uint32_t colon = skip_blanks(text, after_quotes(text, at, end), end);
    if (colon < end && text[colon] == ':' && ends_word(text, colon + 1, end)) return colon;
    return {};
  }
  if (indicators.find(text[at]) != std::string_view::npos || text[at] == ':') return {};
  for (; at < end; ++at) {
    if (text[at] == ':' && ends_word(text, at + 1, end)) return at;
    if (is_blank(text[at]) && at + 1 < end && text[at + 1] == '#') return {};
  }
  return {};
}

/// Leaves out a comment that is set off by spaces on both sides of its #.
Span without_comment(std::string_view text, Span value) {
  const bool in_quotes = !value.empty() && (text[value.start] == '"' || text[value.start] == '\'');
  std::uint32_t at = in_quotes ? after_quotes(text, value.start, value.end) : value.start;
  for (; at + 2 < value.end; ++at) {
    if (is_blank(text[at]) && text[at + 1] == '#' && is_blank(text[at + 2])) return trimmed(text, {value.start, at});
  }
  return value;
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || text::is_letter(c) || text::is_digit(c) || c == '_' || c == '-' || c == '.';
}

}  // namespace

Span trimmed(std::string_view text, Span line) {
  while (!line.empty() && is_blank(text[line.start])) ++line.start;
  while (!line.empty() && is_blank(text[line.end - 1])) --line.end;
  return line;
}

bool is_blank_line(std::string_view text, Span line) { return trimmed(text, line).empty(); }

std::optional<EntryLine> entry_line(std::string_view text, Span line) {
  EntryLine entry;
  std::uint32_t at = skip_blanks(text, line.start, line.end);
  while (at < line.end && text[at] == '-' && ends_word(text, at + 1, line.end)) {
    entry.in_list = true;
    at = skip_blanks(text, at + 1, line.end);
  }
  const auto colon = colon_after_key(text, at, line.end);
  if (!colon) return {};
  entry.colon = *colon;
  entry.key = trimmed(text, {at, *colon});
  const Span value = trimmed(text, {*colon + 1, line.end});
  const bool only_comment = !value.empty() && text[value.start] == '#' && ends_word(text, value.start + 1, value.end);
  entry.value = only_comment ? Span{value.start, value.start} : without_comment(text, value);
  return entry;
}

std::optional<std::uint32_t> colon_without_space(std::string_view text, Span line) {
  const Span words = trimmed(text, line);
  std::uint32_t at = words.start;
  while (at < words.end && is_word_byte(text[at])) ++at;
  const bool starts_with_digit = !words.empty() && text::is_digit(text[words.start]);
  if (at == words.start || starts_with_digit || at + 1 >= words.end || text[at] != ':') return {};
  const char next = text[at + 1];
  if (is_blank(next) || next == '/' || next == ':') return {};
  return at;
}

bool opens_front_matter(std::string_view text, Span line) {
  if (colon_without_space(text, line)) return true;
  const auto entry = entry_line(text, line);
  if (!entry || entry->in_list) return false;
  const std::string_view key = text.substr(entry->key.start, entry->key.size());
  return key.size() <= longest_key && key.find_first_of(",;!?()") == std::string_view::npos &&
         key.find(". ") == std::string_view::npos && std::count(key.begin(), key.end(), ' ') <= most_spaces_in_key;
}

Span character_at(std::string_view text, std::uint32_t byte) {
  const auto is_continuation = [text](std::uint32_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80; };
  const auto size = static_cast<std::uint32_t>(text.size());
  if (byte >= size) return {size, size};
  while (is_continuation(byte)) --byte;
  std::uint32_t end = byte + 1;
  while (end < size && is_continuation(end)) ++end;
  return {byte, end};
}

std::string quoted(std::string_view words) {
  if (words.find_first_of("\"\\") == std::string_view::npos) return '"' + std::string(words) + '"';
  std::string result = "'";
  for (const char c : words) {
    if (c == '\'') result += '\'';
    result += c;
  }
  return result + '\'';
}

}  // namespace pressmark::front_matter
