// Binds grades and areas by what stands between them.
#include "pressmark/inspection/clauses.h"

#include <algorithm>
#include <optional>
#include <span>

#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/subject.h"
#include "pressmark/text/flags.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

constexpr std::size_t none = ~std::size_t{0};

/// What lies between two items.
struct Gap {
  int words = 0;  // words that the grammar does not know, names left out
  int names = 0;
  int commas = 0;
  int links = 0;
  int verbs = 0;   // be, judge, give, keep
  int judges = 0;  // judge, give, keep
  int ands = 0;
  int relatives = 0;
  int area_nouns = 0;
  int moves = 0;
  bool noun_first = false;  // a noun such as "grades" stands first
  bool be_first = false;
  bool link_last = false;
  int counts = 0;
  bool colon = false;  // colon, dash or pipe
  bool including_word = false;
  bool paren = false;
  bool broken = false;  // a contrast, a semicolon, a stop, speech, a reason
  bool semicolon = false;
  std::size_t size = 0;
};

/// A grade, or two that tell of a move: "from good to requires improvement".
struct Unit {
  std::size_t current = none;   // item
  std::size_t previous = none;  // item
  std::size_t low = 0, high = 0;
  bool listed = false;  // one of several side by side: "good or outstanding"
  Strength strength = Strength::none;
  bool used = false;
  bool on_services = false;  // of the whole, whatever areas stand before it
  bool counted = false;
  int count = -1;
};

class Reader {
 public:
  Reader(const Block& block, const Sentence& sentence) : block_(block), sentence_(sentence), items_(sentence.items) {}

  SentenceReading read() {
    find_units();
    for (std::size_t at = 0; at < items_.size(); ++at) {
      if (items_[at].is(ItemKind::area) && !names_group(at)) areas_.push_back(at);
    }
    bound_.assign(items_.size(), false);
    if (!units_.empty() && !areas_.empty()) {
      if (!zip_flattened() && !zip_respectively() && !read_row()) bind();
      bind_so();
      bind_too();
      bind_same();
    }
    count_and_overall();
    leave_loose();
    return std::move(reading_);
  }

 private:
  Gap gap(std::size_t from, std::size_t to) const {
    Gap gap;
    gap.size = to - from - 1;
    if (gap.size > 0) {
      gap.noun_first = items_[from + 1].is(grade_noun);
      gap.be_first = items_[from + 1].is(be | have);
      std::size_t last = to - 1;
      while (last > from && items_[last].is(determiner | skip) && !is_link_of_judging(last)) --last;
      gap.link_last = last > from && (items_[last].is(link) || is_link_of_judging(last));
    }
    for (std::size_t at = from + 1; at < to; ++at) {
      const Item& item = items_[at];
      switch (item.kind) {
        case ItemKind::count:
          ++gap.counts;
          break;
        case ItemKind::area:
          gap.broken = gap.broken || !names_group(at);
          break;
        case ItemKind::grade:
          gap.broken = true;
          break;
        case ItemKind::mark:
          add_mark(gap, at);
          break;
        case ItemKind::word:
          add_word(gap, at);
          break;
      }
    }
    return gap;
  }

  void add_mark(Gap& gap, std::size_t at) const {
    const Item& item = items_[at];
    switch (item.mark) {
      case Mark::comma:
        ++gap.commas;
        break;
      case Mark::semicolon:
        gap.semicolon = true;
        break;
      case Mark::colon:
      case Mark::dash:
      case Mark::pipe:
        gap.colon = true;
        gap.broken = gap.broken || tells_when(items_[at + 1].word);
        break;
      case Mark::open:
        gap.paren = true;
        break;
      case Mark::stop:
        // A question may be the name of an area: "How good is our leadership? was graded good".
        gap.broken = gap.broken || !block_.tokens[item.first].question;
        break;
      case Mark::number:
      case Mark::bullet:
      case Mark::close:
      case Mark::slash:
        break;
      default:
        ++gap.words;
        break;
    }
  }

  void add_word(Gap& gap, std::size_t at) const {
    const Item& item = items_[at];
    const bool of_time =
        gap.moves > 0 && tells_when(item.word);  // "has improved since our last visit, from poor to good"
    if (item.is(contrast | reason) && !item.is(seem) && !of_time) gap.broken = true;
    if (item.word == "bar" && at > 0 && items_[at - 1].is(ItemKind::count)) gap.broken = true;  // "in every area bar A"
    if (item.is(speech) && !item.is(judge)) {
      // "was said to be": of A, like "was found to be"
      std::size_t verb = at - 1;  // "are both said to be", "only at A was it told that"
      while (verb > 0 && items_[verb].is(adverb | every | pronoun)) --verb;
      const bool passive = items_[verb].is(be);
      const bool told = at > 1 && items_[at - 1].is(inspector) && items_[at - 2].is(relative);  // "which HMI said"
      gap.broken = gap.broken || !(passive || told);
      if (passive) ++gap.judges;
    }
    const bool in_which = at > 0 && items_[at - 1].is(how) && at + 1 < items_.size() && items_[at + 1].is(relative);
    if (item.is(link) && !in_which) ++gap.links;                                     // "the way in which"
    if (item.word == "to" && at > 0 && items_[at - 1].is(move | give)) ++gap.links;  // "went to", "given to"
    // "gave the top mark to A"
    if (item.word == "to" && at > 2 && items_[at - 1].is(ItemKind::grade) && holds(items_, at - 3, at - 1, give))
      ++gap.links;
    if (is_link_of_judging(at)) ++gap.links;
    if (item.word == "well" && at + 1 < items_.size() && items_[at + 1].is(seem))
      gap.including_word = true;  // "as well as"
    if (item.word == "together" && at + 1 < items_.size() && items_[at + 1].word == "with") gap.including_word = true;
    if (item.is(move)) ++gap.moves;
    if (item.is(hold | have) && !item.is(negation) && at + 1 < items_.size() && items_[at + 1].is(determiner)) {
      ++gap.verbs;
      ++gap.judges;
    }
    if (item.is(be | judge | give | keep)) {
      const bool noun =
          item.is(grade_noun) && at > 0 && (items_[at - 1].is(ItemKind::grade) || items_[at - 1].is(determiner));
      const bool idiom = item.word == "comes" && at > 0 && items_[at - 1].is(pronoun);  // "when it comes to A"
      const bool soft = idiom || (item.is(adverb) && !item.is(be | judge | give));
      if (!noun && !soft) {
        ++gap.verbs;
        if (!item.is(be)) ++gap.judges;
      }
    }
    if (item.is(conjunction_and) && !joins_names(at)) ++gap.ands;
    // "the way in which it does A"
    const bool manner = at > 1 && items_[at - 1].is(link | other_preposition) && items_[at - 2].is(how);
    // "how well it ensures that it does A", "the way that it does A"
    const bool of_manner = item.word == "that" && at > 0 && items_[at - 1].is(how | condition);
    if (item.is(relative) && !manner && !of_manner) ++gap.relatives;
    if (item.is(area_noun)) ++gap.area_nouns;
    if (item.is(including)) gap.including_word = true;
    if (item.classes == 0) item.name ? ++gap.names : ++gap.words;
  }

  /// "Brinemere and Wynfold", "Brinemere and the Dales": a name.
  bool joins_names(std::size_t at) const {
    std::size_t next = at + 1;
    if (next < items_.size() && items_[next].is(determiner)) ++next;
    return next < items_.size() && items_[next].name && at > 0 && items_[at - 1].name;
  }

  /// "an ‘adequate’ judgement was made about A", "‘inadequate’ is the word used of A"
  bool is_link_of_judging(std::size_t at) const {
    if (at == 0 || !among<"of", "about">(items_[at].word)) return false;
    return among<"made", "used", "passed">(items_[at - 1].word);
  }

  void find_units() {
    for (std::size_t at = 0; at < items_.size(); ++at) {
      if (!items_[at].is(ItemKind::grade)) continue;
      Unit unit;
      unit.current = unit.low = unit.high = at;
      unit.strength = strength_of(block_, sentence_, at);
      if (unit.strength == Strength::none) continue;
      unit.on_services = is_verdict_on_services(block_, sentence_, at);
      if (!units_.empty() && says_again(units_.back().current, at)) {
        units_.back().high = at;
        continue;
      }
      if (!units_.empty()) {
        Unit& before = units_.back();
        const std::size_t other = before.high;
        const Gap between = gap(other, at);
        const bool from_other = preceded_by(before.low, "from");
        const bool from_this = preceded_by(at, "from");
        if (from_other && !between.broken && between.commas == 0 && has_word(other, at, "to") &&
            before.previous == none) {
          before.previous = other;
          before.current = before.high = at;
          const bool moved = moved_before(other) || opens_with_verdict(other);
          before.strength = std::max({before.strength, unit.strength, moved ? Strength::asserted : Strength::none});
          if ((!moved_before(before.low) && !opens_with_verdict(before.low)) || is_range(before.low))
            before.listed = true;
          continue;
        }
        if (from_this && !between.broken && before.previous == none && between.words <= 2 && between.ands == 0) {
          before.previous = at;
          before.high = at;
          continue;
        }
        const bool joined = before.previous != other && only_joins(other, at) && !is_noun(sentence_, at);
        if (joined && !between.broken) unit.listed = before.listed = true;
      }
      if (unit.strength == Strength::bare && !units_.empty() && units_.back().strength >= Strength::marked &&
          !is_broken(units_.back().high, at) && !is_clause_of_that(units_.back().high, at)) {
        unit.strength = Strength::asserted;  // "rated good for X and outstanding for Y"
      }
      units_.push_back(unit);
    }
  }

  /// "3 – adequate", "4 (good)", "good – the second highest rating": the same grade said in two ways.
  bool says_again(std::size_t figure, std::size_t word) const {
    std::size_t last = word;
    if (last > figure + 1 && items_[last - 1].is(conjunction_or)) --last;  // "4, or ‘good’"
    const bool is_figure = block_.tokens[items_[figure].first].number >= 0 && only_separators(figure, last);
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
    for (std::size_t at = grade + 1; at < again; ++at) {
      const Item& item = items_[at];
      mark = mark || item.is(Mark::dash) || item.is(Mark::comma) || item.is(Mark::open);
      if (item.kind != ItemKind::mark && !item.is(determiner)) return false;
    }
    return mark;
  }

  /// "both of the efficiency areas" are not efficiency.
  bool names_group(std::size_t area) const {
    // "three of the areas that deal with its people"
    std::size_t with = area;
    while (with > 0 && items_[with - 1].is(determiner)) --with;
    if (with > 3 && items_[with - 1].word == "with" && items_[with - 3].is(relative) &&
        (items_[with - 4].is(ItemKind::count) || items_[with - 4].is(area_noun)))
      return true;
    if (area + 1 >= items_.size()) return false;
    const bool counted =
        area > 0 && (items_[area - 1].is(every | some | determiner | other_preposition) || items_[area - 1].number > 1);
    return counted && items_[area + 1].is(ItemKind::word) &&
           among<"areas", "questions", "categories">(items_[area + 1].word) && !quoted_list(area);
  }
  /// "for the safe and well-led key questions": here the names are areas.
  bool quoted_list(std::size_t area) const { return area > 1 && items_[area - 1].is(conjunction_and); }

  /// Whether a new clause begins between two items; areas between them do not matter.
  bool is_broken(std::size_t from, std::size_t to) const {
    for (std::size_t at = from + 1; at < to; ++at) {
      const bool stands_for = items_[at].is(so) && items_[at - 1].is(be | have);  // "the only one to be so"
      if (items_[at].is(contrast | reason | speech) && !items_[at].is(seem) && !stands_for) return true;
      if (items_[at].is(Mark::stop)) return true;
    }
    return false;
  }

  /// "rated good for A, and that the staffing was poor": a clause of its own.
  bool is_clause_of_that(std::size_t from, std::size_t to) const {
    for (std::size_t at = from + 1; at < to; ++at) {
      if (items_[at].is(relative) && items_[at - 1].is(conjunction_and) && !items_[at + 1].is(pronoun)) return true;
    }
    return false;
  }

  bool has_word(std::size_t from, std::size_t to, WordId word) const {
    for (std::size_t at = from + 1; at < to; ++at) {
      if (items_[at].word == word) return true;
    }
    return false;
  }
  /// "good or outstanding", "good, adequate and": nothing but conjunctions, commas and articles.
  bool only_joins(std::size_t from, std::size_t to) const {
    bool join = false;
    for (std::size_t at = from + 1; at < to; ++at) {
      const Item& item = items_[at];
      const bool joins = item.is(conjunction_and | conjunction_or) || item.is(Mark::comma) || item.is(Mark::slash);
      if (!joins && !item.is(determiner)) return false;
      join = join || joins;
    }
    return join;
  }
  bool preceded_by(std::size_t at, WordId word) const {
    for (std::size_t back = at; back-- > 0 && at - back < 6;) {
      if (items_[back].word == word) return true;
      const bool figure = items_[back].is(Mark::open) || items_[back].is(Mark::number);  // "from 1 (weak)"
      if (!items_[back].is(determiner | grade_noun | overall | other_preposition | before | seem) && !is_whole(back) &&
          !figure)
        return false;
    }
    return false;
  }
  /// "From good to inadequate: Ofsted's verdict on …"
  bool opens_with_verdict(std::size_t at) const {
    return at == 1 && items_[0].word == "from" && std::any_of(items_.begin() + 1, items_.end(), [](const Item& item) {
             return item.is(inspector) || item.is(rating);
           });
  }
  /// "scored as before, from inadequate to outstanding": nothing moved.
  /// "Each theme is marked from weak to excellent."
  bool is_range(std::size_t grade) const {
    const auto before = std::span(items_).first(grade);
    const bool of_each = std::any_of(before.begin(), before.end(),
                                     [](const Item& item) { return item.is(every) || item.is(ItemKind::count); });
    // "Ratings go from zero to five."
    const bool of_ratings = grade > 2 && items_[grade - 3].is(rating) && items_[grade - 2].is(move) && grade == 3;
    if (of_ratings) return true;
    return grade > 1 && (items_[grade - 2].is(Mark::comma) || of_each) && !holds(items_, 0, grade, move);
  }
  bool moved_before(std::size_t at) const {
    for (std::size_t back = at; back-- > 0;) {
      if (items_[back].is(move | judge | give) && !items_[back].is(hope)) return true;
      if (items_[back].is(contrast) || items_[back].is(Mark::semicolon)) return false;
    }
    return false;
  }

