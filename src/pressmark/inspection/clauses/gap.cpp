// Adds up what each item of a gap is, by itself and between its neighbours.
#include "pressmark/inspection/clauses/gap.h"

#include "pressmark/inspection/clauses/area.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class GapReader {
 public:
  explicit GapReader(std::span<const Item> items) : items_(items) {}

  Gap read(std::size_t from, std::size_t to) {
    gap_.size = to - from - 1;
    if (gap_.size > 0) note_ends(from, to);
    for (std::size_t at = from + 1; at < to; ++at) add(at);
    return gap_;
  }

 private:
  void note_ends(std::size_t from, std::size_t to) {
    gap_.noun_first = items_[from + 1].is(grade_noun);
    gap_.be_first = items_[from + 1].is(be | have);
    std::size_t last = to - 1;
    while (last > from && items_[last].is(determiner | skip | every) && !is_link_of_judging(last)) --last;
    gap_.link_last = last > from && (items_[last].is(link) || is_link_of_judging(last));
  }

  void add(std::size_t at) {
    switch (items_[at].kind) {
      case ItemKind::count:
        ++gap_.counts;
        break;
      case ItemKind::area:
        gap_.broken = gap_.broken || !names_group(items_, at);
        break;
      case ItemKind::grade:
        gap_.broken = true;
        break;
      case ItemKind::mark:
        add_mark(at);
        break;
      case ItemKind::word:
        add_word(at);
        break;
    }
  }

  void add_mark(std::size_t at) {
    const Item& item = items_[at];
    switch (item.mark) {
      case Mark::comma:
        ++gap_.commas;
        break;
      case Mark::semicolon:
        gap_.semicolon = true;
        break;
      case Mark::colon:
      case Mark::dash:
      case Mark::pipe:
        gap_.colon = true;
        gap_.broken = gap_.broken || tells_when(items_[at + 1].word);
        break;
      case Mark::open:
        gap_.paren = true;
        break;
      case Mark::stop:
        // A question may be the name of an area: "How good is our leadership? was graded good".
        gap_.broken = gap_.broken || !item.question;
        break;
      case Mark::number:
      case Mark::bullet:
      case Mark::close:
      case Mark::slash:
        break;
      default:
        ++gap_.words;
        break;
    }
  }

  void add_word(std::size_t at) {
    const Item& item = items_[at];
    gap_.broken = gap_.broken || breaks_off(at);
    if (item.is(speech) && !item.is(judge)) add_speech(at);
    add_verb(at);
    gap_.links += count_links(at);
    gap_.including_word = gap_.including_word || leads_into(at);
    if (item.is(move)) ++gap_.moves;
    if (item.is(conjunction_and) && !joins_names(at)) ++gap_.ands;
    if (item.is(relative) && !is_of_manner(at)) ++gap_.relatives;
    if (item.is(area_noun)) ++gap_.area_nouns;
    if (item.classes == 0 && !item.name) ++gap_.words;
  }

  bool breaks_off(std::size_t at) const {
    const Item& item = items_[at];
    // "in every area bar A", "all were good bar one: A"
    if (item.word == "bar" && (items_[at - 1].is(ItemKind::count) || items_[at + 1].number == 1)) return true;
    // "has improved since our last visit, from poor to good"
    const bool of_time = gap_.moves > 0 && tells_when(item.word);
    // "it was good, and in three, among them A, it was poor"
    if (item.is(conjunction_and) && items_[at - 1].is(Mark::comma) && items_[at + 1].is(link) &&
        (is_at(items_, at + 2, ItemKind::count) || (at + 2 < items_.size() && items_[at + 2].number > 1)))
      return true;
    // "At Elm, where A has been under siege, inspectors settled on ‘poor’."
    if (item.is(inspector) && items_[at - 1].is(Mark::comma) && gap_.verbs > gap_.judges) return true;
    const bool has_since = item.word == "since" && items_[at - 1].is(have);
    return item.is(contrast | reason) && !item.is(seem) && !of_time && !has_since;
  }

  /// "was said to be": of A, like "was found to be"
  void add_speech(std::size_t at) {
    std::size_t verb = at - 1;  // "are both said to be", "only at A was it told that"
    while (verb > 0 && items_[verb].is(adverb | every | pronoun)) --verb;
    const bool passive = items_[verb].is(be);
    const bool told = at > 1 && items_[at - 1].is(inspector) && items_[at - 2].is(relative);  // "which HMI said"
    gap_.broken = gap_.broken || !(passive || told);
    if (passive) ++gap_.judges;
  }

  void add_verb(std::size_t at) {
    const Item& item = items_[at];
    if (item.is(hold | have) && !item.is(negation) && is_at(items_, at + 1, determiner)) {
      ++gap_.verbs;
      ++gap_.judges;
    }
    if (!item.is(be | judge | give | keep)) return;
    const Item& before = items_[at - 1];
    const bool noun = item.is(grade_noun) && (before.is(ItemKind::grade) || before.is(determiner));
    const bool idiom = among<"comes", "came">(item.word) && before.is(pronoun);  // "when it comes to A"
    if (noun || idiom || (item.is(adverb) && !item.is(be | judge | give))) return;
    ++gap_.verbs;
    if (!item.is(be)) ++gap_.judges;
  }

  int count_links(std::size_t at) const {
    const Item& item = items_[at];
    const Item& before = items_[at - 1];
    const bool in_which = before.is(how) && is_at(items_, at + 1, relative);  // "the way in which"
    int links = item.is(link) && !in_which ? 1 : 0;
    // "gave the top mark to A", "gave … and a good apiece to B"
    if (item.word == "to" && (before.is(ItemKind::grade) || before.word == "apiece") && holds(items_, 0, at - 1, give))
      ++links;
    return is_link_of_judging(at) ? links + 1 : links;
  }

  /// "including", "as well as", "together with"
  bool leads_into(std::size_t at) const {
    const Item& item = items_[at];
    return item.is(including) || (item.word == "well" && is_at(items_, at + 1, seem)) ||
           (item.word == "together" && word_at(items_, at + 1) == "with");
  }

  /// "the way in which it does A", "how well it ensures that it does A", "the way that it does A"
  bool is_of_manner(std::size_t at) const {
    const Item& before = items_[at - 1];
    return (at > 1 && before.is(link | other_preposition) && items_[at - 2].is(how)) ||
           (items_[at].word == "that" && before.is(how | condition));
  }

  /// "Brinemere and Wynfold", "Brinemere and the Dales": a name.
  bool joins_names(std::size_t at) const {
    std::size_t next = at + 1;
    if (is_at(items_, next, determiner)) ++next;
    return next < items_.size() && items_[next].name && at > 0 && items_[at - 1].name;
  }

  /// "an ‘adequate’ judgement was made about A", "‘inadequate’ is the word used of A", "a ‘good’ was earned by A",
  /// "went to A"
  bool is_link_of_judging(std::size_t at) const {
    if (at > 0 && among<"by", "to">(items_[at].word))
      return items_[at - 1].is(items_[at].word == "to" ? move | give : give);
    if (at == 0 || !among<"of", "about">(items_[at].word)) return false;
    return among<"made", "used", "passed">(items_[at - 1].word);
  }

  std::span<const Item> items_;
  Gap gap_;
};

}  // namespace

Gap gap(std::span<const Item> items, std::size_t from, std::size_t to) { return GapReader(items).read(from, to); }

bool only_separators(std::span<const Item> items, std::size_t from, std::size_t to) {
  return !holds(items, from + 1, to, [](const Item& item) { return item.kind != ItemKind::mark; });
}

bool only_joins(std::span<const Item> items, std::size_t from, std::size_t to) {
  bool join = false;
  for (std::size_t at = from + 1; at < to; ++at) {
    const Item& item = items[at];
    const bool joins = item.is(conjunction_and | conjunction_or) || item.is(Mark::comma) || item.is(Mark::slash);
    if (!joins && !item.is(determiner)) return false;
    join = join || joins;
  }
  return join;
}

bool only_nouns(std::span<const Item> items, std::size_t from, std::size_t to) {
  return holds_only(items, from + 1, to, grade_noun | determiner);
}

bool has_word(std::span<const Item> items, std::size_t from, std::size_t to, WordId word) {
  for (std::size_t at = from + 1; at < to; ++at) {
    if (items[at].word == word) return true;
  }
  return false;
}

}  // namespace pressmark::inspection
