// Links the sentences of a text, each with what those before it left.
#include "pressmark/inspection/discourse.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "pressmark/inspection/advice.h"
#include "pressmark/inspection/aside.h"
#include "pressmark/inspection/doubt/denial.h"
#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/no_finding.h"
#include "pressmark/inspection/sentence.h"
#include "pressmark/inspection/subject.h"
#include "pressmark/inspection/tables.h"
#include "pressmark/text/limits.h"

namespace pressmark::inspection {
namespace {

constexpr std::uint32_t short_block = 14;  // tokens: may be an item of a list
constexpr int level_of_paragraph = 7;      // a question set as a paragraph heads what follows, below any heading
constexpr std::size_t longest_header = 5;  // tokens of a line that says whom the next lines are about

class Reader {
 public:
  explicit Reader(ReadText& text) : text_(text), finder_(text.catalogue.lexicon()) {
    // Claims point at mentions: the list must never move.
    found_.mentions.reserve(3 * text.passage.hits.size() + text.passage.numbers.size());
  }

  Discourse read() {
    for (; index_ < text_.passage.blocks.size(); ++index_) read_block();
    return std::move(found_);
  }

 private:
  /// A grade that waits for the areas of the list that follows it.
  struct Open {
    Claim claim;
    bool active = false;
  };

  [[nodiscard]] const Block& block() const { return text_.passage.blocks[index_]; }

  void read_block() {
    if (found_.claims.size() >= limits::max_grades) return;
    Block& block = text_.passage.blocks[index_];
    if (block.heading && section_area_ && block.level <= section_level_) section_area_ = nullptr;
    if (block.heading && open_.active) open_.active = false;
    if (block.speaker != Speaker::none) speaker_ = block.speaker;
    // "At our last inspection we found:", with a list below. A heading or any other prose ends it.
    const bool of_past = block.of_past && block.grades.empty();
    const bool silent = says_nothing(block);
    if (of_past || block.heading || (silent && !block.item)) past_list_ = of_past;
    const bool of_wishes = leads_to_wishes();
    if (of_wishes || block.heading || (silent && !block.item)) wished_list_ = of_wishes;
    past_answer_ = index_ > 0 && text_.passage.blocks[index_ - 1].asks_of_past;
    area_before_ = block.heading || block.item ? nullptr : told_of_ ? told_of_ : subject_area_;
    topic_ = subject_area_ = told_of_ = nullptr;
    if (block.denies && !found_.claims.empty() && found_.claims.back().block + 1 == index_)
      found_.claims.resize(std::min(first_of_last_, found_.claims.size()));
    others_judge_ = index_ > 0 && text_.passage.blocks[index_ - 1].of_mock && !block.heading;
    label_above_ = false;
    last_claim_.reset();
    header_ = {};
    if (silent) {
      if (!block.item && block.size > short_block) open_.active = false;
      if (!block.item) previous_areas_.clear();
      lone_area_ = nullptr;
      // "Leadership", "Good", "Previous grade", "Poor": the line between is a label of its own.
      if (section_level_ == level_of_paragraph && !found_.claims.empty() && found_.claims.back().area == section_area_)
        section_area_ = nullptr;
      return;
    }
    // Nothing waits for this block's areas, and it has no grade: it can only name areas for what follows.
    if (block.grades.empty() && block.areas.empty() && !open_.active) return;
    finder_.find(block.tokens, block.hits, block.numbers, text_.scheme.likely);
    const std::span<const Mention> everywhere = block.grades;
    block.grades = kept(finder_.grades);
    block.areas = kept(finder_.areas);
    block.signs = kept(finder_.signs);
    report_foreign(everywhere);
    if (block.table) header_ = nursery_in_head();
    if (block.table && (wished_list_ || read_columns())) return;
    SentenceReader sentences(block);
    while (found_.claims.size() < limits::max_grades && sentences.next(sentence_)) {
      note_bodies();
      const bool has_aside = cut_aside(sentence_, aside_);
      SentenceReading reading;
      if (sentence_.items.empty() || reports_no_finding(block, sentence_)) {
        reading.loose.bullet = sentence_.bullet;
      } else {
        reading = read_clauses(block, sentence_);
      }
      if (has_aside) {
        for (const Claim& claim : read_clauses(block, aside_).claims) {
          if (claim.time != Time::current) reading.claims.push_back(claim);
        }
      }
      link(reading);
    }
  }

  /// "Our targets:", with no grade in the sentence itself
  [[nodiscard]] bool leads_to_wishes() const {
    if (!block().of_wishes) return false;
    std::size_t first = block().tokens.size();
    while (first > 0 && !block().tokens[first - 1].is(Mark::stop)) --first;
    return block().grades.empty() || block().grades.back().last <= first;
  }

  /// Nothing of grades. An entry of a list may be a name that a grade is for.
  static bool says_nothing(const Block& block) {
    const bool listed = block.item || (!block.tokens.empty() && block.tokens.front().is(Mark::bullet));
    return block.tokens.empty() || (block.grades.empty() && block.areas.empty() && !listed);
  }

