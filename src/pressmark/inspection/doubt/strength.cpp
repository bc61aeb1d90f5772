// Looks for verbs and nouns of grading near a grade, and at how it is written.
#include "pressmark/inspection/doubt/strength.h"

#include <algorithm>

#include "pressmark/inspection/doubt/many.h"
#include "pressmark/inspection/doubt/past.h"
#include "pressmark/inspection/doubt/speaker.h"
#include "pressmark/inspection/doubt/time.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

bool is_star(const Item& item) { return item.is(ItemKind::word) && among<"star", "stars">(item.word); }

/// "Calder and Humberhead"
bool joins_names(std::span<const Item> items, std::size_t at) {
  return items[at].is(conjunction_and) && at > 0 && items[at - 1].name && items[at + 1].name;
}

/// "continues to be a good school", "was found to be a good school": the inspectorate's own words for the grade.
bool is_kind_of_body(std::span<const Item> items, std::size_t grade) {
  if (grade < 2 || !among<"a", "an">(items[grade - 1].word)) return false;
  const bool is_now = grade > 2 && items[grade - 2].is(now) && items[grade - 3].is(be);
  // "It is now a good school, the Ofsted report begins."
  if (is_now) return holds(items, 0, items.size(), inspector);
  const Item& verb = items[grade - 2];
  // "Ofsted says that we are a good school."
  for (std::size_t at = 1; at < grade && verb.is(be); ++at) {
    if (items[at].is(speech) && items[at - 1].is(inspector) && items[at - 1].name) return true;
  }
  if (!verb.is(be | keep) && verb.word != "as") return false;
  // "It continues to be a good school."
  const bool of_school = word_at(items, grade + 1) == "school";
  const bool inspected = of_school || holds(items, 0, items.size(), inspector);
  for (std::size_t at = grade - 1; at-- > 0 && grade - at < 6;) {
    if (items[at].is(keep) && !items[at].is(now)) return inspected;
    if (items[at].is(judge)) return inspected;
    if (!items[at].is(be | seem | adverb)) return false;
  }
  return false;
}

/// "its worst grade, inadequate, for A", "slipped a grade, to adequate": the comma before the grade.
bool is_apposed(std::span<const Item> items, std::size_t comma, std::size_t grade) {
  const bool directly =
      comma + 1 == grade ||
      (comma + 2 == grade && (items[comma + 1].word == "to" || items[comma + 1].is(determiner | every)));
  return directly && comma > 1 && items[comma - 1].is(grade_noun) && !items[comma - 2].is(other_preposition);
}

/// "falls into the inadequate category", "an outstanding verdict": nouns of a scale, seldom used of anything else.
bool names_a_step(const Item& noun) {
  return noun.is(rating) ||
         among<"category", "band", "bracket", "classification", "verdict", "outcome", "ranking">(noun.word);
}

/// "rated Norham Vale, in Easterwick, inadequate": the comma before the aside that ends in this one.
std::size_t start_of_place(std::span<const Item> items, std::size_t comma) {
  for (std::size_t at = comma; at-- > 1 && comma - at < 6;) {
    if (items[at].is(Mark::comma)) return items[at + 1].is(link) || items[at + 1].name ? at : comma;
    if (!items[at].name && !items[at].is(link | other_preposition | determiner)) break;
  }
  return comma;
}

/// "their ratings of good stand"
bool is_named_rating(std::span<const Item> items, std::size_t grade) {
  return grade > 1 && items[grade - 1].word == "of" && items[grade - 2].is(rating);
}

bool ends_after(std::span<const Item> items, std::size_t grade) {
  return grade + 1 >= items.size() || items[grade + 1].kind == ItemKind::mark;
}

/// "Overall it is inadequate.", "Now it is good."
bool is_said_overall(std::span<const Item> items, std::size_t grade) {
  if (grade < 3 || !(items[0].is(overall) || items[0].word == "now") || !items[grade - 1].is(be)) return false;
  return ends_after(items, grade) &&
         std::all_of(items.begin() + 1, items.begin() + static_cast<std::ptrdiff_t>(grade), [](const Item& item) {
           return item.is(pronoun | determiner | body_noun | be) || item.is(Mark::comma);
         });
}

