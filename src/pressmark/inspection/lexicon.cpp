// Builds the lexicon.
#include "pressmark/inspection/lexicon.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>

#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/letters.h"
#include "pressmark/text/ascii.h"

namespace pressmark::inspection {
namespace {

// What the tables hold at first, powers of two: twice the words of the built-in scales, and a part of their edges.
constexpr std::size_t slots_of_all = 16384;
constexpr std::size_t slots_of_grades = 4096;
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
                                          "highest food hygiene rating",
                                          "top food hygiene rating",
                                          "maximum food hygiene rating",
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
constexpr std::string_view second_grade[] = {"second highest rating",
                                             "second highest grade",
                                             "second best rating",
                                             "second highest grading",
                                             "second top rating",
                                             "second best grade",
                                             "second highest possible rating",
                                             "second highest judgement",
                                             "second highest mark",
                                             "second best mark"};
constexpr std::string_view bottom_grade[] = {"lowest rating",          "lowest grade",          "lowest grading",
                                             "lowest possible rating", "lowest possible grade", "bottom grade",
                                             "bottom rating",          "lowest score",          "lowest possible score",
                                             "lowest rating possible", "worst possible rating", "lowest judgement",
                                             "minimum rating",         "lowest mark",           "bottom mark"};

/// "Goods for A and B": grades as things.
struct Plural {
  std::string_view grade, word;
};
constexpr Plural plurals[] = {{"outstanding", "outstandings"},
                              {"good", "goods"},
                              {"adequate", "adequates"},
                              {"inadequate", "inadequates"},
                              {"very-good", "very goods"},
                              {"excellent", "excellents"},
                              {"weak", "weaks"},
                              {"poor", "poors"},
                              {"satisfactory", "satisfactories"}};

// Names of the whole, where a scheme grades it. "Overall" alone counts only as a label.
constexpr std::string_view overall_phrases[] = {"overall rating for this service",
                                                "overall rating for this location",
                                                "overall effectiveness",
                                                "overall judgement",
                                                "overall judgment",
                                                "overall rating",
                                                "overall ratings",
                                                "overall grade",
                                                "overall outcome",
                                                "overall score",
                                                "overall quality",
                                                "overall result",
                                                "overall assessment",
                                                "overall",
                                                "overall experiences and progress",
                                                "overall experiences and progress of children and young people"};

/// Calls `take` with each word of a phrase, without what makes it a genitive, and with its commas.
template <typename Take>
void each_word(std::string_view text, Take take) {
  std::size_t start = 0;
  const auto finish = [&](std::size_t end) {
    std::string_view word = text.substr(start, end - start);
    if (word.ends_with("'s")) word.remove_suffix(2);
    while (!word.empty() && word.back() == '\'') word.remove_suffix(1);
    if (!word.empty()) take(word);
    start = end + 1;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ' && text[at] != ',') continue;
    finish(at);
    if (text[at] == ',') take(text.substr(at, 1));
  }
  finish(text.size());
}

/// Nearly all phrases are: letters, spaces and hyphens.
bool is_plain(std::string_view phrase) {
  return std::all_of(phrase.begin(), phrase.end(), [](char c) { return text::is_letter(c) || c == ' ' || c == '-'; });
}

/// The same for a plain phrase, letters in any case, with the hash of each word.
template <typename Take>
void each_plain_word(std::string_view phrase, Take take) {
  for (std::size_t at = 0; at < phrase.size();) {
    const Letters letters = letters_at(phrase, at);
    if (letters.end > at) take(phrase.substr(at, letters.end - at), letters.hash);
    at = letters.end + 1;
  }
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
// "The response to fires" is "responding to fires"; and one word with two spellings.
constexpr Noun nouns_of_verbs[] = {
    {"response", "respond"},   {"responses", "respond"},         {"prevention", "prevent"},
    {"protection", "protect"}, {"investigation", "investigate"}, {"investigations", "investigate"},
    {"management", "manage"},  {"treatment", "treat"},           {"development", "develop"},
    {"promotion", "promote"},  {"disruption", "disrupt"},        {"assessment", "assess"},
    {"assessments", "assess"}, {"behavior", "behaviour"}};

std::string_view verb_of(std::string_view word) {
  for (const Noun& noun : nouns_of_verbs) {
    if (noun.noun == word) return noun.verb;
  }
  return word;
}

/// Calls `take` with the hash of each form that a stem may have in text; forms that no English word has do no harm.
template <typename Take>
void each_form(std::string_view stem, Take take) {
  const auto with = [&](const WordHasher& base, std::initializer_list<std::string_view> endings) {
    for (const std::string_view ending : endings) {
      WordHasher form = base;
      form.take(ending);
      take(form.hash());
    }
  };
  const std::string_view last = stem.substr(stem.size() - 1);
  WordHasher base;
  base.take(stem.substr(0, stem.size() - 1));
  if (last == "y") with(base, {"ies", "ied"});
  if (stem.size() > 4 && stem.ends_with("is")) with(base, {"ze", "zes", "zed", "zing"});  // "organized crime"
  base.take(last);
  with(base, {"", "e", "s", "es", "ed", "ing"});
  if (last == "y") return;
  base.take(last);
  with(base, {"", "s", "ed", "ing"});
}

std::uint64_t edge_key(std::uint32_t node, WordId word) {
  return (static_cast<std::uint64_t>(node) << 32) | word.number;
}

}  // namespace

bool among(WordId word, std::span<const WordId> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

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
  static const Lexicon lexicon = [] {
    Lexicon all = of_grades();
    all.make_room_for_words(slots_of_all);
    for (const Noun& noun : nouns_of_verbs) all.stem_with_forms(noun.noun, all.intern(hash_of(noun.noun)));
    for (const std::string_view phrase : overall_phrases) all.overall_.push_back(all.place_of(phrase, true));
    std::uint8_t index = 0;
    for (const Scale& scale : inspection::scales()) all.add_areas_and_signs(scale, index++);
    all.freeze();
    return all;
  }();
  return lexicon;
}

const Lexicon& Lexicon::of_grades() {
  static const Lexicon lexicon = [] {
    Lexicon grades;
    std::uint8_t index = 0;
    for (const Scale& scale : inspection::scales()) grades.add_grades(scale, index++);
    grades.freeze();
    return grades;
  }();
  return lexicon;
}

Lexicon::Lexicon(std::span<const Scale> scales) : Lexicon(built_in()) {
  for (std::size_t index = inspection::scales().size(); index < scales.size(); ++index) {
    add_grades(scales[index], static_cast<std::uint8_t>(index));
    add_areas_and_signs(scales[index], static_cast<std::uint8_t>(index));
  }
  freeze();
}

std::uint32_t Lexicon::intern(WordHash hash) {
  if (words_.size() * 2 >= slots_.size()) make_room_for_words(2 * slots_.size());
  std::size_t at = hash & slot_mask_;
  for (; slots_[at].entry != 0; at = (at + 1) & slot_mask_) {
    if (origins_[slots_[at].entry].hash == hash) return slots_[at].entry;
  }
  const auto entry = static_cast<std::uint32_t>(words_.size());
  slots_[at] = {WordId(hash), entry};
  origins_.push_back({.hash = hash});
  words_.push_back({.id = WordId(hash)});
  return entry;
}

void Lexicon::make_room_for_words(std::size_t slots) {
  words_.reserve(slots / 2);
  origins_.reserve(slots / 2);
  slots_.assign(slots, {});
  const std::size_t mask = slot_mask_ = slots - 1;
  for (std::uint32_t entry = 1; entry < words_.size(); ++entry) {
    std::size_t at = origins_[entry].hash & mask;
    while (slots_[at].entry != 0) at = (at + 1) & mask;
    slots_[at] = {words_[entry].id, entry};
  }
}

std::uint32_t Lexicon::stem_with_forms(std::string_view word, std::uint32_t entry) {
  if (origins_[entry].formed) return origins_[entry].stem;
  origins_[entry].formed = true;
  const std::string lower = text::lowered(word);
  const std::string letters = stem_of(std::string(verb_of(lower)));
  // The stem gets a number of its own, apart from the word that happens to look like it.
  const std::uint32_t stem = intern(hash_of("~" + letters));
  each_form(letters, [&](WordHash form) {
    Origin& origin = origins_[intern(form)];
    if (origin.stem == 0) origin.stem = stem;
  });
  return origins_[entry].stem = stem;
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

Lexicon::Place Lexicon::place_of(std::string_view phrase, bool by_stem) {
  std::size_t real_words = 0;
  content_.clear();
  const auto take = [&](std::string_view word, WordHash hash) {
    const std::uint32_t entry = word == "," ? 0 : intern(hash);
    if (by_stem && (words_[entry].classes & word_class::skip) != 0) return;
    content_.push_back({word, entry});
    if (entry != 0) ++real_words;
  };
  if (is_plain(phrase)) {
    each_plain_word(phrase, take);
  } else {
    fold(phrase, folded_);
    each_word(folded_, [&](std::string_view word) { take(word, hash_of(word)); });
  }
  if (real_words == 0) return {};
  if (by_stem && real_words > 1) {
    for (auto& [word, entry] : content_) {
      if (entry != 0) entry = stem_with_forms(word, entry);
    }
  }
  const auto reached = [&](bool with_commas) {
    std::uint32_t node = 0;
    for (const auto& [word, entry] : content_) {
      if (entry == 0 && !with_commas) continue;
      const std::uint32_t next = grown(node, entry == 0 ? comma : words_[entry].id);
      if (node == 0) words_[entry].phrases = next;
      node = next;
    }
    return node;
  };
  return {reached(false), real_words < content_.size() ? reached(true) : 0, real_words == 1};
}

void Lexicon::add_meaning(const Place& place, Meaning meaning) {
  meaning.weak = meaning.kind == PhraseKind::area && place.single_word;
  for (const std::uint32_t node : {place.node, place.with_commas}) {
    if (node != 0) meant_.push_back({node, meaning});
  }
}

void Lexicon::add_number(NumberForm form, int number, Meaning meaning) {
  std::uint32_t& node = number_nodes_[static_cast<std::size_t>(form)][static_cast<std::size_t>(number)];
  if (node == 0) node = nodes_++;
  meant_.push_back({node, meaning});
}

Lexicon::Lexicon() {
  make_room_for_words(slots_of_grades);
  make_room_for_edges();
  for (const ClassOfWords& list : grammar()) {
    each_word(list.words, [&](std::string_view word) { words_[intern(hash_of(word))].classes |= list.classes; });
  }
  for (std::size_t number = 0; number < number_words.size(); ++number) {
    words_[intern(hash_of(number_words[number]))].number = static_cast<int>(number);
    // "fives for A and B"
    if (number > 1 && number <= highest_grade_number)
      words_[intern(hash_of(std::string(number_words[number]) + (number == 6 ? "es" : "s")))].number =
          static_cast<int>(number);
  }
  for (const std::string_view phrase : top_grade) top_.push_back(place_of(phrase, false));
  for (const std::string_view phrase : second_grade) second_.push_back(place_of(phrase, false));
  for (const std::string_view phrase : bottom_grade) bottom_.push_back(place_of(phrase, false));
}

void Lexicon::add_phrase(std::string_view phrase, PhraseKind kind, std::uint8_t scale, std::size_t item) {
  add_meaning(place_of(phrase, kind == PhraseKind::area), {kind, scale, static_cast<std::uint8_t>(item), false});
}

void Lexicon::add_phrases(Words phrases, PhraseKind kind, std::uint8_t scale, std::size_t item) {
  for (const std::string_view phrase : phrases) add_phrase(phrase, kind, scale, item);
}

void Lexicon::add_same(const std::vector<Place>& places, PhraseKind kind, std::uint8_t scale, std::size_t item) {
  for (const Place& place : places) add_meaning(place, {kind, scale, static_cast<std::uint8_t>(item), false});
}

void Lexicon::add_grades(const Scale& scale, std::uint8_t index) {
  for (std::size_t at = 0; at < scale.grades.size(); ++at) {
    const ScaleGrade& grade = scale.grades[at];
    if (scale.numbers != Numbers::bare || grade.id.size() > 1) add_phrase(grade.label, PhraseKind::grade, index, at);
    add_phrases(grade.words, PhraseKind::grade, index, at);
    for (const Plural& plural : plurals) {
      if (grade.id == plural.grade) add_phrase(plural.word, PhraseKind::grade, index, at);
    }
  }
  if (!scale.grades.empty()) {
    const std::size_t last = scale.grades.size() - 1;
    add_same(top_, PhraseKind::grade, index, 0);
    if (last > 1) add_same(second_, PhraseKind::grade, index, 1);
    add_same(bottom_, PhraseKind::grade, index, last);
  }
  add_numbers(scale, index);
}

void Lexicon::add_areas_and_signs(const Scale& scale, std::uint8_t index) {
  if (scale.overall) add_same(overall_, PhraseKind::area, index, the_whole);
  for (std::size_t at = 0; at < scale.areas.size(); ++at) {
    add_phrase(scale.areas[at].name, PhraseKind::area, index, at);
    add_phrases(scale.areas[at].aliases, PhraseKind::area, index, at);
  }
  add_phrases(scale.inspectorate_names, PhraseKind::body, index);
  add_phrases(scale.nicknames, PhraseKind::nickname, index);
  add_phrases(scale.programmes, PhraseKind::programme, index);
  add_phrases(scale.cues, PhraseKind::cue, index);
  add_phrases(scale.never, PhraseKind::never, index);
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
  for (std::size_t entry = 1; entry < words_.size(); ++entry) {
    Word& word = words_[entry];
    const Word& stem = words_[origins_[entry].stem];
    word.stem = stem.id;
    word.stem_phrases = stem.phrases;
    word.telling = is_telling(word);
  }
  freeze_endings();
  note_followers();
}

void Lexicon::note_followers() {
  for (const Edge& edge : edge_slots_) {
    if (edge.key != 0) endings_[edge.key >> 32].followers |= bit_of(static_cast<std::uint32_t>(edge.key));
  }
}

bool Lexicon::is_telling(const Word& word) {
  using namespace word_class;
  constexpr std::uint64_t asked_for = speech | rating | judge | give | inspection;
  return word.head() || (word.classes & asked_for) != 0 || (word.number >= 0 && word.number <= highest_grade_number);
}

/// Meanings in the order of their nodes, those of one node in the order in which they were added, each once. Counted
/// instead of sorted: sorting was a tenth of building the lexicon.
void Lexicon::freeze_endings() {
  std::vector<std::uint32_t> ends(nodes_ + 1);  // of each node's part of the list
  for (const MeaningAt& at : meant_) ++ends[at.node + 1];
  for (std::uint32_t node = 0; node < nodes_; ++node) ends[node + 1] += ends[node];
  // Where the parts begin, until they are filled.
  std::vector<Meaning> in_order(meant_.size());
  for (const MeaningAt& at : meant_) in_order[ends[at.node]++] = at.meaning;
  endings_.assign(nodes_, {});
  meanings_.clear();
  meanings_.reserve(meant_.size());
  for (std::uint32_t node = 0, at = 0; node < nodes_; ++node) {
    const std::size_t first = meanings_.size();
    for (; at < ends[node]; ++at) {
      const Meaning& meaning = in_order[at];
      const bool known = std::any_of(
          meanings_.begin() + static_cast<std::ptrdiff_t>(first), meanings_.end(), [&](const Meaning& other) {
            return other.kind == meaning.kind && other.scale == meaning.scale && other.item == meaning.item;
          });
      if (!known) meanings_.push_back(meaning);
    }
    Ending& ending = endings_[node];
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
