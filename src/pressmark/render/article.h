// Writes a release as an article through a Writer: header with badges, the Markdown, and the table of grades. The
// markup is described in docs/architecture.md.
#pragma once

#include "pressmark/render/body.h"
#include "pressmark/render/view.h"
#include "pressmark/render/words.h"
#include "pressmark/render/writer.h"

namespace pressmark::render {

struct ArticleOptions {
  int heading_level = 1;  // of the headline, 1 to 6
  std::string base_url;
  Images images = Images::all;
  Language language = Language::english;  // of labels, badges and dates
  bool badges = true;                     // in plain text the table alone tells the grades
  bool lines = false;                     // blocks tell the line on which they begin, see BodyOptions
};

/// The whole article.
void write_article(Writer& writer, const View& view, const ArticleOptions& options);

/// The Markdown alone, with its headline if it has one. Its headings stand below a headline that the front matter
/// states; else the largest of them takes the headline's level.
void write_body_alone(Writer& writer, const View& view, const ArticleOptions& options);

}  // namespace pressmark::render
