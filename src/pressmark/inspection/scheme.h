// Which grade scale a text is about: by the inspectorate it names, its date, and the areas and grade words it uses.
#pragma once

#include <optional>
#include <vector>

#include "pressmark/inspection/passage.h"
#include "pressmark/inspection/scale.h"

namespace pressmark::inspection {

struct Scheme {
  std::vector<double> score;  // by scale of the catalogue
  ScaleSet likely = 0;        // scales that the text may be about; every other is out of the question
};

/// `hinted` are scales to assume where the text names no inspectorate. `published` is the day of the release, where it
/// is known.
[[nodiscard]] Scheme recognise_scheme(const Passage& passage, ScaleSet hinted, std::optional<Day> published,
                                      const Catalogue& catalogue);

}  // namespace pressmark::inspection
