#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "pressmark/render/json_object.h"
#include "pressmark/text/buffer.h"

using pressmark::text::Buffer;

TEST_CASE("a buffer holds what was written to it, whatever the sizes of the pieces") {
  for (const std::size_t room : {0U, 1U, 100U, 5000U}) {
    Buffer buffer;
    buffer.reserve(room);
    CHECK(buffer.empty());
    std::string expected;
    for (std::size_t size = 0; size < 90; ++size) {
      const std::string piece(size, static_cast<char>('a' + size % 26));
      buffer += std::string_view(piece);
      buffer += '.';
      expected += piece + ".";
      REQUIRE(buffer.back() == '.');
    }
    CHECK(buffer.take() == expected);
    CHECK(buffer.empty());
    CHECK(buffer.take().empty());
    buffer += "more";
    CHECK(buffer.take() == "more");
  }
}

TEST_CASE("JSON escapes what it must, wherever it stands in the words") {
  using pressmark::render::Json;
  const std::pair<std::string_view, std::string_view> escapes[] = {
      {"\"", "\\\""}, {"\\", "\\\\"}, {"\n", "\\n"}, {"\x01", "\\u0001"}, {"\x1f", "\\u001f"}};
  for (const auto& [character, escape] : escapes) {
    for (std::size_t length = 0; length < 20; ++length) {
      for (std::size_t at = 0; at <= length; ++at) {
        std::string words(length, 'a'), expected = words;
        words.insert(at, character);
        expected.insert(at, escape);
        REQUIRE(Json(words).text() == '"' + expected + '"');
      }
    }
  }
  const std::string_view plain = "as it stands: é “🙂” ! # [ ] \x7F and a letter";
  CHECK(Json(plain).text() == '"' + std::string(plain) + '"');
}

TEST_CASE("lists and objects of JSON are complete, empty ones too") {
  using pressmark::render::JsonList;
  using pressmark::render::JsonObject;
  CHECK(JsonList().done().text() == "[]");
  CHECK(JsonList{"a", 2}.done().text() == R"(["a",2])");
  CHECK(JsonObject().done().text() == "{}");
  CHECK(JsonObject().add("a", true).add("b", "c").add_or_null("d", {}).add_known("e", {}).done().text() ==
        R"({"a":true,"b":"c","d":null})");
}
