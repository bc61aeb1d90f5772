#include <doctest/doctest.h>

#include <string>

#include "pressmark/markdown/document.h"
#include "pressmark/markdown/slugs.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/limits.h"
#include "pressmark/text/source.h"

using namespace pressmark;
using markdown::Document;
using markdown::Node;
using markdown::NodeIndex;
using markdown::NodeType;

namespace {

/// A text and what was made of it.
struct Parsed {
  explicit Parsed(std::string_view markdown, bool smart = false)
      : source(markdown), document(markdown::parse(source, source.content_start(), {smart}, diagnostics)) {}

  [[nodiscard]] std::string_view slice(NodeIndex index) const { return source.slice(document[index].span); }
  [[nodiscard]] NodeIndex first(NodeType type) const {
    for (NodeIndex i = 0; i < document.nodes().size(); ++i) {
      if (document[i].type == type) return i;
    }
    FAIL("no such node");
    return 0;
  }
  [[nodiscard]] int count(NodeType type) const {
    int found = 0;
    for (const Node& node : document.nodes()) found += node.type == type;
    return found;
  }
  [[nodiscard]] std::string words() const { return document.plain_text(0); }
  [[nodiscard]] int reports(std::string_view code) const {
    int found = 0;
    for (const auto& diagnostic : diagnostics.all()) found += diagnostic.code == code;
    return found;
  }

  text::Source source;
  text::Diagnostics diagnostics;
  Document document;
};

}  // namespace

TEST_CASE("document: nodes stand in document order and know their ends") {
  const Parsed parsed("# Title\n\na *b*\n");
  const auto& nodes = parsed.document.nodes();
  REQUIRE(nodes.size() == 7);
  const NodeType types[] = {NodeType::document, NodeType::heading,  NodeType::text, NodeType::paragraph,
                            NodeType::text,     NodeType::emphasis, NodeType::text};
  const std::uint32_t ends[] = {7, 3, 3, 7, 5, 7, 7};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    CHECK(nodes[i].type == types[i]);
    CHECK(nodes[i].end == ends[i]);
  }
  CHECK(nodes[1].level == 1);
  CHECK(nodes[2].text == "Title");
}

TEST_CASE("document: an empty text is a document without children") {
  const Parsed parsed("");
  REQUIRE(parsed.document.nodes().size() == 1);
  CHECK(parsed.document[0].end == 1);
}

TEST_CASE("document: a moved document keeps its strings") {
  Parsed parsed("some *words* here");
  const Document moved = std::move(parsed.document);
  CHECK(moved.plain_text(0) == "some words here");
}

TEST_CASE("document: blocks know their place, whatever ends the lines") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    CAPTURE(end);
    const Parsed parsed("# One" + end + end + "> quoted" + end + "> words" + end + end + "- item" + end + end + "```" +
                        end + "x" + end + "```" + end + end + "***" + end);
    CHECK(parsed.slice(parsed.first(NodeType::heading)) == "# One");
    CHECK(parsed.slice(parsed.first(NodeType::block_quote)) == "> quoted" + end + "> words");
    CHECK(parsed.slice(parsed.first(NodeType::bullet_list)) == "- item");
    CHECK(parsed.slice(parsed.first(NodeType::item)) == "- item");
    CHECK(parsed.slice(parsed.first(NodeType::code_block)) == "```" + end + "x" + end + "```");
    CHECK(parsed.slice(parsed.first(NodeType::thematic_break)) == "***");
  }
}

TEST_CASE("document: a block ends with its own last line, whatever closes it") {
  const Parsed headings("One\nmore\n===\ntext\n\nTwo\n---\n---\n> Three\n> ---\n");
  CHECK(headings.slice(1) == "One\nmore\n===");
  CHECK(headings.slice(5) == "text");
  CHECK(headings.slice(7) == "Two\n---");
  const Parsed code("> ```\n> a\nb\n\n- ~~~\n  c\n  ~~~\n\n```\n\n    d\n    e\n");
  std::vector<std::string_view> found;
  for (NodeIndex i = 0; i < code.document.nodes().size(); ++i) {
    if (code.document[i].type == NodeType::code_block) found.push_back(code.slice(i));
  }
  CHECK(found == std::vector<std::string_view>{"```\n> a", "~~~\n  c\n  ~~~", "```\n\n    d\n    e"});
  const Parsed html("<pre>a\nb</pre>\nc\n");
  CHECK(html.slice(1) == "<pre>a\nb</pre>");
}

