// Looking things up in the front matter.
#include <doctest/doctest.h>

#include <string>

#include "pressmark/front_matter/yaml_reader.h"

using namespace pressmark;
using front_matter::Value;

namespace {

std::string found(std::string_view yaml, std::string_view path) {
  const text::Source source(yaml);
  text::Diagnostics diagnostics;
  const Value map = front_matter::read_yaml(source, {0, source.size()}, diagnostics);
  const auto* entry = map.find_path(path);
  return entry == nullptr ? "(none)" : entry->value.scalar;
}

}  // namespace

TEST_CASE("metadata: a path leads through nested maps") {
  CHECK(found("publish:\n  date: x\n", "publish.date") == "x");
  CHECK(found("a: {b: {c: x}}\n", "a.b.c") == "x");
}

TEST_CASE("metadata: a path may be one key that is spelled with dots") {
  CHECK(found("publish.date: x\n", "publish.date") == "x");
  CHECK(found("a.b.c: x\n", "a.b.c") == "x");
}

TEST_CASE("metadata: both ways may be mixed") {
  CHECK(found("a.b:\n  c: x\n", "a.b.c") == "x");
  CHECK(found("a:\n  b.c: x\n", "a.b.c") == "x");
  CHECK(found("a: text\na.b: x\n", "a.b") == "x");
  CHECK(found("a:\n  c: y\na.b: x\n", "a.b") == "x");
}

TEST_CASE("metadata: a nested map goes before a key with dots") {
  CHECK(found("a.b: flat\na:\n  b: nested\n", "a.b") == "nested");
}

TEST_CASE("metadata: what is not there is not found") {
  CHECK(found("a: x\n", "b") == "(none)");
  CHECK(found("a: x\n", "a.b") == "(none)");
  CHECK(found("a: [b]\n", "a.b") == "(none)");
  CHECK(found("a: x\n", "") == "(none)");
  CHECK(found("a: x\n", ".") == "(none)");
  CHECK(found("\"\": x\n", "") == "x");
}

TEST_CASE("metadata: capitals make no difference, but a key that is spelled as asked goes first") {
  CHECK(found("Publish:\n  DATE: x\n", "publish.date") == "x");
  CHECK(found("Publish.Date: x\n", "publish.date") == "x");
  CHECK(found("dateorder: x\n", "dateOrder") == "x");
  CHECK(found("A: one\na: two\n", "a") == "two");
  CHECK(found("TITLE: one\nTitle: two\n", "title") == "one");
  CHECK(found("titles: x\n", "title") == "(none)");
}
