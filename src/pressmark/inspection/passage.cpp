// Goes through the blocks of the tree and keeps those that bear on grades.
#include "pressmark/inspection/passage.h"

#include <algorithm>
#include <span>

#include "pressmark/inspection/copied_text.h"
#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/phrases.h"
#include "pressmark/inspection/remarks.h"
#include "pressmark/inspection/tokenizer.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {
namespace {

using markdown::Document;
using markdown::Node;
using markdown::NodeIndex;
using markdown::NodeType;
using text::is_small;

constexpr std::size_t longest_title = 6;   // tokens of "Previous ratings (2019)"
constexpr std::size_t longest_head = 14;   // tokens of "Here are the grades for the nursery class:"
constexpr std::size_t longest_entry = 40;  // tokens of a list item that may be a name
constexpr int fewest_of_row = 3;           // cells
constexpr std::size_t longest_row = 200;   // bytes of cells that were copied each on a line
constexpr int first_year = 1990;
constexpr std::size_t longest_joined = 60;  // tokens of a paragraph that may go on in the next

/// Where the parts of a block stand in the lists of its passage; spans come when the lists no longer grow.
struct Extent {
  std::size_t tokens = 0, hits = 0, numbers = 0, mentions = 0;
  std::size_t grades_end = 0, areas_end = 0;  // of the mentions: grades, then areas, then signs
  bool kept = false;
};

/// Whether the words in an element belong to the sentence: not those that are struck out, nor figures above the line.
bool reads_on(markdown::InlineElement element) {
  using markdown::InlineElement;
  return element != InlineElement::s && element != InlineElement::sup && element != InlineElement::sub;
}

class Reader {
 public:
  Reader(const Document& document, const text::Source& source, const Catalogue& catalogue)
      : document_(document),
        source_(source),
        tokenizer_(document, catalogue.lexicon(), passage_.signs),
        walker_(catalogue.lexicon()),
        finder_(catalogue.lexicon()) {
    passage_.signs.named.resize(catalogue.scales().size(), 0);
    passage_.signs.cued.resize(catalogue.scales().size(), 0);
    passage_.signs.councils.resize(catalogue.scales().size(), 0);
  }

  Passage read() {
    bool item = false;
    const auto& nodes = document_.nodes();
    for (NodeIndex at = 0; at < nodes.size();) {
      const Node& node = nodes[at];
      if (node.type == NodeType::item) item = true;
      if (node.type == NodeType::paragraph || node.type == NodeType::heading || node.type == NodeType::table) {
        const NodeIndex end = item ? at : end_of_stack(at);
        if (end > at && read_stack(at, end)) {
          at = end;
        } else {
          read_block(at, item);
          at = node.end;
        }
        item = false;
      } else {
        ++at;
      }
    }
    point_into_lists();
    passage_.grades_nobody = passage_.grades_nobody || (tells_of_self_ && !passage_.signs.tell_of_inspection());
    return std::move(passage_);
  }

  void read_context(std::string_view text) {
    forget_block();
    tokenizer_.begin_line();
    tokenizer_.read_text(text);
    find_phrases();
  }

 private:
  [[nodiscard]] std::span<const Token> tokens() const { return tokenizer_.tokens(); }
  [[nodiscard]] bool no_tokens() const { return tokenizer_.empty(); }
  [[nodiscard]] const Tokenizer::Notes& notes() const { return tokenizer_.notes(); }

  [[nodiscard]] Extent ends_of_lists() const {
    return {tokenizer_.count(), passage_.hits.size(), passage_.numbers.size(), passage_.mentions.size()};
  }

  /// Drops what was found in the block, and keeps its tokens.
  void forget_phrases() {
    passage_.hits.resize(begin_.hits);
    passage_.numbers.resize(begin_.numbers);
    passage_.mentions.resize(begin_.mentions);
  }
  void forget_block() {
    forget_phrases();
    tokenizer_.begin_block(begin_.tokens);
  }

  void read_block(NodeIndex index, bool item) {
    begin_block(index, item);
    const bool goes_on = !no_tokens();
    read_inlines(index + 1, document_[index].end);
    if (document_[index].type == NodeType::paragraph && is_hard_wrapped(source_.slice(document_[index].span)))
      tokenizer_.join_lines();
    if (goes_on || !notes().gaps || document_[index].type == NodeType::table || !read_rows(index))
      end_block(index, item);
  }

