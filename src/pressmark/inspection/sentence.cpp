// Cuts a block into sentences and each sentence into items.
#include "pressmark/inspection/sentence.h"

#include <algorithm>
#include <span>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

constexpr std::uint32_t longest_aside = 24;       // tokens
constexpr std::uint32_t longest_count = 8;        // words of "four of the five areas"
constexpr std::uint32_t longest_sentence = 300;   // tokens; what is said of a grade stands nearer than that
constexpr std::uint32_t longest_remark = 8;       // tokens of ", by contrast,"
constexpr std::uint32_t longest_exclamation = 3;  // tokens of ", no less,", with the first comma
constexpr int most_areas = 20;

/// "It is wrong to say that it was rated poor.", "Claims that it was rated poor are untrue."
bool calls_untrue(std::span<const Item> items) {
  if (word_at(items, 0) == "true" && is_at(items, 1, conjunction_or)) return true;  // "True or false: …"
  for (std::size_t at = 1; at < items.size(); ++at) {
    if (!items[at - 1].is(be)) continue;
    const bool to_say = is_at(items, at + 1, seem | relative);
    if (is_untrue(items[at].word) || (to_say && items[at].word == "wrong")) return true;
  }
  return false;
}

/// "the force's own assessment was that …", "… by their own inspectorate", "in my view"
bool gives_own_view(std::span<const Item> items) {
  for (std::size_t at = 0; at + 1 < items.size(); ++at) {
    const Item& item = items[at];
    const Item& next = items[at + 1];
    if (among<"own", "self">(item.word) && next.is(grade_noun | inspector | other_judge) && !next.name) return true;
    if (item.is(determiner) && item.word != "the" && among<"opinion", "view">(next.word) &&
        word_at(items, at - 1) == "in")
      return true;
  }
  return false;
}

/// An area by its name, and not as "the former".
bool names_itself(const Item& item) { return item.is(ItemKind::area) && item.mention->first == item.first; }

}  // namespace

bool holds(std::span<const Item> items, std::size_t from, std::size_t to, std::uint64_t classes) {
  for (; from < to; ++from) {
    if (items[from].is(classes)) return true;
  }
  return false;
}

std::size_t back_over(std::span<const Item> items, std::size_t at, std::uint64_t classes) {
  while (at > 0 && items[at - 1].is(classes)) --at;
  return at;
}

std::size_t forward_over(std::span<const Item> items, std::size_t at, std::uint64_t classes) {
  while (is_at(items, at, classes)) ++at;
  return at;
}

std::size_t over_echo(std::span<const Item> items, std::size_t at) {
  const std::size_t word = forward_over(items, at, word_class::be);
  const WordId first = word_at(items, word);
  const WordId second = word_at(items, word + 1);
  if ((first == "as" && second == "well") || (first == "the" && second == "same")) return word + 2;
  return among<"too", "also", "likewise", "similarly", "another">(first) ? word + 1 : at;
}

bool is_untrue(WordId word) { return among<"untrue", "false", "incorrect">(word); }

bool tells_when(WordId word) { return among<"before", "after", "since", "until">(word); }

bool holds_only(std::span<const Item> items, std::size_t from, std::size_t to, std::uint64_t classes) {
  for (; from < to; ++from) {
    if (!items[from].is(classes)) return false;
  }
  return true;
}

SentenceReader::SentenceReader(const Block& block)
    : block_(block), tokens_(block.tokens), areas_(block.areas), grades_(block.grades), signs_(block.signs) {
  find_speeches();
}

bool SentenceReader::next(Sentence& sentence) {
  const auto count = static_cast<std::uint32_t>(tokens_.size());
  if (at_ >= count) return false;
  const std::uint32_t first = at_;
  std::uint32_t at = first;
  while (at + 1 < count &&
         !((tokens_[at].is(Mark::stop) || tokens_[at + 1].line_start || at - first >= longest_sentence) &&
           ends_after(first, at)))
    ++at;
  std::uint32_t end = at + 1;
  while (tokens_[at].is(Mark::stop) && end < count && tokens_[end].is(Mark::quote) && !tokens_[end].opens_quote) ++end;
  // "**My school has been judged poor. Do I have to move?**"
  const bool in_bold = tokens_.front().strong && tokens_.back().strong;
  sentence.question = tokens_[at].question || (in_bold && tokens_.back().question);
  if (const std::uint32_t heading = sentence.question ? glued_question(first, at) : at; heading < at) {
    end = heading;
    sentence.question = false;
  }
  // "How effective is the force at A? Good This is the first year …": flattened.
  if (first > 0 && tokens_[first - 1].question) {
    const Mention* const answer = mention_at(block_.grades, first);
    if (answer && answer->last < end && tokens_[answer->last].capital &&
        tokens_[answer->last].is(determiner | pronoun | link))
      end = answer->last;
  }
  at_ = end;
  sentence.first = first;
  sentence.last = end;
  std::uint32_t head = first;
  while (head + 1 < end && tokens_[head].is(Mark::quote)) ++head;
  sentence.bullet = tokens_[head].is(Mark::bullet);
  while (speech_ < speeches_.size() && speeches_[speech_].second <= first) ++speech_;
  sentence.in_quote = speech_ < speeches_.size() && speeches_[speech_].first < end;
  sentence.items.clear();
  sentence.classes = 0;
  sentence.figures = sentence.untrue = sentence.own_view = false;
  areas_.at(first);
  grades_.at(first);
  const bool grades = grades_.any_before(end);
  if (areas_.any_before(end) || grades) read_items(sentence);
  if (grades) {
    sentence.untrue = calls_untrue(sentence.items);
    sentence.own_view = gives_own_view(sentence.items);
  }
  return true;
}

