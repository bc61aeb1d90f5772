#include "pressmark/markdown/raw_html.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pressmark/markdown/entities.h"
#include "pressmark/text/ascii.h"

namespace pressmark::markdown {
namespace {

using namespace std::string_view_literals;
using text::is_letter;
using text::lower;

constexpr std::size_t npos = std::string_view::npos;

// Content that a browser does not show as words, or that runs.
constexpr std::array dropped_names = {"script"sv,  "style"sv,    "template"sv, "title"sv, "iframe"sv, "noscript"sv,
                                      "noembed"sv, "noframes"sv, "object"sv,   "svg"sv,   "math"sv};

constexpr std::array block_names = {
    "address"sv, "article"sv, "aside"sv,  "blockquote"sv, "body"sv,   "caption"sv,  "center"sv,   "dd"sv,
    "details"sv, "dialog"sv,  "dir"sv,    "div"sv,        "dl"sv,     "dt"sv,       "fieldset"sv, "figcaption"sv,
    "figure"sv,  "footer"sv,  "form"sv,   "h1"sv,         "h2"sv,     "h3"sv,       "h4"sv,       "h5"sv,
    "h6"sv,      "head"sv,    "header"sv, "hgroup"sv,     "hr"sv,     "html"sv,     "legend"sv,   "li"sv,
    "main"sv,    "menu"sv,    "nav"sv,    "ol"sv,         "option"sv, "p"sv,        "pre"sv,      "search"sv,
    "section"sv, "summary"sv, "table"sv,  "tbody"sv,      "td"sv,     "textarea"sv, "tfoot"sv,    "th"sv,
    "thead"sv,   "tr"sv,      "ul"sv};

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
// A "<" inside a name is legal HTML and never meant; ending there keeps rows of them linear.
constexpr bool ends_name(char c) { return is_space(c) || c == '/' || c == '>' || c == '<'; }

std::size_t length_of_name(std::string_view html, std::size_t at) {
  std::size_t end = at;
  while (end < html.size() && !ends_name(html[end])) ++end;
  return end - at;
}

template <class Names>
std::optional<unsigned> place_in(const Names& names, std::string_view name) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](auto candidate) { return same_name(candidate, name); });
  if (found == names.end()) return {};
  return static_cast<unsigned>(found - names.begin());
}

constexpr std::array marks = {">"sv, "?>"sv, "]]>"sv};

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<unsigned> dropped_whole(std::string_view name) { return place_in(dropped_names, name); }
bool is_block_level(std::string_view name) { return place_in(block_names, name).has_value(); }

Tag read_tag(std::string_view html) {
  const bool closing = html.size() > 1 && html[1] == '/';
  const std::size_t name = closing ? 2 : 1;
  if (name >= html.size() || !is_letter(html[name])) return {};
  return {html.substr(name, length_of_name(html, name)), closing};
}

/// The place after the next `mark`, or npos. A mark that is missing once is missing from there on, and not searched
/// again.
std::size_t RawHtmlReader::after(Mark mark, std::size_t from) {
  const auto index = static_cast<std::size_t>(mark);
  if (absent_[index]) return npos;
  const std::size_t found = html_.find(marks[index], from);
  absent_[index] = found == npos;
  return found == npos ? npos : found + marks[index].size();
}

/// The end of "<!…>" or "<?…>" at `at`; npos where it has none.
std::size_t RawHtmlReader::end_of_declaration(std::size_t at) {
  const std::string_view rest = html_.substr(at);
  if (rest.starts_with("<!--")) {
    if (rest.starts_with("<!-->")) return at + 5;
    if (rest.starts_with("<!--->")) return at + 6;
    const std::size_t end = html_.find("-->", at + 4);
    if (end != npos) return end + 3;
    unclosed_comment_ = true;
    return html_.size();
  }
  if (rest.starts_with("<![CDATA[")) return after(Mark::cdata_end, at);
  if (rest.starts_with("<?")) return after(Mark::instruction_end, at);
  return after(Mark::tag_end, at);
}

/// The end of the tag at `at`; npos where it has none. A ">" inside quotes does not end it.
std::size_t RawHtmlReader::end_of_tag(std::size_t at) {
  if (!quotes_end_) return after(Mark::tag_end, at);
  for (std::size_t i = at; i < html_.size(); ++i) {
    const char c = html_[i];
    if (c == '>') return i + 1;
    if (c != '"' && c != '\'') continue;
    i = html_.find(c, i + 1);
    if (i == npos) break;
  }
  // Tags are searched for once with quotes in mind; a second failing search could make the whole quadratic.
  quotes_end_ = false;
  return after(Mark::tag_end, at);
}

