// Looks for whoever says, judges or finds.
#include "pressmark/inspection/doubt/speaker.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Judges : GradeClause {
 public:
  explicit Judges(const GradeClause& clause) : GradeClause(clause) {}

  bool said_by_others() const {
    if (is_by_a_stranger(grade_) || follows_a_stranger() || sentence_.own_view || has_a_stranger_for_judge() ||
        corrects())
      return true;
    if ((!has(other_judge) && !sentence_.figures) || has_the_inspectorate_for_judge()) return false;
    // "Peer review: A was judged to be good."
    if (is_headed_by_others()) return true;
    const std::size_t last = end();
    for (std::size_t at = start_; at < last; ++at) {
      if (at > grade_ && id(at) == "by" && at + 1 < last && items_[at + 1].number >= 0 &&
          !holds(items_, grade_, at, be | have | move))
        return true;  // "by six out of ten patients"
      // "in a report that the residents can read"
      const bool reads = at > grade_ && is_at(items_, at - (items_[at - 1].word == "the" ? 2 : 1), relative) &&
                         at + 1 < last && !items_[at + 1].is(speech);
      if (items_[at].is(other_judge) && !is_told(at) && !reads &&
          !(at < grade_ && is_of_an_earlier_clause(at) && !opens_clause(at)) && !names_the_judge() &&
          !says_inspectorate(items_, grade_))
        return true;
    }
    return false;
  }

 private:
  /// "Peer review: A was judged to be good.", "Our self-assessment for HMI: A good, B poor"
  bool is_headed_by_others() const {
    // "inspected by the residents' committee and rated as follows: A, good"
    bool by_others = false;
    for (std::size_t at = 0; at + 2 < grade_; ++at) {
      by_others = by_others || (id(at) == "by" && holds(items_, at + 1, at + 3, other_judge));
      if (by_others && items_[at].is(Mark::colon)) return true;
    }
    constexpr std::size_t head = 3, longest = 8;  // items, of the noun and up to the colon
    if (!holds(items_, 0, std::min(head, grade_), other_judge)) return false;
    for (std::size_t at = 1; at < std::min(longest, grade_); ++at) {
      if (items_[at].is(Mark::colon)) return !holds(items_, at, items_.size(), inspector);
    }
    return false;
  }

  /// "Councillors recognised the force as good", "staff rate it as poor": a verb of judging with a subject of its own.
  bool has_a_stranger_for_judge() const {
    for (std::size_t at = grade_; at-- > start_;) {
      if (items_[at].classes != 0 && !items_[at].is(judge | give | hope)) continue;  // no such verb
      // "He said that the council deserved four out of five."
      if (among<"deserved", "deserves", "merits", "merited">(id(at)))
        return holds(items_, 0, at, speech) && !holds(items_, 0, at, inspector);
      // "fined for displaying a rating of five": what is in the window is no finding.
      if (among<"displaying", "displayed">(id(at)) && holds(items_, at, grade_, rating)) return true;
      const bool verb = (items_[at].is(judge) && !items_[at].is(rating)) ||
                        among<"gave", "give", "described", "describe", "placed", "put">(id(at));
      if (!verb) continue;
      // "His trainer graded him outstanding.", "It had rated itself outstanding."
      if (among<"him", "me", "my", "itself", "themselves">(id(at + 1))) return true;
      std::size_t subject = at;
      while (subject > start_ && items_[subject - 1].is(adverb | have)) --subject;
      // "Families praised the home and called it outstanding."
      // "A critic thought the room small, but gave it four stars."
      if (subject == start_ && subject > 2 && items_[subject - 1].is(conjunction_and | contrast))
        return is_stranger(0) || is_stranger(1) || is_stranger(2) || holds(items_, 0, 3, other_judge);
      if (subject > 1 && id(subject - 2) == "my") return true;  // "my partner gave it a ‘good’"
      return subject > start_ && (is_stranger(subject - 1) || is_some_body(start_, subject, at));
    }
    return false;
  }

  /// "There was cake for the residents when the CQC rated the home good."
  bool has_the_inspectorate_for_judge() const {
    for (std::size_t at = grade_; at-- > start_ + 1;) {
      if (items_[at].kind == ItemKind::mark || items_[at].is(ItemKind::grade)) return false;
      if (!items_[at].is(judge) || items_[at].is(rating)) continue;
      while (at > 1 && items_[at - 1].is(adverb | have)) --at;
      return items_[at - 1].is(inspector) && items_[at - 1].name;
    }
    return false;
  }

  /// "A judge called the response inadequate", "the Office for Conduct found its response inadequate": no inspectorate.
  bool is_some_body(std::size_t first, std::size_t subject, std::size_t verb) const {
    const Item& noun = items_[subject - 1];
    const bool of_object = (items_[verb + 1].is(determiner | pronoun) && !items_[verb + 2].is(ItemKind::grade)) ||
                           items_[verb + 1].is(ItemKind::area);
    if (!of_object || noun.kind != ItemKind::word || noun.classes != 0 || holds(items_, first, subject, inspector))
      return false;
    const bool one = subject > 1 && among<"a", "an">(id(subject - 2));
    return noun.name || one;
  }

  bool is_stranger(std::size_t at) const {
    return among<"councillors", "staff", "governors", "pupils", "students", "families", "patients", "members", "mps",
                 "locals", "neighbours", "managers", "prisoners", "employees", "trustees", "bosses", "teachers",
                 "experts", "opposition", "panel", "colleagues", "customers", "leaders", "leads">(id(at));
  }

  /// "Correction: we said that it was rated poor.", "We reported on Monday that …": what a paper takes back.
  bool corrects() const {
    if (!has(first_person) || !has(speech | publish)) return false;
    for (std::size_t at = 0; at + 1 < grade_; ++at) {
      if (id(at) != "we") continue;
      const WordId verb = items_[at + 1].is(adverb) ? id(at + 2) : id(at + 1);
      if (among<"said", "reported", "stated">(verb)) return true;
    }
    return false;
  }

  /// "found to be inadequate by the county's surveyor"
  bool is_by_a_stranger(std::size_t grade) const {
    // After the grade, or after the areas that it is for.
    std::size_t by = grade + 1;
    while (by < items_.size() && (items_[by].is(ItemKind::area) || items_[by].is(determiner | link | conjunction_and) ||
                                  items_[by].is(Mark::comma)))
      ++by;
    if (id(by) != "by") return false;
    bool any = false;
    for (std::size_t at = by + 1; at < items_.size() && at < by + 6; ++at) {
      const Item& item = items_[at];
      if (item.kind != ItemKind::word || item.is(conjunction_and | link | other_preposition | be | judge)) break;
      if (item.name || item.is(inspector | word_class::inspection | body_noun | month)) return false;
      any = any || item.classes == 0;
    }
    return any;
  }

  /// "… told the board that a peer review had found A good": it is the subject of what was found.
  bool opens_clause(std::size_t at) const {
    for (std::size_t back = at; back-- > 0 && at - back < 5;) {
      if (items_[back].is(relative)) return !items_[back].is(which);
      if (!items_[back].is(determiner | other_judge) && items_[back].classes != 0) return false;
    }
    return false;
  }

  /// "… called good at A by the panel and poor at B"
  bool follows_a_stranger() const {
    for (std::size_t at = grade_; at-- > start_;) {
      if (items_[at].is(ItemKind::grade)) return is_by_a_stranger(at);
      if (items_[at].is(be | judge) || items_[at].is(Mark::semicolon)) return false;
    }
    return false;
  }

  /// "Parents were told that …", "Residents heard that …"
  bool is_told(std::size_t at) const {
    if (id(at - 1) == "to" && id(at - 2) != "according") return true;  // "in a letter to parents"
    if (among<"heard", "hear", "learned", "learnt", "read", "know", "knew", "welcomed", "celebrated">(id(at + 1)))
      return true;
    if (is_at(items_, at + 1, be) && is_at(items_, at + 2, give))
      return true;  // "Parents were handed a report, in which …"
    for (std::size_t next = at + 2; next < grade_; ++next) {
      if (id(next) == "told") return items_[next - 1].is(be);
    }
    return false;
  }

  /// "… rated inadequate by the CQC": whoever else comes up, it is the inspectorate that judged.
  bool names_the_judge() const {
    const std::size_t last = end();
    for (std::size_t at = grade_ + 1; at + 1 < last; ++at) {
      if (items_[at].is(conjunction_and)) return false;
      if (items_[at].is(Mark::comma)) return false;
      if (id(at) != "by" || items_[at - 1].is(inspector | word_class::inspection)) continue;
      const bool article = items_[at + 1].is(determiner) && at + 2 < last;
      return items_[article ? at + 2 : at + 1].is(inspector);
    }
    return false;
  }
};

