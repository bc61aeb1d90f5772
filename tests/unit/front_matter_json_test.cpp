// JSON front matter: values, types, places and faults.
#include <doctest/doctest.h>

#include <string>

#include "pressmark/front_matter/json_reader.h"
#include "pressmark/text/limits.h"

using namespace pressmark;
using front_matter::Value;
using front_matter::ValueKind;
using text::Diagnostic;
using namespace std::string_literals;

namespace {

struct Reading {
  explicit Reading(std::string_view json)
      : source(json), metadata(front_matter::read_json(source, {source.content_start(), source.size()}, diagnostics)) {}

  text::Source source;
  text::Diagnostics diagnostics;
  Value metadata;

  const Value& at(std::string_view path) const {
    static const Value none{.kind = ValueKind::null, .scalar = "(none)", .span = {}, .items = {}, .entries = {}};
    const auto* entry = metadata.find_path(path);
    return entry == nullptr ? none : entry->value;
  }
  std::string value(std::string_view path) const { return at(path).scalar; }
  std::string_view written(std::string_view path) const { return source.slice(at(path).span); }
  bool is_silent() const { return diagnostics.all().empty(); }
  const Diagnostic& fault() const {
    REQUIRE(diagnostics.all().size() == 1);
    return diagnostics.all()[0];
  }
  std::string mended() const {
    const auto& fix = fault().fix;
    return fix ? std::string(source.text()).replace(fix->span.start, fix->span.size(), fix->text) : "(no fix)";
  }
};

}  // namespace

TEST_CASE("json: every kind of value, with its characters") {
  const Reading reading(
      R"({"t": "A", "n": null, "y": true, "f": false, "i": -12, "r": 1.10, "e": 1E3, "l": [1, "b"], "m": {}, "big": 18446744073709551615})");
  CHECK(reading.at("t").kind == ValueKind::text);
  CHECK(reading.at("n").kind == ValueKind::null);
  CHECK(reading.at("y").kind == ValueKind::boolean);
  CHECK(reading.value("f") == "false");
  CHECK(reading.at("i").kind == ValueKind::integer);
  CHECK(reading.value("i") == "-12");
  CHECK(reading.at("r").kind == ValueKind::real);
  CHECK(reading.value("r") == "1.10");
  CHECK(reading.value("e") == "1E3");
  CHECK(reading.at("l").items.size() == 2);
  CHECK(reading.at("m").is_map());
  CHECK(reading.value("big") == "18446744073709551615");
  CHECK(reading.is_silent());
}

TEST_CASE("json: places are exact") {
  const Reading reading("{ \"é\" : \"a \\\" \\u00e9 漢\" ,\r\n\t\"n\":12,\"m\" : { \"k\":[ 1 ,{\"x\":true} ] } }");
  CHECK(reading.source.slice(reading.metadata.span) == reading.source.text());
  CHECK(reading.source.slice(reading.metadata.entries.at(0).key_span) == "\"é\"");
  CHECK(reading.written("é") == "\"a \\\" \\u00e9 漢\"");
  CHECK(reading.value("é") == "a \" é 漢");
  CHECK(reading.written("n") == "12");
  CHECK(reading.written("m") == "{ \"k\":[ 1 ,{\"x\":true} ] }");
  CHECK(reading.written("m.k") == "[ 1 ,{\"x\":true} ]");
  CHECK(reading.source.slice(reading.at("m.k").items.at(1).entries.at(0).value.span) == "true");
}

TEST_CASE("json: a backslash at the end of a string does not end it") {
  const Reading reading(R"({"a": "x\\", "b": "\"y\\\"", "c": 1})");
  CHECK(reading.written("a") == R"("x\\")");
  CHECK(reading.value("b") == R"("y\")");
  CHECK(reading.written("c") == "1");
}

TEST_CASE("json: a key that is given twice names both lines, and the first one counts") {
  const Reading reading("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}");
  CHECK(reading.value("a") == "1");
  CHECK(reading.metadata.entries.size() == 2);
  CHECK(reading.fault().code == "front-matter-duplicate-key");
  CHECK(reading.fault().message.find("line 3") != std::string::npos);
}

TEST_CASE("json: keys that scripts could be tripped by are left out") {
  const Reading reading(R"({"__proto__": {"x": 1}, "a": {"constructor": 1, "b": 2}})");
  CHECK(reading.metadata.entries.size() == 1);
  CHECK(reading.at("a").entries.size() == 1);
  CHECK(reading.diagnostics.all().size() == 2);
}

TEST_CASE("json: control characters made by escapes become spaces with a warning") {
  const Reading reading(R"({"a": "x\u0000y\u0007", "b": "tab\t line\n"})");
  CHECK(reading.value("a") == "x y ");
  CHECK(reading.value("b") == "tab\t line\n");
  CHECK(reading.fault().code == "front-matter-control-character");
}

TEST_CASE("json: a comma too many or too few is mended") {
  const Reading trailing("{\"a\": 1,\n}");
  CHECK(trailing.mended() == "{\"a\": 1\n}");
  CHECK(trailing.value("a") == "1");
  const Reading in_list("{\"a\": [1, 2, ]}");
  CHECK(in_list.mended() == "{\"a\": [1, 2 ]}");
  const Reading missing("{\"a\": 1\n \"b\": 2}");
  CHECK(missing.mended() == "{\"a\": 1,\n \"b\": 2}");
  CHECK(missing.value("a") == "1");
}

TEST_CASE("json: a fault has its place, and what was read before it counts") {
  const Reading reading("{\"a\": 1,\n \"b\": nul, \"c\": 3}");
  CHECK(reading.fault().code == "front-matter-json");
  CHECK(reading.source.position(reading.fault().span.start).line == 2);
  CHECK(reading.value("a") == "1");
  CHECK(reading.metadata.find("c") == nullptr);
}

TEST_CASE("json: text that is no JSON ends in one fault") {
  for (const char* json : {"{",
                           "{\"a\"",
                           "{\"a\":",
                           "{\"a\": \"x",
                           "{\"a\": 1",
                           "{a: 1}",
                           "{'a': 1}",
                           "{\"a\": 01}",
                           "{\"a\": 1e999}",
                           "{\"a\": \"\\q\"}",
                           "{\"a\": \"\\ud800\"}",
                           "{\"a\": \"x\ny\"}",
                           "{\"a\": 1} x",
                           "{\"a\": é}",
                           "{// c\n}",
                           "{\"a\": NaN}",
                           "{\"a\": [}",
                           "[]",
                           "",
                           "1",
                           "{\"a\":}",
                           "{,}",
                           "{\"a\": 1,,}"}) {
    CAPTURE(json);
    const Reading reading(json);
    REQUIRE(reading.diagnostics.all().size() == 1);
    CHECK(reading.fault().code == "front-matter-json");
    CHECK(reading.fault().span.end <= reading.source.size());
  }
}

TEST_CASE("json: nesting is allowed up to the limit and reported beyond it") {
  const auto nested = [](std::size_t lists) {
    return "{\"a\": " + std::string(lists, '[') + std::string(lists, ']') + "}";
  };
  constexpr auto deepest = static_cast<std::size_t>(limits::max_front_matter_depth) - 1;
  CHECK(Reading(nested(deepest)).is_silent());
  CHECK(Reading(nested(deepest + 1)).fault().code == "front-matter-too-deep");
  CHECK(Reading(nested(10000)).fault().code == "front-matter-too-deep");
}
