// Lists of names or phrases, as one text.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "pressmark/text/words.h"

using pressmark::text::Words;

namespace {

std::vector<std::string> all_of(Words words) { return {words.begin(), words.end()}; }

}  // namespace

TEST_CASE("words: each line is one, and an empty text has none") {
  CHECK(all_of("one\ntwo words\nthree") == std::vector<std::string>{"one", "two words", "three"});
  CHECK(all_of("one") == std::vector<std::string>{"one"});
  CHECK(all_of("").empty());
  CHECK(all_of({}).empty());
  CHECK(Words("one\ntwo").front() == "one");
  CHECK(Words().empty());
  CHECK_FALSE(Words("one").empty());
  CHECK(all_of(Words(std::string_view("one\ntwo").substr(0, 5))) == std::vector<std::string>{"one", "t"});
}
