// Tests of grades declared in front matter, and of declared and detected grades together.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "pressmark/pressmark.h"

using namespace pressmark;

namespace {

std::unique_ptr<ParsedRelease> declared(const std::string& block, const std::string& text = "Text.\n",
                                        GradePolicy policy = GradePolicy::both) {
  ParseOptions options;
  options.grades = policy;
  return parse("---\ntitle: T\ndate: 2019-05-02\n" + block + "---\n\n" + text, options);
}

const text::Diagnostic* find(const ParsedRelease& release, std::string_view code) {
  const auto& all = release.diagnostics.all();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.code == code; });
  return found == all.end() ? nullptr : &*found;
}

const std::string head = "inspection:\n  body: HMICFRS\n  subject: Tarnbeck Police\n";

}  // namespace

TEST_CASE("declared grades: the block of the documentation, its scale chosen by body, date and subject") {
  const auto release = declared(head +
                                "  date: 2019-05-02\n  report: https://example.org/report\n  grades:\n    Efficiency: "
                                "good\n    Legitimacy: Requires Improvement\n");
  const auto& grades = release->inspection.grades;
  REQUIRE(grades.size() == 2);
  CHECK(grades[0].scale->id == "hmicfrs-peel-4");
  CHECK(grades[0].area == "Efficiency");
  CHECK(grades[0].grade->id == "good");
  CHECK(grades[0].subject == "Tarnbeck Police");
  CHECK(release->source.slice(grades[0].evidence) == "good");
  CHECK(grades[1].grade->id == "requires-improvement");
  CHECK(grades[1].grade->rank == 3);
  REQUIRE(release->inspection.reports.size() == 1);
  CHECK(release->inspection.reports.front() == "https://example.org/report");
  CHECK(release->inspection.date == "2019-05-02");
}

TEST_CASE("declared grades: the date chooses between the scales of one body") {
  const auto release = declared(
      "inspection:\n  body: HMICFRS\n  subject: Tarnbeck Police\n  date: 2023-05-02\n  grades:\n    Preventing crime: "
      "requires improvement\n");
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].scale->id == "hmicfrs-peel-5");
  CHECK(release->inspection.grades[0].grade->rank == 4);
}

TEST_CASE("declared grades: words of a scale's own, numbers and aliases are understood") {
  const auto release =
      declared("inspection:\n  scale: care-inspectorate\n  grades:\n    environment: 5\n    Leadership: very-good\n");
  REQUIRE(release->inspection.grades.size() == 2);
  CHECK(release->inspection.grades[0].area == "Quality of environment");
  CHECK(release->inspection.grades[0].grade->id == "very-good");
  CHECK(release->inspection.grades[1].grade->id == "very-good");
}

TEST_CASE("declared grades: a grade that the scale does not know is not shown, and its likely meaning is offered") {
  const auto release = declared(head + "  grades:\n    Efficiency: outsanding\n    Legitimacy: good\n");
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].area == "Legitimacy");
  const auto* fault = find(*release, "grades-unknown-grade");
  REQUIRE(fault);
  CHECK(fault->severity == text::Severity::error);
  CHECK(release->source.slice(fault->span) == "outsanding");
  REQUIRE(fault->fix);
  CHECK(fault->fix->text == "Outstanding");
}

TEST_CASE("declared grades: an unknown area is shown as written, with a warning") {
  const auto release = declared(head + "  grades:\n    Efficiency: good\n    Catering: good\n");
  REQUIRE(release->inspection.grades.size() == 2);
  CHECK(release->inspection.grades[1].area == "Catering");
  CHECK(find(*release, "grades-unknown-area"));
}

TEST_CASE("declared grades: one area with two grades is shown with neither") {
  const auto release = declared(
      "inspection:\n  scale: hmicfrs-peel-5\n  grades:\n    Preventing crime: good\n    crime prevention: adequate\n   "
      " Managing offenders: good\n");
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].area == "Managing offenders");
  CHECK(find(*release, "grades-declared-twice"));
}

TEST_CASE("declared grades: an unknown scale or body is named and nothing is shown") {
  const auto scale = declared("inspection:\n  scale: hmicfrs-peel-55\n  grades:\n    Efficiency: good\n");
  CHECK(scale->inspection.grades.empty());
  REQUIRE(find(*scale, "grades-unknown-scale"));
  const auto body = declared("inspection:\n  body: Ofstde\n  grades:\n    overall: good\n");
  CHECK(body->inspection.grades.empty());
  REQUIRE(find(*body, "grades-unknown-body"));
  REQUIRE(find(*body, "grades-unknown-body")->fix);
  CHECK(find(*body, "grades-unknown-body")->fix->text == "Ofsted");
}

TEST_CASE("declared grades: where several scales fit, none is guessed") {
  const auto release = declared("inspection:\n  body: HMICFRS\n  grades:\n    Efficiency: good\n");
  CHECK(release->inspection.grades.empty());
  CHECK(find(*release, "grades-scale-unclear"));
}

TEST_CASE("declared grades: a misspelt key is pointed out, a list of blocks is read, previous grades are history") {
  const auto release = declared(
      "inspection:\n"
      "  - scale: hmicfrs-peel-4\n    grads: x\n    grades:\n      Efficiency: good\n    previous:\n      Efficiency: "
      "inadequate\n"
      "  - scale: cqc\n    grades:\n      overall: outstanding\n");
  REQUIRE(release->inspection.grades.size() == 3);
  CHECK(release->inspection.grades[1].when == inspection::When::previous);
  CHECK(release->inspection.grades[2].area == "overall");
  CHECK(find(*release, "grades-unknown-key"));
}

TEST_CASE("declared grades: the date is that of this inspection and not of the one before") {
  const auto release = declared(
      "inspection:\n  scale: hmicfrs-peel-4\n  date: 2019-05-02\n"
      "  grades:\n    Efficiency: good\n  previous:\n    Efficiency: inadequate\n");
  REQUIRE(release->inspection.grades.size() == 2);
  CHECK(release->inspection.grades[0].date == "2019-05-02");
  CHECK_FALSE(release->inspection.grades[1].date);
}

TEST_CASE("declared and detected: the declared grade replaces the detected one of its area, and a difference is told") {
  const std::string prose =
      "HMICFRS graded Tarnbeck Police requires improvement for efficiency and good for legitimacy.\n";
  const std::string block = "inspection:\n  scale: hmicfrs-peel-4\n  grades:\n    Efficiency: good\n";
  const auto both = declared(block, prose);
  REQUIRE(both->inspection.grades.size() == 2);
  CHECK(both->inspection.grades[0].source == inspection::GradeSource::declared);
  CHECK(both->inspection.grades[0].grade->id == "good");
  CHECK(both->inspection.grades[1].area == "Legitimacy");
  CHECK(both->inspection.grades[1].source == inspection::GradeSource::detected);
  REQUIRE(find(*both, "grades-disagree"));
  CHECK(declared(block, prose, GradePolicy::declared)->inspection.grades.size() == 1);
  CHECK(declared(block, prose, GradePolicy::detected)->inspection.grades.size() == 2);
  CHECK(declared(block, prose, GradePolicy::none)->inspection.grades.empty());
}
