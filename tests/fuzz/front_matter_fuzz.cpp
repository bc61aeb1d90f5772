// Fuzz target of the front matter: whatever the bytes, every answer must be well formed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "pressmark/front_matter/front_matter.h"

using namespace pressmark;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

bool is_text(std::string_view utf8) { return text::Source(utf8).repairs().empty(); }

bool is_boundary(const text::Source& source, std::uint32_t byte) {
  return byte == source.size() || (static_cast<unsigned char>(source.text()[byte]) & 0xC0) != 0x80;
}

void require_span(const text::Source& source, text::Span span) {
  require(span.start <= span.end && span.end <= source.size());
  require(is_boundary(source, span.start) && is_boundary(source, span.end));
}

void require_value(const text::Source& source, const front_matter::Value& value, text::Span outer) {
  require_span(source, value.span);
  require(value.span.start >= outer.start && value.span.end <= outer.end);
  require(is_text(value.scalar));
  for (const auto& item : value.items) require_value(source, item, value.span);
  std::set<std::string_view> keys;
  for (const auto& entry : value.entries) {
    require(is_text(entry.key));
    require(keys.insert(entry.key).second);
    require_span(source, entry.key_span);
    require(entry.key_span.end <= entry.value.span.start);
    require_value(source, entry.value, value.span);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const text::Source source(std::string_view(reinterpret_cast<const char*>(data), size));
  text::Diagnostics diagnostics;
  const front_matter::FrontMatter found = front_matter::read(source, diagnostics);
  require_span(source, found.block);
  require_span(source, found.content);
  require(found.body_start >= found.block.end && found.body_start <= source.size());
  require(found.metadata.is_map() || found.metadata.kind == front_matter::ValueKind::null);
  if (found.metadata.is_map()) require_value(source, found.metadata, found.content);
  for (const auto& diagnostic : diagnostics.all()) {
    require_span(source, diagnostic.span);
    require(is_text(diagnostic.message));
    if (diagnostic.fix) {
      require_span(source, diagnostic.fix->span);
      require(is_text(diagnostic.fix->text));
    }
  }
  return 0;
}
