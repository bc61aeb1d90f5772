// Faults in YAML front matter, told in plain English and with the edit that mends them where it is certain.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

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

/// Words that the author can only have meant as the value of an entry, and where they stand.
struct MeantText {
  text::Span span;
  std::string words;
};

struct Explanation {
  text::Diagnostic diagnostic;
  /// What the value is once the fix is accepted. An embargo must not be lost to a missing quotation mark.
  std::optional<MeantText> meant;
};

/// Explains a fault at `place`, inside the lines of the entry that is lost by it.
[[nodiscard]] Explanation explain(YamlFault fault, const text::Source& source, text::Span entry, std::uint32_t place);

/// Warns where a # that was probably meant as text starts a comment, at `place`: the value ends before it. `value` is
/// what is left of it; inside brackets it is not certain how far the words go, and there is no fix.
void warn_of_comment(const text::Source& source, text::Span value, std::uint32_t place, bool in_brackets,
                     text::Diagnostics& diagnostics);

}  // namespace pressmark::front_matter
