#include "pressmark/front_matter/front_matter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pressmark/front_matter/entry_line.h"
#include "pressmark/front_matter/json_reader.h"
#include "pressmark/front_matter/yaml_reader.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/limits.h"
#include "pressmark/text/words.h"

namespace pressmark::front_matter {
namespace {

using text::Diagnostics;
using text::Fix;
using text::Source;
using text::Span;

/// A marker that opens front matter, and what closes it.
struct Opening {
  Kind kind = Kind::none;
  Span marker;                // without the spaces around it
  std::string_view language;  // as written; empty after a bare ---
  char fence = '\0';          // ` or ~ of a fenced block
  std::size_t fence_length = 0;
};

struct Block {
  Opening opening;
  std::uint32_t first_line = 0;    // of the content
  std::uint32_t closing_line = 0;  // 0: there is none
};

bool is_yaml(std::string_view language) { return text::has_alike("yaml\nyml", language); }

/// Languages in which others write front matter, so that a code block in one of them at the head needs a word.
bool is_other_language(std::string_view language) {
  return text::has_alike("toml\njson\njson5\njs\njavascript\ncoffee\ncson\nini", language);
}

class Finder {
 public:
  Finder(const Source& source, Diagnostics& diagnostics)
      : source_(source), text_(source.text()), diagnostics_(diagnostics) {}

  FrontMatter read() {
    FrontMatter found;
    found.body_start = source_.content_start();
    const auto line = first_line();
    if (!line) return found;
    const Span words = line_words(*line);
    if (text_[words.start] == '{') {
      read_braces(words.start, found);
    } else if (source_.slice(words) == "+++") {
      warn_of_plus_signs(*line, words);
    } else if (const auto opening = opening_of(line_from(*line), words)) {
      read_block(*opening, *line, found);
    }
    return found;
  }

 private:
  // ---- Lines ----

  [[nodiscard]] Span line_from(std::uint32_t line) const {
    Span span = source_.line_span(line);
    if (line == 1) span.start = source_.content_start();
    return span;
  }
  [[nodiscard]] Span line_words(std::uint32_t line) const { return trimmed(text_, line_from(line)); }
  [[nodiscard]] std::uint32_t after_line(std::uint32_t line) const {
    return line < source_.line_count() ? source_.line_start(line + 1) : source_.size();
  }

  /// Front matter may follow empty lines, as Markdown's own blocks do.
  [[nodiscard]] std::optional<std::uint32_t> first_line() const {
    for (std::uint32_t line = 1; line <= source_.line_count(); ++line) {
      if (!line_words(line).empty()) return line;
    }
    return {};
  }

  // ---- Markers ----

  [[nodiscard]] std::optional<Opening> opening_of(Span line, Span words) const {
    const std::string_view marker = source_.slice(words);
    const std::uint32_t indent = words.start - line.start;
    Opening opening;
    opening.marker = words;
    if (indent == 0 && marker.starts_with("---")) {
      opening.language = source_.slice(trimmed(text_, {words.start + 3, words.end}));
      if (opening.language.find_first_of(" \t-") != std::string_view::npos) return {};
      const bool yaml = opening.language.empty() || is_yaml(opening.language);
      opening.kind = yaml ? Kind::yaml : text::alike(opening.language, "json") ? Kind::json : Kind::none;
      return opening;
    }
    // A fence as in CommonMark: at most three spaces, three or more of one character, then the info string.
    opening.fence = marker.front();
    opening.fence_length = std::min(marker.find_first_not_of(opening.fence), marker.size());
    if (indent > 3 || (opening.fence != '`' && opening.fence != '~') || opening.fence_length < 3) return {};
    const Span info = trimmed(text_, {words.start + static_cast<std::uint32_t>(opening.fence_length), words.end});
    opening.language = source_.slice(info);
    opening.language = opening.language.substr(0, opening.language.find_first_of(" \t"));
    if (is_yaml(opening.language)) {
      opening.kind = Kind::fenced_yaml;
    } else if (!is_other_language(opening.language)) {
      return {};
    }
    return opening;
  }

