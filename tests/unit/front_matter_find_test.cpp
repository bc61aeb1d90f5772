// Where front matter begins and ends, and what only looks like it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/text/limits.h"

using namespace pressmark;
using front_matter::FrontMatter;
using front_matter::Kind;

namespace {

struct Reading {
  explicit Reading(std::string_view text) : source(text), found(front_matter::read(source, diagnostics)) {}

  text::Source source;
  text::Diagnostics diagnostics;
  FrontMatter found;

  std::string_view body() const { return source.text().substr(found.body_start); }
  std::string_view block() const { return source.slice(found.block); }
  std::string_view content() const { return source.slice(found.content); }
  std::string value(std::string_view path) const {
    const auto* entry = found.metadata.find_path(path);
    return entry == nullptr ? "(none)" : entry->value.scalar;
  }
  bool says(std::string_view code) const {
    const auto& all = diagnostics.all();
    return std::any_of(all.begin(), all.end(), [code](const text::Diagnostic& one) { return one.code == code; });
  }
  bool is_silent() const { return diagnostics.all().empty(); }
  /// Nothing was taken off the text.
  bool shows_all() const {
    return found.kind == Kind::none && found.body_start == source.content_start() &&
           found.metadata.kind == front_matter::ValueKind::null;
  }
};

}  // namespace

TEST_CASE("front matter: a block between lines of dashes is taken off the body") {
  const Reading reading("---\ntitle: New fire station opens\narea: Westmarch\n---\n\nBody.\n");
  CHECK(reading.found.kind == Kind::yaml);
  CHECK(reading.block() == "---\ntitle: New fire station opens\narea: Westmarch\n---");
  CHECK(reading.content() == "title: New fire station opens\narea: Westmarch\n");
  CHECK(reading.body() == "\nBody.\n");
  CHECK(reading.value("title") == "New fire station opens");
  CHECK(reading.value("area") == "Westmarch");
  CHECK(reading.is_silent());
}

TEST_CASE("front matter: three dots end it as well") {
  const Reading reading("---\ntitle: A\n...\nBody");
  CHECK(reading.found.kind == Kind::yaml);
  CHECK(reading.body() == "Body");
}

TEST_CASE("front matter: spaces after the markers do not matter") {
  const Reading reading("---  \ntitle: A\n---\t \nBody");
  CHECK(reading.found.kind == Kind::yaml);
  CHECK(reading.body() == "Body");
  CHECK(reading.is_silent());
}

TEST_CASE("front matter: a byte order mark may stand before it") {
  const Reading reading("\uFEFF---\ntitle: A\n---\nBody");
  CHECK(reading.found.kind == Kind::yaml);
  CHECK(reading.found.block.start == 3);
  CHECK(reading.value("title") == "A");
  CHECK(Reading("\uFEFFBody").found.body_start == 3);
}

TEST_CASE("front matter: empty lines may stand before it") {
  const Reading dashes("\n  \n---\ntitle: A\n---\nBody");
  CHECK(dashes.found.kind == Kind::yaml);
  CHECK(dashes.body() == "Body");
  CHECK(Reading("\n\n```yaml\ntitle: A\n```\nBody").found.kind == Kind::fenced_yaml);
}

TEST_CASE("front matter: CRLF and lone CR end lines") {
  for (const std::string end : {"\r\n", "\r"}) {
    const Reading reading("---" + end + "title: A" + end + "tags:" + end + "- x" + end + "- y" + end + "---" + end +
                          "Body");
    CHECK(reading.found.kind == Kind::yaml);
    CHECK(reading.value("title") == "A");
    REQUIRE(reading.found.metadata.find("tags") != nullptr);
    const auto& tags = reading.found.metadata.find("tags")->value;
    REQUIRE(tags.items.size() == 2);
    CHECK(reading.source.slice(tags.items[1].span) == "y");
    CHECK(reading.body() == "Body");
    CHECK(reading.is_silent());
  }
}

TEST_CASE("front matter: the end marker may be the end of the text") {
  const Reading reading("---\ntitle: A\n---");
  CHECK(reading.value("title") == "A");
  CHECK(reading.body().empty());
}

