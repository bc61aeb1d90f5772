// Writes the Markdown of a release through a Writer.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pressmark/markdown/document.h"
#include "pressmark/render/evidence.h"
#include "pressmark/render/words.h"
#include "pressmark/render/writer.h"
#include "pressmark/text/source.h"

namespace pressmark::render {

/// Which images become <img>; the others become a link with their words, or the words alone.
enum class Images { all, same_origin, none };

struct BodyOptions {
  /// Level of the headline above the body, 1 to 6. The largest heading of the body becomes one level lower, the others
  /// keep their distance from it, and none goes below h6. 0: headings stay as written.
  int headline_level = 1;
  std::string base_url;  // relative addresses resolve against it; its origin is the release's own
  Images images = Images::all;
  Language language = Language::english;  // of Pressmark's own words
  /// Of the release, "en"; Pressmark's own words in another are marked so. Empty: not known.
  std::string_view text_language;
  bool ends_marks = false;  // a line such as ENDS, or ### alone, is the mark at the end of a release
  /// The heading that serves as headline and is not shown again.
  std::optional<markdown::NodeIndex> left_out;
  /// Gets an element of its own, with its id: one element where the tree allows it, else one for each piece, of which
  /// the first has the id.
  std::span<const Evidence::Passage> evidence;
  /// Where the document comes from: every block then tells the line on which it begins (data-line). Null: none does.
  const text::Source* lines = nullptr;
};

void write_body(Writer& writer, const markdown::Document& document, const BodyOptions& options);

}  // namespace pressmark::render
