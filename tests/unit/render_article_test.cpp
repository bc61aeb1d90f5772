#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "pressmark/pressmark.h"
#include "pressmark/render/words.h"

using namespace pressmark;
using nlohmann::json;

namespace {

constexpr std::int64_t summer_2024 = 1717243200;

ParseOptions usual() {
  ParseOptions options;
  options.now = summer_2024;
  return options;
}

std::string article(std::string_view source, const ParseOptions& options = usual()) {
  return to_html(*parse(source, options), Part::article);
}

std::string body(std::string_view source, const ParseOptions& options = usual()) {
  return to_html(*parse(source, options), Part::body);
}

json model(std::string_view source, const ParseOptions& options = usual()) {
  return json::parse(to_json(*parse(source, options)));
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

constexpr std::string_view graded = R"(---
title: Force graded
inspection:
  scale: hmicfrs-peel-4
  subject: Northford Police
  date: 2019-05-02
  report: https://example.org/report
  grades:
    Efficiency: good
    Legitimacy: requires improvement
  previous:
    Efficiency: inadequate
---

Text.
)";

}  // namespace

TEST_CASE("article: the headline takes the level that the page asks for, and the body follows below") {
  ParseOptions options = usual();
  options.heading_level = 3;
  const std::string html = article("---\ntitle: Headline\n---\n# One\n\n## Two\n\n###### Six\n", options);
  CHECK(contains(html, "<h3 class=\"pm-headline\">Headline</h3>"));
  CHECK(contains(html, "<h4 id=\"pm-one\">One</h4>"));
  CHECK(contains(html, "<h5 id=\"pm-two\">Two</h5>"));
  CHECK(contains(html, "<h6 id=\"pm-six\">Six</h6>"));
}

TEST_CASE("article: a heading that is the headline is shown once and keeps its id") {
  const std::string html = article("# Good news\n\nText.\n\n## Notes\n");
  CHECK(contains(html, "<h1 class=\"pm-headline\" id=\"pm-good-news\">Good news</h1>"));
  CHECK(times(html, "Good news") == 1);
  CHECK(contains(html, "<h2 id=\"pm-notes\">Notes</h2>"));
  CHECK(contains(body("# Good news\n\nText.\n"), "<h1 id=\"pm-good-news\">Good news</h1>"));
}

TEST_CASE("article: a headline that stands below other words keeps its place and its level") {
  ParseOptions options = usual();
  options.heading_level = 2;
  const std::string html = article("For immediate release\n\n# Good news\n\n## Notes\n", options);
  CHECK_FALSE(contains(html, "pm-headline"));
  CHECK(contains(html, "<h2 id=\"pm-good-news\">"));
  CHECK(contains(html, "<h3 id=\"pm-notes\">"));
}

TEST_CASE("article: without a headline its first words name it") {
  const std::string html = article("Officers & \"friends\".\n");
  CHECK(contains(html, "<article class=\"pm-article\" aria-label=\"Officers &amp; “friends”.\">"));
  CHECK_FALSE(contains(html, "<h1"));
  CHECK_FALSE(contains(html, "<header"));
  CHECK_FALSE(contains(article("# Headline\n"), "aria-label"));
}

TEST_CASE("article: dates are said in words and as the machine reads them") {
  CHECK(contains(article("---\npublished: 00:01 02/05/2019\n---\nText"),
                 "<time datetime=\"2019-05-02T00:01+01:00\">Thursday 2 May 2019, 00:01</time>"));
  CHECK(contains(article("---\npublished: 2 May 2019\n---\nText"),
                 "<time datetime=\"2019-05-02\">Thursday 2 May 2019</time>"));
  const std::string unread = article("---\npublished: early May\n---\nText");
  CHECK(contains(unread, "<p class=\"pm-dateline\"><span>early May</span></p>"));
  ParseOptions paris = usual();
  paris.time_zone = "Europe/Paris";
  CHECK(contains(article("---\npublished: 2 May 2019 09:00\n---\nText", paris),
                 "Thursday 2 May 2019, 09:00 (Europe/Paris)"));
}

