// Every word and phrase that detection knows, built from the scales and the grammar, and looked up by one hash per
// word of the text: the phrases are a trie over word numbers, so the cost does not grow with their count.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pressmark/inspection/scale.h"

namespace pressmark::inspection {

/// A word that occurs in some phrase or list. Number 0 is every other word.
using WordId = std::uint32_t;

struct Word {
  WordId id = 0;    // of this form
  WordId stem = 0;  // shared by its forms: manage, manages, managed, managing
  std::uint64_t classes = 0;
  int number = -1;  // "four" is 4
};

enum class PhraseKind : std::uint8_t { grade, area, body, nickname, programme, cue, never };

/// One meaning of a phrase.
/// Item of an area meaning that is the whole: "overall effectiveness".
inline constexpr std::uint8_t the_whole = 255;

struct Meaning {
  PhraseKind kind;
  std::uint8_t scale;  // index into the catalogue's scales
  std::uint8_t item;   // index of the grade or area
  bool weak;           // an area named by a single ordinary word: "people", "safe"
};

class Lexicon {
 public:
  /// The words of these scales, of which the built-in ones come first: then a word of the grammar or of a built-in
  /// scale has the same number in every lexicon.
  explicit Lexicon(std::span<const Scale> scales);
  /// Of the built-in scales alone.
  static const Lexicon& built_in();

  /// The word with this lower-case form and FNV-1a hash; an unknown word is all zeros.
  [[nodiscard]] const Word& find(std::string_view lower, std::uint32_t hash) const;
  [[nodiscard]] static std::uint32_t hash(std::string_view lower);

  /// Trie: the node reached from `node` (0 is the root) by a word or stem; 0: none.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const {
    if (word == 0) return 0;
    const std::uint64_t key = (static_cast<std::uint64_t>(node) << 32) | word;
    const std::size_t mask = edge_slots_.size() - 1;
    for (std::size_t at = (key * 0x9E3779B97F4A7C15ULL) >> 40 & mask; edge_slots_[at].key != 0; at = (at + 1) & mask) {
      if (edge_slots_[at].key == key) return edge_slots_[at].node;
    }
    return 0;
  }
  [[nodiscard]] bool starts_phrase(WordId word) const { return starts_[word] != 0; }
  /// Meanings of the phrase that ends at a node.
  [[nodiscard]] std::span<const Meaning> meanings_at(std::uint32_t node) const {
    const auto [first, last] = ranges_[node];
    return {meanings_.data() + first, meanings_.data() + last};
  }
  /// A figure that is a grade is a phrase of its own kind: how it must be written differs by scheme. Empty: never.
  [[nodiscard]] static std::string_view number_prefix(Numbers numbers);
  [[nodiscard]] std::span<const Meaning> meanings_of_number(std::string_view prefix, int number) const;

  /// Pseudo-words of the trie.
  static constexpr WordId comma = 1;

 private:
  Word& intern(std::string_view lower);
  void add_forms(std::string_view lower);
  void add_phrase(std::string_view phrase, Meaning meaning);
  void add_path(const std::vector<WordId>& path, Meaning meaning);
  void freeze();

  struct TrieNode {
    std::vector<Meaning> meanings;
  };
  std::unordered_map<std::string, Word> building_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // while building
  std::vector<TrieNode> nodes_;
  std::vector<Meaning> meanings_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges_;
  std::vector<std::uint8_t> starts_;
  WordId next_word_ = 2;  // 0: every other word, 1: the comma

  struct Slot {
    std::uint32_t hash = 0;
    std::string_view text;
    Word word;
  };
  std::vector<Slot> slots_;
  struct Edge {
    std::uint64_t key = 0;  // node and word; 0: empty
    std::uint32_t node = 0;
  };
  std::vector<Edge> edge_slots_;
  Word unknown_;
};

}  // namespace pressmark::inspection
