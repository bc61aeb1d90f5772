// Builds the lexicon.
#include "pressmark/inspection/lexicon.h"

#include <algorithm>
#include <array>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

constexpr std::array<std::string_view, 21> number_words = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

// Ways of naming a grade by its place. "Top marks" and "best rating" are left out: they are said of much else.
constexpr std::string_view top_grade[] = {"top rating",
                                          "top grade",
                                          "top grading",
                                          "top possible rating",
                                          "top possible grade",
                                          "highest rating",
                                          "highest grade",
                                          "highest grading",
                                          "highest possible rating",
                                          "highest possible grade",
                                          "highest rating possible",
                                          "highest grade possible",
                                          "highest possible judgement",
                                          "highest judgement",
                                          "maximum rating",
                                          "best possible rating",
                                          "best possible grade",
                                          "top score",
                                          "highest score",
                                          "highest possible score",
                                          "maximum score"};
constexpr std::string_view second_grade[] = {
    "second highest rating",          "second highest grade",    "second best rating",
    "second highest grading",         "second top rating",       "second best grade",
    "second highest possible rating", "second highest judgement"};
constexpr std::string_view bottom_grade[] = {
    "lowest rating",         "lowest grade",     "lowest grading", "lowest possible rating", "lowest possible grade",
    "bottom grade",          "bottom rating",    "lowest score",   "lowest possible score",  "lowest rating possible",
    "worst possible rating", "lowest judgement", "minimum rating"};

// Names of the whole, where a scheme grades it. "Overall" alone counts only as a label.
constexpr std::string_view overall_phrases[] = {"overall effectiveness", "overall judgement",  "overall judgment",
                                                "overall rating",        "overall ratings",    "overall grade",
                                                "overall outcome",       "overall score",      "overall quality",
                                                "overall result",        "overall assessment", "overall"};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    while (!word.empty() && word.back() == '\'') word.pop_back();
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    if (c == ' ' || c == ',') {
      finish();
      if (c == ',') words.emplace_back(",");
    } else {
      word += c;
    }
  }
  finish();
  return words;
}

/// What the forms of a word share: "manag", "protect", "us".
std::string stem_of(std::string word) {
  const auto cut = [&](std::string_view ending, std::size_t least) {
    if (!word.ends_with(ending) || word.size() < ending.size() + least) return false;
    word.resize(word.size() - ending.size());
    return true;
  };
  if (cut("ies", 2) || cut("ied", 2)) {
    word += 'y';
  } else if (!cut("ing", 2) && !cut("ed", 2) && !word.ends_with("ss")) {
    cut("s", 2);
  }
  cut("e", 2);
  if (word.size() > 3 && word.back() == word[word.size() - 2] && word.back() != 's') word.pop_back();
  return word;
}

struct Noun {
  std::string_view noun, verb;
};
// "The response to fires" is "responding to fires".
constexpr Noun nouns_of_verbs[] = {
    {"response", "respond"},   {"responses", "respond"},         {"prevention", "prevent"},
    {"protection", "protect"}, {"investigation", "investigate"}, {"investigations", "investigate"},
    {"management", "manage"},  {"treatment", "treat"},           {"development", "develop"},
    {"promotion", "promote"},  {"disruption", "disrupt"},        {"assessment", "assess"},
    {"assessments", "assess"}};

std::string_view verb_of(std::string_view word) {
  for (const Noun& noun : nouns_of_verbs) {
    if (noun.noun == word) return noun.verb;
  }
  return word;
}

/// The forms that a stem may have in text; forms that no English word has do no harm.
std::vector<std::string> forms_of(const std::string& stem) {
  std::vector<std::string> forms = {stem, stem + "e", stem + "s", stem + "es", stem + "ed", stem + "ing"};
  if (stem.ends_with('y')) {
    const std::string base = stem.substr(0, stem.size() - 1);
    forms.push_back(base + "ies");
    forms.push_back(base + "ied");
  } else if (!stem.empty()) {
    const std::string doubled = stem + stem.back();
    forms.push_back(doubled);
    forms.push_back(doubled + "s");
    forms.push_back(doubled + "ed");
    forms.push_back(doubled + "ing");
  }
  return forms;
}

std::uint64_t edge_key(std::uint32_t node, WordId word) { return (static_cast<std::uint64_t>(node) << 32) | word; }

}  // namespace

