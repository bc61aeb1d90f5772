#include "pressmark/release/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <span>
#include <utility>

#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/scan.h"

namespace pressmark::release {
namespace {

using namespace std::chrono;
using std::string_view_literals::operator""sv;
using text::begins_alike;
using text::filled;
using text::is_digit;
using text::is_letter;
using text::lower;

constexpr std::array english_months = {"January"sv,   "February"sv, "March"sv,    "April"sv,
                                       "May"sv,       "June"sv,     "July"sv,     "August"sv,
                                       "September"sv, "October"sv,  "November"sv, "December"sv};
constexpr std::array welsh_months = {"Ionawr"sv,     "Chwefror"sv, "Mawrth"sv, "Ebrill"sv, "Mai"sv,      "Mehefin"sv,
                                     "Gorffennaf"sv, "Awst"sv,     "Medi"sv,   "Hydref"sv, "Tachwedd"sv, "Rhagfyr"sv};
constexpr std::array english_weekdays = {"Sunday"sv,   "Monday"sv, "Tuesday"sv, "Wednesday"sv,
                                         "Thursday"sv, "Friday"sv, "Saturday"sv};
constexpr std::array welsh_weekdays = {"Dydd Sul"sv, "Dydd Llun"sv,   "Dydd Mawrth"sv, "Dydd Mercher"sv,
                                       "Dydd Iau"sv, "Dydd Gwener"sv, "Dydd Sadwrn"sv};
constexpr std::size_t shortest_abbreviation = 3;
constexpr std::int64_t westmost_zone_seconds = 12 * 3600;  // UTC-12

int to_number(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// What the words of a date say, before any zone is applied.
struct Statement {
  int day = 0, month = 0, year = 0;
  std::string_view date_text;  // the part that states the day
  bool numeric = false;        // 02/05/2019
  bool short_year = false;     // 02/05/19
  std::optional<seconds> time_of_day;
  std::string_view time_text;
  bool impossible_time = false;
  std::optional<int> offset_minutes;
  std::string_view zone_word;  // "GMT", "BST" where it stands in the text
  std::optional<weekday> named_weekday;

  [[nodiscard]] year_month_day date() const { return calendar(month, day); }
  [[nodiscard]] year_month_day swapped() const { return calendar(day, month); }

 private:
  [[nodiscard]] year_month_day calendar(int of_month, int of_day) const {
    return std::chrono::year{year} / std::chrono::month(static_cast<unsigned>(of_month)) /
           std::chrono::day(static_cast<unsigned>(of_day));
  }
};

/// Reads a statement from left to right; every `read_…` either takes what it names off the front or takes nothing.
class StatementReader {
 public:
  StatementReader(std::string_view text, DateOrder order) : rest_(text), order_(order) {}

  /// A statement that takes up the whole text.
  std::optional<Statement> read() {
    if (!read_front()) return {};
    skip_spaces();
    if (!rest_.empty()) return {};
    return statement_;
  }

  /// A statement at the front of the text; what follows it is `rest()`.
  bool read_front() {
    skip_spaces();
    read_weekday();
    if (read_time()) {
      read_zone();
      skip_joint("on");
      read_weekday();
    }
    if (!read_date()) return false;
    if (!statement_.time_of_day) {
      const std::string_view before_joint = rest_;
      if (!read_iso_joint()) skip_joint("at");
      if (!read_time()) rest_ = before_joint;
    }
    if (statement_.time_of_day && !statement_.offset_minutes) read_zone();
    return true;
  }

  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  /// Spaces, and the brackets of "00:01 (BST)".
  void skip_spaces() {
    while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\t' || rest_[0] == '(' || rest_[0] == ')'))
      rest_.remove_prefix(1);
  }

  /// A mark between two parts: "6 May 2026, 09:30", "6 May 2026 - 09:30", "6-May-2026".
  void skip_mark() {
    skip_spaces();
    if (!rest_.empty() && (rest_[0] == ',' || rest_[0] == '-' || rest_[0] == '|')) rest_.remove_prefix(1);
    skip_spaces();
  }

  /// A mark, a word such as "at", or only spaces.
  void skip_joint(std::string_view word) {
    skip_mark();
    if (begins_alike(rest_, word) && rest_.size() > word.size() && rest_[word.size()] == ' ') {
      rest_.remove_prefix(word.size());
      skip_spaces();
    }
  }

  bool read_iso_joint() {
    if (rest_.size() < 2 || lower(rest_[0]) != 't' || !is_digit(rest_[1])) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view peek_digits() const {
    std::size_t count = 0;
    while (count < rest_.size() && is_digit(rest_[count])) ++count;
    return rest_.substr(0, count);
  }

  std::string_view peek_letters() const {
    std::size_t count = 0;
    while (count < rest_.size() && is_letter(rest_[count])) ++count;
    return rest_.substr(0, count);
  }

  /// The index of the name at the front, in full or cut to three letters or more; takes it off.
  std::optional<std::size_t> read_name(std::span<const std::string_view> names, bool abbreviations) {
    const std::string_view word = peek_letters();
    if (word.empty()) return {};
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string_view name = names[i];
      if (begins_alike(rest_, name) && (rest_.size() == name.size() || !is_letter(rest_[name.size()]))) {
        rest_.remove_prefix(name.size());
        return i;
      }
      if (abbreviations && word.size() >= shortest_abbreviation && word.size() < name.size() &&
          begins_alike(name, word)) {
        rest_.remove_prefix(word.size());
        if (rest_.starts_with('.')) rest_.remove_prefix(1);
        return i;
      }
    }
    return {};
  }

  void read_weekday() {
    std::optional<std::size_t> index = read_name(english_weekdays, true);
    if (!index) index = read_name(welsh_weekdays, false);
    if (!index) return;
    statement_.named_weekday = weekday{static_cast<unsigned>(*index)};
    skip_joint("the");
  }

  std::optional<int> read_month_name() {
    std::optional<std::size_t> index = read_name(english_months, true);
    if (!index) index = read_name(welsh_months, false);
    if (!index) return {};
    return static_cast<int>(*index) + 1;
  }

  bool read_time() {
    const std::string_view before = rest_;
    if (!read_noon() && !read_hours_of_four() && !read_clock()) {
      rest_ = before;
      return false;
    }
    statement_.time_text = before.substr(0, before.size() - rest_.size());
    return true;
  }

  /// "00:01", "9.30am", "9 pm", "00.01hrs".
  bool read_clock() {
    const std::string_view hour_digits = peek_digits();
    if (hour_digits.empty() || hour_digits.size() > 2) return false;
    rest_.remove_prefix(hour_digits.size());
    const std::optional<int> minute = read_minutes_or_seconds();
    const std::optional<int> second = minute ? read_minutes_or_seconds() : std::nullopt;
    if (second) skip_fraction();
    const std::optional<bool> afternoon = read_half_of_day();
    if (!minute && !afternoon) return false;
    if (!afternoon) read_word({"hrs"sv, "hours"sv});
    set_time(to_number(hour_digits), minute.value_or(0), second.value_or(0), afternoon);
    return true;
  }

  /// "0001hrs", "1800 hours".
  bool read_hours_of_four() {
    const std::string_view digits = peek_digits();
    if (digits.size() != 4) return false;
    rest_.remove_prefix(digits.size());
    if (!read_word({"hrs"sv, "hours"sv})) return false;
    set_time(to_number(digits.substr(0, 2)), to_number(digits.substr(2)), 0, {});
    return true;
  }

  /// "noon", "12 noon". Midnight belongs to two days, and is not read.
  bool read_noon() {
    const std::string_view before = rest_;
    if (peek_digits() == "12") rest_.remove_prefix(2);
    if (read_word({"noon"sv, "midday"sv})) {
      set_time(12, 0, 0, {});
      return true;
    }
    rest_ = before;
    return false;
  }

  /// One of these words, spaces before it left out; takes it off.
  bool read_word(std::initializer_list<std::string_view> words) {
    const std::string_view before = rest_;
    skip_spaces();
    const std::string_view letters = peek_letters();
    for (const std::string_view word : words) {
      if (!text::alike(letters, word)) continue;
      rest_.remove_prefix(word.size());
      return true;
    }
    rest_ = before;
    return false;
  }

  std::optional<int> read_minutes_or_seconds() {
    if (rest_.size() < 3 || (rest_[0] != ':' && rest_[0] != '.') || !is_digit(rest_[1]) || !is_digit(rest_[2]))
      return {};
    if (rest_.size() > 3 && is_digit(rest_[3])) return {};
    const int number = to_number(rest_.substr(1, 2));
    rest_.remove_prefix(3);
    return number;
  }

  void skip_fraction() {
    if (rest_.size() < 2 || rest_[0] != '.' || !is_digit(rest_[1])) return;
    rest_.remove_prefix(1);
    rest_.remove_prefix(peek_digits().size());
  }

  /// True for pm, false for am.
  std::optional<bool> read_half_of_day() {
    const std::string_view before = rest_;
    skip_spaces();
    for (const std::string_view form : {"am"sv, "a.m."sv, "pm"sv, "p.m."sv}) {
      if (!begins_alike(rest_, form)) continue;
      if (rest_.size() > form.size() && is_letter(rest_[form.size()])) continue;
      rest_.remove_prefix(form.size());
      return form[0] == 'p';
    }
    rest_ = before;
    return {};
  }

  void set_time(int hour, int minute, int second, std::optional<bool> afternoon) {
    if (afternoon) {
      statement_.impossible_time = hour > 12 || (hour == 0 && *afternoon);  // "00.01am" has one meaning
      hour = hour % 12 + (*afternoon ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second > 59) statement_.impossible_time = true;
    statement_.time_of_day = hours{hour} + minutes{minute} + seconds{second};
  }

  void read_zone() {
    const std::string_view before = rest_;
    skip_spaces();
    const std::string_view word = peek_letters();
    if (word == "GMT" || word == "UTC" || word == "Z" || word == "BST") {
      rest_.remove_prefix(word.size());
      statement_.zone_word = word;
      statement_.offset_minutes = word == "BST" ? 60 : 0;
      return;
    }
    std::size_t size = 0;
    while (size < rest_.size() &&
           (rest_[size] == '+' || rest_[size] == '-' || rest_[size] == ':' || is_digit(rest_[size])))
      ++size;
    if (const std::optional<int> offset = parse_offset(rest_.substr(0, size))) {
      statement_.offset_minutes = offset;
      rest_.remove_prefix(size);
      return;
    }
    rest_ = before;
  }

  bool read_date() {
    const std::string_view before = rest_;
    if (!read_iso_date() && !read_numeric_date() && !read_named_date()) {
      rest_ = before;
      return false;
    }
    statement_.date_text = before.substr(0, before.size() - rest_.size());
    return true;
  }

  /// Digits in groups with one separator, such as 02/05/2019: three groups or nothing.
  std::optional<std::array<std::string_view, 3>> peek_groups(char separator) const {
    std::array<std::string_view, 3> groups;
    std::string_view text = rest_;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i > 0) {
        if (!text.starts_with(separator)) return {};
        text.remove_prefix(1);
      }
      std::size_t count = 0;
      while (count < text.size() && is_digit(text[count])) ++count;
      if (count == 0 || count > 4) return {};
      groups[i] = text.substr(0, count);
      text.remove_prefix(count);
    }
    return groups;
  }

  /// 2019-05-02, 2019/05/02.
  bool read_iso_date() {
    for (const char separator : {'-', '/'}) {
      const auto groups = peek_groups(separator);
      if (!groups || (*groups)[0].size() != 4 || (*groups)[1].size() != 2 || (*groups)[2].size() != 2) continue;
      set_date(to_number((*groups)[2]), to_number((*groups)[1]), to_number((*groups)[0]));
      rest_.remove_prefix(10);
      return true;
    }
    return false;
  }

  bool read_numeric_date() {
    const auto groups = peek_groups('/');
    if (!groups || (*groups)[0].size() > 2 || (*groups)[1].size() > 2) return false;
    const std::size_t year_digits = (*groups)[2].size();
    if (year_digits != 2 && year_digits != 4) return false;
    int day = to_number((*groups)[0]), month = to_number((*groups)[1]);
    if (order_ == DateOrder::month_first) std::swap(day, month);
    set_date(day, month, to_number((*groups)[2]));
    statement_.numeric = true;
    statement_.short_year = year_digits == 2;
    rest_.remove_prefix((*groups)[0].size() + (*groups)[1].size() + year_digits + 2);
    return true;
  }

  bool read_named_date() {
    std::optional<int> month = read_month_name();
    if (month) skip_spaces();
    const std::string_view day_digits = peek_digits();
    if (day_digits.empty() || day_digits.size() > 2) return false;
    rest_.remove_prefix(day_digits.size());
    skip_ordinal_ending();
    if (!month) {
      skip_joint("of");
      month = read_month_name();
    }
    if (!month) return false;
    skip_mark();
    const std::string_view year_digits = peek_digits();
    if (year_digits.size() != 4) return false;
    rest_.remove_prefix(year_digits.size());
    set_date(to_number(day_digits), *month, to_number(year_digits));
    return true;
  }

  void skip_ordinal_ending() {
    for (const std::string_view ending : {"st"sv, "nd"sv, "rd"sv, "th"sv}) {
      if (!begins_alike(rest_, ending)) continue;
      rest_.remove_prefix(ending.size());
      return;
    }
  }

  void set_date(int day, int month, int year) {
    statement_.day = day;
    statement_.month = month;
    statement_.year = year;
  }

  std::string_view rest_;
  DateOrder order_;
  Statement statement_;
};

std::string short_date(year_month_day date) {
  return filled("{} {} {}", static_cast<unsigned>(date.day()), english_months[static_cast<unsigned>(date.month()) - 1],
                static_cast<int>(date.year()));
}

std::string iso_date(year_month_day date) {
  const std::string year = std::to_string(static_cast<int>(date.year()));
  return filled("{}{}-{}-{}", std::string(4 - std::min<std::size_t>(year.size(), 4), '0'), year,
                two_figures(static_cast<unsigned>(date.month())), two_figures(static_cast<unsigned>(date.day())));
}

std::string iso_time(const LocalTime& local) {
  const hh_mm_ss time{local.time_of_day};
  std::string iso = filled("{}T{}", iso_date(local.date), time_in_words(local.time_of_day));
  if (time.seconds() != 0s) iso += filled(":{}", two_figures(static_cast<unsigned>(time.seconds().count())));
  return iso;
}

/// Applies the zone to a statement and says what is doubtful about it.
class MomentBuilder {
 public:
  MomentBuilder(Moment& moment, const text::Source& source, const DateOptions& options, text::Diagnostics& diagnostics)
      : moment_(moment), source_(source), options_(options), diagnostics_(diagnostics) {}

