// Raw HTML in Markdown: its tags are never markup here, its words are kept. This reads the words out of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark::markdown {

/// A tag as it stands in raw HTML.
struct Tag {
  std::string_view name;  // as written; empty for comments, declarations and whatever is no tag
  bool closing = false;
};

/// Reads the tag at the head of `html`, which begins with "<".
[[nodiscard]] Tag read_tag(std::string_view html);

/// Equality of tag names: ASCII letters in either case.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);
/// Elements whose content is not for reading: script, style and their like. It goes with its tags. The answer is the
/// element's place in the list of them, below 32, or nothing.
[[nodiscard]] std::optional<unsigned> dropped_whole(std::string_view name);
/// Elements that stand on lines of their own: their tags end a paragraph.
[[nodiscard]] bool is_block_level(std::string_view name);

enum class PieceKind {
  words,           // characters to read, with entities undecoded and white space as written
  line_break,      // <br>
  paragraph_break  // a tag of a block
};

struct Piece {
  PieceKind kind;
  std::string_view text;  // the part of the source of the reader; tags for the breaks
};

/// Cuts a block of raw HTML into its words and the breaks between them. Linear in its size for any input: a tag that
/// never ends is read as words, a quote that never ends is no quote.
class RawHtmlReader {
 public:
  explicit RawHtmlReader(std::string_view html) : html_(html) {}

  /// The next piece; false at the end.
  [[nodiscard]] bool next(Piece& piece);
  /// Whether there was a tag or declaration; comments do not count.
  [[nodiscard]] bool has_tags() const { return has_tags_; }
  /// Whether something was dropped with its content: scripts, style sheets, frames.
  [[nodiscard]] bool dropped_content() const { return dropped_content_; }
  /// Whether a comment had no end, so that everything after it was hidden.
  [[nodiscard]] bool unclosed_comment() const { return unclosed_comment_; }

 private:
  enum class Mark { tag_end, instruction_end, cdata_end };
  [[nodiscard]] std::size_t after(Mark mark, std::size_t from);
  [[nodiscard]] std::size_t end_of_declaration(std::size_t at);
  [[nodiscard]] std::size_t end_of_tag(std::size_t at);
  [[nodiscard]] std::size_t end_of_content(std::string_view name, std::size_t after_tag);
  [[nodiscard]] std::optional<Piece> read_markup(std::size_t& at);

  std::string_view html_;
  std::size_t at_ = 0;
  bool quotes_end_ = true;          // false once a quote was seen that never ends
  std::array<bool, 3> absent_{};    // by Mark: there is none from here on
  std::uint32_t never_closed_ = 0;  // one bit for each element of dropped_whole() that has no end tag from here on
  bool has_tags_ = false;
  bool dropped_content_ = false;
  bool unclosed_comment_ = false;
};

enum class WordKind {
  text,    // characters as written
  entity,  // one character reference, decoded
  space,   // white space between words, folded
  line_break,
  paragraph_break
};

struct Word {
  WordKind kind;
  std::string_view source;  // what stands there: a part of the reader's text
  std::string text;         // what is shown of it
};

/// The words of a block of raw HTML as a reader sees them: white space folded and gone at the ends of lines, entities
/// decoded.
class RawHtmlWords {
 public:
  explicit RawHtmlWords(std::string_view html) : reader_(html) {}

  /// The next word, space or break; false at the end.
  [[nodiscard]] bool next(Word& word);
  [[nodiscard]] const RawHtmlReader& reader() const { return reader_; }

 private:
  [[nodiscard]] bool next_piece(Word& word);
  [[nodiscard]] Word read_word();

  RawHtmlReader reader_;
  std::string_view piece_;
  std::size_t at_ = 0;      // in piece_
  std::string_view space_;  // seen after the last word, not yet given out
  bool line_has_words_ = false;
};

}  // namespace pressmark::markdown