  /// Where paragraphs end that have as many lines each, three or more: a table that was copied cell by cell. The
  /// paragraph itself where there are no others like it.
  [[nodiscard]] NodeIndex end_of_stack(NodeIndex first) const {
    const int lines = lines_in(first);
    constexpr int fewest_rows = 3, most_rows = 60;  // so the time stays linear where it is no table after all
    int rows = 0;
    NodeIndex end = first;
    while (lines >= fewest_of_row && rows < most_rows && end < document_.nodes().size() &&
           document_[end].type == NodeType::paragraph && lines_in(end) == lines) {
      end = document_[end].end;
      ++rows;
    }
    return rows < fewest_rows ? first : end;
  }
  /// Of a paragraph; none where it is longer than a row.
  [[nodiscard]] int lines_in(NodeIndex paragraph) const {
    if (document_[paragraph].span.size() > longest_row) return 0;
    int lines = 1;
    for (NodeIndex at = paragraph + 1; at < document_[paragraph].end; at = document_[at].end) {
      if (is_break(at)) ++lines;
    }
    return lines;
  }

  /// The first paragraph heads the columns: it tells times, or there is no telling that it is a table.
  bool read_stack(NodeIndex first, NodeIndex end) {
    if (kept_) begin_ = ends_of_lists();
    forget_block();
    for (NodeIndex row = first; row < end; row = document_[row].end) {
      tokenizer_.begin_row(row + 1, 0);
      tokenizer_.end_rows();
      NodeIndex line = row + 1;
      for (NodeIndex at = line; at < document_[row].end; at = document_[at].end) {
        if (!is_break(at)) continue;
        read_inlines(line, at);
        tokenizer_.add(Mark::pipe);
        tokenizer_.add_space();
        line = at + 1;
      }
      read_inlines(line, document_[row].end);
      if (row == first && !heads_columns()) {
        forget_block();
        return false;
      }
    }
    end_block(first, false);
    passage_.blocks.back().table = true;
    return true;
  }

  /// "Question", "This inspection", "2018/19"
  bool heads_columns() {
    const auto holds = [&](auto test) { return std::any_of(tokens().begin(), tokens().end(), test); };
    if (!holds([](const Token& token) {
          return token.number >= first_year || token.is(word_class::before | word_class::now);
        }) ||
        holds([](const Token& token) { return token.is(Mark::stop) || token.is(Mark::open); }))
      return false;
    find_phrases();
    const bool grades = !finder_.grades.empty();
    forget_phrases();
    return !grades;
  }

  /// A line of a paragraph: its nodes, and what parts its cells.
  struct Line {
    NodeIndex first = 0, last = 0;
    int separators = 0;  // tabs, bars or runs of spaces
    bool drawn = false;  // tabs or bars
  };

  /// A spreadsheet that was pasted: lines with cells that follow each other are a block of their own that is read as a
  /// table. One such line makes no table.
  bool read_rows(NodeIndex index) {
    const NodeIndex end = document_[index].end;
    bool any = false;
    bool cells = false;  // in the part that is not read yet, which begins with `first`
    NodeIndex first = index + 1;
    for (Line line = line_at(first, end); line.first < end;) {
      const Line next = line_at(line.last + 1, end);
      if (are_rows(line, next) != cells) {
        if (!any) forget_block();
        any = true;
        // The last row belongs to those above it, the first to those below.
        const NodeIndex last = cells ? line.last : line.first - 1;
        if (last > first) read_part(index, first, last, cells);
        first = cells ? next.first : line.first;
        cells = !cells;
      }
      line = next;
    }
    if (any && first < end) read_part(index, first, end, cells);
    return any;
  }
  void read_part(NodeIndex index, NodeIndex first, NodeIndex last, bool cells) {
    if (kept_) begin_ = ends_of_lists();
    forget_block();
    tokenizer_.begin_line();
    if (!cells) read_inlines(first, last);
    // "Good | Adequate | Poor" above "| A | B": there the first bar parts two cells, of which one is empty.
    int heads = 0;  // separators of a first row that begins with none
    for (NodeIndex at = first; cells && at < last;) {
      const Line line = line_at(at, last);
      const int empty = empty_cells_before(at);
      if (at == first && empty >= 0) heads = line.separators;
      tokenizer_.begin_row(at, line.separators == heads ? std::max(empty, 0) : empty);
      read_inlines(at, line.last);
      at = line.last + 1;
    }
    tokenizer_.end_rows();
    end_block(index, false);
    passage_.blocks.back().table = cells;
  }

