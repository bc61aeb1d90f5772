// Grade scales: which grades an inspectorate gives, in what order, and for which areas. Data, never code: the tables are
// generated from scales/*.yaml, whose comments give the source of each fact.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pressmark::inspection {

/// One rung of a scale.
struct ScaleGrade {
  std::string_view id;       // "requires-improvement": stable, used in the API
  std::string_view label;    // "Requires improvement"
  std::string_view label_cy; // Welsh, empty where no source gives it
  std::uint8_t rank;         // 1 is best
  /// The colour family of the badge, by (scale, rank): 1 best … 5 worst. Never derived from the word.
  std::uint8_t tone;
};

/// Something a scale grades.
struct ScaleArea {
  std::string_view name;     // canonical: "Effectiveness"
  std::string_view name_cy;  // Welsh, empty where no source gives it
  std::span<const std::string_view> aliases;  // the words people use for it, lower case
};

struct Scale {
  std::string_view id;            // "hmicfrs-peel-5"
  std::string_view name;          // "PEEL since 2021"
  std::string_view inspectorate;  // "HMICFRS"
  std::span<const std::string_view> inspectorate_names;  // full and former names, nicknames
  std::string_view from, to;      // "2021-04"; `to` empty: still used
  std::span<const ScaleGrade> grades;  // best first
  std::span<const ScaleArea> areas;
};

/// All scales that are built in.
[[nodiscard]] std::span<const Scale> scales();
/// The scale with this id, or null.
[[nodiscard]] const Scale* find_scale(std::string_view id);

}  // namespace pressmark::inspection
