// Reads the `inspection:` block and says what is wrong with it.
#include "pressmark/inspection/declared.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "pressmark/inspection/nearest.h"
#include "pressmark/markdown/url.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/flags.h"

namespace pressmark::inspection {
namespace {

using front_matter::Entry;
using front_matter::Value;
using text::filled;
using text::Fix;
using text::suggestion;

constexpr std::array<std::string_view, 7> known_keys = {"body",   "scale",  "subject", "date",
                                                        "report", "grades", "previous"};

/// A grade as the block says it, before its scale is known.
struct Claim {
  const Entry* entry;
  When when;
};

struct Block {
  const Value* value = nullptr;
  const Entry* scale = nullptr;
  const Entry* body = nullptr;
  const Entry* subject = nullptr;
  const Entry* date = nullptr;
  const Entry* report = nullptr;
  std::vector<Claim> claims;
};

std::string listed(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) out += at + 1 == names.size() ? " and " : ", ";
    out += names[at];
  }
  return out;
}

/// Replaces a key or value by another name, in the quotes that the author used.
Fix replacement(const text::Source& source, text::Span span, std::string_view name) {
  const std::string_view written = source.slice(span);
  std::string text(name);
  if (!written.empty() && (written.front() == '"' || written.front() == '\'')) {
    text = written.front() + text + written.front();
  } else if (text.find(", ") != std::string::npos || text.find(": ") != std::string::npos) {
    text = '"' + text + '"';
  }
  return {filled("Write “{}”", name), span, std::move(text)};
}

class Reader {
 public:
  Reader(const text::Source& source, const DeclaredOptions& options, const Catalogue& catalogue,
         text::Diagnostics& diagnostics)
      : source_(source), options_(options), catalogue_(catalogue), diagnostics_(diagnostics) {}

  void read_block(const Value& value, Inspection& inspection) {
    if (!value.is_map()) {
      diagnostics_.error("grades-no-block", value.span,
                         "The inspection must be a list of details: write body, date and grades on lines of their own "
                         "below “inspection:”, each two spaces in.");
      return;
    }
    const Block block = gather(value);
    if (block.date && block.date->value.is_scalar() && !inspection.date) inspection.date = block.date->value.scalar;
    read_report(block, inspection);
    if (block.claims.empty()) return;
    const Scale* scale = choose_scale(block);
    if (!scale) return;
    for (const Claim& claim : block.claims) read_claim(claim, block, *scale, inspection);
  }

  /// Takes out what is said twice; where the grades differ, neither can be trusted.
  void settle(std::vector<Grade>& grades) {
    text::Flags drop(grades.size(), false);
    for (std::size_t i = 0; i < grades.size(); ++i) {
      for (std::size_t j = i + 1; j < grades.size(); ++j) {
        if (!same_claim(grades[i], grades[j])) continue;
        if (grades[i].grade == grades[j].grade) {
          drop[j] = true;
          continue;
        }
        drop[i] = drop[j] = true;
        diagnostics_.error("grades-declared-twice", grades[j].evidence,
                           filled("“{}” is declared twice with different grades, “{}” (line {}) and “{}”. Neither is "
                                  "shown: take out the wrong one.",
                                  grades[j].area, grades[i].grade->label, source_.line_of(grades[i].evidence.start),
                                  grades[j].grade->label));
      }
    }
    std::size_t at = 0;
    std::erase_if(grades, [&](const Grade&) { return drop[at++]; });
  }

 private:
  static bool same_claim(const Grade& a, const Grade& b) {
    return a.scale == b.scale && a.area == b.area && a.when == b.when && a.subject == b.subject;
  }

  Block gather(const Value& value) {
    Block block;
    block.value = &value;
    for (const Entry& entry : value.entries) {
      const std::string key = folded(entry.key);
      if (key == "scale")
        block.scale = &entry;
      else if (key == "body")
        block.body = &entry;
      else if (key == "subject")
        block.subject = &entry;
      else if (key == "date")
        block.date = &entry;
      else if (key == "report")
        block.report = &entry;
      else if (key == "grades")
        gather_claims(entry, When::current, block);
      else if (key == "previous")
        gather_claims(entry, When::previous, block);
      else
        report_key(entry);
    }
    return block;
  }

  void gather_claims(const Entry& entry, When when, Block& block) {
    if (entry.value.kind == front_matter::ValueKind::null) return;
    if (!entry.value.is_map()) {
      diagnostics_.error(
          "grades-no-areas", entry.value.span,
          filled("Each grade needs its area: write lines such as “Efficiency: good” below “{}:”.", entry.key));
      return;
    }
    for (const Entry& claim : entry.value.entries) block.claims.push_back({&claim, when});
  }

