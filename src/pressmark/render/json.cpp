#include "pressmark/render/json.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

#include "pressmark/render/evidence.h"
#include "pressmark/render/json_object.h"
#include "pressmark/render/scale_list.h"
#include "pressmark/text/ascii.h"

namespace pressmark::render {
namespace {

using front_matter::Value;
using front_matter::ValueKind;

constexpr std::int64_t largest_safe_integer = 9007199254740992;  // 2^53

/// Whether a number that JSON writes with these characters comes back with the same ones. With up to 15 digits no two
/// numbers are one double, and so a double has no shorter text than such a one without needless zeros.
bool keeps_characters(std::string_view number) {
  constexpr std::size_t most_digits = 15, most_leading_zeros = 3;
  if (number.starts_with('-')) number.remove_prefix(1);
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos || point == 0 || point + 1 == number.size()) return false;
  const std::string_view whole = number.substr(0, point), fraction = number.substr(point + 1);
  const auto are_digits = [](std::string_view part) { return std::all_of(part.begin(), part.end(), text::is_digit); };
  if (!are_digits(whole) || !are_digits(fraction)) return false;
  if (whole.front() == '0' && whole.size() > 1) return false;
  if (fraction.back() == '0' && fraction.size() > 1) return false;
  const std::size_t leading_zeros = std::min(fraction.find_first_not_of('0'), fraction.size() - 1);
  if (whole == "0") return leading_zeros <= most_leading_zeros && fraction.size() - leading_zeros <= most_digits;
  return whole.size() + fraction.size() <= most_digits;
}

/// A number if JSON writes it as the author did, else its text.
Json number_or_text(const std::string& scalar) {
  std::int64_t integer = 0;
  const char* const end = scalar.data() + scalar.size();
  const auto [stopped, fault] = std::from_chars(scalar.data(), end, integer);
  const bool whole = stopped == end && fault == std::errc() && integer <= largest_safe_integer &&
                     integer >= -largest_safe_integer && std::to_string(integer) == scalar;
  return whole || keeps_characters(scalar) ? Json::number(scalar) : Json(scalar);
}

Json metadata_json(const Value& value) {
  switch (value.kind) {
    case ValueKind::null:
      return nullptr;
    case ValueKind::boolean:
      return value.scalar == "true" || value.scalar == "True" || value.scalar == "TRUE";
    case ValueKind::integer:
    case ValueKind::real:
      return number_or_text(value.scalar);
    case ValueKind::text:
      return value.scalar;
    case ValueKind::list: {
      JsonList list;
      for (const Value& item : value.items) list.push_back(metadata_json(item));
      return list.done();
    }
    case ValueKind::map: {
      JsonObject map;
      for (const front_matter::Entry& entry : value.entries) {
        if (entry.key != "__proto__") map.add(entry.key, metadata_json(entry.value));
      }
      return map.done();
    }
  }
  return nullptr;
}

class Model {
 public:
  explicit Model(const View& view) : view_(view), evidence_(view) {}

  Json json(bool places) const {
    const release::Release& release = view_.release;
    JsonObject model;
    model.add_or_null("title", release.title)
        .add_or_null("summary", release.summary)
        .add_or_null("url", release.url)
        .add_or_null("area", release.area)
        .add_or_null("language", release.language)
        .add("published", moment(release.published))
        .add("embargo", moment(release.embargo))
        .add("state", release.state == release::State::live ? "live" : "embargoed")
        .add("image", image())
        .add("metadata", metadata())
        .add("grades", grades())
        .add("inspection", JsonObject()
                               .add_or_null("date", view_.inspection.date)
                               .add("report", report())
                               .add("shortfalls", shortfalls())
                               .done())
        .add("scales", scale_list(view_.catalogue.own()))
        .add("contacts", contacts())
        .add("attachments", attachments())
        .add("status", status())
        .add("history", history())
        .add("headings", headings())
        .add("diagnostics", diagnostics());
    if (places) model.add("frontMatter", front_matter());
    return model.done();
  }

 private:
  static Json moment(const std::optional<release::Moment>& moment) {
    if (!moment || !moment->readable()) return nullptr;
    return JsonObject().add("text", moment->text).add("iso", moment->iso).add("timeZone", moment->time_zone).done();
  }

  Json image() const {
    if (!view_.release.image) return nullptr;
    return JsonObject().add("src", view_.release.image->src).add_or_null("alt", view_.release.image->alt).done();
  }

  Json contacts() const {
    JsonList list;
    for (const release::Contact& contact : view_.release.particulars.contacts) {
      JsonObject object;
      object.add_or_null("name", contact.name)
          .add_or_null("role", contact.role)
          .add_or_null("organisation", contact.organisation)
          .add_or_null("telephone", contact.telephone)
          .add_or_null("email", contact.email);
      list.push_back(object.done());
    }
    return list.done();
  }

  Json attachments() const {
    JsonList list;
    for (const release::Attachment& attachment : view_.release.particulars.attachments) {
      JsonObject object;
      object.add("url", attachment.url)
          .add("title", attachment.title)
          .add_or_null("type", attachment.type)
          .add_or_null("size", attachment.size);
      list.push_back(object.done());
    }
    return list.done();
  }

  Json status() const {
    const std::optional<release::Status>& status = view_.release.particulars.status;
    if (!status) return nullptr;
    JsonObject object;
    object.add("state", release::name_of(status->standing))
        .add_or_null("reason", status->reason)
        .add("date", moment(status->date));
    return object.done();
  }

  Json history() const {
    JsonList list;
    for (const release::Change& change : view_.release.particulars.history) {
      list.push_back(JsonObject().add("date", moment(change.date)).add("note", change.note).done());
    }
    return list.done();
  }

