// What the author is told about grades found in prose.
#pragma once

#include <string_view>

#include "pressmark/inspection/grade.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

/// Two places that give one area different grades: neither is shown.
void report_contradiction(const Grade& first, const Grade& second, const text::Source& source,
                          text::Diagnostics& diagnostics);

/// "Outstanding in three areas", of which `named` are named, fewer than the grade's count.
void report_unnamed(const Grade& counted, int named, text::Diagnostics& diagnostics);

/// A grade given to nothing in particular, where the scheme grades areas alone.
void report_no_area(const ScaleGrade& grade, const Scale& scale, text::Span place, text::Diagnostics& diagnostics);

/// A word of grading that the scheme does not have.
void report_foreign_grade(std::string_view words, const Scale& scale, text::Span place, text::Diagnostics& diagnostics);

}  // namespace pressmark::inspection
