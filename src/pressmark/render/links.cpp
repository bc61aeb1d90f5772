#include "pressmark/render/links.h"

#include "pressmark/markdown/url.h"

namespace pressmark::render {

void write_link_attributes(Writer& writer, std::string_view url, std::string_view title, std::string_view own_origin) {
  writer.attribute(Attribute::href, url);
  if (!title.empty()) writer.attribute(Attribute::title, title);
  const std::string origin = markdown::origin_of(url);
  if (!origin.empty() && origin != own_origin) writer.attribute(Attribute::rel, "external noopener noreferrer");
}

bool is_image_shown(std::string_view url, Images images, std::string_view own_origin) {
  if (images != Images::same_origin) return images == Images::all;
  const std::string origin = markdown::origin_of(url);
  return origin.empty() || origin == own_origin;
}

void write_image(Writer& writer, std::string_view url, std::string_view alt, std::string_view title) {
  writer.open(Element::img);
  writer.attribute(Attribute::src, url);
  writer.attribute(Attribute::alt, alt);
  if (!title.empty()) writer.attribute(Attribute::title, title);
  writer.attribute(Attribute::loading, "lazy");
  writer.attribute(Attribute::decoding, "async");
  writer.attribute(Attribute::referrerpolicy, "no-referrer");
  writer.close();
}

}  // namespace pressmark::render
