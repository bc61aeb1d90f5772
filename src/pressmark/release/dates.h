// Dates and times as press officers write them, read without guessing.
//
// What is understood: 02/05/2019, 2019-05-02, 2019/05/02, 2 May 2019, 2-May-2019, May 2, 2019 and 2 Mai 2019; a time
// before or after it: 00:01, 00:01:30, 9.30am, 00.01am, 9 pm, 0001hrs, 12 noon; a weekday in front; "at", "on", a comma
// or a dash between; behind a time Z, +01:00, UTC, GMT or BST. Any kind of space may part the words. Day and month
// stand in British order unless DateOptions says otherwise. Everything else is an error that says what to write.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pressmark/release/time_zone.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::release {

enum class DateOrder { day_first, month_first };
enum class Language { english, welsh };

/// A date with the words that stated it.
struct Moment {
  std::string text;  // as the author wrote it
  /// "2019-05-02T00:01+01:00" with the zone's offset; "2019-05-02" for a date alone; "2019-10-27T01:30" where the zone
  /// or the season leaves the offset open; empty where the text is no date that can be read.
  std::string iso;
  std::string time_zone;  // "Europe/London"; an offset where the text states one and the zone's rules are not known
  LocalTime local;        // on the zone's clock
  bool has_time = false;
  /// Unix seconds; for a date alone the start of its day. Nothing where the text leaves the instant open.
  std::optional<std::int64_t> instant;
  /// The last instant that the words can mean: an embargo with an open offset holds until then.
  std::optional<std::int64_t> latest;
  text::Span span;

  [[nodiscard]] bool readable() const { return !iso.empty(); }
};

struct DateOptions {
  DateOrder order = DateOrder::day_first;
  std::string time_zone = "Europe/London";
};

/// Reads the date that stands in the source at `span` (quotes allowed for); `text` is its decoded content. Faults and
/// doubts become diagnostics; the answer always keeps the author's text.
[[nodiscard]] Moment read_moment(std::string_view text, text::Span span, const text::Source& source,
                                 const DateOptions& options, text::Diagnostics& diagnostics);

/// How many bytes at the front of the text state a date, with its time if there is one; 0: none do.
[[nodiscard]] std::size_t moment_at_front(std::string_view text, DateOrder order);

/// "Thursday 2 May 2019", "Dydd Iau 2 Mai 2019".
[[nodiscard]] std::string date_in_words(std::chrono::year_month_day date, Language language);
/// "00:01".
[[nodiscard]] std::string time_in_words(std::chrono::seconds time_of_day);

}  // namespace pressmark::release