/// "two star good service What do the stars mean?": where a heading begins that a flattened text has put into a
/// sentence; the last token where there is none.
std::uint32_t SentenceReader::glued_question(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t at = first + 1; at < last; ++at) {
    const Token& before = tokens_[at - 1];
    if (!tokens_[at].capital || !among<"what", "how", "why", "is", "are">(tokens_[at].id)) continue;
    // "Overall rating Good ⚫ Is the service safe? Good ⚫", "Previous grade Good (2019) What is it like to attend?",
    // "Leadership good … is told here: How good is our school?"
    const bool parts = before.is(Mark::bullet) || before.is(Mark::close) || before.is(Mark::colon);
    if (parts && overlaps(block_.grades, first, at)) return at;
    if (!before.is(Mark::word)) continue;
    // "… previous inspection Good What is it like to attend?"
    if (!before.capital || overlaps(block_.grades, at - 1, at)) return at;
  }
  return last;
}

/// Quoted speech longer than a few words.
void SentenceReader::find_speeches() {
  std::uint32_t opened = 0;
  bool open = false;
  for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
    const Token& token = tokens_[at];
    if (!token.is(Mark::quote)) continue;
    if (token.opens_quote) {
      if (!open) opened = at;
      open = true;
    } else if (open) {
      if (at - opened > 9) speeches_.emplace_back(opened, at);
      open = false;
    }
  }
  // A quotation that runs to the end of the paragraph, as papers set them.
  if (open) speeches_.emplace_back(opened, static_cast<std::uint32_t>(tokens_.size()));
}

bool SentenceReader::ends_after(std::uint32_t first, std::uint32_t at) const {
  if (at - first >= longest_sentence) return true;
  const Token& token = tokens_[at];
  const Token& next = tokens_[at + 1];
  if (next.line_start && (next.is(Mark::bullet) || next.is(Mark::pipe) || is_label_line(first, at + 1) ||
                          (!goes_on(at) && is_label_line_from(at + 1)) || ends_label(at)))
    return true;
  // "Good for A" above "Inadequate for B"
  if (next.line_start && next.capital && mention_at(block_.grades, at + 1) && mention_at(block_.grades, first))
    return true;
  // "**1. Elm House, Station Road**" above "Elm House was rated …"
  if (next.line_start && next.capital && !next.strong && token.strong && tokens_[first].strong && !next.is(judge))
    return true;
  if (!token.is(Mark::stop)) return false;
  std::uint32_t after = at + 1;
  while (after < tokens_.size() && tokens_[after].is(Mark::quote)) ++after;
  if (after >= tokens_.size()) return true;
  if (!tokens_[at + 1].space_before && !tokens_[after].space_before) return false;
  if (tokens_[after].is(Mark::comma)) return false;  // "'Is it well-led?', which …"
  const Token& before = tokens_[at == first ? at : at - 1];
  const bool number_follows = tokens_[after].is(Mark::number);
  if (at == first || (before.is(abbreviation) && (!before.is(negation) || number_follows))) return false;  // "No. 5"
  if (before.is(Mark::number) && before.line_start) return false;                                          // "1. Safe"
  const bool initial = before.is(Mark::word) && before.capital && before.to - before.from == 1;
  return !initial && (tokens_[after].capital || !tokens_[after].is(Mark::word));
}

/// "The Old Pier – Pass": a line that ends in a grade with a dash or colon before it.
bool SentenceReader::ends_label(std::uint32_t last_on_line) const {
  std::uint32_t end = last_on_line + 1;
  if (end > 1 && tokens_[end - 1].is(Mark::bullet)) --end;  // "Overall rating for this service | Good ●"
  if (tokens_[end - 1].is(Mark::close)) {                   // "The Old Pier: Pass (no change)"
    do --end;
    while (end > 0 && !tokens_[end].is(Mark::open));
  }
  const auto grade = std::lower_bound(block_.grades.begin(), block_.grades.end(), end,
                                      [](const Mention& mention, std::uint32_t at) { return mention.last < at; });
  if (grade == block_.grades.end() || grade->last != end || grade->first == 0 || !tokens_[last_on_line + 1].capital)
    return false;
  const auto labels = [&](const Mention& mention) {
    return mention.first > 0 &&
           (tokens_[mention.first - 1].is(Mark::dash) || tokens_[mention.first - 1].is(Mark::colon) ||
            tokens_[mention.first - 1].is(Mark::pipe));
  };
  if (labels(*grade) || heads_entry(last_on_line + 1)) return true;
  // "The Old Pier – good, previously poor"
  return grade != block_.grades.begin() && labels(*(grade - 1)) && grade->first - (grade - 1)->last < 4 &&
         tokens_[grade->first - 1].is(word_class::before);
}

