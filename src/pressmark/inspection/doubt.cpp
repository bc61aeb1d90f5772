// Reads the words around a grade for everything that keeps it from being a grade given now.
#include "pressmark/inspection/doubt.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

/// "A and B are the two goods."
bool is_said_of_things(const std::vector<Item>& items, std::size_t grade) {
  return grade > 3 && items[grade - 1].number > 1 && items[grade - 2].is(determiner) && items[grade - 3].is(be) &&
         items[grade - 4].is(ItemKind::area);
}

class Reader {
 public:
  Reader(const Sentence& sentence, std::size_t grade) : sentence_(sentence), items_(sentence.items), grade_(grade) {}

  bool denied_or_wished() const {
    if (grade_ > 0 && id(grade_ - 1) == "however") return true;
    if (id(0) == "had" && has(modal)) return true;  // "Had it been rated poor it would have closed."
    bool may_wish = true;
    for (std::size_t at = grade_; at-- > start();) {
      const Item& item = items_[at];
      if (item.is(conjunction_and) && at + 1 == grade_ && items_[grade_].present_verb) break;  // a verb of its own
      // "in need of improvement – the grade is poor – for A"
      const bool aside = item.is(Mark::dash) && items_[grade_ - 1].is(be) && items_[grade_ - 2].is(rating);
      // "Our hope is that …", "They deserve policing that is …"
      const bool of_hope = at > 1 && items_[at - 2].is(hope) && (items_[at - 1].is(be) || is_plain_word(at - 1));
      if (item.is(Mark::comma) || (item.is(relative) && !of_hope) || aside) may_wish = false;
      if (item.is(negation) && !harmless_negation(at) && !is_of_an_earlier_clause(at)) return true;
      const bool named = item.capital && at > 0 && (item.is(month) || items_[at - 1].name);  // May, "Mill Road"
      const bool done = at > 0 && items_[at - 1].is(have);                                   // "has become"
      const bool verb_of_grade = at + 1 == grade_ && items_[grade_].quoted && item.is(requires_verb);
      // "It will appeal against its rating of 1": what it has is no wish.
      if (is_its_rating(at)) {
        if (at > 0 && takes_away(id(at - 1))) return true;
        may_wish = false;
        // "As A was not looked at, its rating of good stands."
        if (at > 0 && items_[at - 1].is(Mark::comma)) break;
      }
      if (may_wish && item.is(hope | modal) && !item.is(negation) && !named && !done && !verb_of_grade &&
          !comes_after(at))
        return true;
      if (id(at) == "would" && items_[at + 1].is(be) && items_[at + 2].is(speech)) return true;
      const bool outdone = at > 0 && id(at - 1) == "than";  // "better than any of its neighbours"
      const bool manner = id(at) == "ensures" && at > 1 && (items_[at - 1].is(how) || items_[at - 2].is(how));
      if (item.is(condition) && !outdone && !manner &&
          !(id(at) == "whether" && at > 0 && items_[at - 1].is(link | other_preposition)))
        return true;
      // "To be graded good, a force must …", "what it has to do to be rated good", "our targets: to be rated good for
      // A, to be outstanding at B"
      if (id(at) == "to" && items_[at + 1].is(be | give) &&
          (at == start() || items_[at - 1].is(conjunction_and | relative) || id(at - 1) == "do" ||
           (items_[at - 1].kind == ItemKind::mark && start_of_aside(at - 1) == at - 1)))
        return !is_remark_on_fact();
      // "is about to rate it inadequate"
      if (id(at) == "to" && at > 0 && among<"about", "due", "set">(id(at - 1)) && items_[at + 1].is(judge)) return true;
      // "within a hair's breadth of an overall good"
      if (id(at) == "within" && of_follows(at)) return true;
      if (among<"run", "runs">(id(at)) && id(at + 1) == "from") return true;  // "ratings run from …"
    }
    if (is_for_any() || (has(how | condition) && tells_when_it_is_given()) || opens_with_any_case()) return true;
    if (grade_ > 1 && id(grade_ - 1) == "least" && id(grade_ - 2) == "at") return true;
    // "It would then be shown as that: good for A, poor for B."
    if (start() > 0 && items_[start() - 1].is(Mark::colon) && has(modal)) {
      for (std::size_t at = start() - 1; at-- > 0;) {
        if (is_hypothetical(at)) return true;
      }
    }
    // "outstanding only when …"
    if (id(grade_ + 1) == "only" && grade_ + 2 < items_.size() && items_[grade_ + 2].is(how | condition)) return true;
    // "A rating of good means that …"
    for (std::size_t at = grade_ + 1, last = has(reason) ? end() : 0; at < last; ++at) {
      if (among<"means", "mean">(id(at))) return !items_[at - 1].is(relative);  // "a rating of 5, which means"
      if (items_[at].is(be | judge) && !items_[at].is(rating)) break;
    }
    if (has(modal) && is_foretold()) return true;
    // "The rating of inadequate could not stand and was quashed."
    if (has(negation) && std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(grade_), items_.end(), annuls))
      return true;
    if (is_untrue()) return true;
    // "however good the rest may be", "good or better"
    if (grade_ + 1 < items_.size() && items_[grade_ + 1].is(conjunction_or)) return true;
    return false;
  }

  /// "It is wrong to say that it was rated poor.", "Claims that it was rated poor are untrue."
  bool is_untrue() const {
    for (std::size_t at = 1; at < items_.size(); ++at) {
      if (!items_[at - 1].is(be)) continue;
      const bool to_say = at + 1 < items_.size() && items_[at + 1].is(seem | relative);
      if (among<"untrue", "false", "incorrect">(id(at)) || (to_say && id(at) == "wrong")) return true;
    }
    return false;
  }

  /// "They are poor for A when prisoners are badly hurt.", "A is good where leaders have high hopes", "… if pupils
  /// learn."
  bool tells_when_it_is_given() const {
    for (std::size_t at = grade_ + 1; at + 2 < items_.size() && items_[at].kind != ItemKind::mark; ++at) {
      if (id(at) == "if") return true;
      const bool directly = id(at) == "where" && at == grade_ + 1;
      if (id(at) != "when" && !directly) continue;
      const WordId verb = id(at + 2);
      return (among<"have", "is", "are">(verb) || id(at + 1) == "there") && !items_[at + 1].is(pronoun) &&
             is_present(sentence_, grade_);
    }
    return false;
  }

  /// "We rate as outstanding those that go further.", "A rating of good is for services that …"
  bool is_for_any() const {
    std::size_t at = grade_ + 1;
    while (at + 1 < items_.size() && (items_[at].is(be | link | judge | condition) || id(at) == "a")) ++at;
    return at + 1 < items_.size() && (id(at) == "those" || items_[at].is(bodies_noun | body_noun)) &&
           items_[at + 1].is(relative);
  }

  /// "Where we rate a practice as good for A, it is usually because …", "But where a home is poor, and stays poor, …"
  bool opens_with_any_case() const {
    std::size_t first = start();
    if (first > 0 && items_[first - 1].is(conjunction_and)) first = 0;
    while (first < grade_ && items_[first].is(contrast | adverb)) ++first;
    if (first + 1 >= grade_ || !among<"where", "when">(id(first))) return false;
    for (std::size_t at = first + 1; at < grade_; ++at) {
      if (items_[at].kind == ItemKind::mark && !items_[at + 1].is(conjunction_and)) return false;
      if (any_body(at) != 0) return true;
    }
    return false;
  }
  /// "a school", "a care home": where its noun stands; 0: no such words here.
  std::size_t any_body(std::size_t article) const {
    if (article + 1 >= grade_ || !among<"a", "an">(id(article))) return 0;
    std::size_t at = article + 1;
    if (items_[at].kind == ItemKind::word && items_[at].classes == 0 && (!items_[at].name || id(at) == "gp")) ++at;
    return at < grade_ && items_[at].is(body_noun) ? at : 0;
  }

  /// "rated good last year for A, now requires improvement for it"
  bool tells_of_now() const {
    bool now_said = false;
    for (std::size_t at = grade_ + 1; at < items_.size(); ++at) {
      if (items_[at].is(Mark::semicolon)) return false;
      now_said = now_said || id(at) == "now" || (id(at) == "time" && is_this(at - 1));
      if (now_said && items_[at].is(ItemKind::grade)) return true;
    }
    return false;
  }
  bool is_this(std::size_t at) const { return id(at) == "this"; }
  /// "The grade ‘poor’ for A will be handed out to half of them", "‘Good’ for A, they add, would be out of reach."
  bool is_foretold() const {
    for (std::size_t at = start(); at < grade_; ++at) {
      const bool gerund = id(at) == "being" || (at > 0 && id(at - 1) == "being");  // "Being rated good would help."
      // Else the grade is no subject.
      if (!gerund && items_[at].is(be | judge | give | have) && !items_[at].is(rating)) return false;
    }
    std::size_t at = grade_ + 1;
    const bool unsure = grade_ > 0 && (is_article(grade_ - 1) || items_[grade_ - 1].number == 1);
    if (unsure && at < items_.size() && items_[at].is(rating)) ++at;  // "An inadequate rating would have closed it."
    while (at < items_.size() && (items_[at].is(ItemKind::area) || items_[at].is(link | determiner | how))) ++at;
    return at < items_.size() && at > grade_ + 1 && items_[at].is(modal) && !items_[at].is(negation);
  }
  bool is_hypothetical(std::size_t at) const { return among<"would", "could", "might">(id(at)); }

  bool is_plain_word(std::size_t at) const { return items_[at].is(ItemKind::word) && items_[at].classes == 0; }
  bool is_article(std::size_t at) const { return among<"a", "an">(id(at)); }

  bool is_its_rating(std::size_t at) const {
    if (!among<"its", "their">(id(at))) return false;
    for (std::size_t next = at + 1; next < grade_; ++next) {
      if (items_[next].is(rating)) return id(next + 1) == "of" && next + 2 == grade_;
      if (items_[next].kind != ItemKind::word || items_[next].is(be | judge | give | hope)) return false;
    }
    return false;
  }

  /// "has suspended its rating of good", "lost its rating of outstanding"
  static bool takes_away(WordId word) {
    return among<"suspended", "suspends", "lost", "loses", "lose", "removed", "withdraws">(word);
  }

  static bool annuls(const Item& item) {
    return item.is(negation) &&
           among<"quashed", "overturned", "annulled", "withdrawn", "rescinded", "retracted", "withdrew">(item.word);
  }

  bool about_many() const {
    // "Forces were good at A but inadequate at B": of the same.
    if (grade_ > 0 && items_[grade_ - 1].is(contrast)) {
      for (std::size_t at = grade_ - 1; at-- > 0;) {
        if (items_[at].is(ItemKind::grade)) return Reader(sentence_, at).about_many();
      }
    }
    // "Across England, A requires improvement."
    for (std::size_t at = start(); at + 1 < grade_; ++at) {
      if (id(at) == "across" && among<"england", "wales", "britain">(id(at + 1))) return true;
    }
    // "inadequate across the sector"
    if (id(grade_ + 1) == "across" && among<"sector", "country", "nation", "region">(id(grade_ + 3))) return true;
    if (!has(word_class::some | bodies_noun | body_noun) && !sentence_.figures) return false;
    if (names_what_it_counts()) return false;
    if (goes_to_many() || is_of_several()) return true;
    for (std::size_t at = grade_; at-- > start();) {
      const Item& item = items_[at];
      if (item.is(Mark::comma)) {
        at = start_of_aside(at);  // "The report, for which it went to 14 forces, rates …"
        continue;
      }
      if (!item.is(word_class::some | bodies_noun | body_noun) && item.number < 0) continue;
      if (!item.is(ItemKind::word) && !item.is(Mark::number)) continue;
      const bool idiom = id(at) == "most" && at > 0 && id(at - 1) == "the";  // "making the most of its money"
      const bool best = at > 0 && items_[at - 1].is(top);                    // "has joined the top three per cent"
      if (idiom || best || one_of(at) || is_ordinal(at) || is_outdone(at)) continue;
      if (item.is(word_class::some) && at + 1 < items_.size() &&
          (id(at + 1) == "of" || is_few_in(at) || items_[at + 1].is(bodies_noun | be) || item.is(Mark::number) ||
           (items_[at + 1].is(relative) && at > 0 && items_[at - 1].is(determiner))))  // "the share that is good"
        return true;
      if (item.is(bodies_noun) && is_subject(at) && !tells_which_body(at) && !names_them(at)) return true;
      if (item.is(body_noun) && at > 0 && id(at - 1) == "another") return true;
      if (item.is(body_noun) && at > 0 && items_[at - 1].is(every) && !items_[at - 1].is(pronoun) &&
          !items_[at + 1].is(Mark::comma))
        return true;  // "every school", but not "On the questions put to every trust, it was …"
      // "14 primaries require improvement", "eight require improvement"
      const bool all_of_them = at > 0 && items_[at - 1].is(every);  // "All three were graded good"
      if (item.number > 1 && at + 1 == grade_ && items_[grade_].is_verb && !all_of_them) return true;
      if (item.number > 1 && at + 2 == grade_ && items_[grade_].is_verb && items_[at + 1].is(ItemKind::word) &&
          items_[at + 1].classes == 0)
        return true;
      // "produced eleven that were rated poor", "two of them were good for A"
      if (item.number > 1 && at + 2 < grade_ && !(at > 0 && items_[at - 1].is(link)) &&
          ((items_[at + 1].is(relative) && items_[at + 2].is(be) && !(at > 0 && items_[at - 1].is(determiner))) ||
           (id(at + 1) == "of" && items_[at + 2].is(these | pronoun))) &&
          !all_of_them)
        return true;
      // "79 per cent", "72%", "40 of 44 stalls"
      if (item.number >= 0 && at + 1 < items_.size() &&
          (id(at + 1) == "per" || items_[at + 1].is(Mark::other) ||
           (id(at + 1) == "of" && at + 2 < items_.size() && items_[at + 2].number >= 0))) {
        return true;
      }
      if (item.number >= 0 && id(at + 1) == "in" && at + 2 < items_.size() &&
          ((items_[at + 2].number > 1 && !items_[at + 2].is(Mark::number)) || items_[at + 2].is(every)))
        return true;  // "one in five", "three in every four"
      if (item.number > 1 && are_graded_for_area(at)) return true;
      // "51 were rated good", "one force in six"
      const bool that_one = item.number == 1 && at > 0 && items_[at - 1].is(determiner | other);
      if (item.number >= 0 && !all_of_them && !that_one && !is_date(at) && at + 1 < grade_ &&
          items_[at + 1].is(be | judge | have | give) && !items_[at + 1].is(grade_noun) &&
          !(at > 0 && items_[at - 1].name && items_[at - 1].number < 0))
        return true;  // "Ten did well enough to be outstanding."
      if (item.is(body_noun) && at > start() && items_[at - 1].number == 1 && at + 1 < items_.size() &&
          id(at + 1) == "in")
        return true;
    }
    return false;
  }

  /// "four were good (A, B, C and D)", "two were good: A and B", "three were good, among them A"
  bool names_what_it_counts() const {
    std::size_t at = grade_ + 1;
    const bool opens = at < items_.size() && (items_[at].is(Mark::open) || items_[at].is(Mark::colon));
    std::size_t list = at + 1;  // ", including A", ", and these include A"
    while (list + 1 < items_.size() && items_[list].is(conjunction_and | these | which) && !items_[list].is(including))
      ++list;
    const bool lists = list < items_.size() && items_[at].is(Mark::comma) && items_[list].is(including);
    if (lists) at = list;
    const bool are =
        at < items_.size() && items_[at].is(be) && items_[0].is(including);  // "Among the five that are good are"
    if ((!opens && !lists && !are) || id(grade_ - 1) == "is") return false;
    for (++at; at < items_.size() &&
               items_[at].is(including | these | pronoun | determiner | how | be | body_noun | link | which);
         ++at)
      ;
    return at < items_.size() && items_[at].is(ItemKind::area);
  }

  /// "gave ‘adequate’ to almost half", "good to 20 of the 43", "inadequate in five forces"
  bool goes_to_many() const {
    if (grade_ + 2 >= items_.size()) return false;
    std::size_t next = grade_ + 1;  // "outstanding grades were given to four forces"
    while (next + 2 < items_.size() && items_[next].is(rating | be | give) && next < grade_ + 4) ++next;
    // "prevention is good in 25", "… in two thirds", "… in 12 out of 16"
    if (next == grade_ + 1 && id(next) == "in" && items_[next + 1].number > 1 &&
        !items_[next + 1].is(ItemKind::count) && !is_date(next + 1) &&
        (next + 2 >= items_.size() || items_[next + 2].kind == ItemKind::mark ||
         items_[next + 2].is(word_class::some) || id(next + 2) == "out") &&
        holds_area(start(), grade_))
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

  bool holds_area(std::size_t from, std::size_t to) const {
    return std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(from),
                       items_.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const Item& item) { return item.is(ItemKind::area); });
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
    for (std::size_t back = at; back-- > start() && at - back < 5;) {
      if (id(back) == "than") return items_[back + 1].is(condition);
    }
    return false;
  }

  /// "the third of this year's reports"
  bool is_ordinal(std::size_t at) const { return id(at) == "third" && at > 0 && id(at - 1) == "the"; }

  /// "29 good": so many bodies or areas.
  bool is_counted() const {
    if (grade_ > 1 && items_[grade_ - 2].is(ItemKind::area)) return false;
    if (is_said_of_things(items_, grade_) || is_one_of_areas()) return false;
    return grade_ > 0 && items_[grade_ - 1].number >= 0 &&
           (items_[grade_ - 1].is(Mark::number) || items_[grade_ - 1].is(ItemKind::word)) &&
           !items_[grade_ - 1].is(pronoun);
  }

  /// "A was one of its two good areas."
  bool is_one_of_areas() const {
    if (grade_ < 6 || grade_ + 1 >= items_.size() || !items_[grade_ + 1].is(area_noun)) return false;
    std::size_t of = grade_ - 2;  // "one of the service's three"
    while (of > 3 && items_[of].is(determiner | body_noun)) --of;
    std::size_t area = of - 3;
    while (area > 0 && items_[area].is(seem)) --area;
    return id(of) == "of" && items_[of - 1].number == 1 && items_[of - 2].is(be) && items_[area].is(ItemKind::area);
  }

  bool about_any() const {
    // "Those graded good for A have more officers."
    const std::size_t first = start();
    if (id(first) == "those" && first + 1 < grade_ && items_[first + 1].is(judge) && grade_ + 1 < items_.size() &&
        (items_[grade_ + 1].is(link) || (items_[grade_ + 1].is(be) && grade_ + 2 < items_.size() &&
                                         items_[grade_ + 2].is(ItemKind::word) && items_[grade_ + 2].classes == 0)))
      return true;
    // "the share of those judged inadequate", "the rate of those requiring improvement"
    std::size_t subject = grade_;
    while (subject > 1 && items_[subject - 1].is(judge | seem) && !items_[subject - 1].is(rating)) --subject;
    if (subject > 1 && id(subject - 1) == "those" && id(subject - 2) == "of") return true;
    if (!has(body_noun | bodies_noun)) return false;
    if (is_rule() || is_of_a_kind() || is_of_one_unnamed() || is_case()) return true;
    for (std::size_t at = grade_; at-- > start();) {
      // "The best services are outstanding.", "whose last three schools have each moved to good"
      // "One force was judged outstanding at A, 31 were good."
      if (items_[at].number == 1 && items_[at + 1].is(body_noun) && items_[at + 2].is(be)) return true;
      if (items_[at + 1].is(bodies_noun) && (items_[at].is(top) || id(at + 3) == "each")) return true;
      // "A school that was good a year ago has been judged inadequate."
      if (items_[at].is(ItemKind::grade) && holds(items_, at, grade_, have)) break;
      if (!items_[at].is(relative) || at < 2) continue;
      const bool body = items_[at - 1].is(body_noun | bodies_noun);
      const WordId article = id(at - 2);
      if (body && (among<"a", "an">(article) || items_[at - 2].is(word_class::every | word_class::some))) return true;
    }
    return false;
  }

  /// "Where a trust has gone from poor to good, …", "As soon as a home is rated inadequate, …"
  bool is_case() const {
    for (std::size_t at = 1; at + 2 < grade_; ++at) {
      const std::size_t body = any_body(at);
      if (body != 0 && items_[at - 1].is(how | which | condition | seem | word_class::before) &&
          among<"has", "is">(id(body + 1)))
        return true;
    }
    return false;
  }

  /// "He used to manage a home rated outstanding."
  bool is_of_one_unnamed() const {
    if (grade_ < 3 || !items_[grade_ - 1].is(judge)) return false;
    std::size_t at = grade_ - 2;
    if (!items_[at].is(body_noun)) return false;
    while (at > 0 && items_[at].kind == ItemKind::word && !items_[at].is(determiner)) --at;
    if (!among<"a", "an">(id(at))) return false;
    // "A practice rated good has nothing to fear.", "A home rated poor may ask for another visit."
    if (at == 0 && grade_ + 2 < items_.size() &&
        (items_[grade_ + 2].is(negation) || (items_[grade_ + 1].is(modal) && id(grade_ + 1) != "will")))
      return true;
    return at > 0 && items_[at - 1].kind == ItemKind::word && !items_[at - 1].is(be | seem | keep);
  }

  /// "The average trust with a good rating pays more."
  bool is_of_a_kind() const {
    for (std::size_t at = start(); at + 2 < grade_; ++at) {
      if (!items_[at + 1].is(body_noun)) continue;
      if (among<"average", "typical">(id(at))) return true;
      if (id(at + 2) == "with" && among<"a", "an">(id(at))) return true;
    }
    return false;
  }

  bool said_by_others() const {
    if (is_by_a_stranger(grade_) || follows_a_stranger() || is_own_work() || has_a_stranger_for_judge() || corrects())
      return true;
    if ((!has(other_judge) && !sentence_.figures) || has_the_inspectorate_for_judge()) return false;
    // "Peer review: A was judged to be good."
    if (is_headed_by_others()) return true;
    const std::size_t last = end();
    for (std::size_t at = start(); at < last; ++at) {
      if (at > grade_ && id(at) == "by" && at + 1 < last && items_[at + 1].number >= 0)
        return true;  // "by six out of ten patients"
      if (items_[at].is(other_judge) && at + 1 < last && items_[at + 1].is(speech) && says_as(at)) return true;
      // "in a report that residents can read"
      const bool reads = at > grade_ && items_[at - 1].is(relative) && at + 1 < last && !items_[at + 1].is(speech);
      if (items_[at].is(other_judge) && !is_told(at) && !reads &&
          !(at < grade_ && is_of_an_earlier_clause(at) && !opens_clause(at)) && !names_the_judge() &&
          !says_inspectorate())
        return true;
    }
    return false;
  }

  /// "Peer review: A was judged to be good.", "Our self-assessment for HMI: A good, B poor"
  bool is_headed_by_others() const {
    constexpr std::size_t head = 3, longest = 8;  // items, of the noun and up to the colon
    if (!holds(items_, 0, std::min(head, grade_), other_judge)) return false;
    for (std::size_t at = 1; at < std::min(longest, grade_); ++at) {
      if (items_[at].is(Mark::colon)) return !holds(items_, at, items_.size(), inspector);
    }
    return false;
  }

  /// "After being rated poor, it is good.", "After four years of being poor, …"
  bool opens_after_being() const {
    if (id(0) != "after") return false;
    bool found = false;
    for (std::size_t at = 1; at < grade_; ++at) {
      if (items_[at].kind == ItemKind::mark) return false;
      found = found || id(at) == "being";
    }
    return found;
  }

  Time time() const {
    if (after_from() || id(grade_ + 1) == "until") return Time::previous;
    if (id(0) == "on" && is_this(1) && id(2) == "day") return Time::previous;  // "On this day in 2014 …"
    if ((has(pronoun) && is_of_that_time()) || opens_after_being()) return Time::previous;
    if (grade_ > 1 && id(grade_ - 1) == "of" && items_[grade_ - 2].is(duration))
      return Time::previous;  // "after a decade of ‘requires improvement’"
    if (!has(before | have | duration | which | contrast) && !sentence_.figures) return Time::current;
    Time time = stands_in_aside() ? Time::told : Time::current;
    bool was = items_[grade_].past_verb;
    bool heading = false;
    for (std::size_t at = grade_; at-- > 0;) {
      const Item& item = items_[at];
      // "last year it was good at A but required improvement at B"
      const bool same_subject = at + 1 == grade_ || items_[at + 1].is(judge | be);
      if (id(at) == "until" || (at > 0 && id(at - 1) == "until"))
        return Time::previous;  // "Until this week rated good, …"
      if ((item.is(Mark::semicolon) && !stands_in_brackets(at)) || (item.is(contrast) && at > 0 && !same_subject))
        break;
      if (item.is(Mark::comma)) {
        const std::size_t aside = start_of_aside(at);
        if (aside != at) {
          at = aside;
          continue;
        }
      }
      // "It was their turn last year, and it was rated good for A."
      if (item.is(conjunction_and) && at > 0 && items_[at - 1].is(Mark::comma) &&
          ((items_[at + 1].is(pronoun) && items_[at + 2].is(be)) ||
           (items_[at + 1].name && holds(items_, at, grade_, be))))
        break;
      // The new owners are not a new rating.
      const bool other_news = id(at) == "new" && !items_[at + 1].is(grade_noun | inspector);
      const bool of_last = at > 0 && looks_back(at - 1);  // "the inspection before this one"
      // "Why we came to this inspection: it had been rated poor."
      heading = heading || (was && item.is(Mark::colon));
      if (item.is(now) && !item.is(before) && !looks_back(at) && !other_news && !of_last && !heading) return time;
      if (item.is(which)) {
        if (was) time = Time::told;  // "A, where the force was poor, is now good"
        break;
      }
      was = was || among<"was", "were">(id(at));
      if (item.is(keep) && !item.is(adverb)) return time;
      // "… lost what it had held since 2015, and been told that it requires improvement"
      if (item.is(relative) && !item.is(which) && is_present_clause()) return time;
      const WordId word = id(at);
      if (among<"is", "are">(word) || (among<"has", "have">(word) && at < grade_)) return time;
      const bool owned =
          at + 1 < items_.size() &&
          (items_[at + 1].is(determiner) || items_[at + 1].number >= 0 || items_[at + 1].is(ItemKind::grade) ||
           (items_[at + 1].is(negation) && id(at + 1) == "no"));  // "had one good", "had no"
      if (word == "had" && at >= start() && id(at + 1) != "to" && !owned) {
        // "HMICFRS had graded it good", "it had fallen to poor": the past only beside what is said of now.
        const std::size_t verb = at + 1 < grade_ && items_[at + 1].is(adverb) ? at + 2 : at + 1;
        if (!items_[verb].is(move) && !items_[verb].is(judge) && !is_reported(at)) return Time::previous;
        time = Time::told;
      }
      if (word == "having" && id(at + 1) == "been") return Time::previous;
      if (looks_back(at)) return Time::previous;
      if (item.is(duration) && id(at + 1) == "after") return Time::previous;  // "two years after it was …"
      if (is_date(at) && (id(at + 1) == "when" || (items_[at + 1].is(Mark::comma) && id(at + 2) == "when")) && was)
        return Time::previous;  // "2016, when it was poor"
      if (is_date(at) && !is_of_report(at)) time = items_[at + 1].is(judge) ? Time::told : Time::dated;
      if (is_date(at) && id(at + 1) == "report") time = Time::told;  // "the 2019 report"
    }
    if (time == Time::dated && tells_of_now()) return Time::previous;
    if (time == Time::dated) return time;
    bool shared = false;  // "adequate at A and good at B two years ago"
    for (std::size_t at = grade_ + 1; at < items_.size(); ++at) {
      const Item& item = items_[at];
      if (item.is(Mark::semicolon) || item.is(contrast) || item.is(relative) || item.is(reason)) break;
      shared = shared || item.is(ItemKind::grade);
      if (shared && (item.is(be | have | judge | give | keep | now) || item.kind == ItemKind::mark)) break;
      if (item.is(Mark::comma) && at + 1 < items_.size() && !items_[at + 1].is(before)) break;
      if (looks_back(at)) return Time::previous;
      if (shared) continue;
      if (is_date(at) && (id(at + 1) == "when" || id(at + 2) == "when")) return Time::previous;  // "in 2008, when …"
      if (is_date(at) && !is_of_report(at)) time = is_of_visit(at) ? Time::told : Time::dated;
    }
    return time == Time::dated && tells_of_now() ? Time::previous : time;
  }

  /// "…, the report by the CQC says": the whole sentence is the inspectorate's.
  bool says_inspectorate() const {
    for (std::size_t at = grade_ + 1; at < items_.size(); ++at) {
      if (!items_[at].is(speech) || items_[at].is(judge) || items_[at - 1].is(be | modal)) continue;
      for (std::size_t back = at; back-- > grade_ && at - back < 7;) {
        if (items_[back].is(other_judge | conjunction_and)) return false;
        if (items_[back].is(inspector) && items_[back].name) return true;
      }
    }
    return false;
  }

 private:
  /// "To be rated good is a credit to all": done, and now spoken of. "To be rated poor is not the end" is said to
  /// anyone.
  bool is_remark_on_fact() const {
    if (id(0) != "to") return false;
    const auto verb = std::find_if(items_.begin() + static_cast<std::ptrdiff_t>(grade_), items_.end(),
                                   [](const Item& item) { return item.is(be | modal); });
    if (verb == items_.end() || verb->is(modal | negation)) return false;
    return verb + 1 == items_.end() || (verb + 1)->word != "not";
  }

  /// "the force's own assessment was that …", "… by their own inspectorate", "in my view"
  bool is_own_work() const {
    for (std::size_t at = 0; at + 1 < items_.size(); ++at) {
      if (at > 0 && items_[at].is(determiner) && id(at) != "the" && among<"opinion", "view">(id(at + 1)) &&
          id(at - 1) == "in")
        return true;  // "In our view it is good."
      if (id(at) == "own" && items_[at + 1].is(grade_noun | inspector | other_judge) && !items_[at + 1].name)
        return true;
    }
    return false;
  }

  /// "Councillors recognised the force as good", "staff rate it as poor": a verb of judging with a subject of its own.
  bool has_a_stranger_for_judge() const {
    for (std::size_t at = grade_; at-- > start();) {
      // "He said that the council deserved four out of five."
      if (among<"deserved", "deserves", "merits", "merited">(id(at)))
        return holds(items_, 0, at, speech) && !holds(items_, 0, at, inspector);
      const bool verb = (items_[at].is(judge) && !items_[at].is(rating)) ||
                        among<"gave", "give", "described", "describe", "placed", "put">(id(at));
      if (!verb) continue;
      // "His trainer graded him outstanding.", "It had rated itself outstanding."
      if (among<"him", "me", "itself", "themselves">(id(at + 1))) return true;
      std::size_t subject = at;
      while (subject > start() && items_[subject - 1].is(adverb | have)) --subject;
      // "Families praised the home and called it outstanding."
      if (subject == start() && subject > 2 && items_[subject - 1].is(conjunction_and))
        return is_stranger(0) || is_stranger(1) || is_stranger(2);
      return subject > start() && (is_stranger(subject - 1) || is_some_body(start(), subject, at));
    }
    return false;
  }
  /// "There was cake for the residents when the CQC rated the home good."
  bool has_the_inspectorate_for_judge() const {
    for (std::size_t at = grade_; at-- > start() + 1;) {
      if (items_[at].kind == ItemKind::mark || items_[at].is(ItemKind::grade)) return false;
      if (!items_[at].is(judge) || items_[at].is(rating)) continue;
      while (at > 1 && items_[at - 1].is(adverb | have)) --at;
      return items_[at - 1].is(inspector) && items_[at - 1].name;
    }
    return false;
  }
  /// "A judge called the response inadequate", "the Office for Conduct found its response inadequate": no inspectorate.
  bool is_some_body(std::size_t first, std::size_t subject, std::size_t verb) const {
    const Item& noun = items_[subject - 1];
    const bool of_object = items_[verb + 1].is(determiner | pronoun) || items_[verb + 1].is(ItemKind::area);
    if (!of_object || noun.kind != ItemKind::word || noun.classes != 0 || holds(items_, first, subject, inspector))
      return false;
    const bool one = subject > 1 && among<"a", "an">(id(subject - 2));
    return noun.name || one;
  }
  bool is_stranger(std::size_t at) const {
    return among<"councillors", "staff", "governors", "pupils", "students", "families", "patients", "members", "mps",
                 "locals", "neighbours", "managers", "prisoners", "employees", "trustees", "bosses", "teachers",
                 "experts", "colleagues", "customers", "leaders", "leads">(id(at));
  }

  /// "Correction: we said that it was rated poor.", "We reported on Monday that …": what a paper takes back.
  bool corrects() const {
    if (!has(first_person) || !has(speech | publish)) return false;
    for (std::size_t at = 0; at + 1 < grade_; ++at) {
      if (id(at) != "we") continue;
      const WordId verb = items_[at + 1].is(adverb) ? id(at + 2) : id(at + 1);
      if (among<"said", "reported", "stated">(verb)) return true;
    }
    return false;
  }

  /// "… lost the rating that it had held, and been told that it requires improvement": a verb of now, with its subject.
  bool is_present_clause() const {
    return items_[grade_].present_verb && grade_ > 0 &&
           (items_[grade_ - 1].is(pronoun | body_noun) || items_[grade_ - 1].name);
  }

  /// "… was rated poor (A and B poor; C good)"
  bool stands_in_brackets(std::size_t at) const {
    while (at > 0 && !items_[at].is(Mark::open) && !items_[at].is(Mark::close)) --at;
    return items_[at].is(Mark::open);
  }

  /// "Elm House, rated inadequate in May, has been judged good."
  bool stands_in_aside() const {
    std::size_t at = grade_;
    while (at > 0 && items_[at - 1].is(judge | seem)) --at;
    if (at == grade_ || at == 0 || !items_[at - 1].is(Mark::comma)) return false;
    for (at = grade_ + 1; at + 1 < items_.size() && at < grade_ + 10; ++at) {
      if (items_[at].is(Mark::comma)) return items_[at + 1].is(have);
    }
    return false;
  }

  /// "On that occasion it was rated good overall and poor for A."
  bool is_of_that_time() const {
    for (std::size_t at = 1; at + 1 < grade_; ++at) {
      if (id(at) == "that" && items_[at - 1].is(link) && among<"occasion", "time", "inspection", "visit">(id(at + 1)))
        return true;
    }
    return false;
  }

  /// "Members noted that it had been rated …"
  bool is_reported(std::size_t verb) const {
    return std::any_of(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(verb), [](const Item& item) {
      return (item.is(speech) && !item.is(judge)) || (item.is(relative) && !item.is(which));
    });
  }

  /// "found to be inadequate by the county's surveyor"
  bool is_by_a_stranger(std::size_t grade) const {
    // After the grade, or after the areas that it is for.
    std::size_t by = grade + 1;
    while (by < items_.size() && (items_[by].is(ItemKind::area) || items_[by].is(determiner | link | conjunction_and) ||
                                  items_[by].is(Mark::comma)))
      ++by;
    if (id(by) != "by") return false;
    bool any = false;
    for (std::size_t at = by + 1; at < items_.size() && at < by + 6; ++at) {
      const Item& item = items_[at];
      if (item.kind != ItemKind::word || item.is(conjunction_and | link | other_preposition | be | judge)) break;
      if (item.name || item.is(inspector | word_class::inspection | body_noun | month)) return false;
      any = any || item.classes == 0;
    }
    return any;
  }

  /// "… told the board that a peer review had found A good": it is the subject of what was found.
  bool opens_clause(std::size_t at) const {
    for (std::size_t back = at; back-- > 0 && at - back < 5;) {
      if (items_[back].is(relative)) return !items_[back].is(which);
      if (!items_[back].is(determiner | other_judge) && items_[back].classes != 0) return false;
    }
    return false;
  }

  /// "… called good at A by the panel and poor at B"
  bool follows_a_stranger() const {
    for (std::size_t at = grade_; at-- > start();) {
      if (items_[at].is(ItemKind::grade)) return is_by_a_stranger(at);
      if (items_[at].is(be | judge) || items_[at].is(Mark::semicolon)) return false;
    }
    return false;
  }

  /// ", as its critics say,"
  bool says_as(std::size_t at) const {
    while (at > 0 && items_[at - 1].is(determiner)) --at;
    return at > 0 && id(at - 1) == "as";
  }

  /// "Parents were told that …", "Residents heard that …"
  bool is_told(std::size_t at) const {
    if (among<"heard", "hear", "learned", "learnt", "read", "know", "knew", "welcomed", "celebrated">(id(at + 1)))
      return true;
    for (std::size_t next = at + 2; next < grade_; ++next) {
      if (id(next) == "told") return items_[next - 1].is(be);
    }
    return false;
  }

  bool of_follows(std::size_t at) const {
    bool of = false;
    for (std::size_t next = at + 1; next < grade_; ++next) {
      of = of || id(next) == "of";
      if (items_[next].is(be | judge | give) || items_[next].is(Mark::comma)) return false;
    }
    return of;
  }

  /// "A home where people had gone without baths has been rated …": denied in a clause that a later verb has closed.
  /// "We have not moved on A, which is rated …": denied before a clause of its own.
  bool is_of_an_earlier_clause(std::size_t negation) const {
    for (std::size_t at = negation + 2; at < grade_; ++at) {
      if (items_[at].is(which) && items_[at - 1].is(Mark::comma)) return true;
      if (items_[at].is(Mark::comma) && start_of_aside(at) < negation) return true;  // "who called without notice, …"
    }
    if (comes_after(negation)) return true;
    std::size_t opened = negation;
    while (opened > start() && !items_[opened].is(relative)) --opened;
    if (!items_[opened].is(relative)) return false;
    bool closed = holds(items_, opened, negation, be | have | modal);  // "that no force is good": its own verb follows
    for (std::size_t at = negation + (closed ? 2 : 1); at < grade_; ++at) {
      if (items_[at].is(relative | speech | condition)) return false;
      if (!items_[at].is(be | have) || items_[at].is(negation)) continue;
      if (closed) return true;
      closed = true;
      while (items_[at + 1].is(be | have)) ++at;  // "has been"
    }
    return false;
  }

  /// "told not to worry after it was rated …", "told it must improve after it was rated …"
  bool comes_after(std::size_t word) const {
    for (std::size_t at = word + 2; at < grade_; ++at) {
      if (id(at) == "after" && has_verb(at + 1)) return true;
    }
    return false;
  }

  bool has_verb(std::size_t from) const { return holds(items_, std::min(from, grade_), grade_, be | have | judge); }

  /// "… rated inadequate by the CQC": whoever else comes up, it is the inspectorate that judged.
  bool names_the_judge() const {
    const std::size_t last = end();
    for (std::size_t at = grade_ + 1; at + 1 < last; ++at) {
      if (items_[at].is(conjunction_and)) return false;
      if (items_[at].is(Mark::comma)) return false;
      if (id(at) != "by" || items_[at - 1].is(inspector | word_class::inspection)) continue;
      const bool article = items_[at + 1].is(determiner) && at + 2 < last;
      return items_[article ? at + 2 : at + 1].is(inspector);
    }
    return false;
  }

  /// "A force graded inadequate would be …", "A school rated good must …".
  bool is_rule() const {
    const std::size_t body = any_body(start());
    if (body == 0) return false;
    // "A force is good for A and poor for B. What is it overall?"
    if (id(body + 1) == "is" && !items_[body + 2].is(give | now)) return true;
    return items_[body + 1].is(judge) && holds(items_, grade_, items_.size(), modal);
  }

  bool has(std::uint64_t classes) const { return (sentence_.classes & classes) != 0; }
  WordId id(std::size_t at) const { return at < items_.size() ? items_[at].word : WordId{}; }

  std::size_t start() const {
    if (start_ == unknown) start_ = clause_start_of();
    return start_;
  }
  std::size_t end() const {
    std::size_t at = grade_ + 1;
    while (at < items_.size() && !items_[at].is(Mark::semicolon) && !items_[at].is(contrast) &&
           !items_[at].is(ItemKind::grade))
      ++at;
    return at;
  }

  /// "While most forces struggle, …": what the sentence is about comes after the comma.
  std::size_t after_opening_clause() const {
    if (items_.empty() || !(items_[0].is(contrast) || id(0) == "like"))
      return 0;  // "Like most forces, it is good at A."
    for (std::size_t at = 1; at < grade_; ++at) {
      if (items_[at].is(Mark::comma)) return at + 1;
    }
    return 0;
  }

  std::size_t clause_start_of() const {
    bool verb_seen = items_[grade_].is_verb;
    for (std::size_t at = grade_; at-- > 0;) {
      const Item& item = items_[at];
      // "no home has yet been rated good", "does not want to be good but outstanding"
      const bool turns = item.is(contrast) && at > 0 && !items_[at - 1].is(have) &&
                         !(items_[at - 1].is(ItemKind::grade) && at + 1 == grade_);
      if (item.is(Mark::semicolon) || item.is(Mark::pipe) || turns) return at + 1;
      if (item.is(Mark::colon)) return at + 1;
      // "Report published 30 June 2014 The overall judgement is …": flattened, a heading ends in its date.
      if (is_date(at) && at > 0 && items_[at - 1].is(month) && items_[at + 1].is(determiner) && items_[at + 1].capital)
        return at + 1;
      // “I could not be prouder,” said the head after …
      if (item.is(speech) && !item.is(judge) && at > 0 && items_[at - 1].last < item.first) return at + 1;
      if (item.is(be | judge | give | keep)) verb_seen = true;
      // "…, and was rated" begins a clause; so does "and" where a verb follows before the grade.
      if (item.is(conjunction_and) && at + 1 < grade_ && items_[at + 1].is(be | have | judge | give | keep | hold))
        return at + 1;
      if (item.is(conjunction_and) && at + 2 < grade_ && items_[at + 1].is(pronoun | first_person) &&
          items_[at + 2].is(judge | give))
        return at + 1;  // "It was not safe and we rated it as poor."
      if (item.is(conjunction_and) && verb_seen && at > 0 && items_[at - 1].is(Mark::comma)) return at + 1;
    }
    return after_opening_clause();
  }

  bool harmless_negation(std::size_t at) const {
    const WordId word = id(at);
    const WordId next = id(at + 1);
    if (next == "only") return true;
    if (word == "no" && (next == "less" || id(at + 2) == "than" || is_rhetorical(next))) return true;
    if (word == "far") return next != "from";
    if (word == "close") return next != "to";
    if (word == "short") return next != "of";
    if (word == "rather") return next != "than";
    return false;
  }

  /// "had no hesitation in rating it good", "no surprise that it was rated good"
  static bool is_rhetorical(WordId word) {
    return among<"hesitation", "doubt", "doubts", "surprise", "question", "qualms", "fewer", "difficulty", "exception",
                 "surprises">(word);
  }

  /// "one of the forces", "one of a handful".
  bool one_of(std::size_t at) const {
    if (items_[at].number == 1 && id(at + 1) == "of") return true;
    for (std::size_t back = at; back-- > 0 && at - back < 7;) {
      // "For A only one of the eight forces was good": a count.
      const bool counts = back > 1 && items_[at].is(bodies_noun) && items_[at - 1].number > 1 &&
                          !items_[back - 2].is(be | seem) && items_[back - 2].kind == ItemKind::word;
      if (id(back) == "of" && back > 0 && items_[back - 1].number == 1) return !counts;
      if (items_[back].is(be | judge)) return false;
    }
    for (std::size_t back = at; back-- > 0 && at - back < 5;) {
      // "the first of the 43 forces", "the only school"
      if (id(back) == "of" && back > 0 && among<"first", "latest">(id(back - 1))) return true;
    }
    return false;
  }

  /// "forces were rated", "of the forces", "most forces": the bodies are what is graded.
  bool is_subject(std::size_t at) const {
    if (is_services(at) && at > 0 && among<"its", "their">(id(at - 1)))
      return false;  // "whether its services are safe"
    for (std::size_t back = at; back-- > start() && at - back < 4;) {
      if (items_[back].is(word_class::before)) return false;            // "at its last three inspections"
      const bool of_day = is_date(back) || items_[back + 1].is(month);  // "9 May 2017 Services for children"
      if (items_[back].number >= 0 && !of_day && !(back > 0 && items_[back - 1].is(word_class::before))) return true;
      if (items_[back].is(some | every | condition)) return true;
    }
    // Children's services are one thing.
    if (items_[at].is(area_noun) || is_services(at)) return false;
    return at == start() || (at + 1 == grade_ && !items_[at - 1].name) ||
           (at + 1 < items_.size() && (items_[at + 1].is(relative | be | judge | have | give) || id(at + 1) == "in"));
  }
  bool is_services(std::size_t at) const { return id(at) == "services" && !(at > 0 && id(at - 1) == "neighbouring"); }

  bool after_from() const {
    int plain = 0;
    for (std::size_t at = grade_; at-- > 0 && grade_ - at < 8;) {
      if (id(at) == "from") return true;
      if (id(at) == "to") return false;
      if (items_[at].is(ItemKind::word) && items_[at].classes == 0 && !items_[at].name && ++plain <= 2) continue;
      if (!items_[at].is(determiner | grade_noun | overall | other_preposition | before | seem) && !items_[at].is(link))
        return false;
    }
    return false;
  }

  bool looks_back(std::size_t at) const {
    if (!items_[at].is(before) || is_likened(at)) return false;
    const WordId word = id(at);
    const WordId next = id(at + 1);
    if (word == "then")  // "We then looked at …"
      return !(at > 0 && (id(at - 1) == "since" || items_[at - 1].is(first_person))) &&
             (at + 1 >= items_.size() || !items_[at + 1].is(ItemKind::grade) || (at > 0 && id(at - 1) == "was"));
    if (word == "once") return !(at > 0 && id(at - 1) == "at") && !among<"again", "more">(next);  // "at once"
    if (word == "last") {
      return among<"inspection", "time", "inspected", "visited", "rated", "graded", "report", "visit", "round", "came",
                   "called">(next) ||
             (at + 1 < items_.size() && items_[at + 1].number > 1);
    }
    // "earlier this year", "earlier in the month"
    if (word == "earlier" && among<"this", "in">(next)) return false;
    // "the former" of two
    if (word == "former" &&
        (at + 1 >= items_.size() || items_[at + 1].kind != ItemKind::word || items_[at + 1].is(be | seem | judge)))
      return false;
    if (at > 0 && id(at - 1) == "since" && !among<"previous", "last">(word)) return false;
    // "retains its previous rating of good", "the previous rating of good remains"
    const bool lasts = grade_ + 1 < items_.size() && items_[grade_ + 1].is(keep) && !items_[grade_ + 1].is(adverb);
    if (word == "previous" && at > 0 && at + 1 < items_.size() && items_[at + 1].is(rating) &&
        (lasts || (at > 1 && items_[at - 1].is(determiner) && items_[at - 2].is(keep))))
      return false;
    return true;
  }

  /// "As last time, A was graded good."
  bool is_likened(std::size_t at) const {
    // "This year, as last, it is good at A."
    if (at > 0 && id(at - 1) == "as" && at + 1 < items_.size() && items_[at + 1].is(Mark::comma)) return true;
    if (id(0) != "as" || at > 3) return false;
    for (std::size_t next = at + 1; next < grade_ && next < at + 4; ++next) {
      if (items_[next].is(Mark::comma)) return true;
    }
    return false;
  }

  bool is_date(std::size_t at) const {
    if (items_[at].is(Mark::number) && items_[at].number >= 1990 && items_[at].number < 2100) return true;
    return id(at) == "last" && id(at + 1) == "year";
  }

  /// "X, which joined the trust last year, requires improvement": where the aside that ends in this comma begins.
  std::size_t start_of_aside(std::size_t comma) const {
    for (std::size_t at = comma; at-- > 1 && comma - at < 16;) {
      // "good at A, having been poor at its last inspection, and adequate at B"
      // "his school, once among the worst, was declared outstanding"
      if ((id(at) == "having" || looks_back(at)) && items_[at - 1].is(Mark::comma)) return at;
      if (items_[at].is(Mark::comma)) break;
      if (items_[at].is(ItemKind::grade)) {
        if (at > 1 && (id(at - 1) == "been" || id(at - 2) == "been")) continue;
        break;
      }
      if ((items_[at].is(which) || id(at) == "as") && items_[at - 1].is(Mark::comma)) return at;
      if (at > 1 && items_[at].is(which) && items_[at - 1].is(link | other_preposition) &&
          items_[at - 2].is(Mark::comma))
        return at - 1;
    }
    return comma;
  }

  /// "after the visit in September 2025": the day of the inspection that is told of.
  bool is_of_visit(std::size_t date) const {
    for (std::size_t at = date; at-- > 0 && date - at < 5;) {
      if (items_[at].is(word_class::inspection) || items_[at].word == "visit") return true;
      if (!items_[at].is(month | link | other_preposition)) return false;
    }
    return false;
  }

  /// "The report, out on 20 June 2019, …", "its 2018 report": the day on which these grades were given.
  bool is_of_report(std::size_t date) const {
    if (id(date + 1) == "report") return true;
    for (std::size_t at = date; at-- > 0 && date - at < 5;) {
      if (items_[at].is(publish) || id(at) == "report") return true;
    }
    return false;
  }

  static constexpr std::size_t unknown = ~std::size_t{0};
  const Sentence& sentence_;
  const std::vector<Item>& items_;
  std::size_t grade_;
  mutable std::size_t start_ = unknown;
};

