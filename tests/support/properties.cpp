#include "properties.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "pressmark/front_matter/plain_entry.h"

namespace pressmark::properties {
namespace {

using Json = nlohmann::ordered_json;  // as in the core
using markdown::Node;
using markdown::NodeType;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

/// The units of UTF-16 that a browser sees.
std::u16string utf16_of(std::string_view utf8) {
  std::u16string units;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    auto character = static_cast<std::uint32_t>(size == 1 ? lead : lead & (0xFFU >> (size + 1)));
    for (std::size_t i = 1; i < size; ++i)
      character = character << 6U | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
    if (character >= 0x10000) {
      units += static_cast<char16_t>(0xD7C0U + (character >> 10U));
      units += static_cast<char16_t>(0xDC00U + (character & 0x3FFU));
    } else {
      units += static_cast<char16_t>(character);
    }
    at += size;
  }
  return units;
}

// The model as JSON

class ModelCheck {
 public:
  ModelCheck(const ParsedRelease& release, const std::string& model)
      : units_(utf16_of(release.source.text())), model_(Json::parse(model, nullptr, false)) {}

  void check() {
    require(model_.is_object(), "the model is a JSON object");
    for (const char* key :
         {"title", "summary", "url", "area", "language", "published", "embargo", "state", "image", "metadata", "grades",
          "inspection", "scales", "contacts", "attachments", "status", "history", "headings", "diagnostics"}) {
      require(model_.contains(key), "every key of the model is there", key);
    }
    check_no_prototype(model_["metadata"]);
    for (const Json& grade : model_["grades"]) check_grade(grade);
    for (const Json& shortfall : model_["inspection"]["shortfalls"]) check_evidence(shortfall["evidence"]);
    for (const Json& diagnostic : model_["diagnostics"]) check_diagnostic(diagnostic);
    if (model_.contains("frontMatter")) check_front_matter_places(model_["frontMatter"]);
  }

 private:
  void check_place(const Json& place) const {
    const auto start = place["start"].get<std::size_t>(), end = place["end"].get<std::size_t>();
    require(start <= end && end <= units_.size(), "a place lies within the source", place.dump());
    for (const std::size_t at : {start, end}) {
      const bool splits = at < units_.size() && at > 0 && units_[at] >= 0xDC00 && units_[at] <= 0xDFFF;
      require(!splits, "a place lies on boundaries of characters", place.dump());
    }
  }

  void check_evidence(const Json& evidence) const {
    if (evidence.is_null()) return;
    check_place(evidence);
    const auto start = evidence["start"].get<std::size_t>(), end = evidence["end"].get<std::size_t>();
    require(utf16_of(evidence["text"].get<std::string>()) == units_.substr(start, end - start),
            "evidence stands where it says", evidence["text"].get<std::string>());
  }

  void check_grade(const Json& grade) const {
    require(!grade["evidence"].is_null(), "a grade has its evidence", grade.dump());
    check_evidence(grade["evidence"]);
    require(grade["rank"] >= 1 && grade["rank"] <= grade["of"], "a rank is on its scale", grade.dump());
    require(grade["tone"] >= 1 && grade["tone"] <= 5, "a tone is one of five", grade.dump());
    require(grade["area"].is_string() && !grade["area"].get<std::string>().empty(), "a grade is for an area",
            grade.dump());
  }

  void check_diagnostic(const Json& diagnostic) const {
    check_place(diagnostic);
    if (diagnostic.contains("fix")) check_place(diagnostic["fix"]);
    std::size_t line = 1, line_start = 0;
    for (std::size_t at = 0; at < diagnostic["start"].get<std::size_t>(); ++at) {
      if (units_[at] != u'\n' && (units_[at] != u'\r' || (at + 1 < units_.size() && units_[at + 1] == u'\n'))) continue;
      ++line;
      line_start = at + 1;
    }
    require(diagnostic["line"] == line, "a diagnostic tells its line", diagnostic.dump());
    require(diagnostic["column"] == diagnostic["start"].get<std::size_t>() - line_start + 1,
            "a diagnostic tells its column", diagnostic.dump());
  }

