// Cuts the tree's text into tokens and finds the phrases of the lexicon, in one pass.
#include "pressmark/inspection/passage.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "pressmark/inspection/grammar.h"
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

WordId known(std::string_view lower) { return Lexicon::built_in().find(lower, Lexicon::hash(lower)).id; }

/// Whether the words in an element belong to the sentence: not those that are struck out, nor figures above the line.
bool reads_on(markdown::InlineElement element) {
  using markdown::InlineElement;
  return element != InlineElement::s && element != InlineElement::sup && element != InlineElement::sub;
}

class Reader {
 public:
  Reader(const Document& document, const Catalogue& catalogue)
      : document_(document), lexicon_(catalogue.lexicon()), finder_(lexicon_) {
    passage_.signs.named.resize(catalogue.scales().size(), 0);
    passage_.signs.cued.resize(catalogue.scales().size(), 0);
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
    return std::move(passage_);
  }

 public:
  void read_context(std::string_view text) {
    tokens_.clear();
    line_start_ = space_ = true;
    read_text(0, text);
    finder_.find(tokens_, all_scales);
    note_signs();
  }

 private:
  void read_block(NodeIndex index, bool item) {
    const Node& node = document_[index];
    const bool joined = goes_on_from_last(index, item);
    if (joined) {
      passage_.blocks.pop_back();
    } else {
      tokens_.clear();
      interesting_ = small_number_ = rating_word_ = speech_word_ = false;
    }
    line_start_ = true;
    space_ = true;
    depth_ends_.clear();
    for (NodeIndex at = index + 1; at < node.end;) {
      const Node& inline_node = document_[at];
      while (!depth_ends_.empty() && at >= depth_ends_.back()) depth_ends_.pop_back();
      switch (inline_node.type) {
        case NodeType::text:
          read_text(at, inline_node.text);
          break;
        case NodeType::soft_break:
        case NodeType::line_break:
          line_start_ = space_ = true;
          break;
        case NodeType::emphasis:
        case NodeType::strong:
          depth_ends_.push_back(inline_node.end);
          break;
        case NodeType::code:
          push(Mark::other, at, 0, 0);
          break;
        case NodeType::table_row:
          line_start_ = space_ = true;
          break;
        case NodeType::table_cell:
          push(Mark::pipe, at, 0, 0);
          space_ = true;
          break;
        case NodeType::link:
          if (!inline_node.address) break;
          push(Mark::other, at, 0, 0);
          at = inline_node.end;
          continue;
        case NodeType::element:
          if (!reads_on(inline_node.element)) {
            at = inline_node.end;
            continue;
          }
          break;
        case NodeType::strikethrough:  // no longer said
        case NodeType::image:
          at = inline_node.end;
          continue;
        default:
          break;
      }
      ++at;
    }
    if (small_number_ && rating_word_) interesting_ = true;
    Block block;
    block.node = index;
    block.heading = node.type == NodeType::heading;
    block.level = node.level;
    block.item = item;
    if (!tokens_.empty() && (interesting_ || item || tokens_.front().is(Mark::bullet))) {
      finder_.find(tokens_, all_scales);
      note_signs();
      // An entry of a list may be a name that a grade before the list is for.
      const bool entry = (item || tokens_.front().is(Mark::bullet)) && tokens_.size() <= longest_entry;
      if (!finder_.grades.empty() || !finder_.areas.empty() || entry) {
        block.tokens = tokens_;
        block.grades = finder_.grades;
        block.areas = finder_.areas;
        block.signs = finder_.signs;
        block.possible_areas = finder_.possible_areas;
      }
    }
    block.speaker = read_speaker();
    block.size = static_cast<std::uint32_t>(tokens_.size());
    passage_.blocks.push_back(std::move(block));
  }

  /// A paragraph that stops in the middle of a sentence goes on in the next, as text copied from a PDF does.
  bool goes_on_from_last(NodeIndex index, bool item) const {
    if (item || passage_.blocks.empty() || tokens_.empty() || document_[index].type != NodeType::paragraph)
      return false;
    const Block& last = passage_.blocks.back();
    if (last.heading || document_[last.node].end != index || tokens_.size() > longest_joined) return false;
    if (!tokens_.back().is(Mark::word)) return false;
    const Node& first = document_[index + 1];
    return first.type == NodeType::text && !first.text.empty() && is_small(first.text[0]);
  }

