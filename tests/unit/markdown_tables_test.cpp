// Tables: how they are read, rendered and located.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "parsed_markdown.h"
#include "pressmark/render/nodes.h"

using namespace pressmark;
using markdown::ColumnAlignment;
using markdown::NodeIndex;
using markdown::NodeType;
using Parsed = tests::ParsedMarkdown;

namespace {

const std::string box = "<section class=\"pm-table\" aria-label=\"Table 1\" tabindex=\"0\">\n<table>\n";

}  // namespace

TEST_CASE("tables: header, rows and alignment") {
  const Parsed parsed("| Area | Grade |\n|:-----|------:|\n| Efficiency | **Good** |\n");
  CHECK(parsed.html() == box +
                             "<thead>\n<tr>\n<th class=\"pm-align-left\" scope=\"col\">Area</th>\n"
                             "<th class=\"pm-align-right\" scope=\"col\">Grade</th>\n</tr>\n</thead>\n"
                             "<tbody>\n<tr>\n<td class=\"pm-align-left\">Efficiency</td>\n"
                             "<td class=\"pm-align-right\"><strong>Good</strong></td>\n</tr>\n</tbody>\n"
                             "</table>\n</section>\n");
  CHECK(parsed.text() == "Area | Grade\nEfficiency | Good\n");
  CHECK_FALSE(parsed.written<render::NodeWriter>().empty());
}

TEST_CASE("tables: the tree has rows of cells, and each knows its place in the source") {
  const Parsed parsed("words\n\n| a | b |\n| - | :-: |\n|  c | d\\|e |\nf");
  REQUIRE(parsed.count(NodeType::table) == 1);
  CHECK(parsed.count(NodeType::table_row) == 3);
  CHECK(parsed.count(NodeType::table_cell) == 6);
  const auto& nodes = parsed.document.nodes();
  const NodeIndex table = nodes[1].end;
  REQUIRE(nodes[table].type == NodeType::table);
  CHECK(parsed.source_of(table) == "| a | b |\n| - | :-: |\n|  c | d\\|e |\nf");
  const NodeIndex header = table + 1;
  CHECK(nodes[header].header);
  CHECK(parsed.source_of(header) == "| a | b |");
  CHECK(nodes[header + 1].header);
  const NodeIndex row = nodes[header].end;
  CHECK_FALSE(nodes[row].header);
  CHECK(parsed.source_of(row) == "|  c | d\\|e |");
  const NodeIndex cell = row + 1;
  CHECK(parsed.source_of(cell) == "c");
  CHECK(nodes[cell].alignment == ColumnAlignment::none);
  CHECK(parsed.source_of(nodes[cell].end) == "d\\|e");
  CHECK(nodes[nodes[cell].end].alignment == ColumnAlignment::center);
  CHECK(nodes[table].end == nodes.size());
}

TEST_CASE("tables: words in cells are located to the character") {
  const Parsed parsed("> - one *two* | `th\\|ree` \\| &amp;\n>   :-- | --:\n>   four | \"five\" \\*six\n");
  REQUIRE(parsed.count(NodeType::table) == 1);
  for (const char* words : {"one", "two", "th", "ree", "four", "five", "six"}) {
    CAPTURE(words);
    CHECK(parsed.located(words) == words);
  }
  CHECK(parsed.located("&") == "&amp;");
  CHECK(parsed.located("*six") == "\\*six");
  CHECK(parsed.located("th|ree") == "th\\|ree");
}

TEST_CASE("tables: inside quotes and lists; a line outside of them ends the table") {
  const Parsed quoted("> | a |\n> | - |\n> | b |\n| c |");
  CHECK(quoted.count(NodeType::table_row) == 2);
  CHECK(quoted.text() == "> a\n> b\n\n| c |\n");
  const Parsed listed("- x\n\n  a | b\n  - | -\n- y\n");
  CHECK(listed.count(NodeType::table) == 0);  // "- | -" is an item of a list
  const Parsed item("1. a | b\n   --|--\n   c | d\n2. e");
  CHECK(item.count(NodeType::table) == 1);
  CHECK(item.count(NodeType::item) == 2);
  CHECK(item.document[1].tight);
}

TEST_CASE("tables: what stands before the header in the same paragraph stays a paragraph") {
  const Parsed parsed("[x]: /y\nfirst *line*\nsecond\na | b\n--|--\nc | [x]\n");
  REQUIRE(parsed.count(NodeType::paragraph) == 1);
  CHECK(parsed.source_of(1) == "[x]: /y\nfirst *line*\nsecond");
  CHECK(parsed.located("second") == "second");
  CHECK(parsed.located("line") == "line");
  CHECK(parsed.located("b") == "b");
  CHECK(parsed.count(NodeType::link) == 1);
  const Parsed alone("[x]: /y\na | b\n--|--\nc | [x]\n");
  CHECK(alone.count(NodeType::paragraph) == 0);
  CHECK(alone.count(NodeType::link) == 1);
}

TEST_CASE("tables: a row with too many cells is reported, one with too few is filled") {
  const Parsed parsed("a | b\n--|--\n1\n1 | 2 | 3\n");
  CHECK(parsed.text() == "a | b\n1 |\n1 | 2\n");
  REQUIRE(parsed.diagnostics.all().size() == 1);
  CHECK(parsed.diagnostics.all().front().code == "markdown-long-row");
  CHECK(parsed.source.slice(parsed.diagnostics.all().front().span) == "1 | 2 | 3");
}

TEST_CASE("tables: lines that only look like one stay words") {
  for (const char* markdown : {"a | b\n---\n", "a | b\n| - |\n", "a\n- -|-\n", "a | b\n\n--|--\n", "a|b\n    -|-\n"}) {
    CAPTURE(markdown);
    CHECK(Parsed(markdown).count(NodeType::table) == 0);
  }
}

TEST_CASE("tables: a header of many columns above many short rows does not grow without limit") {
  std::string markdown;
  for (int i = 0; i < 3000; ++i) markdown += "|a";
  markdown += "\n";
  for (int i = 0; i < 3000; ++i) markdown += "|-";
  markdown += "\n";
  for (int i = 0; i < 3000; ++i) markdown += "|b\n";
  const Parsed parsed(markdown);
  CHECK(parsed.count(NodeType::table_row) == 3001);
  CHECK(parsed.count(NodeType::table_cell) < 3000 + 3000 + 100001);
}

TEST_CASE("tables: at the limit of depth the words stay") {
  std::string markdown;
  for (int i = 0; i < 99; ++i) markdown += "> ";
  const Parsed parsed(markdown + "a | b\n" + markdown + "--|--\n" + markdown + "c | d");
  CHECK(parsed.count(NodeType::table) == 0);
  CHECK(parsed.count(NodeType::paragraph) == 4);
}
