// Walks the trie of phrases over the tokens.
#include "pressmark/inspection/phrases.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

constexpr std::size_t longest_phrase = 40;  // tokens
/// Ways to read the words so far. Words that may be skipped multiply them; real phrases have a handful.
constexpr std::size_t most_paths = 12;
constexpr int highest_grade_number = 6;

bool same_place(const Mention& one, const Mention& two) { return one.first == two.first && one.last == two.last; }

WordId known(std::string_view lower) { return Lexicon::built_in().find(lower, Lexicon::hash(lower)).id; }

}  // namespace

/// The longest phrase of each kind that begins at each token.
bool overlaps(const std::vector<Mention>& mentions, std::size_t first, std::size_t last) {
  const auto found = std::upper_bound(mentions.begin(), mentions.end(), first,
                                      [](std::size_t at, const Mention& mention) { return at < mention.last; });
  return found != mentions.end() && found->first < last;
}

void PhraseFinder::find(const std::vector<Token>& tokens, ScaleSet allowed) {
  allowed_ = allowed;
  grades.clear();
  areas.clear();
  signs.clear();
  possible_areas.clear();
  std::size_t grade_end = 0;
  std::size_t area_end = 0;
  std::size_t sign_end = 0;
  never_.clear();
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Word& word = tokens[at].word;
    if (!lexicon_.starts_phrase(word.id) && !lexicon_.starts_phrase(word.stem)) continue;
    match(tokens, at);
    if (grade_.last > 0 && at >= grade_end) {
      grades.push_back(grade_);
      grade_end = grade_.last;
    }
    if (area_.last > 0 && at >= area_end && !is_plain_overall(tokens, area_) && !is_in_name(tokens, area_)) {
      areas.push_back(area_);
      area_end = area_.last;
    }
    if (sign_.last > 0 && at >= sign_end) {
      signs.push_back(sign_);
      sign_end = sign_.last;
    }
  }
  drop_never();
  find_numbers(tokens);
}

/// "Overall" names the whole only as a label: "Overall: Good", "Overall – Good". Elsewhere it is an adverb.
bool PhraseFinder::is_plain_overall(const std::vector<Token>& tokens, const Mention& area) const {
  if (area.last - area.first > 1 || !tokens[area.first].is(word_class::overall)) return false;
  if (area.last >= tokens.size()) return true;
  const Token& next = tokens[area.last];
  const bool heads_line = area.first == 0 || tokens[area.first].line_start || tokens[area.first - 1].mark != Mark::word;
  const bool before_grade = next.capital && !next.line_start && lexicon_.starts_phrase(next.word.id);
  return !heads_line || !(next.is(Mark::colon) || next.is(Mark::dash) || next.is(Mark::pipe) || before_grade);
}

/// "Merrowby Surgery": a word that names an area ends the name of a place.
bool PhraseFinder::is_in_name(const std::vector<Token>& tokens, const Mention& area) {
  if (area.last - area.first > 1 || area.first == 0) return false;
  const Token& token = tokens[area.first];
  const Token& before = tokens[area.first - 1];
  return token.capital && !token.line_start && before.is(Mark::word) && before.capital && before.word.classes == 0;
}

void PhraseFinder::match(const std::vector<Token>& tokens, std::size_t start) {
  grade_ = area_ = sign_ = Mention{};
  active_.clear();
  active_.push_back(0);
  const std::size_t limit = std::min(tokens.size(), start + longest_phrase);
  for (std::size_t at = start; at < limit && !active_.empty(); ++at) {
    const Token& token = tokens[at];
    next_.clear();
    for (const std::uint32_t node : active_) {
      if (next_.size() >= most_paths) break;
      if (token.mark == Mark::word) {
        if (const std::uint32_t by_id = lexicon_.step(node, token.word.id)) next_.push_back(by_id);
        if (token.word.stem != token.word.id) {
          if (const std::uint32_t by_stem = lexicon_.step(node, token.word.stem)) next_.push_back(by_stem);
        }
        if (at > start && token.is(word_class::skip) && !token.possessive) next_.push_back(node);
      } else if (token.mark == Mark::comma) {
        if (const std::uint32_t by_comma = lexicon_.step(node, Lexicon::comma)) next_.push_back(by_comma);
      } else if (token.mark == Mark::quote && !token.space_before && at > start) {
        next_.push_back(node);  // "learners’ experiences"
      }
    }
    std::swap(active_, next_);
    for (const std::uint32_t node : active_) {
      if (token.mark == Mark::quote) continue;
      if (!token.is(word_class::skip) || ends_here(node, token)) note_end(start, at + 1, node);
    }
  }
}

