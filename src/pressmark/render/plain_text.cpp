#include "pressmark/render/plain_text.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "pressmark/release/telephone.h"
#include "pressmark/text/ascii.h"

namespace pressmark::render {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// A character that has no shape and moves a terminal about: C0, DEL or C1, but for tabs and line ends. 0 or its bytes.
std::size_t control_at(std::string_view utf8) {
  const auto byte = static_cast<unsigned char>(utf8[0]);
  if (byte < 0x20) return is_space(utf8[0]) ? 0 : 1;
  if (byte == 0x7F) return 1;
  const bool is_c1 = byte == 0xC2 && utf8.size() > 1 && static_cast<unsigned char>(utf8[1]) < 0xA0;
  return is_c1 ? 2 : 0;
}

/// Without the control characters that entities and escapes can bring in; nothing where there are none.
std::optional<std::string> without_controls(std::string_view utf8) {
  const auto may_begin_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !is_space(c)) || byte == 0x7F || byte == 0xC2;
  };
  if (std::none_of(utf8.begin(), utf8.end(), may_begin_control)) return {};
  std::string kept;
  while (!utf8.empty()) {
    const std::size_t control = control_at(utf8);
    if (control == 0) kept += utf8[0];
    utf8.remove_prefix(std::max<std::size_t>(control, 1));
  }
  return kept;
}

constexpr bool is_list(Element element) { return element == Element::ul || element == Element::ol; }

constexpr bool is_struck_out(Element element) { return element == Element::del || element == Element::s; }

/// Figures above or below the line as characters of their own, so that 10 to the sixth does not become 106.
std::optional<std::string> small_digits(Element element, std::string_view text) {
  constexpr std::string_view above[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  constexpr std::string_view below[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  if (element != Element::sup && element != Element::sub) return {};
  std::string digits;
  for (const char c : text) {
    if (!text::is_digit(c)) return {};
    digits += (element == Element::sup ? above : below)[c - '0'];
  }
  return digits;
}

/// Whether the words of a link say its address already. Of a telephone number that is so where they are one.
bool says_address(std::string_view words, std::string_view address) {
  if (address.starts_with("tel:") && release::find_telephone(words)) return true;
  for (const std::string_view scheme : {"", "https://", "http://", "mailto:", "tel:"}) {
    if (!address.starts_with(scheme)) continue;
    std::string_view rest = address.substr(scheme.size());
    if (rest == words) return true;
    if (rest.ends_with('/') && rest.substr(0, rest.size() - 1) == words) return true;
  }
  return false;
}

std::uint32_t to_number(std::string_view digits) {
  std::uint32_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

bool TextWriter::inside(Element element) const {
  return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) { return level.element == element; });
}

/// Line ends that must stand before an element, and after it.
int TextWriter::break_before(Element element) const {
  if (!is_block(element)) return 0;
  if (element == Element::li || element == Element::tr || element == Element::caption) return 1;
  if (is_list(element) && inside(Element::li)) return 1;
  return 2;
}

void TextWriter::want_break(int lines) {
  if (lines == 0) return;
  breaks_ = std::max(breaks_, lines);
  space_ = false;
}

/// Ends the current line as often as is wanted and begins the next with what the open blocks put before it.
void TextWriter::start_line() {
  if (breaks_ == 0 && !out_.empty()) return;
  // A blank line belongs to the blocks that both neighbours stand in.
  std::string prefix;
  for (std::size_t i = 0; i < shared_levels_; ++i) prefix += levels_[i].prefix;
  while (!prefix.empty() && prefix.back() == ' ') prefix.pop_back();
  if (!out_.empty()) {
    out_ += '\n';
    for (int i = 1; i < breaks_; ++i) out_.append(prefix).append("\n");
  }
  for (Level& level : levels_) out_ += level.mark.empty() ? level.prefix : std::exchange(level.mark, {});
  breaks_ = 0;
  space_ = false;
}

void TextWriter::write_word(std::string_view word) {
  if (breaks_ > 0 || out_.empty()) {
    start_line();
  } else if (space_) {
    out_ += ' ';
  }
  space_ = false;
  out_ += word;
  shared_levels_ = levels_.size();
}

void TextWriter::write_folded(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    if (is_space(utf8[at])) {
      space_ = breaks_ == 0 && !out_.empty();
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < utf8.size() && !is_space(utf8[end])) ++end;
    write_word(utf8.substr(at, end - at));
    at = end;
  }
}

void TextWriter::write_verbatim(std::string_view utf8) {
  if (utf8.ends_with('\n')) utf8.remove_suffix(1);
  for (;;) {
    const std::size_t end = std::min(utf8.find('\n'), utf8.size());
    write_word(utf8.substr(0, end));
    if (end == utf8.size()) return;
    utf8.remove_prefix(end + 1);
    breaks_ = 1;
  }
}

