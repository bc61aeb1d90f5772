#include "pressmark/front_matter/keys.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "pressmark/text/flags.h"

namespace pressmark::front_matter {
namespace {

void report_repeated(const Entry& first, const Entry& again, const text::Source& source,
                     text::Diagnostics& diagnostics) {
  const std::string first_line = std::to_string(source.line_of(first.key_span.start));
  const std::string this_line = std::to_string(source.line_of(again.key_span.start));
  diagnostics.error("front-matter-duplicate-key", again.key_span,
                    "“" + again.key + "” is given twice, in line " + first_line + " and in line " + this_line +
                        ". Line " + first_line + " counts. Keep one of the two.");
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
      diagnostics.error("front-matter-reserved-key", entry.key_span,
                        "“" + entry.key + "” cannot be used as a name here and is left out. Choose another name.");
    } else if (repeated) {
      report_repeated(entries[order[first]], entry, source, diagnostics);
    }
  }

  std::size_t at = 0;
  std::erase_if(entries, [&](const Entry&) { return dropped[at++]; });
}

}  // namespace pressmark::front_matter
