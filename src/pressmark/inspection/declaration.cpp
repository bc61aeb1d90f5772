#include "pressmark/inspection/declaration.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"

namespace pressmark::inspection {
namespace {

using front_matter::Entry;
using front_matter::Kind;
using front_matter::Value;
using text::filled;
using text::Fix;
using Grades = std::vector<const Grade*>;

bool names_area(const Grade& grade) { return grade.area != "all" && grade.area != "some"; }

Grades detected_of(const Inspection& inspection, When when) {
  Grades found;
  for (const Grade& grade : inspection.grades) {
    if (grade.source == GradeSource::detected && grade.when == when) found.push_back(&grade);
  }
  return found;
}

/// A name as YAML reads it back: in quotes where a plain one could mean something else.
std::string yaml_text(std::string_view name) {
  const auto is_plain = [](char c) {
    return text::is_letter(c) || text::is_digit(c) || c == ' ' || c == '-' || c == '\'' || c == '(' || c == ')' ||
           c == '/' || static_cast<unsigned char>(c) >= 0x80;
  };
  const std::string lower = folded(name);
  const bool word = lower == "true" || lower == "false" || lower == "null" || lower == "yes" || lower == "no" ||
                    lower == "on" || lower == "off";
  if (!name.empty() && text::is_letter(name.front()) && name.back() != ' ' && !word &&
      std::all_of(name.begin(), name.end(), is_plain)) {
    return std::string(name);
  }
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

class Offer {
 public:
  Offer(const Inspection& inspection, const front_matter::FrontMatter& front_matter, const text::Source& source,
        const text::Diagnostics& diagnostics)
      : inspection_(inspection),
        front_matter_(front_matter),
        source_(source),
        diagnostics_(diagnostics),
        now_(detected_of(inspection, When::current)),
        before_(detected_of(inspection, When::previous)) {
    const std::size_t line_end = source.text().find('\n');
    const bool two = line_end != std::string_view::npos && line_end > 0 && source.text()[line_end - 1] == '\r';
    line_end_ = two ? "\r\n" : "\n";
  }

  [[nodiscard]] std::optional<Fix> fix() const {
    if (!is_certain()) return {};
    const Entry* entry = front_matter_.metadata.is_map() ? front_matter_.metadata.find("inspection") : nullptr;
    return entry ? extension(*entry) : whole_block();
  }

 private:
  /// One body, one scale, every area named.
  [[nodiscard]] bool is_certain() const {
    const auto fits = [&](const Grade* grade) {
      return names_area(*grade) && grade->scale == now_.front()->scale && grade->subject == now_.front()->subject;
    };
    return std::all_of(now_.begin(), now_.end(), fits) && std::all_of(before_.begin(), before_.end(), fits);
  }

  [[nodiscard]] std::string lines(const Grades& grades, const std::string& indent) const {
    std::string text;
    for (const Grade* grade : grades) {
      text += filled("{}{}: {}{}", indent, yaml_text(grade->area), yaml_text(grade->grade->label), line_end_);
    }
    return text;
  }

  [[nodiscard]] std::string block(const std::string& indent) const {
    const std::string inner = indent + "  ";
    const std::string innermost = inner + "  ";
    std::string text =
        filled("{}inspection:{}{}scale: {}{}", indent, line_end_, inner, now_.front()->scale->id, line_end_);
    if (now_.front()->subject) text += filled("{}subject: {}{}", inner, yaml_text(*now_.front()->subject), line_end_);
    text += filled("{}grades:{}{}", inner, line_end_, lines(now_, innermost));
    if (!before_.empty()) text += filled("{}previous:{}{}", inner, line_end_, lines(before_, innermost));
    return text;
  }

  [[nodiscard]] std::optional<Fix> whole_block() const {
    if (front_matter_.kind == Kind::none) {
      if (has_faults()) return {};
      const std::uint32_t start = source_.content_start();
      return Fix{label(), {start, start}, filled("---{}{}---{}{}", line_end_, block(""), line_end_, line_end_)};
    }
    if (front_matter_.kind != Kind::yaml && front_matter_.kind != Kind::fenced_yaml) return {};
    const std::uint32_t end = front_matter_.content.end;
    if (end == 0 || source_.text()[end - 1] != '\n') return {};
    const auto indent = has_faults() ? std::nullopt : indent_of(front_matter_.metadata);
    if (!indent) return {};
    return Fix{label(), {end, end}, block(*indent)};
  }

  /// Further lines below the last declared grade.
  [[nodiscard]] std::optional<Fix> extension(const Entry& entry) const {
    const Entry* grades = entry.value.is_map() ? entry.value.find("grades") : nullptr;
    if (!grades || !grades->value.is_map() || grades->value.entries.empty() || !before_.empty() || has_faults())
      return {};
    if (front_matter_.kind != Kind::yaml && front_matter_.kind != Kind::fenced_yaml) return {};
    const bool same = std::all_of(inspection_.grades.begin(), inspection_.grades.end(), [&](const Grade& grade) {
      return grade.scale == now_.front()->scale && grade.subject == now_.front()->subject;
    });
    const auto indent = indent_of(grades->value);
    const Value& last = grades->value.entries.back().value;
    if (!same || !indent || last.span.empty()) return {};
    const std::uint32_t end = source_.line_span(source_.line_of(last.span.end - 1)).end;
    std::string text = line_end_ + lines(now_, *indent);
    text.resize(text.size() - line_end_.size());
    return Fix{label(), {end, end}, std::move(text)};
  }

  /// What stands before the keys of a block map; nothing where it is no block map. An empty front matter has no keys
  /// yet.
  [[nodiscard]] std::optional<std::string> indent_of(const Value& map) const {
    if (!map.is_map() || map.entries.empty()) {
      const std::string_view content = source_.slice(front_matter_.content);
      if (content.find_first_not_of(" \t\r\n") == std::string_view::npos) return "";
      return {};
    }
    std::string indent;
    for (const Entry& entry : map.entries) {
      const std::uint32_t start = source_.line_start(source_.line_of(entry.key_span.start));
      const std::string_view before = source_.slice({start, entry.key_span.start});
      if (before.find_first_not_of(' ') != std::string_view::npos) return {};
      indent = before;
    }
    return indent;
  }

  [[nodiscard]] bool has_faults() const {
    return std::any_of(diagnostics_.all().begin(), diagnostics_.all().end(), [](const text::Diagnostic& diagnostic) {
      return diagnostic.severity == text::Severity::error && diagnostic.code.starts_with("front-matter");
    });
  }

  [[nodiscard]] std::string label() const {
    return now_.size() == 1 ? "Declare this grade" : filled("Declare these {} grades", now_.size());
  }

  const Inspection& inspection_;
  const front_matter::FrontMatter& front_matter_;
  const text::Source& source_;
  const text::Diagnostics& diagnostics_;
  Grades now_, before_;
  std::string line_end_;
};

}  // namespace

void offer_declaration(const Inspection& inspection, const front_matter::FrontMatter& front_matter,
                       const text::Source& source, text::Diagnostics& diagnostics) {
  const Grades grades = detected_of(inspection, When::current);
  if (grades.empty()) return;
  for (const Grade* grade : grades) {
    if (grade->area != "all") continue;
    diagnostics.info("grades-unnamed", grade->evidence,
                     filled("The text claims “{}” for all areas and names none of them. Name each area, or declare its "
                            "grade in the front matter.",
                            grade->grade->label));
  }
  std::optional<Fix> fix = Offer(inspection, front_matter, source, diagnostics).fix();
  diagnostics.info(
      "grades-detected", grades.front()->evidence,
      filled("{} read from the text, and the page says so. What the front matter declares needs no such note.",
             grades.size() == 1 ? "One grade is" : filled("{} grades are", grades.size())),
      std::move(fix));
}

}  // namespace pressmark::inspection
