// Looks for words that begin a grade, and for figures where a figure may be one.
#include "pressmark/inspection/sieve.h"

#include <string_view>
#include <vector>

#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/letters.h"
#include "pressmark/inspection/lexicon.h"
#include "pressmark/inspection/phrases.h"
#include "pressmark/text/ascii.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;
using markdown::Node;
using markdown::NodeType;

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
        if (read_text(node.text)) return true;
        in_word_ = text::is_letter(node.text.back());
      } else if (is_break(node.type) || !markdown::is_inline(node.type)) {
        in_word_ = false;
      } else if (begun_ != 0) {
        return true;  // "requires *improvement*"
      }
      if (node.type == NodeType::element) return true;  // rare, and not all of them are read
      const bool passed_over = node.type == NodeType::image || node.type == NodeType::strikethrough ||
                               (node.type == NodeType::link && node.address);
      at = passed_over ? node.end : at + 1;
    }
    return figure_;
  }

 private:
  static bool is_break(NodeType type) { return type == NodeType::soft_break || type == NodeType::line_break; }

  bool read_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (text::is_letter(c)) {
        // "lGood", see Reader::read_text
        if (c == 'l' && at + 1 < text.size() && text::is_capital(text[at + 1])) ++at;
        const Letters letters = letters_at(text, at);
        if (read_word(lexicon_.find(letters.hash), letters.hash)) return true;
        goes_on_ = letters.next == '\'' || letters.next >= 0x80;  // "inspectors'"
        if (goes_on_ && begun_ != 0) return true;
        at = letters.end + (letters.next == ' ' ? 1 : 0);
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

  bool read_word(const Word& word, WordHash hash) {
    if (word.id == 0 && begun_ == 0 && !figure_) {  // most words of a text
      before_ = {.rated = goes_on_};
      return false;
    }
    const auto is = [&](std::uint64_t classes) { return (word.classes & classes) != 0; };
    if (begun_ != 0 && lexicon_.step(begun_, id_of(hash)) != 0) return true;
    if (figure_ && may_stand_behind_figure(word, id_of(hash))) return true;
    if (!is(skip)) begun_ = 0;
    if (word.phrases != 0) {
      if (begun_ != 0 || lexicon_.ending_at(word.phrases).grades != 0) return true;
      begun_ = word.phrases;
    }
    figure_ = is_small_number(word.number);
    if (figure_) return false;
    const bool rates = is(judge | give | rating | grade_noun);
    before_ = {.rated = rates || goes_on_ || (before_.rated && is(determiner | seem | intensifier | adverb | be)),
               .determiner = is(determiner) && word.id != known("a") && word.id != known("an"),
               .from = word.id == known("from")};
    scored_ = scored_ || (rates && gives_figure(word.id));
    grade_said_ = grade_said_ || word.id == known("grade");
    return false;
  }

  /// A word on the line of a figure: see PhraseFinder::number_form for what makes it a grade.
  bool may_stand_behind_figure(const Word& word, WordId id) const {
    const auto is = [&](std::uint64_t classes) { return (word.classes & classes) != 0; };
    if (is(rating) || grade_said_ ||
        among<known("out"), known("star"), known("stars"), known("food"), known("hygiene")>(id))
      return true;
    return is(link | other_preposition | conjunction_and | relative | contrast | overall | grade_noun) &&
           (before_.rated || before_.from || scored_);
  }

  bool read_mark(std::string_view text, std::size_t at) {
    const char c = text[at];
    const bool inside = at > 0 && text[at - 1] != ' ' && at + 1 < text.size() && text[at + 1] != ' ';
    if (c == '-' && inside) return false;  // "5-star"
    const bool parts = c == '.' || c == ',' || c == ';' || c == '!' || c == '?' || c == '(' || c == ')';
    if (figure_ && (!parts || before_.rated || !before_.determiner)) return true;
    const bool leads_up = c == ':' || c == '|' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    before_ = {.rated = leads_up || (before_.rated && !parts)};
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
    if (!figure_) before_ = {};
    return end;
  }

  const Lexicon& lexicon_ = Lexicon::of_grades();
  std::uint32_t begun_ = 0;  // node of the lexicon: the last word begins grades of several words; 0: none
  bool figure_ = false;      // the last word is a small number that may be a grade
  bool in_word_ = false, goes_on_ = false;  // a word may go on, in the next text and behind an apostrophe
  /// What stands before a figure, or before the next word.
  struct Before {
    bool rated = false;  // a word of rating, or a mark that leads up to a grade; articles and the like are passed over
    bool determiner = false, from = false;
  };
  Before before_;
  bool scored_ = false, grade_said_ = false;  // anywhere
};

}  // namespace

bool may_state_grade(const markdown::Document& document) { return Sieve().read(document); }

}  // namespace pressmark::inspection
