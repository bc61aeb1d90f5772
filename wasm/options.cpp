#include "options.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "pressmark/front_matter/json_reader.h"
#include "pressmark/inspection/scale.h"
#include "pressmark/text/limits.h"

namespace pressmark::c_interface {
namespace {

using Json = nlohmann::ordered_json;  // as in the core

/// How deep the lists and objects of a JSON text nest. What is no JSON gets some number.
int nesting(std::string_view json) {
  int depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') in_string = !in_string;
    if (in_string) {
      if (c == '\\') ++at;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return deepest;
}

/// Fills ParseOptions key by key; stops asking after the first wrong value.
class OptionReader {
 public:
  explicit OptionReader(const Json& json) : json_(json) {}

  std::variant<ParseOptions, BadOption> read() {
    read_text("baseURL", options_.base_url);
    if (const Json* value = integer("headingLevel", 1, 6)) options_.heading_level = value->get<int>();
    read_choice("grades", options_.grades,
                {{"both", GradePolicy::both},
                 {"declared", GradePolicy::declared},
                 {"detected", GradePolicy::detected},
                 {"none", GradePolicy::none}});
    read_scales();
    read_scale();
    read_choice<std::string>("language", options_.language, {{"en", "en"}, {"cy", "cy"}});
    read_boolean("smart", options_.smart);
    read_text("timeZone", options_.time_zone);
    read_choice("images", options_.images,
                {{"all", ImagePolicy::all}, {"same-origin", ImagePolicy::same_origin}, {"none", ImagePolicy::none}});
    if (const Json* value = integer("maxBytes", 1, limits::max_source_bytes_ceiling)) {
      options_.max_bytes = value->get<std::size_t>();
    }
    // Any Date of JavaScript: 100,000,000 days on both sides of 1970.
    constexpr std::int64_t last_second = 8'640'000'000'000;
    if (const Json* value = integer("now", -last_second, last_second)) options_.now = value->get<std::int64_t>();
    read_boolean("places", options_.places);
    if (!fault_.message.empty()) return std::move(fault_);
    return std::move(options_);
  }

 private:
  template <class T>
  struct Choice {
    const char* name;
    T value;
  };

  const Json* find(const char* key) const {
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
  }

  void refuse(const char* key, const std::string& expected) {
    if (fault_.message.empty()) fault_.message = std::string(key) + " must be " + expected + ".";
  }

  void read_text(const char* key, std::string& target) {
    const Json* value = find(key);
    if (!value) return;
    if (!value->is_string()) return refuse(key, "a string");
    target = value->get<std::string>();
  }

  void read_boolean(const char* key, bool& target) {
    const Json* value = find(key);
    if (!value) return;
    if (!value->is_boolean()) return refuse(key, "true or false");
    target = value->get<bool>();
  }

  /// The value where it is a whole number in the range.
  const Json* integer(const char* key, std::int64_t smallest, std::int64_t largest) {
    const Json* value = find(key);
    if (!value) return nullptr;
    const bool whole =
        value->is_number_integer() && !(value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX);
    if (whole && value->get<std::int64_t>() >= smallest && value->get<std::int64_t>() <= largest) return value;
    refuse(key, "a whole number from " + std::to_string(smallest) + " to " + std::to_string(largest));
    return nullptr;
  }

  template <class T>
  void read_choice(const char* key, T& target, std::initializer_list<Choice<T>> choices) {
    const Json* value = find(key);
    if (!value) return;
    std::string names;
    for (const Choice<T>& choice : choices) {
      if (*value == choice.name) {
        target = choice.value;
        return;
      }
      names += (names.empty() ? "\"" : ", \"") + std::string(choice.name) + "\"";
    }
    refuse(key, "one of " + names);
  }

  /// Read as those of a release are, and any fault is one of the page.
  void read_scales() {
    const Json* value = find("scales");
    if (!value) return;
    if (!value->is_array()) return refuse("scales", "a list of grade scales");
    const text::Source source(Json{{"scales", *value}}.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (source.size() > limits::max_front_matter_bytes) {
      return refuse("scales", "at most " + std::to_string(limits::max_front_matter_bytes) + " bytes of JSON");
    }
    text::Diagnostics faults;
    const front_matter::Value read = front_matter::read_json(source, {0, source.size()}, faults);
    if (const front_matter::Entry* entry = read.find("scales")) {
      options_.scales = inspection::read_scales(entry->value, source, faults);
    }
    if (!faults.all().empty() && fault_.message.empty()) fault_.message = "scales: " + faults.all().front().message;
  }

  void read_scale() {
    read_text("scale", options_.scale);
    const auto is_asked_for = [&](const inspection::ScaleDefinition& own) { return own.id == options_.scale; };
    if (options_.scale.empty() || inspection::find_scale(options_.scale) ||
        std::any_of(options_.scales.begin(), options_.scales.end(), is_asked_for))
      return;
    refuse("scale",
           "the id of a grade scale that is built in or among the scales, which \"" + options_.scale + "\" is not");
  }

  const Json& json_;
  ParseOptions options_;
  BadOption fault_;
};

}  // namespace

std::variant<ParseOptions, BadOption> read_options(std::string_view json) {
  if (json.empty()) return ParseOptions{};
  if (nesting(json) > limits::max_options_depth) {  // writing them again would take a stack as deep
    return BadOption{"The options must not nest deeper than " + std::to_string(limits::max_options_depth) + " levels."};
  }
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object()) return BadOption{"The options must be a JSON object."};
  return OptionReader(parsed).read();
}

}  // namespace pressmark::c_interface
