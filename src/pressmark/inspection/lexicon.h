// Every word and phrase that detection knows, built from the scales and the grammar, and looked up by one hash per
// word of the text: the phrases are a trie over word numbers, so the cost does not grow with their count.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pressmark/inspection/scale.h"

namespace pressmark::inspection {

/// Hash of a word's lower-case form, made of eight bytes at a time.
using WordHash = std::uint64_t;
inline constexpr WordHash hash_of_nothing = 0x9E3779B97F4A7C19ULL;
/// Takes in up to eight more bytes, the first lowest, the rest 0.
[[nodiscard]] constexpr WordHash hash_with(WordHash hash, std::uint64_t bytes) {
  hash = (hash ^ bytes) * 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 29);
}
/// Makes the hash of a word letter by letter, so that words with the same beginning share the work on it.
class WordHasher {
 public:
  constexpr void take(std::string_view lower) {
    for (const char c : lower) {
      bytes_ |= std::uint64_t{static_cast<unsigned char>(c)} << bits_;
      bits_ += 8;
      if (bits_ < 64) continue;
      hash_ = hash_with(hash_, bytes_);
      bytes_ = bits_ = 0;
    }
  }
  [[nodiscard]] constexpr WordHash hash() const { return bits_ > 0 ? hash_with(hash_, bytes_) : hash_; }

 private:
  WordHash hash_ = hash_of_nothing;
  std::uint64_t bytes_ = 0, bits_ = 0;  // of those that wait to be eight
};
[[nodiscard]] constexpr WordHash hash_of(std::string_view lower) {
  WordHasher hasher;
  hasher.take(lower);
  return hasher.hash();
}

/// Every word has a number, whether a list has it or not: a part of its hash. So it is known when a rule is compiled,
/// which spells the word: `token.id == "to"`. 0 is what is no word. Of 27 bits, because the module spells those with a
/// byte less.
struct WordId {
  std::uint32_t number = 0;

  constexpr WordId() = default;
  constexpr explicit WordId(WordHash hash) : number(static_cast<std::uint32_t>(hash >> 37)) {}
  consteval WordId(const char* lower) : WordId(hash_of(lower)) {}
  constexpr bool operator==(const WordId&) const = default;
};

/// Whether a word is one of a few.
[[nodiscard]] bool among(WordId word, std::span<const WordId> words);
template <WordId... words>
[[nodiscard]] bool among(WordId word) {
  if constexpr (sizeof...(words) <= 4) return ((word == words) || ...);  // no longer than a call
  static constexpr WordId list[] = {words...};
  return among(word, list);
}

/// A word that occurs in some phrase or list.
struct Word {
  WordId id{};    // of this form
  WordId stem{};  // shared by its forms: manage, manages, managed, managing
  std::uint64_t classes = 0;
  int number = -1;       // "four" is 4
  bool telling = false;  // begins a phrase, is a small number, or is of a class that a block or the scheme is asked for
  /// Nodes of the trie: the phrases that begin with this form, and with its stem. 0: none.
  std::uint32_t phrases = 0, stem_phrases = 0;

  [[nodiscard]] bool head() const { return (phrases | stem_phrases) != 0; }
};

/// What is known of every word that occurs in no phrase and no list.
inline constexpr Word unknown_word;

enum class PhraseKind : std::uint8_t { grade, area, body, nickname, programme, cue, never };

/// Item of an area meaning that is the whole: "overall effectiveness".
inline constexpr std::uint8_t the_whole = 255;

/// One meaning of a phrase.
struct Meaning {
  PhraseKind kind;
  std::uint8_t scale;  // index into the catalogue's scales
  std::uint8_t item;   // index of the grade or area
  bool weak;           // an area named by a single ordinary word: "people", "safe"
};

/// What a phrase that ends at a place of the trie means, and in which scales, by kind.
struct Ending {
  std::span<const Meaning> meanings;
  ScaleSet grades = 0, areas = 0, signs = 0, nevers = 0;
  bool named_area = false;      // an area other than the whole
  std::uint64_t followers = 0;  // bits of the words that lead on from here: most words of a text are none

  [[nodiscard]] ScaleSet any() const { return grades | areas | signs | nevers; }
};

/// How a figure that is a grade is written: "grade 2", "a score of 4", "two stars".
enum class NumberForm : std::uint8_t { none, grade, score, star };
inline constexpr int highest_grade_number = 6;

class Lexicon {
 public:
  /// Of the built-in scales, which come first, and of others behind them.
  explicit Lexicon(std::span<const Scale> scales);
  Lexicon& operator=(const Lexicon&) = delete;
  /// Of the built-in scales alone.
  static const Lexicon& built_in();
  /// Of the names of their grades alone: made in a fifth of the time.
  static const Lexicon& of_grades();

  /// The word with this lower-case form.
  [[nodiscard]] const Word& find(std::string_view lower) const { return find(hash_of(lower)); }
  /// The word whose lower-case form has this hash. The letters are not compared again: where a word of the text is none
  /// of these, the chance that it is taken for one is below 1 in 10^7, and comparing cost a third of the look-up.
  [[nodiscard]] const Word& find(WordHash hash) const {
    const std::size_t mask = slot_mask_;
    for (std::size_t at = hash & mask; slots_[at].entry != 0; at = (at + 1) & mask) {
      if (slots_[at].id == WordId(hash)) return words_[slots_[at].entry];
    }
    return unknown_word;
  }

