// Pairs areas and grades by their places.
#include "pressmark/inspection/clauses/rows.h"

#include <algorithm>

#include "pressmark/inspection/clauses/binder.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Rows : Binder {
 public:
  using Binder::Binder;

  bool bind() { return zip_flattened() || zip_respectively() || read_row(); }

 private:
  /// "A B weak satisfactory": as many areas as grades, side by side, as a table comes out of a PDF.
  bool zip_flattened() {
    bool any = false;
    for (std::size_t at = 0; at < items_.size();) {
      if (items_[at].is(ItemKind::area)) {
        any = zip_row(at) || any;
      } else {
        ++at;
      }
    }
    return any;
  }

  /// Goes on to what stands behind the areas and their grades.
  bool zip_row(std::size_t& at) {
    const std::size_t areas_from = at;
    std::size_t areas = 0;
    while (is_at(items_, at, ItemKind::area) ||
           (is_at(items_, at, determiner) && is_at(items_, at + 1, ItemKind::area))) {
      if (items_[at].is(ItemKind::area)) ++areas;
      ++at;
    }
    if (is_at(items_, at + 1, ItemKind::grade) && items_[at].name) ++at;  // "Evaluation"
    const std::size_t grades_from = at;
    while (is_at(items_, at, ItemKind::grade)) ++at;
    if (areas < 2 || at - grades_from != areas) return false;
    claim_row(areas_from, grades_from, at - 1);
    return true;
  }

  void claim_row(std::size_t areas_from, std::size_t grades_from, std::size_t last) {
    const NameRun label = label_before(areas_from);
    // What follows the table is no part of it.
    const bool of_now = !holds(items_, 1, areas_from, before);
    std::size_t area = areas_from;
    for (std::size_t grade = grades_from; grade <= last; ++grade, ++area) {
      while (!items_[area].is(ItemKind::area)) ++area;
      Unit unit;
      unit.current = unit.low = unit.high = grade;
      unit.strength = Strength::asserted;
      if (!claims_.claim_cell(unit, area, areas_from, last, grade == grades_from)) break;
      if (of_now) claims_.last().time = Time::current;
      if (!label.empty()) {
        claims_.last().subject_first = label.first;
        claims_.last().subject_last = label.last;
        claims_.last().labelled = true;
      }
      for (Unit& known : units_) known.used = known.used || known.current == grade;
    }
  }

  /// "Nursery class" before a row of areas, after the grades of another.
  NameRun label_before(std::size_t area) const {
    std::size_t first = area;
    while (first > 0 && items_[first - 1].kind == ItemKind::word && area - first < 4) --first;
    const bool row = first > 0 && first < area && items_[first - 1].is(ItemKind::grade) && items_[first].capital;
    const bool body = holds(items_, first, area, body_noun | bodies_noun);
    return row && body ? NameRun{items_[first].first, items_[area - 1].last} : NameRun{};
  }

  /// "graded good, good and adequate respectively for A, B and C"
  bool zip_respectively() {
    constexpr std::size_t fewest = 3;  // "good, good and adequate for A, B and C" needs no such word
    const bool as_many = units_.size() >= fewest && areas_.size() == units_.size() &&
                         areas_.list_end(0) == areas_.size() && stand_in_one_list() && !sentence_.question;
    if (!as_many && !holds(items_, 0, items_.size(), [](const Item& item) { return item.word == "respectively"; }))
      return false;
    // The areas that stand together after the grades, or else before them.
    std::size_t first = areas_.after(units_.back().high);
    if (first == areas_.size()) first = 0;
    const std::size_t last = areas_.list_end(first);
    if (last - first != units_.size() || units_.size() < 2) return false;
    if (units_.front().strength < Strength::marked && !areas_.holds_a_strong_area(areas_[first], areas_[last - 1]))
      return false;
    for (std::size_t index = 0; index < units_.size(); ++index) {
      units_[index].strength = units_.front().strength;
      claims_.claim(units_[index], areas_[first + index], std::min(areas_[first], units_.front().low),
                    std::max(areas_[last - 1], units_.back().high));
    }
    return true;
  }

  /// "good, good and adequate": all the grades of the sentence.
  bool stand_in_one_list() const {
    for (std::size_t at = 1; at < units_.size(); ++at) {
      if (!only_joins(items_, units_[at - 1].high, units_[at].low) ||
          holds(items_, units_[at - 1].high, units_[at].low, conjunction_or))
        return false;
    }
    return !holds(items_, 0, items_.size(), every | condition);
  }

  /// "Good  Preventing crime  Managing offenders": a line of a flattened table, the grade first, among others like it.
  bool read_row() {
    Unit& unit = units_.front();
    if (units_.size() != 1 || !items_[unit.low].capital || unit.high + 1 >= items_.size()) return false;
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const bool opening = at < unit.low && items_[at].is(Mark::bullet);
      const bool area = at > unit.high && items_[at].is(ItemKind::area) && items_[at].capital;
      if (at != unit.low && !opening && !area && !items_[at].is(Mark::comma)) return false;
    }
    int rows = 0;  // another such line is enough
    for (auto grade = block_.grades.begin(); grade != block_.grades.end() && rows < 2; ++grade) {
      if (block_.tokens[grade->first].line_start && overlaps(block_.areas, grade->last, grade->last + 1)) ++rows;
    }
    if (areas_.size() < 2 && rows < 2) return false;
    unit.strength = Strength::asserted;
    for (const std::size_t area : areas_) claims_.claim(unit, area);
    return true;
  }
};

}  // namespace

bool bind_rows(Analysis& analysis, Claims& claims) { return Rows(analysis, claims).bind(); }

}  // namespace pressmark::inspection
