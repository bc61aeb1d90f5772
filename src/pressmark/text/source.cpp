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

/// Line ends are looked for as lists of their own, each by memchr, which beats any loop over the bytes; a text has
/// nearly always one kind alone.
std::vector<std::uint32_t> find_line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  std::size_t carriage_return = text.find('\r');
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    for (; carriage_return < feed; carriage_return = text.find('\r', carriage_return + 1)) {
      if (carriage_return + 1 != feed || feed == text.size()) {
        starts.push_back(static_cast<std::uint32_t>(carriage_return + 1));
      }
    }
    if (feed < text.size()) starts.push_back(static_cast<std::uint32_t>(feed + 1));
    at = feed + 1;
  }
  return starts;
}

}  // namespace

Source::Source(std::string_view bytes) {
  text_.reserve(bytes.size());
  std::size_t copied = 0;
  for (std::size_t i = find_beyond_ascii(bytes, 0, '\0'); i < bytes.size(); i = find_beyond_ascii(bytes, i, '\0')) {
    const Sequence sequence = read_sequence(bytes.substr(i));
    ascii_ = false;
    if (!sequence.valid) {
      text_.append(bytes, copied, i - copied);
      repairs_.push_back(static_cast<std::uint32_t>(text_.size()));
      text_.append(replacement);
      copied = i + sequence.size;
    }
    i += sequence.size;
  }
  text_.append(bytes, copied);

  if (text().starts_with(byte_order_mark)) content_start_ = static_cast<std::uint32_t>(byte_order_mark.size());
  line_starts_ = find_line_starts(text_);
  if (ascii_) return;
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < text_.size(); at += checkpoint_bytes) {
    utf16_checkpoints_.push_back(units);
    units += utf16_units(text().substr(at, checkpoint_bytes));
  }
}

Span Source::line_span(std::uint32_t line) const {
  const std::uint32_t start = line_start(line);
  std::uint32_t end = line < line_count() ? line_start(line + 1) : size();
  if (end > start && text_[end - 1] == '\n') --end;
  if (end > start && text_[end - 1] == '\r') --end;
  return {start, end};
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
