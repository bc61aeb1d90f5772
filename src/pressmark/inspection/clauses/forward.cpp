// Looks at the words that lead from a grade to its area.
#include "pressmark/inspection/clauses/forward.h"

#include "pressmark/inspection/clauses/area.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/clauses/thing.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Forward {
 public:
  Forward(const Analysis& analysis, const Unit& unit, std::size_t area)
      : items_(analysis.items),
        block_(analysis.block),
        sentence_(analysis.sentence),
        unit_(unit),
        area_(area),
        between_(gap(items_, unit.high, area)),
        // "in one, well-led"
        counted_(between_.counts > 0 && between_.commas == 1 && between_.words <= 1),
        opens_list_(counted_ || between_.colon || between_.including_word || between_.paren) {}

  bool binds() const {
    if (unit_.listed || between_.broken || is_set_apart_by_with() || stands_in_another_row()) return false;
    // "… has fallen to poor as queues in A&E have grown"
    if (items_[unit_.high + 1].word == "as" && word_at(items_, unit_.high + 2) != "well") return false;
    if (stands_beside()) return true;
    if (!is_linked()) return false;
    if (leads_by_verb() || is_the_grade_for()) return true;
    if (unit_.strength == Strength::bare) return binds_bare();
    if (opens_list_)
      // "adequate in five, and in one – A – inadequate"
      return between_.words <= 4 && between_.ands + between_.counts <= 1 && between_.commas <= 3 &&
             (between_.verbs <= 1 || between_.counts > 0);
    if (between_.area_nouns + between_.counts > 0 && between_.verbs == 1 && between_.judges == 0)
      return between_.words <= 1 && between_.commas <= 1;
    return follows_a_comma() || is_verdict_in_quotes() || binds_asserted();
  }

 private:
  /// "Payroll | Good | 2", with "Training | Poor | 1" in the next line.
  bool stands_in_another_row() const {
    bool row = false;
    for (std::size_t at = area_; at > unit_.low && !row; --at) row = block_.tokens[items_[at].first].line_start;
    return row && holds(items_, 0, area_, [](const Item& item) { return item.is(Mark::pipe); });
  }

  /// The area is next to the grade, or as good as that.
  bool stands_beside() const {
    if (between_.size == 1 && (between_.paren || (unit_.low == 0 && items_[area_ - 1].is(Mark::bullet))))
      return true;  // "STRONG STANDARD ✔ Inclusion ✔ Achievement"
    if (unit_.strength == Strength::asserted && between_.size == 1 && items_[unit_.high + 1].word == "of" &&
        block_.tokens[items_[unit_.high].last - 1].id == "standard")
      return true;  // "given a strong standard of inclusion"
    if (is_what_was_inspected() || is_told_how() || is_told_whether() || is_inverted() || is_had_for()) return true;
    if (is_whole(items_[area_]) && unit_.strength == Strength::asserted && between_.be_first &&
        between_.links + between_.words + between_.commas == 0 && between_.verbs == 1)
      return true;  // "Good is therefore its overall judgement"
    // "with 'outstanding' leadership and management"
    if (between_.size == 0 && items_[unit_.high].quoted && !unit_.used) return true;
    // "The school met the safeguarding standards"
    return block_.tokens[items_[unit_.low].first].is(give) && between_.size <= 1 &&
           only_nouns(items_, unit_.high, area_);
  }

  /// "has kept the good that it was given for A"
  bool is_had_for() const {
    return is_at(items_, unit_.high + 1, relative) && between_.link_last && between_.judges + between_.verbs > 0 &&
           holds_only(items_, unit_.high + 1, area_, relative | pronoun | be | have | give | judge | link | before);
  }

  /// "requires improvement at" has its link; "good areas were A" its noun and verb.
  bool is_linked() const {
    if (opens_list_) return true;
    if (between_.semicolon || (between_.relatives > 0 && between_.counts == 0)) return false;
    return between_.links > 0 || (between_.area_nouns > 0 && between_.verbs > 0) || leads_by_verb();
  }

  /// "Good is the grade for A."
  bool is_the_grade_for() const {
    const bool opens = unit_.low == 0 || items_[unit_.low - 1].is(ItemKind::mark);
    return opens && between_.be_first && between_.verbs == 1 && between_.links == 1 && between_.link_last &&
           between_.words + between_.commas + between_.ands == 0 && holds_rating();
  }

  bool binds_bare() const {
    if (is_weak(items_[area_]) && is_of_a_thing(block_, items_, 0, unit_.low)) return false;
    return between_.words == 0 && (between_.commas == 0 || (counted_ && between_.links == 1)) && between_.ands == 0 &&
           between_.verbs == 0 && between_.links > 0 && between_.size <= (between_.including_word ? 9 : 6);
  }

  /// A comma behind the grade sets it off from what it is for.
  bool follows_a_comma() const {
    if (between_.commas != 1) return false;
    // "Of its good grades, one is for A."
    if (items_[0].word == "of" && between_.noun_first && between_.link_last && between_.size < 7 &&
        items_[unit_.high + 3].number == 1 && items_[unit_.high + 4].is(be))
      return true;
    // "an outstanding grade, for A"
    const std::size_t article = back_over(items_, unit_.low, adverb | every);  // "its first ever outstanding"
    std::size_t verb = article > 0 ? article - 1 : 0;
    while (verb > 1 && (items_[verb - 1].is(body_noun | determiner | first_person) || items_[verb - 1].name)) --verb;
    const bool given = verb > 0 && (items_[article - 1].is(determiner) || items_[article - 1].number == 1) &&
                       (items_[verb - 1].is(give | have | be) || items_[verb - 1].word == "with");
    const bool one = unit_.low > 0 && (items_[unit_.low - 1].number == 1 || items_[unit_.low - 1].word == "single") &&
                     unit_.strength == Strength::asserted;
    if ((is_noun_here() || given || one) && between_.links == 1 && between_.verbs + between_.ands == 0 &&
        between_.words <= (has_word(items_, unit_.high, area_, "name") ? 1 : 0))  // "one good grade to its name, for A"
      return true;
    if (!items_[unit_.high + 1].is(Mark::comma)) return false;
    // "its lowest mark, poor, for A", "marked up, from good to outstanding, for A"
    if (unit_.high > unit_.low && (items_[unit_.high - 1].is(Mark::comma) || unit_.previous != nowhere) &&
        between_.links > 0 && between_.words + between_.verbs + between_.ands == 0)
      return true;
    // "Its lowest judgement, inadequate, was reserved for A."
    if (is_apposed(items_, unit_.low) && between_.links > 0 && between_.link_last && between_.words <= 1 &&
        between_.ands == 0 && between_.verbs <= 1)
      return true;
    // "two adequates, for A and B"
    return unit_.strength == Strength::asserted && between_.size <= 3 && between_.links == 1 &&
           is_plural(block_.tokens[items_[unit_.high].first]);
  }

  /// "‘Inadequate’ was its blunt verdict on how the force does A"
  bool is_verdict_in_quotes() const {
    return between_.be_first && items_[unit_.low].quoted && between_.links > 0 && between_.judges == 0 &&
           between_.verbs == 1 && between_.words <= 2 && between_.commas == 0 && between_.ands == 0 &&
           holds(items_, unit_.high + 1, area_, grade_noun);
  }

  bool binds_asserted() const {
    // "good grades is one for A", "good was given for A"
    const bool passive = between_.link_last && ((is_noun_here() && between_.verbs == 1 && between_.judges == 0) ||
                                                ((between_.be_first || between_.noun_first) && between_.judges >= 1) ||
                                                (items_[unit_.high + 1].is(give) && between_.verbs == 1));
    const bool too = is_overall_and();  // "inadequate overall and for A"
    return between_.words <= 2 && (between_.commas == 0 || too) && (between_.ands == 0 || too) &&
           (between_.verbs == 0 || passive);
  }
  bool is_noun_here() const {
    return between_.noun_first || items_[unit_.high + 1].word == "ones" ||
           (between_.be_first && is_noun(sentence_, unit_.high));
  }

  /// "good in the latest round of efficiency inspections", "… in the watchdog's yearly ‘legitimacy’ report"
  bool is_what_was_inspected() const {
    constexpr std::size_t longest = 6;  // items of "in the inspectorate's latest round of"
    if (area_ + 1 >= items_.size() || !items_[area_ + 1].is(inspector | word_class::inspection) ||
        items_[unit_.high + 1].word != "in" || area_ - unit_.high > longest + 1)
      return false;
    for (std::size_t at = unit_.high + 1; at < area_; ++at) {
      if (items_[at].kind != ItemKind::word || items_[at].is(be | have | judge | give | conjunction_and)) return false;
    }
    return true;
  }

  /// "evaluated as good how staff do A"
  bool is_told_how() const {
    return unit_.low > 1 && items_[unit_.low - 1].word == "as" && items_[unit_.low - 2].is(judge) &&
           among<"how", "the">(items_[unit_.high + 1].word) && between_.words + between_.verbs <= 3 &&
           between_.commas + between_.ands == 0;
  }

  /// "‘good’ for whether its services are A", "good in the extent to which it is A"
  bool is_told_whether() const {
    return between_.verbs == 1 && between_.words + between_.commas == 0 && is_at(items_, unit_.high + 1, link) &&
           holds(items_, unit_.high + 2, unit_.high + 4, how) && items_[area_ - 1].is(be);
  }

  /// "Rated good by inspectors were A and B."
  bool is_inverted() const {
    std::size_t at = unit_.high + 1;
    if (items_[at].word == "by") {
      ++at;
      while (at < area_ && (items_[at].is(inspector | determiner) || items_[at].name)) ++at;
    }
    return items_[0].is(judge) && items_[at].is(be) && at < area_ &&
           gap(items_, at, area_).words + between_.commas == 0 && between_.verbs == 1;
  }

  /// "good in all areas, with A judged outstanding"
  bool is_set_apart_by_with() const {
    std::size_t at = area_;
    while (at > unit_.high + 1 && items_[at - 1].is(determiner)) --at;
    return at > unit_.high + 2 && items_[at - 1].word == "with" &&
           (items_[at - 2].is(Mark::comma) || items_[at - 2].is(Mark::dash));
  }

  /// "requires improvement when supporting victims", "Among the areas rated adequate were A and B"
  bool leads_by_verb() const {
    if (between_.size == 1 && items_[unit_.high + 1].word == "when") return true;
    const bool leads = (between_.be_first && between_.verbs == 1) || (between_.including_word && between_.verbs == 0);
    return leads && between_.words + between_.commas + between_.links == 0 && between_.ands + between_.relatives == 0 &&
           !between_.broken && tells_of_areas();
  }

  bool holds_rating() const {
    return holds(items_, unit_.high + 1, area_,
                 [](const Item& item) { return item.is(rating) || among<"verdict", "word">(item.word); });
  }

  bool is_overall_and() const {
    const std::size_t next = unit_.high + 1;
    const std::size_t joint = is_at(items_, next + 1, Mark::comma) ? next + 2 : next + 1;
    return joint + 1 < area_ && items_[next].is(overall) && items_[joint].is(conjunction_and) &&
           items_[joint + 1].is(link);
  }

  /// "Among the areas rated adequate were A and B."
  bool tells_of_areas() const {
    std::size_t at = unit_.low;
    while (at > 0 &&
           (items_[at - 1].is(judge | seem | be | which | relative | pronoun | body_noun | determiner | link |
                              inspector | speech) ||
            items_[at - 1].name) &&
           !items_[at - 1].is(area_noun | these))
      --at;
    // "Those requiring improvement were A and B."
    if (at == unit_.low) return at > 0 && items_[unit_.low].is_verb && items_[at - 1].is(these);
    return at > 0 && (items_[at - 1].is(area_noun | these) || items_[at - 1].is(ItemKind::count) ||
                      (at > 1 && items_[at - 1].number > 1 && items_[at - 2].is(determiner)));  // "the five that …"
  }

  std::span<const Item> items_;
  const Block& block_;
  const Sentence& sentence_;
  const Unit& unit_;
  std::size_t area_;
  Gap between_;
  bool counted_, opens_list_;
};

}  // namespace

bool binds_forward(const Analysis& analysis, const Unit& unit, std::size_t area) {
  return Forward(analysis, unit, area).binds();
}

}  // namespace pressmark::inspection
