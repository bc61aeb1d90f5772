#include "pressmark/release/embargo_line.h"

#include <string_view>

#include "pressmark/text/ascii.h"

namespace pressmark::release {
namespace {

constexpr int lines_of_head = 5;  // of the body; empty ones are not counted
constexpr std::string_view marks = " \t\r#*_>\"'([";

/// Takes a word off the front, whatever its case.
bool take(std::string_view& rest, std::string_view word) {
  if (!text::begins_alike(rest, word)) return false;
  rest.remove_prefix(word.size());
  return true;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(marks);
  if (first == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(" \t\r*_\"')].");
  return last == std::string_view::npos || last < first ? std::string_view() : text.substr(first, last + 1 - first);
}

/// What stands behind "embargoed until", "embargo:" and the like; empty where the line says something else.
std::string_view until_in(std::string_view line) {
  std::string_view rest = trimmed(line);
  if (!take(rest, "strictly ")) take(rest, "under ");
  if (!take(rest, "embargo")) return {};
  take(rest, "ed");
  const std::size_t parted = rest.find_first_not_of(" _-:");
  if (parted == std::string_view::npos) return {};
  const bool colon = rest.substr(0, parted).find(':') != std::string_view::npos;
  rest.remove_prefix(parted);
  const bool until = parted > 0 && (take(rest, "until") || take(rest, "till"));
  const std::size_t start = rest.find_first_not_of(" :");
  return (colon || until) && start != std::string_view::npos ? trimmed(rest.substr(start)) : std::string_view();
}

}  // namespace

std::optional<EmbargoLine> find_embargo_line(const text::Source& source, std::uint32_t body_start) {
  const std::uint32_t last = source.line_of(source.size());
  int of_body = 0;
  for (std::uint32_t number = 1; number <= last && of_body < lines_of_head; ++number) {
    const text::Span line = source.line_span(number);
    const std::string_view words = source.slice(line);
    const bool in_body = line.start >= body_start;
    if (in_body && words.find_first_not_of(marks) != std::string_view::npos) ++of_body;
    const std::string_view until = until_in(words);
    if (until.empty()) continue;
    const auto start = static_cast<std::uint32_t>(until.data() - source.text().data());
    return EmbargoLine{std::string(until), {start, start + static_cast<std::uint32_t>(until.size())}, in_body};
  }
  return {};
}

}  // namespace pressmark::release
