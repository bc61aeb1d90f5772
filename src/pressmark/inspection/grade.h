// A grade that a release states, and the words that state it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pressmark/inspection/scale.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

enum class When { current, previous };
enum class GradeSource { declared, detected };

struct Grade {
  const Scale* scale = nullptr;
  const ScaleGrade* grade = nullptr;
  std::string area;          // canonical name, "overall", or "all" / "some" where the text names no area
  std::optional<int> count;  // with "some", and with "all" where the text says how many
  std::optional<std::string> subject;
  When when = When::current;
  GradeSource source = GradeSource::declared;
  /// The words that say so: for a declared grade its value in the front matter, for a detected one the sentence part.
  text::Span evidence;
};

/// What front matter says about the inspection as a whole.
struct Inspection {
  std::vector<Grade> grades;
  std::optional<std::string> date;    // as written
  std::optional<std::string> report;  // allowed URL
};

}  // namespace pressmark::inspection