TEST_CASE("document: places count from the source, also after a byte order mark or front matter") {
  const Parsed marked("\xEF\xBB\xBF# One\n");
  CHECK(marked.slice(marked.first(NodeType::heading)) == "# One");
  text::Diagnostics diagnostics;
  const text::Source source("---\na: b\n---\nwords\n");
  const Document document = markdown::parse(source, 13, {}, diagnostics);
  CHECK(source.slice(document[1].span) == "words");
  CHECK(document[0].span == text::Span{13, 19});
}

TEST_CASE("document: lists keep their kind, first number and tightness") {
  const Parsed parsed("3. a\n4. b\n\nx\n\n- c\n\n- d\n");
  const Node& ordered = parsed.document[parsed.first(NodeType::ordered_list)];
  CHECK(ordered.number == 3);
  CHECK(ordered.tight);
  CHECK_FALSE(parsed.document[parsed.first(NodeType::bullet_list)].tight);
}

TEST_CASE("document: headings get prefixed ids of their words, unique and stable") {
  const Parsed parsed("# The Council's *Plan*\n# Ynys M\u00F4n: 1m\n# Notes\n# Notes\n# Notes-2\n# ***\n# !!!\n#\n");
  std::vector<std::string> ids;
  for (const Node& node : parsed.document.nodes()) {
    if (node.type == NodeType::heading) ids.emplace_back(node.detail);
  }
  CHECK(ids == std::vector<std::string>{"pm-the-councils-plan", "pm-ynys-m\u00F4n-1m", "pm-notes", "pm-notes-2",
                                        "pm-notes-2-2", "pm-section", "pm-section-2", "pm-section-3"});
}

TEST_CASE("document: whatever character stands in a heading, its id is valid UTF-8") {
  const auto piece = [](std::uint32_t bits, std::uint32_t head) { return static_cast<char>(head | (bits & 0x3F)); };
  for (std::uint32_t c = 0x800; c < 0x10000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;  // halves of surrogates
    const std::string character{static_cast<char>(0xE0 | c >> 12), piece(c >> 6, 0x80), piece(c, 0x80)};
    const std::string id = markdown::Slugs().name("A " + character + "b");
    CAPTURE(c);
    REQUIRE(text::Source(id).repairs().empty());
    REQUIRE(id.ends_with("b"));
  }
}

TEST_CASE("document: links and images keep address and title") {
  const Parsed parsed("[a](b&amp;c \"d\") ![e *f*](g)");
  const Node& link = parsed.document[parsed.first(NodeType::link)];
  CHECK(link.text == "b&c");
  CHECK(link.detail == "d");
  const NodeIndex image = parsed.first(NodeType::image);
  CHECK(parsed.document[image].text == "g");
  CHECK(parsed.document.plain_text(image) == "e f");
}

TEST_CASE("document: smart punctuation is an option") {
  CHECK(Parsed("\"it's\" -- so...", true).words() == "\u201Cit\u2019s\u201D \u2013 so\u2026");
  CHECK(Parsed("\"it's\" -- so...", false).words() == "\"it's\" -- so...");
}

TEST_CASE("raw HTML: inline tags go, their words stay, one warning for a block") {
  const Parsed parsed("some <font size=x>bold</font> and <center>more</center> words\n\nnone here\n");
  CHECK(parsed.words() == "some bold and more words none here");
  CHECK(parsed.reports("markdown-raw-html") == 1);
}

