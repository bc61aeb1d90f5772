// Grades that a release states in its prose, each with the words that prove it.
#pragma once

#include <string_view>
#include <vector>

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/inspection/catalogue.h"
#include "pressmark/inspection/grade.h"
#include "pressmark/markdown/document.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

struct DetectOptions {
  std::string_view scale;      // id to assume where the text names no inspectorate; empty: none
  std::string_view published;  // date of the release, "2019-05-02…"; empty: not known
};

struct Detection {
  std::vector<Grade> grades;
  /// Counts of areas ("outstanding in three areas") whose grade some areas are named for: they are no grades of their
  /// own.
  std::vector<Grade> counts;
};

/// Finds no grade where there is doubt: a wrong grade is worse than none. Linear in the length of the text.
[[nodiscard]] Detection detect(const markdown::Document& document, const front_matter::FrontMatter& front_matter,
                               const text::Source& source, const DetectOptions& options, const Catalogue& catalogue,
                               text::Diagnostics& diagnostics);

}  // namespace pressmark::inspection
