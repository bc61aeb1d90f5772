// The time zones that Pressmark knows: the clock of the United Kingdom and Ireland, and fixed offsets from UTC.
//
// No tz database is at hand in the browser's sandbox, and none is needed: since 1996 the clocks of London and Dublin
// have gone forward at 01:00 UTC on the last Sunday of March and back at 01:00 UTC on the last Sunday of October.
// Before 1996 the rule was another, so local times of those years get no offset.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::release {

/// A date and the time on the wall, without a zone.
struct LocalTime {
  std::chrono::year_month_day date;
  std::chrono::seconds time_of_day{0};
  friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

[[nodiscard]] std::int64_t seconds_as_utc(const LocalTime& local);
[[nodiscard]] LocalTime local_from_utc(std::int64_t unix_seconds);

class TimeZone {
 public:
  /// "Europe/London", "Europe/Dublin", "UTC" or an offset as in "+01:00"; nothing for any other name.
  [[nodiscard]] static std::optional<TimeZone> find(std::string_view name);

  [[nodiscard]] bool has_summer_time() const { return summer_time_; }
  /// Whether the zone's rule is known for this year.
  [[nodiscard]] bool covers(std::chrono::year year) const;
  /// Minutes east of UTC at an instant, which lies in a year that the zone covers.
  [[nodiscard]] int offset_minutes(std::int64_t unix_seconds) const;
  /// The instants that a time on the wall can mean, earlier first: one, or none where the clocks skip it in spring, or
  /// two where they show it twice in autumn.
  [[nodiscard]] std::vector<std::int64_t> instants(const LocalTime& local) const;

 private:
  explicit TimeZone(bool summer_time, int standard_minutes)
      : summer_time_(summer_time), standard_minutes_(standard_minutes) {}

  bool summer_time_;
  int standard_minutes_;
};

/// "07" for 7; of numbers below 100.
[[nodiscard]] std::string two_figures(unsigned number);

/// Minutes east of UTC of "Z", "+01:00", "+0100" or "+01"; at most 14 hours away.
[[nodiscard]] std::optional<int> parse_offset(std::string_view text);
/// "+01:00"; for UTC "+00:00".
[[nodiscard]] std::string format_offset(int minutes);

}  // namespace pressmark::release
