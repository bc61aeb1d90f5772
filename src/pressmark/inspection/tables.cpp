// Reads the cells of a table by the head of their column and of their row.
#include "pressmark/inspection/tables.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/subject.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

constexpr std::uint32_t longest_tick = 2;  // tokens
constexpr int of_now = 2100;               // later than any year

/// Tokens [first, last) without the bar before them.
struct Cell {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] bool empty() const { return first == last; }
};
using Row = std::vector<Cell>;

/// What a head says of its column or row.
struct Head {
  const Mention* area = nullptr;
  const Mention* grade = nullptr;
  int year = 0;
  bool previous = false, now = false;
  bool foreign = false;                 // what somebody else thinks, or hopes for
  NameRun name;                         // of a body
  bool body = false;                    // says what kind of body it is: "School", "Elm Hospital"
  bool other_work = false;              // "Opinion" of an auditor, "Objective", "Risk", "Owner"
  bool action = false, status = false;  // beside each other: of what is still to be done

  [[nodiscard]] bool tells_time() const { return year != 0 || previous || now; }
};

class TableReader {
 public:
  explicit TableReader(const Block& block) : block_(block) { cut(); }

  std::optional<std::vector<Claim>> read() {
    if (rows_.size() < 2) return std::nullopt;
    for (const Cell& cell : rows_.front()) columns_.push_back(head_of(cell));
    const auto any_has = [&](bool Head::*what) {
      return std::any_of(columns_.begin(), columns_.end(), [&](const Head& head) { return head.*what; });
    };
    if (any_has(&Head::other_work) || (any_has(&Head::action) && any_has(&Head::status))) return std::vector<Claim>{};
    for (std::size_t row = 1; row < rows_.size(); ++row) row_heads_.push_back(head_of(rows_[row].front()));
    take_second_heads();
    find_grade_columns();
    if (graded_columns()) return read_under_grades();
    const bool areas_down =
        std::any_of(row_heads_.begin(), row_heads_.end(), [](const Head& head) { return head.area; });
    if (areas_down && ticked()) return read_ticks();
    if (areas_down && areas_both_ways()) return read_matrix();
    if (areas_down) return read_areas_down();
    const auto across = std::any_of(grade_columns_.begin(), grade_columns_.end(),
                                    [&](std::size_t column) { return columns_[column].area; });
    if (across) return read_areas_across();
    if (any_previous(columns_)) return read_wholes();
    return std::nullopt;
  }

 private:
  /// "| HMP Elm | Safety | Good |": the name of a body before that of the area.
  void take_second_heads() {
    if (std::any_of(row_heads_.begin(), row_heads_.end(), [](const Head& head) { return head.area; })) return;
    for (std::size_t row = 1; row < rows_.size(); ++row) {
      if (rows_[row].size() > 2) row_heads_[row - 1].area = head_of(rows_[row][1]).area;
    }
    names_rows_ = true;
  }

  void cut() {
    for (std::uint32_t at = 0; at < block_.tokens.size(); ++at) {
      const Token& token = block_.tokens[at];
      const bool bar = token.is(Mark::pipe) && token.to == 0;
      if (bar && token.line_start) rows_.emplace_back();
      if (rows_.empty()) continue;
      if (bar) {
        rows_.back().push_back({at + 1, at + 1});
      } else {
        rows_.back().back().last = at + 1;
      }
    }
  }