  Json metadata() const {
    const Value& value = view_.front_matter.metadata;
    return value.is_map() ? metadata_json(value) : JsonObject().done();
  }

  Json grades() const {
    JsonList list;
    for (const inspection::Grade& grade : view_.inspection.grades) list.push_back(grade_json(grade));
    return list.done();
  }

  Json grade_json(const inspection::Grade& grade) const {
    JsonObject object;
    object.add("inspectorate", grade.scale->inspectorate)
        .add("scale", grade.scale->id)
        .add("scaleName", grade.scale->name)
        .add("area", grade.area)
        .add("count", grade.count ? Json(*grade.count) : Json(nullptr))
        .add("grade", grade.grade->id)
        .add("label", grade.grade->label)
        .add("labelCy", grade.grade->label_cy.empty() ? Json(nullptr) : Json(grade.grade->label_cy))
        .add("rank", grade.grade->rank)
        .add("of", grade.scale->grades.size())
        .add("tone", grade.grade->tone)
        .add_or_null("subject", grade.subject)
        .add("when", grade.when == inspection::When::current ? "current" : "previous")
        .add("source", grade.source == inspection::GradeSource::declared ? "declared" : "detected")
        .add_or_null("date", grade.date)
        .add("evidence", evidence(grade.evidence, grade.place));
    return object.done();
  }

  Json evidence(text::Span span, const inspection::Place& place) const {
    if (span.empty()) return nullptr;
    JsonObject object;
    object.add("text", view_.source.slice(span));
    const std::string_view id = evidence_.id_of(place);
    return with_place(object, span).add("id", id.empty() ? Json(nullptr) : Json(id)).done();
  }

  /// The first one stands for the release.
  Json report() const {
    const std::vector<std::string>& reports = view_.inspection.reports;
    return reports.empty() ? Json(nullptr) : Json(reports.front());
  }

  Json shortfalls() const {
    JsonList list;
    for (const inspection::Shortfall& shortfall : view_.inspection.shortfalls) {
      list.push_back(JsonObject()
                         .add("scale", shortfall.scale->id)
                         .add("grade", shortfall.grade->id)
                         .add("label", shortfall.grade->label)
                         .add("claimed", shortfall.claimed)
                         .add("named", shortfall.named)
                         .add("evidence", evidence(shortfall.evidence, shortfall.place))
                         .done());
    }
    return list.done();
  }

  Json headings() const {
    JsonList list;
    for (const release::Heading& heading : view_.release.headings) {
      list.push_back(JsonObject()
                         .add("level", heading.level)
                         .add("text", heading.text)
                         .add("id", heading.id)
                         .add("line", heading.line)
                         .done());
    }
    return list.done();
  }

  Json diagnostics() const {
    JsonList list;
    for (const text::Diagnostic& diagnostic : view_.diagnostics.all()) list.push_back(diagnostic_json(diagnostic));
    return list.done();
  }

  Json diagnostic_json(const text::Diagnostic& diagnostic) const {
    const text::Position position = view_.source.position(diagnostic.span.start);
    JsonObject object;
    object.add("severity", severity_name(diagnostic.severity))
        .add("code", diagnostic.code)
        .add("message", diagnostic.message)
        .add("line", position.line)
        .add("column", position.column);
    with_place(object, diagnostic.span);
    if (diagnostic.fix) {
      JsonObject fix;
      fix.add("label", diagnostic.fix->label);
      object.add("fix", with_place(fix, diagnostic.fix->span).add("text", diagnostic.fix->text).done());
    }
    return object.done();
  }

  // Where the front matter and its values stand

  Json front_matter() const {
    const front_matter::FrontMatter& block = view_.front_matter;
    if (block.kind == front_matter::Kind::none) return nullptr;
    JsonObject object;
    with_place(object.add("kind", kind_name(block.kind)), block.block);
    return object.add("content", place(block.content))
        .add("value", block.metadata.is_map() ? value_places(block.metadata) : Json(nullptr))
        .done();
  }

  static const char* kind_name(front_matter::Kind kind) {
    switch (kind) {
      case front_matter::Kind::none:
        return "none";
      case front_matter::Kind::yaml:
        return "yaml";
      case front_matter::Kind::fenced_yaml:
        return "fenced-yaml";
      case front_matter::Kind::json:
        return "json";
      case front_matter::Kind::json_object:
        return "json-object";
    }
    return "none";
  }

  Json value_places(const Value& value) const {
    JsonObject object;
    with_place(object.add("kind", value.is_map() ? "map" : value.is_list() ? "list" : "scalar"), value.span);
    if (value.is_map()) {
      JsonList entries;
      for (const front_matter::Entry& entry : value.entries) {
        entries.push_back(JsonObject()
                              .add("key", entry.key)
                              .add("place", place(entry.key_span))
                              .add("value", value_places(entry.value))
                              .done());
      }
      object.add("entries", entries.done());
    } else if (value.is_list()) {
      JsonList items;
      for (const Value& item : value.items) items.push_back(value_places(item));
      object.add("items", items.done());
    }
    return object.done();
  }

  Json place(text::Span span) const {
    JsonObject object;
    return with_place(object, span).done();
  }

  static const char* severity_name(text::Severity severity) {
    switch (severity) {
      case text::Severity::error:
        return "error";
      case text::Severity::warning:
        return "warning";
      case text::Severity::info:
        return "info";
    }
    return "error";
  }

  JsonObject& with_place(JsonObject& object, text::Span span) const {
    return object.add("start", view_.source.utf16_offset(span.start)).add("end", view_.source.utf16_offset(span.end));
  }

  const View& view_;
  Evidence evidence_;
};

}  // namespace

std::string model_json(const View& view, bool places) { return Model(view).json(places).text(); }

}  // namespace pressmark::render
