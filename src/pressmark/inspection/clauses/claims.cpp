// Fills in what a claim says, from the words around its grade.
#include "pressmark/inspection/clauses/claims.h"

#include <algorithm>

#include "pressmark/inspection/clauses/area.h"
#include "pressmark/inspection/clauses/gap.h"
#include "pressmark/inspection/clauses/name_list.h"
#include "pressmark/inspection/doubt/past.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

/// "PC Crow is good at A."
bool is_person(const Block& block, NameRun name) {
  return !name.empty() && among<"mr", "mrs", "ms", "miss", "dr", "pc", "sgt", "sergeant">(block.tokens[name.first].id);
}

/// "Mr Reed was rated outstanding."
bool is_a_person(const Block& block, NameRun name) {
  return !name.empty() && block.tokens[name.last].is(be | have) && !block.tokens[name.last - 1].possessive &&
         among<"mr", "mrs", "ms", "miss">(block.tokens[name.first].id);
}

/// "| Quality of education | Good |": words of an area are no subject.
bool names_area(const Block& block, NameRun name) { return overlaps(block.areas, name.first, name.last); }

/// "rated good overall", "an overall rating of good", in so many words.
bool says_overall(std::span<const Item> items, const Unit& unit) {
  if (is_at(items, unit.high + 1, overall))
    return ends_clause(items, unit.high + 2) || items[unit.high + 2].word == "by";
  return unit.low > 2 && items[unit.low - 1].word == "of" && items[unit.low - 2].is(rating) &&
         items[unit.low - 3].is(overall);
}

/// "The rating went up to four."
bool moves_to(std::span<const Item> items, std::size_t grade) {
  const std::size_t at = back_over(items, grade, determiner);
  return at > 1 && items[at - 1].word == "to" && items[at - 2].is(move);
}

/// "… that safety requires improvement", with no word of grading before it.
bool is_plain_verb(std::span<const Item> items, std::size_t grade) {
  const Item& item = items[grade];
  if ((!item.present_verb && !item.past_verb) || item.quoted || grade == 0) return false;
  const Item& before = items[grade - 1];
  return !before.is(seem | be | judge | give) && (!before.is(keep) || before.is(adverb));  // "still requires"
}

/// "The trust as a whole is rated …"
bool is_of_the_body(std::span<const Item> items, std::size_t grade) {
  for (std::size_t at = grade; at-- > 1;) {
    if (!items[at].is(body_noun)) continue;
    // "the trust", "a hospital trust"
    if (items[at - 1].is(determiner) ||
        (at > 1 && items[at - 2].is(determiner) && items[at - 1].kind == ItemKind::word))
      return true;
  }
  return false;
}

bool is_of_a_group(std::span<const Item> items, std::size_t grade) {
  for (std::size_t at = 0; at < grade; ++at) {
    // "the council's services" are one
    if (among<"trust", "council", "company">(items[at].word) && word_at(items, at + 1) != "services") return true;
  }
  return false;
}

}  // namespace

Claims::Claims(const Analysis& analysis)
    : items_(analysis.items),
      analysis_(analysis),
      block_(analysis.block),
      sentence_(analysis.sentence),
      bound_(analysis.units.empty() ? 0 : analysis.items.size()) {}

void Claims::claim(Unit& unit, std::size_t area) {
  claim(unit, area, std::min(area, unit.low), std::max(area, unit.high));
}

void Claims::claim(Unit& unit, std::size_t area, std::size_t low, std::size_t high) {
  unit.used = true;
  bound_[area] = 1;
  add_moved(unit, {Scope::area, area, low, high});
}

void Claims::claim_all(Unit& unit, std::span<const std::size_t> areas) {
  for (const std::size_t area : areas) claim(unit, area);
}

bool Claims::claim_cell(Unit& unit, std::size_t area, std::size_t low, std::size_t high, bool first) {
  const std::size_t before = claims_.size();
  stands_in_row_ = !first;
  claim(unit, area, low, high);
  stands_in_row_ = false;
  return claims_.size() > before;
}

void Claims::add(const Unit& unit, const Ground& ground) { add(unit.current, unit, ground, false); }

void Claims::add_moved(const Unit& unit, const Ground& ground) {
  add(unit, ground);
  if (unit.previous != nowhere) add(unit.previous, unit, ground, true);
}

void Claims::add_former(const Unit& unit, const Ground& ground) { add(unit.current, unit, ground, true); }

