// Goes through the grades in order and asks of the areas on each side whether they are bound.
#include "pressmark/inspection/clauses/binding.h"

#include <algorithm>
#include <optional>

#include "pressmark/inspection/clauses/area.h"
#include "pressmark/inspection/clauses/backward.h"
#include "pressmark/inspection/clauses/binder.h"
#include "pressmark/inspection/clauses/forward.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Binding : Binder {
 public:
  using Binder::Binder;

  bool bind() {
    const bool label_row = areas_.front() < units_.front().low && is_label(analysis_, areas_.front(), units_.front());
    for (std::size_t index = 0; index < units_.size(); ++index) {
      Unit& unit = units_[index];
      if (const std::vector<std::size_t> left = free_before(index); !left.empty()) {
        service_.reset();
        bind_left(unit, left);
      } else if (index > 0) {
        bind_again(units_[index - 1], unit);
      }
      if (label_row && unit.used) continue;
      const std::size_t before = claims_.size();
      bind_right(unit, index + 1 < units_.size() ? &units_[index + 1] : nullptr);
      if (service_) claims_.name_from(before, *service_);
    }
    return !counts_bodies_;
  }

 private:
  /// Areas between the grade before and this one that are still free.
  std::vector<std::size_t> free_before(std::size_t index) const {
    std::vector<std::size_t> left;
    for (const std::size_t area : areas_) {
      if (area < units_[index].low && (index == 0 || area > units_[index - 1].high) && !claims_.is_bound(area))
        left.push_back(area);
    }
    return left;
  }

  void bind_left(Unit& unit, const std::vector<std::size_t>& left) {
    // The run of the list that ends nearest the grade.
    std::size_t first = left.size() - 1;
    while (first > 0 && areas_.goes_on(left[first - 1], left[first])) --first;
    if (left.size() == 1 && unit.strength == Strength::asserted && is_for_this_area(unit))
      return claims_.claim(unit, left[0]);
    // "For A, B was good.": the grade is for B.
    if (left.size() - first == 2 && is_fronted(block_, items_, left[first]) &&
        gap(items_, left[first], left.back()).ands == 0)
      ++first;
    if (!binds_backward(analysis_, left.back(), unit, left[first])) return;
    if (is_excepted(items_, left[first]) && !is_told_of(left.back(), unit.low)) return;
    // "The maternity service was rated poor for A": it is what is graded.
    if (left.size() - first == 1 && word_at(items_, unit.high + 1) == "for" &&
        is_at(items_, forward_over(items_, unit.high + 2, determiner | be), ItemKind::area)) {
      if (items_[left.back()].last - items_[left.back()].first > 1) service_ = left.back();  // no pillar: "people"
      return;
    }
    // "at A (…) and at B, adequate at C", "Under A it was found to be good at B": the grade has an area of its own.
    const bool set_apart = left.back() + 2 == unit.low && items_[left.back() + 1].is(Mark::comma);
    if ((set_apart || is_fronted(block_, items_, left[first])) && is_at(items_, unit.high + 1, link) &&
        is_at(items_, forward_over(items_, unit.high + 2, determiner), ItemKind::area))
      return;
    // "A was rated good in one, poor in three": statistics.
    if (unit.high + 2 < items_.size() && items_[unit.high + 1].is(link) && items_[unit.high + 2].is(ItemKind::count) &&
        items_[unit.high + 2].number > 0 && items_[unit.high + 2].last - items_[unit.high + 2].first == 1) {
      counts_bodies_ = true;
      return;
    }
    // "A, and above all B, which was graded good": of B.
    if (left.back() + 3 < unit.low && items_[left.back() + 1].is(Mark::comma) &&
        items_[left.back() + 2].word == "which" &&
        (items_[left.back() + 3].is(pronoun | first_person | inspector) ||
         among<"is", "was", "has">(items_[left.back() + 3].word)))
      first = left.size() - 1;
    // A row of labels gives each grade to the one area before it.
    if (is_label(analysis_, left.back(), unit) && !gap(items_, left.back(), unit.low).colon &&
        gap(items_, left.back(), unit.low).size == 0 && units_.size() > 1 && !is_judged(items_, left[first]) &&
        !items_[unit.low].is_verb)
      first = left.size() - 1;
    for (std::size_t at = first; at < left.size(); ++at) claims_.claim(unit, left[at]);
    last_label_ = left.back();
    backward_.assign(left.begin() + static_cast<std::ptrdiff_t>(first), left.end());
  }

  void bind_right(Unit& unit, const Unit* next) {
    const std::size_t limit = next ? next->low : items_.size();
    const std::size_t first = areas_.after(unit.high);
    if (first == areas_.size() || areas_[first] >= limit || !binds_forward(analysis_, unit, areas_[first])) return;
    std::size_t last = areas_.list_end(first);
    while (last > first && areas_[last - 1] >= limit) --last;
    // "good for A, and B was praised"
    const bool of_ratings = unit.low > 1 && items_[unit.low - 2].is(rating);  // "Our grades of good in A and B are …"
    if (last - first > 1 && !of_ratings && has_its_own_verb(areas_[last - 2], areas_[last - 1])) --last;
    // "good for A, and B requires improvement": B belongs to what follows.
    if (next && last - first > 1 && directly_backward(analysis_, areas_[last - 1], *next)) --last;
    // "good for A and, for B, poor", "good for A and, when it comes to B, poor"
    const std::size_t own = areas_[last - 1];
    constexpr std::size_t longest = 6;  // items of ", when it comes to the"
    std::size_t aside = own;
    while (aside > unit.high && own - aside < longest && !items_[aside].is(Mark::comma)) --aside;
    if (next && last - first > 1 && own + 2 == next->low && items_[own + 1].is(Mark::comma) &&
        items_[aside].is(Mark::comma) &&
        ((aside + 2 == own && items_[own - 1].is(link)) || items_[aside - 1].is(conjunction_and)))
      --last;
    if (is_excepted(items_, areas_[first])) return;
    if (next && last - first == 1 && is_one_as(areas_[first], *next)) return;
    // "good; A was …": a single area that the next grade takes with a verb of its own.
    if (next && last - first == 1 && directly_backward(analysis_, areas_[first], *next) &&
        gap(items_, unit.high, areas_[first]).links == 0)
      return;
    for (std::size_t at = first; at < last; ++at) claims_.claim(unit, areas_[at]);
    forward_.assign(areas_.begin() + static_cast<std::ptrdiff_t>(first),
                    areas_.begin() + static_cast<std::ptrdiff_t>(last));
  }

  /// "all except A, which was judged good", but not "all except A were good"
  bool is_told_of(std::size_t area, std::size_t grade) const {
    std::size_t at = area + 1;
    if (items_[at].kind == ItemKind::mark) ++at;
    return at == grade || items_[at].is(which | relative | judge | seem);
  }

  /// "Three were rated as good, one (A) as poor": A is the one.
  bool is_one_as(std::size_t area, const Unit& next) const {
    const bool one = area > 1 && items_[area - 2].number == 1;
    const bool ends = items_[area + 1].is(Mark::close) || items_[area + 1].is(Mark::comma);
    return one && ends && (area + 2 == next.low || (area + 3 == next.low && items_[area + 2].word == "as"));
  }

  /// Whether the last area of a list begins a clause instead: ", and its values and culture are …".
  bool has_its_own_verb(std::size_t before, std::size_t area) const {
    return area + 1 < items_.size() && items_[area + 1].is(be | have | keep | modal | move) &&
           !items_[area + 1].is(adverb) && gap(items_, before, area).ands > 0;
  }

  /// A grade that has no areas before it may be for those of the grade before.
  void bind_again(const Unit& previous, Unit& unit) {
    bind_subject(previous, unit);
    bind_former(previous, unit);
    bind_this_inspection(previous, unit);
    bind_moved(previous, unit);
    bind_now(previous, unit);
  }

  /// "A, previously rated inadequate, is now rated good"
  void bind_subject(const Unit& previous, Unit& unit) {
    if (backward_.empty() || !previous.used || unit.used || unit.listed) return;
    std::size_t start = previous.high + 1;
    // "by Ofsted", "in 2021", "on 12 October 2022", "last time", "by the CQC two years ago", "in the autumn"
    while (start + 1 < unit.low && !items_[start].is(be | have) &&
           (items_[start].is(link | month | word_class::before | duration | inspector | determiner) ||
            items_[start].number >= 0 || items_[start].word == "by" ||
            (start > previous.high + 1 && items_[start].is(ItemKind::word) && items_[start + 1].is(Mark::comma))))
      ++start;
    const Gap between = gap(items_, start > previous.high + 1 ? start : previous.high, unit.low);
    const Item& first = items_[start];
    // "A (poor in 2017) has climbed to good"
    const bool starts =
        first.is(Mark::comma) || first.is(Mark::close) || first.is(conjunction_and) || first.is(contrast);
    std::size_t verb = start + 1;
    while (verb < unit.low && items_[verb].is(pronoun | determiner | body_noun)) ++verb;  // "…, it is now good"
    // "…, which we rated good last year, requires improvement"
    const bool at_once = starts && verb == unit.low && items_[verb].is_verb;
    const bool again = at_once || (starts && verb < unit.low && items_[verb].is(be | have | keep | now) &&
                                   (verb == start + 1 || says_now(items_, unit.low)));
    if (!again || between.words > 0 || between.links > (start > previous.high + 1 ? 1 : 0) ||
        (between.verbs == 0 && !items_[unit.low].is_verb && !has_moved(verb, unit.low)))
      return;
    claims_.claim_all(unit, backward_);
  }

  /// "…, has risen to good"
  bool has_moved(std::size_t verb, std::size_t grade) const {
    return among<"has", "have">(items_[verb].word) && holds(items_, verb, grade, move);
  }

  /// "A – good (previously inadequate)"
  void bind_former(const Unit& previous, Unit& unit) {
    if (backward_.empty() || !previous.used || unit.used || unit.listed) return;
    const Gap between = gap(items_, previous.high, unit.low);
    if (!between.paren || between.broken || between.words > 0 || between.verbs > between.judges ||
        !holds(items_, previous.high + 1, unit.low, word_class::before))
      return;
    for (const std::size_t area : backward_)
      claims_.add_former(unit, {Scope::area, area, std::min(area, unit.low), unit.high});
    unit.used = true;
  }

  /// "rated outstanding for A the year before, has slipped to good"
  void bind_moved(const Unit& previous, Unit& unit) {
    if (forward_.empty() || !previous.used || unit.used || unit.listed || previous.high > forward_.front()) return;
    // "Once rated inadequate at A, the force is now good in this area"
    const bool for_it =
        unit.high + 2 < items_.size() && items_[unit.high + 1].is(link) && items_[unit.high + 2].word == "it";
    if ((for_it || is_for_this_area(unit)) && time_of(sentence_, previous.current) != Time::current &&
        gap(items_, std::max(forward_.back(), unit.low - std::min<std::size_t>(unit.low, 7)), unit.low).words == 0) {
      claims_.claim_all(unit, forward_);
      return;
    }
    // "rated good for A in 2019, but this time it was rated poor"
    if (is_contrasted_with_now(forward_.back(), unit)) {
      claims_.claim_all(unit, forward_);
      return;
    }
    const Gap between = gap(items_, forward_.back(), unit.low);
    if (between.broken || between.semicolon || between.ands > 0 || between.words > 1 || between.moves == 0 ||
        !has_word(items_, forward_.back(), unit.low, "to") ||
        !holds(items_, previous.low + 1, unit.low, word_class::before))
      return;
    claims_.claim_all(unit, forward_);
  }

  bool is_for_this_area(const Unit& unit) const {
    const std::size_t noun = unit.high + 3;
    return noun < items_.size() && items_[unit.high + 1].is(link) && items_[unit.high + 2].is(determiner) &&
           (items_[noun].is(area_noun) || items_[noun].word == "respect");
  }

  bool is_contrasted_with_now(std::size_t area, const Unit& unit) const {
    const std::size_t grade = unit.low;
    if (is_at(items_, unit.high + 1, link)) return false;  // it has an area of its own
    bool contrasted = false;
    bool now_said = false;
    int words = 0;
    for (std::size_t at = area + 1; at < grade; ++at) {
      const Item& item = items_[at];
      if (item.is(Mark::semicolon) || item.is(ItemKind::area) || item.is(ItemKind::count) || item.is(relative))
        return false;
      if (contrasted && item.is(link)) return false;
      contrasted = contrasted || item.is(contrast);
      now_said = now_said || (contrasted && item.is(now));
      if (item.classes == 0 && item.kind == ItemKind::word && contrasted) ++words;
    }
    return contrasted && now_said && words <= 1;
  }

  /// "In 2021 it was adequate at A; now it is good.", "… and is good today"
  void bind_now(const Unit& previous, Unit& unit) {
    if (unit.used || unit.listed || !previous.used || unit.high == previous.high) return;
    const std::size_t from = std::max(previous.high, forward_.empty() ? 0 : forward_.back()) + 1;
    const std::vector<std::size_t>& areas =
        !forward_.empty() && forward_.front() > previous.high ? forward_ : backward_;
    if (areas.empty() || from >= unit.low || time_of(sentence_, previous.current) == Time::current) return;
    bool now_said = is_at(items_, unit.high + 1, now);
    for (std::size_t at = from; at < unit.low; ++at) {
      const Item& item = items_[at];
      now_said = now_said || (item.is(now) && !item.is(determiner));
      const bool passes = item.is(pronoun | be | have | adverb | now | determiner | body_noun | conjunction_and |
                                  contrast | before | duration | judge) ||
                          item.is(Mark::semicolon) || item.is(Mark::comma) || item.number >= 0;
      if (!passes) return;
    }
    const std::size_t next = unit.high + 1;
    const bool own_area =
        next + 1 < items_.size() && items_[next].is(link) && !items_[next + 1].is(pronoun | determiner | these);
    if (!now_said || own_area) return;
    claims_.claim_all(unit, areas);
  }

  /// "Previous inspection: good. This inspection: …"
  void bind_this_inspection(const Unit& previous, Unit& unit) {
    if (!last_label_ || !holds(items_, *last_label_ + 1, previous.low, word_class::before)) return;
    const Gap between = gap(items_, previous.high, unit.low);
    if (between.broken || !between.colon || between.words > 0 || between.verbs > 0 || unit.used) return;
    claims_.add(unit, {Scope::area, *last_label_, unit.low, unit.high});
    unit.used = true;
  }

  bool counts_bodies_ = false;
  std::optional<std::size_t> last_label_;
  std::optional<std::size_t> service_;  // the area that the grade of another is said of
  std::vector<std::size_t> backward_;   // areas that the last grade took from before it
  std::vector<std::size_t> forward_;    // … from after it
};

}  // namespace

bool bind_areas(Analysis& analysis, Claims& claims) { return Binding(analysis, claims).bind(); }

}  // namespace pressmark::inspection