/// "The home requires improvement, its former manager said.": who says it comes after.
bool goes_on_as_opinion(std::span<const Item> items, std::size_t grade) {
  constexpr std::size_t longest = 7;  // items of the name of who speaks
  std::size_t comma = 0;
  for (std::size_t at = grade + 1; at < items.size(); ++at) {
    const Item& item = items[at];
    if (item.is(Mark::semicolon) || item.is(contrast | relative)) return false;
    if (item.is(Mark::comma)) comma = at;
    if (comma > 0 && comma + 1 == at && item.is(conjunction_and)) return false;  // "…, and the chief said thanks"
    if (!item.is(speech) || item.is(judge)) continue;
    const std::size_t close = std::min(at + 4, items.size());
    return comma > 0 && at - comma <= longest && !items[at - 1].is(be) && !among<"heard", "according">(item.word) &&
           !holds(items, comma, close, inspector | pronoun | conjunction_and);
  }
  return false;
}

}  // namespace

bool is_judged_by_others(const GradeClause& clause) { return Judges(clause).said_by_others(); }

bool is_said_of(std::span<const Item> items, std::size_t at) {
  // "has now been told that it is good", "was inspected and told that it is good"
  if (items[at].word == "told" && is_at(items, at + 1, relative) && word_at(items, at + 2) == "it") return true;
  // "are both said to be"
  return items[at].is(speech) && word_at(items, at + 1) == "to" &&
         is_at(items, back_over(items, at, adverb | every) - 1, be);
}

