#include "pressmark/markdown/alignment.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pressmark/markdown/entities.h"
#include "pressmark/markdown/line_head.h"
#include "pressmark/markdown/link_syntax.h"
#include "pressmark/markdown/raw_html.h"
#include "pressmark/text/ascii.h"

namespace pressmark::markdown {
namespace {

constexpr std::string_view en_dash = "\u2013";
constexpr std::string_view em_dash = "\u2014";
constexpr std::string_view ellipsis = "\u2026";

using text::is_blank;

/// The text of a block as cmark reads its inlines: lines without what their containers put before them, each with one
/// line feed. Knows where every byte comes from.
class Content {
 public:
  /// A part of a line.
  void add(std::string_view text, std::uint32_t in_source) {
    lines_.push_back({static_cast<std::uint32_t>(text_.size()), in_source});
    text_.append(text);
  }

  void add_line(std::string_view text, std::uint32_t in_source) {
    lines_.push_back({static_cast<std::uint32_t>(text_.size()), in_source});
    text_.append(text).append("\n");
  }

  [[nodiscard]] std::string_view text() const { return text_; }

  /// The source of bytes [from, to). A line end reaches to the beginning of the next line's text.
  [[nodiscard]] text::Span source(std::size_t from, std::size_t to) const {
    return {place(from), to > from && text_[to - 1] == '\n' ? place(to) : place(to - 1) + 1};
  }

  /// How many of `size` bytes from `from` on stand in the source one behind the other.
  [[nodiscard]] std::size_t contiguous(std::size_t from, std::size_t size) const {
    const auto next = std::upper_bound(lines_.begin(), lines_.end(), from,
                                       [](std::size_t value, const Line& line) { return value < line.at; });
    return next == lines_.end() ? size : std::min(size, next->at - from);
  }

 private:
  struct Line {
    std::uint32_t at;
    std::uint32_t in_source;
  };

  [[nodiscard]] std::uint32_t place(std::size_t at) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), at,
                                        [](std::size_t value, const Line& line) { return value < line.at; });
    if (after == lines_.begin()) return 0;
    const Line& line = *(after - 1);
    return line.in_source + static_cast<std::uint32_t>(at - line.at);
  }

  std::string text_;
  std::vector<Line> lines_;
};

bool is_heading(const cmark_node* block) { return type_of(block) == CMARK_NODE_HEADING; }

/// The text of a table's cell: there is no backslash before its bars any more when the inlines are read.
Content content_of_cell(const text::Source& source, text::Span cell) {
  const std::string_view text = source.slice(cell);
  Content content;
  std::size_t start = 0;
  for (std::size_t bar = text.find("\\|"); bar != std::string_view::npos; bar = text.find("\\|", start)) {
    content.add(text.substr(start, bar - start), cell.start + static_cast<std::uint32_t>(start));
    start = bar + 1;
  }
  content.add_line(text.substr(start), cell.start + static_cast<std::uint32_t>(start));
  return content;
}

/// The text of a paragraph or heading.
Content content_of(const text::Source& source, const BlockSpans& spans, const cmark_node* block) {
  if (is_table_cell(block)) return content_of_cell(source, spans.of(block));
  const bool heading = is_heading(block);
  const bool underlined = heading && block->as.heading.setext;
  const int last_line = spans.last_line(block) - (underlined ? 1 : 0);
  const auto containers = containers_of(block);
  Content content;
  for (int number = block->start_line; number <= last_line; ++number) {
    const text::Span line = spans.line(number);
    const std::string_view text = source.slice(line);
    std::size_t start = 0;
    if (number == block->start_line) {
      start = std::min(text.size(), static_cast<std::size_t>(std::max(block->start_column - 1, 0)));
      if (heading && !underlined) start = std::min(text.find_first_not_of('#', start), text.size());
      while (start < text.size() && is_blank(text[start])) ++start;
    } else {
      LineHead head(text);
      const bool lazy =
          !std::all_of(containers.begin(), containers.end(), [&](auto container) { return head.enter(container); });
      // Of a line that is continued lazily cmark keeps the indentation.
      start = lazy ? head.offset() : head.first_character();
    }
    content.add_line(text.substr(start), line.start + static_cast<std::uint32_t>(start));
  }
  return content;
}

