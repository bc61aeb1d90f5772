#include "pressmark/front_matter/yaml_reader.h"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pressmark/front_matter/core_schema.h"
#include "pressmark/front_matter/entry_line.h"
#include "pressmark/front_matter/keys.h"
#include "pressmark/front_matter/plain_entry.h"
#include "pressmark/front_matter/scalar_text.h"
#include "pressmark/front_matter/yaml_fault.h"
#include "pressmark/text/limits.h"

namespace pressmark::front_matter {
namespace {

using text::Diagnostics;
using text::Source;
using text::Span;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view read_so = " Pressmark reads it so for now.";

/// A fault that ends the reading of an entry; explained where it is caught.
struct Fault {
  YamlFault kind;
  std::uint32_t place;
};

// ---- The text as yaml-cpp gets it ----

/// A copy of the content, byte for byte as long as the content: lone CR becomes LF, which yaml-cpp needs to see a line
/// end; control characters become spaces, because some of them mean something to it (U+0004 is its end of file).
std::string prepare(const Source& source, Span content, Diagnostics& diagnostics) {
  std::string text(source.slice(content));
  std::uint32_t reported_line = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) text[i] = '\n';
    if (!is_control(text[i])) continue;
    text[i] = ' ';
    const auto place = content.start + static_cast<std::uint32_t>(i);
    const std::uint32_t line = source.line_of(place);
    if (std::exchange(reported_line, line) == line) continue;
    diagnostics.warning("front-matter-control-character", {place, place + 1},
                        "An invisible control character stands here; it is read as a space.",
                        text::Fix{"Replace it by a space", {place, place + 1}, " "});
  }
  return text;
}

// ---- Text of scalars ----

/// yaml-cpp decodes "\_" and "\N" to a bare byte A0 or 85; the rest of the text is valid UTF-8, so that a continuation
/// byte without a lead is one of these.
std::string mend_escapes(const std::string& decoded) {
  std::string mended;
  mended.reserve(decoded.size());
  int expected = 0;  // continuation bytes of the current sequence still to come
  for (const char c : decoded) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xC0) {
      expected = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    } else if (byte < 0x80) {
      expected = 0;
    } else if (expected > 0) {
      --expected;
    } else {
      mended += '\xC2';
    }
    mended += c;
  }
  return mended;
}

// ---- Events to values ----

