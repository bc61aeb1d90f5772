// YAML front matter: values, types, places, faults, and the edits that mend them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "pressmark/front_matter/yaml_reader.h"
#include "pressmark/text/limits.h"
#include "properties.h"

using namespace pressmark;
using front_matter::Entry;
using front_matter::Value;
using front_matter::ValueKind;
using text::Diagnostic;
using text::Severity;
using namespace std::string_literals;

namespace {

struct Reading {
  explicit Reading(std::string_view yaml)
      : source(yaml), metadata(front_matter::read_yaml(source, {source.content_start(), source.size()}, diagnostics)) {}

  text::Source source;
  text::Diagnostics diagnostics;
  Value metadata;

  const Value& at(std::string_view path) const {
    static const Value none{.kind = ValueKind::null, .scalar = "(none)", .span = {}, .items = {}, .entries = {}};
    const Entry* entry = metadata.find_path(path);
    return entry == nullptr ? none : entry->value;
  }
  std::string value(std::string_view path) const { return at(path).scalar; }
  bool has(std::string_view path) const { return metadata.find_path(path) != nullptr; }
  std::string_view written(std::string_view path) const { return source.slice(at(path).span); }
  std::string_view key_written(std::string_view path) const {
    const Entry* entry = metadata.find_path(path);
    return entry == nullptr ? "(none)" : source.slice(entry->key_span);
  }
  const Diagnostic* told(std::string_view code) const {
    const auto& all = diagnostics.all();
    const auto found = std::find_if(all.begin(), all.end(), [code](const Diagnostic& one) { return one.code == code; });
    return found == all.end() ? nullptr : &*found;
  }
  std::size_t count() const { return diagnostics.all().size(); }
  bool is_silent() const { return diagnostics.all().empty(); }
  /// The source after the author has accepted the only fix.
  std::string mended() const {
    std::string text(source.text());
    for (const Diagnostic& one : diagnostics.all()) {
      if (one.fix) return text.replace(one.fix->span.start, one.fix->span.size(), one.fix->text);
    }
    return "(no fix)";
  }
};

/// A single fault: its code, the words it is about, and the source with its fix.
void check_fault(std::string_view yaml, std::string_view code, std::string_view words, std::string_view mended) {
  CAPTURE(yaml);
  const Reading reading(yaml);
  REQUIRE(reading.count() == 1);
  const Diagnostic& one = reading.diagnostics.all()[0];
  CHECK(one.code == code);
  CHECK(reading.source.slice(one.span) == words);
  CHECK(reading.mended() == mended);
  if (mended != "(no fix)") CHECK(Reading(mended).is_silent());
}

}  // namespace

TEST_CASE("yaml: plain entries are read as yaml-cpp reads them") {
  for (const std::string_view words :
       {"words", "two words  ", "12", "1.50", "0x1F", "true", "null", "~", "2 May 2019", "00:01 02/05/2019", "a:b", "a :b",
        "x#y", "https://a.example/x?y=(1,2)&amp;z#w", "a [b], {c}", "say \"no\"", "it's", "Tarn Café", "“curled”", "x\xC2\x85y",
        "x\xE2\x80\xA8y", "a - b", "- a", "-a", "--- a", "two  spaces", "5%", "£5", "=", "", "'quoted'", "a: b", "a:"}) {
    for (const std::string_view key : {"title", "og:title", "a.b", "two words", "12", "null", "é", "constructor", "<<"}) {
      const std::string yaml = "outer:\n  first: 1\n  " + std::string(key) + ": " + std::string(words) + "\n  inner:\n    last: end\n";
      CAPTURE(yaml);
      CHECK_NOTHROW(properties::check_plain_entry(yaml));
    }
  }
}

// ---- Types ----

