// Reads words of ASCII letters eight letters at a time.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "pressmark/inspection/lexicon.h"

namespace pressmark::inspection {

/// Up to eight characters of a text at once, the first in the lowest byte; 0 beyond its end.
[[nodiscard]] inline std::uint64_t eight_at(std::string_view text, std::size_t at) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t bytes = 0;
  const std::size_t left = text.size() - at;
  if (left >= sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
  } else if (text.size() >= sizeof bytes) {
    // The last eight, without those before `at`: a copy of another size is a call, and a line is short.
    std::memcpy(&bytes, text.data() + text.size() - sizeof bytes, sizeof bytes);
    bytes = bytes >> 8 * (sizeof bytes - 1 - left) >> 8;
  } else {
    std::memcpy(&bytes, text.data() + at, left);
  }
  return bytes;
}

[[nodiscard]] constexpr std::uint64_t each_byte(std::uint64_t value) { return value * 0x0101010101010101ULL; }

/// The highest bit of each of eight bytes that is no ASCII letter. `small`: the bytes with the bit of small letters
/// set.
[[nodiscard]] constexpr std::uint64_t no_letters(std::uint64_t bytes, std::uint64_t small) {
  const std::uint64_t low = small & each_byte(0x7F);
  const std::uint64_t from_a = low + each_byte(0x80 - 'a');
  const std::uint64_t after_z = low + each_byte(0x80 - 'z' - 1);
  return ~(from_a & ~after_z & ~bytes) & each_byte(0x80);
}

/// The letters from a place on, whatever their case.
struct Letters {
  WordHash hash = hash_of_nothing;
  std::size_t end = 0;
  unsigned char next = 0;  // the character behind them; 0: none
};

/// Letter by letter this took half of the time of the whole detection in prose without grades.
[[nodiscard]] inline Letters letters_at(std::string_view text, std::size_t at) {
  Letters letters{.end = at};
  for (;;) {
    const std::uint64_t bytes = eight_at(text, letters.end);
    const std::uint64_t small = bytes | each_byte(0x20);
    const std::uint64_t ends = no_letters(bytes, small);
    if (ends == 0) {
      letters.hash = hash_with(letters.hash, small);
      letters.end += 8;
      continue;
    }
    const auto bits = static_cast<unsigned>(std::countr_zero(ends)) - 7U;  // of the letters before the end
    const std::uint64_t before = (ends ^ (ends - 1)) >> 8;                  // all bits of those letters
    if (bits > 0) letters.hash = hash_with(letters.hash, small & before);
    letters.end += bits / 8;
    letters.next = static_cast<unsigned char>(bytes >> bits);
    return letters;
  }
}

}  // namespace pressmark::inspection