  void report_key(const Entry& entry) {
    const auto meant = nearest(entry.key, known_keys);
    std::optional<Fix> fix;
    if (meant) fix = replacement(source_, entry.key_span, *meant);
    diagnostics_.warning(
        "grades-unknown-key", entry.key_span,
        filled("“{}” is not known inside “inspection:”{}", entry.key,
               suggestion(meant, ". Known are body, scale, subject, date, report, grades and previous.")),
        std::move(fix));
  }

  void read_report(const Block& block, Inspection& inspection) {
    if (!block.report || !block.report->value.is_scalar()) return;
    const std::string url = markdown::decode_entities(block.report->value.scalar);
    if (auto safe = markdown::safe_url(url, {}, markdown::UrlUse::link)) {
      inspection.reports.push_back(std::move(*safe));
      inspection.reported.push_back(block.subject ? block.subject->value.scalar : std::string());
    } else {
      diagnostics_.warning("grades-report-url", block.report->value.span,
                           "The address of the report is left out: it must begin with https:// or http://.");
    }
  }

  const Scale* choose_scale(const Block& block) {
    if (block.scale) return scale_by_id(*block.scale);
    if (!block.body && !options_.scale.empty()) {
      if (const Scale* scale = catalogue_.find(options_.scale)) return scale;
    }
    std::vector<const Scale*> candidates;
    for (const Scale& scale : catalogue_.scales()) {
      if (scale.grades.empty()) continue;
      if (!block.body || (block.body->value.is_scalar() && is_body(scale, block.body->value.scalar))) {
        candidates.push_back(&scale);
      }
    }
    if (candidates.empty()) {
      report_body(*block.body);
      return nullptr;
    }
    narrow_by_date(block, candidates);
    narrow(candidates, [&](const Scale& scale) { return known_grades(scale, block); });
    narrow(candidates, [&](const Scale& scale) { return known_areas(scale, block); });
    narrow(candidates, [&](const Scale& scale) { return cues_in_subject(scale, block); });
    if (candidates.size() == 1) return candidates.front();
    report_unclear(block, candidates);
    return nullptr;
  }

  const Scale* scale_by_id(const Entry& entry) {
    if (entry.value.is_scalar()) {
      if (const Scale* scale = catalogue_.find(entry.value.scalar)) return scale;
    }
    std::vector<std::string_view> ids;
    for (const Scale& scale : catalogue_.scales()) ids.push_back(scale.id);
    const auto meant = nearest(entry.value.scalar, ids);
    std::optional<Fix> fix;
    if (meant) fix = replacement(source_, entry.value.span, *meant);
    diagnostics_.error("grades-unknown-scale", entry.value.span,
                       filled("There is no grade scale “{}”, so its grades are not shown{}", entry.value.scalar,
                              suggestion(meant, filled(". The scales are {}.", listed(ids)))),
                       std::move(fix));
    return nullptr;
  }

  void report_body(const Entry& body) {
    std::vector<std::string_view> names;
    for (const Scale& scale : catalogue_.scales()) {
      if (std::find(names.begin(), names.end(), scale.inspectorate) == names.end()) names.push_back(scale.inspectorate);
    }
    const auto meant = nearest(body.value.scalar, names);
    std::optional<Fix> fix;
    if (meant) fix = replacement(source_, body.value.span, *meant);
    diagnostics_.error("grades-unknown-body", body.value.span,
                       filled("No inspectorate “{}” is known, so its grades are not shown{}", body.value.scalar,
                              suggestion(meant, filled(". Known are {}.", listed(names)))),
                       std::move(fix));
  }

  void report_unclear(const Block& block, const std::vector<const Scale*>& candidates) {
    std::vector<std::string_view> ids;
    for (const Scale* scale : candidates) ids.push_back(scale->id);
    diagnostics_.error("grades-scale-unclear", block.body ? block.body->value.span : block.value->span,
                       filled("Several grade scales fit these grades, so none is shown: write a line such as “scale: "
                              "{}”. The ones that fit are {}.",
                              ids.front(), listed(ids)));
  }

  /// Keeps the candidates with the highest score.
  template <typename Score>
  static void narrow(std::vector<const Scale*>& candidates, Score score) {
    std::size_t best = 0;
    for (const Scale* scale : candidates) best = std::max(best, score(*scale));
    std::erase_if(candidates, [&](const Scale* scale) { return score(*scale) < best; });
  }

  void narrow_by_date(const Block& block, std::vector<const Scale*>& candidates) const {
    std::optional<Day> day;
    if (block.date) day = read_day(block.date->value.scalar);
    if (!day) day = read_day(options_.published.substr(0, std::min<std::size_t>(10, options_.published.size())));
    if (day) narrow(candidates, [&](const Scale& scale) -> std::size_t { return covers(scale, *day) ? 1 : 0; });
  }

