#include <doctest/doctest.h>

#include <string>

#include "pressmark/markdown/document.h"
#include "pressmark/render/body.h"
#include "pressmark/render/plain_text.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

using namespace pressmark;

namespace {

std::string text_of(std::string_view markdown) {
  const text::Source source(markdown);
  text::Diagnostics diagnostics;
  const auto document = markdown::parse(source, 0, {false}, diagnostics);
  render::TextWriter writer;
  render::write_body(writer, document, {});
  return writer.take();
}

}  // namespace

TEST_CASE("plain text: paragraphs and headings stand apart, lines are not wrapped") {
  CHECK(text_of("# Title\nFirst *words*\nof a paragraph.\n\nSecond.") ==
        "Title\n\nFirst words of a paragraph.\n\nSecond.\n");
  CHECK(text_of("") == "");
  CHECK(text_of("a\\\nb") == "a\nb\n");
  CHECK(text_of("a\n\n***\n\nb") == "a\n\n---\n\nb\n");
}

TEST_CASE("plain text: lists keep their marks and their depth") {
  CHECK(text_of("x\n- a\n- b\n  - c\n  - d\n- e") == "x\n\n- a\n- b\n  - c\n  - d\n- e\n");
  CHECK(text_of("9. a\n10. b\n    c") == "9. a\n10. b c\n");
  CHECK(text_of("- a\n\n  b\n\n- c") == "- a\n\n  b\n\n- c\n");
  CHECK(text_of("-\n- b") == "-\n- b\n");
  CHECK(text_of("- > a\n- 1. b\n  2. c") == "- > a\n\n- 1. b\n  2. c\n");
}

TEST_CASE("plain text: quotes stand behind their mark") {
  CHECK(text_of("> a\n>\n> b\n>> c\n\nd") == "> a\n>\n> b\n>\n> > c\n\nd\n");
  CHECK(text_of("> - a\n> - b") == "> - a\n> - b\n");
}

TEST_CASE("plain text: links show their address once") {
  CHECK(text_of("See [the *report*](https://example.org/r).") == "See the report (https://example.org/r).\n");
  CHECK(text_of("<https://example.org/r> and <a@example.org>") == "https://example.org/r and a@example.org\n");
  CHECK(text_of("[example.org](https://example.org/)") == "example.org\n");
  CHECK(text_of("[up](#top) [](https://example.org/r)") == "up https://example.org/r\n");
}

TEST_CASE("plain text: images are their alternative text") {
  CHECK(text_of("![Officers on patrol](a.png)\n\n![](b.png)\n\nc") == "Officers on patrol\n\nc\n");
}

TEST_CASE("plain text: code is kept to the letter") {
  CHECK(text_of("    a\n      b\n\n    c\n") == "a\n  b\n\nc\n");
  CHECK(text_of("> ```\n> a\n>  b\n> ```\n\n`c  d`") == "> a\n>  b\n\nc d\n");
}

TEST_CASE("plain text: control characters are left out, whichever way they came") {
  CHECK(text_of("a\x1B[31mb &#27;c &#x7f;&#x9b;d\n\n`e\x07\x66`\n\n![g\x01h](/i)\n\n    j\tk\x02") ==
        "a[31mb c d\n\nef\n\ngh\n\nj\tk\n");
  CHECK(text_of("&#27;") == "");
  CHECK(text_of("a &#x80; b ¢ é") == "a b ¢ é\n");
}
