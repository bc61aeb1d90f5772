// Fuzz target of the whole pipeline: whatever the bytes, every output is well formed and only the vocabulary is written.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "pressmark/pressmark.h"
#include "pressmark/render/vocabulary.h"

using namespace pressmark;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

bool is_text(std::string_view utf8) { return text::Source(utf8).repairs().empty(); }

void require_span(const text::Source& source, text::Span span) {
  require(span.start <= span.end && span.end <= source.size());
  for (const std::uint32_t byte : {span.start, span.end}) {
    require(byte == source.size() || (static_cast<unsigned char>(source.text()[byte]) & 0xC0) != 0x80);
  }
}

void require_diagnostics(const ParsedRelease& release) {
  for (const text::Diagnostic& diagnostic : release.diagnostics.all()) {
    require_span(release.source, diagnostic.span);
    require(is_text(diagnostic.message) && !diagnostic.message.empty());
    if (!diagnostic.fix) continue;
    require_span(release.source, diagnostic.fix->span);
    require(is_text(diagnostic.fix->text));
  }
}

/// Every "<" begins or ends an element of the vocabulary: text and values have theirs escaped.
void require_markup(std::string_view html) {
  require(is_text(html));
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    std::string_view name = html.substr(at + 1);
    if (name.starts_with('/')) name.remove_prefix(1);
    name = name.substr(0, name.find_first_of(" />"));
    require(std::find(render::element_names.begin(), render::element_names.end(), name) != render::element_names.end());
  }
}

std::uint32_t word_at(std::string_view stream, std::size_t index) {
  require(4 * index + 4 <= stream.size());
  std::uint32_t word = 0;
  std::memcpy(&word, stream.data() + 4 * index, sizeof word);  // the machines that fuzz are little-endian, as wasm is
  return word;
}

/// The stream of docs/architecture.md: balanced, inside the tables, and all of its text is taken.
void require_nodes(std::string_view stream) {
  const std::uint32_t words = word_at(stream, 0);
  const std::string_view text = stream.substr(8 + 4 * static_cast<std::size_t>(words));
  require(text.size() == word_at(stream, 1) && is_text(text));
  std::uint64_t taken = 0;
  std::int64_t depth = 0;
  for (std::size_t i = 2; i < words + 2U; ++i) {
    const std::uint32_t operand = word_at(stream, i) >> 4U;
    switch (word_at(stream, i) & 15U) {
      case 0:
        ++depth;
        require(operand < render::element_names.size());
        break;
      case 1:
        require(--depth >= 0);
        break;
      case 2:
        taken += operand;
        break;
      case 3:
        require(operand < render::class_names.size());
        break;
      case 4:
        require(operand < render::attribute_names.size());
        taken += word_at(stream, ++i);
        break;
      default:
        require(false);
    }
  }
  require(depth == 0);
  const text::Source counted(text);
  require(taken == counted.utf16_offset(counted.size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ParseOptions options;
  options.now = 1717243200;
  if (size > 0) {  // the last byte chooses the options
    const unsigned choice = data[size - 1];
    options.heading_level = static_cast<int>(choice % 6) + 1;
    options.images = static_cast<ImagePolicy>(choice % 3);
    options.language = choice % 2 == 0 ? "" : "cy";
    options.smart = choice % 5 != 0;
    if (choice % 7 == 0) options.base_url = "https://example.org/a/b?c";
  }
  const auto release = parse(std::string_view(reinterpret_cast<const char*>(data), size), options);
  require_diagnostics(*release);
  for (const inspection::Grade& grade : release->inspection.grades) require_span(release->source, grade.evidence);
  for (const std::string& json : {to_json(*release), to_json_ld(*release), to_ninjs(*release)}) {
    require(nlohmann::json::accept(json));
  }
  for (const Part part : {Part::article, Part::body}) {
    require_markup(to_html(*release, part));
    require_nodes(to_nodes(*release, part));
  }
  require(is_text(to_text(*release)));
  return 0;
}