  void build() {
    const std::string plain = text::with_plain_spaces(moment_.text);
    const std::optional<Statement> statement = StatementReader(plain, options_.order).read();
    if (!statement) {
      diagnostics_.error("release-date-not-understood", moment_.span,
                         filled("“{}” is no date that can be read with certainty. Write it as in 2 May 2019, 00:01 or "
                                "as in 2019-05-02T00:01.",
                                moment_.text));
      return;
    }
    if (!possible(*statement)) return;
    report_doubts(*statement);
    moment_.local = {statement->date(), statement->time_of_day.value_or(0s)};
    moment_.has_time = statement->time_of_day.has_value();
    apply_zone(*statement);
  }

 private:
  bool possible(const Statement& statement) {
    if (statement.short_year) {
      diagnostics_.error(
          "release-date-short-year", moment_.span,
          filled("The year in “{}” has two digits only. Write it in full, as in 2019.", statement.date_text));
      return false;
    }
    if (!statement.date().ok()) {
      report_impossible_date(statement);
      return false;
    }
    if (statement.impossible_time) {
      diagnostics_.error("release-time-impossible", moment_.span,
                         filled("“{}” is no time of day. Write it as in 13:30 or 1.30pm.", statement.time_text));
      return false;
    }
    return true;
  }

  void report_impossible_date(const Statement& statement) {
    const std::string start = filled("There is no day “{}” in the calendar", statement.date_text);
    if (!statement.numeric || !statement.swapped().ok()) {
      diagnostics_.error("release-date-impossible", moment_.span,
                         filled("{}. Write the date as in 2 May 2019.", start));
      return;
    }
    const std::string meant = short_date(statement.swapped());
    diagnostics_.error("release-date-impossible", moment_.span,
                       filled("{}: it is read {}. If you mean {}, write that.", start, order_in_words(), meant),
                       replacing(statement.date_text, meant));
  }