TEST_CASE("yaml: plain scalars have the types of the core schema and keep their characters") {
  const Reading reading(
      "a: ~\nb: null\nc:\nd: true\ne: FALSE\nf: -12\ng: 0x1F\nh: 0o17\ni: 1.10\nj: 1e3\nk: .5\nl: -.inf\nm: .NaN\nn: "
      "+7\no: 6.\n");
  const std::pair<std::string_view, ValueKind> expected[] = {
      {"a", ValueKind::null},    {"b", ValueKind::null},    {"c", ValueKind::null},    {"d", ValueKind::boolean},
      {"e", ValueKind::boolean}, {"f", ValueKind::integer}, {"g", ValueKind::integer}, {"h", ValueKind::integer},
      {"i", ValueKind::real},    {"j", ValueKind::real},    {"k", ValueKind::real},    {"l", ValueKind::real},
      {"m", ValueKind::real},    {"n", ValueKind::integer}, {"o", ValueKind::real}};
  for (const auto& value : expected) {
    const std::string_view key = value.first;
    CAPTURE(key);
    CHECK(reading.at(key).kind == value.second);
    CHECK(reading.value(key) == reading.written(key));
  }
  CHECK(reading.value("i") == "1.10");
  CHECK(reading.value("g") == "0x1F");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: dates, times and the words of YAML 1.1 are text") {
  for (const char* word : {"2019-05-02",
                           "00:01 02/05/2019",
                           "12:30:45",
                           "2019-05-02T00:01:00Z",
                           "yes",
                           "no",
                           "NO",
                           "on",
                           "Off",
                           "y",
                           "1_000",
                           "0b1",
                           "0x",
                           "0o8",
                           "1e",
                           ".",
                           "-",
                           "+",
                           "e3",
                           ".infinity",
                           "tRUE",
                           "nUll",
                           "1.2.3",
                           "0x1G",
                           "https://example.org/a?b=1&amp;c=(2,3)#top",
                           "It's good",
                           "a:b",
                           "a#b",
                           "C++",
                           "-x",
                           "?x",
                           ":x"}) {
    CAPTURE(word);
    const Reading reading("key: "s + word + "\n");
    if (std::string_view(word) == "-") {
      continue;  // an empty list item
    }
    CHECK(reading.at("key").kind == ValueKind::text);
    CHECK(reading.value("key") == word);
    CHECK(reading.written("key") == word);
    CHECK(reading.is_silent());
  }
}

TEST_CASE("yaml: what stands in quotes is text") {
  const Reading reading("a: \"true\"\nb: '12'\nc: ''\nd: \"~\"\ne: 'It''s'\nf: \"a \\\"b\\\" \\u00e9 \\x41\\t.\"\n");
  for (const char* key : {"a", "b", "c", "d", "e", "f"}) CHECK(reading.at(key).kind == ValueKind::text);
  CHECK(reading.value("c").empty());
  CHECK(reading.value("e") == "It's");
  CHECK(reading.value("f") == "a \"b\" é A\t.");
  CHECK(reading.written("e") == "'It''s'");
  CHECK(reading.written("f") == "\"a \\\"b\\\" \\u00e9 \\x41\\t.\"");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: the escapes for a no-break space and a next line are valid UTF-8") {
  const Reading reading("a: \"é\\_b\\N漢\\_\\_\"\n");
  CHECK(reading.value("a") == "é\u00A0b\u0085漢\u00A0\u00A0");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: control characters become spaces with a warning") {
  const Reading raw("title: New\x0Bstation\narea: W\x04st\nnext: x\n");
  CHECK(raw.value("title") == "New station");
  CHECK(raw.value("area") == "W st");
  CHECK(raw.value("next") == "x");
  REQUIRE(raw.count() == 2);
  CHECK(raw.told("front-matter-control-character")->fix->text == " ");
  const Reading escaped("title: \"a\\0b\\u0007\"\n");
  CHECK(escaped.value("title") == "a b ");
  CHECK(escaped.told("front-matter-control-character") != nullptr);
}

TEST_CASE("yaml: a replaced NUL is an ordinary character") {
  const Reading reading("title: a\0b\nnext: x\n"s);
  CHECK(reading.value("title") == "a\uFFFDb");
  CHECK(reading.value("next") == "x");
}

// ---- Places ----

TEST_CASE("yaml: places are exact behind characters of several bytes") {
  const Reading reading("é漢: “🙂” ok\n\"ключ\": 'ü'\nliste: [ä, {ö: \"ß\"}]\nlast: z\n");
  CHECK(reading.key_written("é漢") == "é漢");
  CHECK(reading.written("é漢") == "“🙂” ok");
  CHECK(reading.key_written("ключ") == "\"ключ\"");
  CHECK(reading.written("ключ") == "'ü'");
  CHECK(reading.written("liste") == "[ä, {ö: \"ß\"}]");
  const Value& list = reading.at("liste");
  REQUIRE(list.items.size() == 2);
  CHECK(reading.source.slice(list.items[0].span) == "ä");
  CHECK(reading.source.slice(list.items[1].span) == "{ö: \"ß\"}");
  CHECK(reading.source.slice(list.items[1].entries.at(0).value.span) == "\"ß\"");
  CHECK(reading.written("last") == "z");
}

TEST_CASE("yaml: places are exact whatever ends the lines") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const std::string yaml = "a: one" + end + "b:" + end + "  c: two" + end + end + "  d: |" + end + "    x" + end +
                             "    y" + end + "e: three" + end + "  four" + end + "f: \"five" + end + "  six\"" + end +
                             "g: seven";
    const Reading reading(yaml);
    CHECK(reading.written("a") == "one");
    CHECK(reading.written("b.c") == "two");
    CHECK(reading.value("b.d") == "x\ny\n");
    CHECK(reading.written("b.d") == "|" + end + "    x" + end + "    y");
    CHECK(reading.value("e") == "three four");
    CHECK(reading.written("e") == "three" + end + "  four");
    CHECK(reading.value("f") == "five six");
    CHECK(reading.written("f") == "\"five" + end + "  six\"");
    CHECK(reading.written("g") == "seven");
    CHECK(reading.is_silent());
  }
}

