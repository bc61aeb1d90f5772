// Looks for words that begin a grade, and for figures where a figure may be one.
#include "pressmark/inspection/sieve.h"

#include <algorithm>
#include <bitset>
#include <string_view>
#include <vector>

#include "pressmark/inspection/figures.h"
#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/letters.h"
#include "pressmark/inspection/lexicon.h"
#include "pressmark/text/ascii.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;
using markdown::Node;
using markdown::NodeType;

constexpr std::uint64_t leads_up = judge | give | rating | grade_noun;
constexpr std::uint64_t passed_over = determiner | seem | intensifier | adverb | be | top;

/// The words that this file asks anything of, a bit for each by a part of its number. Most words of a text are none of
/// them, and this tells so for less than a look-up.
class Telling {
 public:
  explicit Telling(const Lexicon& lexicon) {
    for (const Word& word : lexicon.words()) {
      if (word.telling || (word.classes & leads_up) != 0) bits_[word.id.number % size] = true;
    }
  }
  [[nodiscard]] bool may_hold(WordId word) const { return bits_[word.number % size]; }

 private:
  static constexpr std::size_t size = 32768;  // of other words fewer than one in a hundred are taken for one of them
  std::bitset<size> bits_;
};

const Telling& telling() {
  static const Telling telling(Lexicon::of_grades());
  return telling;
}

bool is_small_number(int number) { return number >= 0 && number <= highest_grade_number; }

/// What it knows of the text so far errs to one side: where a grade may stand it says so, however unlikely.
class Sieve {
 public:
  bool read(const markdown::Document& document) {
    const std::vector<Node>& nodes = document.nodes();
    for (std::size_t at = 0; at < nodes.size();) {
      const Node& node = nodes[at];
      if (figure_) return true;
      if (node.type == NodeType::text && !node.text.empty()) {
        // "**Re**quires"
        if (in_word_ && text::is_letter(node.text.front())) return true;
        if (begins_with_bullet(node.text) || read_text(node.text)) return true;
        in_word_ = text::is_letter(node.text.back());
      } else if (is_break(node.type) || !markdown::is_inline(node.type)) {
        in_word_ = false;
      } else if (begun_ != 0) {
        return true;  // "requires *improvement*"
      }
      if (node.type == NodeType::element) return true;  // rare, and not all of them are read
      const bool unread = node.type == NodeType::image || node.type == NodeType::strikethrough ||
                          (node.type == NodeType::link && node.address);
      at = unread ? node.end : at + 1;
    }
    return figure_;
  }

 private:
  static bool is_break(NodeType type) { return type == NodeType::soft_break || type == NodeType::line_break; }

  /// "lGood": see Tokenizer::read_text.
  static bool begins_with_bullet(std::string_view text) {
    const auto first = std::find_if(text.begin(), text.end(), text::is_letter);
    return first != text.end() && *first == 'l' && first + 1 != text.end() && text::is_capital(*(first + 1));
  }

