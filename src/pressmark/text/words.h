// A list of names or phrases, as one text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace pressmark::text {

/// Views of the lines of a text; an empty text has none. As a table of views the words of the scales alone would add
/// three bytes for each word to the compressed module.
class Words {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::string_view*;
    using reference = std::string_view;

    constexpr Iterator() = default;
    constexpr explicit Iterator(std::string_view lines) : lines_(lines), size_(size_of_first()) {}
    constexpr std::string_view operator*() const { return {lines_.data(), size_}; }
    constexpr Iterator& operator++() {
      lines_.remove_prefix(std::min(size_ + 1, lines_.size()));
      size_ = size_of_first();
      return *this;
    }
    constexpr Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    /// Of iterators of one list.
    friend constexpr bool operator==(const Iterator& one, const Iterator& other) {
      return one.lines_.size() == other.lines_.size();
    }

   private:
    /// A search for the end would be a call, for a few characters.
    [[nodiscard]] constexpr std::size_t size_of_first() const {
      std::size_t size = 0;
      while (size < lines_.size() && lines_[size] != '\n') ++size;
      return size;
    }

    std::string_view lines_;
    std::size_t size_ = 0;
  };

  constexpr Words() = default;
  constexpr Words(const char* lines)
      : lines_(lines) {}  // NOLINT(google-explicit-constructor): tables are lists of these
  constexpr explicit Words(std::string_view lines) : lines_(lines) {}

  [[nodiscard]] constexpr bool empty() const { return lines_.empty(); }
  /// All of them, with a line end between each two.
  [[nodiscard]] constexpr std::string_view lines() const { return lines_; }
  [[nodiscard]] constexpr std::string_view front() const { return *begin(); }
  [[nodiscard]] constexpr Iterator begin() const { return Iterator(lines_); }
  [[nodiscard]] constexpr Iterator end() const { return {}; }

 private:
  std::string_view lines_;
};

/// Whether a word is in a list, whatever the capitals of the two.
[[nodiscard]] bool has_alike(Words words, std::string_view word);

}  // namespace pressmark::text
