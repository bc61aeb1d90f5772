// Lays the own scales out as the built-in tables are.
#include "pressmark/inspection/catalogue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pressmark::inspection {

const Catalogue& Catalogue::built_in() {
  static const Catalogue catalogue({}, {});
  return catalogue;
}

Catalogue::Catalogue(std::vector<ScaleDefinition> of_page, std::vector<ScaleDefinition> of_release) {
  if (of_page.empty() && of_release.empty()) return;
  std::erase_if(of_page, [&](const ScaleDefinition& mine) {
    return std::any_of(of_release.begin(), of_release.end(), [&](const auto& other) { return other.id == mine.id; });
  });
  const std::size_t first_of_release = inspection::scales().size() + of_page.size();
  definitions_ = std::move(of_page);
  std::move(of_release.begin(), of_release.end(), std::back_inserter(definitions_));
  all_.assign(inspection::scales().begin(), inspection::scales().end());
  for (const ScaleDefinition& definition : definitions_) add(definition);
  for (std::size_t at = first_of_release; at < all_.size(); ++at) of_release_ |= ScaleSet{1} << at;
}

void Catalogue::add(const ScaleDefinition& definition) {
  std::vector<ScaleGrade>& grades = grades_.emplace_back();
  for (const ScaleDefinition::Grade& grade : definition.grades) {
    const auto rank = static_cast<std::uint8_t>(grades.size() + 1);
    grades.push_back({.id = grade.id,
                      .label = grade.label,
                      .label_cy = grade.label_cy,
                      .definition = grade.definition,
                      .words = joined(grade.words),
                      .rank = rank,
                      .tone = grade.tone,
                      .number = grade.number});
  }
  std::vector<ScaleArea>& areas = areas_.emplace_back();
  for (const ScaleDefinition::Area& area : definition.areas) {
    areas.push_back({.name = area.name,
                     .name_cy = area.name_cy,
                     .pillar = area.pillar,
                     .aliases = joined(area.aliases),
                     .former = area.former});
  }
  all_.push_back({.id = definition.id,
                  .name = definition.name,
                  .inspectorate = definition.inspectorate,
                  .inspectorate_names = joined(definition.names),
                  .nicknames = joined(definition.nicknames),
                  .programmes = joined(definition.programmes),
                  .cues = joined(definition.cues),
                  .from = definition.from,
                  .to = definition.to,
                  .overall = definition.overall,
                  .numbers = definition.numbers,
                  .grades = grades,
                  .areas = areas,
                  .ungraded = joined(definition.ungraded),
                  .never = joined(definition.never)});
}

Words Catalogue::joined(const std::vector<std::string>& words) {
  std::string& lines = words_.emplace_back();
  for (const std::string& word : words) {
    if (!lines.empty()) lines += '\n';
    const std::size_t start = lines.size();
    lines += word;
    std::replace(lines.begin() + static_cast<std::ptrdiff_t>(start), lines.end(), '\n', ' ');
  }
  return Words(lines);
}

const Scale* Catalogue::find(std::string_view id) const {
  const auto found = std::find_if(scales().begin(), scales().end(), [&](const Scale& scale) { return scale.id == id; });
  return found == scales().end() ? nullptr : &*found;
}

const Lexicon& Catalogue::lexicon() const {
  if (all_.empty()) return Lexicon::built_in();
  if (!lexicon_) lexicon_ = std::make_unique<const Lexicon>(all_);
  return *lexicon_;
}

}  // namespace pressmark::inspection
