// The pipeline of detection: tokens and phrases, the scheme, the clauses of each sentence, what lists and headings add,
// and at the end the choice of what is firm enough to show.
#include "pressmark/inspection/detect.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "pressmark/inspection/advice.h"
#include "pressmark/inspection/clauses.h"
#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/no_finding.h"
#include "pressmark/inspection/passage.h"
#include "pressmark/inspection/scheme.h"
#include "pressmark/inspection/sentence.h"
#include "pressmark/inspection/sieve.h"
#include "pressmark/inspection/subject.h"
#include "pressmark/inspection/tables.h"
#include "pressmark/text/flags.h"
#include "pressmark/text/limits.h"

namespace pressmark::inspection {
namespace {

constexpr std::size_t longest_evidence = 320;  // bytes; beyond it the part of the sentence that binds grade and area
constexpr std::uint32_t short_block = 14;      // tokens: may be an item of a list
constexpr int level_of_paragraph = 7;          // a question set as a paragraph heads what follows, below any heading
constexpr std::uint32_t shortest_formula = 5;  // tokens of an area's name that nobody uses by chance
constexpr std::size_t longest_header = 5;      // tokens of a line that says whom the next lines are about
constexpr std::uint32_t longest_head = 14;     // tokens of the name that heads an entry of a list
constexpr std::size_t fewest_of_a_set = 4;
constexpr double near_body_bonus = 1.5;

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
  Detector(const markdown::Document& document, const text::Source& source, Passage passage, Scheme scheme,
           const Catalogue& catalogue, text::Diagnostics& diagnostics)
      : document_(document),
        source_(source),
        passage_(std::move(passage)),
        scheme_(std::move(scheme)),
        scales_(catalogue.scales()),
        diagnostics_(diagnostics),
        finder_(catalogue.lexicon()) {
    // Claims point at mentions: the list must never move.
    mentions_.reserve(3 * passage_.hits.size() + passage_.numbers.size());
  }

  Detection run() {
    for (std::uint32_t index = 0; index < passage_.blocks.size(); ++index) read_block(index);
    std::vector<Found> grades;
    expand_all();
    settle_dates();
    tells_of_inspection_ = tells_of_inspection();
    name_entries();
    tell_bodies_apart();
    apply_subject_area();
    std::vector<const Claim*> without_area;
    for (const Claim& claim : claims_) {
      if (auto grade = to_grade(claim)) {
        keep({std::move(*grade), &claim}, grades);
      } else if (claim.scope == Scope::overall && claim.strength == Strength::asserted &&
                 claim.time != Time::previous) {
        without_area.push_back(&claim);
      }
    }
    for (Found& found : grades) find_evidence(*found.claim, found.grade);
    settle_unnamed(grades);
    drop_contradictions(grades);
    std::vector<Grade> firm;
    for (Found& found : grades) firm.push_back(std::move(found.grade));
    for (const Claim* claim : without_area) report_without_area(*claim, firm);
    return apart(std::move(firm));
  }

 private:
  struct Found {
    Grade grade;
    const Claim* claim;
  };

  /// A grade that waits for the areas of the list that follows it.
  struct Open {
    Claim claim;
    bool active = false;
    bool from_heading = false;
  };

  void read_block(std::uint32_t index) {
    if (claims_.size() >= limits::max_grades) return;
    Block& block = passage_.blocks[index];
    if (block.heading && section_area_ && block.level <= section_level_) section_area_ = nullptr;
    if (block.heading && open_.active) open_.active = false;
    if (block.speaker != Speaker::none) speaker_ = block.speaker;
    // "At our last inspection we found:", with a list below. A heading or any other prose ends it.
    const bool of_past = block.of_past && block.grades.empty();
    if (of_past || block.heading || (block.tokens.empty() && !block.item)) past_list_ = of_past;
    const bool of_wishes = block.of_wishes && block.grades.empty();
    if (of_wishes || block.heading || (block.tokens.empty() && !block.item)) wished_list_ = of_wishes;
    topic_ = nullptr;
    last_claim_.reset();
    header_ = {};
    if (block.tokens.empty()) {
      if (!block.item && block.size > short_block) open_.active = false;
      if (!block.item) previous_areas_.clear();
      lone_area_ = nullptr;
      return;
    }
    // Nothing waits for this block's areas, and it has no grade: it can only name areas for what follows.
    if (block.grades.empty() && block.areas.empty() && !open_.active) return;
    finder_.find(block.tokens, block.hits, block.numbers, scheme_.likely);
    const std::span<const Mention> everywhere = block.grades;
    block.grades = kept(finder_.grades);
    block.areas = kept(finder_.areas);
    block.signs = kept(finder_.signs);
    report_foreign(block, everywhere, index);
    if (block.table && (wished_list_ || read_columns(block, index))) return;
    SentenceReader sentences(block);
    while (claims_.size() < limits::max_grades && sentences.next(sentence_)) {
      note_bodies(block, sentence_);
      SentenceReading reading;
      if (sentence_.items.empty() || reports_no_finding(block, sentence_)) {
        reading.loose.bullet = sentence_.bullet;
      } else {
        reading = read_clauses(block, sentence_);
      }
      link(block, index, sentence_, reading);
    }
  }

  /// Whether the header of the table says what its columns are.
  bool read_columns(const Block& block, std::uint32_t index) {
    std::optional<std::vector<Claim>> cells = read_table(block);
    if (!cells) return false;
    for (Claim& claim : *cells) {
      claim.block = index;
      add(claim);
    }
    open_.active = counted_.active = false;
    previous_areas_.clear();
    lone_area_ = nullptr;
    return true;
  }

  std::span<const Mention> kept(const std::vector<Mention>& found) {
    mentions_.insert(mentions_.end(), found.begin(), found.end());
    return std::span(mentions_).last(found.size());
  }

