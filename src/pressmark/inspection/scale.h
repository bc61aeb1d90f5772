// Grade scales: which grades an inspectorate gives, in what order, and for which areas. Data, never code: the tables
// are generated from scales/*.yaml, whose comments give the source of each fact.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pressmark/text/words.h"

namespace pressmark::inspection {

using text::Words;

/// One rung of a scale.
struct ScaleGrade {
  std::string_view id;          // "requires-improvement": stable, used in the API
  std::string_view label;       // "Requires improvement"
  std::string_view label_cy;    // Welsh, empty where no source gives it
  std::string_view definition;  // in our words, empty where no source gives it
  Words words;                  // other forms of the label, lower case: "require improvement"
  std::uint8_t rank;            // 1 is best
  /// The colour family of the badge, by (scale, rank): 1 best … 5 worst. Never derived from the word.
  std::uint8_t tone;
  std::int8_t number;  // the figure that the scheme gives this grade, -1 where it has none
};

/// Something a scale grades.
struct ScaleArea {
  std::string_view name;     // canonical: "Effectiveness"
  std::string_view name_cy;  // Welsh, empty where no source gives it
  std::string_view pillar;   // the area that this one is part of, or empty
  Words aliases;             // the words people use for it, lower case
  bool former;               // graded under an earlier scheme; its name is still used
};

/// How a scheme's figures appear in text: not at all, "grade 2", a bare "4", "a score of 4", "two stars".
enum class Numbers : std::uint8_t { none, grade, bare, scores, stars };

struct Scale {
  std::string_view id;            // "hmicfrs-peel-5"
  std::string_view name;          // "PEEL since 2021"
  std::string_view inspectorate;  // "HMICFRS"
  Words inspectorate_names;       // full and former names, as written
  Words nicknames;                // what papers call the inspectorate, lower case
  Words programmes;               // names of the scheme itself, lower case
  Words cues;                     // words that tell what kind of body is graded, lower case
  std::string_view from, to;      // "2021-04" or "2025-11-10"; `to` empty: still used
  bool overall;                   // whether there is one grade for the whole
  Numbers numbers;
  std::span<const ScaleGrade> grades;  // best first; empty where the scheme gives none
  std::span<const ScaleArea> areas;
  Words ungraded;  // looked at, never graded; lower case
  Words never;     // words that look like grades and are none; lower case
};

/// All scales that are built in, ordered by id.
[[nodiscard]] std::span<const Scale> scales();
/// The built-in scale with this id, or null.
[[nodiscard]] const Scale* find_scale(std::string_view id);

/// A set of scales: bit i is the catalogue's scale i.
using ScaleSet = std::uint64_t;
inline constexpr ScaleSet all_scales = ~ScaleSet{0};
[[nodiscard]] constexpr bool contains(ScaleSet set, std::size_t scale) { return ((set >> scale) & 1U) != 0; }

/// A name as it is compared: lower case, "&" as "and", straight quotes, one space for any run of spaces, hyphens and
/// underscores. "Well–led &amp; Safe" is not decoded: text comes here decoded.
[[nodiscard]] std::string folded(std::string_view text);
/// The same in the place of what stands in `out`.
void fold(std::string_view text, std::string& out);

/// The grade that an author means by "Requires Improvement", "requires-improvement" or "4" (where the scheme has
/// figures), or null.
[[nodiscard]] const ScaleGrade* find_grade(const Scale& scale, std::string_view words);
/// The area that an author means by its name or one of the words people use for it, with articles or without, or null.
[[nodiscard]] const ScaleArea* find_area(const Scale& scale, std::string_view words);
/// Whether an inspectorate's name, former name, nickname, or the name of the scheme is this.
[[nodiscard]] bool is_body(const Scale& scale, std::string_view words);

/// A day as yyyymmdd; month and day are 0 where the text does not say: "May 2019" is 20190500.
using Day = std::int32_t;
/// Reads "2019-05-02", "2019-05", "2019", "02/05/2019" (day first), "2 May 2019", "May 2019".
[[nodiscard]] std::optional<Day> read_day(std::string_view text);
/// Whether the scale was in use on that day.
[[nodiscard]] bool covers(const Scale& scale, Day day);

}  // namespace pressmark::inspection