bool says_inspectorate(std::span<const Item> items, std::size_t grade) {
  for (std::size_t at = grade + 1; at < items.size(); ++at) {
    if (!items[at].is(speech) || items[at].is(judge) || items[at - 1].is(be | modal)) continue;
    for (std::size_t back = at; back-- > grade && at - back < 7;) {
      if (items[back].is(other_judge | conjunction_and)) return false;
      if (items[back].is(inspector) && items[back].name) return true;
    }
  }
  return false;
}

bool is_reported_opinion(const Sentence& sentence, std::size_t grade) {
  const std::span<const Item> items = sentence.items;
  for (std::size_t at = grade; at-- > 0;) {
    if (!items[at].is(speech) || items[at].is(judge) || is_said_of(items, at)) continue;
    const WordId word = items[at].word;
    if (word == "according") return false;
    if (word == "told" && at > 1 && holds(items, at - 2, at, be)) continue;  // "was also told that it …"
    // "So says the report, and …"
    const std::size_t close = std::min(at + 4, grade);
    const bool to_inspector =
        word == "told" && at + 1 < grade && items[at + 1].is(inspector);  // "Staff told HMI that …"
    if (!to_inspector && holds(items, at, close, inspector)) return false;
    const bool opinion = among<"think", "thought", "feel", "believe">(word);
    // "HMI judged it good at A, but said …": whoever the sentence is about goes on speaking.
    const bool goes_on = at > 0 && items[at - 1].is(conjunction_and | contrast);
    std::size_t reach = 9;
    for (std::size_t back = at; back-- > 0 && (goes_on || at - back < reach);) {
      if (items[back].is(Mark::comma) && (back + 1 == at || (back + 2 == at && items[back + 1].is(adverb)))) {
        // "Its report, published on Friday, says", "HMICFRS, whose report is out, also said"
        const std::size_t aside = back;
        while (back > 0 && !items[back - 1].is(Mark::comma)) --back;
        if (back > 0) --back;
        reach += aside - back;
        continue;
      }
      const bool of_whom = items[back].is(Mark::comma) && items[back + 1].is(which);  // "…, which says"
      const bool year = items[back].is(Mark::number);                                 // "the report for 2025 says"
      if (items[back].kind == ItemKind::mark && !goes_on && !of_whom && !year) break;
      if (items[back].is(inspector)) {  // "told the inspectors that he thought"
        return word_at(items, back_over(items, back, inspector | determiner) - 1) == "told";
      }
      if (!opinion && items[back].is(pronoun)) return false;
    }
    return at > 0;
  }
  return goes_on_as_opinion(items, grade);
}

}  // namespace pressmark::inspection
