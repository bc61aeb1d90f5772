#include "pressmark/front_matter/keys.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "pressmark/text/filled.h"
#include "pressmark/text/flags.h"

namespace pressmark::front_matter {
namespace {

void report_repeated(const Entry& first, const Entry& again, const text::Source& source,
                     text::Diagnostics& diagnostics) {
  const std::uint32_t first_line = source.line_of(first.key_span.start);
  const std::uint32_t this_line = source.line_of(again.key_span.start);
  diagnostics.error("front-matter-duplicate-key", again.key_span,
                    text::filled("“{}” is given twice, in line {} and in line {}. Line {} counts. Keep one of the two.",
                                 again.key, first_line, this_line, first_line));
}

}  // namespace

bool is_reserved_key(std::string_view key) {
  return key == "__proto__" || key == "constructor" || key == "prototype";
}

void settle_keys(std::vector<Entry>& entries, const text::Source& source, text::Diagnostics& diagnostics) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // By a heap, whose code is the smallest.
  std::partial_sort(order.begin(), order.end(), order.end(), [&](std::size_t a, std::size_t b) {
    const int difference = entries[a].key.compare(entries[b].key);
    return difference < 0 || (difference == 0 && a < b);
  });

  text::Flags dropped(entries.size(), false);
  std::size_t first = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Entry& entry = entries[order[i]];
    const bool repeated = i > 0 && entry.key == entries[order[first]].key;
    if (!repeated) first = i;
    dropped[order[i]] = repeated || is_reserved_key(entry.key);
    if (is_reserved_key(entry.key)) {
      diagnostics.error(
          "front-matter-reserved-key", entry.key_span,
          text::filled("“{}” cannot be used as a name here and is left out. Choose another name.", entry.key));
    } else if (repeated) {
      report_repeated(entries[order[first]], entry, source, diagnostics);
    }
  }

  std::size_t at = 0;
  std::erase_if(entries, [&](const Entry&) { return dropped[at++]; });
}

}  // namespace pressmark::front_matter
