#include "pressmark/text/words.h"

#include "pressmark/text/ascii.h"

namespace pressmark::text {

bool has_alike(Words words, std::string_view word) {
  // Nearly all words differ within three letters: to look for the end of each one first took four times as long.
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