  /// Who speaks in the block: the words before the last "said" that can be its subject.
  Speaker read_speaker() const {
    if (!speech_word_) return Speaker::none;
    std::vector<bool> spoken(tokens_.size());
    bool in_quote = false;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].is(Mark::quote)) in_quote = tokens_[at].opens_quote;
      spoken[at] = in_quote;
    }
    for (std::size_t at = tokens_.size(); at-- > 0;) {
      if (spoken[at] || !tokens_[at].is(word_class::speech) || tokens_[at].is(word_class::judge)) continue;
      const auto has = [&](std::size_t from, std::size_t to) {
        for (std::size_t near = from; near < to; ++near) {
          if (tokens_[near].is(word_class::inspector) && tokens_[near].is(Mark::word)) return true;
        }
        return false;
      };
      std::size_t from = at;
      while (from > 0 && at - from < 12 && !tokens_[from - 1].is(Mark::stop) && !tokens_[from - 1].is(Mark::quote))
        --from;
      std::size_t to = at + 1;
      while (to < tokens_.size() && to - at < 8 && !tokens_[to].is(Mark::stop) && !tokens_[to].is(Mark::quote) &&
             !tokens_[to].is(Mark::comma))
        ++to;
      return has(from, at) || (from + 1 >= at && has(at, to)) ? Speaker::inspector : Speaker::other;
    }
    return Speaker::none;
  }

  Token& push(Mark mark, NodeIndex node, std::size_t from, std::size_t to) {
    Token token;
    token.mark = mark;
    token.node = token.end_node = node;
    token.from = static_cast<std::uint32_t>(from);
    token.to = static_cast<std::uint32_t>(to);
    token.line_start = line_start_;
    token.space_before = space_;
    token.strong = !depth_ends_.empty();
    line_start_ = space_ = false;
    tokens_.push_back(token);
    return tokens_.back();
  }

  void read_text(NodeIndex node, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (c == ' ' || c == '\t' || c == '\n') {
        space_ = true;
        ++at;
      } else if (is_digit(c)) {
        at = read_number(node, text, at);
      } else if (is_letter(c)) {
        const Symbol symbol = static_cast<unsigned char>(c) < 0x80 ? Symbol{} : symbol_at(text.substr(at));
        at = symbol.size == 0 ? read_word(node, text, at) : read_symbol(node, at, symbol);
      } else {
        read_punctuation(node, text, at);
        ++at;
      }
    }
  }

  std::size_t read_number(NodeIndex node, std::string_view text, std::size_t at) {
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
    Token& token = push(Mark::number, node, at, end);
    token.number = whole && value < 1'000'000 ? static_cast<int>(value) : -1;
    if (token.number >= 0 && token.number <= 6) small_number_ = true;
    if (whole && digits == 4 && value >= 1990 && value < 2100) passage_.signs.years.push_back(static_cast<int>(value));
    return end;
  }

  std::size_t read_word(NodeIndex node, std::string_view text, std::size_t at) {
    std::array<char, longest_word> lower;
    std::size_t size = 0;
    std::uint32_t hash = 2166136261U;
    std::size_t end = at;
    bool possessive = false;
    const auto take = [&](char c) {
      if (size < lower.size()) lower[size] = c;
      ++size;
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
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
    const bool capital = is_capital(text[at]);
    // A word may go on from the text node before: "**Re**quires".
    if (!tokens_.empty() && !space_ && at == 0 && tokens_.back().mark == Mark::word &&
        tokens_.back().end_node != node && !tokens_.back().possessive) {
      join(node, text.substr(0, end));
      return end;
    }
    Token& token = push(Mark::word, node, at, end);
    token.capital = capital;
    token.possessive = possessive;
    if (size <= lower.size()) set_word(token, lexicon_.find({lower.data(), size}, hash));
    return end;
  }

  /// Appends letters to the last word, which stands in another text node.
  void join(NodeIndex node, std::string_view letters) {
    Token& token = tokens_.back();
    std::string whole;
    if (token.node == token.end_node) whole = document_[token.node].text.substr(token.from, token.to - token.from);
    whole += letters;
    token.end_node = node;
    token.to = static_cast<std::uint32_t>(letters.size());
    const std::string lower = folded(whole);
    set_word(token, lexicon_.find(lower, Lexicon::hash(lower)));
  }

  void set_word(Token& token, const Word& word) {
    if (word.number >= 0 && word.number <= 6) small_number_ = true;
    if ((word.classes & word_class::speech) != 0) speech_word_ = true;
    if ((word.classes & (word_class::rating | word_class::judge | word_class::give)) != 0) rating_word_ = true;
    token.word = word;
    token.number = word.number;
    if ((word.classes & word_class::inspection) != 0) ++passage_.signs.inspections;
    if (lexicon_.starts_phrase(word.id) || lexicon_.starts_phrase(word.stem)) interesting_ = true;
  }

  std::size_t read_symbol(NodeIndex node, std::size_t at, const Symbol& symbol) {
    const std::size_t end = at + symbol.size;
    if (symbol.space) {
      space_ = true;
      return end;
    }
    if (symbol.hyphen) return end;
    if (symbol.mark == Mark::bullet && !line_start_) {
      push(Mark::bullet, node, at, end);
      return end;
    }
    const bool spaced = space_;
    Token& token = push(symbol.mark, node, at, end);
    if (symbol.mark == Mark::quote) {
      token.opens_quote = symbol.opening || (spaced && !symbol.apostrophe);
      token.closes_quote = !token.opens_quote;
    }
    return end;
  }

  void read_punctuation(NodeIndex node, std::string_view text, std::size_t at) {
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
      Token& token = push(Mark::word, node, at, at + 1);
      set_word(token, lexicon_.find("and", Lexicon::hash("and")));
      return;
    }
    if (c == '-') {
      if (line_start_ && next_is_space) {
        push(Mark::bullet, node, at, at + 1);
        return;
      }
      // Inside a word a hyphen only parts it: "well-led".
      if (!space_ && !next_is_space) return;
    }
    if (c == '*' && !line_start_) return;  // an unmatched marker of emphasis
    const bool spaced = space_;
    const bool follows_dash = c == '-' && !tokens_.empty() && tokens_.back().mark == Mark::dash && !spaced;
    if (follows_dash) return;
    Token& token = push(mark, node, at, at + 1);
    token.question = c == '?';
    if (mark == Mark::quote) {
      token.opens_quote = spaced || token.line_start;
      token.closes_quote = !token.opens_quote;
    }
  }

  void note_signs() {
    for (const Mention& mention : finder_.signs) note_sign(mention);
  }

  void note_sign(const Mention& mention) {
    SchemeSigns& signs = passage_.signs;
    for (const Meaning& meaning : mention.meanings) {
      switch (meaning.kind) {
        case PhraseKind::body:
          note_name(mention);
          [[fallthrough]];
        case PhraseKind::nickname:
          signs.named[meaning.scale] += 3;
          break;
        case PhraseKind::programme:
          signs.named[meaning.scale] += 4;
          break;
        case PhraseKind::cue:
          signs.cued[meaning.scale] += 1;
          break;
        default:
          break;
      }
    }
  }

  /// The name tells the time: His Majesty's since September 2022, HMIC until July 2017.
  void note_name(const Mention& mention) {
    const WordId first = tokens_[mention.first].word.id;
    if (first == his_) passage_.signs.his_majesty = true;
    if (first == her_) passage_.signs.her_majesty = true;
    if (first == hmic_) passage_.signs.hmic = true;
    if (first == hmicfrs_) passage_.signs.hmicfrs = true;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  Passage passage_;
  std::vector<Token> tokens_;
  std::vector<NodeIndex> depth_ends_;
  PhraseFinder finder_;
  WordId his_ = known("his"), her_ = known("her"), hmic_ = known("hmic"), hmicfrs_ = known("hmicfrs");
  bool interesting_ = false;
  bool small_number_ = false;  // with a rating word, it may be a grade
  bool rating_word_ = false;
  bool speech_word_ = false;
  bool line_start_ = true;
  bool space_ = true;
};

}  // namespace

Passage read_passage(const Document& document, const std::vector<std::string_view>& context,
                     const Catalogue& catalogue) {
  Reader reader(document, catalogue);
  for (const std::string_view text : context) reader.read_context(text);
  return reader.read();
}

}  // namespace pressmark::inspection
