// The scales that a release may be about, and the lexicon of their words.
#pragma once

#include <span>
#include <string_view>

#include "pressmark/inspection/lexicon.h"
#include "pressmark/inspection/scale.h"

namespace pressmark::inspection {

class Catalogue {
 public:
  /// The built-in scales.
  static const Catalogue& built_in();

  [[nodiscard]] std::span<const Scale> scales() const { return inspection::scales(); }
  /// The scale with this id, or null.
  [[nodiscard]] const Scale* find(std::string_view id) const { return find_scale(id); }
  [[nodiscard]] const Lexicon& lexicon() const { return Lexicon::built_in(); }
};

}  // namespace pressmark::inspection
