// Cuts the tree's text into tokens and finds the phrases of the lexicon, in one pass.
#include "pressmark/inspection/passage.h"

#include <algorithm>
#include <array>
#include <span>

#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/letters.h"
#include "pressmark/inspection/phrases.h"
#include "pressmark/text/ascii.h"

namespace pressmark::inspection {
namespace {

using markdown::Document;
using markdown::Node;
using markdown::NodeIndex;
using markdown::NodeType;
using text::is_capital;
using text::is_digit;
using text::is_small;

constexpr std::size_t longest_word = 40;
// Room at first, by the size of the text: most of a release is kept.
constexpr std::size_t fewest_tokens = 64, most_tokens = 4096;
constexpr std::size_t bytes_of_token = 6;
constexpr std::size_t longest_title = 6;    // tokens of "Previous ratings (2019)"
constexpr std::size_t longest_entry = 40;   // tokens of a list item that may be a name
constexpr std::size_t longest_joined = 60;  // tokens of a paragraph that may go on in the next

/// Or part of a character above ASCII, which is a letter until symbol_at() says otherwise.
bool is_letter(char c) { return text::is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// A character above ASCII that is no letter.
struct Symbol {
  std::size_t size = 0;  // 0: a letter
  Mark mark = Mark::other;
  bool space = false;
  bool apostrophe = false;
  bool hyphen = false;
  bool opening = false;
};

Symbol symbol_at(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  if (byte(0) == 0xC2) {
    if (byte(1) == 0xA0) return {2, Mark::other, true};
    if (byte(1) == 0xAD) return {2, Mark::other, false, false, true};  // soft hyphen
    if (byte(1) == 0xAB || byte(1) == 0xBB) return {2, Mark::quote};
    if (byte(1) == 0xB7) return {2, Mark::bullet};
    if (byte(1) < 0xB0) return {2, Mark::other};
  }
  if (byte(0) == 0xE2) {
    if (byte(1) == 0x80) {
      const unsigned char last = static_cast<unsigned char>(byte(2));
      if (last >= 0x80 && last <= 0x8F) return {3, Mark::other, true};  // spaces of many widths
      if (last == 0xAF) return {3, Mark::other, true};                  // narrow no-break space
      if (last == 0x90 || last == 0x91) return {3, Mark::other, false, false, true};
      if (last >= 0x92 && last <= 0x95) return {3, Mark::dash};
      if (last == 0x98 || last == 0x9C) return {3, Mark::quote, false, false, false, true};
      if (last == 0x99) return {3, Mark::quote, false, true};
      if (last >= 0x9A && last <= 0x9F) return {3, Mark::quote};
      if (last == 0xA2 || last == 0xA3) return {3, Mark::bullet};
      if (last == 0xB9 || last == 0xBA) return {3, Mark::quote};
      return {3, Mark::other};
    }
    if (byte(1) == 0x97 || byte(1) == 0x96) return {3, Mark::bullet};  // geometric shapes
    if (byte(1) >= 0x81 && byte(1) <= 0xAF) return {3, Mark::other};   // arrows, symbols
  }
  return {};
}

/// Where the parts of a block stand in the lists of its passage; spans come when the lists no longer grow.
struct Extent {
  std::size_t tokens = 0, hits = 0, numbers = 0, mentions = 0;
  std::size_t grades_end = 0, areas_end = 0;  // of the mentions: grades, then areas, then signs
  bool kept = false;
};

/// Whether the words in an element belong to the sentence: not those that are struck out, nor figures above the line.
bool reads_on(markdown::InlineElement element) {
  using markdown::InlineElement;
  return element != InlineElement::s && element != InlineElement::sup && element != InlineElement::sub;
}

class Reader {
 public:
  Reader(const Document& document, const Catalogue& catalogue)
      : document_(document), lexicon_(catalogue.lexicon()), walker_(lexicon_), finder_(lexicon_) {
    passage_.signs.named.resize(catalogue.scales().size(), 0);
    passage_.signs.cued.resize(catalogue.scales().size(), 0);
    passage_.tokens.resize(std::min(document[0].span.size() / bytes_of_token, most_tokens) + fewest_tokens);
  }

  Passage read() {
    bool item = false;
    const auto& nodes = document_.nodes();
    for (NodeIndex at = 0; at < nodes.size();) {
      const Node& node = nodes[at];
      if (node.type == NodeType::item) item = true;
      if (node.type == NodeType::paragraph || node.type == NodeType::heading || node.type == NodeType::table) {
        read_block(at, item);
        item = false;
        at = node.end;
      } else {
        ++at;
      }
    }
    passage_.tokens.resize(token_count_);
    point_into_lists();
    return std::move(passage_);
  }

  void read_context(std::string_view text) {
    forget_block();
    next_ = {.line_start = true, .space_before = true};
    read_text(text);
    find_phrases();
  }

 private:
  /// The tokens of the block that is read, or of the last one until the next begins.
  [[nodiscard]] std::span<const Token> tokens() const {
    return std::span(passage_.tokens).subspan(begin_.tokens, token_count_ - begin_.tokens);
  }
  [[nodiscard]] bool no_tokens() const { return token_count_ == begin_.tokens; }
  [[nodiscard]] std::uint32_t last_token() const {
    return static_cast<std::uint32_t>(token_count_ - begin_.tokens - 1);
  }

  [[nodiscard]] Extent ends_of_lists() const {
    return {token_count_, passage_.hits.size(), passage_.numbers.size(), passage_.mentions.size()};
  }

  /// Drops what was found in the block, and keeps its tokens.
  void forget_phrases() {
    passage_.hits.resize(begin_.hits);
    passage_.numbers.resize(begin_.numbers);
    passage_.mentions.resize(begin_.mentions);
  }
  void forget_block() {
    forget_phrases();
    token_count_ = begin_.tokens;
    heads_.clear();
    numbers_.clear();
    quotes_.clear();
    speeches_.clear();
    rating_word_ = of_past_inspection_ = of_past_rating_ = false;
  }

  void read_block(NodeIndex index, bool item) {
    begin_block(index, item);
    read_inlines(index);
    extents_.push_back(begin_);
    kept_ = bears_on_grades(item);
    if (kept_) {
      keep_mentions();
    } else {
      forget_phrases();
    }
    passage_.blocks.push_back(block_of(index, item));
  }

  void begin_block(NodeIndex index, bool item) {
    if (goes_on_from_last(index, item)) {
      passage_.blocks.pop_back();
      extents_.pop_back();
      forget_phrases();
    } else {
      if (kept_) begin_ = ends_of_lists();
      forget_block();
    }
    begin_line();
    depth_ends_.clear();
  }
  void begin_line() { next_.line_start = next_.space_before = true; }

  void read_inlines(NodeIndex block) {
    for (NodeIndex at = block + 1; at < document_[block].end;) {
      const Node& node = document_[at];
      while (!depth_ends_.empty() && at >= depth_ends_.back()) depth_ends_.pop_back();
      next_.strong = !depth_ends_.empty();
      next_.node = next_.end_node = at;
      at = read_inline(node) ? at + 1 : node.end;
    }
  }

  /// Whether what is in the node is to be read too.
  bool read_inline(const Node& node) {
    switch (node.type) {
      case NodeType::text:
        read_text(node.text);
        return true;
      case NodeType::soft_break:
      case NodeType::line_break:
      case NodeType::table_row:
        begin_line();
        return true;
      case NodeType::emphasis:
      case NodeType::strong:
        depth_ends_.push_back(node.end);
        return true;
      case NodeType::code:
        push(Mark::other, 0, 0);
        return true;
      case NodeType::table_cell:
        push(Mark::pipe, 0, 0);
        next_.space_before = true;
        return true;
      case NodeType::link:
        if (node.address) push(Mark::other, 0, 0);
        return !node.address;
      case NodeType::element:
        return reads_on(node.element);
      case NodeType::strikethrough:  // no longer said
      case NodeType::image:
        return false;
      default:
        return true;
    }
  }

  /// Finds the phrases, where there can be any.
  bool bears_on_grades(bool item) {
    if (no_tokens()) return false;
    const bool listed = item || tokens().front().is(Mark::bullet);
    // With a rating word, a small number may be a grade.
    if (!listed && heads_.empty() && (numbers_.empty() || !(rating_word_ || ends_in_figure()))) return false;
    find_phrases();
    // An entry of a list may be a name that a grade before the list is for.
    return !finder_.grades.empty() || !finder_.areas.empty() || (listed && tokens().size() <= longest_entry);
  }

  [[nodiscard]] Block block_of(NodeIndex index, bool item) const {
    const Node& node = document_[index];
    Block block;
    block.node = index;
    block.heading = node.type == NodeType::heading;
    block.level = node.level;
    block.item = item;
    block.table = node.type == NodeType::table;
    block.speaker = is_inspectors_title() ? Speaker::inspector : read_speaker();
    block.of_past = of_past_inspection_ || (of_past_rating_ && tokens().size() <= longest_title);
    const bool title = !no_tokens() && !tokens().back().is(Mark::stop) && tokens().size() <= longest_title;
    block.of_wishes = !no_tokens() && (block.heading || title || tokens().back().is(Mark::colon)) && speaks_of_wishes();
    block.size = last_token() + 1;
    return block;
  }

  /// "The Old Mill, Quay Street: 5"
  [[nodiscard]] bool ends_in_figure() const {
    if (last_token() < 2 || numbers_.back() != last_token()) return false;
    const Token& before = tokens()[last_token() - 1];
    return before.is(Mark::colon) || before.is(Mark::dash);
  }

  void find_phrases() {
    walker_.walk(tokens(), heads_, passage_.hits);
    finder_.find(tokens(), std::span(passage_.hits).subspan(begin_.hits), numbers_, all_scales);
    for (const Mention& sign : finder_.signs) note_sign(sign);
  }

  void keep_mentions() {
    passage_.numbers.insert(passage_.numbers.end(), numbers_.begin(), numbers_.end());
    Extent& extent = extents_.back();
    std::vector<Mention>& all = passage_.mentions;
    all.insert(all.end(), finder_.grades.begin(), finder_.grades.end());
    extent.grades_end = all.size();
    all.insert(all.end(), finder_.areas.begin(), finder_.areas.end());
    extent.areas_end = all.size();
    all.insert(all.end(), finder_.signs.begin(), finder_.signs.end());
    extent.kept = true;
  }

  void point_into_lists() {
    if (!kept_) forget_block();
    extents_.push_back(ends_of_lists());
    const auto part = [](const auto& list, std::size_t from, std::size_t to) {
      return std::span(list).subspan(from, to - from);
    };
    for (std::size_t at = 0; at < passage_.blocks.size(); ++at) {
      const Extent& extent = extents_[at];
      const Extent& next = extents_[at + 1];
      if (!extent.kept) continue;
      Block& block = passage_.blocks[at];
      block.tokens = part(passage_.tokens, extent.tokens, next.tokens);
      block.hits = part(passage_.hits, extent.hits, next.hits);
      block.numbers = part(passage_.numbers, extent.numbers, next.numbers);
      block.grades = part(passage_.mentions, extent.mentions, extent.grades_end);
      block.areas = part(passage_.mentions, extent.grades_end, extent.areas_end);
      block.signs = part(passage_.mentions, extent.areas_end, next.mentions);
    }
  }

  /// A paragraph that stops in the middle of a sentence goes on in the next, as text copied from a PDF does.
  bool goes_on_from_last(NodeIndex index, bool item) const {
    if (item || passage_.blocks.empty() || no_tokens() || document_[index].type != NodeType::paragraph) return false;
    const Block& last = passage_.blocks.back();
    if (last.heading || document_[last.node].end != index || last.size > longest_joined) return false;
    const Token& end = passage_.tokens[token_count_ - 1];
    if (!end.is(Mark::word)) return false;
    const Node& first = document_[index + 1];
    // "Services for children in" above "Marlhampton are good"
    const bool open = end.is(word_class::link | word_class::other_preposition);
    return first.type == NodeType::text && !first.text.empty() && (open || is_small(first.text[0]));
  }

  /// Who speaks in the block: the words before the last "said" that can be its subject.
  Speaker read_speaker() const {
    const std::span<const Token> block_tokens = tokens();
    for (auto spoken = speeches_.rbegin(); spoken != speeches_.rend(); ++spoken) {
      const std::uint32_t at = *spoken;
      const auto quote = std::lower_bound(quotes_.begin(), quotes_.end(), at);
      const bool in_quote = quote != quotes_.begin() && block_tokens[*(quote - 1)].opens_quote;
      const bool of_writer = at > 1 && (block_tokens[at - 1].id == "i" || block_tokens[at - 2].id == "i");
      if (in_quote || of_writer || block_tokens[at].is(word_class::judge)) continue;
      const auto has = [&](std::size_t from, std::size_t to) {
        for (std::size_t near = from; near < to; ++near) {
          if (block_tokens[near].is(word_class::inspector) && block_tokens[near].is(Mark::word)) return true;
          if (names_inspectorate(near)) return true;
        }
        return false;
      };
      std::size_t from = at;
      while (from > 0 && at - from < 12 && !block_tokens[from - 1].is(Mark::stop) &&
             !block_tokens[from - 1].is(Mark::quote))
        --from;
      std::size_t to = at + 1;
      while (to < block_tokens.size() && to - at < 8 && !block_tokens[to].is(Mark::stop) &&
             !block_tokens[to].is(Mark::quote) && !block_tokens[to].is(Mark::comma))
        ++to;
      return has(from, at) || (from + 1 >= at && has(at, to)) ? Speaker::inspector : Speaker::other;
    }
    // "The report sums up: “…”"
    constexpr std::uint32_t longest_lead = 6;
    for (const std::uint32_t quote : quotes_) {
      if (quote < longest_lead || !block_tokens[quote].opens_quote || !block_tokens[quote - 1].is(Mark::colon))
        continue;
      const auto lead = block_tokens.subspan(quote - longest_lead, longest_lead);
      if (std::any_of(lead.begin(), lead.end(), [](const Token& token) { return token.is(word_class::inspector); }))
        return Speaker::inspector;
    }
    return Speaker::none;
  }

  /// "By 2027 we will be:", "HMICFRS self-assessment", "Targets for next year": the last sentence of a block that heads
  /// others. "Improvement through self-evaluation" is an area.
  bool speaks_of_wishes() const {
    const std::span<const Token> all = tokens();
    for (auto token = all.rbegin(); token != all.rend() && !token->is(Mark::stop); ++token) {
      if (among<"was", "were", "report">(token->id)) return false;  // "The report on what we aim at:"
      if (among<"aim", "aims", "ambition", "ambitions", "target", "targets", "goal", "goals", "want", "hope", "success",
                "will", "would", "self", "survey", "poll", "own", "example", "themselves">(token->id))
        return token + 1 == all.rend() || !(token + 1)->is(word_class::other_preposition);
    }
    return false;
  }

  /// "HMI's observations", "A word from HMI": who says "I" below is the inspector.
  bool is_inspectors_title() const {
    if (tokens().size() > longest_title || no_tokens() || !tokens().front().capital) return false;
    return std::any_of(tokens().begin(), tokens().end(),
                       [](const Token& token) { return token.capital && among<"hmi", "inspector">(token.id); });
  }

  bool names_inspectorate(std::size_t token) const {
    return std::any_of(finder_.signs.begin(), finder_.signs.end(), [&](const Mention& sign) {
      return sign.first <= token && token < sign.last &&
             std::any_of(sign.meanings().begin(), sign.meanings().end(), [](const Meaning& meaning) {
               return meaning.kind == PhraseKind::body || meaning.kind == PhraseKind::nickname;
             });
    });
  }

  [[gnu::noinline]] Token& push(Mark mark, std::size_t from, std::size_t to) { return push_word(mark, from, to); }
  /// In line for words, which most tokens are; for the others that would be longer and no faster.
  [[gnu::always_inline]] Token& push_word(Mark mark, std::size_t from, std::size_t to) {
    if (token_count_ == passage_.tokens.size()) passage_.tokens.resize(2 * token_count_);
    Token& token = passage_.tokens[token_count_++] = next_;
    token.mark = mark;
    token.from = static_cast<std::uint32_t>(from);
    token.to = static_cast<std::uint32_t>(to);
    next_.line_start = next_.space_before = false;
    return token;
  }

  void read_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (c == ' ') {
        next_.space_before = true;
        ++at;
      } else if (text::is_letter(c) || is_foreign_letter(text, at)) {
        // "lGood for A": a bullet of a symbol font, as it comes out of a word processor.
        if (next_.line_start && c == 'l' && at + 1 < text.size() && is_capital(text[at + 1])) {
          push(Mark::bullet, at, at + 1);
          ++at;
        }
        at = read_word(text, at);
      } else if (c == '\t' || c == '\n') {
        next_.space_before = true;
        ++at;
      } else if (is_digit(c)) {
        at = read_number(text, at);
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        at = read_symbol(at, symbol_at(text.substr(at)));
      } else {
        read_punctuation(text, at);
        ++at;
      }
    }
  }

