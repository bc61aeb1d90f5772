// The shape of a line: whether it reads as `key: value`, and where its parts are. Lines are told by their characters
// alone, so that this works on text that YAML cannot read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pressmark/text/ascii.h"
#include "pressmark/text/source.h"

namespace pressmark::front_matter {

using text::is_blank;
[[nodiscard]] constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }
/// Control characters other than tab and line ends; none of them belongs in a release.
[[nodiscard]] constexpr bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && !is_break(c)) || byte == 0x7F;
}

struct EntryLine {
  text::Span key;    // quotes included
  text::Span value;  // without spaces around it and without a comment such as "# draft"; empty where there is none
  std::uint32_t colon = 0;
  bool in_list = false;  // a dash stands before the key
};

/// The parts of a line that reads as `key: value`, `key:` or `- key: value`.
[[nodiscard]] std::optional<EntryLine> entry_line(std::string_view text, text::Span line);

/// Whether a line is more likely the first of some front matter than of prose: an entry with a short key without
/// punctuation, or one that only lacks the space after its colon.
[[nodiscard]] bool opens_front_matter(std::string_view text, text::Span line);

/// The place of the colon of `key:value`, where only the space is missing; a URL or a time is not meant.
[[nodiscard]] std::optional<std::uint32_t> colon_without_space(std::string_view text, text::Span line);

/// Whether the line is empty but for spaces and tabs.
[[nodiscard]] bool is_blank_line(std::string_view text, text::Span line);

/// The line without spaces and tabs at its two ends.
[[nodiscard]] text::Span trimmed(std::string_view text, text::Span line);

/// The whole character that a byte belongs to; empty at the end of the text.
[[nodiscard]] text::Span character_at(std::string_view text, std::uint32_t byte);

/// The words as a quoted YAML scalar.
[[nodiscard]] std::string quoted(std::string_view words);

}  // namespace pressmark::front_matter