  /// Whether the header of the table says what its columns are.
  bool read_columns() {
    std::optional<std::vector<Claim>> cells = read_table(block());
    if (!cells) return false;
    const bool of_past = past_list_ && text_.passage.blocks[index_ - 1].size <= short_block;
    for (Claim& claim : *cells) {
      claim.block = index_;
      take_name(claim);
      if (of_past) claim.time = Time::previous;  // "Scores at earlier inspections"
      add(claim);
    }
    open_.active = counted_.active = false;
    previous_areas_.clear();
    lone_area_ = nullptr;
    return true;
  }

  /// "Quality indicators for the nursery class", the head of a table: its grades are not the school's.
  [[nodiscard]] NameRun nursery_in_head() const {
    const auto tokens = block().tokens;
    std::uint32_t end = 1;
    while (end < tokens.size() && !(tokens[end].is(Mark::pipe) && tokens[end].line_start)) ++end;
    NameRun nursery;
    for (std::uint32_t at = 1; at < end && nursery.empty(); ++at) nursery = nursery_at(block(), at, end);
    return nursery;
  }

  std::span<const Mention> kept(const std::vector<Mention>& found) {
    found_.mentions.insert(found_.mentions.end(), found.begin(), found.end());
    return std::span(found_.mentions).last(found.size());
  }

  /// "Rated excellent" where the scheme has no such grade.
  void report_foreign(std::span<const Mention> everywhere) const {
    const Block& block = this->block();
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
      for (std::size_t at = 0; at < text_.scales().size(); ++at) {
        if (!contains(text_.scheme.likely, at) || text_.scales()[at].grades.size() < 3) continue;
        const text::Span place = text_.span_of(text_.place_of(index_, mention.first, mention.last));
        report_foreign_grade(text_.source.slice(place), text_.scales()[at], place, text_.diagnostics);
        break;
      }
    }
  }

  void note_bodies() {
    const std::span<const Mention> signs = block().signs;
    auto next = std::lower_bound(signs.begin(), signs.end(), sentence_.first,
                                 [](const Mention& mention, std::uint32_t at) { return mention.first < at; });
    for (; next != signs.end() && next->first < sentence_.last; ++next) {
      const Mention& sign = *next;
      ScaleSet named = 0;
      for (const Meaning& meaning : sign.meanings()) {
        if (meaning.kind != PhraseKind::cue && meaning.kind != PhraseKind::never) named |= ScaleSet{1} << meaning.scale;
      }
      if (named & text_.scheme.likely) near_bodies_ = named;
    }
  }

  void link(SentenceReading& reading) {
    // “Is it safe? Requires improvement,” said the head.
    if (asked_ && sentence_.in_quote && speaker_ == Speaker::other && mention_at(block().grades, sentence_.first))
      reading = {};
    Loose& loose = reading.loose;
    note_others(reading);
    if (sentence_.question && reading.claims.empty()) ask_of_now();
    if (tells_of_later()) {
      for (Claim& claim : found_.claims) {
        if (claim.time == Time::current) claim.time = Time::told;
      }
    }
    const bool clause = (sentence_.classes & (word_class::be | word_class::judge | word_class::have)) != 0;
    if (wished_list_ && (block().item || loose.bullet || !clause)) return;
    wished_list_ = loose.of_others || leads_to_wishes();
    if (words_of_sentence().back().is(Mark::colon)) past_list_ = leads_to_the_past(words_of_sentence());
    const bool past_answer = std::exchange(past_answer_, asks_of_the_past(words_of_sentence()));
    const std::size_t first_of_this = found_.claims.size();
    if (sentence_.items.empty() && heads_lines()) header_ = {sentence_.first, sentence_.last};
    if (sentence_.items.empty()) note_whose_grades();
    if (sentence_.items.empty() && !block().heading && sentence_.first == 0 && header_.empty())
      header_ = name_of_entry();
    const Mention* const topic = std::exchange(topic_, topic_after(reading.claims));
    for (Claim& claim : reading.claims) {
      claim.block = index_;
      claim.by_inspector = speaker_ == Speaker::inspector;
      settle_time(claim, past_answer, loose.bullet || block().item);
      take_header(claim);
      take_area(claim, loose, topic);
      add_stated(claim, loose);
    }
    answer_question(reading, topic);
    // "So were A and B, although C is good."
    if (!loose.areas.empty() && says_so(sentence_)) echo(reading, loose);
    const bool lists_on = goes_on_listing(loose);
    if (lists_on) claim_for(*last_claim_, loose);
    if (regrades(sentence_, loose)) regrade(loose, first_of_last_);
    first_of_last_ = first_of_this;
    last_is_past_ = std::all_of(reading.claims.begin(), reading.claims.end(),
                                [](const Claim& claim) { return claim.time == Time::previous; });
    if (!lists_on) last_claim_ = reading.claims.empty() ? std::nullopt : std::optional(reading.claims.back());
    const bool firm = loose.grade != ~std::size_t{0};
    if (firm) grade_what_waits(loose);
    label_above_ = labels_the_whole(words_of_sentence(), overlaps(block().signs, sentence_.first, sentence_.last));
    if (open_.active && !firm) fill_list(loose);
    if (loose.names_these) name_counted(loose);
    leave_open(loose, firm);
    remember(loose, firm);
  }

