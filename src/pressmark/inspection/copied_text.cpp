// The rare half of the tokenizer, which is compiled for size: ligatures, words broken at the end of a line, leaders of
// dots, boxes to tick, pictures, and cells.
#include "pressmark/inspection/copied_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "pressmark/inspection/tokenizer.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/scan.h"

namespace pressmark::inspection {
namespace {

constexpr std::string_view ellipsis = "…";

/// The next box to tick from a place on; the end of the line where there is none.
std::size_t next_box(std::string_view line, std::size_t at) {
  while (at < line.size() && symbol_at(line.substr(at)).box == Box::none) ++at;
  return at;
}

}  // namespace

std::string_view ligature_at(std::string_view text) {
  static constexpr std::array<std::string_view, 5> letters{"ff", "fi", "fl", "ffi", "ffl"};
  const bool any = text.size() >= ligature_size && text.substr(0, 2) == "\xEF\xAC";
  const auto which = any ? static_cast<std::size_t>(static_cast<unsigned char>(text[2]) - 0x80) : letters.size();
  return which < letters.size() ? letters[which] : std::string_view{};
}

std::size_t size_of_separator(std::string_view line, std::size_t at) {
  constexpr std::string_view drawn = "│";
  if (line[at] == '\t' || line[at] == '|') return 1;
  if (line.substr(at, drawn.size()) == drawn) return drawn.size();
  if (line[at] != ' ' || at == 0 || std::string_view(",\t|").find(line[at - 1]) != std::string_view::npos) return 0;
  const std::size_t end = std::min(line.find_first_not_of(' ', at), line.size());
  const std::size_t fewest = std::string_view(".!?:").find(line[at - 1]) == std::string_view::npos ? 2 : 3;
  // "Good   | Adequate"
  const bool once =
      end < line.size() && line[end] != '\t' && line[end] != '|' && line.substr(end, drawn.size()) != drawn;
  return end - at >= fewest && once ? end - at : 0;
}

bool is_hard_wrapped(std::string_view lines) {
  constexpr std::size_t narrowest = 30, widest = 120;  // characters
  const auto characters = [&](std::size_t from, std::size_t to) {
    return std::size_t{text::utf16_units(lines.substr(from, to - from))};
  };
  std::size_t width = 0;
  std::size_t last = 0;  // where the last line begins
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    width = std::max(width, characters(at, end));
    last = at;
    at = end + 1;
  }
  if (last == 0 || width < narrowest || width > widest) return false;
  bool prose = std::string_view(".!?”’\"'").find(lines.back()) != std::string_view::npos;
  for (std::size_t at = 0; at < last;) {
    const std::size_t end = lines.find('\n', at);
    const std::size_t word = std::min(lines.find_first_of(" \n", end + 1), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    const bool hard_break = line.ends_with('\\') || line.ends_with("  ");
    if (characters(at, end) + 1 + characters(end + 1, word) <= width || hard_break) return false;
    prose = prose || text::is_small(lines[end + 1]);
    at = end + 1;
  }
  return prose;
}

/// "require-" above "ment"; in "well-" above "led" the hyphen parts two words, as it does on one line.
bool Tokenizer::goes_on_from_last_line(std::string_view letters) {
  if (!next_.line_start || count_ < first_ + 2 || !text::is_small(letters.front())) return false;
  const Token& hyphen = tokens_[count_ - 1];
  const Token& begun = tokens_[count_ - 2];
  if (!hyphen.is(Mark::dash) || hyphen.space_before || !begun.is(Mark::word) || begun.node != hyphen.node) return false;
  const std::string_view text = document_[begun.node].text;
  if (text[hyphen.from] != '-') return false;
  --count_;
  next_.line_start = false;
  return lexicon_.find(folded(std::string(text.substr(begun.from, begun.to - begun.from)).append(letters))).id !=
         WordId{};
}

bool Tokenizer::touches_word() const { return !empty() && !next_.space_before && tokens_[count_ - 1].is(Mark::word); }

/// "Leadership ........ Good": more dots behind an ellipsis, of which the tree makes every three, lead to what stands
/// at the end of the line.
bool Tokenizer::leads_on() {
  if (empty() || next_.space_before) return false;
  Token& last = tokens_[count_ - 1];
  const std::string_view text = document_[last.node].text;  // none where a title in the front matter is read
  if (last.from >= text.size() || text.substr(last.from, ellipsis.size()) != ellipsis) return false;
  last.mark = Mark::dash;
  return true;
}

/// The end of a symbol that is no mark of its own; the place itself where it is one.
std::size_t Tokenizer::read_copied(std::string_view text, std::size_t at, const Symbol& symbol) {
  const std::size_t end = at + symbol.size;
  if (symbol.box != Box::none) return end_of_box(text, at);
  if (text.substr(at, ellipsis.size()) == ellipsis) {
    if (leads_on()) return end;
    // "Leadership … Good"
    if (!empty() && next_.space_before && text.substr(end, 1) == " ") {
      push(Mark::dash, at, end);
      return end;
    }
  }
  notes_.gaps = notes_.gaps || size_of_separator(text, at) > 0;  // "│"
  // "⭐OUTSTANDING⭐", "2/5 🟢 GOOD"
  const bool behind_figure = !empty() && tokens_[count_ - 1].is(Mark::number);
  const bool decorates =
      symbol.picture && (touches_word() || behind_figure || (end < text.size() && text::is_letter(text[end])));
  if (!decorates) return at;
  next_.space_before = true;
  return end;
}

/// "Safe ☐ Outstanding ☒ Good": what stands behind a box without a tick is not read; the end of that. A box that is
/// alone on its line is a bullet.
std::size_t Tokenizer::end_of_box(std::string_view line, std::size_t at) {
  const std::size_t end = at + symbol_at(line.substr(at)).size;
  const std::size_t next = next_box(line, end);
  const bool first = next_box(line, 0) == at;
  if (first && next == line.size()) return at;
  // "Safe: Outstanding ☐ Good ☒"
  const bool behind_words =
      first && line.substr(std::min(line.size(), line.rfind('\xE2') + 3)).find_first_not_of(' ') == line.npos;
  if (behind_words) {
    drop_line();
    return line.size();
  }
  next_.space_before = true;
  return symbol_at(line.substr(at)).box == Box::ticked ? end : next;
}

void Tokenizer::join_lines() {
  for (std::size_t at = first_ + 1; at < count_; ++at) tokens_[at].line_start = false;
}

void Tokenizer::drop_line() {
  while (!empty() && !next_.line_start) {
    --count_;
    next_.line_start = tokens_[count_].line_start;
  }
  for (std::vector<std::uint32_t>* list : {&notes_.heads, &notes_.numbers, &notes_.quotes, &notes_.speeches}) {
    while (!list->empty() && list->back() >= count_ - first_) list->pop_back();
  }
}

void Tokenizer::begin_row(markdown::NodeIndex node, int empty_cells) {
  in_row_ = true;
  begin_line();
  begin_node(node, false);
  for (; empty_cells >= 0; --empty_cells) add(Mark::pipe);
  add_space();
}

}  // namespace pressmark::inspection