/// What cmark makes of a row of two or more hyphens.
std::string dashes(std::size_t hyphens) {
  std::size_t em = hyphens / 3;
  std::size_t en = 0;
  if (hyphens % 3 != 0 && hyphens % 2 == 0) {
    em = 0;
    en = hyphens / 2;
  } else if (hyphens % 3 == 2) {
    en = 1;
  } else if (hyphens % 3 == 1) {
    --em;
    en = 2;
  }
  std::string result;
  while (em-- > 0) result += em_dash;
  while (en-- > 0) result += en_dash;
  return result;
}

/// Collects the runs of one node after the other.
class Runs {
 public:
  Runs(const Content& content, std::vector<AlignedRun>& runs) : content_(content), runs_(runs) {}

  void begin(NodeIndex node) {
    node_ = node;
    at_ = 0;
  }

  /// The next `size` bytes of the node stand for bytes [from, to) of the content.
  void add(std::size_t size, std::size_t from, std::size_t to, bool verbatim) {
    const std::uint32_t start = at_;
    at_ += static_cast<std::uint32_t>(size);
    if (node_ == no_node) return;
    const text::Span source = content_.source(from, to);
    if (!runs_.empty()) {
      AlignedRun& last = runs_.back();
      if (verbatim && last.verbatim && last.node == node_ && last.source.end == source.start) {
        last.to = at_;
        last.source.end = source.end;
        return;
      }
    }
    runs_.push_back({node_, start, at_, source, verbatim});
  }

 private:
  const Content& content_;
  std::vector<AlignedRun>& runs_;
  NodeIndex node_ = no_node;
  std::uint32_t at_ = 0;
};

/// Walks the inlines of a block along its content. Every step returns false where the two part.
class InlineAligner {
 public:
  InlineAligner(const Content& content, bool smart, Alignment& alignment)
      : content_(content),
        text_(content.text()),
        smart_(smart),
        alignment_(alignment),
        runs_(content, alignment.runs) {}