/// "Requires improvement is therefore its overall judgement."
bool is_the_overall_rating(std::span<const Item> items, std::size_t grade) {
  std::size_t at = grade + 1;
  if (at >= items.size() || !items[at].is(be)) return false;
  while (is_at(items, at, be | adverb | determiner | reason) && !items[at].is(overall)) ++at;
  if (at >= items.size()) return false;
  // "‘Good’ was Ofsted's verdict on Elm Road Primary."
  const std::size_t noun = items[at].is(inspector) ? at + 1 : at;
  if (noun + 2 < items.size() && names_a_step(items[noun]) && items[noun + 1].is(link) && items[noun + 2].name)
    return true;
  return items[at].is(ItemKind::area) && !items[at].mention->ending->named_area;
}

/// "goods for A", "two outstandings": they need an area behind them.
bool is_for_an_area(std::span<const Item> items, std::size_t grade) {
  if (is_said_of_things(items, grade)) return true;
  std::size_t at = grade + 1;
  if (is_at(items, at, Mark::open) || is_at(items, at, Mark::colon)) {
    if (++at < items.size() && items[at].is(ItemKind::area)) return true;
  } else if (at < items.size() && (items[at].is(be) || items[at].is(Mark::comma))) {
    ++at;
  }
  if (at >= items.size() || !items[at].is(link)) return false;
  return is_at(items, forward_over(items, at, link | determiner | how | be | skip), ItemKind::area);
}

/// "one area below adequate", "better than good"
bool is_compared(std::span<const Item> items, std::size_t grade) {
  if (grade == 0) return false;
  // "It requires improvement more than any other."
  if (grade + 3 < items.size() && items[grade + 2].word == "than" && items[grade + 3].word == "any") return true;
  const WordId word = items[grade - 1].word;
  if (word == "as" && word_at(items, grade + 1) == "as") return true;  // "as good as any"
  if (word == "than" && grade > 2 && among<"no", "little">(items[grade - 3].word))
    return false;  // "no more than adequate"
  return among<"below", "above", "beneath", "than">(word);
}

/// "We are now a CQC ‘Outstanding’ home."
bool is_of_inspectorate(std::span<const Item> items, std::size_t grade) {
  return grade > 1 && items[grade - 1].is(inspector) && items[grade - 1].name && items[grade - 2].is(determiner) &&
         is_at(items, grade + 1, body_noun);
}

/// "Elm House is good, a report by the CQC says."
bool is_said_of_the_body(const Sentence& sentence, std::size_t grade) {
  const std::span<const Item> items = sentence.items;
  if (grade < 3 || !items[grade - 1].is(be) || !ends_after(items, grade)) return false;
  for (std::size_t at = 0; at + 1 < grade; ++at) {
    if (!items[at].name && !items[at].is(determiner | other_preposition | body_noun)) return false;
  }
  return says_inspectorate(items, grade);
}

/// "The school, which was found to be inadequate in 2011, is now good."
bool has_become(const Sentence& sentence, std::size_t grade) {
  const std::span<const Item> items = sentence.items;
  if (grade < 4 || !items[grade - 1].is(now) || !items[grade - 2].is(be) || !ends_after(items, grade)) return false;
  if (!items[0].name && !items[0].is(pronoun) && !(items[0].is(determiner) && items[1].is(body_noun))) return false;
  std::size_t before = grade - 2;
  while (before > 0 && !items[before].is(ItemKind::grade)) --before;
  return before > 1 && items[before].is(ItemKind::grade) && time_of(sentence, before) != Time::current;
}

/// "an ‘Outstanding’ from Ofsted", "its first ever ‘good’ from Ofsted"
bool is_given(std::span<const Item> items, std::size_t grade) {
  const Item& item = items[grade];
  if (grade < 2 || !(item.capital || item.quoted)) return false;
  if (grade + 1 >= items.size()) return false;
  const Item& next = items[grade + 1];
  return next.word == "from" && is_at(items, grade + 2, inspector);
}

/// "…: preventing crime", "…: how it manages offenders"
bool heads_areas(std::span<const Item> items, std::size_t colon) {
  return is_at(items, colon, Mark::colon) &&
         is_at(items, forward_over(items, colon + 1, determiner | how), ItemKind::area);
}

/// "The home is ‘inadequate’, the CQC said.", "Denbrook Police ‘good’, says HMIC"
bool is_said_by_inspector(std::span<const Item> items, std::size_t comma) {
  constexpr std::size_t longest = 4;  // items of "the inspectors have said"
  if (comma >= items.size() || !items[comma].is(Mark::comma)) return false;
  const std::size_t end = std::min(comma + 1 + longest, items.size());
  std::size_t at = comma + 1;
  while (at < end && items[at].is(speech | inspector | determiner | have | seem) && !items[at].is(judge)) ++at;
  return holds(items, comma + 1, at, speech) && holds(items, comma + 1, at, inspector);
}

