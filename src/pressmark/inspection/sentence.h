// A sentence as items: grades, areas, counts of areas, and the plain words and marks between them.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "pressmark/inspection/passage.h"

namespace pressmark::inspection {

enum class ItemKind : std::uint8_t { word, mark, grade, area, count };

struct Item {
  ItemKind kind = ItemKind::word;
  std::uint32_t first = 0, last = 0;  // tokens of the block
  std::uint64_t classes = 0;          // of a word, else none
  WordId word{};                      // likewise
  Mark mark = Mark::word;             // of a mark, else word
  int number = -1;                    // word or mark: its value; count: how many areas, -1 where it is not said
  bool all = false;                   // count: every area
  bool other = false;                 // count: of those not named
  int excepted = 0;                   // count: how many of all are left out
  bool name = false;                  // word: capitalised, and no word of the grammar
  bool quoted = false;                // grade
  bool capital = false;
  bool present_verb = false;         // grade: "requires improvement"
  bool question = false;             // mark: a question mark
  bool past_verb = false;            // grade: "required improvement"
  bool is_verb = false;              // grade: "require improvement" in any form, with small letters
  const Mention* mention = nullptr;  // grade, area

  [[nodiscard]] bool is(ItemKind wanted) const { return kind == wanted; }
  [[nodiscard]] bool is(std::uint64_t wanted) const { return (classes & wanted) != 0; }
  [[nodiscard]] bool is(Mark wanted) const { return mark == wanted; }
  /// Of no class, and no name.
  [[nodiscard]] bool is_plain_word() const { return kind == ItemKind::word && classes == 0 && !name; }
};

/// Whether some of the items [from, to) are words of these classes, and whether all are.
[[nodiscard]] bool holds(std::span<const Item> items, std::size_t from, std::size_t to, std::uint64_t classes);
[[nodiscard]] bool holds_only(std::span<const Item> items, std::size_t from, std::size_t to, std::uint64_t classes);

/// Whether some of the items [from, to) pass a test.
template <std::predicate<const Item&> Test>
[[nodiscard]] bool holds(std::span<const Item> items, std::size_t from, std::size_t to, Test test) {
  return from < to && std::any_of(items.begin() + static_cast<std::ptrdiff_t>(from),
                                  items.begin() + static_cast<std::ptrdiff_t>(to), test);
}
/// Whether there is an item at a place, and such a one. The place before the first has none.
template <class What>
[[nodiscard]] bool is_at(std::span<const Item> items, std::size_t at, What what) {
  return at < items.size() && items[at].is(what);
}
/// The word at a place.
[[nodiscard]] inline WordId word_at(std::span<const Item> items, std::size_t at) {
  return at < items.size() ? items[at].word : WordId{};
}
/// Where the words of these classes begin that stand right before a place.
[[nodiscard]] std::size_t back_over(std::span<const Item> items, std::size_t at, std::uint64_t classes);
/// … and where those end that stand there.
[[nodiscard]] std::size_t forward_over(std::span<const Item> items, std::size_t at, std::uint64_t classes);

/// Behind the words at a place that stand for a grade said before: "was too", "likewise", "the same"; the place itself
/// where there are none.
[[nodiscard]] std::size_t over_echo(std::span<const Item> items, std::size_t at);

/// "false", "incorrect"
[[nodiscard]] bool is_untrue(WordId word);
/// "before", "since": a word that leads to a time and never to an area.
[[nodiscard]] bool tells_when(WordId word);

struct Sentence {
  std::uint32_t first = 0, last = 0;  // tokens of the block
  /// Without quotation marks and without asides that hold no grade and no area; empty where the sentence has neither.
  std::vector<Item> items;
  std::uint64_t classes = 0;  // of all its words: what is not among them need not be looked for
  bool figures = false;       // some word or mark is a number
  bool question = false;      // ends in a question mark
  bool in_quote = false;      // begins within quoted speech, or holds some
  bool bullet = false;        // begins with a bullet
  bool untrue = false;        // "Claims that it was rated poor are untrue."
  bool own_view = false;      // "in our view", "its own assessment"
};

/// Cuts a block that has tokens into sentences. Lines that are labels ("Safe – Good") are sentences of their own.
class SentenceReader {
 public:
  explicit SentenceReader(const Block& block);
  /// Reads the next sentence, into the same buffers; false at the end.
  bool next(Sentence& sentence);

