// The language a release says it is written in, as a tag for the page's lang attribute.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark::release {

/// A BCP 47 tag in its usual case ("en-GB") from a tag or a locale ("en_GB", "EN-gb"); also from the names English,
/// Welsh and Cymraeg. Nothing where the text has not the shape of a tag.
[[nodiscard]] std::optional<std::string> language_tag(std::string_view text);

/// "en" of "en-GB".
[[nodiscard]] std::string_view primary_language(std::string_view tag);

}  // namespace pressmark::release
