// Nesting so deep that a stack would not bear it, also as wasm, whose stack is small.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "parsed_markdown.h"

using namespace pressmark;

namespace {

constexpr int depth = 50'000;

std::string repeated(std::string_view unit, int times = depth) {
  std::string text;
  for (int i = 0; i < times; ++i) text += unit;
  return text;
}

}  // namespace

TEST_CASE("nesting: 50,000 levels are read, written and located without the deeper boxes") {
  const std::string texts[] = {
      repeated("> ") + "deep",
      repeated("- ") + "deep",
      repeated("[") + "deep" + repeated("](a)"),
      repeated("![") + "deep" + repeated("](a)"),
      repeated("*a **b ", depth / 2) + "deep" + repeated(" b** a*", depth / 2),
      repeated("~~a *b ", depth / 2) + "deep" + repeated(" b* a~~", depth / 2),
      repeated("<b><i>", depth / 2) + "deep" + repeated("</i></b>", depth / 2),
      "a[^a]\n\n[^a]: " + repeated("> - ", depth / 2) + "deep",
  };
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 20));
    const tests::ParsedMarkdown parsed(text);
    CHECK(parsed.html().find("deep") != std::string::npos);
    CHECK(parsed.text().find("deep") != std::string::npos);
    CHECK(parsed.located("deep") == "deep");
  }
}