  static const Mention* first_in(std::span<const Mention> mentions, const Cell& cell) {
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), cell.first,
                                        [](const Mention& mention, std::uint32_t at) { return mention.first < at; });
    return found != mentions.end() && found->last <= cell.last ? &*found : nullptr;
  }

  Head head_of(const Cell& cell) const {
    Head head;
    head.area = first_in(block_.areas, cell);
    head.grade = first_in(block_.grades, cell);
    for (std::uint32_t at = cell.first; at < cell.last; ++at) {
      const Token& token = block_.tokens[at];
      if (token.is(Mark::number) && token.number >= 1990 && token.number < 2100) head.year = token.number;
      if (!token.is(Mark::word)) continue;
      const bool alone = cell.last == cell.first + 1;  // "From | To"
      if (token.is(before) || (alone && among<"from", "was">(token.id))) head.previous = true;
      if (alone && token.id == "to") head.now = true;
      if (token.is(word_class::now) && !token.is(before)) head.now = true;
      head.action = head.action || among<"action", "actions", "lead", "due", "deadline">(token.id);
      head.status = head.status || among<"status", "progress">(token.id);
      const bool of_grade = head.grade && at >= head.grade->first && at < head.grade->last;  // "needs attention"
      // "How we did", unlike "Our view"
      const bool fared = at + 1 < cell.last && among<"did", "got", "fared">(block_.tokens[at + 1].id);
      const bool own = token.is(first_person) && !fared;
      if ((own || token.is(hope | other_judge)) && !of_grade) head.foreign = true;
      if (token.is(body_noun | bodies_noun)) head.body = true;
      if (!head.area &&
          among<"opinion", "assurance", "audit", "objective", "objectives", "risk", "owner", "likelihood", "manager">(
              token.id))
        head.other_work = true;
    }
    // "Earlsmoor Sixth Form College"
    if (head.area && head.area->last < cell.last && block_.tokens[head.area->last].is(body_noun)) head.area = nullptr;
    const std::vector<NameRun> names = name_runs(block_, cell.first, cell.last, true);
    if (head.body) {
      head.name = {cell.first, cell.last};
    } else if (!names.empty()) {
      head.name = names.front();
    }
    return head;
  }

  /// The grade of a cell that holds nothing else.
  const Mention* grade_in(const Row& row, std::size_t column) const {
    if (column >= row.size()) return nullptr;
    const Cell& cell = row[column];
    const Mention* grade = first_in(block_.grades, cell);
    // "| Safe | 9 | 16 |" below "| | Good | Poor |": so many bodies.
    if (!grade || (columns_[column].grade && block_.tokens[grade->first].number >= 0)) return nullptr;
    for (std::uint32_t at = cell.first; at < cell.last; ++at) {
      const Token& token = block_.tokens[at];
      const bool of_grade = at >= grade->first && at < grade->last;
      if (!of_grade && token.is(Mark::word) && !token.is(grade_noun | adverb | determiner | overall | month))
        return nullptr;
    }
    return grade;
  }

  void find_grade_columns() {
    for (std::size_t column = columns_.front().area ? 0 : 1; column < columns_.size(); ++column) {
      const bool any =
          std::any_of(rows_.begin() + 1, rows_.end(), [&](const Row& row) { return grade_in(row, column); });
      if (any) grade_columns_.push_back(column);
    }
  }

  /// Whether the columns are grades and hold areas: "| Good | Adequate |" above "| Preventing crime | Managing
  /// offenders |".
  bool graded_columns() const {
    const bool grades = columns_.size() >= 2 && std::all_of(columns_.begin(), columns_.end(), [](const Head& head) {
                          return head.grade && !head.foreign && !head.tells_time();
                        });
    if (!grades) return false;
    return std::any_of(rows_.begin() + 1, rows_.end(), [&](const Row& row) {
      return std::any_of(row.begin(), row.end(), [&](const Cell& cell) { return first_in(block_.areas, cell); });
    });
  }

  std::vector<Claim> read_under_grades() const {
    std::vector<Claim> claims;
    for (std::size_t row = 1; row < rows_.size(); ++row) {
      for (std::size_t column = 0; column < std::min(columns_.size(), rows_[row].size()); ++column) {
        const Cell& cell = rows_[row][column];
        for (const Mention& area : block_.areas) {
          if (area.first < cell.first || area.last > cell.last) continue;
          Claim claim = claim_of(row, columns_[column].grade, &area);
          claim.first = claim.sentence_first = cell.first;
          claim.last = claim.sentence_last = cell.last;
          claims.push_back(claim);
        }
      }
    }
    return claims;
  }

  bool ticked() const {
    const auto grades = std::count_if(columns_.begin(), columns_.end(), [](const Head& head) { return head.grade; });
    return grades >= 2 && grade_columns_.empty();
  }

  /// "| Safe | | ✓ | |" below "| | Outstanding | Good | Inadequate |".
  std::vector<Claim> read_ticks() const {
    std::vector<Claim> claims;
    for (std::size_t row = 1; row < rows_.size(); ++row) {
      const Mention* grade = nullptr;
      int ticks = 0;
      for (std::size_t column = 1; column < std::min(columns_.size(), rows_[row].size()); ++column) {
        const Cell& cell = rows_[row][column];
        if (cell.empty() || !columns_[column].grade) continue;
        const auto tokens = block_.tokens.subspan(cell.first, cell.last - cell.first);
        const bool figure =
            std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.is(Mark::number); });
        ticks += figure || tokens.size() > longest_tick ? 2 : 1;
        grade = columns_[column].grade;
      }
      if (ticks == 1 && row_heads_[row - 1].area) claims.push_back(claim_of(row, grade, row_heads_[row - 1].area));
    }
    return claims;
  }

  /// Services down and questions across: "| Surgery | Good | Good | Good |", with a row and a column for the whole.
  bool areas_both_ways() const {
    return grade_columns_.size() > 1 &&
           std::all_of(grade_columns_.begin(), grade_columns_.end(),
                       [&](std::size_t column) { return columns_[column].area; }) &&
           std::all_of(row_heads_.begin(), row_heads_.end(), [](const Head& head) { return head.area; });
  }
  static bool is_whole(const Mention* area) { return !area->ending->named_area; }
  std::vector<Claim> read_matrix() const {
    std::vector<Claim> claims;
    for (std::size_t row = 1; row < rows_.size(); ++row) {
      const Mention* service = row_heads_[row - 1].area;
      for (const std::size_t column : grade_columns_) {
        const Mention* question = columns_[column].area;
        const Mention* grade = grade_in(rows_[row], column);
        // What one service has got for one question has no name of its own.
        if (!grade || (!is_whole(service) && !is_whole(question))) continue;
        claims.push_back(claim_of(row, grade, is_whole(service) ? question : service));
      }
    }
    return claims;
  }

  /// A row for each area: its columns are times, or bodies.
  std::optional<std::vector<Claim>> read_areas_down() const {
    std::vector<std::size_t> current;
    std::vector<std::size_t> previous;
    bool foreign = false;
    const int newest = newest_year(columns_);
    for (const std::size_t column : grade_columns_) {
      const Head& head = columns_[column];
      if (head.foreign) {
        foreign = true;
      } else {
        (is_past(head, newest) ? previous : current).push_back(column);
      }
    }
    const bool bodies =
        current.size() > 1 && previous.empty() && std::all_of(current.begin(), current.end(), [&](std::size_t column) {
          return !columns_[column].name.empty() && !columns_[column].tells_time();
        });
    if (current.size() <= 1 && previous.empty() && !foreign && !any_previous(columns_)) return std::nullopt;
    std::vector<Claim> claims;
    if (current.size() > 1 && !bodies) return claims;
    for (std::size_t row = 1; row < rows_.size(); ++row) {
      if (!row_heads_[row - 1].area) continue;
      for (const auto* columns : {&current, &previous}) {
        for (const std::size_t column : *columns) {
          const Mention* grade = grade_in(rows_[row], column);
          if (!grade) continue;
          Claim claim = claim_of(row, grade, row_heads_[row - 1].area);
          claim.time = columns == &previous ? Time::previous : Time::current;
          if (bodies || names_rows_) name(claim, bodies ? columns_[column] : row_heads_[row - 1]);
          claims.push_back(claim);
        }
      }
    }
    return claims;
  }

  /// A column for each area: the rows are times, or bodies.
  std::vector<Claim> read_areas_across() const {
    std::vector<Claim> claims;
    const int newest = newest_year(row_heads_);
    for (std::size_t row = 1; row < rows_.size(); ++row) {
      const Head& head = row_heads_[row - 1];
      if (head.foreign) continue;
      for (const std::size_t column : grade_columns_) {
        const Mention* grade = grade_in(rows_[row], column);
        if (!grade || !columns_[column].area) continue;
        Claim claim = claim_of(row, grade, columns_[column].area);
        if (is_past(head, newest)) claim.time = Time::previous;
        if (!head.tells_time()) name(claim, head);
        claims.push_back(claim);
      }
    }
    return claims;
  }

  /// "| School | Predecessor's last judgement | Latest judgement |": a row for each body, a column for each time.
  std::vector<Claim> read_wholes() const {
    std::vector<Claim> claims;
    const int newest = newest_year(columns_);
    for (std::size_t row = 1; row < rows_.size(); ++row) {
      if (!columns_.front().body && !row_heads_[row - 1].body) continue;  // "Boarding provision"
      for (const std::size_t column : grade_columns_) {
        const Mention* grade = grade_in(rows_[row], column);
        if (!grade || columns_[column].foreign) continue;
        Claim claim = claim_of(row, grade, nullptr);
        claim.scope = Scope::overall;
        if (is_past(columns_[column], newest)) claim.time = Time::previous;
        name(claim, row_heads_[row - 1]);
        claims.push_back(claim);
      }
    }
    return claims;
  }

  static bool any_previous(const std::vector<Head>& heads) {
    return std::any_of(heads.begin(), heads.end(), [](const Head& head) { return head.previous; });
  }
  static int newest_year(const std::vector<Head>& heads) {
    int newest = 0;
    for (const Head& head : heads) newest = std::max(newest, head.now ? of_now : head.year);
    return newest;
  }
  static bool is_past(const Head& head, int newest) {
    return head.previous || (!head.now && head.year != 0 && head.year < newest);
  }

  static void name(Claim& claim, const Head& head) {
    claim.subject_first = head.name.first;
    claim.subject_last = head.name.last;
    claim.labelled = !head.name.empty();
  }

  Claim claim_of(std::size_t row, const Mention* grade, const Mention* area) const {
    Claim claim;
    claim.grade = grade;
    claim.area = area;
    claim.strength = Strength::asserted;
    claim.first = claim.sentence_first = rows_[row].front().first - 1;
    for (const Cell& cell : rows_[row]) {
      if (!cell.empty()) claim.last = claim.sentence_last = cell.last;
    }
    return claim;
  }

  const Block& block_;
  std::vector<Row> rows_;
  std::vector<Head> columns_, row_heads_;
  bool names_rows_ = false;                 // the areas stand in the second column, behind names
  std::vector<std::size_t> grade_columns_;  // with a grade in some row
};

}  // namespace

std::optional<std::vector<Claim>> read_table(const Block& block) { return TableReader(block).read(); }

}  // namespace pressmark::inspection