/// Builds the value of one entry from yaml-cpp's events, and finds the ends that yaml-cpp does not tell in the source.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// `lines`: the lines that yaml-cpp reads; `depth`: of the outermost map in them, from 1.
  TreeBuilder(const Source& source, Span lines, int depth, Diagnostics& diagnostics)
      : source_(source),
        text_(source.text()),
        lines_(lines),
        depth_(depth),
        diagnostics_(diagnostics),
        cursor_(lines.start) {}

  [[nodiscard]] Value take() { return std::move(root_); }
  /// The first character after the value that is neither space nor comment; the end of the lines where there is none.
  [[nodiscard]] std::uint32_t rest() const { return skip_space_and_comments(cursor_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { throw Fault{YamlFault::anchor, place(mark)}; }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { throw Fault{YamlFault::alias, place(mark)}; }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse_tag(place(mark));
    const Span span = null_span(place(mark));
    if (wants_key() && span.empty()) throw Fault{YamlFault::key_missing, place(mark)};
    if (!wants_key()) warn_of_comment_after(span);
    add({.kind = ValueKind::null,
         .scalar = std::string(source_.slice(span)),
         .span = span,
         .items = {},
         .entries = {}});
  }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& decoded) override {
    const std::uint32_t start = place(mark);
    refuse_tag(start);
    const char opener = start < lines_.end ? text_[start] : '\0';
    Value value;
    if (opener == '"' || opener == '\'') {
      value.kind = ValueKind::text;
      value.span = {start, end_of_quotes(start)};
      value.scalar = opener == '"' ? settle_text(mend_escapes(decoded), value.span, diagnostics_) : decoded;
    } else if (opener == '|' || opener == '>') {
      value.kind = ValueKind::text;
      value.span = {start, end_of_block_text(start)};
      value.scalar = decoded;
    } else {
      value.span = {start, end_of_plain(start, decoded)};
      value.kind = plain_scalar_kind(decoded);
      value.scalar = decoded;
      if (wants_key() && decoded == "<<") throw Fault{YamlFault::merge_key, start};
    }
    if (!wants_key()) warn_of_comment_after(value.span);
    add(std::move(value));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    begin(ValueKind::list, mark, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    begin(ValueKind::map, mark, style);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapEnd() override { end(); }

 private:
  /// A list or map that is still open.
  struct Frame {
    Value value;
    int column;   // of a block list or map; what belongs to it lies deeper. The enclosing one's for those in brackets
    char closer;  // the bracket that ends it, or NUL
    std::optional<Entry> entry;  // of a map: its key is read, its value is not
  };

  [[nodiscard]] std::uint32_t place(const YAML::Mark& mark) const {
    return std::min(lines_.start + static_cast<std::uint32_t>(std::max(mark.pos, 0)), lines_.end);
  }
  [[nodiscard]] char at(std::uint32_t place) const { return place < lines_.end ? text_[place] : '\0'; }
  [[nodiscard]] bool wants_key() const { return !open_.empty() && open_.back().value.is_map() && !open_.back().entry; }
  [[nodiscard]] bool in_brackets() const {
    return std::any_of(open_.begin(), open_.end(), [](const Frame& frame) { return frame.closer != '\0'; });
  }
  [[nodiscard]] int column() const { return open_.empty() ? -1 : open_.back().column; }

  void refuse_tag(std::uint32_t place) const {
    if (at(place) == '!') throw Fault{YamlFault::tag, place};
  }

  void begin(ValueKind kind, const YAML::Mark& mark, YAML::EmitterStyle::value style) {
    const std::uint32_t start = place(mark);
    refuse_tag(start);
    if (wants_key()) throw Fault{YamlFault::key_is_no_text, start};
    if (depth_ + static_cast<int>(open_.size()) > limits::max_front_matter_depth)
      throw Fault{YamlFault::too_deep, start};
    const bool block = style == YAML::EmitterStyle::Block;
    const char closer = block ? '\0' : at(start) == '[' ? ']' : at(start) == '{' ? '}' : '\0';
    Value value;
    value.kind = kind;
    value.span = {start, start};
    open_.push_back({std::move(value), block ? mark.column : column(), closer, {}});
    cursor_ = closer == '\0' ? start : start + 1;
  }

  void end() {
    Frame frame = std::move(open_.back());
    open_.pop_back();
    if (frame.closer != '\0') {
      std::uint32_t last = skip_space_and_comments(cursor_);
      while (at(last) == ',' || at(last) == ':' || at(last) == '?') last = skip_space_and_comments(last + 1);
      cursor_ = at(last) == frame.closer ? last + 1 : cursor_;
    }
    frame.value.span.end = cursor_;
    settle_keys(frame.value.entries, source_, diagnostics_);
    add(std::move(frame.value));
  }

  void add(Value value) {
    cursor_ = std::max(cursor_, value.span.end);
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Frame& frame = open_.back(); frame.value.is_list()) {
      frame.value.items.push_back(std::move(value));
    } else if (!frame.entry) {
      frame.entry = Entry{std::move(value.scalar), value.span, {}};
    } else {
      frame.entry->value = std::move(value);
      frame.value.entries.push_back(std::move(*frame.entry));
      frame.entry.reset();
    }
  }

  [[nodiscard]] std::uint32_t skip_space_and_comments(std::uint32_t at) const {
    while (at < lines_.end) {
      const char c = text_[at];
      if (c == '#') {
        while (at < lines_.end && !is_break(text_[at])) ++at;
      } else if (is_blank(c) || is_break(c) || is_control(c)) {
        ++at;
      } else {
        break;
      }
    }
    return at;
  }

  /// The span of a null: of ~ or null where it is spelled, else the empty place where a value would stand.
  [[nodiscard]] Span null_span(std::uint32_t mark) const {
    std::uint32_t empty = cursor_;
    const std::uint32_t next = skip_space_and_comments(cursor_);
    const bool value_of_key = !open_.empty() && open_.back().entry;
    const bool list_item = !open_.empty() && open_.back().value.is_list() && open_.back().closer == '\0';
    if ((value_of_key && at(next) == ':') || (list_item && at(next) == '-')) empty = next + 1;
    if (wants_key() || skip_space_and_comments(empty) == mark || open_.empty() || open_.back().closer != '\0') {
      const std::uint32_t length = null_word(mark);
      const bool next_entry =
          value_of_key && source_.line_of(mark) != source_.line_of(empty) && column_of(mark) <= column();
      if (length > 0 && !next_entry) return {mark, mark + length};
    }
    return {empty, empty};
  }

  /// Length of the word for null at a place, or 0.
  [[nodiscard]] std::uint32_t null_word(std::uint32_t place) const {
    const std::string_view rest = text_.substr(place, lines_.end - place);
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (rest.starts_with(word)) return static_cast<std::uint32_t>(word.size());
    }
    return 0;
  }

  [[nodiscard]] int column_of(std::uint32_t place) const {
    return static_cast<int>(place - source_.line_start(source_.line_of(place)));
  }

  /// After the closing quote. A quote that is never closed is a fault, which yaml-cpp overlooks at the end of the text;
  /// so is a further line that is not indented, because that is how an unclosed quote swallows the entries below it.
  [[nodiscard]] std::uint32_t end_of_quotes(std::uint32_t start) const {
    const char quote = text_[start];
    for (std::uint32_t i = start + 1; i < lines_.end; ++i) {
      if (quote == '"' && text_[i] == '\\') {
        ++i;
      } else if (quote == '\'' && text_[i] == '\'' && at(i + 1) == '\'') {
        ++i;
      } else if (text_[i] == quote) {
        return i + 1;
      } else if (is_break(text_[i]) && !is_indented(i + 1)) {
        break;
      }
    }
    throw Fault{YamlFault::unclosed_quote, start};
  }

  /// Whether the line that starts here is empty or lies deeper than the list or map it is in.
  [[nodiscard]] bool is_indented(std::uint32_t line_start) const {
    std::uint32_t i = line_start;
    while (at(i) == ' ') ++i;
    return i >= lines_.end || is_break(text_[i]) || text_[i] == '\t' || static_cast<int>(i - line_start) > column();
  }

  /// After the last word of the lines that lie deeper.
  [[nodiscard]] std::uint32_t end_of_block_text(std::uint32_t start) const {
    std::uint32_t line = source_.line_of(start);
    std::uint32_t last = trimmed(text_, {start, source_.line_span(line).end}).end;
    while (++line <= source_.line_count() && source_.line_start(line) < lines_.end) {
      const Span span = source_.line_span(line);
      if (is_blank_line(text_, span)) continue;
      if (!is_indented(span.start)) break;
      last = span.end;
    }
    return last;
  }

  /// After the last character: in a plain scalar only spaces and line ends differ from the source.
  [[nodiscard]] std::uint32_t end_of_plain(std::uint32_t start, std::string_view decoded) const {
    const auto is_space = [](char c) { return is_blank(c) || is_break(c) || is_control(c); };
    std::uint32_t i = start;
    for (const char c : decoded) {
      if (is_space(c)) continue;
      while (i < lines_.end && is_space(text_[i])) ++i;
      if (at(i) != c) break;
      ++i;
    }
    return i;
  }

  void warn_of_comment_after(Span value) {
    std::uint32_t i = value.end;
    while (is_blank(at(i))) ++i;
    if (at(i) == '#') warn_of_comment(source_, value, i, in_brackets(), diagnostics_);
  }

  const Source& source_;
  std::string_view text_;
  Span lines_;
  int depth_;
  Diagnostics& diagnostics_;
  std::uint32_t cursor_;  // after all that was read
  std::vector<Frame> open_;
  Value root_;
};