void Claims::add(std::size_t grade, const Unit& unit, const Ground& ground, bool past) {
  const bool label = stands_as_label(unit, ground);
  if (is_refused(unit, ground, label)) return;
  const bool moved = unit.previous != nowhere;
  Claim claim;
  claim.scope = ground.scope;
  claim.grade = items_[grade].mention;
  if (ground.scope == Scope::area) claim.area = items_[ground.target].mention;
  const bool counts = ground.scope == Scope::all || ground.scope == Scope::some;
  if (counts) {
    claim.count = items_[ground.target].number;
    claim.others = items_[ground.target].other || has_exceptions(ground.target);
  }
  // "It went from poor to good in 2016.", and may have moved again.
  const std::size_t date = forward_over(items_, grade + 1, link | month);
  const bool dated = moved && date > grade + 1 && date < items_.size() && is_date(items_, date);
  claim.time = past ? Time::previous : dated ? Time::dated : moved || label ? Time::current : time_of(sentence_, grade);
  claim.strength = unit.strength;
  claim.present = is_present(sentence_, unit.low);
  claim.is_new = !past && (moved || says_now(items_, unit.low) || moves_to(items_, unit.low));
  claim.label = label;
  claim.says_overall =
      ground.scope == Scope::overall && unit.strength == Strength::asserted && says_overall(items_, unit);
  claim.plain = !label && (unit.strength == Strength::bare || is_plain_verb(items_, unit.low));
  claim.everyday = unit.everyday;
  claim.first = items_[ground.low].first;
  claim.last = items_[ground.high].last;
  claim.in_quote = sentence_.in_quote || (claim.plain && stands_in_quotes(claim.first, claim.last));
  claim.sentence_first = sentence_.first;
  claim.sentence_last = sentence_.last;
  if (!names_subject(claim, unit)) return;
  if (ground.scope == Scope::area && (label || ground.target + 1 == unit.low)) name_row(claim, ground.target);
  claims_.push_back(claim);
  if (claim.subject_last > claim.subject_first && !counts) part_names();
}

/// "Here are the evaluations for the nursery class Leadership of change weak Learning and teaching good": of that
/// class.
void Claims::name_row(Claim& claim, std::size_t area) const {
  std::size_t last = area;
  while (last > 0 && items_[last - 1].kind != ItemKind::word) --last;
  std::size_t first = last;
  while (first > 0 && items_[first - 1].kind == ItemKind::word && !items_[first - 1].is(determiner | link)) --first;
  if (first < 2 || items_[items_[first - 1].is(determiner) ? first - 2 : first - 1].word != "for" ||
      !holds(items_, first, last,
             [](const Item& item) { return item.is(body_noun) || among<"stages", "class">(item.word); }))
    return;
  claim.subject_first = items_[first].first;
  claim.subject_last = items_[last - 1].last;
  claim.labelled = true;
}

/// Says who is graded; false where that is a person.
bool Claims::names_subject(Claim& claim, const Unit& unit) {
  const NameRun name = name_before_grade(unit.low);
  if (claim.plain && is_person(block_, name)) return false;
  if (!names_area(block_, name)) {
    claim.subject_first = name.first;
    claim.subject_last = name.last;
  }
  claim.joined = name.empty() && items_.front().word == "both";  // "Both are inadequate"
  claim.of_the_body = name.empty() && is_of_the_body(items_, unit.low);
  claim.of_a_group = claim.of_the_body && is_of_a_group(items_, unit.low);
  return true;
}

/// A label, "Safe – Good", is no clause: what stands before it is another matter.
bool Claims::stands_as_label(const Unit& unit, const Ground& ground) const {
  // "Safe: good is our goal", "Safe: good or better"
  if (is_at(items_, unit.high + 1, be | conjunction_or)) return false;
  return ground.scope == Scope::area && ground.target < unit.low && stands_alone(ground.target) &&
         !holds(items_, ground.target + 1, unit.low, before) && is_label(analysis_, ground.target, unit);
}

