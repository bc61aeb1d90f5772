// Finds the heads of the parts among headings, lines in bold, lines with a colon, and entries of lists.
#include "pressmark/inspection/parts.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "pressmark/inspection/body_name.h"
#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/subject.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

constexpr int first_year = 1990;
constexpr int of_now = 2100;  // later than any year

/// "Each of the three forces has set itself targets.": lists under their names need not be grades.
bool are_wishes(std::string_view text) {
  const auto mentions = [&](std::string_view words) { return text.find(words) != std::string_view::npos; };
  return mentions(" target") || mentions("self-evaluation") || mentions("self-assessment") || mentions(" survey");
}

/// Nouns that name no body: "Chief Constable's Comment", "Next Steps".
bool is_of_text(const Token& token) {
  return among<"view", "views", "plan", "plans", "public", "comment", "comments", "summary", "next", "notes",
               "background", "progress", "details", "performance", "staff", "community">(token.id);
}

bool is_kind_of_body(const Token& token) {
  return token.is(body_noun) || among<"police", "hmp", "fire", "primary", "nhs">(token.id);
}

/// A word of a name like "The Old Manse", of no kind that the lists know.
bool may_be_name(const Token& token) {
  constexpr std::uint64_t harmless = determiner | skip | conjunction_and | other_preposition | abbreviation | negation;
  return token.number < 0 && (token.word->classes & ~harmless) == 0;
}

bool names_body(const Block& block, NameRun run) {
  if (run.empty() || overlaps(block.areas, run.first, run.last) || overlaps(block.grades, run.first, run.last))
    return false;
  const auto name = block.tokens.subspan(run.first, run.last - run.first);
  if (std::any_of(name.begin(), name.end(), is_of_text)) return false;
  if (std::any_of(name.begin(), name.end(), is_kind_of_body)) return true;
  // The head is this name and no more, but for an address.
  const bool alone = run.first <= 1 && (run.last == block.tokens.size() || !block.tokens[run.last].is(Mark::word));
  return alone && name.front().capital && std::all_of(name.begin(), name.end(), may_be_name);
}

bool leads(const Block& block) { return !block.tokens.empty() && block.tokens.back().is(Mark::colon); }

/// "Elm Hospital", "Here are the grades for the nursery class:"; empty where the block heads nothing, or names no body.
NameRun name_of_part(const Block& block) {
  if (!block.heads_part || block.table) return {};
  // "- Safe: good" is an entry, too.
  const bool states = !block.grades.empty() || !block.areas.empty();
  if (block.item && states && !leads(block) && !block.tokens.front().strong) return {};
  const auto last = static_cast<std::uint32_t>(block.tokens.size() - (leads(block) ? 1 : 0));
  for (const NameRun run : name_runs(block, 0, last, true)) {
    if (names_body(block, run)) return run;
  }
  NameRun noun{last, last};
  while (noun.first > 0 && block.tokens[noun.first - 1].is(Mark::word) &&
         !block.tokens[noun.first - 1].is(determiner | link))
    --noun.first;
  const bool clause = noun.last > 0 && block.tokens[noun.last - 1].is(be);  // "Inspectors judged the force to be:"
  return !clause && names_body(block, noun) ? noun : NameRun{};
}

/// "**2016** – Out of special measures!", "**May 2024**": an entry of a history, or its head.
bool opens_with_year(const Block& block) {
  // "2018 Elm Fire Service is told …", "2021 Back come the inspectors."
  if (block.tokens.size() > 1 && block.tokens[0].is(Mark::number) && block.tokens[0].number >= first_year &&
      block.tokens[0].number < of_now && block.tokens[1].is(Mark::word) && block.tokens[1].capital)
    return true;
  for (std::uint32_t at = 0; at < block.tokens.size() && at < 2 && block.tokens[at].strong; ++at) {
    const Token& token = block.tokens[at];
    if (token.number >= first_year && token.number < of_now) {
      while (++at < block.tokens.size() && block.tokens[at].strong) {
        // "2018/19.", "2023-25 (now)."
        if (block.tokens[at].is(Mark::word) && !block.tokens[at].is(now) && block.tokens[at].number < 0) return false;
      }
      return true;
    }
    if (!token.is(month)) return false;
  }
  return false;
}

