// Tests of the scales and of looking things up in them.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "pressmark/inspection/nearest.h"
#include "pressmark/inspection/scale.h"

using namespace pressmark::inspection;

TEST_CASE("scales: every scheme is there and its ranks count from 1") {
  CHECK(scales().size() >= 18);
  std::set<std::string_view> ids;
  for (const Scale& scale : scales()) {
    CAPTURE(scale.id);
    CHECK(ids.insert(scale.id).second);
    CHECK_FALSE(scale.inspectorate.empty());
    CHECK_FALSE(scale.inspectorate_names.empty());
    std::uint8_t rank = 0;
    std::uint8_t tone = 0;
    for (const ScaleGrade& grade : scale.grades) {
      CHECK(grade.rank == ++rank);
      CHECK(grade.tone >= std::max<std::uint8_t>(tone, 1));
      CHECK(grade.tone <= 5);
      tone = grade.tone;
    }
  }
}

TEST_CASE("scales: one word stands at different ranks in different schemes") {
  const auto rank = [](std::string_view scale, std::string_view grade) { return find_grade(*find_scale(scale), grade)->rank; };
  CHECK(rank("hmi-prisons", "good") == 1);
  CHECK(rank("hmicfrs-peel-5", "good") == 2);
  CHECK(rank("care-inspectorate", "Good") == 3);
  CHECK(rank("hmicfrs-peel-4", "requires improvement") == 3);
  CHECK(rank("hmicfrs-peel-5", "requires-improvement") == 4);
}

TEST_CASE("scales: a grade is found by its label, its id, its other forms and its number") {
  const Scale& peel = *find_scale("hmicfrs-peel-5");
  for (const char* words : {"Requires improvement", "REQUIRES IMPROVEMENT", "requires-improvement", "require  improvement"}) {
    CAPTURE(words);
    REQUIRE(find_grade(peel, words));
    CHECK(find_grade(peel, words)->id == "requires-improvement");
  }
  CHECK(find_grade(peel, "excellent") == nullptr);
  CHECK(find_grade(peel, "2") == nullptr);
  CHECK(find_grade(*find_scale("fhrs"), "0")->label == "0 – Urgent improvement necessary");
  CHECK(find_grade(*find_scale("care-inspectorate"), "5")->id == "very-good");
}

TEST_CASE("scales: an area is found by its name and by the words people use") {
  const Scale& peel = *find_scale("hmicfrs-peel-5");
  CHECK(find_area(peel, "Good use of resources")->name == "Good use of resources");
  CHECK(find_area(peel, "strategic planning and value for money")->name == "Good use of resources");
  CHECK(find_area(*find_scale("cqc"), "Well–Led")->name == "Well-led");
  CHECK(find_area(peel, "Making good use of its resources")->name == "Good use of resources");
  CHECK(find_area(*find_scale("hmicfrs-frs-4"), "Making the best use of their resources")->name ==
        "Making best use of resources");
  CHECK(find_area(peel, "its resources") == nullptr);
  CHECK(find_area(peel, "catering") == nullptr);
}

TEST_CASE("scales: an unknown id is no scale") { CHECK(find_scale("hmicfrs-peel-6") == nullptr); }

TEST_CASE("days: the ways of writing a date that a release uses") {
  CHECK(read_day("2019-05-02") == 20190502);
  CHECK(read_day("2019-05-02T00:01+01:00") == 20190502);
  CHECK(read_day("2019-05") == 20190500);
  CHECK(read_day("02/05/2019") == 20190502);
  CHECK(read_day("00:01 02/05/2019") == 20190502);
  CHECK(read_day("Thursday 2 May 2019") == 20190502);
  CHECK(read_day("May 2019") == 20190500);
  CHECK(read_day("2019") == 20190000);
  CHECK_FALSE(read_day("yesterday"));
  CHECK_FALSE(read_day(""));
}

TEST_CASE("days: the cycle of a date") {
  const Scale& old_peel = *find_scale("hmicfrs-peel-4");
  const Scale& new_peel = *find_scale("hmicfrs-peel-5");
  CHECK(covers(old_peel, 20190502));
  CHECK_FALSE(covers(new_peel, 20190502));
  CHECK(covers(new_peel, 20220408));
  CHECK_FALSE(covers(old_peel, 20220408));
  CHECK(covers(old_peel, 20201231));
  CHECK(covers(old_peel, 20200000));
}

TEST_CASE("nearest: a slip is recognised, a different word is not, a tie is no answer") {
  const std::string_view names[] = {"Outstanding", "Good", "Requires improvement", "Inadequate"};
  CHECK(nearest("outsanding", names) == "Outstanding");
  CHECK(nearest("Require improvemnt", names) == "Requires improvement");
  CHECK(nearest("goood", names) == "Good");
  CHECK_FALSE(nearest("excellent", names));
  const std::string_view twins[] = {"abcd", "abce"};
  CHECK_FALSE(nearest("abcf", twins));
}
