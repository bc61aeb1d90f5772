// What every rule of binding looks at, and where it puts its claims.
#pragma once

#include "pressmark/inspection/clauses/claims.h"

namespace pressmark::inspection {

class Binder {
 public:
  Binder(Analysis& analysis, Claims& claims)
      : items_(analysis.items),
        block_(analysis.block),
        sentence_(analysis.sentence),
        areas_(analysis.areas),
        units_(analysis.units),
        analysis_(analysis),
        claims_(claims) {}

 protected:
  std::span<const Item> items_;
  const Block& block_;
  const Sentence& sentence_;
  const AreaList& areas_;
  std::vector<Unit>& units_;
  Analysis& analysis_;
  Claims& claims_;
};

}  // namespace pressmark::inspection