  /// Runs of spaces must part three cells, and as many on each line: with two, a line is read as it stands.
  static bool are_rows(const Line& one, const Line& other) {
    return one.separators > 0 && other.separators > 0 && one.drawn == other.drawn &&
           (one.drawn || (one.separators > 1 && one.separators == other.separators));
  }
  /// The line that begins with a node.
  [[nodiscard]] Line line_at(NodeIndex first, NodeIndex end) const {
    Line line{.first = first, .last = first};
    for (; line.last < end && !is_break(line.last); line.last = document_[line.last].end) {
      const Node& node = document_[line.last];
      line.separators += separators_in(node);
      const bool tab_behind = tab_follows(line.last);  // and empty cells, which the tree has no trace of
      line.separators += static_cast<int>(tab_behind);
      line.drawn = line.drawn || tab_behind || node.text.find_first_of("\t|\xE2") != std::string_view::npos;
    }
    return line;
  }

  [[nodiscard]] bool tab_follows(NodeIndex at) const {
    const auto size = static_cast<std::uint32_t>(document_[at].text.size());
    if (size == 0) return false;
    const std::size_t end = document_.locate(at, size - 1, size).end;
    return end < source_.text().size() && source_.text()[end] == '\t';
  }
  /// Empty cells at the head of a line, which the tree has no trace of; -1 where a bar begins the first cell.
  [[nodiscard]] int empty_cells_before(NodeIndex line) const {
    const std::string_view words = document_[line].text;
    if (!words.empty() && words[0] != '\t' && size_of_separator(words, 0) > 0) return -1;
    const std::string_view text = source_.text();
    int tabs = 0;
    for (std::size_t at = document_.locate(line, 0, 1).start; at > 0 && text[at - 1] == '\t'; --at) ++tabs;
    return tabs;
  }

  [[nodiscard]] bool is_break(NodeIndex at) const {
    return document_[at].type == NodeType::soft_break || document_[at].type == NodeType::line_break;
  }
  /// How many separators a text has. Not "2.1", a tab, and the words of a paragraph; nor a bullet and its words.
  static int separators_in(const Node& node) {
    if (node.type != NodeType::text) return 0;
    int found = 0;
    std::size_t first = 0;
    for (std::size_t at = 0; at < node.text.size(); ++at) {
      const std::size_t size = size_of_separator(node.text, at);
      if (size == 0) continue;
      if (found++ == 0) first = at;
      at += size - 1;
    }
    return found == 1 && (first < 2 || text::is_digit(node.text[0])) ? 0 : found;
  }

  void end_block(NodeIndex index, bool item) {
    extents_.push_back(begin_);
    const bool heads_part = may_head(index, item);
    const bool bears = bears_on_grades(item || heads_part);
    kept_ = bears || (!item && names_a_body());
    if (bears) {
      keep_mentions();
    } else {
      forget_phrases();
      extents_.back().grades_end = extents_.back().areas_end = passage_.mentions.size();
    }
    extents_.back().kept = kept_;
    constexpr std::size_t blocks_of_title = 3;
    if (passage_.blocks.size() < blocks_of_title && document_[index].level < 2 &&
        document_[index].type != NodeType::table)
      passage_.grades_nobody = passage_.grades_nobody || (titles_own_paper() && !names_an_inspectorate());
    const Remarks remarks = remarks_in(tokens());
    passage_.grades_nobody = passage_.grades_nobody || remarks.no_grades;
    passage_.of_closed_body = passage_.of_closed_body || remarks.closing;
    tells_of_self_ = tells_of_self_ || remarks.self_evaluation;
    passage_.blocks.push_back(block_of(index, item));
    passage_.blocks.back().heads_part = heads_part;
    passage_.blocks.back().of_mock = remarks.mock;
  }

  void begin_block(NodeIndex index, bool item) {
    if (goes_on_from_last(index, item)) {
      passage_.blocks.pop_back();
      extents_.pop_back();
      forget_phrases();
    } else {
      if (kept_) begin_ = ends_of_lists();
      forget_block();
    }
    tokenizer_.begin_line();
    depth_ends_.clear();
  }

