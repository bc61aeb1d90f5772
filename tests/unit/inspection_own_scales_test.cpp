// Tests of the grade scales that a release or a page brings: how they are read, and that everything then honours them.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "pressmark/pressmark.h"

using namespace pressmark;
using inspection::Catalogue;
using inspection::Scale;
using inspection::ScaleDefinition;

namespace {

const std::string marks =
    "scales:\n  - id: brackwater-marks\n    name: Brackwater kitchen marks\n    inspectorate: Brackwater Food Guild\n"
    "    overall: true\n    grades: [Gold, Silver, Bronze]\n    areas: [Kitchen, Cold storage]\n";

std::unique_ptr<ParsedRelease> with_scales(const std::string& front, const std::string& text = "Text.\n",
                                           const ParseOptions& options = {}) {
  return parse("---\ntitle: T\n" + front + "---\n\n" + text, options);
}

const Scale* own(const ParsedRelease& release, std::string_view id) {
  const auto scales = release.catalogue.own();
  const auto found = std::find_if(scales.begin(), scales.end(), [&](const Scale& scale) { return scale.id == id; });
  return found == scales.end() ? nullptr : &*found;
}

const text::Diagnostic* find(const ParsedRelease& release, std::string_view code) {
  const auto& all = release.diagnostics.all();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.code == code; });
  return found == all.end() ? nullptr : &*found;
}

std::size_t count_of(inspection::Words words) {
  return static_cast<std::size_t>(std::distance(words.begin(), words.end()));
}

std::string said_at(const ParsedRelease& release, std::string_view code) {
  const text::Diagnostic* diagnostic = find(release, code);
  return diagnostic ? std::string(release.source.slice(diagnostic->span)) : "nothing";
}

/// A scale as a page defines it: grade Gold, area Kitchen.
ScaleDefinition of_page(std::string id) {
  ScaleDefinition scale;
  scale.id = std::move(id);
  scale.name = "Of the page";
  scale.inspectorate = "Guild";
  scale.names = {"Guild"};
  scale.grades.emplace_back();
  scale.grades[0].id = "gold";
  scale.grades[0].label = "Gold";
  scale.areas.emplace_back();
  scale.areas[0].name = "Kitchen";
  return scale;
}

std::string scale_with(const std::string& lines) { return "scales:\n  - name: Marks\n" + lines; }

std::size_t errors_of(const ParsedRelease& release) {
  const auto& all = release.diagnostics.all();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const auto& entry) { return entry.severity == text::Severity::error; }));
}

}  // namespace

TEST_CASE("own scales: labels and names alone are enough") {
  const auto release = with_scales(marks);
  const Scale* scale = own(*release, "brackwater-marks");
  REQUIRE(scale);
  CHECK(release->diagnostics.all().empty());
  CHECK(scale->inspectorate == "Brackwater Food Guild");
  CHECK(scale->overall);
  REQUIRE(scale->grades.size() == 3);
  CHECK(scale->grades[1].id == "silver");
  CHECK(scale->grades[1].rank == 2);
  CHECK(scale->grades[0].tone == 1);
  CHECK(scale->grades[1].tone == 3);
  CHECK(scale->grades[2].tone == 5);
  REQUIRE(scale->areas.size() == 2);
  CHECK(scale->areas[1].name == "Cold storage");
}

TEST_CASE("own scales: one map does without a list, and the id comes of the name") {
  const auto release = with_scales("scales:\n  name: Brackwater kitchen marks\n  grades: [Pass, Fail]\n");
  const Scale* scale = own(*release, "brackwater-kitchen-marks");
  REQUIRE(scale);
  CHECK(scale->inspectorate == "Brackwater kitchen marks");
  const auto graded = with_scales(
      "scales:\n  name: Brackwater kitchen marks\n  grades: [Pass, Fail]\n"
      "inspection:\n  scale: brackwater-kitchen-marks\n  grades:\n    Kitchen: pass\n");
  CHECK(to_html(*graded, Part::article).find("<td>Brackwater kitchen marks</td>") != std::string::npos);
  CHECK(scale->grades[1].tone == 5);
}

