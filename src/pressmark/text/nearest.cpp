// Edit distance with neighbouring letters swapped, on short names only.
#include "pressmark/text/nearest.h"

#include <algorithm>
#include <string>
#include <vector>

#include "pressmark/text/filled.h"

namespace pressmark::text {
namespace {

constexpr std::size_t longest_name = 120;

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_back(b.size() + 1);
  std::vector<std::size_t> back(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) back[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({back[j] + 1, row[j - 1] + 1, back[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_back[j - 2] + 1);
    }
    std::swap(two_back, back);
    std::swap(back, row);
  }
  return back[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> names,
                                        std::string (*fold)(std::string_view)) {
  const std::string wanted = fold(word);
  if (wanted.empty() || wanted.size() > longest_name) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t best_distance = 0;
  bool tie = false;
  for (const std::string_view name : names) {
    const std::string candidate = fold(name);
    const std::size_t limit = std::min<std::size_t>(3, candidate.size() / 3);
    if (wanted.size() > candidate.size() + limit || candidate.size() > wanted.size() + limit) continue;
    const std::size_t found = distance(wanted, candidate);
    if (found > limit) continue;
    if (best && found > best_distance) continue;
    tie = best && found == best_distance;
    best = name;
    best_distance = found;
  }
  if (tie) return std::nullopt;
  return best;
}

std::string suggestion(std::optional<std::string_view> meant, std::string_view otherwise) {
  return meant ? filled("; did you mean “{}”?", *meant) : std::string(otherwise);
}

}  // namespace pressmark::text
