// Looks at the verb between an area and its grade, and at what leads up to the area.
#include "pressmark/inspection/clauses/backward.h"

#include <algorithm>

#include "pressmark/inspection/clauses/area.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

/// "its verdict on A", "the word on A"
bool is_verdict(const Item& item) { return item.is(rating) || among<"verdict", "word">(item.word); }

bool is_verb_of_grade(const Block& block, std::span<const Item> items, const Unit& unit) {
  return block.tokens[items[unit.current].first].is(requires_verb);
}

class Backward {
 public:
  Backward(const Analysis& analysis, std::size_t area, const Unit& unit, std::size_t list_first)
      : items_(analysis.items),
        analysis_(analysis),
        block_(analysis.block),
        area_(area),
        unit_(unit),
        grade_(unit.low),
        list_first_(list_first),
        between_(gap(items_, area, grade_)) {}

  bool binds() {
    if (is_one_of_columns()) return false;
    if (unit_.listed || unit_.on_services || between_.broken || between_.semicolon || is_had_by_subject()) return false;
    // "Well-led: what Outstanding leaders do"
    if (items_[area_ + 1].is(Mark::colon) && items_[area_ + 2].word == "what") return false;
    if (is_one_of_areas()) return !holds(items_, area_ + 1, grade_, other | bodies_noun);
    if (is_moved_to_now()) return true;
    note_shape();
    if (!has_trigger() || (is_weak(items_[area_]) && is_adjective()) || labels_other_things()) return false;
    second_verb_ = between_.ands + between_.commas > 0 && (has_second_verb() || goes_on_with_this());
    if (between_.ands > 0 && !passes_conjunction()) return false;
    if (between_.commas > 0 && !passes_comma()) return false;
    if (between_.commas > 2 || (is_weak(items_[area_]) && strives())) return false;
    if (between_.words > (fronted_ ? 4 : 3)) return false;
    return unit_.strength != Strength::bare || binds_bare();
  }

  [[nodiscard]] bool is_everyday() const { return everyday_; }

 private:
  /// "Preventing crime  Good  Outstanding", "Preventing crime | Good | Outstanding": the row of a table whose header
  /// says which of them is of now.
  bool is_one_of_columns() const {
    const bool bar = between_.size == 1 && items_[area_ + 1].is(Mark::pipe);
    if (between_.size > 0 && !bar) return false;
    std::size_t next = unit_.high + 1;
    if (bar && is_at(items_, next, Mark::pipe)) ++next;
    const bool figures = block_.tokens[items_[grade_].first].number >= 0 && is_at(items_, next, Mark::number);
    return figures || is_at(items_, next, ItemKind::grade) || among<"not", "n">(word_at(items_, next));
  }

  /// "A was one of the areas in which it came out as good"
  bool is_one_of_areas() const {
    return between_.be_first && between_.counts + between_.area_nouns > 0 && between_.relatives > 0 &&
           between_.commas + between_.ands == 0 && between_.words <= 2 && between_.links <= 3;
  }

  /// "The Elm, which has the emergency department, is good."
  bool is_had_by_subject() const {
    const std::size_t at = back_over(items_, area_, determiner);
    std::size_t end = area_ + 1;
    while (end < grade_ && end < area_ + 3 && items_[end].is(ItemKind::word)) ++end;
    return at > 1 && items_[at - 2].is(relative) && items_[end].is(Mark::comma) &&
           (items_[at - 1].is(have) || among<"runs", "houses", "offers", "provides">(items_[at - 1].word));
  }

  void note_shape() {
    fronted_ = is_fronted(block_, items_, list_first_);
    verb_form_ =
        is_verb_of_grade(block_, items_, unit_) && items_[unit_.current].last - items_[unit_.current].first > 1;
    comma_label_ = is_comma_label() || is_apposed_to_rating();
    gapped_ = unit_.previous != nowhere && unit_.strength == Strength::asserted && between_.words == 0 &&
              between_.verbs == 0 && between_.ands == 0 && between_.commas <= 1 && between_.links == 0;
    label_ = between_.size == 0 || between_.colon || between_.paren || comma_label_ ||
             only_nouns(items_, area_, grade_) || is_absolute() || is_for_each();
    // "rated separately, as good"
    const bool before_as = items_[grade_ - 1].word == "as" && is_at(items_, grade_ - 2, Mark::comma);
    comma_as_ = between_.commas == 1 && (before_as || (items_[area_ + 1].is(Mark::comma) &&
                                                       (items_[area_ + 2].word == "as" ||
                                                        (items_[area_ + 2].word == "to" && items_[area_ + 3].is(be)))));
    // "rated A as good", "rated A, and B, as good"
    object_ = between_.words <= 1 && (between_.commas == 0 || comma_as_) &&
              (is_judged(items_, list_first_) || (is_verdict_on() && items_[grade_ - 1].word == "as"));
    gapped_as_ = is_gapped_as();
  }

