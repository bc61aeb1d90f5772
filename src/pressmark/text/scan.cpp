#include "pressmark/text/scan.h"

namespace pressmark::text {

std::size_t find_beyond_ascii(std::string_view text, std::size_t at, char mark) {
  while (at + EightBytes::size <= text.size()) {
    const EightBytes bytes(text.data() + at);
    if (!bytes.is_ascii() || bytes.may_have(mark)) break;
    at += EightBytes::size;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && text[at] != mark) ++at;
  return at;
}

std::uint32_t utf16_units(std::string_view utf8) {
  std::uint32_t units = 0;
  std::size_t at = 0;
  for (; at + EightBytes::size <= utf8.size(); at += EightBytes::size) {
    units += EightBytes(utf8.data() + at).utf16_units();
  }
  for (; at < utf8.size(); ++at) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    units += static_cast<std::uint32_t>((byte & 0xC0) != 0x80) + static_cast<std::uint32_t>(byte >= 0xF0);
  }
  return units;
}

bool has_double_space(std::string_view text) {
  std::size_t at = 0;
  // Seven on at a time: the eighth byte is the first of the next eight, so that no pair is parted.
  while (at + EightBytes::size <= text.size()) {
    if (EightBytes(text.data() + at).may_have_double_space() && text.substr(at, EightBytes::size).find("  ") != std::string_view::npos) {
      return true;
    }
    at += EightBytes::size - 1;
  }
  return text.substr(at).find("  ") != std::string_view::npos;
}

}  // namespace pressmark::text