/// "Elm House: Safe Good, Caring Outstanding": a line that begins with a name and a colon.
bool SentenceReader::heads_entry(std::uint32_t first) const {
  constexpr std::uint32_t longest = 8;
  std::uint32_t at = first;
  while (at + 1 < tokens_.size() && at < first + longest && tokens_[at].is(Mark::word) &&
         (tokens_[at].capital || tokens_[at].is(determiner | conjunction_and | other_preposition)))
    ++at;
  return at > first && tokens_[at].is(Mark::colon) && !overlaps(block_.areas, first, at);
}

/// Whether the words run on into the next line: "was rated / inadequate".
bool SentenceReader::goes_on(std::uint32_t last_on_line) const {
  std::uint32_t first = last_on_line + 1;
  if (tokens_[first].is(Mark::quote) && first + 1 < tokens_.size()) ++first;
  return tokens_[last_on_line].is(Mark::comma) || (tokens_[first].is(Mark::word) && !tokens_[first].capital);
}

/// "Da / Good", "Llesiant / Well-being": where the words of this language begin on a line.
std::uint32_t SentenceReader::after_other_language(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t longest = 6;  // words
  std::uint32_t slash = first;
  while (slash < last && slash - first <= longest && tokens_[slash].is(Mark::word)) ++slash;
  if (slash == first || slash + 1 >= last || !tokens_[slash].is(Mark::slash) || !tokens_[slash].space_before ||
      overlaps(block_.grades, first, slash) || overlaps(block_.areas, first, slash))
    return first;
  const bool own = mention_at(block_.grades, slash + 1) || mention_at(block_.areas, slash + 1);
  return own ? slash + 1 : first;
}

/// Whether a line holds nothing but an area, a grade, or both, with figures and separators.
bool SentenceReader::is_label_line(std::uint32_t first, std::uint32_t last) const {
  bool any = false;
  for (std::uint32_t at = first; at < last;) {
    if (at > first && tokens_[at].line_start) return false;
    // "Good. Safety:", where lines break anywhere
    if (any && tokens_[at].is(Mark::stop) && at + 1 < last) return false;
    if (const std::uint32_t own = after_other_language(at, last); own > at) {
      at = own;
      continue;
    }
    const Mention* mention = mention_at(block_.areas, at);
    if (!mention) mention = mention_at(block_.grades, at);
    if (mention && mention->last <= last) {
      any = true;
      at = mention->last;
    } else if (!tokens_[at].is(Mark::word) || tokens_[at].is(grade_noun | overall) ||
               (at == first && tokens_[at].capital && tokens_[at].to - tokens_[at].from == 1)) {  // "P 1.1 Leadership"
      ++at;
    } else {
      return false;
    }
  }
  return any;
}

/// "Rated 5: The Copper Kettle, Mill Lane"
bool SentenceReader::opens_with_grade(std::uint32_t first) const {
  std::uint32_t at = first;
  while (at < first + 2 && at < tokens_.size() && tokens_[at].is(judge | grade_noun)) ++at;
  const Mention* grade = mention_at(block_.grades, at);
  return grade && grade->last < tokens_.size() && tokens_[grade->last].is(Mark::colon);
}

bool SentenceReader::is_label_line_from(std::uint32_t first) const {
  if (opens_with_grade(first)) return true;
  std::uint32_t last = first + 1;
  while (last < tokens_.size() && !tokens_[last].line_start) ++last;
  return last - first < 40 && is_label_line(first, last);
}

/// "However, the rating of A fell.": where the sentence would begin without a word that says nothing of it.
std::uint32_t SentenceReader::over_opener(const Sentence& sentence) const {
  const std::uint32_t first = sentence.first;
  const bool opens =
      first + 2 < sentence.last && tokens_[first + 1].is(Mark::comma) &&
      among<"however", "meanwhile", "nevertheless", "nonetheless", "moreover", "furthermore", "sadly", "happily",
            "unfortunately", "disappointingly", "encouragingly", "crucially", "worryingly">(tokens_[first].id);
  return opens ? first + 2 : first;
}

void SentenceReader::read_items(Sentence& sentence) {
  std::vector<Item>& items = sentence.items;
  std::uint32_t mention = 0;  // no mention begins before it
  for (std::uint32_t at = over_opener(sentence); at < sentence.last;) {
    const Token& token = tokens_[at];
    const bool begins = at == sentence.first || token.line_start || !tokens_[at - 1].is(Mark::word);
    if (const std::uint32_t own = begins ? after_other_language(at, sentence.last) : at; own > at) {
      at = own;
      continue;
    }
    // Most words are only words.
    if (at < mention && token.is(Mark::word) && !may_stand_for_areas(token)) {
      add(sentence, ItemKind::word, at, at + 1, nullptr);
      ++at;
      continue;
    }
    const Mention* area = areas_.at(at);
    const Mention* grade = grades_.at(at);
    const Mention* sign = signs_.at(at);
    mention = std::min({areas_.next(), grades_.next(), signs_.next()});
    if (area && area->last > sentence.last) area = nullptr;
    if (grade && grade->last > sentence.last) grade = nullptr;
    if (area && (!grade || area->last >= grade->last)) {
      add(sentence, ItemKind::area, area->first, area->last, area);
      at = area->last;
    } else if (grade) {
      drop_denied(items);
      add(sentence, ItemKind::grade, grade->first, grade->last, grade);
      at = grade->last;
    } else if (sign && sign->last <= sentence.last && names_inspectorate(*sign)) {
      add(sentence, ItemKind::word, sign->first, sign->last, nullptr);
      items.back().word = {};
      items.back().classes = inspector;
      sentence.classes |= inspector;
      items.back().name = true;
      at = sign->last;
    } else if (const Mention* meant = area_meant_at(at, sentence)) {
      add(sentence, ItemKind::area, at, at + 1, meant);
      ++at;
    } else if (const std::uint32_t after = aside_end(at, sentence); after > at) {
      at = after;
    } else if (const std::uint32_t end = read_count(at, sentence); end > at) {
      at = end;
    } else {
      if (!token.is(Mark::quote))
        add(sentence, token.is(Mark::word) ? ItemKind::word : ItemKind::mark, at, at + 1, nullptr);
      ++at;
    }
  }
  remember_areas(sentence);
}

