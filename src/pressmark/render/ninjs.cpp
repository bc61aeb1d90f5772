#include "pressmark/render/ninjs.h"

#include <string_view>

#include "pressmark/render/json_object.h"

namespace pressmark::render {
namespace {

/// ninjs takes complete instants only, with their seconds (RFC 3339).
std::optional<std::string> instant_iso(const std::optional<release::Moment>& moment) {
  if (!moment || !moment->instant || !moment->has_time) return {};
  constexpr std::string_view to_the_minute = "2019-05-02T00:01";
  std::string iso = moment->iso;
  if (iso[to_the_minute.size()] != ':') iso.insert(to_the_minute.size(), ":00");
  return iso;
}

Json standard() {
  return JsonObject()
      .add("name", "ninjs")
      .add("version", "3.0")
      .add("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json")
      .done();
}

Json list_of_value(const std::string& value) {
  return Json::array({JsonObject().add("role", "main").add("contentType", "text/plain").add("value", value).done()});
}

Json body(std::string_view content_type, std::string_view value) {
  return JsonObject().add("role", "main").add("contentType", content_type).add("value", value).done();
}

}  // namespace

std::string ninjs(const View& view, std::string_view body_text, std::string_view body_html) {
  const release::Release& release = view.release;
  const std::optional<release::Moment>& embargo = release.embargo ? release.embargo : release.published;
  const bool held_back = release.state == release::State::embargoed;
  JsonObject item;
  item.add_known("uri", release.url)
      .add("standard", standard())
      .add("type", "text")
      .add_known("language", release.language)
      .add_known("versionCreated", instant_iso(release.published));
  if (release.embargo || held_back) item.add_known("embargoed", instant_iso(embargo));
  item.add("pubStatus", held_back ? "withheld" : "usable");
  if (release.title) item.add("headlines", list_of_value(*release.title));
  if (release.summary) item.add("descriptions", list_of_value(*release.summary));
  item.add("bodies", Json::array({body("text/plain", body_text), body("text/html", body_html)}));
  if (release.area) item.add("places", Json::array({JsonObject().add("name", *release.area).done()}));
  return dumped(item.done());
}

}  // namespace pressmark::render
