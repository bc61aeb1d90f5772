// Writes the messages, and the block that the author may accept.
#include "pressmark/inspection/advice.h"

#include <algorithm>
#include <optional>
#include <string>

namespace pressmark::inspection {
namespace {

using front_matter::Kind;

std::string quoted(std::string_view words) { return "“" + std::string(words) + "”"; }

std::string line_of(const Grade& grade, const text::Source& source) {
  return "line " + std::to_string(source.position(grade.evidence.start).line);
}

bool is_named(const Grade& grade) { return grade.when == When::current && grade.area != "all" && grade.area != "some"; }

/// A YAML key or value that needs no thought: quoted where a comma or colon might be misread.
std::string yaml(std::string_view words) {
  const bool plain = words.find_first_of(":,#'\"&*{}[]|>%@`!?") == std::string_view::npos;
  return plain ? std::string(words) : '"' + std::string(words) + '"';
}

std::string block_of(const std::vector<const Grade*>& grades) {
  std::string text = "inspection:\n  scale: " + std::string(grades.front()->scale->id) + "\n  grades:\n";
  for (const Grade* grade : grades) {
    text += "    " + yaml(grade->area) + ": " + std::string(grade->grade->id) + "\n";
  }
  return text;
}

/// The grades that one block can hold: of one scheme, each area once.
std::vector<const Grade*> declarable(const std::vector<Grade>& grades) {
  std::vector<const Grade*> named;
  for (const Grade& grade : grades) {
    if (!is_named(grade)) continue;
    const bool clash = std::any_of(named.begin(), named.end(), [&](const Grade* other) {
      return other->scale != grade.scale || other->area == grade.area;
    });
    if (clash) return {};
    named.push_back(&grade);
  }
  return named;
}

std::optional<text::Fix> declaration(const std::vector<const Grade*>& grades,
                                     const front_matter::FrontMatter& front_matter, const text::Source& source) {
  const std::string label = "Declare these grades in the front matter";
  const std::string block = block_of(grades);
  if (front_matter.kind == Kind::none) {
    const std::uint32_t start = source.content_start();
    return text::Fix{label, {start, start}, "---\n" + block + "---\n\n"};
  }
  const bool yaml_map = (front_matter.kind == Kind::yaml || front_matter.kind == Kind::fenced_yaml) &&
                        front_matter.metadata.is_map() && !front_matter.metadata.find("inspection");
  if (!yaml_map) return std::nullopt;
  const std::uint32_t end = front_matter.content.end;
  const bool new_line = end == 0 || source.text()[end - 1] == '\n' || source.text()[end - 1] == '\r';
  return text::Fix{label, {end, end}, new_line ? block : "\n" + block.substr(0, block.size() - 1)};
}

}  // namespace

void report_contradiction(const Grade& first, const Grade& second, const text::Source& source,
                          text::Diagnostics& diagnostics) {
  diagnostics.warning("grades-contradict", second.evidence,
                      "The text gives " + quoted(second.area) + " two grades, " + quoted(first.grade->label) + " (" +
                          line_of(first, source) + ") and " + quoted(second.grade->label) + " (" +
                          line_of(second, source) +
                          "). Neither is shown: say which is the grade now, or declare it in the front matter.");
}

void report_unnamed(const Grade& counted, int named, text::Diagnostics& diagnostics) {
  const std::string names = named == 0 ? "none of them" : "only " + std::to_string(named);
  diagnostics.info("grades-unnamed", counted.evidence,
                   "The text claims " + quoted(counted.grade->label) + " for " + std::to_string(*counted.count) +
                       " areas and names " + names + ". Only areas that are named can be shown.");
}

void report_no_area(const ScaleGrade& grade, const Scale& scale, text::Span place, text::Diagnostics& diagnostics) {
  diagnostics.info("grades-no-area", place,
                   quoted(grade.label) + " is not shown: it does not say of which area, and " +
                       std::string(scale.inspectorate) + " gives no overall grade under " + quoted(scale.name) + ".");
}

void report_foreign_grade(std::string_view words, const Scale& scale, text::Span place,
                          text::Diagnostics& diagnostics) {
  std::string labels;
  for (const ScaleGrade& grade : scale.grades) labels += (labels.empty() ? "" : ", ") + std::string(grade.label);
  diagnostics.warning("grades-not-of-scale", place,
                      quoted(words) + " is not a grade of " + quoted(scale.name) +
                          ", so it is not shown. Its grades are " + labels + ".");
}

void offer_declaration(const std::vector<Grade>& grades, const front_matter::FrontMatter& front_matter,
                       const text::Source& source, text::Diagnostics& diagnostics) {
  const std::vector<const Grade*> named = declarable(grades);
  if (named.empty()) return;
  auto fix = declaration(named, front_matter, source);
  if (!fix) return;
  const std::string count = named.size() == 1 ? "One grade was" : std::to_string(named.size()) + " grades were";
  diagnostics.info("grades-detected", named.front()->evidence,
                   count + " read from the text. To be sure of what is shown, declare them in the front matter.",
                   std::move(fix));
}

}  // namespace pressmark::inspection