/// "not outstanding but good", "not just good but outstanding": leaves what is said.
void SentenceReader::drop_denied(std::vector<Item>& items) {
  const std::size_t end = items.size() - (!items.empty() && items.back().is(Mark::comma) ? 1 : 0);
  if (end < 4 || items[end - 1].word != "but") return;
  std::size_t grade = end - 2;
  if (items[grade].is(Mark::comma)) --grade;
  if (!items[grade].is(ItemKind::grade)) return;
  std::size_t first = grade - 1;
  if (first > 0 && among<"just", "merely", "only">(items[first].word)) --first;
  if (items[first].word == "not") items.resize(first);
}

/// "the former", "the latter": which of the two areas that were named last; null: neither.
const Mention* SentenceReader::area_meant_at(std::uint32_t at, const Sentence& sentence) const {
  const WordId word = tokens_[at].id;
  if (!among<"former", "latter">(word) || at == sentence.first || tokens_[at - 1].id != "the") return nullptr;
  const bool noun_follows =
      at + 1 < sentence.last && tokens_[at + 1].is(Mark::word) && tokens_[at + 1].word->classes == 0;
  if (noun_follows) return nullptr;  // "the former head"
  const Mention* two[2] = {two_areas_[0], two_areas_[1]};
  int found = 0;
  for (std::size_t item = sentence.items.size(); item-- > 0 && found < 2;) {
    if (names_itself(sentence.items[item])) two[1 - found++] = sentence.items[item].mention;
  }
  if (found == 1) return nullptr;
  return two[word == "former" ? 0 : 1];
}

void SentenceReader::remember_areas(const Sentence& sentence) {
  const Mention* two[2] = {};
  std::size_t found = 0;
  for (const Item& item : sentence.items) {
    if (!names_itself(item)) continue;
    if (found < 2) two[found] = item.mention;
    ++found;
  }
  if (found == 0) return;
  two_areas_[0] = found == 2 ? two[0] : nullptr;
  two_areas_[1] = found == 2 ? two[1] : nullptr;
}

/// Whether words that stand for areas may begin here; see read_count() and area_meant_at().
bool SentenceReader::may_stand_for_areas(const Token& token) {
  return token.number >= 0 || token.is(every | some | determiner) || among<"across", "former", "latter">(token.id);
}

void SentenceReader::add(Sentence& sentence, ItemKind kind, std::uint32_t first, std::uint32_t last,
                         const Mention* mention) const {
  const Token& token = tokens_[first];
  Item& item = sentence.items.emplace_back();
  item.kind = kind;
  item.first = first;
  item.last = last;
  item.mention = mention;
  if (kind == ItemKind::mark) {
    item.mark = token.mark;
    item.question = token.question;
  }
  item.capital = token.capital;
  if (kind == ItemKind::grade) {
    item.present_verb = among<"requires", "needs">(token.id) && !token.capital;
    item.past_verb = token.id == "required";
    item.is_verb = token.is(requires_verb) && !token.capital && last - first > 1;
    item.quoted = is_quoted(*mention);
  } else if (kind != ItemKind::area) {
    item.number = token.number;
    sentence.figures = sentence.figures || token.number >= 0;
  }
  if (kind == ItemKind::word) {
    item.word = token.id;
    item.classes = token.word->classes;
    // "Elm Road Primary" goes nowhere; "GOVERNORS WANT it".
    if (token.capital && token.is(hope) && first > 0 && tokens_[first - 1].capital &&
        !among<"want", "wants", "hopes", "wanted">(token.id))
      item.classes = 0;
    if (token.capital && item.classes == abbreviation) item.classes = 0;  // "St Anne's"
    // "Its rating has changed from good to poor.", but not "No rating has changed."
    if (token.id == "changed" && last < tokens_.size() && among<"from", "to">(tokens_[last].id)) item.classes |= move;
    // "A and B were both thought good."
    if (token.id == "thought" &&
        is_at(sentence.items, back_over(sentence.items, sentence.items.size() - 1, adverb | every) - 1, be))
      item.classes = judge;
    // "It's good": whose is "its".
    if (token.possessive && token.is(pronoun | these) && !token.is(determiner)) item.classes |= be;
    sentence.classes |= item.classes;
    item.name = token.capital && item.classes == 0;
  }
}

