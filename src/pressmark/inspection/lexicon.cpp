// Builds the lexicon.
#include "pressmark/inspection/lexicon.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

// What the tables hold at first, powers of two; the built-in scales need twice or four times as much.
constexpr std::size_t fewest_words = 4096;
constexpr std::size_t fewest_edges = 4096;

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
                                          "maximum score",
                                          "top marks",
                                          "full marks",
                                          "highest marks",
                                          "top mark",
                                          "highest mark"};
constexpr std::string_view second_grade[] = {
    "second highest rating",          "second highest grade",    "second best rating",
    "second highest grading",         "second top rating",       "second best grade",
    "second highest possible rating", "second highest judgement", "second highest mark",      "second best mark"};
constexpr std::string_view bottom_grade[] = {
    "lowest rating",         "lowest grade",     "lowest grading", "lowest possible rating", "lowest possible grade",
    "bottom grade",          "bottom rating",    "lowest score",   "lowest possible score",  "lowest rating possible",
    "worst possible rating", "lowest judgement", "minimum rating",
    "lowest mark",           "bottom mark"};

/// "Goods for A and B": grades as things.
struct Plural {
  std::string_view grade, word;
};
constexpr Plural plurals[] = {
    {"outstanding", "outstandings"}, {"good", "goods"}, {"adequate", "adequates"}, {"inadequate", "inadequates"}};

// Names of the whole, where a scheme grades it. "Overall" alone counts only as a label.
constexpr std::string_view overall_phrases[] = {"overall effectiveness", "overall judgement",  "overall judgment",
                                                "overall rating",        "overall ratings",    "overall grade",
                                                "overall outcome",       "overall score",      "overall quality",
                                                "overall result",        "overall assessment", "overall"};

/// The words of a phrase, without what makes them a genitive, and its commas.
std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  const auto finish = [&](std::size_t end) {
    std::string_view word = text.substr(start, end - start);
    if (word.ends_with("'s")) word.remove_suffix(2);
    while (!word.empty() && word.back() == '\'') word.remove_suffix(1);
    if (!word.empty()) words.push_back(word);
    start = end + 1;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ' && text[at] != ',') continue;
    finish(at);
    if (text[at] == ',') words.push_back(text.substr(at, 1));
  }
  finish(text.size());
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

/// Calls `take` with each form that a stem may have in text; forms that no English word has do no harm.
template <typename Take>
void each_form(std::string_view stem, Take take) {
  std::string form;
  const auto with = [&](std::string_view base, std::string_view ending) {
    form = base;
    form += ending;
    take(form);
  };
  for (const std::string_view ending : {"", "e", "s", "es", "ed", "ing"}) with(stem, ending);
  if (stem.ends_with('y')) {
    for (const std::string_view ending : {"ies", "ied"}) with(stem.substr(0, stem.size() - 1), ending);
  } else if (!stem.empty()) {
    const std::string doubled = std::string(stem) + stem.back();
    for (const std::string_view ending : {"", "s", "ed", "ing"}) with(doubled, ending);
  }
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

Word& Lexicon::intern(std::string_view lower) {
  const WordHash hash = hash_of(lower);
  if (words_.size() * 2 >= slots_.size()) make_room_for_words();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].entry != 0; at = (at + 1) & mask) {
    if (hashes_[slots_[at].entry] == hash) return words_[slots_[at].entry];
  }
  slots_[at] = {id_of(hash), static_cast<std::uint32_t>(words_.size())};
  hashes_.push_back(hash);
  words_.push_back({.id = id_of(hash)});
  return words_.back();
}

void Lexicon::make_room_for_words() {
  slots_.assign(std::max<std::size_t>(slots_.size() * 2, fewest_words), {});
  const std::size_t mask = slot_mask_ = slots_.size() - 1;
  for (std::uint32_t entry = 1; entry < words_.size(); ++entry) {
    std::size_t at = hashes_[entry] & mask;
    while (slots_[at].entry != 0) at = (at + 1) & mask;
    slots_[at] = {id_of(hashes_[entry]), entry};
  }
}

void Lexicon::add_forms(std::string_view lower) {
  const auto entry = static_cast<std::size_t>(&intern(lower) - words_.data());
  formed_.resize(words_.size());
  if (formed_[entry]) return;
  formed_[entry] = true;
  const std::string stem = stem_of(std::string(verb_of(lower)));
  // The stem gets a number of its own, apart from the word that happens to look like it.
  const WordId number = intern("~" + stem).id;
  each_form(stem, [&](std::string_view form) {
    Word& word = intern(form);
    if (word.stem == 0 || form == lower) word.stem = number;
  });
  intern(lower).stem = number;
}

