// HTML in a text: harmless elements become nodes, of everything else the words stay.
#include <doctest/doctest.h>

#include <string>

#include "parsed_markdown.h"
#include "pressmark/pressmark.h"

using namespace pressmark;
using markdown::NodeType;
using tests::html_of;
using tests::ParsedMarkdown;

namespace {

std::string messages(const char* markdown) { return ParsedMarkdown(markdown).messages(); }

}  // namespace

TEST_CASE("HTML: harmless elements without attributes are kept, and nobody is told") {
  for (const char* name : {"abbr", "b", "bdi", "cite", "code",  "del",    "dfn", "em",  "i", "ins", "kbd",
                           "mark", "q", "s",   "samp", "small", "strong", "sub", "sup", "u", "var"}) {
    const std::string element = "<" + std::string(name) + ">b</" + name + ">";
    CAPTURE(element);
    CHECK(html_of("a " + element + " c") == "<p>a " + element + " c</p>\n");
    CHECK(ParsedMarkdown("a " + element + " c").diagnostics.all().empty());
  }
  CHECK(html_of("a<br>b<wbr>c<BR/>d") == "<p>a<br />\nb<wbr />c<br />\nd</p>\n");
  CHECK(messages("a<br>b<wbr>c<BR/>d").empty());
  CHECK(html_of("H<SUB>2</sub >O") == "<p>H<sub>2</sub>O</p>\n");
}

TEST_CASE("HTML: elements nest with each other and with Markdown") {
  CHECK(html_of("<b>a <i>b</i> *c <u>d</u>*</b>") == "<p><b>a <i>b</i> <em>c <u>d</u></em></b></p>\n");
  CHECK(html_of("# a<sup>b</sup>\n\n| <b>c</b> |\n| --- |\n").find("<b>c</b>") != std::string::npos);
  CHECK(html_of("[a <b>c</b>](/d) <i>[e](/f)</i>") ==
        "<p><a href=\"/d\">a <b>c</b></a> <i><a href=\"/f\">e</a></i></p>\n");
  CHECK(html_of("<b>a\nb</b>") == "<p><b>a\nb</b></p>\n");
  CHECK(html_of("<b><b>a</b></b>") == "<p><b><b>a</b></b></p>\n");
}

TEST_CASE("HTML: tags without a partner and tags that cross are left out, and nothing leaks") {
  CHECK(html_of("<b>a") == "<p>a</p>\n");
  CHECK(html_of("a</b>") == "<p>a</p>\n");
  CHECK(html_of("<b><i>a</b></i> b") == "<p><b>a</b> b</p>\n");
  CHECK(html_of("<b>*a</b>*") == "<p><em>a</em></p>\n");
  CHECK(html_of("*<b>a*</b>") == "<p><em>a</em></p>\n");
  CHECK(html_of("<b>a\n\nb</b>") == "<p>a</p>\n<p>b</p>\n");
  CHECK(html_of("<b/>a</b>") == "<p>a</p>\n");
  CHECK(html_of("- <b>a\n- b</b>") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  CHECK(messages("x <b>a") == "markdown-unpaired-tag <b>");
  CHECK(messages("<b><i>a</b></i> b") == "markdown-unpaired-tag <i>");
  CHECK(messages("a <b>*b</b>*") == "markdown-unpaired-tag <b>");
}

TEST_CASE("HTML: other tags go and their words stay, attributes go and their elements stay") {
  CHECK(html_of("a <span>b</span> <a href=\"/c\">d</a>") == "<p>a b d</p>\n");
  CHECK(messages("a <span>b</span> <b>c</b>") == "markdown-raw-html <span>");
  CHECK(html_of("a <b class=\"c\" onclick=\"d()\">e</b><br style=\"x\">") == "<p>a <b>e</b><br />\n</p>\n");
  CHECK(messages("a <b class=\"c\">e</b>") == "markdown-tag-attributes <b class=\"c\">");
  CHECK(messages("<u>a</u> <i>b <x>c</x> <b id=\"d\">e</b>") ==
        "markdown-raw-html <x>; markdown-unpaired-tag <i>; markdown-tag-attributes <b id=\"d\">");
}

TEST_CASE("HTML: what an abbreviation stands for is kept") {
  CHECK(html_of("<abbr title=\"Key Stage &quot;2&quot; &lt;b&gt;\">KS2</abbr>") ==
        "<p><abbr title=\"Key Stage &quot;2&quot; &lt;b&gt;\">KS2</abbr></p>\n");
  CHECK(html_of("<abbr class=x Title = 'a b' id=y>c</abbr>") == "<p><abbr title=\"a b\">c</abbr></p>\n");
  CHECK(html_of("<abbr data-title=a title=b>c</abbr>") == "<p><abbr title=\"b\">c</abbr></p>\n");
  CHECK(html_of("<abbr title>c</abbr> <b title=\"d\">e</b>") == "<p><abbr>c</abbr> <b>e</b></p>\n");
  CHECK(messages("<abbr title=\"a\">b</abbr>").empty());
}

TEST_CASE("HTML: scripts and comments vanish, whatever stands around or inside them") {
  CHECK(html_of("a <script>b <i>c</i></script> d") == "<p>a  d</p>\n");
  CHECK(html_of("a <b>c <script>d</b> e</script> f") == "<p>a <b>c </b> f</p>\n");
  CHECK(html_of("a <script>[b](/c) www.d.example</script> e") == "<p>a  e</p>\n");
  CHECK(html_of("a <b>c<!-- d --></b>") == "<p>a <b>c</b></p>\n");
}

TEST_CASE("HTML: elements count as a level of nesting") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "<b>";
  text += "x";
  for (int i = 0; i < 300; ++i) text += "</b>";
  const ParsedMarkdown parsed(text);
  CHECK(parsed.count(NodeType::element) == 100);
  CHECK(parsed.messages().find("markdown-too-deep") == 0);
  CHECK(parsed.html().find("x") != std::string::npos);
}

TEST_CASE("HTML: words in elements are located") {
  const ParsedMarkdown parsed("> one <b>two <i class='x'>three</b> four</i>\n> <u>five *six*</u> <br> seven");
  for (const char* words : {"one ", "two ", "three", " four", "five ", "six", "seven"})
    CHECK(parsed.located(words) == words);
}

TEST_CASE("HTML: plain text keeps figures above and below the line, and what is struck out, apart") {
  CHECK(tests::text_of("10<sup>6</sup> m<sup>2</sup>, CO<sub>2</sub>, 1<sup>st</sup>") == "10⁶ m², CO₂, 1st\n");
  CHECK(tests::text_of("<s>a</s> <q>b c</q> <kbd>d</kbd>") == "~~a~~ “b c” d\n");
}

TEST_CASE("HTML: a grade that is struck out is not said, a figure above the line is not part of it") {
  CHECK(parse("HMICFRS rated the force <s>good for preventing crime</s>.\n", {})->inspection.grades.empty());
  const auto release = parse("HMICFRS rated the force <b>good</b><sup>1</sup> for preventing crime.\n", {});
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->inspection.grades[0].grade->id == "good");
}
