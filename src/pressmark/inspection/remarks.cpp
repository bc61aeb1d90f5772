// Looks for such remarks word by word, in blocks that hold no grades too.
#include "pressmark/inspection/remarks.h"

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {

using namespace word_class;

bool tells_of_no_grades(std::span<const Token> words) {
  for (std::size_t at = 0; at + 3 < words.size(); ++at) {
    const Token& next = words[at + 1];
    if (among<"none", "nobody">(words[at].id) && next.is(be) && among<"graded", "rated">(words[at + 2].id) &&
        !words[at + 3].is(Mark::word))
      return true;
    if (at > 0 && words[at].id == "not" && next.id == "inspectors" && words[at - 1].id == "are") return true;
    if (words[at].id == "own" && next.is(rating) && words.front().id == "these") return true;
    if (words[at].id == "not" && among<"grade", "rate">(next.id) &&
        (words[at + 2].is(inspection) || words[at + 3].is(inspection)))
      return true;
    if (words[at].id == "not" && at + 4 < words.size() && among<"end", "result">(next.id) &&
        words[at + 4].is(grade_noun))
      return true;
    // "Elm Lodge does not exist.", "Every example is made up."
    if (at > 0 && words[at].id == "does" && next.id == "not" && words[at + 2].id == "exist" &&
        words[at - 1].capital && !words[at + 3].is(Mark::word))
      return true;
    if (words[at + 1].is(be) && words[at + 2].id == "made" && words[at + 3].id == "up" &&
        among<"example", "examples", "names", "cases">(words[at].id))
      return true;
    if (at > 1 && words[at].id == "official" && next.is(inspection) && words[at - 2].is(negation)) return true;
    if (at > 0 && words[at].id == "been" && words[at - 1].id == "not" && among<"graded", "rated">(next.id) &&
        words[at + 2].id == "for" && words[at + 3].id == "anything")
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
  constexpr auto shuts = [](const Token& token) { return among<"closed", "closes", "shut", "shuts">(token.id); };
  for (std::size_t at = 2; at + 1 < words.size(); ++at) {
    if (among<"doors", "gates">(words[at].id) && (shuts(words[at + 1]) || shuts(words[at - 2]))) return true;
    // "Elm Primary School, which closed in May"
    if (at > 2 && words[at].id == "closed" && words[at - 1].is(which) && words[at + 1].is(link) &&
        words[at - 3].is(body_noun) && words[at - 3].capital)
      return true;
    if (at > 1 && words[at].id == "closed" && words[at - 1].id == "it" && words[at - 2].is(Mark::stop)) return true;
    if (words[at].id == "for" && shuts(words[at - 1]) && words[at + 1].id == "good") return true;
    // "The two forces ceased to exist.", "bodies that no longer exist", "that school closed on 31 August"
    if (among<"exist", "exists">(words[at].id) &&
        (words[at - 1].id == "longer" || (words[at - 1].id == "to" && words[at - 2].id == "ceased")))
      return true;
    if (words[at].id == "closed" && words[at - 1].is(body_noun) && words[at - 2].id == "that" && words[at + 1].is(link))
      return true;
  }
  return false;
}

}  // namespace pressmark::inspection