bool is_star(const Item& item) { return item.is(ItemKind::word) && among<"star", "stars">(item.word); }

/// "was said to be adequate"
bool is_said_of(const std::vector<Item>& items, std::size_t at) {
  if (!items[at].is(speech) || at + 1 >= items.size() || items[at + 1].word != "to") return false;
  std::size_t verb = at;  // "are both said to be"
  while (verb > 0 && items[verb - 1].is(adverb | every)) --verb;
  return verb > 0 && items[verb - 1].is(be);
}

/// "Calder and Humberhead"
bool joins_names(const std::vector<Item>& items, std::size_t at) {
  return items[at].is(conjunction_and) && at > 0 && items[at - 1].name && items[at + 1].name;
}

/// "continues to be a good school", "was found to be a good school": the inspectorate's own words for the grade.
bool is_kind_of_body(const std::vector<Item>& items, std::size_t grade) {
  if (grade < 2 || !among<"a", "an">(items[grade - 1].word)) return false;
  const bool is_now = grade > 2 && items[grade - 2].is(now) && items[grade - 3].is(be);
  // "It is now a good school, the Ofsted report begins."
  if (is_now) return holds(items, 0, items.size(), inspector);
  const Item& verb = items[grade - 2];
  if (!verb.is(be | keep) && verb.word != "as") return false;
  // "It continues to be a good school."
  const bool of_school = grade + 1 < items.size() && items[grade + 1].word == "school";
  const bool inspected = of_school || holds(items, 0, items.size(), inspector);
  for (std::size_t at = grade - 1; at-- > 0 && grade - at < 6;) {
    if (items[at].is(keep) && !items[at].is(now)) return inspected;
    if (items[at].is(judge)) return inspected;
    if (!items[at].is(be | seem | adverb)) return false;
  }
  return false;
}

