#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "pressmark/release/dates.h"

using namespace pressmark;
using namespace pressmark::release;

namespace {

/// A date read from a source that holds nothing else.
struct Read {
  explicit Read(const std::string& text, DateOptions options = {})
      : source(text), moment(read_moment(text, {0, source.size()}, source, options, diagnostics)) {}

  [[nodiscard]] std::string codes() const {
    std::string joined;
    for (const text::Diagnostic& diagnostic : diagnostics.all())
      joined += (joined.empty() ? "" : " ") + std::string(diagnostic.code);
    return joined;
  }
  /// The source after the first fix that is offered.
  [[nodiscard]] std::string mended() const {
    const text::Fix& fix = diagnostics.all().at(0).fix.value();
    std::string result(source.text());
    return result.replace(fix.span.start, fix.span.size(), fix.text);
  }

  text::Source source;
  text::Diagnostics diagnostics;
  Moment moment;
};

std::string iso(const std::string& text, DateOptions options = {}) { return Read(text, options).moment.iso; }

}  // namespace

TEST_CASE("dates: every form of the embargo minute of 2 May 2019 is the same instant") {
  for (const char* text : {"00:01 02/05/2019",
                           "02/05/2019 00:01",
                           "02/05/2019, 00:01",
                           "2/5/2019 at 0:01",
                           "2019-05-02T00:01",
                           "2019-05-02 00:01",
                           "2019-05-02T00:01:00+01:00",
                           "2019-05-01T23:01:00Z",
                           "2019-05-01T23:01:00.000Z",
                           "2019-05-02 00:01:00 +0100",
                           "2 May 2019, 00:01",
                           "2 May 2019 at 00:01",
                           "2nd May 2019 00:01",
                           "2nd of May 2019, 12.01am",
                           "Thursday 2 May 2019, 00:01",
                           "Thurs, 2 May 2019 at 12:01 a.m.",
                           "00:01 on Thursday 2 May 2019",
                           "00:01, Thursday, 2 May 2019",
                           "May 2, 2019 00:01",
                           "00:01 BST 2 May 2019",
                           "2 May 2019 00:01 BST",
                           "1 May 2019 23:01 UTC",
                           "00:01 2 May 2019 BST",
                           "Dydd Iau 2 Mai 2019, 00:01",
                           "2019/05/02 00:01",
                           "2-May-2019 00:01",
                           "2 May 2019 – 00:01",
                           "2 May 2019 | 00.01am",
                           "00:01am, 2 May 2019",
                           "2 May 2019, 00:01 (BST)",
                           "2\u00A0May\u00A02019, 12:01\u202FAM",
                           "“00:01 2 May 2019”"}) {
    CAPTURE(text);
    const Read read(text);
    CHECK(read.moment.iso == "2019-05-02T00:01+01:00");
    CHECK(read.moment.instant == 1556751660);
    CHECK(read.moment.has_time);
    CHECK(read.moment.text == text);
    CHECK(read.moment.time_zone == "Europe/London");
  }
}

TEST_CASE("dates: a day without a time stays a day") {
  for (const char* text :
       {"02/05/2019", "2019-05-02", "2 May 2019", "2nd May 2019", "Thursday 2 May 2019", "May 2, 2019"}) {
    CAPTURE(text);
    const Read read(text);
    CHECK(read.moment.iso == "2019-05-02");
    CHECK_FALSE(read.moment.has_time);
    CHECK(read.moment.instant == 1556751600);  // its first second, British summer time
  }
}

TEST_CASE("dates: hours, half days and seconds") {
  CHECK(iso("9.30am 4 January 2024") == "2024-01-04T09:30+00:00");
  CHECK(iso("4 Jan 2024, 9:30 pm") == "2024-01-04T21:30+00:00");
  CHECK(iso("4 January 2024 at 9am") == "2024-01-04T09:00+00:00");
  CHECK(iso("4 January 2024 12pm") == "2024-01-04T12:00+00:00");
  CHECK(iso("2024-01-04T09:30:15") == "2024-01-04T09:30:15+00:00");
  CHECK(iso("0001hrs, Thursday 4 January 2024") == "2024-01-04T00:01+00:00");
  CHECK(iso("4 January 2024 1800 hours GMT") == "2024-01-04T18:00+00:00");
  CHECK(iso("00.01 hrs 4 January 2024") == "2024-01-04T00:01+00:00");
  CHECK(iso("12 noon on 4 January 2024") == "2024-01-04T12:00+00:00");
  CHECK(iso("4 January 2024, noon") == "2024-01-04T12:00+00:00");
  CHECK(Read("2400hrs 4 January 2024").codes() == "release-time-impossible");
  CHECK(Read("00.01pm 4 January 2024").codes() == "release-time-impossible");
}