bool Claims::is_refused(const Unit& unit, const Ground& ground, bool label) {
  const std::size_t area = ground.scope == Scope::area ? ground.target : nowhere;
  if (area < unit.low && (label || only_nouns(items_, area, unit.low)) && is_headed_by_others(area)) {
    of_others_ = true;
    return true;
  }
  const bool listed = ground.scope == Scope::some || (area != nowhere && area > unit.high);
  if (!label && !stands_in_row_ && doubts(unit.low, listed)) return true;
  const bool plain = unit.strength == Strength::bare || is_plain_verb(items_, unit.low) ||
                     (unit.strength == Strength::marked && area != nowhere && is_weak(items_[area]));
  if (plain && is_reported_opinion(sentence_, unit.low)) return true;
  if (ground.scope != Scope::overall) return false;
  // "rated it poor on that score"
  if (word_at(items_, unit.high + 1) == "on" && word_at(items_, unit.high + 2) == "that") return true;
  // "I have been a patient for years and found the nurses outstanding."
  if (word_at(items_, 0) == "i" && has_word(items_, 0, unit.low, "found") &&
      !holds(items_, 0, items_.size(), inspector))
    return true;
  // "outstanding at A, having been inadequate in 2016": of A, but not of the whole.
  return is_a_person(block_, name_before_grade(unit.low)) || (unit.low > 1 && items_[unit.low - 2].word == "having");
}

void Claims::add_named(const Unit& unit, NameRun name, std::uint32_t first, std::uint32_t last) {
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
  claims_.push_back(claim);
}

void Claims::name_from(std::size_t first, std::size_t area) {
  for (Claim& claim : std::span(claims_).subspan(first)) {
    const bool owned = claim.subject_last == items_[area].first && claim.subject_first < claim.subject_last;
    if (!owned) claim.subject_first = items_[area].first;
    claim.subject_last = items_[area].last;
  }
}

void Claims::part_names() {
  const Claim all = claims_.back();
  const std::vector<NameRun> names = names_of_list(block_, sentence_, {all.subject_first, all.subject_last});
  if (names.size() < 2) return;
  claims_.pop_back();
  for (const NameRun name : names) {
    Claim& one = claims_.emplace_back(all);
    one.subject_first = name.first;
    one.subject_last = name.last;
    one.joined = true;
  }
}

bool Claims::doubts(std::size_t grade, bool listed) {
  std::optional<bool>& doubtful = memo_of(grade).doubtful[listed ? 1 : 0];
  if (!doubtful) doubtful = is_doubtful(sentence_, grade, listed) || shares_doubt(grade);
  return *doubtful;
}

/// "would expect to be graded good for A, good for B and poor for C": without a verb of its own each goes with the
/// first.
bool Claims::shares_doubt(std::size_t grade) const {
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

NameRun Claims::name_before_grade(std::size_t grade) {
  std::optional<NameRun>& name = memo_of(grade).name;
  if (!name) name = name_before(block_, sentence_.first, items_[grade].first);
  return *name;
}

Claims::Memo& Claims::memo_of(std::size_t grade) {
  if (memo_.grade != grade) memo_ = {.grade = grade, .doubtful = {}, .name = {}};
  return memo_;
}

/// "good in all areas except A", "all areas, apart from A, …"
bool Claims::has_exceptions(std::size_t count) const {
  constexpr std::size_t longest = 4;  // items of ", with the exception"
  for (std::size_t at = count + 1; at < items_.size() && at <= count + longest; ++at) {
    if (begins_exception(items_, at)) return true;
  }
  return false;
}

/// "Our self-assessment: A – good; B – adequate", "Ambition: A – good"
bool Claims::is_headed_by_others(std::size_t area) const {
  if ((sentence_.classes & (other_judge | hope)) == 0) return false;
  bool colon = false;
  for (std::size_t at = area; at-- > 0;) {
    if (colon && items_[at].is(other_judge | hope)) return true;
    colon = colon || items_[at].is(Mark::colon) || items_[at].is(Mark::dash);
  }
  return false;
}

/// Whether an area begins a label: nothing leads up to it.
bool Claims::stands_alone(std::size_t area) const {
  for (std::size_t at = area; at-- > 0;) {
    const Item& item = items_[at];
    if (item.is(ItemKind::area) || (item.is(determiner) && at > 0 && items_[at - 1].kind != ItemKind::word)) continue;
    return (item.kind != ItemKind::word && !item.is(Mark::comma)) || item.is(Mark::number);
  }
  return true;
}

/// "“A is good,” said another": however short the quotation, all of it is somebody's own words.
bool Claims::stands_in_quotes(std::uint32_t first, std::uint32_t last) const {
  const auto is_quote = [](const Token& token) { return token.is(Mark::quote); };
  const std::span<const Token> within = block_.tokens.subspan(first, last - first);
  if (std::any_of(within.begin(), within.end(), is_quote)) return false;
  const std::span<const Token> before = block_.tokens.subspan(sentence_.first, first - sentence_.first);
  const auto quote = std::find_if(before.rbegin(), before.rend(), is_quote);
  return quote != before.rend() && quote->opens_quote;
}

}  // namespace pressmark::inspection