/// "its worst grade, inadequate, for A", "slipped a grade, to adequate": the comma before the grade.
bool is_apposed(const std::vector<Item>& items, std::size_t comma, std::size_t grade) {
  const bool directly = comma + 1 == grade || (comma + 2 == grade && items[comma + 1].word == "to");
  return directly && comma > 1 && items[comma - 1].is(grade_noun) && !items[comma - 2].is(other_preposition);
}

/// "falls into the inadequate category", "an outstanding verdict": nouns of a scale, seldom used of anything else.
bool names_a_step(const Item& noun) {
  return noun.is(rating) || among<"category", "band", "bracket", "classification", "verdict", "ranking">(noun.word);
}

/// "rated Norham Vale, in Easterwick, inadequate": the comma before the aside that ends in this one.
std::size_t start_of_place(const std::vector<Item>& items, std::size_t comma) {
  for (std::size_t at = comma; at-- > 1 && comma - at < 6;) {
    if (items[at].is(Mark::comma)) return items[at + 1].is(link) || items[at + 1].name ? at : comma;
    if (!items[at].name && !items[at].is(link | other_preposition | determiner)) break;
  }
  return comma;
}

/// "How well does it do A? That requires improvement."
bool opens_with_that(const std::vector<Item>& items) { return items[0].word == "that"; }

