// Words struck out: how they are read, rendered and located.
#include <doctest/doctest.h>

#include <string>

#include "parsed_markdown.h"

using namespace pressmark;
using markdown::NodeIndex;
using markdown::NodeType;
using tests::html_of;

TEST_CASE("strikethrough: one or two tildes on either side, as many here as there") {
  CHECK(html_of("~a~ ~~b~~") == "<p><del>a</del> <del>b</del></p>\n");
  CHECK(html_of("~~a~ b~~") == "<p><del>a~ b</del></p>\n");
  CHECK(html_of("~a~~") == "<p>~a~~</p>\n");
  CHECK(html_of("x ~~~a~~~") == "<p>x ~~~a~~~</p>\n");
  CHECK(html_of("\\~a~ ~ b ~") == "<p>~a~ ~ b ~</p>\n");
}

TEST_CASE("strikethrough: nests with emphasis, links, code and cells") {
  CHECK(html_of("**a ~~b *c*~~**") == "<p><strong>a <del>b <em>c</em></del></strong></p>\n");
  CHECK(html_of("~~*a~~*") == "<p><del>*a</del>*</p>\n");
  CHECK(html_of("~~a `~~` b~~") == "<p><del>a <code>~~</code> b</del></p>\n");
  CHECK(html_of("a | b\n--|--\n~~c | d~~ ~e~").find("<td>d~~ <del>e</del></td>") != std::string::npos);
}

TEST_CASE("strikethrough: words inside and behind are located") {
  const text::Source source("> one ~~two *three*~~ ~four~\n> five ~~six\n> seven~~ eight");
  text::Diagnostics diagnostics;
  const auto document = markdown::parse(source, 0, {}, diagnostics);
  std::string words;
  for (NodeIndex i = 0; i < document.nodes().size(); ++i) {
    const auto& node = document[i];
    if (node.type != NodeType::text) continue;
    const auto size = static_cast<std::uint32_t>(node.text.size());
    CHECK(source.slice(document.locate(i, 0, size)) == node.text);
    words += node.text;
  }
  CHECK(words ==
        "one two three four"
        "five six"
        "seven eight");
}

TEST_CASE("strikethrough: in plain text the marks stay, so that nobody reads what is struck out as said") {
  CHECK(tests::text_of("It was ~~good~~, then *~better~*.") == "It was ~~good~~, then ~~better~~.\n");
}
