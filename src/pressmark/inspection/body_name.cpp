// Compares the words that tell bodies apart.
#include "pressmark/inspection/body_name.h"

#include <string>

#include "pressmark/inspection/grammar.h"
#include "pressmark/inspection/lexicon.h"
#include "pressmark/text/filled.h"

namespace pressmark::inspection {
namespace {

/// A word, with the spaces around it, that tells one body from another: no "hospital", no "house".
bool is_telling(std::string_view word) {
  static constexpr std::string_view common =
      " house court lodge hall manor care centre primary high community saint royal park view church infant junior "
      "first general police fire rescue county city ";
  return word.size() > 5 && common.find(word) == std::string_view::npos &&
         Lexicon::built_in().find(word.substr(1, word.size() - 2)).classes == 0;
}

/// "Elm Infant School", "Elm Junior School" and "Elm nursery class" are three. The name has spaces around it.
std::string_view stage_of(std::string_view name) {
  for (const std::string_view stage : {" infant", " junior", " primary", " nursery", " high "}) {
    if (name.find(stage) != std::string_view::npos) return stage;
  }
  return {};
}

struct Shared {
  bool some = false, all = true;  // of the telling words
};
Shared shared_words(const std::string& words, const std::string& others) {
  Shared shared;
  for (std::size_t at = 1; at < words.size();) {
    const std::size_t end = words.find(' ', at);
    const std::string_view word = std::string_view(words).substr(at - 1, end - at + 2);
    if (is_telling(word)) {
      const bool found = others.find(word) != std::string::npos;
      shared.some = shared.some || found;
      shared.all = shared.all && found;
    }
    at = end + 1;
  }
  return shared;
}

/// "Ember Infirmary" and "Ember Royal" of "Thorley and Ember Hospitals NHS Trust", which "Ember" alone may stand for.
/// The names have spaces around them.
bool is_part_of_group(const std::string& name, const std::string& group) {
  const std::size_t last = name.rfind(' ', name.size() - 2);
  const std::string_view word = std::string_view(name).substr(last + 1, name.size() - last - 2);
  return group.find(name.substr(last)) == std::string::npos ||
         (Lexicon::built_in().find(word).classes & word_class::body_noun) != 0;
}

}  // namespace

bool share_a_name(std::string_view a, std::string_view b) {
  const std::string one = text::filled(" {} ", folded(a));
  const std::string two = text::filled(" {} ", folded(b));
  if (one == two) return true;
  if (names_a_group(a) != names_a_group(b) &&
      (names_a_group(a) ? is_part_of_group(two, one) : is_part_of_group(one, two)))
    return false;
  if (!stage_of(one).empty() && !stage_of(two).empty() && stage_of(one) != stage_of(two)) return false;
  const Shared of_one = shared_words(one, two);
  return of_one.some && (of_one.all || shared_words(two, one).all);
}

bool names_a_group(std::string_view subject) {
  const std::string name = text::filled(" {} ", folded(subject));
  for (const char* word : {" trust ", " council ", " company ", " ft "}) {
    if (name.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace pressmark::inspection