/// A word that may be skipped ends a phrase only where the phrase really ends with it.
bool PhraseFinder::ends_here(std::uint32_t node, const Token& token) const {
  return std::any_of(next_.begin(), next_.end(), [&](std::uint32_t before) {
    return lexicon_.step(before, token.word.id) == node || lexicon_.step(before, token.word.stem) == node;
  });
}

void PhraseFinder::note_end(std::size_t start, std::size_t end, std::uint32_t node) {
  const std::span<const Meaning> meanings = lexicon_.meanings_at(node);
  for (const Meaning& meaning : meanings) {
    if (!contains(allowed_, meaning.scale)) continue;
    Mention* mention = nullptr;
    if (meaning.kind == PhraseKind::grade)
      mention = &grade_;
    else if (meaning.kind == PhraseKind::area)
      mention = &area_;
    else if (meaning.kind == PhraseKind::never) {
      never_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), meanings});
      continue;
    } else {
      mention = &sign_;
    }
    mention->first = static_cast<std::uint32_t>(start);
    mention->last = static_cast<std::uint32_t>(end);
    mention->meanings = meanings;
    if (meaning.kind == PhraseKind::area && meaning.item != the_whole &&
        (possible_areas.empty() || !same_place(possible_areas.back(), *mention)))
      possible_areas.push_back(*mention);
  }
}

/// A grade word inside a longer phrase that is never a grade ("good progress") is none.
void PhraseFinder::drop_never() {
  const auto covered = [&](const Mention& grade) {
    // never_ is ordered by its first tokens, and no phrase is longer than longest_phrase.
    auto never =
        std::lower_bound(never_.begin(), never_.end(), grade.first,
                         [](const Mention& mention, std::uint32_t at) { return mention.first + longest_phrase < at; });
    for (; never != never_.end() && never->first <= grade.first; ++never) {
      if (never->last >= grade.last && never->last - never->first > grade.last - grade.first) return true;
    }
    return false;
  };
  grades.erase(std::remove_if(grades.begin(), grades.end(), covered), grades.end());
}

bool PhraseFinder::leads_to_area(std::size_t token) const {
  return std::any_of(areas.begin(), areas.end(),
                     [&](const Mention& area) { return area.first > token && area.first <= token + 4; });
}

void PhraseFinder::find_numbers(const std::vector<Token>& tokens) {
  std::vector<Mention>& numbers = numbers_;
  numbers.clear();
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const int number = tokens[at].number;
    if (number < 0 || number > highest_grade_number) continue;
    std::size_t end = at + 1;
    const std::string_view prefix = number_form(tokens, at, end);
    if (prefix.empty()) continue;
    const std::span<const Meaning> meanings = lexicon_.meanings_of_number(prefix, number);
    if (meanings.empty()) continue;
    numbers.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), meanings});
    at = end - 1;
  }
  if (numbers.empty()) return;
  const auto overlapped = [&](const Mention& number) { return overlaps(grades, number.first, number.last); };
  numbers.erase(std::remove_if(numbers.begin(), numbers.end(), overlapped), numbers.end());
  grades.insert(grades.end(), numbers.begin(), numbers.end());
  std::sort(grades.begin(), grades.end(), [](const Mention& one, const Mention& two) { return one.first < two.first; });
}