YamlFault kind_of(const std::string& message) {
  namespace error = YAML::ErrorMsg;
  static const std::pair<std::string_view, YamlFault> kinds[] = {
      {error::MAP_VALUE, YamlFault::colon_in_value},
      {error::UNKNOWN_TOKEN, YamlFault::special_character},
      {error::MAP_KEY, YamlFault::special_character},
      {error::UNKNOWN_ANCHOR, YamlFault::alias},
      {error::ALIAS_NOT_FOUND, YamlFault::alias},
      {error::CHAR_IN_ALIAS, YamlFault::alias},
      {error::ANCHOR_NOT_FOUND, YamlFault::anchor},
      {error::CHAR_IN_ANCHOR, YamlFault::anchor},
      {error::MULTIPLE_ANCHORS, YamlFault::anchor},
      {error::CHAR_IN_TAG_HANDLE, YamlFault::tag},
      {error::TAG_WITH_NO_SUFFIX, YamlFault::tag},
      {error::END_OF_VERBATIM_TAG, YamlFault::tag},
      {error::MULTIPLE_TAGS, YamlFault::tag},
      {error::EOF_IN_SCALAR, YamlFault::unclosed_quote},
      {error::DOC_IN_SCALAR, YamlFault::unclosed_quote},
      {error::TAB_IN_INDENTATION, YamlFault::tab},
      {error::FLOW_END, YamlFault::bracket},
      {error::END_OF_MAP_FLOW, YamlFault::bracket},
      {error::END_OF_SEQ_FLOW, YamlFault::bracket},
      {error::BLOCK_ENTRY, YamlFault::list_item},
      {error::INVALID_HEX, YamlFault::escape},
      {error::INVALID_UNICODE, YamlFault::escape},
      {error::INVALID_ESCAPE, YamlFault::escape},
      {error::CHAR_IN_BLOCK, YamlFault::block_text},
      {error::ZERO_INDENT_IN_BLOCK, YamlFault::block_text},
      {error::BAD_FILE, YamlFault::too_deep},
      {error::END_OF_MAP, YamlFault::text_after_value},
      {error::END_OF_SEQ, YamlFault::text_after_value},
  };
  for (const auto& [text, kind] : kinds) {
    if (message.starts_with(text)) return kind;
  }
  return YamlFault::unreadable;
}

