// What a sentence leaves for its neighbours: a grade without an area, areas without a grade, how many it counts.
#pragma once

#include <vector>

#include "pressmark/inspection/clauses/claims.h"

namespace pressmark::inspection {

/// What a sentence leaves for its neighbours.
struct Loose {
  /// A grade without an area, firm enough to be one; ~0: none.
  std::size_t grade = ~std::size_t{0};
  std::size_t answer = ~std::size_t{0};  // a grade at the head: "Good, and better than last year"
  bool expects_list = false;             // ends in a colon, "at:", "including:", or is the grade alone
  bool counted = false;                  // "in four areas" …
  int count = -1;                        // … and how many
  int recalled = -1;                     // "The four are A, B, C and D": how many, -1 where it is not said
  bool for_all = false;                  // "all were rated …", "both are …": about what was named before
  std::vector<const Mention*> areas;     // areas without a grade, in order
  bool enumerates = false;               // says which areas were looked at, as many as it counts
  bool names_these = false;              // "these are A and B"
  bool bullet = false;                   // begins with a bullet
  bool only_areas = false;               // the sentence is nothing but areas
  bool only_grade = false;               // … nothing but a grade
  bool taken = false;                    // its areas have got a grade from before
  bool of_others = false;                // "Our self-assessment: A – good": labels behind it are alike
};

[[nodiscard]] Loose leave_loose(const Analysis& analysis, const Claims& claims);

}  // namespace pressmark::inspection