TEST_CASE("yaml: content in the middle of a text has places in that text") {
  const std::string before = "Ünïcode before\n", yaml = "title: Größe\n", after = "title: not this\n";
  const text::Source source(before + yaml + after);
  text::Diagnostics diagnostics;
  const auto start = static_cast<std::uint32_t>(before.size());
  const Value map =
      front_matter::read_yaml(source, {start, start + static_cast<std::uint32_t>(yaml.size())}, diagnostics);
  REQUIRE(map.entries.size() == 1);
  CHECK(source.slice(map.entries[0].key_span) == "title");
  CHECK(source.slice(map.entries[0].value.span) == "Größe");
  CHECK(diagnostics.all().empty());
}

TEST_CASE("yaml: lists and maps span from their first to their last child, brackets included") {
  const Reading reading(
      "tags: # kinds\n  - one\n  - two  # last\nog:\n  title: A\n  # remark\n  url: B\nin: [ a, b, ] # end\nmap: { k: "
      "v , }\n");
  CHECK(reading.written("tags") == "- one\n  - two");
  CHECK(reading.written("og") == "title: A\n  # remark\n  url: B");
  CHECK(reading.written("in") == "[ a, b, ]");
  CHECK(reading.written("map") == "{ k: v , }");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: a bracket may be closed at the start of a line") {
  const Reading reading("tags: [\n  a, # one\n  b\n]\nmap: {\n  k: v,\n}\nnext: x\n");
  CHECK(reading.at("tags").items.size() == 2);
  CHECK(reading.value("map.k") == "v");
  CHECK(reading.value("next") == "x");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: values that are left out have an empty place behind the colon or dash") {
  const Reading reading("a:\nb: # remark\nlist:\n  -\n  - ~\n  - x\nnull: 1\nmap: {k: , l}\n");
  CHECK(reading.at("a").span == text::Span{2, 2});
  CHECK(reading.at("b").span.empty());
  CHECK(reading.source.slice({reading.at("b").span.start - 2, reading.at("b").span.end}) == "b:");
  const Value& list = reading.at("list");
  REQUIRE(list.items.size() == 3);
  CHECK(list.items[0].span.empty());
  CHECK(reading.source.slice(list.items[1].span) == "~");
  CHECK(reading.source.slice(list.items[2].span) == "x");
  CHECK(reading.value("null") == "1");
  CHECK(reading.at("map").entries.size() == 2);
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: a key named null is a key") {
  const Reading reading("og:\n  title:\n  null: 1\n~: 2\n");
  CHECK(reading.at("og.title").kind == ValueKind::null);
  CHECK(reading.value("og.title").empty());
  CHECK(reading.value("og.null") == "1");
  CHECK(reading.key_written("~") == "~");
}

TEST_CASE("yaml: text on several lines") {
  const Reading reading(
      "keep: |+\n  a\n\n  b\n\nfold: >-\n  one\n  two\n\n  three\nplain: one\n  two\n\n  three\nnext: x\n");
  CHECK(reading.value("keep") == "a\n\nb\n\n");
  CHECK(reading.value("fold") == "one two\nthree");
  CHECK(reading.written("fold") == ">-\n  one\n  two\n\n  three");
  CHECK(reading.value("plain") == "one two\nthree");
  CHECK(reading.written("plain") == "one\n  two\n\n  three");
  CHECK(reading.value("next") == "x");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: text on several lines may look like anything") {
  const Reading reading("note: |\n  title: no\n  # no comment\n  *bold*: \"x\n    deeper\nnext: x\n");
  CHECK(reading.value("note") == "title: no\n# no comment\n*bold*: \"x\n  deeper\n");
  CHECK(reading.value("next") == "x");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: lines of a text on several lines may begin with a hash") {
  const Reading reading("summary: |\n  # One\n\n  # Two\n# a comment\narea: x\n  # another\n");
  CHECK(reading.value("summary") == "# One\n\n# Two\n");
  CHECK(reading.value("area") == "x");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: comments and empty lines do not matter") {
  const Reading reading("# head\n\na: 1 # one\n  # between\n\nb:\n  # inside\n  c: 2\n# tail\n");
  CHECK(reading.value("a") == "1");
  CHECK(reading.value("b.c") == "2");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: lists at the column of their key, lists of maps, maps in lists in brackets") {
  const Reading reading(
      "tags:\n- one\n- two\ngrades:\n  - area: Efficiency\n    grade: good\n  - area: Legitimacy\n    grade: "
      "good\npairs: [a: 1, b]\n");
  CHECK(reading.at("tags").items.size() == 2);
  const Value& grades = reading.at("grades");
  REQUIRE(grades.items.size() == 2);
  REQUIRE(grades.items[1].find("area") != nullptr);
  CHECK(grades.items[1].find("area")->value.scalar == "Legitimacy");
  CHECK(reading.source.slice(grades.items[1].span) == "area: Legitimacy\n    grade: good");
  CHECK(reading.at("pairs").items.at(0).is_map());
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: all entries may be indented alike") {
  const Reading reading("  title: A\n  og:\n    url: B\n  area: C\n");
  CHECK(reading.value("title") == "A");
  CHECK(reading.value("og.url") == "B");
  CHECK(reading.value("area") == "C");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: the whole may stand in braces") {
  const Reading reading("{title: A, tags: [b, c],\n og: {url: d}}\n");
  CHECK(reading.value("title") == "A");
  CHECK(reading.value("og.url") == "d");
  CHECK(reading.is_silent());
}