  bool has_trigger() const {
    if (label_ || object_ || gapped_as_ || gapped_ || between_.verbs > 0 || verb_form_) return true;
    if (between_.size == 2 && between_.commas == 1 && items_[area_ + 2].is(before)) return true;  // "A, once good, …"
    if (is_theirs() || is_at_grade() || is_whole_of() || only_separators(items_, area_, grade_)) return true;
    if (fronted_ && (is_come_by() || is_set_apart())) return true;
    if (between_.moves == 0) return false;
    return unit_.previous != nowhere || moves_to_here() ||
           (between_.size <= 3 && is_at(items_, unit_.high + 1, grade_noun));  // "falls into the inadequate category"
  }

  /// "Responding to the public – letters sent in May are still outstanding": of the letters.
  bool labels_other_things() const {
    const bool labels = items_[area_ + 1].is(Mark::colon) || items_[area_ + 1].is(Mark::dash);
    return labels && between_.verbs > 0 && between_.judges == 0 && between_.words > 0 && between_.area_nouns == 0 &&
           !holds(items_, area_, grade_, body_noun);
  }

  bool passes_conjunction() const {
    return second_verb_ || is_compound_subject() || (fronted_ && between_.commas > 0 && !begins_anew());
  }

  bool passes_comma() const {
    return second_verb_ || comma_label_ || gapped_ || fronted_ || between_.relatives > 0 || comma_as_ || gapped_as_ ||
           is_theirs() || is_at_grade() || comma_before_verb() || is_apposed(items_, grade_) ||
           (verb_form_ && items_[grade_ - 1].is(Mark::comma)) ||
           // "A also moved up, from poor to good"
           ((unit_.previous != nowhere || moves_to_here()) && between_.moves > 0);
  }

  /// A grade in everyday words needs more to be one.
  bool binds_bare() {
    if (between_.verbs == 0 && !label_ && !object_) return false;
    if (between_.words > 0 && !fronted_ && !object_ && items_[area_ + 1].is(link) && !is_whole(items_[area_]))
      return false;  // "behaviour on the trip was good"
    if (is_weak(items_[area_]) && !is_said_of_weak_area()) {
      everyday_ = is_plain_statement();
      if (!everyday_) return false;
    }
    // "But on A the news was bad: inadequate."
    // "A was the one bright spot: good."
    const bool announced = (fronted_ || between_.be_first) && items_[grade_ - 1].is(Mark::colon);
    return between_.words <= (announced ? 3 : 1);
  }

  /// "Safety was poor.", "Its leadership is good, though", "Safety was the odd one out: poor": nothing else in the
  /// clause.
  bool is_plain_statement() const {
    const std::size_t head = back_over(items_, list_first_, determiner | now | adverb);
    const bool begins = head == 0 || items_[head - 1].kind == ItemKind::mark || items_[head - 1].is(contrast) ||
                        items_[head - 1].is(conjunction_and);
    const bool announced = between_.be_first && items_[grade_ - 1].is(Mark::colon);
    const std::size_t end = forward_over(items_, unit_.high + 1, adverb);  // "is good still"
    return begins && (announced || holds_only(items_, area_ + 1, grade_, be | keep | now | adverb)) &&
           (ends_clause(items_, end) || items_[end].is(reason));
  }

  bool is_said_of_weak_area() const {
    // "legitimacy (good)", "it treats people well (respect: good)"
    const bool in_brackets = between_.size == 1 && is_at(items_, unit_.high + 1, Mark::close) &&
                             (between_.paren || is_at(items_, area_ - 1, Mark::open));
    const bool entry = block_.tokens[items_[grade_].first].capital ||
                       (between_.colon && analysis_.units.size() > 2 && analysis_.areas.size() > 2);
    return comma_label_ || in_brackets || (label_ && entry) ||
           analysis_.areas.holds_a_strong_area(list_first_, area_) || is_one_of_pairs() || is_as_a_whole() ||
           is_where() || is_verdict_on() || is_fronted_subject() || is_whole_line() || is_one_of_a_series();
  }

