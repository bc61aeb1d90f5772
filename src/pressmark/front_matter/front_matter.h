// Finds the front matter at the head of a release, tells its kind, and reads it into Metadata.
//
// Reads only data: YAML by yaml_reader, JSON by json_reader. Any other language is named in a diagnostic and left alone.
#pragma once

#include "pressmark/front_matter/metadata.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::front_matter {

enum class Kind {
  none,
  yaml,         // --- … --- (or ...)
  fenced_yaml,  // a leading ```yaml … ``` block
  json,         // ---json … ---
  json_object,  // a leading { … }
};

struct FrontMatter {
  Kind kind = Kind::none;
  text::Span block;           // with its markers; empty where there is none
  text::Span content;         // between the markers
  std::uint32_t body_start = 0;  // where the Markdown begins
  Value metadata;             // a map, or null where there is none or it could not be read
};

[[nodiscard]] FrontMatter read(const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace pressmark::front_matter