  void note_bodies(const Block& block, const Sentence& sentence) {
    auto next = std::lower_bound(block.signs.begin(), block.signs.end(), sentence.first,
                                 [](const Mention& mention, std::uint32_t at) { return mention.first < at; });
    for (; next != block.signs.end() && next->first < sentence.last; ++next) {
      const Mention& sign = *next;
      ScaleSet named = 0;
      for (const Meaning& meaning : sign.meanings()) {
        if (meaning.kind != PhraseKind::cue && meaning.kind != PhraseKind::never) named |= ScaleSet{1} << meaning.scale;
      }
      if (named & scheme_.likely) near_bodies_ = named;
    }
  }

  void link(const Block& block, std::uint32_t index, const Sentence& sentence, SentenceReading& reading) {
    Loose& loose = reading.loose;
    if (wished_list_ && (block.item || loose.bullet || are_labels(reading))) return;
    wished_list_ = loose.of_others;
    const std::size_t first_of_this = claims_.size();
    if (sentence.items.empty() && heads_lines(block, sentence)) header_ = {sentence.first, sentence.last};
    const Mention* const topic = std::exchange(topic_, topic_after(reading.claims));
    const bool goes_on_of_past = last_claim_ && last_is_past_ && goes_on_of(block, sentence);
    // Claims of the sentence itself; a claim for the whole under a heading that is an area is one for that area.
    for (Claim& claim : reading.claims) {
      claim.block = index;
      claim.by_inspector = speaker_ == Speaker::inspector;
      if (!claim.label) past_list_ = false;
      if (past_list_ || (goes_on_of_past && !claim.present)) claim.time = Time::previous;
      // "It was last rated good overall. Safety was rated poor.", where safety has another rating now.
      if (last_claim_ && last_is_past_ && !claim.present && !claim.label && claim.time == Time::current)
        claim.time = Time::told;
      if (claim.label && claim.subject_first == claim.subject_last && !header_.empty()) {
        claim.subject_first = header_.first;
        claim.subject_last = header_.last;
        claim.labelled = true;
      }
      if (claim.scope == Scope::overall && loose.only_grade) continue;
      // "A was poor in 2022. It is now good."
      if (claim.scope == Scope::overall && topic && claim.is_new &&
          among<"it", "that", "this", "they">(block.tokens[sentence.first].id)) {
        claim.scope = Scope::area;
        claim.area = topic;
      }
      const bool in_section =
          section_area_ && (section_level_ < level_of_paragraph || loose.only_grade || !claim.of_the_body);
      if (claim.scope == Scope::overall && in_section && !block.heading && loose.areas.empty() &&
          claim.strength >= Strength::marked) {
        claim.scope = Scope::area;
        claim.area = section_area_;
      }
      if (claim.scope == Scope::overall && loose.for_all && previous_areas_.size() > 1) continue;
      if (claim.scope == Scope::overall && loose.expects_list && !claim.says_overall) continue;
      // "good in all areas", where the areas were named just before, or in the same sentence.
      // "All three of those areas were rated good."
      const bool of_last = claim.count > 1 && previous_areas_.size() == static_cast<std::size_t>(claim.count);
      const std::vector<const Mention*>& listed = loose.areas.size() > 1 ? loose.areas
                                                  : of_last              ? previous_areas_
                                                                         : enumerated_;
      if (claim.scope == Scope::all && !claim.others && !listed.empty()) {
        for (const Mention* area : listed) add_area(claim, area);
        continue;
      }
      add(claim);
    }
    // "A? Good, and better than last year.", "A was poor in 2022. Today it is good.", "The force is good.", under the
    // heading A
    const bool there = among<"here", "there">(block.tokens[sentence.first].id);
    const Mention* const asked = there && previous_areas_.size() == 1                    ? previous_areas_.front()
                                 : asked_                                                ? lone_area_
                                 : topic                                                 ? topic
                                 : block.heading || section_level_ == level_of_paragraph ? nullptr
                                                                                         : section_area_;
    if (asked && loose.answer != ~std::size_t{0} && !loose.only_grade) {
      std::erase_if(reading.claims, [](const Claim& claim) { return claim.scope == Scope::overall; });
      Loose answer = loose;
      answer.grade = loose.answer;
      Claim claim = claim_of(block, index, sentence, answer);
      claim.time = Time::current;
      claim.strength = Strength::marked;
      add_area(claim, asked);
    }
    // "So were A and B."
    if (last_claim_ && reading.claims.empty() && !loose.areas.empty() && says_so(sentence)) {
      claim_for(*last_claim_, index, sentence, loose);
    }
    if (regrades(sentence, loose)) regrade(block, index, sentence, loose, first_of_last_);
    first_of_last_ = first_of_this;
    last_is_past_ = std::all_of(reading.claims.begin(), reading.claims.end(),
                                [](const Claim& claim) { return claim.time == Time::previous; });
    last_claim_ = reading.claims.empty() ? std::nullopt : std::optional(reading.claims.back());
    const bool firm = loose.grade != ~std::size_t{0};
    if (firm && loose.for_all) {
      for (const Mention* area : previous_areas_) add_area(claim_of(block, index, sentence, loose), area);
    }
    if (firm && loose.only_grade && lone_area_ && !block.heading) {
      add_area(claim_of(block, index, sentence, loose), lone_area_);
    } else if (firm && loose.only_grade && section_area_ && !block.heading) {
      add_area(claim_of(block, index, sentence, loose), section_area_);
    }
    // "How good is A? Good": a question has its answer after it.
    if (open_.active && !firm && sentence.question && !loose.areas.empty()) open_.active = false;
    if (open_.active && !firm) {
      const bool item = loose.only_areas || ((block.item || loose.bullet) && !loose.areas.empty());
      if (item) {
        claim_for(open_.claim, index, sentence, loose);
      } else if ((block.item || loose.bullet) && loose.areas.empty() && add_named_item(block, index, sentence)) {
        // A name under "The following homes were rated good:".
      } else if (!block.item && !loose.bullet) {
        open_.active = false;
      }
    }
    if (loose.names_these && counted_.active && (loose.recalled < 0 || loose.recalled == counted_.claim.count)) {
      claim_for(counted_.claim, index, sentence, loose);
    } else if (const Claim* count = loose.names_these ? only_count(loose.recalled) : nullptr) {
      claim_for(*count, index, sentence, loose);
    }
    if (counted_.active && leads_to_list(block, sentence)) open_ = counted_;
    counted_.active = firm && loose.counted;
    if (counted_.active) {
      counted_.claim = claim_of(block, index, sentence, loose);
      counted_.claim.count = loose.count;
    }
    const bool bound = firm && loose.only_grade && (lone_area_ || section_area_) && !block.heading;
    if (firm && loose.expects_list && !bound) {
      open_.active = true;
      open_.claim = claim_of(block, index, sentence, loose);
    } else if (firm) {
      open_.active = false;
    }
    remember(block, sentence, loose, firm);
  }

