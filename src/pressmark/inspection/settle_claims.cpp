// Compares the claims of a text with each other.
#include "pressmark/inspection/settle_claims.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "pressmark/inspection/body_name.h"
#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/parts.h"
#include "pressmark/inspection/subject.h"
#include "pressmark/text/flags.h"

namespace pressmark::inspection {
namespace {

constexpr std::uint32_t longest_head = 14;  // tokens of the name that heads an entry of a list

class Settlement {
 public:
  Settlement(Discourse& discourse, const ReadText& text)
      : claims_(discourse.claims), enumerated_(discourse.enumerated), text_(text) {}

  bool settle() {
    drop_rehearsal();
    drop_what_needs_company();
    expand_all();
    settle_dates();
    name_parts(claims_, text_, differ_somewhere(false) || wholes_differ());
    name_entries();
    const bool several_bodies = tell_bodies_apart();
    apply_subject_area();
    return several_bodies;
  }

 private:
  /// "Good in all areas", where a later sentence says which were looked at.
  void expand_all() {
    if (enumerated_.size() < 2) return;
    for (std::size_t at = 0, count = claims_.size(); at < count; ++at) {
      if (claims_[at].scope != Scope::all || claims_[at].others || claims_[at].time != Time::current) continue;
      Claim claim = claims_[at];
      claim.scope = Scope::area;
      for (std::size_t index = 0; index < enumerated_.size(); ++index) {
        claim.area = enumerated_[index];
        if (index == 0) {
          claims_[at] = claim;
        } else {
          claims_.push_back(claim);
        }
      }
    }
  }

  /// "In 2017 it was good" is the past only where the text elsewhere says what is so now.
  void settle_dates() {
    text::Flags past(claims_.size(), false);
    for (std::size_t at = 0; at < claims_.size(); ++at) {
      const Claim& dated = claims_[at];
      if (dated.time != Time::dated && dated.time != Time::told) continue;
      past[at] = std::any_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
        const bool same_sentence = other.block == dated.block && other.sentence_first == dated.sentence_first;
        // "Safety, which was good in 2021, is now poor."
        // "It was good in 2016 and poor in 2013."
        if (same_sentence && dated.time == Time::dated && other.time == Time::dated && same_area(other, dated) &&
            (dated.scope == Scope::area || dated.scope == Scope::overall))
          return other.grade->ending != dated.grade->ending;
        if (same_sentence && other.time == Time::current && other.grade != dated.grade && same_area(other, dated))
          return other.grade->ending != dated.grade->ending;
        if (other.time != Time::current || same_sentence || are_two_bodies(dated, other)) return false;
        // "Safe: good. Caring: good. In 2019 it was rated good."
        if (dated.scope == Scope::overall && other.label && &other < &dated && begins_with_year(dated)) return true;
        if (other.grade->ending != dated.grade->ending &&
            (same_area(other, dated) ||
             (dated.time == Time::dated && dated.scope == Scope::all && !dated.others && other.scope == Scope::area)))
          return true;
        // "The CQC had rated it poor. It is now good in all five areas: …"
        if (dated.time == Time::told && dated.scope == Scope::overall && other.is_new && &other > &dated &&
            other.grade->ending != dated.grade->ending)
          return true;
        // "In 2021, three of these areas were inadequate."
        if (dated.time == Time::dated && dated.scope == Scope::some && begins_with_year(dated)) return true;
        return dated.time == Time::dated && (other.present || other.scope == Scope::all);
      });
    }
    for (std::size_t at = 0; at < claims_.size(); ++at) {
      Claim& claim = claims_[at];
      if (claim.time == Time::dated || claim.time == Time::told) claim.time = past[at] ? Time::previous : Time::current;
      if (text_.passage.of_closed_body && !claim.present) claim.time = Time::previous;
    }
  }

  [[nodiscard]] bool begins_with_year(const Claim& claim) const {
    const std::span<const Token> tokens = text_.passage.blocks[claim.block].tokens;
    return tokens[claim.sentence_first].id == "in" && tokens[claim.sentence_first + 1].number > 0;
  }