  void report_doubts(const Statement& statement) {
    const year_month_day date = statement.date();
    if (statement.numeric && statement.swapped().ok() && statement.day != statement.month) {
      diagnostics_.info(
          "release-date-ambiguous", moment_.span,
          filled("“{}” is read {}: {}. If you mean {}, write that.", statement.date_text, order_in_words(),
                 date_in_words(date, Language::english), short_date(statement.swapped())),
          replacing(statement.date_text, short_date(date)));
    }
    if (statement.named_weekday && weekday{sys_days{date}} != *statement.named_weekday) {
      diagnostics_.warning(
          "release-date-weekday", moment_.span,
          filled("{} is a {}, not the day of the week that is written with it. Check which of the two is right.",
                 short_date(date), weekday_of(date)));
    }
  }

  void apply_zone(const Statement& statement) {
    const std::optional<TimeZone> zone = TimeZone::find(options_.time_zone);
    const bool covered = zone && zone->covers(moment_.local.date.year());
    if (statement.offset_minutes) {
      apply_stated_offset(*statement.offset_minutes, covered ? zone : std::nullopt);
      if (statement.zone_word == "GMT" && covered) report_winter_word_in_summer(*zone);
      return;
    }
    const std::int64_t as_utc = seconds_as_utc(moment_.local);
    moment_.latest = zone ? as_utc : as_utc + westmost_zone_seconds;
    if (covered) {
      apply_zone_rule(*zone);
      return;
    }
    moment_.iso = moment_.has_time ? iso_time(moment_.local) : iso_date(moment_.local.date);
    if (!moment_.has_time) return;
    if (!zone) {
      diagnostics_.warning("release-zone-unknown", moment_.span,
                           filled("The clock of the time zone “{}” is not known here, so the moment stays open. Write "
                                  "the offset behind the time, as in 2019-05-02T00:01+01:00.",
                                  options_.time_zone));
    } else {
      diagnostics_.info("release-year-without-zone-rule", moment_.span,
                        "British summer time had other rules before 1996, so no offset is given for this time.");
    }
  }

