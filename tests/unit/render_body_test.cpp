#include <doctest/doctest.h>

#include <string>

#include "pressmark/markdown/document.h"
#include "pressmark/render/body.h"
#include "pressmark/render/html.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

using namespace pressmark;
using render::BodyOptions;
using render::Images;

namespace {

std::string html(std::string_view markdown, const BodyOptions& options = {}) {
  const text::Source source(markdown);
  text::Diagnostics diagnostics;
  const auto document = markdown::parse(source, 0, {}, diagnostics);
  render::HtmlWriter writer;
  render::write_body(writer, document, options);
  return writer.take();
}

BodyOptions with_base(std::string base, Images images = Images::all) {
  BodyOptions options;
  options.base_url = std::move(base);
  options.images = images;
  return options;
}

}  // namespace

TEST_CASE("body: the largest heading stands one level below the headline, the others keep their distance") {
  CHECK(html("# a\n### b") == "<h2 id=\"pm-a\">a</h2>\n<h4 id=\"pm-b\">b</h4>\n");
  CHECK(html("## a\n### b") == "<h2 id=\"pm-a\">a</h2>\n<h3 id=\"pm-b\">b</h3>\n");
  BodyOptions options;
  options.headline_level = 4;
  CHECK(html("# a\n## b\n### c", options) ==
        "<h5 id=\"pm-a\">a</h5>\n<h6 id=\"pm-b\">b</h6>\n<h6 id=\"pm-c\">c</h6>\n");
  options.headline_level = 0;
  CHECK(html("### a", options) == "<h3 id=\"pm-a\">a</h3>\n");
}

TEST_CASE("body: the heading that serves as headline is left out, and does not count for the levels") {
  BodyOptions options;
  options.left_out = 1;
  CHECK(html("# Title\n\n## a", options) == "<h2 id=\"pm-a\">a</h2>\n");
}

TEST_CASE("body: links to other sites say so") {
  CHECK(html("[a](https://b.example/)", with_base("https://own.example/x/")) ==
        "<p><a href=\"https://b.example/\" rel=\"external noopener noreferrer\">a</a></p>\n");
  CHECK(html("[a](../c)", with_base("https://own.example/x/y")) == "<p><a href=\"https://own.example/c\">a</a></p>\n");
  CHECK(html("[a](mailto:b@c.example)") == "<p><a href=\"mailto:b@c.example\">a</a></p>\n");
}

TEST_CASE("body: a link to a heading of the same release stays in the page, with or without the prefix of its id") {
  const BodyOptions options = with_base("https://example.org/a.md");
  CHECK(html("[a](#notes) [b](#pm-notes)\n## Notes", options) ==
        "<p><a href=\"#pm-notes\">a</a> <a href=\"#pm-notes\">b</a></p>\n<h2 id=\"pm-notes\">Notes</h2>\n");
  CHECK(html("[a](#elsewhere)", options) == "<p><a href=\"https://example.org/a.md#elsewhere\">a</a></p>\n");
}

TEST_CASE("body: a link that may not be used leaves its words") {
  CHECK(html("[*a* b](javascript:alert)") == "<p><em>a</em> b</p>\n");
  CHECK(html("![a](javascript:alert)") == "<p>a</p>\n");
}

TEST_CASE("body: images load lazily and without a referrer") {
  CHECK(html("![a \"b\"](c.png \"d\")") ==
        "<p><img src=\"c.png\" alt=\"a \u201Cb\u201D\" title=\"d\" loading=\"lazy\" decoding=\"async\" "
        "referrerpolicy=\"no-referrer\" /></p>\n");
}

TEST_CASE("body: images that are not wanted become a link with their words") {
  CHECK(html("![a](https://b.example/c.png)", with_base("https://own.example/", Images::none)) ==
        "<p><a href=\"https://b.example/c.png\" rel=\"external noopener noreferrer\">a</a></p>\n");
  CHECK(html("[![a](https://b.example/c.png)](d)", with_base("https://own.example/", Images::same_origin)) ==
        "<p><a href=\"https://own.example/d\">a</a></p>\n");
  CHECK(html("![a](c.png)", with_base("https://own.example/", Images::same_origin)).starts_with("<p><img "));
}

TEST_CASE("body: text is escaped") {
  CHECK(html("a &lt;b&gt; &amp; \\\"c\\\"") == "<p>a &lt;b&gt; &amp; &quot;c&quot;</p>\n");
  CHECK(html("[a](/b \"<\\\">\")") == "<p><a href=\"/b\" title=\"&lt;&quot;&gt;\">a</a></p>\n");
}
