// The grades that a text states, one beside the other: what is said twice, and what contradicts itself.
#pragma once

#include <vector>

#include "pressmark/inspection/clauses.h"
#include "pressmark/inspection/grade.h"
#include "pressmark/inspection/read_text.h"
#include "pressmark/text/flags.h"

namespace pressmark::inspection {

struct FoundGrade {
  Grade grade;
  const Claim* claim;
};

class FoundGrades {
 public:
  /// `several_bodies`: an area has other grades for a body of another name.
  FoundGrades(const ReadText& text, bool several_bodies) : text_(text), several_bodies_(several_bodies) {}

  /// Unless it is there already.
  void add(FoundGrade found);
  /// A grade of the whole without a name says again what is said of the one body that has one. Where several have, it
  /// could be of any: it stays only where it is said of "the trust" that they belong to.
  void settle_unnamed();
  /// Two grades of one area drop each other, and the author is told.
  void drop_contradictions();

  [[nodiscard]] std::vector<FoundGrade>& all() { return grades_; }

 private:
  [[nodiscard]] bool is_introduced(const Claim& claim) const;
  [[nodiscard]] bool names_several() const;
  [[nodiscard]] bool goes_first(const Claim& claim, const Claim& other) const;
  void drop(const text::Flags& marked);

  const ReadText& text_;
  bool several_bodies_;
  std::vector<FoundGrade> grades_;
};

}  // namespace pressmark::inspection