  /// "wellbeing very good, leadership good, setting adequate"
  bool is_one_of_pairs() const {
    const auto pairs = std::count_if(analysis_.units.begin(), analysis_.units.end(), [&](const Unit& unit) {
      return unit.low > 0 && items_[unit.low - 1].is(ItemKind::area);
    });
    return between_.size == 0 && pairs > 2;
  }

  /// "the arrangements for safe storage of medicines": no area, but a word before its noun.
  bool is_adjective() const {
    if (area_ + 1 >= items_.size()) return false;
    const Item& next = items_[area_ + 1];
    return next.kind == ItemKind::word && next.first == items_[area_].last && next.classes == 0 && !next.name &&
           !items_[area_].capital;
  }

  /// "It has improved at A and is now good", "outcomes had slipped in A and were now poor"
  bool is_moved_to_now() const {
    const std::size_t at = back_over(items_, list_first_, link | determiner | other_preposition | how);
    return at > 0 && at < list_first_ && items_[at - 1].is(move) &&
           !holds(items_, 0, at, modal | condition | negation | hope) && items_[area_ + 1].is(conjunction_and) &&
           items_[area_ + 2].is(be) && says_now(items_, grade_) &&
           holds_only(items_, area_ + 2, grade_, be | now | adverb | judge | seem);
  }

  /// "A has gone up, to good"
  bool moves_to_here() const {
    return items_[items_[grade_ - 1].is(determiner) && grade_ > 1 ? grade_ - 2 : grade_ - 1].word == "to";
  }

  /// "With A and B both good, …"
  bool is_absolute() const {
    const std::size_t at = back_over(items_, list_first_, determiner);
    return at > 0 && items_[at - 1].word == "with" &&
           holds_only(items_, area_ + 1, grade_, adverb | every | now | word_class::before);
  }

  /// "… solid results for A and for B, each a good"
  bool is_for_each() const {
    return area_ + 2 < grade_ && items_[area_ + 1].is(Mark::comma) && items_[area_ + 2].is(every) &&
           holds_only(items_, area_ + 3, grade_, determiner) && ends_clause(items_, unit_.high + 1);
  }

  /// "On A it did better than its neighbours, with an ‘outstanding’."
  bool is_come_by() const {
    return grade_ > 2 && items_[grade_].quoted && among<"a", "an">(items_[grade_ - 1].word) &&
           items_[grade_ - 2].word == "with" && items_[grade_ - 3].is(Mark::comma);
  }

  /// "good for A, adequate for B and, for C, inadequate"
  bool is_set_apart() const { return between_.size == 1 && between_.commas == 1 && unit_.strength != Strength::bare; }

  /// "Efficiency as a whole is good."
  bool is_as_a_whole() const {
    if (is_at(items_, area_ - 1, overall)) return true;  // "its overall efficiency"
    return area_ + 3 < items_.size() && items_[area_ + 1].word == "as" && items_[area_ + 3].word == "whole";
  }

  /// "its work on prevention, where it was good"
  bool is_where() const {
    if (area_ + 3 >= grade_ || !items_[area_ + 1].is(Mark::comma) || items_[area_ + 2].word != "where") return false;
    return holds_only(items_, area_ + 3, grade_, pronoun | determiner | body_noun | be | adverb);
  }

  /// "earned its highest grade for A, Outstanding, and …"
  bool is_apposed_to_rating() const {
    return between_.size == 1 && between_.commas == 1 && unit_.strength != Strength::bare && is_verdict_on() &&
           (unit_.high + 1 == items_.size() || items_[unit_.high + 1].kind == ItemKind::mark);
  }

  /// "The verdict on the efficiency of the force is that it is good."
  bool is_verdict_on() const {
    const std::size_t at = back_over(items_, list_first_, determiner);
    return at > 1 && items_[at - 1].is(link) && is_verdict(items_[at - 2]);
  }

  /// "For respect they were good", at the head of a sentence.
  bool is_fronted_subject() const {
    const std::size_t link_at = back_over(items_, list_first_, determiner);
    if (link_at != 1 || !items_[0].is(link)) return false;
    std::size_t at = area_ + 1;
    if (at < grade_ && items_[at].is(Mark::comma)) ++at;
    bool subject = false;
    for (; at < grade_; ++at) {
      if (!items_[at].is(determiner | pronoun | body_noun | be | adverb | these) && !items_[at].name) return false;
      subject = subject || items_[at].is(pronoun | body_noun | these);
    }
    return subject;
  }