  static bool is_foreign_letter(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) >= 0x80 && symbol_at(text.substr(at)).size == 0;
  }

  std::size_t read_number(std::string_view text, std::size_t at) {
    std::size_t end = at;
    std::int64_t value = 0;
    bool whole = true;
    while (end < text.size()) {
      if (is_digit(text[end])) {
        if (value < 1'000'000) value = value * 10 + (text[end] - '0');
        ++end;
      } else if ((text[end] == ',' || text[end] == '.') && end + 1 < text.size() && is_digit(text[end + 1])) {
        if (text[end] == '.') whole = false;
        ++end;
      } else {
        break;
      }
    }
    const std::size_t digits = end - at;
    // "1st", "5m", "30s" are words that begin with figures.
    while (end < text.size() && is_letter(text[end]) && static_cast<unsigned char>(text[end]) < 0x80) {
      ++end;
      whole = false;
    }
    Token& token = push(Mark::number, at, end);
    // "Post-16 provision": a figure may be part of a name.
    if (const Word& word = whole ? lexicon_.find(text.substr(at, digits)) : unknown_word; word.id != WordId{}) {
      token.id = word.id;
      token.word = &word;
      if (word.head()) heads_.push_back(last_token());
    }
    token.number = whole && value < 1'000'000 ? static_cast<int>(value) : -1;
    if (token.number >= 0 && token.number <= highest_grade_number) numbers_.push_back(last_token());
    if (whole && digits == 4 && value >= 1990 && value < 2100) passage_.signs.years.push_back(static_cast<int>(value));
    return end;
  }

