// Declared and detected grades together.
#pragma once

#include "pressmark/inspection/detect.h"
#include "pressmark/inspection/grade.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

/// Adds those detected grades whose area is not declared: the author's word replaces ours. Where the two differ, a
/// warning names both places. Counts that the named areas do not fill become shortfalls.
void merge(Detection detected, Inspection& declared, const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace pressmark::inspection