/// ", or adequate," behind a figure
std::uint32_t SentenceReader::end_of_meaning(std::uint32_t at, std::uint32_t limit) const {
  if (at == 0 || at + 3 >= limit || !mention_at(block_.grades, at - 1) || tokens_[at + 1].id != "or") return at;
  const Mention* const grade = mention_at(block_.grades, at + 2);
  if (!grade || grade->last + 1 >= limit || !tokens_[grade->last].is(Mark::comma)) return at;
  return tokens_[grade->last + 1].id == "for" ? grade->last + 1 : grade->last;
}

bool SentenceReader::is_quoted(const Mention& grade) const {
  std::uint32_t end = grade.last;
  while (end < tokens_.size() && (tokens_[end].is(Mark::comma) || tokens_[end].is(Mark::stop))) ++end;
  const bool after = end < tokens_.size() && tokens_[end].is(Mark::quote);
  return after && grade.first > 0 && tokens_[grade.first - 1].is(Mark::quote);
}

/// The end of "(…)", "– … –" or ", he said," that holds neither grade nor area; `at` where there is none.
std::uint32_t SentenceReader::aside_end(std::uint32_t at, const Sentence& sentence) const {
  const std::uint32_t limit = sentence.last;
  const Token& token = tokens_[at];
  if (token.is(Mark::word) && token.id != "though") return at;  // asides begin with a mark
  Mark closing = Mark::other;
  if (token.is(Mark::open))
    closing = Mark::close;
  else if (token.is(Mark::dash))
    closing = Mark::dash;
  else if (token.is(Mark::comma) && is_particle(at, limit))
    return at + 3;
  else if (const std::uint32_t meaning = end_of_meaning(at, limit); meaning > at)
    return meaning;
  else if (token.id == "though" && at + 1 < limit && tokens_[at + 1].is(Mark::comma) && at > 0 &&
           overlaps(block_.areas, at - 1, at))
    return at + 1;  // "On A though, it is good"
  else if (const std::uint32_t end = interruption_end(at, limit); end > at)
    return end;
  else if (const std::uint32_t after = parenthesis_end(at, sentence); after > at)
    return after;
  else if (token.is(Mark::comma) && (speech_follows(at) || tells_who_runs_it(at) || tells_where(at)))
    closing = Mark::comma;
  else
    return at;
  const std::uint32_t last = std::min<std::uint32_t>(limit, at + longest_aside);
  for (std::uint32_t end = at + 1; end < last; ++end) {
    if (!tokens_[end].is(closing)) continue;
    // "Safe (G), effective (RI)": a letter may stand for a grade.
    if (closing == Mark::close && end == at + 2 && tokens_[at + 1].to - tokens_[at + 1].from < 3 && at > 0 &&
        overlaps(block_.areas, at - 1, at))
      return at;
    if (closing == Mark::close && (denies(at, end) || explains_scale(at, end, sentence))) return end + 1;
    // "rated good in 2012 – before the new sixth form – it is …"
    const bool of_time = closing == Mark::dash && tells_when(tokens_[at + 1].id);
    return overlaps(block_.grades, at, end) || (!of_time && overlaps(block_.areas, at, end)) ? at : end + 1;
  }
  return at;
}

/// "Elm Lodge, run by Brightcare Ltd, …"
bool SentenceReader::tells_who_runs_it(std::uint32_t comma) const {
  return comma + 2 < tokens_.size() && tokens_[comma + 2].id == "by" &&
         among<"run", "managed", "operated", "owned", "provided">(tokens_[comma + 1].id);
}

/// "Maternity at Elm Hospital, Elmby, has …"
bool SentenceReader::tells_where(std::uint32_t comma) const {
  constexpr std::uint32_t longest = 3;  // words of the place
  std::uint32_t end = comma + 1;
  while (end < tokens_.size() && tokens_[end].capital && tokens_[end].is(Mark::word)) ++end;
  return end > comma + 1 && end <= comma + 1 + longest && end + 1 < tokens_.size() && tokens_[end].is(Mark::comma) &&
         tokens_[end + 1].is(be | have) && comma > 0 && tokens_[comma - 1].capital;
}

/// ", too," and ", however,"
bool SentenceReader::is_particle(std::uint32_t at, std::uint32_t limit) const {
  if (at == 0 || at + 2 >= limit || !tokens_[at + 2].is(Mark::comma)) return false;
  return among<"too", "however", "though", "again">(tokens_[at + 1].id);
}