TEST_CASE("front matter: an empty block is an empty map") {
  for (const char* text : {"---\n---\nBody", "---\n\n# nothing yet\n---\nBody", "```yaml\n```\nBody"}) {
    const Reading reading(text);
    CHECK(reading.found.kind != Kind::none);
    CHECK(reading.found.metadata.is_map());
    CHECK(reading.found.metadata.entries.empty());
    CHECK(reading.body() == "Body");
    CHECK(reading.is_silent());
  }
}

TEST_CASE("front matter: a missing end is an error and the whole text is rendered") {
  const Reading reading("---\ntitle: A\narea: B\n");
  CHECK(reading.shows_all());
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all()[0].code == "front-matter-missing-end");
  CHECK(reading.diagnostics.all()[0].severity == text::Severity::error);
  CHECK(reading.source.slice(reading.diagnostics.all()[0].span) == "---");
}

TEST_CASE("front matter: a missing end does not swallow the text up to a later thematic break") {
  const Reading reading("---\ntitle: A\n\nThe team has moved.\n\n---\n\nNotes to editors\n");
  CHECK(reading.shows_all());
  REQUIRE(reading.says("front-matter-missing-end"));
  const auto& fix = reading.diagnostics.all()[0].fix;
  REQUIRE(fix.has_value());
  std::string mended(reading.source.text());
  mended.replace(fix->span.start, fix->span.size(), fix->text);
  const Reading again(mended);
  CHECK(again.is_silent());
  CHECK(again.value("title") == "A");
  CHECK(again.body() == "\nThe team has moved.\n\n---\n\nNotes to editors\n");
}

TEST_CASE("front matter: a missing end of a fenced block is mended by a fence of the same length") {
  const Reading reading("````yaml\ntitle: A\n\nThe team has moved.\n````\n");
  CHECK(reading.shows_all());
  REQUIRE(reading.says("front-matter-missing-end"));
  REQUIRE(reading.diagnostics.all()[0].fix.has_value());
  CHECK(reading.diagnostics.all()[0].fix->text == "\n````");
}

TEST_CASE("front matter: a thematic break at the head is none") {
  for (const char* text :
       {"---\n\nThe team has moved.\n\n---\n\nMore.", "---\nThe team has moved.\n---\n", "---\n", "---",
        "---\n# Heading\n\nText\n\n---\n", "---\n- a list\n- of two\n\n---\n", "----\ntitle: A\n----\n",
        "---\nThe review found, among much else: delays.\n---\n", " ---\ntitle: A\n---\n",
        "---\nhttps://www.example.org/news\n---\n", "---\n10:30 today\n---\n"}) {
    CAPTURE(text);
    const Reading reading(text);
    CHECK(reading.shows_all());
    CHECK(reading.is_silent());
  }
}

TEST_CASE("front matter: dashes further down are none") {
  const Reading reading("Our news\n\n---\ntitle: A\n---\n");
  CHECK(reading.shows_all());
  CHECK(reading.is_silent());
}

TEST_CASE("front matter: a leading fenced block of YAML is front matter") {
  const Reading reading(
      "```yaml\narea: Westmarch\nog:\n  title: Good news\npublish:\n  date: 00:01 02/05/2019\n```\n\nBody.\n");
  CHECK(reading.found.kind == Kind::fenced_yaml);
  CHECK(reading.value("og.title") == "Good news");
  CHECK(reading.value("publish.date") == "00:01 02/05/2019");
  CHECK(reading.body() == "\nBody.\n");
  CHECK(reading.is_silent());
}

TEST_CASE("front matter: fences of tildes, longer fences, yml and further words are fences too") {
  for (const char* text : {"~~~yaml\ntitle: A\n~~~\nBody", "```yml\ntitle: A\n```\nBody",
                           "`````yaml\ntitle: A\n`````\nBody", "``` YAML front-matter\ntitle: A\n```  \nBody",
                           "  ```yaml\n  title: A\n  ```\nBody", "```yaml\ntitle: A\n`````\nBody"}) {
    CAPTURE(text);
    const Reading reading(text);
    CHECK(reading.found.kind == Kind::fenced_yaml);
    CHECK(reading.value("title") == "A");
    CHECK(reading.body() == "Body");
    CHECK(reading.is_silent());
  }
}

TEST_CASE("front matter: a fence is closed by its own kind and length only") {
  const Reading reading("````yaml\ntitle: A\nnote: |\n  ```\n  code\n  ```\n````\nBody");
  CHECK(reading.value("note") == "```\ncode\n```\n");
  CHECK(reading.body() == "Body");
}

