// Declared and detected grades together.
#pragma once

#include <vector>

#include "pressmark/inspection/grade.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

/// The declared grades, then those detected ones whose area is not declared: the author's word replaces ours. Where the
/// two differ, a warning names both places.
[[nodiscard]] std::vector<Grade> merge(std::vector<Grade> declared, std::vector<Grade> detected,
                                       const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace pressmark::inspection
