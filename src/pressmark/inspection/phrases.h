// Finds the phrases of the lexicon among tokens: grades, areas, and the names that tell the scheme.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "pressmark/inspection/mention.h"
#include "pressmark/inspection/tokens.h"

namespace pressmark::inspection {

/// Finds every phrase among tokens, whatever its scale and kind, in one walk over the trie for each token of `heads`
/// (those that can begin a phrase, in order). Linear in the number of tokens; keeps its buffers from call to call.
class PhraseWalker {
 public:
  explicit PhraseWalker(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Appends the phrases, overlaps included, ordered by their first tokens, then by their last.
  void walk(std::span<const Token> tokens, std::span<const std::uint32_t> heads, std::vector<Mention>& hits);

 private:
  /// Ways to read the words so far, by the nodes of the trie that they lead to.
  struct Ways {
    std::array<std::uint32_t, 16> nodes;
    std::size_t count = 0;

    void add(std::uint32_t node) { nodes[count++] = node; }
    [[nodiscard]] std::span<const std::uint32_t> all() const { return {nodes.data(), count}; }
  };

  void walk_from(std::span<const Token> tokens, std::size_t start, std::vector<Mention>& hits);
  /// The ways from `active` by one more token.
  void go_on(const Token& token, const Ways& active, Ways& next) const;
  [[nodiscard]] bool ends_here(std::uint32_t node, const Token& token, const Ways& before) const;

  const Lexicon& lexicon_;
};

/// Chooses among the hits the longest phrases that have a meaning in some scales. Choosing again for other scales costs
/// no second walk.
class PhraseFinder {
 public:
  explicit PhraseFinder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Fills the lists. `numbers`: the tokens that are a number from 0 to highest_grade_number, in order.
  void find(std::span<const Token> tokens, std::span<const Mention> hits, std::span<const std::uint32_t> numbers,
            ScaleSet allowed);

  std::vector<Mention> grades, areas, signs;  // each ordered by place, without overlap among themselves

 private:
  [[nodiscard]] bool is_plain_overall(std::span<const Token> tokens, const Mention& area, bool in_row) const;
  [[nodiscard]] static bool begins_name(std::span<const Token> tokens, std::uint32_t first, std::size_t area_end);
  [[nodiscard]] static bool is_in_name(std::span<const Token> tokens, const Mention& area);
  [[nodiscard]] static bool opens_list(std::span<const Token> tokens, const Mention& area);
  void drop_never();
  void drop_verbs(std::span<const Token> tokens);
  /// Figures that are grades: "a rating of 5", "four out of five", "Safety: 3", "grade 2".
  void find_numbers(std::span<const Token> tokens, std::span<const std::uint32_t> numbers, ScaleSet allowed);

  const Lexicon& lexicon_;
  std::vector<Mention> never_;
  std::vector<Mention> numbers_;
};

}  // namespace pressmark::inspection