  [[nodiscard]] bool closes(const Opening& opening, std::uint32_t line) const {
    const Span words = line_words(line);
    const std::string_view marker = source_.slice(words);
    const std::uint32_t indent = words.start - line_from(line).start;
    if (opening.fence != '\0') {
      return indent <= 3 && marker.size() >= opening.fence_length &&
             marker.find_first_not_of(opening.fence) == std::string_view::npos;
    }
    return indent == 0 && (marker == "---" || (marker == "..." && opening.kind == Kind::yaml));
  }

  [[nodiscard]] Block block_of(const Opening& opening, std::uint32_t line) const {
    Block block{opening, line + 1, 0};
    for (++line; line <= source_.line_count() && block.closing_line == 0; ++line) {
      if (closes(opening, line)) block.closing_line = line;
    }
    return block;
  }

  // ---- Blocks between markers ----

  void read_block(const Opening& opening, std::uint32_t line, FrontMatter& found) {
    const Block block = block_of(opening, line);
    if (opening.kind == Kind::none) return warn_of_language(block);
    if (opening.kind != Kind::json && !opens_yaml(block)) return;
    const std::uint32_t prose = opening.kind == Kind::json ? 0 : first_line_of_prose(block);
    if (block.closing_line == 0 || prose != 0) return report_missing_end(block, prose);

    found.kind = opening.kind;
    found.block = {opening.marker.start, line_words(block.closing_line).end};
    found.content = {source_.line_start(block.first_line), source_.line_start(block.closing_line)};
    found.body_start = after_line(block.closing_line);
    read_content(found);
  }

  /// A line of dashes is also a thematic break, and a fenced block may be an example. Only where the first line inside
  /// reads as an entry, or nothing stands between the markers, is it front matter.
  [[nodiscard]] bool opens_yaml(const Block& block) const {
    for (std::uint32_t line = block.first_line; line <= source_.line_count(); ++line) {
      if (line == block.closing_line) return true;
      const Span words = line_words(line);
      const std::string_view text = source_.slice(words);
      if (text.empty() || text[0] == '#' || (block.opening.fence != '\0' && text == "---")) continue;
      return text[0] == '{' || opens_front_matter(text_, words);
    }
    return false;
  }

  /// The first line of the text, where the end marker was forgotten and another one follows somewhere below: after an
  /// empty line, not indented and nothing that YAML front matter may hold. 0: there is none.
  [[nodiscard]] std::uint32_t first_line_of_prose(const Block& block) const {
    bool after_empty_line = false;
    const std::uint32_t end = block.closing_line == 0 ? source_.line_count() + 1 : block.closing_line;
    for (std::uint32_t line = block.first_line; line < end; ++line) {
      const Span span = line_from(line);
      const Span words = trimmed(text_, span);
      if (words.empty()) {
        after_empty_line = true;
      } else if (std::exchange(after_empty_line, false) && words.start == span.start && is_prose(words)) {
        return line;
      }
    }
    return 0;
  }

  [[nodiscard]] bool is_prose(Span words) const {
    return std::string_view("#-]}?:.").find(text_[words.start]) == std::string_view::npos &&
           !entry_line(text_, words) && !colon_without_space(text_, words);
  }

  void report_missing_end(const Block& block, std::uint32_t prose) {
    const Opening& opening = block.opening;
    const std::string end = opening.fence == '\0' ? "---" : std::string(opening.fence_length, opening.fence);
    std::optional<Fix> fix;
    if (prose != 0) {
      std::uint32_t last = prose - 1;
      while (last > block.first_line && line_words(last).empty()) --last;
      const std::uint32_t place = source_.line_span(last).end;
      fix = Fix{"End the front matter here", {place, place}, "\n" + end};
    }
    diagnostics_.error("front-matter-missing-end", opening.marker,
                       text::filled("The end of the front matter is missing, so all of it is shown as text. Write a "
                                    "line {} below its last entry.",
                                    end),
                       std::move(fix));
  }

