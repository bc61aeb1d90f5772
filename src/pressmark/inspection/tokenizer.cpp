// Reads words, figures and marks.
#include "pressmark/inspection/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>

#include "pressmark/inspection/copied_text.h"
#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/letters.h"
#include "pressmark/inspection/symbols.h"
#include "pressmark/text/ascii.h"

namespace pressmark::inspection {
namespace {

using text::is_capital;
using text::is_digit;

constexpr std::size_t longest_word = 40;
// Room at first, by the size of the text: most of a release is kept.
constexpr std::size_t fewest_tokens = 64, most_tokens = 4096;
constexpr std::size_t longest_insertion = 80;  // bytes, with its brackets
constexpr std::size_t bytes_of_token = 6;

/// Or part of a character above ASCII, which is a letter until symbol_at() says otherwise.
bool is_letter(char c) { return text::is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_foreign_letter(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) >= 0x80 && symbol_at(text.substr(at)).size == 0;
}

/// A word with an apostrophe or with characters above ASCII.
Letters long_word_at(std::string_view text, std::size_t at, bool& possessive) {
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
      // "inad" and "equate" with a soft hyphen between them are one word; other hyphens part two.
      constexpr std::size_t size_of_soft_hyphen = 2;
      if (symbol.hyphen && symbol.size == size_of_soft_hyphen) {
        end += symbol.size;
        continue;
      }
      if (symbol.size == 0) {
        if (const std::string_view letters = ligature_at(text.substr(end)); !letters.empty()) {
          for (const char letter : letters) take(letter);
          end += ligature_size;
        } else {
          take(c);
          ++end;
        }
        continue;
      }
      const std::size_t next = end + symbol.size;
      if (!symbol.apostrophe || next >= text.size() || !is_letter(text[next]) || symbol_at(text.substr(next)).size != 0)
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

/// "rated [Outstanding / Good] by": a template's, or an editor's. "A [Good]", and no more on the line, is a grade.
std::size_t end_of_insertion(std::string_view text, std::size_t at) {
  if (text[at] != '[') return at;
  const std::size_t close = text.substr(at, longest_insertion).find(']');
  return close == std::string_view::npos || at + close + 1 == text.size() ? at : at + close + 1;
}

}  // namespace

Tokenizer::Tokenizer(const markdown::Document& document, const Lexicon& lexicon, SchemeSigns& signs)
    : document_(document), lexicon_(lexicon), signs_(signs) {
  tokens_.resize(std::min(document[0].span.size() / bytes_of_token, most_tokens) + fewest_tokens);
  begin_line();
}

void Tokenizer::begin_block(std::size_t kept) {
  first_ = count_ = kept;
  notes_.heads.clear();
  notes_.numbers.clear();
  notes_.quotes.clear();
  notes_.speeches.clear();
  notes_.rating_word = notes_.of_past_inspection = notes_.of_past_rating = notes_.gaps = false;
}

std::vector<Token> Tokenizer::take() {
  tokens_.resize(count_);
  return std::move(tokens_);
}

Token& Tokenizer::push(Mark mark, std::size_t from, std::size_t to) { return push_word(mark, from, to); }

/// In line for words, which most tokens are; for the others that would be longer and no faster.
[[gnu::always_inline]] inline Token& Tokenizer::push_word(Mark mark, std::size_t from, std::size_t to) {
  if (count_ == tokens_.size()) tokens_.resize(2 * count_);
  Token& token = tokens_[count_++] = next_;
  token.mark = mark;
  token.from = static_cast<std::uint32_t>(from);
  token.to = static_cast<std::uint32_t>(to);
  next_.line_start = next_.space_before = false;
  return token;
}

void Tokenizer::read_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (in_row_) {
      if (const std::size_t size = size_of_separator(text, at); size > 0) {
        push(Mark::pipe, at, 0);
        next_.space_before = true;
        at += size;
        continue;
      }
    }
    if (c == ' ') {
      notes_.gaps = notes_.gaps || next_.space_before;
      next_.space_before = true;
      ++at;
    } else if (text::is_letter(c) || is_foreign_letter(text, at)) {
      // "lGood for A", "Good l": a bullet of a symbol font, as it comes out of a word processor.
      const char next = at + 1 < text.size() ? text[at + 1] : ' ';
      if (c == 'o' && next_.line_start && next == ' ') {
        push(Mark::bullet, at, at + 1);
        ++at;
      } else if (c == 'l' && ((next_.line_start && is_capital(next)) || (next_.space_before && next == ' '))) {
        push(Mark::bullet, at, at + 1);
        ++at;
      } else {
        at = read_word(text, at);
      }
    } else if (c == '\t' || c == '\n') {
      notes_.gaps = true;
      next_.space_before = true;
      ++at;
    } else if (is_digit(c)) {
      at = read_number(text, at);
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      at = read_symbol(text, at);
    } else if (const std::size_t end = end_of_insertion(text, at); end > at) {
      push(Mark::other, at, end);
      at = end;
    } else {
      read_punctuation(text, at);
      ++at;
    }
  }
}

std::size_t Tokenizer::read_number(std::string_view text, std::size_t at) {
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
    if (word.head()) notes_.heads.push_back(last());
  }
  token.number = whole && value < 1'000'000 ? static_cast<int>(value) : -1;
  if (token.number >= 0 && token.number <= highest_grade_number) notes_.numbers.push_back(last());
  const bool to_come = last() > 0 && tokens_[count_ - 2].id == "by";  // "good at everything by 2027"
  if (whole && digits == 4 && value >= 1990 && value < 2100 && !to_come && !is_of_other_matter())
    signs_.years.push_back(static_cast<int>(value));
  return end;
}

