// The pipeline of detection: tokens and phrases, the scheme, what sentences claim, what the whole text says of that,
// and at the end the choice of what is firm enough to show.
#include "pressmark/inspection/detect.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "pressmark/inspection/advice.h"
#include "pressmark/inspection/discourse.h"
#include "pressmark/inspection/firmness.h"
#include "pressmark/inspection/found_grades.h"
#include "pressmark/inspection/passage.h"
#include "pressmark/inspection/read_text.h"
#include "pressmark/inspection/scheme.h"
#include "pressmark/inspection/settle_claims.h"
#include "pressmark/inspection/sieve.h"
#include "pressmark/inspection/subject.h"

namespace pressmark::inspection {
namespace {

constexpr std::size_t longest_evidence = 320;  // bytes; beyond it the part of the sentence that binds grade and area
constexpr double near_body_bonus = 6;

std::vector<std::string_view> context_of(const front_matter::FrontMatter& front_matter) {
  std::vector<std::string_view> context;
  for (const std::string_view path : {"title", "og.title", "og.description", "description"}) {
    const front_matter::Entry* entry = front_matter.metadata.is_map() ? front_matter.metadata.find_path(path) : nullptr;
    if (entry && entry->value.is_scalar()) context.push_back(entry->value.scalar);
  }
  return context;
}

/// The scale that the page asks for, and those that the release brings itself.
ScaleSet hinted(std::string_view id, const Catalogue& catalogue) {
  ScaleSet set = catalogue.of_release();
  if (const Scale* scale = catalogue.find(id)) set |= ScaleSet{1} << (scale - catalogue.scales().data());
  return set;
}

class Detector {
 public:
  explicit Detector(ReadText text)
      : text_(std::move(text)),
        discourse_(read_discourse(text_)),
        grades_(text_, settle_claims(discourse_, text_)),
        firmness_(discourse_.claims, text_.passage) {}

  Detection run() {
    std::vector<const Claim*> without_area;
    for (const Claim& claim : discourse_.claims) {
      if (auto grade = to_grade(claim)) {
        grades_.add({std::move(*grade), &claim});
      } else if (claim.scope == Scope::overall && claim.strength == Strength::asserted &&
                 claim.time != Time::previous) {
        without_area.push_back(&claim);
      }
    }
    for (FoundGrade& found : grades_.all()) find_evidence(*found.claim, found.grade);
    grades_.settle_unnamed();
    grades_.drop_contradictions();
    std::vector<Grade> firm;
    for (FoundGrade& found : grades_.all()) firm.push_back(std::move(found.grade));
    for (const Claim* claim : without_area) report_without_area(*claim, firm);
    return apart(std::move(firm));
  }

 private:
  std::optional<Grade> to_grade(const Claim& claim) {
    if (!firmness_.is_firm(claim)) return std::nullopt;
    std::optional<Grade> best;
    double best_score = 0;
    for (const Meaning& meaning : claim.grade->meanings()) {
      if (meaning.kind != PhraseKind::grade || !contains(text_.scheme.likely, meaning.scale)) continue;
      const Scale& scale = text_.scales()[meaning.scale];
      const auto area = area_in(claim, meaning.scale);
      if (!area) continue;
      const double score =
          text_.scheme.score[meaning.scale] + (contains(claim.near_bodies, meaning.scale) ? near_body_bonus : 0);
      if (best && score <= best_score) continue;
      best_score = score;
      if (!best) best.emplace();
      best->scale = &scale;
      best->grade = &scale.grades[meaning.item];
      best->area = *area;
    }
    if (!best) return best;
    if (claim.scope != Scope::area && claim.count > 0) best->count = claim.count;
    best->when = claim.time == Time::previous ? When::previous : When::current;
    best->source = GradeSource::detected;
    if (claim.subject_last > claim.subject_first) {
      best->subject = words_of(text_.document, text_.passage.blocks[claim.block - claim.headed_by],
                               {claim.subject_first, claim.subject_last});
    }
    return best;
  }

