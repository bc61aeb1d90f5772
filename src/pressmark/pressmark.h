// The pipeline: runs the rooms in order over one release. This is the door for C++ callers and for the wasm interface.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/inspection/catalogue.h"
#include "pressmark/inspection/grade.h"
#include "pressmark/markdown/document.h"
#include "pressmark/release/release.h"
#include "pressmark/render/body.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/limits.h"
#include "pressmark/text/source.h"

namespace pressmark {

enum class GradePolicy { both, declared, detected, none };
using ImagePolicy = render::Images;
enum class Part { article, body };

struct ParseOptions {
  std::string base_url;
  int heading_level = 1;  // 1 to 6
  GradePolicy grades = GradePolicy::both;
  std::string scale;     // id of the scale to assume where the text names no inspectorate
  std::vector<inspection::ScaleDefinition> scales;  // of the page, beside the built-in ones
  std::string language;  // "en", "cy", or empty: what the front matter says, else English
  bool smart = true;
  std::string time_zone = "Europe/London";
  ImagePolicy images = ImagePolicy::all;
  std::size_t max_bytes = limits::max_source_bytes;
  std::optional<std::int64_t> now;  // Unix seconds
  bool places = false;  // for editors: blocks tell their lines, and the model where the front matter's values stand
};

/// A release and everything that was found in it. Rooms point into each other's storage, so it neither copies nor
/// moves.
struct ParsedRelease {
  ParsedRelease(text::Source&& source, ParseOptions options);
  ParsedRelease(const ParsedRelease&) = delete;
  ParsedRelease& operator=(const ParsedRelease&) = delete;

  ParseOptions options;
  text::Source source;
  text::Diagnostics diagnostics;
  front_matter::FrontMatter front_matter;
  inspection::Catalogue catalogue;
  markdown::Document document;
  release::Release release;
  inspection::Inspection inspection;

 private:
  void report_repairs();
};

/// Parses; never fails on any bytes. A caller checks options.max_bytes first (see wasm/pressmark_c.h).
[[nodiscard]] std::unique_ptr<ParsedRelease> parse(text::Source source, const ParseOptions& options);
[[nodiscard]] std::unique_ptr<ParsedRelease> parse(std::string_view bytes, const ParseOptions& options);

[[nodiscard]] std::string to_html(const ParsedRelease& release, Part part);
/// The node stream of docs/architecture.md, as bytes.
[[nodiscard]] std::string to_nodes(const ParsedRelease& release, Part part);
[[nodiscard]] std::string to_text(const ParsedRelease& release);
[[nodiscard]] std::string to_json(const ParsedRelease& release);
[[nodiscard]] std::string to_json_ld(const ParsedRelease& release);
[[nodiscard]] std::string to_ninjs(const ParsedRelease& release);
/// The built-in scales as JSON, for Pressmark.scales: an array of {id, name, inspectorate, from, to, overall, grades:
/// [{id, label, labelCy, rank, tone}], areas: [{name, nameCy}]}; what is not known is null.
[[nodiscard]] std::string scales_json();

[[nodiscard]] std::string_view version();

}  // namespace pressmark