  void read_inlines(NodeIndex first, NodeIndex last) {
    for (NodeIndex at = first; at < last;) {
      const Node& node = document_[at];
      while (!depth_ends_.empty() && at >= depth_ends_.back()) depth_ends_.pop_back();
      tokenizer_.begin_node(at, !depth_ends_.empty());
      at = read_inline(node) ? at + 1 : node.end;
    }
  }

  /// Whether what is in the node is to be read too.
  bool read_inline(const Node& node) {
    switch (node.type) {
      case NodeType::text:
        tokenizer_.read_text(node.text);
        return true;
      case NodeType::soft_break:
      case NodeType::line_break:
      case NodeType::table_row:
        tokenizer_.begin_line();
        return true;
      case NodeType::emphasis:
      case NodeType::strong:
        depth_ends_.push_back(node.end);
        return true;
      case NodeType::code:
        tokenizer_.add(Mark::other);
        return true;
      case NodeType::table_cell:
        tokenizer_.add(Mark::pipe);
        tokenizer_.add_space();
        return true;
      case NodeType::link:
        if (node.address) tokenizer_.add(Mark::other);
        return !node.address;
      case NodeType::element:
        return reads_on(node.element);
      case NodeType::strikethrough:  // no longer said
      case NodeType::image:
        return false;
      default:
        return true;
    }
  }

  /// Whether the block may name the body that what follows is about: a heading, a line in bold, a line with a colon, an
  /// entry.
  [[nodiscard]] bool may_head(NodeIndex index, bool item) const {
    if (no_tokens() || tokens().size() > longest_head) return false;
    return item || document_[index].type == NodeType::heading || tokens().back().is(Mark::colon) ||
           tokens().front().strong;
  }

  /// Finds the phrases, where there can be any.
  bool bears_on_grades(bool entry) {
    if (no_tokens()) return false;
    const bool listed = entry || tokens().front().is(Mark::bullet);
    // With a rating word, a small number may be a grade.
    const bool labelled = !passage_.blocks.empty() && passage_.blocks.back().labels_whole;
    if (!listed && notes().heads.empty() &&
        (notes().numbers.empty() || !(notes().rating_word || labelled || ends_in_figure())))
      return false;
    find_phrases();
    // An entry of a list may be a name that a grade before the list is for.
    return !finder_.grades.empty() || !finder_.areas.empty() || (listed && tokens().size() <= longest_entry);
  }

  /// "Elm House has had a visit.": the grades behind it may be for that.
  [[nodiscard]] bool names_a_body() const {
    const auto is_name = [](const Token& token) { return token.capital && token.is(word_class::body_noun); };
    return std::any_of(tokens().begin(), tokens().end(), is_name);
  }

  [[nodiscard]] Block block_of(NodeIndex index, bool item) const {
    const Node& node = document_[index];
    Block block;
    block.node = index;
    block.heading = node.type == NodeType::heading;
    block.level = node.level;
    block.item = item;
    block.table = node.type == NodeType::table;
    block.speaker = is_inspectors_title() ? Speaker::inspector : read_speaker();
    // "The grades, with those of the last inspection in brackets:"
    const bool in_brackets = tokens().size() > 1 && tokens()[tokens().size() - 2].id == "brackets";
    const bool title = !no_tokens() && !tokens().back().is(Mark::stop) && tokens().size() <= longest_title;
    block.of_past = (!in_brackets && (notes().of_past_inspection || leads_to_the_past(tokens()))) ||
                    (notes().of_past_rating && tokens().size() <= longest_title) ||
                    (title && tokens().back().id == "history");  // "Inspection history"
    block.of_wishes = !no_tokens() && (block.heading || title || tokens().back().is(Mark::colon)) && speaks_of_wishes();
    block.asks_of_past = asks_of_the_past(tokens());
    block.denies = denies_what_was_said(tokens());
    block.labels_whole = !notes().heads.empty() && labels_the_whole(tokens(), !finder_.signs.empty());
    block.size = tokenizer_.last() + 1;
    return block;
  }

  /// "The Old Mill, Quay Street: 5"
  [[nodiscard]] bool ends_in_figure() const {
    if (tokenizer_.last() < 2 || notes().numbers.back() != tokenizer_.last()) return false;
    const Token& before = tokens()[tokenizer_.last() - 1];
    return before.is(Mark::colon) || before.is(Mark::dash);
  }

