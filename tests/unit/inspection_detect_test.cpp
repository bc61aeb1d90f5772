// Tests of what detection promises beside the labelled passages: evidence, limits, and what the author is told.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>

#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/lexicon.h"
#include "pressmark/pressmark.h"

using namespace pressmark;

namespace {

std::unique_ptr<ParsedRelease> read(const std::string& text) { return parse(text, {}); }

const text::Diagnostic* find(const ParsedRelease& release, std::string_view code) {
  const auto& all = release.diagnostics.all();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.code == code; });
  return found == all.end() ? nullptr : &*found;
}

std::string with(std::string text, const text::Fix& fix) {
  return text.replace(fix.span.start, fix.span.size(), fix.text);
}

}  // namespace

TEST_CASE("detected grades: the evidence is the sentence, cut from the source as it stands") {
  const std::string text =
      "A first sentence. HMICFRS rated the force *good* for\npreventing crime &amp; more. A last one.\n";
  const auto release = read(text);
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->source.slice(release->inspection.grades[0].evidence) ==
        "HMICFRS rated the force *good* for\npreventing crime &amp; more.");
}

TEST_CASE("detected grades: a long sentence gives the part that binds grade and area") {
  std::string text = "HMICFRS said that ";
  for (int at = 0; at < 40; ++at) text += "one more thing was seen, ";
  text += "and it rated the force good for preventing crime.\n";
  const auto release = read(text);
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->source.slice(release->inspection.grades[0].evidence) == "good for preventing crime");
}

TEST_CASE("detected grades: nothing is found where no inspection is spoken of") {
  CHECK(read("The weather was good for preventing crime. Safety: Good.\n")->inspection.grades.empty());
  CHECK(read("")->inspection.grades.empty());
}

TEST_CASE("detected grades: two places that differ are shown with neither, and the author is told of both") {
  const auto release = read(
      "HMICFRS rated the force good for preventing crime.\n\nHMICFRS rated the force adequate for preventing crime.\n");
  CHECK(release->inspection.grades.empty());
  REQUIRE(find(*release, "grades-contradict"));
  CHECK(find(*release, "grades-contradict")->message.find("line 1") != std::string::npos);
}

TEST_CASE("detected grades: where they differ, each is of the body at the head of its part") {
  const std::string lists[] = {
      "### Elm Hospital\n\n- Safe: Good\n\n### Oak Hospital\n\n- Safe: Inadequate\n",
      "**Elm Hospital**\n\n- Safe: Good\n\n**Oak Hospital**\n\n- Safe: Inadequate\n",
      "Here are the ratings for Elm Hospital:\n\n- Safe: Good\n\nAnd those for Oak Hospital:\n\n- Safe: Inadequate\n",
      "- Elm Hospital\n  - Safe: Good\n- Oak Hospital\n  - Safe: Inadequate\n",
      "### Elm Hospital: Good\n\nIt is rated good for being safe.\n\n### Oak Hospital\n\nIt is rated inadequate for "
      "being safe.\n",
      "### Elm Hospital\n\n| Question | Rating |\n|---|---|\n| Safe | Good |\n\n### Oak Hospital\n\n| Question | "
      "Rating |\n|---|---|\n| Safe | Inadequate |\n",
  };
  for (const std::string& list : lists) {
    CAPTURE(list);
    const auto release = read("The CQC has published its ratings.\n\n" + list);
    std::map<std::string, std::string> safe;
    for (const auto& grade : release->inspection.grades) {
      REQUIRE(grade.subject);
      if (grade.area == "Safe") safe[*grade.subject] = grade.grade->label;
    }
    CHECK(safe == std::map<std::string, std::string>{{"Elm Hospital", "Good"}, {"Oak Hospital", "Inadequate"}});
  }
}

