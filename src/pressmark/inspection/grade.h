// A grade that a release states, and the words that state it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pressmark/inspection/scale.h"
#include "pressmark/markdown/document.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

enum class When { current, previous };
enum class GradeSource { declared, detected };

/// Where words stand in the tree: from byte `from` of one inline node up to byte `to` of the same or a later one. Code
/// spans count as a whole.
struct Place {
  markdown::NodeIndex first = 0;  // 0: nowhere
  std::uint32_t from = 0;
  markdown::NodeIndex last = 0;
  std::uint32_t to = 0;

  [[nodiscard]] bool empty() const { return first == 0; }
};

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
  Place place;                      // of the evidence in the tree; empty for a declared grade
  std::optional<std::string> date;  // of the inspection, as declared
};

/// A text that claims a grade for more areas than the release names: "outstanding in three areas", of which it names
/// one.
struct Shortfall {
  const Scale* scale = nullptr;
  const ScaleGrade* grade = nullptr;
  int claimed = 0, named = 0;
  text::Span evidence;
  Place place;
};

/// What front matter says about the inspection as a whole.
struct Inspection {
  std::vector<Grade> grades;
  std::vector<Shortfall> shortfalls;
  std::optional<std::string> date;    // as written
  std::vector<std::string> reports;   // allowed URLs
  std::vector<std::string> reported;  // for each of the reports, who was inspected; may be empty
};

}  // namespace pressmark::inspection
