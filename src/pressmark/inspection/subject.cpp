// Finds names by their capitals.
#include "pressmark/inspection/subject.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

constexpr std::uint32_t longest_name = 10;

bool is_inspectorate(const Block& block, std::uint32_t token) {
  const auto sign = std::upper_bound(block.signs.begin(), block.signs.end(), token,
                                     [](std::uint32_t at, const Mention& mention) { return at < mention.last; });
  if (sign == block.signs.end() || token < sign->first) return false;
  return std::any_of(sign->meanings().begin(), sign->meanings().end(),
                     [](const Meaning& meaning) { return meaning.kind != PhraseKind::cue; });
}

/// A word that can stand in a name.
bool is_core(const Block& block, std::uint32_t at) {
  const Token& token = block.tokens[at];
  if (!token.is(Mark::word) || !token.capital ||
      token.is(be | month | pronoun | first_person | determiner | link | relative | condition | overall | inspection))
    return false;
  return !overlaps(block.grades, at, at + 1) && !is_inspectorate(block, at) &&
         !among<"here", "there", "round", "like">(token.id);
}

/// "But Elm House", "Meanwhile the Elm Tree", "Staff at Elm House": the first word is none of the name.
bool leads_up(const Block& block, std::uint32_t at, bool first) {
  const Token& next = block.tokens[at + 1];
  return block.tokens[at].is(contrast | how | including | other | conjunction_and | reason) ||
         (first && next.id == "the" && !next.capital) ||
         (next.is(link) &&
          among<"staff", "leaders", "parents", "pupils", "everyone", "residents">(block.tokens[at].id));
}

/// "ZZ1 2XY"
bool is_postcode(const Block& block, std::uint32_t at) {
  return at + 1 < block.tokens.size() && block.tokens[at].is(Mark::word) && block.tokens[at + 1].is(Mark::number) &&
         !block.tokens[at + 1].space_before;
}

/// "category B", "ZZ1 2XY", "Saltby ZZ1 2XY", "Her Majesty's Inspectorate", "A FIRE brigade": no body of these is
/// graded, or none is named.
bool is_of_nobody(const Block& block, NameRun run) {
  const Token& only = block.tokens[run.first];
  if (run.last == run.first + 1 &&
      ((only.node == only.end_node && only.to - only.from < 3) || among<"majesty", "fire">(only.id)))
    return true;
  return is_postcode(block, run.last - 1) ||
         (run.last < block.tokens.size() && block.tokens[run.last].is(Mark::comma) && is_postcode(block, run.last + 1));
}

bool is_plain(const Token& token) { return token.word->classes == 0; }

bool connects(const Block& block, std::uint32_t at) {
  const Token& token = block.tokens[at];
  // "Ysgol Pont yr Odyn", "Tigh na Beithe", "Laird o' Elm"
  const bool links =
      token.is(conjunction_and | other_preposition | determiner | link) || among<"y", "yr", "ar", "na", "o">(token.id);
  return token.is(Mark::word) && !token.capital && links && !token.is(before);
}

/// "Effectiveness" in "ELMSHIRE   Effectiveness: good"
bool begins_label(const Block& block, std::uint32_t at) {
  const Mention* const area = mention_at(block.areas, at);
  return area && area->last < block.tokens.size() && block.tokens[area->last].is(Mark::colon);
}

bool title_case(const Block& block, std::uint32_t first, std::uint32_t last) {
  // "North Fell and Carr Vale Police" is a name however long.
  while (last > first && block.tokens[last - 1].is(Mark::quote)) --last;
  if (last > first && (block.tokens[last - 1].is(body_noun) || block.tokens[last - 1].id == "police") &&
      std::none_of(block.tokens.begin() + first, block.tokens.begin() + last,
                   [](const Token& token) { return token.is(judge | give | be | link | relative); }))
    return false;
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t at = first; at < last; ++at) {
    if (!block.tokens[at].is(Mark::word)) continue;
    ++words;
    if (block.tokens[at].capital) ++capitals;
    if (!block.tokens[at].capital && block.tokens[at].is(judge | give | be)) return false;  // a headline's verb has one
  }
  return words > 5 && capitals * 10 > words * 7;
}

}  // namespace

