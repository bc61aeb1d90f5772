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
  // "It has not been graded for anything.", "Inspections of this type are not graded."
  if (next == "been" && among<"graded", "rated">(word.id(2))) return word.id(3) == "for" && word.id(4) == "anything";
  if (next == "graded" && word.is(-1, be) && word.ends(2))
    return among<"inspections", "visits">(word.id(word.id(-2) == "type" ? -5 : -2));
  // "Elm Lodge does not exist."
  return next == "exist" && before == "does" && word.capital(-2) && word.ends(2);
}

}  // namespace

bool tells_of_no_grades(std::span<const Token> words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Around word(words, at);
    const WordId id = words[at].id;
    if (id == "not" && denies_grading(word)) return true;
    // "It doesn't grade individual forces."
    if (words[at].is(negation) && word.id(1) == "grade" && word.id(2) == "individual") return true;
    if (among<"none", "nobody">(id) && word.is(1, be) && among<"graded", "rated">(word.id(2)) && word.ends(3))
      return true;
    if (id == "own" && word.is(1, rating) && words.front().id == "these") return true;
    if (id == "official" && word.is(1, inspection) && word.is(-2, negation)) return true;
    // "I have inspected my family."
    if (id == "inspected" && word.id(1) == "my") return true;
    // "Every example is made up."
    if (id == "up" && word.id(-1) == "made" && word.is(-2, be) &&
        among<"example", "examples", "names", "cases">(word.id(-3)))
      return true;
  }
  return false;
}

bool tells_of_self_evaluation(std::span<const Token> words) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (words[at - 1].id == "self" && among<"evaluation", "assessment">(words[at].id)) return true;
  }
  return false;
}

bool tells_of_closing(std::span<const Token> words) {
  constexpr auto shuts = [](WordId word) { return among<"closed", "closes", "shut", "shuts">(word); };
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Around word(words, at);
    const WordId id = words[at].id;
    if (among<"doors", "gates">(id) && (shuts(word.id(1)) || shuts(word.id(-2)))) return true;
    if (id == "for" && shuts(word.id(-1)) && word.id(1) == "good") return true;
    // "two forces ceased to exist", "bodies that no longer exist"
    // "the school that is closing"
    if (id == "closing" && word.is(-1, be) && word.id(-2) == "that" && word.is(-3, body_noun)) return true;
    if (among<"exist", "exists">(id) && (word.id(-1) == "longer" || word.id(-2) == "ceased")) return true;
    if (id == "stand" && word.id(-1) == "longer" && word.is(-3, rating))
      return true;  // "Those ratings no longer stand."
    if (id != "closed") continue;
    if (word.id(-1) == "it" && at > 1 && words[at - 2].is(Mark::stop)) return true;
    if (!word.is(1, link)) continue;
    // "Elm Primary School, which closed in May", "that school closed on 31 August", "Elm High closed on 31 August"
    if (word.is(-1, which) && word.is(-3, body_noun) && word.capital(-3)) return true;
    if (word.is(-1, body_noun) && word.id(-2) == "that") return true;
    if (word.capital(-1) && word.capital(-2) && (word.id(1) == "in" || words[at + 2].is(Mark::number))) return true;
  }
  return false;
}

}  // namespace pressmark::inspection
