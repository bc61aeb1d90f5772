// Grades that a release declares as data: the `inspection:` block of its front matter.
//
//   inspection:                     # or a list of such blocks
//     body: HMICFRS                 # or scale: hmicfrs-peel-5
//     subject: Leicestershire Police
//     date: 2019-05-02
//     report: https://example.org/report
//     grades:
//       Efficiency: good
//     previous:                     # optional: the grades of the inspection before
//       Efficiency: requires improvement
#pragma once

#include <string_view>

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/inspection/catalogue.h"
#include "pressmark/inspection/grade.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

struct DeclaredOptions {
  std::string_view scale;      // id to assume where the block names neither scale nor body; empty: none
  std::string_view published;  // date of the release, "2019-05-02…"; empty: not known
};

/// A grade that its scale does not know is never shown; an area that it does not know is shown as written, with a
/// warning; an area declared twice with different grades is not shown at all.
[[nodiscard]] Inspection read_declared(const front_matter::FrontMatter& front_matter, const text::Source& source,
                                       const DeclaredOptions& options, const Catalogue& catalogue,
                                       text::Diagnostics& diagnostics);

}  // namespace pressmark::inspection