 private:
  /// Goes along a list of mentions with the tokens.
  class Cursor {
   public:
    explicit Cursor(std::span<const Mention> mentions) : next_(mentions.begin()), end_(mentions.end()) {}
    /// The mention that begins at a token, or null. Tokens must not go back.
    const Mention* at(std::uint32_t token) {
      while (next_ != end_ && next_->first < token) ++next_;
      return next_ != end_ && next_->first == token ? &*next_ : nullptr;
    }
    /// Where the next mention begins; it may be one that was passed over.
    [[nodiscard]] std::uint32_t next() const { return next_ != end_ ? next_->first : ~std::uint32_t{0}; }
    [[nodiscard]] bool any_before(std::uint32_t token) const { return next_ != end_ && next_->first < token; }

   private:
    std::span<const Mention>::iterator next_, end_;
  };

  [[nodiscard]] bool ends_after(std::uint32_t first, std::uint32_t at) const;
  [[nodiscard]] bool heads_entry(std::uint32_t first) const;
  [[nodiscard]] bool goes_on(std::uint32_t last_on_line) const;
  [[nodiscard]] bool ends_label(std::uint32_t last_on_line) const;
  [[nodiscard]] std::uint32_t after_other_language(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is_label_line(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool opens_with_grade(std::uint32_t first) const;
  [[nodiscard]] bool is_label_line_from(std::uint32_t first) const;
  [[nodiscard]] std::uint32_t glued_question(std::uint32_t first, std::uint32_t last) const;
  void find_speeches();
  void read_items(Sentence& sentence);
  static void drop_denied(std::vector<Item>& items);
  [[nodiscard]] static bool may_stand_for_areas(const Token& token);
  [[nodiscard]] const Mention* area_meant_at(std::uint32_t at, const Sentence& sentence) const;
  void remember_areas(const Sentence& sentence);
  void add(Sentence& sentence, ItemKind kind, std::uint32_t first, std::uint32_t last, const Mention* mention) const;
  [[nodiscard]] bool is_quoted(const Mention& grade) const;
  [[nodiscard]] std::uint32_t end_of_meaning(std::uint32_t at, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t over_opener(const Sentence& sentence) const;
  [[nodiscard]] std::uint32_t aside_end(std::uint32_t at, const Sentence& sentence) const;
  [[nodiscard]] bool tells_who_runs_it(std::uint32_t comma) const;
  [[nodiscard]] bool tells_where(std::uint32_t comma) const;
  [[nodiscard]] bool is_particle(std::uint32_t at, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t interruption_end(std::uint32_t at, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t parenthesis_end(std::uint32_t at, const Sentence& sentence) const;
  [[nodiscard]] bool tells_of_scale(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool explains_scale(std::uint32_t from, std::uint32_t to, const Sentence& sentence) const;
  [[nodiscard]] bool denies(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool speech_follows(std::uint32_t at) const;
  /// How many areas some words count.
  struct Quantity {
    int number = -1, excepted = 0;
    bool every = false, other = false;
    std::uint32_t number_end = 0, areas_end = 0;  // tokens behind the number, and behind "areas"; 0: there is none
  };
  std::uint32_t read_count(std::uint32_t start, Sentence& sentence) const;
  [[nodiscard]] bool may_begin_count(std::uint32_t start, std::uint32_t limit) const;
  [[nodiscard]] std::optional<Quantity> quantity_at(std::uint32_t start, std::uint32_t limit) const;
  std::uint32_t end_without_noun(const Quantity& quantity, Item& item, const Sentence& sentence) const;
  [[nodiscard]] bool is_across_the_board(std::uint32_t at, std::uint32_t limit) const;
  [[nodiscard]] bool is_everything(std::uint32_t at) const;
  [[nodiscard]] bool stands_for_areas(std::uint32_t at, const Sentence& sentence) const;
  [[nodiscard]] bool is_last_of_few(std::uint32_t at, const Sentence& sentence) const;
  [[nodiscard]] bool stands_for_some(std::uint32_t of) const;
  [[nodiscard]] bool is_bare_number(std::uint32_t at, const Sentence& sentence) const;

  const Block& block_;
  std::span<const Token> tokens_;
  Cursor areas_, grades_, signs_;
  std::uint32_t at_ = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> speeches_;
  std::size_t speech_ = 0;
  const Mention* two_areas_[2] = {};  // of the last sentence that named any; null: not two
};

}  // namespace pressmark::inspection
