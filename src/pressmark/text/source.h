// The text of a release: repaired UTF-8, its lines, and the way from byte offsets to what editors and browsers count.
//
// Inside the core every position is a byte offset into Source::text(). Outwards (JSON, diagnostics, evidence) every
// position is a UTF-16 offset into the source as it was given, and lines and columns count from 1, columns in UTF-16
// units. The repair keeps the two in step: each fault and each NUL becomes one U+FFFD, exactly where a TextDecoder puts
// one, so an offset into text() is an offset into what the browser sees.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::text {

/// A half-open range of bytes of Source::text().
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - start; }
  [[nodiscard]] bool empty() const { return start == end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// A place as editors show it: both count from 1; column in UTF-16 units.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

class Source {
 public:
  /// Takes any bytes. Ill-formed UTF-8 (each maximal subpart, as the WHATWG Encoding Standard counts) and NUL become
  /// U+FFFD; a byte order mark stays in text() and is skipped by content_start().
  explicit Source(std::string_view bytes);

  /// Valid UTF-8 without NUL. Line ends are as given: LF, CRLF or CR.
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view slice(Span span) const { return text().substr(span.start, span.size()); }
  /// The first byte after a byte order mark.
  [[nodiscard]] std::uint32_t content_start() const { return content_start_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  /// Places where ill-formed bytes or NUL were replaced (start of each U+FFFD put in), in order.
  [[nodiscard]] const std::vector<std::uint32_t>& repairs() const { return repairs_; }

  /// Whether a character beyond ASCII may stand somewhere, given as UTF-8. One of three bytes or more is told from most
  /// others alone: by the last twelve bits of its number. So whoever looks for a rare one need not go through the text.
  [[nodiscard]] bool may_have(std::string_view character) const {
    const std::size_t place = place_among_characters(character);
    return (characters_[place / 64] >> place % 64 & 1) != 0;
  }
  [[nodiscard]] bool has_tab() const { return has_tab_; }
  /// Numbers of the lines that have a character which conversions leave behind: spaces that do not break, invisible ones,
  /// and those that garbled text begins with. In order.
  [[nodiscard]] const std::vector<std::uint32_t>& stray_lines() const { return stray_lines_; }

  /// Number of lines, at least 1; a final line end opens one more, empty line.
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  /// Byte offset of the start of a line; `line` counts from 1 and must be at most line_count().
  [[nodiscard]] std::uint32_t line_start(std::uint32_t line) const { return line_starts_[line - 1]; }
  /// The line, without its line end, as bytes.
  [[nodiscard]] Span line_span(std::uint32_t line) const {
    const std::uint32_t start = line_start(line);
    std::uint32_t end = line < line_count() ? line_start(line + 1) : size();
    if (end > start && text_[end - 1] == '\n') --end;
    if (end > start && text_[end - 1] == '\r') --end;
    return {start, end};
  }
  /// The line (from 1) that holds a byte offset; the end of the text counts as its last line.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t byte) const;

  [[nodiscard]] Position position(std::uint32_t byte) const;
  /// UTF-16 units before this byte. Linear in the distance from the nearest checkpoint (4 KiB at most).
  [[nodiscard]] std::uint32_t utf16_offset(std::uint32_t byte) const;

 private:
  static constexpr std::size_t character_places = std::size_t{1} << 13;
  /// The last two bytes of a character hold twelve bits of its number.
  [[nodiscard]] static constexpr std::size_t place_among_characters(std::string_view character) {
    const auto bits = [&](std::size_t back) {
      return static_cast<std::size_t>(static_cast<unsigned char>(character[character.size() - back]) & 0x3F);
    };
    return (character.size() > 2 ? character_places / 2 : 0) + (bits(2) << 6 | bits(1));
  }
  void note_character(std::uint32_t place, std::string_view character);
  void add_checkpoints(std::uint32_t end, std::uint32_t bytes);

  std::string text_;
  std::uint32_t content_start_ = 0;
  std::vector<std::uint32_t> repairs_;
  std::vector<std::uint32_t> line_starts_{0};
  std::vector<std::uint32_t> stray_lines_;
  std::vector<std::uint32_t> utf16_checkpoints_;  // UTF-16 units before byte k * 4096
  std::uint32_t surplus_ = 0;                     // bytes of text() beyond one for each UTF-16 unit
  std::array<std::uint64_t, character_places / 64> characters_{};  // a bit each
  bool has_tab_ = false;
  bool ascii_ = true;
};

}  // namespace pressmark::text