TEST_CASE("dates: what cannot be read with certainty is an error, never a guess") {
  for (const char* text :
       {"tomorrow", "", "May 2019", "2019", "02.05.2019", "02-05-2019", "2 May", "00:01", "midnight on 2 May 2019",
        "2 May 2019 1800", "2 May 2019 181hrs", "2 May 2019 or later", "02/05/2019 02/06/2019", "20190502", "2019-5-2",
        "2 Smarch 2019", "1/2/3/2019", "2 May 2019 00:01 CEST", "2 May 2019 00:01 +99:00"}) {
    CAPTURE(text);
    const Read read(text);
    CHECK_FALSE(read.moment.readable());
    CHECK_FALSE(read.moment.instant.has_value());
    CHECK(read.codes() == "release-date-not-understood");
  }
}

TEST_CASE("dates: days that no calendar has are refused") {
  CHECK(Read("31/02/2019").codes() == "release-date-impossible");
  CHECK(Read("2019-13-01").codes() == "release-date-impossible");
  CHECK(Read("29 February 2019").codes() == "release-date-impossible");
  CHECK(iso("29 February 2020") == "2020-02-29");
  CHECK(Read("00:01 00/05/2019").codes() == "release-date-impossible");
  CHECK(Read("24:01 2 May 2019").codes() == "release-time-impossible");
  CHECK(Read("13pm 2 May 2019").codes() == "release-time-impossible");
  CHECK(Read("02/05/19").codes() == "release-date-short-year");
}

TEST_CASE("dates: a month beyond twelve is not swapped but offered") {
  const Read read("00:01 05/13/2019");
  CHECK_FALSE(read.moment.readable());
  CHECK(read.codes() == "release-date-impossible");
  CHECK(read.mended() == "00:01 13 May 2019");
}

TEST_CASE("dates: an ambiguous date is read back in words") {
  const Read read("00:01 02/05/2019");
  REQUIRE(read.codes() == "release-date-ambiguous");
  const text::Diagnostic& diagnostic = read.diagnostics.all()[0];
  CHECK(diagnostic.severity == text::Severity::info);
  CHECK(diagnostic.message.find("Thursday 2 May 2019") != std::string::npos);
  CHECK(diagnostic.message.find("5 February 2019") != std::string::npos);
  CHECK(read.mended() == "00:01 2 May 2019");
  CHECK(Read("13/05/2019").codes().empty());
  CHECK(Read("05/05/2019").codes().empty());
  CHECK(Read("2019-05-02").codes().empty());
}

TEST_CASE("dates: month first where the release says so") {
  const DateOptions american{DateOrder::month_first, "Europe/London"};
  CHECK(iso("05/02/2019 00:01", american) == "2019-05-02T00:01+01:00");
  CHECK(Read("13/05/2019", american).codes() == "release-date-impossible");
  CHECK(iso("2019-05-02", american) == "2019-05-02");
}

TEST_CASE("dates: a weekday that does not fit is a warning") {
  const Read read("Friday 2 May 2019");
  CHECK(read.codes() == "release-date-weekday");
  CHECK(read.moment.iso == "2019-05-02");
  CHECK(Read("Thursday 2 May 2019").codes().empty());
}

TEST_CASE("dates: a time that the clocks skip offers both sides and claims no instant") {
  const Read read("01:30 31 March 2019");
  CHECK(read.codes() == "release-time-skipped");
  CHECK(read.moment.iso == "2019-03-31T01:30");
  CHECK_FALSE(read.moment.instant.has_value());
  CHECK(read.moment.latest == 1553995800);  // 01:30 UTC, the later of what it can mean
  const std::string& message = read.diagnostics.all()[0].message;
  CHECK(message.find("00:30") != std::string::npos);
  CHECK(message.find("02:30") != std::string::npos);
  CHECK(iso("00:59 31 March 2019") == "2019-03-31T00:59+00:00");
  CHECK(iso("02:00 31 March 2019") == "2019-03-31T02:00+01:00");
}

TEST_CASE("dates: a time that the clocks show twice offers both and claims no instant") {
  const Read read("01:30 27/10/2019");
  CHECK(read.codes() == "release-time-repeated");
  CHECK(read.moment.iso == "2019-10-27T01:30");
  CHECK_FALSE(read.moment.instant.has_value());
  const std::string& message = read.diagnostics.all()[0].message;
  CHECK(message.find("2019-10-27T01:30+01:00") != std::string::npos);
  CHECK(message.find("2019-10-27T01:30+00:00") != std::string::npos);
  CHECK(iso("00:59 27 October 2019") == "2019-10-27T00:59+01:00");
  CHECK(iso("02:00 27 October 2019") == "2019-10-27T02:00+00:00");
  CHECK(iso("2019-10-27T01:30+01:00") == "2019-10-27T01:30+01:00");
  CHECK(iso("2019-10-27T01:30+00:00") == "2019-10-27T01:30+00:00");
}