/// "their ratings of good stand"
bool is_named_rating(const std::vector<Item>& items, std::size_t grade) {
  return grade > 1 && items[grade - 1].word == "of" && items[grade - 2].is(rating);
}

/// "Overall it is inadequate."
bool is_said_overall(const std::vector<Item>& items, std::size_t grade) {
  if (grade < 3 || !items[0].is(overall) || !items[grade - 1].is(be)) return false;
  const bool ends = grade + 1 >= items.size() || items[grade + 1].kind == ItemKind::mark;
  return ends &&
         std::all_of(items.begin() + 1, items.begin() + static_cast<std::ptrdiff_t>(grade), [](const Item& item) {
           return item.is(pronoun | determiner | body_noun | be) || item.is(Mark::comma);
         });
}

/// "Requires improvement is therefore its overall judgement."
bool is_the_overall_rating(const std::vector<Item>& items, std::size_t grade) {
  std::size_t at = grade + 1;
  if (at >= items.size() || !items[at].is(be)) return false;
  while (at < items.size() && items[at].is(be | adverb | determiner | reason) && !items[at].is(overall)) ++at;
  if (at >= items.size()) return false;
  // "‘Good’ was Ofsted's verdict on Elm Road Primary."
  if (items[at].is(inspector) && at + 3 < items.size() && names_a_step(items[at + 1]) && items[at + 2].is(link) &&
      items[at + 3].name)
    return true;
  const bool whole = items[at].is(ItemKind::area) && items[at].mention->ending->named_area == false;
  return whole || (items[at].is(overall) && at + 1 < items.size() && items[at + 1].is(rating));
}