TEST_CASE("article: an embargo is announced while it holds, and in the author's words where it cannot be read") {
  const std::string source = "---\nembargo: 00:01 2 July 2024\n---\nText";
  CHECK(contains(article(source),
                 "<p class=\"pm-ribbon pm-embargo\" role=\"note\"><strong>Embargoed until</strong> <time "
                 "datetime=\"2024-07-02T00:01+01:00\">Tuesday 2 July 2024, 00:01</time></p>"));
  ParseOptions later = usual();
  later.now = 1719874860;
  CHECK_FALSE(contains(article(source, later), "pm-embargo"));
  CHECK(contains(article("---\nembargo: when we say so\n---\nText"),
                 "<p class=\"pm-ribbon pm-embargo\" role=\"note\"><strong>Embargoed</strong>: when we say so</p>"));
}

TEST_CASE("article: pictures that the page does not want become links") {
  const std::string source = "---\nimage: https://pictures.example/a.jpg\nimage_alt: A garden\n---\nText";
  CHECK(contains(article(source),
                 "<img src=\"https://pictures.example/a.jpg\" alt=\"A garden\" loading=\"lazy\" decoding=\"async\" "
                 "referrerpolicy=\"no-referrer\""));
  ParseOptions options = usual();
  options.base_url = "https://example.org/";
  options.images = ImagePolicy::same_origin;
  const std::string linked = article(source, options);
  CHECK_FALSE(contains(linked, "<img"));
  CHECK(
      contains(linked, "<a href=\"https://pictures.example/a.jpg\" rel=\"external noopener noreferrer\">A garden</a>"));
  CHECK(contains(article("---\nimage: /a.jpg\n---\nText", options), "<img src=\"https://example.org/a.jpg\" alt=\"\""));
  options.images = ImagePolicy::none;
  CHECK_FALSE(contains(article("---\nimage: /a.jpg\n---\nText", options), "<img"));
}

