#include "pressmark/release/language_tag.h"

#include <algorithm>

namespace pressmark::release {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// A region is written GB, a script Latn, everything else small.
std::string usual_case(std::string_view part) {
  std::string result;
  const bool letters = std::all_of(part.begin(), part.end(), is_letter);
  for (const char c : part) {
    const bool capital = letters && (part.size() == 2 || (part.size() == 4 && result.empty()));
    result += capital ? upper(c) : lower(c);
  }
  return result;
}

bool has_shape_of_part(std::string_view part, bool first) {
  if (first) return (part.size() == 2 || part.size() == 3) && std::all_of(part.begin(), part.end(), is_letter);
  return part.size() >= 2 && part.size() <= 8 &&
         std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace

std::optional<std::string> language_tag(std::string_view text) {
  std::string small;
  for (const char c : text) small += lower(c);
  if (small == "english") return "en";
  if (small == "welsh" || small == "cymraeg") return "cy";

  std::string tag;
  while (true) {
    const std::size_t end = std::min(text.find_first_of("-_"), text.size());
    const std::string_view part = text.substr(0, end);
    if (!has_shape_of_part(part, tag.empty())) return {};
    tag += tag.empty() ? small.substr(0, end) : "-" + usual_case(part);
    if (end == text.size()) return tag;
    text.remove_prefix(end + 1);
  }
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace pressmark::release