// ---- Lines to entries ----

bool is_quote(char c) { return c == '"' || c == '\''; }

constexpr std::uint32_t tab_indented = std::numeric_limits<std::uint32_t>::max();

/// Spaces before the first word; a tab among them makes the line belong to the entry above.
std::uint32_t indent_of(std::string_view text, Span line) {
  std::uint32_t at = line.start;
  while (at < line.end && text[at] == ' ') ++at;
  return at < line.end && text[at] == '\t' ? tab_indented : at - line.start;
}

class Reader {
 public:
  Reader(const Source& source, Span content, Diagnostics& diagnostics)
      : source_(source),
        text_(source.text()),
        content_(content),
        diagnostics_(diagnostics),
        prepared_(prepare(source, content, diagnostics)) {}

  Value read() {
    const Span lines = document();
    const auto first = first_words(lines);
    if (!first)
      return Value{
          .kind = ValueKind::map, .scalar = {}, .span = {lines.start, lines.start}, .items = {}, .entries = {}};
    if (text_[first->start] == '{') return read_braces(lines);
    if (begins_item(*first)) {
      diagnostics_.error(
          "front-matter-not-an-entry", *first,
          "Front matter must consist of entries such as “title: Our headline”. A list needs a name before it.");
      return {};
    }
    return read_entries(lines, 1);
  }

 private:
  /// The lines of the first document: a fenced block may hold --- and ... lines of its own.
  Span document() {
    Span lines{content_.start, content_.start};
    bool begun = false;
    for (std::uint32_t line = source_.line_of(content_.start); has_line(line, content_); ++line) {
      const std::string_view words = source_.slice(trimmed(text_, source_.line_span(line)));
      const bool unindented = !words.empty() && !is_blank(text_[source_.line_start(line)]);
      if (unindented && (words == "---" || words == "...")) {
        if (begun || words == "...") {
          warn_of_second_document(after_line(line, content_));
          break;
        }
        lines.start = after_line(line, content_);
      } else if (!words.empty() && words[0] != '#') {
        begun = true;
      }
      lines.end = after_line(line, content_);
    }
    return lines;
  }