TEST_CASE("article: badges say area and grade in words; shape and colour come from the scale") {
  const std::string html = article(graded);
  CHECK(times(html, "<span class=\"pm-grade pm-tone-") == 2);  // the earlier inspection is in the table alone
  CHECK(contains(html, "<ul class=\"pm-grades\" aria-label=\"Inspection grades\">"));
  CHECK(contains(html, "<span class=\"pm-grade-area\">Efficiency</span> <span class=\"pm-grade-word\">Good</span>"));
  CHECK(contains(
      html, "<svg class=\"pm-grade-shape\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">"));
  CHECK(contains(html, std::string(render::shape_paths[1])));
}

TEST_CASE("article: the table of grades has a caption, heads and sources") {
  const std::string html = article(graded);
  CHECK(contains(html, "<caption>Inspection grades: Northford Police</caption>"));
  CHECK(contains(html, "<th scope=\"col\">Area</th>"));
  CHECK(contains(html, "<th scope=\"row\">Legitimacy</th>\n<td>Requires improvement</td>"));
  CHECK(contains(html,
                 "<th scope=\"row\">Efficiency</th>\n<td>Good</td>\n<td>HMICFRS, PEEL to 2020</td>\n"
                 "<td><time datetime=\"2019-05-02\">2 May 2019</time></td>\n"
                 "<td class=\"pm-grade-source\">Declared by the author</td>\n</tr>\n"
                 "<tr class=\"pm-grade-previous\">\n<th scope=\"row\">Efficiency</th>\n"
                 "<td>Previously: Inadequate</td>\n<td>HMICFRS, PEEL to 2020</td>\n<td></td>"));
  CHECK_FALSE(contains(html, ">Inspected</th>"));
  CHECK(contains(html, "<p class=\"pm-note\"><a href=\"https://example.org/report\""));
}

TEST_CASE("article: the page can leave grades out") {
  ParseOptions options = usual();
  for (const GradePolicy policy : {GradePolicy::none, GradePolicy::detected}) {
    options.grades = policy;
    CHECK_FALSE(contains(article(graded, options), "pm-grade"));
    CHECK(model(graded, options).at("grades").empty());
  }
  options.grades = GradePolicy::declared;
  CHECK(model(graded, options).at("grades").size() == 3);
}

TEST_CASE("article: Welsh words are marked where the text is not Welsh") {
  ParseOptions options = usual();
  options.language = "cy";
  const std::string english = article("---\nlang: en\npublished: 2 May 2019\n---\nText", options);
  CHECK(contains(english, "<article class=\"pm-article\" lang=\"en\""));
  CHECK(contains(english, "<time datetime=\"2019-05-02\" lang=\"cy\">Dydd Iau 2 Mai 2019</time>"));
  const std::string welsh = article("---\nlang: cy\npublished: 2 May 2019\n---\nTestun");
  CHECK(contains(welsh, "<time datetime=\"2019-05-02\">Dydd Iau 2 Mai 2019</time>"));
}

TEST_CASE("article: plain text tells the grades once") {
  const std::string text = to_text(*parse(graded, usual()));
  CHECK(contains(text, "Force graded\n"));
  CHECK(times(text, "Legitimacy") == 1);
  CHECK(contains(text, "Requires improvement"));
}

TEST_CASE("article: nothing of a release reaches markup") {
  const std::string html = article(
      "---\ntitle: \"<script>alert(1)</script>\"\nsummary: '\"><img src=x onerror=alert(1)>'\narea: </p><b>\n"
      "published: <i>soon</i>\nembargo: \"<u>\"\nlang: \"en\\\" onclick=\\\"x\"\nimage: https://example.org/\\\"x\n"
      "image_alt: \"\\\" onload=alert(1)\"\n---\n\nText.\n");
  for (const char* part : {"<script", "<img src=x", "<b>", "<i>", "<u>", "\" onclick", "\" onload"}) {
    CAPTURE(std::string(part));
    CHECK_FALSE(contains(html, part));
  }
}

TEST_CASE("words: areas that a text does not name are counted in words") {
  inspection::Grade grade;
  grade.scale = inspection::find_scale("hmicfrs-peel-4");
  REQUIRE(grade.scale);
  grade.grade = &grade.scale->grades[0];
  const auto area = [&](const char* name, std::optional<int> count, render::Language language) {
    grade.area = name;
    grade.count = count;
    return render::area_in_words(grade, language).text;
  };
  using enum release::Language;
  CHECK(area("overall", {}, english) == "Overall");
  CHECK(area("all", {}, english) == "All areas");
  CHECK(area("all", 3, english) == "All three areas");
  CHECK(area("some", {}, english) == "Some areas");
  CHECK(area("some", 1, english) == "One area");
  CHECK(area("some", 4, english) == "Four areas");
  CHECK(area("some", 13, english) == "13 areas");
  CHECK(area("some", 4, welsh) == "4 maes");
  CHECK(area("Efficiency", {}, welsh) == "Efficiency");
}

TEST_CASE("model: places count UTF-16 units of the source as given") {
  const std::string source = "\xEF\xBB\xBF---\ntitle: 🙂 é\npublished: 02/05/2019\n---\nText";
  const json found = model(source).at("diagnostics").at(0);
  CHECK(found.at("code") == "release-date-ambiguous");
  CHECK(found.at("line") == 3);
  CHECK(found.at("column") == 12);
  CHECK(found.at("start") == 28);  // mark 1, "---\n" 4, the title's line 12, "published: " 11
  CHECK(found.at("end") == 38);
  CHECK(found.at("fix").at("start") == 28);
}

TEST_CASE("model: numbers of the front matter stay as the author wrote them") {
  const json metadata = model(
                            "---\na: 12\nb: 0.5\nc: 1.10\nd: 01632\ne: 0x1F\nf: 9007199254740993\ng: -3\nh: .inf\ni: "
                            "1e3\nj: true\nk: yes\nl: ~\n---\nText")
                            .at("metadata");
  CHECK(metadata.at("a") == 12);
  CHECK(metadata.at("b") == 0.5);
  CHECK(metadata.at("c") == "1.10");
  CHECK(metadata.at("d") == "01632");
  CHECK(metadata.at("e") == "0x1F");
  CHECK(metadata.at("f") == "9007199254740993");
  CHECK(metadata.at("g") == -3);
  CHECK(metadata.at("h") == ".inf");
  CHECK(metadata.at("i") == "1e3");
  CHECK(metadata.at("j") == true);
  CHECK(metadata.at("k") == "yes");
  CHECK(metadata.at("l").is_null());
}

TEST_CASE("model: no key can change a prototype") {
  const std::string text =
      to_json(*parse("---\n__proto__: {polluted: yes}\na: {__proto__: 1, b: 2}\n---\nText", usual()));
  CHECK_FALSE(contains(text, "\"__proto__\":"));
  CHECK(json::parse(text).at("metadata").at("a").at("b") == 2);
}

TEST_CASE("model: what was repaired is reported with its place") {
  const json diagnostics = model("# Caf\xE9\n\nText.").at("diagnostics");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].at("code") == "text-repaired");
  CHECK(diagnostics[0].at("start") == 5);
  CHECK(diagnostics[0].at("end") == 6);
}