std::string_view PhraseFinder::number_form(const std::vector<Token>& tokens, std::size_t at, std::size_t& end) const {
  using namespace word_class;
  static const WordId out = known("out"), of = known("of"), star = known("star"), stars = known("stars"),
                      grade = known("grade");
  const auto is_word = [&](std::size_t index, WordId word) {
    return index < tokens.size() && tokens[index].is(Mark::word) && tokens[index].word.id == word;
  };
  const bool last_on_line = end >= tokens.size() || tokens[end].line_start;
  // What follows: "out of five", "/5", "-star".
  bool whole = false;
  bool starred = false;
  if (is_word(end, out) && is_word(end + 1, of) && end + 2 < tokens.size() &&
      (tokens[end + 2].number == 5 || tokens[end + 2].number == 6)) {
    end += 3;
    whole = true;
  } else if (end + 1 < tokens.size() && tokens[end].is(Mark::slash) &&
             (tokens[end + 1].number == 5 || tokens[end + 1].number == 6) &&
             (end + 2 >= tokens.size() || !tokens[end + 2].is(Mark::slash))) {
    end += 2;
    whole = true;
  } else if (is_word(end, star) || is_word(end, stars)) {
    end += 1;
    starred = true;
  }
  // What stands before, articles and quotation marks left out.
  std::size_t before = at;
  while (before > 0 && (tokens[before - 1].is(Mark::quote) || tokens[before - 1].is(determiner) ||
                        tokens[before - 1].is(seem | intensifier) ||
                        (tokens[before - 1].is(adverb) && !tokens[before - 1].is(keep)))) {
    --before;
  }
  const Token* head = before > 0 ? &tokens[before - 1] : nullptr;
  const bool at_line = at == 0 || tokens[at].line_start;
  if (head && is_word(before - 1, grade) && !at_line && tokens[at].number >= 1 && tokens[at].number <= 4 && !whole &&
      !starred)
    return "#grade";
  if (starred && !whole) {
    return "#star";
  }
  const bool rating_before = head && !at_line &&
                             (head->is(rating) || head->is(grade_noun) || head->is(Mark::colon) ||
                              head->is(Mark::dash) || head->is(Mark::pipe));
  const bool punctuated = head && head->mark != Mark::word;
  const bool verb_before = head && !at_line && head->is(judge | give) && head->is(Mark::word);
  const bool ends = last_on_line || whole || end >= tokens.size() || tokens[end].is(Mark::stop) ||
                    tokens[end].is(Mark::comma) || tokens[end].is(Mark::semicolon) || tokens[end].is(Mark::quote) ||
                    tokens[end].is(Mark::close) || tokens[end].is(Mark::pipe) || tokens[end].is(Mark::open) ||
                    tokens[end].is(Mark::dash) || tokens[end].is(Mark::colon);
  const bool goes_on = ends || tokens[end].is(link | other_preposition | conjunction_and | relative | contrast |
                                              rating | overall | grade_noun);
  if (rating_before && punctuated) return ends ? "#score" : "";
  if ((rating_before || verb_before) && goes_on) return "#score";
  if (whole) return "#score";
  // "a 5 rating", "zero-rated"
  if (end < tokens.size() && tokens[end].is(rating) && head) return "#score";
  // "5 for wellbeing and 4 for leadership"
  const bool follows = std::any_of(numbers_.begin(), numbers_.end(),
                                   [&](const Mention& other) { return other.last <= at && at - other.first < 16; });
  if (follows && end < tokens.size() && tokens[end].is(link) && leads_to_area(end)) return "#score";
  // "Wellbeing 4" and "4 for safety and 3 for respect"
  const bool after_area = at > 0 && overlaps(areas, at - 1, at) && !overlaps(areas, at, at + 1);
  if (after_area && ends && !at_line) return "#score";
  return {};
}

}  // namespace pressmark::inspection