std::uint32_t Lexicon::grown(std::uint32_t node, WordId word) {
  if (edges_ * 3 >= edge_slots_.size()) make_room_for_edges();
  const std::uint64_t key = edge_key(node, word);
  const std::size_t mask = edge_slots_.size() - 1;
  std::size_t at = place_of_edge(key) & mask;
  for (; edge_slots_[at].key != 0; at = (at + 1) & mask) {
    if (edge_slots_[at].key == key) return edge_slots_[at].node;
  }
  edge_slots_[at] = {key, nodes_};
  ++edges_;
  return nodes_++;
}

void Lexicon::make_room_for_edges() {
  const std::vector<Edge> before = std::move(edge_slots_);
  edge_slots_.assign(std::max<std::size_t>(before.size() * 2, fewest_edges), {});
  const std::size_t mask = edge_slots_.size() - 1;
  for (const Edge& edge : before) {
    if (edge.key == 0) continue;
    std::size_t at = place_of_edge(edge.key) & mask;
    while (edge_slots_[at].key != 0) at = (at + 1) & mask;
    edge_slots_[at] = edge;
  }
}

Lexicon::Paths Lexicon::paths_of(std::string_view phrase, bool by_stem) {
  const std::string plain = folded(phrase);
  std::vector<std::string_view> content = split(plain);
  if (by_stem) {
    std::erase_if(content, [&](std::string_view word) { return (find(word).classes & word_class::skip) != 0; });
  }
  const auto commas = std::count(content.begin(), content.end(), std::string_view(","));
  const auto real_words = static_cast<std::ptrdiff_t>(content.size()) - commas;
  Paths paths;
  if (real_words == 0) return paths;
  paths.single_word = real_words == 1;
  for (const bool with_commas : {true, false}) {
    if (with_commas && commas == 0) continue;
    Path& path = paths.ways.emplace_back();
    for (const std::string_view word : content) {
      if (word == ",") {
        if (with_commas) path.push_back(comma);
      } else if (by_stem && real_words > 1) {
        add_forms(word);
        path.push_back(intern(word).stem);
      } else {
        path.push_back(intern(word).id);
      }
    }
  }
  return paths;
}

void Lexicon::add_paths(const Paths& paths, Meaning meaning) {
  meaning.weak = meaning.kind == PhraseKind::area && paths.single_word;
  for (const Path& path : paths.ways) {
    std::uint32_t node = 0;
    for (const WordId word : path) node = grown(node, word);
    meant_.push_back({node, meaning});
  }
}

void Lexicon::add_phrase(std::string_view phrase, Meaning meaning) {
  add_paths(paths_of(phrase, meaning.kind == PhraseKind::area), meaning);
}

void Lexicon::add_number(NumberForm form, int number, Meaning meaning) {
  std::uint32_t& node = number_nodes_[static_cast<std::size_t>(form)][static_cast<std::size_t>(number)];
  if (node == 0) node = nodes_++;
  meant_.push_back({node, meaning});
}

Lexicon::Lexicon(std::span<const Scale> scales) {
  make_room_for_words();
  make_room_for_edges();
  for (const Noun& noun : nouns_of_verbs) add_forms(noun.noun);
  for (const ClassOfWords& list : grammar()) {
    for (const std::string_view word : split(list.words)) intern(word).classes |= list.classes;
  }
  for (std::size_t number = 0; number < number_words.size(); ++number) {
    intern(number_words[number]).number = static_cast<int>(number);
  }
  const auto all_paths = [&](std::span<const std::string_view> phrases, bool by_stem) {
    std::vector<Paths> all;
    for (const std::string_view phrase : phrases) all.push_back(paths_of(phrase, by_stem));
    return all;
  };
  top_paths_ = all_paths(top_grade, false);
  second_paths_ = all_paths(second_grade, false);
  bottom_paths_ = all_paths(bottom_grade, false);
  overall_paths_ = all_paths(overall_phrases, true);
  for (std::size_t index = 0; index < scales.size(); ++index) {
    add_scale(scales[index], static_cast<std::uint8_t>(index));
  }
  freeze();
}

