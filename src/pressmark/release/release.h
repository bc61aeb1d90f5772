// The model of a release: what its headline, dates, image and links are. Built from the front matter and the tree.
//
// Names that are read from the front matter, the first that is there; "a.b" is `b` inside `a`, or a key spelled "a.b":
//
//   title       title, og.title: see build(); else the body's first heading
//   summary     summary, description, og.description
//   url         url, canonical, og.url
//   area        area, as text or as a list
//   language    lang, language, og.locale
//   image       image, og.image: an address, or a map with src or url and alt; else alt from image_alt, imageAlt,
//               og.image:alt
//   published   publish.date, published, date, pubdate, publishDate
//   embargo     embargo, embargo.until, embargoUntil, publish.embargo; "none" and "no" say that there is none
//   further     see particulars.h: contacts, attachments, status, history
//   dates       dateOrder: day-first or month-first; without it an American language (en-US) means month first
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/markdown/document.h"
#include "pressmark/release/dates.h"
#include "pressmark/release/particulars.h"
#include "pressmark/text/diagnostics.h"

namespace pressmark::release {

enum class State { live, embargoed };

struct Image {
  std::string src;  // allowed and resolved, see markdown::safe_url
  std::optional<std::string> alt;
  text::Span span;
};

struct Heading {
  int level;  // as written, 1 to 6
  std::string text;
  std::string_view id;  // with its prefix, points into the document
  std::uint32_t line;   // from 1
  markdown::NodeIndex node;
};

struct Options {
  std::string base_url;
  std::string time_zone = "Europe/London";
  std::optional<std::int64_t> now;  // Unix seconds; nothing: no clock, no embargo ends
};

struct Release {
  /// The headline; nothing for a text without one.
  std::optional<std::string> title;
  text::Span title_span;
  /// The heading with which the body begins, where it is the headline, so that it is not shown twice.
  std::optional<markdown::NodeIndex> title_node;
  /// The headline is a heading further down in the body, which stays where the author put it.
  bool title_stands_in_body = false;
  /// What names an article that has no headline: the first words of its text. Empty where there is a headline.
  std::string first_words;
  std::optional<std::string> summary, url, area;
  std::optional<std::string> language;  // BCP 47: "en-GB"
  std::optional<Moment> published, embargo;
  State state = State::live;
  std::optional<Image> image;
  std::vector<Heading> headings;
  Particulars particulars;

  /// Until when a release that is held back stays so: its embargo, or its publication; null where nothing says.
  [[nodiscard]] const Moment* held_until() const {
    if (embargo) return &*embargo;
    const bool by_status = particulars.status && particulars.status->standing == Standing::embargoed;
    return published && published->readable() && (!by_status || published->has_time) ? &*published : nullptr;
  }
};

/// Builds the model; what is doubtful becomes a diagnostic.
///
/// A title that carries the site's name behind " | " gives way to og.title, which is the headline alone. An embargo
/// that cannot be read holds the release back until its author mends it; a date of publication that lies ahead is an
/// embargo too, where no other is stated. One whose status is "embargoed" is held back until its embargo ends, and as
/// long as none is stated.
[[nodiscard]] Release build(const text::Source& source, const front_matter::FrontMatter& front_matter,
                            const markdown::Document& document, const Options& options, text::Diagnostics& diagnostics);

}  // namespace pressmark::release