  [[nodiscard]] std::span<const Token> words_of_sentence() const {
    return block().tokens.subspan(sentence_.first, sentence_.last - sentence_.first);
  }

  /// "A consultant put it through a mock inspection. Her marks: A, good; B, poor."
  void note_others(SentenceReading& reading) {
    const auto words = words_of_sentence();
    const auto holds = [&](auto test) { return std::any_of(words.begin(), words.end(), test); };
    if (reading.claims.empty()) {
      others_judge_ = others_judge_ || tells_of_own(words) || holds([](const Token& token) {
                        return among<"mock", "survey", "questionnaire", "poll", "scenario", "demo">(token.id);
                      });
      if (is_invented(words)) found_.claims.clear();
      const bool annulled = is_annulled(words);
      if (annulled || denies_what_was_said(words))
        found_.claims.resize(std::min(first_of_last_, found_.claims.size()));  // of the sentence before
      if (annulled) {
        std::erase_if(found_.claims,
                      [&](const Claim& claim) { return claim.scope == Scope::overall || claim.block == index_; });
      }
    } else if (others_judge_) {
      others_judge_ = !holds([](const Token& token) { return token.is(word_class::inspector); });
      if (others_judge_) reading.claims.clear();
    }
  }

  /// The grade of the sentence before, or of this one: "A was judged good, and for B they gave the same grade."
  void echo(const SentenceReading& reading, Loose& loose) {
    const bool of_this = !reading.claims.empty() && reading.claims.back().grade->last <= loose.areas.front()->first;
    if (of_this) {
      claim_for(reading.claims.back(), loose);
    } else if (last_claim_) {
      claim_for(*last_claim_, loose);
    }
  }

  /// "Seven months on, the regulator has had another look."
  [[nodiscard]] bool tells_of_later() const {
    const auto words = words_of_sentence();
    return words.size() > 2 && words[0].number > 0 && words[1].is(word_class::duration) &&
           among<"on", "later">(words[2].id);
  }

  /// "In 2022 it was poor. What is it now?"
  void ask_of_now() {
    const auto words = words_of_sentence();
    if (words.size() < 2 || words[words.size() - 2].id != "now") return;
    for (std::size_t at = first_of_last_; at < found_.claims.size(); ++at) {
      if (found_.claims[at].time == Time::dated) found_.claims[at].time = Time::previous;
    }
  }

  /// "Let me offer an inspection of my own."
  static bool tells_of_own(std::span<const Token> words) {
    for (std::size_t at = 2; at < words.size(); ++at) {
      if (words[at].id == "report" && words[at - 1].id == "draft" && words[at - 2].id == "a") return true;
      if (words[at - 1].id == "would" && words[at - 2].id == "i" && among<"award", "give", "rate">(words[at].id))
        return true;
      if (at > 2 && words[at].id == "own" && among<"my", "our">(words[at - 1].id) && words[at - 2].id == "of" &&
          words[at - 3].is(word_class::inspection | word_class::rating))
        return true;
    }
    return false;
  }

  /// "The four statements are made up."
  static bool is_invented(std::span<const Token> words) {
    for (std::size_t at = 1; at + 1 < words.size(); ++at) {
      if (!words[at - 1].is(word_class::be)) continue;
      const bool made_up = words[at].id == "made" && words[at + 1].id == "up" &&
                           (at + 2 == words.size() || words[at + 2].is(Mark::stop));
      if (made_up || among<"invented", "fictional", "imaginary">(words[at].id)) return true;
    }
    return false;
  }

  /// "Its rating has since been withdrawn."
  static bool is_annulled(std::span<const Token> words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (!words[at].is(word_class::rating)) continue;
      while (++at < words.size() &&
             words[at].is(word_class::be | word_class::have | word_class::reason | word_class::now))
        if (words[at].is(word_class::negation)) return false;
      if (at < words.size() && is_taken_back(words[at].id)) return true;
    }
    return false;
  }

  void settle_time(Claim& claim, bool past_answer, bool listed) {
    if (!claim.label && !listed) past_list_ = false;
    if (past_list_ || (past_answer && !claim.present) || looks_back_years()) claim.time = Time::previous;
    // "It was last rated good overall. Safety was rated poor.", where safety has another rating now.
    if (last_claim_ && last_is_past_ && !claim.present && !claim.label && claim.time == Time::current)
      claim.time = Time::told;
  }