/// "The home, which opened in 2009, …": behind a word that has nothing to do with grades, the year tells of no scheme.
bool Tokenizer::is_of_other_matter() const {
  return last() > 1 && among<"in", "since">(tokens_[count_ - 2].id) && tokens_[count_ - 3].is(Mark::word) &&
         !tokens_[count_ - 3].capital && tokens_[count_ - 3].word == &unknown_word;
}

/// Nearly every word is ASCII letters and nothing else.
std::size_t Tokenizer::read_word(std::string_view text, std::size_t at) {
  Letters letters = letters_at(text, at);
  bool possessive = false;
  if (letters.next == '\'' || letters.next >= 0x80) letters = long_word_at(text, at, possessive);
  if (at == 0 && (goes_on_from_last_text() || goes_on_from_last_line(text.substr(0, letters.end)))) {
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
bool Tokenizer::goes_on_from_last_text() const {
  if (next_.space_before || empty()) return false;
  const Token& last = tokens_[count_ - 1];
  return last.mark == Mark::word && last.end_node != next_.node && !last.possessive;
}

/// Appends letters to the last word, which stands in another text node.
void Tokenizer::join(std::string_view letters) {
  Token& token = tokens_[count_ - 1];
  std::string whole;
  if (token.node == token.end_node) whole = document_[token.node].text.substr(token.from, token.to - token.from);
  whole += letters;
  token.end_node = next_.node;
  token.to = static_cast<std::uint32_t>(letters.size());
  for (std::vector<std::uint32_t>* list : {&notes_.heads, &notes_.numbers, &notes_.speeches}) {
    if (!list->empty() && list->back() == last()) list->pop_back();
  }
  const std::string lower = folded(whole);
  set_rare_word(token, hash_of(lower));
}

void Tokenizer::set_rare_word(Token& token, WordHash hash) { set_word(token, hash); }

/// In line, because it runs for every word: calls were a seventh of reading prose.
[[gnu::always_inline]] inline void Tokenizer::set_word(Token& token, WordHash hash) {
  const Word& word = lexicon_.find(hash);
  token.id = WordId(hash);
  token.word = &word;
  token.number = word.number;
  if (word.telling) note_word(word);
}

void Tokenizer::note_word(const Word& word) {
  if (word.head()) notes_.heads.push_back(last());
  if (word.number >= 0 && word.number <= highest_grade_number) notes_.numbers.push_back(last());
  if ((word.classes & word_class::speech) != 0) notes_.speeches.push_back(last());
  if ((word.classes & (word_class::rating | word_class::judge | word_class::give)) != 0) notes_.rating_word = true;
  if ((word.classes & word_class::inspection) != 0) ++signs_.inspections;
  // "It was last inspected in May": that is the inspection told of.
  if ((word.classes & (word_class::inspection | word_class::rating)) != 0 && last() > 0 && word.id != "inspected" &&
      tokens_[count_ - 2].is(word_class::before))
    ((word.classes & word_class::inspection) != 0 ? notes_.of_past_inspection : notes_.of_past_rating) = true;
}

std::size_t Tokenizer::read_symbol(std::string_view text, std::size_t at) {
  const Symbol symbol = symbol_at(text.substr(at));
  const std::size_t end = at + symbol.size;
  if (symbol.space) {
    next_.space_before = true;
    return end;
  }
  if (symbol.hyphen) return end;
  if (const std::size_t after = read_copied(text, at, symbol); after > at) return after;
  const bool spaced = next_.space_before;
  Token& token = push(symbol.mark, at, end);
  if (symbol.arrow) token.id = Lexicon::arrow;
  if (symbol.mark == Mark::quote) note_quote(token, symbol.opening || (spaced && !symbol.apostrophe));
  return end;
}

void Tokenizer::note_quote(Token& token, bool opens) {
  notes_.quotes.push_back(last());
  token.opens_quote = opens;
  token.closes_quote = !opens;
}

void Tokenizer::read_punctuation(std::string_view text, std::size_t at) {
  const char c = text[at];
  const bool next_is_space = at + 1 >= text.size() || text[at + 1] == ' ';
  // "#HMICFRS", "@CareQualityComm"
  if ((c == '#' || c == '@') && next_.space_before && at + 1 < text.size() && text::is_letter(text[at + 1])) return;
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
  notes_.gaps = notes_.gaps || c == '|';
  if (c == '.' && leads_on()) return;
  if (c == '*' && !next_.line_start) return;  // an unmatched marker of emphasis
  const bool spaced = next_.space_before;
  if (c == '-' && !empty() && tokens_[count_ - 1].mark == Mark::dash && !spaced) return;
  if (c == '>' && !empty() && !spaced && (tokens_[count_ - 1].mark == Mark::dash || (at > 0 && text[at - 1] == '='))) {
    tokens_[count_ - 1].mark = Mark::dash;
    tokens_[count_ - 1].id = Lexicon::arrow;
    return;
  }
  Token& token = push(mark, at, at + 1);
  token.question = c == '?';
  if (mark == Mark::quote) note_quote(token, spaced || token.line_start);
}

}  // namespace pressmark::inspection
