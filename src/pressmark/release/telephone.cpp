#include "pressmark/release/telephone.h"

#include <algorithm>
#include <array>

#include "pressmark/text/ascii.h"

namespace pressmark::release {
namespace {

using text::is_digit;

constexpr std::size_t longest_national = 11, shortest_national = 10;
constexpr std::size_t longest_international = 15, shortest_international = 8;

/// Bytes of what may stand between two digits at `at`: a blank, a hyphen, a dot, a bracket; 0 for anything else.
std::size_t separator_at(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 9> separators = {" ", "-", ".", "(", ")", "\u00A0", "\u2009", "\u2010",
                                                                 "\u2011"};
  for (const std::string_view one : separators) {
    if (text.substr(at).starts_with(one)) return one.size();
  }
  return 0;
}

/// Reads one number from its first character on.
class NumberReader {
 public:
  NumberReader(std::string_view text, std::size_t start) : text_(text), start_(start), at_(start) {}

  std::optional<Telephone> read() {
    if (here() == '(') ++at_;
    const bool plus = here() == '+';
    if (plus) ++at_;
    read_digits(plus);
    if (!plus && digits_.starts_with("00")) {
      if (!has_groups_) return {};
      digits_.erase(0, 2);
      return finish("+" + digits_, digits_.size() >= shortest_international && digits_[0] != '0');
    }
    if (plus) return finish("+" + digits_, digits_.size() >= shortest_international && digits_[0] != '0');
    const bool national = digits_.size() >= shortest_national && digits_[0] == '0' &&
                          (first_group_ >= 3 || !has_groups_);
    return finish("+44" + digits_.substr(std::min<std::size_t>(1, digits_.size())), national);
  }

 private:
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void read_digits(bool plus) {
    for (;;) {
      if (is_digit(here())) {
        if (digits_.size() == most_digits(plus)) return;
        digits_ += text_[at_++];
        end_ = at_;
        continue;
      }
      std::size_t next = at_;
      int separators = 0;
      for (std::size_t size = 0; separators < 3 && (size = separator_at(text_, next)) > 0; ++separators) next += size;
      if (separators == 0 || next >= text_.size() || !is_digit(text_[next])) return;
      if (first_group_ == 0) first_group_ = digits_.size();
      has_groups_ = true;
      at_ = next;
      // The 0 of "+44 (0)1632 …" is for callers at home.
      if (plus && text_.substr(next).starts_with("0)") && text_[next - 1] == '(') at_ = next + 2;
    }
  }

  [[nodiscard]] std::size_t most_digits(bool plus) const {
    if (plus) return longest_international;
    return digits_.starts_with("00") ? longest_international + 2 : longest_national;
  }

  std::optional<Telephone> finish(std::string number, bool valid) {
    // What goes on behind it is another kind of number.
    const char next = end_ < text_.size() ? text_[end_] : '\0';
    const char after = end_ + 1 < text_.size() ? text_[end_ + 1] : '\0';
    if (!valid || is_digit(next) || text::is_letter(next) || ((next == ':' || next == '/' || next == ',') && is_digit(after)))
      return {};
    Telephone found{start_, end_, "tel:" + std::move(number)};
    read_extension(found);
    return found;
  }

  void read_extension(Telephone& found) const {
    std::size_t at = found.to;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == ',')) ++at;
    static constexpr std::array<std::string_view, 4> words = {"extension", "ext.", "ext", "x"};
    const std::string rest = text::lowered(text_.substr(at, 20));
    for (const std::string_view word : words) {
      if (!rest.starts_with(word)) continue;
      std::size_t digit = at + word.size();
      while (digit < text_.size() && text_[digit] == ' ') ++digit;
      std::size_t end = digit;
      while (end < text_.size() && is_digit(text_[end])) ++end;
      if (end == digit || end - digit > 6) return;
      found.uri.append(";ext=").append(text_.substr(digit, end - digit));
      found.to = end;
      return;
    }
  }

  std::string_view text_;
  std::size_t start_, at_;
  std::size_t end_ = 0;  // after the last digit
  std::string digits_;
  std::size_t first_group_ = 0;  // its digits, once it has ended
  bool has_groups_ = false;
};

bool may_begin(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c != '+' && c != '0' && !(c == '(' && at + 1 < text.size() && (text[at + 1] == '0' || text[at + 1] == '+')))
    return false;
  if (at == 0) return true;
  const char before = text[at - 1];
  return !is_digit(before) && !text::is_letter(before) && std::string_view("+./-_,$#@").find(before) == std::string_view::npos;
}

}  // namespace

std::optional<Telephone> find_telephone(std::string_view text, std::size_t start) {
  for (std::size_t at = start; at < text.size(); ++at) {
    if (!may_begin(text, at)) continue;
    if (auto found = NumberReader(text, at).read()) return found;
  }
  return {};
}

std::optional<std::string> telephone_uri(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  auto found = find_telephone(text);
  if (!found || found->from != 0 || found->to != text.size()) return {};
  return std::move(found->uri);
}

}  // namespace pressmark::release
