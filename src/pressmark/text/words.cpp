#include "pressmark/text/words.h"

#include "pressmark/text/ascii.h"

namespace pressmark::text {

bool has_alike(Words words, std::string_view word) {
  // Nearly all words differ in their first letters. With a search for the end of each one first, looking for the line of
  // an embargo was an eighth of reading a release without detection.
  const std::string_view lines = words.lines();
  for (std::size_t at = 0; at < lines.size(); ++at) {
    std::size_t i = 0;
    while (i < word.size() && at + i < lines.size() && lower(lines[at + i]) == lower(word[i])) ++i;
    at += i;
    const bool is_end = at == lines.size() || lines[at] == '\n';
    if (is_end && i == word.size()) return true;
    while (at < lines.size() && lines[at] != '\n') ++at;
  }
  return false;
}

}  // namespace pressmark::text
