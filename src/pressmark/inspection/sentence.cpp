// Cuts a block into sentences and each sentence into items.
#include "pressmark/inspection/sentence.h"

#include <algorithm>
#include <span>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

constexpr std::size_t longest_aside = 24;        // tokens
constexpr std::uint32_t longest_sentence = 300;  // tokens; what is said of a grade stands nearer than that
constexpr int most_areas = 20;

const Mention* mention_at(const std::vector<Mention>& mentions, std::uint32_t token) {
  const auto found = std::lower_bound(mentions.begin(), mentions.end(), token,
                                      [](const Mention& mention, std::uint32_t at) { return mention.first < at; });
  return found != mentions.end() && found->first == token ? &*found : nullptr;
}

class Splitter {
 public:
  explicit Splitter(const Block& block) : block_(block), tokens_(block.tokens) {}

  std::vector<Sentence> read() {
    std::vector<Sentence> sentences;
    std::uint32_t first = 0;
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t at = 0; at < count; ++at) {
      const bool last = at + 1 == count;
      if (!last && !ends_after(first, at)) continue;
      std::uint32_t end = at + 1;
      while (tokens_[at].is(Mark::stop) && end < count && tokens_[end].is(Mark::quote) && !tokens_[end].opens_quote)
        ++end;
      Sentence sentence;
      sentence.first = first;
      sentence.last = end;
      sentence.question = tokens_[at].question;
      read_items(sentence);
      sentences.push_back(std::move(sentence));
      first = end;
      at = end - 1;
    }
    return sentences;
  }

 private:
  bool ends_after(std::uint32_t first, std::uint32_t at) const {
    if (at - first >= longest_sentence) return true;
    const Token& token = tokens_[at];
    const Token& next = tokens_[at + 1];
    if (next.line_start &&
        (next.is(Mark::bullet) || next.is(Mark::pipe) || is_label_line(first, at + 1) || is_label_line_from(at + 1)))
      return true;
    if (!token.is(Mark::stop)) return false;
    std::uint32_t after = at + 1;
    while (after < tokens_.size() && tokens_[after].is(Mark::quote)) ++after;
    if (after >= tokens_.size()) return true;
    if (!tokens_[at + 1].space_before && !tokens_[after].space_before) return false;
    const Token& before = tokens_[at == first ? at : at - 1];
    if (at == first || before.is(abbreviation)) return false;
    if (before.is(Mark::number) && before.line_start) return false;  // "1. Safe"
    const bool initial = before.is(Mark::word) && before.capital && before.to - before.from == 1;
    return !initial && (tokens_[after].capital || !tokens_[after].is(Mark::word));
  }

  /// Whether a line holds nothing but an area, a grade, or both, with figures and separators.
  bool is_label_line(std::uint32_t first, std::uint32_t last) const {
    bool any = false;
    for (std::uint32_t at = first; at < last;) {
      if (at > first && tokens_[at].line_start) return false;
      const Mention* mention = mention_at(block_.areas, at);
      if (!mention) mention = mention_at(block_.grades, at);
      if (mention && mention->last <= last) {
        any = true;
        at = mention->last;
      } else if (!tokens_[at].is(Mark::word) || tokens_[at].is(grade_noun | overall)) {
        ++at;
      } else {
        return false;
      }
    }
    return any;
  }

  bool is_label_line_from(std::uint32_t first) const {
    std::uint32_t last = first + 1;
    while (last < tokens_.size() && !tokens_[last].line_start) ++last;
    return last - first < 40 && is_label_line(first, last);
  }

  void read_items(Sentence& sentence) const {
    for (std::uint32_t at = sentence.first; at < sentence.last;) {
      const Token& token = tokens_[at];
      const Mention* area = mention_at(block_.areas, at);
      const Mention* grade = mention_at(block_.grades, at);
      if (area && area->last > sentence.last) area = nullptr;
      if (grade && grade->last > sentence.last) grade = nullptr;
      if (area && (!grade || area->last >= grade->last)) {
        sentence.items.push_back(make(ItemKind::area, area->first, area->last, area));
        at = area->last;
      } else if (grade) {
        sentence.items.push_back(make(ItemKind::grade, grade->first, grade->last, grade));
        at = grade->last;
      } else if (const Mention* sign = mention_at(block_.signs, at);
                 sign && sign->last <= sentence.last && is_inspectorate(*sign)) {
        Item item = make(ItemKind::word, sign->first, sign->first + 1, nullptr);
        item.last = sign->last;
        item.word = 0;
        item.classes = inspector;
        item.name = true;
        sentence.items.push_back(item);
        at = sign->last;
      } else if (const std::uint32_t after = aside_end(at, sentence.last); after > at) {
        at = after;
      } else if (const std::uint32_t end = read_count(at, sentence); end > at) {
        at = end;
      } else {
        if (!token.is(Mark::quote))
          sentence.items.push_back(make(token.is(Mark::word) ? ItemKind::word : ItemKind::mark, at, at + 1, nullptr));
        ++at;
      }
    }
  }

  static bool is_inspectorate(const Mention& sign) {
    return std::any_of(sign.meanings.begin(), sign.meanings.end(), [](const Meaning& meaning) {
      return meaning.kind == PhraseKind::body || meaning.kind == PhraseKind::nickname;
    });
  }

  Item make(ItemKind kind, std::uint32_t first, std::uint32_t last, const Mention* mention) const {
    const Token& token = tokens_[first];
    Item item;
    item.kind = kind;
    item.first = first;
    item.last = last;
    item.mention = mention;
    item.mark = token.mark;
    item.number = token.number;
    item.capital = token.capital;
    if (kind == ItemKind::word) {
      item.word = token.word.id;
      item.classes = token.word.classes;
      item.name = token.capital && token.word.classes == 0;
    }
    if (kind == ItemKind::grade || kind == ItemKind::area) item.number = -1;
    static const WordId requires_word = Lexicon::built_in().find("requires", Lexicon::hash("requires")).id;
    item.present_verb = kind == ItemKind::grade && token.word.id == requires_word && !token.capital;
    if (kind == ItemKind::grade) {
      const bool before = first > 0 && tokens_[first - 1].is(Mark::quote);
      std::uint32_t end = last;
      while (end < tokens_.size() && (tokens_[end].is(Mark::comma) || tokens_[end].is(Mark::stop))) ++end;
      const bool after = end < tokens_.size() && tokens_[end].is(Mark::quote);
      item.quoted = before && after;
    }
    return item;
  }

  /// The end of "(…)", "– … –" or ", he said," that holds neither grade nor area; `at` where there is none.
  std::uint32_t aside_end(std::uint32_t at, std::uint32_t limit) const {
    const Token& token = tokens_[at];
    Mark closing = Mark::other;
    if (token.is(Mark::open))
      closing = Mark::close;
    else if (token.is(Mark::dash))
      closing = Mark::dash;
    else if (token.is(Mark::comma) && speech_follows(at))
      closing = Mark::comma;
    else
      return at;
    const std::uint32_t last = std::min<std::uint32_t>(limit, at + longest_aside);
    for (std::uint32_t end = at + 1; end < last; ++end) {
      if (!tokens_[end].is(closing)) continue;
      if (closing == Mark::close && denies(at, end)) return end + 1;
      if (overlaps(block_.grades, at, end) || (overlaps(block_.areas, at, end) && closing != Mark::dash)) return at;
      return overlaps(block_.areas, at, end) ? at : end + 1;
    }
    return at;
  }

  /// "(one step short of outstanding)"
  bool denies(std::uint32_t from, std::uint32_t to) const {
    const auto aside = std::span(tokens_).subspan(from, to - from);
    return std::any_of(aside.begin(), aside.end(), [](const Token& token) { return token.is(negation); });
  }

  /// ", HMI said," and ", according to inspectors,".
  bool speech_follows(std::uint32_t at) const {
    for (std::uint32_t next = at + 1; next < tokens_.size() && next < at + 6; ++next) {
      if (tokens_[next].is(Mark::comma)) return false;
      if (tokens_[next].is(speech)) return true;
      if (!tokens_[next].is(Mark::word) || tokens_[next].is(be | have | judge | give)) return false;
    }
    return false;
  }

  /// "four of the five areas", "all areas", "everything else", "in seven": pushes a count and answers its end.
  std::uint32_t read_count(std::uint32_t start, Sentence& sentence) const {
    const Token& token = tokens_[start];
    const std::uint32_t limit = sentence.last;
    std::uint32_t at = start;
    Item item;
    item.kind = ItemKind::count;
    item.first = start;
    if (!token.is(Mark::word) && !token.is(Mark::number)) return start;
    if (token.is(Mark::word) && token.number < 0 && !token.is(every | some | determiner) &&
        !is_across_the_board(start, limit))
      return start;
    if (token.is(determiner) && !token.is(every | some)) {
      // "the other four areas", "the rest"
      ++at;
      if (at >= limit || !tokens_[at].is(other)) return start;
    }
    bool every_word = false;
    bool quantity = false;
    int words = 0;
    int plain_words = 0;
    for (; at < limit && words < 8; ++at, ++words) {
      const Token& here = tokens_[at];
      if (!here.is(Mark::word) && !here.is(Mark::number)) break;
      if (mention_at(block_.grades, at) || mention_at(block_.areas, at)) break;
      if (here.is(every)) {
        every_word = quantity = true;
      } else if (here.number >= 0 && here.number <= most_areas) {
        quantity = true;
        // "four of the five areas": the first number counts.
        if (item.number < 0) item.number = here.number;
      } else if (here.is(some)) {
        quantity = true;
      } else if (here.is(other)) {
        item.other = quantity = true;
      }
      if (quantity && here.is(area_noun)) {
        item.last = at + 1;
        break;
      }
      if (here.is(be | have | judge | give | link | relative | conjunction_and | contrast | bodies_noun | body_noun))
        break;
      const bool plain = here.word.classes == 0;
      if (plain) ++plain_words;
      if (plain_words > 2) break;
      if (plain && !quantity) break;
    }
    if (item.last == 0 && is_across_the_board(start, limit)) {
      every_word = true;
      item.last = start + 3;
    }
    if (item.last == 0 && every_word && tokens_[start].is(every)) {
      // "everything else", "everything"
      if (is_everything(start)) item.last = start + (start + 1 < limit && tokens_[start + 1].is(other) ? 2 : 1);
      item.other = item.last == start + 2;
    }
    if (item.last == 0 && is_bare_number(start, sentence)) {
      item.number = token.number;
      item.last = start + 1;
    }
    if (item.last == 0) return start;
    item.all = every_word && item.number < 0 ? true : every_word;
    sentence.items.push_back(item);
    return item.last;
  }

  bool is_across_the_board(std::uint32_t at, std::uint32_t limit) const {
    static const WordId across = Lexicon::built_in().find("across", Lexicon::hash("across")).id;
    static const WordId board = Lexicon::built_in().find("board", Lexicon::hash("board")).id;
    return at + 2 < limit && tokens_[at].word.id == across && tokens_[at + 2].word.id == board;
  }

  bool is_everything(std::uint32_t at) const {
    static const WordId everything = Lexicon::built_in().find("everything", Lexicon::hash("everything")).id;
    return tokens_[at].word.id == everything;
  }

  /// "good in four and inadequate in five": a number that ends its clause after a grade and "in".
  bool is_bare_number(std::uint32_t at, const Sentence& sentence) const {
    const Token& token = tokens_[at];
    if (token.number < 1 || token.number > most_areas || sentence.items.size() < 2) return false;
    const Item& before = sentence.items.back();
    if (!before.is(link)) return false;
    const Item& second = sentence.items[sentence.items.size() - 2];
    if (!second.is(ItemKind::grade) && !second.is(grade_noun)) return false;
    if (at + 1 >= sentence.last) return true;
    const Token& next = tokens_[at + 1];
    return !next.is(Mark::word) ? !next.is(Mark::slash) && !next.is(Mark::number)
                                : next.is(conjunction_and | contrast | including | other | relative | link);
  }

  const Block& block_;
  const std::vector<Token>& tokens_;
};

/// Marks sentences that lie within quoted speech longer than a few words.
void mark_speech(const Block& block, std::vector<Sentence>& sentences) {
  std::uint32_t opened = 0;
  bool open = false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> speeches;
  for (std::uint32_t at = 0; at < block.tokens.size(); ++at) {
    const Token& token = block.tokens[at];
    if (!token.is(Mark::quote)) continue;
    if (token.opens_quote) {
      if (!open) opened = at;
      open = true;
    } else if (open) {
      if (at - opened > 9) speeches.emplace_back(opened, at);
      open = false;
    }
  }
  // A quotation that runs to the end of the paragraph, as papers set them.
  if (open) speeches.emplace_back(opened, static_cast<std::uint32_t>(block.tokens.size()));
  auto speech = speeches.begin();
  for (Sentence& sentence : sentences) {
    while (speech != speeches.end() && speech->second <= sentence.first) ++speech;
    sentence.in_quote = speech != speeches.end() && speech->first < sentence.last;
  }
}

}  // namespace

std::vector<Sentence> read_sentences(const Block& block) {
  std::vector<Sentence> sentences = Splitter(block).read();
  mark_speech(block, sentences);
  return sentences;
}

}  // namespace pressmark::inspection
