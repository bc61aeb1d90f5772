// Plain text of an article, for an e-mail to a newsroom: paragraphs apart by blank lines and never wrapped, lists with
// their marks, the cells of tables with bars between them, quotes behind ">", links as their words with the address
// behind them, images as their alternative text. Control characters are left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/render/writer.h"

namespace pressmark::render {

class TextWriter final : public Writer {
 public:
  void open(Element element) override;
  void add_class(Class name) override;
  void attribute(Attribute name, std::string_view value) override;
  void text(std::string_view words) override;
  void close() override;

  /// The text so far, with one line end at its end.
  [[nodiscard]] std::string take();

 private:
  struct Level {
    Element element = Element::div;
    std::string prefix;        // before every line inside: "> ", or the width of an item's mark
    std::string mark;          // before the first line of an item, instead of the prefix; empty once it is written
    std::uint32_t number = 0;  // lists: of the next item
    std::uint32_t cells = 0;   // table rows: written so far
    bool bracketed = false;    // references to footnotes
    bool hidden = false;       // links from a footnote back to the text
    bool checked = false;      // inputs
    bool named_rows = false;   // tables: the first cell of a row names what the others say of it
  };

  void want_break(int lines);
  void start_line();
  void write_word(std::string_view word);
  void write_folded(std::string_view utf8);
  void write_verbatim(std::string_view utf8);
  void open_item(Level& item);
  void separate_cell();
  void close_link();
  [[nodiscard]] int break_before(Element element) const;
  [[nodiscard]] bool inside(Element element) const;

  std::string out_;
  std::vector<Level> levels_;
  std::size_t shared_levels_ = 0;  // open levels that the last word stands in, too
  int breaks_ = 0;                 // line ends to write before the next word: 1 a new line, 2 a blank line
  bool space_ = false;             // a space to write before the next word of this line
  std::string address_;            // of the open link
  std::size_t words_start_ = 0;    // of the open link, in out_
  int hidden_ = 0;                 // open levels that are hidden
  std::string alternative_;        // of the open image
};

}  // namespace pressmark::render