  /// Nearly every word is ASCII letters and nothing else.
  std::size_t read_word(std::string_view text, std::size_t at) {
    Letters letters = letters_at(text, at);
    bool possessive = false;
    if (letters.next == '\'' || letters.next >= 0x80) letters = long_word_at(text, at, possessive);
    if (at == 0 && goes_on_from_last_text()) {
      join(text.substr(0, letters.end));
    } else {
      Token& token = push_word(Mark::word, at, letters.end);
      token.capital = is_capital(text[at]);
      token.possessive = possessive;
      set_word(token, letters.hash);
    }
    return letters.end;
  }

  /// A word may go on from the text node before: "**Re**quires".
  bool goes_on_from_last_text() const {
    if (next_.space_before || no_tokens()) return false;
    const Token& last = passage_.tokens[token_count_ - 1];
    return last.mark == Mark::word && last.end_node != next_.node && !last.possessive;
  }

  /// A word with an apostrophe or with characters above ASCII.
  static Letters long_word_at(std::string_view text, std::size_t at, bool& possessive) {
    std::array<char, longest_word> lower;
    std::size_t size = 0;
    std::size_t end = at;
    const auto take = [&](char c) {
      if (size < lower.size()) lower[size] = c;
      ++size;
    };
    while (end < text.size()) {
      const char c = text[end];
      if (text::is_letter(c)) {
        take(text::lower(c));
        ++end;
      } else if (static_cast<unsigned char>(c) >= 0x80 || c == '\'') {
        Symbol symbol;
        if (c == '\'') {
          symbol.size = 1;
          symbol.apostrophe = true;
        } else {
          symbol = symbol_at(text.substr(end));
        }
        if (symbol.size == 0) {
          take(c);
          ++end;
          continue;
        }
        const std::size_t next = end + symbol.size;
        if (!symbol.apostrophe || next >= text.size() || !is_letter(text[next]) ||
            symbol_at(text.substr(next)).size != 0)
          break;
        // "force's": the s is no part of the word.
        const bool last =
            next + 1 >= text.size() || !is_letter(text[next + 1]) || symbol_at(text.substr(next + 1)).size != 0;
        if ((text[next] == 's' || text[next] == 'S') && last) {
          possessive = true;
          end = next + 1;
          break;
        }
        take('\'');
        end = next;
      } else {
        break;
      }
    }
    return {.hash = hash_of({lower.data(), std::min(size, lower.size())}), .end = end};
  }