class StrengthReader {
 public:
  StrengthReader(const Block& block, const Sentence& sentence, std::size_t grade)
      : items_(sentence.items),
        block_(block),
        sentence_(sentence),
        grade_(grade),
        item_(items_[grade]),
        first_(block.tokens[item_.first]),
        multiword_(item_.last - item_.first > 1),
        opens_sentence_(item_.first == sentence.first),
        next_(grade + 1 < items_.size() ? &items_[grade + 1] : nullptr) {}

  Strength read() {
    if (is_said_of_something_else()) return Strength::none;
    if (is_plural(first_)) return is_for_an_area(items_, grade_) ? Strength::asserted : Strength::none;
    if (first_.number >= 0) return Strength::asserted;
    if (is_part_of_a_name() || (first_.id == "ri" && !item_.capital)) return Strength::none;
    // "Two outstanding: A and B."
    if (grade_ == 1 && items_[0].number > 0 && items_[0].is(ItemKind::word) && heads_areas(items_, grade_ + 1))
      return Strength::marked;
    asserted_ = follows_a_word_of_grading();
    // "Reasonably good" and "very good" are said of much else.
    const bool adjective = !multiword_ || (item_.last - item_.first == 2 && first_.is(intensifier | adverb));
    plain_ = !item_.quoted && adjective && (!item_.capital || (multiword_ && opens_sentence_));
    if (plain_ && is_intensified()) return Strength::none;
    if (is_noun(sentence_, grade_)) return Strength::asserted;
    if (const Item* noun = noun_behind(); noun && noun->is(grade_noun)) {
      // "a good standard" and "good results" are everyday words: they need a verb of grading or quotation marks too.
      // "Records are kept to an adequate standard."
      if (plain_ && noun->word == "standard" && word_at(items_, grade_ - 2) == "to") return Strength::none;
      const bool marks = noun->is(rating) || among<"mark", "marks">(noun->word);  // "good marks for A"
      const bool for_area = marks && is_for_an_area(items_, static_cast<std::size_t>(noun - items_.data()));
      return !plain_ || asserted_ || names_a_step(*noun) || for_area ? Strength::asserted : Strength::none;
    }
    if (plain_ && next_ && next_->is(area_noun) && !among<"questions", "measures", "tests">(next_->word))
      return Strength::marked;
    if (is_verdict()) return Strength::asserted;
    if (plain_ && is_attributive()) return Strength::none;
    return asserted_ || is_said_firmly() ? Strength::asserted : strength_alone();
  }

 private:
  bool is_said_of_something_else() const {
    // "showing at a glance how good it is"
    if (word_at(items_, grade_ - 1) == "how" || is_compared(items_, grade_)) return true;
    // "a good many areas"
    if (item_.last < block_.tokens.size() && among<"many", "deal", "few">(block_.tokens[item_.last].id)) return true;
    // "It requires improvement to its roof."
    if (first_.is(requires_verb) && word_at(items_, grade_ + 1) == "to" && is_at(items_, grade_ + 2, determiner))
      return true;
    // "a rating of Very Good", where the scheme has none
    if (word_at(items_, grade_ - 1) == "very" && items_[grade_ - 1].capital) return true;
    // "stays in the “Outstanding” column"
    if (word_at(items_, grade_ + 1) == "column") return true;
    // "now good in places"
    if (word_at(items_, grade_ + 1) == "in" && among<"places", "parts">(word_at(items_, grade_ + 2))) return true;
    // "They require improvement plans of each other."
    if (first_.is(requires_verb) && among<"plan", "plans">(word_at(items_, grade_ + 1))) return true;
    // "| Investigating crime | 3 outstanding |", "Investigating crime: 3 outstanding": so much is still to be done
    if (grade_ > 1 && first_.id == "outstanding" && items_[grade_ - 1].is(Mark::number) &&
        (items_[grade_ - 2].is(Mark::pipe) || items_[grade_ - 2].is(Mark::colon)))
      return true;
    // "the second lowest grade"
    return among<"second", "third">(word_at(items_, grade_ - 1)) && first_.is(top | bottom);
  }

