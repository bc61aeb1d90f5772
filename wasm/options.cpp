#include "options.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "pressmark/front_matter/json_reader.h"
#include "pressmark/inspection/scale.h"
#include "pressmark/text/limits.h"

namespace pressmark::c_interface {
namespace {

using front_matter::Value;
using front_matter::ValueKind;

/// Fills ParseOptions key by key; stops asking after the first wrong value.
class OptionReader {
 public:
  OptionReader(const Value& given, const text::Source& source) : given_(given), source_(source) {}

  std::variant<ParseOptions, BadOption> read() {
    read_text("baseURL", options_.base_url);
    if (const auto value = integer("headingLevel", 1, 6)) options_.heading_level = static_cast<int>(*value);
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
    if (const auto value = integer("maxBytes", 1, limits::max_source_bytes_ceiling)) {
      options_.max_bytes = static_cast<std::size_t>(*value);
    }
    // Any Date of JavaScript: 100,000,000 days on both sides of 1970.
    constexpr std::int64_t last_second = 8'640'000'000'000;
    if (const auto value = integer("now", -last_second, last_second)) options_.now = *value;
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

  const Value* find(const char* key) const {
    const front_matter::Entry* entry = given_.find(key);
    return entry ? &entry->value : nullptr;
  }

  void refuse(const char* key, const std::string& expected) {
    if (fault_.message.empty()) fault_.message = std::string(key) + " must be " + expected + ".";
  }

  void read_text(const char* key, std::string& target) {
    const Value* value = find(key);
    if (!value) return;
    if (value->kind != ValueKind::text) return refuse(key, "a string");
    target = value->scalar;
  }

  void read_boolean(const char* key, bool& target) {
    const Value* value = find(key);
    if (!value) return;
    if (value->kind != ValueKind::boolean) return refuse(key, "true or false");
    target = value->scalar == "true";
  }

  /// The value where it is a whole number in the range.
  std::optional<std::int64_t> integer(const char* key, std::int64_t smallest, std::int64_t largest) {
    const Value* value = find(key);
    if (!value) return {};
    std::int64_t number = 0;
    const char* const end = value->scalar.data() + value->scalar.size();
    const auto [stopped, fault] = std::from_chars(value->scalar.data(), end, number);
    const bool whole = value->kind == ValueKind::integer && stopped == end && fault == std::errc();
    if (whole && number >= smallest && number <= largest) return number;
    refuse(key, "a whole number from " + std::to_string(smallest) + " to " + std::to_string(largest));
    return {};
  }

  template <class T>
  void read_choice(const char* key, T& target, std::initializer_list<Choice<T>> choices) {
    const Value* value = find(key);
    if (!value) return;
    std::string names;
    for (const Choice<T>& choice : choices) {
      if (value->kind == ValueKind::text && value->scalar == choice.name) {
        target = choice.value;
        return;
      }
      names += (names.empty() ? "\"" : ", \"") + std::string(choice.name) + "\"";
    }
    refuse(key, "one of " + names);
  }

  /// Read as those of a release are, and any fault is one of the page.
  void read_scales() {
    const Value* value = find("scales");
    if (!value) return;
    if (!value->is_list()) return refuse("scales", "a list of grade scales");
    if (value->span.size() > limits::max_front_matter_bytes) {
      return refuse("scales", "at most " + std::to_string(limits::max_front_matter_bytes) + " bytes of JSON");
    }
    // Once more by themselves, for the faults are those of the scales alone.
    const text::Source source("{\"scales\":" + std::string(source_.slice(value->span)) + "}");
    text::Diagnostics faults;
    const Value read = front_matter::read_json(source, {0, source.size()}, faults);
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

  const Value& given_;
  const text::Source& source_;
  ParseOptions options_;
  BadOption fault_;
};

}  // namespace

std::variant<ParseOptions, BadOption> read_options(std::string_view json) {
  if (json.empty()) return ParseOptions{};
  const text::Source source(json);
  text::Diagnostics faults;
  const Value given = front_matter::read_json(source, {0, source.size()}, faults);
  const auto has_fault = [&](std::string_view code) {
    return std::any_of(faults.all().begin(), faults.all().end(),
                       [&](const text::Diagnostic& fault) { return fault.code == code; });
  };
  if (has_fault("front-matter-too-deep")) {
    return BadOption{"The options must not nest deeper than " + std::to_string(limits::max_front_matter_depth) +
                     " levels."};
  }
  if (!given.is_map() || has_fault("front-matter-json")) return BadOption{"The options must be a JSON object."};
  return OptionReader(given, source).read();
}

}  // namespace pressmark::c_interface
