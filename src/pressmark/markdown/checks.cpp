#include "pressmark/markdown/checks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "pressmark/markdown/conversion_checks.h"
#include "pressmark/markdown/directive.h"
#include "pressmark/markdown/url.h"
#include "pressmark/text/ascii.h"

namespace pressmark::markdown {
namespace {

using text::is_blank;
using text::is_digit;

/// The words of a link or image in the source, or the block that holds it.
text::Span span_of_words(const Document& document, NodeIndex index) {
  std::optional<text::Span> words;
  for (NodeIndex i = index + 1; i < document[index].end; ++i) {
    const Node& node = document[i];
    if (node.type != NodeType::text && node.type != NodeType::code) continue;
    const text::Span span = document.locate(i, 0, static_cast<std::uint32_t>(node.text.size()));
    words = words ? text::Span{std::min(words->start, span.start), std::max(words->end, span.end)} : span;
  }
  if (words) return *words;
  while (is_inline(document[index].type)) --index;
  return document[index].span;
}

/// Where the backslash of an escaped list marker stands ("\- ", "\* ", "\+ ", "1\. ", "1\) ") in a line that begins
/// with one.
std::optional<std::uint32_t> escaped_marker(std::string_view line) {
  std::uint32_t at = 0;
  while (at < line.size() && at < 9 && is_digit(line[at])) ++at;
  const std::string_view marks = at == 0 ? "-*+" : ".)";
  if (at + 2 >= line.size() || line[at] != '\\' || marks.find(line[at + 1]) == std::string_view::npos) return {};
  if (!is_blank(line[at + 2])) return {};
  return at;
}

/// The backslashes of a paragraph's escaped list markers, at the heads of its lines.
std::vector<std::uint32_t> escaped_markers(const text::Source& source, text::Span paragraph) {
  std::vector<std::uint32_t> found;
  if (source.slice(paragraph).find('\\') == std::string_view::npos) return found;
  for (std::uint32_t line = source.line_of(paragraph.start); line <= source.line_of(paragraph.end); ++line) {
    const text::Span whole = source.line_span(line);
    const std::uint32_t end = std::min(whole.end, paragraph.end);
    std::uint32_t start = std::max(whole.start, paragraph.start);
    while (start < end && source.text()[start] == ' ') ++start;
    if (const auto marker = escaped_marker(source.slice({start, end}))) found.push_back(start + *marker);
  }
  return found;
}

void report_escaped_list(const text::Source& source, const std::vector<std::uint32_t>& backslashes, std::uint32_t end,
                         text::Diagnostics& diagnostics) {
  const text::Span edit{backslashes.front(), backslashes.back() + 1};
  std::string without;
  std::uint32_t copied = edit.start;
  for (const std::uint32_t backslash : backslashes) {
    without += source.slice({copied, backslash});
    copied = backslash + 1;
  }
  const bool one = backslashes.size() == 1;
  diagnostics.warning(
      "markdown-escaped-list", {edit.start, end},
      one ? "This looks like an item of a list, but the backslash before its mark keeps it an ordinary "
            "paragraph. Take the backslash out to make it a list."
          : "These look like the items of a list, but the backslash before each mark keeps them ordinary "
            "paragraphs. Take the backslashes out to make them a list.",
      text::Fix{"Make it a list", edit, std::move(without)});
}

/// Links and images whose address may not be used: "markdown-unsafe-url".
void check_links(const Document& document, text::Diagnostics& diagnostics) {
  const auto& nodes = document.nodes();
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    const bool link = nodes[i].type == NodeType::link;
    if (!link && nodes[i].type != NodeType::image) continue;
    if (safe_url(nodes[i].text, {}, link ? UrlUse::link : UrlUse::image)) continue;
    diagnostics.warning("markdown-unsafe-url", span_of_words(document, i),
                        link ? "This link is not shown as a link, only its words: its address is of a kind that is not "
                               "used here. Write an address that begins with https:, http:, mailto: or tel:."
                             : "This picture is not shown, only its words: its address is of a kind that is not used "
                               "here. Write an address that begins with https: or http:.");
  }
}

/// Paragraphs that begin with an escaped list marker, such as "\- words": "markdown-escaped-list", once for a run of
/// them, with a fix that makes them a list.
void check_escaped_lists(const Document& document, const text::Source& source, text::Diagnostics& diagnostics) {
  if (source.text().find('\\') == std::string_view::npos) return;
  const auto& nodes = document.nodes();
  std::vector<std::uint32_t> run;
  std::uint32_t run_end = 0;
  const auto end_run = [&] {
    if (!run.empty()) report_escaped_list(source, run, run_end, diagnostics);
    run.clear();
  };
  for (NodeIndex i = 1; i < nodes.size(); i = nodes[i].end) {
    const std::vector<std::uint32_t> found =
        nodes[i].type == NodeType::paragraph ? escaped_markers(source, nodes[i].span) : std::vector<std::uint32_t>{};
    if (found.empty()) {
      end_run();
      continue;
    }
    run.insert(run.end(), found.begin(), found.end());
    run_end = nodes[i].span.end;
  }
  end_run();
}

}  // namespace

void check(const Document& document, const text::Source& source, text::Diagnostics& diagnostics) {
  check_links(document, diagnostics);
  check_escaped_lists(document, source, diagnostics);
  check_directive_lines(document, source, diagnostics);
  check_conversion(document, source, diagnostics);
}

}  // namespace pressmark::markdown
