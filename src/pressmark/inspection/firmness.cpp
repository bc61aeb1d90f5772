// Tells verdicts from opinions.
#include "pressmark/inspection/firmness.h"

#include <algorithm>
#include <span>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

constexpr std::uint32_t shortest_formula = 5;  // tokens of an area's name that nobody uses by chance
constexpr std::size_t fewest_of_a_set = 4;

/// Four areas by names that nobody gives them by chance.
bool grades_a_whole_set(const std::vector<Claim>& claims) {
  std::vector<const Ending*> areas;
  for (const Claim& claim : claims) {
    if (claim.scope != Scope::area || claim.area->last - claim.area->first < 2) continue;
    if (std::find(areas.begin(), areas.end(), claim.area->ending) == areas.end()) areas.push_back(claim.area->ending);
  }
  return areas.size() >= fewest_of_a_set;
}

/// "The extent to which the force is effective at keeping people safe and reducing crime is good": no inspectorate is
/// named, but nobody else says it so.
bool is_formula(const Claim& claim) {
  return claim.scope == Scope::area && claim.area->last - claim.area->first >= shortest_formula;
}

bool speaks_as_one(std::span<const Token> tokens) {
  bool quoted = false;
  bool personal = false;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].is(Mark::quote)) quoted = tokens[at].opens_quote;
    // "I am glad to report"
    if (at > 0 && tokens[at - 1].id == "to" &&
        among<"report", "record", "note", "say", "read", "hear", "see">(tokens[at].id))
      return false;
    personal = personal || (!quoted && among<"i", "i'm", "i've", "my", "me">(tokens[at].id));
  }
  return personal;
}

}  // namespace

Firmness::Firmness(const std::vector<Claim>& claims, const Passage& passage)
    : claims_(claims), passage_(passage), tells_of_inspection_(tells_of_inspection(claims)) {}

bool Firmness::is_firm(const Claim& claim) {
  if (claim.scope == Scope::overall) return claim.strength >= Strength::asserted;
  if (claim.by_inspector || (claim.in_quote && quotes_the_report(claim)) ||
      (claim.strength != Strength::bare && !claim.plain))
    return true;
  const bool weak_label = claim.label && claim.strength == Strength::bare;
  if ((claim.plain || weak_label) && !tells_of_inspection_ && !is_formula(claim)) return false;
  if (claim.strength == Strength::bare && claim.in_quote) return false;
  // "Our leadership requires improvement": nobody says so of himself who was not told.
  return !claim.plain || (speaks_for_the_body(claim) && claim.strength != Strength::bare) ||
         !(claim.in_quote || is_personal(claim));
}

/// Whether anything but plain words says that somebody was inspected: an inspectorate, an inspection, a word of
/// grading.
bool Firmness::tells_of_inspection(const std::vector<Claim>& claims) const {
  return passage_.signs.tell_of_inspection() ||
         std::any_of(claims.begin(), claims.end(),
                     [](const Claim& claim) { return !claim.plain && claim.strength >= Strength::marked; }) ||
         grades_a_whole_set(claims);
}

/// "The report says that the force is “good at A”"
bool Firmness::quotes_the_report(const Claim& claim) const {
  const std::span<const Token> tokens = passage_.blocks[claim.block].tokens;
  for (std::uint32_t at = claim.grade->first; at-- > claim.sentence_first + 1;) {
    if (tokens[at].is(word_class::speech)) return tokens[at - 1].is(word_class::inspector);
  }
  return false;
}

bool Firmness::speaks_for_the_body(const Claim& claim) const {
  const std::span<const Token> tokens = passage_.blocks[claim.block].tokens;
  const auto sentence = tokens.subspan(claim.sentence_first, claim.sentence_last - claim.sentence_first);
  return std::any_of(sentence.begin(), sentence.end(),
                     [](const Token& token) { return among<"we", "our", "us">(token.id); });
}

/// "I read that the hospital is good. It is not.": one person's words, outside quotations. "I am glad to report" is
/// the inspector.
bool Firmness::is_personal(const Claim& claim) {
  const std::span<const Token> tokens = passage_.blocks[claim.block].tokens;
  const auto sentence = tokens.subspan(claim.sentence_first, claim.sentence_last - claim.sentence_first);
  if (std::any_of(sentence.begin(), sentence.end(), [](const Token& token) { return token.is(word_class::inspector); }))
    return false;
  if (last_asked_ != claim.block) {
    last_asked_ = claim.block;
    // "I am glad that A was judged outstanding. B is good.": the second goes with the first.
    last_is_personal_ = speaks_as_one(tokens) && std::none_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
                          return other.block == claim.block && !other.plain && !other.in_quote &&
                                 other.scope == Scope::area && other.strength >= Strength::marked;
                        });
  }
  return last_is_personal_;
}

}  // namespace pressmark::inspection