  /// "an Outstanding Contribution award"
  bool is_part_of_a_name() const {
    return item_.capital && !item_.quoted && next_ && next_->name && next_->classes == 0 &&
           next_->first == item_.last && !is_at(items_, grade_ - 1, ItemKind::area);
  }

  /// A grading verb or noun before: "rated as", "found to be", "a rating of".
  bool follows_a_word_of_grading() const {
    constexpr std::size_t reach = 9;
    int plain_words = 0;
    std::size_t from = grade_;  // insertions are no part of the reach
    for (std::size_t at = grade_; at-- > 0 && from - at <= reach;) {
      const Item& item = items_[at];
      if (is_word_of_grading(at)) return true;
      if (item.is_plain_word() && ++plain_words <= 2) continue;
      if (item.is(Mark::comma) && !joins_areas(at)) {
        if (is_apposed(items_, at, grade_)) return true;
        std::size_t opening = start_of_place(items_, at);
        if (opening == at) opening = start_of_insertion(at);
        // "rated separately, as inadequate"
        if (opening == at && !(at + 2 == grade_ && items_[at + 1].word == "as")) return false;
        from -= at - opening;
        at = opening;
      } else if (!passes(at)) {
        return false;
      }
    }
    return false;
  }

  /// "rated Elm House, which has 40 beds, as good"
  std::size_t start_of_insertion(std::size_t comma) const {
    constexpr std::size_t reach = 16;
    if (comma + 1 == grade_ || !holds_only(items_, comma + 1, grade_, seem | be)) return comma;
    for (std::size_t at = comma; at-- > 1 && comma - at < reach && !items_[at].is(ItemKind::grade);) {
      if (items_[at].is(Mark::comma)) return items_[at - 1].name || items_[at - 1].is(body_noun) ? at : comma;
    }
    return comma;
  }

  bool is_word_of_grading(std::size_t at) const {
    const Item& item = items_[at];
    // "The café has a Pass."
    if (item.is(have) && item_.capital && at + 2 == grade_ && word_at(items_, at + 1) == "a")
      return ends_after(items_, grade_) || word_at(items_, grade_ + 2) == "the";
    // "The budget remains inadequate."
    const bool keeps = item.is(keep) && !item.is(adverb) && !(at > 0 && items_[at - 1].is_plain_word());
    if (item.is(judge | give) || keeps || is_star(item)) return true;
    if (is_said_of(items_, at)) return word_at(items_, grade_ + 1) != "to";  // "told that it is good to share"
    if (item.is(move) && (items_[at + 1].word == "to" ||
                          // "dropped the home to"
                          (items_[grade_ - 1].word == "to" && items_[at + 1].word != "from")))
      return true;
    return item.is(grade_noun) && at + 1 < grade_ && word_at(items_, at - 1) != "my";  // "in my judgment"
  }

  /// "rated A, B and C as good"
  bool joins_areas(std::size_t at) const {
    return items_[grade_ - 1].is(seem) && at > 0 &&
           (items_[at - 1].is(ItemKind::area) || items_[at + 1].is(ItemKind::area)) &&
           !holds(items_, at, grade_ - 1, be);
  }

  /// Whether a word may stand between that of grading and the grade.
  bool passes(std::size_t at) const {
    const Item& item = items_[at];
    if (item.is(ItemKind::area) || item.is(ItemKind::count) || item.is(Mark::comma)) return true;
    if (item.is(conjunction_and) && joins_areas(at)) return true;
    if (item.is(publish) && is_at(items_, at - 1, give)) return true;  // "came out as good"
    return item.is(be | seem | adverb | keep | determiner | now | before | overall | intensifier | link |
                   other_preposition | have | pronoun | body_noun | bodies_noun | relative | inspection | how) ||
           item.name || item.is(Mark::colon) || item.is(Mark::number) || joins_names(items_, at);
  }

  /// "very good", but not "rated so good", "once more good"
  bool is_intensified() const {
    return is_at(items_, grade_ - 1, intensifier) && !items_[grade_ - 1].is(be | judge | keep) &&
           word_at(items_, grade_ - 2) != "once";
  }

  /// "a good rating", "its good Ofsted rating"
  const Item* noun_behind() const {
    const bool named = next_ && next_->name && next_->is(inspector) && is_at(items_, grade_ + 2, rating);
    return named ? &items_[grade_ + 2] : next_;
  }