TEST_CASE("own scales: every key of the built-in files is read") {
  const auto release = with_scales(
      "scales:\n  - id: m\n    name: Marks\n    inspectorate: Guild\n    names: [The Guild]\n    nicknames: [Larder "
      "Watch]\n"
      "    programmes: [Larder Review]\n    cues: [Kitchens]\n    period: {from: 2024-04, to: 2026-03}\n    numbers: "
      "stars\n"
      "    grades:\n      - {id: top, label: Very best, cy: Gorau, rank: 1, tone: 2, number: 5, words: [very fine], "
      "definition: Nothing to add}\n      - Poor\n    areas:\n      - {name: Larder, cy: Pantri, pillar: Food, "
      "aliases: "
      "[pantry], former: true}\n    ungraded: [gardens]\n    never: [poor house]\n");
  CHECK(release->diagnostics.all().empty());
  const Scale* scale = own(*release, "m");
  REQUIRE(scale);
  CHECK(count_of(scale->inspectorate_names) == 2);
  CHECK(scale->nicknames.front() == "Larder Watch");
  CHECK(scale->programmes.front() == "Larder Review");
  CHECK(scale->cues.front() == "kitchens");
  CHECK(scale->from == "2024-04");
  CHECK(scale->to == "2026-03");
  CHECK(scale->numbers == inspection::Numbers::stars);
  CHECK(scale->grades[0].id == "top");
  CHECK(scale->grades[0].label_cy == "Gorau");
  CHECK(scale->grades[0].tone == 2);
  CHECK(scale->grades[0].number == 5);
  CHECK(scale->grades[0].words.front() == "very fine");
  CHECK(scale->grades[0].definition == "Nothing to add");
  CHECK(scale->areas[0].name_cy == "Pantri");
  CHECK(scale->areas[0].pillar == "Food");
  CHECK(scale->areas[0].aliases.front() == "pantry");
  CHECK(scale->areas[0].former);
  CHECK(scale->ungraded.front() == "gardens");
  CHECK(scale->never.front() == "poor house");
}

TEST_CASE("own scales: colours are spread from the best to the worst") {
  struct Case {
    std::string grades, tones;
  };
  const Case cases[] = {{"[A]", "1"},
                        {"[A, B]", "15"},
                        {"[A, B, C, D]", "1245"},
                        {"[A, B, C, D, E]", "12345"},
                        {"[A, B, C, D, E, F]", "123345"}};
  for (const Case& c : cases) {
    CAPTURE(c.grades);
    const auto release = with_scales(scale_with("    grades: " + c.grades + "\n"));
    REQUIRE(own(*release, "marks"));
    std::string tones;
    for (const auto& grade : own(*release, "marks")->grades) tones += std::to_string(grade.tone);
    CHECK(tones == c.tones);
  }
}

TEST_CASE("own scales: grades declared on them are shown") {
  const auto release = with_scales(marks +
                                   "inspection:\n  scale: brackwater-marks\n  subject: Tarn Café\n  grades:\n"
                                   "    Kitchen: gold\n    cold storage: Bronze\n    overall: Silver\n");
  REQUIRE(release->inspection.grades.size() == 3);
  CHECK(release->inspection.grades[1].area == "Cold storage");
  CHECK(release->inspection.grades[1].grade->rank == 3);
  CHECK(release->inspection.grades[2].area == "overall");
  CHECK(find(*release, "grades-unknown-scale") == nullptr);
  const std::string html = to_html(*release, Part::article);
  CHECK(html.find("<td>Bronze</td>") != std::string::npos);
  CHECK(html.find("pm-tone-5") != std::string::npos);
  CHECK(html.find("Brackwater Food Guild, Brackwater kitchen marks") != std::string::npos);
  CHECK(to_text(*release).find("Kitchen: Gold, Brackwater Food Guild") != std::string::npos);
}

TEST_CASE("own scales: capitals in keys make no difference") {
  const auto release = with_scales("Scales:\n  ID: marks\n  Grades: [Gold, Silver]\n");
  REQUIRE(own(*release, "marks"));
  CHECK(release->diagnostics.all().empty());
}

TEST_CASE("own scales: where no areas are defined, any may be declared") {
  const auto release = with_scales(
      "scales:\n  id: marks\n  grades: [Gold, Silver]\n"
      "inspection:\n  scale: marks\n  grades:\n    Kitchen: gold\n");
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].area == "Kitchen");
  CHECK(find(*release, "grades-unknown-area") == nullptr);
}

TEST_CASE("own scales: declared by the name of the body, or by grades that only they have") {
  const auto by_body =
      with_scales(marks + "inspection:\n  body: brackwater food guild\n  grades:\n    Kitchen: Gold\n");
  REQUIRE(by_body->inspection.grades.size() == 1);
  const auto by_grades = with_scales(marks + "inspection:\n  grades:\n    Kitchen: Gold\n    Cold storage: Silver\n");
  REQUIRE(by_grades->inspection.grades.size() == 2);
  CHECK(by_grades->inspection.grades[0].scale->id == "brackwater-marks");
}