  void apply_stated_offset(int offset_minutes, const std::optional<TimeZone>& zone) {
    const std::int64_t instant = seconds_as_utc(moment_.local) - offset_minutes * 60;
    set_instant(instant);
    if (!zone) {
      moment_.time_zone = offset_minutes == 0 ? "UTC" : format_offset(offset_minutes);
      moment_.iso = iso_time(moment_.local) + format_offset(offset_minutes);
      return;
    }
    const int zone_offset = zone->offset_minutes(instant);
    moment_.local = local_from_utc(instant + zone_offset * 60);
    moment_.iso = iso_time(moment_.local) + format_offset(zone_offset);
  }

  void apply_zone_rule(const TimeZone& zone) {
    const std::vector<std::int64_t> instants = zone.instants(moment_.local);
    if (instants.size() == 1) {
      set_instant(instants[0]);
      moment_.iso = moment_.has_time ? iso_time(moment_.local) + format_offset(zone.offset_minutes(instants[0]))
                                     : iso_date(moment_.local.date);
      return;
    }
    moment_.iso = iso_time(moment_.local);
    instants.empty() ? report_skipped_time() : report_repeated_time();
  }

  void set_instant(std::int64_t instant) {
    moment_.instant = instant;
    moment_.latest = instant;
  }

  void report_skipped_time() {
    const LocalTime before{moment_.local.date, moment_.local.time_of_day - 1h};
    const LocalTime after{moment_.local.date, moment_.local.time_of_day + 1h};
    const std::string time = time_in_words(moment_.local.time_of_day);
    diagnostics_.error(
        "release-time-skipped", moment_.span,
        filled(
            "On {} the clocks go from 01:00 straight to 02:00, so there is no {}. Write {} or {}, whichever you mean.",
            short_date(moment_.local.date), time, time_in_words(before.time_of_day), time_in_words(after.time_of_day)),
        replacing(moment_.text, iso_time(after) + "+01:00"));
  }

