// Walks the trie of phrases over the tokens.
#include "pressmark/inspection/phrases.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pressmark/inspection/figures.h"
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

constexpr std::size_t longest_phrase = 40;  // tokens
/// Ways to read the words so far. Words that may be skipped multiply them; real phrases have a handful.
constexpr std::size_t most_paths = 12;

}  // namespace

void PhraseWalker::walk(std::span<const Token> tokens, std::span<const std::uint32_t> heads,
                        std::vector<Mention>& hits) {
  for (const std::uint32_t head : heads) walk_from(tokens, head, hits);
}

void PhraseWalker::walk_from(std::span<const Token> tokens, std::size_t start, std::vector<Mention>& hits) {
  const Word& head = *tokens[start].word;
  const auto first = static_cast<std::uint32_t>(start);
  Ways ways[2];
  Ways* active = &ways[0];
  Ways* next = &ways[1];
  std::uint64_t followers = 0;
  for (const std::uint32_t node : {head.phrases, head.stem_phrases}) {
    if (node == 0) continue;
    const Ending& ending = lexicon_.ending_at(node);
    if (ending.any() != 0) hits.push_back({first, first + 1, &ending});
    followers |= ending.followers;
    active->add(node);
  }
  const std::size_t limit = std::min(tokens.size(), start + longest_phrase);
  if (followers == 0 || start + 1 == limit) return;
  // Most words are followed by one that leads nowhere: without this look a tenth more of the time went by in here.
  const Token& second = tokens[start + 1];
  if (second.is(Mark::word) && !second.is(word_class::skip) &&
      (followers & (Lexicon::bit_of(second.id) | Lexicon::bit_of(second.word->stem))) == 0)
    return;
  for (std::size_t at = start + 1; at < limit; ++at) {
    const Token& token = tokens[at];
    next->count = 0;
    go_on(token, *active, *next);
    // "preventing crime, and anti-social behaviour"
    if (token.is(Mark::comma) && at + 1 < limit && tokens[at + 1].is(word_class::conjunction_and)) {
      for (std::size_t way = 0; way < active->count && next->count < most_paths; ++way) next->add(active->nodes[way]);
    }
    if (next->count == 0) return;
    if (!token.is(Mark::quote) && !token.is(Mark::comma)) {
      const bool skipped = token.is(word_class::skip);
      for (const std::uint32_t node : next->all()) {
        const Ending& ending = lexicon_.ending_at(node);
        if (ending.any() == 0 || (skipped && !ends_here(node, token, *active))) continue;
        hits.push_back({first, static_cast<std::uint32_t>(at + 1), &ending});
      }
    }
    std::swap(active, next);
  }
}

void PhraseWalker::go_on(const Token& token, const Ways& active, Ways& next) const {
  for (const std::uint32_t node : active.all()) {
    if (next.count >= most_paths) break;
    const std::uint64_t followers = lexicon_.ending_at(node).followers;
    const auto step = [&](WordId word) {
      if ((followers & Lexicon::bit_of(word)) == 0) return;
      if (const std::uint32_t reached = lexicon_.step(node, word)) next.add(reached);
    };
    if (token.mark == Mark::word || token.mark == Mark::number) {
      const Word& word = *token.word;
      step(word.id);
      if (word.stem != word.id) step(word.stem);
      if (token.is(word_class::skip) && !token.possessive) next.add(node);
    } else if (token.mark == Mark::comma) {
      step(Lexicon::comma);
    } else if (token.mark == Mark::quote && !token.space_before) {
      next.add(node);  // "learners’ experiences"
    }
  }
}

/// A word that may be skipped ends a phrase only where the phrase really ends with it.
bool PhraseWalker::ends_here(std::uint32_t node, const Token& token, const Ways& before) const {
  return std::any_of(before.all().begin(), before.all().end(), [&](std::uint32_t from) {
    return lexicon_.step(from, token.word->id) == node || lexicon_.step(from, token.word->stem) == node;
  });
}

bool names_inspectorate(const Mention& sign) {
  return std::any_of(sign.meanings().begin(), sign.meanings().end(), [](const Meaning& meaning) {
    return meaning.kind == PhraseKind::body || meaning.kind == PhraseKind::nickname;
  });
}

