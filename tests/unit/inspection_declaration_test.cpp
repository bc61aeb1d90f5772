#include "pressmark/inspection/declaration.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/pressmark.h"

using namespace pressmark;

namespace {

const text::Diagnostic* find(const ParsedRelease& release, std::string_view code) {
  const auto& all = release.diagnostics.all();
  const auto found = std::find_if(all.begin(), all.end(), [&](const text::Diagnostic& one) { return one.code == code; });
  return found == all.end() ? nullptr : &*found;
}

/// "Efficiency: Good", "previous Efficiency: Inadequate", sorted.
std::vector<std::string> grades_of(const ParsedRelease& release) {
  std::vector<std::string> words;
  for (const inspection::Grade& grade : release.inspection.grades) {
    words.push_back(std::string(grade.scale->id) + (grade.when == inspection::When::previous ? " previous " : " ") +
                    grade.area + ": " + std::string(grade.grade->label) + " " + grade.subject.value_or("-"));
  }
  std::sort(words.begin(), words.end());
  return words;
}

/// The text with the offered fix; empty where there is none.
std::string mended(std::string_view text) {
  const auto release = parse(text, {});
  const text::Diagnostic* offer = find(*release, "grades-detected");
  if (!offer || !offer->fix) return {};
  std::string out(release->source.text());
  out.replace(offer->fix->span.start, offer->fix->span.size(), offer->fix->text);
  return out;
}

/// Whether the fix turns all detected grades into the same ones, declared.
void check_declares(std::string_view text) {
  const std::string after = mended(text);
  REQUIRE(!after.empty());
  const auto before = parse(text, {});
  const auto release = parse(after, {});
  CAPTURE(after);
  CHECK(!before->inspection.grades.empty());
  CHECK(grades_of(*release) == grades_of(*before));
  CHECK(std::all_of(release->inspection.grades.begin(), release->inspection.grades.end(),
                    [](const inspection::Grade& grade) { return grade.source == inspection::GradeSource::declared; }));
  CHECK(find(*release, "grades-detected") == nullptr);
}

constexpr std::string_view words = "HMICFRS rated Northford Police good for efficiency and legitimacy.\n";

}  // namespace

TEST_CASE("declaration: a text without front matter gets one") {
  check_declares(words);
  const std::string after = mended(words);
  CHECK(after.starts_with("---\ninspection:\n  scale: hmicfrs-peel-4\n"));
  CHECK(after.find("    Efficiency: Good\n    Legitimacy: Good\n---\n\nHMICFRS") != std::string::npos);
}

TEST_CASE("declaration: front matter gets a further entry, with its line ends and its indentation") {
  check_declares("---\ntitle: Good news\n---\n" + std::string(words));
  check_declares("```yaml\ntitle: Good news\n```\n" + std::string(words));
  check_declares("---\n---\n" + std::string(words));
  check_declares("---\n  title: Good news\n  area: North\n---\n" + std::string(words));
  const std::string windows = "---\r\ntitle: Good news\r\n---\r\nHMICFRS rated Northford Police good for efficiency.\r\n";
  check_declares(windows);
  CHECK(mended(windows).find("inspection:\r\n") != std::string::npos);
}

TEST_CASE("declaration: a block that has grades gets further ones") {
  check_declares("---\ninspection:\n  scale: hmicfrs-peel-4\n  subject: Northford Police\n  grades:\n      Legitimacy: good  # seen\n"
                 "title: Good news\n---\n" + std::string(words));
}

TEST_CASE("declaration: what was before is declared as previous") {
  check_declares("HMICFRS rated Northford Police good for efficiency. At its previous inspection Northford Police was rated inadequate for efficiency.\n");
}

TEST_CASE("declaration: no fix where something is uncertain") {
  for (const std::string_view text : {
           "{\"title\": \"Good news\"}\n\nHMICFRS rated Northford Police good for efficiency.\n",  // JSON
           "---\n{title: Good news}\n---\nHMICFRS rated Northford Police good for efficiency.\n",
           "---\ntitle: [\n---\nHMICFRS rated Northford Police good for efficiency.\n",
           "HMICFRS rated Northford Police good in all areas.\n",
       }) {
    CAPTURE(std::string(text));
    CHECK(mended(text).empty());
    CHECK(find(*parse(text, {}), "grades-detected") != nullptr);
  }
  CHECK(find(*parse("HMICFRS rated Northford Police good in all areas.\n", {}), "grades-unnamed") != nullptr);
}

TEST_CASE("declaration: prose that disagrees gives way to the declared grade, and both places are named") {
  const auto release = parse("---\ninspection:\n  scale: hmicfrs-peel-4\n  grades:\n    Efficiency: inadequate\n---\n"
                             "HMICFRS rated Northford Police good for efficiency.\n", {});
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].grade->id == "inadequate");
  const text::Diagnostic* warning = find(*release, "grades-disagree");
  REQUIRE(warning);
  CHECK(warning->message.find("(line 7)") != std::string::npos);
  CHECK(warning->message.find("(line 5)") != std::string::npos);
}