/// "A, by contrast, was rated good", "A, on which much depends, requires improvement", "A, for all that it cost, is
/// poor": the end of what stands between an area and its verb; `at` where there is none.
std::uint32_t SentenceReader::interruption_end(std::uint32_t at, std::uint32_t limit) const {
  if (!tokens_[at].is(Mark::comma) || at < 2) return at;
  const bool of_area = tokens_[at - 1].is(how | rating) || tokens_[at - 1].id == "policy";  // "Its rating for A, …"
  if (!overlaps(block_.areas, at - (of_area ? 2 : 1), at)) return at;
  const bool relative_clause =
      at + 2 < limit && (tokens_[at + 1].is(which) || among<"with", "after", "despite">(tokens_[at + 1].id) ||
                         (tokens_[at + 1].is(link | other_preposition) && tokens_[at + 2].is(which | every)));
  // ", I am happy to record,"
  const bool personal = at + 2 < limit && tokens_[at + 1].is(first_person) && tokens_[at + 2].is(be);
  const bool longer = personal || tokens_[at + 1].id == "as";  // ", as well as the sixth form,"
  const std::uint32_t last =
      std::min<std::uint32_t>(limit, at + (relative_clause ? longest_aside : longest_remark + (longer ? 3 : 0)));
  std::uint32_t end = at + 1;
  for (; end < last && !tokens_[end].is(Mark::comma); ++end) {
    const Token& token = tokens_[end];
    if (!token.is(Mark::word) && !token.is(Mark::number) && !token.is(Mark::quote)) return at;
    if (!relative_clause && !personal && token.is(conjunction_and | be | have | judge | give | negation) &&
        !token.is(rating))
      return at;
  }
  if (end >= last) return at;
  const bool compares = tokens_[at + 1].id == "like";  // ", like the sixth form,"
  // "A, which does not count towards the overall score, is good"
  const auto is_area = [&](const Mention& area) {
    return area.first < end && area.last > at && (!relative_clause || area.ending->named_area);
  };
  if (overlaps(block_.grades, at, end) || (!compares && std::any_of(block_.areas.begin(), block_.areas.end(), is_area)))
    return at;
  const std::uint32_t verb = end + 1;
  const bool follows = verb < limit && (tokens_[verb].is(be | have | keep | every) || tokens_[verb].is(requires_verb) ||
                                        tokens_[verb].id == "came" ||
                                        (tokens_[verb].is(Mark::quote) && mention_at(block_.grades, verb + 1)));
  return follows ? end + 1 : at;
}

/// "It is, as it was in 2019, good at A", "The force, and this is new, is good at A", "outstanding, the highest of five
/// grades and one that few have had, at A": the end of what stands between two commas there; `at` where there is none.
std::uint32_t SentenceReader::parenthesis_end(std::uint32_t at, const Sentence& sentence) const {
  if (!tokens_[at].is(Mark::comma) || sentence.items.empty() || at + 2 >= sentence.last) return at;
  const Item& before = sentence.items.back();
  const std::uint32_t limit = std::min<std::uint32_t>(sentence.last, at + longest_aside);
  std::uint32_t end = at + 1;
  while (end < limit && (tokens_[end].is(Mark::word) || tokens_[end].is(Mark::number) || tokens_[end].is(Mark::quote)))
    ++end;
  if (end + 1 >= limit || !tokens_[end].is(Mark::comma)) return at;
  const Token& first = tokens_[at + 1];
  const Token& next = tokens_[end + 1];
  // "The Infirmary, where A&E is a worry, is rated good": of the Infirmary.
  const bool of_body = before.is(body_noun) || before.name;
  // "the rating of Elm House, a home in Elmby, from good to poor"
  const bool goes_on = first.is(which) ? next.is(be | have) : first.is(determiner | link) && next.id == "from";
  if (of_body && goes_on && !overlaps(block_.grades, at, end)) return end + 1;
  if (overlaps(block_.areas, at, end)) return at;
  const auto begins_grade = [&](std::uint32_t token) {
    while (token < sentence.last && (tokens_[token].is(Mark::quote) || tokens_[token].is(adverb | judge))) ++token;
    return mention_at(block_.grades, token) != nullptr;
  };
  if (before.is(ItemKind::grade)) {
    if (first.id == "if" && tokens_[at + 2].id == "not") return end + 1;  // "good, if not outstanding, at A"
    // "outstanding, as it has been for years, at A", "poor, for the second time, at A"
    // "good, and has been for years, at A", "good, and I mean that, at A"
    const bool likened = among<"as", "for", "again">(first.id) ||
                         (first.id == "and" && tokens_[at + 2].is(have | pronoun | first_person));
    const bool remark = (likened || (end - at <= longest_exclamation && !first.is(conjunction_and))) &&
                        !overlaps(block_.grades, at, end);
    return next.is(link) && (remark || (first.is(determiner) && tells_of_scale(at, end))) ? end + 1 : at;
  }
  if (overlaps(block_.grades, at, end)) return at;
  // "A is good, and so, in spite of a bad year, is B."
  if (before.word == "so" && next.is(be | have)) return end + 1;
  const auto aside = tokens_.subspan(at, end - at);
  // "as it was when I wrote last": whoever says so says the rest.
  const bool of_one = std::any_of(aside.begin(), aside.end(), [](const Token& token) { return token.id == "i"; });
  if (std::any_of(aside.begin(), aside.end(), [&](const Token& token) {
        return (token.is(speech) && !of_one) || token.is(other_judge | hope | condition) ||
               among<"own", "view">(token.id);
      }))
    return at;
  if (before.is(be)) return begins_grade(end + 1) ? end + 1 : at;
  const bool remark = first.id == "as" || (first.id == "and" && among<"this", "that">(tokens_[at + 2].id));
  return of_body && remark && next.is(be | have) ? end + 1 : at;
}

