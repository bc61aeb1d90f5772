// Writes the messages.
#include "pressmark/inspection/advice.h"

#include <string>

namespace pressmark::inspection {
namespace {

std::string quoted(std::string_view words) { return "“" + std::string(words) + "”"; }

std::string line_of(const Grade& grade, const text::Source& source) {
  return "line " + std::to_string(source.line_of(grade.evidence.start));
}

}  // namespace

void report_contradiction(const Grade& first, const Grade& second, const text::Source& source,
                          text::Diagnostics& diagnostics) {
  diagnostics.warning("grades-contradict", second.evidence,
                      "The text gives " + quoted(second.area) + " two grades, " + quoted(first.grade->label) + " (" +
                          line_of(first, source) + ") and " + quoted(second.grade->label) + " (" +
                          line_of(second, source) +
                          "). Neither is shown: say which is the grade now, or declare it in the front matter.");
}

void report_unnamed(const Grade& counted, int named, text::Diagnostics& diagnostics) {
  const std::string names = named == 0 ? "none of them" : "only " + std::to_string(named);
  diagnostics.info("grades-unnamed", counted.evidence,
                   "The text claims " + quoted(counted.grade->label) + " for " + std::to_string(*counted.count) +
                       " areas and names " + names + ". Only areas that are named can be shown.");
}

void report_no_area(const ScaleGrade& grade, const Scale& scale, text::Span place, text::Diagnostics& diagnostics) {
  diagnostics.info("grades-no-area", place,
                   quoted(grade.label) + " is not shown: it does not say of which area, and " +
                       std::string(scale.inspectorate) + " gives no overall grade under " + quoted(scale.name) + ".");
}

void report_foreign_grade(std::string_view words, const Scale& scale, text::Span place,
                          text::Diagnostics& diagnostics) {
  std::string labels;
  for (const ScaleGrade& grade : scale.grades) labels += (labels.empty() ? "" : ", ") + std::string(grade.label);
  diagnostics.warning("grades-not-of-scale", place,
                      quoted(words) + " is not a grade of " + quoted(scale.name) +
                          ", so it is not shown. Its grades are " + labels + ".");
}

}  // namespace pressmark::inspection
