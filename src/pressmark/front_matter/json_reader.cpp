#include "pressmark/front_matter/json_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pressmark/front_matter/entry_line.h"
#include "pressmark/front_matter/keys.h"
#include "pressmark/front_matter/scalar_text.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/limits.h"

namespace pressmark::front_matter {
namespace {

using text::Diagnostics;
using text::Fix;
using text::Source;
using text::Span;

constexpr std::string_view number_characters = "+-.0123456789Ee";

/// Builds the value from the parser's events. The parser tells no places, but it has checked the grammar up to each
/// event, so that the next token can be found in the source by its characters alone.
class TreeBuilder : public nlohmann::json_sax<nlohmann::ordered_json> {
 public:
  TreeBuilder(const Source& source, Span content, Diagnostics& diagnostics)
      : source_(source), content_(content), diagnostics_(diagnostics), cursor_(content.start) {}

  /// The value; where the text broke off, the outermost object with what was complete.
  Value take() {
    if (open_.empty()) return std::move(root_);
    Value value = std::move(open_.front().value);
    value.span.end = cursor_;
    settle_keys(value.entries, source_, diagnostics_);
    return value;
  }

  bool null() override { return add_word(ValueKind::null, 4); }
  bool boolean(bool value) override { return add_word(ValueKind::boolean, value ? 4 : 5); }
  bool number_integer(number_integer_t) override { return add_number(); }
  bool number_unsigned(number_unsigned_t) override { return add_number(); }
  bool number_float(number_float_t, const string_t&) override { return add_number(); }
  bool binary(binary_t&) override { return false; }  // no such thing in JSON text

  bool string(string_t& decoded) override {
    const Span span = string_span();
    return add(ValueKind::text, settle_text(std::move(decoded), span, diagnostics_), span);
  }

  bool key(string_t& decoded) override {
    const Span span = string_span();
    open_.back().entry = Entry{settle_text(std::move(decoded), span, diagnostics_), span, {}};
    cursor_ = span.end;
    return true;
  }

  bool start_object(std::size_t) override { return begin(ValueKind::map); }
  bool start_array(std::size_t) override { return begin(ValueKind::list); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::ordered_json::exception&) override {
    const auto read = static_cast<std::uint32_t>(std::min<std::size_t>(position, content_.size()));
    report(content_.start + (read > 0 ? read - 1 : 0));
    return false;
  }

 private:
  struct Frame {
    Value value;
    std::optional<Entry> entry;  // of an object: its key is read, its value is not
  };

  [[nodiscard]] char at(std::uint32_t place) const { return place < content_.end ? source_.text()[place] : '\0'; }

  /// The first character of the next token.
  [[nodiscard]] std::uint32_t next() const {
    std::uint32_t i = cursor_;
    while (i < content_.end && (is_blank(at(i)) || is_break(at(i)) || at(i) == ',' || at(i) == ':')) ++i;
    return i;
  }

  [[nodiscard]] Span string_span() const {
    const std::uint32_t start = next();
    std::uint32_t i = start + 1;
    while (i < content_.end && at(i) != '"') i += at(i) == '\\' ? 2 : 1;
    return {start, std::min(i + 1, content_.end)};
  }

  bool add_word(ValueKind kind, std::uint32_t length) {
    const std::uint32_t start = next();
    const Span span{start, std::min(start + length, content_.end)};
    return add(kind, std::string(source_.slice(span)), span);
  }

  bool add_number() {
    const std::uint32_t start = next();
    std::uint32_t i = start;
    while (i < content_.end && number_characters.find(at(i)) != std::string_view::npos) ++i;
    const std::string_view written = source_.slice({start, i});
    const bool whole = written.find_first_of(".eE") == std::string_view::npos;
    return add(whole ? ValueKind::integer : ValueKind::real, std::string(written), {start, i});
  }

  bool add(ValueKind kind, std::string scalar, Span span) {
    attach({.kind = kind, .scalar = std::move(scalar), .span = span, .items = {}, .entries = {}});
    return true;
  }

  bool begin(ValueKind kind) {
    const std::uint32_t start = next();
    if (open_.size() >= static_cast<std::size_t>(limits::max_front_matter_depth)) {
      diagnostics_.error(
          "front-matter-too-deep", {start, start + 1},
          text::filled(
              "Lists and objects may lie at most {} deep inside one another. The front matter is read up to here.",
              limits::max_front_matter_depth));
      return false;
    }
    Value value;
    value.kind = kind;
    value.span = {start, start};
    open_.push_back({std::move(value), {}});
    cursor_ = start + 1;
    return true;
  }

  bool end() {
    Value value = std::move(open_.back().value);
    open_.pop_back();
    value.span.end = next() + 1;
    settle_keys(value.entries, source_, diagnostics_);
    attach(std::move(value));
    return true;
  }

  void attach(Value value) {
    cursor_ = value.span.end;
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Frame& frame = open_.back(); frame.value.is_list()) {
      frame.value.items.push_back(std::move(value));
    } else {
      frame.entry->value = std::move(value);
      frame.value.entries.push_back(std::move(*frame.entry));
      frame.entry.reset();
    }
  }

  /// Tells the commonest faults by the characters at the place where the parser stopped.
  void report(std::uint32_t place) {
    const std::uint32_t token = next();
    const Span here = place < content_.end ? character_at(source_.text(), place) : Span{content_.end, content_.end};
    if ((at(token) == '}' || at(token) == ']') && last_comma(token)) {
      const std::uint32_t comma = *last_comma(token);
      diagnostics_.error("front-matter-json", {comma, comma + 1}, "No comma may stand after the last entry.",
                         Fix{"Remove the comma", {comma, comma + 1}, ""});
    } else if (at(token) == '"' && token > cursor_ && !last_comma(token) && !last_colon(token) && !open_.empty()) {
      diagnostics_.error("front-matter-json", {cursor_, cursor_}, "A comma is missing between two entries.",
                         Fix{"Add a comma", {cursor_, cursor_}, ","});
    } else if (place >= content_.end) {
      diagnostics_.error("front-matter-json", here,
                         "The JSON breaks off: a closing bracket or quotation mark is missing.");
    } else {
      diagnostics_.error(
          "front-matter-json", here,
          "The JSON cannot be read from here on; the entries above count. Names and text stand in double "
          "quotation marks, with a colon between name and value and a comma between entries.");
    }
  }

  /// The place of the comma between the last thing read and a token, if there is one.
  [[nodiscard]] std::optional<std::uint32_t> last_comma(std::uint32_t token) const { return between(token, ','); }
  [[nodiscard]] std::optional<std::uint32_t> last_colon(std::uint32_t token) const { return between(token, ':'); }
  [[nodiscard]] std::optional<std::uint32_t> between(std::uint32_t token, char wanted) const {
    for (std::uint32_t i = token; i > cursor_; --i) {
      if (at(i - 1) == wanted) return i - 1;
    }
    return {};
  }

  const Source& source_;
  Span content_;
  Diagnostics& diagnostics_;
  std::uint32_t cursor_;  // after the last token that was read
  std::vector<Frame> open_;
  Value root_;
};

}  // namespace

Value read_json(const Source& source, Span content, Diagnostics& diagnostics) {
  const std::string_view text = source.slice(content);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text[first] != '{') {
    diagnostics.error("front-matter-json", content,
                      "JSON front matter must be one object: { \"title\": \"Our headline\" }.");
    return {};
  }
  TreeBuilder builder(source, content, diagnostics);
  nlohmann::ordered_json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

}  // namespace pressmark::front_matter
