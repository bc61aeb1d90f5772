// Looks for numbers and nouns of many among the words of the clause.
#include "pressmark/inspection/doubt/many.h"

#include "pressmark/inspection/doubt/past.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Many : GradeClause {
 public:
  explicit Many(const GradeClause& clause) : GradeClause(clause) {}

  bool holds_here() const {
    // "Forces were good at A but inadequate at B": of the same.
    if (is_at(items_, grade_ - 1, contrast)) {
      for (std::size_t at = grade_ - 1; at-- > 0;) {
        if (items_[at].is(ItemKind::grade)) return is_about_many({sentence_, at});
      }
    }
    if (is_of_a_country() || counts_grades() || is_of_so_many_bodies() || is_of_one_compared()) return true;
    if (!has(word_class::some | bodies_noun | body_noun) && !sentence_.figures) return false;
    if (names_what_it_counts(items_, grade_)) return false;
    if (goes_to_many() || is_of_several()) return true;
    for (std::size_t at = grade_; at-- > start_;) {
      if (items_[at].is(Mark::comma)) {
        at = start_of_aside(items_, grade_, at);  // "The report, for which it went to 14 forces, rates …"
      } else if (may_count(at) && (names_many(at) || (items_[at].number >= 0 && counts_many(at)))) {
        return true;
      }
    }
    return false;
  }

  bool is_count() const {
    if (grade_ > 1 && items_[grade_ - 2].is(ItemKind::area)) return false;
    if (is_said_of_things(items_, grade_) || is_one_of_areas()) return false;
    return grade_ > 0 && items_[grade_ - 1].number >= 0 &&
           (items_[grade_ - 1].is(Mark::number) || items_[grade_ - 1].is(ItemKind::word)) &&
           !items_[grade_ - 1].is(pronoun);
  }

 private:
  /// "Across England, A requires improvement.", "inadequate across the sector"
  bool is_of_a_country() const {
    for (std::size_t at = start_; at + 1 < grade_; ++at) {
      if (id(at) == "across" && among<"england", "wales", "britain">(id(at + 1))) return true;
    }
    if (id(grade_ + 1) == "everywhere") return true;  // "everywhere we went"
    return id(grade_ + 1) == "across" && among<"sector", "country", "nation", "region">(id(grade_ + 3));
  }

  /// "handed out 20 grades of poor", "the number judged to be poor"
  bool counts_grades() const {
    if (grade_ > 2 && id(grade_ - 1) == "of" && items_[grade_ - 2].is(grade_noun) && items_[grade_ - 3].number > 1)
      return true;
    const std::size_t at = back_over(items_, grade_, judge | seem | be);
    return at > 1 && id(at - 1) == "number" && id(at - 2) == "the";
  }

  /// "Unlike its neighbour, which was graded good, …"
  bool is_of_one_compared() const {
    if (!among<"unlike", "like">(id(0))) return false;
    std::size_t comma = 1;
    while (comma < grade_ && !items_[comma].is(Mark::comma)) ++comma;
    return is_at(items_, comma + 1, which) &&
           !holds(items_, 1, comma, [](const Item& item) { return item.is(ItemKind::area); }) &&
           !holds(items_, comma + 1, grade_, [](const Item& item) { return item.is(Mark::comma); });
  }

  /// "A was outstanding in just two": an area has no areas.
  bool is_of_so_many_bodies() const {
    // "an inadequate in 24 of the 33", unlike "good in 3 of the 5 areas"
    if (id(grade_ + 1) == "in" && is_at(items_, grade_ + 2, Mark::number) && id(grade_ + 3) == "of" &&
        !holds(items_, grade_ + 3, std::min(grade_ + 8, items_.size()), area_noun))
      return true;
    const std::size_t verb = back_over(items_, grade_, be | judge | have | adverb);
    if (id(grade_ + 1) != "in" || !is_at(items_, forward_over(items_, grade_ + 2, adverb), ItemKind::count))
      return false;
    if (verb < grade_ && verb > 0 && items_[verb - 1].is(ItemKind::area)) return true;
    // "A was poor in four of the last thirty reports and good in seven"
    for (std::size_t at = grade_; at-- > 0;) {
      if (items_[at].is(ItemKind::grade)) return is_about_many({sentence_, at});
    }
    return false;
  }

  bool may_count(std::size_t at) const {
    const Item& item = items_[at];
    if (!item.is(word_class::some | bodies_noun | body_noun) && item.number < 0) return false;
    if (!item.is(ItemKind::word) && !item.is(Mark::number)) return false;
    const bool idiom = id(at) == "most" && id(at - 1) == "the";  // "making the most of its money"
    const bool best = is_at(items_, at - 1, top);                // "has joined the top three per cent"
    return !idiom && !best && !one_of(at) && !is_ordinal(at) && !is_outdone(at);
  }

  bool names_many(std::size_t at) const {
    const Item& item = items_[at];
    if (item.is(word_class::some) && at + 1 < items_.size() &&
        (id(at + 1) == "of" || is_few_in(at) || (at + 1 == grade_ && items_[grade_].is_verb) ||
         items_[at + 1].is(bodies_noun | be) || item.is(Mark::number) ||
         // "the share that is good"
         (items_[at + 1].is(relative) && is_at(items_, at - 1, determiner))))
      return true;
    if (item.is(bodies_noun) && is_subject(at) && !tells_which_body(at) && !names_them(at)) return true;
    if (!item.is(body_noun) || at == 0) return false;
    const Item& before = items_[at - 1];
    if (before.word == "another") return true;
    // "every school", but not "On the questions put to every trust, it was …"
    return before.is(every) && !before.is(pronoun) && !items_[at + 1].is(Mark::comma);
  }

  bool counts_many(std::size_t at) const {
    const int number = items_[at].number;
    const Item& next = items_[at + 1];
    // "of the 31 services" of a scheme that has an area of that name
    if (number > 1 && next.is(ItemKind::area) && among<"were", "are">(id(at + 2))) return true;
    const bool all_of_them = is_at(items_, at - 1, every);  // "All three were graded good"
    if (number > 1) {
      // "14 primaries require improvement", "eight require improvement"
      if (at + 1 == grade_ && next.is_verb && !all_of_them) return true;
      if (!all_of_them && produces(at)) return true;
      if (!is_date(items_, at) && are_graded_for_area(at)) return true;
    }
    // "79 per cent", "72%", "40 of 44 stalls"
    if (next.word == "per" || next.is(Mark::other) ||
        // "seven of England's services"
        (next.word == "of" && at + 2 < items_.size() && (items_[at + 2].number >= 0 || items_[at + 2].name)))
      return true;
    // "one in five", "three in every four"
    if (next.word == "in" && at + 2 < items_.size() &&
        ((items_[at + 2].number > 1 && !items_[at + 2].is(Mark::number)) || items_[at + 2].is(every)))
      return true;
    // "51 were rated good", "Ten did well enough to be outstanding."
    const bool that_one = number == 1 && is_at(items_, at - 1, determiner | other);
    const bool of_name = at > 0 && items_[at - 1].name && items_[at - 1].number < 0 && id(at - 1) != "another";
    return !all_of_them && !that_one && !of_name && !is_date(items_, at) && at + 1 < grade_ &&
           next.is(be | judge | have | give) && !next.is(grade_noun);
  }

  /// "produced eleven that were rated poor", "two of them were good for A"
  bool produces(std::size_t number) const {
    if (number + 2 >= grade_ || is_at(items_, number - 1, link)) return false;
    const Item& next = items_[number + 1];
    const Item& second = items_[number + 2];
    return (next.is(relative) && second.is(be) && !is_at(items_, number - 1, determiner)) ||
           (next.word == "of" && second.is(these | pronoun));
  }

  /// "gave ‘adequate’ to almost half", "good to 20 of the 43", "inadequate in five forces"
  bool goes_to_many() const {
    if (grade_ + 2 >= items_.size()) return false;
    std::size_t next = grade_ + 1;  // "outstanding grades were given to four forces"
    while (next + 2 < items_.size() && items_[next].is(rating | be | give) && next < grade_ + 4) ++next;
    // "prevention is good in 25", "… in two thirds", "… in 12 out of 16"
    if (next == grade_ + 1 && id(next) == "in") {
      const std::size_t number = is_at(items_, next + 1, adverb) ? next + 2 : next + 1;
      const std::size_t behind = number + 1;
      if (number < items_.size() && items_[number].number > 1 && !items_[number].is(ItemKind::count) &&
          !is_date(items_, number)) {
        // "inadequate in four of the last thirty reports"
        if (id(behind) == "of" && is_at(items_, behind + 2, word_class::before | now)) return true;
        if ((behind >= items_.size() || items_[behind].kind == ItemKind::mark ||
             items_[behind].is(word_class::some | conjunction_and) || id(behind) == "out") &&
            holds(items_, 0, grade_, [](const Item& item) { return item.is(ItemKind::area); }))
          return true;
      }
    }
    // "in nearly all the rest"
    if (is_of_one_body() || (id(next) == "in" && holds(items_, next + 1, std::min(next + 5, items_.size()),
                                                       [](const Item& item) { return item.word == "rest"; })))
      return true;
    const bool to = id(next) == "to";
    if (!to && !(next == grade_ + 1 && items_[next].is(link))) return false;
    bool many = false;
    constexpr std::size_t reach = 8;  // "in more than half of the closed jails"
    for (std::size_t at = next + 1; at < items_.size() && at < next + reach; ++at) {
      if (items_[at].kind != ItemKind::word && items_[at].number < 0) return false;
      if (items_[at].is(link)) return false;
      if (many && items_[at].is(bodies_noun)) return true;
      many = many || items_[at].is(word_class::some) || items_[at].number > 1;
      if (to && (many || items_[at].is(bodies_noun))) return true;
    }
    return false;
  }

  /// "A was outstanding in only one force out of 43"
  bool is_of_one_body() const {
    if (id(grade_ + 1) != "in") return false;
    const std::size_t one = is_at(items_, grade_ + 2, adverb) ? grade_ + 3 : grade_ + 2;
    return one < items_.size() && items_[one].number == 1 && is_at(items_, one + 1, body_noun);
  }

  /// "only a handful in the country are outstanding"
  bool is_few_in(std::size_t at) const {
    return at > 0 && items_[at + 1].is(link) && (is_article(at - 1) || id(at - 1) == "only");
  }

  /// "Of the practices that were looked at, all but one were rated good."
  bool is_of_several() const {
    if (id(0) != "of" || !items_[1].is(determiner)) return false;
    std::size_t bodies = 2;
    while (bodies < 5 && bodies < grade_ && !items_[bodies].is(bodies_noun)) ++bodies;
    std::size_t comma = grade_;
    constexpr std::size_t reach = 16;
    while (comma > bodies && grade_ - comma < reach && !items_[comma].is(Mark::comma)) --comma;
    return comma > bodies && items_[comma].is(Mark::comma) &&
           (items_[comma + 1].is(every | word_class::some) || items_[comma + 1].number > 1);
  }

  /// "The three that were poor for A": bodies, since areas are good or poor themselves.
  bool are_graded_for_area(std::size_t number) const {
    if (!items_[number + 1].is(relative) || !items_[grade_ - 1].is(be | judge | seem)) return false;
    return grade_ + 2 < items_.size() && items_[grade_ + 1].is(link) && items_[grade_ + 2].is(ItemKind::area);
  }

  /// "Two forces, X Police and Y Police, …"
  bool names_them(std::size_t bodies) const {
    if (bodies + 1 < grade_ && items_[bodies + 1].name) return true;  // "its neighbours Elm and Norham Police"
    // "the Elm and Norham forces", but not "English and Welsh forces"
    if (bodies > 2 && items_[bodies - 1].name && items_[bodies - 2].is(conjunction_and) && items_[bodies - 3].name)
      return !among<"welsh", "english", "scottish">(id(bodies - 1));
    return bodies + 2 < grade_ && items_[bodies + 1].kind == ItemKind::mark && items_[bodies + 2].name &&
           !items_[bodies + 2].is(inspector);
  }

  /// "The trust that runs two of the county's hospitals …"
  bool tells_which_body(std::size_t at) const {
    for (std::size_t back = at; back-- > 1 && at - back < 8;) {
      if (items_[back].is(relative)) return items_[back - 1].is(body_noun);
      if (items_[back].is(be | judge)) break;
    }
    return false;
  }

  /// "did better than any of the forces around it"
  bool is_outdone(std::size_t at) const {
    for (std::size_t back = at; back-- > start_ && at - back < 5;) {
      if (id(back) == "than") return items_[back + 1].is(condition);
    }
    return false;
  }

  /// "the third of this year's reports"
  bool is_ordinal(std::size_t at) const { return id(at) == "third" && id(at - 1) == "the"; }

  /// "one of the forces", "one of a handful".
  bool one_of(std::size_t at) const {
    if (items_[at].number == 1 && id(at + 1) == "of") return true;
    for (std::size_t back = at; back-- > 0 && at - back < 7;) {
      // "For A only one of the eight forces was good": a count.
      const auto several = [](const Item& item) { return item.number > 1; };
      const bool counts = back > 1 && items_[at].is(bodies_noun) && holds(items_, back, at, several) &&
                          !items_[back - 2].is(be | seem) && items_[back - 2].kind == ItemKind::word;
      if (id(back) == "of" && back > 0 && items_[back - 1].number == 1) return !counts;
      if (items_[back].is(be | judge)) return false;
    }
    for (std::size_t back = at; back-- > 0 && at - back < 5;) {
      // "the first of the 43 forces", "the larger of its two hospitals"
      if (id(back) == "of" && back > 0 && among<"first", "latest", "larger", "smaller">(id(back - 1))) return true;
    }
    return false;
  }

  /// "forces were rated", "of the forces", "most forces": the bodies are what is graded.
  bool is_subject(std::size_t at) const {
    if (is_services(at) && at > 0 && among<"its", "their">(id(at - 1)))
      return false;  // "whether its services are safe"
    for (std::size_t back = at; back-- > start_ && at - back < 4;) {
      if (items_[back].is(word_class::before)) return false;                    // "at its last three inspections"
      const bool of_day = is_date(items_, back) || items_[back + 1].is(month);  // "9 May 2017 Services for children"
      if (items_[back].number >= 0 && !of_day && !(back > 0 && items_[back - 1].is(word_class::before))) return true;
      if (items_[back].is(some | every | condition)) return true;
    }
    // Children's services are one thing.
    // "placements in services rated inadequate"
    // "Services rated inadequate are visited again."
    if (is_services(at) && is_at(items_, at + 1, judge) &&
        (is_at(items_, at - 1, link | other_preposition) || is_at(items_, grade_ + 1, be)))
      return true;
    if (items_[at].is(area_noun) || is_services(at)) return false;
    return at == start_ || (at + 1 == grade_ && !items_[at - 1].name) ||
           (at + 1 < items_.size() && (items_[at + 1].is(relative | be | judge | have | give) || id(at + 1) == "in"));
  }

  bool is_services(std::size_t at) const { return id(at) == "services" && !(id(at - 1) == "neighbouring"); }

  /// "A was one of its two good areas."
  bool is_one_of_areas() const {
    if (grade_ < 6 || grade_ + 1 >= items_.size() || !items_[grade_ + 1].is(area_noun)) return false;
    std::size_t of = grade_ - 2;  // "one of the service's three"
    while (of > 3 && items_[of].is(determiner | body_noun)) --of;
    std::size_t area = of - 3;
    while (area > 0 && items_[area].is(seem)) --area;
    return id(of) == "of" && items_[of - 1].number == 1 && items_[of - 2].is(be) && items_[area].is(ItemKind::area);
  }
};

}  // namespace

