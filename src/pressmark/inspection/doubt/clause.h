// The clause that a grade stands in.
#pragma once

#include "pressmark/inspection/sentence.h"

namespace pressmark::inspection {

/// Where the clause of a grade begins.
[[nodiscard]] std::size_t clause_start(std::span<const Item> items, std::size_t grade);

/// What the rules of doubt ask of the words around a grade.
class GradeClause {
 public:
  GradeClause(const Sentence& sentence, std::size_t grade)
      : items_(sentence.items), sentence_(sentence), grade_(grade), start_(clause_start(items_, grade)) {}

 protected:
  /// Whether the sentence has words of these classes anywhere.
  [[nodiscard]] bool has(std::uint64_t classes) const { return (sentence_.classes & classes) != 0; }
  [[nodiscard]] WordId id(std::size_t at) const { return word_at(items_, at); }
  [[nodiscard]] bool is_unlisted(std::size_t at) const {
    return items_[at].is(ItemKind::word) && items_[at].classes == 0;
  }
  [[nodiscard]] bool is_article(std::size_t at) const { return among<"a", "an">(id(at)); }
  [[nodiscard]] std::size_t end() const;
  /// "a school", "a care home": where its noun stands; 0: no such words here.
  [[nodiscard]] std::size_t any_body(std::size_t article) const;
  /// "A home where people had gone without baths has been rated …": in a clause that a later verb has closed. "We have
  /// not moved on A, which is rated …": before a clause of its own.
  [[nodiscard]] bool is_of_an_earlier_clause(std::size_t word) const;
  /// "told not to worry after it was rated …", "told it must improve after it was rated …"
  [[nodiscard]] bool comes_after(std::size_t word) const;

  std::span<const Item> items_;
  const Sentence& sentence_;
  std::size_t grade_, start_;
};

}  // namespace pressmark::inspection