void TextWriter::open_item(Level& item) {
  const auto list =
      std::find_if(levels_.rbegin(), levels_.rend(), [](const Level& level) { return is_list(level.element); });
  const bool numbered = list != levels_.rend() && list->element == Element::ol;
  item.mark = numbered ? std::to_string(list->number++) + ". " : "- ";
  item.prefix = std::string(item.mark.size(), ' ');
}

/// "Efficiency: Good, inspected 2019" where the first cell of a row names what the others say of it, else "a | b".
void TextWriter::separate_cell() {
  const auto innermost = [&](Element element) {
    return std::find_if(levels_.rbegin(), levels_.rend(), [&](const Level& level) { return level.element == element; });
  };
  const auto row = innermost(Element::tr);
  const auto table = innermost(Element::table);
  if (row == levels_.rend() || table == levels_.rend()) return;
  if (row->cells > 0) {
    if (!table->named_rows) {
      space_ = space_ || breaks_ == 0;
      write_word("|");
      space_ = true;
    } else if (breaks_ == 0 && !out_.ends_with(',')) {  // Nothing stands for an empty cell.
      out_ += row->cells == 1 ? ':' : ',';
      space_ = true;
    }
  }
  ++row->cells;
}

void TextWriter::open(Element element) {
  want_break(break_before(element));
  if (element == Element::th || element == Element::td) separate_cell();
  Level& level = levels_.emplace_back();
  level.element = element;
  if (element == Element::ol) level.number = 1;
  if (element == Element::li) open_item(level);
  if (element == Element::blockquote) level.prefix = "> ";
  if (element == Element::a && hidden_ == 0) {
    address_.clear();
    if (breaks_ > 0) start_line();
    words_start_ = out_.size() + (space_ ? 1 : 0);
  }
  if (element == Element::img) alternative_.clear();
  if (is_struck_out(element)) write_word("~~");
  if (element == Element::q) write_word("“");
}

void TextWriter::add_class(Class name) {
  Level& level = levels_.back();
  if (name == Class::pm_grades_table) level.named_rows = true;
  if (name == Class::pm_footnote_mark) {
    level.bracketed = true;
    write_word("[");
  }
  if (name == Class::pm_footnote_back) {
    level.hidden = true;
    ++hidden_;
  }
  if (name == Class::pm_credit) want_break(1);
  // A page has a dot between the date and the area.
  if (name == Class::pm_area && breaks_ == 0) out_ += ',';
}

void TextWriter::attribute(Attribute name, std::string_view value) {
  if (name == Attribute::href) address_ = value;
  if (name == Attribute::checked) levels_.back().checked = true;
  if (name == Attribute::alt) alternative_ = without_controls(value).value_or(std::string(value));
  if (name == Attribute::start) levels_.back().number = to_number(value);
}

void TextWriter::text(std::string_view words) {
  if (hidden_ > 0) return;
  const std::optional<std::string> kept = without_controls(words);
  const std::string_view utf8 = kept ? std::string_view(*kept) : words;
  if (inside(Element::pre)) {
    write_verbatim(utf8);
  } else if (const auto digits = small_digits(levels_.empty() ? Element::div : levels_.back().element, utf8)) {
    write_word(*digits);
  } else {
    write_folded(utf8);
  }
}

void TextWriter::close_link() {
  const std::string_view words = std::string_view(out_).substr(std::min(words_start_, out_.size()));
  if (address_.empty() || address_.starts_with('#') || says_address(words, address_)) return;
  if (words.empty()) {
    write_word(address_);
  } else {
    out_.append(" (").append(address_).append(")");
  }
}

void TextWriter::close() {
  const Element element = levels_.back().element;
  if (element == Element::li && !levels_.back().mark.empty()) {  // an empty item shows its mark
    write_word({});
    out_.pop_back();
  }
  if (element == Element::hr) write_word("---");
  if (element == Element::input) write_word(levels_.back().checked ? "[x]" : "[ ]");
  if (levels_.back().hidden) --hidden_;
  const bool bracketed = levels_.back().bracketed;
  levels_.pop_back();
  shared_levels_ = std::min(shared_levels_, levels_.size());
  if (element == Element::a) close_link();
  if (bracketed) out_ += "]";
  if (element == Element::img) write_folded(std::exchange(alternative_, {}));
  if (is_struck_out(element)) out_ += "~~";
  if (element == Element::q) out_ += "”";
  if (element == Element::br) want_break(1);
  want_break(break_before(element));
}

std::string TextWriter::take() {
  while (!out_.empty() && is_space(out_.back())) out_.pop_back();
  if (!out_.empty()) out_ += '\n';
  breaks_ = 0;
  space_ = false;
  shared_levels_ = 0;
  return std::exchange(out_, {});
}

}  // namespace pressmark::render