  void check_front_matter_places(const Json& value) const {
    if (value.is_object() && value.contains("start")) check_place(value);
    if (value.is_structured()) {
      for (const Json& child : value) check_front_matter_places(child);
    }
  }

  static void check_no_prototype(const Json& value) {
    if (value.is_object()) require(!value.contains("__proto__"), "no key is __proto__");
    if (value.is_structured()) {
      for (const Json& child : value) check_no_prototype(child);
    }
  }

  std::u16string units_;
  Json model_;
};

/// The names that ninjs 3.0 has, of those that we use: a key beside them makes an item invalid.
void check_ninjs_names(const Json& item, const std::set<std::string>& names) {
  for (const auto& [name, value] : item.items()) require(names.contains(name), "ninjs 3.0 has the name " + name);
}

void check_ninjs(const std::string& ninjs, const std::string& body_html) {
  const Json item = Json::parse(ninjs, nullptr, false);
  require(item.is_object(), "ninjs is a JSON object");
  check_ninjs_names(item,
                    {"uri", "standard", "type", "language", "versionCreated", "embargoedUntil", "pubStatus", "edNote",
                     "headlines", "descriptions", "bodies", "people", "organisations", "places", "associations"});
  for (const auto list : {"headlines", "descriptions", "bodies"}) {
    for (const Json& one : item.value(list, Json::array())) check_ninjs_names(one, {"role", "contentType", "value"});
  }
  for (const auto list : {"people", "organisations"}) {
    for (const Json& one : item.value(list, Json::array())) {
      check_ninjs_names(one, {"name", "rel", "contactInfo"});
      for (const Json& info : one["contactInfo"]) check_ninjs_names(info, {"type", "role", "value"});
    }
  }
  for (const Json& one : item.value("associations", Json::array())) {
    check_ninjs_names(one, {"name", "uri", "type", "renditions"});
    for (const Json& rendition : one["renditions"]) check_ninjs_names(rendition, {"name", "href"});
  }
  for (const Json& place : item.value("places", Json::array())) check_ninjs_names(place, {"name"});
  require(item["bodies"].back()["value"] == body_html, "ninjs holds the body's HTML");
}

// Inspection

void check_place_in_tree(const markdown::Document& document, const inspection::Place& place) {
  if (place.empty()) return;
  require(place.first <= place.last && place.last < document.nodes().size(), "evidence lies in the tree");
  for (const auto& [node, at] : {std::pair(place.first, place.from), std::pair(place.last, place.to)}) {
    const NodeType type = document[node].type;
    require(markdown::is_inline(type) || type == NodeType::table_cell, "evidence consists of words and cells");
    require(at <= document[node].text.size(), "evidence ends where its words end");
  }
}

void check_grades(const ParsedRelease& release) {
  for (const inspection::Grade& grade : release.inspection.grades) {
    check_span(release.source, grade.evidence);
    check_place_in_tree(release.document, grade.place);
    const auto& rungs = grade.scale->grades;
    require(std::any_of(rungs.begin(), rungs.end(), [&](const auto& rung) { return &rung == grade.grade; }),
            "a grade is of its scale", grade.grade->id);
    const bool named = inspection::find_area(*grade.scale, grade.area) != nullptr;
    const bool unnamed = grade.area == "overall" || grade.area == "all" || grade.area == "some";
    const bool declared = grade.source == inspection::GradeSource::declared;
    require(named || unnamed || declared, "an area is one of its scale", grade.area);
    require(!grade.count || *grade.count > 0, "a count is a number of areas", grade.area);
    check_text(grade.area);
    if (grade.subject) check_text(*grade.subject);
  }
  for (const inspection::Shortfall& shortfall : release.inspection.shortfalls) {
    check_span(release.source, shortfall.evidence);
    check_place_in_tree(release.document, shortfall.place);
    require(shortfall.named >= 0 && shortfall.named < shortfall.claimed, "a shortfall falls short");
  }
}

void check_value(const text::Source& source, const front_matter::Value& value, text::Span outer) {
  check_span(source, value.span);
  require(value.span.start >= outer.start && value.span.end <= outer.end, "a value lies inside of what holds it");
  check_text(value.scalar);
  for (const auto& item : value.items) check_value(source, item, value.span);
  std::set<std::string_view> keys;
  for (const auto& entry : value.entries) {
    check_text(entry.key);
    require(keys.insert(entry.key).second, "a key stands once", entry.key);
    check_span(source, entry.key_span);
    require(entry.key_span.end <= entry.value.span.start, "a value stands behind its key", entry.key);
    check_value(source, entry.value, value.span);
  }
}

/// Read of the same words at the same place.
bool same(const front_matter::Value& one, const front_matter::Value& other) {
  const auto same_entry = [](const front_matter::Entry& a, const front_matter::Entry& b) {
    return a.key == b.key && a.key_span == b.key_span && same(a.value, b.value);
  };
  return one.kind == other.kind && one.scalar == other.scalar && one.span == other.span &&
         std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(), same) &&
         std::equal(one.entries.begin(), one.entries.end(), other.entries.begin(), other.entries.end(), same_entry);
}