  /// "10 years ago. Ofsted came to Elm Primary and found it good.": a column of memories.
  [[nodiscard]] bool looks_back_years() const {
    const auto tokens = block().tokens;
    return tokens.size() > 3 && tokens[0].number > 0 && tokens[1].is(word_class::duration) && tokens[2].id == "ago" &&
           tokens[3].is(Mark::stop);
  }

  void take_header(Claim& claim) const {
    const bool heads = claim.label || block().tokens[sentence_.first].is(word_class::judge);  // "Rated good on 3 May."
    if (heads) take_name(claim);
  }
  void take_name(Claim& claim) const {
    if (claim.subject_first != claim.subject_last || header_.empty()) return;
    claim.subject_first = header_.first;
    claim.subject_last = header_.last;
    claim.labelled = true;
  }

  /// A claim for the whole may be one for the area that the sentence before, or the heading above, is about.
  void take_area(Claim& claim, const Loose& loose, const Mention* topic) const {
    if (claim.scope != Scope::overall || loose.only_grade) return;
    const bool in_section = section_area_ &&
                            (section_level_ < level_of_paragraph || !(claim.of_the_body || claim.says_overall)) &&
                            !tells_of_the_whole();
    const Mention* area = nullptr;
    // "A was poor in 2022. It is now good."
    const bool of_it = refers_back();
    if (topic && claim.is_new && of_it) {
      area = topic;
    } else if (told_of_ && of_it) {
      area = told_of_;
    } else if (stands_there()) {
      area = previous_areas_.front();
    } else if (const Mention* said_of = sentence_.first == 0 && area_before_ ? area_before_ : subject_area_;
               said_of && is_said_of_it(claim)) {
      area = said_of;
    } else if (in_section && !block().heading && loose.areas.empty() && claim.strength >= Strength::marked) {
      area = section_area_;
    }
    if (!area) return;
    claim.scope = Scope::area;
    claim.area = area;
  }

  /// "There the practice requires improvement.", behind a sentence about A
  [[nodiscard]] bool stands_there() const {
    return among<"here", "there">(block().tokens[sentence_.first].id) && previous_areas_.size() == 1;
  }

  /// "Elm Infirmary as a whole: good"
  [[nodiscard]] bool tells_of_the_whole() const {
    const auto words = words_of_sentence();
    return std::any_of(words.begin(), words.end(), [](const Token& token) { return token.id == "whole"; });
  }

  /// "It is good.", "Their verdict: good."
  [[nodiscard]] bool refers_back() const {
    const WordId first = block().tokens[sentence_.first].id;
    return among<"it", "that", "this", "they", "their">(first);
  }

  /// "A is the bright spot. Inspectors judged it good."
  [[nodiscard]] bool is_said_of_it(const Claim& claim) const {
    std::uint32_t at = claim.grade->first;
    while (at > sentence_.first && block().tokens[at - 1].id == "as") --at;
    return at > sentence_.first + 1 && block().tokens[at - 1].id == "it" &&
           block().tokens[at - 2].is(word_class::judge);
  }

  void add_stated(const Claim& claim, const Loose& loose) {
    if (claim.scope == Scope::overall && (loose.only_grade || (loose.for_all && previous_areas_.size() > 1) ||
                                          (loose.expects_list && !claim.says_overall)))
      return;
    // "good in all areas", where the areas were named just before, or in the same sentence.
    // "All three of those areas were rated good."
    const bool of_last = claim.count > 1 && previous_areas_.size() == static_cast<std::size_t>(claim.count);
    const std::vector<const Mention*>& listed = loose.areas.size() > 1 ? loose.areas
                                                : of_last              ? previous_areas_
                                                                       : found_.enumerated;
    // "good in all areas except A and B"
    const bool excepts = &listed == &loose.areas && (sentence_.classes & word_class::contrast) != 0;
    if (claim.scope != Scope::all || claim.others || listed.empty() || excepts) return add(claim);
    for (const Mention* area : listed) add_area(claim, area);
  }

  /// "A? Good, and better than last year.", "A was poor in 2022. Today it is good.", "The force is good.", under the
  /// heading A
  void answer_question(SentenceReading& reading, const Mention* topic) {
    const Mention* const asked = stands_there()                                            ? previous_areas_.front()
                                 : asked_                                                  ? lone_area_
                                 : topic                                                   ? topic
                                 : told_of_ && refers_back()                               ? told_of_
                                 : block().heading || section_level_ == level_of_paragraph ? nullptr
                                                                                           : section_area_;
    const Loose& loose = reading.loose;
    if (!asked || loose.answer == ~std::size_t{0} || loose.only_grade) return;
    std::erase_if(reading.claims, [](const Claim& claim) { return claim.scope == Scope::overall; });
    Claim claim = claim_of(loose.answer, false);
    if (loose.answer == 0) claim.time = Time::current;
    claim.strength = Strength::marked;
    add_area(claim, asked);
  }