  /// All words that are known, in the order in which they were entered, behind one that stands for all others.
  [[nodiscard]] std::span<const Word> words() const { return words_; }

  /// The bit by which a word or stem is known among followers, from its number or id.
  [[nodiscard]] static constexpr std::uint64_t bit_of(std::uint32_t number) {
    return std::uint64_t{1} << (number & 63U);
  }
  [[nodiscard]] static constexpr std::uint64_t bit_of(WordId word) { return bit_of(word.number); }
  /// Trie: the node reached from `node` (0 is the root) by a word or stem; 0: none.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const {
    if (word == WordId{}) return 0;
    const std::uint64_t key = (static_cast<std::uint64_t>(node) << 32) | word.number;
    const std::size_t mask = edge_slots_.size() - 1;
    for (std::size_t at = place_of_edge(key) & mask; edge_slots_[at].key != 0; at = (at + 1) & mask) {
      if (edge_slots_[at].key == key) return edge_slots_[at].node;
    }
    return 0;
  }
  /// What the phrase that ends at a node means.
  [[nodiscard]] const Ending& ending_at(std::uint32_t node) const { return endings_[node]; }
  [[nodiscard]] std::size_t ending_count() const { return endings_.size(); }
  [[nodiscard]] std::size_t index_of(const Ending& ending) const {
    return static_cast<std::size_t>(&ending - endings_.data());
  }
  /// What a figure of this form, from 0 to highest_grade_number, means.
  [[nodiscard]] const Ending& ending_of_number(NumberForm form, int number) const {
    return endings_[number_nodes_[static_cast<std::size_t>(form)][static_cast<std::size_t>(number)]];
  }
  /// The form in which a scheme's figures are grades.
  [[nodiscard]] static NumberForm form_of(Numbers numbers);

  /// A comma in the trie; no word is spelt so.
  static constexpr WordId comma = "~,";
  /// The id of an arrow, which is a dash otherwise.
  static constexpr WordId arrow = "~>";

 private:
  /// Of the grammar alone.
  Lexicon();
  /// One lexicon begins with what another has: that saves the time for the names of grades where all names are needed,
  /// and for the built-in scales where there are others.
  Lexicon(const Lexicon&) = default;

  [[nodiscard]] static constexpr std::size_t place_of_edge(std::uint64_t key) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 40);
  }

  /// Where a phrase ends in the trie, which it enters with its commas and without.
  struct Place {
    std::uint32_t node = 0, with_commas = 0;  // 0: there is no way to write it, and none with commas
    bool single_word = false;
  };
  struct MeaningAt {
    std::uint32_t node;
    Meaning meaning;
  };

  /// The place in words_ of the word with this hash.
  std::uint32_t intern(WordHash hash);
  void make_room_for_words(std::size_t slots);
  /// … of what the forms of a word share; all of them are known from then on.
  std::uint32_t stem_with_forms(std::string_view word, std::uint32_t entry);
  /// By stem: any form of the phrase's words will do.
  Place place_of(std::string_view phrase, bool by_stem);
  void add_phrase(std::string_view phrase, PhraseKind kind, std::uint8_t scale, std::size_t item);
  void add_phrases(Words phrases, PhraseKind kind, std::uint8_t scale, std::size_t item = 0);
  void add_same(const std::vector<Place>& places, PhraseKind kind, std::uint8_t scale, std::size_t item);
  void add_grades(const Scale& scale, std::uint8_t index);
  void add_areas_and_signs(const Scale& scale, std::uint8_t index);
  void add_numbers(const Scale& scale, std::uint8_t index);
  void add_meaning(const Place& place, Meaning meaning);
  void add_number(NumberForm form, int number, Meaning meaning);
  [[nodiscard]] std::uint32_t grown(std::uint32_t node, WordId word);
  void make_room_for_edges();
  void freeze();
  void note_followers();
  [[nodiscard]] static bool is_telling(const Word& word);
  void freeze_endings();

  std::vector<Meaning> meanings_;
  std::vector<Ending> endings_;  // by node; that of the root means nothing
  std::array<std::array<std::uint32_t, highest_grade_number + 1>, 4> number_nodes_{};

  std::vector<Word> words_{unknown_word};
  /// Apart from the words, because most words of a text are none of these: what is looked at for them stays in the
  /// cache.
  struct Slot {
    WordId id{};
    std::uint32_t entry = 0;  // its place in words_; 0: empty
  };
  std::vector<Slot> slots_;
  std::size_t slot_mask_ = 0;
  struct Edge {
    std::uint64_t key = 0;  // node and word; 0: empty
    std::uint32_t node = 0;
  };
  std::vector<Edge> edge_slots_;

  // For building. A first release waits for it, so that words are known by their hashes alone and nothing is looked
  // up by text: that was half of the time.
  struct Origin {
    WordHash hash = hash_of_nothing;
    std::uint32_t stem = 0;  // its place; 0: not known
    bool formed = false;     // its forms are known
  };
  std::vector<Origin> origins_{Origin{}};  // by place in words_
  std::uint32_t nodes_ = 1, edges_ = 0;
  std::vector<MeaningAt> meant_;
  std::vector<Place> top_, second_, bottom_, overall_;  // the same for every scale
  struct WordOfPhrase {
    std::string_view text;
    std::uint32_t entry;  // 0: a comma
  };
  // Of the newest phrase, kept so that not each of them asks for memory.
  std::string folded_;
  std::vector<WordOfPhrase> content_;
};

}  // namespace pressmark::inspection