std::vector<NameRun> name_runs(const Block& block, std::uint32_t first, std::uint32_t last, bool opening) {
  std::vector<NameRun> runs;
  if (!opening && title_case(block, first, last)) return runs;
  for (std::uint32_t at = first; at < last;) {
    if (!is_core(block, at) || (at + 1 < last && leads_up(block, at, at == first && !opening))) {
      ++at;
      continue;
    }
    std::uint32_t end = at + 1;
    bool plain = is_plain(block.tokens[at]);
    // "**1. Elm House, Station Road**", and below it "Elm House was rated …"
    const auto is_parted = [&](std::uint32_t next) {
      return block.tokens[next].line_start && block.tokens[next].strong != block.tokens[next - 1].strong;
    };
    while (end < last && end - at < longest_name && !begins_label(block, end) && !is_parted(end)) {
      if (is_core(block, end)) {
        plain = plain || is_plain(block.tokens[end]);
        ++end;
      } else if (connects(block, end) && end + 1 < last && is_core(block, end + 1) && end > at) {
        ++end;
      } else {
        break;
      }
    }
    const Token* after = end < last ? &block.tokens[end] : nullptr;
    // "Relationships were good": many things, and no body.
    const bool many = after && among<"are", "were", "have">(after->id);
    const bool verb_follows = after && !many && (after->is(Mark::comma) || after->is(be | have | judge));
    const bool alone_at_head = end == at + 1 && at == first && !opening && !verb_follows;
    // "Three are good", "Members will recall"
    const bool figure = end == at + 1 && (block.tokens[at].number >= 0 || (after && after->is(modal)));
    if (plain && !alone_at_head && !figure && !is_of_nobody(block, {at, end})) runs.push_back({at, end});
    at = end;
  }
  return runs;
}

bool heads(const Block& block, std::uint32_t first, NameRun run) {
  if (run.first <= first + 1) return true;
  return run.first <= first + 3 &&
         std::all_of(block.tokens.begin() + first, block.tokens.begin() + run.first, [](const Token& token) {
           return token.is(Mark::number) || token.number >= 0 || token.is(determiner | abbreviation) ||
                  token.is(Mark::bullet) || token.is(Mark::quote);
         });
}

/// "Gilded Pear, 14 Market Row, Osterby, scored 5", "Osprey Lodge, a home in Wexcombe, was rated good": what stands
/// between the name and the verb of the grade tells where it is.
static bool has_address(const Block& block, std::uint32_t first, NameRun run, std::uint32_t grade) {
  constexpr std::uint64_t verbs = judge | give | be | have | keep | move;
  std::uint32_t end = run.last;
  const Token& next = block.tokens[end];
  if (!heads(block, first, run) || !(next.is(Mark::comma) || next.is(link | other_preposition))) return false;
  while (end < grade && (block.tokens[end].is(Mark::comma) || block.tokens[end].is(Mark::number) ||
                         (block.tokens[end].is(Mark::word) &&
                          !block.tokens[end].is(verbs | conjunction_and | relative | contrast | speech))))
    ++end;
  if (end == grade) return false;
  if (block.tokens[end].is(Mark::colon)) return true;
  while (end < grade &&
         (block.tokens[end].is(verbs | seem | determiner | now | adverb | grade_noun | other_preposition | top) ||
          block.tokens[end].is(Mark::quote) || among<"food", "hygiene">(block.tokens[end].id)))
    ++end;
  return end == grade || block.tokens[end].number == 1;  // "is one of a handful with an Outstanding rating"
}

/// "in Mill Road, Skelby", "Elm House in Mill Road, Skelby": the place of a place.
static bool is_further_place(const Block& block, std::span<const NameRun> runs, std::size_t at) {
  for (; at > 0 && runs[at - 1].last + 1 == runs[at].first && block.tokens[runs[at - 1].last].is(Mark::comma); --at) {
    std::uint32_t place = runs[at - 1].first;
    if (std::any_of(block.tokens.begin() + place, block.tokens.begin() + runs[at - 1].last,
                    [](const Token& token) { return token.id == "in"; }))
      return true;
    if (place > 1 && block.tokens[place - 1].is(determiner)) --place;
    if (place > 0 && (block.tokens[place - 1].is(link) || block.tokens[place - 1].is(Mark::number))) return true;
  }
  return false;
}

bool speaks(const Block& block, std::uint32_t first, NameRun run, std::uint32_t end) {
  std::uint32_t at = run.last;
  if (at < end && block.tokens[at].is(Mark::comma) && heads(block, first, run)) {
    constexpr auto ends = speech | judge | give | be | have | keep | move | requires_verb | relative;
    bool placed = false;
    for (; at + 1 < end && !block.tokens[at].is(ends) && !block.tokens[at].is(Mark::quote); ++at) {
      placed = placed || block.tokens[at].is(link | other_preposition);
      // "Elm House, a care home in Fellmarsh, said"
      const Token& next = block.tokens[at + 1];
      if (!placed && block.tokens[at].is(body_noun) && (next.is(Mark::comma) || next.is(link | other_preposition)))
        return false;
    }
  }
  return at < end && block.tokens[at].is(speech);
}