  void warn_of_second_document(std::uint32_t start) {
    if (const auto words = first_words({start, content_.end})) {
      diagnostics_.warning("front-matter-second-document", {words->start, content_.end},
                           "The front matter ends at the line of dashes or dots above. What follows is left out.");
    }
  }

  /// The whole front matter as one map in braces.
  Value read_braces(Span lines) {
    Diagnostics found;
    try {
      Value value = parse(lines, 1, found);
      append(found);
      return value;
    } catch (const Fault& fault) {
      append(found);
      report(explain(fault.kind, source_, lines, fault.place).diagnostic);
    }
    return {};
  }

  /// Entries at one indentation, each read alone.
  Value read_entries(Span lines, int depth) {
    Value map;
    map.kind = ValueKind::map;
    for (const Span entry : split(lines)) read_entry(entry, depth, map.entries);
    settle_keys(map.entries, source_, diagnostics_);
    map.span = map.entries.empty() ? Span{lines.start, lines.start}
                                   : Span{map.entries.front().key_span.start, map.entries.back().value.span.end};
    return map;
  }

  void read_entry(Span entry, int depth, std::vector<Entry>& entries) {
    if (auto plain = read_plain_entry(source_, entry, depth, diagnostics_)) {
      entries.push_back(std::move(*plain));
      return;
    }
    Diagnostics found;
    try {
      Value value = parse(entry, depth, found);
      const std::uint32_t start = first_words(entry)->start;
      if (!value.is_map() || text_[start] == '{') throw Fault{YamlFault::not_an_entry, start};
      append(found);
      std::move(value.entries.begin(), value.entries.end(), std::back_inserter(entries));
    } catch (const Fault& fault) {
      const std::size_t told = diagnostics_.all().size();
      if (read_inside(entry, depth, entries) && diagnostics_.all().size() > told) return;
      append(found);
      Explanation explanation = explain(fault.kind, source_, entry, fault.place);
      if (explanation.meant && read_as_meant(entry, depth, *explanation.meant, entries)) {
        explanation.diagnostic.message += read_so;
      }
      report(explanation.diagnostic);
    }
  }

  /// For an entry that is at fault and holds a list or a map on further lines: reads what it can of that.
  bool read_inside(Span entry, int depth, std::vector<Entry>& entries) {
    const std::uint32_t first_line = source_.line_of(entry.start);
    const Span head_line = source_.line_span(first_line);
    const auto head = entry_line(text_, head_line);
    const Span inside{after_line(first_line, entry), entry.end};
    const auto words = first_words(inside);
    if (!head || head->in_list || !head->value.empty() || !words || depth >= limits::max_front_matter_depth)
      return false;
    const Span inner_line = source_.line_span(source_.line_of(words->start));
    const std::uint32_t indent = indent_of(text_, inner_line);
    const bool list = begins_item(*words);
    if (indent == tab_indented || (!list && !entry_line(text_, inner_line))) return false;
    // The dashes of a list may stand right below its name.
    if (indent < indent_of(text_, head_line) + (list ? 0 : 1)) return false;
    std::optional<Entry> outer = read_key({entry.start, inside.start}, depth);
    if (!outer) return false;
    outer->value = list ? read_items(inside, depth + 1) : read_entries(inside, depth + 1);
    if (!list || !outer->value.items.empty()) entries.push_back(std::move(*outer));
    return true;
  }

  /// The items of a list, each read alone.
  Value read_items(Span lines, int depth) {
    Value list;
    list.kind = ValueKind::list;
    for (const Span item : split_items(lines)) read_item(item, depth, list.items);
    list.span = list.items.empty() ? Span{lines.start, lines.start}
                                   : Span{list.items.front().span.start, list.items.back().span.end};
    return list;
  }

  void read_item(Span item, int depth, std::vector<Value>& items) {
    Diagnostics found;
    try {
      Value value = parse(item, depth, found);
      if (!value.is_list()) throw Fault{YamlFault::list_item, first_words(item)->start};
      append(found);
      std::move(value.items.begin(), value.items.end(), std::back_inserter(items));
    } catch (const Fault& fault) {
      if (read_entries_of_item(item, depth, items)) return;
      append(found);
      report(explain(fault.kind, source_, item, fault.place).diagnostic);
    }
  }