  bool is_verdict() const {
    if (is_former_aside() || is_for_each()) return true;
    if (next_ && next_->is(body_noun) && is_kind_of_body(items_, grade_)) return true;
    return is_labelled_by_inspectorate() || is_given(items_, grade_) || is_of_inspectorate(items_, grade_) ||
           is_named_rating(items_, grade_) || is_the_overall_rating(items_, grade_) ||
           is_said_overall(items_, grade_) || is_verdict_on_services(block_, sentence_, grade_);
  }

  /// "A, previously inadequate, is now good.", "A, inadequate in 2021, is good."
  bool is_former_aside() const {
    const std::size_t comma = is_at(items_, grade_ - 1, before) ? grade_ - 2 : grade_ - 1;
    if (!is_at(items_, comma, Mark::comma) || !is_at(items_, comma - 1, ItemKind::area)) return false;
    return comma + 2 == grade_ ? is_at(items_, grade_ + 1, Mark::comma)
                               : grade_ + 2 < items_.size() && next_->word == "in" && is_date(items_, grade_ + 2);
  }

  /// "A and B, each a good"
  bool is_for_each() const {
    return grade_ > 2 && items_[grade_ - 1].is(determiner) && items_[grade_ - 2].is(every) &&
           items_[grade_ - 3].is(Mark::comma) && ends_after(items_, grade_);
  }

  /// "Ofsted: Marsh Green School ‘outstanding’", "Kestrel Park School (Ofsted: Good)"
  bool is_labelled_by_inspectorate() const {
    std::size_t name = grade_;
    if (item_.quoted && !next_)
      name = 2;
    else if (!item_.capital || (next_ && next_->kind != ItemKind::mark))
      return false;
    return name > 1 && items_.size() > 2 && items_[name - 1].is(Mark::colon) && items_[name - 2].is(inspector) &&
           items_[name - 2].name;
  }

  /// An adjective before its noun: "good practice", "good work", "an outstanding Sergeant".
  bool is_attributive() const {
    if (!next_ || !next_->is(ItemKind::word)) return false;
    if (among<"work", "first", "team">(next_->word)) return true;
    // "a good and timely response"
    if (next_->is(conjunction_and) && is_at(items_, grade_ + 3, ItemKind::word) && items_[grade_ + 2].is_plain_word() &&
        items_[grade_ + 3].is_plain_word())
      return true;
    if (next_->name) return next_->classes == 0 && is_at(items_, grade_ - 1, determiner) && !asserted_;
    return next_->classes == 0 || next_->is(body_noun | bodies_noun);
  }

  bool is_said_firmly() const {
    // "it is ‘good’ overall", "it is now Good", "is still ‘good’"
    const bool marked = item_.quoted || item_.capital || (next_ && next_->is(overall));
    const bool so_far = grade_ > 1 && items_[grade_ - 1].is(keep) && items_[grade_ - 1].is(adverb);
    if (marked && grade_ > 1 && (items_[grade_ - 1].is(now) || so_far || items_[grade_ - 1].word == "officially") &&
        items_[grade_ - 2].is(be))
      return true;
    // "CQC inspection: Good overall"
    if (item_.capital && next_ && next_->is(overall) && is_at(items_, grade_ - 1, Mark::colon)) return true;
    if (item_.quoted && next_ && next_->is(overall) && !is_reported_opinion(sentence_, grade_)) return true;
    if (item_.quoted && grade_ > 0 && (items_[grade_ - 1].is(be) || items_[grade_ - 1].name) &&
        is_said_by_inspector(items_, grade_ + 1))
      return true;
    if (is_said_of_the_body(sentence_, grade_) || has_become(sentence_, grade_)) return true;
    // "It is good overall and outstanding for A."
    const auto tells_of_visit = [](const Item& item) { return item.is(inspector) || item.word == "visit"; };
    return next_ && next_->is(overall) && is_at(items_, grade_ - 1, be) &&
           holds(items_, 0, items_.size(), tells_of_visit) &&
           (grade_ + 2 >= items_.size() || items_[grade_ + 2].kind != ItemKind::word ||
            items_[grade_ + 2].is(conjunction_and));
  }

