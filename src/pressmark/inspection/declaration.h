// Offers the author to declare the grades that were read from the text.
#pragma once

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/inspection/grade.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

/// An info where grades of now come from the text alone, and one where a grade is claimed for all areas and none is
/// named. The fix writes the `inspection:` block, or adds to it: one insertion, offered only where all grades are of
/// one body and one scale, every area is named, and the place in the front matter is certain. `inspection` is what
/// read_declared and merge made.
void offer_declaration(const Inspection& inspection, const front_matter::FrontMatter& front_matter,
                       const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace pressmark::inspection