  static bool are_labels(const SentenceReading& reading) {
    return reading.loose.only_areas || reading.loose.only_grade ||
           std::all_of(reading.claims.begin(), reading.claims.end(), [](const Claim& claim) { return claim.label; });
  }

  /// "Nursery class", a line of its own above lines such as "Leadership – good".
  static bool heads_lines(const Block& block, const Sentence& sentence) {
    const auto line = block.tokens.subspan(sentence.first, sentence.last - sentence.first);
    if (line.size() > longest_header || !line.front().capital || !line.front().line_start) return false;
    if (sentence.last >= block.tokens.size() || !block.tokens[sentence.last].line_start) return false;
    return std::all_of(line.begin(), line.end(), [](const Token& token) { return token.is(Mark::word); }) &&
           std::any_of(line.begin(), line.end(), [](const Token& token) { return token.is(word_class::body_noun); });
  }

  /// "At our last visit it was poor. It was rated inadequate for A."
  static bool goes_on_of(const Block& block, const Sentence& sentence) {
    return sentence.items.size() > 2 && block.tokens[sentence.first].id == "it" && sentence.items[1].word == "was" &&
           (sentence.classes & word_class::now) == 0 && !sentence.figures;
  }

  /// "They include:", "These are:"
  static bool leads_to_list(const Block& block, const Sentence& sentence) {
    const auto words = block.tokens.subspan(sentence.first, sentence.last - sentence.first);
    constexpr std::size_t longest = 4;
    return words.size() > 2 && words.size() <= longest && words[0].is(word_class::these) &&
           words[1].is(word_class::be | word_class::including) && words.back().is(Mark::colon);
  }

  /// "A later visit raised both to good.": of the areas of the sentence before.
  static bool regrades(const Sentence& sentence, const Loose& loose) {
    const std::vector<Item>& items = sentence.items;
    if (loose.grade == ~std::size_t{0} || loose.grade < 3 || !loose.areas.empty()) return false;
    // "Both are now good."
    if (items[loose.grade - 1].word == "now" && items[loose.grade - 2].is(word_class::be) &&
        items[loose.grade - 3].is(word_class::these))
      return true;
    return items[loose.grade - 1].word == "to" && items[loose.grade - 2].is(word_class::these) &&
           items[loose.grade - 3].is(word_class::move);
  }
  void regrade(const Block& block, std::uint32_t index, const Sentence& sentence, const Loose& loose,
               std::size_t first) {
    const std::size_t last = claims_.size();
    for (std::size_t at = first; at < last; ++at) {
      if (claims_[at].block != index || claims_[at].scope != Scope::area || claims_[at].time != Time::current ||
          claims_[at].grade->ending == sentence.items[loose.grade].mention->ending)
        continue;
      claims_[at].time = Time::previous;
      Claim claim = claim_of(block, index, sentence, loose);
      claim.strength = std::max(claim.strength, Strength::marked);
      add_area(claim, claims_[at].area);
    }
  }

  /// "So was A.", "As are B and C.", "So was A, though it is not all done."
  static bool says_so(const Sentence& sentence) {
    const std::vector<Item>& items = sentence.items;
    auto end = items.begin();
    while (end != items.end() && !end->is(word_class::contrast)) ++end;
    return items.size() > 2 && among<"so", "as">(items[0].word) &&
           (items[1].is(word_class::be) || (items[1].is(word_class::adverb) && items[2].is(word_class::be))) &&
           !items[1].is(word_class::negation) && !items[2].is(word_class::negation) && end > items.begin() + 2 &&
           std::all_of(items.begin() + 2, end, [](const Item& item) {
             return item.is(ItemKind::area) || item.kind == ItemKind::mark ||
                    (item.kind == ItemKind::word &&
                     !item.is(word_class::contrast | word_class::negation | word_class::modal));
           });
  }

  /// The one area that a sentence tells the past of; null: none.
  static const Mention* topic_after(const std::vector<Claim>& claims) {
    if (claims.size() != 1 || claims.front().scope != Scope::area || claims.front().time == Time::current)
      return nullptr;
    return claims.front().area;
  }

  void remember(const Block& block, const Sentence& sentence, const Loose& loose, bool firm) {
    if (loose.enumerates) enumerated_ = loose.areas;
    const bool list = block.item || loose.bullet;
    if (!list) previous_areas_.clear();
    if (!firm) previous_areas_.insert(previous_areas_.end(), loose.areas.begin(), loose.areas.end());
    const bool lone = loose.only_areas && loose.areas.size() == 1 && !loose.taken;
    lone_area_ = lone ? loose.areas.front() : nullptr;
    asked_ = sentence.question;
    // "How effective is the force at A?" asks of A.
    if (sentence.question && !loose.areas.empty() && loose.areas.size() <= 2 && !loose.taken)
      lone_area_ = asks_of(sentence, loose.areas.back()) ? loose.areas.back() : nullptr;
    // "Overall effectiveness at previous inspection": the lines that follow are no longer about the area before.
    if (!loose.areas.empty() && !loose.taken && section_level_ == level_of_paragraph) section_area_ = nullptr;
    if (lone && !list) {
      section_area_ = loose.areas.front();
      section_level_ = block.heading ? block.level : level_of_paragraph;
    }
  }

