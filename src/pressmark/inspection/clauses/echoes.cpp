// Finds the words that stand for a grade said before.
#include "pressmark/inspection/clauses/echoes.h"

#include <algorithm>

#include "pressmark/inspection/clauses/binder.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Echoes : Binder {
 public:
  using Binder::Binder;

  void bind() {
    bind_so();
    bind_too();
    bind_same();
  }

 private:
  /// "… requires improvement, and so is its use of resources", "… good, as is its leadership".
  void bind_so() {
    for (std::size_t index = 0; index < areas_.size(); ++index) {
      const std::size_t so = so_before(areas_[index]);
      if (so == nowhere) continue;
      const auto unit =
          std::find_if(units_.rbegin(), units_.rend(), [&](const Unit& other) { return other.high < so; });
      if (unit == units_.rend()) continue;
      // "…, and so did A, with a four"
      const std::size_t next = is_at(items_, areas_[index] + 1, Mark::comma) ? areas_[index] + 2 : areas_[index] + 1;
      if (word_at(items_, next) == "with") continue;
      // "A has risen to good from poor, and so has B from inadequate."
      if (word_at(items_, next) == "from" && is_at(items_, next + 1, ItemKind::grade)) {
        Unit moved = *unit;
        moved.previous = next + 1;
        claims_.claim(moved, areas_[index]);
        continue;
      }
      for (std::size_t more = index, last = areas_.list_end(index);
           more < last && !is_parted(items_, areas_[index], areas_[more]); ++more)
        claims_.claim(*unit, areas_[more]);
    }
  }

  /// Where the "so" or "as" stands that leads to an area.
  std::size_t so_before(std::size_t area) const {
    constexpr std::size_t reach = 10;
    for (std::size_t at = area; at-- > 0 && area - at < reach;) {
      const bool starts = items_[at].word == "so" || (items_[at].word == "as" && is_at(items_, at - 1, Mark::comma));
      // "as it is at A", "as does the extent to which it does A"
      if (!items_[at].is(determiner | be | have | seem | skip | body_noun | how | which | link) && !starts &&
          !is_of_ratings(at) && items_[at].word != "too")
        return nowhere;
      const bool again = items_[at + 1].is(pronoun) && among<"is", "does", "has">(items_[at + 2].word);
      const bool so_too = items_[at + 1].word == "too" && items_[at + 2].is(link);  // "and so too for A"
      if (starts && (again || so_too || items_[at + 1].is(be | have))) return at;
    }
    return nowhere;
  }

  /// "as have the ratings for A"
  bool is_of_ratings(std::size_t at) const {
    return items_[at].is(rating) ||
           (items_[at].is(link) && (is_at(items_, at - 1, rating | these) || word_at(items_, at - 1) == "that"));
  }

  /// "On A we were judged good, and on B too.", "A was judged good, and B was too."
  void bind_too() {
    for (const std::size_t area : areas_) {
      if (claims_.is_bound(area)) continue;
      const std::size_t end = over_echo(items_, area + 1);
      if (end == area + 1 || !ends_clause(items_, end)) continue;
      // "A is one of the outstanding areas, and B is another."
      const bool another = word_at(items_, end - 1) == "another";
      const std::size_t at = back_over(items_, area, determiner | link);
      const bool parted = at > 1 && items_[at - 2].is(Mark::comma);
      if ((at == area && !parted) || at < 2 || !items_[at - 1].is(conjunction_and)) continue;
      for (Unit& unit : units_) {
        if (unit.used && unit.high < at && at - unit.high <= (another ? 8 : 3)) claims_.claim(unit, area);
      }
    }
  }

  /// "… requires improvement at A, and the same goes for B", "…, and B got the same"
  void bind_same() {
    for (std::size_t at = 3; at < items_.size(); ++at) {
      if (items_[at].word != "same" || items_[at - 1].word != "the") continue;
      const std::size_t index = areas_.after(at);
      if (index == areas_.size()) return;
      const std::size_t area = areas_[index];
      // "the same goes for A", "the same grade was given for A", "and the same for A"
      const bool leads =
          among<"goes", "is", "was", "applies", "went">(items_[at + 1].word) || items_[at + 1].is(rating | link);
      const Gap between = gap(items_, at + 1, area);
      if (!leads || between.broken || between.words > 1 || between.commas + between.ands > 0 ||
          between.verbs > (items_[at + 1].is(rating) ? 2 : 0))
        return;
      const auto unit = std::find_if(units_.rbegin(), units_.rend(),
                                     [&](const Unit& other) { return other.used && other.high < at; });
      if (unit != units_.rend()) claims_.claim(*unit, area);
      return;
    }
  }
};

}  // namespace

void bind_echoes(Analysis& analysis, Claims& claims) { Echoes(analysis, claims).bind(); }

}  // namespace pressmark::inspection