NumberForm Lexicon::form_of(Numbers numbers) {
  switch (numbers) {
    case Numbers::none:
      return NumberForm::none;
    case Numbers::grade:
      return NumberForm::grade;
    case Numbers::bare:
    case Numbers::scores:
      return NumberForm::score;
    case Numbers::stars:
      return NumberForm::star;
  }
  return NumberForm::none;
}

const Lexicon& Lexicon::built_in() {
  static const Lexicon lexicon(inspection::scales());
  return lexicon;
}

WordHash hash_of(std::string_view lower) {
  WordHash hash = hash_of_nothing;
  for (std::size_t at = 0; at < lower.size(); at += 8) {
    std::uint64_t bytes = 0;
    for (std::size_t byte = std::min(lower.size(), at + 8); byte-- > at;)
      bytes = bytes << 8 | static_cast<unsigned char>(lower[byte]);
    hash = hash_with(hash, bytes);
  }
  return hash;
}

Word& Lexicon::intern(std::string_view lower) {
  Word& word = building_[std::string(lower)];
  if (word.id == 0) word.id = next_word_++;
  return word;
}

void Lexicon::add_forms(std::string_view lower) {
  if (!formed_.insert(intern(lower).id).second) return;
  const std::string stem = stem_of(std::string(verb_of(lower)));
  // The stem gets a number of its own, apart from the word that happens to look like it.
  const WordId number = intern("~" + stem).id;
  for (const std::string& form : forms_of(stem)) {
    Word& word = intern(form);
    if (word.stem == 0 || form == lower) word.stem = number;
  }
  intern(lower).stem = number;
}

void Lexicon::add_path(const std::vector<WordId>& path, Meaning meaning) {
  std::uint32_t node = 0;
  for (const WordId word : path) {
    std::uint32_t& next = edges_[edge_key(node, word)];
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
    }
    node = next;
  }
  std::vector<Meaning>& meanings = nodes_[node].meanings;
  const bool known = std::any_of(meanings.begin(), meanings.end(), [&](const Meaning& other) {
    return other.kind == meaning.kind && other.scale == meaning.scale && other.item == meaning.item;
  });
  if (!known) meanings.push_back(meaning);
}

void Lexicon::add_phrase(std::string_view phrase, Meaning meaning) {
  const std::vector<std::string> words = split(folded(phrase));
  const bool by_stem = meaning.kind == PhraseKind::area;
  std::vector<std::string> content;
  std::size_t real_words = 0;
  for (const std::string& word : words) {
    const bool skipped = by_stem && (building_[word].classes & word_class::skip) != 0;
    if (skipped) continue;
    content.push_back(word);
    if (word != ",") ++real_words;
  }
  if (real_words == 0) return;
  if (by_stem && real_words == 1) meaning.weak = true;
  const bool any_comma = real_words < content.size();
  for (const bool with_commas : {true, false}) {
    if (with_commas && !any_comma) continue;
    std::vector<WordId> path;
    for (const std::string& word : content) {
      if (word == ",") {
        if (with_commas) path.push_back(comma);
      } else if (by_stem && real_words > 1) {
        add_forms(word);
        path.push_back(intern(word).stem);
      } else {
        path.push_back(intern(word).id);
      }
    }
    add_path(path, meaning);
  }
}