TEST_CASE("own scales: a grade that the scale does not know is refused by its name") {
  const auto release = with_scales(marks + "inspection:\n  scale: brackwater-marks\n  grades:\n    Kitchen: Bronce\n");
  CHECK(release->inspection.grades.empty());
  const text::Diagnostic* diagnostic = find(*release, "grades-unknown-grade");
  REQUIRE(diagnostic);
  CHECK(diagnostic->message.find("Brackwater kitchen marks") != std::string::npos);
  REQUIRE(diagnostic->fix);
  CHECK(diagnostic->fix->text == "Bronze");
}

TEST_CASE("own scales: a misspelt id is led to the own scale") {
  const auto release = with_scales(marks + "inspection:\n  scale: brackwater-mark\n  grades:\n    Kitchen: Gold\n");
  const text::Diagnostic* diagnostic = find(*release, "grades-unknown-scale");
  REQUIRE(diagnostic);
  REQUIRE(diagnostic->fix);
  CHECK(diagnostic->fix->text == "brackwater-marks");
}

TEST_CASE("own scales: grades are found in the words of the release") {
  const auto release = with_scales(
      marks, "The Brackwater Food Guild rated Tarn Café gold for its kitchen and bronze for cold storage.\n");
  REQUIRE(release->inspection.grades.size() == 2);
  CHECK(release->inspection.grades[0].scale->id == "brackwater-marks");
  CHECK(release->inspection.grades[0].area == "Kitchen");
  CHECK(release->inspection.grades[0].grade->id == "gold");
  CHECK(release->inspection.grades[1].area == "Cold storage");
  CHECK(release->inspection.grades[1].grade->id == "bronze");
}

TEST_CASE("own scales: a release is about a scale that it brings, even where it does not name the inspectorate") {
  const std::string text = "Tarn Café was rated gold for its kitchen.\n";
  CHECK(with_scales(marks, text)->inspection.grades.size() == 1);
  ParseOptions page;
  page.scales = {of_page("brackwater-marks")};
  CHECK(with_scales("", text, page)->inspection.grades.empty());
  page.scale = "brackwater-marks";
  CHECK(with_scales("", text, page)->inspection.grades.size() == 1);
}

TEST_CASE("own scales: built-in scales are read as ever beside them") {
  const std::string text =
      "HMICFRS rated Northford Police good for preventing crime and adequate for managing offenders.\n";
  const auto alone = with_scales("", text);
  const auto beside = with_scales(marks, text);
  REQUIRE(alone->inspection.grades.size() == 2);
  REQUIRE(beside->inspection.grades.size() == 2);
  for (std::size_t at = 0; at < 2; ++at) {
    CHECK(beside->inspection.grades[at].scale->id == alone->inspection.grades[at].scale->id);
    CHECK(beside->inspection.grades[at].area == alone->inspection.grades[at].area);
    CHECK(beside->inspection.grades[at].grade == alone->inspection.grades[at].grade);
  }
}

TEST_CASE("own scales: what the prose says is compared with what is declared") {
  const auto release = with_scales(marks + "inspection:\n  scale: brackwater-marks\n  grades:\n    Kitchen: Silver\n",
                                   "The Brackwater Food Guild rated its kitchen gold.\n");
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].grade->id == "silver");
  CHECK(find(*release, "grades-disagree"));
}

TEST_CASE("own scales: figures count where the scale says how they are written") {
  const auto release = with_scales(
      "scales:\n  name: Larder stars\n  numbers: stars\n  overall: true\n  grades:\n    - {label: Excellent, number: "
      "3}\n"
      "    - {label: Fair, number: 2}\n    - {label: Poor, number: 1}\n",
      "Larder Stars inspectors gave Tarn Café an overall rating of two stars.\n");
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].grade->id == "fair");
}

TEST_CASE("own scales: the model lists them, the built-in list does not") {
  const auto release = with_scales(marks);
  const auto model = nlohmann::json::parse(to_json(*release));
  REQUIRE(model.at("scales").size() == 1);
  CHECK(model.at("scales").at(0).at("id") == "brackwater-marks");
  CHECK(model.at("scales").at(0).at("from").is_null());
  CHECK(model.at("scales").at(0).at("grades").at(2).at("tone") == 5);
  CHECK(nlohmann::json::parse(to_json(*with_scales(""))).at("scales").empty());
  CHECK(scales_json().find("brackwater") == std::string::npos);
}

