// Links and images, written in one way wherever they stand: in the Markdown, the header or below the grades.
#pragma once

#include <string>
#include <string_view>

#include "pressmark/render/body.h"
#include "pressmark/render/writer.h"

namespace pressmark::render {

/// href, title and, where the link leaves `own_origin`, rel. `url` is allowed (markdown::safe_url).
void write_link_attributes(Writer& writer, std::string_view url, std::string_view title, std::string_view own_origin);

/// Whether an image from this allowed URL becomes an <img>.
[[nodiscard]] bool is_image_shown(std::string_view url, Images images, std::string_view own_origin);

/// An <img> that loads late and tells its host nothing of the page.
void write_image(Writer& writer, std::string_view url, std::string_view alt, std::string_view title);

}  // namespace pressmark::render
