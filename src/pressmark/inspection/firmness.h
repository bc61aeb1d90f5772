// Whether a claim is firm enough to be shown as a grade.
#pragma once

#include <cstdint>
#include <vector>

#include "pressmark/inspection/clauses.h"
#include "pressmark/inspection/passage.h"

namespace pressmark::inspection {

class Firmness {
 public:
  /// Of the claims of one text, settled.
  Firmness(const std::vector<Claim>& claims, const Passage& passage);

  /// What others say of themselves in plain words is an opinion: "we are good at preventing crime".
  [[nodiscard]] bool is_firm(const Claim& claim);

 private:
  [[nodiscard]] bool tells_of_inspection(const std::vector<Claim>& claims) const;
  [[nodiscard]] bool quotes_the_report(const Claim& claim) const;
  [[nodiscard]] bool speaks_for_the_body(const Claim& claim) const;
  [[nodiscard]] bool is_personal(const Claim& claim);

  const std::vector<Claim>& claims_;
  const Passage& passage_;
  bool tells_of_inspection_;
  std::size_t last_asked_ = ~std::size_t{0};  // block that is_personal() looked through last …
  bool last_is_personal_ = false;             // … and what it found
};

}  // namespace pressmark::inspection