TEST_CASE("yaml: a question mark may introduce a key that is text") {
  const Reading reading("? title\n: A\n? area\n: B\n");
  CHECK(reading.value("title") == "A");
  CHECK(reading.value("area") == "B");
}

TEST_CASE("yaml: no entry at all is an empty map") {
  for (const char* yaml : {"", "\n\n", "# only a remark\n", "---\n"}) {
    const Reading reading(yaml);
    CHECK(reading.metadata.is_map());
    CHECK(reading.metadata.entries.empty());
    CHECK(reading.is_silent());
  }
}

// ---- Traps: each an exact value or a diagnostic ----

TEST_CASE("yaml: a hash that starts a comment in the middle of words gets a warning and the fix quotes them") {
  check_fault("title: We are #1 school\n", "front-matter-comment", "#1 school", "title: \"We are #1 school\"\n");
  check_fault("tag: #PoliceAwards\n", "front-matter-comment", "#PoliceAwards", "tag: \"#PoliceAwards\"\n");
  check_fault("tags:\n  - #one\n", "front-matter-comment", "#one", "tags:\n  - \"#one\"\n");
  check_fault("og:\n  title: The \"best\" #1 school\n", "front-matter-comment", "#1 school",
              "og:\n  title: 'The \"best\" #1 school'\n");
  check_fault("title: \"Good\" #1 school\n", "front-matter-comment", "#1 school", "title: '\"Good\" #1 school'\n");
  CHECK(Reading("tags: [a, b #1\n  ]\n").told("front-matter-comment") != nullptr);
  CHECK_FALSE(Reading("tags: [a, b #1\n  ]\n").told("front-matter-comment")->fix.has_value());
  const Reading reading("title: We are #1 school\n");
  CHECK(reading.value("title") == "We are");
  CHECK(reading.diagnostics.all()[0].severity == Severity::warning);
}

TEST_CASE("yaml: a remark set off by a space is a remark") {
  CHECK(Reading("body: HMICFRS     # or scale: hmicfrs-peel-5\ngrade: good # see the report\n").is_silent());
  CHECK(Reading("title: \"We are #1 school\" # draft\n").is_silent());
}

TEST_CASE("yaml: a colon inside a value is explained, mended, and read as meant") {
  check_fault("title: Ofsted: inspection\n", "front-matter-colon-in-value", "Ofsted: inspection",
              "title: \"Ofsted: inspection\"\n");
  check_fault("title: Chief: \"we're good\"\n", "front-matter-colon-in-value", "Chief: \"we're good\"",
              "title: 'Chief: \"we''re good\"'\n");
  check_fault("title: Ofsted: inspection # draft\n", "front-matter-colon-in-value", "Ofsted: inspection",
              "title: \"Ofsted: inspection\" # draft\n");
  const Reading reading("title: Ofsted: inspection\narea: W\n");
  CHECK(reading.value("title") == "Ofsted: inspection");
  CHECK(reading.written("title") == "Ofsted: inspection");
  CHECK(reading.at("title").kind == ValueKind::text);
  CHECK(reading.value("area") == "W");
  CHECK(reading.diagnostics.all()[0].severity == Severity::error);
}

TEST_CASE("yaml: a value that begins with a sign is explained, mended, and read as meant") {
  for (const std::string value :
       {"@school", "%50 more", "`code`", "**bold** words", "& Sons", "* item", "> quote", "| pipe"}) {
    CAPTURE(value);
    const Reading reading("title: " + value + "\narea: W\n");
    REQUIRE(reading.count() == 1);
    CHECK(reading.diagnostics.all()[0].severity == Severity::error);
    CHECK(reading.value("title") == value);
    CHECK(reading.value("area") == "W");
    CHECK(reading.mended() == "title: \"" + value + "\"\narea: W\n");
    CHECK(Reading(reading.mended()).is_silent());
  }
}

