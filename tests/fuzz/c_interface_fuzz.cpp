// The C interface, as web/core calls it: allocate, write, parse, render, in orders that the bytes choose.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "given_block.h"
#include "input.h"
#include "pressmark_c.h"
#include "properties.h"

using namespace pressmark;
using properties::require;

namespace {

std::string taken(const pm_answer& answer) {
  return answer.size == 0 ? std::string() : std::string(reinterpret_cast<const char*>(answer.data), answer.size);
}

pm_answer parse_from_blocks(std::string_view source, std::string_view options) {
  pm_answer answer{};
  pm_parse(given_block(source), source.size(), given_block(options), options.size(), &answer);
  return answer;
}

void check_refusal(const pm_answer& answer) {
  require(answer.status == PM_BAD_ARGUMENT || answer.status == PM_TOO_LARGE, "what is refused is the caller's fault",
          std::to_string(answer.status));
  const auto told = nlohmann::json::parse(taken(answer), nullptr, false);
  require(told.is_object() && !told.empty(), "a refusal says why", taken(answer));
}

std::string rendered(std::uint32_t format, bool has_release) {
  pm_answer answer{};
  pm_render(format, &answer);
  if (!has_release || format > PM_NINJS) {
    require(answer.status == PM_BAD_ARGUMENT, "there is nothing to render", std::to_string(answer.status));
    check_refusal(answer);
    return {};
  }
  require(answer.status == PM_OK, "what was parsed can be rendered", std::to_string(answer.status));
  return taken(answer);
}

/// Every format, the first by choice; each says the same each time.
void check_renders(unsigned first) {
  std::array<std::string, PM_NINJS + 1> outputs;
  for (unsigned i = 0; i <= PM_NINJS; ++i)
    outputs[(first + i) % outputs.size()] = rendered((first + i) % outputs.size(), true);
  rendered(static_cast<std::uint32_t>(outputs.size()) + first, true);
  properties::check_markup(outputs[PM_HTML_ARTICLE]);
  properties::check_markup(outputs[PM_HTML_BODY]);
  properties::check_nodes(outputs[PM_NODES_ARTICLE], outputs[PM_HTML_ARTICLE]);
  properties::check_nodes(outputs[PM_NODES_BODY], outputs[PM_HTML_BODY]);
  properties::check_plain_text(outputs[PM_TEXT]);
  properties::check_script_json(outputs[PM_JSON_LD]);
  require(nlohmann::json::accept(outputs[PM_NINJS]), "ninjs is JSON");
  require(rendered(first % outputs.size(), true) == outputs[first % outputs.size()], "an output is the same each time");
}

void check_parse(std::string_view source, std::string_view options, unsigned first) {
  const pm_answer answer = parse_from_blocks(source, options);
  if (answer.status != PM_OK) {
    check_refusal(answer);
    rendered(first, false);
    return;
  }
  const std::string model = taken(answer);
  require(nlohmann::json::accept(model), "the model is JSON");
  check_renders(first % (PM_NINJS + 1));
  if (first % 4 == 0) require(taken(parse_from_blocks(source, options)) == model, "the same text gives the same model");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run([&] {
    fuzz::Input input(data, size);
    const unsigned first = input.choice();
    // The options, a byte that is in no JSON, and the source.
    const std::string_view rest = input.rest();
    const std::size_t end = std::min(rest.find('\xFF'), rest.size());
    const std::string_view options = rest.substr(0, end);
    const std::string_view source = rest.substr(std::min(end + 1, rest.size()));
    check_parse(source, options, first);
    pm_answer answer{};
    first % 16 == 0 ? pm_scales(&answer) : pm_version(&answer);  // the scales are many
    require(answer.status == PM_OK && answer.size > 0, "scales and version are always told");
    check_parse(options, "", first / 2);  // also: nothing of the release before is left
  });
}
