// Reads the words on both sides of a grade for tenses, dates and words of time.
#include "pressmark/inspection/doubt/time.h"

#include <optional>

#include "pressmark/inspection/doubt/clause.h"
#include "pressmark/inspection/doubt/past.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class TimeReader {
 public:
  TimeReader(const Sentence& sentence, std::size_t grade)
      : items_(sentence.items), sentence_(sentence), grade_(grade) {}

  Time read() {
    if (is_former()) return Time::previous;
    if (!has(before | have | duration | which | contrast | reason) && !sentence_.figures) return Time::current;
    if (stands_in_aside() || (id(0) == "that" && id(1) == "year")) time_ = Time::told;
    if (const std::optional<Time> told = tell_words_before()) return *told;
    if (time_ != Time::dated && says_behind_that_it_was()) return Time::previous;
    return time_ == Time::dated && tells_of_now() ? Time::previous : time_;
  }

 private:
  /// By the words next to it, or at the head of the sentence.
  bool is_former() const {
    // "has turned an inadequate for A into a good"
    if (is_at(items_, grade_ - 1, determiner) && id(grade_ - 2) == "turned") return true;
    if (after_from() || id(grade_ + 1) == "until") return true;
    if (id(0) == "on" && id(1) == "this" && id(2) == "day") return true;  // "On this day in 2014 …"
    // "When HMI was last here, A was judged to be poor."
    if (id(0) == "when" &&
        holds(items_, 1, std::min<std::size_t>(6, grade_), [](const Item& item) { return item.word == "last"; }))
      return true;
    if (is_taken_away()) return true;
    // "rated good as recently as 2022", "Members will recall that it was graded good."
    for (std::size_t at = 0; at < items_.size(); ++at) {
      if (at > grade_ ? id(at) == "recently" && id(at + 1) == "as" : id(at) == "recall") return true;
    }
    if ((has(pronoun) && is_of_that_time()) || opens_after_being() || (has(have) && is_replaced())) return true;
    return id(grade_ - 1) == "of" && is_at(items_, grade_ - 2, duration);  // "after a decade of ‘requires improvement’"
  }

  /// "has lost its outstanding rating", "gave up the rating of good", "stripped of its top grade, outstanding"
  bool is_taken_away() const {
    std::size_t at = grade_;
    while (at > 0 && (items_[at - 1].is(determiner | seem | other_preposition | rating | top | before | inspector) ||
                      items_[at - 1].is(Mark::comma)))
      --at;
    if (at == grade_ || at == 0) return false;
    const WordId verb = id(at - 1);
    return among<"lost", "loses", "lose", "losing", "removed", "shed", "sheds", "stripped", "forfeited", "surrendered",
                 "relinquished">(verb) ||
           (verb == "up" && among<"given", "gave", "gives", "giving">(id(at - 2)));
  }

  /// "Its zero rating has been replaced with a four."
  bool is_replaced() const {
    std::size_t at = grade_ + 1;
    while (at < items_.size() && !items_[at].is(body_noun) && !items_[at].name && id(at) != "replaced") ++at;
    return id(at) == "replaced" && id(at - 1) == "been";
  }

  std::optional<Time> tell_words_before() {
    bool was = items_[grade_].past_verb;
    bool heading = false;  // "Why we came to this inspection: it had been rated poor."
    for (std::size_t at = grade_; at-- > 0;) {
      const Item& item = items_[at];
      const WordId word = id(at);
      // "Until this week rated good, …", but not "has until May to change, after inspectors rated it poor"
      if ((at == 1 && id(0) == "until") ||
          (word == "until" && (!is_at(items_, at - 1, ItemKind::word) || items_[at - 1].is(adverb | contrast))))
        return Time::previous;
      if (begins_clause(at)) break;
      if (item.is(Mark::comma)) {
        if (ends_span_of_time(at)) break;
        const std::size_t aside = start_of_aside(items_, grade_, at);
        if (aside != at) {
          at = aside;
          continue;
        }
      }
      if (begins_with_subject(at)) break;
      heading = heading || (was && item.is(Mark::colon));
      if (!heading && tells_of_this_time(at)) return time_;
      if (item.is(which)) {
        if (was) time_ = Time::told;  // "A, where the force was poor, is now good"
        break;
      }
      was = was || among<"was", "were">(word);
      if (item.is(keep) && !item.is(adverb)) return time_;
      if (among<"is", "are", "has", "have">(word)) return time_;
      if (word == "had" && is_pluperfect(at)) {
        // "HMICFRS had graded it good", "it had fallen to poor": the past only beside what is said of now.
        const std::size_t verb = at + 1 < grade_ && items_[at + 1].is(adverb) ? at + 2 : at + 1;
        const bool of_which = is_at(items_, at - 1, which);  // "the way that it does A, which had been rated good"
        if (!items_[verb].is(move | judge) && (of_which || !is_reported(at))) return Time::previous;
        // "In 2019 HMICFRS had graded all of them good."
        for (std::size_t date = 0; date < at; ++date) {
          if (is_date(items_, date) && id(date - 1) == "in") return Time::previous;
        }
        time_ = Time::told;
      }
      if (is_of_before(at, was)) return Time::previous;
      note_date(at, items_[at + 1].is(judge));
    }
    return std::nullopt;
  }

  /// The subject of the grade is none of what stands before.
  bool begins_clause(std::size_t at) const {
    const Item& item = items_[at];
    if (item.is(Mark::semicolon)) return !stands_in_brackets(at);
    // "last year it was good at A but required improvement at B"
    const bool same_subject = at + 1 == grade_ || items_[at + 1].is(judge | be);
    return item.is(contrast) && at > 0 && !same_subject;
  }

  /// "Just two years after the last visit, it was rated good."
  bool ends_span_of_time(std::size_t comma) const {
    constexpr std::size_t reach = 4;  // items of "Less than two years"
    for (std::size_t at = 0; at < std::min(comma, reach); ++at) {
      if (items_[at].is(duration) && id(at + 1) == "after")
        return !holds(items_, at, comma,
                      [](const Item& item) { return item.is(ItemKind::grade) || item.is(Mark::comma); });
    }
    return false;
  }

  /// "It was their turn last year, and it was rated good for A."
  bool begins_with_subject(std::size_t at) const {
    return items_[at].is(conjunction_and) && is_at(items_, at - 1, Mark::comma) &&
           ((items_[at + 1].is(pronoun) && items_[at + 2].is(be)) ||
            (items_[at + 1].name && holds(items_, at, grade_, be)));
  }

  bool tells_of_this_time(std::size_t at) const {
    const Item& item = items_[at];
    if (!item.is(now) || item.is(before) || looks_back(items_, grade_, at)) return false;
    // The new owners are not a new rating, and this home has had others, as has "this key question".
    const bool other_news =
        (item.word == "new" && !items_[at + 1].is(grade_noun | inspector)) ||
        (item.word == "this" && (items_[at + 1].is(body_noun | area_noun) || among<"healthy", "key">(id(at + 1))));
    return !other_news && !(at > 0 && looks_back(items_, grade_, at - 1));  // "the inspection before this one"
  }

  /// "had been rated", but not "had one good", "had no"
  bool is_pluperfect(std::size_t at) const {
    if (id(at + 1) == "to" || at < clause_start(items_, grade_)) return false;
    const bool owned = at + 1 < items_.size() && (items_[at + 1].is(determiner) || items_[at + 1].number >= 0 ||
                                                  items_[at + 1].is(ItemKind::grade) || items_[at + 1].word == "no");
    return !owned;
  }

  bool is_of_before(std::size_t at, bool was) const {
    if (id(at) == "having" && (id(at + 1) == "been" || at + 1 == grade_)) return true;
    if (looks_back(items_, grade_, at)) return true;
    // "two years after it was …", "It is eleven years since it was …"
    if (items_[at].is(duration) && (id(at + 1) == "after" || (id(at + 1) == "since" && was))) return true;
    // "the first visit since the home was judged …", "a long way since they were found to be …"
    if (id(at) == "since" && was && (among<"first", "visit", "inspection">(id(at - 1)) || items_[at + 1].is(pronoun)))
      return true;
    // "2016, when it was poor", "2016, when inspectors graded it poor"
    const std::size_t when = items_[at + 1].is(Mark::comma) ? at + 2 : at + 1;
    return is_date(items_, at) && id(when) == "when" &&
           (was || !holds(items_, when, grade_, [](const Item& item) { return item.kind == ItemKind::mark; }));
  }

  void note_date(std::size_t at, bool told) {
    // "In 2016 it was poor; two years later it climbed to …"
    if (items_[at].is(duration) && id(at + 1) == "later" && id(0) == "in" && items_[1].is(Mark::number))
      time_ = Time::told;
    if (!is_date(items_, at)) return;
    if (id(at + 1) == "report") {
      time_ = Time::told;  // "the 2019 report"
    } else if (!is_of_report(at)) {
      time_ = told ? Time::told : Time::dated;
    }
  }

  bool says_behind_that_it_was() {
    const bool in_row = is_at(items_, grade_ + 1, ItemKind::area);  // "A Good B Outstanding Previous grade Good"
    bool shared = false;                                            // "adequate at A and good at B two years ago"
    for (std::size_t at = grade_ + 1; at < items_.size(); ++at) {
      const Item& item = items_[at];
      if (item.is(Mark::semicolon) || item.is(contrast | relative | reason)) break;
      shared = shared || item.is(ItemKind::grade);
      if (shared && (item.is(be | have | judge | give | keep | now) || item.is(ItemKind::mark))) break;
      if (item.is(Mark::comma) && at + 1 < items_.size() && !items_[at + 1].is(before)) break;
      if (is_bracketed(at)) continue;
      if (!in_row && looks_back(items_, grade_, at)) return true;
      // "good at A (2022: adequate)": a date of the other grade
      // "graded good: it will have saved £38m by 2016"
      if (shared || !is_date(items_, at) || is_at(items_, at + 1, Mark::colon) || id(at - 1) == "by") continue;
      if (id(at + 1) == "when" || id(at + 2) == "when") return true;  // "in 2008, when …"
      if (!is_of_report(at)) time_ = is_of_visit(at) ? Time::told : Time::dated;
    }
    return false;
  }

  /// "adequate at A (previously good) and at B"
  bool is_bracketed(std::size_t at) const {
    return is_at(items_, at - 1, Mark::open) && is_at(items_, at + 1, ItemKind::grade) &&
           !items_[grade_ + 1].is(Mark::open);
  }

  [[nodiscard]] bool has(std::uint64_t classes) const { return (sentence_.classes & classes) != 0; }
  [[nodiscard]] WordId id(std::size_t at) const { return word_at(items_, at); }

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

  /// "… was rated poor (A and B poor; C good)"
  bool stands_in_brackets(std::size_t at) const {
    while (at > 0 && !items_[at].is(Mark::open) && !items_[at].is(Mark::close)) --at;
    return items_[at].is(Mark::open);
  }

  /// "Elm House, rated inadequate in May, has been judged good."
  bool stands_in_aside() const {
    std::size_t at = back_over(items_, grade_, judge | seem);
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
    return holds(items_, 0, verb, [](const Item& item) {
      return (item.is(speech) && !item.is(judge)) || (item.is(relative) && !item.is(which));
    });
  }

  bool after_from() const {
    int plain = 0;
    for (std::size_t at = grade_; at-- > 0 && grade_ - at < 8;) {
      if (id(at) == "from") return true;
      // "has moved out of inadequate", but not "five out of five"
      if (at > 1 && id(at) == "of" && id(at - 1) == "out" && !items_[at - 2].is(ItemKind::grade) &&
          items_[at - 2].number < 0)
        return true;
      if (among<"to", "being">(id(at))) return false;  // "took comfort from its being good at A"
      if (items_[at].is(ItemKind::word) && items_[at].classes == 0 && !items_[at].name && ++plain <= 2) continue;
      if (!items_[at].is(determiner | grade_noun | overall | other_preposition | before | seem) && !items_[at].is(link))
        return false;
    }
    return false;
  }

  /// "after the visit in September 2025": the day of the inspection that is told of.
  bool is_of_visit(std::size_t date) const {
    for (std::size_t at = date; at-- > 0 && date - at < 5;) {
      if (items_[at].is(word_class::inspection) || among<"visit", "visited">(items_[at].word)) return true;
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

  std::span<const Item> items_;
  const Sentence& sentence_;
  std::size_t grade_;
  Time time_ = Time::current;
};

}  // namespace

Time time_of(const Sentence& sentence, std::size_t grade) { return TimeReader(sentence, grade).read(); }

bool is_present(const Sentence& sentence, std::size_t grade) {
  for (std::size_t at = grade; at-- > 0 && grade - at < 8;) {
    if (among<"is", "are", "remains", "now">(sentence.items[at].word)) return true;
    if (sentence.items[at].is(be | judge)) break;
  }
  return sentence.items[grade].present_verb && (grade == 0 || !sentence.items[grade - 1].is(judge));
}

}  // namespace pressmark::inspection