TEST_CASE("raw HTML: script and its like go with their content, unless they never end") {
  CHECK(Parsed("a <script>alert(1)</script> b").words() == "a  b");
  CHECK(Parsed("a <STYLE>p{}</style > *b*").words() == "a  b");
  CHECK(Parsed("a <script>*alert</script>* b").words() == "a  b");
  CHECK(Parsed("a <script> b").words() == "a  b");
  CHECK(Parsed("<script>\nalert(1)\n</script> after").words() == "after");
  CHECK(Parsed("<div><svg><text>x</text></svg>words</div>").words() == "words");
}

TEST_CASE("raw HTML: <br> is a line break") {
  CHECK(Parsed("a<br>b").count(NodeType::line_break) == 1);
  CHECK(Parsed("<div>a<br/>b<br></div>").count(NodeType::line_break) == 1);
}

TEST_CASE("raw HTML: a block becomes paragraphs of its words") {
  const Parsed parsed("<div class=\"x>y\">\n  <h2>Caf&eacute;  &lt;open&gt;</h2>\n  <p>One\n  two</p>three\n</div>\n");
  CHECK(parsed.count(NodeType::paragraph) == 3);
  CHECK(parsed.words() == "Caf\u00E9 <open> One two three");
}

TEST_CASE("raw HTML: comments leave nothing, one without end is an error") {
  const Parsed closed("<!-- not for readers -->\n\nwords <!-- nor this -->here\n");
  CHECK(closed.words() == "words here");
  CHECK(closed.diagnostics.all().empty());
  const Parsed open("words\n\n<!-- not for readers\n\nnor this");
  CHECK(open.words() == "words");
  CHECK(open.reports("markdown-unclosed-comment") == 1);
}

TEST_CASE("raw HTML: a broken tag is read as words") {
  CHECK(Parsed("<div\nunfinished").words() == "<div unfinished");
  CHECK(Parsed("<div title=\"x>\nwords").words() == "words");
}

TEST_CASE("depth: what is nested too deeply keeps its words and loses its boxes") {
  std::string quotes;
  for (int i = 0; i < 300; ++i) quotes += "> ";
  const Parsed parsed(quotes + "words");
  CHECK(parsed.words() == "words");
  CHECK(parsed.count(NodeType::block_quote) == limits::max_markdown_depth);
  CHECK(parsed.reports("markdown-too-deep") == 1);

  std::string lists;
  for (int i = 0; i < 300; ++i) lists += "- ";
  const Parsed listed(lists + "words");
  CHECK(listed.words() == "words");
  CHECK(listed.count(NodeType::bullet_list) == listed.count(NodeType::item));
  CHECK(listed.count(NodeType::item) == limits::max_markdown_depth / 2);
}

TEST_CASE("links: an address that may not be used is reported, with its place") {
  const Parsed parsed("[words](javascript:alert(1)) ![picture](data:x) [fine](https://example.org/)");
  CHECK(parsed.reports("markdown-unsafe-url") == 2);
}

TEST_CASE("escaped list: a run of paragraphs is one warning, and its fix makes a list") {
  const std::string text = "Good practice:\n\n\\- one thing\n\n\\- another\n\n\\- a third\n\nEnd.\n\n1\\. alone\n";
  const Parsed parsed(text);
  REQUIRE(parsed.reports("markdown-escaped-list") == 2);
  std::string fixed = text;
  for (std::size_t i = parsed.diagnostics.all().size(); i-- > 0;) {
    const auto& fix = parsed.diagnostics.all()[i].fix;
    REQUIRE(fix);
    fixed.replace(fix->span.start, fix->span.size(), fix->text);
  }
  CHECK(fixed == "Good practice:\n\n- one thing\n\n- another\n\n- a third\n\nEnd.\n\n1. alone\n");
  CHECK(parsed.source.slice(parsed.diagnostics.all()[0].span) == "\\- one thing\n\n\\- another\n\n\\- a third");
}

TEST_CASE("escaped list: a backslash elsewhere is no list") {
  CHECK(Parsed("5 \\- 3 = 2\n\n\\-x\n\n\\-").diagnostics.all().empty());
}