TEST_CASE("own scales: of the same id, the release's counts before the page's") {
  ParseOptions page;
  page.scales = {of_page("brackwater-marks"), of_page("other")};
  const auto release = with_scales(marks, "Text.\n", page);
  REQUIRE(release->catalogue.own().size() == 2);
  CHECK(own(*release, "brackwater-marks")->name == "Brackwater kitchen marks");
  CHECK(own(*release, "other"));
}

TEST_CASE("own scales: a set of scales has room for all of them") {
  CHECK(inspection::scales().size() + 2 * limits::max_scales <= 64);
}

TEST_CASE("own scales: a built-in scale stays as it is") {
  const auto release = with_scales("scales:\n  - id: cqc\n    grades: [Good, Bad]\n");
  CHECK(release->catalogue.own().empty());
  CHECK(said_at(*release, "scales-built-in") == "cqc");
  CHECK(release->catalogue.find("cqc")->name == "CQC ratings");
}

TEST_CASE("own scales: two with one id, and the first counts") {
  const auto release = with_scales("scales:\n  - {id: m, grades: [A, B]}\n  - {id: m, grades: [C, D]}\n");
  REQUIRE(release->catalogue.own().size() == 1);
  CHECK(release->catalogue.own()[0].grades[0].label == "A");
  CHECK(find(*release, "scales-twice"));
}