  void read_content(FrontMatter& found) {
    if (found.content.size() > limits::max_front_matter_bytes) {
      diagnostics_.error(
          "front-matter-too-large", found.block,
          text::filled("The front matter is larger than {} KiB and is not read. Move text out of it into the release.",
                       limits::max_front_matter_bytes / 1024));
      return;
    }
    const bool json = found.kind == Kind::json || found.kind == Kind::json_object;
    found.metadata =
        json ? read_json(source_, found.content, diagnostics_) : read_yaml(source_, found.content, diagnostics_);
  }

  // ---- A JSON object at the head ----

  /// Only what reads as `{}` or `{ "name":` is meant as an object; any other text may begin with a brace.
  [[nodiscard]] bool opens_json(std::uint32_t brace) const {
    const auto skip_space = [this](std::size_t from) {
      return std::min(text_.find_first_not_of(" \t\r\n", from), text_.size());
    };
    std::size_t at = skip_space(brace + 1);
    if (at >= text_.size()) return false;
    if (text_[at] == '}') return true;
    if (text_[at] != '"') return false;
    at = std::min(text_.find_first_of("\"\r\n", at + 1), text_.size());
    if (at >= text_.size() || text_[at] != '"') return false;
    at = skip_space(at + 1);
    return at < text_.size() && text_[at] == ':';
  }

  /// After the brace that closes the object, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> after_object(std::uint32_t brace) const {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::uint32_t at = brace; at < source_.size(); ++at) {
      const char c = text_[at];
      if (in_string && c == '\\') {
        ++at;
      } else if (c == '"') {
        in_string = !in_string;
      } else if (!in_string && c == '{') {
        ++depth;
      } else if (!in_string && c == '}' && --depth == 0) {
        return at + 1;
      }
    }
    return {};
  }

  void read_braces(std::uint32_t brace, FrontMatter& found) {
    if (!opens_json(brace)) return;
    const auto end = after_object(brace);
    if (!end) {
      diagnostics_.error("front-matter-missing-end", {brace, brace + 1},
                         "The closing } of the front matter is missing, so all of it is shown as text.");
      return;
    }
    const std::uint32_t line = source_.line_of(*end);
    if (!is_blank_line(text_, {*end, source_.line_span(line).end})) {
      diagnostics_.warning(
          "front-matter-text-after-object", {*end, source_.line_span(line).end},
          "This looks like front matter, but the text goes on in the same line, so all of it is shown as "
          "text. Start the text on a line of its own.");
      return;
    }
    found.kind = Kind::json_object;
    found.block = found.content = {brace, *end};
    found.body_start = after_line(line);
    read_content(found);
  }

  // ---- Other languages: named, never run, and left in the text so that nothing the author wrote is lost ----

  void warn_of_language(const Block& block) {
    const Opening& opening = block.opening;
    if (block.closing_line == 0) return;
    if (opening.fence == '\0') {
      diagnostics_.error("front-matter-language", opening.marker,
                         text::filled("Front matter in “{}” is not read; it is shown as text. Write YAML between two "
                                      "lines ---, such as “title: Our headline”.",
                                      opening.language));
    } else {
      diagnostics_.warning("front-matter-language", opening.marker,
                           text::filled("This block of {} is shown as part of the release. If it is meant as front "
                                        "matter, write YAML between two lines ---.",
                                        opening.language));
    }
  }

  void warn_of_plus_signs(std::uint32_t line, Span marker) {
    bool assigns = false;  // name = value, which tells TOML from a row of plus signs
    for (++line; line <= source_.line_count(); ++line) {
      const std::string_view words = source_.slice(line_words(line));
      assigns |= words.find('=') != std::string_view::npos;
      if (words != "+++") continue;
      if (!assigns) return;
      diagnostics_.error(
          "front-matter-language", marker,
          "Front matter in TOML (between lines +++) is not read; it is shown as text. Write YAML between two "
          "lines ---, such as “title: Our headline”.");
      return;
    }
  }

  const Source& source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
};

}  // namespace

FrontMatter read(const Source& source, Diagnostics& diagnostics) { return Finder(source, diagnostics).read(); }

}  // namespace pressmark::front_matter