/// "goods for A", "two outstandings": they need an area behind them.
bool is_for_an_area(const std::vector<Item>& items, std::size_t grade) {
  if (is_said_of_things(items, grade)) return true;
  std::size_t at = grade + 1;
  if (at < items.size() && items[at].is(Mark::open)) {
    if (++at < items.size() && items[at].is(ItemKind::area)) return true;
  } else if (at < items.size() && (items[at].is(be) || items[at].is(Mark::comma))) {
    ++at;
  }
  if (at >= items.size() || !items[at].is(link)) return false;
  while (at < items.size() && items[at].is(link | determiner | how | be | skip)) ++at;
  return at < items.size() && items[at].is(ItemKind::area);
}

/// "one area below adequate", "better than good"
bool is_compared(const std::vector<Item>& items, std::size_t grade) {
  if (grade == 0) return false;
  // "It requires improvement more than any other."
  if (grade + 3 < items.size() && items[grade + 2].word == "than" && items[grade + 3].word == "any") return true;
  const WordId word = items[grade - 1].word;
  if (word == "than" && grade > 2 && among<"no", "little">(items[grade - 3].word))
    return false;  // "no more than adequate"
  return among<"below", "above", "beneath", "than">(word);
}

/// "We are now a CQC ‘Outstanding’ home."
bool is_of_inspectorate(const std::vector<Item>& items, std::size_t grade) {
  return grade > 1 && items[grade - 1].is(inspector) && items[grade - 1].name && items[grade - 2].is(determiner) &&
         grade + 1 < items.size() && items[grade + 1].is(body_noun);
}

