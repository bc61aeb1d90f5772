#include "pressmark/front_matter/core_schema.h"

#include <algorithm>
#include <array>

namespace pressmark::front_matter {
namespace {

constexpr std::array<std::string_view, 5> nulls = {"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 6> booleans = {"true", "True", "TRUE", "false", "False", "FALSE"};
constexpr std::array<std::string_view, 3> infinities = {".inf", ".Inf", ".INF"};
constexpr std::array<std::string_view, 3> not_numbers = {".nan", ".NaN", ".NAN"};
constexpr std::string_view decimal_digits = "0123456789";

template <std::size_t count>
bool contains(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool all_of(std::string_view text, std::string_view set) {
  return !text.empty() && text.find_first_not_of(set) == std::string_view::npos;
}

/// Takes the digits at the head off `text` and returns how many there were.
std::size_t take_digits(std::string_view& text) {
  const std::size_t count = std::min(text.find_first_not_of(decimal_digits), text.size());
  text.remove_prefix(count);
  return count;
}

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  return text;
}

bool is_integer(std::string_view text) {
  if (text.starts_with("0x")) return all_of(text.substr(2), "0123456789abcdefABCDEF");
  if (text.starts_with("0o")) return all_of(text.substr(2), "01234567");
  return all_of(without_sign(text), decimal_digits);
}

bool is_real(std::string_view text) {
  if (contains(not_numbers, text)) return true;
  text = without_sign(text);
  if (contains(infinities, text)) return true;
  std::size_t digits = take_digits(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits += take_digits(text);
  }
  if (digits == 0) return false;
  if (text.starts_with('e') || text.starts_with('E')) return all_of(without_sign(text.substr(1)), decimal_digits);
  return text.empty();
}

}  // namespace

ValueKind plain_scalar_kind(std::string_view scalar) {
  if (contains(nulls, scalar)) return ValueKind::null;
  if (contains(booleans, scalar)) return ValueKind::boolean;
  if (is_integer(scalar)) return ValueKind::integer;
  if (is_real(scalar)) return ValueKind::real;
  return ValueKind::text;
}

}  // namespace pressmark::front_matter
