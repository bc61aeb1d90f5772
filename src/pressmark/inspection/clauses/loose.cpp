// Looks at the shape of the sentence: nothing but areas, nothing but a grade, open at its end.
#include "pressmark/inspection/clauses/loose.h"

#include <algorithm>

#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class LooseEnds {
 public:
  LooseEnds(const Analysis& analysis, const Claims& claims)
      : items_(analysis.items),
        block_(analysis.block),
        sentence_(analysis.sentence),
        areas_(analysis.areas),
        units_(analysis.units),
        claims_(claims) {}

  Loose leave() {
    for (const std::size_t area : areas_) {
      if (!claims_.is_bound(area)) loose_.areas.push_back(items_[area].mention);
    }
    loose_.of_others = claims_.of_others();
    note_shape();
    if (areas_.empty()) {
      loose_.answer = answer();
    } else if (grades_ == 0) {
      recall_counts();
    }
    if (const Unit* unit = last_firm_unit()) note_grade(*unit);
    return std::move(loose_);
  }

 private:
  [[nodiscard]] bool is_followed_by_of(const Item& item) const {
    return item.first + 1 < sentence_.last && block_.tokens[item.first + 1].id == "of";
  }

  void note_shape() {
    bool plain = true;  // nothing but areas, grades and marks
    bool only_grade = true;
    bool enumerates = false;
    for (const Item& item : items_) {
      if (item.is(ItemKind::grade)) ++grades_;
      plain = plain && !item.is(ItemKind::count) &&
              (item.kind != ItemKind::word || item.word == "section" ||
               item.is(conjunction_and | determiner | skip | how | link | adverb | pronoun | body_noun | have |
                       grade_noun | be | other_preposition | contrast));
      only_grade = only_grade && (item.is(ItemKind::grade) || item.is(ItemKind::count) || item.is(ItemKind::mark) ||
                                  item.is(grade_noun | overall | determiner | area_noun) || item.word == "answer");
      enumerates = enumerates || item.is(inspector | inspection) ||
                   (item.is(ItemKind::count) && item.number == static_cast<int>(areas_.size()) &&
                    !is_followed_by_of(item));  // "two of the themes, A and B": there are others
    }
    loose_.only_areas = plain && grades_ == 0 && !areas_.empty();
    loose_.only_grade = only_grade && grades_ == 1 && areas_.empty();
    loose_.bullet = is_at(items_, 0, Mark::bullet);
    loose_.enumerates = enumerates && grades_ == 0 && areas_.size() > 1 && !holds(items_, 0, items_.size(), including);
  }

  /// The last grade, if it is one of its own and firmly said.
  const Unit* last_firm_unit() const {
    for (std::size_t index = units_.size(); index-- > 0;) {
      const Unit& unit = units_[index];
      if (!unit.listed && !is_doubtful(sentence_, unit.low, true)) return index + 1 == units_.size() ? &unit : nullptr;
    }
    return nullptr;
  }

  void note_grade(const Unit& unit) {
    // "We rated it as poor because:" leads to sentences.
    const bool ends_open = items_.back().is(Mark::colon) && !is_at(items_, items_.size() - 2, reason);
    const bool has_areas = !areas_.empty() && areas_.back() > unit.high;
    // "What was good:", "Areas that were good:"
    const bool is_heading = block_.heading && unit.high + 1 == items_.size();  // "Where we are good"
    const bool heads_list =
        (is_heading || (ends_open && unit.high + 2 == items_.size())) && items_.front().is(relative | area_noun);
    const bool of_both = unit.low > 2 && items_[unit.low - 1].word == "now" && items_[unit.low - 3].is(these);
    const bool counts_areas = unit.counted && !sentence_.in_quote;  // "It was good in two areas. They are:"
    if (unit.strength < Strength::marked && !loose_.only_grade && !heads_list && !of_both && !counts_areas &&
        !(ends_open && leads_to_these(unit.high)))
      return;
    loose_.grade = unit.current;
    loose_.expects_list =
        ((ends_open || (is_heading && heads_list)) && (!has_areas || counts_more())) || loose_.only_grade;
    loose_.counted = unit.counted;
    loose_.count = unit.count;
    loose_.for_all = is_about_all(unit);
  }

  /// "It is adequate in these areas:", "… good at the following:"
  bool leads_to_these(std::size_t grade) const {
    return grade + 2 < items_.size() && items_[grade + 1].is(link) &&
           holds_only(items_, grade + 2, items_.size() - 1, these | determiner | including | area_noun);
  }

  /// "It requires improvement at A, and in three more areas, which include:"
  bool counts_more() const {
    std::size_t at = items_.size() - 1;
    while (at > areas_.back() && items_[at - 1].is(including | relative | be)) --at;
    if (at > areas_.back() && items_[at - 1].is(Mark::comma)) --at;
    return at > areas_.back() && items_[at - 1].is(ItemKind::count);
  }

  /// "These are A and B.", "The four are …", "HMI said that the five include …", "One of the four is for A, another for
  /// B."
  void recall_counts() {
    std::size_t at = 0;  // what names them
    while (at + 1 < items_.size() && items_[at].is(inspector | speech | relative) && !items_[at].is(these)) ++at;
    const bool one = at == 0 && items_[0].number == 1;
    const bool among = at == 0 && items_[0].is(including);
    if (one || among) ++at;  // "One is for A", "Among the three is one for A"
    while (at + 1 < items_.size() &&
           ((items_[at].is(determiner | other_preposition) && !items_[at].is(these)) ||
            block_.tokens[items_[at].first].possessive || (items_[at].is(these) && items_[at + 1].number > 1)))
      ++at;  // "Elm's four include", "These three are"
    if (items_[at].number > 1) loose_.recalled = items_[at].number;
    const bool counts = loose_.recalled >= static_cast<int>(areas_.size());
    if (!one && !among && !counts && !(at == 0 && items_[0].is(these))) return;
    if (counts && !one && !among && loose_.recalled > static_cast<int>(areas_.size()) && !items_[at + 1].is(including))
      return;
    const std::size_t last = one && !counts ? 0 : at;
    const Gap between = gap(items_, last, areas_.front());
    const bool given = (!one && !among) || (between.links > 0 && between.link_last);
    // "Those three were given as A, B and C."
    const bool given_as = between.verbs == 2 && between.judges == 1 && items_[areas_.front() - 1].word == "as";
    loose_.names_these = !between.broken && between.words == 0 && given &&
                         (((between.verbs == 1 || between.including_word) && between.judges == 0) || given_as);
  }

  /// The grade of an answer: "Good, and better than last year", "That requires improvement", "Here it was judged good".
  std::size_t answer() const {
    if (items_.empty() || units_.size() != 1) return nowhere;
    const std::size_t grade = units_.front().current;
    if (is_reported_opinion(sentence_, grade)) return nowhere;
    const Item& first = items_.front();
    if (grade == 0) {
      std::uint32_t next = first.last;
      if (next + 1 < block_.tokens.size() && among<"too", "again">(block_.tokens[next].id)) ++next;  // "Good too."
      const bool ends = next >= block_.tokens.size() || !block_.tokens[next].is(Mark::word);
      return first.capital && ends ? grade : nowhere;
    }
    if (is_doubtful(sentence_, grade, false)) return nowhere;
    if (is_of_outcomes(grade)) return grade;
    if (time_of(sentence_, grade) != Time::current) return nowhere;
    if (says_nothing_else(grade) || ends_in_it_is_now(grade) || is_said_of_it(grade)) return grade;
    return among<"here", "there">(first.word) && units_.front().strength == Strength::asserted ? grade : nowhere;
  }

  /// "At our last inspection, outcomes for prisoners against this test were poor."
  bool is_of_outcomes(std::size_t grade) const {
    const std::size_t verb = back_over(items_, grade, be | adverb | now);
    if (verb == grade || !has_word(items_, 0, items_.size(), "test")) return false;
    for (std::size_t at = verb;
         at-- > 0 && items_[at].kind != ItemKind::mark && !items_[at].is(be | conjunction_and);) {
      if (items_[at].word == "outcomes") return true;
    }
    return false;
  }

  /// "We looked at this again, and it is now good.", "We found that the force is good at it."
  bool ends_in_it_is_now(std::size_t grade) const {
    if (grade + 2 < items_.size() && items_[grade + 1].is(link) && among<"it", "this">(items_[grade + 2].word))
      return ends_clause(items_, grade + 3);
    return grade > 2 && items_[grade - 1].word == "now" && items_[grade - 2].is(be) && items_[grade - 3].word == "it" &&
           ends_clause(items_, grade + 1);
  }

  /// "It is good.", "That was marked outstanding.", "This they found adequate, if only just.", "This time they are
  /// good."
  bool is_said_of_it(std::size_t grade) const {
    const std::size_t it = has_word(items_, 0, 2, "time") ? 2 : 0;
    return among<"it", "that", "this", "they">(items_[it].word) && (it > 0 || items_[it].word != "they") &&
           ends_clause(items_, grade + 1) &&
           holds_only(items_, it + 1, grade, be | keep | judge | seem | adverb | pronoun);
  }

  /// "The inspectors say: good.", "The answer was good.", "Here the force is adequate."
  bool says_nothing_else(std::size_t grade) const {
    const bool ends = grade + 1 >= items_.size() || items_[grade + 1].kind == ItemKind::mark;
    if (!ends || items_.front().is(first_person)) return false;
    bool speaks = false;
    for (std::size_t at = 0; at < grade; ++at) {
      const Item& item = items_[at];
      const bool of_speech =
          item.is(speech | inspector | rating | body_noun) || among<"here", "answer", "verdict", "finding">(item.word);
      speaks = speaks || of_speech || (item.is(now) && !item.is(determiner));
      if (!of_speech && !item.is(now | determiner | be | adverb | body_noun | pronoun | link | area_noun) &&
          !item.is(Mark::colon) && !item.is(Mark::dash) && !item.is(Mark::comma))
        return false;
    }
    return speaks;
  }

  /// "All were rated …", "Both are judged …", "They were graded …".
  bool is_about_all(const Unit& unit) const {
    if (!areas_.empty() || items_.empty()) return false;
    std::size_t at = 0;
    while (at < unit.low && items_[at].is(conjunction_and | how | other_preposition | link)) ++at;
    // "On those three together it was rated good."
    if (at >= unit.low || !items_[at].is(these) || has_word(items_, at, unit.low, "together")) return false;
    // "They graded us good for A": the inspectors.
    if (items_[at + 1].is(judge | give) && items_[at + 2].is(pronoun | first_person | determiner) &&
        !items_[at + 2].is(these) && !among<"this", "them">(items_[at + 2].word))
      return false;
    if (at == 0 && unit.low == 1 && items_[0].is(every)) return true;  // "All ‘good’, too."
    const Gap between = gap(items_, at, unit.low);
    return !between.broken && between.verbs > 0 && between.words <= 1 && between.ands == 0;
  }

  std::span<const Item> items_;
  const Block& block_;
  const Sentence& sentence_;
  const AreaList& areas_;
  const std::vector<Unit>& units_;
  const Claims& claims_;
  std::size_t grades_ = 0;
  Loose loose_;
};

}  // namespace

Loose leave_loose(const Analysis& analysis, const Claims& claims) { return LooseEnds(analysis, claims).leave(); }

}  // namespace pressmark::inspection