  void find_phrases() {
    walker_.walk(tokens(), notes().heads, passage_.hits);
    finder_.find(tokens(), std::span(passage_.hits).subspan(begin_.hits), notes().numbers, all_scales);
    for (const Mention& sign : finder_.signs) note_sign(sign);
  }

  void keep_mentions() {
    passage_.numbers.insert(passage_.numbers.end(), notes().numbers.begin(), notes().numbers.end());
    Extent& extent = extents_.back();
    std::vector<Mention>& all = passage_.mentions;
    all.insert(all.end(), finder_.grades.begin(), finder_.grades.end());
    extent.grades_end = all.size();
    all.insert(all.end(), finder_.areas.begin(), finder_.areas.end());
    extent.areas_end = all.size();
    all.insert(all.end(), finder_.signs.begin(), finder_.signs.end());
  }

  void point_into_lists() {
    if (!kept_) forget_block();
    extents_.push_back(ends_of_lists());
    passage_.tokens = tokenizer_.take();
    const auto part = [](const auto& list, std::size_t from, std::size_t to) {
      return std::span(list).subspan(from, to - from);
    };
    for (std::size_t at = 0; at < passage_.blocks.size(); ++at) {
      const Extent& extent = extents_[at];
      const Extent& next = extents_[at + 1];
      if (!extent.kept) continue;
      Block& block = passage_.blocks[at];
      block.tokens = part(passage_.tokens, extent.tokens, next.tokens);
      block.hits = part(passage_.hits, extent.hits, next.hits);
      block.numbers = part(passage_.numbers, extent.numbers, next.numbers);
      block.grades = part(passage_.mentions, extent.mentions, extent.grades_end);
      block.areas = part(passage_.mentions, extent.grades_end, extent.areas_end);
      block.signs = part(passage_.mentions, extent.areas_end, next.mentions);
    }
  }

  /// A paragraph that stops in the middle of a sentence goes on in the next, as text copied from a PDF does.
  bool goes_on_from_last(NodeIndex index, bool item) const {
    if (item || passage_.blocks.empty() || no_tokens() || document_[index].type != NodeType::paragraph) return false;
    const Block& last = passage_.blocks.back();
    if (last.heading || document_[last.node].end != index || last.size > longest_joined) return false;
    const Token& end = tokens().back();
    if (!end.is(Mark::word) || ends_in_numbered_line()) return false;
    const Node& first = document_[index + 1];
    // "Services for children in" above "Marlhampton are good"
    const bool open = end.is(word_class::link | word_class::other_preposition);
    if (first.type != NodeType::text || first.text.empty()) return false;
    // "Food hygiene rating" above "5"
    const bool figure = last.labels_whole && first.text.size() == 1 && text::is_digit(first.text[0]);
    return open || figure || is_small(first.text[0]);
  }

  /// "(d) poor" above "for each of the themes"
  bool ends_in_numbered_line() const {
    auto first = tokens().rbegin();
    while (first + 1 != tokens().rend() && !first->line_start) ++first;
    return first->is(Mark::open);
  }

  /// Who speaks in the block: the words before the last "said" that can be its subject.
  Speaker read_speaker() const {
    const std::span<const Token> block_tokens = tokens();
    for (auto spoken = notes().speeches.rbegin(); spoken != notes().speeches.rend(); ++spoken) {
      const std::uint32_t at = *spoken;
      const auto quote = std::lower_bound(notes().quotes.begin(), notes().quotes.end(), at);
      const bool in_quote = quote != notes().quotes.begin() && block_tokens[*(quote - 1)].opens_quote;
      const bool of_writer = at > 1 && (block_tokens[at - 1].id == "i" || block_tokens[at - 2].id == "i");
      if (in_quote || of_writer || block_tokens[at].is(word_class::judge)) continue;
      const auto has = [&](std::size_t from, std::size_t to) {
        for (std::size_t near = from; near < to; ++near) {
          if (block_tokens[near].is(word_class::inspector) && block_tokens[near].is(Mark::word)) return true;
          if (stands_in_name_of_inspectorate(near)) return true;
        }
        return false;
      };
      std::size_t from = at;
      while (from > 0 && at - from < 12 && !block_tokens[from - 1].is(Mark::stop) &&
             !block_tokens[from - 1].is(Mark::quote))
        --from;
      std::size_t to = at + 1;
      while (to < block_tokens.size() && to - at < 8 && !block_tokens[to].is(Mark::stop) &&
             !block_tokens[to].is(Mark::quote) && !block_tokens[to].is(Mark::comma))
        ++to;
      return has(from, at) || (from + 1 >= at && has(at, to)) ? Speaker::inspector : Speaker::other;
    }
    // "The report sums up: “…”"
    constexpr std::uint32_t longest_lead = 6;
    for (const std::uint32_t quote : notes().quotes) {
      if (quote < longest_lead || !block_tokens[quote].opens_quote || !block_tokens[quote - 1].is(Mark::colon))
        continue;
      const auto lead = block_tokens.subspan(quote - longest_lead, longest_lead);
      if (std::any_of(lead.begin(), lead.end(), [](const Token& token) { return token.is(word_class::inspector); }))
        return Speaker::inspector;
    }
    return Speaker::none;
  }

