// Texts with gaps in them. To add a text up from its parts costs code for each of them; here the words between two gaps
// cost none, and what fills a gap costs as much as an argument of a call.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace pressmark::text {

/// A literal with so many gaps: "There is no footnote {}." The compiler counts them.
template <std::size_t gaps>
class Pattern {
 public:
  template <std::size_t size>
  consteval Pattern(const char (&literal)[size]) : literal_(literal) {
    std::size_t found = 0;
    for (std::size_t at = 1; at < size; ++at) {
      if (literal[at - 1] == '{' && literal[at] == '}') ++found;
    }
    if (found != gaps) throw "not as many gaps as fillings";
  }
  [[nodiscard]] constexpr const char* literal() const { return literal_; }

 private:
  const char* literal_;
};

enum class FillingKind : unsigned char { string, view, literal, number };
constexpr unsigned filling_kind_bits = 2;

/// A whole number below two thousand million, as no text here has more of anything; no single character.
template <typename T>
concept Countable = std::integral<T> && sizeof(T) > sizeof(char) && sizeof(T) <= sizeof(std::ptrdiff_t);

/// What fills a gap. Words stay where they are, for as long as the call takes.
union Filling {
  explicit Filling(const std::string& words) : string(&words) {}
  explicit Filling(const std::string_view& words) : view(&words) {}
  explicit Filling(const char* words) : literal(words) {}
  explicit Filling(Countable auto value) : number(static_cast<std::ptrdiff_t>(value)) {}

  const std::string* string;
  const std::string_view* view;
  const char* literal;
  std::ptrdiff_t number;
};

template <typename T>
constexpr FillingKind filling_kind = FillingKind::literal;
template <>
inline constexpr FillingKind filling_kind<std::string> = FillingKind::string;
template <>
inline constexpr FillingKind filling_kind<std::string_view> = FillingKind::view;
template <Countable T>
constexpr FillingKind filling_kind<T> = FillingKind::number;

/// Nothing that would first have to be made into one of these, which would be gone before it is read.
template <typename T>
concept FillsGap = (filling_kind<T> != FillingKind::literal) || std::convertible_to<const T&, const char*>;

/// See filled. The lowest two bits of `kinds` are the kind of the first filling.
[[nodiscard]] std::string fill(const char* pattern, unsigned kinds, const Filling* fillings);

/// The pattern with the fillings in its gaps, in their order: filled("{} of {}", 2, "three").
template <FillsGap... Fillings>
[[nodiscard, gnu::always_inline]] inline std::string filled(Pattern<sizeof...(Fillings)> pattern,
                                                            const Fillings&... fillings) {
  unsigned kinds = 0;
  unsigned shift = 0;
  ((kinds |= static_cast<unsigned>(filling_kind<Fillings>) << shift, shift += filling_kind_bits), ...);
  const Filling all[] = {Filling(fillings)...};
  return fill(pattern.literal(), kinds, all);
}

}  // namespace pressmark::text