TEST_CASE("yaml: anchors, aliases, tags and merge keys are refused and say what to write instead") {
  const std::pair<const char*, const char*> refused[] = {{"a: &name words\n", "front-matter-anchor"},
                                                         {"a: *name\n", "front-matter-alias"},
                                                         {"a: !important stuff\n", "front-matter-tag"},
                                                         {"a: !!str 12\n", "front-matter-tag"},
                                                         {"a: !<tag:x> 12\n", "front-matter-tag"},
                                                         {"a: ! 12\n", "front-matter-tag"},
                                                         {"a: &x [*x]\n", "front-matter-anchor"},
                                                         {"a: {k: &x v}\n", "front-matter-anchor"},
                                                         {"a:\n  - !t v\n", "front-matter-tag"},
                                                         {"&x a: b\n", "front-matter-anchor"},
                                                         {"!t a: b\n", "front-matter-tag"},
                                                         {"*x : b\n", "front-matter-alias"},
                                                         {"a: !!map {}\n", "front-matter-tag"},
                                                         {"a: {<<: {k: v}}\n", "front-matter-merge-key"},
                                                         {"<<: {k: v}\n", "front-matter-merge-key"}};
  for (const auto& mistake : refused) {
    const std::string_view yaml = mistake.first;
    CAPTURE(yaml);
    const Reading reading(std::string(yaml) + "area: W\n");
    REQUIRE(reading.count() == 1);
    CHECK(reading.diagnostics.all()[0].code == mistake.second);
    CHECK_FALSE(reading.has("a"));
    CHECK(reading.value("area") == "W");
  }
  CHECK(Reading("\"<<\": text\n").value("<<") == "text");
}

TEST_CASE("yaml: a thousand aliases cost nothing") {
  std::string yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'z'; ++c) {
    const std::string last = "*"s + static_cast<char>(c - 1);
    yaml += ""s + c + ": &" + c + " [" + last + ", " + last + ", " + last + ", " + last + "]\n";
  }
  const Reading reading(yaml + "area: W\n");
  CHECK(reading.metadata.entries.size() == 1);
  CHECK(reading.value("area") == "W");
}

TEST_CASE("yaml: a quote that is never closed does not swallow the entries below") {
  check_fault("title: 'New station\n", "front-matter-unclosed-quote", "'New station", "title: 'New station'\n");
  check_fault("title: \"New station\narea: W\n", "front-matter-unclosed-quote", "\"New station",
              "title: \"New station\"\narea: W\n");
  for (const char* yaml : {"title: 'New station\narea: W\n", "title: \"New station\narea: W\nnote: \"x\"\n",
                           "title: 'New station\narea: W\nnote: it's\n", "title: \"New station\n\narea: W\n"}) {
    CAPTURE(yaml);
    const Reading reading(yaml);
    CHECK(reading.told("front-matter-unclosed-quote") != nullptr);
    CHECK(reading.value("title") == "New station");
    CHECK(reading.value("area") == "W");
  }
}

TEST_CASE("yaml: nor inside a nested map") {
  const Reading reading("og:\n  title: 'New station\n  url: x\n  type: y\narea: W\n");
  CHECK(reading.value("og.title") == "New station");
  CHECK(reading.value("og.url") == "x");
  CHECK(reading.value("og.type") == "y");
  CHECK(reading.value("area") == "W");
  REQUIRE(reading.count() == 1);
  CHECK(reading.diagnostics.all()[0].code == "front-matter-unclosed-quote");
}

TEST_CASE("yaml: an embargo survives a missing quotation mark") {
  const Reading reading("embargo: \"2026-12-01 00:01\ntitle: A\n");
  CHECK(reading.value("embargo") == "2026-12-01 00:01");
  CHECK(reading.at("embargo").kind == ValueKind::text);
}

TEST_CASE("yaml: words after a closing quotation mark are explained, mended, and read as meant") {
  check_fault("title: \"Good\" for force\n", "front-matter-text-after-quote", "\"Good\" for force",
              "title: '\"Good\" for force'\n");
  check_fault("title: 'It's good'\n", "front-matter-text-after-quote", "'It's good'", "title: \"It's good\"\n");
  CHECK(Reading("title: \"Good\" for force\n").value("title") == "\"Good\" for force");
  CHECK(Reading("title: 'It's good'\n").value("title") == "It's good");
}

TEST_CASE("yaml: a backslash with an unknown meaning is explained, mended, and read as meant") {
  check_fault("file: \"C:\\photos\"\n", "front-matter-escape", "\"C:\\photos\"", "file: 'C:\\photos'\n");
  check_fault("\"\\s\": \"\"\n", "front-matter-escape", "\"\"", "(no fix)");
  CHECK(Reading("file: \"C:\\photos\"\n").value("file") == "C:\\photos");
  for (const char* yaml :
       {"a: \"\\ud83d\"\nb: x\n", "a: \"\\xZZ\"\nb: x\n", "a: \"\\é\"\nb: x\n", "a: \"\\u12\nb: x\n"}) {
    CAPTURE(yaml);
    const Reading reading(yaml);
    CHECK_FALSE(reading.is_silent());
    CHECK(reading.value("b") == "x");
  }
}

