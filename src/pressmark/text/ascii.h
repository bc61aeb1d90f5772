// Classes and cases of ASCII characters, whatever the locale. Bytes of other characters are in no class and keep their
// case.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::text {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_letter(char c) { return is_small(static_cast<char>(c | 0x20)); }
/// White space within a line.
[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

[[nodiscard]] constexpr char lower(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] constexpr char upper(char c) { return is_small(c) ? static_cast<char>(c - 'a' + 'A') : c; }

[[nodiscard]] inline std::string lowered(std::string_view words) {
  std::string result(words);
  for (char& c : result) c = lower(c);
  return result;
}

/// Whether two words differ in capitals alone.
[[nodiscard]] constexpr bool alike(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

/// Whether a text begins with a word, whatever the capitals of the two.
[[nodiscard]] constexpr bool begins_alike(std::string_view text, std::string_view word) {
  return alike(text.substr(0, word.size()), word);
}

}  // namespace pressmark::text