TEST_CASE("detected grades: whom they are for") {
  const auto check = [](const std::string& text, const std::string& subject) {
    CAPTURE(text);
    const auto release = read(text);
    REQUIRE(!release->inspection.grades.empty());
    for (const auto& grade : release->inspection.grades) CHECK(grade.subject.value_or("nobody") == subject);
  };
  check("Osprey Lodge, a home in Station Road, Wexcombe, was rated good by the CQC.", "Osprey Lodge");
  check("The Golden Pike in Bridge Street, Saltby was given a food hygiene rating of four.",
        "Golden Pike in Bridge Street");
  check("The nursery, in Mill Road, Skelby, has been rated good by Ofsted.", "nobody");
  check("Ofsted has told the Mill Road school that it is now rated good.", "Mill Road school");
  check("Staff at Elm House are glad that the CQC has rated it outstanding.", "nobody");
  check("Meanwhile the Copper Kettle was given a food hygiene rating of one.", "Copper Kettle");
  check("But Elm Valley Police was graded good by HMICFRS for preventing crime.", "Elm Valley Police");
  check("The report, out today (Thursday 20 June), grades it good for preventing crime, HMICFRS says.", "nobody");
  check("Oak Lane Academy Inspection report: Ofsted rated it good for behaviour and attitudes.", "Oak Lane Academy");
  check("CQC ratings:\n\n- Safe: good\n- Effective: inadequate\n- Caring: good\n", "nobody");
  check("HMICFRS\n\n**Good**\n\n- Preventing crime\n\n**Adequate**\n\n- Managing offenders\n", "nobody");
  check("Elm School Mill Lane Saltby ZZ1 2XY Ofsted Quality of education Good", "nobody");
}

TEST_CASE("detected grades: the nursery class has grades of its own beside those of the school") {
  const auto release = read(
      "Education Scotland evaluated the school:\n\nLeadership of change – weak\nRaising attainment and achievement – "
      "good\n\nIn the nursery class, leadership of change was evaluated as very good.\n");
  const auto& grades = release->inspection.grades;
  REQUIRE(grades.size() == 3);
  CHECK(!grades[0].subject);
  CHECK(grades[0].grade->label == "Weak");
  CHECK(grades[2].subject == "nursery class");
  CHECK(grades[2].grade->label == "Very good");
}

TEST_CASE("detected grades: rows that tabs, bars or spaces part are a table, and the evidence is the row") {
  const std::string tables[] = {
      "Area\t2022\t2025\nSafe\tInadequate\tGood\nCaring\tGood\tOutstanding\n",
      "Area | 2022 | 2025\nSafe | Inadequate | Good\nCaring | Good | Outstanding\n",
      "Area     2022        2025\nSafe     Inadequate  Good\nCaring   Good        Outstanding\n",
      "\u2502 Area   \u2502 2022       \u2502 2025        \u2502\n\u2502 Safe   \u2502 Inadequate \u2502 Good        "
      "\u2502\n"
      "\u2502 Caring \u2502 Good       \u2502 Outstanding \u2502\n",
      "Area\n2022\n2025\n\nSafe\nInadequate\nGood\n\nCaring\nGood\nOutstanding\n",
  };
  for (const std::string& table : tables) {
    CAPTURE(table);
    const auto release = read("The CQC has inspected the home.\n\n" + table + "\nThat is all.\n");
    std::map<std::string, std::string> now, then;
    for (const auto& grade : release->inspection.grades) {
      (grade.when == inspection::When::previous ? then : now)[grade.area] = grade.grade->label;
      const std::string evidence(release->source.slice(grade.evidence));
      CHECK(evidence.find(grade.area) != std::string::npos);
      CHECK(evidence.find("Area") == std::string::npos);
    }
    CHECK(now == std::map<std::string, std::string>{{"Safe", "Good"}, {"Caring", "Outstanding"}});
    CHECK(then == std::map<std::string, std::string>{{"Safe", "Inadequate"}, {"Caring", "Good"}});
  }
}

TEST_CASE("detected grades: tabs at the head of a line are empty cells") {
  const auto release = read(
      "HMICFRS has inspected the force.\n\nGood\tAdequate\tInadequate\n\tPreventing crime\tManaging offenders\n"
      "Investigating crime\t\t\n");
  std::map<std::string, std::string> grades;
  for (const auto& grade : release->inspection.grades) grades[grade.area] = grade.grade->label;
  CHECK(grades == std::map<std::string, std::string>{{"Preventing crime", "Adequate"},
                                                     {"Managing offenders", "Inadequate"},
                                                     {"Investigating crime", "Good"}});
}

TEST_CASE("detected grades: of the boxes on a line the one with a tick counts") {
  const std::string lines[] = {"Safe: \u2610 Outstanding \u2612 Good \u2610 Inadequate",
                               "Safe: \u2611 Good \u2610 Inadequate"};
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto release = read("CQC ratings of the home:\n\n" + line + "\n");
    REQUIRE(release->inspection.grades.size() == 1);
    CHECK(release->inspection.grades[0].grade->label == "Good");
  }
  // Before their boxes, or without a tick: no grade rather than a wrong one.
  CHECK(read("CQC ratings of the home:\n\nSafe: Outstanding \u2610 Good \u2612\n")->inspection.grades.empty());
  CHECK(read("CQC ratings of the home:\n\nSafe: \u2610 Outstanding \u2610 Good\n")->inspection.grades.empty());
}