bool is_control(char16_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0); }

}  // namespace

void require(bool holds, std::string_view property, std::string_view where) {
  if (holds) return;
  std::string message(property);
  if (!where.empty()) message.append(": ").append(where);
  throw Broken(message);
}

void check_text(std::string_view utf8) {
  require(text::Source(utf8).repairs().empty(), "text is well-formed UTF-8", utf8.substr(0, 200));
}

void check_span(const text::Source& source, text::Span span) {
  const std::string numbers = std::to_string(span.start) + "-" + std::to_string(span.end);
  require(span.start <= span.end && span.end <= source.size(), "a place lies within the source", numbers);
  for (const std::uint32_t byte : {span.start, span.end}) {
    require(byte == source.size() || !is_continuation(source.text()[byte]), "a place lies on boundaries of characters",
            numbers);
  }
}

Outputs outputs_of(const ParsedRelease& release) {
  return {.model = to_json(release),
          .article = to_html(release, Part::article),
          .body = to_html(release, Part::body),
          .article_nodes = to_nodes(release, Part::article),
          .body_nodes = to_nodes(release, Part::body),
          .text = to_text(release),
          .json_ld = to_json_ld(release),
          .ninjs = to_ninjs(release)};
}

void check_diagnostics(const text::Source& source, const text::Diagnostics& diagnostics) {
  require(diagnostics.all().size() <= limits::max_diagnostics, "the diagnostics keep to their limit");
  for (const text::Diagnostic& diagnostic : diagnostics.all()) {
    check_span(source, diagnostic.span);
    check_text(diagnostic.message);
    require(!diagnostic.message.empty() && !diagnostic.code.empty(), "a diagnostic says something");
    if (!diagnostic.fix) continue;
    check_span(source, diagnostic.fix->span);
    check_text(diagnostic.fix->text);
    check_text(diagnostic.fix->label);
    require(source.slice(diagnostic.fix->span) != diagnostic.fix->text, "a fix changes something", diagnostic.code);
  }
}

void check_document(const text::Source& source, const markdown::Document& document) {
  const std::vector<Node>& nodes = document.nodes();
  require(!nodes.empty() && nodes[0].type == NodeType::document && nodes[0].end == nodes.size(),
          "the first node is the document");
  std::vector<std::uint32_t> open{0};
  for (std::uint32_t index = 1; index < nodes.size(); ++index) {
    const Node& node = nodes[index];
    while (nodes[open.back()].end <= index) open.pop_back();
    const Node& parent = nodes[open.back()];
    require(node.end > index && node.end <= parent.end, "a node lies inside of its parent");
    require(!markdown::is_inline(parent.type) || markdown::is_inline(node.type), "no block stands in an inline");
    if (markdown::is_leaf_block(parent.type)) require(markdown::is_inline(node.type), "a leaf holds inlines");
    check_text(node.text);
    check_text(node.detail);
    if (markdown::is_inline(node.type)) {
      if (node.type == NodeType::text || node.type == NodeType::code) {
        std::uint32_t middle = static_cast<std::uint32_t>(node.text.size() / 2);
        while (middle > 0 && is_continuation(node.text[middle])) --middle;
        const auto size = static_cast<std::uint32_t>(node.text.size());
        check_span(source, document.locate(index, 0, size));
        if (middle > 0) check_span(source, document.locate(index, 0, middle));
        if (middle < size) check_span(source, document.locate(index, middle, size));
      }
    } else {
      check_span(source, node.span);
    }
    open.push_back(index);
  }
  check_text(document.plain_text(0));
}

