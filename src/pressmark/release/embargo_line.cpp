#include "pressmark/release/embargo_line.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "pressmark/text/ascii.h"
#include "pressmark/text/scan.h"
#include "pressmark/text/words.h"

namespace pressmark::release {
namespace {

constexpr std::uint32_t lines_of_head = 5;  // of the body; empty ones are not counted
constexpr std::uint32_t lines_of_lost_front_matter = 40;
constexpr std::string_view marks = " \t\r#*_>\"'([{|=:-.,";
constexpr std::string_view marks_behind = " \t\r*_\"')].,|";
/// What stands before the name of an embargo ("press release – strictly embargoed") and between it and its moment.
constexpr text::Words words_around =
    "strictly\nstrict\nunder\ndan\nnews\npress\nmedia\nrelease\nstatus\nthis\nis\nnot\nfor\nuse\npublication\nbroadcast"
    "\nor\n"
    "before\nuntil\ntill\ntan\nto\ndate\ntime";

/// How a line leads up to the moment of an embargo.
struct Lead {
  bool named = false;     // "embargo", "embargoed"
  bool pointed = false;   // a colon behind its name, or "until": what follows is a moment, however it is written
  bool withheld = false;  // "not for publication"
  bool crosses = false;   // it ends on a line below, where its moment must begin
  std::size_t end = 0;
};

/// Marks and tags, and line ends where nothing but the moment is missing.
void skip_marks(std::string_view text, Lead& lead) {
  for (; lead.end < text.size(); ++lead.end) {
    const char mark = text[lead.end];
    lead.crosses |= mark == '\n';
    lead.pointed |= lead.named && (mark == ':' || mark == '=' || mark == '|');
    if (mark == '<') {
      lead.end = std::min(text.find('>', lead.end), text.size() - 1);
    } else if (marks.find(mark) == std::string_view::npos && !(mark == '\n' && lead.pointed)) {
      return;
    }
  }
}

/// Reads marks, tags and words of a lead up to the first other word.
Lead lead_of(std::string_view text) {
  Lead lead;
  for (bool denied = false;;) {
    skip_marks(text, lead);
    if (lead.crosses) return lead;
    const std::size_t start = lead.end;
    while (lead.end < text.size() && text::is_letter(text[lead.end])) ++lead.end;
    const std::string_view word = text.substr(start, lead.end - start);
    if (text::begins_alike(word, "embargo")) {
      lead.end = start + (text::begins_alike(word, "embargoed") ? 9 : 7);
      lead.named = true;
    } else if (!text::has_alike(words_around, word)) {
      lead.end = start;
      return lead;
    }
    lead.pointed |= text::has_alike("until\ntill\ntan\nbefore", word);
    lead.withheld |= denied && text::has_alike("publication\nbroadcast", word);
    denied |= text::has_alike("not", word);
  }
}

/// Whether what stands behind a moment may be its time of day or its zone, in a form that is not known.
bool changes_moment(std::string_view rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const bool zone = rest.size() > 1 && text::is_capital(rest[0]) && text::is_capital(rest[1]);  // "EST"
  return zone || rest.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

std::optional<EmbargoLine> find_embargo_line(const text::Source& source, std::uint32_t body_start, bool blank_entry,
                                             DateOrder order) {
  std::uint32_t of_body = 0, most = lines_of_head;
  for (std::uint32_t number = 1; number <= source.line_count() && of_body < most; ++number) {
    const text::Span span = source.line_span(number);
    const bool in_body = span.start >= body_start;
    std::string text = text::with_plain_spaces(source.slice(span));
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (in_body && first < span.size()) {
      // Front matter that could not be read stands in the body.
      if (of_body++ == 0 && std::string_view("+-`~{").find(text[first]) != std::string_view::npos)
        most = lines_of_lost_front_matter;
    }
    Lead lead = lead_of(text);
    if (lead.pointed && lead.end >= text.size()) {  // the moment may stand on a line below
      const std::uint32_t end_of_next = source.line_span(std::min(number + 2, source.line_count())).end;
      text = text::with_plain_spaces(source.slice({span.start, end_of_next}));
      lead = lead_of(text);
    }
    if (!lead.named && !(lead.withheld && lead.pointed)) continue;
    const std::size_t line_end = std::min(text.find('\n', lead.end), text.size());
    const std::string_view line = std::string_view(text).substr(0, line_end);
    const std::size_t moment = moment_at_front(line.substr(lead.end), order);
    std::size_t end = line.find_last_not_of(marks_behind) + 1;
    if (moment == 0) {
      const bool is_said = lead.named && lead.pointed && !lead.crosses && end > lead.end;
      if (!is_said || (blank_entry && !in_body)) continue;
    } else if (!changes_moment(line.substr(lead.end + moment))) {
      end = lead.end + moment;
    }
    return EmbargoLine{
        {span.start + static_cast<std::uint32_t>(lead.end), span.start + static_cast<std::uint32_t>(end)},
        moment > 0,
        in_body};
  }
  return {};
}

}  // namespace pressmark::release
