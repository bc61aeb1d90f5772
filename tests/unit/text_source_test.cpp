#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/text/scan.h"
#include "pressmark/text/source.h"

using pressmark::text::Source;
using pressmark::text::Span;
using namespace std::string_literals;

TEST_CASE("source: well-formed text is kept to the byte") {
  const Source source("A “b” 🙂\r\nc");
  CHECK(source.text() == "A “b” 🙂\r\nc");
  CHECK(source.repairs().empty());
}

TEST_CASE("source: each maximal subpart of a fault becomes one replacement character") {
  CHECK(Source("a\xFFz").text() == "a\uFFFDz");
  CHECK(Source("a\xC0\x80z").text() == "a\uFFFD\uFFFDz");           // overlong: two faults
  CHECK(Source("\xE2\x82z").text() == "\uFFFDz");                   // cut off: one fault
  CHECK(Source("\xED\xA0\x80").text() == "\uFFFD\uFFFD\uFFFD");     // surrogate
  CHECK(Source("\xF0\x9F\x99").text() == "\uFFFD");
  CHECK(Source("\xF4\x90\x80\x80").text() == "\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(Source("a\0b"s).text() == "a\uFFFDb");
  CHECK(Source("a\0b\xFF"s).repairs() == std::vector<std::uint32_t>{1, 5});
}

TEST_CASE("source: a byte order mark stays in the text and is skipped") {
  const Source source("\xEF\xBB\xBFx");
  CHECK(source.content_start() == 3);
  CHECK(source.utf16_offset(3) == 1);
}

TEST_CASE("source: lines end with LF, CRLF or CR") {
  const Source source("one\ntwo\r\nthree\rfour");
  REQUIRE(source.line_count() == 4);
  CHECK(source.slice(source.line_span(1)) == "one");
  CHECK(source.slice(source.line_span(2)) == "two");
  CHECK(source.slice(source.line_span(3)) == "three");
  CHECK(source.slice(source.line_span(4)) == "four");
  CHECK(source.line_of(0) == 1);
  CHECK(source.line_of(3) == 1);
  CHECK(source.line_of(4) == 2);
  CHECK(source.line_of(source.size()) == 4);
  CHECK(Source("").line_count() == 1);
  CHECK(Source("a\n").line_count() == 2);
}

TEST_CASE("source: offsets and columns count UTF-16 units") {
  const Source source("é漢🙂x\ny");
  CHECK(source.utf16_offset(2) == 1);
  CHECK(source.utf16_offset(5) == 2);
  CHECK(source.utf16_offset(9) == 4);
  CHECK(source.utf16_offset(source.size()) == 7);
  CHECK(source.position(9).column == 5);
  CHECK(source.position(11).line == 2);
  CHECK(source.position(11).column == 1);
}

TEST_CASE("source: offsets hold across checkpoints") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "é";
  const Source source(text);
  CHECK(source.utf16_offset(4096) == 2048);
  CHECK(source.utf16_offset(8192) == 4096);
  CHECK(source.utf16_offset(10000) == 5000);
}

TEST_CASE("source: offsets hold wherever a character stands at a checkpoint") {
  for (const std::string_view character : {"é", "漢", "🙂", "\xFF"}) {
    for (std::size_t before = 4090; before < 4100; ++before) {
      const Source source(std::string(before, 'a') + std::string(character) + std::string(5000, 'b') + "é\n");
      const std::string_view text = source.text();
      for (std::size_t at = 4080; at <= text.size(); ++at) {
        if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;  // within a character
        const auto units = pressmark::text::utf16_units(text.substr(0, at));
        if (source.utf16_offset(static_cast<std::uint32_t>(at)) != units) FAIL(before, " ", at);
      }
    }
  }
}

TEST_CASE("source: lines are found wherever their ends stand, and beside what is repaired") {
  for (std::size_t before = 0; before < 20; ++before) {
    const Source source(std::string(before, 'a') + "\r\n\n\t“\r\xFF\nb");
    REQUIRE(source.line_count() == 5);
    CHECK(source.line_span(1) == Span{0, static_cast<std::uint32_t>(before)});
    CHECK(source.slice(source.line_span(2)).empty());
    CHECK(source.slice(source.line_span(3)) == "\t“");
    CHECK(source.slice(source.line_span(4)) == "\uFFFD");
    CHECK(source.slice(source.line_span(5)) == "b");
  }
}

TEST_CASE("source: characters that may stand in it are known") {
  const Source source("a £ and “words” 🙂");
  for (const std::string_view there : {"£", "“", "”", "🙂"}) CHECK(source.may_have(there));
  for (const std::string_view absent : {"\u00A0", "é", "’", "\u200B", "\uFEFF", "\uF0A3"}) CHECK_FALSE(source.may_have(absent));
  CHECK_FALSE(source.has_tab());
  CHECK(Source("a\tb").has_tab());
  CHECK(Source("\xFF").may_have("\uFFFD"));
}

TEST_CASE("source: lines with what conversions leave behind are known, each once") {
  CHECK(Source("a\n£ “b” é – 🙂\nc").stray_lines().empty());
  CHECK(Source("\u00A0\nb\r\nc\u200Bd\u00ADe\râ€™\n").stray_lines() == std::vector<std::uint32_t>{1, 3, 4});
  CHECK(Source("a\nb\uFEFF").stray_lines() == std::vector<std::uint32_t>{2});
}