TEST_CASE("model: diagnostics stand in the order of the source") {
  const json diagnostics =
      model("---\ntitle: A | B\npublished: 02/05/2019\nurl: ftp://x\n---\n[x](javascript:1)\n").at("diagnostics");
  REQUIRE(diagnostics.size() >= 4);
  for (std::size_t i = 1; i < diagnostics.size(); ++i)
    CHECK(diagnostics[i - 1].at("start") <= diagnostics[i].at("start"));
}

TEST_CASE("places: blocks tell their lines, the model where the front matter stands, and neither without being asked") {
  const std::string_view source =
      "---\ntitle: Good\nog:\n  area: \"North\"\ntags: [a, b]\n---\n\nOne\ntwo\n\n- a\n- b\n\n| c |\n|---|\n| d "
      "|\n\n***\n\n    e\n";
  CHECK_FALSE(contains(article(source), "data-line"));
  CHECK_FALSE(model(source).contains("frontMatter"));
  ParseOptions options = usual();
  options.places = true;
  const std::string html = article(source, options);
  for (const char* const block :
       {"<h1 class=\"pm-headline\" data-line=\"2\"", "<p data-line=\"8\"", "<ul data-line=\"11\"",
        "<li data-line=\"12\"", "<section class=\"pm-table\" data-line=\"14\"", "<tr data-line=\"16\"",
        "<hr data-line=\"18\"", "<pre data-line=\"20\""}) {
    CAPTURE(block);
    CHECK(contains(html, block));
  }
  CHECK_FALSE(contains(to_text(*parse(source, options)), "data-line"));
  const json front_matter = model(source, options).at("frontMatter");
  CHECK(front_matter.at("kind") == "yaml");
  const auto words = [&](const json& place) {
    const std::size_t start = place.at("start").get<std::size_t>();
    return source.substr(start, place.at("end").get<std::size_t>() - start);
  };
  CHECK(words(front_matter.at("content")) == source.substr(4, 45));
  const json& entries = front_matter.at("value").at("entries");
  CHECK(words(entries.at(0).at("place")) == "title");
  CHECK(words(entries.at(0).at("value")) == "Good");
  CHECK(entries.at(1).at("value").at("kind") == "map");
  CHECK(words(entries.at(1).at("value").at("entries").at(0).at("value")) == "\"North\"");
  CHECK(words(entries.at(2).at("value").at("items").at(1)) == "b");
  CHECK(model("Text", options).at("frontMatter").is_null());
}

TEST_CASE("JSON-LD: only what is known, and safe inside a script element") {
  const std::string text =
      to_json_ld(*parse("---\ntitle: \"</script><!-- & \u2028\"\nurl: https://example.org/?a=1&amp;b=2\npublished: "
                        "00:01 02/05/2019\n---\nText",
                        usual()));
  for (const char* part : {"<", ">", "&", "\u2028"}) CHECK_FALSE(contains(text, part));
  const json article_data = json::parse(text);
  CHECK(article_data.at("@type") == "NewsArticle");
  CHECK(article_data.at("headline") == "</script><!-- & \u2028");
  CHECK(article_data.at("datePublished") == "2019-05-02T00:01+01:00");
  CHECK(article_data.at("mainEntityOfPage") == "https://example.org/?a=1&b=2");
  CHECK_FALSE(article_data.contains("description"));
  CHECK_FALSE(contains(to_json_ld(*parse(graded, usual())), "Rating"));
  // An hour that comes twice claims no offset: the day alone is certain.
  CHECK(json::parse(to_json_ld(*parse("---\npublished: 01:30 27/10/2019\n---\nText", usual()))).at("datePublished") ==
        "2019-10-27");
}