  /// "Both are good.", "Good", below the areas that it is for.
  void grade_what_waits(const Loose& loose) {
    // "• Elm House, 3 Mill Lane. Rating: good"
    const bool of_entry = header_.first < sentence_.first && !header_.empty() && !lone_area_;
    if (loose.only_grade && (of_entry || label_above_ || (sentence_.first == 0 && follows_label()))) {
      Claim claim = claim_of(loose);
      claim.scope = Scope::overall;
      claim.strength = Strength::asserted;
      claim.label = of_entry;
      if (of_entry) claim.sentence_first = 0;
      take_header(claim);
      add(claim);
      return;
    }
    if (loose.for_all) {
      for (const Mention* area : previous_areas_) add_area(claim_of(loose), area);
    }
    if (const Mention* area = area_of_lone_grade(loose)) add_area(claim_of(loose), area);
  }
  [[nodiscard]] bool follows_label() const { return index_ > 0 && text_.passage.blocks[index_ - 1].labels_whole; }
  [[nodiscard]] const Mention* area_of_lone_grade(const Loose& loose) const {
    if (!loose.only_grade || block().heading) return nullptr;
    return lone_area_ ? lone_area_ : told_of_ && refers_back() ? told_of_ : section_area_;
  }

  /// The areas of this sentence get the grade that waits for them.
  void fill_list(Loose& loose) {
    const bool listed = block().item || loose.bullet;
    // "How good is A? Good": a question has its answer after it.
    if (sentence_.question && !loose.areas.empty()) {
      open_.active = false;
    } else if (loose.only_areas || (listed && !loose.areas.empty())) {
      claim_for(open_.claim, loose);
    } else if (listed && loose.areas.empty() && add_named_item()) {
      // A name under "The following homes were rated good:".
    } else if (!listed) {
      open_.active = false;
    }
  }

  /// "good in four areas. These are A, B, C and D."
  void name_counted(Loose& loose) {
    if (counted_.active && (loose.recalled < 0 || loose.recalled == counted_.claim.count)) {
      claim_for(counted_.claim, loose);
    } else if (const Claim* count = only_count(loose.recalled)) {
      claim_for(*count, loose);
    }
  }

  /// A grade that the sentences behind this one may give to areas.
  void leave_open(const Loose& loose, bool firm) {
    if (counted_.active && leads_to_list()) open_ = counted_;
    counted_.active = firm && loose.counted;
    if (counted_.active) {
      counted_.claim = claim_of(loose);
      counted_.claim.count = loose.count;
    }
    if (!firm) return;
    open_.active = loose.expects_list && header_.empty() && !area_of_lone_grade(loose) &&
                   !(loose.only_grade && stands_below_label());
    if (open_.active) open_.claim = claim_of(loose);
  }

  /// "Use of force", "Good", "Safe", "Poor", each in a line or a block of its own: a label stands above its grade, also
  /// one that is no area, where areas and grades then take turns and a grade is the last.
  [[nodiscard]] bool stands_below_label() const {
    constexpr int longest = 40;  // lines
    bool grade = true;           // the last line was one
    int lines = 0;
    std::uint32_t first = sentence_.last;
    for (std::size_t at = index_; at < text_.passage.blocks.size() && lines < longest; ++at, first = 0) {
      const Block& block = text_.passage.blocks[at];
      const auto count = static_cast<std::uint32_t>(block.tokens.size());
      if (at > index_ && says_nothing(block) && block.size <= short_block) continue;
      while (first < count && lines < longest) {
        std::uint32_t last = first + 1;
        while (last < count && !block.tokens[last].line_start) ++last;
        const Mention* all = mention_at(grade ? block.areas : block.grades, first);
        // "Preventing crime; Leadership" stands below its grade.
        if (!all || all->last != last)
          return grade && lines > 0 && (!overlaps(block.areas, first, last) || block.tokens[last - 1].is(Mark::stop));
        grade = !grade;
        ++lines;
        first = last;
      }
    }
    return grade && lines > 0;
  }

  /// "Here are our evaluations for the nursery class", above lines such as "Leadership – good"
  void note_whose_grades() {
    const std::span<const Token> tokens = block().tokens;
    std::uint32_t last = sentence_.last;
    if (last >= tokens.size() || !tokens[last].line_start) return;
    if (tokens[last - 1].is(Mark::colon) || tokens[last - 1].is(Mark::stop)) --last;
    std::uint32_t first = last;
    while (first > sentence_.first && tokens[first - 1].is(Mark::word) && tokens[first - 1].id != "for") --first;
    if (first < sentence_.first + 2 || first == last || tokens[first - 1].id != "for" ||
        !(tokens[first - 2].id == "evaluations" || tokens[first - 2].is(word_class::rating)))
      return;
    header_ = {tokens[first].is(word_class::determiner) ? first + 1 : first, last};
  }

  /// "Nursery class", a line of its own above lines such as "Leadership – good".
  [[nodiscard]] bool heads_lines() const {
    const std::span<const Token> tokens = block().tokens;
    const auto line = words_of_sentence();
    if (line.size() > longest_header || !line.front().capital || !line.front().line_start) return false;
    if (sentence_.last >= tokens.size() || !tokens[sentence_.last].line_start) return false;
    return std::all_of(line.begin(), line.end(), [](const Token& token) { return token.is(Mark::word); }) &&
           std::any_of(line.begin(), line.end(), [](const Token& token) { return token.is(word_class::body_noun); });
  }