  /// Appends letters to the last word, which stands in another text node.
  void join(std::string_view letters) {
    Token& token = passage_.tokens[token_count_ - 1];
    std::string whole;
    if (token.node == token.end_node) whole = document_[token.node].text.substr(token.from, token.to - token.from);
    whole += letters;
    token.end_node = next_.node;
    token.to = static_cast<std::uint32_t>(letters.size());
    for (std::vector<std::uint32_t>* list : {&heads_, &numbers_, &speeches_}) {
      if (!list->empty() && list->back() == last_token()) list->pop_back();
    }
    const std::string lower = folded(whole);
    set_rare_word(token, hash_of(lower));
  }

  [[gnu::noinline]] void set_rare_word(Token& token, WordHash hash) { set_word(token, hash); }
  /// In line, because it runs for every word: calls were a seventh of reading prose.
  [[gnu::always_inline]] void set_word(Token& token, WordHash hash) {
    const Word& word = lexicon_.find(hash);
    token.id = WordId(hash);
    token.word = &word;
    token.number = word.number;
    if (word.telling) note_word(word);
  }

  [[gnu::noinline]] void note_word(const Word& word) {
    if (word.head()) heads_.push_back(last_token());
    if (word.number >= 0 && word.number <= highest_grade_number) numbers_.push_back(last_token());
    if ((word.classes & word_class::speech) != 0) speeches_.push_back(last_token());
    if ((word.classes & (word_class::rating | word_class::judge | word_class::give)) != 0) rating_word_ = true;
    if ((word.classes & word_class::inspection) != 0) ++passage_.signs.inspections;
    if ((word.classes & (word_class::inspection | word_class::rating)) != 0 && last_token() > 0 &&
        passage_.tokens[token_count_ - 2].is(word_class::before))
      ((word.classes & word_class::inspection) != 0 ? of_past_inspection_ : of_past_rating_) = true;
  }