  /// For an item that is at fault and is a map: reads its entries one by one. The first stands behind the dash.
  bool read_entries_of_item(Span item, int depth, std::vector<Value>& items) {
    const std::uint32_t line = source_.line_of(item.start);
    const auto head = entry_line(text_, source_.line_span(line));
    if (!head || !head->in_list || depth >= limits::max_front_matter_depth) return false;
    const std::uint32_t column = head->key.start - source_.line_start(line);
    std::uint32_t second = line + 1;
    while (has_line(second, item) && indent_of(text_, source_.line_span(second)) != column) ++second;
    const std::uint32_t rest = has_line(second, item) ? source_.line_start(second) : item.end;
    Value map;
    map.kind = ValueKind::map;
    read_entry_of_item({item.start, rest}, *head, depth, map.entries);
    for (const Span entry : split({rest, item.end})) read_entry(entry, depth + 1, map.entries);
    settle_keys(map.entries, source_, diagnostics_);
    if (map.entries.empty()) return true;
    map.span = {map.entries.front().key_span.start, map.entries.back().value.span.end};
    items.push_back(std::move(map));
    return true;
  }

  /// The entry behind a dash.
  void read_entry_of_item(Span lines, const EntryLine& parts, int depth, std::vector<Entry>& entries) {
    Diagnostics found;
    try {
      Value list = parse(lines, depth, found);
      if (!list.is_list() || list.items.size() != 1 || !list.items[0].is_map())
        throw Fault{YamlFault::list_item, parts.key.start};
      append(found);
      std::move(list.items[0].entries.begin(), list.items[0].entries.end(), std::back_inserter(entries));
    } catch (const Fault& fault) {
      append(found);
      Explanation explanation = explain(fault.kind, source_, lines, fault.place);
      if (explanation.meant && explanation.meant->span == parts.value && !is_quote(text_[parts.key.start])) {
        explanation.diagnostic.message += read_so;
        Value value;
        value.kind = ValueKind::text;
        value.scalar = explanation.meant->words;
        value.span = explanation.meant->span;
        entries.push_back({std::string(source_.slice(parts.key)), parts.key, std::move(value)});
      }
      report(explanation.diagnostic);
    }
  }

  /// For an entry on one line whose value is at fault, but whose words leave no doubt.
  bool read_as_meant(Span entry, int depth, const MeantText& meant, std::vector<Entry>& entries) {
    const std::uint32_t line = source_.line_of(entry.start);
    const auto parts = entry_line(text_, source_.line_span(line));
    if (!parts || parts->in_list || parts->value != meant.span) return false;
    if (first_words({after_line(line, entry), entry.end})) return false;
    std::optional<Entry> outer = read_key({entry.start, parts->colon + 1}, depth);
    if (!outer) return false;
    outer->value.kind = ValueKind::text;
    outer->value.scalar = meant.words;
    outer->value.span = meant.span;
    entries.push_back(std::move(*outer));
    return true;
  }

  /// The one entry of some lines, or nothing where they hold another number or are at fault.
  std::optional<Entry> read_key(Span lines, int depth) {
    Diagnostics unused;
    try {
      std::vector<Entry> entries = parse(lines, depth, unused).entries;
      if (entries.size() == 1) return std::move(entries[0]);
    } catch (const Fault&) {
    }
    return {};
  }

