// Cuts the texts of the tree into tokens, and notes those of a block that the rules ask for first.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pressmark/inspection/lexicon.h"
#include "pressmark/inspection/passage.h"
#include "pressmark/inspection/symbols.h"
#include "pressmark/inspection/tokens.h"
#include "pressmark/markdown/document.h"

namespace pressmark::inspection {

class Tokenizer {
 public:
  /// What was seen in a block; tokens by their place in it.
  struct Notes {
    std::vector<std::uint32_t> heads, numbers, quotes, speeches;  // can begin a phrase; small numbers; words of speech
    bool rating_word = false;
    bool of_past_inspection = false, of_past_rating = false;  // "the last inspection", "previous ratings"
    bool gaps = false;                                        // tabs, bars, or several spaces: they may part cells
  };

  /// Counts the years and inspections of the text among the signs.
  Tokenizer(const markdown::Document& document, const Lexicon& lexicon, SchemeSigns& signs);

  /// Begins a block behind the first `kept` tokens of all.
  void begin_block(std::size_t kept);
  /// What stands at the head of a line of the block stands there by chance.
  void join_lines();
  void begin_line() { next_.line_start = next_.space_before = true; }
  /// Begins a line whose tabs, bars and runs of spaces part the cells of a row, in a node, with so many empty cells
  /// before its words, -1 where a bar stands there; or ends the last of those.
  void begin_row(markdown::NodeIndex node, int empty_cells);
  void end_rows() { in_row_ = false; }
  /// The inline node that the next tokens are of.
  void begin_node(markdown::NodeIndex node, bool strong) {
    next_.strong = strong;
    next_.node = next_.end_node = node;
  }
  void read_text(std::string_view text);
  /// Something that is no text.
  void add(Mark mark) { push(mark, 0, 0); }
  void add_space() { next_.space_before = true; }

  /// The tokens of the block, or of the last one until the next begins.
  [[nodiscard]] std::span<const Token> tokens() const { return std::span(tokens_).subspan(first_, count_ - first_); }
  [[nodiscard]] bool empty() const { return count_ == first_; }
  [[nodiscard]] std::uint32_t last() const { return static_cast<std::uint32_t>(count_ - first_ - 1); }
  [[nodiscard]] const Notes& notes() const { return notes_; }

  /// Number of the tokens of all blocks so far.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// All of them; none stays.
  [[nodiscard]] std::vector<Token> take();

 private:
  [[gnu::noinline]] Token& push(Mark mark, std::size_t from, std::size_t to);
  [[gnu::always_inline]] Token& push_word(Mark mark, std::size_t from, std::size_t to);
  std::size_t read_number(std::string_view text, std::size_t at);
  std::size_t read_word(std::string_view text, std::size_t at);
  [[nodiscard]] bool is_of_other_matter() const;
  bool goes_on_from_last_text() const;
  bool goes_on_from_last_line(std::string_view letters);
  void join(std::string_view letters);
  [[gnu::noinline]] void set_rare_word(Token& token, WordHash hash);
  [[gnu::always_inline]] void set_word(Token& token, WordHash hash);
  [[gnu::noinline]] void note_word(const Word& word);
  std::size_t read_symbol(std::string_view text, std::size_t at);
  void read_punctuation(std::string_view text, std::size_t at);
  std::size_t read_copied(std::string_view text, std::size_t at, const Symbol& symbol);
  std::size_t end_of_box(std::string_view line, std::size_t at);
  void drop_line();
  bool leads_on();
  [[nodiscard]] bool touches_word() const;
  void note_quote(Token& token, bool opens);

  const markdown::Document& document_;
  const Lexicon& lexicon_;
  SchemeSigns& signs_;
  std::vector<Token> tokens_;  // longer than their number: it grows by doubling, and never at a token
  std::size_t first_ = 0, count_ = 0;
  bool in_row_ = false;
  Notes notes_;
  Token next_;  // what is known of the next token before it is read: its node, and what comes before it
};

}  // namespace pressmark::inspection
