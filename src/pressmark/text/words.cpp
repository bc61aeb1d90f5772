#include "pressmark/text/words.h"

#include "pressmark/text/ascii.h"

namespace pressmark::text {

bool has_alike(Words words, std::string_view word) {
  for (const std::string_view one : words) {
    if (alike(one, word)) return true;
  }
  return false;
}

}  // namespace pressmark::text