  /// "A and staff training were judged good": a list whose last is no area of the scheme.
  bool is_compound_subject() const {
    if (unit_.strength < Strength::marked || area_ + 3 >= unit_.low || !items_[area_ + 1].is(conjunction_and))
      return false;
    std::size_t at = area_ + 2;
    while (at < unit_.low && items_[at].kind == ItemKind::word &&
           (items_[at].classes == 0 || items_[at].is(determiner)) && !items_[at].name && at < area_ + 6)
      ++at;
    return at > area_ + 2 && at < unit_.low && items_[at].is(be) &&
           holds_only(items_, at, unit_.low, be | judge | give | adverb | seem | every);
  }

  /// "A and B were not looked at and keep their ratings of good": two verbs of one subject.
  bool has_second_verb() const {
    for (std::size_t at = list_first_; at-- > 0;) {
      const Item& item = items_[at];
      if (item.is(conjunction_and | contrast) || item.kind == ItemKind::mark) break;
      if (item.is(link) && is_at(items_, at - 1, rating | these)) break;  // "the ratings for A", "those for A"
      if (item.is(be | judge | give | have | keep | speech) || (item.is(link) && at > 0)) return false;
    }
    bool first = false;
    for (std::size_t at = area_ + 1; at < grade_; ++at) {
      const Item& item = items_[at];
      if (item.is(speech | relative) && !item.is(judge)) return false;
      if (item.is(conjunction_and))
        return first && (at + 1 < grade_ || items_[grade_].is_verb) &&
               (items_[at + 1].is_verb || items_[at + 1].is(be | have | keep | hold) ||
                (items_[at + 1].is(judge) && at + 2 == grade_));
      if (item.is(be | have | keep | move) || among<"fared", "did", "stood">(item.word)) first = true;
      if (!first && item.kind == ItemKind::word && !item.name &&
          !item.is(pronoun | determiner | body_noun | link | other_preposition | how))
        return false;
    }
    return false;
  }

  /// "A came out as good; B, as poor": the verb stands in the part before.
  bool is_gapped_as() const {
    std::size_t at = area_ + 1;
    if (at < grade_ && (items_[at].is(Mark::comma) || items_[at].is(Mark::close))) ++at;
    if (items_[at].word == "to" && items_[at + 1].word == "be") ++at;  // "found A to be good, and B to be poor"
    const bool leads = (items_[at].is(seem) && !items_[at].is(determiner)) || items_[at].word == "at";
    return at + 1 == grade_ && leads && follows_a_firm_grade();
  }

  bool follows_a_firm_grade() const {
    return std::any_of(analysis_.units.begin(), analysis_.units.end(), [&](const Unit& other) {
      return other.used && other.high < area_ && other.strength >= Strength::marked;
    });
  }

  /// "As A and B were not looked at, their ratings of good stand."
  bool is_theirs() const {
    return grade_ > area_ + 4 && items_[grade_ - 1].word == "of" && items_[grade_ - 2].is(rating) &&
           items_[grade_ - 3].word == "their" &&
           (items_[grade_ - 4].is(Mark::comma) || items_[grade_ - 4].is(conjunction_and));
  }

  /// "Only A held up, at ‘good’.", "A stands at strong standard"
  bool is_at_grade() const {
    if (unit_.strength == Strength::bare || items_[grade_ - 1].word != "at") return false;
    const bool in_own_words = items_[unit_.low].last - items_[unit_.low].first > 1;
    return items_[grade_ - 2].is(Mark::comma) || (in_own_words && ends_clause(items_, unit_.high + 1));
  }

  /// "It treats people with respect and this is judged to be good."
  bool goes_on_with_this() const {
    if (area_ + 4 >= grade_) return false;
    // "We looked at A, and rated this separately as good."
    if (items_[area_ + 1].is(Mark::comma) && items_[area_ + 2].is(conjunction_and) && items_[area_ + 3].is(judge) &&
        items_[area_ + 4].word == "this")
      return true;
    if (!items_[area_ + 1].is(conjunction_and)) return false;
    // "It is not safe and we rated it as poor."
    if (items_[area_ + 2].is(first_person) && items_[area_ + 3].is(judge) && items_[area_ + 4].word == "it")
      return true;
    const std::size_t at = items_[area_ + 2].is(link) ? area_ + 3 : area_ + 2;  // "and in this it is judged to be good"
    return items_[at].word == "this" && items_[at + 1].is(at > area_ + 2 ? be | pronoun | body_noun | determiner : be);
  }

