#include "pressmark/text/scan.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using pressmark::text::find_beyond_ascii;
using pressmark::text::find_double_space;
using pressmark::text::find_no_plain;
using pressmark::text::utf16_units;

namespace {

/// Something at each place of texts of each length: eight bytes at a time must see what one at a time does.
template <class Check>
void at_each_place(std::string_view part, const Check& check) {
  for (std::size_t length = 0; length < 20; ++length) {
    for (std::size_t at = 0; at <= length; ++at) {
      std::string text(length, 'a');
      text.insert(at, part);
      check(text, at);
    }
  }
}

}  // namespace

TEST_CASE("the first character beyond ASCII, or a mark, is found wherever it stands") {
  CHECK(find_beyond_ascii("plain words, and no more", 0, '&') == 24);
  for (const std::string_view part : {"é", "&", "“", "🙂"}) {
    at_each_place(part, [](const std::string& text, std::size_t at) { CHECK(find_beyond_ascii(text, 0, '&') == at); });
  }
  CHECK(find_beyond_ascii(std::string_view("plain\0words", 11), 0, '\0') == 5);
  CHECK(find_beyond_ascii("éa&", 2, '&') == 3);
}

TEST_CASE("the first character that is not plain is found wherever it stands") {
  for (const std::string_view part : {"é", "“", "🙂", "\n", "\r", "\t", "\x1F"}) {
    at_each_place(part, [](const std::string& text, std::size_t at) { CHECK(find_no_plain(text, 0) == at); });
  }
  for (const std::string_view part : {" ", "!", "~", "\x7F"}) {
    at_each_place(part, [](const std::string& text, std::size_t) { CHECK(find_no_plain(text, 0) == text.size()); });
  }
  CHECK(find_no_plain(std::string_view("plain\0words", 11), 0) == 5);
  CHECK(find_no_plain("\na\n", 1) == 2);
}

TEST_CASE("UTF-16 units are counted wherever a character stands") {
  at_each_place("é", [](const std::string& text, std::size_t) { CHECK(utf16_units(text) == text.size() - 1); });
  at_each_place("漢", [](const std::string& text, std::size_t) { CHECK(utf16_units(text) == text.size() - 2); });
  at_each_place("🙂", [](const std::string& text, std::size_t) { CHECK(utf16_units(text) == text.size() - 2); });
  CHECK(utf16_units("🙂🙂🙂🙂🙂🙂🙂🙂") == 16);
}

TEST_CASE("two spaces in a row are found wherever they stand") {
  at_each_place("  ", [](const std::string& text, std::size_t at) { CHECK(find_double_space(text, 0) == at); });
  at_each_place(" ", [](const std::string& text, std::size_t) { CHECK(find_double_space(text, 0) == text.size()); });
  at_each_place(" ! ", [](const std::string& text, std::size_t) { CHECK(find_double_space(text, 0) == text.size()); });
  CHECK(find_double_space("a b c d e f g h i j k l", 0) == 23);
  CHECK(find_double_space("a  b  c", 2) == 4);
  for (std::size_t at = 0; at < 70; ++at) {
    std::string text(70, 'a');
    text.insert(at, " ");
    CHECK(find_double_space(text, 0) == text.size());
    text.insert(at, " ");
    CHECK(find_double_space(text, 0) == at);
  }
}
