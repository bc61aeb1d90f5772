// Scans over UTF-8 that take eight bytes at a time: most of a release is plain ASCII, and a loop over its bytes costs
// more than all else that is done with them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace pressmark::text {

/// Eight bytes, the first of which is the lowest of the number.
class EightBytes {
 public:
  static constexpr std::size_t size = 8;

  explicit EightBytes(const char* bytes) { std::memcpy(&value_, bytes, size); }

  /// A bit of each that is beyond ASCII or `mark`. Bits above the lowest may stand for others.
  [[nodiscard]] std::uint64_t beyond_ascii_or(char mark) const {
    const std::uint64_t difference = value_ ^ (ones * static_cast<unsigned char>(mark));
    return (((difference - ones) & ~difference) | value_) & high_bits;
  }
  /// A bit of each that is beyond ASCII or a control character but DEL. Bits above the lowest may stand for others.
  [[nodiscard]] std::uint64_t no_plain() const { return ((value_ - ones * ' ') | value_) & high_bits; }
  /// Which of the eight the lowest bit of such an answer stands for.
  [[nodiscard]] static std::size_t first_of(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)) / 8; }
  /// A bit of each that is `c` after the bits of `ignored` are cleared. Bits above the lowest may stand for others.
  [[nodiscard]] std::uint64_t like(char c, unsigned char ignored = 0) const {
    const std::uint64_t difference = (value_ & ~(ones * ignored)) ^ (ones * static_cast<unsigned char>(c));
    return (difference - ones) & ~difference & high_bits;
  }
  /// A bit of each that is a control character of ASCII, but for DEL. Bits above the lowest may stand for others.
  [[nodiscard]] std::uint64_t controls() const { return (value_ - ones * ' ') & ~value_ & high_bits; }
  /// Not 0 where two spaces stand side by side in them, and sometimes for a space beside a character like it.
  [[nodiscard]] std::uint64_t double_spaces() const {
    const std::uint64_t difference = value_ ^ (ones * ' ');
    const std::uint64_t pairs = difference | difference >> 8 | std::uint64_t{0xFF} << 56;  // the last one has no partner
    return (pairs - ones) & ~pairs & high_bits;
  }
  void copy_to(char* bytes) const { std::memcpy(bytes, &value_, size); }
  /// UTF-16 units that begin in them: one for each lead byte, one more for that of a sequence of four.
  [[nodiscard]] std::uint32_t utf16_units() const {
    const std::uint64_t continuations = value_ >> 7 & ~(value_ >> 6) & ones;
    const std::uint64_t fours = value_ >> 7 & value_ >> 6 & value_ >> 5 & value_ >> 4 & ones;
    return static_cast<std::uint32_t>(((ones - continuations + fours) * ones) >> 56);  // the sum of all eight
  }

 private:
  static_assert(std::endian::native == std::endian::little);
  static constexpr std::uint64_t ones = 0x0101010101010101;
  static constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::uint64_t value_;
};

/// The place from `at` on of the first byte that is beyond ASCII or `mark`; the text's size where there is none.
[[nodiscard]] std::size_t find_beyond_ascii(std::string_view text, std::size_t at, char mark);

/// The place from `at` on of the first byte that is beyond ASCII or a control character but DEL; the text's size where
/// there is none.
[[nodiscard]] std::size_t find_no_plain(std::string_view text, std::size_t at);

/// UTF-16 units of valid UTF-8.
[[nodiscard]] std::uint32_t utf16_units(std::string_view utf8);

/// The text with as many plain spaces as they have bytes in the place of other kinds of space, invisible characters,
/// dashes and curly quotation marks.
[[nodiscard]] std::string with_plain_spaces(std::string_view text);

/// The place from `at` on where two spaces stand in a row; the text's size where they do nowhere.
[[nodiscard]] std::size_t find_double_space(std::string_view text, std::size_t at);

}  // namespace pressmark::text
