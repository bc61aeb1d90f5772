// Reads a sentence as a whole; what concerns one of its grades alone is told apart in doubt.cpp.
#include "pressmark/inspection/no_finding.h"

#include <algorithm>
#include <span>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Reader {
 public:
  Reader(const Block& block, const Sentence& sentence) : block_(block), sentence_(sentence), items_(sentence.items) {
    const auto grade =
        std::find_if(items_.begin(), items_.end(), [](const Item& item) { return item.is(ItemKind::grade); });
    grade_ = static_cast<std::size_t>(grade - items_.begin());
    while (first_ < grade_ && (items_[first_].is(contrast) || items_[first_].kind == ItemKind::mark)) ++first_;
  }

  bool reports_none() const {
    if (grade_ == items_.size()) return false;
    return is_tally() || is_spread() || is_of_something_else() || judges_itself() || is_hearsay() || is_of_any_body() ||
           is_rule_of_cases() || is_indirect_question() || is_left_ungraded();
  }

 private:
  WordId id(std::size_t at) const { return at < items_.size() ? items_[at].word : WordId{}; }
  bool is_article(std::size_t at) const { return among<"a", "an">(id(at)); }
  bool has(std::uint64_t classes) const { return (sentence_.classes & classes) != 0; }

  /// So many bodies, or so many things to do, under the name of an area.
  bool is_tally() const {
    // "Preventing crime: outstanding 3, closed 5": so many actions are still to do.
    if (is_of_number(grade_) && block_.tokens[items_[grade_].first].id == "outstanding" && !items_[grade_].capital)
      return true;
    // "5 (very good) – 741"
    if (block_.tokens[items_[0].first].number >= 0 && is_at(items_, items_.size() - 2, Mark::dash) &&
        block_.tokens[items_.back().first].number >= 0)
      return true;
    // "Preventing crime: good, 29 per cent; fair, 33 per cent"
    if (is_at(items_, grade_ + 1, Mark::comma) && is_at(items_, grade_ + 2, Mark::number) &&
        (id(grade_ + 3) == "per" || is_at(items_, grade_ + 3, Mark::other)))
      return true;
    // "Preventing crime – outstanding 2, good 23, adequate 15"
    // "Speed: good 34%, adequate 30%"
    const std::span<const Item> items(items_);
    return is_of_number(grade_) && (is_at(items, grade_ + 2, Mark::other) ||
                                    (is_at(items, grade_ + 2, Mark::comma) && is_of_number(grade_ + 3)));
  }
  bool is_of_number(std::size_t grade) const {
    return grade + 1 < items_.size() && items_[grade].is(ItemKind::grade) && items_[grade + 1].is(Mark::number);
  }
  /// "For preventing crime it rated one force as outstanding, 28 as good and two as inadequate": no body gets several
  /// grades for one area.
  bool is_spread() const {
    if (has(area_noun)) return false;  // "of its ten areas"
    std::size_t areas = 0, counted = 0;
    for (std::size_t at = 0; at < items_.size(); ++at) {
      if (items_[at].is(ItemKind::area)) ++areas;
      if (!items_[at].is(ItemKind::grade)) continue;
      if (areas != 1 || (at == grade_ && !is_of_so_many(at))) return false;
      if (is_of_so_many(at)) ++counted;
    }
    return areas == 1 && counted > 1;
  }
  /// "28 as good", "19 that require improvement", "one force as outstanding"
  bool is_of_so_many(std::size_t grade) const {
    constexpr std::size_t reach = 4;  // items
    for (std::size_t at = grade; at-- > 0 && grade - at <= reach;) {
      if (!items_[at].is(ItemKind::word) && !items_[at].is(ItemKind::mark)) return false;
      if (items_[at].number >= 0) return items_[at].number < first_year;
    }
    return false;
  }

  /// "Key question with the most good: Caring", "Assurance level: good", "Example: Elm Café scores 5."
  bool is_of_something_else() const {
    // "You may tell customers what was put right, e.g. “We were rated 2.”"
    if (sentence_.first > 1 && block_.tokens[sentence_.first - 2].id == "g") return true;
    // "Risk 7 (‘Ofsted judges it inadequate’) stays on the register."
    if (id(first_) == "risk" && items_[first_ + 1].is(Mark::number)) return true;
    if (grade_ < 2) return false;
    // "A return to an inadequate judgement remains on the register of risks."
    const std::size_t to = back_over(std::span(items_), grade_, determiner) - 1;
    if (to > 1 && to < grade_ && id(to) == "to" && id(to - 1) == "return" && items_[to - 2].is(determiner)) return true;
    const bool most = id(grade_ - 1) == "most" && id(grade_ - 2) == "the";
    return most ||
           (items_[grade_ - 1].is(Mark::colon) && among<"level", "assurance", "view", "opinion">(id(grade_ - 2)));
  }

  /// "Leads had scored themselves as follows: A, good", "the force puts itself at good for A"
  bool judges_itself() const {
    if (!has(reflexive)) return false;
    std::size_t at = 0;
    while (at < items_.size() && !items_[at].is(reflexive)) ++at;
    // "It had rated itself good and was judged inadequate."
    return at > 0 && at < items_.size() &&
           (items_[at - 1].is(judge | give) || among<"placed", "put", "puts">(id(at - 1))) &&
           !holds(items_, at, items_.size(), inspector | be);
  }

  /// "a post which says that the force has been graded poor in five areas", "the rumour that it has been rated poor"
  bool is_hearsay() const {
    bool talk = false;
    for (std::size_t at = 0; at < grade_; ++at) {
      const Item& item = items_[at];
      if (talk && item.is(speech) && !item.is(judge)) return true;
      const bool rumour = among<"rumour", "rumours">(id(at));
      if (rumour && items_[at + 1].is(relative)) return true;
      // "rejected a claim in the paper that it had been rated poor"
      const bool claimed = id(at) == "claim" && items_[at - 1].is(determiner);
      if (claimed && holds(items_, at, grade_, relative)) return true;
      talk = !item.is(inspector) && (talk || rumour || among<"post", "posts", "messages">(id(at)));
    }
    return false;
  }

  /// "A home that is called inadequate can lose its contract.", "A stall that meets the requirements is given a pass."
  bool is_of_any_body() const {
    if (id(first_) == "should" && is_article(first_ + 1)) return true;  // "Should a home be rated inadequate, …"
    if (!is_article(first_)) return false;
    std::size_t at = first_ + 1;
    while (at < items_.size() && at < first_ + longest_noun && is_common_noun(at)) ++at;
    if (at == first_ + 1 || at + 2 >= items_.size() || !items_[at].is(relative)) return false;
    if (items_[at + 1].is(have) || among<"was", "were">(id(at + 1))) return false;  // one body, not named
    for (std::size_t next = at; next < grade_; ++next) {
      if (items_[next].name) return false;
    }
    if (id(at + 1) == "is" || items_[at + 1].is(judge)) return holds(items_, at, items_.size(), modal);
    return grade_ > 3 && is_given(grade_ - 3);
  }
  /// "is given a pass"
  bool is_given(std::size_t at) const { return id(at) == "is" && items_[at + 1].is(give) && is_article(at + 2); }
  bool is_common_noun(std::size_t at) const {
    return items_[at].is(ItemKind::word) && !items_[at].name && (items_[at].classes == 0 || items_[at].is(body_noun));
  }

  /// "Where care leavers are judged inadequate, the overall judgement would not be …"; "a bonus when the home achieves
  /// its first good".
  bool is_rule_of_cases() const {
    for (std::size_t at = 0; at + 3 < items_.size(); ++at) {
      // "For a school to be judged good, Ofsted had to find A good."
      if (id(at) == "for" && is_article(at + 1) && items_[at + 2].is(body_noun) && id(at + 3) == "to") return true;
      // "on the day the home is rated good", "when the home is first rated good", "a bonus when it is rated good"
      if (among<"day", "when">(id(at)) && holds_only(items_, at + 1, at + 3, determiner | body_noun) &&
          id(at + 3) == "is" && (id(at) == "day" || id(at + 4) == "first" || has_bonus(at)))
        return true;
    }
    for (std::size_t at = 0; at < grade_; ++at) {
      if (id(at) == "when" && holds_only(items_, at + 1, at + 3, determiner | body_noun) &&
          among<"achieves", "gets", "receives">(id(at + 3)))
        return true;
      if (!among<"when", "where">(id(at))) continue;
      // "Members know that, where …"
      if (at != first_ && !(at > 1 && items_[at - 1].is(Mark::comma) && items_[at - 2].is(relative))) continue;
      const bool it =
          id(at) == "where" && id(at + 1) == "it";  // "Where it is rated poor, an officer calls every quarter."
      while (at < grade_ && !among<"is", "are">(id(at))) ++at;
      return at < grade_ && (it || holds(items_, grade_, items_.size(), modal));
    }
    return false;
  }

  bool has_bonus(std::size_t before) const {
    return holds(items_, 0, before, [](const Item& item) { return item.word == "bonus"; });
  }

  /// "what moves A from good to outstanding", "why ‘poor’ for A is not the end": a matter to be talked about.
  bool is_indirect_question() const {
    const bool moves = id(first_) == "what" && items_[first_ + 1].is(move);
    if (!moves && id(first_) != "why") return false;
    for (std::size_t at = first_; at < grade_; ++at) {
      if (items_[at].is(be | judge | give) || items_[at].is(Mark::colon)) return false;
    }
    return true;
  }

  /// "It did not grade them, but found that the work was good in three."
  bool is_left_ungraded() const {
    for (std::size_t at = 0; at + 2 < grade_; ++at) {
      if (items_[at].is(negation) && among<"grade", "rate", "judge">(id(at + 1)) && items_[at + 2].is(pronoun) &&
          is_at(items_, at + 3, Mark::comma))
        return true;
    }
    return false;
  }

  static constexpr int first_year = 1900;
  static constexpr std::size_t longest_noun = 4;  // items of "a primary school"
  const Block& block_;
  const Sentence& sentence_;
  const std::vector<Item>& items_;
  std::size_t grade_ = 0, first_ = 0;  // the first grade, and where what it is said of may begin
};

}  // namespace

bool reports_no_finding(const Block& block, const Sentence& sentence) { return Reader(block, sentence).reports_none(); }

}  // namespace pressmark::inspection