  /// Not "How effective is the force at something that the scheme has no name for?".
  static bool asks_of(const Sentence& sentence, const Mention* area) {
    if (area->last - area->first > 1) return true;
    const auto words = std::count_if(sentence.items.begin(), sentence.items.end(), [&](const Item& item) {
      return item.first >= area->last && item.kind == ItemKind::word && item.classes == 0 && !item.name;
    });
    return words <= 1;
  }

  Claim claim_of(const Block& block, std::uint32_t index, const Sentence& sentence, const Loose& loose) const {
    Claim claim;
    const Item& item = sentence.items[loose.grade];
    claim.grade = item.mention;
    claim.time = past_list_ && loose.only_grade ? Time::previous : time_of(sentence, loose.grade);
    claim.present = is_present(sentence, loose.grade);
    claim.strength = strength_of(block, sentence, loose.grade);
    claim.in_quote = sentence.in_quote;
    claim.by_inspector = speaker_ == Speaker::inspector;
    claim.block = index;
    claim.first = claim.sentence_first = sentence.first;
    claim.last = claim.sentence_last = sentence.last;
    return claim;
  }

  /// "good in one area, adequate in three and inadequate in five. The five include …": what was said of so many areas,
  /// if one grade was.
  const Claim* only_count(int count) const {
    const Claim* only = nullptr;
    for (const Claim& claim : claims_) {
      if (claim.scope != Scope::some || claim.count != count || claim.time != Time::current) continue;
      if (only && only->grade->ending != claim.grade->ending) return nullptr;
      only = &claim;
    }
    return only;
  }

  /// The grade of an earlier sentence for the areas of this one.
  void claim_for(Claim claim, std::uint32_t index, const Sentence& sentence, Loose& loose) {
    claim.block = index;
    claim.sentence_first = claim.first = sentence.first;
    claim.sentence_last = claim.last = sentence.last;
    for (const Mention* area : loose.areas) add_area(claim, area);
    loose.taken = true;
  }

  bool add_named_item(const Block& block, std::uint32_t index, const Sentence& sentence) {
    std::uint32_t first = sentence.first;
    if (block.tokens[first].is(Mark::bullet)) ++first;
    const std::vector<NameRun> runs = name_runs(block, first, sentence.last, true);
    if (runs.empty() || !heads(block, first, runs.front())) return false;
    Claim claim = open_.claim;
    claim.scope = Scope::overall;
    claim.strength = Strength::asserted;
    claim.block = index;
    claim.first = claim.sentence_first = sentence.first;
    claim.last = claim.sentence_last = sentence.last;
    claim.subject_first = runs.front().first;
    claim.subject_last = runs.front().last;
    add(claim);
    return true;
  }

  void add_area(Claim claim, const Mention* area) {
    claim.scope = Scope::area;
    claim.area = area;
    add(claim);
  }

  void add(const Claim& claim) {
    if (claims_.size() >= limits::max_grades) return;
    claims_.push_back(claim);
    bodies_.push_back(near_bodies_);
  }