void check_front_matter(const text::Source& source, const front_matter::FrontMatter& found) {
  check_span(source, found.block);
  check_span(source, found.content);
  require(found.body_start >= found.block.end && found.body_start <= source.size(),
          "the body begins behind the front matter");
  require(found.metadata.is_map() || found.metadata.kind == front_matter::ValueKind::null,
          "metadata is a map or nothing");
  if (found.metadata.is_map()) check_value(source, found.metadata, found.content);
}

void check_plain_entry(std::string_view content) {
  content = content.substr(0, content.find_last_not_of(" \t\r\n") + 1);
  const text::Source entry(content);
  text::Diagnostics unused;
  if (!front_matter::read_plain_entry(entry, {0, static_cast<std::uint32_t>(entry.size())}, 1, unused)) return;
  const std::string start = "---\n" + std::string(entry.text());
  // A comment behind an entry is left to yaml-cpp, together with the entry.
  const text::Source plain(start + "\n---\n"), with_comment(start + "  # words\n---\n");
  text::Diagnostics of_plain, of_yaml_cpp;
  const front_matter::FrontMatter read = front_matter::read(plain, of_plain);
  require(same(read.metadata, front_matter::read(with_comment, of_yaml_cpp).metadata),
          "a plain entry is read as by yaml-cpp", content);
  require(of_plain.all().size() == of_yaml_cpp.all().size(), "a plain entry is told of as by yaml-cpp", content);
}

void check_script_json(std::string_view json) {
  require(Json::accept(json), "JSON-LD is JSON", json.substr(0, 200));
  for (const std::string_view special : {"<", ">", "&", "\u2028", "\u2029"}) {
    require(json.find(special) == std::string_view::npos, "JSON-LD can stand in a script element", json.substr(0, 200));
  }
}

void check_plain_text(std::string_view text) {
  check_text(text);
  for (const char16_t unit : utf16_of(text)) {
    require(!is_control(unit), "plain text has no control characters", std::to_string(static_cast<unsigned>(unit)));
  }
}

void check_release(const ParsedRelease& release) {
  check_front_matter(release.source, release.front_matter);
  check_document(release.source, release.document);
  check_diagnostics(release.source, release.diagnostics);
  check_grades(release);
  const Outputs outputs = outputs_of(release);
  ModelCheck(release, outputs.model).check();
  check_markup(outputs.article);
  check_markup(outputs.body);
  check_nodes(outputs.article_nodes, outputs.article);
  check_nodes(outputs.body_nodes, outputs.body);
  check_plain_text(outputs.text);
  check_script_json(outputs.json_ld);
  check_ninjs(outputs.ninjs, outputs.body);
}

void check_repeatable(std::string_view bytes, const ParseOptions& options) {
  const Outputs first = outputs_of(*parse(bytes, options));
  const std::string copy(bytes);  // at another address
  require(outputs_of(*parse(copy, options)) == first, "the same text gives the same outputs");
}

std::string applied(const text::Source& source, const text::Fix& fix) {
  std::string text(source.text());
  return text.replace(fix.span.start, fix.span.size(), fix.text);
}

void check_fixes(std::string_view bytes, const ParseOptions& options) {
  constexpr int most = 400;  // twice what one release can be told
  std::set<std::string> seen;
  std::string text(bytes);
  std::string_view code;
  for (int accepted = 0; accepted < most; ++accepted) {
    require(seen.insert(text).second, "accepting fixes leads to no text that was there before", code);
    const auto release = parse(text, options);
    check_diagnostics(release->source, release->diagnostics);
    const auto& all = release->diagnostics.all();
    const auto next =
        std::find_if(all.begin(), all.end(), [](const auto& diagnostic) { return diagnostic.fix.has_value(); });
    if (next == all.end()) return;
    code = next->code;
    text = applied(release->source, *next->fix);
  }
  require(false, "accepting fixes comes to an end", code);
}

}  // namespace pressmark::properties
