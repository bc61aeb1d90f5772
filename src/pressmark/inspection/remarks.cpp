// Looks for such remarks word by word, in blocks that hold no grades too.
#include "pressmark/inspection/remarks.h"

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {

using namespace word_class;

namespace {

/// Tokens around one of them; none beyond the ends of the block.
class Around {
 public:
  Around(std::span<const Token> words, std::size_t at) : words_(words), at_(at) {}

  [[nodiscard]] WordId id(std::ptrdiff_t away) const { return has(away) ? token(away).id : WordId{}; }
  [[nodiscard]] bool is(std::ptrdiff_t away, std::uint64_t classes) const {
    return has(away) && token(away).is(classes);
  }
  [[nodiscard]] bool is(std::ptrdiff_t away, Mark mark) const { return has(away) && token(away).is(mark); }
  [[nodiscard]] WordId first() const { return words_.front().id; }
  [[nodiscard]] bool ends(std::ptrdiff_t away) const { return !has(away) || !token(away).is(Mark::word); }
  [[nodiscard]] bool capital(std::ptrdiff_t away) const { return has(away) && token(away).capital; }

 private:
  [[nodiscard]] bool has(std::ptrdiff_t away) const { return at_ + static_cast<std::size_t>(away) < words_.size(); }
  [[nodiscard]] const Token& token(std::ptrdiff_t away) const { return words_[at_ + static_cast<std::size_t>(away)]; }

  std::span<const Token> words_;
  std::size_t at_;
};

/// Around a "not".
bool denies_grading(const Around& word) {
  const WordId before = word.id(-1), next = word.id(1);
  // "Your neighbours are not inspectors."
  if (next == "inspectors" && before == "are") return true;
  if (among<"grade", "rate">(next) && (word.is(2, inspection) || word.is(3, inspection))) return true;
  // "The inspection does not award grades."
  if (among<"award", "give">(next) && word.is(2, rating) && word.ends(3)) return true;
  if (among<"end", "result">(next) && word.is(4, grade_noun)) return true;
  // "We have not been inspected yet."
  if (next == "been" && word.id(2) == "inspected") return word.first() == "we" || word.id(-2) == "we";
  // "It has not been graded for anything.", "Inspections of this type are not graded."
  if (next == "been" && among<"graded", "rated">(word.id(2))) return word.id(3) == "for" && word.id(4) == "anything";
  if (next == "graded" && word.is(-1, be) && word.ends(2))
    return among<"inspections", "visits">(word.id(word.id(-2) == "type" ? -5 : -2));
  // "Elm Lodge does not exist."
  return next == "exist" && before == "does" && (word.capital(-2) || word.id(-2) == "it") && word.ends(2);
}

bool tells_of_no_grades(const Around& word) {
  const WordId id = word.id(0);
  if (id == "not") return denies_grading(word);
  if (among<"none", "nobody">(id)) return word.is(1, be) && among<"graded", "rated">(word.id(2)) && word.ends(3);
  // "It awards no grades."
  if (id == "no") return word.is(1, rating) && word.ends(2) && among<"award", "awards", "gives">(word.id(-1));
  if (id == "own") return word.is(1, rating) && word.first() == "these";
  if (id == "official") return word.is(1, inspection) && word.is(-2, negation);
  if (id == "inspected") return word.id(1) == "my";  // "I have inspected my family."
  // "It doesn't grade individual forces."
  if (id == "individual") return word.id(-1) == "grade" && word.is(-2, negation);
  // "Every example is made up."
  return id == "up" && word.id(-1) == "made" && word.is(-2, be) &&
         among<"example", "examples", "names", "cases">(word.id(-3));
}

bool tells_of_closing(const Around& word) {
  const WordId id = word.id(0);
  constexpr auto shuts = [](WordId verb) { return among<"closed", "closes", "shut", "shuts">(verb); };
  if (among<"doors", "gates">(id)) return shuts(word.id(1)) || shuts(word.id(-2));
  // "two forces ceased to exist", "bodies that no longer exist", "Those ratings no longer stand."
  if (among<"exist", "exists">(id)) return word.id(-1) == "longer" || word.id(-2) == "ceased";
  if (id == "stand") return word.id(-1) == "longer" && word.is(-3, rating);
  if (id == "down") return word.id(-1) == "taken" && word.id(2) == "report";  // "has taken down its report"
  if (id == "closing") return word.is(-1, be) && word.id(-2) == "that" && word.is(-3, body_noun);
  if (shuts(id) && word.id(1) == "for" && word.id(2) == "good") return true;
  if (id != "closed") return false;
  if (word.id(-1) == "it") return word.is(-2, Mark::stop);
  if (!word.is(1, link)) return false;
  // "Elm Primary School, which closed in May", "that school closed on 31 August", "Elm High closed on 31 August"
  if (word.is(-1, which) && word.is(-3, body_noun) && word.capital(-3)) return true;
  if (word.is(-1, body_noun) && word.id(-2) == "that") return true;
  return word.capital(-1) && word.capital(-2) && (word.id(1) == "in" || word.is(2, Mark::number));
}

/// A bit for each of some words: few others share them.
template <WordId... words>
constexpr std::uint64_t bits = (Lexicon::bit_of(words) | ...);

}  // namespace

Remarks remarks_in(std::span<const Token> words) {
  // What the remarks are told by: most words of a text are passed over at once.
  constexpr std::uint64_t telling = bits<"no", "not", "none", "nobody", "own", "official", "inspected", "individual",
                                         "up", "self", "doors", "gates", "exist", "exists", "stand", "closing",
                                         "closed", "closes", "shut", "shuts", "down", "mock", "scenario", "demo">;
  Remarks remarks;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if ((telling & Lexicon::bit_of(words[at].id)) == 0) continue;
    const Around word(words, at);
    remarks.no_grades = remarks.no_grades || tells_of_no_grades(word);
    remarks.closing = remarks.closing || tells_of_closing(word);
    remarks.mock = remarks.mock || among<"mock", "scenario", "demo">(word.id(0));
    remarks.self_evaluation =
        remarks.self_evaluation || (word.id(0) == "self" && among<"evaluation", "assessment">(word.id(1)));
  }
  return remarks;
}

}  // namespace pressmark::inspection