NameRun name_before(const Block& block, std::uint32_t sentence_first, std::uint32_t token) {
  const std::vector<NameRun> runs = name_runs(block, sentence_first, token, false);
  // "Unlike Elm House, …"
  const auto is_compared = [&](NameRun run) {
    return run.first > sentence_first && among<"unlike", "like">(block.tokens[run.first - 1].id);
  };
  if (!runs.empty() && !is_compared(runs.front()) && has_address(block, sentence_first, runs.front(), token))
    return runs.front();
  for (std::size_t at = runs.size(); at-- > 0;) {
    const NameRun run = runs[at];
    // "Severn Holme Probation Delivery Unit (PDU)", "Wayfarer Care (Sallow branch)"
    if (at > 0 && runs[at - 1].last + 1 == run.first && block.tokens[run.first - 1].is(Mark::open)) continue;
    const Token* before = run.first > sentence_first ? &block.tokens[run.first - 1] : nullptr;
    if (run.first > sentence_first + 1 && before->is(determiner) && before[-1].is(link)) --before;
    // "headteacher Jane Doe" is a person, "in Fellmarsh" and "in the Market Place" are places.
    // "the much smaller Elm Hospital", "Elsewhere in the region Elm Vale Police"
    const Token& end = block.tokens[run.last - 1];
    const bool of_body =
        among<"police", "constabulary">(end.id) || block.tokens[run.first].id == "ysgol" ||
        (end.is(body_noun) && run.first > sentence_first + 1 && before[-1].is(determiner | intensifier));
    // "at Elm Junction, a takeaway in …"
    const bool apposed = run.last + 2 < token && block.tokens[run.last].is(Mark::comma) &&
                         block.tokens[run.last + 1].is(determiner) && block.tokens[run.last + 2].is(body_noun);
    // "The overall rating for Elm House has …", "Surgery at Elm Hospital has …"
    const auto lead = static_cast<std::uint32_t>(before ? before - block.tokens.data() : 0);
    const bool rated = lead > sentence_first && before->is(link) &&
                       (before[-1].is(rating) || (before->id == "at" && overlaps(block.areas, lead - 1, lead)));
    const bool titled = before && before->is(Mark::word) &&
                        ((is_plain(*before) && !of_body) || (before->is(link) && !apposed && !rated));
    // "two of Larchshire's hospitals", "the trust that runs Elm and Norley hospitals has …"
    const Token& next = block.tokens[std::min(run.last + 1, token)];
    const bool has_verb =
        next.is(Mark::quote) || among<"are", "were", "have", "both", "all", "require", "told">(next.id);
    const bool owner = run.last + 1 < token && block.tokens[run.last].is(bodies_noun) &&
                       !block.tokens[run.last].capital && (block.tokens[run.last - 1].possessive || !has_verb);
    // "at 14 Mill Street"
    const bool placed = run.first > sentence_first + 1 &&
                        (block.tokens[run.first - 1].is(Mark::number) || is_further_place(block, runs, at));
    // "Elm Lodge, which is run by Brightcare Ltd, …", "…, whose manager is Jane Doe, …"
    const bool runs_it = before && (before->id == "by" ||
                                    (before->is(be) && run.first > sentence_first + 3 && before[-2].id == "whose"));
    // "…, once known as Little Acorns, …"
    const bool former = before && before->id == "as" && run.first > sentence_first + 2 && before[-1].id == "known";
    // "Angen gwella / Requires improvement"
    std::uint32_t slash = run.last;
    while (slash < token && block.tokens[slash].is(Mark::word)) ++slash;
    const bool translated = slash + 1 == token && block.tokens[slash].is(Mark::slash);
    // "Environment (Amgylchedd): good"
    const bool of_area = before && before->is(Mark::open) && run.last == run.first + 1 &&
                         run.first > sentence_first + 1 && overlaps(block.areas, run.first - 2, run.first - 1);
    const bool speaker = !apposed && speaks(block, sentence_first, run, token);
    if (speaker || titled || owner || placed || runs_it || former || is_compared(run) || translated || of_area)
      continue;
    // "the Thornaby Road school"
    const Token& noun = block.tokens[run.last];
    const bool by_place = before && before->is(determiner) && noun.is(body_noun) && !noun.capital;
    return {run.first, by_place ? run.last + 1 : run.last};
  }
  return {};
}

NameRun nursery_at(const Block& block, std::uint32_t at, std::uint32_t end) {
  const bool is_class = at + 1 < end && block.tokens[at].id == "nursery" && block.tokens[at + 1].id == "class";
  return is_class ? NameRun{at, at + 2} : NameRun{};
}

std::string words_of(const markdown::Document& document, const Block& block, NameRun run) {
  std::string words;
  for (std::uint32_t at = run.first; at < run.last; ++at) {
    const Token& token = block.tokens[at];
    if (!words.empty()) words += token.space_before ? " " : (token.is(Mark::word) ? "-" : "");
    const std::string_view text = document[token.node].text;
    std::string_view word =
        token.node == token.end_node ? text.substr(token.from, token.to - token.from) : text.substr(token.from);
    // The name of "Tansy Court's rating" is Tansy Court, but that of "St Mary's: good" is St Mary's.
    const bool owns = token.possessive && run.last < block.tokens.size() && block.tokens[run.last].is(Mark::word);
    if (owns && at + 1 == run.last)
      word = word.substr(0, word.find_last_of("'\u2019") == std::string_view::npos ? word.size() : word.size() - 1);
    words += word;
    if (token.node != token.end_node) words += document[token.end_node].text.substr(0, token.to);
  }
  for (const std::string_view apostrophe : {"'", "\u2019"}) {
    if (std::string_view(words).ends_with(apostrophe)) words.resize(words.size() - apostrophe.size());
  }
  return words;
}

}  // namespace pressmark::inspection