TEST_CASE("yaml: brackets at the start of words") {
  check_fault("title: [Updated] Force is good\n", "front-matter-text-after-bracket", "[Updated] Force is good",
              "title: \"[Updated] Force is good\"\n");
  CHECK(Reading("title: [Updated] Force is good\n").value("title") == "[Updated] Force is good");
  for (const char* yaml :
       {"a: [x, y\nb: ok\n", "a: {x: y\nb: ok\n", "a: [x}\nb: ok\n", "a: ]\nb: ok\n", "a: {{ name }}\nb: ok\n",
        "a: [x] ]\nb: ok\n", "a: , x\nb: ok\n", "a: [x\n  y: z\nb: ok\n"}) {
    CAPTURE(yaml);
    const Reading reading(yaml);
    CHECK(reading.count() == 1);
    CHECK(reading.value("b") == "ok");
  }
}

TEST_CASE("yaml: a fix never touches a list or map in brackets that spans lines") {
  const Reading reading("a: {\n  k: @x,\n  l: y\n}\nb: ok\n");
  REQUIRE(reading.count() == 1);
  CHECK_FALSE(reading.diagnostics.all()[0].fix.has_value());
  CHECK(reading.value("b") == "ok");
}

TEST_CASE("yaml: tabs for indentation are explained and mended") {
  check_fault("og:\n\ttitle: A\n\turl: B\n", "front-matter-tab", "\t", "og:\n  title: A\n  url: B\n");
  check_fault("\ttitle: A\n\tarea: B\n", "front-matter-tab", "\t", "  title: A\n  area: B\n");
  check_fault("tags:\r\n\t- one\r\n\t- two\r\n", "front-matter-tab", "\t", "tags:\r\n  - one\r\n  - two\r\n");
  CHECK(Reading("og:\n\ttitle: A\narea: W\n").value("area") == "W");
  CHECK(Reading("title:\tA\t\n").value("title") == "A");
}

TEST_CASE("yaml: a key that is given twice names both lines, and the first one counts") {
  const Reading reading("title: A\narea: W\ntitle: B\nog:\n  url: x\n  url: y\n");
  CHECK(reading.value("title") == "A");
  CHECK(reading.value("og.url") == "x");
  CHECK(reading.metadata.entries.size() == 3);
  REQUIRE(reading.count() == 2);
  const Diagnostic* one = reading.told("front-matter-duplicate-key");
  REQUIRE(one != nullptr);
  CHECK(one->severity == Severity::error);
  const auto& all = reading.diagnostics.all();
  const auto of_title = std::find_if(all.begin(), all.end(),
                                     [](const Diagnostic& d) { return d.message.find("title") != std::string::npos; });
  REQUIRE(of_title != all.end());
  CHECK(of_title->message.find("line 1") != std::string::npos);
  CHECK(of_title->message.find("line 3") != std::string::npos);
  CHECK(reading.source.position(of_title->span.start).line == 3);
}

TEST_CASE("yaml: keys are the same whether quoted or not") {
  CHECK(Reading("title: A\n\"title\": B\n").told("front-matter-duplicate-key") != nullptr);
}

TEST_CASE("yaml: keys that scripts could be tripped by are left out") {
  for (const std::string key : {"__proto__", "constructor", "prototype"}) {
    const Reading reading(key + ": {x: 1}\n\"" + key + "\": y\nog:\n  " + key + ": z\n  url: u\narea: W\n");
    CHECK_FALSE(reading.has(key));
    CHECK_FALSE(reading.has("og." + key));
    CHECK(reading.value("og.url") == "u");
    CHECK(reading.value("area") == "W");
    CHECK(reading.told("front-matter-reserved-key") != nullptr);
  }
}

TEST_CASE("yaml: keys must be text") {
  for (const char* yaml : {"? [a, b]\n: c\narea: W\n", "[a]: c\narea: W\n", ": c\narea: W\n", "? - a\n: c\narea: W\n",
                           "{a: b}: c\narea: W\n"}) {
    CAPTURE(yaml);
    const Reading reading(yaml);
    CHECK_FALSE(reading.is_silent());
  }
  CHECK(Reading("2019: x\ntrue: y\n1.10: z\n").value("2019") == "x");
  CHECK(Reading("2019: x\ntrue: y\n").value("true") == "y");
}