  void report_repeated_time() {
    const std::string summer = iso_time(moment_.local) + "+01:00";
    const std::string winter = iso_time(moment_.local) + "+00:00";
    diagnostics_.error("release-time-repeated", moment_.span,
                       filled("On {} the clocks go back and show {} twice. Write {} for the first time (summer time) "
                              "or {} for the second.",
                              short_date(moment_.local.date), time_in_words(moment_.local.time_of_day), summer, winter),
                       replacing(moment_.text, winter));
  }

  void report_winter_word_in_summer(const TimeZone& zone) {
    if (!zone.has_summer_time() || zone.offset_minutes(*moment_.instant) == 0) return;
    diagnostics_.warning("release-gmt-in-summer", moment_.span,
                         filled("The clocks are on summer time (BST) that day, and GMT is taken at its word: on the "
                                "clock it is {}. If you mean the time on the clock, leave GMT out.",
                                time_in_words(moment_.local.time_of_day)));
  }

  const char* order_in_words() const { return options_.order == DateOrder::day_first ? "day first" : "month first"; }

  static std::string_view weekday_of(year_month_day date) {
    return english_weekdays[weekday{sys_days{date}}.c_encoding()];
  }

  /// An edit of the part of the source that holds `part`; nothing where quotes or escapes hide it.
  std::optional<text::Fix> replacing(std::string_view part, std::string replacement) const {
    const std::size_t at = source_.slice(moment_.span).find(part);
    if (at == std::string_view::npos) return {};
    const auto start = moment_.span.start + static_cast<std::uint32_t>(at);
    std::string label = "Write " + replacement;
    return text::Fix{
        std::move(label), {start, start + static_cast<std::uint32_t>(part.size())}, std::move(replacement)};
  }