TEST_CASE("json_ld: a release that is held back says so, and one whose embargo has ended does not") {
  const auto standing = [](const std::string& front) {
    return json::parse(to_json_ld(*parse("---\ntitle: Headline\n" + front + "\n---\nText", usual())))
        .value("creativeWorkStatus", "");
  };
  CHECK(standing("embargo: 00:01 2 July 2124") == "Embargoed");
  CHECK(standing("embargo: noon, when the council has met") == "Embargoed");
  CHECK(standing("published: 2 July 2124") == "Embargoed");
  CHECK(standing("status: published\nembargo: 00:01 2 July 2124") == "Embargoed");
  CHECK(standing("status: withdrawn\nembargo: 00:01 2 July 2124") == "Withdrawn");
  CHECK(standing("status: draft\nembargo: 00:01 2 July 2124") == "Draft");
  CHECK(standing("status: embargoed\nembargo: 00:01 2 July 2012") == "Published");
  CHECK(standing("embargo: 00:01 2 July 2012").empty());
  CHECK(standing("published: 2 July 2012").empty());
}

TEST_CASE("ninjs: the picture and what is attached are associated items") {
  const json item = json::parse(
      to_ninjs(*parse("---\nimage:\n  src: https://example.org/hall.jpg\n  alt: The new hall\nattachments:\n  - url: "
                      "https://example.org/plan.pdf\n    title: The plan\n---\nText.\n",
                      usual())));
  const json picture = {{"name", "The new hall"},
                        {"uri", "https://example.org/hall.jpg"},
                        {"type", "picture"},
                        {"renditions", {{{"name", "main"}, {"href", "https://example.org/hall.jpg"}}}}};
  const json plan = {{"name", "The plan"},
                     {"uri", "https://example.org/plan.pdf"},
                     {"renditions", {{{"name", "main"}, {"href", "https://example.org/plan.pdf"}}}}};
  CHECK(item.at("associations") == json::array({picture, plan}));
  CHECK_FALSE(json::parse(to_ninjs(*parse("Text", usual()))).contains("associations"));
}

TEST_CASE("ninjs: names of version 3.0, complete instants, withheld under embargo") {
  const json item =
      json::parse(to_ninjs(*parse("---\ntitle: Headline\nurl: https://example.org/1\nlang: en-GB\npublished: 1 June "
                                  "2024 09:00\nembargo: 00:01 2 July 2024\n---\nText.\n",
                                  usual())));
  CHECK(item.at("uri") == "https://example.org/1");
  CHECK(item.at("standard").at("version") == "3.0");
  CHECK(item.at("versionCreated") == "2024-06-01T09:00:00+01:00");
  CHECK(item.at("embargoedUntil") == "2024-07-02T00:01:00+01:00");
  CHECK(item.at("pubStatus") == "withheld");
  CHECK(item.at("headlines").at(0).at("value") == "Headline");
  CHECK(item.at("bodies").at(0).at("value") == "Text.\n");
  CHECK(item.at("bodies").at(1).at("value") == "<p>Text.</p>\n");
  CHECK_FALSE(json::parse(to_ninjs(*parse("Text", usual()))).contains("uri"));
}

TEST_CASE("scales: as JSON, with null for what no source gives") {
  const json scales = json::parse(scales_json());
  CHECK(scales.size() == inspection::scales().size());
  for (const json& scale : scales) {
    CHECK(scale.at("id").is_string());
    CHECK(scale.at("grades").is_array());
    for (const json& grade : scale.at("grades"))
      CHECK((grade.at("labelCy").is_null() || !grade.at("labelCy").get<std::string>().empty()));
  }
}

TEST_CASE("article: each of several inspections has the link to its report, which says whose it is") {
  const std::string text =
      "---\ninspection:\n  - scale: cqc\n    subject: Fern House\n    report: https://reports.example/fern\n    "
      "grades:\n"
      "      Safe: good\n  - scale: cqc\n    subject: Moss House\n    report: https://reports.example/moss\n    "
      "grades:\n"
      "      Safe: inadequate\n---\n\nWords.\n";
  const std::string html = article(text);
  CHECK(contains(html, "href=\"https://reports.example/fern\""));
  CHECK(contains(html, ">Inspection report (Fern House)</a>"));
  CHECK(contains(html, "href=\"https://reports.example/moss\""));
  CHECK(contains(html, ">Inspection report (Moss House)</a>"));
  CHECK(model(text)["inspection"]["report"] == "https://reports.example/fern");
}