  /// "By 2027 we will be:", "HMICFRS self-assessment", "Targets for next year": the last sentence of a block that heads
  /// others. "Improvement through self-evaluation" is an area.
  bool speaks_of_wishes() const {
    const std::span<const Token> all = tokens();
    for (auto token = all.rbegin(); token != all.rend() && !token->is(Mark::stop); ++token) {
      if (token->id == "own" && token == all.rbegin() + 1) continue;  // "Each area has its own:"
      // "The report on what we aim at:", "This is what the page will say:"
      // "I will not be told that all is lost:"
      if (among<"was", "were", "report", "say", "not">(token->id)) return false;
      // "We shall have done well if:", "Here is how you rated us:"
      const bool opens = token + 1 == all.rend() || (token + 1)->is(Mark::stop);
      if (!opens && (token->id == "if" || (token->is(word_class::judge) && (token + 1)->id == "you"))) return true;
      if (among<"aim", "aims", "ambition", "ambitions", "target", "targets", "goal", "goals", "want", "hope", "success",
                "will", "would", "mean", "means", "self", "survey", "poll", "own", "example", "itself", "ourselves",
                "themselves", "register", "sample", "specimen", "template", "imaginary", "fictional">(token->id) ||
          (token->id == "up" && token + 1 != all.rend() && (token + 1)->id == "made"))
        return token + 1 == all.rend() || !(token + 1)->is(word_class::other_preposition);
    }
    return false;
  }

  /// "Self-evaluation summary", "Risk register", "Appraisal": a paper in which somebody grades himself or his own work.
  bool titles_own_paper() const {
    const std::span<const Token> all = tokens();
    for (std::size_t at = 0; at < all.size(); ++at) {
      const WordId next = at + 1 < all.size() ? all[at + 1].id : WordId{};
      const bool title = (all[at].id == "self" && among<"evaluation", "assessment", "review">(next)) ||
                         (all[at].id == "risk" && next == "register") ||
                         (all[at].id == "performance" && next == "review") ||
                         (all[at].id == "internal" && next == "audit") || among<"appraisal", "pdr">(all[at].id);
      if (!title) continue;
      std::size_t first = at, last = at;
      while (first > 0 && !all[first].line_start) --first;
      while (last + 1 < all.size() && !all[last + 1].line_start) ++last;
      // "Improvement through self-evaluation" is an area, "Unlike our self-evaluation, Ofsted says:" a sentence.
      const auto line = all.subspan(first, last + 1 - first);
      return std::none_of(line.begin(), line.end(), [](const Token& token) {
        return token.is(Mark::stop) || token.is(Mark::colon) || token.id == "through" ||
               token.is(word_class::be | word_class::judge | word_class::have | word_class::speech);
      });
    }
    return false;
  }

  /// "HMI's observations", "A word from HMI": who says "I" below is the inspector.
  bool is_inspectors_title() const {
    if (tokens().size() > longest_title || no_tokens() || !tokens().front().capital) return false;
    return std::any_of(tokens().begin(), tokens().end(), [](const Token& token) {
      return token.capital && among<"hmi", "inspector", "observations">(token.id);
    });
  }

  bool names_an_inspectorate() const {
    return !notes().heads.empty() && std::any_of(finder_.signs.begin(), finder_.signs.end(), names_inspectorate);
  }

  bool stands_in_name_of_inspectorate(std::size_t token) const {
    return std::any_of(finder_.signs.begin(), finder_.signs.end(), [&](const Mention& sign) {
      return sign.first <= token && token < sign.last && names_inspectorate(sign);
    });
  }

