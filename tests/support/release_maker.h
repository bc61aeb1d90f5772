// Makes up releases: the same text for the same number, on every machine.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace pressmark::properties {

class ReleaseMaker {
 public:
  explicit ReleaseMaker(std::uint32_t seed) : random_(seed) {}

  /// Front matter or none, and blocks, inlines, statements of grades and odd characters in any order and nesting.
  [[nodiscard]] std::string release();
  /// Bytes of no language, with some that mean something here.
  [[nodiscard]] std::string bytes(std::size_t size);
  [[nodiscard]] std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
  std::string_view one_of(std::initializer_list<std::string_view> some);
  std::string front_matter();
  std::string front_matter_line(std::size_t indent);
  std::string block(std::size_t depth);
  std::string words(std::size_t depth);
  std::string statement();

  std::mt19937 random_;  // its numbers are laid down by the standard; those of the distributions are not
};

}  // namespace pressmark::properties
