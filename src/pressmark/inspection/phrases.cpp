// Walks the trie of phrases over the tokens.
#include "pressmark/inspection/phrases.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

constexpr std::size_t longest_phrase = 40;  // tokens

}  // namespace

/// The longest phrase of each kind that begins at each token.
void PhraseFinder::find(const std::vector<Token>& tokens, ScaleSet allowed) {
  allowed_ = allowed;
  grades.clear();
  areas.clear();
  signs.clear();
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
    if (area_.last > 0 && at >= area_end) {
      areas.push_back(area_);
      area_end = area_.last;
    }
    if (sign_.last > 0 && at >= sign_end) {
      signs.push_back(sign_);
      sign_end = sign_.last;
    }
  }
  drop_never();
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
      if (token.mark == Mark::word) {
        if (const std::uint32_t by_id = lexicon_.step(node, token.word.id)) next_.push_back(by_id);
        if (token.word.stem != token.word.id) {
          if (const std::uint32_t by_stem = lexicon_.step(node, token.word.stem)) next_.push_back(by_stem);
        }
        if (at > start && token.is(word_class::skip) && !token.possessive) next_.push_back(node);
      } else if (token.mark == Mark::comma) {
        if (const std::uint32_t by_comma = lexicon_.step(node, Lexicon::comma)) next_.push_back(by_comma);
      } else if (token.mark == Mark::number) {
        continue;
      }
    }
    std::swap(active_, next_);
    for (const std::uint32_t node : active_) {
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
  const auto [from, to] = lexicon_.meanings_at(node);
  for (std::uint32_t at = from; at < to; ++at) {
    const Meaning& meaning = lexicon_.meaning(at);
    if (!contains(allowed_, meaning.scale)) continue;
    Mention* mention = nullptr;
    if (meaning.kind == PhraseKind::grade)
      mention = &grade_;
    else if (meaning.kind == PhraseKind::area)
      mention = &area_;
    else if (meaning.kind == PhraseKind::never) {
      never_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), from, to});
      continue;
    } else {
      mention = &sign_;
    }
    mention->first = static_cast<std::uint32_t>(start);
    mention->last = static_cast<std::uint32_t>(end);
    mention->meanings_from = from;
    mention->meanings_to = to;
  }
}

/// A grade word inside a longer phrase that is never a grade ("good progress") is none.
void PhraseFinder::drop_never() {
  const auto covered = [&](const Mention& grade) {
    return std::any_of(never_.begin(), never_.end(), [&](const Mention& never) {
      return never.first <= grade.first && never.last >= grade.last &&
             never.last - never.first > grade.last - grade.first;
    });
  };
  grades.erase(std::remove_if(grades.begin(), grades.end(), covered), grades.end());
}

}  // namespace pressmark::inspection
