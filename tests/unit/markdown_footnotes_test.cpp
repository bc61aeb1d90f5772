// Footnotes: how they are read, numbered, rendered and located.
#include <doctest/doctest.h>

#include <string>

#include "parsed_markdown.h"
#include "pressmark/pressmark.h"

using namespace pressmark;
using markdown::NodeIndex;
using markdown::NodeType;
using tests::html_of;
using tests::ParsedMarkdown;

namespace {

std::string mark(int number, int ordinal = 1) {
  const std::string id = "pm-footnote_" + std::to_string(number);
  const std::string again = ordinal > 1 ? "-" + std::to_string(ordinal) : "";
  return "<sup class=\"pm-footnote-mark\"><a href=\"#" + id + "\" id=\"" + id + "-ref" + again +
         "\" role=\"doc-noteref\" aria-label=\"Footnote " + std::to_string(number) + "\">" + std::to_string(number) +
         "</a></sup>";
}

std::string back(int number, int ordinal = 1) {
  const std::string again = ordinal > 1 ? std::to_string(ordinal) : "";
  return "<a class=\"pm-footnote-back\" href=\"#pm-footnote_" + std::to_string(number) + "-ref" +
         (ordinal > 1 ? "-" + again : "") + "\" role=\"doc-backlink\" aria-label=\"Back to the text" +
         (ordinal > 1 ? " " + again : "") + "\">\u21A9\uFE0E" + again + "</a>";
}

std::string footnotes(const std::string& items) {
  return "<section class=\"pm-footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n" + items +
         "</ol>\n</section>\n";
}

std::string footnote(int number, const std::string& content) {
  return "<li id=\"pm-footnote_" + std::to_string(number) + "\">\n" + content + "</li>\n";
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("footnotes: a mark leads there and a link leads back") {
  CHECK(html_of("a[^x]. b\n\n[^x]: *c* d\n") ==
        "<p>a" + mark(1) + ". b</p>\n" + footnotes(footnote(1, "<p><em>c</em> d " + back(1) + "</p>\n")));
}

TEST_CASE("footnotes: numbers go by the first reference, and every reference has a way back") {
  const std::string html = html_of("[^b]: one\n[^a]: two\n\nx[^a] y[^b] z[^A]\n");
  CHECK(html == "<p>x" + mark(1) + " y" + mark(2) + " z" + mark(1, 2) + "</p>\n" +
                    footnotes(footnote(1, "<p>two " + back(1) + " " + back(1, 2) + "</p>\n") +
                              footnote(2, "<p>one " + back(2) + "</p>\n")));
}

TEST_CASE("footnotes: they hold blocks, and go on in lines that are indented or lazy") {
  const std::string html = html_of("a[^1]\n\n[^1]: b\nc\n\n    > d\n\n        e\n\n    - f\n\ng\n");
  CHECK(html ==
        "<p>a" + mark(1) + "</p>\n<p>g</p>\n" +
            footnotes(footnote(1,
                               "<p>b\nc</p>\n<blockquote>\n<p>d</p>\n</blockquote>\n<pre><code>e\n</code></pre>\n"
                               "<ul>\n<li>f</li>\n</ul>\n<p class=\"pm-footnote-back\">" +
                                   back(1) + "</p>\n")));
  CHECK(has(html_of("a[^1]\n\n[^1]:\n    b"), "<p>b " + back(1) + "</p>"));
  CHECK(has(html_of("a[^1]\n\n[^1]:       b"), "<p>b " + back(1) + "</p>"));
  CHECK(has(html_of("a[^1]\n\n[^1]:"), footnote(1, "<p class=\"pm-footnote-back\">" + back(1) + "</p>\n")));
}

TEST_CASE("footnotes: inside lists and quotes, and between the lines of a paragraph or behind a table") {
  const std::string html = html_of("> - a[^1]\n>\n>   [^1]: b\n>       c\n> - d\n\ne[^2]\n[^2]: f\n");
  CHECK(html ==
        "<blockquote>\n<ul>\n<li>\n<p>a" + mark(1) + "</p>\n</li>\n<li>\n<p>d</p>\n</li>\n</ul>\n</blockquote>\n<p>e" +
            mark(2) + "</p>\n" +
            footnotes(footnote(1, "<p>b\nc " + back(1) + "</p>\n") + footnote(2, "<p>f " + back(2) + "</p>\n")));
  CHECK(has(html_of("a[^1]|b\n-|-\nc|d[^1]\n[^1]: e"), "<p>e " + back(1) + " " + back(1, 2) + "</p>"));
}

TEST_CASE("footnotes: they refer to each other and to themselves") {
  const std::string html = html_of("a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1] d[^2] e[^3]\n[^3]: f\n");
  CHECK(html == "<p>a" + mark(1) + "</p>\n" +
                    footnotes(footnote(1, "<p>b" + mark(2) + " " + back(1) + " " + back(1, 2) + "</p>\n") +
                              footnote(2, "<p>c" + mark(1, 2) + " d" + mark(2, 2) + " e" + mark(3) + " " + back(2) +
                                              " " + back(2, 2) + "</p>\n") +
                              footnote(3, "<p>f " + back(3) + "</p>\n")));
}

TEST_CASE("footnotes: marks in emphasis, headings, links, pictures and code") {
  const std::string html =
      html_of("# a[^1]\n\n**b[^1]** c![^1] [d[^1]](/e) ![f[^1]](/g.png) `[^1]` \\[^1]\n\n[^1]: h\n");
  CHECK(has(html, "id=\"pm-a\">a" + mark(1) + "</h"));
  CHECK(has(html, "<strong>b" + mark(1, 2) + "</strong> c!" + mark(1, 3)));
  CHECK(has(html, "<a href=\"/e\">d<sup class=\"pm-footnote-mark\" id=\"pm-footnote_1-ref-4\">1</sup></a>"));
  CHECK(has(html, "alt=\"f\""));
  CHECK(has(html, "<code>[^1]</code> [^1]</p>"));
  CHECK(has(html, back(1, 4) + "</p>"));
  CHECK_FALSE(has(html, back(1, 5)));
}

TEST_CASE("footnotes: what leads nowhere stays as written, and what nothing leads to is not shown") {
  const ParsedMarkdown undefined("> a [^x] b[^y] c[^x]\n");
  CHECK(undefined.html() == "<blockquote>\n<p>a [^x] b[^y] c[^x]</p>\n</blockquote>\n");
  CHECK(undefined.messages() == "markdown-undefined-footnote [^x]; markdown-undefined-footnote [^y]");
  const ParsedMarkdown unused("a[^1]\n\n[^1]: b\n\n[^2]: c[^3]\n\n[^1]: d\n");
  CHECK(unused.html() == "<p>a" + mark(1) + "</p>\n" + footnotes(footnote(1, "<p>b " + back(1) + "</p>\n")));
  CHECK(unused.messages() == "markdown-unused-footnote [^2]; markdown-repeated-footnote [^1]");
  CHECK(html_of("[^a b] [^] [^[c]]") == "<p>[^a b] [^] [^[c]]</p>\n");
  CHECK(ParsedMarkdown("[^a b] [^] [^[c]]").diagnostics.all().empty());
  CHECK(html_of("[^x](/y)") == "<p><a href=\"/y\">^x</a></p>\n");
  CHECK(ParsedMarkdown("[^x](/y)").diagnostics.all().empty());
}

TEST_CASE("footnotes: no label reaches the page, and no heading takes an id") {
  const std::string html = html_of("# Footnote 1\n\n# pm-footnote_1\n\na[^\"><b>]\n\n[^\"><b>]: c\n");
  CHECK(has(html, "id=\"pm-footnote-1\""));
  CHECK(has(html, "a" + mark(1)));
  CHECK_FALSE(has(html, "<b>"));
}

TEST_CASE("footnotes: words around and inside are located") {
  const ParsedMarkdown parsed(
      "one[^a] two\n\n> [^a]: three *four*\n>     five\n> six\n>\n>     - seven[^a]\n>       eight\n");
  for (const char* words : {"one", " two", "three ", "four", "five", "six", "seven", "eight"}) {
    CAPTURE(words);
    CHECK(parsed.located(words) == words);
  }
  for (NodeIndex i = 0; i < parsed.document.nodes().size(); ++i) {
    if (parsed.document[i].type == NodeType::footnote) {
      CHECK(parsed.source_of(i).starts_with("[^a]: three"));
      CHECK(parsed.source_of(i).ends_with("eight"));
    }
  }
}

TEST_CASE("footnotes: plain text has them at the end, by number") {
  CHECK(tests::text_of("a[^x]\n\n[^x]: - b\n") == "a[1]\n\n1. - b\n");
  CHECK(tests::text_of("a[^x] b[^y].\n\n[^x]: c\n[^y]: d\n\n    e\n") == "a[1] b[2].\n\n1. c\n\n2. d\n\n   e\n");
}

TEST_CASE("footnotes: a mark behind an address is not part of it") {
  const std::string html =
      html_of("www.a.example/b[^1] c@d.example[^1] www.a.example[^1] www.a.example/[^2]\n\n[^1]: e\n");
  CHECK(has(html, ">www.a.example/b</a>" + mark(1) + " <a href=\"mailto:c@d.example\">c@d.example</a>" + mark(1, 2)));
  CHECK(has(html, ">www.a.example</a>" + mark(1, 3)));
  CHECK(has(html, ">www.a.example/[^2]</a>"));
}

TEST_CASE("footnotes: no way leads back into the heading that serves as headline") {
  const auto release = parse("# a[^1]\n\nb[^1]\n\n[^1]: c\n", {});
  render::HtmlWriter writer;
  render::BodyOptions options;
  options.left_out = 1;
  render::write_body(writer, release->document, options);
  CHECK(writer.take() == "<p>b" + mark(1, 2) + "</p>\n" + footnotes(footnote(1, "<p>c " + back(1, 2) + "</p>\n")));
}

TEST_CASE("footnotes: very many references have so many ways back, and no more") {
  std::string text = "[^1]: a\n\n";
  for (int i = 0; i < 300; ++i) text += "b[^1] ";
  const std::string html = html_of(text);
  CHECK(has(html, "id=\"pm-footnote_1-ref-300\""));
  CHECK(has(html, back(1, 99) + "</p>"));
}

TEST_CASE("footnotes: a grade with a footnote is found, and one in a footnote with its own words") {
  const auto release = parse("HMICFRS rated the force good[^1] for preventing crime.\n\n[^1]: Out of five.\n", {});
  REQUIRE(release->inspection.grades.size() == 1);
  CHECK(release->source.slice(release->inspection.grades[0].evidence) ==
        "HMICFRS rated the force good[^1] for preventing crime.");
}
