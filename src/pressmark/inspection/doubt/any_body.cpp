// Looks for bodies that are not named.
#include "pressmark/inspection/doubt/any_body.h"

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class AnyBody : GradeClause {
 public:
  explicit AnyBody(const GradeClause& clause) : GradeClause(clause) {}

  bool about_any() const {
    // "Those graded good for A have more officers."
    const std::size_t first = start_;
    if (id(first) == "those" && first + 1 < grade_ && items_[first + 1].is(judge) && is_at(items_, grade_ + 1, link))
      return true;
    // "Those who go on to be rated outstanding may apply.", "only vans that hold a pass"
    if (id(first) == "those" && items_[first + 1].is(relative) && holds(items_, grade_, items_.size(), modal))
      return true;
    for (std::size_t at = first + 2; at < grade_; ++at) {
      if (items_[at].is(relative) && id(at - 2) == "only" && items_[at + 1].is(give | hold)) return true;
    }
    // "the share of those judged inadequate", "the rate of those requiring improvement"
    std::size_t subject = grade_;
    while (subject > 1 && items_[subject - 1].is(judge | seem) && !items_[subject - 1].is(rating)) --subject;
    if (subject > 1 && id(subject - 1) == "those" && id(subject - 2) == "of") return true;
    // "A bidder rated inadequate will be left out.", "A school in grade 4 could be closed."
    const bool of_kind = is_at(items_, first + 2, judge) || (is_at(items_, first + 2, link) && grade_ <= first + 4);
    if (is_article(first) && of_kind && holds(items_, grade_, items_.size(), modal)) return true;
    if (!has(body_noun | bodies_noun)) return false;
    if (is_rule() || is_of_a_kind() || is_of_one_unnamed() || is_case()) return true;
    bool has_said = false;
    for (std::size_t at = grade_; at-- > start_;) {
      // "The best services are outstanding.", "whose last three schools have each moved to good"
      // "One force was judged outstanding at A, 31 were good."
      if (items_[at].number == 1 && items_[at + 1].is(body_noun) && items_[at + 2].is(be)) return true;
      if (items_[at + 1].is(bodies_noun) && (items_[at].is(top) || id(at + 3) == "each")) return true;
      // "A school that was good a year ago has been judged inadequate."
      has_said = has_said || items_[at].is(have);
      if (has_said && items_[at].is(ItemKind::grade)) break;
      if (!items_[at].is(relative) || at < 2) continue;
      if (id(at) == "where" && id(at - 1) == "one") return true;
      const bool body = items_[at - 1].is(body_noun | bodies_noun);
      const WordId article = id(at - 2);
      if (body && (among<"a", "an">(article) || items_[at - 2].is(word_class::every | word_class::some))) return true;
    }
    return false;
  }

 private:
  /// "Where a trust has gone from poor to good, …", "As soon as a home is rated inadequate, …"
  bool is_case() const {
    for (std::size_t at = 1; at + 2 < grade_; ++at) {
      const std::size_t body = any_body(at);
      if (body != 0 && items_[at - 1].is(how | which | condition | seem | word_class::before) &&
          among<"has", "is">(id(body + 1)))
        return true;
    }
    return false;
  }

  /// "He used to manage a home rated outstanding."
  bool is_of_one_unnamed() const {
    if (grade_ < 3 || !items_[grade_ - 1].is(judge)) return false;
    std::size_t at = grade_ - 2;
    if (!items_[at].is(body_noun)) return false;
    while (at > 0 && items_[at].kind == ItemKind::word && !items_[at].is(determiner)) --at;
    if (!among<"a", "an">(id(at))) return false;
    // "A practice rated good has nothing to fear."
    if (at == 0 && is_at(items_, grade_ + 2, negation)) return true;
    return at > 0 && items_[at - 1].kind == ItemKind::word && !items_[at - 1].is(be | seem | keep);
  }

  /// "The average trust with a good rating pays more."
  bool is_of_a_kind() const {
    for (std::size_t at = start_; at + 2 < grade_; ++at) {
      if (!items_[at + 1].is(body_noun)) continue;
      if (among<"average", "typical">(id(at))) return true;
      if (id(at + 2) == "with" && among<"a", "an">(id(at))) return true;
    }
    return false;
  }

  /// "A force graded inadequate would be …", "A school rated good must …".
  bool is_rule() const {
    const std::size_t body = any_body(start_);
    if (body == 0) return false;
    // "A force is good for A and poor for B. What is it overall?"
    if (id(body + 1) == "is" && !items_[body + 2].is(give | now)) return true;
    return items_[body + 1].is(judge) && holds(items_, grade_, items_.size(), modal);
  }
};

}  // namespace

bool is_about_any(const GradeClause& clause) { return AnyBody(clause).about_any(); }

}  // namespace pressmark::inspection