bool ends_after(const std::vector<Item>& items, std::size_t grade) {
  return grade + 1 >= items.size() || items[grade + 1].kind == ItemKind::mark;
}

/// "Elm House is good, a report by the CQC says."
bool is_said_of_the_body(const Sentence& sentence, std::size_t grade) {
  const std::vector<Item>& items = sentence.items;
  if (grade < 3 || !items[grade - 1].is(be) || !ends_after(items, grade)) return false;
  for (std::size_t at = 0; at + 1 < grade; ++at) {
    if (!items[at].name && !items[at].is(determiner | other_preposition | body_noun)) return false;
  }
  return Reader(sentence, grade).says_inspectorate();
}

/// "The school, which was found to be inadequate in 2011, is now good."
bool has_become(const Sentence& sentence, std::size_t grade) {
  const std::vector<Item>& items = sentence.items;
  if (grade < 4 || !items[grade - 1].is(now) || !items[grade - 2].is(be) || !ends_after(items, grade)) return false;
  if (!items[0].name && !items[0].is(pronoun) && !(items[0].is(determiner) && items[1].is(body_noun))) return false;
  std::size_t before = grade - 2;
  while (before > 0 && !items[before].is(ItemKind::grade)) --before;
  return before > 1 && items[before].is(ItemKind::grade) && time_of(sentence, before) != Time::current;
}

