#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "parsed_markdown.h"
#include "pressmark/inspection/scale.h"
#include "pressmark/inspection/sieve.h"

using namespace pressmark::inspection;

namespace {

bool passes(std::string_view text) { return may_state_grade(pressmark::tests::ParsedMarkdown(text).document); }

}  // namespace

TEST_CASE("sieve: each name of a grade passes, however it is marked up") {
  for (const Scale& scale : scales()) {
    for (const ScaleGrade& grade : scale.grades) {
      const auto check = [](std::string_view name) {
        const std::string words(name);
        CHECK(passes("Rated " + words));
        CHECK(passes("It was “" + words + "”’s day"));
        CHECK(passes("It was **" + words + "** there"));
        CHECK(passes("It *" + words.substr(0, 2) + "*" + words.substr(2)));
        if (const std::size_t space = words.find(' '); space != std::string::npos) {
          CHECK(passes(words.substr(0, space) + "\n" + words.substr(space + 1)));
          CHECK(passes(words.substr(0, space) + " *" + words.substr(space + 1) + "*"));
          CHECK(passes(words.substr(0, space) + " ~~never~~" + words.substr(space)));
        }
      };
      check(grade.label);
      for (const std::string_view word : grade.words) check(word);
    }
  }
  CHECK(passes("lGood for safety"));
  CHECK(passes("The home got top marks."));
}

TEST_CASE("sieve: a figure passes where it may be a grade") {
  for (const std::string_view text :
       {"The cafe was given 5 by the council", "It got a five in May", "Staffing: 4", "Staffing 4, wellbeing 3",
        "Three out of five", "a 3/5", "the 5-star kitchen", "the **5** stars", "the three stars", "the 4 rating",
        "it went from three to four", "scored the home 5 for wellbeing", "rated the home as a 5 in wellbeing",
        "a rating of two, then", "Now it's 5 overall", "grade 2 school", "up to 4", "bounced back with a 4",
        "| Safety | 4 |\n|---|---|\n| Food | 2 |"}) {
    CAPTURE(text);
    CHECK(passes(text));
  }
}

TEST_CASE("sieve: prose without grades does not pass") {
  for (const std::string_view text :
       {"The doors open in two weeks, for the first time in 30 years.",
        "One of the three halls is closed; the other two are not.\n\nFish is sold in the fifth hall, and so on.",
        "The trust got 600,000 pounds, found six beams of 1887, and was given three days.",
        "- 8am to 5pm\n- Parking for [one hour](https://example.org/good)\n- `good`",
        "It needs help, not money. ~~Good~~ ![good](a.png)"}) {
    CAPTURE(text);
    CHECK_FALSE(passes(text));
  }
}
