// Asks of each grade that has no area what else it may be for.
#include "pressmark/inspection/clauses/wholes.h"

#include <algorithm>

#include "pressmark/inspection/clauses/area.h"
#include "pressmark/inspection/clauses/binder.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/clauses/named.h"
#include "pressmark/inspection/clauses/thing.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Wholes : Binder {
 public:
  using Binder::Binder;

  void bind() {
    if (bind_series_of_names(analysis_, claims_)) return;
    for (std::size_t index = 0; index < units_.size(); ++index) {
      Unit& unit = units_[index];
      // "The Blue Door – target: 5"
      if (is_at(items_, unit.low - 1, Mark::colon) && is_at(items_, unit.low - 2, hope)) continue;
      if (bind_count(index)) continue;
      if (may_have_names(unit) && bind_names(analysis_, unit, claims_)) {
        if (opens_with(items_, unit.low))
          return;  // "Rated 5: the Old Mill, which was given the top score after a visit"
        continue;
      }
      if (is_one_of_ratings(unit)) {
        claims_.add(unit, {Scope::some, unit.current, unit.low, unit.high});
      } else if (is_of_the_whole(unit, index > 0 ? units_[index - 1].high + 1 : 0)) {
        claims_.add_moved(unit, {Scope::overall, nowhere, unit.low, unit.high});
      }
    }
  }

 private:
  /// "good in four areas", "in all areas it was good", "five outstanding grades"
  bool bind_count(std::size_t index) {
    Unit& unit = units_[index];
    std::size_t count = count_behind(index);
    if (count == nowhere) count = count_before(index);
    const bool free = !unit.used && !unit.listed;
    if (count == nowhere) {
      if (!free || unit.low == 0 || items_[unit.low - 1].number <= 0 || !is_at(items_, unit.high + 1, rating))
        return false;
      unit.used = unit.counted = true;
      claims_.add(unit, {Scope::some, unit.low - 1, unit.low - 1, unit.high});
      return true;
    }
    unit.counted = true;
    unit.count = items_[count].number;
    if (!free || (unit.strength < Strength::marked && sentence_.in_quote)) return true;
    unit.used = true;
    // "in all but one area": which and of how many is not said.
    if (!items_[count].all || items_[count].excepted == 0)
      claims_.add_moved(unit, {items_[count].all ? Scope::all : Scope::some, count, std::min(count, unit.low),
                               std::max(count, unit.high)});
    // "good overall and in all areas but one"
    if (count > unit.high && is_at(items_, unit.high + 1, overall))
      claims_.add(unit, {Scope::overall, nowhere, unit.low, unit.high + 1});
    return true;
  }

  std::size_t count_behind(std::size_t index) const {
    constexpr std::size_t reach = 8;
    const std::size_t high = units_[index].high;
    const std::size_t limit = index + 1 < units_.size() ? units_[index + 1].low : items_.size();
    for (std::size_t at = high + 1; at < limit && at <= high + reach; ++at) {
      const Item& item = items_[at];
      if (item.is(ItemKind::count)) return at;
      if (item.is(ItemKind::area) || item.is(contrast) || item.is(Mark::semicolon) || item.is(Mark::comma)) break;
      // "Good: the force does all that it should in every area" explains the word, as "Good (3) – it …" does.
      if (items_[high + 1].kind == ItemKind::mark && (item.is(be | have) || item.is_plain_word())) break;
      if (among<"commonest", "usual">(item.word)) break;
    }
    return nowhere;
  }

  std::size_t count_before(std::size_t index) const {
    const std::size_t after = index > 0 ? units_[index - 1].high + 1 : 0;
    for (std::size_t at = units_[index].low; at-- > after;) {
      if (items_[at].is(ItemKind::area) && !is_excepted(items_, at)) break;
      if (!items_[at].is(ItemKind::count)) continue;
      const Gap between = gap(items_, at, units_[index].low);
      const bool as_one = items_[at + 1].word == "together";
      // "Each area gets one of five grades: good, …"
      const bool explains = units_[index].low > 1 && items_[units_[index].low - 1].is(Mark::colon) &&
                            holds(items_, at, units_[index].low, [](const Item& item) { return item.number > 1; });
      const bool counts =
          !between.broken && !between.semicolon && between.ands == 0 && between.words <= 4 && !as_one && !explains;
      return counts ? at : nowhere;
    }
    return nowhere;
  }

  bool may_have_names(const Unit& unit) const {
    return !unit.used && !unit.listed && areas_.empty() && (unit.strength >= Strength::marked || heads_in_bold());
  }

  /// "given good and adequate grades"
  bool is_one_of_ratings(const Unit& unit) const {
    return unit.listed && !unit.used && unit.strength == Strength::asserted &&
           !is_at(items_, unit.low - 1, conjunction_or) && ends_in_rating(unit);
  }

  /// `after`: where the part of the sentence begins that belongs to the grade.
  bool is_of_the_whole(const Unit& unit, std::size_t after) {
    if (unit.listed || has_open_area(unit) || tells_of_scale() || counts_ratings(unit.high + 1) || has_label(unit))
      return false;
    // "Preventing crime  Good  Outstanding"
    const auto capital = [&](std::size_t at) { return is_at(items_, at, ItemKind::grade) && items_[at].capital; };
    if (items_[unit.low].capital && (capital(unit.high + 1) || capital(unit.low - 1))) return false;
    // "Our ratings of good tell you …"
    if (word_at(items_, unit.low - 1) == "of" && counts_ratings(unit.low - 2)) return false;
    // "requires improvement overall, as well as for being safe"
    const bool also_overall = is_at(items_, unit.high + 1, overall) && !has_area_before(after, unit.low);
    if (unit.used && !also_overall) return false;
    if (unit.strength < Strength::marked && !is_said_of_name(unit)) return false;
    return !is_of_that_area(unit.low) && !speaks_of_an_area(after, unit) &&
           !is_of_a_thing(block_, items_, after, unit.low) && !is_for_another_matter(unit) &&
           !is_of_the_rest(after, unit.low);
  }

  /// "Boarding provision: good": of an area that is not known.
  bool has_label(const Unit& unit) const {
    if (unit.low < 2 || is_at(items_, unit.high + 1, overall) ||
        !(items_[unit.low - 1].is(Mark::colon) || items_[unit.low - 1].is(Mark::dash) ||
          items_[unit.low - 1].is(Mark::pipe)))
      return false;
    std::size_t first = unit.low - 1;
    while (first > 0 && items_[first - 1].kind == ItemKind::word) --first;
    return items_[unit.low - 2].is_plain_word() && !holds(items_, first + 1, unit.low - 1, [](const Item& item) {
             return !item.is_plain_word() && !item.is(determiner | link | other_preposition | conjunction_and);
           });
  }

  /// "a clean sweep of ‘good’ judgements"
  bool counts_ratings(std::size_t at) const {
    return among<"ratings", "grades", "gradings", "judgements", "judgments", "marks", "scores", "results">(
        word_at(items_, at));
  }

  /// Where an area is spoken of and not graded, the grade may be meant for it.
  bool has_open_area(const Unit& unit) const {
    return !unit.on_services && std::any_of(areas_.begin(), areas_.end(), [&](std::size_t area) {
      return !claims_.is_bound(area) &&
             (area < unit.low ? !is_parted(items_, area, unit.low) : is_close_behind(unit, area));
    });
  }

  /// "A was outstanding and the rest of it good"
  bool is_of_the_rest(std::size_t after, std::size_t grade) const {
    return holds(items_, after, grade, [](const Item& item) { return item.word == "rest" && !item.capital; });
  }

  /// "Denbrook Police was good.": where the text reports on one area alone, that is a grade.
  bool is_said_of_name(const Unit& unit) {
    const NameRun name = claims_.name_before_grade(unit.low);
    if (name.empty() || !ends_clause(items_, unit.high + 1)) return false;
    std::size_t at = unit.low;
    while (at > 0 && items_[at - 1].first >= name.last) --at;
    return at < unit.low && holds(items_, at, unit.low, be) &&
           holds_only(items_, at, unit.low, be | adverb | every | body_noun | bodies_noun);
  }

  /// "The maternity service is good overall."
  bool has_area_before(std::size_t first, std::size_t grade) const {
    return std::any_of(areas_.begin(), areas_.end(),
                       [&](std::size_t area) { return area >= first && area < grade && claims_.is_bound(area); });
  }

  /// "five out of five for taste", "outstanding for its partnerships", "outstanding in mathematics": neither food
  /// hygiene nor the whole.
  [[gnu::noinline]] bool is_for_another_matter(const Unit& unit) const {
    // "Attendance requires improvement."
    if (unit.low == 1 && items_[1].is_verb && items_[0].name) return true;
    // "an outstanding grade for the way its pupils sing", "the lowest mark, inadequate, for the way staff plan"
    std::size_t lead = forward_over(items_, unit.high + 1, rating);
    if (is_at(items_, lead, Mark::comma)) ++lead;
    if (word_at(items_, lead) == "for" && word_at(items_, lead + 2) == "way" && !is_at(items_, lead + 3, pronoun))
      return true;
    const WordId link = word_at(items_, unit.high + 1);
    if (among<"in", "at">(link))
      return unit.high + 2 < items_.size() && items_[unit.high + 2].is_plain_word() && items_[unit.high + 2].number < 0;
    if (link != "for") return false;
    const std::size_t at = forward_over(items_, unit.high + 2, determiner);
    if (word_at(items_, at + 1) == "time" || word_at(items_, at) == "first") return false;  // "for the second time"
    if (at >= items_.size() || !items_[at].is_plain_word()) return false;
    const bool figure = block_.tokens[items_[unit.low].first].number >= 0;
    return (figure || at == unit.high + 2 || among<"its", "their", "our">(items_[at - 1].word)) &&
           !among<"food", "hygiene", "cleanliness", "standards", "kitchen">(items_[at].word);
  }

  /// "Its rating for that question was good", "in one respect outstanding": an area, but named elsewhere.
  bool is_of_that_area(std::size_t grade) const {
    for (std::size_t at = grade; at-- > 2 && grade - at < 8;) {
      const bool noun = items_[at].is(area_noun) || items_[at].word == "respect";
      const bool told = items_[at - 1].is(determiner) || items_[at - 1].number == 1;
      if (noun && told && items_[at - 2].is(link)) return true;
      if (items_[at].kind == ItemKind::mark || items_[at].is(contrast)) return false;
    }
    return false;
  }

  /// "A has been rated good, two years after inspectors found it to be poor": "it" is A.
  bool speaks_of_an_area(std::size_t after, const Unit& unit) const {
    if (after == 0 || !std::any_of(areas_.begin(), areas_.end(),
                                   [&](std::size_t area) { return claims_.is_bound(area) && area < unit.low; }))
      return false;
    if (is_at(items_, unit.high + 1, overall)) return false;
    // "rated good for A and in May, after a second visit, outstanding": nothing else is the subject.
    const bool figure = block_.tokens[items_[unit.low].first].number >= 0;
    const bool named = unit.low > 1 && items_[unit.low - 2].is(rating);
    if (!figure && !named && !holds(items_, after, unit.low, [](const Item& item) {
          return item.is(pronoun | body_noun | these | overall) || item.name || item.is(Mark::semicolon) ||
                 item.is(Mark::pipe) || item.is(Mark::stop) || item.is(Mark::colon);
        }))
      return true;
    for (std::size_t at = after; at < unit.low; ++at) {
      if (items_[at].word == "it" && items_[at - 1].kind == ItemKind::word && items_[at - 1].is(judge)) return true;
    }
    return false;
  }

  /// "**Buttercups Pre-school**, Chapel Hill – good": an entry of a list.
  bool heads_in_bold() const {
    const Token& first = block_.tokens[sentence_.first];
    return first.strong && first.line_start && !block_.heading && !items_.empty() && items_.front().name;
  }

  /// "… requires improvement when it comes to A": an area that was not bound, in the same breath.
  bool is_close_behind(const Unit& unit, std::size_t area) const {
    if (area <= unit.high) return false;
    const Gap between = gap(items_, unit.high, area);
    const bool set_off = between.commas == 1 && word_at(items_, unit.high + 2) == "for";  // "one good, for A"
    return !between.broken && !between.semicolon && (between.commas == 0 || set_off) && between.ands == 0 &&
           between.relatives == 0 && between.size <= 6;
  }

  /// Three grades and no area: the sentence explains the scale, unless it begins with a name that was given one.
  bool tells_of_scale() const {
    if (!areas_.empty() || units_.size() < 3) return false;
    const Unit& first = units_.front();
    return first.strength < Strength::asserted ||
           name_before(block_, sentence_.first, items_[first.low].first).empty() ||
           std::any_of(units_.begin(), units_.end(), [](const Unit& unit) { return unit.listed; });
  }

  /// "given good and adequate grades"
  bool ends_in_rating(const Unit& unit) const {
    for (std::size_t at = unit.high + 1; at < items_.size(); ++at) {
      if (items_[at].is(rating)) return true;
      if (!items_[at].is(ItemKind::grade) && !items_[at].is(conjunction_and) && !items_[at].is(Mark::comma))
        return false;
      if (items_[at].word == "or") return false;
    }
    return false;
  }
};

}  // namespace

void bind_wholes(Analysis& analysis, Claims& claims) { Wholes(analysis, claims).bind(); }

}  // namespace pressmark::inspection