  /// The name of what is graded, if this scale grades it.
  [[nodiscard]] std::optional<std::string_view> area_in(const Claim& claim, std::uint8_t scale) const {
    switch (claim.scope) {
      case Scope::all:
        return "all";
      case Scope::some:
        return "some";
      case Scope::overall:
        // A text that says so of a scheme that grades areas alone is taken at its word.
        if (text_.scales()[scale].overall || claim.says_overall) return "overall";
        return std::nullopt;
      case Scope::area:
        break;
    }
    const ScaleArea* area = nullptr;
    for (const Meaning& meaning : claim.area->meanings()) {
      if (meaning.kind != PhraseKind::area || meaning.scale != scale) continue;
      if (meaning.item == the_whole) return "overall";
      const ScaleArea& other = text_.scales()[scale].areas[meaning.item];
      if (!area || (area->former != other.former && other.former == uses_former(scale))) area = &other;
    }
    if (!area) return std::nullopt;
    return area->name;
  }

  /// Whether the text uses the areas of an earlier framework: "staffing" is another area there.
  [[nodiscard]] bool uses_former(std::uint8_t scale) const {
    int votes = 0;
    bool any = false;
    for (const Claim& claim : discourse_.claims) {
      if (claim.scope != Scope::area) continue;
      bool former = false;
      bool current = false;
      for (const Meaning& meaning : claim.area->meanings()) {
        if (meaning.kind != PhraseKind::area || meaning.scale != scale || meaning.item == the_whole) continue;
        (text_.scales()[scale].areas[meaning.item].former ? former : current) = true;
      }
      any = any || (former && !current);
      votes += static_cast<int>(former && !current) - static_cast<int>(current && !former);
    }
    return any && votes >= 0;
  }

  /// The sentence, or of a long one the part that binds grade and area.
  void find_evidence(const Claim& claim, Grade& grade) const {
    grade.place = text_.place_of(claim.block, claim.sentence_first, claim.sentence_last);
    grade.evidence = text_.span_of(grade.place);
    if (grade.evidence.size() <= longest_evidence) return;
    grade.place = text_.place_of(claim.block, claim.first, claim.last);
    grade.evidence = text_.span_of(grade.place);
  }

  /// "Good in four areas" is no grade of its own where areas are named, but the author is told of those that are not.
  [[nodiscard]] Detection apart(std::vector<Grade> grades) const {
    Detection found;
    for (const Grade& grade : grades) {
      const auto named = static_cast<int>(std::count_if(grades.begin(), grades.end(), [&](const Grade& other) {
        return other.area != "some" && other.area != "all" && other.area != "overall" && other.grade == grade.grade &&
               other.when == grade.when;
      }));
      if (grade.area == "some" && grade.count && named < *grade.count) report_unnamed(grade, named, text_.diagnostics);
      (grade.area == "some" && named > 0 ? found.counts : found.grades).push_back(grade);
    }
    return found;
  }

  void report_without_area(const Claim& claim, const std::vector<Grade>& grades) const {
    for (const Meaning& meaning : claim.grade->meanings()) {
      if (meaning.kind != PhraseKind::grade || !contains(text_.scheme.likely, meaning.scale)) continue;
      const Scale& scale = text_.scales()[meaning.scale];
      if (scale.overall) continue;
      // A headline that sums up what the text then says in full needs no remark.
      const bool said = std::any_of(grades.begin(), grades.end(), [&](const Grade& grade) {
        return grade.scale == &scale && grade.grade == &scale.grades[meaning.item];
      });
      if (said) return;
      report_no_area(scale.grades[meaning.item], scale,
                     text_.span_of(text_.place_of(claim.block, claim.first, claim.last)), text_.diagnostics);
      return;
    }
  }

  ReadText text_;
  Discourse discourse_;
  FoundGrades grades_;
  Firmness firmness_;
};

}  // namespace

Detection detect(const markdown::Document& document, const front_matter::FrontMatter& front_matter,
                 const text::Source& source, const DetectOptions& options, const Catalogue& catalogue,
                 text::Diagnostics& diagnostics) {
  if (catalogue.own().empty() && !may_state_grade(document)) return {};
  Passage passage = read_passage(document, source, context_of(front_matter), catalogue);
  const auto published = read_day(options.published.substr(0, std::min<std::size_t>(10, options.published.size())));
  Scheme scheme = recognise_scheme(passage, hinted(options.scale, catalogue), published, catalogue);
  const bool any_grade = std::any_of(passage.blocks.begin(), passage.blocks.end(),
                                     [](const Block& block) { return !block.grades.empty(); });
  if (scheme.likely == 0 || !any_grade || passage.grades_nobody) return {};
  return Detector({document, source, catalogue, std::move(passage), std::move(scheme), diagnostics}).run();
}

}  // namespace pressmark::inspection
