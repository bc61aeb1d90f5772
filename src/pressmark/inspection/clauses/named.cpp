// Finds the names in labels, in lists and behind "goes to".
#include "pressmark/inspection/clauses/named.h"

#include <algorithm>

#include "pressmark/inspection/clauses/binder.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/clauses/name_list.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Named : Binder {
 public:
  using Binder::Binder;

  bool bind(const Unit& unit) {
    return name_labels(unit) || names_among(unit) || names_of_several(unit) || goes_to_name(unit);
  }

  bool series_of_names() {
    if (!areas_.empty() || units_.size() < 2 || (units_.front().strength != Strength::asserted && !all_in_brackets()))
      return false;
    std::vector<NameRun> names;
    std::uint32_t from = sentence_.first;
    for (const Unit& unit : units_) {
      if (unit.listed || unit.previous != nowhere || is_doubtful(sentence_, unit.low, true) ||
          time_of(sentence_, unit.low) != Time::current)
        return false;
      const std::vector<NameRun> runs = name_runs(block_, from, items_[unit.low].first, from > sentence_.first);
      if (runs.empty()) return false;
      NameRun name = runs.front();  // "Denbrook Police and the Elm force"
      for (const NameRun run : std::span(runs).subspan(1)) {
        if (run_joined_before(block_, sentence_, run).last == name.last) name = run;
      }
      names.push_back(name);
      from = items_[unit.high].last;
    }
    for (std::size_t index = 0; index < units_.size(); ++index) {
      const std::uint32_t first = index == 0 ? sentence_.first : names[index].first;
      claims_.add_named(units_[index], names[index], first, items_[units_[index].high].last);
      claims_.part_names();
      units_[index].used = true;
    }
    return true;
  }

 private:
  /// "Elm Primary (Good), Ash Infants (Outstanding) and …"
  bool all_in_brackets() const {
    return std::all_of(units_.begin(), units_.end(), [&](const Unit& unit) {
      return is_at(items_, unit.low - 1, Mark::open) && is_at(items_, unit.high + 1, Mark::close);
    });
  }

  /// The name that stands at the head of some words; empty where there is none.
  NameRun name_at_head(std::uint32_t first, std::uint32_t last) const {
    const std::vector<NameRun> runs = name_runs(block_, first, last, true);
    return runs.empty() || !heads(block_, first, runs.front()) ? NameRun{} : runs.front();
  }

  /// "Pass: The Tin Kettle; The Blue Door" and "The Tin Kettle, Quay Street – 4": grades of the whole, by name.
  bool name_labels(const Unit& unit) {
    const std::size_t next = after_brackets(unit.high + 1);
    if (opens_with(items_, unit.low) && (is_at(items_, next, Mark::colon) || is_at(items_, next, Mark::dash)))
      return label_names(unit, items_[next].last, sentence_.last);
    const bool ends = next >= items_.size() || items_[next].is(Mark::stop) || items_[next].is(Mark::semicolon) ||
                      items_[next].is(Mark::pipe) || items_[next].is(overall) ||
                      (items_[next].is(Mark::comma) && is_at(items_, next + 1, before | negation | inspection));
    if (!ends || unit.low == 0) return false;
    std::size_t mark = unit.low - 1;
    while (mark > 0 && items_[mark].is(grade_noun | determiner | judge)) --mark;
    if (!items_[mark].is(Mark::colon) && !items_[mark].is(Mark::dash) && !items_[mark].is(Mark::pipe)) return false;
    // "| The Crown | Takeaway | 5 |": the first cell is the name.
    const std::uint32_t entry = entry_before(unit.low, items_[mark].first);
    const bool row = block_.table && block_.tokens[sentence_.first].is(Mark::pipe);
    for (const std::uint32_t first : {row ? sentence_.first + 1 : entry, entry}) {
      const NameRun name = name_at_head(first, items_[mark].first);
      if (name.empty() || heads_a_phrase(name)) continue;
      claims_.add_named(unit, name, first, items_[unit.high].last);
      return true;
    }
    return false;
  }

  /// "Boarding provision: good", "Use of force: good": one capital makes no name of an area that is not known.
  bool heads_a_phrase(NameRun name) const {
    const Token& next = block_.tokens[name.last];
    return name.last == name.first + 1 && next.is(Mark::word) && !next.capital && !next.is(link);
  }

  /// "Two stars (good)", "Good (up from poor)"
  std::size_t after_brackets(std::size_t at) const {
    if (is_at(items_, at, Mark::close)) ++at;
    while (is_at(items_, at, Mark::open)) {
      while (at < items_.size() && !items_[at].is(Mark::close)) ++at;
      if (at < items_.size()) ++at;
    }
    return at;
  }

  /// The token with which the entry of a list begins that ends in this grade; `mark` parts its name from the grade.
  std::uint32_t entry_before(std::size_t grade, std::uint32_t mark) const {
    std::uint32_t first = sentence_.first;
    for (std::uint32_t at = first; at < items_[grade].first; ++at) {
      const Token& token = block_.tokens[at];
      if (token.is(Mark::semicolon) || token.is(Mark::bullet) ||
          ((token.is(Mark::pipe) || token.is(Mark::colon)) && at < mark))
        first = at + 1;
    }
    return first;
  }

  /// "and", but not the "&" of "Bannock & Brew"
  static bool joins_names(const Token& token) { return token.is(conjunction_and) && token.to - token.from > 1; }

  bool label_names(const Unit& unit, std::uint32_t first, std::uint32_t last) {
    bool any = false;
    const std::span<const Token> part = block_.tokens.subspan(first, last - first);
    const bool semicolons =
        std::any_of(part.begin(), part.end(), [](const Token& token) { return token.is(Mark::semicolon); });
    // "Pass: the Tin Kettle, the Blue Door and the Crown", but "Pass: The Tin Kettle, Quay Street"
    const bool series =
        std::any_of(part.begin(), part.end(), [](const Token& token) { return token.is(Mark::comma); }) &&
        std::any_of(part.begin(), part.end(), joins_names);
    if (series && !semicolons) return add_list(unit, first, last);
    for (std::uint32_t at = first; at < last;) {
      std::uint32_t end = at;
      while (end < last && !block_.tokens[end].is(Mark::semicolon) &&
             (semicolons || !block_.tokens[end].is(Mark::comma)))
        ++end;
      if (const NameRun name = name_at_head(at, end); !name.empty()) {
        claims_.add_named(unit, name, items_[unit.low].first, end);
        any = true;
      }
      if (!semicolons) break;
      at = end + 1;
    }
    return any;
  }

  /// "nine of the 21 trusts, X and Y among them, are rated good", "…, among them X and Y, …": grades of X and of Y.
  bool names_among(const Unit& unit) {
    const std::uint32_t grade = items_[unit.low].first;
    std::uint32_t end = sentence_.first;
    while (end < grade &&
           !(among<"among", "amongst">(block_.tokens[end].id) && block_.tokens[end + 1].is(pronoun | these)))
      ++end;
    if (end == grade) return false;
    std::uint32_t first = end;
    const auto parts = [&](std::uint32_t at) {
      return block_.tokens[at].is(Mark::comma) || block_.tokens[at].is(Mark::dash) || block_.tokens[at].is(Mark::open);
    };
    while (first > sentence_.first && !parts(first - 1)) --first;
    if (first == end) {  // the names stand behind
      first += 2;
      end = grade;
      while (end > first && !parts(end)) --end;
    }
    return add_list(unit, first, end);
  }

  /// A grade for each body of a list: "X, Y and Z".
  bool add_list(const Unit& unit, std::uint32_t first, std::uint32_t end) {
    bool any = false;
    for (std::uint32_t from = first; from < end;) {
      std::uint32_t to = from;
      while (to < end && !joins_names(block_.tokens[to]) && !block_.tokens[to].is(Mark::comma)) ++to;
      if (const NameRun name = name_at_head(from, to); !name.empty()) {
        claims_.add_named(unit, name, first, sentence_.last);
        any = true;
      }
      from = to + 1;
    }
    return any;
  }

  /// "Two trusts, X and Y, require improvement", "six trusts require improvement, including X and Y", "three cafes got
  /// a five: X, Y and Z": grades of those named.
  bool names_of_several(const Unit& unit) {
    const bool those = items_[0].is(these);  // "Those rated inadequate include X and Y."
    std::size_t bodies = 0;
    while (bodies < unit.low && !those && !items_[bodies].is(bodies_noun)) ++bodies;
    const bool counted = those || holds(items_, 0, bodies, [](const Item& item) {
                           return item.number > 1 || item.is(word_class::some | these);
                         });
    const bool five = items_[0].number > 1 && is_at(items_, 1, be);  // "Five were given a pass: X, Y and Z"
    if (five) bodies = 0;
    if (is_wished(sentence_, unit.low) || time_of(sentence_, unit.low) != Time::current) return false;
    if (bodies == unit.low || !(counted || five)) return goes_to_several(unit);
    std::size_t open = bodies + 1;  // "Two trusts in the north, X and Y, …"
    while (open < unit.low && items_[open].kind == ItemKind::word && !items_[open].is(be | have | judge | give)) ++open;
    if (items_[open].is(Mark::comma)) {
      std::size_t close = unit.low;
      while (close > open && !items_[close].is(Mark::comma)) --close;
      if (close > open && !items_[open + 1].is(including) &&
          holds_only(items_, close + 1, unit.low, be | have | judge | now | adverb | seem))
        return add_list(unit, items_[open].last, items_[close].first);
    }
    std::size_t list = forward_over(items_, unit.high + 1, rating);
    if (word_at(items_, list) == "by") list = forward_over(items_, list + 1, determiner | inspector);
    if (is_at(items_, list, Mark::comma)) ++list;
    const bool opens = list < items_.size() && (items_[list].is(Mark::colon) || items_[list].is(including));
    return opens && add_list(unit, items_[list].last, sentence_.last);
  }

  /// "A pass was given to three others in the town: X, Y and Z"
  bool goes_to_several(const Unit& unit) {
    std::size_t colon = unit.high + 1;
    while (colon < items_.size() && items_[colon].kind == ItemKind::word && !items_[colon].is(contrast)) ++colon;
    const bool given = holds(items_, unit.high + 1, colon, give) && holds(items_, unit.high + 1, colon, bodies_noun);
    const auto several = [](const Item& item) { return item.number > 1; };
    return is_at(items_, colon, Mark::colon) && given && holds(items_, unit.high + 1, colon, several) &&
           add_list(unit, items_[colon].last, sentence_.last);
  }

  /// "The latest ‘outstanding’ goes to Tansy Court", "a five was given to the Old Mill", "the inadequate one is Elm
  /// House": of the body named there.
  bool goes_to_name(const Unit& unit) {
    std::size_t at = unit.high + 1;
    if (is_at(items_, at + 1, be) && items_[at].number == 1) return claim_name_behind(unit, at + 1);
    // "a five for the Old Mill", "one-star food hygiene rating for the Old Mill"
    if (block_.tokens[items_[unit.low].first].number >= 0) {
      std::size_t link_at = at;
      while (is_at(items_, link_at, rating) || among<"food", "hygiene">(word_at(items_, link_at))) ++link_at;
      const bool of_one =
          is_at(items_, link_at + 1, determiner) || (link_at + 1 < items_.size() && items_[link_at + 1].name);
      if (word_at(items_, link_at) == "for" && of_one && claim_name_behind(unit, link_at)) return true;
    }
    at = forward_over(items_, at, rating);
    if (is_at(items_, at, Mark::comma)) {  // "A two-star rating, which means …, was handed to …"
      do ++at;
      while (at < items_.size() && !items_[at].is(Mark::comma));
      ++at;
    }
    while (is_at(items_, at, be | have | give | move | judge) && at < unit.high + 24) ++at;
    const bool given = at < items_.size() && at == unit.high + 1  // "gave zero to Golden Dragon"
                           ? is_at(items_, unit.low - 1, give)
                           : at < items_.size() && items_[at - 1].is(give | move);
    if (!given || items_[at].word != "to" || is_doubtful(sentence_, unit.low, true)) return false;
    return claim_name_behind(unit, at);
  }

  bool claim_name_behind(const Unit& unit, std::size_t at) {
    const NameRun name = name_at_head(items_[at].last, sentence_.last);
    if (!name.empty()) claims_.add_named(unit, name, sentence_.first, name.last);
    return !name.empty();
  }
};

}  // namespace

bool opens_with(std::span<const Item> items, std::size_t grade) {
  for (std::size_t at = 0; at < grade; ++at) {
    if (!items[at].is(Mark::bullet) && !items[at].is(judge | grade_noun | determiner | link | overall)) return false;
  }
  return true;
}

bool bind_series_of_names(Analysis& analysis, Claims& claims) { return Named(analysis, claims).series_of_names(); }

bool bind_names(Analysis& analysis, const Unit& unit, Claims& claims) { return Named(analysis, claims).bind(unit); }

}  // namespace pressmark::inspection
