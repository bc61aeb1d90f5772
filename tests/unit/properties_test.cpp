// What must hold whatever the text says, tried with texts that are made up by number. A failure names the number.
#include "properties.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "release_maker.h"

using namespace pressmark;
using namespace pressmark::properties;

namespace {

ParseOptions options_by(ReleaseMaker& maker) {
  ParseOptions options;
  options.heading_level = static_cast<int>(maker.below(6)) + 1;
  options.grades = static_cast<GradePolicy>(maker.below(4));
  options.images = static_cast<ImagePolicy>(maker.below(3));
  options.language = maker.below(3) == 0 ? "cy" : "";
  options.smart = maker.below(4) != 0;
  options.places = maker.below(2) == 0;
  if (maker.below(2) == 0) options.base_url = "https://example.org/news/";
  if (maker.below(2) == 0) options.now = 1'717'243'200;
  return options;
}

constexpr std::string_view sample =
    "\uFEFF---\ntitle: \"Larchford \\u00e9\"\ndate: 02/05/2019\ninspection:\n  scale: fhrs\n  grades: {overall: 5}\n"
    "contacts:\n- name: Ada\n  tel: 01632 960001\n---\n\n# Heading *one*\n\n> - a [link](/x \"t\") and `code`\n>   "
    "![p](/p)\n\n"
    "| a | b |\n|---|:-:|\n| “é” | 𝄞 |\n\n:::quote{speaker=\"Ann Field\"}\nWords[^1].\n:::\n\n[^1]: Below &amp; &#27; "
    "<b>bold</b>.\n\n"
    "Larchford Police was rated good for preventing crime.\r\n\r\n\\- one\r\n\\- two\r\n";

}  // namespace

TEST_CASE("properties: the checks see what they are there for") {
  for (const std::string_view bad : {"<script>x</script>",
                                     "<p>",
                                     "</p>",
                                     "<p>a</em></p>",
                                     "<p>a < b</p>",
                                     "<p>a & b</p>",
                                     "<p onclick=\"x\">a</p>",
                                     "<p class=\"own\">a</p>",
                                     "<p id=\"top\">a</p>",
                                     "<a href=\"javascript:x\">a</a>",
                                     "<a href=\"/a b\">a</a>",
                                     "<img src=\"data:image/png,x\" alt=\"\" />",
                                     "<p href=\"/a\">a</p>",
                                     "<p><h1>a</h1></p>",
                                     "<a href=\"/a\"><a href=\"/b\">c</a></a>",
                                     "<li>a</li>x<ul>y</ul>",
                                     "<br>",
                                     "<hr />x<p lang=\"a&quot;b\">c</p>",
                                     "<span id=\"pm-a\">a</span><span id=\"pm-a\">b</span>",
                                     "<svg viewBox=\"0 0 9 9\"></svg>",
                                     "<p lang=\"en\" lang=\"cy\">a</p>",
                                     "\xFF"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(check_markup(bad), Broken);
  }
  check_markup("<p class=\"pm-note\" lang=\"en\">a &lt; <a href=\"/b\" title=\"&quot;\">c</a><br />\nd</p>\n");
  const std::string nodes = to_nodes(*parse("a *b*", {}), Part::body);
  check_nodes(nodes, "<p>a <em>b</em></p>\n");
  CHECK_THROWS_AS(check_nodes(nodes, "<p>a <em>c</em></p>\n"), Broken);
  CHECK_THROWS_AS(check_nodes(nodes.substr(0, nodes.size() - 1), "<p>a <em>b</em></p>\n"), Broken);
  CHECK_THROWS_AS(check_plain_text("a\x1B"), Broken);
  CHECK_THROWS_AS(check_script_json("\"</script\""), Broken);
  CHECK_THROWS_AS(check_script_json("{"), Broken);
  CHECK_THROWS_AS(check_span(text::Source("é"), {1, 2}), Broken);
  CHECK_THROWS_AS(check_span(text::Source("é"), {0, 3}), Broken);
}

TEST_CASE("properties: releases that are made up come out whole") {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    ReleaseMaker maker(seed);
    const std::string text = maker.release();
    const ParseOptions options = options_by(maker);
    INFO("seed ", seed, ":\n", text);
    REQUIRE_NOTHROW(check_release(*parse(text, options)));
  }
}

TEST_CASE("properties: what the fuzzers found stays mended") {
  for (const std::string_view text : {"---\ncontact: d@\xFF.\xFE\n---\n\nWords.", "---\ncontact: ada@exämple.example\n---\n\nWords.", "---\n\"\\s\": \"\"\n---"}) {
    INFO(text);
    CHECK_NOTHROW(check_release(*parse(text, {})));
    CHECK_NOTHROW(check_fixes(text, {}));
  }
}

TEST_CASE("properties: bytes of no language come out whole") {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    ReleaseMaker maker(seed);
    const std::string text = maker.bytes(1 + maker.below(300));
    const ParseOptions options = options_by(maker);
    INFO("seed ", seed);
    REQUIRE_NOTHROW(check_release(*parse(text, options)));
  }
}

TEST_CASE("properties: every beginning of a release comes out whole") {
  for (std::size_t size = 0; size <= sample.size(); ++size) {
    CAPTURE(size);
    REQUIRE_NOTHROW(check_release(*parse(sample.substr(0, size), {})));
  }
}

TEST_CASE("properties: the same text gives the same outputs") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    ReleaseMaker maker(seed);
    const std::string text = maker.release();
    INFO("seed ", seed, ":\n", text);
    REQUIRE_NOTHROW(check_repeatable(text, options_by(maker)));
  }
}

TEST_CASE("properties: accepting fix after fix comes to an end") {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    ReleaseMaker maker(seed);
    const std::string text = maker.release();
    INFO("seed ", seed, ":\n", text);
    REQUIRE_NOTHROW(check_fixes(text, options_by(maker)));
  }
}
