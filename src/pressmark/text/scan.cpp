#include "pressmark/text/scan.h"

#include <algorithm>

namespace pressmark::text {

std::size_t find_beyond_ascii(std::string_view text, std::size_t at, char mark) {
  for (; at + EightBytes::size <= text.size(); at += EightBytes::size) {
    const std::uint64_t found = EightBytes(text.data() + at).beyond_ascii_or(mark);
    if (found != 0) return at + EightBytes::first_of(found);
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && text[at] != mark) ++at;
  return at;
}

std::size_t find_no_plain(std::string_view text, std::size_t at) {
  for (; at + EightBytes::size <= text.size(); at += EightBytes::size) {
    const std::uint64_t found = EightBytes(text.data() + at).no_plain();
    if (found != 0) return at + EightBytes::first_of(found);
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= ' ' && static_cast<unsigned char>(text[at]) < 0x80)
    ++at;
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

std::string with_plain_spaces(std::string_view text) {
  std::string plain(text);
  const auto next_beyond_ascii = [&](std::size_t at) { return find_beyond_ascii(text, at, '\x7F'); };
  for (std::size_t at = next_beyond_ascii(0); at + 1 < plain.size(); at = next_beyond_ascii(at + 1)) {
    const std::string_view two = text.substr(at, 2);
    // U+2000 to U+203F, U+FEFF; U+00A0.
    const std::size_t size = two == "\xE2\x80" || two == "\xEF\xBB" ? 3 : two == "\xC2\xA0" ? 2 : 0;
    for (std::size_t i = at; i < std::min(at + size, plain.size()); ++i) plain[i] = ' ';
  }
  return plain;
}

std::size_t find_double_space(std::string_view text, std::size_t at) {
  // Eight bytes hold seven pairs, and the last byte is the first of the next eight. Four at a time: half of the time
  // was the loop's own.
  constexpr std::size_t step = EightBytes::size - 1;
  const auto pairs_at = [&](std::size_t place) { return EightBytes(text.data() + place).double_spaces(); };
  for (; at + 3 * step + EightBytes::size <= text.size(); at += 4 * step) {
    const std::uint64_t pairs = pairs_at(at) | pairs_at(at + step) | pairs_at(at + 2 * step) | pairs_at(at + 3 * step);
    if (pairs == 0) continue;
    const std::size_t found = text.substr(at, 4 * step + 1).find("  ");
    if (found != std::string_view::npos) return at + found;
  }
  return std::min(text.find("  ", at), text.size());
}

}  // namespace pressmark::text
