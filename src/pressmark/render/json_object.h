// Small helpers of the files that write JSON. A value is its own text: nobody reads it before it is sent, so no tree of
// values is built first.
#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pressmark/text/buffer.h"

namespace pressmark::render {

/// A complete value, written on one line.
class Json {
 public:
  Json(std::nullptr_t) : text_("null") {}
  Json(std::string_view words);
  Json(const std::string& words) : Json(std::string_view(words)) {}
  Json(const char* words) : Json(std::string_view(words)) {}
  Json(std::same_as<bool> auto truth) : text_(truth ? "true" : "false") {}
  template <std::integral Number>
    requires(!std::same_as<Number, bool>)
  Json(Number number) : text_(std::to_string(number)) {}

  /// A number with these characters, which JSON must know as one.
  [[nodiscard]] static Json number(std::string_view characters);

  [[nodiscard]] const std::string& text() const& { return text_; }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  friend class JsonList;
  friend class JsonObject;
  struct Written {};
  Json(Written, std::string text) : text_(std::move(text)) {}

  std::string text_;
};

class JsonList {
 public:
  JsonList() = default;
  JsonList(std::initializer_list<Json> items) {
    for (const Json& item : items) push_back(item);
  }
  void push_back(const Json& item);
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// The list; nothing can be added to it any more.
  [[nodiscard]] Json done();

 private:
  text::Buffer text_;  // without its last bracket
};

/// An object whose keys are known to be new.
class JsonObject {
 public:
  JsonObject& add(std::string_view key, const Json& value);
  // Words are written where they belong, without a value of their own in between.
  JsonObject& add(std::string_view key, std::string_view words);
  JsonObject& add(std::string_view key, const std::string& words) { return add(key, std::string_view(words)); }
  JsonObject& add(std::string_view key, const char* words) { return add(key, std::string_view(words)); }
  /// null where there is no value.
  JsonObject& add_or_null(std::string_view key, const std::optional<std::string>& value);
  /// Nothing at all where there is no value.
  JsonObject& add_known(std::string_view key, const std::optional<std::string>& value);
  /// The object; nothing can be added to it any more.
  [[nodiscard]] Json done();

 private:
  void add_key(std::string_view key);

  text::Buffer text_;  // without its last brace
};

}  // namespace pressmark::render