  static std::size_t known_grades(const Scale& scale, const Block& block) {
    return static_cast<std::size_t>(std::count_if(block.claims.begin(), block.claims.end(), [&](const Claim& claim) {
      return find_grade(scale, claim.entry->value.scalar) != nullptr;
    }));
  }

  static std::size_t known_areas(const Scale& scale, const Block& block) {
    return static_cast<std::size_t>(std::count_if(block.claims.begin(), block.claims.end(), [&](const Claim& claim) {
      return find_area(scale, claim.entry->key) || (scale.overall && folded(claim.entry->key) == "overall");
    }));
  }

  static std::size_t cues_in_subject(const Scale& scale, const Block& block) {
    if (!block.subject) return 0;
    const std::string subject = folded(block.subject->value.scalar);
    const bool found = std::any_of(scale.cues.begin(), scale.cues.end(),
                                   [&](std::string_view cue) { return subject.find(cue) != std::string::npos; });
    return found ? 1 : 0;
  }

  void read_claim(const Claim& claim, const Block& block, const Scale& scale, Inspection& inspection) {
    const Entry& entry = *claim.entry;
    const ScaleGrade* grade = entry.value.is_scalar() ? find_grade(scale, entry.value.scalar) : nullptr;
    if (!grade) {
      report_grade(entry, scale);
      return;
    }
    Grade found;
    found.scale = &scale;
    found.grade = grade;
    found.area = area_name(entry, scale);
    if (block.subject && block.subject->value.is_scalar() && !block.subject->value.scalar.empty()) {
      found.subject = block.subject->value.scalar;
    }
    found.when = claim.when;
    found.source = GradeSource::declared;
    found.evidence = entry.value.span;
    // The block's date is that of this inspection; when the one before was, it does not say.
    const bool is_dated = claim.when == When::current && block.date && block.date->value.is_scalar();
    if (is_dated && !block.date->value.scalar.empty()) found.date = block.date->value.scalar;
    inspection.grades.push_back(std::move(found));
  }

  void report_grade(const Entry& entry, const Scale& scale) {
    std::vector<std::string_view> labels;
    for (const ScaleGrade& grade : scale.grades) labels.push_back(grade.label);
    const auto meant = nearest(entry.value.scalar, labels);
    std::optional<Fix> fix;
    if (meant && entry.value.is_scalar()) fix = replacement(source_, entry.value.span, *meant);
    diagnostics_.error("grades-unknown-grade", entry.value.span,
                       filled("“{}” is not a grade of {} ({}), so it is not shown{}", source_.slice(entry.value.span),
                              scale.name, scale.id, suggestion(meant, filled(". Its grades are {}.", listed(labels)))),
                       std::move(fix));
  }

  std::string area_name(const Entry& entry, const Scale& scale) {
    if (const ScaleArea* area = find_area(scale, entry.key)) return std::string(area->name);
    const std::string key = folded(entry.key);
    if (key == "all") return key;
    if (key == "overall") {
      if (!scale.overall) {
        diagnostics_.warning("grades-no-overall", entry.key_span,
                             filled("{} gives no overall grade under {}. Name the area that was graded.",
                                    scale.inspectorate, scale.name));
      }
      return key;
    }
    // A scale of one's own need not say which areas it grades.
    if (scale.areas.empty() && !scale.overall) return entry.key;
    std::vector<std::string_view> names;
    for (const ScaleArea& area : scale.areas) names.push_back(area.name);
    const auto meant = nearest(entry.key, names);
    std::optional<Fix> fix;
    if (meant) fix = replacement(source_, entry.key_span, *meant);
    diagnostics_.warning("grades-unknown-area", entry.key_span,
                         filled("“{}” is not an area of {} ({}). It is shown as written{}", entry.key, scale.name,
                                scale.id, suggestion(meant, ".")),
                         std::move(fix));
    return entry.key;
  }

  const text::Source& source_;
  const DeclaredOptions& options_;
  const Catalogue& catalogue_;
  text::Diagnostics& diagnostics_;
};

}  // namespace

Inspection read_declared(const front_matter::FrontMatter& front_matter, const text::Source& source,
                         const DeclaredOptions& options, const Catalogue& catalogue, text::Diagnostics& diagnostics) {
  Inspection inspection;
  const Entry* entry = front_matter.metadata.is_map() ? front_matter.metadata.find("inspection") : nullptr;
  if (!entry || entry->value.kind == front_matter::ValueKind::null) return inspection;
  Reader reader(source, options, catalogue, diagnostics);
  if (entry->value.is_list()) {
    for (const Value& block : entry->value.items) reader.read_block(block, inspection);
  } else {
    reader.read_block(entry->value, inspection);
  }
  reader.settle(inspection.grades);
  return inspection;
}

}  // namespace pressmark::inspection