Lexicon::Lexicon(std::span<const Scale> scales) : nodes_(1) {
  for (const Noun& noun : nouns_of_verbs) add_forms(noun.noun);
  for (const ClassOfWords& list : grammar()) {
    for (const std::string& word : split(list.words)) intern(word).classes |= list.classes;
  }
  for (std::size_t number = 0; number < number_words.size(); ++number) {
    intern(number_words[number]).number = static_cast<int>(number);
  }
  for (std::size_t scale_index = 0; scale_index < scales.size(); ++scale_index) {
    const Scale& scale = scales[scale_index];
    const auto index = static_cast<std::uint8_t>(scale_index);
    const auto add_all = [&](Words words, PhraseKind kind) {
      for (const std::string_view word : words) add_phrase(word, {kind, index, 0, false});
    };
    for (std::size_t at = 0; at < scale.grades.size(); ++at) {
      const Meaning meaning{PhraseKind::grade, index, static_cast<std::uint8_t>(at), false};
      if (scale.numbers != Numbers::bare || scale.grades[at].id.size() > 1) add_phrase(scale.grades[at].label, meaning);
      for (const std::string_view words : scale.grades[at].words) add_phrase(words, meaning);
    }
    if (!scale.grades.empty()) {
      const auto last = static_cast<std::uint8_t>(scale.grades.size() - 1);
      const auto add_ranks = [&](std::span<const std::string_view> words, std::uint8_t item) {
        for (const std::string_view word : words) add_phrase(word, {PhraseKind::grade, index, item, false});
      };
      add_ranks(top_grade, 0);
      if (last > 1) add_ranks(second_grade, 1);
      add_ranks(bottom_grade, last);
    }
    for (std::size_t at = 0; at < scale.grades.size(); ++at) {
      const int number = scale.grades[at].number;
      const NumberForm form = form_of(scale.numbers);
      if (number < 0 || number > highest_grade_number || form == NumberForm::none) continue;
      const Meaning meaning{PhraseKind::grade, index, static_cast<std::uint8_t>(at), false};
      add_number(form, number, meaning);
      // "A five-star hygiene rating", as papers have it.
      if (scale.numbers == Numbers::bare) add_number(NumberForm::star, number, meaning);
    }
    if (scale.overall) {
      for (const std::string_view words : overall_phrases)
        add_phrase(words, {PhraseKind::area, index, the_whole, false});
    }
    for (std::size_t at = 0; at < scale.areas.size(); ++at) {
      const Meaning meaning{PhraseKind::area, index, static_cast<std::uint8_t>(at), false};
      add_phrase(scale.areas[at].name, meaning);
      for (const std::string_view words : scale.areas[at].aliases) add_phrase(words, meaning);
    }
    add_all(scale.inspectorate_names, PhraseKind::body);
    add_all(scale.nicknames, PhraseKind::nickname);
    add_all(scale.programmes, PhraseKind::programme);
    add_all(scale.cues, PhraseKind::cue);
    add_all(scale.never, PhraseKind::never);
  }
  freeze();
}

void Lexicon::add_number(NumberForm form, int number, Meaning meaning) {
  std::uint32_t& node = number_nodes_[static_cast<std::size_t>(form)][static_cast<std::size_t>(number)];
  if (node == 0) {
    node = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
  }
  nodes_[node].meanings.push_back(meaning);
}

void Lexicon::freeze() {
  std::size_t edge_count = 1;
  while (edge_count < edges_.size() * 3) edge_count *= 2;
  edge_slots_.resize(edge_count);
  starts_.resize(next_word_, 0);
  for (const auto& [key, node] : edges_) {
    if (key >> 32 == 0) starts_[static_cast<WordId>(key)] = 1;
    std::size_t at = (key * 0x9E3779B97F4A7C15ULL) >> 40 & (edge_count - 1);
    while (edge_slots_[at].key != 0) at = (at + 1) & (edge_count - 1);
    edge_slots_[at] = {key, node};
  }
  edges_.clear();
  freeze_words();
  freeze_endings();
}

void Lexicon::freeze_words() {
  std::size_t size = 1;
  while (size < building_.size() * 2) size *= 2;
  slots_.resize(size);
  words_.reserve(building_.size() + 1);
  words_.push_back(unknown_word);
  for (auto& [text, word] : building_) {
    const WordHash hash = hash_of(text);
    std::size_t at = hash & (size - 1);
    while (slots_[at].entry != 0) at = (at + 1) & (size - 1);
    word.head = starts_phrase(word.id) || starts_phrase(word.stem);
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(words_.size())};
    words_.push_back(word);
  }
  building_.clear();
  formed_.clear();
}

void Lexicon::freeze_endings() {
  for (const TrieNode& node : nodes_) meanings_.insert(meanings_.end(), node.meanings.begin(), node.meanings.end());
  endings_.resize(nodes_.size());
  std::size_t first = 0;
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    Ending& ending = endings_[node];
    ending.meanings = std::span(meanings_).subspan(first, nodes_[node].meanings.size());
    first += ending.meanings.size();
    for (const Meaning& meaning : ending.meanings) {
      const ScaleSet scale = ScaleSet{1} << meaning.scale;
      switch (meaning.kind) {
        case PhraseKind::grade:
          ending.grades |= scale;
          break;
        case PhraseKind::area:
          ending.areas |= scale;
          ending.named_area = ending.named_area || meaning.item != the_whole;
          break;
        case PhraseKind::never:
          ending.nevers |= scale;
          break;
        default:
          ending.signs |= scale;
          break;
      }
    }
  }
  nodes_.clear();
}

}  // namespace pressmark::inspection
