// The line with which a directive begins: ":::quote[label]{speaker="Ada Field"}", and what may stand in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/markdown/document.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::markdown {

struct DirectiveAttribute {
  std::string_view name;  // as written
  std::string value;      // entities decoded
};

/// All places are bytes of the line as read_directive_head got it.
struct DirectiveHead {
  text::Span name;
  std::optional<std::string> label;  // the words between square brackets, as text; backslashes before ] taken out
  std::vector<DirectiveAttribute> attributes;
  text::Span unread;  // what is neither; empty where all was understood

  /// The value of an attribute, or nothing.
  [[nodiscard]] std::optional<std::string_view> attribute(std::string_view attribute_name) const;
};

/// Reads a line from its name on (Node::text of a directive).
[[nodiscard]] DirectiveHead read_directive_head(std::string_view line);

/// What a name means; case does not matter. Nothing for one that is not known.
[[nodiscard]] std::optional<Directive> directive_named(std::string_view name);

/// Reports what is wrong with a directive that begins at `span`: an unknown name, attributes that mean nothing, an end
/// that is missing.
void check_directive(const text::Source& source, text::Span span, std::string_view line, bool closed,
                     text::Diagnostics& diagnostics);

/// Lines of paragraphs that were meant to begin or end a directive and do neither: "markdown-directive-line".
void check_directive_lines(const Document& document, const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace pressmark::markdown
