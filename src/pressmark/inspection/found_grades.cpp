// Weighs the grades that a text states against each other.
#include "pressmark/inspection/found_grades.h"

#include <algorithm>
#include <utility>

#include "pressmark/inspection/advice.h"
#include "pressmark/inspection/body_name.h"

namespace pressmark::inspection {
namespace {

bool same_area(const Grade& a, const Grade& b) { return a.scale == b.scale && a.area == b.area && a.when == b.when; }

/// Without a name, any.
bool same_subject(const Grade& a, const Grade& b) {
  return !a.subject || !b.subject || share_a_name(*a.subject, *b.subject);
}

/// Whether two grades are for different bodies though only one is named: "the trust is rated good and Quarry Hill
/// inadequate", the rows of the school and those of its nursery class.
bool are_apart(const FoundGrade& one, const FoundGrade& two) {
  if (!one.grade.subject == !two.grade.subject) return false;
  const FoundGrade& named = one.grade.subject ? one : two;
  const FoundGrade& other = one.grade.subject ? two : one;
  // "Fenmere Hospital requires improvement … The trust's overall rating remains good."
  if (other.claim->of_a_group && !names_a_group(*named.grade.subject)) return true;
  if (named.grade.subject->ends_with("ursery class")) return true;
  if (one.claim->block != two.claim->block) return false;
  return named.claim->labelled ||
         (other.claim->of_the_body && named.claim->sentence_first == other.claim->sentence_first);
}

}  // namespace

void FoundGrades::add(FoundGrade found) {
  const bool said = std::any_of(grades_.begin(), grades_.end(), [&](const FoundGrade& other) {
    if (!same_area(found.grade, other.grade) || found.grade.grade != other.grade.grade) return false;
    // Rows of two schools.
    if (found.claim->labelled && other.claim->labelled && !same_subject(found.grade, other.grade)) return false;
    if (found.claim->by_name && other.claim->by_name && !same_subject(found.grade, other.grade)) return false;
    if ((found.claim->joined || other.claim->joined || several_bodies_) && !same_subject(found.grade, other.grade))
      return false;
    return (found.grade.area != "overall" ||
            (!found.grade.subject == !other.grade.subject && same_subject(found.grade, other.grade))) &&
           !are_apart(found, other);
  });
  if (!said) grades_.push_back(std::move(found));
}

/// "A Larchford school has been rated good": a body that the text will name.
bool FoundGrades::is_introduced(const Claim& claim) const {
  return claim.subject_first > 0 &&
         among<"a", "an">(text_.passage.blocks[claim.block - claim.headed_by].tokens[claim.subject_first - 1].id);
}

/// Whether the text grades several bodies by name, each as a whole.
bool FoundGrades::names_several() const {
  const Grade* first = nullptr;
  for (const FoundGrade& found : grades_) {
    const Grade& grade = found.grade;
    if (grade.area != "overall" || grade.when != When::current || !grade.subject || is_introduced(*found.claim))
      continue;
    if (first && !same_subject(*first, grade)) return true;
    if (!first) first = &grade;
  }
  return false;
}

void FoundGrades::settle_unnamed() {
  const bool several = names_several();
  text::Flags again(grades_.size(), false);
  for (std::size_t at = 0; at < grades_.size(); ++at) {
    const FoundGrade& unnamed = grades_[at];
    const bool introduced = unnamed.grade.subject && is_introduced(*unnamed.claim);
    if (unnamed.grade.area != "overall" || (unnamed.grade.subject && !introduced)) continue;
    if (several && !introduced && unnamed.grade.when == When::current) {
      again[at] = !unnamed.claim->of_the_body && !unnamed.claim->label;  // "Overall rating: Good"
      continue;
    }
    again[at] = std::any_of(grades_.begin(), grades_.end(), [&](const FoundGrade& other) {
      return other.grade.subject && !is_introduced(*other.claim) && same_area(unnamed.grade, other.grade) &&
             unnamed.grade.grade == other.grade.grade && !are_apart(unnamed, other);
    });
  }
  drop(again);
}

/// "A shop that was given one star … now has five.", "The teaching of science requires improvement" beside "Teaching:
/// good"
bool FoundGrades::goes_first(const Claim& claim, const Claim& other) const {
  const bool of_table = claim.label && text_.passage.blocks[claim.block].tokens[claim.grade->first].capital;
  return !other.is_new && (claim.is_new || (of_table && other.plain));
}

void FoundGrades::drop_contradictions() {
  text::Flags denied(grades_.size(), false);
  const bool several = names_several();
  for (std::size_t i = 0; i < grades_.size(); ++i) {
    for (std::size_t j = i + 1; j < grades_.size(); ++j) {
      const Grade& one = grades_[i].grade;
      const Grade& two = grades_[j].grade;
      if (one.area == "some" || one.grade == two.grade || !same_area(one, two) || !same_subject(one, two) ||
          are_apart(grades_[i], grades_[j]) || (several && !one.subject != !two.subject))
        continue;
      denied[i] = !goes_first(*grades_[i].claim, *grades_[j].claim);
      denied[j] = !goes_first(*grades_[j].claim, *grades_[i].claim);
      if (!denied[i] || !denied[j]) continue;
      report_contradiction(one, two, text_.source, text_.diagnostics);
    }
  }
  drop(denied);
}

void FoundGrades::drop(const text::Flags& marked) {
  std::size_t at = 0;
  std::erase_if(grades_, [&](const FoundGrade&) { return marked[at++]; });
}

}  // namespace pressmark::inspection
