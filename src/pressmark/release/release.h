// The model of a release: what its headline, dates, image and links are. Built from the front matter and the tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/markdown/document.h"
#include "pressmark/text/diagnostics.h"

namespace pressmark::release {

/// An instant with the words that stated it. Shape of `iso`: "2019-05-02T00:01+01:00", or "2019-05-02" for a date alone.
struct Moment {
  std::string text;            // as the author wrote it
  std::string iso;             // with the zone's offset at that instant
  std::string time_zone;       // "Europe/London"
  std::int64_t unix_seconds = 0;
  bool has_time = false;
  text::Span span;
};

enum class State { live, embargoed };

struct Image {
  std::string src;  // allowed and resolved, see markdown::safe_url
  std::optional<std::string> alt;
  text::Span span;
};

struct Heading {
  int level;             // as written, 1 to 6
  std::string text;
  std::string_view id;   // with its prefix, points into the document
  std::uint32_t line;    // from 1
  markdown::NodeIndex node;
};

struct Options {
  std::string base_url;
  std::string language;                       // "en", "cy" or empty: not said
  std::string time_zone = "Europe/London";
  std::optional<std::int64_t> now;            // Unix seconds; nothing: no clock, no embargo ends
};

struct Release {
  /// The headline as the reader sees it; for a text without one its first words (named_by_first_words is then true).
  std::optional<std::string> title;
  text::Span title_span;
  bool named_by_first_words = false;
  /// The heading of the body that serves as headline, so that it is not shown twice.
  std::optional<markdown::NodeIndex> title_node;
  std::optional<std::string> summary, url, area, language;
  std::optional<Moment> published, embargo;
  State state = State::live;
  std::optional<Image> image;
  std::vector<Heading> headings;
};

[[nodiscard]] Release build(const text::Source& source, const front_matter::FrontMatter& front_matter,
                            const markdown::Document& document, const Options& options, text::Diagnostics& diagnostics);

}  // namespace pressmark::release