  std::size_t read_symbol(std::size_t at, const Symbol& symbol) {
    const std::size_t end = at + symbol.size;
    if (symbol.space) {
      next_.space_before = true;
      return end;
    }
    if (symbol.hyphen) return end;
    if (symbol.mark == Mark::bullet && !next_.line_start) {
      push(Mark::bullet, at, end);
      return end;
    }
    const bool spaced = next_.space_before;
    Token& token = push(symbol.mark, at, end);
    if (symbol.mark == Mark::quote) {
      quotes_.push_back(last_token());
      token.opens_quote = symbol.opening || (spaced && !symbol.apostrophe);
      token.closes_quote = !token.opens_quote;
    }
    return end;
  }

  void read_punctuation(std::string_view text, std::size_t at) {
    const char c = text[at];
    const bool next_is_space = at + 1 >= text.size() || text[at + 1] == ' ';
    const auto mark = [&]() -> Mark {
      switch (c) {
        case ',':
          return Mark::comma;
        case ';':
          return Mark::semicolon;
        case ':':
          return Mark::colon;
        case '.':
        case '!':
        case '?':
          return Mark::stop;
        case '"':
        case '\'':
        case '`':
          return Mark::quote;
        case '(':
        case '[':
          return Mark::open;
        case ')':
        case ']':
          return Mark::close;
        case '|':
          return Mark::pipe;
        case '/':
          return Mark::slash;
        case '*':
        case '+':
          return Mark::bullet;
        case '-':
          return Mark::dash;
        default:
          return Mark::other;
      }
    }();
    if (c == '&') {
      Token& token = push(Mark::word, at, at + 1);
      set_rare_word(token, hash_of("and"));
      return;
    }
    if (c == '-') {
      if (next_.line_start && next_is_space) {
        push(Mark::bullet, at, at + 1);
        return;
      }
      // Inside a word a hyphen only parts it: "well-led".
      if (!next_.space_before && !next_is_space) return;
    }
    if (c == '*' && !next_.line_start) return;  // an unmatched marker of emphasis
    const bool spaced = next_.space_before;
    const bool follows_dash =
        c == '-' && !no_tokens() && passage_.tokens[token_count_ - 1].mark == Mark::dash && !spaced;
    if (follows_dash) return;
    Token& token = push(mark, at, at + 1);
    token.question = c == '?';
    if (mark == Mark::quote) {
      quotes_.push_back(last_token());
      token.opens_quote = spaced || token.line_start;
      token.closes_quote = !token.opens_quote;
    }
  }

