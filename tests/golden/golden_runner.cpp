// Writes every output of one release: the source on standard input, the options as JSON in the first argument, one JSON
// object on standard output. Speaks through the C interface, as a page does.
#include <cstdint>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "given_block.h"
#include "pressmark_c.h"

namespace {

std::string taken(const pm_answer& answer, const char* what) {
  std::string data(reinterpret_cast<const char*>(answer.data), answer.size);
  if (answer.status == PM_OK) return data;
  std::cerr << what << ": status " << answer.status << ": " << data << "\n";
  std::exit(1);
}

std::string rendered(pm_format format) {
  pm_answer answer{};
  pm_render(format, &answer);
  return taken(answer, "pm_render");
}

/// Two digits for each byte.
std::string as_hex(std::string_view data) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const char c : data) {
    const auto byte = static_cast<unsigned char>(c);
    hex += {digits[byte >> 4U], digits[byte & 15U]};
  }
  return hex;
}

}  // namespace

int main(int count, char** values) {
  const std::string options = count > 1 ? values[1] : "";
  const std::string source{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  pm_answer answer{};
  pm_parse(given_block(source), source.size(), given_block(options), options.size(), &answer);
  nlohmann::ordered_json outputs;
  outputs["model"] = nlohmann::ordered_json::parse(taken(answer, "pm_parse"));
  outputs["html"] = rendered(PM_HTML_ARTICLE);
  outputs["body"] = rendered(PM_HTML_BODY);
  outputs["text"] = rendered(PM_TEXT);
  outputs["jsonld"] = rendered(PM_JSON_LD);
  outputs["ninjs"] = nlohmann::ordered_json::parse(rendered(PM_NINJS));
  outputs["nodes"] = as_hex(rendered(PM_NODES_ARTICLE));
  std::cout << outputs.dump() << "\n";
}