  /// "Mock inspections of our schools" above a table: whoever held them, no inspectorate. A form to fill in and an
  /// exercise report nothing; "[name of the report](…)" is a link.
  void drop_rehearsal() {
    if (claims_.empty()) return;
    const auto says = [&](std::string_view words) { return text_.source.text().find(words) != std::string_view::npos; };
    const auto listed = [](const Claim& claim) { return claim.label || claim.labelled; };
    if (std::any_of(claims_.begin(), claims_.end(), listed) && (says("ock inspection") || says("OCK INSPECTION")))
      std::erase_if(claims_, listed);
    if (says("[date]") || says("[name]")) claims_.clear();
  }

  /// What is a grade, or none, only by what stands near it.
  void drop_what_needs_company() {
    text::Flags dropped(claims_.size(), false);
    for (std::size_t at = 0; at < claims_.size(); ++at)
      dropped[at] = is_everyday_word(claims_[at]) || is_unknown_area(claims_[at]);
    std::size_t at = 0;
    std::erase_if(claims_, [&](const Claim&) { return dropped[at++]; });
  }

  /// "Safety was poor." is a grade only among others.
  [[nodiscard]] bool is_everyday_word(const Claim& claim) const {
    return claim.everyday && (claim.in_quote || !has_area_near(claim, [](const Claim& other) {
                                return !other.everyday && !other.in_quote;
                              }));
  }

  /// "Safe – good", "Tidiness – poor": a single word in a row of areas is one that is not known, and no body.
  [[nodiscard]] bool is_unknown_area(const Claim& claim) const {
    return claim.scope == Scope::overall && !claim.says_overall && claim.subject_last == claim.subject_first + 1 &&
           claim.first >= claim.subject_first && has_area_near(claim, [](const Claim& other) { return other.label; });
  }

