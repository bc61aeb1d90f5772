#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "pressmark/markdown/document.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

using namespace pressmark;
using markdown::Document;
using markdown::NodeIndex;
using markdown::NodeType;

namespace {

struct Parsed {
  explicit Parsed(std::string_view markdown, bool smart = true)
      : source(markdown), document(markdown::parse(source, source.content_start(), {smart}, diagnostics)) {}

  /// The source of the first occurrence of `words` in one text or code node.
  [[nodiscard]] std::string source_of(std::string_view words) const {
    for (NodeIndex i = 0; i < document.nodes().size(); ++i) {
      const auto& node = document[i];
      if (node.type != NodeType::text && node.type != NodeType::code) continue;
      const std::size_t at = node.text.find(words);
      if (at == std::string_view::npos) continue;
      const auto from = static_cast<std::uint32_t>(at);
      return std::string(source.slice(document.locate(i, from, from + static_cast<std::uint32_t>(words.size()))));
    }
    return "not found";
  }

  text::Source source;
  text::Diagnostics diagnostics;
  Document document;
};

}  // namespace

TEST_CASE("locate: words in plain text, behind emphasis, links and code") {
  const Parsed parsed("Rated *good* for **how it `keeps` people** [safe and *well*](https://example.org \"t\") today.");
  for (const char* words : {"Rated", "good", "how it", "keeps", "people", "safe", "well", "today"}) {
    CAPTURE(words);
    CHECK(parsed.source_of(words) == words);
  }
}

TEST_CASE("locate: the right one of several equal words") {
  const Parsed parsed("good *good* **good** good");
  std::vector<std::uint32_t> starts;
  for (NodeIndex i = 0; i < parsed.document.nodes().size(); ++i) {
    const auto& node = parsed.document[i];
    if (node.type != NodeType::text) continue;
    const std::size_t at = node.text.find("good");
    if (at == std::string_view::npos) continue;
    starts.push_back(
        parsed.document.locate(i, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 4)).start);
  }
  CHECK(starts == std::vector<std::uint32_t>{0, 6, 14, 21});
}

TEST_CASE("locate: escapes, entities and typographic marks cover what was written") {
  const Parsed parsed("a \\* b &amp; c \"it's\" -- d --- e... f&eacute;g ---- h");
  const std::pair<const char*, const char*> cases[] = {{"*", "\\*"},
                                                       {"&", "&amp;"},
                                                       {"\u201Cit\u2019s\u201D", "\"it's\""},
                                                       {"\u2013 d", "-- d"},
                                                       {"\u2014 e", "--- e"},
                                                       {"e\u2026", "e..."},
                                                       {"f\u00E9g", "f&eacute;g"},
                                                       {"b & c", "b &amp; c"},
                                                       {"\u2013\u2013", "----"}};
  for (const auto& example : cases) {
    const char* words = example.first;
    CAPTURE(words);
    CHECK(parsed.source_of(words) == example.second);
  }
}

TEST_CASE("locate: half of a typographic mark is all that was written for it") {
  const Parsed parsed("a -- b");
  CHECK(parsed.source.slice(parsed.document.locate(2, 3, 4)) == "--");
  CHECK(parsed.document.locate(2, 1, 1) == text::Span{1, 1});
}

TEST_CASE("locate: wrapped lines in quotes, lists and lazily continued") {
  const Parsed parsed(
      "> - first *line*\n>   second `code\n>   span` here\nlazy one\n\n1.  item\n\n    > deep\n    > "
      "deeper\n\ttabbed\n");
  for (const char* words : {"first", "line", "second", "here", "lazy one", "item", "deep", "deeper", "tabbed"}) {
    CAPTURE(words);
    CHECK(parsed.source_of(words) == words);
  }
  CHECK(parsed.source_of("code span") == "code\n>   span");
}

TEST_CASE("locate: any line end, and a byte order mark") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const Parsed parsed(
        "\xEF\xBB\xBF"
        "first" +
        end + "> a *b*" + end + "> c `d" + end + "> e` f" + end);
    CHECK(parsed.source_of("first") == "first");
    CHECK(parsed.source_of("b") == "b");
    CHECK(parsed.source_of("c") == "c");
    CHECK(parsed.source_of("d e") == "d" + end + "> e");
    CHECK(parsed.source_of("f") == "f");
  }
}

TEST_CASE("locate: headings of both kinds") {
  const Parsed parsed("## Good *news* ##\n\nOther\nnews\n====\n\n# #1 school\n");
  for (const char* words : {"Good", "news", "Other", "#1 school"}) {
    CAPTURE(words);
    CHECK(parsed.source_of(words) == words);
  }
}

TEST_CASE("locate: text after link definitions and every kind of link") {
  const Parsed parsed(
      "[a]: /url\n[b]:\n  <x y> 'title'\ntext [a], [words][a], [B][], ![pic](x.png), <https://example.org/?a&amp;b> "
      "end");
  for (const char* words : {"text ", "words", "B", "pic", "end"}) {
    CAPTURE(words);
    CHECK(parsed.source_of(words) == words);
  }
  CHECK(parsed.source_of("a&b") == "a&amp;b");
  CHECK(parsed.source_of("a") == "a");
}

TEST_CASE("locate: words between raw HTML") {
  const Parsed inline_html("one <b class='x'>two</b> <script>no</script> three");
  for (const char* words : {"one", "two", "three"}) CHECK(inline_html.source_of(words) == words);
  CHECK(inline_html.source.slice(inline_html.diagnostics.all().at(0).span) == "<script>");
  CHECK(inline_html.source.slice(inline_html.diagnostics.all().at(1).span) == "<b class='x'>");

  const Parsed block("> <div>\n> <p>One   &amp;\n> two</p>\n> three</div>\n");
  CHECK(block.source_of("One & two") == "One   &amp;\n> two");
  CHECK(block.source_of("three") == "three");
}

TEST_CASE("locate: leftover markers, nested and overlapping emphasis") {
  const Parsed parsed("***a** b* c* **d*e* _f __g__ h_ **i*");
  for (const char* words : {"a", "b", " c* **d", "e", "f", "g", "h", "i"}) {
    CAPTURE(words);
    CHECK(parsed.source_of(words) == words);
  }
}

TEST_CASE("locate: a block answers with its own place, and so does what lies outside a text") {
  const Parsed parsed("> words\n");
  CHECK(parsed.source.slice(parsed.document.locate(2, 0, 0)) == "words");
  CHECK(parsed.source.slice(parsed.document.locate(3, 0, 99)) == "words");
  CHECK(parsed.source.slice(parsed.document.locate(3, 3, 2)) == "words");
}

TEST_CASE("links: an address that may not be used is reported at the words of the link") {
  const Parsed parsed("see [the *report*](javascript:alert(1))");
  REQUIRE(parsed.diagnostics.all().size() == 1);
  CHECK(parsed.source.slice(parsed.diagnostics.all()[0].span) == "the *report");
}