  /// The areas of one list, from one that is given: positions in areas_ [first, last).
  std::size_t list_end(std::size_t first) const {
    std::size_t last = first + 1;
    while (last < areas_.size() && goes_on(areas_[last - 1], areas_[last])) ++last;
    return last;
  }

  /// Whether two areas stand in one list: "A, B and C", "A; and how it does B", "A from harm and B".
  bool goes_on(std::size_t one, std::size_t two) const {
    if (stands_for_another(two)) return false;
    // "how caring it is and for being effective"
    const bool asked = one > 0 && one + 3 < two && items_[one - 1].is(how) &&
                       items_[one + 1].is(pronoun | determiner) && items_[one + 2].is(be);
    const Gap between = gap(asked ? one + 2 : one, two);
    if (between.broken || between.verbs - between.judges > 0 || between.relatives > 0 || between.moves > 0)
      return false;
    // "good at A; B will be graded later": what follows the semicolon has a verb of its own.
    if (between.semicolon && has_own_verb(two)) return false;
    const int separators = between.commas + between.ands + (between.semicolon || between.including_word ? 1 : 0);
    if (between.judges > 0) return false;
    for (std::size_t at = one + 1; at < two; ++at) {
      if (items_[at].is(modal | negation | have) || items_[at].is(Mark::close)) return false;
    }
    if (between.words == 0 && between.counts == 0)
      return separators > 0 || between.size == 0 || only_separators(one, two);
    // An area that the scale does not know, or words that go on about the first: "A, catering and B", "A from harm and
    // B".
    if (between.words <= 3 && separators >= 1 && one + 1 < items_.size() &&
        items_[one + 1].is(other_preposition | link))
      return true;
    // "A and the management of B"
    std::size_t last = two - 1;
    while (last > one && items_[last].is(determiner)) --last;
    if (between.words == 1 && separators == 1 && items_[last].is(other_preposition)) return true;
    return separators >= 2 && between.words <= 5;
  }
  /// Whether a verb follows an area in its part of a list that semicolons part.
  bool has_own_verb(std::size_t area) const {
    for (std::size_t at = area + 1; at < items_.size(); ++at) {
      if (items_[at].is(Mark::semicolon) || items_[at].is(Mark::close) || items_[at].is(relative)) return false;
      if (items_[at].is(be | have | modal | keep) || items_[at].is_verb) return true;
    }
    return false;
  }
  bool only_separators(std::size_t one, std::size_t two) const {
    for (std::size_t at = one + 1; at < two; ++at) {
      if (items_[at].kind != ItemKind::mark) return false;
    }
    return true;
  }

  /// "the former", "the latter"
  bool stands_for_another(std::size_t area) const { return items_[area].mention->first != items_[area].first; }

  bool is_weak(std::size_t area) const {
    if (stands_for_another(area)) return false;
    for (const Meaning& meaning : items_[area].mention->meanings()) {
      if (meaning.kind == PhraseKind::area && !meaning.weak) return false;
    }
    return true;
  }

  /// "Efficiency as a whole is good."
  bool is_as_a_whole(std::size_t area) const {
    if (area > 0 && items_[area - 1].is(overall)) return true;  // "its overall efficiency"
    return area + 3 < items_.size() && items_[area + 1].word == "as" && items_[area + 3].word == "whole";
  }

  /// "its work on prevention, where it was good"
  bool is_where(std::size_t area, std::size_t grade) const {
    if (area + 3 >= grade || !items_[area + 1].is(Mark::comma) || items_[area + 2].word != "where") return false;
    return holds_only(items_, area + 3, grade, pronoun | determiner | body_noun | be | adverb);
  }

  /// "The verdict on the efficiency of the force is that it is good."
  bool is_verdict_on(std::size_t list_first) const {
    std::size_t at = list_first;
    while (at > 0 && items_[at - 1].is(determiner)) --at;
    if (has_word(0, list_first, "extent")) return true;  // "The extent to which it is legitimate is good."
    return at > 1 && items_[at - 1].is(link) && (items_[at - 2].is(rating) || is_verdict(items_[at - 2].word));
  }

  /// "For respect they were good", at the head of a sentence.
  bool is_fronted_subject(std::size_t first, std::size_t area, std::size_t grade) const {
    std::size_t link_at = first;
    while (link_at > 0 && items_[link_at - 1].is(determiner)) --link_at;
    if (link_at != 1 || !items_[0].is(link)) return false;
    std::size_t at = area + 1;
    if (at < grade && items_[at].is(Mark::comma)) ++at;
    bool subject = false;
    for (; at < grade; ++at) {
      if (!items_[at].is(determiner | pronoun | body_noun | be | adverb | these) && !items_[at].name) return false;
      subject = subject || items_[at].is(pronoun | body_noun | these);
    }
    return subject;
  }

  /// Whether a list has an area with a name of its own: "risk assessment and referral, and its investigations".
  bool lists_a_strong_area(std::size_t first, std::size_t last) const {
    return std::any_of(areas_.begin(), areas_.end(),
                       [&](std::size_t area) { return area >= first && area <= last && !is_weak(area); });
  }

  /// "good for A", "good – A", "good in two areas, including A".
  bool binds_forward(const Unit& unit, std::size_t area) const {
    if (unit.listed) return false;
    const Gap between = gap(unit.high, area);
    if (between.broken || is_set_apart_by_with(unit.high, area)) return false;
    if (is_weak(area) && is_object_of_a_gerund(area)) return false;
    if (between.size == 1 && between.paren) return true;
    if (unit.strength == Strength::asserted && between.size == 1 && items_[unit.high + 1].word == "of" &&
        block_.tokens[items_[unit.high].last - 1].id == "standard")
      return true;  // "given a strong standard of inclusion"
    if (is_what_was_inspected(unit.high, area)) return true;
    if (is_whole(area) && unit.strength == Strength::asserted && between.be_first &&
        between.links + between.words + between.commas == 0 && between.verbs == 1)
      return true;  // "Good is therefore its overall judgement"
    // "with 'outstanding' leadership and management"
    if (between.size == 0 && items_[unit.high].quoted && !unit.used) return true;
    // "The school met the safeguarding standards"
    if (block_.tokens[items_[unit.low].first].is(give) && between.size <= 1 && only_nouns(unit.high, area)) return true;
    const bool counted = between.counts > 0 && between.commas == 1 && between.words <= 1;  // "in one, well-led"
    const bool list_link = counted || between.colon || between.including_word || between.paren;
    if (between.semicolon && !list_link) return false;
    if (between.relatives > 0 && !(list_link || between.counts > 0)) return false;
    if (!list_link && between.links == 0 && !(between.area_nouns > 0 && between.verbs > 0) &&
        !leads_by_verb(unit, between)) {
      // "requires improvement at" has its link; "good areas were A" its noun and verb.
      return false;
    }
    if (leads_by_verb(unit, between)) return true;
    // "Good is the grade for A."
    const bool opens = unit.low == 0 || items_[unit.low - 1].kind == ItemKind::mark;
    if (opens && between.be_first && between.verbs == 1 && between.links == 1 && between.link_last &&
        between.words + between.commas + between.ands == 0 && holds_rating(unit.high, area))
      return true;

    if (unit.strength == Strength::bare)
      return !(is_weak(area) && is_of_a_thing(0, unit.low)) && between.words == 0 &&
             (between.commas == 0 || (counted && between.links == 1)) && between.ands == 0 && between.verbs == 0 &&
             between.links > 0 && gap_size_without_nouns(unit.high, area) <= (between.including_word ? 9 : 6);
    if (list_link)
      return between.words <= 4 && between.ands <= 1 && between.commas <= 3 &&
             (between.verbs <= 1 || between.counts > 0);
    if (between.area_nouns + between.counts > 0 && between.verbs == 1 && between.judges == 0)
      return between.words <= 1 && between.commas <= 1;
    // "good grades is one for A", "good was given for A"
    const bool noun = between.noun_first || (between.be_first && is_noun(sentence_, unit.high));
    const bool passive = between.link_last && ((noun && between.verbs == 1 && between.judges == 0) ||
                                               ((between.be_first || between.noun_first) && between.judges >= 1));
    // "an outstanding grade, for A"
    const bool given = unit.low > 1 && (items_[unit.low - 1].is(determiner) || items_[unit.low - 1].number == 1) &&
                       (items_[unit.low - 2].is(give | have) || items_[unit.low - 2].word == "with");
    const bool one = unit.low > 0 && items_[unit.low - 1].number == 1 && unit.strength == Strength::asserted;
    if ((noun || given || one) && between.commas == 1 && between.links == 1 && between.verbs + between.ands == 0 &&
        between.words <= (has_word(unit.high, area, "name") ? 1 : 0))  // "one good grade to its name, for A"
      return true;
    // "its lowest mark, poor, for A", "marked up, from good to outstanding, for A"
    if (unit.high > unit.low && (items_[unit.high - 1].is(Mark::comma) || unit.previous != none) &&
        items_[unit.high + 1].is(Mark::comma) && between.commas == 1 && between.links > 0 &&
        between.words + between.verbs + between.ands == 0)
      return true;
    // "Its lowest judgement, inadequate, was reserved for A."
    if (is_apposed(unit.low) && items_[unit.high + 1].is(Mark::comma) && between.commas == 1 && between.links > 0 &&
        between.link_last && between.words <= 1 && between.ands == 0 && between.verbs <= 1)
      return true;
    // "two adequates, for A and B"
    if (unit.strength == Strength::asserted && items_[unit.high + 1].is(Mark::comma) && between.size <= 3 &&
        between.commas == 1 && between.links == 1 && is_plural(block_.tokens[items_[unit.high].first]))
      return true;
    // "‘Inadequate’ was its blunt verdict on how the force does A"
    if (between.be_first && items_[unit.low].quoted && between.links > 0 && between.judges == 0 && between.verbs == 1 &&
        between.words + between.commas <= 2 && between.commas == 0 && between.ands == 0 &&
        holds(items_, unit.high + 1, area, grade_noun))
      return true;
    const bool too = is_overall_and(unit.high, area);  // "inadequate overall and for A"
    return between.words <= 2 && (between.commas == 0 || too) && (between.ands == 0 || too) &&
           (between.verbs == 0 || passive);
  }

  /// "good at keeping people in the county safe": not the area People.
  bool is_object_of_a_gerund(std::size_t area) const {
    return items_[area - 1].first + 1 == items_[area].first &&
           among<"keeping", "helping", "serving">(items_[area - 1].word);
  }

  /// "good in the latest round of efficiency inspections", "… in the watchdog's yearly ‘legitimacy’ report"
  bool is_what_was_inspected(std::size_t grade, std::size_t area) const {
    constexpr std::size_t longest = 6;  // items of "in the inspectorate's latest round of"
    if (area + 1 >= items_.size() || !items_[area + 1].is(inspector | word_class::inspection) ||
        items_[grade + 1].word != "in" || area - grade > longest + 1)
      return false;
    for (std::size_t at = grade + 1; at < area; ++at) {
      if (items_[at].kind != ItemKind::word || items_[at].is(be | have | judge | give | conjunction_and)) return false;
    }
    return true;
  }

  /// The place in areas_ of the area that is this item.
  std::size_t index_of(std::size_t area) const {
    return static_cast<std::size_t>(std::find(areas_.begin(), areas_.end(), area) - areas_.begin());
  }

  /// "good in all areas, with A judged outstanding"
  bool is_set_apart_by_with(std::size_t grade, std::size_t area) const {
    std::size_t at = area;
    while (at > grade + 1 && items_[at - 1].is(determiner)) --at;
    return at > grade + 2 && items_[at - 1].word == "with" && items_[at - 2].is(Mark::comma);
  }

  /// "requires improvement when supporting victims", "Among the areas rated adequate were A and B"
  bool leads_by_verb(const Unit& unit, const Gap& between) const {
    if (between.size == 1 && items_[unit.high + 1].word == "when") return true;
    const bool leads = (between.be_first && between.verbs == 1) || (between.including_word && between.verbs == 0);
    return leads && between.words + between.commas + between.links == 0 && between.ands + between.relatives == 0 &&
           !between.broken && tells_of_areas(unit.low);
  }

