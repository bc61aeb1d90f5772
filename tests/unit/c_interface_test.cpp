#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "given_block.h"
#include "options.h"
#include "pressmark/pressmark.h"
#include "pressmark_c.h"

extern "C" int pressmark_c_header_compiles_as_c(void);

namespace {

using nlohmann::json;

struct Answer {
  std::uint32_t status;
  std::string data;
};

Answer taken(const pm_answer& answer) {
  return {answer.status, std::string(reinterpret_cast<const char*>(answer.data), answer.size)};
}

Answer parse(std::string_view source, std::string_view options = "") {
  pm_answer answer{};
  pm_parse(given_block(source), source.size(), given_block(options), options.size(), &answer);
  return taken(answer);
}

Answer render(std::uint32_t format) {
  pm_answer answer{};
  pm_render(format, &answer);
  return taken(answer);
}

std::string fault_of(std::string_view options) {
  const Answer answer = parse("text", options);
  CHECK(answer.status == PM_BAD_ARGUMENT);
  return json::parse(answer.data).at("message");
}

}  // namespace

TEST_CASE("C interface: the header is C as well") { CHECK(pressmark_c_header_compiles_as_c() == PM_NINJS); }

TEST_CASE("C interface: a parsed release answers with its model and is kept for the outputs") {
  const Answer model = parse("# Good news\n\nText.");
  REQUIRE(model.status == PM_OK);
  CHECK(json::parse(model.data).at("title") == "Good news");
  const Answer html = render(PM_HTML_ARTICLE);
  CHECK(html.status == PM_OK);
  CHECK(html.data.find("Good news") != std::string::npos);
  CHECK(render(PM_HTML_BODY).data.find("<article") == std::string::npos);
  for (const std::uint32_t format : {PM_NODES_ARTICLE, PM_NODES_BODY, PM_TEXT, PM_JSON_LD, PM_NINJS}) {
    CAPTURE(format);
    CHECK(render(format).status == PM_OK);
    CHECK_FALSE(render(format).data.empty());
  }
  CHECK(render(7).status == PM_BAD_ARGUMENT);
}

TEST_CASE("C interface: options that nest too deep are a fault of the caller") {
  const auto nested = [](std::size_t levels) {
    return R"({"scales": )" + std::string(levels, '[') + std::string(levels, ']') + "}";
  };
  CHECK(fault_of(nested(100'000)) == "The options must not nest deeper than 16 levels.");
  CHECK(fault_of(nested(16)) == "The options must not nest deeper than 16 levels.");
  CHECK(fault_of(nested(15)).starts_with("scales: "));
  CHECK(parse("text", R"({"baseURL": "\"\\[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})").status == PM_OK);
}

TEST_CASE("C interface: a page brings scales of its own") {
  const std::string_view options = R"({"scale": "marks", "scales": [{"name": "Marks", "grades": ["Gold", {"label": "Tin", "tone": 4}],
                                       "areas": ["Kitchen"]}]})";
  const Answer answer = parse("Tarn Caf\u00e9 was rated gold for its kitchen.", options);
  REQUIRE(answer.status == PM_OK);
  const json model = json::parse(answer.data);
  CHECK(model.at("scales").at(0).at("id") == "marks");
  CHECK(model.at("scales").at(0).at("grades").at(1).at("tone") == 4);
  CHECK(model.at("grades").at(0).at("scale") == "marks");
  for (const json& diagnostic : model.at("diagnostics")) CHECK(diagnostic.at("severity") != "error");
}

TEST_CASE("C interface: a fault in a page's scales is one of the caller") {
  CHECK(fault_of(R"({"scales": "cqc"})") == "scales must be a list of grade scales.");
  CHECK(fault_of(R"({"scales": [{"id": "cqc", "grades": ["A"]}]})").starts_with("scales: “cqc” is a grade scale that"));
  CHECK(fault_of(R"({"scales": [{"id": "m", "grades": ["A", "a"]}]})").starts_with("scales: “a” stands for two grades"));
  CHECK(fault_of(R"({"scales": [{"id": "m", "grades": ["A"], "__proto__": {"x": 1}}]})").starts_with("scales: "));
  CHECK(fault_of(R"({"scales": [{"id": "m", "grades": [)" + std::string(70000, ' ') + R"("A", ")" + std::string(70000, 'x') +
                 R"("]}]})") == "scales must be at most 65536 bytes of JSON.");
  CHECK(fault_of(R"({"scale": "marks", "scales": []})").starts_with("scale must be the id of a grade scale"));
}