  /// "Elm House, 3 Mill Lane.", the first sentence of an entry whose next one is "Rated good on 3 May."
  [[nodiscard]] NameRun name_of_entry() const {
    const auto words = words_of_sentence();
    const bool no_clause = std::all_of(words.begin(), words.end(), [](const Token& token) {
      return !token.is(Mark::word) || token.capital || token.is(word_class::link | word_class::determiner) ||
             token.id == "o";
    });
    const std::vector<NameRun> runs = name_runs(block(), 0, sentence_.last, true);
    return no_clause && !runs.empty() && heads(block(), 0, runs.front()) ? runs.front() : NameRun{};
  }

  /// "They include:", "These are:"
  [[nodiscard]] bool leads_to_list() const {
    const auto words = words_of_sentence();
    constexpr std::size_t longest = 4;
    return words.size() > 2 && words.size() <= longest && words[0].is(word_class::these) &&
           words[1].is(word_class::be | word_class::including) && words.back().is(Mark::colon);
  }

  /// "A later visit raised both to good.": of the areas of the sentence before.
  static bool regrades(const Sentence& sentence, const Loose& loose) {
    const std::vector<Item>& items = sentence.items;
    if (loose.grade == ~std::size_t{0} || loose.grade < 3 || !loose.areas.empty()) return false;
    // "Both are now good.", but not "A, which is now good"
    if (items[loose.grade - 1].word == "now" && items[loose.grade - 2].is(word_class::be) &&
        items[loose.grade - 3].is(word_class::these))
      return items[loose.grade - 3].word != "which" || items[loose.grade - 2].word != "is";
    return items[loose.grade - 1].word == "to" && items[loose.grade - 2].is(word_class::these) &&
           items[loose.grade - 3].is(word_class::move);
  }

  /// From the claim `first` on.
  void regrade(const Loose& loose, std::size_t first) {
    const std::size_t last = found_.claims.size();
    for (std::size_t at = first; at < last; ++at) {
      if (found_.claims[at].block != index_ || found_.claims[at].scope != Scope::area ||
          found_.claims[at].time != Time::current ||
          found_.claims[at].grade->ending == sentence_.items[loose.grade].mention->ending)
        continue;
      found_.claims[at].time = Time::previous;
      Claim claim = claim_of(loose);
      claim.strength = std::max(claim.strength, Strength::marked);
      add_area(claim, found_.claims[at].area);
    }
  }

  /// "Good: A. B. C."
  [[nodiscard]] bool goes_on_listing(const Loose& loose) const {
    if (!last_claim_ || !loose.only_areas || last_claim_->label || last_claim_->block != index_) return false;
    const Mention& grade = *last_claim_->grade;
    const auto tokens = block().tokens;
    return grade.first == 0 && grade.last < tokens.size() && tokens[grade.last].is(Mark::colon) &&
           !mention_at(block().grades, sentence_.last);
  }

  /// "So was A.", "As are B and C.", "So does A, though it is not all done.", "A gets the same.", "A likewise."
  static bool says_so(const Sentence& sentence) {
    const std::vector<Item>& items = sentence.items;
    if (says_same(sentence) || is_echo(items)) return true;
    auto end = items.begin();
    while (end != items.end() && !end->is(word_class::contrast | word_class::which)) ++end;
    return items.size() > 2 && among<"so", "as">(items[0].word) &&
           (items[1].is(word_class::be | word_class::have) ||
            (items[1].is(word_class::adverb) && items[2].is(word_class::be))) &&
           !items[1].is(word_class::negation) && !items[2].is(word_class::negation) && end > items.begin() + 2 &&
           std::all_of(items.begin() + 2, end, [](const Item& item) {
             return item.is(ItemKind::area) || item.kind == ItemKind::mark ||
                    (item.kind == ItemKind::word &&
                     !item.is(word_class::contrast | word_class::negation | word_class::modal));
           });
  }

  /// "The same went for A.", "A was put in the same bracket.", "The grade for A is the same."
  static bool says_same(const Sentence& sentence) {
    using namespace word_class;
    static constexpr auto of_grading = determiner | be | have | give | judge | rating | grade_noun | word_class::link |
                                       other_preposition | speech | pronoun | inspector | adverb | conjunction_and |
                                       area_noun;
    const auto fits = [](const Item& item) {
      return item.is(ItemKind::area) || (item.is(of_grading) && item.word != "as") || item.kind == ItemKind::mark ||
             among<"same", "bracket", "goes", "went", "applies", "applied", "true">(item.word);
    };
    const std::vector<Item>& items = sentence.items;
    std::size_t same = items.size();
    while (same > 0 && items[same - 1].word != "same") --same;
    const bool figures = std::any_of(items.begin(), items.end(), [](const Item& item) { return item.number >= 0; });
    if (same == 0 || figures || (sentence.classes & (negation | modal | word_class::before)) != 0) return false;
    // "A, which it also looked at, gets the same."
    const bool given = same > 3 && items[same - 3].is(give) &&
                       std::all_of(items.begin() + static_cast<std::ptrdiff_t>(same), items.end(),
                                   [](const Item& item) { return item.kind == ItemKind::mark || item.is(grade_noun); });
    const bool goes = same == 2 && among<"goes", "went", "applies", "applied">(word_at(items, same));
    return given || goes || std::all_of(items.begin(), items.end(), fits);
  }

