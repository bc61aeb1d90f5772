// Joins grades that are said of the same: again in other words, or as the two ends of a move.
#include "pressmark/inspection/clauses/unit.h"

#include <algorithm>

#include "pressmark/inspection/clauses/area.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class UnitFinder {
 public:
  UnitFinder(const Block& block, const Sentence& sentence)
      : items_(sentence.items), block_(block), sentence_(sentence) {}

  std::vector<Unit> find() {
    for (std::size_t at = 0; at < items_.size(); ++at) {
      if (items_[at].is(ItemKind::grade)) add(at);
    }
    return std::move(units_);
  }

 private:
  void add(std::size_t grade) {
    Unit unit;
    unit.current = unit.low = unit.high = grade;
    unit.strength = strength_of(block_, sentence_, grade);
    if (unit.strength == Strength::none) return;
    unit.on_services = is_verdict_on_services(block_, sentence_, grade);
    if (!units_.empty()) {
      Unit& before = units_.back();
      if (says_again(before.current, grade)) {
        before.high = grade;
        return;
      }
      if (ends_move(before, unit)) return;
      if (is_listed_with(before, grade)) unit.listed = before.listed = true;
      if (unit.strength == Strength::bare && before.strength >= Strength::marked && !is_broken(before.high, grade))
        unit.strength = Strength::asserted;  // "rated good for X and outstanding for Y"
    }
    units_.push_back(unit);
  }

  /// "from good to requires improvement", "to requires improvement from good": takes the grade into the unit before it.
  bool ends_move(Unit& before, const Unit& unit) const {
    const std::size_t other = before.high, at = unit.low;
    if (before.previous != nowhere) return false;
    const Gap between = gap(items_, other, at);
    if (between.broken) return false;
    // "Safe: poor → good"
    if (at == other + 2 && block_.tokens[items_[other + 1].first].id == Lexicon::arrow) {
      before.previous = other;
      before.current = before.high = at;
      before.strength = std::max(before.strength, unit.strength);
      return true;
    }
    if (preceded_by(before.low, "from") && between.commas == 0 && has_word(items_, other, at, "to")) {
      before.previous = other;
      before.current = before.high = at;
      const bool moved = moved_before(other) || opens_with_verdict(other);
      before.strength = std::max({before.strength, unit.strength, moved ? Strength::asserted : Strength::none});
      if ((!moved_before(before.low) && !opens_with_verdict(before.low)) || is_range(before.low)) before.listed = true;
      return true;
    }
    // "Its score of two was replaced with a five."
    if (has_word(items_, other, at, "replaced") && items_[at - 2].word == "with" && between.commas == 0) {
      before.previous = other;
      before.current = before.high = at;
      return true;
    }
    if (!preceded_by(at, "from") || between.words > 2 || between.ands > 0) return false;
    before.previous = at;
    before.high = at;
    return true;
  }

  /// "good or outstanding"
  bool is_listed_with(const Unit& before, std::size_t grade) const {
    return before.previous != before.high && only_joins(items_, before.high, grade) && !is_noun(sentence_, grade) &&
           !gap(items_, before.high, grade).broken;
  }

  /// "3 – adequate", "4 (good)", "good – the second highest rating": the same grade said in two ways.
  bool says_again(std::size_t figure, std::size_t word) const {
    std::size_t last = word;
    if (last > figure + 1 && items_[last - 1].is(conjunction_or)) --last;  // "4, or ‘good’"
    const bool is_figure = block_.tokens[items_[figure].first].number >= 0 && only_separators(items_, figure, last);
    const bool is_place = (names_a_place(word) || names_a_place(figure)) && is_set_off(figure, word);
    if (!is_figure && !is_place) return false;
    const auto one = items_[figure].mention->meanings();
    const auto two = items_[word].mention->meanings();
    return std::any_of(one.begin(), one.end(), [&](const Meaning& meaning) {
      return std::any_of(two.begin(), two.end(), [&](const Meaning& other) {
        return meaning.kind == PhraseKind::grade && other.kind == PhraseKind::grade && meaning.scale == other.scale &&
               meaning.item == other.item;
      });
    });
  }

  /// "the second highest grade"
  bool names_a_place(std::size_t grade) const {
    const auto words = block_.tokens.subspan(items_[grade].first, items_[grade].last - items_[grade].first);
    return std::any_of(words.begin(), words.end(), [](const Token& token) { return token.is(top | bottom); });
  }

  /// "‘inadequate’ – the lowest possible rating – for A".
  bool is_set_off(std::size_t grade, std::size_t again) const {
    bool mark = false;
    std::size_t at = grade + 1;
    if (items_[at].is(relative)) {  // "the lowest rating that there is, inadequate"
      while (at < again && !items_[at].is(Mark::comma)) ++at;
    }
    for (; at < again; ++at) {
      const Item& item = items_[at];
      mark = mark || item.is(Mark::dash) || item.is(Mark::comma) || item.is(Mark::open);
      if (item.kind != ItemKind::mark && !item.is(determiner)) return false;
    }
    return mark;
  }

  /// Whether a new clause begins between two items; areas between them do not matter.
  bool is_broken(std::size_t from, std::size_t to) const {
    for (std::size_t at = from + 1; at < to; ++at) {
      const bool stands_for = items_[at].is(so) && items_[at - 1].is(be | have);  // "the only one to be so"
      if (items_[at].is(contrast | reason | speech) && !items_[at].is(seem) && !stands_for) return true;
      if (items_[at].is(Mark::stop)) return true;
    }
    return false;
  }

  bool preceded_by(std::size_t at, WordId word) const {
    for (std::size_t back = at; back-- > 0 && at - back < 6;) {
      if (items_[back].word == word) return true;
      const bool figure = items_[back].is(Mark::open) || items_[back].is(Mark::number);  // "from 1 (weak)"
      if (!items_[back].is(determiner | grade_noun | overall | other_preposition | before | seem) &&
          !is_whole(items_[back]) && !figure)
        return false;
    }
    return false;
  }

  /// "From good to inadequate: Ofsted's verdict on …"
  bool opens_with_verdict(std::size_t at) const {
    return at == 1 && items_[0].word == "from" && holds(items_, 1, items_.size(), inspector | rating);
  }

  /// "scored as before, from inadequate to outstanding": nothing moved.
  /// "Each theme is marked from weak to excellent.", "show its rating, from 0 (poor) to 5 (good)"
  bool is_range(std::size_t grade) const {
    const bool of_each =
        holds(items_, 0, grade, [](const Item& item) { return item.is(every) || item.is(ItemKind::count); });
    if (grade == 3 && items_[0].is(rating) && items_[1].is(move)) return true;  // "Ratings go from zero to five."
    std::size_t from = grade;
    while (from > 0 && items_[from].word != "from") --from;
    return from > 0 && (items_[from - 1].is(Mark::comma) || of_each) && !holds(items_, 0, grade, move);
  }

  bool moved_before(std::size_t at) const {
    for (std::size_t back = at; back-- > 0;) {
      if (items_[back].is(move | judge | give) && !items_[back].is(hope)) return true;
      if (items_[back].is(contrast) || items_[back].is(Mark::semicolon)) return false;
    }
    return false;
  }

  std::span<const Item> items_;
  const Block& block_;
  const Sentence& sentence_;
  std::vector<Unit> units_;
};

}  // namespace

std::vector<Unit> find_units(const Block& block, const Sentence& sentence) {
  return UnitFinder(block, sentence).find();
}

}  // namespace pressmark::inspection
