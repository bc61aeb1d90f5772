// Reads the clause of a grade back from it, and what follows.
#include "pressmark/inspection/doubt/denial.h"

#include <algorithm>
#include <optional>

#include "pressmark/inspection/doubt/past.h"
#include "pressmark/inspection/doubt/time.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Denial : GradeClause {
 public:
  explicit Denial(const GradeClause& clause) : GradeClause(clause) {}

  bool holds_here() const {
    if (id(grade_ - 1) == "but" && id(grade_ - 2) == "anything") return true;
    if (is_of_any_such()) return true;
    // "Good is our goal."
    if (has(hope) && is_at(items_, grade_ + 1, be) &&
        holds(items_, grade_ + 2, std::min(grade_ + 4, items_.size()), hope))
      return true;
    // "We will not rest until the force is rated good."
    if (id(start_ - 1) == "until" &&
        holds(items_, start_, grade_, [](const Item& item) { return among<"is", "are">(item.word); }))
      return true;
    // "Nearly everyone who asks for another visit gets a pass."
    const std::size_t all = id(start_) == "everyone" ? start_ : start_ + 1;
    if (id(all) == "everyone" && is_at(items_, all + 1, relative)) return true;
    // "Had it been rated poor it would have closed.", "Were you to be given a 2, you could appeal."
    if (among<"had", "were">(id(0)) && has(modal)) return true;
    // "The regulator itself requires improvement."
    if (id(grade_ - 1) == "itself" && is_at(items_, grade_ - 2, inspector)) return true;
    if (const std::optional<bool> told = tell_words_before()) return *told;
    if (is_for_any() || (has(how | condition) && tells_when_it_is_given()) || opens_with_any_case()) return true;
    if (id(grade_ - 1) == "least" && id(grade_ - 2) == "at") return true;
    // "By May the wards are to be good for A."
    const std::size_t aim = back_over(items_, grade_, judge);
    if (aim > 2 && id(aim - 1) == "be" && id(aim - 2) == "to" && items_[aim - 3].is(be)) return true;
    if (is_alternative() || opens_as_gerund()) return true;
    if (has(modal | condition) && follows_a_hypothesis()) return true;
    if (const std::optional<bool> explained = tell_meaning()) return *explained;
    return (has(modal) && is_foretold()) || (has(negation) && is_annulled()) || sentence_.untrue ||
           is_at(items_, grade_ + 1, conjunction_or);  // "good or better"
  }

 private:
  /// "An inadequate judgement can lead to a new sponsor."
  bool is_of_any_such() const {
    // "that a poor judgement is a spur"
    return among<"a", "an", "any", "single">(id(grade_ - 1)) && is_at(items_, grade_ + 1, grade_noun) &&
           !holds(items_, start_, grade_, judge | give | have | be) &&
           (among<"is", "means", "cut", "cuts">(id(grade_ + 2)) ||
            holds(items_, start_, grade_, [](const Item& item) { return item.word == "bonus"; }) ||
            (has(modal) && holds(items_, grade_, items_.size(), modal)));
  }

  /// What the words between the start of the clause and the grade make of it; none: nothing.
  std::optional<bool> tell_words_before() const {
    bool may_wish = true;
    for (std::size_t at = grade_; at-- > start_;) {
      const Item& item = items_[at];
      if (item.is(conjunction_and) && at + 1 == grade_ && items_[grade_].present_verb) break;  // a verb of its own
      if (ends_wish(at)) may_wish = false;
      if (id(at) == "long" && id(at - 1) == "as") return true;  // "for as long as a single school is poor"
      if (item.classes == 0 && id(at) != "like") continue;      // no word that any of these rules asks for
      if (item.is(negation) && !harmless_negation(at) && !is_of_an_earlier_clause(at)) return true;
      // "It will appeal against its rating of 1": what it has is no wish.
      if (is_its_rating(at)) {
        if (among<"suspended", "suspends", "withdraws">(id(at - 1))) return true;
        may_wish = false;
        // "As A was not looked at, its rating of good stands."
        if (is_at(items_, at - 1, Mark::comma)) break;
      }
      if ((may_wish && is_wish(at)) || is_condition(at) || leads_up_to(at)) return true;
      if (id(at) == "to" && begins_aim(at)) return !is_remark_on_fact();
    }
    return std::nullopt;
  }

  bool ends_wish(std::size_t at) const {
    const Item& item = items_[at];
    if (item.is(Mark::comma)) return true;
    // "in need of improvement – the grade is poor – for A"
    if (item.is(Mark::dash)) return items_[grade_ - 1].is(be) && items_[grade_ - 2].is(rating);
    // "Our hope is that …", "They deserve policing that is …"
    return item.is(relative) && !(is_at(items_, at - 2, hope) && (items_[at - 1].is(be) || is_unlisted(at - 1)));
  }

  bool is_wish(std::size_t at) const {
    const Item& item = items_[at];
    if (among<"like", "have">(id(at)) && among<"we'd", "i'd", "they'd">(id(at - 1)))
      return true;  // "they'd have given"
    if (!item.is(hope | modal) || item.is(negation)) return false;
    const bool verb = among<"want", "wants", "hopes", "wanted">(id(at));  // "GOVERNORS WANT it to be"
    const bool named =
        item.capital && at > 0 && (item.is(month) || (items_[at - 1].name && !verb));  // May, "Mill Road"
    const bool done = is_at(items_, at - 1, have);                                     // "has become"
    const bool verb_of_grade = at + 1 == grade_ && items_[grade_].quoted && item.is(requires_verb);
    if (id(at) == "can" && id(at + 1) == "boast") return false;
    if (id(at) == "could" && id(at + 1) == "only" && items_[at + 2].is(be)) return false;  // "It could only be given …"
    return !named && !done && !verb_of_grade && !comes_after(at);
  }

  bool is_condition(std::size_t at) const {
    if (!items_[at].is(condition)) return false;
    if (id(at - 1) == "than") return false;  // "better than any of its neighbours"
    if (id(at) == "ensures" && at > 1) return !items_[at - 1].is(how) && !items_[at - 2].is(how);
    return id(at) != "whether" || !is_at(items_, at - 1, link | other_preposition);
  }

  bool leads_up_to(std::size_t at) const {
    const WordId word = id(at);
    // "is about to rate it inadequate"
    if (word == "to" && among<"about", "due", "set">(id(at - 1)) && items_[at + 1].is(judge | be)) return true;
    // "has asked Ofsted to rate it good", "invited inspectors to call it good"
    if (word == "to")
      return items_[at + 1].is(judge) && holds(items_, start_, at, [](const Item& item) {
               return among<"asked", "asks", "invited", "urged">(item.word);
             });
    // "By 2029 we will: • be rated good"
    if (word == "be") return at == start_ || items_[at - 1].is(ItemKind::mark);
    // "Risk: that the force is rated poor", "There is a risk that it is rated poor."
    if (word == "that")
      return among<"risk", "check">(id(at - 1)) || (id(at - 1) == "show" && id(at - 2) == "to") ||
             (is_at(items_, at - 1, Mark::colon) && !items_[at + 1].is(be | adverb));
    // "see which kitchens were given a five"
    if (word == "which") return at > 0 && is_unlisted(at - 1) && items_[at + 1].is(bodies_noun);
    // "a new roof once it is rated good"
    if (word == "once") return items_[at + 1].is(pronoun) && among<"is", "are">(id(at + 2));
    if (word == "yet") return id(at + 1) == "to";  // "I have yet to give an ‘outstanding’"
    if (word == "would") return items_[at + 1].is(be) && items_[at + 2].is(speech);
    return among<"run", "runs">(word) && id(at + 1) == "from";  // "ratings run from …"
  }

  /// "To be graded good, a force must …", "what it has to do to be rated good", "our targets: to be rated good for A,
  /// to be outstanding at B"
  bool begins_aim(std::size_t at) const {
    if (!items_[at + 1].is(be | give)) return false;
    return at == start_ || items_[at - 1].is(conjunction_and | relative) ||
           among<"do", "how", "working", "work">(id(at - 1)) ||
           (items_[at - 1].is(ItemKind::mark) && start_of_aside(items_, grade_, at - 1) == at - 1 &&
            !follows_judging(at));
  }

  /// "Inspectors have judged Elm House, a home in Elmby, to be good.", "They judged A, and B, to be good."
  bool follows_judging(std::size_t to) const {
    if (!items_[to - 1].is(Mark::comma)) return false;
    for (std::size_t at = to; at-- > 1;) {
      const Item& item = items_[at];
      if (at > start_ && item.is(judge) && !item.is(rating) && !items_[at - 1].is(be)) return true;
      const bool listed = item.is(ItemKind::area) || item.is(Mark::comma) || item.is(determiner | conjunction_and);
      if (at <= start_ && !listed) return item.is(judge) && !item.is(rating);
    }
    return false;
  }

  /// "It would then be shown as that: good for A", "He gave us marks as if it were real: good for A."
  bool follows_a_hypothesis() const {
    return start_ > 0 && items_[start_ - 1].is(Mark::colon) && holds(items_, 0, start_ - 1, [](const Item& item) {
             return among<"would", "could", "might", "if">(item.word);
           });
  }

  /// "A rating of good means that …", "A pass shows that …"
  std::optional<bool> tell_meaning() const {
    for (std::size_t at = grade_ + 1, last = has(reason) ? end() : 0; at < last; ++at) {
      if (among<"means", "mean">(id(at)) || (id(at) == "shows" && at == grade_ + 1))
        return !items_[at - 1].is(relative);  // "a rating of 5, which means"
      if (items_[at].is(be | judge) && !items_[at].is(rating)) break;
    }
    return std::nullopt;
  }

  /// "The rating of inadequate could not stand and was quashed."
  bool is_annulled() const {
    return holds(items_, grade_, items_.size(), [](const Item& item) { return is_taken_back(item.word); });
  }

  /// "They are poor for A when prisoners are badly hurt.", "A is good where leaders have high hopes", "… if pupils
  /// learn."
  bool tells_when_it_is_given() const {
    for (std::size_t at = grade_ + 1; at + 2 < items_.size() && items_[at].kind != ItemKind::mark; ++at) {
      if (id(at) == "if") return true;
      const bool directly = id(at) == "where" && at == grade_ + 1;
      if (id(at) != "when" && !directly) continue;
      const WordId verb = id(at + 2);
      return (directly || among<"have", "is", "are">(verb) || id(at + 1) == "there") && !items_[at + 1].is(pronoun) &&
             is_present(sentence_, grade_);
    }
    return false;
  }

  /// "We rate as outstanding those that go further.", "A rating of good is for services that …"
  bool is_for_any() const {
    std::size_t at = grade_ + 1;
    while (at + 1 < items_.size() && (items_[at].is(be | link | judge | condition) || id(at) == "a")) ++at;
    return at + 1 < items_.size() && (id(at) == "those" || items_[at].is(bodies_noun | body_noun)) &&
           items_[at + 1].is(relative);
  }

  /// "Where we rate a practice as good for A, it is usually because …", "But where a home is poor, and stays poor, …",
  /// "Where an inspector judges A to be poor, …"
  bool opens_with_any_case() const {
    std::size_t first = start_;
    if (first > 0 && items_[first - 1].is(conjunction_and)) first = 0;
    while (first < grade_ && items_[first].is(contrast | adverb)) ++first;
    if (first + 1 >= grade_ || !among<"where", "when">(id(first))) return false;
    for (std::size_t at = first + 1; at < grade_; ++at) {
      if (items_[at].kind == ItemKind::mark && !items_[at + 1].is(conjunction_and)) return false;
      if (any_body(at) != 0 || says_what_they_do(id(at))) return true;
    }
    return false;
  }
  static bool says_what_they_do(WordId verb) {
    return among<"judge", "judges", "rate", "rates", "grade", "grades", "find", "finds", "consider", "considers">(verb);
  }

  /// "The grade ‘poor’ for A will be handed out to half of them", "‘Good’ for A, they add, would be out of reach."
  bool is_foretold() const {
    for (std::size_t at = start_; at < grade_; ++at) {
      const bool gerund = id(at) == "being" || (id(at - 1) == "being");  // "Being rated good would help."
      // Else the grade is no subject.
      if (!gerund && items_[at].is(be | judge | give | have) && !items_[at].is(rating)) return false;
    }
    std::size_t at = grade_ + 1;
    const bool unsure = grade_ > 0 && (is_article(grade_ - 1) || items_[grade_ - 1].number == 1);
    if (unsure && is_at(items_, at, rating)) ++at;  // "An inadequate rating would have closed it."
    while (at < items_.size() &&
           (items_[at].is(ItemKind::area) ||
            items_[at].is(link | determiner | how | conjunction_or | other_preposition | inspector)))
      ++at;
    return at < items_.size() && at > grade_ + 1 && items_[at].is(modal) && !items_[at].is(negation);
  }

  /// "a score of poor or inadequate for A", where the scheme has no "poor"; not "level 3 or good".
  bool is_alternative() const { return id(grade_ - 1) == "or" && grade_ > 1 && is_unlisted(grade_ - 2); }

  /// "Being good at A makes the figures go up.", but not "Being good at A, the force …"
  bool opens_as_gerund() const {
    if (id(grade_ - 1) != "being" || (grade_ > 1 && items_[grade_ - 2].kind != ItemKind::mark)) return false;
    std::size_t at = grade_ + 1;
    while (at < items_.size() && (items_[at].is(ItemKind::area) || items_[at].is(link | determiner | conjunction_and)))
      ++at;
    return at > grade_ + 1 && is_at(items_, at, ItemKind::word);
  }

  bool is_its_rating(std::size_t at) const {
    if (!among<"its", "their">(id(at))) return false;
    for (std::size_t next = at + 1; next < grade_; ++next) {
      if (items_[next].is(rating)) return id(next + 1) == "of" && next + 2 == grade_;
      if (items_[next].kind != ItemKind::word || items_[next].is(be | judge | give | hope)) return false;
    }
    return false;
  }

  /// "To be rated good is a credit to all": done, and now spoken of. "To be rated poor is not the end" is said to
  /// anyone.
  bool is_remark_on_fact() const {
    if (id(0) != "to") return false;
    const auto verb = std::find_if(items_.begin() + static_cast<std::ptrdiff_t>(grade_), items_.end(),
                                   [](const Item& item) { return item.is(be | modal | have); });
    if (verb == items_.end() || verb->is(modal | negation)) return false;
    return verb + 1 == items_.end() || !among<"not", "to">((verb + 1)->word);  // "a force has to …"
  }

  bool harmless_negation(std::size_t at) const {
    const WordId word = id(at);
    const WordId next = id(at + 1);
    if (next == "only" || (word == "no" && !items_[at + 1].is(ItemKind::word))) return true;  // "No. 10 Care"
    if (word == "no" && (next == "less" || id(at + 2) == "than" || is_rhetorical(next))) return true;
    if (word == "far") return next != "from";
    if (word == "close") return next != "to";
    if (word == "short") return next != "of";
    if (word == "rather") return next != "than";
    return false;
  }

  /// "had no hesitation in rating it good", "no surprise that it was rated good"
  static bool is_rhetorical(WordId word) {
    return among<"hesitation", "doubt", "doubts", "surprise", "question", "qualms", "fewer", "difficulty", "exception",
                 "surprises">(word);
  }
};

}  // namespace

bool is_taken_back(WordId word) {
  return among<"quashed", "overturned", "annulled", "withdrawn", "lapsed", "rescinded", "retracted", "withdrew">(word);
}

bool is_denied_or_wished(const GradeClause& clause) { return Denial(clause).holds_here(); }

}  // namespace pressmark::inspection
