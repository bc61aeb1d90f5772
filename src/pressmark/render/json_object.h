// Small helpers of the files that write JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pressmark::render {

using Json = nlohmann::ordered_json;

/// An object whose keys are known to be new. nlohmann's ordered object looks through all keys at every insertion, which
/// a large front matter would feel.
class JsonObject {
 public:
  JsonObject& add(std::string_view key, Json value) {
    entries_.std::vector<Json::object_t::value_type>::emplace_back(std::string(key), std::move(value));
    return *this;
  }
  /// null where there is no value.
  JsonObject& add_or_null(std::string_view key, const std::optional<std::string>& value) {
    return add(key, value ? Json(*value) : Json(nullptr));
  }
  /// Nothing at all where there is no value.
  JsonObject& add_known(std::string_view key, const std::optional<std::string>& value) {
    return value ? add(key, Json(*value)) : *this;
  }
  [[nodiscard]] Json done() { return Json(std::move(entries_)); }

 private:
  Json::object_t entries_;
};

/// One line of UTF-8. The text of a release is valid; the replacement is for what a library might hand us.
[[nodiscard]] inline std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace pressmark::render