TEST_CASE("C interface: nothing at all is a release too") {
  CHECK(parse("").status == PM_OK);
  CHECK(render(PM_HTML_ARTICLE).status == PM_OK);
}

TEST_CASE("C interface: after a refused call there is no release to render") {
  REQUIRE(parse("text").status == PM_OK);
  REQUIRE(parse("text", "[]").status == PM_BAD_ARGUMENT);
  CHECK(render(PM_HTML_ARTICLE).status == PM_BAD_ARGUMENT);
  CHECK(parse("text").status == PM_OK);
}

TEST_CASE("C interface: a source over the limit is refused with both sizes") {
  const Answer answer = parse("four words of text", R"({"maxBytes": 10})");
  CHECK(answer.status == PM_TOO_LARGE);
  CHECK(json::parse(answer.data) == json{{"size", 18}, {"limit", 10}});
  CHECK(parse("four words", R"({"maxBytes": 10})").status == PM_OK);
  const std::string large(pressmark::limits::max_source_bytes + 1, 'a');
  CHECK(parse(large).status == PM_TOO_LARGE);
}

TEST_CASE("C interface: wrong options name their key") {
  CHECK(fault_of("[]").find("object") != std::string::npos);
  CHECK(fault_of("{").find("object") != std::string::npos);
  const std::pair<const char*, const char*> wrong[] = {{R"({"baseURL": 1})", "baseURL"},
                                                       {R"({"headingLevel": 0})", "headingLevel"},
                                                       {R"({"headingLevel": 7})", "headingLevel"},
                                                       {R"({"headingLevel": 1.5})", "headingLevel"},
                                                       {R"({"headingLevel": "1"})", "headingLevel"},
                                                       {R"({"grades": "all"})", "grades"},
                                                       {R"({"grades": null})", "grades"},
                                                       {R"({"scale": "peel"})", "scale"},
                                                       {R"({"language": "fr"})", "language"},
                                                       {R"({"smart": 1})", "smart"},
                                                       {R"({"timeZone": true})", "timeZone"},
                                                       {R"({"images": "some"})", "images"},
                                                       {R"({"maxBytes": 0})", "maxBytes"},
                                                       {R"({"maxBytes": 67108865})", "maxBytes"},
                                                       {R"({"maxBytes": 18446744073709551615})", "maxBytes"},
                                                       {R"({"now": "today"})", "now"},
                                                       {R"({"now": 1e300})", "now"}};
  for (const auto& pair : wrong) {
    const char* const options = pair.first;
    CAPTURE(options);
    CHECK(fault_of(options).starts_with(std::string(pair.second) + " must be"));
  }
}

TEST_CASE("C interface: every option is understood") {
  const auto read = pressmark::c_interface::read_options(
      R"({"baseURL": "https://example.org/", "headingLevel": 3, "grades": "declared", "scale": "hmicfrs-peel-5",
          "language": "cy", "smart": false, "timeZone": "UTC", "images": "same-origin", "maxBytes": 99, "now": -5,
          "unheardOf": [1]})");
  const auto& options = std::get<pressmark::ParseOptions>(read);
  CHECK(options.base_url == "https://example.org/");
  CHECK(options.heading_level == 3);
  CHECK(options.grades == pressmark::GradePolicy::declared);
  CHECK(options.scale == "hmicfrs-peel-5");
  CHECK(options.language == "cy");
  CHECK_FALSE(options.smart);
  CHECK(options.time_zone == "UTC");
  CHECK(options.images == pressmark::ImagePolicy::same_origin);
  CHECK(options.max_bytes == 99);
  CHECK(options.now == -5);
}

TEST_CASE("C interface: scales and version") {
  pm_answer answer{};
  pm_scales(&answer);
  const json scales = json::parse(taken(answer).data);
  REQUIRE(scales.is_array());
  bool found = false;
  for (const json& scale : scales)
    found = found || (scale.at("id") == "hmicfrs-peel-5" && scale.at("grades").size() == 5);
  CHECK(found);
  pm_version(&answer);
  CHECK(taken(answer).data == pressmark::version());
}

TEST_CASE("C interface: memory for the caller") {
  void* block = pm_allocate(1000);
  CHECK(block != nullptr);
  pm_release(block);
  pm_release(nullptr);
}