  /// "Staff were delighted to get a good": people, no area.
  bool strives() const {
    for (std::size_t at = area_ + 1; at + 1 < grade_; ++at) {
      if (items_[at].word == "to" && items_[at + 1].kind == ItemKind::word &&
          !items_[at + 1].is(be | have | judge | keep | determiner))
        return true;
    }
    return false;
  }

  /// "… how it does A, and rated the force …": a verb of judging after "and" has objects of its own.
  bool begins_anew() const {
    for (std::size_t at = area_ + 1; at + 1 < grade_; ++at) {
      if (!items_[at].is(conjunction_and)) continue;
      if (items_[at + 1].is(have) && at + 2 < grade_) ++at;
      if (items_[at + 1].is(judge | give))
        return !(at + 2 < grade_ && items_[at + 2].is(pronoun | these));  // "On A they … and gave it a good"
    }
    return false;
  }

  /// "safe, requires improvement; effective, good; …"
  /// "… and on A, also good"
  bool is_comma_label() const {
    const std::size_t next = unit_.high + 1;
    if (!items_[area_ + 1].is(Mark::comma)) return false;
    if (unit_.low == area_ + 3)
      return among<"also", "too", "again">(items_[area_ + 2].word) && follows_a_firm_grade() &&
             (next >= items_.size() || (items_[next].is(ItemKind::mark) && !items_[next].is(Mark::open)));
    if (unit_.low != area_ + 2) return false;
    // "Inclusion, strong standard."
    const bool alone =
        (area_ == 0 || items_[area_ - 1].is(Mark::colon) || (area_ == 1 && items_[0].is(Mark::bullet))) &&
        (unit_.strength >= Strength::marked || !is_weak(items_[area_])) &&
        (next >= items_.size() || (next + 1 == items_.size() && items_[next].is(Mark::stop)) ||
         (items_[next].word == "too" && next + 2 >= items_.size()));
    if (alone) return true;
    // "on A, good; and on B, …"
    const std::size_t head =
        back_over(items_, list_first_, link | determiner | conjunction_and | how | which | pronoun);
    const bool starts = head == 0 || items_[head - 1].is(Mark::semicolon) || items_[head - 1].is(Mark::colon) ||
                        items_[head - 1].is(Mark::bullet);
    const bool ends = next >= items_.size() || items_[next].is(Mark::semicolon) || items_[next].is(Mark::stop);
    return starts && ends && is_parted(items_, 0, items_.size());
  }

  /// "- Safeguarding: met": the sentence is nothing but the label.
  bool is_whole_line() const {
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const bool listed = at < area_ && (items_[at].is(determiner | conjunction_and) || items_[at].is(ItemKind::area));
      const bool inside = at == area_ || (at >= unit_.low && at <= unit_.high) || listed;
      const bool behind =
          at > unit_.high && items_[at].is(every | pronoun | other_preposition);  // "good, both of them"
      if (!inside && !behind && items_[at].kind != ItemKind::mark) return false;
    }
    return area_ < unit_.low && (items_[area_ + 1].is(Mark::colon) || items_[area_ + 1].is(Mark::dash));
  }

  /// "Respect was good and purposeful activity poor": a grade of more than one word, or several areas with one each.
  bool is_one_of_a_series() const {
    std::size_t verb = area_ + 1;
    if (items_[verb].is(link)) {  // "Safety at Larch Hill was poor"
      while (++verb < grade_ && items_[verb].name)
        ;
    }
    for (std::size_t at = verb; at < grade_; ++at) {
      if (items_[at].is(conjunction_and)) verb = at + 1;
    }
    for (std::size_t at = verb; at < grade_; ++at) {
      if (!items_[at].is(be | have | keep | now | adverb | which) && !items_[at].is(Mark::comma)) return false;
    }
    const auto own = [&](std::size_t item) {
      return items_[item].last - items_[item].first > 1 && block_.tokens[items_[item].first].id != "very";
    };
    const bool long_series = analysis_.units.size() > 2 && analysis_.areas.size() > 2 &&
                             std::any_of(analysis_.areas.begin(), analysis_.areas.end(),
                                         [&](std::size_t at) { return !is_weak(items_[at]); });
    return own(grade_) || long_series ||
           (analysis_.areas.size() > 1 && std::any_of(analysis_.units.begin(), analysis_.units.end(),
                                                      [&](const Unit& unit) { return own(unit.current); }));
  }

  /// "an overall rating of good"
  bool is_whole_of() const { return is_whole(items_[area_]) && grade_ == area_ + 2 && items_[area_ + 1].word == "of"; }

  bool comma_before_verb() const {
    for (std::size_t at = area_ + 1; at < grade_; ++at) {
      if (items_[at].is(Mark::comma))
        return at + 1 < grade_ && (items_[at + 1].is(be | judge | give | keep | every | these | before) ||
                                   // "…, with a rating of good"
                                   (items_[at + 1].word == "with" && items_[grade_ - 1].word == "of"));
    }
    return false;
  }

  std::span<const Item> items_;
  const Analysis& analysis_;
  const Block& block_;
  std::size_t area_;
  const Unit& unit_;
  std::size_t grade_, list_first_;
  Gap between_;
  // The shape of what lies between them.
  bool fronted_ = false;
  bool verb_form_ = false;
  bool comma_label_ = false;
  bool gapped_ = false;
  bool label_ = false;
  bool comma_as_ = false;
  bool object_ = false;
  bool gapped_as_ = false;  // "A and B came out as good; C and D, as poor"
  bool second_verb_ = false;
  bool everyday_ = false;
};

}  // namespace