  /// "**Marlow School** — Behaviour: good. Overall: good.", one such entry after another: each claim is for the body at
  /// the head of its paragraph.
  void name_entries() {
    std::vector<NameRun> heads(passage_.blocks.size());
    std::string first;
    bool several = false;
    const Claim* before = nullptr;
    for (const Claim& claim : claims_) {
      const bool looked_at = before && before->block == claim.block;
      before = &claim;
      NameRun& head = heads[claim.block];
      if (looked_at || !head.empty()) continue;
      head = head_of_entry(passage_.blocks[claim.block]);
      if (head.empty()) continue;
      const std::string name = words_of(document_, passage_.blocks[claim.block], head);
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

  /// "HMIC's effectiveness reports are out. DUNNERDALE: good.": where the scheme has no grade of the whole, and the
  /// text says of one area alone that it is what was rated, grades without an area are for that.
  void apply_subject_area() {
    const Mention* subject = nullptr;
    for (const Block& block : passage_.blocks) {
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
          return meaning.kind == PhraseKind::area && contains(scheme_.likely, meaning.scale) &&
                 scales_[meaning.scale].overall;
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
    const std::span<const Token> tokens = passage_.blocks[claim.block].tokens;
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
    const std::span<const Token> tokens = passage_.blocks[claim.block].tokens;
    return claim.last < claim.sentence_last && among<"at", "for">(tokens[claim.last].id);
  }

  /// "effectiveness reports", "the legitimacy strand", "rated for legitimacy", "its report on efficiency", "the reports
  /// are about efficiency", "looks at the efficiency of all forces"
  static bool is_what_was_rated(std::span<const Token> tokens, const Mention& area) {
    const Token& next = tokens[area.last];
    const Token& second = tokens[std::min<std::size_t>(area.last + 1, tokens.size() - 1)];
    const Token& noun = next.is(Mark::quote) ? second : next;
    if (noun.is(word_class::rating | word_class::inspection | word_class::inspector | word_class::grade_noun) ||
        among<"strand", "pillar">(noun.id))
      return true;
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
    if (lead == "for") return head.is(word_class::judge) && !head.is(word_class::rating);
    const bool about = lead == "about" && head.is(word_class::be);
    return (about || lead == "on") &&
           before[before.size() - (about ? 3 : 2)].is(word_class::inspector | word_class::inspection);
  }

  /// "In Larchford the force was rated good for A. In Oakmere it was rated poor for it.": where the grades of an area
  /// differ, a claim without a name is of the place at the head of its sentence, or of the body that the sentence
  /// before was about.
  void tell_bodies_apart() {
    if (!differ_somewhere(false)) return;
    const Claim* before = nullptr;
    for (Claim& claim : claims_) {
      if (claim.subject_first == claim.subject_last && claim.scope == Scope::area && !claim.label) {
        const Block& block = passage_.blocks[claim.block];
        const NameRun place = place_at_head(block, claim);
        if (!place.empty()) {
          claim.subject_first = place.first;
          claim.subject_last = place.last;
        } else if (before && before->block == claim.block && goes_on_about(block, claim)) {
          claim.subject_first = before->subject_first;
          claim.subject_last = before->subject_last;
        }
      }
      before = claim.subject_first != claim.subject_last ? &claim : nullptr;
    }
    several_bodies_ = differ_somewhere(true);
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
      const auto before = std::find_if(claim + 1, claims_.rend(), [&](const Claim& other) {
        return counts(other) && other.area->ending == claim->area->ending;
      });
      if (before != claims_.rend() && before->grade->ending != claim->grade->ending &&
          (!by_name || are_two_bodies(*before, *claim)))
        return true;
    }
    return false;
  }

  /// "In Oakmere it was …", "Across the river in Tarnshire the force is …"
  static NameRun place_at_head(const Block& block, const Claim& claim) {
    const std::uint32_t end = std::min(claim.grade->first, claim.sentence_last);
    if (!block.tokens[claim.sentence_first].is(word_class::link) || end <= claim.sentence_first) return {};
    const std::vector<NameRun> runs = name_runs(block, claim.sentence_first, end, false);
    if (runs.size() != 1) return {};
    const Token& before = block.tokens[runs.front().first - (runs.front().first > 0 ? 1 : 0)];
    return before.is(word_class::link) ? runs.front() : NameRun{};
  }

  /// "It was also …", "The force is …": of what the sentence before was about.
  static bool goes_on_about(const Block& block, const Claim& claim) {
    const Token& first = block.tokens[claim.sentence_first];
    const Token& second = block.tokens[std::min<std::size_t>(claim.sentence_first + 1, block.tokens.size() - 1)];
    return among<"it", "its">(first.id) || (first.is(word_class::determiner) && second.is(word_class::body_noun));
  }

  static NameRun head_of_entry(const Block& block) {
    if (block.heading || block.table) return {};
    std::uint32_t first = 0;
    const auto count = static_cast<std::uint32_t>(block.tokens.size());
    while (first < count && (block.tokens[first].is(Mark::number) || block.tokens[first].is(Mark::stop) ||
                             block.tokens[first].is(Mark::bullet)))
      ++first;
    const std::vector<NameRun> runs = name_runs(block, first, std::min(first + longest_head, count), true);
    if (runs.empty() || !heads(block, first, runs.front()) || runs.front().last >= count) return {};
    // "Bryn Awelon, Heol Fawr – …": the place may stand between.
    std::uint32_t end = runs.front().last;
    while (end + 1 < count && end < first + longest_head &&
           (block.tokens[end].is(Mark::comma) || (block.tokens[end].capital && block.tokens[end].word->classes == 0) ||
            (end > runs.front().last && block.tokens[end].is(word_class::determiner))))
      ++end;
    const Token& next = block.tokens[end];
    const bool bold = block.tokens[end - 1].strong && !next.strong;
    const bool set_off = next.is(Mark::dash) || next.is(Mark::colon) || next.is(Mark::open) || next.line_start;
    return bold || set_off ? runs.front() : NameRun{};
  }

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
          bodies_.push_back(bodies_[at]);
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
        if (other.time != Time::current || same_sentence) return false;
        if (other.grade->ending != dated.grade->ending && same_area(other, dated)) return true;
        return dated.time == Time::dated && (other.present || other.scope == Scope::all) &&
               !are_two_bodies(dated, other);
      });
    }
    for (std::size_t at = 0; at < claims_.size(); ++at) {
      if (claims_[at].time == Time::dated || claims_[at].time == Time::told)
        claims_[at].time = past[at] ? Time::previous : Time::current;
    }
  }

  /// "making best use of resources" and "use of resources"
  bool share_an_area(const Claim& one, const Claim& two) const {
    return std::any_of(one.area->meanings().begin(), one.area->meanings().end(), [&](const Meaning& meaning) {
      return meaning.kind == PhraseKind::area && contains(scheme_.likely, meaning.scale) &&
             std::any_of(two.area->meanings().begin(), two.area->meanings().end(), [&](const Meaning& other) {
               return other.kind == PhraseKind::area && other.scale == meaning.scale && other.item == meaning.item;
             });
    });
  }

  /// Whether both name a body, and not the same.
  [[nodiscard]] bool are_two_bodies(const Claim& one, const Claim& two) const {
    const auto name = [&](const Claim& claim) {
      return words_of(document_, passage_.blocks[claim.block], {claim.subject_first, claim.subject_last});
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
    const bool same =
        whole || one.scope != Scope::area || one.area->ending == two.area->ending || share_an_area(one, two);
    // Last, because names are gathered for it.
    return same && !are_two_bodies(one, two);
  }

  std::optional<Grade> to_grade(const Claim& claim) {
    if (!is_firm(claim)) return std::nullopt;
    const ScaleSet near = bodies_[static_cast<std::size_t>(&claim - claims_.data())];
    std::optional<Grade> best;
    double best_score = 0;
    for (const Meaning& meaning : claim.grade->meanings()) {
      if (meaning.kind != PhraseKind::grade || !contains(scheme_.likely, meaning.scale)) continue;
      const Scale& scale = scales_[meaning.scale];
      const auto area = area_in(claim, meaning.scale);
      if (!area) continue;
      const double score = scheme_.score[meaning.scale] + (contains(near, meaning.scale) ? near_body_bonus : 0);
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
      best->subject = words_of(document_, passage_.blocks[claim.block], {claim.subject_first, claim.subject_last});
    }
    return best;
  }

  /// What others say of themselves in plain words is an opinion: "we are good at preventing crime".
  [[nodiscard]] bool is_firm(const Claim& claim) {
    if (claim.scope == Scope::overall) return claim.strength >= Strength::asserted;
    if (claim.by_inspector || (claim.strength != Strength::bare && !claim.plain)) return true;
    const bool weak_label = claim.label && claim.strength == Strength::bare;
    if ((claim.plain || weak_label) && !tells_of_inspection_ && !is_formula(claim)) return false;
    if (claim.strength == Strength::bare && claim.in_quote) return false;
    // "Our leadership requires improvement": nobody says so of himself who was not told.
    return !claim.plain || (speaks_for_the_body(claim) && claim.strength != Strength::bare) ||
           !(claim.in_quote || is_personal(claim));
  }

  /// Whether anything but plain words says that somebody was inspected: an inspectorate, an inspection, a word of
  /// grading.
  [[nodiscard]] bool tells_of_inspection() const {
    return passage_.signs.inspections > 0 ||
           std::any_of(passage_.signs.named.begin(), passage_.signs.named.end(),
                       [](int mentions) { return mentions > 0; }) ||
           std::any_of(claims_.begin(), claims_.end(),
                       [](const Claim& claim) { return !claim.plain && claim.strength >= Strength::marked; }) ||
           grades_a_whole_set();
  }
  /// Four areas by names that nobody gives them by chance.
  [[nodiscard]] bool grades_a_whole_set() const {
    std::vector<const Ending*> areas;
    for (const Claim& claim : claims_) {
      if (claim.scope != Scope::area || claim.area->last - claim.area->first < 2) continue;
      if (std::find(areas.begin(), areas.end(), claim.area->ending) == areas.end()) areas.push_back(claim.area->ending);
    }
    return areas.size() >= fewest_of_a_set;
  }
  /// "The extent to which the force is effective at keeping people safe and reducing crime is good": no inspectorate is
  /// named, but nobody else says it so.
  static bool is_formula(const Claim& claim) {
    return claim.scope == Scope::area && claim.area->last - claim.area->first >= shortest_formula;
  }

  [[nodiscard]] bool speaks_for_the_body(const Claim& claim) const {
    static constexpr WordId plural[] = {"we", "our", "us"};
    const std::span<const Token> tokens = passage_.blocks[claim.block].tokens;
    const auto sentence = tokens.subspan(claim.sentence_first, claim.sentence_last - claim.sentence_first);
    return std::any_of(sentence.begin(), sentence.end(), [](const Token& token) { return is_one_of(token, plural); });
  }

  /// "I read that the hospital is good. It is not.": one person's words, outside quotations. "I am glad to report" is
  /// the inspector.
  [[nodiscard]] bool is_personal(const Claim& claim) {
    const std::span<const Token> tokens = passage_.blocks[claim.block].tokens;
    const auto sentence = tokens.subspan(claim.sentence_first, claim.sentence_last - claim.sentence_first);
    if (std::any_of(sentence.begin(), sentence.end(),
                    [](const Token& token) { return token.is(word_class::inspector); }))
      return false;
    if (last_asked_ != claim.block) {
      last_asked_ = claim.block;
      last_is_personal_ = speaks_as_one(tokens);
    }
    return last_is_personal_;
  }
  static bool speaks_as_one(std::span<const Token> tokens) {
    static constexpr WordId singular[] = {"i", "i'm", "i've", "i'd", "my", "me"};
    bool quoted = false;
    bool personal = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (tokens[at].is(Mark::quote)) quoted = tokens[at].opens_quote;
      static constexpr WordId tells[] = {"report", "record", "note", "say"};  // "I am glad to report"
      if (at > 0 && tokens[at - 1].id == "to" &&
          std::find(std::begin(tells), std::end(tells), tokens[at].id) != std::end(tells))
        return false;
      personal = personal || (!quoted && is_one_of(tokens[at], singular));
    }
    return personal;
  }

  static bool is_one_of(const Token& token, std::span<const WordId> words) {
    return token.is(word_class::first_person) && std::find(std::begin(words), std::end(words), token.id) != words.end();
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
        if (scales_[scale].overall || claim.says_overall) return "overall";
        return std::nullopt;
      case Scope::area:
        break;
    }
    const ScaleArea* area = nullptr;
    for (const Meaning& meaning : claim.area->meanings()) {
      if (meaning.kind != PhraseKind::area || meaning.scale != scale) continue;
      if (meaning.item == the_whole) return "overall";
      const ScaleArea& other = scales_[scale].areas[meaning.item];
      if (!area || (area->former != other.former && other.former == uses_former(scale))) area = &other;
    }
    if (!area) return std::nullopt;
    return area->name;
  }

  /// Whether the text uses the areas of an earlier framework: "staffing" is another area there.
  [[nodiscard]] bool uses_former(std::uint8_t scale) const {
    int votes = 0;
    for (const Claim& claim : claims_) {
      if (claim.scope != Scope::area) continue;
      bool former = false;
      bool current = false;
      for (const Meaning& meaning : claim.area->meanings()) {
        if (meaning.kind != PhraseKind::area || meaning.scale != scale || meaning.item == the_whole) continue;
        (scales_[scale].areas[meaning.item].former ? former : current) = true;
      }
      votes += static_cast<int>(former && !current) - static_cast<int>(current && !former);
    }
    return votes > 0;
  }

  /// The sentence, or of a long one the part that binds grade and area.
  void find_evidence(const Claim& claim, Grade& grade) const {
    grade.place = place_of(claim.block, claim.sentence_first, claim.sentence_last);
    grade.evidence = span_of(grade.place);
    if (grade.evidence.size() <= longest_evidence) return;
    grade.place = place_of(claim.block, claim.first, claim.last);
    grade.evidence = span_of(grade.place);
  }

  [[nodiscard]] Place place_of(std::uint32_t block, std::uint32_t first, std::uint32_t last) const {
    const std::span<const Token> tokens = passage_.blocks[block].tokens;
    return {tokens[first].node, tokens[first].from, tokens[last - 1].end_node, tokens[last - 1].to};
  }

  [[nodiscard]] text::Span span_of(const Place& place) const {
    const text::Span start = document_.locate(place.first, place.from, place.from + 1);
    const text::Span end = document_.locate(place.last, place.to > 0 ? place.to - 1 : 0, std::max(place.to, 1U));
    return {start.start, std::max(start.end, end.end)};
  }

  static bool same_area(const Grade& a, const Grade& b) {
    return a.scale == b.scale && a.area == b.area && a.when == b.when;
  }

  /// A word, with the spaces around it, that tells one body from another: no "hospital", no "house".
  static bool is_telling(std::string_view word) {
    static constexpr std::string_view common =
        " house court lodge hall manor care centre primary high community saint royal park view church infant junior "
        "first general police fire rescue county city ";
    return word.size() > 5 && common.find(word) == std::string_view::npos &&
           Lexicon::built_in().find(word.substr(1, word.size() - 2)).classes == 0;
  }

  /// Names that share a word are one body, unless each has others too: "Tansy Court" and "Tansy Court Care Home", but
  /// not "North Cantref Ardal" and "Morfalan Cantref". Without a name, any.
  static bool same_subject(const Grade& a, const Grade& b) {
    return !a.subject || !b.subject || share_a_name(*a.subject, *b.subject);
  }
  static bool share_a_name(std::string_view a, std::string_view b) {
    const std::string one = " " + folded(a) + " ";
    const std::string two = " " + folded(b) + " ";
    if (one == two) return true;
    if (names_a_group(a) != names_a_group(b) &&
        (names_a_group(a) ? is_part_of_group(two, one) : is_part_of_group(one, two)))
      return false;
    const Shared of_one = shared_words(one, two);
    return of_one.some && (of_one.all || shared_words(two, one).all);
  }
  struct Shared {
    bool some = false, all = true;  // of the telling words
  };
  static Shared shared_words(const std::string& words, const std::string& others) {
    Shared shared;
    for (std::size_t at = 1; at < words.size();) {
      const std::size_t end = words.find(' ', at);
      const std::string_view word = std::string_view(words).substr(at - 1, end - at + 2);
      if (is_telling(word)) {
        const bool found = others.find(word) != std::string::npos;
        shared.some = shared.some || found;
        shared.all = shared.all && found;
      }
      at = end + 1;
    }
    return shared;
  }

  void keep(Found found, std::vector<Found>& grades) const {
    const bool known = std::any_of(grades.begin(), grades.end(), [&](const Found& other) {
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
    if (!known) grades.push_back(std::move(found));
  }

  /// Whether two grades are for different bodies though only one is named: "the trust is rated good and Quarry Hill
  /// inadequate", the rows of the school and those of its nursery class.
  static bool are_apart(const Found& one, const Found& two) {
    if (!one.grade.subject == !two.grade.subject) return false;
    const Found& named = one.grade.subject ? one : two;
    const Found& other = one.grade.subject ? two : one;
    // "Fenmere Hospital requires improvement … The trust's overall rating remains good."
    if (other.claim->of_a_group && !names_a_group(*named.grade.subject)) return true;
    if (one.claim->block != two.claim->block) return false;
    return named.claim->labelled ||
           (other.claim->of_the_body && named.claim->sentence_first == other.claim->sentence_first);
  }

  /// "Both are inadequate … Mid Cantref Police was good": of two without a name, and of another by its name.
  static bool speak_of_others(const Found& one, const Found& two) {
    return !one.grade.subject != !two.grade.subject && (one.grade.subject ? two : one).claim->joined;
  }

  /// "Ember Infirmary" and "Ember Royal" of "Thorley and Ember Hospitals NHS Trust", which "Ember" alone may stand for.
  /// The names have spaces around them.
  static bool is_part_of_group(const std::string& name, const std::string& group) {
    const std::size_t last = name.rfind(' ', name.size() - 2);
    const std::string_view word = std::string_view(name).substr(last + 1, name.size() - last - 2);
    return group.find(name.substr(last)) == std::string::npos ||
           (Lexicon::built_in().find(word).classes & word_class::body_noun) != 0;
  }

  static bool names_a_group(std::string_view subject) {
    const std::string name = " " + folded(subject) + " ";
    for (const char* word : {" trust ", " council ", " company ", " ft "}) {
      if (name.find(word) != std::string::npos) return true;
    }
    return false;
  }

  /// "A Larchford school has been rated good": a body that the text will name.
  bool is_introduced(const Claim& claim) const {
    return claim.subject_first > 0 && among<"a", "an">(passage_.blocks[claim.block].tokens[claim.subject_first - 1].id);
  }

  /// Whether the text grades several bodies by name, each as a whole.
  bool names_several(const std::vector<Found>& grades) const {
    const Grade* first = nullptr;
    for (const Found& found : grades) {
      const Grade& grade = found.grade;
      if (grade.area != "overall" || grade.when != When::current || !grade.subject || is_introduced(*found.claim))
        continue;
      if (first && !same_subject(*first, grade)) return true;
      if (!first) first = &grade;
    }
    return false;
  }

  /// A grade of the whole without a name says again what is said of the one body that has one. Where several have, it
  /// could be of any: it stays only where it is said of "the trust" that they belong to.
  void settle_unnamed(std::vector<Found>& grades) const {
    const bool several = names_several(grades);
    text::Flags drop(grades.size(), false);
    for (std::size_t at = 0; at < grades.size(); ++at) {
      const Found& unnamed = grades[at];
      const bool introduced = unnamed.grade.subject && is_introduced(*unnamed.claim);
      if (unnamed.grade.area != "overall" || (unnamed.grade.subject && !introduced)) continue;
      if (several && !introduced && unnamed.grade.when == When::current) {
        drop[at] = !unnamed.claim->of_the_body;
        continue;
      }
      drop[at] = std::any_of(grades.begin(), grades.end(), [&](const Found& other) {
        return other.grade.subject && !is_introduced(*other.claim) && same_area(unnamed.grade, other.grade) &&
               unnamed.grade.grade == other.grade.grade && !are_apart(unnamed, other);
      });
    }
    drop_marked(grades, drop);
  }

  static void drop_marked(std::vector<Found>& grades, const text::Flags& marked) {
    std::size_t at = 0;
    std::erase_if(grades, [&](const Found&) { return marked[at++]; });
  }

  void drop_contradictions(std::vector<Found>& grades) {
    text::Flags drop(grades.size(), false);
    const bool several = names_several(grades);
    for (std::size_t i = 0; i < grades.size(); ++i) {
      for (std::size_t j = i + 1; j < grades.size(); ++j) {
        const Grade& one = grades[i].grade;
        const Grade& two = grades[j].grade;
        if (one.area == "some" || one.grade == two.grade || !same_area(one, two) || !same_subject(one, two) ||
            are_apart(grades[i], grades[j]) || speak_of_others(grades[i], grades[j]) ||
            (several && !one.subject != !two.subject))
          continue;
        // "A shop that was given one star … now has five.", "The teaching of science requires improvement" beside
        // "Teaching: good"
        const auto goes_first = [&](const Claim& claim, const Claim& other) {
          const bool of_table = claim.label && passage_.blocks[claim.block].tokens[claim.grade->first].capital;
          return !other.is_new && (claim.is_new || (of_table && other.plain));
        };
        drop[i] = !goes_first(*grades[i].claim, *grades[j].claim);
        drop[j] = !goes_first(*grades[j].claim, *grades[i].claim);
        if (!drop[i] || !drop[j]) continue;
        report_contradiction(one, two, source_, diagnostics_);
      }
    }
    drop_marked(grades, drop);
  }

  /// "Good in four areas" is no grade of its own where areas are named, but the author is told of those that are not.
  [[nodiscard]] Detection apart(std::vector<Grade> grades) const {
    Detection found;
    for (const Grade& grade : grades) {
      const auto named = static_cast<int>(std::count_if(grades.begin(), grades.end(), [&](const Grade& other) {
        return other.area != "some" && other.area != "all" && other.area != "overall" && other.grade == grade.grade &&
               other.when == grade.when;
      }));
      if (grade.area == "some" && grade.count && named < *grade.count) report_unnamed(grade, named, diagnostics_);
      (grade.area == "some" && named > 0 ? found.counts : found.grades).push_back(grade);
    }
    return found;
  }

  void report_without_area(const Claim& claim, const std::vector<Grade>& grades) const {
    for (const Meaning& meaning : claim.grade->meanings()) {
      if (meaning.kind != PhraseKind::grade || !contains(scheme_.likely, meaning.scale)) continue;
      const Scale& scale = scales_[meaning.scale];
      if (scale.overall) continue;
      // A headline that sums up what the text then says in full needs no remark.
      const bool said = std::any_of(grades.begin(), grades.end(), [&](const Grade& grade) {
        return grade.scale == &scale && grade.grade == &scale.grades[meaning.item];
      });
      if (said) return;
      report_no_area(scale.grades[meaning.item], scale, span_of(place_of(claim.block, claim.first, claim.last)),
                     diagnostics_);
      return;
    }
  }

  /// "Rated excellent" where the scheme has no such grade.
  void report_foreign(const Block& block, std::span<const Mention> everywhere, std::uint32_t index) const {
    for (const Mention& mention : everywhere) {
      if (overlaps(block.grades, mention.first, mention.last) || block.tokens[mention.first].number >= 0 ||
          mention.first == 0)
        continue;
      std::uint32_t before = mention.first;
      while (before > 0 && (block.tokens[before - 1].is(Mark::quote) ||
                            block.tokens[before - 1].is(word_class::seem | word_class::determiner |
                                                        word_class::body_noun | word_class::pronoun)))
        --before;
      const bool judged = before > 0 && block.tokens[before - 1].is(word_class::judge);
      const bool leads = mention.last < block.tokens.size() && block.tokens[mention.last].is(word_class::link);
      if (!judged || !leads) continue;
      for (std::size_t at = 0; at < scales_.size(); ++at) {
        if (!contains(scheme_.likely, at) || scales_[at].grades.size() < 3) continue;
        const text::Span place = span_of(place_of(index, mention.first, mention.last));
        report_foreign_grade(source_.slice(place), scales_[at], place, diagnostics_);
        break;
      }
    }
  }

  const markdown::Document& document_;
  const text::Source& source_;
  Passage passage_;
  Scheme scheme_;
  std::span<const Scale> scales_;
  text::Diagnostics& diagnostics_;
  PhraseFinder finder_;
  std::vector<Mention> mentions_;  // of the blocks that were read, for the likely scales
  Sentence sentence_;              // keeps its buffer from one sentence to the next
  std::vector<Claim> claims_;
  std::vector<ScaleSet> bodies_;  // by claim: scales of the inspectorate named last before it
  ScaleSet near_bodies_ = 0;
  Speaker speaker_ = Speaker::none;
  bool tells_of_inspection_ = false;
  std::size_t last_asked_ = ~std::size_t{0};  // block that is_personal() looked through last …
  bool last_is_personal_ = false;             // … and what it found
  bool wished_list_ = false;                  // the entries and labels that follow are what somebody aims at
  bool past_list_ = false;                    // the labels that follow tell of an earlier inspection
  std::size_t first_of_last_ = 0;             // claim of the sentence before
  NameRun header_;                            // of the lines that follow in the block
  bool asked_ = false;                        // lone_area_ comes from a question
  bool several_bodies_ = false;               // an area has other grades for a body of another name
  bool last_is_past_ = false;                 // … tells of the past alone
  std::optional<Claim> last_claim_;           // of the sentence before
  const Mention* topic_ = nullptr;            // see topic_after(), of the sentence before
  Open open_, counted_;
  std::vector<const Mention*> previous_areas_, enumerated_;
  const Mention* lone_area_ = nullptr;
  const Mention* section_area_ = nullptr;
  int section_level_ = 0;
};

}  // namespace

Detection detect(const markdown::Document& document, const front_matter::FrontMatter& front_matter,
                 const text::Source& source, const DetectOptions& options, const Catalogue& catalogue,
                 text::Diagnostics& diagnostics) {
  if (catalogue.own().empty() && !may_state_grade(document)) return {};
  Passage passage = read_passage(document, context_of(front_matter), catalogue);
  const auto published = read_day(options.published.substr(0, std::min<std::size_t>(10, options.published.size())));
  Scheme scheme = recognise_scheme(passage, hinted(options.scale, catalogue), published, catalogue);
  const bool any_grade = std::any_of(passage.blocks.begin(), passage.blocks.end(),
                                     [](const Block& block) { return !block.grades.empty(); });
  if (scheme.likely == 0 || !any_grade) return {};
  return Detector(document, source, std::move(passage), std::move(scheme), catalogue, diagnostics).run();
}

}  // namespace pressmark::inspection