  void note_sign(const Mention& mention) {
    SchemeSigns& signs = passage_.signs;
    const bool of_another = is_part_of_name(mention);
    for (const Meaning& meaning : mention.meanings()) {
      if (of_another && meaning.kind == PhraseKind::nickname) continue;
      switch (meaning.kind) {
        case PhraseKind::body:
          note_name(mention);
          [[fallthrough]];
        case PhraseKind::nickname:
          signs.named[meaning.scale] += 3;
          break;
        case PhraseKind::programme:
          signs.named[meaning.scale] += 15;
          break;
        case PhraseKind::cue:
          signs.cued[meaning.scale] += 1;
          if (among<"council", "local">(tokens()[mention.first].id)) ++signs.councils[meaning.scale];
          break;
        default:
          break;
      }
    }
  }

  /// "the Independent Schools Inspectorate": a nickname of one inspectorate is the end of another's name.
  bool is_part_of_name(const Mention& mention) const {
    if (mention.first == 0) return false;
    const Token& first = tokens()[mention.first];
    const Token& before = tokens()[mention.first - 1];
    return first.capital && before.is(Mark::word) && before.capital && !first.line_start &&
           !before.is(word_class::determiner) && before.word->classes == 0;
  }

  /// The name tells the time: His Majesty's since September 2022, HMIC until July 2017.
  void note_name(const Mention& mention) {
    const WordId first = tokens()[mention.first].id;
    if (first == "his") passage_.signs.his_majesty = true;
    if (first == "her") passage_.signs.her_majesty = true;
    if (first == "hmic") passage_.signs.hmic = true;
    if (first == "hmicfrs") passage_.signs.hmicfrs = true;
  }

  const Document& document_;
  const text::Source& source_;
  Passage passage_;
  Tokenizer tokenizer_;
  std::vector<Extent> extents_;  // by block: where its part of each list begins
  Extent begin_;                 // the same for the block that is read
  bool tells_of_self_ = false;
  bool kept_ = false;  // the last block keeps its tokens and phrases
  std::vector<NodeIndex> depth_ends_;
  PhraseWalker walker_;
  PhraseFinder finder_;
};

}  // namespace

Passage read_passage(const Document& document, const text::Source& source, const std::vector<std::string_view>& context,
                     const Catalogue& catalogue) {
  Reader reader(document, source, catalogue);
  for (const std::string_view text : context) reader.read_context(text);
  return reader.read();
}

bool labels_the_whole(std::span<const Token> words, bool names_scheme) {
  constexpr std::size_t longest = 5;
  if (!words.empty() && words.back().is(Mark::colon)) words = words.first(words.size() - 1);
  if (words.size() < 2 || words.size() > longest || !words.back().is(word_class::grade_noun)) return false;
  const auto holds = [&](std::uint64_t classes) {
    return std::any_of(words.begin(), words.end(), [&](const Token& token) { return token.is(classes); });
  };
  return (names_scheme || holds(word_class::overall)) && !holds(word_class::before | word_class::bodies_noun) &&
         std::all_of(words.begin(), words.end(), [](const Token& token) { return token.is(Mark::word); });
}

bool asks_of_the_past(std::span<const Token> words) {
  const std::size_t size = words.size();
  return size > 3 && words.back().question && words[size - 3].is(word_class::before) && words[size - 2].id == "time";
}

bool denies_what_was_said(std::span<const Token> words) {
  return words.size() > 2 && words[0].is(word_class::pronoun) && words[1].is(word_class::be) &&
         (among<"wrong", "untrue", "false", "incorrect">(words[2].id) ||
          (words.size() > 3 && words[2].is(word_class::negation) && words[3].id == "true"));
}

bool SchemeSigns::tell_of_inspection() const {
  return inspections > 0 || std::any_of(named.begin(), named.end(), [](int mentions) { return mentions > 0; });
}

bool leads_to_the_past(std::span<const Token> words) {
  if (words.empty() || !words.back().is(Mark::colon)) return false;
  constexpr std::size_t reach = 2;  // of "last full inspection"
  for (std::size_t at = 0; at + reach < words.size(); ++at) {
    if (words[at].is(word_class::before) &&
        (words[at + 1].is(word_class::inspection) || words[at + 2].is(word_class::inspection)))
      return true;
  }
  return false;
}

}  // namespace pressmark::inspection