TEST_CASE("detected grades: ligatures, words broken at the end of a line, and leaders of dots") {
  const std::string lines[] = {"E\uFB00ectiveness: Good", "Effec-\ntiveness: Good", "Effectiveness ............ Good",
                               "Effectiveness \u2026\u2026\u2026\u2026 Good"};
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto release = read("HMICFRS inspected the fire and rescue service in 2019.\n\n" + line + "\n");
    REQUIRE(release->inspection.grades.size() == 1);
    CHECK(release->inspection.grades[0].area == "Effectiveness");
  }
}

TEST_CASE("detected grades: a heading that names no body tells none apart") {
  const auto release = read(
      "HMICFRS has reported.\n\n### Preventing Crime\n\nWe are rated good for preventing crime.\n\n"
      "### Chief Constable's Comment\n\nWe are rated inadequate for preventing crime.\n");
  CHECK(release->inspection.grades.empty());
  CHECK(find(*release, "grades-contradict"));
}

TEST_CASE("detected grades: more areas claimed than named are not invented but told") {
  const auto release = read(
      "HMICFRS rated the force outstanding in three areas, including preventing crime. It is adequate at managing "
      "offenders.\n");
  CHECK(release->inspection.grades.size() == 2);
}

TEST_CASE("detected grades: a count of areas that names none is a note, and no area is invented") {
  const auto release =
      read("HMICFRS rated the force good for preventing crime.\n\nInspectors rated it outstanding in three areas.\n");
  REQUIRE(find(*release, "grades-unnamed"));
  for (const auto& grade : release->inspection.grades) CHECK(grade.area != "overall");
}

TEST_CASE("detected grades: a word that the scheme does not have is told, not shown") {
  const auto release =
      read("HMICFRS rated the force excellent for preventing crime and good for managing offenders in 2023.\n");
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].area == "Managing offenders");
  CHECK(find(*release, "grades-not-of-scale"));
}

TEST_CASE("detected grades: the offered declaration, once accepted, declares what was read") {
  for (const std::string front : {"", "---\ntitle: T\n---\n\n", "```yaml\ntitle: T\n```\n\n"}) {
    CAPTURE(front);
    const std::string text =
        front + "HMICFRS rated the force good for preventing crime and adequate for managing offenders.\n";
    const auto before = read(text);
    const auto* offer = find(*before, "grades-detected");
    REQUIRE(offer);
    REQUIRE(offer->fix);
    const auto after = read(with(text, *offer->fix));
    REQUIRE(after->inspection.grades.size() == 2);
    for (const auto& grade : after->inspection.grades) CHECK(grade.source == inspection::GradeSource::declared);
    CHECK(after->inspection.grades[0].area == before->inspection.grades[0].area);
    CHECK_FALSE(find(*after, "grades-detected"));
  }
}

TEST_CASE("detected grades: the scale to assume stands in where the text names no inspectorate") {
  const std::string text = "The home was rated good for being safe.\n";
  CHECK(read(text)->inspection.grades.empty());
  ParseOptions options;
  options.scale = "cqc";
  const auto release = parse(text, options);
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].area == "Safe");
}

TEST_CASE("detected grades: \"last\" looks back before a visit, not before a day of the week") {
  const auto now = read("Tansy Court Primary School was rated good overall by Ofsted last Tuesday.\n");
  REQUIRE(now->inspection.grades.size() == 1);
  CHECK(now->inspection.grades[0].when == inspection::When::current);
  for (const std::string visit : {"time", "visit", "round", "inspection"}) {
    CAPTURE(visit);
    const auto then = read("Tansy Court Primary School was rated good overall by Ofsted at its last " + visit + ".\n");
    REQUIRE(then->inspection.grades.size() == 1);
    CHECK(then->inspection.grades[0].when == inspection::When::previous);
  }
}

TEST_CASE("lexicon: no two words of the lists have one number") {
  std::map<std::uint32_t, std::string> words;
  for (const auto& list : inspection::grammar()) {
    std::istringstream line{std::string(list.words)};
    for (std::string word; line >> word;) {
      const auto id = inspection::WordId(inspection::hash_of(word));
      CHECK(id.number != 0);
      CHECK(id.number != inspection::Lexicon::comma.number);
      CHECK(words.emplace(id.number, word).first->second == word);
      if (word.ends_with("'s")) continue;  // listed without it
      CHECK(inspection::Lexicon::built_in().find(word).id.number == id.number);
    }
  }
}