  Moment& moment_;
  const text::Source& source_;
  const DateOptions& options_;
  text::Diagnostics& diagnostics_;
};

}  // namespace

Moment read_moment(std::string_view text, text::Span span, const text::Source& source, const DateOptions& options,
                   text::Diagnostics& diagnostics) {
  Moment moment;
  moment.text = text;
  moment.time_zone = options.time_zone;
  moment.span = span;
  MomentBuilder(moment, source, options, diagnostics).build();
  return moment;
}

std::size_t moment_at_front(std::string_view text, DateOrder order) {
  const std::string plain = text::with_plain_spaces(text);
  StatementReader reader(plain, order);
  return reader.read_front() ? plain.size() - reader.rest().size() : 0;
}

std::string date_in_words(year_month_day date, Language language) {
  const bool welsh = language == Language::welsh;
  const std::size_t weekday_index = weekday{sys_days{date}}.c_encoding();
  const std::size_t month_index = static_cast<unsigned>(date.month()) - 1;
  return filled("{} {} {} {}", welsh ? welsh_weekdays[weekday_index] : english_weekdays[weekday_index],
                static_cast<unsigned>(date.day()), welsh ? welsh_months[month_index] : english_months[month_index],
                static_cast<int>(date.year()));
}

std::string time_in_words(seconds time_of_day) {
  const hh_mm_ss time{time_of_day};
  return filled("{}:{}", two_figures(static_cast<unsigned>(time.hours().count())),
                two_figures(static_cast<unsigned>(time.minutes().count())));
}

}  // namespace pressmark::release