  [[nodiscard]] bool run(const cmark_node* block) {
    const bool one_line_heading = is_heading(block) && !block->as.heading.setext;
    if (text_.starts_with('[') && !one_line_heading) at_ = after_link_definitions(text_);
    const cmark_node* node = block;
    while (node->first_child != nullptr || node != block) {
      if (node != block && !enter(node)) return false;
      if (node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      if (!leave(node)) return false;
      while (node->next == nullptr) {
        node = node->parent;
        if (node == block) return is_at_end(is_heading(block));
        if (!leave(node)) return false;
      }
      node = node->next;
    }
    return true;
  }

 private:
  /// The address around the words that are being read: there is no typographic punctuation in one, and no escape in one
  /// between pointed brackets.
  enum class Address { none, bare, pointed };

  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  [[nodiscard]] bool take(std::string_view markup) {
    if (!rest().starts_with(markup)) return false;
    at_ += markup.size();
    return true;
  }

  void take_blanks() {
    while (is_blank(here())) ++at_;
  }

  [[nodiscard]] bool is_at_end(bool heading) const {
    return rest().find_first_not_of(heading ? " \t\n\v\f\r#" : " \t\n\v\f\r") == std::string_view::npos;
  }

  [[nodiscard]] bool enter(const cmark_node* node) {
    if (is_element(node)) return match_tag(node);
    if (is_footnote_reference(node)) return take(text_of(node));
    if (is_missed_footnote(node)) return match_words(node);
    switch (type_of(node)) {
      case CMARK_NODE_TEXT:
        return match_words(node);
      case CMARK_NODE_SOFTBREAK:
        return take_line_end();
      case CMARK_NODE_LINEBREAK:
        return take("\\\n") || take_line_end();
      case CMARK_NODE_CODE:
        return match_code(node);
      case CMARK_NODE_HTML_INLINE:
        return match_tag(node);
      case CMARK_NODE_EMPH:
        return take("*") || take("_");
      case CMARK_NODE_STRONG:
        return take("**") || take("__");
      case CMARK_NODE_CUSTOM_INLINE:
        return take(node->internal_offset == 2 ? "~~" : "~");
      case CMARK_NODE_LINK:
        return enter_link(node);
      case CMARK_NODE_IMAGE:
        return take("![");
      default:
        return false;
    }
  }

  [[nodiscard]] bool leave(const cmark_node* node) {
    switch (type_of(node)) {
      case CMARK_NODE_EMPH:
        return take("*") || take("_");
      case CMARK_NODE_STRONG:
        return take("**") || take("__");
      case CMARK_NODE_CUSTOM_INLINE:
        return take(node->internal_offset == 2 ? "~~" : "~");
      case CMARK_NODE_LINK:
        return leave_link(node);
      case CMARK_NODE_IMAGE:
        return take_link_tail(node);
      default:
        return true;
    }
  }

  [[nodiscard]] bool enter_link(const cmark_node* link) {
    if (is_bare_mail_address(link)) return true;
    if (is_bare_web_address(link)) {
      address_ = Address::bare;
      return true;
    }
    if (!take("<")) return take("[");
    address_ = Address::pointed;
    return true;
  }

  [[nodiscard]] bool leave_link(const cmark_node* link) {
    if (is_bare_mail_address(link)) return true;
    switch (std::exchange(address_, Address::none)) {
      case Address::bare:
        return true;
      case Address::pointed:
        return take(">");
      default:
        return take_link_tail(link);
    }
  }

  [[nodiscard]] bool take_line_end() {
    while (at_ < text_.size() && (is_blank(text_[at_]) || text_[at_] == '\v' || text_[at_] == '\f')) ++at_;
    if (!take("\n")) return false;
    take_blanks();
    return true;
  }

  [[nodiscard]] bool take_link_tail(const cmark_node* node) {
    if (!take("]")) return false;
    const auto end = end_of_link_tail(text_, at_, text_of(node->as.link.url), text_of(node->as.link.title));
    if (!end) return false;
    at_ = *end;
    return true;
  }

  [[nodiscard]] bool match_tag(const cmark_node* node) {
    const std::size_t from = at_;
    if (!take(text_of(node))) return false;
    alignment_.tags.push_back({node, content_.source(from, at_)});
    return true;
  }

  [[nodiscard]] bool match_words(const cmark_node* node) {
    std::string_view words = text_of(node);
    runs_.begin(made_of(node));
    while (!words.empty()) {
      const std::size_t size = match_word(words);
      if (size == 0) return false;
      words.remove_prefix(size);
    }
    return true;
  }

  /// Matches the head of `words` with what stands here; answers with how many bytes of `words` that is, 0 for none.
  [[nodiscard]] std::size_t match_word(std::string_view words) {
    if (const std::size_t plain = length_of_plain(words); plain > 0) return accept_verbatim(plain);
    const char c = here();
    if (c == '\\' && address_ != Address::pointed && at_ + 1 < text_.size() && is_punctuation(text_[at_ + 1])) {
      return words.front() == text_[at_ + 1] ? accept(1, 2) : 0;
    }
    if (c == '&') {
      if (const auto entity = read_entity(rest())) {
        return words.starts_with(entity->text) ? accept(entity->text.size(), entity->size) : 0;
      }
    }
    if (smart_ && address_ == Address::none) {
      if (c == '\'') return match_one_of(words, {"\u2018", "\u2019"});
      if (c == '"') return match_one_of(words, {"\u201C", "\u201D"});
      if (rest().starts_with("...")) return words.starts_with(ellipsis) ? accept(ellipsis.size(), 3) : 0;
      if (rest().starts_with("--")) return match_dashes(words);
    }
    return words.front() == c && c != '\n' ? accept_verbatim(1) : 0;
  }

  /// How many bytes from here on are the same as in `words` and could be nothing but themselves.
  [[nodiscard]] std::size_t length_of_plain(std::string_view words) const {
    const std::string_view source = rest();
    const std::size_t end = std::min(words.size(), source.size());
    std::size_t size = 0;
    while (size < end && source[size] == words[size] && !may_stand_for_more(source[size])) ++size;
    return size;
  }

  /// A switch, because this is asked for every character of a block: a search in a text was half of aligning it.
  [[nodiscard]] static bool may_stand_for_more(char c) {
    switch (c) {
      case '\\':
      case '&':
      case '\'':
      case '"':
      case '.':
      case '-':
      case '\n':
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] std::size_t accept_verbatim(std::size_t size) {
    size = content_.contiguous(at_, size);
    runs_.add(size, at_, at_ + size, true);
    at_ += size;
    return size;
  }

  [[nodiscard]] std::size_t accept(std::size_t of_words, std::size_t of_source) {
    runs_.add(of_words, at_, at_ + of_source, false);
    at_ += of_source;
    return of_words;
  }

  [[nodiscard]] std::size_t match_one_of(std::string_view words, std::initializer_list<std::string_view> marks) {
    for (const std::string_view mark : marks) {
      if (words.starts_with(mark)) return accept(mark.size(), 1);
    }
    return 0;
  }

  [[nodiscard]] std::size_t match_dashes(std::string_view words) {
    const std::size_t hyphens = std::min(rest().find_first_not_of('-'), rest().size());
    const std::string marks = dashes(hyphens);
    return words.starts_with(marks) ? accept(marks.size(), hyphens) : 0;
  }

  [[nodiscard]] bool match_code(const cmark_node* node) {
    const std::size_t ticks = std::min(rest().find_first_not_of('`'), rest().size());
    if (ticks == 0) return false;
    const std::size_t start = at_ + ticks;
    const std::size_t end = end_of_code(start, ticks);
    if (end == std::string_view::npos) return false;
    const std::string_view code = text_of(node);
    // One space at either end may have been taken off.
    const std::size_t inner = end - start;
    if (inner != code.size() && inner != code.size() + 2) return false;
    std::size_t at = start + (inner - code.size()) / 2;
    runs_.begin(made_of(node));
    for (const char c : code) {
      if (text_[at] != c && !(text_[at] == '\n' && c == ' ')) return false;
      runs_.add(1, at, at + 1, text_[at] != '\n');
      ++at;
    }
    at_ = end + ticks;
    return true;
  }

  /// Where the row of backticks begins that ends a code span.
  [[nodiscard]] std::size_t end_of_code(std::size_t from, std::size_t ticks) const {
    for (std::size_t at = text_.find('`', from); at != std::string_view::npos; at = text_.find('`', at)) {
      const std::size_t after = std::min(text_.find_first_not_of('`', at), text_.size());
      if (after - at == ticks) return at;
      at = after;
    }
    return std::string_view::npos;
  }

  const Content& content_;
  std::string_view text_;
  bool smart_;
  Alignment& alignment_;
  Runs runs_;
  std::size_t at_ = 0;
  Address address_ = Address::none;
};

/// Maps a block of raw HTML: every line of cmark's text is the end of a line of the source.
std::optional<Content> content_of_html(const text::Source& source, const BlockSpans& spans, const cmark_node* block) {
  Content content;
  std::string_view rest = text_of(block);
  for (int number = block->start_line; !rest.empty(); ++number) {
    const std::size_t size = std::min(rest.find('\n'), rest.size());
    std::string_view text = rest.substr(0, size);
    const text::Span line = spans.line(number);
    if (!source.slice(line).ends_with(text)) {
      // A tab that a list took in part has left spaces that are not in the source.
      text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
      if (!source.slice(line).ends_with(text)) return {};
    }
    content.add_line(text, line.end - static_cast<std::uint32_t>(text.size()));
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
  return content;
}

/// `first`: the first node that was made of the block, its first paragraph.
bool align_html(const Content& content, const std::vector<Node>& nodes, NodeIndex first, Alignment& alignment) {
  Runs runs(content, alignment.runs);
  RawHtmlWords words(content.text());
  NodeIndex node = first;
  std::string_view left;
  for (Word word; words.next(word);) {
    if (word.text.empty()) continue;  // a break
    while (left.empty()) {
      if (++node >= nodes.size()) return false;
      if (nodes[node].type != NodeType::text) continue;
      left = nodes[node].text;
      runs.begin(node);
    }
    if (!left.starts_with(word.text)) return false;
    left.remove_prefix(word.text.size());
    const auto from = static_cast<std::size_t>(word.source.data() - content.text().data());
    runs.add(word.text.size(), from, from + word.source.size(), word.kind == WordKind::text);
  }
  return left.empty();
}

}  // namespace

Alignment align(const text::Source& source, const BlockSpans& spans, bool smart, const std::vector<Node>& nodes,
                const cmark_node* block, NodeIndex first) {
  Alignment alignment;
  bool followed = false;
  if (type_of(block) == CMARK_NODE_HTML_BLOCK) {
    const auto content = content_of_html(source, spans, block);
    followed = content && align_html(*content, nodes, first, alignment);
  } else {
    const Content content = content_of(source, spans, block);
    followed = InlineAligner(content, smart, alignment).run(block);
  }
  if (!followed) return {};
  return alignment;
}

}  // namespace pressmark::markdown