/// "an ‘Outstanding’ from Ofsted", "its first ever ‘good’ from Ofsted"
bool is_given(const std::vector<Item>& items, std::size_t grade) {
  const Item& item = items[grade];
  if (grade < 2 || !(item.capital || item.quoted)) return false;
  if (grade + 1 >= items.size()) return false;
  const Item& next = items[grade + 1];
  return next.word == "from" && grade + 2 < items.size() && items[grade + 2].is(inspector);
}

/// "The home requires improvement, its former manager said.": who says it comes after.
bool goes_on_as_opinion(const std::vector<Item>& items, std::size_t grade) {
  constexpr std::size_t longest = 7;  // items of the name of who speaks
  std::size_t comma = 0;
  for (std::size_t at = grade + 1; at < items.size(); ++at) {
    const Item& item = items[at];
    if (item.is(Mark::semicolon) || item.is(contrast | relative)) return false;
    if (item.is(Mark::comma)) comma = at;
    if (!item.is(speech) || item.is(judge)) continue;
    const std::size_t close = std::min(at + 4, items.size());
    return comma > 0 && at - comma <= longest && !items[at - 1].is(be) && !among<"heard", "according">(item.word) &&
           !holds(items, comma, close, inspector | pronoun | conjunction_and);
  }
  return false;
}

/// "…: preventing crime", "…: how it manages offenders"
bool heads_areas(const std::vector<Item>& items, std::size_t colon) {
  if (colon >= items.size() || !items[colon].is(Mark::colon)) return false;
  std::size_t at = colon + 1;
  while (at < items.size() && items[at].is(determiner | how)) ++at;
  return at < items.size() && items[at].is(ItemKind::area);
}

/// "The home is ‘inadequate’, the CQC said.", "Denbrook Police ‘good’, says HMIC"
bool is_said_by_inspector(const std::vector<Item>& items, std::size_t comma) {
  constexpr std::size_t longest = 4;  // items of "the inspectors have said"
  if (comma >= items.size() || !items[comma].is(Mark::comma)) return false;
  const std::size_t end = std::min(comma + 1 + longest, items.size());
  std::size_t at = comma + 1;
  while (at < end && items[at].is(speech | inspector | determiner | have) && !items[at].is(judge)) ++at;
  return holds(items, comma + 1, at, speech) && holds(items, comma + 1, at, inspector);
}

}  // namespace

bool is_plural(const Token& token) { return among<"goods", "outstandings", "inadequates", "adequates">(token.id); }