TEST_CASE("dates: GMT in summer is taken at its word, with a warning") {
  const Read read("00:01 GMT 2 May 2019");
  CHECK(read.codes() == "release-gmt-in-summer");
  CHECK(read.moment.iso == "2019-05-02T01:01+01:00");
  CHECK(Read("00:01 GMT 2 January 2019").codes().empty());
}

TEST_CASE("dates: other zones") {
  CHECK(iso("2 May 2019, 00:01", {DateOrder::day_first, "UTC"}) == "2019-05-02T00:01+00:00");
  CHECK(iso("2 May 2019, 00:01", {DateOrder::day_first, "-05:00"}) == "2019-05-02T00:01-05:00");
  CHECK(iso("2 May 2019, 00:01", {DateOrder::day_first, "Europe/Dublin"}) == "2019-05-02T00:01+01:00");

  const Read unknown("2 May 2019, 00:01", {DateOrder::day_first, "Europe/Paris"});
  CHECK(unknown.codes() == "release-zone-unknown");
  CHECK(unknown.moment.iso == "2019-05-02T00:01");
  CHECK_FALSE(unknown.moment.instant.has_value());
  const Read stated("2019-05-02T00:01+02:00", {DateOrder::day_first, "Europe/Paris"});
  CHECK(stated.codes().empty());
  CHECK(stated.moment.iso == "2019-05-02T00:01+02:00");
  CHECK(stated.moment.time_zone == "+02:00");
  CHECK(stated.moment.instant == 1556748060);
}

TEST_CASE("dates: before 1996 the rule of the zone is not known") {
  const Read read("2 May 1995, 00:01");
  CHECK(read.moment.iso == "1995-05-02T00:01");
  CHECK(read.codes() == "release-year-without-zone-rule");
  CHECK(iso("2 May 1995") == "1995-05-02");
  CHECK(iso("1995-05-02T00:01+01:00") == "1995-05-02T00:01+01:00");
}

TEST_CASE("dates: a fix finds its place inside quotes") {
  const text::Source source("date: \"00:01 02/05/2019\"\n");
  text::Diagnostics diagnostics;
  const Moment moment = read_moment("00:01 02/05/2019", {6, 24}, source, {}, diagnostics);
  CHECK(moment.iso == "2019-05-02T00:01+01:00");
  const text::Fix& fix = diagnostics.all().at(0).fix.value();
  CHECK(source.slice(fix.span) == "02/05/2019");
}

TEST_CASE("dates: in words") {
  using namespace std::chrono;
  const year_month_day day = 2019y / May / 2;
  CHECK(date_in_words(day, Language::english) == "Thursday 2 May 2019");
  CHECK(date_in_words(day, Language::welsh) == "Dydd Iau 2 Mai 2019");
  CHECK(time_in_words(9h + 5min) == "09:05");
}

TEST_CASE("time zones: every hour from 1996 to 2037 goes to the wall and back") {
  const TimeZone london = TimeZone::find("Europe/London").value();
  using namespace std::chrono;
  const auto seconds_at = [](sys_days day) { return day.time_since_epoch() / 1s; };
  std::int64_t changes = 0, lost = 0;
  int previous = 0;
  const std::int64_t end = seconds_at(2038y / January / 1);
  for (std::int64_t instant = seconds_at(1996y / January / 1); instant < end; instant += 3600) {
    const int offset = london.offset_minutes(instant);
    changes += offset != previous;
    previous = offset;
    const std::vector<std::int64_t> back = london.instants(local_from_utc(instant + offset * 60));
    lost += std::find(back.begin(), back.end(), instant) == back.end();
  }
  CHECK(lost == 0);
  CHECK(changes == 84);
}

TEST_CASE("time zones: offsets in all their spellings") {
  CHECK(parse_offset("Z") == 0);
  CHECK(parse_offset("+01:00") == 60);
  CHECK(parse_offset("-0330") == -210);
  CHECK(parse_offset("+14") == 840);
  for (const char* text : {"", "+", "+1", "+15", "+01:60", "+01:0", "01:00", "+01:000", "+ab"})
    CHECK_FALSE(parse_offset(text));
  CHECK(format_offset(-210) == "-03:30");
  CHECK(format_offset(0) == "+00:00");
}
