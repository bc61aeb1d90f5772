// Goes back from name to name over commas and conjunctions.
#include "pressmark/inspection/clauses/name_list.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

/// The last "and" between two names of a run, "Fire and Rescue" apart; its first token where there is none.
std::uint32_t last_joint(const Block& block, NameRun run) {
  std::uint32_t at = run.last - 1;
  while (at > run.first && !(block.tokens[at].is(conjunction_and) && block.tokens[at - 1].id != "fire")) --at;
  return at;
}

/// "Penllan Police", "the Elwy force"
bool ends_as_body(const Block& block, NameRun name) {
  const auto is_body = [&](std::uint32_t at) {
    return at < block.tokens.size() && (block.tokens[at].is(body_noun) || block.tokens[at].id == "police");
  };
  return is_body(name.last - 1) || is_body(name.last);
}

/// Whether the verb behind a list of names is of more than one: "are both", "have", "told", of forces.
bool is_plural_verb(const Block& block, std::uint32_t token) {
  if (token < block.tokens.size() && block.tokens[token].is(bodies_noun)) return true;
  const auto passes = [](const Token& here) {
    return here.is(Mark::quote) || here.is(Mark::comma) || here.is(body_noun | bodies_noun);
  };
  while (token < block.tokens.size() && passes(block.tokens[token])) ++token;
  return token < block.tokens.size() &&
         among<"are", "were", "have", "both", "all", "require", "remain">(block.tokens[token].id);
}

}  // namespace

/// "Penllan Police, the Elwy force and …": the run that a comma or "and" joins to this one.
NameRun run_joined_before(const Block& block, const Sentence& sentence, NameRun run) {
  std::uint32_t at = run.first;  // "and its neighbour Denbrook Police"
  while (at > sentence.first && (block.tokens[at - 1].is(determiner) || block.tokens[at - 1].id == "neighbour")) --at;
  const std::uint32_t joint = at;
  while (at > sentence.first && (block.tokens[at - 1].is(conjunction_and) || block.tokens[at - 1].is(Mark::comma)))
    --at;
  if (at == joint) return {};
  if (at > sentence.first && block.tokens[at - 1].is(body_noun) && !block.tokens[at - 1].capital) --at;
  const std::vector<NameRun> runs = name_runs(block, sentence.first, at, false);
  if (runs.empty() || runs.back().last != at) return {};
  // "firefighters in Stourley and the Moors" are those of one place.
  const std::uint32_t first = runs.back().first;
  return first > sentence.first && block.tokens[first - 1].is(link) ? NameRun{} : runs.back();
}

std::vector<NameRun> names_of_list(const Block& block, const Sentence& sentence, NameRun last) {
  std::vector<NameRun> names;
  for (NameRun run = last; !run.empty(); run = run_joined_before(block, sentence, run)) {
    const std::uint32_t joint = last_joint(block, run);
    if (joint > run.first) names.insert(names.begin(), {joint + 1, run.last});
    names.insert(names.begin(), {run.first, joint > run.first ? joint : run.last});
  }
  const bool bodies = std::all_of(names.begin(), names.end(), [&](NameRun name) { return ends_as_body(block, name); });
  if (!bodies && !is_plural_verb(block, last.last)) return {last};
  return names;
}

}  // namespace pressmark::inspection
