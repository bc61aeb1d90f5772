// Finds the phrases of the lexicon among tokens: grades, areas, and the names that tell the scheme.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pressmark/inspection/tokens.h"

namespace pressmark::inspection {

/// A phrase of the lexicon in the text: tokens [first, last).
struct Mention {
  std::uint32_t first = 0, last = 0;
  std::span<const Meaning> meanings;  // of the lexicon, which outlives it
};

/// Whether some mention of a list that is ordered and without overlap shares a token with [first, last).
[[nodiscard]] bool overlaps(const std::vector<Mention>& mentions, std::size_t first, std::size_t last);

/// Linear in the number of tokens; keeps its buffers from call to call.
class PhraseFinder {
 public:
  explicit PhraseFinder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Fills the lists with the longest phrases that have a meaning in one of these scales.
  void find(const std::vector<Token>& tokens, ScaleSet allowed);

  std::vector<Mention> grades, areas, signs;
  /// Every phrase that is an area in some scale, overlaps included: what one scheme takes for one area may be two in
  /// another.
  std::vector<Mention> possible_areas;

 private:
  void match(const std::vector<Token>& tokens, std::size_t start);
  [[nodiscard]] bool ends_here(std::uint32_t node, const Token& token) const;
  void note_end(std::size_t start, std::size_t end, std::uint32_t node);
  [[nodiscard]] bool is_plain_overall(const std::vector<Token>& tokens, const Mention& area) const;
  [[nodiscard]] static bool is_in_name(const std::vector<Token>& tokens, const Mention& area);
  [[nodiscard]] bool leads_to_area(std::size_t token) const;
  void drop_never();
  /// Figures that are grades: "a rating of 5", "four out of five", "Safety: 3", "grade 2".
  void find_numbers(const std::vector<Token>& tokens);
  [[nodiscard]] std::string_view number_form(const std::vector<Token>& tokens, std::size_t at, std::size_t& end) const;

  const Lexicon& lexicon_;
  ScaleSet allowed_ = all_scales;
  std::vector<std::uint32_t> active_, next_;
  std::vector<Mention> never_;
  std::vector<Mention> numbers_;
  Mention grade_, area_, sign_;
};

}  // namespace pressmark::inspection
