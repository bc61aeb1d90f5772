#include "pressmark/release/time_zone.h"

#include <cstdlib>

#include "pressmark/text/filled.h"

namespace pressmark::release {
namespace {

using namespace std::chrono;

constexpr year first_year_of_rule{1996};
constexpr int max_offset_minutes = 14 * 60;

/// The instant at which the clocks change in a month: 01:00 UTC on its last Sunday.
std::int64_t change(year in_year, month in_month) {
  return (sys_days{in_year / in_month / Sunday[last]} + 1h).time_since_epoch() / 1s;
}

std::optional<int> two_digits(std::string_view text) {
  if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return {};
  return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

std::int64_t seconds_as_utc(const LocalTime& local) {
  return (sys_days{local.date}.time_since_epoch() + local.time_of_day) / 1s;
}

LocalTime local_from_utc(std::int64_t unix_seconds) {
  const sys_seconds instant{seconds{unix_seconds}};
  const sys_days day = floor<days>(instant);
  return {year_month_day{day}, instant - day};
}

std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return {};
  const int sign = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  const std::optional<int> hours = two_digits(text);
  if (!hours) return {};
  text.remove_prefix(2);
  int minutes = 0;
  if (!text.empty()) {
    if (text[0] == ':') text.remove_prefix(1);
    const std::optional<int> read = two_digits(text);
    if (!read || text.size() != 2 || *read > 59) return {};
    minutes = *read;
  }
  const int offset = *hours * 60 + minutes;
  if (offset > max_offset_minutes) return {};
  return sign * offset;
}

std::string two_figures(unsigned number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string format_offset(int minutes) {
  const auto distance = static_cast<unsigned>(std::abs(minutes));
  return text::filled("{}{}:{}", minutes < 0 ? "-" : "+", two_figures(distance / 60), two_figures(distance % 60));
}

std::optional<TimeZone> TimeZone::find(std::string_view name) {
  if (name == "Europe/London" || name == "Europe/Dublin") return TimeZone(true, 0);
  if (name == "UTC") return TimeZone(false, 0);
  if (const std::optional<int> offset = parse_offset(name)) return TimeZone(false, *offset);
  return {};
}

bool TimeZone::covers(year of_year) const { return !summer_time_ || of_year >= first_year_of_rule; }

int TimeZone::offset_minutes(std::int64_t unix_seconds) const {
  if (!summer_time_) return standard_minutes_;
  const year in_year = local_from_utc(unix_seconds).date.year();
  const bool summer = unix_seconds >= change(in_year, March) && unix_seconds < change(in_year, October);
  return summer ? 60 : 0;
}

std::vector<std::int64_t> TimeZone::instants(const LocalTime& local) const {
  const std::int64_t as_utc = seconds_as_utc(local);
  if (!summer_time_) return {as_utc - standard_minutes_ * 60};
  std::vector<std::int64_t> found;
  for (const int offset : {60, 0}) {
    const std::int64_t candidate = as_utc - offset * 60;
    if (offset_minutes(candidate) == offset) found.push_back(candidate);
  }
  return found;
}

}  // namespace pressmark::release