  bool holds_rating(std::size_t from, std::size_t to) const {
    return std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(from + 1),
                       items_.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const Item& item) { return item.is(rating) || is_verdict(item.word); });
  }
  static bool is_verdict(WordId word) { return among<"verdict", "word">(word); }

  bool is_overall_and(std::size_t grade, std::size_t area) const {
    const std::size_t joint = grade + 2 < area && items_[grade + 2].is(Mark::comma) ? grade + 3 : grade + 2;
    return joint + 1 < area && items_[grade + 1].is(overall) && items_[joint].is(conjunction_and) &&
           items_[joint + 1].is(link);
  }
  std::size_t gap_size_without_nouns(std::size_t from, std::size_t to) const { return to - from - 1; }

  /// "A was rated good", "A: good", "at A, the force was good", "A requires improvement".
  bool binds_backward(std::size_t area, const Unit& unit, std::size_t list_first) const {
    if (unit.listed || unit.on_services) return false;
    const std::size_t grade = unit.low;
    const Gap between = gap(area, grade);
    if (between.broken || between.semicolon) return false;
    // "A was one of the areas in which it came out as good"
    if (between.be_first && between.counts + between.area_nouns > 0 && between.relatives > 0 &&
        between.commas + between.ands == 0 && between.words <= 2 && between.links <= 3)
      return !holds(items_, area + 1, grade, other | bodies_noun);
    if (is_moved_to_now(list_first, area, grade)) return true;
    const bool fronted = is_fronted(list_first);
    const bool verb_form = block_.tokens[items_[unit.current].first].is(requires_verb) &&
                           items_[unit.current].last - items_[unit.current].first > 1;
    const bool commas = is_comma_label(area, unit);
    const bool gapped = unit.previous != none && unit.strength == Strength::asserted && between.words == 0 &&
                        between.verbs == 0 && between.ands == 0 && between.commas <= 1 && between.links == 0;
    const bool label = between.size == 0 || between.colon || between.paren || commas || only_nouns(area, grade) ||
                       is_absolute(list_first, area, grade);
    const bool comma_as = between.commas == 1 && items_[area + 1].is(Mark::comma) && items_[area + 2].word == "as";
    const bool object =  // "rated A as good", "rated A, and B, as good"
        between.words <= 1 && (between.commas == 0 || comma_as) &&
        (is_judged(list_first) || (is_verdict_on(list_first) && items_[grade - 1].word == "as"));
    // "A and B came out as good; C and D, as poor"
    const bool comma_gap = between.semicolon ? false : is_gapped_as(area, grade);
    const bool trigger = label || object || comma_gap || is_theirs(area, grade) || gapped || is_whole_of(area, grade) ||
                         between.verbs > 0 || verb_form || only_separators(area, grade) ||
                         (unit.previous != none && between.moves > 0) || (between.moves > 0 && moves_to_here(grade)) ||
                         (fronted && is_come_by(grade)) ||
                         (between.moves > 0 && between.size <= 3 && unit.high + 1 < items_.size() &&
                          items_[unit.high + 1].is(grade_noun));  // "falls into the inadequate category"
    if (!trigger) return false;
    if (is_weak(area) && is_adjective(area)) return false;
    // "Responding to the public – letters sent in May are still outstanding": of the letters.
    const bool labels = items_[area + 1].is(Mark::colon) || items_[area + 1].is(Mark::dash);
    if (labels && between.verbs > 0 && between.judges == 0 && between.words > 0 && between.area_nouns == 0 &&
        !holds(items_, area, grade, body_noun))
      return false;
    if (between.ands > 0 && is_object_of_a_verb(list_first)) return false;
    const bool second_verb = has_second_verb(list_first, area, grade) || goes_on_with_this(area, grade);
    if (between.ands > 0 && !second_verb && !is_compound_subject(area, unit) &&
        (!(fronted && between.commas > 0) || begins_anew(area, grade)))
      return false;
    if (between.commas > 0 && !second_verb && !commas && !gapped && !fronted && between.relatives == 0 && !comma_as &&
        !comma_gap && !is_theirs(area, grade) && !comma_before_verb(area, grade) && !is_apposed(grade) &&
        !(verb_form && items_[grade - 1].is(Mark::comma)) &&
        !((unit.previous != none || moves_to_here(grade)) &&
          between.moves > 0))  // "A also moved up, from poor to good"
      return false;
    if (between.commas > 2 || (is_weak(area) && strives(area, grade))) return false;
    if (between.words > (fronted ? 4 : 3)) return false;
    if (unit.strength == Strength::bare) {
      if (between.verbs == 0 && !label && !object) return false;
      if (!object && (is_part_of_subject(list_first) || is_of_use(unit.high))) return false;
      if (between.words > 0 && !fronted && !object && items_[area + 1].is(link) && !is_whole(area))
        return false;  // "behaviour on the trip was good"
      const bool in_brackets = between.size == 1 && between.paren && unit.high + 1 < items_.size() &&
                               items_[unit.high + 1].is(Mark::close);  // "legitimacy (good)"
      if (is_weak(area) && !lists_a_strong_area(list_first, area) && !commas && !in_brackets && !is_as_a_whole(area) &&
          !is_where(area, grade) && !is_verdict_on(list_first) && !is_fronted_subject(list_first, area, grade) &&
          !is_whole_line(area, unit) && !is_one_of_a_series(area, grade) &&
          !(label &&
            (block_.tokens[items_[grade].first].capital || (between.colon && units_.size() > 2 && areas_.size() > 2))))
        return false;
      // "But on A the news was bad: inadequate."
      const bool announced = fronted && items_[grade - 1].is(Mark::colon);
      if (between.words > (announced ? 3 : 1)) return false;
    }
    return true;
  }

  /// "the arrangements for safe storage of medicines": no area, but a word before its noun.
  bool is_adjective(std::size_t area) const {
    if (area + 1 >= items_.size()) return false;
    const Item& next = items_[area + 1];
    return next.kind == ItemKind::word && next.first == items_[area].last && next.classes == 0 && !next.name &&
           !items_[area].capital;
  }

  /// "scored top marks for A and B, and was judged good on C": A and B have had their verb.
  bool is_object_of_a_verb(std::size_t list_first) const {
    std::size_t at = list_first;
    while (at > 0 && items_[at - 1].is(determiner | be | skip)) --at;
    if (at == 0 || !items_[at - 1].is(link)) return false;
    while (--at > 0) {
      const Item& item = items_[at - 1];
      if (item.is(give | judge) && !item.is(rating)) return true;
      if (item.kind != ItemKind::word || item.is(contrast | conjunction_and | relative)) return false;
    }
    return false;
  }

  /// "It has improved at A and is now good", "outcomes had slipped in A and were now poor"
  bool is_moved_to_now(std::size_t list_first, std::size_t area, std::size_t grade) const {
    std::size_t at = list_first;
    while (at > 0 && items_[at - 1].is(link | determiner | other_preposition | how)) --at;
    return at > 0 && at < list_first && items_[at - 1].is(move) &&
           !holds(items_, 0, at, modal | condition | negation | hope) && items_[area + 1].is(conjunction_and) &&
           items_[area + 2].is(be) && says_now(grade) &&
           holds_only(items_, area + 2, grade, be | now | adverb | judge | seem);
  }

  /// "A has gone up, to good"
  bool moves_to_here(std::size_t grade) const {
    return items_[items_[grade - 1].is(determiner) && grade > 1 ? grade - 2 : grade - 1].word == "to";
  }

  /// "With A and B both good, …"
  bool is_absolute(std::size_t list_first, std::size_t area, std::size_t grade) const {
    std::size_t at = list_first;
    while (at > 0 && items_[at - 1].is(determiner)) --at;
    return at > 0 && items_[at - 1].word == "with" &&
           holds_only(items_, area + 1, grade, adverb | every | now | word_class::before);
  }

  /// "On A it did better than its neighbours, with an ‘outstanding’."
  bool is_come_by(std::size_t grade) const {
    return grade > 2 && items_[grade].quoted && among<"a", "an">(items_[grade - 1].word) &&
           items_[grade - 2].word == "with" && items_[grade - 3].is(Mark::comma);
  }

  /// "the lowest category, inadequate": the grade names again what stands before the comma.
  bool is_apposed(std::size_t grade) const {
    return grade > 1 && items_[grade - 1].is(Mark::comma) && items_[grade - 2].is(grade_noun);
  }

  /// "Among the areas rated adequate were A and B."
  bool tells_of_areas(std::size_t grade) const {
    std::size_t at = grade;
    while (at > 0 &&
           (items_[at - 1].is(judge | seem | be | which | relative | pronoun | body_noun | determiner | link |
                              inspector | speech) ||
            items_[at - 1].name) &&
           !items_[at - 1].is(area_noun | these))
      --at;
    // "Those requiring improvement were A and B."
    if (at == grade) return at > 0 && items_[grade].is_verb && items_[at - 1].is(these);
    return at > 0 && (items_[at - 1].is(area_noun | these) || items_[at - 1].is(ItemKind::count) ||
                      (at > 1 && items_[at - 1].number > 1 && items_[at - 2].is(determiner)));  // "the five that …"
  }

  /// "A is good for business."
  bool is_of_use(std::size_t grade) const {
    return grade + 2 < items_.size() && items_[grade + 1].word == "for" && items_[grade + 2].kind == ItemKind::word &&
           items_[grade + 2].classes == 0 && !items_[grade + 2].name;
  }

  /// "The pace of change in A is good."
  bool is_part_of_subject(std::size_t area) const {
    std::size_t at = area;
    while (at > 0 && items_[at - 1].is(determiner)) --at;
    if (holds(items_, 0, at, judge)) return false;
    return at > 1 && items_[at - 1].word == "in" && items_[at - 2].is(ItemKind::word) && items_[at - 2].classes == 0;
  }

  /// "A and staff training were judged good": a list whose last is no area of the scheme.
  bool is_compound_subject(std::size_t area, const Unit& unit) const {
    if (unit.strength < Strength::marked || area + 3 >= unit.low || !items_[area + 1].is(conjunction_and)) return false;
    std::size_t at = area + 2;
    while (at < unit.low && items_[at].kind == ItemKind::word &&
           (items_[at].classes == 0 || items_[at].is(determiner)) && !items_[at].name && at < area + 6)
      ++at;
    return at > area + 2 && at < unit.low && items_[at].is(be) &&
           holds_only(items_, at, unit.low, be | judge | give | adverb | seem | every);
  }

  /// "A and B were not looked at and keep their ratings of good": two verbs of one subject.
  bool has_second_verb(std::size_t list_first, std::size_t area, std::size_t grade) const {
    for (std::size_t at = list_first; at-- > 0;) {
      const Item& item = items_[at];
      if (item.is(conjunction_and | contrast) || item.kind == ItemKind::mark) break;
      if (item.is(link) && at > 0 && items_[at - 1].is(rating)) break;  // "the ratings for A"
      if (item.is(be | judge | give | have | keep | speech) || (item.is(link) && at > 0)) return false;
    }
    bool first = false;
    for (std::size_t at = area + 1; at < grade; ++at) {
      const Item& item = items_[at];
      if (item.is(speech | relative) && !item.is(judge)) return false;
      if (item.is(conjunction_and))
        return first && (at + 1 < grade || items_[grade].is_verb) &&
               (items_[at + 1].is_verb || items_[at + 1].is(be | have | keep | hold) ||
                (items_[at + 1].is(judge) && at + 2 == grade));
      if (item.is(be | have | keep)) first = true;
      if (!first && item.kind == ItemKind::word &&
          !item.is(pronoun | determiner | body_noun | link | other_preposition))
        return false;
    }
    return false;
  }

  /// "A came out as good; B, as poor": the verb stands in the part before.
  bool is_gapped_as(std::size_t area, std::size_t grade) const {
    std::size_t at = area + 1;
    if (at < grade && items_[at].is(Mark::comma)) ++at;
    return at + 1 == grade && items_[at].word == "as" &&
           std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
             return unit.used && unit.high < area && unit.strength >= Strength::marked;
           });
  }

  /// "As A and B were not looked at, their ratings of good stand."
  bool is_theirs(std::size_t area, std::size_t grade) const {
    return grade > area + 4 && items_[grade - 1].word == "of" && items_[grade - 2].is(rating) &&
           items_[grade - 3].word == "their" && items_[grade - 4].is(Mark::comma);
  }

  /// "It treats people with respect and this is judged to be good."
  bool goes_on_with_this(std::size_t area, std::size_t grade) const {
    if (area + 4 >= grade || !items_[area + 1].is(conjunction_and)) return false;
    // "It is not safe and we rated it as poor."
    if (items_[area + 2].is(first_person) && items_[area + 3].is(judge) && items_[area + 4].word == "it") return true;
    const std::size_t at = items_[area + 2].is(link) ? area + 3 : area + 2;  // "and in this it is judged to be good"
    return items_[at].word == "this" && items_[at + 1].is(at > area + 2 ? be | pronoun | body_noun | determiner : be);
  }

  /// "Staff were delighted to get a good": people, no area.
  bool strives(std::size_t area, std::size_t grade) const {
    for (std::size_t at = area + 1; at + 1 < grade; ++at) {
      if (items_[at].word == "to" && items_[at + 1].kind == ItemKind::word &&
          !items_[at + 1].is(be | have | judge | keep | determiner))
        return true;
    }
    return false;
  }

  /// "… how it does A, and rated the force …": a verb of judging after "and" has objects of its own.
  bool begins_anew(std::size_t area, std::size_t grade) const {
    for (std::size_t at = area + 1; at + 1 < grade; ++at) {
      if (items_[at].is(conjunction_and) && items_[at + 1].is(judge | give))
        return !(at + 2 < grade && items_[at + 2].is(pronoun | these));  // "On A they … and gave it a good"
    }
    return false;
  }

  /// "safe, requires improvement; effective, good; …"
  /// "… and on A, also good"
  bool is_comma_label(std::size_t area, const Unit& unit) const {
    const auto ends_clause = [&](std::size_t at) {
      return at >= items_.size() || (items_[at].kind == ItemKind::mark && !items_[at].is(Mark::open));
    };
    if (unit.low == area + 3 && items_[area + 1].is(Mark::comma) && ends_clause(unit.high + 1)) {
      const WordId word = items_[area + 2].word;
      const bool said = std::any_of(units_.begin(), units_.end(), [&](const Unit& other) {
        return other.used && other.high < area && other.strength >= Strength::marked;
      });
      if (said && among<"also", "too", "again">(word)) return true;
    }
    if (unit.low != area + 2 || !items_[area + 1].is(Mark::comma)) return false;
    // "Inclusion, strong standard."
    const bool alone =
        (area == 0 || (area == 1 && items_[0].is(Mark::bullet))) && unit.strength >= Strength::marked &&
        (unit.high + 1 >= items_.size() || (unit.high + 2 == items_.size() && items_[unit.high + 1].is(Mark::stop)));
    if (alone) return true;
    std::size_t head = area;
    while (head > 0 && items_[head - 1].is(link | determiner | conjunction_and | how | which | pronoun))
      --head;  // "on A, good; and on B, …"
    const bool starts = head == 0 || items_[head - 1].is(Mark::semicolon) || items_[head - 1].is(Mark::colon) ||
                        items_[head - 1].is(Mark::bullet);
    const bool ends = unit.high + 1 >= items_.size() || items_[unit.high + 1].is(Mark::semicolon) ||
                      items_[unit.high + 1].is(Mark::stop);
    const bool semicolon =
        std::any_of(items_.begin(), items_.end(), [](const Item& item) { return item.is(Mark::semicolon); });
    return starts && ends && semicolon;
  }

  /// "- Safeguarding: met": the sentence is nothing but the label.
  bool is_whole_line(std::size_t area, const Unit& unit) const {
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const bool listed = at < area && (items_[at].is(determiner | conjunction_and) || items_[at].is(ItemKind::area));
      const bool inside = at == area || (at >= unit.low && at <= unit.high) || listed;
      if (!inside && items_[at].kind != ItemKind::mark) return false;
    }
    return area < unit.low && (items_[area + 1].is(Mark::colon) || items_[area + 1].is(Mark::dash));
  }

  /// "Respect was good and purposeful activity poor": a grade of more than one word, or several areas with one each.
  bool is_one_of_a_series(std::size_t area, std::size_t grade) const {
    std::size_t verb = area + 1;
    for (std::size_t at = verb; at < grade; ++at) {
      if (items_[at].is(conjunction_and)) verb = at + 1;
    }
    for (std::size_t at = verb; at < grade; ++at) {
      if (!items_[at].is(be | have | keep | now | adverb | which) && !items_[at].is(Mark::comma)) return false;
    }
    const auto own = [&](std::size_t item) {
      return items_[item].last - items_[item].first > 1 && block_.tokens[items_[item].first].id != "very";
    };
    const bool long_series = units_.size() > 2 && areas_.size() > 2 &&
                             std::any_of(areas_.begin(), areas_.end(), [&](std::size_t at) { return !is_weak(at); });
    return own(grade) || long_series ||
           (areas_.size() > 1 &&
            std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) { return own(unit.current); }));
  }

  /// "quality of teaching grade 3"
  bool only_nouns(std::size_t area, std::size_t grade) const {
    for (std::size_t at = area + 1; at < grade; ++at) {
      if (!items_[at].is(grade_noun | determiner)) return false;
    }
    return true;
  }

  /// Whether a verb of judging stands right before a list: "Estyn judged standards to be …".
  bool is_judged(std::size_t list_first) const {
    for (std::size_t at = list_first; at-- > 0 && list_first - at < 14;) {
      if (items_[at].is(judge)) return true;
      const bool of_work = items_[at].classes == 0 && items_[at].kind == ItemKind::word &&
                           items_[at + 1].is(link | other_preposition);  // "its performance in A"
      const bool passes =
          of_work || items_[at].word == "out" ||  // "singled out A as inadequate"
          items_[at].is(determiner | skip | pronoun | body_noun | how | link | adverb | conjunction_and | seem) ||
          items_[at].name || items_[at].is(ItemKind::area) || items_[at].is(ItemKind::grade) ||
          items_[at].is(Mark::comma) || items_[at].is(Mark::open) || items_[at].is(Mark::close) ||
          items_[at].is(Mark::number);
      if (!passes || items_[at].is(be)) return false;
    }
    return false;
  }

  /// "an overall rating of good"
  bool is_whole_of(std::size_t area, std::size_t grade) const {
    return is_whole(area) && grade == area + 2 && items_[area + 1].word == "of";
  }
  bool is_whole(std::size_t at) const {
    if (!items_[at].is(ItemKind::area)) return false;
    const Meaning& meaning = items_[at].mention->meanings().front();
    return meaning.kind == PhraseKind::area && meaning.item == the_whole;
  }

  bool comma_before_verb(std::size_t area, std::size_t grade) const {
    // "…, with a rating of good"
    for (std::size_t at = area + 1; at < grade; ++at) {
      if (items_[at].is(Mark::comma))
        return at + 1 < grade && (items_[at + 1].is(be | judge | give | keep | every | these | before) ||
                                  (items_[at + 1].word == "with" && items_[grade - 1].word == "of"));
    }
    return false;
  }

  /// "At A, …", "In terms of A and B, …", "When it comes to A, …".
  bool is_fronted(std::size_t list_first) const {
    for (std::size_t at = list_first; at-- > 0;) {
      const Item& item = items_[at];
      if (item.word == "as" && at > 0 && items_[at - 1].word == "far") return true;  // "as far as A is concerned"
      if (item.is(link | how)) {
        // "has a good for A, and …": that is no front.
        std::size_t front = at;
        while (front > 0 && items_[front - 1].is(link | how | determiner | pronoun)) --front;
        return front == 0 || items_[front - 1].kind == ItemKind::mark ||
               items_[front - 1].is(conjunction_and | contrast | adverb | relative | speech | other_preposition | move);
      }
      if ((item.classes == 0 || item.is(word_class::some)) && item.kind == ItemKind::word && at > 1 &&
          items_[at - 1].is(determiner) && items_[at - 2].is(link) && items_[at + 1].is(Mark::comma))
        continue;  // "in the fifth, A, it is good"
      if (item.is(determiner | skip | pronoun | body_noun | bodies_noun | every | area_noun | other_preposition | be |
                  conjunction_and | contrast) ||
          item.is(Mark::comma) || item.is(ItemKind::area) || item.is(ItemKind::count) || item.number > 0 ||
          item.is(including | other) || (item.is(which) && items_[at + 1].is(including)) ||
          block_.tokens[item.last - 1].possessive) {
        continue;
      }
      return false;
    }
    return false;
  }

  bool directly_backward(std::size_t area, const Unit& unit) const {
    const Gap between = gap(area, unit.low);
    const bool verb_form = block_.tokens[items_[unit.current].first].is(requires_verb);
    return !between.broken && !between.semicolon && between.commas + between.ands + between.words == 0 &&
           (between.verbs > 0 || verb_form || between.size == 0) && between.links == 0;
  }

  void bind() {
    const bool label_row = areas_.front() < units_.front().low && is_label(areas_.front(), units_.front());
    for (std::size_t index = 0; index < units_.size(); ++index) {
      Unit& unit = units_[index];
      const std::size_t after = index > 0 ? units_[index - 1].high : none;
      // Areas between the grade before and this one that are still free.
      std::vector<std::size_t> left;
      for (const std::size_t area : areas_) {
        if (area < unit.low && (after == none || area > after) && !bound_[area]) left.push_back(area);
      }
      if (!left.empty()) {
        bind_left(unit, left);
      } else if (index > 0) {
        const Unit& previous = units_[index - 1];
        bind_again(previous, unit);
        bind_former(previous, unit);
        bind_this_inspection(previous, unit);
        bind_moved(previous, unit);
        bind_now(previous, unit);
      }
      if (label_row && unit.used) continue;
      const std::size_t limit = index + 1 < units_.size() ? units_[index + 1].low : items_.size();
      bind_right(unit, limit, index + 1 < units_.size() ? &units_[index + 1] : nullptr);
    }
  }

  bool is_label(std::size_t area, const Unit& unit) const {
    const Gap between = gap(area, unit.low);
    // "Behaviour – if inadequate, who was told?"
    for (std::size_t at = area + 1; at < unit.low; ++at) {
      if (items_[at].is(condition | negation | modal | hope)) return false;
    }
    if (sentence_.question) return false;
    return !between.broken && between.words == 0 && between.verbs == 0 && between.links == 0 && between.commas == 0;
  }

  /// Whether an area begins a label: nothing leads up to it.
  bool stands_alone(std::size_t area) const {
    for (std::size_t at = area; at-- > 0;) {
      const Item& item = items_[at];
      if (item.is(ItemKind::area) || (item.is(determiner) && at > 0 && items_[at - 1].kind != ItemKind::word)) continue;
      return (item.kind != ItemKind::word && !item.is(Mark::comma)) || item.is(Mark::number);
    }
    return true;
  }

  bool says_before(std::size_t from, std::size_t to) const { return holds(items_, from + 1, to, before); }

  /// "The rating went up to four."
  bool moves_to(std::size_t grade) const {
    std::size_t at = grade;
    while (at > 0 && items_[at - 1].is(determiner)) --at;
    return at > 1 && items_[at - 1].word == "to" && items_[at - 2].is(move);
  }

  bool says_now(std::size_t grade) const {
    for (std::size_t at = grade; at-- > 0 && grade - at < 8;) {
      if (items_[at].word == "now") return true;
      if (items_[at].is(ItemKind::grade) || items_[at].kind == ItemKind::mark) break;
    }
    return false;
  }

  /// "A, previously rated inadequate, is now rated good": the second grade is for the areas of the first.
  void bind_again(const Unit& previous, Unit& unit) {
    if (backward_.empty() || !previous.used || unit.used || unit.listed) return;
    std::size_t start = previous.high + 1;
    if (start + 2 < unit.low && items_[start].word == "by" && items_[start + 1].is(inspector)) start += 2;
    if (start + 2 < unit.low && items_[start].is(link) && items_[start + 1].is(Mark::number)) start += 2;  // "in 2021"
    if (start + 2 < unit.low && items_[start].is(word_class::before) && items_[start + 1].kind == ItemKind::word &&
        items_[start + 2].is(Mark::comma))
      start += 2;  // "last time"
    const Gap between = gap(start > previous.high + 1 ? start : previous.high, unit.low);
    const Item& first = items_[start];
    const bool starts = first.is(Mark::comma) || first.is(conjunction_and) || first.is(contrast);
    std::size_t verb = start + 1;
    while (verb < unit.low && items_[verb].is(pronoun | determiner | body_noun)) ++verb;  // "…, it is now good"
    const bool again = starts && verb < unit.low && items_[verb].is(be | have | keep | now) &&
                       (verb == start + 1 || says_now(unit.low));
    if (!again || between.words > 0 || between.links > (start > previous.high + 1 ? 1 : 0) ||
        (between.verbs == 0 && !items_[unit.low].is_verb))
      return;
    claim_all(unit, backward_);
  }

  /// "A – good (previously inadequate)"
  void bind_former(const Unit& previous, Unit& unit) {
    if (backward_.empty() || !previous.used || unit.used || unit.listed) return;
    const Gap between = gap(previous.high, unit.low);
    if (!between.paren || between.broken || between.words > 0 || between.verbs > between.judges ||
        !says_before(previous.high, unit.low))
      return;
    for (const std::size_t area : backward_)
      add(unit.current, unit, Scope::area, area, std::min(area, unit.low), unit.high, true);
    unit.used = true;
  }

  /// "rated outstanding for A the year before, has slipped to good": the second grade is for the areas of the first.
  void bind_moved(const Unit& previous, Unit& unit) {
    if (forward_.empty() || !previous.used || unit.used || unit.listed || previous.high > forward_.front()) return;
    // "Once rated inadequate at A, the force is now good in this area"
    const bool for_it =
        unit.high + 2 < items_.size() && items_[unit.high + 1].is(link) && items_[unit.high + 2].word == "it";
    if ((for_it || is_for_this_area(unit)) && time_of(sentence_, previous.current) != Time::current &&
        gap(std::max(forward_.back(), unit.low - std::min<std::size_t>(unit.low, 7)), unit.low).words == 0) {
      claim_all(unit, forward_);
      return;
    }
    // "rated good for A in 2019, but this time it was rated poor"
    if (is_contrasted_with_now(forward_.back(), unit)) {
      claim_all(unit, forward_);
      return;
    }
    const Gap between = gap(forward_.back(), unit.low);
    if (between.broken || between.semicolon || between.ands > 0 || between.words > 1 || between.moves == 0 ||
        !has_word(forward_.back(), unit.low, "to") || !says_before(previous.low, unit.low))
      return;
    claim_all(unit, forward_);
  }

  bool is_for_this_area(const Unit& unit) const {
    const std::size_t noun = unit.high + 3;
    return noun < items_.size() && items_[unit.high + 1].is(link) && items_[unit.high + 2].is(determiner) &&
           (items_[noun].is(area_noun) || items_[noun].word == "respect");
  }

  bool is_contrasted_with_now(std::size_t area, const Unit& unit) const {
    const std::size_t grade = unit.low;
    if (unit.high + 1 < items_.size() && items_[unit.high + 1].is(link)) return false;  // it has an area of its own
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

  /// "In 2021 it was adequate at A; now it is good.", "… and is good today": the second grade is for the areas of the
  /// first.
  void bind_now(const Unit& previous, Unit& unit) {
    if (unit.used || unit.listed || !previous.used || unit.high == previous.high) return;
    const std::size_t from = std::max(previous.high, forward_.empty() ? 0 : forward_.back()) + 1;
    const std::vector<std::size_t>& areas =
        !forward_.empty() && forward_.front() > previous.high ? forward_ : backward_;
    if (areas.empty() || from >= unit.low || time_of(sentence_, previous.current) == Time::current) return;
    bool now_said = unit.high + 1 < items_.size() && items_[unit.high + 1].is(now);
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
    claim_all(unit, areas);
  }

  /// "Previous inspection: good. This inspection: …": the second grade is for the area of the first.
  void bind_this_inspection(const Unit& previous, Unit& unit) {
    if (!last_label_ || !says_before(*last_label_, previous.low)) return;
    const Gap between = gap(previous.high, unit.low);
    if (between.broken || !between.colon || between.words > 0 || between.verbs > 0 || unit.used) return;
    add(unit.current, unit, Scope::area, *last_label_, unit.low, unit.high, false);
    unit.used = true;
  }

  void bind_left(Unit& unit, const std::vector<std::size_t>& left) {
    // The run of the list that ends nearest the grade.
    std::size_t first = left.size() - 1;
    while (first > 0 && goes_on(left[first - 1], left[first])) --first;
    if (left.size() == 1 && unit.strength == Strength::asserted && is_for_this_area(unit)) return claim(unit, left[0]);
    if (!binds_backward(left.back(), unit, left[first])) return;
    // "at A (…) and at B, adequate at C", "Under A it was found to be good at B": the grade has an area of its own.
    const bool set_apart = left.back() + 2 == unit.low && items_[left.back() + 1].is(Mark::comma);
    if ((set_apart || (left.size() == 1 && is_fronted(left[0]))) && unit.high + 2 < items_.size() &&
        items_[unit.high + 1].is(link) && items_[unit.high + 2].is(ItemKind::area))
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
    if (is_label(left.back(), unit) && !gap(left.back(), unit.low).colon && gap(left.back(), unit.low).size == 0 &&
        units_.size() > 1 && !is_judged(left[first]) && !items_[unit.low].is_verb)
      first = left.size() - 1;
    for (std::size_t at = first; at < left.size(); ++at) claim(unit, left[at]);
    last_label_ = left.back();
    backward_.assign(left.begin() + static_cast<std::ptrdiff_t>(first), left.end());
  }

  void bind_right(Unit& unit, std::size_t limit, const Unit* next) {
    const auto begin = std::find_if(areas_.begin(), areas_.end(), [&](std::size_t area) { return area > unit.high; });
    if (begin == areas_.end() || *begin >= limit || !binds_forward(unit, *begin)) return;
    const auto first = static_cast<std::size_t>(begin - areas_.begin());
    std::size_t last = list_end(first);
    while (last > first && areas_[last - 1] >= limit) --last;
    // "good for A, and B was praised"
    const bool of_ratings = unit.low > 1 && items_[unit.low - 2].is(rating);  // "Our grades of good in A and B are …"
    if (last - first > 1 && !of_ratings && has_its_own_verb(areas_[last - 2], areas_[last - 1])) --last;
    // "good for A, and B requires improvement": B belongs to what follows.
    if (next && last - first > 1 && directly_backward(areas_[last - 1], *next)) --last;
    // "good; A was …": a single area that the next grade takes with a verb of its own.
    if (next && last - first == 1 && directly_backward(areas_[first], *next) &&
        gap(unit.high, areas_[first]).links == 0)
      return;
    for (std::size_t at = first; at < last; ++at) claim(unit, areas_[at]);
    forward_.assign(areas_.begin() + static_cast<std::ptrdiff_t>(first),
                    areas_.begin() + static_cast<std::ptrdiff_t>(last));
  }

  /// Whether the last area of a list begins a clause instead: ", and its values and culture are …".
  bool has_its_own_verb(std::size_t before, std::size_t area) const {
    return area + 1 < items_.size() && items_[area + 1].is(be | have | keep | modal | move) &&
           !items_[area + 1].is(adverb) && gap(before, area).ands > 0;
  }

  /// "A B weak satisfactory": as many areas as grades, side by side, as a table comes out of a PDF.
  bool zip_flattened() {
    bool any = false;
    std::vector<std::size_t> row;
    for (std::size_t at = 0; at < items_.size();) {
      if (!items_[at].is(ItemKind::area)) {
        ++at;
        continue;
      }
      const std::size_t areas_from = at;
      row.clear();
      while (at < items_.size() &&
             (items_[at].is(ItemKind::area) ||
              (items_[at].is(determiner) && at + 1 < items_.size() && items_[at + 1].is(ItemKind::area)))) {
        if (items_[at].is(ItemKind::area)) row.push_back(at);
        ++at;
      }
      if (at + 1 < items_.size() && items_[at].name && items_[at + 1].is(ItemKind::grade)) ++at;  // "Evaluation"
      const std::size_t grades_from = at;
      while (at < items_.size() && items_[at].is(ItemKind::grade)) ++at;
      const std::size_t count = row.size();
      if (count < 2 || at - grades_from != count) continue;
      const NameRun label = label_before(areas_from);
      for (std::size_t index = 0; index < count; ++index) {
        Unit unit;
        unit.current = unit.low = unit.high = grades_from + index;
        unit.strength = Strength::asserted;
        const std::size_t before = reading_.claims.size();
        stands_in_row_ = index > 0;  // what is doubtful of the first is so of all
        claim(unit, row[index], areas_from, at - 1);
        stands_in_row_ = false;
        if (reading_.claims.size() == before) break;
        // What follows the table is no part of it.
        if (!says_before(0, areas_from)) reading_.claims.back().time = Time::current;
        if (!label.empty()) {
          reading_.claims.back().subject_first = label.first;
          reading_.claims.back().subject_last = label.last;
          reading_.claims.back().labelled = true;
        }
        for (Unit& known_unit : units_) {
          if (known_unit.current == unit.current) known_unit.used = true;
        }
      }
      any = true;
    }
    return any;
  }

  /// "graded good, good and adequate respectively for A, B and C"
  bool zip_respectively() {
    constexpr std::size_t fewest = 3;  // "good, good and adequate for A, B and C" needs no such word
    const bool as_many = units_.size() >= fewest && areas_.size() == units_.size() && list_end(0) == areas_.size() &&
                         stand_in_one_list() && !sentence_.question;
    if (!as_many &&
        std::none_of(items_.begin(), items_.end(), [](const Item& item) { return item.word == "respectively"; }))
      return false;
    // The areas that stand together after the grades, or else before them.
    std::size_t first = 0;
    while (first < areas_.size() && areas_[first] < units_.back().high) ++first;
    std::size_t last = first < areas_.size() ? list_end(first) : first;
    if (first == areas_.size()) {
      first = 0;
      last = list_end(0);
    }
    if (last - first != units_.size() || units_.size() < 2) return false;
    if (units_.front().strength < Strength::marked && !lists_a_strong_area(areas_[first], areas_[last - 1]))
      return false;
    for (std::size_t index = 0; index < units_.size(); ++index) {
      units_[index].strength = units_.front().strength;
      claim(units_[index], areas_[first + index], std::min(areas_[first], units_.front().low),
            std::max(areas_[last - 1], units_.back().high));
    }
    return true;
  }

  /// "good, good and adequate": all the grades of the sentence.
  bool stand_in_one_list() const {
    for (std::size_t at = 1; at < units_.size(); ++at) {
      if (!only_joins(units_[at - 1].high, units_[at].low) ||
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
    for (const std::size_t area : areas_) claim(unit, area);
    return true;
  }

  /// "Nursery class" before a row of areas, after the grades of another.
  NameRun label_before(std::size_t area) const {
    std::size_t first = area;
    while (first > 0 && items_[first - 1].kind == ItemKind::word && area - first < 4) --first;
    const bool row = first > 0 && first < area && items_[first - 1].is(ItemKind::grade) && items_[first].capital;
    const bool body = holds(items_, first, area, body_noun | bodies_noun);
    return row && body ? NameRun{items_[first].first, items_[area - 1].last} : NameRun{};
  }

  /// "… requires improvement, and so is its use of resources", "… good, as is its leadership".
  void bind_so() {
    const auto starts = [&](std::size_t at) {
      return items_[at].word == "so" || (items_[at].word == "as" && at > 0 && items_[at - 1].is(Mark::comma));
    };
    for (const std::size_t area : areas_) {
      for (std::size_t at = area; at-- > 0 && area - at < 10;) {
        // "as have the ratings for A"
        const bool ratings =
            items_[at].is(rating) ||
            (at > 0 && items_[at].is(link) && (items_[at - 1].is(rating | these) || items_[at - 1].word == "that"));
        // "as it is at A", "as does the extent to which it does A"
        if (!items_[at].is(determiner | be | have | seem | skip | body_noun | how | which | link) && !starts(at) &&
            !ratings && items_[at].word != "too")
          break;
        const bool again = items_[at + 1].is(pronoun) && among<"is", "does", "has">(items_[at + 2].word);
        const bool so_too = items_[at + 1].word == "too" && items_[at + 2].is(link);  // "and so too for A"
        if (!starts(at) || (!again && !so_too && !items_[at + 1].is(be | have))) continue;
        for (std::size_t index = units_.size(); index-- > 0;) {
          if (units_[index].high < at) {
            const std::size_t first = index_of(area);
            for (std::size_t more = first; more < list_end(first) && !parted(area, areas_[more]); ++more)
              claim(units_[index], areas_[more]);
            break;
          }
        }
        break;
      }
    }
  }

  /// "… requires improvement at A, and the same goes for B"
  void bind_same() {
    for (std::size_t at = 1; at + 2 < items_.size(); ++at) {
      if (items_[at].word != "same" || items_[at - 1].word != "the") continue;
      const auto area = std::upper_bound(areas_.begin(), areas_.end(), at);
      if (area == areas_.end()) return;
      const bool leads = among<"goes", "is", "was", "applies", "went">(items_[at + 1].word);
      const Gap between = gap(at + 1, *area);
      if (!leads || between.broken || between.words > 1 || between.commas + between.ands + between.verbs > 0) return;
      const auto unit = std::find_if(units_.rbegin(), units_.rend(),
                                     [&](const Unit& other) { return other.used && other.high < at; });
      if (unit != units_.rend()) claim(*unit, *area);
      return;
    }
  }

  /// "On A we were judged good, and on B too."
  void bind_too() {
    for (const std::size_t area : areas_) {
      if (bound_[area] || area + 1 >= items_.size()) continue;
      // "A is one of the outstanding areas, and B is another."
      const bool another = area + 2 < items_.size() && items_[area + 1].is(be) && items_[area + 2].word == "another";
      if (!among<"too", "also">(items_[area + 1].word) && !another) continue;
      const std::size_t next = area + (another ? 3 : 2);
      if (next < items_.size() && items_[next].kind != ItemKind::mark) continue;
      std::size_t at = area;
      while (at > 0 && items_[at - 1].is(determiner | link)) --at;
      if ((at == area && !another) || at < 2 || !items_[at - 1].is(conjunction_and)) continue;
      for (Unit& unit : units_) {
        if (unit.used && unit.high < at && at - unit.high <= (another ? 8 : 3)) claim(unit, area);
      }
    }
  }

  void claim_all(Unit& unit, const std::vector<std::size_t>& areas) {
    for (const std::size_t area : areas) claim(unit, area);
  }
  void claim(Unit& unit, std::size_t area) { claim(unit, area, std::min(area, unit.low), std::max(area, unit.high)); }

  void claim(Unit& unit, std::size_t area, std::size_t low, std::size_t high) {
    unit.used = true;
    bound_[area] = true;
    add(unit.current, unit, Scope::area, area, low, high, false);
    if (unit.previous != none) add(unit.previous, unit, Scope::area, area, low, high, true);
  }

  void add(std::size_t grade, const Unit& unit, Scope scope, std::size_t area, std::size_t low, std::size_t high,
           bool past) {
    // A label, "Safe – Good", is no clause: what stands before it is another matter.
    const bool label = scope == Scope::area && area < unit.low && is_label(area, unit) && stands_alone(area) &&
                       !says_before(area, unit.low);
    if (scope == Scope::area && area < unit.low && (label || only_nouns(area, unit.low)) && is_headed_by_others(area)) {
      reading_.loose.of_others = true;
      return;
    }
    if (!label && !stands_in_row_ &&
        doubts(unit.low, scope == Scope::some || (scope == Scope::area && area > unit.high)))
      return;
    if ((unit.strength == Strength::bare || is_plain_verb(unit.low)) && is_reported_opinion(sentence_, unit.low))
      return;
    // "outstanding at A, having been inadequate in 2016": of A, but not of the whole.
    if (scope == Scope::overall && is_a_person(name_before_grade(unit.low))) return;
    if (scope == Scope::overall && unit.low > 1 && items_[unit.low - 2].word == "having") return;
    Claim claim;
    claim.scope = scope;
    claim.grade = items_[grade].mention;
    if (scope == Scope::area) claim.area = items_[area].mention;
    if (scope == Scope::all || scope == Scope::some) {
      claim.count = items_[area].number;
      claim.others = items_[area].other;
    }
    claim.time = past ? Time::previous : unit.previous != none || label ? Time::current : time_of(sentence_, grade);
    claim.strength = unit.strength;
    claim.present = is_present(sentence_, unit.low);
    claim.is_new = !past && (unit.previous != none || says_now(unit.low) || moves_to(unit.low));
    claim.label = label;
    claim.says_overall = scope == Scope::overall && unit.strength == Strength::asserted && says_overall(unit);
    claim.plain = !label && (unit.strength == Strength::bare || is_plain_verb(unit.low));
    claim.first = items_[low].first;
    claim.last = items_[high].last;
    claim.in_quote = sentence_.in_quote || (claim.plain && stands_in_quotes(claim.first, claim.last));
    claim.sentence_first = sentence_.first;
    claim.sentence_last = sentence_.last;
    const NameRun name = name_before_grade(unit.low);
    if (claim.plain && is_person(name)) return;
    if (!names_area(name)) {
      claim.subject_first = name.first;
      claim.subject_last = name.last;
    }
    claim.joined = name.empty() && items_.front().word == "both";  // "Both are inadequate"
    claim.of_the_body = name.empty() && is_of_the_body(unit.low);
    claim.of_a_group = claim.of_the_body && is_of_a_group(unit.low);
    reading_.claims.push_back(claim);
    if (claim.subject_last > claim.subject_first && scope != Scope::all && scope != Scope::some) part_names();
  }

  /// "PC Crow is good at A."
  bool is_person(const NameRun& name) const {
    return !name.empty() &&
           among<"mr", "mrs", "ms", "miss", "dr", "pc", "sgt", "sergeant">(block_.tokens[name.first].id);
  }

  /// "rated good overall", "an overall rating of good", in so many words.
  bool says_overall(const Unit& unit) const {
    if (unit.high + 1 < items_.size() && items_[unit.high + 1].is(overall))
      return ends_clause(unit.high + 2) || items_[unit.high + 2].word == "by";
    return unit.low > 2 && items_[unit.low - 1].word == "of" && items_[unit.low - 2].is(rating) &&
           items_[unit.low - 3].is(overall);
  }

  /// Whether nothing of the clause is left here.
  bool ends_clause(std::size_t at) const {
    return at >= items_.size() || items_[at].kind == ItemKind::mark || items_[at].is(contrast | conjunction_and);
  }

  /// "Penllan and Dyffryn-Elwy Police have been rated good", "A Police, B Police and the C force are all good": a claim
  /// for each of them.
  void part_names() {
    const Claim all = reading_.claims.back();
    const std::vector<NameRun> names = names_of_list({all.subject_first, all.subject_last});
    const bool bodies = std::all_of(names.begin(), names.end(), [&](NameRun name) { return ends_as_body(name); });
    if (names.size() < 2 || !(bodies || is_plural_verb(all.subject_last))) return;
    reading_.claims.pop_back();
    for (const NameRun name : names) {
      Claim& one = reading_.claims.emplace_back(all);
      one.subject_first = name.first;
      one.subject_last = name.last;
      one.joined = true;
    }
  }

  /// The names of the list that ends in this run, in order.
  std::vector<NameRun> names_of_list(NameRun last) const {
    std::vector<NameRun> names;
    for (NameRun run = last; !run.empty(); run = run_joined_before(run)) {
      const std::uint32_t joint = last_joint(run);
      if (joint > run.first) names.insert(names.begin(), {joint + 1, run.last});
      names.insert(names.begin(), {run.first, joint > run.first ? joint : run.last});
    }
    return names;
  }

  /// The last "and" between two names of a run, "Fire and Rescue" apart; its first token where there is none.
  std::uint32_t last_joint(NameRun run) const {
    std::uint32_t at = run.last - 1;
    while (at > run.first && !(block_.tokens[at].is(conjunction_and) && block_.tokens[at - 1].id != "fire")) --at;
    return at;
  }

  /// "Penllan Police, the Elwy force and …": the run that a comma or "and" joins to this one.
  NameRun run_joined_before(NameRun run) const {
    std::uint32_t at = run.first;  // "and its neighbour Denbrook Police"
    while (at > sentence_.first && (block_.tokens[at - 1].is(determiner) || block_.tokens[at - 1].id == "neighbour"))
      --at;
    const std::uint32_t joint = at;
    while (at > sentence_.first && (block_.tokens[at - 1].is(conjunction_and) || block_.tokens[at - 1].is(Mark::comma)))
      --at;
    if (at == joint) return {};
    if (at > sentence_.first && block_.tokens[at - 1].is(body_noun) && !block_.tokens[at - 1].capital) --at;
    const std::vector<NameRun> runs = name_runs(block_, sentence_.first, at, false);
    if (runs.empty() || runs.back().last != at) return {};
    // "firefighters in Stourley and the Moors" are those of one place.
    const std::uint32_t first = runs.back().first;
    return first > sentence_.first && block_.tokens[first - 1].is(link) ? NameRun{} : runs.back();
  }

  /// "Penllan Police", "the Elwy force"
  bool ends_as_body(NameRun name) const {
    const auto is_body = [&](std::uint32_t at) {
      return at < block_.tokens.size() && (block_.tokens[at].is(body_noun) || block_.tokens[at].id == "police");
    };
    return is_body(name.last - 1) || is_body(name.last);
  }

  /// Whether the verb behind a list of names is of more than one: "are both", "have", "told", of forces.
  bool is_plural_verb(std::uint32_t token) const {
    if (token < block_.tokens.size() && block_.tokens[token].is(bodies_noun)) return true;
    const auto passes = [](const Token& here) {
      return here.is(Mark::quote) || here.is(Mark::comma) || here.is(body_noun | bodies_noun);
    };
    while (token < block_.tokens.size() && passes(block_.tokens[token])) ++token;
    return token < block_.tokens.size() &&
           among<"are", "were", "have", "both", "all", "require", "remain">(block_.tokens[token].id);
  }

  bool doubts(std::size_t grade, bool listed) {
    std::optional<bool>& doubtful = memo_of(grade).doubtful[listed ? 1 : 0];
    if (!doubtful) doubtful = is_doubtful(sentence_, grade, listed) || shares_doubt(grade);
    return *doubtful;
  }
  /// "would expect to be graded good for A, good for B and poor for C": without a verb of its own each goes with the
  /// first.
  bool shares_doubt(std::size_t grade) const {
    std::size_t first = grade;
    for (std::size_t at = grade; at-- > 0;) {
      const Item& item = items_[at];
      if (item.is(be | judge | give | have | keep | move | contrast | relative | speech) || item.is(Mark::semicolon) ||
          item.is(Mark::colon) || item.is(Mark::pipe) || item.is(Mark::stop))
        break;
      if (item.is(ItemKind::grade)) first = at;
    }
    return first != grade && is_wished(sentence_, first);
  }
  /// "Mr Reed was rated outstanding."
  bool is_a_person(NameRun name) const {
    return !name.empty() && block_.tokens[name.last].is(be | have) && !block_.tokens[name.last - 1].possessive &&
           among<"mr", "mrs", "ms", "miss">(block_.tokens[name.first].id);
  }
  NameRun name_before_grade(std::size_t grade) {
    std::optional<NameRun>& name = memo_of(grade).name;
    if (!name) name = name_before(block_, sentence_.first, items_[grade].first);
    return *name;
  }

  /// "Our self-assessment: A – good; B – adequate", "Ambition: A – good"
  bool is_headed_by_others(std::size_t area) const {
    if ((sentence_.classes & (other_judge | hope)) == 0) return false;
    bool colon = false;
    for (std::size_t at = area; at-- > 0;) {
      if (colon && items_[at].is(other_judge | hope)) return true;
      colon = colon || items_[at].is(Mark::colon) || items_[at].is(Mark::dash);
    }
    return false;
  }

  /// What holds for every area of a grade, looked up for the first.
  struct Memo {
    std::size_t grade = none;
    std::optional<bool> doubtful[2];  // not listed, listed
    std::optional<NameRun> name;
  };
  Memo& memo_of(std::size_t grade) {
    if (memo_.grade != grade) memo_ = {.grade = grade, .doubtful = {}, .name = {}};
    return memo_;
  }

  /// "… that safety requires improvement", with no word of grading before it.
  bool is_plain_verb(std::size_t grade) const {
    const Item& item = items_[grade];
    if ((!item.present_verb && !item.past_verb) || item.quoted || grade == 0) return false;
    const Item& before = items_[grade - 1];
    return !before.is(seem | be | judge | give) && (!before.is(keep) || before.is(adverb));  // "still requires"
  }

  /// "“A is good,” said another": however short the quotation, all of it is somebody's own words.
  bool stands_in_quotes(std::uint32_t first, std::uint32_t last) const {
    const auto is_quote = [](const Token& token) { return token.is(Mark::quote); };
    const std::span<const Token> within = block_.tokens.subspan(first, last - first);
    if (std::any_of(within.begin(), within.end(), is_quote)) return false;
    const std::span<const Token> before = block_.tokens.subspan(sentence_.first, first - sentence_.first);
    const auto quote = std::find_if(before.rbegin(), before.rend(), is_quote);
    return quote != before.rend() && quote->opens_quote;
  }

  /// "The trust as a whole is rated …"
  bool is_of_the_body(std::size_t grade) const {
    for (std::size_t at = grade; at-- > 1;) {
      if (!items_[at].is(body_noun)) continue;
      // "the trust", "a hospital trust"
      if (items_[at - 1].is(determiner) ||
          (at > 1 && items_[at - 2].is(determiner) && items_[at - 1].kind == ItemKind::word))
        return true;
    }
    return false;
  }

  bool is_of_a_group(std::size_t grade) const {
    return std::any_of(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(grade),
                       [](const Item& item) { return among<"trust", "council", "company">(item.word); });
  }

  /// "| Quality of education | Good |": words of an area are no subject.
  bool names_area(const NameRun& name) const { return overlaps(block_.areas, name.first, name.last); }

  /// "Pass: The Tin Kettle; The Blue Door" and "The Tin Kettle, Quay Street – 4": grades of the whole, by name.
  bool name_labels(const Unit& unit) {
    const std::uint32_t grade_first = items_[unit.low].first;
    const std::uint32_t grade_last = items_[unit.high].last;
    std::size_t next = unit.high + 1;
    if (next < items_.size() && items_[next].is(Mark::close)) ++next;  // "Two stars (good)", "Good (up from poor)"
    while (next < items_.size() && items_[next].is(Mark::open)) {
      while (next < items_.size() && !items_[next].is(Mark::close)) ++next;
      if (next < items_.size()) ++next;
    }
    if (opens_with(unit.low) && next < items_.size() && (items_[next].is(Mark::colon) || items_[next].is(Mark::dash))) {
      return label_names(unit, items_[next].last, sentence_.last);
    }
    const bool ends =
        next >= items_.size() || items_[next].is(Mark::stop) || items_[next].is(Mark::semicolon) ||
        items_[next].is(Mark::pipe) || items_[next].is(overall) ||
        (items_[next].is(Mark::comma) && next + 1 < items_.size() && items_[next + 1].is(before | negation));
    if (!ends || unit.low == 0) return false;
    std::size_t before = unit.low - 1;
    while (before > 0 && items_[before].is(grade_noun | determiner | judge)) --before;
    if (!items_[before].is(Mark::colon) && !items_[before].is(Mark::dash) && !items_[before].is(Mark::pipe))
      return false;
    std::uint32_t first = sentence_.first;
    for (std::uint32_t at = first; at < grade_first; ++at) {
      if (block_.tokens[at].is(Mark::semicolon) || block_.tokens[at].is(Mark::bullet) ||
          ((block_.tokens[at].is(Mark::pipe) || block_.tokens[at].is(Mark::colon)) && at < items_[before].first))
        first = at + 1;
    }
    // "| The Crown | Takeaway | 5 |": the first cell is the name.
    const std::uint32_t row =
        block_.table && block_.tokens[sentence_.first].is(Mark::pipe) ? sentence_.first + 1 : first;
    std::vector<NameRun> runs = name_runs(block_, row, items_[before].first, true);
    if (!runs.empty() && heads(block_, row, runs.front())) {
      first = row;
    } else {
      runs = name_runs(block_, first, items_[before].first, true);
    }
    if (runs.empty() || !heads(block_, first, runs.front())) return false;
    add_named(unit, runs.front(), first, grade_last);
    return true;
  }

  /// "nine of the 21 trusts, X and Y among them, are rated good": grades of X and of Y.
  bool names_among(const Unit& unit) {
    const std::uint32_t grade = items_[unit.low].first;
    std::uint32_t end = sentence_.first;
    while (end < grade &&
           !(among<"among", "amongst">(block_.tokens[end].id) && block_.tokens[end + 1].is(pronoun | these)))
      ++end;
    if (end == grade) return false;
    std::uint32_t first = end;
    while (first > sentence_.first && !block_.tokens[first - 1].is(Mark::comma) &&
           !block_.tokens[first - 1].is(Mark::dash) && !block_.tokens[first - 1].is(Mark::open))
      --first;
    return add_list(unit, first, end);
  }

  /// A grade for each body of a list: "X, Y and Z".
  bool add_list(const Unit& unit, std::uint32_t first, std::uint32_t end) {
    bool any = false;
    for (std::uint32_t from = first; from < end;) {
      std::uint32_t to = from;
      while (to < end && !block_.tokens[to].is(conjunction_and) && !block_.tokens[to].is(Mark::comma)) ++to;
      const std::vector<NameRun> runs = name_runs(block_, from, to, true);
      const bool named = !runs.empty() && heads(block_, from, runs.front());
      if (named) add_named(unit, runs.front(), first, sentence_.last);
      any = any || named;
      from = to + 1;
    }
    return any;
  }

  /// "Two trusts, X and Y, require improvement", "six trusts require improvement, including X and Y", "three cafes got
  /// a five: X, Y and Z": grades of those named.
  bool names_of_several(const Unit& unit) {
    std::size_t bodies = 0;
    const bool those = items_[0].is(these);  // "Those rated inadequate include X and Y."
    while (bodies < unit.low && !those && !items_[bodies].is(bodies_noun)) ++bodies;
    const bool counted =
        those || std::any_of(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(bodies),
                             [](const Item& item) { return item.number > 1 || item.is(word_class::some | these); });
    if (bodies == unit.low || !counted || is_wished(sentence_, unit.low) ||
        time_of(sentence_, unit.low) != Time::current)
      return false;
    std::size_t open = bodies + 1;  // "Two trusts in the north, X and Y, …"
    while (open < unit.low && items_[open].kind == ItemKind::word && !items_[open].is(be | have | judge | give)) ++open;
    if (items_[open].is(Mark::comma)) {
      std::size_t close = unit.low;
      while (close > open && !items_[close].is(Mark::comma)) --close;
      if (close > open && !items_[open + 1].is(including) &&
          holds_only(items_, close + 1, unit.low, be | have | judge | now | adverb | seem))
        return add_list(unit, items_[open].last, items_[close].first);
    }
    std::size_t list = unit.high + 1;
    while (list < items_.size() && items_[list].is(rating)) ++list;
    if (list < items_.size() && items_[list].is(Mark::comma)) ++list;
    const bool opens = list < items_.size() && (items_[list].is(Mark::colon) || items_[list].is(including));
    return opens && add_list(unit, items_[list].last, sentence_.last);
  }

  /// "The latest ‘outstanding’ goes to Tansy Court", "a five was given to the Old Mill", "the inadequate one is Elm
  /// House": of the body named there.
  bool goes_to_name(const Unit& unit) {
    std::size_t at = unit.high + 1;
    if (at + 1 < items_.size() && items_[at].number == 1 && items_[at + 1].is(be)) {
      const std::vector<NameRun> runs = name_runs(block_, items_[at + 1].last, sentence_.last, true);
      if (runs.empty() || !heads(block_, items_[at + 1].last, runs.front())) return false;
      add_named(unit, runs.front(), sentence_.first, runs.front().last);
      return true;
    }
    while (at < items_.size() && items_[at].is(rating)) ++at;
    if (at < items_.size() && items_[at].is(Mark::comma)) {  // "A two-star rating, which means …, was handed to …"
      do ++at;
      while (at < items_.size() && !items_[at].is(Mark::comma));
      ++at;
    }
    while (at < items_.size() && items_[at].is(be | have | give | move | judge) && at < unit.high + 24) ++at;
    const bool given = at < items_.size() && at == unit.high + 1  // "gave zero to Golden Dragon"
                           ? unit.low > 0 && items_[unit.low - 1].is(give)
                           : at < items_.size() && items_[at - 1].is(give | move);
    if (!given || items_[at].word != "to" || is_doubtful(sentence_, unit.low, true)) return false;
    const std::vector<NameRun> runs = name_runs(block_, items_[at].last, sentence_.last, true);
    if (runs.empty() || !heads(block_, items_[at].last, runs.front())) return false;
    add_named(unit, runs.front(), sentence_.first, runs.front().last);
    return true;
  }

  /// Whether nothing but a bullet and words such as "Rated" stand before this item.
  bool opens_with(std::size_t item) const {
    for (std::size_t at = 0; at < item; ++at) {
      if (!items_[at].is(Mark::bullet) && !items_[at].is(judge | grade_noun | determiner | link | overall))
        return false;
    }
    return true;
  }

  bool label_names(const Unit& unit, std::uint32_t first, std::uint32_t last) {
    bool any = false;
    const auto part = std::span(block_.tokens).subspan(first, last - first);
    const bool semicolons =
        std::any_of(part.begin(), part.end(), [](const Token& token) { return token.is(Mark::semicolon); });
    for (std::uint32_t at = first; at < last;) {
      std::uint32_t end = at;
      while (end < last && !block_.tokens[end].is(Mark::semicolon) &&
             (semicolons || !block_.tokens[end].is(Mark::comma)))
        ++end;
      const std::vector<NameRun> runs = name_runs(block_, at, end, true);
      if (!runs.empty() && heads(block_, at, runs.front())) {
        add_named(unit, runs.front(), items_[unit.low].first, end);
        any = true;
      }
      if (!semicolons) break;
      at = end + 1;
    }
    return any;
  }

  void add_named(const Unit& unit, NameRun name, std::uint32_t first, std::uint32_t last) {
    Claim claim;
    claim.scope = Scope::overall;
    claim.grade = items_[unit.current].mention;
    claim.strength = Strength::asserted;
    claim.in_quote = sentence_.in_quote;
    claim.first = first;
    claim.last = last;
    claim.sentence_first = sentence_.first;
    claim.sentence_last = sentence_.last;
    claim.subject_first = name.first;
    claim.subject_last = name.last;
    reading_.claims.push_back(claim);
  }

  /// "X was judged good, Y outstanding and Z, which …, requires improvement": each grade has a name of its own before
  /// it.
  bool series_of_names() {
    if (!areas_.empty() || units_.size() < 2 || units_.front().strength != Strength::asserted) return false;
    std::vector<NameRun> names;
    std::uint32_t from = sentence_.first;
    for (const Unit& unit : units_) {
      if (unit.listed || unit.previous != none || is_doubtful(sentence_, unit.low, true) ||
          time_of(sentence_, unit.low) != Time::current)
        return false;
      const std::vector<NameRun> runs = name_runs(block_, from, items_[unit.low].first, from > sentence_.first);
      if (runs.empty()) return false;
      NameRun name = runs.front();  // "Denbrook Police and the Elm force"
      for (const NameRun run : std::span(runs).subspan(1)) {
        if (run_joined_before(run).last == name.last) name = run;
      }
      names.push_back(name);
      from = items_[unit.high].last;
    }
    for (std::size_t index = 0; index < units_.size(); ++index) {
      const std::uint32_t first = index == 0 ? sentence_.first : names[index].first;
      add_named(units_[index], names[index], first, items_[units_[index].high].last);
      part_names();
      units_[index].used = true;
    }
    return true;
  }

  /// Grades without an area: of a count of areas, of all, or of the whole.
  void count_and_overall() {
    if (counts_bodies_ || series_of_names()) return;
    for (std::size_t index = 0; index < units_.size(); ++index) {
      Unit& unit = units_[index];
      const std::size_t after = index > 0 ? units_[index - 1].high + 1 : 0;
      const std::size_t limit = index + 1 < units_.size() ? units_[index + 1].low : items_.size();
      std::size_t count = none;
      for (std::size_t at = unit.high + 1; at < limit && at <= unit.high + 8; ++at) {
        if (items_[at].is(ItemKind::count)) {
          count = at;
          break;
        }
        // "Good: the force does all that it should in every area" explains the word.
        if (items_[at].is(ItemKind::area) || items_[at].is(contrast) || items_[at].is(Mark::semicolon) ||
            items_[at].is(Mark::comma) || (items_[unit.high + 1].is(Mark::colon) && items_[at].is(be | have)))
          break;
      }
      if (count == none) {
        for (std::size_t at = unit.low; at-- > after;) {
          if (items_[at].is(ItemKind::count)) {
            const Gap between = gap(at, unit.low);
            const bool as_one = items_[at + 1].word == "together";
            if (!between.broken && !between.semicolon && between.ands == 0 && between.words <= 4 && !as_one) count = at;
            break;
          }
          if (items_[at].is(ItemKind::area)) break;
        }
      }
      if (count != none) {
        unit.counted = true;
        unit.count = items_[count].number;
        if (!unit.used && !unit.listed && (unit.strength >= Strength::marked || !sentence_.in_quote)) {
          unit.used = true;
          add(unit.current, unit, items_[count].all ? Scope::all : Scope::some, count, std::min(count, unit.low),
              std::max(count, unit.high), false);
          if (unit.previous != none)
            add(unit.previous, unit, items_[count].all ? Scope::all : Scope::some, count, std::min(count, unit.low),
                std::max(count, unit.high), true);
          // "good overall and in all areas but one"
          if (count > unit.high && unit.high + 1 < items_.size() && items_[unit.high + 1].is(overall))
            add(unit.current, unit, Scope::overall, none, unit.low, unit.high + 1, false);
        }
        continue;
      }
      // "five outstanding grades"
      if (!unit.used && !unit.listed && unit.low > 0 && items_[unit.low - 1].number > 0 &&
          unit.high + 1 < items_.size() && items_[unit.high + 1].is(rating)) {
        unit.used = unit.counted = true;
        add(unit.current, unit, Scope::some, unit.low - 1, unit.low - 1, unit.high, false);
        continue;
      }
      if (!unit.used && !unit.listed && (unit.strength >= Strength::marked || heads_in_bold()) && areas_.empty() &&
          (name_labels(unit) || names_among(unit) || names_of_several(unit) || goes_to_name(unit))) {
        if (opens_with(unit.low)) return;  // "Rated 5: the Old Mill, which was given the top score after a visit"
        continue;
      }
      const bool either = unit.low > 0 && items_[unit.low - 1].is(conjunction_or);
      if (unit.listed && !either && !unit.used && unit.strength == Strength::asserted && ends_in_rating(unit)) {
        add(unit.current, unit, Scope::some, unit.current, unit.low, unit.high, false);
        continue;
      }
      // Where an area is spoken of and not graded, the grade may be meant for it.
      const bool open_area = !unit.on_services && std::any_of(areas_.begin(), areas_.end(), [&](std::size_t area) {
        return !bound_[area] && (area < unit.low ? !parted(area, unit.low) : is_close_behind(unit, area));
      });
      // "requires improvement overall, as well as for being safe"
      const bool also_overall = unit.used && unit.high + 1 < items_.size() && items_[unit.high + 1].is(overall) &&
                                !has_area_before(after, unit.low);
      if ((unit.used && !also_overall) || open_area || tells_of_scale() || unit.listed ||
          (unit.strength < Strength::marked && !is_said_of_name(unit)) || is_of_that_area(unit.low) ||
          speaks_of_an_area(after, unit) || is_of_a_thing(after, unit.low) || is_for_another_matter(unit))
        continue;
      if (is_of_the_rest(after, unit.low)) continue;
      add(unit.current, unit, Scope::overall, none, unit.low, unit.high, false);
      if (unit.previous != none) add(unit.previous, unit, Scope::overall, none, unit.low, unit.high, true);
    }
  }

  /// "A was outstanding and the rest of it good"
  bool is_of_the_rest(std::size_t after, std::size_t grade) const {
    return std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(after),
                       items_.begin() + static_cast<std::ptrdiff_t>(grade),
                       [](const Item& item) { return item.word == "rest" && !item.capital; });
  }

  /// "Denbrook Police was good.": where the text reports on one area alone, that is a grade.
  bool is_said_of_name(const Unit& unit) {
    const NameRun name = name_before_grade(unit.low);
    if (name.empty() || !(ends_clause(unit.high + 1) || leads_to_report(unit.high + 1))) return false;
    std::size_t at = unit.low;
    while (at > 0 && items_[at - 1].first >= name.last) --at;
    return at < unit.low && holds(items_, at, unit.low, be) &&
           holds_only(items_, at, unit.low, be | adverb | every | body_noun | bodies_noun);
  }

  /// "good in the same assessment"
  bool leads_to_report(std::size_t at) const {
    if (items_[at].word != "in") return false;
    for (++at; at < items_.size() && items_[at].kind == ItemKind::word && !items_[at].is(link); ++at) {
      if (items_[at].is(grade_noun | inspector | word_class::inspection)) return true;
    }
    return false;
  }

  /// "The maternity service is good overall."
  bool has_area_before(std::size_t first, std::size_t grade) const {
    return std::any_of(areas_.begin(), areas_.end(),
                       [&](std::size_t area) { return area >= first && area < grade && bound_[area]; });
  }

  static bool is_plain_word(const Item& item) { return item.kind == ItemKind::word && item.classes == 0 && !item.name; }

  /// "five out of five for taste": no food hygiene.
  bool is_for_another_matter(const Unit& unit) const {
    std::size_t at = unit.high + 1;
    if (block_.tokens[items_[unit.low].first].number < 0 || at >= items_.size() || items_[at].word != "for")
      return false;
    while (++at < items_.size() && items_[at].is(determiner))
      ;
    return at < items_.size() && is_plain_word(items_[at]) &&
           !among<"food", "hygiene", "cleanliness", "standards", "kitchen">(items_[at].word);
  }

  /// "found the escape routes at Elm House inadequate", "rate staffing as inadequate"
  bool is_said_of_a_thing(std::size_t after, std::size_t grade) const {
    if (grade == 0) return false;
    // "… infection control as good and medicines as inadequate"
    std::size_t noun = grade - 1;
    while (noun > after && is_plain_word(items_[noun - 1])) --noun;
    if (noun > after && noun + 1 < grade && items_[grade - 1].word == "as" && items_[noun - 1].is(conjunction_and))
      return true;
    std::size_t verb = grade;
    while (verb > after && !(items_[verb - 1].is(judge) && !items_[verb - 1].is(rating))) --verb;
    if (verb == after || verb >= grade || !(items_[verb].is(determiner) || is_plain_word(items_[verb]))) return false;
    bool thing = false;
    for (std::size_t at = verb; at < grade; ++at) {
      const Item& item = items_[at];
      if (item.is(link | other_preposition | seem) && !item.is(determiner)) break;
      if (block_.tokens[item.first].possessive) continue;
      if (item.kind != ItemKind::word || item.name ||
          item.is(body_noun | bodies_noun | pronoun | these | grade_noun | overall))
        return false;
      thing = thing || item.classes == 0;
    }
    return thing;
  }

  /// "The playground was rated good", "our school's lunches require improvement": neither a body nor one of its areas.
  bool is_of_a_thing(std::size_t after, std::size_t grade) const {
    if (block_.tokens[items_[grade].first].number >= 0) return false;
    std::size_t at = grade;
    bool passive = items_[grade].is_verb;
    while (at > after && items_[at - 1].is(be | judge | keep | seem | adverb | have) &&
           !items_[at - 1].is(rating | determiner)) {
      passive = passive || items_[at - 1].is(be);
      --at;
    }
    if (!passive) return is_said_of_a_thing(after, grade);
    if (at > after && items_[at - 1].is(pronoun)) return false;  // "found it to be good"
    std::size_t first = at;
    while (first > after && items_[first - 1].kind == ItemKind::word &&
           !items_[first - 1].is(contrast | conjunction_and | relative | speech | reason))
      --first;
    // "Elm House, a haven for the old, was rated good": what stands before the comma is graded.
    const bool apposition = among<"a", "an", "the">(items_[first].word) || !items_[first].is(determiner);
    if (first > after && first > 1 && items_[first - 1].kind == ItemKind::mark && apposition) return false;
    bool thing = false;
    for (; first < at; ++first) {
      const Item& item = items_[first];
      if (item.is(link | other_preposition) && !item.is(determiner)) break;     // "the menu of the home"
      if (block_.tokens[item.first].possessive && !item.is(pronoun)) continue;  // "the school's lunches"
      if (item.name ||
          item.is(body_noun | bodies_noun | pronoun | these | inspector | grade_noun | overall | first_person |
                  word_class::some | word_class::every) ||
          item.number >= 0)
        return false;
      thing = thing || item.classes == 0;
    }
    return thing;
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
    if (after == 0 ||
        !std::any_of(areas_.begin(), areas_.end(), [&](std::size_t area) { return bound_[area] && area < unit.low; }))
      return false;
    if (unit.high + 1 < items_.size() && items_[unit.high + 1].is(overall)) return false;
    // "rated good for A and in May, after a second visit, outstanding": nothing else is the subject.
    const bool figure = block_.tokens[items_[unit.low].first].number >= 0;
    const bool named = unit.low > 1 && items_[unit.low - 2].is(rating);
    if (!figure && !named &&
        std::none_of(items_.begin() + static_cast<std::ptrdiff_t>(after),
                     items_.begin() + static_cast<std::ptrdiff_t>(unit.low), [](const Item& item) {
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

  bool parted(std::size_t from, std::size_t to) const {
    return std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(from),
                       items_.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const Item& item) { return item.is(Mark::semicolon); });
  }

  /// "… requires improvement when it comes to A": an area that was not bound, in the same breath.
  bool is_close_behind(const Unit& unit, std::size_t area) const {
    if (area <= unit.high) return false;
    const Gap between = gap(unit.high, area);
    return !between.broken && !between.semicolon && between.commas == 0 && between.ands == 0 &&
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

  void leave_loose() {
    Loose& loose = reading_.loose;
    for (const std::size_t area : areas_) {
      if (!bound_[area]) loose.areas.push_back(items_[area].mention);
    }
    bool plain = true;  // nothing but areas, grades and marks
    std::size_t grades = 0;
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const Item& item = items_[at];
      if (item.is(ItemKind::grade)) ++grades;
      if (item.kind == ItemKind::word && !item.is(conjunction_and | determiner | skip | how | link | adverb | pronoun |
                                                  body_noun | have | grade_noun | be | other_preposition | contrast))
        plain = false;
      if (item.is(ItemKind::count)) plain = false;
    }
    loose.only_areas = plain && grades == 0 && !areas_.empty();
    loose.only_grade = grades == 1 && areas_.empty() && std::all_of(items_.begin(), items_.end(), [](const Item& item) {
                         return item.is(ItemKind::grade) || item.is(ItemKind::count) || item.kind == ItemKind::mark ||
                                item.is(grade_noun | overall | determiner | area_noun);
                       });
    loose.bullet = !items_.empty() && items_.front().is(Mark::bullet);
    if (areas_.empty()) loose.answer = answer();
    for (const Item& item : items_) {
      if (grades > 0 || areas_.size() < 2) break;
      if (item.is(ItemKind::count) && item.number == static_cast<int>(areas_.size())) loose.enumerates = true;
      if (item.is(inspector | inspection)) loose.enumerates = true;
    }
    if (holds(items_, 0, items_.size(), including)) loose.enumerates = false;
    if (grades == 0 && !areas_.empty()) recall_counts(loose);
    const bool ends_open = !items_.empty() && items_.back().is(Mark::colon);
    for (std::size_t index = units_.size(); index-- > 0;) {
      const Unit& unit = units_[index];
      if (unit.listed || is_doubtful(sentence_, unit.low, true)) continue;
      const bool last = index + 1 == units_.size();
      if (!last) break;
      const bool has_areas =
          std::any_of(areas_.begin(), areas_.end(), [&](std::size_t area) { return area > unit.high; });
      // "What was good:", "Areas that were good:"
      const bool is_heading = block_.heading && unit.high + 1 == items_.size();  // "Where we are good"
      const bool heads_list =
          (is_heading || (ends_open && unit.high + 2 == items_.size())) && items_.front().is(relative | area_noun);
      const bool of_both = unit.low > 2 && items_[unit.low - 1].word == "now" && items_[unit.low - 3].is(these);
      const bool counts_areas = unit.counted && !sentence_.in_quote;  // "It was good in two areas. They are:"
      if (unit.strength < Strength::marked && !loose.only_grade && !heads_list && !of_both && !counts_areas &&
          !(ends_open && leads_to_these(unit.high)))
        break;
      loose.grade = unit.current;
      loose.expects_list =
          ((ends_open || (is_heading && heads_list)) && (!has_areas || counts_more())) || loose.only_grade;
      loose.counted = unit.counted;
      loose.count = unit.count;
      loose.for_all = is_about_all(unit);
      break;
    }
  }

  /// "It is adequate in these areas:", "… good at the following:"
  bool leads_to_these(std::size_t grade) const {
    return grade + 2 < items_.size() && items_[grade + 1].is(link) &&
           holds_only(items_, grade + 2, items_.size() - 1, these | determiner | including | area_noun);
  }

  /// "It requires improvement at A, and in three more areas, which include:"
  bool counts_more() const {
    std::size_t at = items_.size() - 1;
    while (at > areas_.back() && items_[at - 1].is(including | relative | be)) --at;
    if (at > areas_.back() && items_[at - 1].is(Mark::comma)) --at;
    return at > areas_.back() && items_[at - 1].is(ItemKind::count);
  }

  /// "These are A and B.", "The four are …", "HMI said that the five include …", "One of the four is for A, another for
  /// B."
  void recall_counts(Loose& loose) const {
    std::size_t at = 0;  // what names them
    while (at + 1 < items_.size() && items_[at].is(inspector | speech | relative) && !items_[at].is(these)) ++at;
    const bool one = at == 0 && items_[0].number == 1;
    const bool among = at == 0 && items_[0].is(including);
    if (one || among) ++at;  // "One is for A", "Among the three is one for A"
    while (at + 1 < items_.size() &&
           ((items_[at].is(determiner | other_preposition) && !items_[at].is(these)) ||
            block_.tokens[items_[at].first].possessive || (items_[at].is(these) && items_[at + 1].number > 1)))
      ++at;  // "Elm's four include", "These three are"
    if (items_[at].number > 1) loose.recalled = items_[at].number;
    const bool counts = loose.recalled >= static_cast<int>(areas_.size());
    if (!one && !among && !counts && !(at == 0 && items_[0].is(these))) return;
    if (counts && !one && !among && loose.recalled > static_cast<int>(areas_.size()) && !items_[at + 1].is(including))
      return;
    const std::size_t last = one && !counts ? 0 : at;
    const Gap between = gap(last, areas_.front());
    const bool given = (!one && !among) || (between.links > 0 && between.link_last);
    // "Those three were given as A, B and C."
    const bool given_as = between.verbs == 2 && between.judges == 1 && items_[areas_.front() - 1].word == "as";
    loose.names_these = !between.broken && between.words == 0 && given &&
                        (((between.verbs == 1 || between.including_word) && between.judges == 0) || given_as);
  }

  /// The grade of an answer: "Good, and better than last year", "That requires improvement", "Here it was judged good".
  std::size_t answer() const {
    if (items_.empty() || units_.size() != 1) return none;
    const std::size_t grade = units_.front().current;
    if (is_reported_opinion(sentence_, grade)) return none;
    const Item& first = items_.front();
    if (grade == 0) {
      const std::uint32_t next = first.last;
      const bool ends = next >= block_.tokens.size() || !block_.tokens[next].is(Mark::word);
      return first.capital && ends ? grade : none;
    }
    if (is_doubtful(sentence_, grade, false) || time_of(sentence_, grade) != Time::current) return none;
    if (says_nothing_else(grade) || ends_in_it_is_now(grade)) return grade;
    if (grade == 1 && first.word == "that" && items_[grade].is_verb) return grade;
    return among<"here", "there">(first.word) && units_.front().strength == Strength::asserted ? grade : none;
  }

  /// "We looked at this again, and it is now good.", "We found that the force is good at it."
  bool ends_in_it_is_now(std::size_t grade) const {
    if (grade + 2 < items_.size() && items_[grade + 1].is(link) && items_[grade + 2].word == "it")
      return ends_clause(grade + 3);
    return grade > 2 && items_[grade - 1].word == "now" && items_[grade - 2].is(be) && items_[grade - 3].word == "it" &&
           ends_clause(grade + 1);
  }

  /// "The inspectors say: good.", "The answer was good.", "Here the force is adequate."
  bool says_nothing_else(std::size_t grade) const {
    const bool ends = grade + 1 >= items_.size() || items_[grade + 1].kind == ItemKind::mark;
    if (!ends || items_.front().is(first_person)) return false;
    bool speaks = false;
    for (std::size_t at = 0; at < grade; ++at) {
      const Item& item = items_[at];
      const bool of_speech = item.is(speech | inspector | rating | body_noun) || among<"here", "answer">(item.word);
      speaks = speaks || of_speech || (item.is(now) && !item.is(determiner));
      if (!of_speech && !item.is(now | determiner | be | adverb | body_noun | pronoun | link | area_noun) &&
          !item.is(Mark::colon) && !item.is(Mark::dash) && !item.is(Mark::comma))
        return false;
    }
    return speaks;
  }

  /// "All were rated …", "Both are judged …", "They were graded …".
  bool is_about_all(const Unit& unit) const {
    if (!areas_.empty() || items_.empty()) return false;
    std::size_t at = 0;
    while (at < unit.low && items_[at].is(conjunction_and | how | other_preposition | link)) ++at;
    // "On those three together it was rated good."
    if (at >= unit.low || !items_[at].is(these) || has_word(at, unit.low, "together")) return false;
    const Gap between = gap(at, unit.low);
    return !between.broken && between.verbs > 0 && between.words <= 2 && between.ands == 0;
  }

  const Block& block_;
  const Sentence& sentence_;
  const std::vector<Item>& items_;
  std::vector<Unit> units_;
  Memo memo_;
  std::vector<std::size_t> areas_;
  text::Flags bound_;
  bool stands_in_row_ = false;  // of a flattened table: words behind it are no part of it
  bool counts_bodies_ = false;
  std::optional<std::size_t> last_label_;
  std::vector<std::size_t> backward_;  // areas that the last grade took from before it
  std::vector<std::size_t> forward_;   // … from after it
  SentenceReading reading_;
};

}  // namespace

SentenceReading read_clauses(const Block& block, const Sentence& sentence) { return Reader(block, sentence).read(); }

}  // namespace pressmark::inspection
