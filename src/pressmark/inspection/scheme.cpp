// Weighs the signs for each scale.
#include "pressmark/inspection/scheme.h"

#include <algorithm>
#include <bit>
#include <span>

#include "pressmark/inspection/grammar.h"
#include "pressmark/text/flags.h"
#include "pressmark/text/limits.h"

namespace pressmark::inspection {
namespace {

// Weights. A named body is enough; areas alone need two of them in the scheme's own words.
constexpr int fewest_strong_areas = 4;  // that tell a scheme beside one that is named
constexpr double named_weight = 4;
constexpr double hint_weight = 4;
constexpr double strong_area_weight = 1.5;
constexpr double further_area_weight = 0.5;  // beyond five
constexpr double weak_area_weight = 0.4;
constexpr double cue_weight = 0.5;
constexpr double of_councils_alone_weight = -0.2;
constexpr double missing_grade_weight = -3;
constexpr double covered_weight = 2;
constexpr double not_covered_weight = -20;
constexpr double past_years_weight = -1.5;  // the text tells of years before the scheme
constexpr double later_years_weight = -3;   // … after it
constexpr double wrong_name_weight = -4;
constexpr double whole_set_weight = 3;  // a good part of the scheme's areas, each by its own name
constexpr double unmentioned_weight = -0.3;
constexpr double long_ago_weight = -4;
constexpr double threshold = 3;

constexpr Day long_ago = 20120101;
constexpr Day first_day_of_his_majesty = 20220908;
constexpr Day first_day_of_hmicfrs = 20170719;

std::optional<Day> last_day(const Scale& scale) { return read_day(scale.to); }
Day first_day(const Scale& scale) { return read_day(scale.from).value_or(0); }

double by_name(const SchemeSigns& signs, const Scale& scale) {
  if (signs.his_majesty && last_day(scale) && *last_day(scale) < first_day_of_his_majesty / 100 * 100)
    return wrong_name_weight;
  if (scale.inspectorate != "HMICFRS") return 0;
  if (signs.her_majesty && !signs.his_majesty && first_day(scale) > first_day_of_his_majesty) return wrong_name_weight;
  if (signs.hmic && !signs.hmicfrs && first_day(scale) > first_day_of_hmicfrs) return wrong_name_weight;
  return 0;
}

double by_date(const SchemeSigns& signs, const Scale& scale, std::optional<Day> published) {
  if (published) return covers(scale, *published) ? covered_weight : not_covered_weight;
  if (signs.years.empty()) return 0;
  const int newest = *std::max_element(signs.years.begin(), signs.years.end());
  // Years before the name that the text uses are history.
  if (signs.his_majesty && newest < first_day_of_his_majesty / 10000) return 0;
  if (covers(scale, newest * 10000)) return covered_weight / 2;
  return newest * 10000 < first_day(scale) ? past_years_weight : later_years_weight;
}

/// "Safe:" and "| Safe |": an area at the head of a line or cell, with nothing after it but a mark.
bool is_label(const Block& block, const Mention& area) {
  const Token& first = block.tokens[area.first];
  const bool heads = area.first == 0 || first.line_start || block.tokens[area.first - 1].mark == Mark::pipe ||
                     block.tokens[area.first - 1].mark == Mark::bullet;
  if (!heads || area.last >= block.tokens.size()) return false;
  const Token& next = block.tokens[area.last];
  return next.line_start || next.is(Mark::colon) || next.is(Mark::dash) || next.is(Mark::pipe);
}

/// "The Elm Cafe, 3 Pier Road | Pass", and "Pass" as a line of its own above "The Elm Cafe, 3 Pier Road".
bool is_result_of_premises(const Passage& passage, const Block& block, const Mention& grade) {
  constexpr std::size_t longest = 16;  // tokens of an entry
  const bool alone = grade.last - grade.first == block.tokens.size();
  if (!alone && (grade.first == 0 || !block.tokens[grade.first - 1].is(Mark::pipe))) return false;
  const Block* listed = &block + (alone ? 1 : 0);
  if (listed == passage.blocks.data() + passage.blocks.size()) return false;
  const std::size_t end = alone ? std::min(longest, listed->tokens.size()) : grade.first;
  const std::span<const Token> entry = listed->tokens.first(end).last(std::min(longest, end));
  for (std::size_t at = 2; at < entry.size(); ++at) {
    if (entry[at - 2].is(Mark::comma) && entry[at - 1].is(Mark::number) && entry[at].capital) return true;
  }
  return false;
}

/// "rated Hill School good", "judged the quality of education at the school good"
bool has_verb_before(std::span<const Token> before) {
  constexpr std::size_t longest = 8;
  for (std::size_t back = 1; back <= std::min(longest, before.size()); ++back) {
    const Token& token = before[before.size() - back];
    if (!token.is(Mark::word)) return false;
    if (token.is(word_class::judge)) return true;
  }
  return false;
}

bool is_our_name(const Block& block, std::uint32_t at) {
  return std::any_of(block.signs.begin(), block.signs.end(), [&](const Mention& sign) {
    return sign.first <= at && at < sign.last &&
           std::any_of(sign.meanings().begin(), sign.meanings().end(),
                       [](const Meaning& meaning) { return meaning.kind == PhraseKind::body; });
  });
}

/// "the Independent Schools Inspectorate": an inspectorate by its name, and none of ours.
bool names_another(const Passage& passage) {
  for (const Block& block : passage.blocks) {
    for (std::uint32_t at = 1; at < block.tokens.size(); ++at) {
      const Token& token = block.tokens[at];
      if (token.id == "inspectorate" && token.capital && block.tokens[at - 1].capital && !is_our_name(block, at))
        return true;
    }
  }
  return false;
}

/// Areas or grades of one scale, a bit for each.
using Items = std::uint64_t;
static_assert(limits::max_scale_areas <= 64 && limits::max_scale_grades <= 64);
void set(Items& items, std::uint8_t item) { items |= Items{1} << item; }
int count_of(Items items) { return std::popcount(items); }

/// What the text says of one scale.
struct Said {
  Items strong = 0, weak = 0;  // areas by names of their own, and by ordinary words
  Items labels = 0;            // grades that head a label
  Items labelled_areas = 0;
  Items own_grades = 0;  // by words that no other inspectorate has: "not sufficiently good"
};

void note_own_words(const Mention& grade, std::span<const Scale> scales, std::vector<Said>& said) {
  std::string_view inspectorate;
  for (const Meaning& meaning : grade.meanings()) {
    if (meaning.kind != PhraseKind::grade) continue;
    if (!inspectorate.empty() && inspectorate != scales[meaning.scale].inspectorate) return;
    inspectorate = scales[meaning.scale].inspectorate;
  }
  for (const Meaning& meaning : grade.meanings()) {
    if (meaning.kind == PhraseKind::grade) set(said[meaning.scale].own_grades, meaning.item);
  }
}

/// One inspectorate looks at one text's subject under one scheme: of its scales only the best stays, with the scales
/// that go with it (safeguarding stands beside the report card).
/// A scheme that no longer gives grades goes before those that ended before the newest year of the text.
void keep_best_of_each_inspectorate(Scheme& scheme, std::span<const Scale> scales, const std::vector<int>& years) {
  const Day newest = years.empty() ? 0 : *std::max_element(years.begin(), years.end()) * 10000;
  const auto has_ended = [&](const Scale& scale, const Scale& next) {
    return next.grades.empty() && newest > first_day(next) && !covers(scale, newest);
  };
  for (std::size_t at = 0; at < scales.size(); ++at) {
    if (!contains(scheme.likely, at)) continue;
    for (std::size_t other = 0; other < scales.size(); ++other) {
      if (other == at || !contains(scheme.likely, other)) continue;
      const Scale& one = scales[at];
      const Scale& two = scales[other];
      const bool companions = one.grades.size() == 2 || two.grades.size() == 2;
      if (one.inspectorate != two.inspectorate || companions) continue;
      if (has_ended(one, two)) scheme.likely &= ~(ScaleSet{1} << at);
      if (has_ended(one, two) || has_ended(two, one)) continue;
      // Between equals, the scheme in use now.
      const bool later = first_day(one) >= first_day(two);
      if (scheme.score[at] > scheme.score[other] || (scheme.score[at] == scheme.score[other] && later))
        scheme.likely &= ~(ScaleSet{1} << other);
    }
  }
}

}  // namespace

Scheme recognise_scheme(const Passage& passage, ScaleSet hinted, std::optional<Day> published,
                        const Catalogue& catalogue) {
  const std::span<const Scale> scales = catalogue.scales();
  const std::size_t count = scales.size();
  std::vector<Said> said(count);
  std::vector<const Ending*> grade_words;  // each once
  // A text says the same words again and again.
  text::Flags seen_area(catalogue.lexicon().ending_count()), seen_grade(seen_area.size());
  const auto first_time = [&](text::Flags& seen, const Ending* ending) {
    const std::size_t index = catalogue.lexicon().index_of(*ending);
    const bool known = seen[index];
    seen[index] = true;
    return !known;
  };
  for (const Block& block : passage.blocks) {
    Mention around;  // the longest area so far: what stands inside of it, "anti-social behaviour", is none of its own
    for (const Mention& area : block.hits) {
      if (!area.ending->named_area) continue;
      if (area.first > around.first && area.last <= around.last) continue;
      if (area.last >= around.last) around = area;
      if (is_label(block, area)) {
        for (const Meaning& meaning : area.meanings()) {
          if (meaning.kind == PhraseKind::area && meaning.item != the_whole)
            set(said[meaning.scale].labelled_areas, meaning.item);
        }
      }
      if (!first_time(seen_area, area.ending)) continue;
      for (const Meaning& meaning : area.meanings()) {
        if (meaning.kind != PhraseKind::area || meaning.item == the_whole) continue;
        const bool former = scales[meaning.scale].areas[meaning.item].former;
        Said& of_scale = said[meaning.scale];
        set(meaning.weak || former ? of_scale.weak : of_scale.strong, meaning.item);
      }
    }
    for (const Mention& grade : block.grades) {
      const Token& token = block.tokens[grade.first];
      const Token* next = grade.last < block.tokens.size() ? &block.tokens[grade.last] : nullptr;
      const Token* before = grade.first > 0 ? &block.tokens[grade.first - 1] : nullptr;
      const bool leads = next && next->is(Mark::colon);
      if (leads || is_result_of_premises(passage, block, grade)) {
        for (const Meaning& meaning : grade.meanings()) {
          if (meaning.kind == PhraseKind::grade && (leads || scales[meaning.scale].grades.size() == 2))
            set(said[meaning.scale].labels, meaning.item);
        }
      }
      if (grade.last - grade.first > 1) note_own_words(grade, scales, said);
      const bool quoted = before && before->is(Mark::quote);
      // "its good rating", "its good Ofsted rating"
      const bool noun =
          next && (next->is(word_class::rating) || (next->capital && grade.last + 1 < block.tokens.size() &&
                                                    block.tokens[grade.last + 1].is(word_class::rating)));
      const bool judged = before && (before->is(word_class::seem | word_class::be | word_class::now) ||
                                     has_verb_before(block.tokens.first(grade.first)));
      if ((quoted || token.capital || noun || judged || grade.last - grade.first > 1) &&
          first_time(seen_grade, grade.ending))
        grade_words.push_back(grade.ending);
    }
  }
  Scheme scheme;
  ScaleSet unnamed = 0;
  ScaleSet spelt_out = 0;  // … but so many of its areas are that nothing else is meant
  bool any_named = false;
  scheme.score.resize(count, 0);
  for (std::size_t at = 0; at < count; ++at) {
    const Scale& scale = scales[at];
    const bool named = passage.signs.named[at] > 0;
    const bool assumed = contains(hinted, at);
    const int cues = passage.signs.cued[at];
    const bool spoken_of = passage.signs.inspections > 0;
    const int strong = count_of(said[at].strong);
    const int weak = count_of(said[at].weak);
    const bool inspected = spoken_of && ((cues >= 2 && strong > 0) || cues >= 3);
    const bool own_words = count_of(said[at].own_grades) >= 2 && strong + weak >= 2 && cues > 0;
    const int labels = count_of(said[at].labels);
    const bool labelled = labels >= 2 && (cues >= 2 || (cues > 0 && labels == static_cast<int>(scale.grades.size())));
    const bool all_labelled = count_of(said[at].labelled_areas) >= (cues > 0 ? 4 : 5);
    bool whole_set = strong + weak >= 4 && spoken_of;
    if (!named && !assumed && strong < 2 && !inspected && !labelled && !whole_set && !all_labelled && !own_words)
      continue;
    const auto missing = static_cast<double>(std::count_if(
        grade_words.begin(), grade_words.end(), [&](const Ending* ending) { return !contains(ending->grades, at); }));
    whole_set = whole_set || (all_labelled && missing == 0);
    const bool evident = named || assumed || strong >= 2 || inspected || labelled || whole_set || own_words;
    if (!evident) continue;
    double score = 0;
    if (named) score += named_weight + std::min(passage.signs.named[at], 20) * 0.15;
    if (assumed) score += hint_weight;
    score += strong_area_weight * std::min(strong, 5) + further_area_weight * std::max(strong - 5, 0);
    score += weak_area_weight * std::min(weak, 5);
    score += cue_weight * std::min(cues, 4);
    // "Elm Academy is rated good. The council was pleased."
    if (cues > 0 && cues == passage.signs.councils[at]) score += of_councils_alone_weight;
    // A scheme with a name of its own is seldom meant where neither that nor its subject comes up.
    if (!scale.programmes.empty() && cues == 0) score += unmentioned_weight;
    // Nor is one that ended long ago in a text without a year.
    if (passage.signs.years.empty() && !published && last_day(scale) && *last_day(scale) < long_ago && cues == 0)
      score += long_ago_weight;
    score += by_name(passage.signs, scale) + by_date(passage.signs, scale, published);
    if (whole_set || labelled || own_words) score += whole_set_weight;
    const bool enough = score >= threshold;
    scheme.score[at] = score + missing_grade_weight * std::min(missing, 2.0);
    if (named && enough) any_named = true;
    if (enough && !named && !assumed) unnamed |= ScaleSet{1} << at;
    // "Pass: …" and "Improvement required: …" are the two grades of one scheme.
    const bool of_two = labelled && scale.grades.size() == 2;
    if (strong >= fewest_strong_areas || of_two) spelt_out |= ScaleSet{1} << at;
    if (enough) scheme.likely |= ScaleSet{1} << at;
  }
  // Where the text names its inspectorate, hints of another are no evidence.
  if (any_named || (unnamed != 0 && names_another(passage))) scheme.likely &= ~(unnamed & ~spelt_out);
  keep_best_of_each_inspectorate(scheme, scales, passage.signs.years);
  // "Safeguarding: met" stands beside the report card, whose words alone tell the scheme.
  for (std::size_t at = 0; at < count; ++at) {
    if (contains(scheme.likely, at) || scales[at].grades.size() != 2 || said[at].strong + said[at].weak == 0) continue;
    for (std::size_t other = 0; other < count; ++other) {
      if (!contains(scheme.likely, other) || scales[other].inspectorate != scales[at].inspectorate ||
          first_day(scales[other]) != first_day(scales[at]))
        continue;
      scheme.likely |= ScaleSet{1} << at;
      scheme.score[at] = threshold;
      break;
    }
  }
  return scheme;
}

}  // namespace pressmark::inspection
