#include "pressmark/render/json_ld.h"

#include <array>
#include <utility>

#include "pressmark/render/json_object.h"

namespace pressmark::render {
namespace {

/// All of these stand inside strings only, where an escape means the same character.
std::string escaped_for_script(std::string_view json) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> escapes = {
      {{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}}};
  std::string result;
  result.reserve(json.size());
  while (!json.empty()) {
    std::string_view from = json.substr(0, 1), to = from;
    for (const auto& [character, escape] : escapes) {
      if (json.starts_with(character)) from = character, to = escape;
    }
    result += to;
    json.remove_prefix(from.size());
  }
  return result;
}

/// Search engines take a date and time with its offset, or a date: an open offset leaves the date.
std::optional<std::string> published_iso(const release::Release& release) {
  if (!release.published || !release.published->readable()) return {};
  const release::Moment& moment = *release.published;
  return moment.instant ? moment.iso : moment.iso.substr(0, moment.iso.find('T'));
}

}  // namespace

std::string json_ld(const View& view) {
  const release::Release& release = view.release;
  JsonObject article;
  article.add("@context", "https://schema.org")
      .add("@type", "NewsArticle")
      .add_known("headline", release.title)
      .add_known("description", release.summary)
      .add_known("datePublished", published_iso(release))
      .add_known("inLanguage", release.language)
      .add_known("url", release.url)
      .add_known("mainEntityOfPage", release.url);
  if (release.image) article.add("image", Json::array({release.image->src}));
  return escaped_for_script(dumped(article.done()));
}

}  // namespace pressmark::render