/// "good (the second of five steps, outstanding being the first)", "good (grades run from 1 to 4)", "good, as they call
/// it (adequate is the next)", "good (only outstanding would be better)"
bool SentenceReader::explains_scale(std::uint32_t from, std::uint32_t to, const Sentence& sentence) const {
  const bool behind_grade = !sentence.items.empty() && sentence.items.back().is(ItemKind::grade);
  const bool beside_grade = overlaps(block_.grades, sentence.first, from) && overlaps(block_.grades, from, to);
  return (behind_grade || beside_grade) && tells_of_scale(from, to);
}

bool SentenceReader::tells_of_scale(std::uint32_t from, std::uint32_t to) const {
  const auto aside = std::span(tokens_).subspan(from, to - from);
  return std::any_of(aside.begin(), aside.end(), [](const Token& token) {
    return token.is(top | bottom) || among<"second", "third", "fourth", "steps", "possible", "scale", "above", "below",
                                           "step", "next", "run", "range", "would">(token.id);
  });
}

/// "(one step short of outstanding)"
bool SentenceReader::denies(std::uint32_t from, std::uint32_t to) const {
  const auto aside = std::span(tokens_).subspan(from, to - from);
  return std::any_of(aside.begin(), aside.end(), [](const Token& token) { return token.is(negation); });
}

/// ", HMI said," and ", according to inspectors,".
bool SentenceReader::speech_follows(std::uint32_t at) const {
  for (std::uint32_t next = at + 1; next < tokens_.size() && next < at + 6; ++next) {
    if (tokens_[next].is(Mark::comma)) return false;
    if (tokens_[next].is(speech)) return true;
    if (!tokens_[next].is(Mark::word) || tokens_[next].is(be | have | judge | give | other_judge)) return false;
  }
  return false;
}

/// "four of the five areas", "all areas", "everything else", "in seven": pushes a count and answers its end.
std::uint32_t SentenceReader::read_count(std::uint32_t start, Sentence& sentence) const {
  Item item;
  item.kind = ItemKind::count;
  item.first = start;
  if (is_last_of_few(start, sentence)) {
    item.number = 1;
    item.last = start + 2;
    sentence.items.push_back(item);
    return item.last;
  }
  if (!may_begin_count(start, sentence.last)) return start;
  const std::optional<Quantity> quantity = quantity_at(start, sentence.last);
  if (!quantity) return start;
  item.number = quantity->number;
  item.all = quantity->every;
  item.other = quantity->other;
  item.excepted = quantity->excepted;
  // "all but one of the five areas": four.
  if (item.excepted > 0 && item.number > item.excepted) {
    item.number -= item.excepted;
    item.all = item.other = false;
  }
  item.last = quantity->areas_end > 0 ? quantity->areas_end : end_without_noun(*quantity, item, sentence);
  if (item.last == 0) return start;
  sentence.items.push_back(item);
  return item.last;
}

bool SentenceReader::may_begin_count(std::uint32_t start, std::uint32_t limit) const {
  const Token& token = tokens_[start];
  if (token.is(Mark::number)) return true;
  if (!token.is(Mark::word)) return false;
  if (token.is(determiner) && !token.is(every | some))  // "the other four areas", "the rest"
    return start + 1 < limit && tokens_[start + 1].is(other);
  return token.number >= 0 || token.is(every | some) || is_across_the_board(start, limit);
}

/// What the words from `start` on count; nothing where they count what is not graded.
std::optional<SentenceReader::Quantity> SentenceReader::quantity_at(std::uint32_t start, std::uint32_t limit) const {
  Quantity quantity;
  bool counts = false;
  int plain_words = 0;
  std::uint32_t at = tokens_[start].is(determiner) && !tokens_[start].is(every | some) ? start + 1 : start;
  const std::uint32_t reach = std::min(limit, at + longest_count);
  for (; at < reach; ++at) {
    const Token& here = tokens_[at];
    if (!here.is(Mark::word) && !here.is(Mark::number)) break;
    if (mention_at(block_.grades, at) || mention_at(block_.areas, at)) break;
    if (here.is(every)) {
      quantity.every = counts = true;
      // "all but one of the areas"
      if (at + 2 < reach && among<"but", "bar">(tokens_[at + 1].id) && tokens_[at + 2].number > 0) {
        quantity.other = true;
        quantity.excepted = tokens_[at + 2].number;
        at += 2;
      }
    } else if (here.number >= 0 && here.number <= most_areas) {
      counts = true;
      // "four of the five areas": the first number counts.
      if (quantity.number < 0) quantity.number = here.number;
      quantity.number_end = at + 1;
    } else if (here.is(some)) {
      counts = true;
    } else if (here.is(other)) {
      quantity.other = counts = true;
    }
    if (here.is(area_noun) && here.capital && at > start && tokens_[at - 1].capital) break;  // "14 The Strand"
    const bool of_grades = here.is(grade_noun) && quantity.number > 1 && at > start + 1 && quantity.number_end == at;
    if (counts && (here.is(area_noun) || of_grades)) {
      // "some areas for improvement" are none that are graded.
      if (at + 2 < limit && tokens_[at + 2].id == "improvement") return std::nullopt;
      quantity.areas_end = at + 1;
      break;
    }
    if (here.is(be | have | judge | give | link | relative | conjunction_and | contrast | bodies_noun | body_noun))
      break;
    const bool name = here.capital && quantity.number >= 0;  // "three of Castle Ditch School's four marks"
    const bool plain = here.word->classes == 0 && !name;
    if (plain) ++plain_words;
    if (plain_words > 2 || (plain && !counts)) break;
  }
  return quantity;
}

