// Walks the trie of phrases over the tokens.
#include "pressmark/inspection/phrases.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

constexpr std::size_t longest_phrase = 40;  // tokens
/// Ways to read the words so far. Words that may be skipped multiply them; real phrases have a handful.
constexpr std::size_t most_paths = 12;

}  // namespace

bool overlaps(std::span<const Mention> mentions, std::size_t first, std::size_t last) {
  const auto found = std::upper_bound(mentions.begin(), mentions.end(), first,
                                      [](std::size_t at, const Mention& mention) { return at < mention.last; });
  return found != mentions.end() && found->first < last;
}

bool gives_figure(WordId word) { return among<"scored", "graded", "rated", "awarded", "gave", "handed">(word); }

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
    if (grade && first >= grade_end) {
      grades.push_back(*grade);
      grade_end = grade->last;
    }
    if (area && first >= area_end && !is_plain_overall(tokens, *area) && !is_in_name(tokens, *area)) {
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

/// "Overall" names the whole only as a label: "Overall: Good", "Overall – Good". Elsewhere it is an adverb.
bool PhraseFinder::is_plain_overall(std::span<const Token> tokens, const Mention& area) const {
  if (area.last - area.first > 1 || !tokens[area.first].is(word_class::overall)) return false;
  if (area.last >= tokens.size()) return true;
  const Token& next = tokens[area.last];
  const bool heads_line = area.first == 0 || tokens[area.first].line_start || tokens[area.first - 1].mark != Mark::word;
  const bool on_line = !next.line_start || tokens[area.first].line_start;
  const bool before_grade = next.capital && on_line && next.word->phrases != 0;
  return !heads_line ||
         !(next.is(Mark::colon) || next.is(Mark::dash) || next.is(Mark::pipe) || next.is(Mark::other) || before_grade);
}

/// "Merrowby Surgery": a word that names an area ends the name of a place.
bool PhraseFinder::is_in_name(std::span<const Token> tokens, const Mention& area) {
  if (area.last - area.first > 1 || area.first == 0) return false;
  const Token& token = tokens[area.first];
  const Token& before = tokens[area.first - 1];
  // "In this respect"
  if (before.is(word_class::determiner) && before.is(word_class::pronoun) && token.id == "respect") return true;
  // "A surgery", "the surgery": the body, not what it does.
  if (token.is(word_class::body_noun) && !token.capital) {
    std::uint32_t first = area.first;  // "a Norley GP surgery"
    while (first > 0 && area.first - first < 4 && tokens[first - 1].is(Mark::word) && !tokens[first - 1].possessive &&
           tokens[first - 1].word->classes == 0)
      --first;
    if (first > 0 && among<"a", "the">(tokens[first - 1].id)) return true;
  }
  // "probation services", "the best services"
  if (token.is(word_class::bodies_noun) && before.is(Mark::word) && !token.line_start &&
      (before.word->classes == 0 || before.is(word_class::top | word_class::some)))
    return true;
  const bool plain =
      before.word->classes == 0 || (before.capital && before.is(word_class::hope));  // "Mill Road Surgery"
  if (!before.is(Mark::word) || !plain || token.line_start) return false;
  // "the probation delivery unit"
  const bool of_body = area.last < tokens.size() && tokens[area.last].is(word_class::body_noun);
  return of_body || (token.capital && before.capital);
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

bool PhraseFinder::leads_to_area(std::size_t token) const {
  return std::any_of(areas.begin(), areas.end(),
                     [&](const Mention& area) { return area.first > token && area.first <= token + 4; });
}

void PhraseFinder::find_numbers(std::span<const Token> tokens, std::span<const std::uint32_t> numbers,
                                ScaleSet allowed) {
  numbers_.clear();
  std::size_t after = 0;
  for (const std::uint32_t at : numbers) {
    if (at < after) continue;
    std::size_t end = at + 1;
    const NumberForm form = number_form(tokens, at, end);
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

/// What is a grade here must pass the sieve, which judges figures by less (see sieve.cpp).
NumberForm PhraseFinder::number_form(std::span<const Token> tokens, std::size_t at, std::size_t& end) const {
  using namespace word_class;
  const auto is_word = [&](std::size_t index, WordId word) {
    return index < tokens.size() && tokens[index].is(Mark::word) && tokens[index].id == word;
  };
  const bool last_on_line = end >= tokens.size() || tokens[end].line_start;
  // What follows: "out of five", "/5", "-star".
  bool whole = false;
  bool starred = false;
  if (is_word(end, "out") && is_word(end + 1, "of") && end + 2 < tokens.size() &&
      (tokens[end + 2].number == 5 || tokens[end + 2].number == 6)) {
    end += 3;
    whole = true;
  } else if (end + 1 < tokens.size() && tokens[end].is(Mark::slash) &&
             (tokens[end + 1].number == 5 || tokens[end + 1].number == 6) &&
             (end + 2 >= tokens.size() || !tokens[end + 2].is(Mark::slash))) {
    end += 2;
    whole = true;
  } else if (is_word(end, "star") || is_word(end, "stars")) {
    end += 1;
    starred = true;
  }
  // What stands before, articles and quotation marks left out.
  std::size_t before = at;
  while (before > 0 && (tokens[before - 1].is(Mark::quote) || tokens[before - 1].is(determiner) ||
                        tokens[before - 1].is(seem | intensifier | top) || is_word(before - 1, "perfect") ||
                        (tokens[before - 1].is(adverb) && !tokens[before - 1].is(keep)) ||
                        (before > 1 && tokens[before - 1].is(be) && tokens[before - 2].is(rating)))) {
    --before;
  }
  const Token* head = before > 0 ? &tokens[before - 1] : nullptr;
  const bool at_line = at == 0 || tokens[at].line_start;
  if (head && is_word(before - 1, "grade") && !at_line && tokens[at].number >= 1 && tokens[at].number <= 4 && !whole &&
      !starred)
    return NumberForm::grade;
  if (starred && !whole) {
    return NumberForm::star;
  }
  const bool rating_before = head && !at_line &&
                             (head->is(rating) || head->is(grade_noun) || head->is(Mark::colon) ||
                              head->is(Mark::dash) || head->is(Mark::pipe));
  const bool punctuated = head && head->mark != Mark::word;
  // "Found 3 in the staff room" counts things.
  const auto counts = [](WordId word) { return among<"found", "finds", "put", "left">(word); };
  const bool verb_before = head && !at_line && head->is(judge | give) && head->is(Mark::word) && !counts(head->id);
  const bool ends = last_on_line || whole || end >= tokens.size() || tokens[end].is(Mark::stop) ||
                    tokens[end].is(Mark::comma) || tokens[end].is(Mark::semicolon) || tokens[end].is(Mark::quote) ||
                    tokens[end].is(Mark::close) || tokens[end].is(Mark::pipe) || tokens[end].is(Mark::open) ||
                    tokens[end].is(Mark::dash) || tokens[end].is(Mark::colon);
  const bool goes_on =
      ends || is_word(end, "when") ||
      tokens[end].is(link | other_preposition | conjunction_and | relative | contrast | rating | overall | grade_noun);
  if (rating_before && punctuated) return ends ? NumberForm::score : NumberForm::none;
  if ((rating_before || verb_before) && goes_on) return NumberForm::score;
  if (whole) return NumberForm::score;
  // "a 5 rating", "zero-rated", "a zero food hygiene rating"
  std::size_t noun = end;
  while (is_word(noun, "food") || is_word(noun, "hygiene")) ++noun;
  if (noun < tokens.size() && tokens[noun].is(rating) && head) return NumberForm::score;
  // "scored the home 5 for wellbeing and 4 for leadership"
  const auto within = [&](std::size_t reach) { return tokens.subspan(at - std::min(at, reach), std::min(at, reach)); };
  const auto given_within = [&](std::size_t reach) {
    const auto before_it = within(reach);
    return std::any_of(before_it.begin(), before_it.end(), [](const Token& token) { return gives_figure(token.id); });
  };
  const bool one_figure =
      tokens[at].is(Mark::number) || (at > 0 && (is_word(at - 1, "a") || is_word(at - 1, "an")) && leads_to_area(end));
  const bool scored = one_figure && is_word(end, "for") && given_within(8);
  // "from a score of 2 to a 5"
  const auto nearby = within(12);
  const bool reached = ends && !numbers_.empty() && at - numbers_.back().last < 4 &&
                       is_word(numbers_.back().last, "to") &&
                       std::any_of(nearby.begin(), nearby.end(), [](const Token& token) { return token.id == "from"; });
  // "marks went from four to two", "staffing stayed at four"
  const auto said_before = [&](std::uint64_t classes) {
    return std::any_of(nearby.begin(), nearby.end(), [&](const Token& token) { return token.is(classes); });
  };
  std::size_t to = end;  // after "(weak)"
  if (to < tokens.size() && tokens[to].is(Mark::open)) {
    while (to < tokens.size() && !tokens[to].is(Mark::close)) ++to;
    ++to;
  }
  // "from five to one", "from a five to a one"
  const auto after_article = [&](std::size_t token) { return is_word(token, "a") ? token + 1 : token; };
  const std::size_t lead = at > 1 && is_word(at - 1, "a") ? at - 2 : at - 1;
  const std::size_t reached_at = after_article(to + 1);
  const bool from_here = at > 0 && is_word(lead, "from") && is_word(to, "to") && reached_at < tokens.size() &&
                         tokens[reached_at].number >= 0 && tokens[reached_at].number <= highest_grade_number;
  const bool of_area = at > 2 && overlaps(areas, at - 3, at - 1);
  const bool regraded = given_within(4);
  // "dropped from five to one in its latest food hygiene rating", "… to one, according to ratings published"
  const auto noun_after = [&] {
    std::size_t noun_at = end;
    const std::size_t reach = std::min<std::size_t>(tokens.size(), end + 12);
    while (noun_at < reach &&
           ((tokens[noun_at].is(Mark::word) && !tokens[noun_at].is(rating) && tokens[noun_at].id != "stars") ||
            (tokens[noun_at].is(Mark::comma) && noun_at + 1 < reach && tokens[noun_at + 1].is(speech))))
      ++noun_at;
    return noun_at < reach && tokens[noun_at].is(Mark::word);
  };
  if (from_here && (regraded || (said_before(move) && (said_before(grade_noun) || of_area || noun_after()))))
    return NumberForm::score;
  const bool stayed = ends && at > 1 && is_word(at - 1, "at") && tokens[at - 2].is(keep);
  if (stayed && at > 2 && overlaps(areas, at - 3, at - 2)) return NumberForm::score;
  // "the rating went up to four"
  const bool went = ends && at > 1 && is_word(at - 1, "to") && tokens[at - 2].is(move);
  if (went && said_before(grade_noun)) return NumberForm::score;
  if (reached || (!numbers_.empty() && at > numbers_.back().last && is_word(numbers_.back().last, "to") &&
                  at - numbers_.back().last < 3 && tokens[end < tokens.size() ? end : at].is(link | other_preposition)))
    return NumberForm::score;
  const bool follows = scored || std::any_of(numbers_.begin(), numbers_.end(), [&](const Mention& other) {
                         return other.last <= at && at - other.first < 16;
                       });
  if (follows && end < tokens.size() && tokens[end].is(link) && leads_to_area(end)) return NumberForm::score;
  // "wellbeing, 4; leadership, 3"
  const bool comma_label = at > 1 && tokens[at - 1].is(Mark::comma) && overlaps(areas, at - 2, at - 1) && !at_line &&
                           (last_on_line || end >= tokens.size() || tokens[end].is(Mark::semicolon));
  if (comma_label) return NumberForm::score;
  // "has bounced back with a 4"
  const bool with_a = ends && at > 1 && is_word(at - 1, "a") && is_word(at - 2, "with");
  // "gave the Old Mill a zero after a visit"
  const bool given_a = goes_on && at > 0 && is_word(at - 1, "a") && !tokens[at].is(Mark::number) && given_within(12);
  if (with_a || given_a) return NumberForm::score;
  // "Wellbeing 4" and "4 for safety and 3 for respect"
  const bool after_area = at > 0 && overlaps(areas, at - 1, at) && !overlaps(areas, at, at + 1);
  if (after_area && ends && !at_line) return NumberForm::score;
  return NumberForm::none;
}

}  // namespace pressmark::inspection