/// The place after the end tag of an element whose content is dropped; npos where there is none.
std::size_t RawHtmlReader::end_of_content(std::string_view name, std::size_t after_tag) {
  for (std::size_t at = html_.find("</", after_tag); at != npos; at = html_.find("</", at + 2)) {
    if (!same_name(read_tag(html_.substr(at)).name, name)) continue;
    const std::size_t end = html_.find('>', at);
    return end == npos ? npos : end + 1;
  }
  return npos;
}

/// Steps over the markup at `at`, which stands on "<". Nothing: the "<" is a character like any other, or it opens what
/// leaves no trace; the two differ in whether `at` has moved.
std::optional<Piece> RawHtmlReader::read_markup(std::size_t& at) {
  const std::size_t start = at;
  const char next = start + 1 < html_.size() ? html_[start + 1] : '\0';
  if (next == '!' || next == '?') {
    const std::size_t end = end_of_declaration(start);
    if (end != npos) at = end;
    has_tags_ |= !html_.substr(start).starts_with("<!--");
    return {};
  }
  const Tag tag = read_tag(html_.substr(start));
  if (tag.name.empty()) return {};
  const std::size_t end = end_of_tag(start);
  if (end == npos) return {};
  at = end;
  has_tags_ = true;
  if (const auto place = dropped_whole(tag.name); place && !tag.closing && (never_closed_ >> *place & 1U) == 0) {
    const std::size_t content_end = end_of_content(tag.name, end);
    if (content_end == npos) {
      never_closed_ |= 1U << *place;
    } else {
      at = content_end;
      dropped_content_ = true;
    }
  }
  const std::string_view markup = html_.substr(start, at - start);
  if (same_name(tag.name, "br")) return Piece{PieceKind::line_break, markup};
  if (is_block_level(tag.name)) return Piece{PieceKind::paragraph_break, markup};
  return {};
}

bool RawHtmlReader::next(Piece& piece) {
  while (at_ < html_.size()) {
    if (html_[at_] == '<') {
      const std::size_t start = at_;
      if (const auto read = read_markup(at_)) {
        piece = *read;
        return true;
      }
      if (at_ != start) continue;
    }
    // Words: from here to the next "<"; one that opens no tag begins the piece.
    const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
    piece = {PieceKind::words, html_.substr(at_, end - at_)};
    at_ = end;
    return true;
  }
  return false;
}

bool RawHtmlWords::next(Word& word) {
  for (;;) {
    if (at_ == piece_.size()) {
      if (!next_piece(word)) return false;
      if (word.kind != WordKind::text) return true;
      continue;
    }
    if (is_space(piece_[at_])) {
      const std::size_t from = at_;
      while (at_ < piece_.size() && is_space(piece_[at_])) ++at_;
      space_ = piece_.substr(from, at_ - from);
      continue;
    }
    if (line_has_words_ && !space_.empty()) {
      word = {WordKind::space, std::exchange(space_, {}), " "};
      return true;
    }
    space_ = {};
    line_has_words_ = true;
    word = read_word();
    return true;
  }
}

/// Takes the next piece of the reader; `word` tells its kind, and is complete for a break.
bool RawHtmlWords::next_piece(Word& word) {
  Piece piece;
  if (!reader_.next(piece)) return false;
  if (piece.kind == PieceKind::words) {
    piece_ = piece.text;
    at_ = 0;
    word.kind = WordKind::text;
    return true;
  }
  line_has_words_ = false;
  space_ = {};
  word = {piece.kind == PieceKind::line_break ? WordKind::line_break : WordKind::paragraph_break, piece.text, {}};
  return true;
}

Word RawHtmlWords::read_word() {
  const std::string_view rest = piece_.substr(at_);
  if (rest.front() == '&') {
    if (const auto entity = read_entity(rest)) {
      at_ += entity->size;
      return {WordKind::entity, rest.substr(0, entity->size), entity->text};
    }
  }
  std::size_t size = 1;
  while (size < rest.size() && rest[size] != '&' && !is_space(rest[size])) ++size;
  at_ += size;
  return {WordKind::text, rest.substr(0, size), std::string(rest.substr(0, size))};
}

}  // namespace pressmark::markdown