  void note_sign(const Mention& mention) {
    SchemeSigns& signs = passage_.signs;
    const bool of_another = is_part_of_name(mention);
    for (const Meaning& meaning : mention.meanings()) {
      if (of_another && meaning.kind == PhraseKind::nickname) continue;
      switch (meaning.kind) {
        case PhraseKind::body:
          note_name(mention);
          [[fallthrough]];
        case PhraseKind::nickname:
          signs.named[meaning.scale] += 3;
          break;
        case PhraseKind::programme:
          signs.named[meaning.scale] += 15;
          break;
        case PhraseKind::cue:
          signs.cued[meaning.scale] += 1;
          break;
        default:
          break;
      }
    }
  }

  /// "the Independent Schools Inspectorate": a nickname of one inspectorate is the end of another's name.
  bool is_part_of_name(const Mention& mention) const {
    if (mention.first == 0) return false;
    const Token& first = passage_.tokens[mention.first];
    const Token& before = passage_.tokens[mention.first - 1];
    return first.capital && before.is(Mark::word) && before.capital && !first.line_start &&
           !before.is(word_class::determiner) && before.word->classes == 0;
  }

  /// The name tells the time: His Majesty's since September 2022, HMIC until July 2017.
  void note_name(const Mention& mention) {
    const WordId first = tokens()[mention.first].id;
    if (first == "his") passage_.signs.his_majesty = true;
    if (first == "her") passage_.signs.her_majesty = true;
    if (first == "hmic") passage_.signs.hmic = true;
    if (first == "hmicfrs") passage_.signs.hmicfrs = true;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  Passage passage_;
  std::vector<Extent> extents_;  // by block: where its part of each list begins
  Extent begin_;                 // the same for the block that is read
  std::size_t token_count_ = 0;  // the list of tokens is longer: it grows by doubling, and never at a token
  bool kept_ = false;            // the last block keeps its tokens and phrases
  // Of the block that is read: tokens that can begin a phrase, small numbers, quotation marks, words of speech.
  std::vector<std::uint32_t> heads_, numbers_, quotes_, speeches_;
  bool rating_word_ = false;
  bool of_past_inspection_ = false, of_past_rating_ = false;  // "the last inspection", "previous ratings"
  std::vector<NodeIndex> depth_ends_;
  PhraseWalker walker_;
  PhraseFinder finder_;
  Token next_;  // what is known of the next token before it is read: its node, and what comes before it
};

}  // namespace

Passage read_passage(const Document& document, const std::vector<std::string_view>& context,
                     const Catalogue& catalogue) {
  Reader reader(document, catalogue);
  for (const std::string_view text : context) reader.read_context(text);
  return reader.read();
}

}  // namespace pressmark::inspection
