// Finds the front matter at the head of a release, tells its kind, and reads it into Metadata.
//
// Reads only data: YAML by yaml_reader, JSON by json_reader. Any other language is named in a diagnostic and left in
// the text, so that nothing the author wrote is lost.
//
// Where it may stand: at the head, after a byte order mark and empty lines. What is taken for it:
// - a line --- (or ---yaml, ---json), up to a line --- or ...; spaces after the markers do not matter;
// - a code block fenced by ``` or ~~~ whose info string begins with yaml or yml;
// - a JSON object that begins with {" and a name, or is {}, and is followed by the end of a line.
// A line of dashes is also a thematic break, and a code block may be an example: the first line in it that is neither
// empty nor a comment must read as an entry with a short name, unless there is no such line at all.
// A missing end marker is an error, and so is a block in which prose begins after an empty line: then the end was
// forgotten and the marker found belongs to the text. All of it is then shown as text.
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
  text::Span block;              // with its markers; empty where there is none
  text::Span content;            // between the markers
  std::uint32_t body_start = 0;  // where the Markdown begins
  Value metadata;                // a map, or null where there is none or it could not be read
};

/// Never fails: faults go to the diagnostics, as errors where something is lost. Throws nothing but std::bad_alloc.
[[nodiscard]] FrontMatter read(const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace pressmark::front_matter
