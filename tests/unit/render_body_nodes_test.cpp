#include <doctest/doctest.h>

#include <string>

#include "pressmark/render/nodes.h"

using namespace pressmark::render;
using namespace std::string_literals;

namespace {

std::uint32_t number_at(const std::string& stream, std::size_t index) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<unsigned char>(stream[4 * index + i]);
  return number;
}

std::uint32_t word(Operation operation, std::uint32_t operand) {
  return operand << 4 | static_cast<std::uint32_t>(operation);
}

}  // namespace

TEST_CASE("node stream: header, words, text") {
  NodeWriter writer;
  writer.open(Element::p);
  writer.add_class(Class::pm_note);
  writer.attribute(Attribute::title, "\u00E9\U0001F642");
  writer.text("a\U0001F642");
  writer.text("");
  writer.text("\u6F22");
  writer.close();
  const std::string stream = writer.take();
  const std::uint32_t words[] = {word(Operation::open, static_cast<std::uint32_t>(Element::p)),
                                 word(Operation::add_class, static_cast<std::uint32_t>(Class::pm_note)),
                                 word(Operation::attribute, static_cast<std::uint32_t>(Attribute::title)),
                                 3,
                                 word(Operation::text, 4),
                                 word(Operation::close, 0)};
  REQUIRE(number_at(stream, 0) == std::size(words));
  for (std::size_t i = 0; i < std::size(words); ++i) CHECK(number_at(stream, 2 + i) == words[i]);
  const std::string text = "\u00E9\U0001F642"s + "a\U0001F642\u6F22";
  CHECK(number_at(stream, 1) == text.size());
  CHECK(stream.substr(4 * (2 + std::size(words))) == text);
}

TEST_CASE("node stream: nothing written is an empty stream, and a taken one begins anew") {
  NodeWriter writer;
  CHECK(writer.take() == std::string(8, '\0'));
  writer.text("a");
  CHECK(writer.take().size() == 4 * 3 + 1);
  CHECK(writer.take() == std::string(8, '\0'));
}
