#include "pressmark/release/language_tag.h"

#include <algorithm>

#include "pressmark/text/ascii.h"

namespace pressmark::release {
namespace {

using text::is_digit;
using text::is_letter;

/// A region is written GB, a script Latn, everything else small.
std::string usual_case(std::string_view part) {
  std::string result;
  const bool letters = std::all_of(part.begin(), part.end(), is_letter);
  for (const char c : part) {
    const bool capital = letters && (part.size() == 2 || (part.size() == 4 && result.empty()));
    result += capital ? text::upper(c) : text::lower(c);
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
  const std::string small = text::lowered(text);
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
