// Faults in YAML front matter, told in plain English and with the edit that mends them where it is certain.
#pragma once

#include <cstdint>

#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::front_matter {

enum class YamlFault {
  alias,              // *name
  anchor,             // &name
  tag,                // !name
  merge_key,          // <<
  colon_in_value,     // title: Ofsted: inspection
  special_character,  // x: @school
  unclosed_quote,
  text_after_value,  // title: "Good" for force
  bracket,           // [ or { without its partner
  list_item,         // a dash where no list can begin
  escape,            // "\q"
  block_text,        // x: > quote
  tab,               // a tab for indentation
  too_deep,
  key_is_no_text,
  key_missing,
  not_an_entry,
  unreadable,
};

/// The diagnostic for a fault at `place`, inside the lines of the entry that is lost by it.
[[nodiscard]] text::Diagnostic explain(YamlFault fault, const text::Source& source, text::Span entry,
                                       std::uint32_t place);

/// Warns where a # that was probably meant as text starts a comment, at `place`: the value ends before it.
/// `value` is what is left of it.
void warn_of_comment(const text::Source& source, text::Span value, std::uint32_t place, text::Diagnostics& diagnostics);

}  // namespace pressmark::front_matter