void Lexicon::add_scale(const Scale& scale, std::uint8_t index) {
  const auto add = [&](std::string_view phrase, PhraseKind kind, std::size_t item) {
    add_phrase(phrase, {kind, index, static_cast<std::uint8_t>(item), false});
  };
  const auto add_all = [&](Words words, PhraseKind kind, std::size_t item = 0) {
    for (const std::string_view word : words) add(word, kind, item);
  };
  const auto add_same = [&](const std::vector<Paths>& all, PhraseKind kind, std::size_t item) {
    for (const Paths& paths : all) add_paths(paths, {kind, index, static_cast<std::uint8_t>(item), false});
  };
  for (std::size_t at = 0; at < scale.grades.size(); ++at) {
    const ScaleGrade& grade = scale.grades[at];
    if (scale.numbers != Numbers::bare || grade.id.size() > 1) add(grade.label, PhraseKind::grade, at);
    add_all(grade.words, PhraseKind::grade, at);
    for (const Plural& plural : plurals) {
      if (grade.id == plural.grade) add(plural.word, PhraseKind::grade, at);
    }
  }
  if (!scale.grades.empty()) {
    const std::size_t last = scale.grades.size() - 1;
    add_same(top_paths_, PhraseKind::grade, 0);
    if (last > 1) add_same(second_paths_, PhraseKind::grade, 1);
    add_same(bottom_paths_, PhraseKind::grade, last);
  }
  add_numbers(scale, index);
  if (scale.overall) add_same(overall_paths_, PhraseKind::area, the_whole);
  for (std::size_t at = 0; at < scale.areas.size(); ++at) {
    add(scale.areas[at].name, PhraseKind::area, at);
    add_all(scale.areas[at].aliases, PhraseKind::area, at);
  }
  add_all(scale.inspectorate_names, PhraseKind::body);
  add_all(scale.nicknames, PhraseKind::nickname);
  add_all(scale.programmes, PhraseKind::programme);
  add_all(scale.cues, PhraseKind::cue);
  add_all(scale.never, PhraseKind::never);
}

void Lexicon::add_numbers(const Scale& scale, std::uint8_t index) {
  const NumberForm form = form_of(scale.numbers);
  if (form == NumberForm::none) return;
  for (std::size_t at = 0; at < scale.grades.size(); ++at) {
    const int number = scale.grades[at].number;
    if (number < 0 || number > highest_grade_number) continue;
    const Meaning meaning{PhraseKind::grade, index, static_cast<std::uint8_t>(at), false};
    add_number(form, number, meaning);
    // "A five-star hygiene rating", as papers have it.
    if (scale.numbers == Numbers::bare) add_number(NumberForm::star, number, meaning);
  }
}

void Lexicon::freeze() {
  for (Word& word : words_) {
    word.phrases = step(0, word.id);
    word.stem_phrases = word.stem == word.id ? 0 : step(0, word.stem);
    word.telling = is_telling(word);
  }
  freeze_endings();
  note_followers();
  hashes_ = {};
  formed_ = {};
  meant_ = {};
  top_paths_ = second_paths_ = bottom_paths_ = overall_paths_ = {};
}

void Lexicon::note_followers() {
  for (const Edge& edge : edge_slots_) {
    if (edge.key != 0) endings_[edge.key >> 32].followers |= bit_of(static_cast<WordId>(edge.key));
  }
}

bool Lexicon::is_telling(const Word& word) {
  using namespace word_class;
  constexpr std::uint64_t asked_for = speech | rating | judge | give | inspection;
  return word.head() || (word.classes & asked_for) != 0 || (word.number >= 0 && word.number <= highest_grade_number);
}

/// Meanings in the order of their nodes, those of one node in the order in which they were added, each once.
void Lexicon::freeze_endings() {
  std::stable_sort(meant_.begin(), meant_.end(), [](const auto& a, const auto& b) { return a.node < b.node; });
  endings_.resize(nodes_);
  meanings_.reserve(meant_.size());
  for (auto at = meant_.begin(); at != meant_.end();) {
    const std::size_t first = meanings_.size();
    Ending& ending = endings_[at->node];
    for (const std::uint32_t node = at->node; at != meant_.end() && at->node == node; ++at) {
      const Meaning& meaning = at->meaning;
      const bool known = std::any_of(
          meanings_.begin() + static_cast<std::ptrdiff_t>(first), meanings_.end(), [&](const Meaning& other) {
            return other.kind == meaning.kind && other.scale == meaning.scale && other.item == meaning.item;
          });
      if (!known) meanings_.push_back(meaning);
    }
    ending.meanings = std::span(meanings_).subspan(first);
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
}

}  // namespace pressmark::inspection