Strength strength_of(const Block& block, const Sentence& sentence, std::size_t grade) {
  const std::vector<Item>& items = sentence.items;
  const Item& item = items[grade];
  const WordId behind = items[grade].last < block.tokens.size() ? block.tokens[items[grade].last].id : WordId{};
  // "showing at a glance how good it is"
  if (grade > 0 && items[grade - 1].word == "how") return Strength::none;
  if (is_compared(items, grade) || among<"many", "deal", "few">(behind))  // "a good many areas"
    return Strength::none;
  // "the second lowest grade"
  if (grade > 0 && among<"second", "third">(items[grade - 1].word) && block.tokens[item.first].is(top | bottom))
    return Strength::none;
  if (is_plural(block.tokens[item.first])) return is_for_an_area(items, grade) ? Strength::asserted : Strength::none;
  if (block.tokens[item.first].number >= 0) return Strength::asserted;
  // "an Outstanding Contribution award"
  if (item.capital && !item.quoted && grade + 1 < items.size() && items[grade + 1].name &&
      items[grade + 1].classes == 0 && items[grade + 1].first == item.last)
    return Strength::none;
  const bool opens_sentence = item.first == sentence.first;
  const bool label = opens_sentence && grade + 1 < items.size() &&
                     (items[grade + 1].is(Mark::colon) || items[grade + 1].is(Mark::dash));
  // "Two outstanding: A and B."
  if (grade == 1 && items[0].number > 0 && items[0].is(ItemKind::word) && heads_areas(items, grade + 1))
    return Strength::marked;
  const bool multiword = item.last - item.first > 1;
  const Item* next = grade + 1 < items.size() ? &items[grade + 1] : nullptr;
  // A grading verb or noun before: "rated as", "found to be", "a rating of".
  bool asserted = false;
  int plain_words = 0;
  for (std::size_t at = grade; at-- > 0 && grade - at <= 9;) {
    const Item& before = items[at];
    if (before.is(judge | give) || is_said_of(items, at) || (before.is(keep) && !before.is(adverb)) ||
        (before.is(move) && items[at + 1].word == "to")) {
      asserted = true;
      break;
    }
    const bool of_one = at > 0 && items[at - 1].word == "my";  // "in my judgment"
    if ((before.is(grade_noun) && at + 1 < grade && !of_one) || is_star(before)) {
      asserted = true;
      break;
    }
    if (before.classes == 0 && before.kind == ItemKind::word && !before.name && ++plain_words <= 2) continue;
    if (before.is(ItemKind::area) || before.is(ItemKind::count)) continue;
    // "rated A, B and C as good"
    if ((before.is(conjunction_and) || before.is(Mark::comma)) && items[grade - 1].is(seem) && at > 0 &&
        (items[at - 1].is(ItemKind::area) || items[at + 1].is(ItemKind::area)) && !holds(items, at, grade - 1, be))
      continue;
    if (before.is(publish) && at > 0 && items[at - 1].is(give)) continue;  // "came out as good"
    if (before.is(Mark::comma)) {
      if (is_apposed(items, at, grade)) {
        asserted = true;
        break;
      }
      at = start_of_place(items, at);
      if (items[at].is(Mark::comma) && items[at].first != before.first) continue;
      break;
    }
    if (!before.is(be | seem | adverb | keep | determiner | now | word_class::before | overall | intensifier | link |
                   other_preposition | have | pronoun | body_noun | bodies_noun | relative | inspection) &&
        !before.name && !before.is(Mark::colon) && !before.is(Mark::number) && !joins_names(items, at)) {
      break;
    }
  }
  // "a good rating", "its good Ofsted rating"
  if (next && next->name && next->is(inspector) && grade + 2 < items.size() && items[grade + 2].is(rating))
    next = &items[grade + 2];
  const bool noun_after = next && next->is(grade_noun);
  // "Reasonably good" and "very good" are said of much else.
  const bool adjective =
      !multiword || (item.last - item.first == 2 && block.tokens[item.first].is(intensifier | adverb));
  const bool plain = !item.quoted && adjective && (!item.capital || (multiword && opens_sentence));
  const bool once_more = grade > 1 && items[grade - 2].word == "once";
  if (plain && grade > 0 && items[grade - 1].is(intensifier) && !items[grade - 1].is(be | judge) &&
      !items[grade - 1].is(keep) && !once_more)
    return Strength::none;
  if (is_noun(sentence, grade)) return Strength::asserted;
  if (noun_after) {
    // "a good standard" and "good results" are everyday words: they need a verb of grading or quotation marks too.
    return !plain || asserted || names_a_step(*next) ? Strength::asserted : Strength::none;
  }
  if (plain && next && next->is(area_noun)) return Strength::marked;
  if (plain && next && next->is(body_noun) && is_kind_of_body(items, grade)) return Strength::asserted;
  if (is_given(items, grade) || is_of_inspectorate(items, grade)) return Strength::asserted;
  // "Ofsted: Marsh Green School ‘outstanding’"
  if (item.quoted && grade + 1 == items.size() && items.size() > 2 && items[0].is(inspector) && items[0].name &&
      items[1].is(Mark::colon))
    return Strength::asserted;
  if (is_named_rating(items, grade) || is_the_overall_rating(items, grade) || is_said_overall(items, grade) ||
      is_verdict_on_services(block, sentence, grade))
    return Strength::asserted;
  // An adjective before its noun: "good practice", "good work", "an outstanding Sergeant".
  if (plain && next && next->name && next->classes == 0 && grade > 0 && items[grade - 1].is(determiner) && !asserted)
    return Strength::none;
  if (plain && next && next->word == "work") return Strength::none;
  if (plain && next && next->is(ItemKind::word) && !next->name &&
      (next->classes == 0 || next->is(body_noun | bodies_noun)))
    return Strength::none;
  if (asserted) return Strength::asserted;
  // "it is ‘good’ overall", "it is now Good"
  const bool so_far = grade > 1 && items[grade - 1].is(keep) && items[grade - 1].is(adverb);  // "is still ‘good’"
  if ((item.quoted || item.capital || (next && next->is(overall))) && grade > 1 &&
      (items[grade - 1].is(now) || so_far) && items[grade - 2].is(be))
    return Strength::asserted;
  if (item.quoted && next && next->is(overall) && !is_reported_opinion(sentence, grade)) return Strength::asserted;
  if (item.quoted && grade > 0 && (items[grade - 1].is(be) || items[grade - 1].name) &&
      is_said_by_inspector(items, grade + 1))
    return Strength::asserted;
  if (is_said_of_the_body(sentence, grade) || has_become(sentence, grade)) return Strength::asserted;
  // "It is good overall and outstanding for A."
  if (next && next->is(overall) && grade > 0 && items[grade - 1].is(be) && holds(items, 0, items.size(), inspector) &&
      (grade + 2 >= items.size() || items[grade + 2].kind != ItemKind::word || items[grade + 2].is(conjunction_and)))
    return Strength::asserted;
  const Token& token = block.tokens[item.first];
  const bool verb = multiword && token.is(requires_verb) && item.quoted && grade > 0 && !items[grade - 1].is(relative);
  if (!verb && (item.quoted || label || (item.capital && !opens_sentence))) return Strength::marked;
  if (multiword && token.is(requires_verb)) {
    // "areas that require improvement", "what requires improvement": plain words.
    const bool counted =
        grade > 2 && items[grade - 2].number > 1 && items[grade - 3].is(determiner);  // "the five that"
    const bool clause =
        grade > 0 && items[grade - 1].is(relative) && !(grade == 1 && opens_with_that(items)) && !counted;
    const bool of_area = grade > 2 && items[grade - 2].is(Mark::comma) && items[grade - 3].is(ItemKind::area);
    const bool opens_list = items[0].is(including) && next && next->is(be);  // "Among the areas that require it are"
    const bool heads_list = opens_list || (grade == 1 && grade + 2 == items.size() && items.back().is(Mark::colon));
    return clause && !item.capital && !heads_list && !of_area ? Strength::none : Strength::asserted;
  }
  if (multiword && !plain) return Strength::marked;
  // "Five were good, among them A and B."
  const bool counted = grade > 1 && items[grade - 1].is(be) && items[grade - 2].number > 0;
  return counted && Reader(sentence, grade).names_what_it_counts() ? Strength::asserted : Strength::bare;
}

bool is_doubtful(const Sentence& sentence, std::size_t grade, bool listed) {
  const Reader reader(sentence, grade);
  return sentence.question || reader.denied_or_wished() || reader.about_many() || (!listed && reader.is_counted()) ||
         reader.about_any() || reader.said_by_others();
}

bool is_wished(const Sentence& sentence, std::size_t grade) { return Reader(sentence, grade).denied_or_wished(); }

bool is_reported_opinion(const Sentence& sentence, std::size_t grade) {
  const std::vector<Item>& items = sentence.items;
  for (std::size_t at = grade; at-- > 0;) {
    if (!items[at].is(speech) || items[at].is(judge) || is_said_of(items, at)) continue;
    const WordId word = items[at].word;
    if (word == "according") return false;
    if (word == "told" && at > 1 && holds(items, at - 2, at, be)) continue;  // "was also told that it …"
    // "So says the report, and …"
    const std::size_t close = std::min(at + 4, grade);
    const bool to_inspector =
        word == "told" && at + 1 < grade && items[at + 1].is(inspector);  // "Staff told HMI that …"
    if (!to_inspector && holds(items, at, close, inspector)) return false;
    const bool opinion = among<"think", "thought", "feel", "believe">(word);
    // "HMI judged it good at A, but said …": whoever the sentence is about goes on speaking.
    const bool goes_on = at > 0 && items[at - 1].is(conjunction_and | contrast);
    std::size_t reach = 9;
    for (std::size_t back = at; back-- > 0 && (goes_on || at - back < reach);) {
      if (items[back].is(Mark::comma) && (back + 1 == at || (back + 2 == at && items[back + 1].is(adverb)))) {
        // "Its report, published on Friday, says", "HMICFRS, whose report is out, also said"
        const std::size_t aside = back;
        while (back > 0 && !items[back - 1].is(Mark::comma)) --back;
        if (back > 0) --back;
        reach += aside - back;
        continue;
      }
      const bool of_whom = items[back].is(Mark::comma) && items[back + 1].is(which);  // "…, which says"
      if (items[back].kind == ItemKind::mark && !goes_on && !of_whom) break;
      if (items[back].is(inspector)) {  // "told the inspectors that he thought"
        while (back > 0 && items[back - 1].is(inspector | determiner)) --back;
        return back > 0 && items[back - 1].word == "told";
      }
      if (!opinion && items[back].is(pronoun)) return false;
    }
    return at > 0;
  }
  return goes_on_as_opinion(items, grade);
}

bool is_noun(const Sentence& sentence, std::size_t grade) {
  const std::vector<Item>& items = sentence.items;
  if (grade == 0 || grade + 2 >= items.size()) return false;
  const Item& before = items[grade - 1];
  if (among<"a", "an">(before.word) && items[grade + 1].word == "for") return true;  // "an outstanding for A"
  // "An outstanding was handed to the force for A."
  if (among<"a", "an">(before.word) && items[grade + 1].is(be) && items[grade + 2].is(judge | give)) return true;
  // "… and one adequate, for A"
  if (before.number == 1 && items[grade + 1].is(Mark::comma) && items[grade + 2].word == "for") return true;
  if (grade > 1 && among<"sole", "only">(before.word) && items[grade - 2].is(determiner) && items[grade + 1].is(be) &&
      items[grade + 2].is(link))
    return true;
  return (before.is(determiner) || before.number >= 1) && items[grade + 1].is(be) && items[grade + 2].is(link);
}

bool is_verdict_on_services(const Block& block, const Sentence& sentence, std::size_t grade) {
  // Flattened, a date stands before it and a heading behind.
  const std::vector<Item>& items = sentence.items;
  // "…, the leader of the council said": his opinion.
  const bool ends = grade + 1 >= items.size() || items[grade + 1].is(Mark::stop) || items[grade + 1].is(Mark::number) ||
                    items[grade + 1].capital;
  std::size_t at = grade;
  if (!ends || at < 3 || !(items[at].is_verb || items[--at].is(be))) return false;
  while (--at > 0 && items[at].word != "services" &&
         (items[at].name || items[at].word == "children" || items[at].is(link | determiner | adverb | now | body_noun)))
    ;
  if (items[at].word != "services") return false;
  const bool of_children = items[at + 1].word == "for" && items[at + 2].word == "children";
  if (!of_children && (at == 0 || !block.tokens[items[--at].first].possessive)) return false;
  return at == 0 || items[at - 1].is(Mark::number);
}

bool is_present(const Sentence& sentence, std::size_t grade) {
  for (std::size_t at = grade; at-- > 0 && grade - at < 8;) {
    if (among<"is", "are", "remains", "now">(sentence.items[at].word)) return true;
    if (sentence.items[at].is(be | judge)) break;
  }
  return sentence.items[grade].present_verb;
}

Time time_of(const Sentence& sentence, std::size_t grade) { return Reader(sentence, grade).time(); }

}  // namespace pressmark::inspection