void PhraseFinder::find(std::span<const Token> tokens, std::span<const Mention> hits,
                        std::span<const std::uint32_t> numbers, ScaleSet allowed) {
  grades.clear();
  areas.clear();
  signs.clear();
  never_.clear();
  std::size_t grade_end = 0;
  std::size_t area_end = 0;
  std::size_t sign_end = 0;
  for (std::size_t at = 0; at < hits.size();) {
    const std::uint32_t first = hits[at].first;
    // The longest of each kind that begins here is the last.
    const Mention* grade = nullptr;
    const Mention* area = nullptr;
    const Mention* sign = nullptr;
    for (; at < hits.size() && hits[at].first == first; ++at) {
      const Mention& hit = hits[at];
      if (hit.ending->grades & allowed) grade = &hit;
      if (hit.ending->areas & allowed) area = &hit;
      if (hit.ending->signs & allowed) sign = &hit;
      if (hit.ending->nevers & allowed) never_.push_back(hit);
    }
    const Ending* const behind = at < hits.size() && hits[at].first == first + 1 ? hits[at].ending : nullptr;
    const bool alone = !behind || ((behind->grades | behind->areas) & allowed) == 0 || tokens[first + 1].id == "care";
    if (alone && begins_name(tokens, first, area_end)) {
      if (grade && grade->last == first + 1) grade = nullptr;
      if (area && area->last == first + 1) area = nullptr;
    }
    const std::size_t behind_grade = grade_end;
    if (grade && first >= grade_end) {
      grades.push_back(*grade);
      grade_end = grade->last;
    }
    // "Surgery Outstanding Maternity Good Overall Requires improvement": flattened, an area begins behind each grade.
    const bool in_row = first > 0 && first == behind_grade && tokens[first].capital;
    if (area && first >= area_end && !is_plain_overall(tokens, *area, in_row) &&
        (in_row || !is_in_name(tokens, *area))) {
      areas.push_back(*area);
      area_end = area->last;
    }
    if (sign && first >= sign_end) {
      signs.push_back(*sign);
      sign_end = sign->last;
    }
  }
  drop_never();
  drop_verbs(tokens);
  find_numbers(tokens, numbers, allowed);
}

/// "Good Neighbours", "Safe Hands Homecare": a capital and another one on the same line, of a word that is no other
/// matter. Not behind an area or a mark: "Safe: Good Elm Lodge", as one line after another is copied.
bool PhraseFinder::begins_name(std::span<const Token> tokens, std::uint32_t first, std::size_t area_end) {
  if (!tokens[first].capital || first + 1 >= tokens.size() || (first > 0 && first == area_end)) return false;
  const Token& next = tokens[first + 1];
  const bool behind_mark = first > 0 && (tokens[first - 1].is(Mark::colon) || tokens[first - 1].is(Mark::dash) ||
                                         tokens[first - 1].is(Mark::pipe));
  return !behind_mark && next.is(Mark::word) && next.capital && next.space_before && !next.line_start &&
         (next.word->classes == 0 || next.is(word_class::body_noun | word_class::bodies_noun) ||
          among<"hands", "homes", "care">(next.id));
}

/// "Overall" names the whole only as a label: "Overall: Good", "Overall – Good", or alone. Elsewhere it is an adverb.
bool PhraseFinder::is_plain_overall(std::span<const Token> tokens, const Mention& area, bool in_row) const {
  if (area.last - area.first > 1 || !tokens[area.first].is(word_class::overall)) return false;
  if (area.last >= tokens.size()) return area.first > 0;
  const Token& next = tokens[area.last];
  const bool heads_line =
      in_row || area.first == 0 || tokens[area.first].line_start || tokens[area.first - 1].mark != Mark::word;
  const bool on_line = !next.line_start || tokens[area.first].line_start;
  const bool before_grade = next.capital && on_line && next.word->phrases != 0;
  return !heads_line ||
         !(next.is(Mark::colon) || next.is(Mark::dash) || next.is(Mark::pipe) || next.is(Mark::other) || before_grade);
}