  /// Parts lines into entries: each begins at a line that is no deeper than the first one. Lines that cannot begin an
  /// entry (a list item, a closing bracket, the value of a ? key) stay with the one above.
  std::vector<Span> split(Span lines) {
    std::vector<Span> entries;
    std::optional<std::uint32_t> base;
    for (std::uint32_t line = source_.line_of(lines.start); has_line(line, lines); ++line) {
      const Span span = source_.line_span(line);
      const Span words = trimmed(text_, span);
      if (words.empty() && !entries.empty() && entries.back().end == source_.line_start(line)) {
        entries.back().end = after_line(line, lines);  // text on several lines may keep the empty lines at its end
      }
      if (words.empty()) continue;
      const std::uint32_t indent = indent_of(text_, span);
      if (text_[words.start] == '#') {
        // Deeper than the entries, it may be no comment but a line of a text on several lines.
        if (!entries.empty() && indent > *base && indent != tab_indented) entries.back().end = after_line(line, lines);
        continue;
      }
      if (!base) base = indent == tab_indented ? 0 : indent;
      if (entries.empty() || (indent <= *base && begins_entry(words))) entries.push_back({source_.line_start(line), 0});
      if (indent < *base) {
        diagnostics_.warning("front-matter-indentation", words,
                             "This line is indented less than the first one beside it. Start both in the same column.");
      }
      entries.back().end = after_line(line, lines);
    }
    return entries;
  }

  /// Parts lines into the items of a list: each begins at a dash in the column of the first one.
  std::vector<Span> split_items(Span lines) {
    std::vector<Span> items;
    std::optional<std::uint32_t> base;
    for (std::uint32_t line = source_.line_of(lines.start); has_line(line, lines); ++line) {
      const Span span = source_.line_span(line);
      const Span words = trimmed(text_, span);
      if (words.empty() || (items.empty() && text_[words.start] == '#')) continue;
      const std::uint32_t indent = indent_of(text_, span);
      if (!base) base = indent;
      if (items.empty() || (indent <= *base && begins_item(words))) items.push_back({source_.line_start(line), 0});
      items.back().end = after_line(line, lines);
    }
    return items;
  }

  [[nodiscard]] bool begins_item(Span words) const {
    return text_[words.start] == '-' && (words.size() == 1 || is_blank(text_[words.start + 1]));
  }

  [[nodiscard]] bool begins_entry(Span words) const {
    const char first = text_[words.start];
    const bool alone = words.size() == 1 || is_blank(text_[words.start + 1]);
    return first != ']' && first != '}' && !(alone && (first == '-' || first == ':'));
  }

  /// Reads one document from the lines. Throws a Fault.
  Value parse(Span lines, int depth, Diagnostics& found) {
    if (text_.substr(lines.start).starts_with(byte_order_mark)) lines.start += 3;  // yaml-cpp would not count it
    TreeBuilder builder(source_, lines, depth, found);
    try {
      YAML::Parser parser(std::string_view(prepared_).substr(lines.start - content_.start, lines.size()));
      parser.HandleNextDocument(builder);
    } catch (const YAML::Exception& exception) {
      const int position = std::max(exception.mark.pos, 0);
      throw Fault{kind_of(exception.msg), lines.start + static_cast<std::uint32_t>(position)};
    }
    if (builder.rest() < lines.end) throw Fault{YamlFault::text_after_value, builder.rest()};
    return builder.take();
  }

  void report(const text::Diagnostic& one) { diagnostics_.add(one.severity, one.code, one.span, one.message, one.fix); }
  void append(const Diagnostics& found) {
    for (const text::Diagnostic& one : found.all()) report(one);
  }

  [[nodiscard]] bool has_line(std::uint32_t line, Span lines) const {
    return line <= source_.line_count() && source_.line_start(line) < lines.end;
  }
  [[nodiscard]] std::uint32_t after_line(std::uint32_t line, Span lines) const {
    return line < source_.line_count() ? std::min(source_.line_start(line + 1), lines.end) : lines.end;
  }

  /// The first line with words that are no comment, without the spaces around them.
  [[nodiscard]] std::optional<Span> first_words(Span lines) const {
    for (std::uint32_t line = source_.line_of(lines.start); has_line(line, lines); ++line) {
      Span span = source_.line_span(line);
      span.start = std::max(span.start, lines.start);
      const Span words = trimmed(text_, span);
      if (!words.empty() && text_[words.start] != '#') return words;
    }
    return {};
  }

  const Source& source_;
  std::string_view text_;
  Span content_;
  Diagnostics& diagnostics_;
  std::string prepared_;
};

}  // namespace

Value read_yaml(const Source& source, Span content, Diagnostics& diagnostics) {
  return Reader(source, content, diagnostics).read();
}

}  // namespace pressmark::front_matter
