// Directives: how they are read, nested, ended, reported and rendered.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "parsed_markdown.h"
#include "pressmark/markdown/directive.h"
#include "pressmark/pressmark.h"
#include "pressmark/render/directive_layout.h"

using namespace pressmark;
using markdown::Directive;
using markdown::NodeType;
using tests::html_of;
using tests::ParsedMarkdown;
using tests::text_of;

namespace {

/// The source after the author has accepted the only fix.
std::string mended(std::string_view markdown) {
  const ParsedMarkdown parsed(markdown);
  std::string text(markdown);
  for (const auto& one : parsed.diagnostics.all()) {
    if (one.fix) return text.replace(one.fix->span.start, one.fix->span.size(), one.fix->text);
  }
  return "(no fix)";
}

const markdown::Node* first_directive(const ParsedMarkdown& parsed) {
  for (const auto& node : parsed.document.nodes()) {
    if (node.type == NodeType::directive) return &node;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("directives: a line that is text for its indentation alone has no mend that changes nothing") {
  const ParsedMarkdown parsed("Words\n      :::contact\n");
  CHECK(parsed.count(NodeType::directive) == 0);
  CHECK(parsed.messages().find("markdown-directive-line") != std::string::npos);
  CHECK(mended("Words\n      :::contact\n") == "(no fix)");
}

// ---- Reading ----

TEST_CASE("directives: a name behind three colons begins one, and colons alone end it") {
  const ParsedMarkdown parsed("Before\n:::quote\nWords\n:::\nAfter");
  const markdown::Node* directive = first_directive(parsed);
  REQUIRE(directive);
  CHECK(directive->directive == Directive::quote);
  CHECK(directive->text == "quote");
  CHECK(parsed.source.slice(directive->span) == ":::quote\nWords\n:::");
  CHECK(parsed.count(NodeType::paragraph) == 3);
  CHECK(parsed.messages().empty());
}

TEST_CASE("directives: names know no case, may stand apart from the colons, and may have colons behind them") {
  for (const std::string_view head : {":::Quote", "::: quote", "   :::quote", "::::: quote :::::", ":::quote   "}) {
    CAPTURE(head);
    const ParsedMarkdown parsed(std::string(head) + "\nWords\n:::::\n");
    REQUIRE(first_directive(parsed));
    CHECK(first_directive(parsed)->directive == Directive::quote);
    CHECK(parsed.messages().empty());
  }
}

TEST_CASE("directives: other lines with colons stay text") {
  for (const std::string_view line : {"::quote", ":::", ":::: ", ":::quote said the mayor", ":::[x]", "::: -a", "    :::quote", "a :::quote"}) {
    CAPTURE(line);
    const ParsedMarkdown parsed(std::string(line) + "\n");
    CHECK(!first_directive(parsed));
  }
}

TEST_CASE("directives: a line of colons ends the innermost block with the longest fence that it is long enough for") {
  const auto shape = [](std::string_view markdown) {
    const ParsedMarkdown parsed(markdown);
    std::string found;
    for (const auto& node : parsed.document.nodes()) {
      if (node.type == NodeType::directive) found += "[" + std::string(parsed.source.slice(node.span)) + "]";
    }
    return found;
  };
  CHECK(shape("::::warning\n:::quote\na\n:::\nb\n::::\nc\n") == "[::::warning\n:::quote\na\n:::\nb\n::::][:::quote\na\n:::]");
  CHECK(shape(":::warning\n:::quote\na\n:::\nb\n:::\nc\n") == "[:::warning\n:::quote\na\n:::\nb\n:::][:::quote\na\n:::]");
  CHECK(shape("::::warning\n:::quote\na\n::::\nc\n") == "[::::warning\n:::quote\na\n::::][:::quote\na]");
  CHECK(shape(":::quote\na\n:::::\nc\n") == "[:::quote\na\n:::::]");
  CHECK(shape("::::quote\na\n:::\n::::\nc\n") == "[::::quote\na\n:::\n::::]");
}

TEST_CASE("directives: a line of colons in code or HTML is code or HTML") {
  CHECK(html_of(":::warning\n```\n:::\n```\n:::\n") ==
        "<div class=\"pm-callout pm-warning\" role=\"note\">\n<p class=\"pm-label\">Warning</p>\n<pre><code>:::\n"
        "</code></pre>\n</div>\n");
  CHECK(html_of(":::warning\n<pre>\n:::\n</pre>\n:::\n").find("</div>\n") != std::string::npos);
}

TEST_CASE("directives: they stand in lists and quotes, and hold them") {
  CHECK(html_of("- a\n\n  :::statistic\n  9\n  :::\n- b\n") ==
        "<ul>\n<li>\n<p>a</p>\n<div class=\"pm-statistic\">\n<p><strong class=\"pm-statistic-figure\">9</strong></p>\n"
        "</div>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n");
  CHECK(html_of("- :::ends\n  ENDS\n  :::\n- b\n") == "<ul>\n<li>\n<p class=\"pm-ends\">ENDS</p>\n</li>\n<li>b</li>\n</ul>\n");
  CHECK(html_of("> :::information\n> - a\n> - b\n> :::\n> c\n") ==
        "<blockquote>\n<div class=\"pm-callout pm-information\" role=\"note\">\n<p class=\"pm-label\">Information</p>\n"
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</div>\n<p>c</p>\n</blockquote>\n");
}

TEST_CASE("directives: a list's own directive is ended by a line of the list, one around it by a line before it") {
  const ParsedMarkdown parsed(":::warning\n- a\n\n  :::information\n  b\n  :::\n- c\n:::\nd\n");
  CHECK(parsed.messages().empty());
  CHECK(parsed.count(NodeType::directive) == 2);
  CHECK(parsed.count(NodeType::item) == 2);
  const ParsedMarkdown indented(":::warning\n- a\n  :::\nd\n");
  CHECK(indented.messages().empty());
  CHECK(indented.html().ends_with("</div>\n<p>d</p>\n"));
}

TEST_CASE("directives: a quote around it ends one, and lazy lines do not") {
  const ParsedMarkdown parsed("> :::warning\n> a\nlazy\n\nb\n");
  CHECK(parsed.messages() == "markdown-directive-unclosed :::warning");
  CHECK(parsed.html().find("<p>a\nlazy</p>\n</div>\n</blockquote>\n<p>b</p>") != std::string::npos);
}

TEST_CASE("directives: one ends a table and stands behind it") {
  CHECK(html_of("a|b\n-|-\nc|d\n:::statistic\n9\n:::\n").find("</table>\n</section>\n<div class=\"pm-statistic\">") !=
        std::string::npos);
}

TEST_CASE("directives: a table has a caption and headings of its rows") {
  const std::string table = "a|b\n-|-\nc|d\n";
  const std::string captioned = html_of(":::table[Visits & more]{headings=rows}\n" + table + ":::\n" + table);
  CHECK(captioned.starts_with("<section class=\"pm-table\" aria-label=\"Visits &amp; more\" tabindex=\"0\">\n"
                              "<table>\n<caption>Visits &amp; more</caption>\n<thead>\n"));
  CHECK(captioned.find("<th scope=\"row\">c</th>\n<td>d</td>") != std::string::npos);
  CHECK(captioned.find("aria-label=\"Table 2\"") != std::string::npos);
  CHECK(captioned.find("<td>c</td>") != std::string::npos);
  CHECK(html_of(":::table{caption=Visits}\n" + table + ":::\n").find("<caption>Visits</caption>") != std::string::npos);
  CHECK(html_of(":::table[Visits]\nnone\n:::\n") == "<p>none</p>\n<p>Visits</p>\n");
  // Each of two blocks around one table keeps its words.
  const std::string nested = html_of("::::table[Outer]\n:::table[Inner]\n" + table + ":::\n::::\n");
  CHECK(nested.starts_with("<p>Outer</p>\n<section class=\"pm-table\" aria-label=\"Inner\""));
  CHECK(nested.find("<caption>Inner</caption>") != std::string::npos);
  CHECK(ParsedMarkdown(":::table{headings=columns}\n" + table + ":::\n").messages() ==
        "markdown-directive-attribute headings");
}

TEST_CASE("directives: words are located to the character") {
  CHECK(ParsedMarkdown(":::quote\n> a *b*\n> c — “d”\n:::\n").located("c") == "c");
  CHECK(ParsedMarkdown("- ::::warning\n  :::quote\n  one\n  two &amp; three\n  :::\n").located("&") == "&amp;");
}

// ---- The first line ----

TEST_CASE("directives: the first line is a name, a label and attributes") {
  const auto head = markdown::read_directive_head(
      "quote[Ada [of] \\] &amp; co]{speaker=\"Ada Field\" role='Chief, Fire' A=b, c=“d e”}");
  CHECK(head.name == text::Span{0, 5});
  CHECK(head.label == "Ada [of] ] & co");
  CHECK(head.attribute("speaker") == "Ada Field");
  CHECK(head.attribute("role") == "Chief, Fire");
  CHECK(head.attribute("a") == "b,");
  CHECK(head.attribute("c") == "d e");
  CHECK(!head.attribute("d"));
  CHECK(head.unread.empty());
}

TEST_CASE("directives: what cannot be read of the first line is told") {
  CHECK(ParsedMarkdown(":::quote{speaker=}\na\n:::").messages() == "markdown-directive-attribute speaker=}");
  CHECK(ParsedMarkdown(":::quote{speaker=\"Ada}\na\n:::").messages() == "markdown-directive-attribute speaker=\"Ada}");
  CHECK(ParsedMarkdown(":::quote{.big}\na\n:::").messages() == "markdown-directive-attribute .big}");
  CHECK(ParsedMarkdown(":::warning[a] b]\na\n:::").messages() == "markdown-directive-attribute b]");
}

TEST_CASE("directives: attributes that mean nothing are told with what was meant") {
  CHECK(ParsedMarkdown(":::quote{speakr=\"Ada\"}\na\n:::").messages() == "markdown-directive-attribute speakr");
  CHECK(mended(":::quote{speakr=\"Ada\"}\na\n:::") == ":::quote{speaker=\"Ada\"}\na\n:::");
  CHECK(mended(":::warning{speaker=\"Ada\"}\na\n:::") == "(no fix)");
}

TEST_CASE("directives: an unknown name shows its words and offers the nearest") {
  CHECK(html_of(":::qoute[Said]\n*a*\n:::") == "<p>Said</p>\n<p><em>a</em></p>\n");
  CHECK(ParsedMarkdown(":::qoute\na\n:::").messages() == "markdown-directive-unknown qoute");
  CHECK(mended(":::qoute\na\n:::") == ":::quote\na\n:::");
  CHECK(mended(":::banner\na\n:::") == "(no fix)");
}

TEST_CASE("directives: lines that were meant as one are told") {
  CHECK(mended(":::notes to editors\na\n") == ":::notes-to-editors\na\n");
  CHECK(mended(":::warning Take care\na\n") == ":::warning[Take care]\na\n");
  CHECK(mended("a\n:::\n") == "a\n\n");
  CHECK(ParsedMarkdown("> a\n> b\n").messages().empty());
  CHECK(ParsedMarkdown("```\n:::x y\n```\n").messages().empty());
}

TEST_CASE("directives: one without an end goes on to the end of what it stands in, but never as the mark of the end") {
  const ParsedMarkdown parsed(":::warning\na\n\nb");
  CHECK(parsed.messages() == "markdown-directive-unclosed :::warning");
  CHECK(parsed.html().ends_with("<p>b</p>\n</div>\n"));
  CHECK(html_of(":::ends\nENDS\n\nNotes") == "<p>ENDS</p>\n<p>Notes</p>\n");
}

TEST_CASE("directives: below a hundred they are text, and the words stay") {
  std::string markdown;
  for (int i = 0; i < 120; ++i) markdown += ":::warning\n";
  markdown += "deep\n";
  const ParsedMarkdown parsed(markdown);
  CHECK(parsed.count(NodeType::directive) <= 100);
  CHECK(parsed.text().find("deep") != std::string::npos);
}

// ---- What they become ----

TEST_CASE("directives: a quotation names its speaker in a caption, however that is written") {
  const std::string before = "<figure class=\"pm-quote\">\n<blockquote>\n<p>We are <em>proud</em>.</p>\n</blockquote>\n<figcaption>";
  const std::string after = "</figcaption>\n</figure>\n";
  const std::string said = "— <span class=\"pm-speaker\">Ada Field</span>, Chief Officer";
  for (const std::string_view content : {"We are *proud*.\n— Ada Field, Chief Officer", "We are *proud*.\n\n— Ada Field, Chief Officer",
                                         "> We are *proud*.\n\n— Ada Field, Chief Officer", "> We are *proud*.\n>\n> — Ada Field, Chief Officer",
                                         "> We are *proud*.\n> — Ada Field, Chief Officer", "We are *proud*.\n- Ada Field, Chief Officer"}) {
    CAPTURE(content);
    CHECK(html_of(":::quote\n" + std::string(content) + "\n:::") == before + said + after);
  }
  CHECK(html_of(":::quote{speaker=\"Ada Field\" role=\"Chief Officer\"}\nWe are *proud*.\n:::") ==
        before + "— <span class=\"pm-speaker\">Ada Field</span>, <span class=\"pm-role\">Chief Officer</span>" + after);
  CHECK(html_of(":::quote[Ada Field]\nWe are *proud*.\n:::") == before + "— <span class=\"pm-speaker\">Ada Field</span>" + after);
  CHECK(html_of(":::quote\nWe are *proud*.\n:::") ==
        "<figure class=\"pm-quote\">\n<blockquote>\n<p>We are <em>proud</em>.</p>\n</blockquote>\n</figure>\n");
  CHECK(text_of(":::quote\nWe are *proud*.\n— Ada Field\n:::") == "> We are proud.\n\n— Ada Field\n");
}

TEST_CASE("directives: a quotation of several paragraphs and lists stays whole") {
  CHECK(html_of(":::quote\nOne\n\n- two\n- three\n:::") ==
        "<figure class=\"pm-quote\">\n<blockquote>\n<p>One</p>\n<ul>\n<li>two</li>\n<li>three</li>\n</ul>\n</blockquote>\n</figure>\n");
  CHECK(html_of(":::quote\n:::") == "<figure class=\"pm-quote\">\n<blockquote>\n</blockquote>\n</figure>\n");
}

TEST_CASE("directives: a contact has its name, numbers and addresses marked, and keeps its lines and words") {
  CHECK(html_of(":::contact\nAda Field, press officer\nTel: 01632 960 001 or 020 7946 0000\n<ada@north.example>\n:::") ==
        "<section class=\"pm-contact\">\n<h2>Media contact</h2>\n<address class=\"h-card\">\n<p><span class=\"p-name\">Ada "
        "Field</span>, press officer<br />\nTel: <a class=\"p-tel\" href=\"tel:+441632960001\">01632 960 001</a> or <a "
        "class=\"p-tel\" href=\"tel:+442079460000\">020 7946 0000</a><br />\n<a class=\"u-email\" "
        "href=\"mailto:ada@north.example\">ada@north.example</a></p>\n</address>\n</section>\n");
  CHECK(html_of(":::contact\n## Press office\n\nName: **Ada Field**\n:::") ==
        "<section class=\"pm-contact\">\n<h2 id=\"pm-press-office\">Press office</h2>\n<address class=\"h-card\">\n<p>Name: "
        "<strong><span class=\"p-name\">Ada Field</span></strong></p>\n</address>\n</section>\n");
  CHECK(html_of(":::contact{name=\"Ada\" telephone=\"01632 960001\" email=\"a@b.example\"}\n:::")
            .find("<p><span class=\"p-name\">Ada</span><br />\nTelephone: <a class=\"p-tel\" href=\"tel:+441632960001\">01632 "
                  "960001</a><br />\nEmail: <a class=\"u-email\" href=\"mailto:a@b.example\">a@b.example</a></p>") !=
        std::string::npos);
  CHECK(text_of(":::contact\nAda\nTel: 01632 960001\n:::") == "Media contact\n\nAda\nTel: 01632 960001\n");
}

TEST_CASE("directives: what an address may not hold stands in another box") {
  const std::string html = html_of(":::contact\nAda\n\n## Bea\n:::");
  CHECK(html.find("<address") == std::string::npos);
  CHECK(html.find("<div class=\"h-card\">") != std::string::npos);
}

TEST_CASE("directives: sections have the heading that their content begins with, or one of their own") {
  CHECK(html_of(":::notes-to-editors\n1. a\n:::") ==
        "<section class=\"pm-notes\">\n<h2>Notes to editors</h2>\n<ol>\n<li>a</li>\n</ol>\n</section>\n");
  CHECK(html_of(":::notes-to-editors[Background]\na\n:::").find("<h2>Background</h2>") != std::string::npos);
  CHECK(html_of("# Title\n\n:::notes-to-editors\n### Notes\na\n:::").find("<section class=\"pm-notes\">\n<h4 id=\"pm-notes\">Notes</h4>") !=
        std::string::npos);
  CHECK(html_of("::::notes\na\n:::contact\nb\n:::\n::::\n:::contact\nc\n:::\n").find("<h3>Media contact</h3>") != std::string::npos);
}

TEST_CASE("directives: a statistic has its figure first") {
  CHECK(html_of(":::statistic\n92%\nof *boats*\n:::") ==
        "<div class=\"pm-statistic\">\n<p><strong class=\"pm-statistic-figure\">92%</strong>\nof <em>boats</em></p>\n</div>\n");
  CHECK(html_of(":::statistic\n**92%** of boats\n:::") ==
        "<div class=\"pm-statistic\">\n<p><strong class=\"pm-statistic-figure\">92%</strong> of boats</p>\n</div>\n");
  CHECK(html_of(":::statistic[92%]\nof\nboats\n:::") ==
        "<div class=\"pm-statistic\">\n<p><strong class=\"pm-statistic-figure\">92%</strong></p>\n<p>of\nboats</p>\n</div>\n");
  CHECK(html_of(":::statistic\n92%\n\nof boats\n:::").find("<strong class=\"pm-statistic-figure\">92%</strong></p>\n<p>of boats</p>") !=
        std::string::npos);
  CHECK(html_of(":::statistic\nA whole sentence that names no figure at its head\n:::").find("<strong") == std::string::npos);
}

TEST_CASE("directives: a figure has caption and credit") {
  const std::string image = "<img src=\"a.jpg\" alt=\"Quay\" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\" />";
  CHECK(html_of(":::figure\n![Quay](a.jpg)\nAt *dawn*\nPhoto: A. Field\n:::") ==
        "<figure class=\"pm-figure\">\n" + image +
            "\n<figcaption>At <em>dawn</em>\n<span class=\"pm-credit\">Photo: A. Field</span></figcaption>\n</figure>\n");
  CHECK(html_of(":::figure\n![Quay](a.jpg)\n\nAt dawn\n\n© A. Field\n:::") ==
        "<figure class=\"pm-figure\">\n" + image +
            "\n<figcaption>At dawn\n<p class=\"pm-credit\">© A. Field</p>\n</figcaption>\n</figure>\n");
  CHECK(html_of(":::figure{caption=\"At dawn\" credit=\"A. Field\"}\n![Quay](a.jpg)\n:::") ==
        "<figure class=\"pm-figure\">\n" + image +
            "\n<figcaption>At dawn\n<span class=\"pm-credit\">Credit: A. Field</span></figcaption>\n</figure>\n");
  CHECK(text_of(":::figure{caption=\"At dawn\" credit=\"A. Field\"}\n![Quay](a.jpg)\n:::") == "Quay\n\nAt dawn\nCredit: A. Field\n");
  CHECK(html_of(":::figure\n![Quay](a.jpg)\n:::") == "<figure class=\"pm-figure\">\n" + image + "\n</figure>\n");
}

TEST_CASE("directives: attachments say what kind of file they are where their words do not") {
  const std::string html = html_of(
      ":::attachments\n- [Report](https://a.example/r.pdf?x=1)\n- [Data (CSV)](d.csv)\n- [Map](m.png) (2 MB)\n- [Page](https://a.example)\n:::");
  CHECK(html.find("Report</a> <span class=\"pm-file\">(PDF)</span></li>") != std::string::npos);
  CHECK(html.find("Data (CSV)</a></li>") != std::string::npos);
  CHECK(html.find("Map</a> (2 MB)</li>") != std::string::npos);
  CHECK(html.find("Page</a></li>") != std::string::npos);
  CHECK(html_of(":::attachments{type=\"ZIP\" size=\"3 MB\"}\n[All](all.zip)\n:::").find("All</a> <span class=\"pm-file\">(ZIP, 3 MB)</span>") !=
        std::string::npos);
  CHECK(html_of(":::attachments\n[a](a.pdf)\n:::\n[b](b.pdf)").find("b</a></p>") != std::string::npos);
}

TEST_CASE("directives: the mark at the end is known by its words") {
  for (const std::string_view words : {"ENDS", "-ENDS-", "– Ends –", "— ends —", "-30-", "- END -", "DIWEDD", "~ENDS~", "-diwedd-"})
    CHECK_MESSAGE(render::is_ends_mark(words), words);
  for (const std::string_view words : {"Ends", "end", "30", "The road ends", "-31-", "", "–", "WEEKENDS", "ENDS SOON"})
    CHECK_MESSAGE(!render::is_ends_mark(words), words);
}

TEST_CASE("directives: the mark at the end is known where Markdown takes it for a list") {
  const auto body = [](std::string_view source) { return to_html(*parse(source, {}), Part::body); };
  for (const std::string mark : {"- ENDS -", "- Ends -", "- Diwedd -"}) {
    CHECK(body("Words.\n\n" + mark + "\n\nNotes") == "<p>Words.</p>\n<p class=\"pm-ends\">" + mark + "</p>\n<p>Notes</p>\n");
  }
  for (const std::string_view list : {"- Ends", "- ENDS -\n- Notes", "- ENDS -\n\n  Notes", "> - ENDS -", "- *ENDS* -", "- The road ends -", "-"}) {
    CHECK_MESSAGE(body(list).find("pm-ends") == std::string::npos, list);
    CHECK_MESSAGE(body(list).find("<ul>") != std::string::npos, list);
  }
}

TEST_CASE("directives: empty ones are harmless") {
  for (const std::string_view name : {"notes-to-editors", "contact", "quote", "information", "warning", "statistic", "figure",
                                      "attachments", "ends", "nothing"}) {
    CAPTURE(name);
    const std::string empty = ":::" + std::string(name) + "\n:::\n";
    const std::string html = html_of(empty + "last");
    CHECK(html.ends_with("<p>last</p>\n"));
    CHECK(std::count(html.begin(), html.end(), '<') >= 2);
  }
}