bool is_about_many(const GradeClause& clause) { return Many(clause).holds_here(); }

bool is_counted(const GradeClause& clause) { return Many(clause).is_count(); }

bool is_said_of_things(std::span<const Item> items, std::size_t grade) {
  return grade > 3 && items[grade - 1].number > 1 && items[grade - 2].is(determiner) && items[grade - 3].is(be) &&
         items[grade - 4].is(ItemKind::area);
}

bool names_what_it_counts(std::span<const Item> items, std::size_t grade) {
  std::size_t at = grade + 1;
  const bool opens =
      at < items.size() && (items[at].is(Mark::open) || items[at].is(Mark::colon) || items[at].is(Mark::dash));
  std::size_t list = at + 1;  // ", including A", ", and these include A"
  while (list + 1 < items.size() && items[list].is(conjunction_and | these | which) && !items[list].is(including))
    ++list;
  const bool lists = list < items.size() && items[at].is(Mark::comma) && items[list].is(including);
  if (lists) at = list;
  const bool are = is_at(items, at, be) && items[0].is(including);  // "Among the five that are good are"
  if ((!opens && !lists && !are) || word_at(items, grade - 1) == "is") return false;
  for (++at; at < items.size() &&
             items[at].is(including | these | pronoun | determiner | how | be | body_noun | link | which);
       ++at)
    ;
  return at < items.size() && items[at].is(ItemKind::area);
}

}  // namespace pressmark::inspection