/// The end of a count that no word such as "areas" ends; 0: it is none.
std::uint32_t SentenceReader::end_without_noun(const Quantity& quantity, Item& item, const Sentence& sentence) const {
  const std::uint32_t start = item.first;
  if (is_across_the_board(start, sentence.last)) {
    item.all = true;
    return start + 3;
  }
  if (item.all && tokens_[start].is(every)) {
    // "everything else", "everything"
    item.other = is_everything(start) && start + 1 < sentence.last && tokens_[start + 1].is(other);
    if (is_everything(start)) return start + (item.other ? 2 : 1);
  }
  const bool follows_link = !sentence.items.empty() && sentence.items.back().is(link);
  const bool linked = follows_link && item.number > 0;
  // "adequate in the remaining five"
  if (linked && item.other) return quantity.number_end;
  if (stands_for_areas(start, sentence)) {
    item.all = true;
    return start + 3;
  }
  // "adequate at all three"
  const bool ends = quantity.number_end >= sentence.last ||
                    (!tokens_[quantity.number_end].is(Mark::word) && !tokens_[quantity.number_end].is(Mark::number));
  if (linked && item.all && ends) return quantity.number_end;
  // "good in all but A"
  if (follows_link && item.all && start + 1 < sentence.last &&
      among<"but", "bar", "except", "save">(tokens_[start + 1].id))
    return start + 1;
  if (!is_bare_number(start, sentence)) return 0;
  item.number = tokens_[start].number;
  return start + (stands_for_some(start + 1) ? 3 : 1);
}

bool SentenceReader::is_across_the_board(std::uint32_t at, std::uint32_t limit) const {
  return at + 2 < limit && tokens_[at].id == "across" && tokens_[at + 2].id == "board";
}

/// "good for everything else", "found to be good throughout"; not "does everything that we would expect", "… that is
/// described as good".
bool SentenceReader::is_everything(std::uint32_t at) const {
  const bool ends = at + 1 >= tokens_.size() || !tokens_[at + 1].is(Mark::word);
  const bool expected =
      at + 2 < tokens_.size() && tokens_[at + 1].is(relative) && tokens_[at + 2].is(first_person | be | modal);
  return (tokens_[at].id == "everything" && !expected) || (tokens_[at].id == "throughout" && ends);
}

/// "good for each of them", after a grade.
bool SentenceReader::stands_for_areas(std::uint32_t at, const Sentence& sentence) const {
  const std::vector<Item>& items = sentence.items;
  return at + 2 < sentence.last && tokens_[at].is(every) && tokens_[at + 1].id == "of" &&
         tokens_[at + 2].is(pronoun | these) && items.size() > 1 && items.back().is(link) &&
         items[items.size() - 2].is(ItemKind::grade);
}

/// "adequate in the other, which is A", "good on the third, A"
bool SentenceReader::is_last_of_few(std::uint32_t at, const Sentence& sentence) const {
  const std::vector<Item>& items = sentence.items;
  return at + 3 < sentence.last && tokens_[at].id == "the" && tokens_[at + 2].is(Mark::comma) &&
         among<"other", "second", "third", "fourth", "fifth", "last">(tokens_[at + 1].id) && items.size() > 1 &&
         items.back().is(link) && items[items.size() - 2].is(ItemKind::grade);
}

/// "good in one of them"
bool SentenceReader::stands_for_some(std::uint32_t of) const {
  return of + 2 < tokens_.size() && tokens_[of].id == "of" && tokens_[of + 1].is(pronoun | these) &&
         tokens_[of + 2].is(Mark::comma);
}

/// "good in four and inadequate in five": a number that ends its clause after a grade and "in".
bool SentenceReader::is_bare_number(std::uint32_t at, const Sentence& sentence) const {
  const Token& token = tokens_[at];
  if (token.number < 1 || token.number > most_areas || sentence.items.size() < 2) return false;
  std::size_t link_at = sentence.items.size() - 1;
  if (sentence.items[link_at].is(adverb) && link_at > 1) --link_at;  // "in just one"
  if (!sentence.items[link_at].is(link)) return false;
  const Item& second = sentence.items[link_at - 1];
  // "‘Good’ was given for two"
  const bool was_given = link_at > 2 && second.is(give) && sentence.items[link_at - 2].is(be) &&
                         sentence.items[link_at - 3].is(ItemKind::grade);
  if (!second.is(ItemKind::grade) && !second.is(grade_noun) && !was_given) return false;
  if (at + 1 >= sentence.last || stands_for_some(at + 1)) return true;
  const Token& next = tokens_[at + 1];
  return !next.is(Mark::word) ? !next.is(Mark::slash) && !next.is(Mark::number)
                              : next.is(conjunction_and | contrast | including | other | relative | link);
}

}  // namespace pressmark::inspection
