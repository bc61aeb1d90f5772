#include "pressmark/markdown/link_syntax.h"

#include <algorithm>
#include <string>

#include "pressmark/markdown/url.h"
#include "pressmark/text/ascii.h"

namespace pressmark::markdown {
namespace {

using text::is_blank;

constexpr std::size_t longest_label = 1000;
constexpr int deepest_parentheses = 32;

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Reads forward in a text; every step that fails leaves the place as it was.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  [[nodiscard]] bool take(char c) {
    if (here() != c) return false;
    ++at_;
    return true;
  }

  void take_spaces() {
    while (is_space(here())) ++at_;
  }

  void take_blanks() {
    while (is_blank(here())) ++at_;
  }

  /// Blanks with at most one line end among them.
  void take_blanks_and_line_end() {
    take_blanks();
    if (take('\n')) take_blanks();
  }

  [[nodiscard]] bool take_line_end() { return at_ >= text_.size() || take('\n'); }

  /// "[label]"; answers with what stands between the brackets.
  [[nodiscard]] std::optional<std::string_view> take_label() {
    if (here() != '[') return {};
    std::size_t i = at_ + 1;
    while (i < text_.size() && text_[i] != '[' && text_[i] != ']') i += is_escape(i) ? 2 : 1;
    if (i >= text_.size() || text_[i] != ']' || i - at_ - 1 > longest_label) return {};
    const std::string_view label = text_.substr(at_ + 1, i - at_ - 1);
    at_ = i + 1;
    return label;
  }

  /// "<url>" or a url without spaces whose parentheses balance; answers with the url as written.
  [[nodiscard]] std::optional<std::string_view> take_destination() {
    return here() == '<' ? take_pointed_destination() : take_bare_destination();
  }

  /// "title", 'title' or (title); answers with what stands between the marks.
  [[nodiscard]] std::optional<std::string_view> take_title() {
    const char open = here();
    if (open != '"' && open != '\'' && open != '(') return {};
    const char close = open == '(' ? ')' : open;
    std::size_t i = at_ + 1;
    while (i < text_.size() && text_[i] != close) {
      if (open == '(' && text_[i] == '(') return {};
      i += is_escape(i) ? 2 : 1;
    }
    if (i >= text_.size()) return {};
    const std::string_view title = text_.substr(at_ + 1, i - at_ - 1);
    at_ = i + 1;
    return title;
  }

 private:
  [[nodiscard]] bool is_escape(std::size_t i) const {
    return text_[i] == '\\' && i + 1 < text_.size() && is_punctuation(text_[i + 1]);
  }

  [[nodiscard]] std::optional<std::string_view> take_pointed_destination() {
    std::size_t i = at_ + 1;
    while (i < text_.size() && text_[i] != '>') {
      if (text_[i] == '\n' || text_[i] == '<') return {};
      i += text_[i] == '\\' ? 2 : 1;
    }
    if (i >= text_.size()) return {};
    const std::string_view url = text_.substr(at_ + 1, i - at_ - 1);
    at_ = i + 1;
    return url;
  }

  [[nodiscard]] std::optional<std::string_view> take_bare_destination() {
    int depth = 0;
    std::size_t i = at_;
    for (; i < text_.size() && !is_space(text_[i]); ++i) {
      if (is_escape(i)) {
        ++i;
      } else if (text_[i] == '(') {
        if (++depth > deepest_parentheses) return {};
      } else if (text_[i] == ')' && depth-- == 0) {
        depth = 0;
        break;
      }
    }
    if (i >= text_.size() || depth != 0 || (i == at_ && is_space(text_[i]))) return {};
    const std::string_view url = text_.substr(at_, i - at_);
    at_ = i;
    return url;
  }

  std::string_view text_;
  std::size_t at_;
};

/// Entities decoded, then backslash escapes taken out: what a destination or title stands for.
std::string unescaped(std::string_view text) {
  std::string decoded = decode_entities(text);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < decoded.size(); ++i) {
    if (decoded[i] == '\\' && i + 1 < decoded.size() && is_punctuation(decoded[i + 1])) ++i;
    decoded[kept++] = decoded[i];
  }
  decoded.resize(kept);
  return decoded;
}

/// The end of "(url "title")" at `at`.
std::optional<std::size_t> end_of_inline_tail(std::string_view text, std::size_t at, std::string_view url,
                                              std::string_view title) {
  Scanner scanner(text, at);
  if (!scanner.take('(')) return {};
  scanner.take_spaces();
  const auto destination = scanner.take_destination();
  if (!destination) return {};
  const std::size_t after_destination = scanner.at();
  scanner.take_spaces();
  std::string_view written_title;
  if (scanner.at() > after_destination) written_title = scanner.take_title().value_or("");
  scanner.take_spaces();
  if (!scanner.take(')') || unescaped(*destination) != url || unescaped(written_title) != title) return {};
  return scanner.at();
}

/// The place after "[label]: url "title"" and its line end.
std::optional<std::size_t> end_of_definition(std::string_view text, std::size_t at) {
  Scanner scanner(text, at);
  const auto label = scanner.take_label();
  if (!label || std::all_of(label->begin(), label->end(), is_space) || !scanner.take(':')) return {};
  scanner.take_blanks_and_line_end();
  if (!scanner.take_destination()) return {};
  const std::size_t after_destination = scanner.at();
  scanner.take_blanks_and_line_end();
  if (scanner.at() > after_destination && scanner.take_title()) {
    scanner.take_blanks();
    if (scanner.take_line_end()) return scanner.at();
  }
  // No title, or what looked like one has more behind it and belongs to the text.
  scanner.go_to(after_destination);
  scanner.take_blanks();
  if (!scanner.take_line_end()) return {};
  return scanner.at();
}

}  // namespace

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::size_t after_link_definitions(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] == '[') {
    const auto end = end_of_definition(text, at);
    if (!end) break;
    at = *end;
  }
  return at;
}

std::optional<std::size_t> end_of_link_tail(std::string_view text, std::size_t at, std::string_view url,
                                            std::string_view title) {
  if (const auto end = end_of_inline_tail(text, at, url, title)) return end;
  Scanner scanner(text, at);
  if (scanner.take_label()) return scanner.at();
  return at;
}

}  // namespace pressmark::markdown