  /// "A and B likewise.", "A was too."
  static bool is_echo(std::span<const Item> items) {
    std::size_t at = 0;
    bool area = false;
    for (; at < items.size() && (items[at].is(ItemKind::area) || items[at].is(Mark::comma) ||
                                 items[at].is(word_class::determiner | word_class::conjunction_and | word_class::link));
         ++at)
      area = area || items[at].is(ItemKind::area);
    const std::size_t end = over_echo(items, at);
    return area && end > at && (end >= items.size() || items[end].kind == ItemKind::mark);
  }

  /// The one area that a sentence tells the past of; null: none.
  static const Mention* topic_after(const std::vector<Claim>& claims) {
    if (claims.size() != 1 || claims.front().scope != Scope::area || claims.front().time == Time::current)
      return nullptr;
    return claims.front().area;
  }

  void remember(const Loose& loose, bool firm) {
    if (loose.enumerates) found_.enumerated = loose.areas;
    const bool list = block().item || loose.bullet;
    if (!list) previous_areas_.clear();
    if (!firm) previous_areas_.insert(previous_areas_.end(), loose.areas.begin(), loose.areas.end());
    const bool lone = loose.only_areas && loose.areas.size() == 1 && !loose.taken;
    lone_area_ = lone ? loose.areas.front() : nullptr;
    asked_ = sentence_.question;
    const bool one = loose.areas.size() == 1 && !firm && !last_claim_;
    subject_area_ = one && begins_sentence(*loose.areas.front()) ? loose.areas.front() : nullptr;
    told_of_ = one && is_what_is_told_of(*loose.areas.front()) ? loose.areas.front() : nullptr;
    // "How effective is the force at A?" asks of A.
    if (sentence_.question && !loose.areas.empty() && loose.areas.size() <= 2 && !loose.taken) {
      // "How well does the force demonstrate the leadership and culture that crime recording needs?"
      const Mention* const first = loose.areas.front();
      const Mention* const last = loose.areas.back();
      // "How efficient is Elm at keeping people safe?"
      const bool of_first =
          first->last - first->first > last->last - last->first || block().tokens[first->first].id == "efficient";
      const Mention* const asked = of_first ? first : last;
      lone_area_ = asks_of(sentence_, asked) ? asked : nullptr;
    }
    // "Overall effectiveness at previous inspection", "How fairly are they treated?": what follows is no longer about
    // the area before.
    const bool other_matter = loose.areas.empty() ? sentence_.question : !loose.taken;
    if (other_matter && section_level_ == level_of_paragraph) section_area_ = nullptr;
    if (lone && !list) {
      section_area_ = loose.areas.front();
      section_level_ = block().heading ? block().level : level_of_paragraph;
    }
  }

  /// Not "Elm House has new leadership.": where the scheme grades homes, "It is good" is said of the home.
  [[nodiscard]] bool is_what_is_told_of(const Mention& area) const {
    const auto tokens = block().tokens;
    const auto is_body = [&](const Token& token) {
      return token.is(word_class::body_noun) || (token.capital && token.word->classes == 0);
    };
    const auto holds_body = [&](std::uint32_t first, std::uint32_t last) {
      return std::any_of(tokens.begin() + std::min(first, last), tokens.begin() + last, is_body);
    };
    const bool of_body =
        grades_wholes() && (holds_body(sentence_.first + 1, area.first) || holds_body(area.last, sentence_.last));
    return !of_body && (begins_sentence(area) || area.last + 1 >= sentence_.last);  // "They moved on to A."
  }
  [[nodiscard]] bool grades_wholes() const {
    for (std::size_t at = 0; at < text_.scales().size(); ++at) {
      if (contains(text_.scheme.likely, at) && text_.scales()[at].overall) return true;
    }
    return false;
  }

  /// "A is …", "How the force does A is …", "Our rating of A …"
  [[nodiscard]] bool begins_sentence(const Mention& area) const {
    const std::uint32_t first = sentence_.items.front().first;
    if (area.first <= first + 1) return true;
    if (area.first <= first + 3 && block().tokens[first].is(word_class::how)) return true;
    return area.first == first + 3 && block().tokens[area.first - 2].is(word_class::rating) &&
           block().tokens[area.first - 1].is(word_class::link | word_class::other_preposition);
  }

