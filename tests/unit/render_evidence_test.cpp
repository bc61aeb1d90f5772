#include "pressmark/render/evidence.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "pressmark/pressmark.h"

using namespace pressmark;

namespace {

/// The article's HTML from the body on.
std::string shown(std::string_view source, GradePolicy grades = GradePolicy::both) {
  ParseOptions options;
  options.grades = grades;
  options.now = 1717243200;
  return to_html(*parse(source, options), Part::article);
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

constexpr std::string_view opening = "<span class=\"pm-evidence\" id=\"pm-evidence-1\" tabindex=\"-1\">";

}  // namespace

TEST_CASE("evidence: a badge leads to its sentence, which alone is marked") {
  const std::string html = shown("Before. HMICFRS rated Northford Police good for efficiency. After.\n");
  CHECK(contains(html, "<a class=\"pm-grade pm-tone-2\" href=\"#pm-evidence-1\">"));
  CHECK(contains(html, "<span class=\"pm-grade-source\">read from the text</span></a>"));
  CHECK(contains(html, "<p>Before. " + std::string(opening) +
                           "HMICFRS rated Northford Police good for efficiency.</span> After.</p>"));
  CHECK(contains(html, "Read from the text: <a href=\"#pm-evidence-1\">“HMICFRS rated Northford Police good for "
                       "efficiency.”</a>"));
}

TEST_CASE("evidence: one element holds emphasis, links, code and wrapped lines") {
  const std::string html =
      shown("HMICFRS rated\n**Northford** Police *good* for [efficiency](https://a.example). After `x`.\n");
  CHECK(contains(html, std::string(opening) + "HMICFRS rated\n<strong>Northford</strong> Police <em>good</em> for <a "));
  CHECK(contains(html, ">efficiency</a>.</span> After <code>x</code>.</p>"));
  CHECK(times(html, "pm-evidence-more") == 0);
}

TEST_CASE("evidence: a passage that begins within emphasis and ends outside is marked in pieces, with one id") {
  const std::string html = shown("**Before. HMICFRS rated Northford** Police good for efficiency. After.\n");
  CHECK(contains(html, "<strong>Before. " + std::string(opening) +
                           "HMICFRS rated Northford</span></strong><span class=\"pm-evidence pm-evidence-more\"> Police "
                           "good for efficiency.</span> After."));
  CHECK(times(html, "id=\"pm-evidence-") == 1);
}

TEST_CASE("evidence: grades of one sentence share its element") {
  const std::string html = shown("HMICFRS rated Northford Police good for efficiency and legitimacy.\n");
  CHECK(times(html, "<a class=\"pm-grade pm-tone-2\" href=\"#pm-evidence-1\">") == 2);
  CHECK(times(html, "id=\"pm-evidence-") == 1);
}

TEST_CASE("evidence: a heading that has such an id keeps it") {
  const std::string html = shown("## Evidence 1\n\nHMICFRS rated Northford Police good for efficiency.\n");
  CHECK(times(html, "id=\"pm-evidence-1\"") == 1);
  CHECK(contains(html, "href=\"#pm-evidence-2\""));
}

TEST_CASE("evidence: a headline that states the grade is where its badge leads") {
  const std::string html = shown("# HMICFRS rates Northford Police good for efficiency\n\nText.\n");
  CHECK(contains(html, "href=\"#pm-hmicfrs-rates-northford-police-good-for-efficiency\""));
  CHECK_FALSE(contains(html, "pm-evidence"));
}

TEST_CASE("evidence: the body alone has no marks, and neither has a page without detected grades") {
  constexpr std::string_view source = "HMICFRS rated Northford Police good for efficiency.\n";
  CHECK_FALSE(contains(to_html(*parse(source, {}), Part::body), "pm-evidence"));
  CHECK_FALSE(contains(shown(source, GradePolicy::declared), "pm-evidence"));
  CHECK_FALSE(contains(shown(source, GradePolicy::declared), "pm-grade"));
  CHECK(contains(shown(source, GradePolicy::detected), "pm-evidence"));
}

TEST_CASE("evidence: more areas claimed than named is told below the table") {
  const std::string html = shown(
      "HMICFRS rated Northford Police outstanding for recording data about crime.\n\n"
      "The police inspectors found it outstanding in three areas.\n");
  CHECK(contains(html, "<p class=\"pm-note\">The text claims three areas at Outstanding and names one: <a "
                       "href=\"#pm-evidence-2\">“The police inspectors found it outstanding in three areas.”</a></p>"));
  CHECK(times(html, "class=\"pm-grade pm-tone-1\"") == 1);
}

TEST_CASE("evidence: what was before is history in the table and never a badge") {
  const std::string html = shown(
      "HMICFRS rated Northford Police good for efficiency.\n\n"
      "At its previous inspection the force was rated inadequate for efficiency.\n");
  CHECK(times(html, "class=\"pm-grade pm-tone-") == 1);
  CHECK(contains(html, "<tr class=\"pm-grade-previous\">\n<th scope=\"row\">Efficiency</th>\n<td>Previously: "
                       "Inadequate</td>"));
}