  /// By its own form, no word of grading being near.
  Strength strength_alone() const {
    const bool label = opens_sentence_ && next_ && (next_->is(Mark::colon) || next_->is(Mark::dash));
    const bool verb_form = multiword_ && first_.is(requires_verb);
    const bool quoted_verb = verb_form && item_.quoted && grade_ > 0 && !items_[grade_ - 1].is(relative);
    if (!quoted_verb && (item_.quoted || label || (item_.capital && !opens_sentence_))) return Strength::marked;
    // "Bathroom (requires improvement)"
    if (verb_form && grade_ == 2 && is_at(items_, 1, Mark::open) && items_[0].classes == 0 &&
        items_[0].is(ItemKind::word))
      return Strength::none;
    if (verb_form) return is_clause_of_plain_words() ? Strength::none : Strength::asserted;
    if (multiword_ && !plain_) return Strength::marked;
    // "Five were good, among them A and B."
    const bool counted = grade_ > 1 && items_[grade_ - 1].is(be) && items_[grade_ - 2].number > 0;
    return counted && names_what_it_counts(items_, grade_) ? Strength::asserted : Strength::bare;
  }

  /// "areas that require improvement", "what still requires improvement"
  bool is_clause_of_plain_words() const {
    const std::size_t verb = back_over(items_, grade_, adverb);
    if (item_.capital || !is_at(items_, verb - 1, relative)) return false;
    // "How well does it do A? That requires improvement.", "A is its weak spot: that still requires improvement."
    if (items_[verb - 1].word == "that" && (verb == 1 || items_[verb - 2].is(Mark::colon))) return false;
    if (verb > 2 && items_[verb - 2].number > 1 && items_[verb - 3].is(determiner)) return false;  // "the five that"
    if (verb > 2 && items_[verb - 2].is(Mark::comma) && items_[verb - 3].is(ItemKind::area)) return false;
    if (verb > 2 && items_[verb - 2].word == "of" && items_[verb - 3].is(every)) return false;  // "both of which"
    // "The area that requires improvement is A."
    if (next_ && next_->is(be) && is_at(items_, forward_over(items_, grade_ + 2, determiner | how), ItemKind::area))
      return false;
    return verb != 1 || grade_ + 2 != items_.size() || !items_.back().is(Mark::colon);
  }

  std::span<const Item> items_;
  const Block& block_;
  const Sentence& sentence_;
  std::size_t grade_;
  const Item& item_;
  const Token& first_;
  bool multiword_, opens_sentence_;
  const Item* next_;
  bool asserted_ = false;
  bool plain_ = false;  // in small letters and without quotation marks, as an adjective is written
};

}  // namespace

bool is_plural(const Token& token) { return among<"goods", "outstandings", "inadequates", "adequates">(token.id); }

Strength strength_of(const Block& block, const Sentence& sentence, std::size_t grade) {
  return StrengthReader(block, sentence, grade).read();
}

bool is_noun(const Sentence& sentence, std::size_t grade) {
  const std::span<const Item> items = sentence.items;
  if (grade == 0) {  // "Good had been awarded for A."
    const std::size_t verb = forward_over(items, 1, be | have);
    return verb > 1 && is_at(items, verb, give) && is_at(items, verb + 1, link);
  }
  if (grade + 2 >= items.size()) return false;
  const Item& before = items[grade - 1];
  // "an outstanding for A", "an overall Good for Elm House"
  if (items[grade + 1].word == "for" &&
      among<"a", "an">(before.is(overall) && items[grade].capital ? word_at(items, grade - 2) : before.word))
    return true;
  // "An outstanding was handed to the force for A."
  if (among<"a", "an">(before.word) && items[grade + 1].is(be) && items[grade + 2].is(judge | give)) return true;
  // "… and one adequate, for A"
  if ((before.number == 1 || before.word == "single") && items[grade + 1].is(Mark::comma) &&
      items[grade + 2].word == "for")
    return true;
  if (grade > 1 && among<"sole", "only", "single">(before.word) && items[grade - 2].is(determiner) &&
      items[grade + 1].is(be) && items[grade + 2].is(link))
    return true;
  return (before.is(determiner) || before.number >= 1) && items[grade + 1].is(be) && items[grade + 2].is(link);
}

bool is_verdict_on_services(const Block& block, const Sentence& sentence, std::size_t grade) {
  // Flattened, a date stands before it and a heading behind.
  const std::span<const Item> items = sentence.items;
  // "…, the leader of the council said": his opinion.
  const bool ends = grade + 1 >= items.size() || items[grade + 1].is(Mark::stop) || items[grade + 1].is(Mark::number) ||
                    items[grade + 1].capital || (items[grade + 1].is(Mark::comma) && says_inspectorate(items, grade));
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

}  // namespace pressmark::inspection
