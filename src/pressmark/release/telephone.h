// Telephone numbers in running text, British and international.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark::release {

struct Telephone {
  std::size_t from = 0, to = 0;  // bytes of the text
  std::string uri;               // "tel:+441632960001", with ";ext=12" for an extension
};

/// The first telephone number from byte `start` on. One without a country is British: a 0 and nine or ten further digits,
/// the first group of three or more (so that no date is one). Others begin with + or 00. Short numbers such as 999 are
/// not found.
[[nodiscard]] std::optional<Telephone> find_telephone(std::string_view text, std::size_t start = 0);

/// Whether the text as a whole reads as a telephone number; its address.
[[nodiscard]] std::optional<std::string> telephone_uri(std::string_view text);

}  // namespace pressmark::release