/// The year of a heading, or of an entry; 0: it has none.
int year_of(const Block& block) {
  if (!opens_with_year(block) && !(block.heading && block.heads_part)) return 0;
  int year = 0;
  for (const Token& token : block.tokens) {
    if (token.is(now)) return of_now;  // "Our ratings this year"
    // "PEEL 2023–25", "2018/19": the second year of two
    const bool of_pair = year > 0 && token.number == year % 100 + (token.number > year % 100 + 1 ? 2 : 1);
    if (of_pair || (year == 0 && token.number >= first_year && token.number < of_now))
      year = of_pair ? year / 100 * 100 + token.number : token.number;
  }
  return year;
}

class Parts {
 public:
  Parts(std::vector<Claim>& claims, const ReadText& text) : claims_(claims), text_(text), blocks_(text.passage.blocks) {
    Head head;
    for (std::uint32_t at = 0; at < blocks_.size(); ++at) {
      const Block& block = blocks_[at];
      const NameRun name = name_of_part(block);
      // What a line with a colon leads up to ends with the list.
      const bool ends = block.heading || (!block.item && !block.table && leads(blocks_[head.block]));
      if (!name.empty() || ends) head = {at, name};
      heads_.push_back(head);
    }
  }

  [[nodiscard]] bool have_years() const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) { return year_over(claim) > 0; });
  }

  [[nodiscard]] bool are_of_two_bodies() const {
    const auto name_over = [&](const Claim& claim) {
      return words_of(text_.document, blocks_[heads_[claim.block].block], heads_[claim.block].name);
    };
    const std::string first = name_over(claims_.front());
    for (const Claim& claim : claims_) {
      if (!heads_[claim.block].name.empty() && !share_a_name(name_over(claim), first)) return true;
    }
    return false;
  }

  void part_years() {
    int newest = 0;
    bool undated = false;
    for (const Claim& claim : claims_) {
      newest = std::max(newest, year_over(claim));
      undated = undated || year_over(claim) == 0;
    }
    // "### In 2022", in a text of 2024 whose other grades have no such heading
    if (undated) {
      for (const int year : text_.passage.signs.years) newest = std::max(newest, year);
    }
    for (Claim& claim : claims_) {
      if (const int year = year_over(claim); year > 0 && year < newest) claim.time = Time::previous;
    }
  }

  void name_claims() {
    for (Claim& claim : claims_) {
      const auto& [block, name] = heads_[claim.block];
      if (name.empty() || claim.subject_first != claim.subject_last) continue;
      claim.headed_by = claim.block - block;
      claim.subject_first = name.first;
      claim.subject_last = name.last;
      claim.labelled = true;
    }
  }

 private:
  struct Head {
    std::uint32_t block = 0;
    NameRun name;
  };

  [[nodiscard]] int year_over(const Claim& claim) const {
    const int own = year_of(blocks_[claim.block]);
    const Block& head = blocks_[heads_[claim.block].block];
    return own > 0 || !head.heading ? own : year_of(head);
  }

  std::vector<Claim>& claims_;
  const ReadText& text_;
  const std::vector<Block>& blocks_;
  std::vector<Head> heads_;  // by block: that of the part in which it stands
};

}  // namespace

void name_parts(std::vector<Claim>& claims, const ReadText& text, bool differ) {
  if (claims.empty()) return;
  Parts parts(claims, text);
  // Few texts have such heads, and to look through the whole of one takes a tenth of its detection.
  const bool bodies = differ && parts.are_of_two_bodies();
  if ((!bodies && !parts.have_years()) || are_wishes(text.source.text())) return;
  parts.part_years();
  if (bodies) parts.name_claims();
}

}  // namespace pressmark::inspection