TEST_CASE("yaml: nesting is allowed up to the limit and reported beyond it") {
  const auto nested = [](int lists) {
    return std::string(static_cast<std::size_t>(lists), '[') + "x" + std::string(static_cast<std::size_t>(lists), ']');
  };
  const int deepest = limits::max_front_matter_depth - 1;  // the outermost map is one level
  CHECK(Reading("a: " + nested(deepest) + "\n").is_silent());
  const Reading beyond("a: " + nested(deepest + 1) + "\nb: x\n");
  REQUIRE(beyond.count() == 1);
  CHECK(beyond.diagnostics.all()[0].code == "front-matter-too-deep");
  CHECK(beyond.value("b") == "x");
}

TEST_CASE("yaml: maps that are nested by indentation are read down to the limit") {
  std::string yaml, path;
  for (int i = 0; i < 20; ++i) {
    yaml += std::string(static_cast<std::size_t>(2 * i), ' ') + "k:\n";
    if (i < limits::max_front_matter_depth) path += i == 0 ? "k" : ".k";
  }
  const Reading reading(yaml + "area: W\n");
  CHECK(reading.told("front-matter-too-deep") != nullptr);
  CHECK(reading.value("area") == "W");
}

TEST_CASE("yaml: ten thousand brackets end in a diagnostic") {
  for (const char* part : {"[", "{", "- ", "? ", "[{", "a: [", "&a ", "!t "}) {
    std::string yaml = "a: ";
    for (int i = 0; i < 10000; ++i) yaml += part;
    const Reading reading(yaml + "\nb: x\n");
    CHECK_FALSE(reading.is_silent());
    CHECK(reading.value("b") == "x");
  }
}

// ---- Losing as little as possible ----

TEST_CASE("yaml: a fault costs the entry it stands in") {
  const Reading reading("title: A\nbad: [x\narea: W\nnested:\n  one: 1\n  two: {\n  three: 3\nlast: z\n");
  CHECK(reading.value("title") == "A");
  CHECK(reading.value("area") == "W");
  CHECK(reading.value("nested.one") == "1");
  CHECK(reading.value("nested.three") == "3");
  CHECK(reading.value("last") == "z");
  CHECK_FALSE(reading.has("bad"));
  CHECK_FALSE(reading.has("nested.two"));
  CHECK(reading.count() == 2);
}

TEST_CASE("yaml: the places of a map that was read in parts are exact") {
  const Reading reading("og:\n  title: A: B\n  ürl: ü\n  list: [a\nlast: z\n");
  CHECK(reading.written("og.ürl") == "ü");
  CHECK(reading.written("og") == "title: A: B\n  ürl: ü");
  CHECK(reading.key_written("og") == "og");
}

TEST_CASE("yaml: lines that are no entries are named") {
  check_fault("title: A\nhello\n", "front-matter-not-an-entry", "hello", "(no fix)");
  check_fault("title:Foo\n", "front-matter-not-an-entry", "title:Foo", "title: Foo\n");
  check_fault("a: x\narea=West\n", "front-matter-not-an-entry", "area=West", "(no fix)");
  CHECK(Reading("title: A\n{b: c}\n").told("front-matter-not-an-entry") != nullptr);
  CHECK(Reading("title: A\nhello\n").value("title") == "A");
}

TEST_CASE("yaml: wrong indentation is named") {
  const Reading deeper("title: A\n  area: W\nlast: z\n");
  REQUIRE(deeper.count() == 1);
  CHECK(deeper.diagnostics.all()[0].code == "front-matter-indentation");
  CHECK(deeper.source.slice(deeper.diagnostics.all()[0].span) == "area: W");
  CHECK(deeper.value("last") == "z");
  const Reading shallower("og:\n    title: A\n  url: B\n");
  CHECK(shallower.told("front-matter-indentation") != nullptr);
  CHECK(shallower.value("og.url") == "B");
}

TEST_CASE("yaml: a list or a single value is no front matter") {
  for (const char* yaml : {"- a\n- b\n", "-\n", "- a: b\n"}) {
    const Reading reading(yaml);
    CHECK(reading.metadata.kind == ValueKind::null);
    CHECK(reading.told("front-matter-not-an-entry") != nullptr);
  }
  CHECK(Reading("words\n").told("front-matter-not-an-entry") != nullptr);
}

TEST_CASE("yaml: only the first document is read") {
  const Reading reading("title: A\n---\ntitle: B\n");
  CHECK(reading.value("title") == "A");
  CHECK(reading.told("front-matter-second-document") != nullptr);
  CHECK(Reading("---\ntitle: A\n...\n# end\n").is_silent());
}

TEST_CASE("yaml: a directive is no entry") {
  const Reading reading("%YAML 1.2\ntitle: A\n");
  CHECK_FALSE(reading.is_silent());
  CHECK(reading.value("title") == "A");
}