  /// Not "How effective is the force at something that the scheme has no name for?".
  static bool asks_of(const Sentence& sentence, const Mention* area) {
    if (area->last - area->first > 1) return true;
    const auto words = std::count_if(sentence.items.begin(), sentence.items.end(), [&](const Item& item) {
      return item.first >= area->last && item.kind == ItemKind::word && item.classes == 0 && !item.name;
    });
    return words <= 1;
  }

  [[nodiscard]] Claim claim_of(const Loose& loose) const { return claim_of(loose.grade, loose.only_grade); }
  [[nodiscard, gnu::noinline]] Claim claim_of(std::size_t grade, bool only_grade) const {
    Claim claim;
    claim.grade = sentence_.items[grade].mention;
    claim.time = past_list_ && only_grade ? Time::previous : time_of(sentence_, grade);
    claim.present = is_present(sentence_, grade);
    claim.strength = strength_of(block(), sentence_, grade);
    claim.in_quote = sentence_.in_quote;
    claim.by_inspector = speaker_ == Speaker::inspector;
    set_sentence(claim);
    return claim;
  }
  void set_sentence(Claim& claim) const {
    claim.block = index_;
    claim.first = claim.sentence_first = sentence_.first;
    claim.last = claim.sentence_last = sentence_.last;
  }

  /// "good in one area, adequate in three and inadequate in five. The five include …": what was said of so many areas,
  /// if one grade was.
  const Claim* only_count(int count) const {
    const Claim* only = nullptr;
    for (const Claim& claim : found_.claims) {
      if (claim.scope != Scope::some || claim.count != count || claim.time != Time::current) continue;
      if (only && only->grade->ending != claim.grade->ending) return nullptr;
      only = &claim;
    }
    return only;
  }

  /// The grade of an earlier sentence for the areas of this one.
  void claim_for(Claim claim, Loose& loose) {
    set_sentence(claim);
    for (const Mention* area : loose.areas) add_area(claim, area);
    loose.taken = true;
  }

  bool add_named_item() {
    std::uint32_t first = sentence_.first;
    if (block().tokens[first].is(Mark::bullet)) ++first;
    const std::vector<NameRun> runs = name_runs(block(), first, sentence_.last, true);
    if (runs.empty() || !heads(block(), first, runs.front())) return false;
    const std::uint32_t next = runs.front().last;
    // "Staff did not keep records": a sentence, no entry.
    if (next < sentence_.last && block().tokens[next].is(Mark::word) &&
        !block().tokens[next].is(word_class::link | word_class::other_preposition | word_class::body_noun))
      return false;
    Claim claim = open_.claim;
    claim.scope = Scope::overall;
    claim.strength = Strength::asserted;
    set_sentence(claim);
    claim.subject_first = runs.front().first;
    claim.subject_last = runs.front().last;
    add(claim);
    return true;
  }

  [[gnu::noinline]] void add_area(Claim claim, const Mention* area) {
    claim.scope = Scope::area;
    claim.area = area;
    add(claim);
  }

  [[gnu::noinline]] void add(const Claim& claim) {
    if (found_.claims.size() >= limits::max_grades) return;
    found_.claims.push_back(claim);
    found_.claims.back().near_bodies = near_bodies_;
  }

  ReadText& text_;
  PhraseFinder finder_;
  Discourse found_;
  std::uint32_t index_ = 0;  // of the block that is read
  Sentence sentence_;        // keeps its buffer from one sentence to the next …
  Sentence aside_;           // … as does what one says of the past in passing
  ScaleSet near_bodies_ = 0;
  Speaker speaker_ = Speaker::none;
  bool wished_list_ = false;         // the entries and labels that follow are what somebody aims at
  bool others_judge_ = false;        // what follows in the block is a survey's, or a mock inspection's
  bool past_list_ = false;           // the labels that follow tell of an earlier inspection
  bool label_above_ = false;         // the line before labels the grade of the whole
  bool past_answer_ = false;         // to "What was it last time?"
  std::size_t first_of_last_ = 0;    // claim of the sentence before
  NameRun header_;                   // of the lines that follow in the block
  bool asked_ = false;               // lone_area_ comes from a question
  bool last_is_past_ = false;        // … tells of the past alone
  std::optional<Claim> last_claim_;  // of the sentence before
  const Mention* topic_ = nullptr;   // see topic_after(), of the sentence before
  Open open_, counted_;
  std::vector<const Mention*> previous_areas_;
  const Mention* lone_area_ = nullptr;
  const Mention* subject_area_ = nullptr;  // the area that the sentence before begins with, and has no grade for
  const Mention* told_of_ = nullptr;       // the area that "it" stands for in the sentence behind
  const Mention* area_before_ = nullptr;   // either of these, at the end of the paragraph before
  const Mention* section_area_ = nullptr;
  int section_level_ = 0;
};

}  // namespace

Discourse read_discourse(ReadText& text) { return Reader(text).read(); }

}  // namespace pressmark::inspection