TEST_CASE("front matter: a fenced example that is no map stays a code block") {
  const Reading reading("```yaml\n- one\n- two\n```\nBody");
  CHECK(reading.shows_all());
  CHECK(reading.is_silent());
}

TEST_CASE("front matter: a fenced block may hold dashes of its own") {
  const Reading reading("```yaml\n---\ntitle: A\n---\nlost: words\n```\nBody");
  CHECK(reading.value("title") == "A");
  CHECK(reading.value("lost") == "(none)");
  CHECK(reading.says("front-matter-second-document"));
}

TEST_CASE("front matter: dashes may name their language") {
  CHECK(Reading("---yaml\ntitle: A\n---\n").value("title") == "A");
  CHECK(Reading("--- yml\ntitle: A\n---\n").value("title") == "A");
  const Reading json("---json\n{\"title\": \"A\"}\n---\nBody");
  CHECK(json.found.kind == Kind::json);
  CHECK(json.value("title") == "A");
  CHECK(json.body() == "Body");
}

TEST_CASE("front matter: another language is named, not run, and stays in the text") {
  for (const char* text : {"---js\n{ title: alert(1) }\n---\nBody", "---toml\ntitle = 1\n---\nBody",
                           "+++\ntitle = 'A'\n+++\nBody", "```toml\ntitle = 1\n```\nBody", "```json\n{}\n```\nBody"}) {
    CAPTURE(text);
    const Reading reading(text);
    CHECK(reading.shows_all());
    REQUIRE(reading.diagnostics.all().size() == 1);
    CHECK(reading.diagnostics.all()[0].code == "front-matter-language");
  }
}

TEST_CASE("front matter: other code blocks and lines of plus signs are text") {
  for (const char* text : {"```python\nprint(1)\n```\n", "```\ntitle: A\n```\n", "+++\n\nWords\n\n+++\n",
                           "---wow---\n---\n", "---- x\n"}) {
    CAPTURE(text);
    const Reading reading(text);
    CHECK(reading.shows_all());
    CHECK(reading.is_silent());
  }
}

TEST_CASE("front matter: a JSON object at the head is front matter") {
  const Reading reading("{\n  \"title\": \"A {brace} \\\" and more\",\n  \"og\": {\"title\": \"B\"}\n}  \nBody");
  CHECK(reading.found.kind == Kind::json_object);
  CHECK(reading.value("title") == "A {brace} \" and more");
  CHECK(reading.value("og.title") == "B");
  CHECK(reading.body() == "Body");
  CHECK(Reading("{}\nBody").body() == "Body");
}

TEST_CASE("front matter: prose in braces is text") {
  for (const char* text : {"{Updated} The team has moved.", "{\"Good\" is the grade} says the report.", "{", "{\"",
                           "{% include %}", "{:toc}\n", "{ title: A }\nBody", "{\"a\nb\": 1}"}) {
    CAPTURE(text);
    const Reading reading(text);
    CHECK(reading.shows_all());
    CHECK(reading.is_silent());
  }
}

TEST_CASE("front matter: an object that is followed by words or never ends is shown as text") {
  const Reading followed("{\"title\": \"A\"} Body");
  CHECK(followed.shows_all());
  CHECK(followed.says("front-matter-text-after-object"));
  const Reading open("{\"title\": \"A\"\nBody");
  CHECK(open.shows_all());
  CHECK(open.says("front-matter-missing-end"));
}

TEST_CASE("front matter: beyond the size limit it is not read but the body is found") {
  std::string text = "---\ntitle: A\nnote: " + std::string(limits::max_front_matter_bytes, 'x') + "\n---\nBody";
  const Reading reading(text);
  CHECK(reading.found.kind == Kind::yaml);
  CHECK(reading.found.metadata.kind == front_matter::ValueKind::null);
  CHECK(reading.body() == "Body");
  CHECK(reading.says("front-matter-too-large"));
}

TEST_CASE("front matter: no text, no front matter") {
  for (const char* text : {"", "\n", "\uFEFF", "   ", "Body"}) {
    const Reading reading(text);
    CHECK(reading.shows_all());
    CHECK(reading.is_silent());
  }
}