TEST_CASE("yaml: small texts that have hung or crashed other readers end") {
  for (const char* yaml : {",-",          "{:",
                           ":",           "-",
                           "?",           "|",
                           ">",           "%",
                           "!",           "&",
                           "*",           "'",
                           "\"",          "{",
                           "}",           "[",
                           "]",           ",",
                           "@",           "`",
                           "---",         "...",
                           "a: |9\n b",   "a: >0",
                           "a: |+-\n",    "? ? ?",
                           "- - -",       "{a: b",
                           "[a, b",       "{\"a\"",
                           "a:\n- b\n c", "a: 'b' 'c'",
                           "\uFEFFa: b",  "a: b\n\uFEFFc: d\n",
                           "a: \"\\",     "a: \"\\x",
                           "a: '''",      "a: \"",
                           "{ ? a : }",   "a: {,}",
                           "a: [,]",      "\t",
                           "\ta",         " \t: b",
                           "a:\tb",       "!<",
                           "!<x> y",      "!a!b c: d",
                           "%TAG ! x",    "\r",
                           "\r\r\n",      "a\r: b"}) {
    CAPTURE(yaml);
    const Reading reading(yaml);
    CHECK((reading.metadata.is_map() || !reading.is_silent()));
  }
}

TEST_CASE("yaml: a byte order mark in the middle does not shift places") {
  const Reading reading("a: b\n\uFEFFtitle: Größe\nz: y\n");
  CHECK(reading.written("title") == "Größe");
  CHECK(reading.written("z") == "y");
}

TEST_CASE("yaml: a block of the size limit with an entry on every line is read") {
  std::string yaml;
  for (int i = 0; yaml.size() < limits::max_front_matter_bytes - 16; ++i) yaml += "k" + std::to_string(i) + ": v\n";
  const Reading reading(yaml);
  CHECK(reading.metadata.entries.size() > 5000);
  CHECK(reading.is_silent());
}

// ---- A fault inside a list ----

TEST_CASE("yaml: a fault in a list of maps costs no more than the entry it stands in") {
  const Reading reading(
      "contacts:\n  - name: Ada Field\n    email: @ada\n    phone: [1, 2\n  - name: Tom Brook\n    email: "
      "tom@example.org\ntitle: Still here\n");
  REQUIRE(reading.at("contacts").items.size() == 2);
  const Value& first = reading.at("contacts").items[0];
  REQUIRE(first.find("name"));
  CHECK(first.find("name")->value.scalar == "Ada Field");
  REQUIRE(first.find("email"));
  CHECK(first.find("email")->value.scalar == "@ada");  // the mend is certain
  CHECK(!first.find("phone"));
  const Value& second = reading.at("contacts").items[1];
  REQUIRE(second.find("email"));
  CHECK(second.find("email")->value.scalar == "tom@example.org");
  CHECK(reading.source.slice(second.span) == "name: Tom Brook\n    email: tom@example.org");
  CHECK(reading.value("title") == "Still here");
  CHECK(reading.count() == 2);
  CHECK(reading.told("front-matter-special-character"));
  CHECK(reading.told("front-matter-bracket"));
}

TEST_CASE("yaml: a fault behind the dash costs the entry behind the dash") {
  const Reading reading("history:\n- date: [1\n  note: First\n- date: 2 May: noon\n  note: Second\n- date: *x\n");
  const Value& history = reading.at("history");
  REQUIRE(history.items.size() == 2);
  CHECK(!history.items[0].find("date"));
  CHECK(history.items[0].find("note")->value.scalar == "First");
  CHECK(history.items[1].find("date")->value.scalar == "2 May: noon");
  CHECK(history.items[1].find("note")->value.scalar == "Second");
  CHECK(reading.count() == 3);
}

TEST_CASE("yaml: a fault in an item that is no map costs that item") {
  const Reading reading("changes:\n  - one\n  - \"two\n  - three\n");
  REQUIRE(reading.at("changes").items.size() == 2);
  CHECK(reading.at("changes").items[0].scalar == "one");
  CHECK(reading.at("changes").items[1].scalar == "three");
  REQUIRE(reading.count() == 1);
  CHECK(reading.told("front-matter-unclosed-quote"));
}

TEST_CASE("yaml: entries named twice in an item of a faulty list are told once") {
  const Reading reading("a:\n  - b: 1\n    b: 2\n    c: [\n");
  REQUIRE(reading.at("a").items.size() == 1);
  CHECK(reading.at("a").items[0].entries.size() == 1);
  CHECK(reading.count() == 2);
  CHECK(reading.told("front-matter-duplicate-key"));
}

TEST_CASE("yaml: lists nested too deep are refused in a faulty list, too") {
  std::string yaml = "a:\n";
  for (int i = 0; i < 40; ++i) yaml += std::string(static_cast<std::size_t>(2 * i), ' ') + "- b:\n";
  yaml += std::string(80, ' ') + "- [\n";
  const Reading reading(yaml);
  CHECK(reading.count() >= 1);
}
