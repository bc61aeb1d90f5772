#include "pressmark/text/source.h"

#include <algorithm>

#include "pressmark/text/scan.h"

namespace pressmark::text {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::uint32_t checkpoint_bytes = 4096;

struct Sequence {
  std::size_t size;  // bytes to step over, at least 1
  bool valid;
};

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Reads one sequence at the head of `bytes`. A fault is as long as its maximal subpart, as in Unicode, table 3-7.
Sequence read_sequence(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80) return {1, lead != 0};
  std::size_t length = 0;
  unsigned char low = 0x80, high = 0xBF;  // range of the second byte
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;  // no surrogates
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {1, false};
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (i >= bytes.size()) return {i, false};
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool fits = i == 1 ? byte >= low && byte <= high : is_continuation(byte);
    if (!fits) return {i, false};
  }
  return {length, true};
}

bool is_stray(std::string_view character) {
  std::uint32_t bytes = 0;
  for (const char byte : character) bytes = bytes << 8 | static_cast<unsigned char>(byte);
  switch (bytes) {
    case 0xC2A0:    // U+00A0
    case 0xC2AD:    // U+00AD
    case 0xC382:    // U+00C2, and so do U+00C3, U+00E2 and U+00F0 begin garbled text
    case 0xC383:
    case 0xC3A2:
    case 0xC3B0:
    case 0xE2808B:  // U+200B
    case 0xE280AD:  // U+202D
    case 0xE280AE:  // U+202E
    case 0xE281A0:  // U+2060
    case 0xEFBBBF:  // U+FEFF
      return true;
    default:
      return false;
  }
}

}  // namespace

/// One pass finds faults, line ends, and what takes more bytes than UTF-16 units.
Source::Source(std::string_view bytes) {
  text_.reserve(bytes.size());
  std::size_t copied = 0;
  const auto copy_up_to = [&](std::size_t end) {
    text_.append(bytes, copied, end - copied);
    copied = end;
  };
  const auto place_of = [&](std::size_t at) { return static_cast<std::uint32_t>(text_.size() + at - copied); };
  for (std::size_t at = find_no_plain(bytes, 0); at < bytes.size(); at = find_no_plain(bytes, at)) {
    const char first = bytes[at];
    if (first == '\n' || first == '\r') {
      at += bytes.substr(at).starts_with("\r\n") ? 2 : 1;
      line_starts_.push_back(place_of(at));
      continue;
    }
    has_tab_ = has_tab_ || first == '\t';
    const Sequence sequence = read_sequence(bytes.substr(at));
    if (sequence.valid) {
      if (sequence.size > 1) note_character(place_of(at), bytes.substr(at, sequence.size));
    } else {
      copy_up_to(at);
      copied += sequence.size;
      repairs_.push_back(size());
      note_character(size(), replacement);
      text_.append(replacement);
    }
    at += sequence.size;
  }
  copy_up_to(bytes.size());
  if (text().starts_with(byte_order_mark)) content_start_ = static_cast<std::uint32_t>(byte_order_mark.size());
  if (!ascii_) add_checkpoints(size(), 0);
}

/// A character that is beyond ASCII. They come in order.
void Source::note_character(std::uint32_t place, std::string_view character) {
  const auto bytes = static_cast<std::uint32_t>(character.size());
  const std::size_t place_of_bit = place_among_characters(character);
  characters_[place_of_bit / 64] |= std::uint64_t{1} << place_of_bit % 64;
  if (is_stray(character) && (stray_lines_.empty() || stray_lines_.back() != line_count())) {
    stray_lines_.push_back(line_count());
  }
  ascii_ = false;
  add_checkpoints(place + 1, 0);
  surplus_ += bytes - (bytes == 4 ? 2 : 1);
  add_checkpoints(place + bytes, bytes);
}

/// Adds those before `end` that are missing; they stand behind ASCII alone, or within the last `bytes`, of one character.
void Source::add_checkpoints(std::uint32_t end, std::uint32_t bytes) {
  for (;;) {
    const auto next = static_cast<std::uint32_t>(utf16_checkpoints_.size()) * checkpoint_bytes;
    if (next >= end) return;
    utf16_checkpoints_.push_back((bytes > 0 ? end : next) - surplus_);
  }
}

std::uint32_t Source::line_of(std::uint32_t byte) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  return static_cast<std::uint32_t>(after - line_starts_.begin());
}

Position Source::position(std::uint32_t byte) const {
  const std::uint32_t line = line_of(byte);
  return {line, utf16_offset(byte) - utf16_offset(line_start(line)) + 1};
}

std::uint32_t Source::utf16_offset(std::uint32_t byte) const {
  if (ascii_ || byte == 0) return byte;
  const std::uint32_t checkpoint = std::min(byte / checkpoint_bytes, static_cast<std::uint32_t>(utf16_checkpoints_.size()) - 1);
  const std::uint32_t from = checkpoint * checkpoint_bytes;
  return utf16_checkpoints_[checkpoint] + utf16_units(text().substr(from, byte - from));
}

}  // namespace pressmark::text
