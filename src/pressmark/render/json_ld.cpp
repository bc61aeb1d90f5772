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
std::optional<std::string> iso_of(const std::optional<release::Moment>& stated) {
  if (!stated || !stated->readable()) return {};
  const release::Moment& moment = *stated;
  return moment.instant ? moment.iso : moment.iso.substr(0, moment.iso.find('T'));
}

/// The day of the newest change that is stated: of the history, of a correction.
std::optional<std::string> modified_iso(const release::Particulars& particulars) {
  std::optional<std::string> newest;
  const auto look_at = [&](const std::optional<release::Moment>& moment) {
    auto iso = iso_of(moment);
    if (iso && (!newest || *iso > *newest)) newest = std::move(iso);
  };
  for (const release::Change& change : particulars.history) look_at(change.date);
  if (particulars.status) look_at(particulars.status->date);
  return newest;
}

Json correction(const release::Status& status) {
  JsonObject comment;
  comment.add("@type", "CorrectionComment")
      .add_known("text", status.reason)
      .add_known("datePublished", iso_of(status.date));
  return comment.done();
}

void add_status(JsonObject& article, const release::Release& release) {
  using release::Standing;
  const std::optional<release::Status>& status = release.particulars.status;
  article.add_known("dateModified", modified_iso(release.particulars));
  const bool held = release.state == release::State::embargoed;
  if (!status && !held) return;
  static constexpr std::array<std::string_view, 5> words = {"Draft", "Embargoed", "Published", "Corrected",
                                                            "Withdrawn"};
  Standing standing = status ? status->standing : Standing::published;
  // What is held back is not out yet, whatever its front matter says already; when the embargo has ended, it is.
  if (!held && standing == Standing::embargoed) standing = Standing::published;
  if (held && (standing == Standing::published || standing == Standing::corrected)) standing = Standing::embargoed;
  article.add("creativeWorkStatus", words[static_cast<std::size_t>(standing)]);
  if (status && status->standing == Standing::corrected && status->reason)
    article.add("correction", correction(*status));
}

/// schema.org knows points of contact of organizations and people, not of articles.
void add_contacts(JsonObject& article, const std::vector<release::Contact>& contacts) {
  JsonList points;
  std::optional<std::string> organisation;
  for (const release::Contact& contact : contacts) {
    if (!organisation) organisation = contact.organisation;
    JsonObject point;
    point.add("@type", "ContactPoint")
        .add("contactType", "media relations")
        .add_known("name", contact.name)
        .add_known("telephone", contact.telephone)
        .add_known("email", contact.email);
    points.push_back(point.done());
  }
  if (points.empty()) return;
  JsonObject source;
  source.add("@type", "Organization").add_known("name", organisation).add("contactPoint", points.done());
  article.add("sourceOrganization", source.done());
}

void add_attachments(JsonObject& article, const std::vector<release::Attachment>& attachments) {
  if (attachments.empty()) return;
  JsonList list;
  for (const release::Attachment& attachment : attachments) {
    JsonObject media;
    media.add("@type", "MediaObject")
        .add("name", attachment.title)
        .add("contentUrl", attachment.url)
        .add_known("encodingFormat", attachment.type)
        .add_known("contentSize", attachment.size);
    list.push_back(media.done());
  }
  article.add("associatedMedia", list.done());
}

}  // namespace

std::string json_ld(const View& view) {
  const release::Release& release = view.release;
  JsonObject article;
  article.add("@context", "https://schema.org")
      .add("@type", "NewsArticle")
      .add_known("headline", release.title)
      .add_known("description", release.summary)
      .add_known("datePublished", iso_of(release.published))
      .add_known("inLanguage", release.language)
      .add_known("url", release.url)
      .add_known("mainEntityOfPage", release.url);
  if (release.image) article.add("image", JsonList{release.image->src}.done());
  add_status(article, release);
  add_contacts(article, release.particulars.contacts);
  add_attachments(article, release.particulars.attachments);
  return escaped_for_script(article.done().text());
}

}  // namespace pressmark::render
