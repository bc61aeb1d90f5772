// Writes the messages.
#include "pressmark/inspection/advice.h"

#include <string>

#include "pressmark/text/filled.h"

namespace pressmark::inspection {
namespace {

using text::filled;

std::uint32_t line_of(const Grade& grade, const text::Source& source) { return source.line_of(grade.evidence.start); }

}  // namespace

void report_contradiction(const Grade& first, const Grade& second, const text::Source& source,
                          text::Diagnostics& diagnostics) {
  diagnostics.warning(
      "grades-contradict", second.evidence,
      filled("The text gives “{}” two grades, “{}” (line {}) and “{}” (line {}). Neither is shown: say which is the "
             "grade now, or declare it in the front matter.",
             second.area, first.grade->label, line_of(first, source), second.grade->label, line_of(second, source)));
}

void report_unnamed(const Grade& counted, int named, text::Diagnostics& diagnostics) {
  const std::string names = named == 0 ? "none of them" : filled("only {}", named);
  diagnostics.info("grades-unnamed", counted.evidence,
                   filled("The text claims “{}” for {} areas and names {}. Only areas that are named can be shown.",
                          counted.grade->label, *counted.count, names));
}

void report_no_area(const ScaleGrade& grade, const Scale& scale, text::Span place, text::Diagnostics& diagnostics) {
  diagnostics.info("grades-no-area", place,
                   filled("“{}” is not shown: it does not say of which area, and {} gives no overall grade under “{}”.",
                          grade.label, scale.inspectorate, scale.name));
}

void report_foreign_grade(std::string_view words, const Scale& scale, text::Span place,
                          text::Diagnostics& diagnostics) {
  std::string labels;
  for (const ScaleGrade& grade : scale.grades) labels.append(labels.empty() ? "" : ", ").append(grade.label);
  diagnostics.warning(
      "grades-not-of-scale", place,
      filled("“{}” is not a grade of “{}”, so it is not shown. Its grades are {}.", words, scale.name, labels));
}

}  // namespace pressmark::inspection
