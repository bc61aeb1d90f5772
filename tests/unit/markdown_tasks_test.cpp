// Lists of tasks: how they are read, rendered and located.
#include <doctest/doctest.h>

#include <string>

#include "parsed_markdown.h"

using namespace pressmark;
using markdown::NodeType;
using markdown::Task;
using tests::html_of;
using tests::ParsedMarkdown;

namespace {

const std::string open_box = "<input disabled=\"\" type=\"checkbox\" aria-label=\"To do\" /> ";
const std::string done_box = "<input checked=\"\" disabled=\"\" type=\"checkbox\" aria-label=\"Done\" /> ";

}  // namespace

TEST_CASE("tasks: an open and a done box with a name, before the words") {
  CHECK(html_of("- [ ] a\n- [x] *b*\n- [X] c\n- d\n") ==
        "<ul>\n<li class=\"pm-task\">" + open_box + "a</li>\n<li class=\"pm-task\">" + done_box +
            "<em>b</em></li>\n<li class=\"pm-task\">" + done_box + "c</li>\n<li>d</li>\n</ul>\n");
  CHECK(html_of("1) [ ] a\n\n2) [x] b\n\n   c") == "<ol>\n<li class=\"pm-task\">\n<p>" + open_box +
                                                       "a</p>\n</li>\n<li class=\"pm-task\">\n<p>" + done_box +
                                                       "b</p>\n<p>c</p>\n</li>\n</ol>\n");
}

TEST_CASE("tasks: only at the head of an item, with words behind") {
  for (const char* text : {"[ ] a", "- a [ ] b", "- [ ]", "- [ ]\n  a", "- [ ]a", "- [y] a", "- []  a", "- \\[ ] a",
                           "- `[ ]` a", "- a\n\n  [ ] b", "> [ ] a", "-     [ ] a"}) {
    CAPTURE(text);
    CHECK(html_of(text).find("<input") == std::string::npos);
  }
  CHECK(html_of("-\n  [ ] a").find("<input") != std::string::npos);
}

TEST_CASE("tasks: the words are a paragraph, whatever they look like, and may be a reference or go on") {
  CHECK(html_of("- [ ] # a") == "<ul>\n<li class=\"pm-task\">" + open_box + "# a</li>\n</ul>\n");
  CHECK(html_of("- [x] a\nb\n- [ ] > c") == "<ul>\n<li class=\"pm-task\">" + done_box +
                                                "a\nb</li>\n<li class=\"pm-task\">" + open_box +
                                                "&gt; c</li>\n</ul>\n");
  CHECK(html_of("- [x] a\n\n[x]: /b") == "<ul>\n<li class=\"pm-task\">" + done_box + "a</li>\n</ul>\n");
}

TEST_CASE("tasks: words are located") {
  const ParsedMarkdown parsed("> 1. [ ] one *two*\n>    three\n>    - [x]   four\n>\n>      five\n");
  for (const char* words : {"one ", "two", "three", "four", "five"}) CHECK(parsed.located(words) == words);
  CHECK(parsed.count(NodeType::item) == 2);
}

TEST_CASE("tasks: plain text has the marks") {
  CHECK(tests::text_of("- [ ] a\n- [x] b\n  - [ ] c\n") == "- [ ] a\n- [x] b\n  - [ ] c\n");
}
