// Puts the two lists of grades together.
#include "pressmark/inspection/merge.h"

#include <algorithm>
#include <string>
#include <utility>

#include "pressmark/text/filled.h"

namespace pressmark::inspection {
namespace {

bool same_area(const Grade& declared, const Grade& detected) {
  if (declared.scale->inspectorate != detected.scale->inspectorate || declared.when != detected.when) return false;
  if (folded(declared.area) != folded(detected.area)) return false;
  return !declared.subject || !detected.subject || folded(*declared.subject) == folded(*detected.subject);
}

void report_difference(const Grade& declared, const Grade& detected, const text::Source& source,
                       text::Diagnostics& diagnostics) {
  const auto line = [&](const Grade& grade) { return source.line_of(grade.evidence.start); };
  diagnostics.warning(
      "grades-disagree", detected.evidence,
      text::filled("The text says “{}” for {} (line {}), the front matter declares “{}” (line {}). The declared grade "
                   "is shown: correct whichever is wrong.",
                   detected.grade->label, detected.area, line(detected), declared.grade->label, line(declared)));
}

bool names_area(const Grade& grade) { return grade.area != "some" && grade.area != "all" && grade.area != "overall"; }

void note_shortfall(const Grade& count, Inspection& inspection) {
  const auto named = std::count_if(inspection.grades.begin(), inspection.grades.end(), [&](const Grade& grade) {
    return names_area(grade) && grade.grade == count.grade && grade.when == count.when;
  });
  if (!count.count || *count.count <= named) return;
  const int claimed = *count.count;
  inspection.shortfalls.push_back(
      {count.scale, count.grade, claimed, static_cast<int>(named), count.evidence, count.place});
}

}  // namespace

void merge(Detection detected, Inspection& declared, const text::Source& source, text::Diagnostics& diagnostics) {
  std::vector<Grade>& all = declared.grades;
  const std::size_t declared_count = all.size();
  for (Grade& grade : detected.grades) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(declared_count);
    const auto found = std::find_if(all.begin(), end, [&](const Grade& other) { return same_area(other, grade); });
    if (found == end) {
      all.push_back(std::move(grade));
    } else if (found->grade->id != grade.grade->id) {
      report_difference(*found, grade, source, diagnostics);
    }
  }
  for (const Grade& count : detected.counts) {
    if (count.when == When::current) note_shortfall(count, declared);
  }
}

}  // namespace pressmark::inspection