bool binds_backward(const Analysis& analysis, std::size_t area, Unit& unit, std::size_t list_first) {
  Backward backward(analysis, area, unit, list_first);
  const bool binds = backward.binds();
  unit.everyday = binds && backward.is_everyday();
  return binds;
}

bool directly_backward(const Analysis& analysis, std::size_t area, const Unit& unit) {
  const Gap between = gap(analysis.items, area, unit.low);
  return !between.broken && !between.semicolon && between.commas + between.ands + between.words == 0 &&
         (between.verbs > 0 || is_verb_of_grade(analysis.block, analysis.items, unit) || between.size == 0) &&
         between.links == 0;
}

bool is_judged(std::span<const Item> items, std::size_t list_first) {
  for (std::size_t at = list_first; at-- > 0 && list_first - at < 14;) {
    if (items[at].is(judge)) return true;
    const bool of_work = items[at].classes == 0 && items[at].kind == ItemKind::word &&
                         items[at + 1].is(link | other_preposition);  // "its performance in A"
    const bool passes =
        of_work || items[at].word == "out" ||  // "singled out A as inadequate"
        items[at].is(determiner | skip | pronoun | body_noun | how | link | adverb | conjunction_and | seem) ||
        items[at].name || items[at].is(ItemKind::area) || items[at].is(ItemKind::grade) || items[at].is(Mark::comma) ||
        items[at].is(Mark::open) || items[at].is(Mark::close) || items[at].is(Mark::number);
    if (!passes || items[at].is(be)) return false;
  }
  return false;
}

bool is_fronted(const Block& block, std::span<const Item> items, std::size_t list_first) {
  for (std::size_t at = list_first; at-- > 0;) {
    const Item& item = items[at];
    if (item.word == "as" && word_at(items, at - 1) == "far") return true;  // "as far as A is concerned"
    if (item.is(link | how)) {
      // "has a good for A, and …": that is no front.
      const std::size_t front = back_over(items, at, link | how | determiner | pronoun);
      return front == 0 || items[front - 1].kind == ItemKind::mark ||
             items[front - 1].is(conjunction_and | contrast | adverb | relative | speech | other_preposition | move);
    }
    if ((item.classes == 0 || item.is(word_class::some)) && item.kind == ItemKind::word && at > 1 &&
        items[at - 1].is(determiner) && items[at - 2].is(link) && items[at + 1].is(Mark::comma))
      continue;  // "in the fifth, A, it is good"
    if (item.is(determiner | skip | pronoun | body_noun | bodies_noun | every | area_noun | other_preposition | be |
                conjunction_and | contrast) ||
        item.is(Mark::comma) || item.is(Mark::dash) || item.is(ItemKind::area) || item.is(ItemKind::count) ||
        item.number > 0 || item.is(including | other | now) || (item.is(which) && items[at + 1].is(including)) ||
        block.tokens[item.last - 1].possessive) {
      continue;
    }
    return false;
  }
  return false;
}

}  // namespace pressmark::inspection
