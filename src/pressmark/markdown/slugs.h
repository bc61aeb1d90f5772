// Ids for headings: stable names made of their words, unique in the document.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace pressmark::markdown {

class Slugs {
 public:
  /// "pm-" and the words: letters and digits in lower case, everything between them one hyphen. A name that was given
  /// before gets "-2", "-3" …; a heading without a letter is called "pm-section".
  [[nodiscard]] std::string name(std::string_view words);

 private:
  std::map<std::string, std::uint32_t> uses_;
};

}  // namespace pressmark::markdown
