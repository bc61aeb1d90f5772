// The syntax of link destinations, titles and definitions, as far as it is needed to step over them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pressmark::markdown {

/// ASCII punctuation: what a backslash can escape.
[[nodiscard]] bool is_punctuation(char c);

/// The place after the link definitions at the head of a paragraph's text, which begins with "[".
[[nodiscard]] std::size_t after_link_definitions(std::string_view text);

/// The place after what follows the "]" of a link or image, which is known to lead to `url` with `title`:
/// "(url "title")", "[label]", "[]" or nothing. No answer: what stands there does not lead there.
[[nodiscard]] std::optional<std::size_t> end_of_link_tail(std::string_view text, std::size_t at, std::string_view url,
                                                          std::string_view title);

}  // namespace pressmark::markdown