TEST_CASE("own scales: a scale whose grades are in doubt is left out, and the author is told where") {
  struct Case {
    std::string lines, code, place;
  };
  const Case cases[] = {
      {"", "scales-no-grades", "name: Marks"},
      {"    grades:\n", "scales-no-grades", "grades"},
      {"    grades: []\n", "scales-no-grades", "grades"},
      {"    grades: Gold, Silver\n", "scales-value", "Gold, Silver"},
      {"    grades: {Gold: 1}\n", "scales-value", "{Gold: 1}"},
      {"    grades: [Gold, Silver, gold]\n", "scales-grade-twice", "gold"},
      {"    grades: [Gold, {label: Silver, words: [gold]}]\n", "scales-grade-twice", "{label: Silver, words: [gold]}"},
      {"    grades: [Gold, {label: Silver, id: gold}]\n", "scales-grade-twice", "{label: Silver, id: gold}"},
      {"    grades: [{label: Poor, rank: 2}, {label: Good, rank: 1}]\n", "scales-order", "2"},
      {"    grades: [{tone: 2}]\n", "scales-no-label", "{tone: 2}"},
      {"    grades: [[Gold]]\n", "scales-no-label", "[Gold]"},
      {"    grades: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]\n", "scales-too-many-grades",
       "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.lines);
    const auto release = with_scales(scale_with(c.lines));
    CHECK(release->catalogue.own().empty());
    CHECK(said_at(*release, c.code) == c.place);
  }
}

TEST_CASE("own scales: a doubtful part alone is left out, and the author is told where") {
  struct Case {
    std::string lines, code, place;
  };
  const std::string grades = "    grades: [A, B]\n";
  const Case cases[] = {
      {grades + "    garden: x\n", "scales-unknown-key", "garden"},
      {"    grades: [{label: A, colour: red}, B]\n", "scales-unknown-key", "colour"},
      {grades + "    areas: [{name: Kitchen, alias: [x]}]\n", "scales-unknown-key", "alias"},
      {"    grades: [{label: A, tone: 6}, B]\n", "scales-value", "6"},
      {"    grades: [{label: A, tone: red}, B]\n", "scales-value", "red"},
      {grades + "    overall: perhaps\n", "scales-value", "perhaps"},
      {grades + "    numbers: roman\n", "scales-value", "roman"},
      {grades + "    period: 2024\n", "scales-value", "2024"},
      {grades + "    period: {from: spring}\n", "scales-value", "spring"},
      {grades + "    inspectorate: [Guild]\n", "scales-value", "[Guild]"},
      {grades + "    areas: Kitchen, Ward\n", "scales-value", "Kitchen, Ward"},
      {grades + "    areas: [Kitchen, {name: Ward, aliases: [kitchen]}]\n", "scales-area-twice",
       "{name: Ward, aliases: [kitchen]}"},
      {grades + "    areas: [Overall]\n", "scales-area-name", "Overall"},
      {grades + "    areas: [{aliases: [x]}]\n", "scales-no-area-name", "{aliases: [x]}"},
      {grades + "    nicknames: [" + std::string(121, 'x') + "]\n", "scales-too-long", std::string(121, 'x')},
  };
  for (const Case& c : cases) {
    CAPTURE(c.lines);
    const auto release = with_scales(scale_with(c.lines));
    REQUIRE(own(*release, "marks"));
    CHECK(own(*release, "marks")->grades.size() == 2);
    CHECK(said_at(*release, c.code) == c.place);
    CHECK(release->diagnostics.all().size() == 1);
  }
}

TEST_CASE("own scales: what is no scale is told, and the text stays") {
  for (const char* lines : {"scales: gold\n", "scales: [gold]\n", "scales: 7\n"}) {
    CAPTURE(lines);
    const auto release = with_scales(lines);
    CHECK(release->catalogue.own().empty());
    CHECK(find(*release, "scales-no-map"));
    CHECK(to_html(*release, Part::body) == "<p>Text.</p>\n");
  }
  CHECK(errors_of(*with_scales("scales:\n")) == 0);
}

TEST_CASE("own scales: a misspelt key comes with its mend, and so do grades without brackets") {
  const auto release = with_scales("scales:\n  - name: Marks\n    grade: [A, B]\n");
  const text::Diagnostic* key = find(*release, "scales-unknown-key");
  REQUIRE(key);
  REQUIRE(key->fix);
  CHECK(key->fix->text == "grades");
  const auto plain = with_scales(scale_with("    grades: Gold, Silver\n"));
  const text::Diagnostic* list = find(*plain, "scales-value");
  REQUIRE(list);
  REQUIRE(list->fix);
  CHECK(list->fix->text == "[Gold, Silver]");
  const auto capital = with_scales("scales:\n  - id: Our Marks\n    grades: [A, B]\n");
  const text::Diagnostic* id = find(*capital, "scales-id");
  REQUIRE(id);
  CHECK(id->fix->text == "our-marks");
  CHECK(own(*capital, "our-marks"));
}

TEST_CASE("own scales: the limits hold") {
  std::string many = "scales:\n";
  for (std::size_t at = 0; at < limits::max_scales + 3; ++at) {
    many += "  - {id: m" + std::to_string(at) + ", grades: [A, B]}\n";
  }
  const auto scales = with_scales(many);
  CHECK(scales->catalogue.own().size() == limits::max_scales);
  CHECK(errors_of(*scales) == 1);
  CHECK(find(*scales, "scales-too-many"));

  std::string areas;
  for (std::size_t at = 0; at < limits::max_scale_areas + 3; ++at) areas += "Area " + std::to_string(at) + ", ";
  const auto wide = with_scales(scale_with("    grades: [A, B]\n    areas: [" + areas + "last]\n"));
  REQUIRE(own(*wide, "marks"));
  CHECK(own(*wide, "marks")->areas.size() == limits::max_scale_areas);
  CHECK(find(*wide, "scales-too-many-areas"));

  std::string words;
  for (std::size_t at = 0; at < limits::max_scale_words + 3; ++at) words += "word " + std::to_string(at) + ", ";
  const auto wordy = with_scales(scale_with("    grades: [A, B]\n    never: [" + words + "last]\n"));
  REQUIRE(own(*wordy, "marks"));
  CHECK(count_of(own(*wordy, "marks")->never) < limits::max_scale_words);
  CHECK(find(*wordy, "scales-too-many-words"));
}

TEST_CASE("own scales: words made to be matched in many ways at once cost no more than others") {
  std::string label;
  for (int at = 0; at < 30; ++at) label += "the ";
  std::string text;
  for (int at = 0; at < 3000; ++at) text += "the ";
  const auto release =
      with_scales(scale_with("    grades: ['" + label + "', of the the]\n    areas: [the how the]\n"), text);
  CHECK(release->inspection.grades.empty());
}

TEST_CASE("own scales: labels are text and nothing else") {
  const auto release = with_scales(
      "scales:\n  - id: m\n    name: '<b>M</b>'\n    grades: ['<img src=x>', 'pm-tone-9\" onclick=\"x']\n"
      "inspection:\n  scale: m\n  grades:\n    '<script>': '<img src=x>'\n");
  const std::string html = to_html(*release, Part::article);
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("<b>") == std::string::npos);
  CHECK(html.find("&lt;img src=x&gt;") != std::string::npos);
}