  /// In the same block or the next.
  [[nodiscard]] bool has_area_near(const Claim& claim, bool (*test)(const Claim&)) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
      return other.scope == Scope::area && test(other) && other.block + 1 >= claim.block &&
             claim.block + 1 >= other.block;
    });
  }

  /// "Rated good overall." under one heading, "Rated poor overall." under another
  [[nodiscard]] bool wholes_differ() const {
    const Claim* first = nullptr;
    for (const Claim& claim : claims_) {
      if (claim.scope != Scope::overall || claim.time != Time::current || claim.subject_first != claim.subject_last)
        continue;
      if (first && first->grade->ending != claim.grade->ending) return true;
      first = &claim;
    }
    return false;
  }

  /// "**Marlow School** — Behaviour: good. Overall: good.", one such entry after another: each claim is for the body at
  /// the head of its paragraph.
  void name_entries() {
    std::vector<NameRun> heads(text_.passage.blocks.size());
    std::string first;
    bool several = false;
    const Claim* before = nullptr;
    for (const Claim& claim : claims_) {
      const bool looked_at = before && before->block == claim.block;
      before = &claim;
      NameRun& head = heads[claim.block];
      if (looked_at || !head.empty()) continue;
      head = head_of_entry(text_.passage.blocks[claim.block]);
      if (head.empty()) continue;
      const std::string name = words_of(text_.document, text_.passage.blocks[claim.block], head);
      several = several || (!first.empty() && !share_a_name(first, name));
      if (first.empty()) first = name;
    }
    if (!several) return;
    for (Claim& claim : claims_) {
      const NameRun head = heads[claim.block];
      if (head.empty() || claim.subject_first != claim.subject_last) continue;
      claim.subject_first = head.first;
      claim.subject_last = head.last;
      claim.labelled = true;
    }
  }

  static NameRun head_of_entry(const Block& block) {
    if (block.heading || block.table) return {};
    std::uint32_t first = 0;
    const auto count = static_cast<std::uint32_t>(block.tokens.size());
    while (first < count && (block.tokens[first].is(Mark::number) || block.tokens[first].is(Mark::stop) ||
                             block.tokens[first].is(Mark::bullet)))
      ++first;
    const std::vector<NameRun> runs = name_runs(block, first, std::min(first + longest_head, count), true);
    if (runs.empty() || !heads(block, first, runs.front()) || runs.front().last >= count ||
        overlaps(block.areas, runs.front().first, runs.front().last))  // "Safe: good" names nobody
      return {};
    // "Bryn Awelon, Heol Fawr – …": the place may stand between.
    std::uint32_t end = runs.front().last;
    while (end + 1 < count && end < first + longest_head && !block.tokens[end].line_start &&
           (block.tokens[end].is(Mark::comma) || (block.tokens[end].capital && block.tokens[end].word->classes == 0) ||
            (end > runs.front().last && block.tokens[end].is(word_class::determiner | word_class::other_preposition))))
      ++end;
    const Token& next = block.tokens[end];
    const bool bold = block.tokens[end - 1].strong && !next.strong;
    const bool set_off = next.is(Mark::dash) || next.is(Mark::colon) || next.is(Mark::open) || next.is(Mark::stop) ||
                         next.line_start || mention_at(block.areas, end);
    return bold || set_off ? runs.front() : NameRun{};
  }

  /// "In Larchford the force was rated good for A. In Oakmere it was rated poor for it.": where the grades of an area
  /// differ, a claim without a name is of the place at the head of its sentence, or of the body that the sentence
  /// before was about.
  bool tell_bodies_apart() {
    if (!differ_somewhere(false)) return false;
    const Claim* before = nullptr;
    for (Claim& claim : claims_) {
      if (claim.subject_first == claim.subject_last && claim.scope == Scope::area) {
        const Block& block = text_.passage.blocks[claim.block];
        const NameRun place = claim.label ? NameRun{} : place_at_head(block, claim);
        if (!place.empty()) {
          claim.subject_first = place.first;
          claim.subject_last = place.last;
        } else if (before && before->block == claim.block && goes_on_about(block, claim)) {
          claim.subject_first = before->subject_first;
          claim.subject_last = before->subject_last;
          claim.headed_by = before->headed_by;
        } else {
          take_topic(claim);
        }
      }
      before = claim.subject_first != claim.subject_last ? &claim : nullptr;
    }
    return differ_somewhere(true);
  }

  /// Whether two claims of now give one area two grades; `by_name`: for bodies of two names.
  [[nodiscard]] bool differ_somewhere(bool by_name) const {
    const auto counts = [&](const Claim& claim) {
      return claim.time == Time::current && claim.scope == Scope::area &&
             (!by_name || claim.subject_first != claim.subject_last);
    };
    for (auto claim = claims_.rbegin(); claim != claims_.rend(); ++claim) {
      if (!counts(*claim)) continue;
      // The one before it for the same area: if none of them differ, all are alike.
      const auto before = std::find_if(
          claim + 1, claims_.rend(), [&](const Claim& other) { return counts(other) && share_an_area(other, *claim); });
      if (before != claims_.rend() && before->grade->ending != claim->grade->ending &&
          (!by_name || are_two_bodies(*before, *claim)))
        return true;
    }
    return false;
  }

  /// "In Oakmere it was …", "Across the river in Tarnshire the force is …", "In the nursery class A was …"
  static NameRun place_at_head(const Block& block, const Claim& claim) {
    const std::uint32_t end = std::min(claim.grade->first, claim.sentence_last);
    if (!block.tokens[claim.sentence_first].is(word_class::link) || end <= claim.sentence_first) return {};
    if (const NameRun nursery = nursery_at(block, claim.sentence_first + 2, end); !nursery.empty()) return nursery;
    const std::vector<NameRun> runs = name_runs(block, claim.sentence_first, end, false);
    // "At Elm House, 27 Station Road, safety was …"
    const bool addressed = runs.size() > 1 && runs.front().first <= claim.sentence_first + 2 &&
                           block.tokens[runs.front().last].is(Mark::comma) &&
                           block.tokens[runs.front().last + 1].is(Mark::number);
    if (runs.empty() || (runs.size() > 1 && !addressed)) return {};
    const Token& before = block.tokens[runs.front().first - (runs.front().first > 0 ? 1 : 0)];
    // "In 2019 Elm's grade for A was good."
    const bool owns = block.tokens[runs.front().last - 1].possessive;
    return before.is(word_class::link) || owns ? runs.front() : NameRun{};
  }

  /// The name that the paragraph was about so far, or one of the last before it.
  void take_topic(Claim& claim) const {
    constexpr std::uint32_t reach = 3;  // blocks
    std::uint32_t end = claim.sentence_first;
    for (std::uint32_t back = 0; back <= std::min(reach, claim.block); ++back) {
      const Block& block = text_.passage.blocks[claim.block - back];
      if (back > 0) end = static_cast<std::uint32_t>(block.tokens.size());
      if (block.heading) return;
      const NameRun topic = topic_before(block, end);
      if (topic.last == 0) continue;
      if (topic.empty()) return;
      claim.subject_first = topic.first;
      claim.subject_last = topic.last;
      claim.headed_by = back;
      return;
    }
  }

  /// "Elm House has had a visit. Safety was rated good.", "Next door, at Elm House, things are worse. …": the name at
  /// the head of a sentence before, in the same paragraph. Empty at a place above 0: there are names, and any may be
  /// it.
  static NameRun topic_before(const Block& block, std::uint32_t end) {
    constexpr std::uint32_t reach = 400;  // tokens: a text of many claims is not gone through for each of them
    const std::uint32_t limit = end - std::min(end, reach);
    NameRun other;
    while (end > limit) {
      std::uint32_t first = end - 1;
      while (first > limit && !block.tokens[first - 1].is(Mark::stop)) --first;
      const bool with_link = block.tokens[first].is(word_class::link);  // "For the nursery class it was better."
      if (const NameRun nursery = nursery_at(block, first + (with_link ? 2 : 1), end); !nursery.empty()) return nursery;
      const std::vector<NameRun> runs = name_runs(block, first, end, false);
      if (!runs.empty() && !is_of_speaker(block, first, end)) {
        if (is_topic(block, first, runs.front(), end)) return runs.front();
        other = {end, end};
      }
      end = first;
    }
    return other;
  }
  /// "My brother runs a home in Elmby."
  static bool is_of_speaker(const Block& block, std::uint32_t first, std::uint32_t end) {
    return std::any_of(block.tokens.begin() + first, block.tokens.begin() + end,
                       [](const Token& token) { return among<"i", "my">(token.id); });
  }
  static bool is_topic(const Block& block, std::uint32_t first, NameRun run, std::uint32_t end) {
    const Token& after = block.tokens[std::min<std::size_t>(run.last, block.tokens.size() - 1)];
    const Token& noun = block.tokens[run.last - 1];
    const bool named = !noun.is(word_class::body_noun) || noun.capital;  // not "The force"
    if (!named || overlaps(block.areas, run.first, run.last) || speaks(block, first, run, end)) return false;
    if (heads(block, first, run)) return run.last > run.first + 1 || among<"is", "was", "has">(after.id);
    // "And so to the Elm Force, smallest of the three.", "Ofsted went to Elm Primary in May."
    const bool with_article = run.first > first + 1 && block.tokens[run.first - 1].is(word_class::determiner);
    const Token& before = block.tokens[run.first - (with_article ? 2 : 1)];
    // "Across the river, Elm High did worse.", "The paper has said that Elm Hill is too full."
    if ((before.is(Mark::comma) && block.tokens[first].is(word_class::link)) ||
        (before.id == "that" && among<"is", "was", "has">(after.id)))
      return true;
    if (!before.is(word_class::link) && !among<"to", "into", "visited", "inspected">(before.id)) return false;
    // "At Elm House there is less to cheer.", "the report on the school at Elm Hill.", "called at Elm Hospital in May"
    const auto is_body = [](const Token& token) { return token.is(word_class::body_noun); };
    const bool of_body = (run.first > 1 && is_body(block.tokens[run.first - 2])) ||
                         std::any_of(block.tokens.begin() + run.first, block.tokens.begin() + run.last, is_body);
    return run.first == first + 1 || of_body ||
           (run.first < first + 12 && (after.is(Mark::comma) || after.is(Mark::stop)));
  }

  /// "It was also …", "The force is …": of what the sentence before was about.
  static bool goes_on_about(const Block& block, const Claim& claim) {
    const Token& first = block.tokens[claim.sentence_first];
    const Token& second = block.tokens[std::min<std::size_t>(claim.sentence_first + 1, block.tokens.size() - 1)];
    return among<"it", "its">(first.id) || (first.is(word_class::determiner) && second.is(word_class::body_noun));
  }

  /// "HMIC's effectiveness reports are out. DUNNERDALE: good.": where the scheme has no grade of the whole, and the
  /// text says of one area alone that it is what was rated, grades without an area are for that.
  void apply_subject_area() {
    const Mention* subject = nullptr;
    for (const Block& block : text_.passage.blocks) {
      for (const Mention& area : block.areas) {
        if (area.last - area.first > 1 || area.last >= block.tokens.size()) continue;
        if (!is_what_was_rated(block.tokens, area)) continue;
        if (subject && subject->ending != area.ending) return;
        subject = &area;
      }
    }
    bool of_others = false;  // of forces beside those that the text grades for the area by name
    if (!subject) {
      subject = only_area();
      of_others = true;
    }
    if (!subject || std::any_of(subject->meanings().begin(), subject->meanings().end(), [&](const Meaning& meaning) {
          return meaning.kind == PhraseKind::area && contains(text_.scheme.likely, meaning.scale) &&
                 text_.scales()[meaning.scale].overall;
        }))
      return;
    for (Claim& claim : claims_) {
      if (claim.scope != Scope::overall || claim.subject_first == claim.subject_last || claim.in_quote ||
          claim.time != Time::current || goes_to_something_else(claim) ||
          (of_others && (claim.says_overall || is_graded_by_name(claim))))
        continue;
      const bool bare = claim.strength == Strength::bare;
      if (!bare && (claim.strength != Strength::asserted || claim.plain)) continue;
      if ((bare || of_others) && !is_of_a_force(claim)) continue;
      claim.scope = Scope::area;
      claim.by_name = true;
      claim.area = subject;
    }
  }

  /// "Denbrook Police", "Skelmore and Tyndale Police", "the Elm force": not a school, and nobody's name.
  [[nodiscard]] bool is_of_a_force(const Claim& claim) const {
    const std::span<const Token> tokens = text_.passage.blocks[claim.block].tokens;
    const std::uint32_t end = std::max(claim.subject_last, claim.grade->first);
    return std::any_of(tokens.begin() + claim.subject_first + 1, tokens.begin() + end, [](const Token& token) {
      return among<"police", "constabulary", "force", "forces", "fire">(token.id);
    });
  }

  /// The one area that the text gives grades for, each to a body by name; null: none, or several.
  [[nodiscard]] const Mention* only_area() const {
    const Mention* only = nullptr;
    for (const Claim& claim : claims_) {
      if (claim.scope == Scope::overall) continue;
      const bool named = claim.scope == Scope::area && claim.subject_first != claim.subject_last;
      if (!named || (only && only->ending != claim.area->ending)) return nullptr;
      only = claim.area;
    }
    return only;
  }

  [[nodiscard]] bool is_graded_by_name(const Claim& claim) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
      return other.scope == Scope::area && !other.by_name && !are_two_bodies(claim, other);
    });
  }

  /// "good at looking ahead": not of the area that the reports are about.
  [[nodiscard]] bool goes_to_something_else(const Claim& claim) const {
    const std::span<const Token> tokens = text_.passage.blocks[claim.block].tokens;
    std::uint32_t next = claim.last;
    while (next < claim.sentence_last && tokens[next].is(Mark::quote)) ++next;
    return next < claim.sentence_last && among<"at", "for">(tokens[next].id);
  }

  /// "effectiveness reports", "the legitimacy strand", "rated for legitimacy", "its report on efficiency", "the reports
  /// are about efficiency", "looks at the efficiency of all forces"
  static bool is_what_was_rated(std::span<const Token> tokens, const Mention& area) {
    const Token& next = tokens[area.last];
    const Token& second = tokens[std::min<std::size_t>(area.last + 1, tokens.size() - 1)];
    const Token& noun = next.is(Mark::quote) ? second : next;
    constexpr auto of_rating =
        word_class::rating | word_class::inspection | word_class::inspector | word_class::grade_noun;
    if ((noun.is(of_rating) && noun.id != "team") || among<"strand", "pillar">(noun.id)) return true;
    if (noun.id == "of" && is_of_all_bodies(tokens.subspan(area.last))) return true;
    std::uint32_t first = area.first;
    while (first > 0 && (tokens[first - 1].is(Mark::quote) || tokens[first - 1].id == "the")) --first;
    return is_led_up_to(tokens.first(first));
  }

  static bool is_of_all_bodies(std::span<const Token> after) {
    constexpr std::size_t longest = 7;  // tokens of "” of each of the 43 forces"
    const auto near = after.first(std::min(after.size(), longest));
    return std::any_of(near.begin(), near.end(),
                       [](const Token& token) { return token.is(word_class::bodies_noun); }) ||
           (near.size() > 2 && near[near[0].is(Mark::quote) ? 2 : 1].is(word_class::every));
  }

  static bool is_led_up_to(std::span<const Token> before) {
    if (before.size() < 3) return false;
    const WordId lead = before.back().id;
    const Token& head = before[before.size() - 2];
    if (lead == "for")  // "Agencies are not rated for A."
      return head.is(word_class::judge) && !head.is(word_class::rating) &&
             !before[before.size() - 3].is(word_class::negation);
    const bool about = lead == "about" && head.is(word_class::be);
    return (about || lead == "on") &&
           before[before.size() - (about ? 3 : 2)].is(word_class::inspector | word_class::inspection);
  }

  /// "making best use of resources" and "use of resources"
  bool share_an_area(const Claim& one, const Claim& two) const {
    if (one.area->ending == two.area->ending) return true;
    return std::any_of(one.area->meanings().begin(), one.area->meanings().end(), [&](const Meaning& meaning) {
      return meaning.kind == PhraseKind::area && contains(text_.scheme.likely, meaning.scale) &&
             std::any_of(two.area->meanings().begin(), two.area->meanings().end(), [&](const Meaning& other) {
               return other.kind == PhraseKind::area && other.scale == meaning.scale && other.item == meaning.item;
             });
    });
  }

  /// Whether both name a body, and not the same.
  [[nodiscard]] bool are_two_bodies(const Claim& one, const Claim& two) const {
    const auto name = [&](const Claim& claim) {
      return words_of(text_.document, text_.passage.blocks[claim.block - claim.headed_by],
                      {claim.subject_first, claim.subject_last});
    };
    if (one.subject_first == one.subject_last || two.subject_first == two.subject_last) return false;
    return !share_a_name(name(one), name(two));
  }

  static bool is_whole(const Claim& claim) {
    if (claim.scope != Scope::area) return claim.scope == Scope::overall;
    const auto meanings = claim.area->meanings();
    return std::any_of(meanings.begin(), meanings.end(), [](const Meaning& meaning) {
      return meaning.kind == PhraseKind::area && meaning.item == the_whole;
    });
  }

  bool same_area(const Claim& one, const Claim& two) const {
    const bool whole = is_whole(one) && is_whole(two);
    if (!whole && one.scope != two.scope) return false;
    const bool same = whole || one.scope != Scope::area || share_an_area(one, two);
    // Last, because names are gathered for it.
    return same && !are_two_bodies(one, two);
  }

  std::vector<Claim>& claims_;
  const std::vector<const Mention*>& enumerated_;
  const ReadText& text_;
};

}  // namespace

bool settle_claims(Discourse& discourse, const ReadText& text) { return Settlement(discourse, text).settle(); }

}  // namespace pressmark::inspection