  bool read_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (text::is_letter(c)) {
        const Letters letters = letters_at(text, at);
        if (read_word(letters.hash)) return true;
        at = letters.end;
        goes_on_ = false;
        if (letters.next == ' ') [[likely]] {
          ++at;
        } else if (letters.next == '\'' || letters.next >= 0x80) {           // "inspectors'"
          if (begun_ != 0 || text.substr(at, 2) == "\xC2\xAD") return true;  // a soft hyphen: rare
          goes_on_ = true;
        }
      } else if (text::is_digit(c)) {
        if (figure_) return true;
        at = read_digits(text, at);
      } else {
        if (c != ' ' && read_mark(text, at)) return true;
        ++at;
      }
    }
    return false;
  }

  bool read_word(WordHash hash) {
    if (begun_ == 0 && !figure_ && !rated_ && !telling_.may_hold(WordId(hash))) {
      pass(hash);
      rated_ = goes_on_;
      return false;
    }
    const Word& word = lexicon_.find(hash);
    if (begun_ != 0) {
      if (lexicon_.step(begun_, WordId(hash)) != 0) return true;
      if ((word.classes & skip) == 0) begun_ = 0;
    }
    if (figure_) {
      if (may_stand_behind_figure(word, WordId(hash))) return true;
      figure_ = false;
    }
    if (word.phrases != 0) {
      if (begun_ != 0 || lexicon_.ending_at(word.phrases).grades != 0) return true;
      begun_ = word.phrases;
    }
    if (is_small_number(word.number)) {
      figure_ = true;  // what stands before it is remembered
      return false;
    }
    pass(hash);
    rated_ = goes_on_ || (word.classes & (rated_ ? leads_up | passed_over : leads_up)) != 0 ||
             (rated_ && word.id == "up");  // "picked up a six"
    if ((word.classes & (judge | give | rating)) != 0) {
      scored_ = scored_ || gives_figure(word.id);
      grade_said_ = grade_said_ || word.id == "grade";
    }
    return false;
  }

  /// A word on the line of a figure: see figures.cpp for what makes it a grade.
  bool may_stand_behind_figure(const Word& word, WordId id) const {
    const auto is = [&](std::uint64_t classes) { return (word.classes & classes) != 0; };
    if (is(rating) || grade_said_ || among<"out", "star", "stars", "food", "hygiene">(id)) return true;
    return (is(link | other_preposition | conjunction_and | relative | contrast | overall | grade_noun | be | have) ||
            among<"when", "following", "this", "went">(id)) &&
           (rated_ || scored_ || among<"from", "with">(last_word().id));
  }

  void pass(WordHash hash) {
    before_last_ = last_;
    last_ = hash;
  }
  [[nodiscard]] const Word& last_word() const {
    return lexicon_.find(among<"a", "an">(WordId(last_)) ? before_last_ : last_);  // "from a five"
  }

  bool read_mark(std::string_view text, std::size_t at) {
    const char c = text[at];
    const bool inside = at > 0 && text[at - 1] != ' ' && at + 1 < text.size() && text[at + 1] != ' ';
    if (c == '-' && inside) return false;  // "5-star"
    const bool parts = c == '.' || c == ',' || c == ';' || c == '!' || c == '?' || c == '(' || c == ')';
    // A figure that ends its clause behind "the" is no grade; one behind "with a" is.
    if (figure_ && (!parts || rated_ || (last_word().classes & determiner) == 0)) return true;
    rated_ = (rated_ && !parts) || c == ':' || c == '|' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    last_ = 0;
    figure_ = false;
    return false;
  }

  std::size_t read_digits(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() &&
           (text::is_digit(text[end]) || text::is_letter(text[end]) ||
            ((text[end] == ',' || text[end] == '.') && end + 1 < text.size() && text::is_digit(text[end + 1]))))
      ++end;
    std::size_t first = at;
    while (first + 1 < end && text[first] == '0') ++first;
    figure_ = end - first == 1 && text[first] <= '0' + highest_grade_number;
    if (!figure_) {
      rated_ = false;
      last_ = 0;
    }
    return end;
  }

  const Lexicon& lexicon_ = Lexicon::of_grades();
  const Telling& telling_ = telling();
  std::uint32_t begun_ = 0;  // node of the lexicon: the last word begins grades of several words; 0: none
  bool figure_ = false;      // the last word is a small number that may be a grade
  bool in_word_ = false, goes_on_ = false;  // a word may go on, in the next text and behind an apostrophe
  // Of what stands before the figure, or before the next word.
  bool rated_ = false;  // a word of rating, or a mark that leads up to a grade; articles and the like are passed over
  WordHash last_ = 0, before_last_ = 0;
  bool scored_ = false, grade_said_ = false;  // anywhere
};

}  // namespace

bool may_state_grade(const markdown::Document& document) { return Sieve().read(document); }

}  // namespace pressmark::inspection
