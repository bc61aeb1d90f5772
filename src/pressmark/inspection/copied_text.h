// What copying does to a text: ligatures, and cells that tabs and spaces part.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::inspection {

inline constexpr std::size_t ligature_size = 3;  // bytes

/// The letters of the ligature that a text begins with, as words come out of a PDF; nothing where there is none.
[[nodiscard]] std::string_view ligature_at(std::string_view text);

/// Bytes of what parts two cells of a row at a place: a tab, a bar, two spaces and more. 0: nothing does.
[[nodiscard]] std::size_t size_of_separator(std::string_view line, std::size_t at);

/// Whether prose was broken into lines of one width, as e-mail is: each line was full when the next was begun. Its
/// lines say nothing, unlike those of a list of labels.
[[nodiscard]] bool is_hard_wrapped(std::string_view lines);

}  // namespace pressmark::inspection