/// "Merrowby Surgery": a word that names an area ends the name of a place.
bool PhraseFinder::is_in_name(std::span<const Token> tokens, const Mention& area) {
  if (area.first == 0) return false;
  const Token& token = tokens[area.first];
  const Token& before = tokens[area.first - 1];
  // "Elmfold Sixth Form College"
  if (area.last - area.first > 1)
    return token.capital && before.capital && before.word->classes == 0 && area.last < tokens.size() &&
           tokens[area.last].capital && tokens[area.last].is(word_class::body_noun);
  // "In this respect"
  if (before.is(word_class::determiner) && before.is(word_class::pronoun) && token.id == "respect") return true;
  // "A surgery", "the surgery": the body, not what it does.
  if (token.is(word_class::body_noun) && !token.capital) {
    std::uint32_t first = area.first;  // "a Norley GP surgery"
    while (first > 0 && area.first - first < 4 && tokens[first - 1].is(Mark::word) && !tokens[first - 1].possessive &&
           tokens[first - 1].word->classes == 0)
      --first;
    // "Dr Marlow's surgery", but not "Elm Hospital's surgery"
    if (first > 0 && (among<"a", "the", "our", "your", "this">(tokens[first - 1].id) ||
                      (tokens[first - 1].possessive && !tokens[first - 1].is(word_class::body_noun))))
      return true;
  }
  // "probation services", "the best services"
  if (token.is(word_class::bodies_noun) && before.is(Mark::word) && !token.line_start &&
      ((before.word->classes == 0 && !before.possessive) || before.is(word_class::top | word_class::some)))
    return true;
  const bool plain =
      before.word->classes == 0 || (before.capital && before.is(word_class::hope));  // "Mill Road Surgery"
  if (!before.is(Mark::word) || !plain || token.line_start) return false;
  // "the probation delivery unit"
  const bool of_body = area.last < tokens.size() && tokens[area.last].is(word_class::body_noun);
  return of_body || (token.capital && before.capital && !opens_list(tokens, area));
}

/// "ELMSHIRE   Effectiveness: good; efficiency: outstanding"
bool PhraseFinder::opens_list(std::span<const Token> tokens, const Mention& area) {
  constexpr std::size_t longest_grade = 4;
  if (area.last >= tokens.size() || !tokens[area.last].is(Mark::colon) || tokens[area.first].is(word_class::body_noun))
    return false;
  const auto grade = tokens.subspan(area.last + 1).first(std::min(longest_grade, tokens.size() - area.last - 1));
  return std::any_of(grade.begin(), grade.end(), [](const Token& token) { return token.is(Mark::semicolon); });
}

/// A grade word inside a longer phrase that is never a grade ("good progress") is none.
void PhraseFinder::drop_never() {
  if (never_.empty()) return;
  const auto covered = [&](const Mention& grade) {
    // never_ is ordered by its first tokens, and no phrase is longer than longest_phrase.
    auto never = std::lower_bound(never_.begin(), never_.end(), grade.first,
                                  [](const Mention& hit, std::uint32_t at) { return hit.first + longest_phrase < at; });
    for (; never != never_.end() && never->first <= grade.first; ++never) {
      if (never->last >= grade.last && never->last - never->first > grade.last - grade.first) return true;
    }
    return false;
  };
  grades.erase(std::remove_if(grades.begin(), grades.end(), covered), grades.end());
}

/// "Met the expected standard": the first of two is a verb.
void PhraseFinder::drop_verbs(std::span<const Token> tokens) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < grades.size(); ++at) {
    const bool verb = at + 1 < grades.size() && tokens[grades[at].last].is(word_class::determiner) &&
                      grades[at + 1].first - grades[at].last == (tokens[grades[at].last + 1].is(Mark::quote) ? 2 : 1);
    if (!verb) grades[kept++] = grades[at];
  }
  grades.resize(kept);
}

void PhraseFinder::find_numbers(std::span<const Token> tokens, std::span<const std::uint32_t> numbers,
                                ScaleSet allowed) {
  numbers_.clear();
  std::size_t after = 0;
  for (const std::uint32_t at : numbers) {
    if (at < after) continue;
    const auto [form, end] = read_figure(tokens, at, areas, numbers_);
    // "Quality of teaching: 2", where elsewhere only "grade 2" would be one.
    const bool labelled = form == NumberForm::score && at > 1 && tokens[at - 1].is(Mark::colon) &&
                          overlaps(areas, at - 2, at - 1) && tokens[at].number >= 1 && tokens[at].number <= 4 &&
                          (lexicon_.ending_of_number(form, tokens[at].number).grades & allowed) == 0;
    const Ending& ending = lexicon_.ending_of_number(labelled ? NumberForm::grade : form, tokens[at].number);
    if ((ending.grades & allowed) == 0) continue;
    numbers_.push_back({at, static_cast<std::uint32_t>(end), &ending});
    after = end;
  }
  if (numbers_.empty()) return;
  const auto overlapped = [&](const Mention& number) { return overlaps(grades, number.first, number.last); };
  numbers_.erase(std::remove_if(numbers_.begin(), numbers_.end(), overlapped), numbers_.end());
  std::vector<Mention> merged;
  std::merge(grades.begin(), grades.end(), numbers_.begin(), numbers_.end(), std::back_inserter(merged),
             [](const Mention& one, const Mention& two) { return one.first < two.first; });
  grades.swap(merged);
}

}  // namespace pressmark::inspection
