#include "pressmark/render/json_object.h"

#include <cstring>

#include "pressmark/text/scan.h"

namespace pressmark::render {
namespace {

/// The escape of a character that cannot stand in a string as itself; empty for all others.
std::string escape_of(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  if (static_cast<unsigned char>(c) >= 0x20) return {};
  constexpr std::string_view digits = "0123456789abcdef";
  return std::string("\\u00") + digits[static_cast<std::size_t>(c >> 4)] + digits[static_cast<std::size_t>(c & 15)];
}

constexpr bool stands_as_itself(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// How many characters at the front stand as themselves.
std::size_t plain_size(std::string_view words) {
  std::size_t plain = 0;
  for (; words.size() - plain >= text::EightBytes::size; plain += text::EightBytes::size) {
    const text::EightBytes bytes(words.data() + plain);
    const std::uint64_t found = bytes.controls() | bytes.like('"') | bytes.like('\\');
    if (found != 0) return plain + text::EightBytes::first_of(found);
  }
  while (plain < words.size() && stands_as_itself(words[plain])) ++plain;
  return plain;
}

void append_string(text::Buffer& json, std::string_view words) {
  json += '"';
  for (;;) {
    const std::size_t plain = plain_size(words);
    // With the mark behind it, which nearly every string has there.
    char* const room = json.make_room(plain + 1);
    std::memcpy(room, words.data(), plain);
    room[plain] = '"';
    json.written(plain);
    if (plain == words.size()) break;
    json += escape_of(words[plain]);
    words.remove_prefix(plain + 1);
  }
  json.written(1);
}

}  // namespace

Json::Json(std::string_view words) {
  text::Buffer text;
  append_string(text, words);
  text_ = text.take();
}

Json Json::number(std::string_view characters) { return {Written(), std::string(characters)}; }

void JsonList::push_back(const Json& item) {
  text_ += text_.empty() ? '[' : ',';
  text_ += item.text();
}

Json JsonList::done() {
  if (text_.empty()) text_ += '[';
  text_ += ']';
  return {Json::Written(), text_.take()};
}

void JsonObject::add_key(std::string_view key) {
  text_ += text_.empty() ? '{' : ',';
  append_string(text_, key);
  text_ += ':';
}

JsonObject& JsonObject::add(std::string_view key, const Json& value) {
  add_key(key);
  text_ += value.text();
  return *this;
}

JsonObject& JsonObject::add(std::string_view key, std::string_view words) {
  add_key(key);
  append_string(text_, words);
  return *this;
}

JsonObject& JsonObject::add_or_null(std::string_view key, const std::optional<std::string>& value) {
  return value ? add(key, *value) : add(key, Json(nullptr));
}

Json JsonObject::done() {
  if (text_.empty()) text_ += '{';
  text_ += '}';
  return {Json::Written(), text_.take()};
}

JsonObject& JsonObject::add_known(std::string_view key, const std::optional<std::string>& value) {
  return value ? add(key, *value) : *this;
}

}  // namespace pressmark::render
