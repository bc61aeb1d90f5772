// Makes claims of the grades that the rules have bound: what is doubtful is dropped, and each claim says of which body,
// of which time and how firmly.
#pragma once

#include <optional>
#include <vector>

#include "pressmark/inspection/clauses/analysis.h"
#include "pressmark/inspection/clauses/claim.h"
#include "pressmark/inspection/subject.h"
#include "pressmark/text/flags.h"

namespace pressmark::inspection {

/// What a claim is about, and the items that prove it.
struct Ground {
  Scope scope = Scope::area;
  std::size_t target = nowhere;   // the area, or the count of areas
  std::size_t low = 0, high = 0;  // the first and the last item of the evidence
};

class Claims {
 public:
  explicit Claims(const Analysis& analysis);

  /// The grade is for this area, and so is the one before it, if the unit tells of a move.
  void claim(Unit& unit, std::size_t area);
  void claim(Unit& unit, std::size_t area, std::size_t low, std::size_t high);
  void claim_all(Unit& unit, std::span<const std::size_t> areas);
  /// The same in a row of a flattened table; what is doubtful of its first cell is so of all. False: it was dropped.
  bool claim_cell(Unit& unit, std::size_t area, std::size_t low, std::size_t high, bool first);
  /// The grade of a unit, and of a move both.
  void add(const Unit& unit, const Ground& ground);
  void add_moved(const Unit& unit, const Ground& ground);
  /// The grade of a unit, as that of the last inspection.
  void add_former(const Unit& unit, const Ground& ground);
  /// The grade of the body that has this name. `first`, `last`: the tokens that prove it.
  void add_named(const Unit& unit, NameRun name, std::uint32_t first, std::uint32_t last);

  [[nodiscard]] std::size_t size() const { return claims_.size(); }
  /// "Elm Hospital's maternity service was rated poor for A": the claims from a place on are for what this area names.
  void name_from(std::size_t first, std::size_t area);

  /// The newest claim.
  [[nodiscard]] Claim& last() { return claims_.back(); }
  /// "Penllan and Dyffryn-Elwy Police have been rated good", "A Police, B Police and the C force are all good": makes
  /// of the newest claim one for each of them.
  void part_names();

  [[nodiscard]] bool is_bound(std::size_t area) const { return !bound_.empty() && bound_[area] != 0; }
  [[nodiscard]] NameRun name_before_grade(std::size_t grade);

  [[nodiscard]] std::vector<Claim> take() { return std::move(claims_); }
  /// "Our self-assessment: A – good": claims that were dropped because somebody else makes them.
  [[nodiscard]] bool of_others() const { return of_others_; }

 private:
  /// What holds for every area of a grade, looked up for the first.
  struct Memo {
    std::size_t grade = nowhere;
    std::optional<bool> doubtful[2];  // not listed, listed
    std::optional<NameRun> name;
  };
  Memo& memo_of(std::size_t grade);

  void add(std::size_t grade, const Unit& unit, const Ground& ground, bool past);
  [[nodiscard]] bool is_refused(const Unit& unit, const Ground& ground, bool label);
  [[nodiscard]] bool names_subject(Claim& claim, const Unit& unit);
  void name_row(Claim& claim, std::size_t area) const;
  [[nodiscard]] bool stands_as_label(const Unit& unit, const Ground& ground) const;
  [[nodiscard]] bool doubts(std::size_t grade, bool listed);
  [[nodiscard]] bool shares_doubt(std::size_t grade) const;
  [[nodiscard]] bool has_exceptions(std::size_t count) const;
  [[nodiscard]] bool is_headed_by_others(std::size_t area) const;
  [[nodiscard]] bool stands_alone(std::size_t area) const;
  [[nodiscard]] bool stands_in_quotes(std::uint32_t first, std::uint32_t last) const;

  std::span<const Item> items_;
  const Analysis& analysis_;
  const Block& block_;
  const Sentence& sentence_;
  text::Flags bound_;  // by item; empty where there are no grades
  std::vector<Claim> claims_;
  Memo memo_;
  bool stands_in_row_ = false;
  bool of_others_ = false;
};

}  // namespace pressmark::inspection
