#include "pressmark/render/ninjs.h"

#include <string_view>

#include "pressmark/render/json_object.h"

namespace pressmark::render {
namespace {

/// ninjs takes complete instants only, with their seconds (RFC 3339).
std::optional<std::string> instant_iso(const release::Moment* moment) {
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
  return JsonList{JsonObject().add("role", "main").add("contentType", "text/plain").add("value", value).done()}.done();
}

Json body(std::string_view content_type, std::string_view value) {
  return JsonObject().add("role", "main").add("contentType", content_type).add("value", value).done();
}

/// The telephone and e-mail of a contact as ninjs has them.
Json contact_info(const release::Contact& contact) {
  JsonList list;
  const auto add = [&](std::string_view type, const std::optional<std::string>& value) {
    if (value) list.push_back(JsonObject().add("type", type).add("role", "media").add("value", *value).done());
  };
  add("phone", contact.telephone);
  add("email", contact.email);
  return list.done();
}

/// Those whom the media may ask: people by their names, else organisations.
void add_contacts(JsonObject& item, const std::vector<release::Contact>& contacts) {
  JsonList people, organisations;
  for (const release::Contact& contact : contacts) {
    JsonList& list = contact.name ? people : organisations;
    JsonObject one;
    one.add_known("name", contact.name ? contact.name : contact.organisation).add("rel", "contact");
    list.push_back(one.add("contactInfo", contact_info(contact)).done());
  }
  if (!people.empty()) item.add("people", people.done());
  if (!organisations.empty()) item.add("organisations", organisations.done());
}

/// The picture and what is attached are items of their own, for the newsroom to fetch.
void add_associations(JsonObject& item, const release::Release& release) {
  JsonList list;
  const auto add = [&](const std::string& name, const std::string& address, bool picture) {
    JsonObject one;
    one.add("name", name).add("uri", address);
    if (picture) one.add("type", "picture");
    one.add("renditions", JsonList{JsonObject().add("name", "main").add("href", address).done()}.done());
    list.push_back(one.done());
  };
  if (release.image) add(release.image->alt.value_or(""), release.image->src, true);
  for (const release::Attachment& attachment : release.particulars.attachments)
    add(attachment.title, attachment.url, false);
  if (!list.empty()) item.add("associations", list.done());
}

std::string_view pub_status(const release::Release& release) {
  using release::Standing;
  const std::optional<release::Status>& status = release.particulars.status;
  if (status && status->standing == Standing::withdrawn) return "canceled";
  const bool draft = status && status->standing == Standing::draft;
  return draft || release.state == release::State::embargoed ? "withheld" : "usable";
}

/// Why a release was corrected or withdrawn, for the newsroom.
std::optional<std::string> editorial_note(const release::Release& release) {
  const std::optional<release::Status>& status = release.particulars.status;
  return status ? status->reason : std::nullopt;
}

}  // namespace

std::string ninjs(const View& view, std::string_view body_text, std::string_view body_html) {
  const release::Release& release = view.release;
  JsonObject item;
  item.add_known("uri", release.url)
      .add("standard", standard())
      .add("type", "text")
      .add_known("language", release.language)
      .add_known("versionCreated", instant_iso(release.published ? &*release.published : nullptr));
  if (release.embargo || release.state == release::State::embargoed) {
    item.add_known("embargoedUntil", instant_iso(release.held_until()));
  }
  item.add("pubStatus", pub_status(release)).add_known("edNote", editorial_note(release));
  if (release.title) item.add("headlines", list_of_value(*release.title));
  if (release.summary) item.add("descriptions", list_of_value(*release.summary));
  item.add("bodies", JsonList{body("text/plain", body_text), body("text/html", body_html)}.done());
  add_contacts(item, release.particulars.contacts);
  add_associations(item, release);
  if (release.area) item.add("places", JsonList{JsonObject().add("name", *release.area).done()}.done());
  return item.done().text();
}

}  // namespace pressmark::render
