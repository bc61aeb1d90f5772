#include "pressmark/markdown/slugs.h"

#include <algorithm>

#include "buffer.h"
#include "cmark_ctype.h"
#include "pressmark/markdown/arena.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"
#include "utf8.h"

namespace pressmark::markdown {
namespace {

constexpr std::size_t longest_slug = 96;  // bytes; an address should fit a line

/// A letter beyond ASCII in lower case.
std::string folded(std::string_view letter) {
  Arena arena(64);
  const ArenaScope scope(arena);
  cmark_strbuf buffer;
  cmark_strbuf_init(ArenaScope::memory(), &buffer, 0);
  cmark_utf8proc_case_fold(&buffer, reinterpret_cast<const std::uint8_t*>(letter.data()),
                           static_cast<bufsize_t>(letter.size()));
  return {reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size)};
}

/// Or no character at all, which cmark's folding would write as bytes that are no UTF-8.
bool is_invisible(std::int32_t c) {
  return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFFD && c <= 0xFFFF);
}

bool is_apostrophe(std::int32_t c) { return c == '\'' || c == 0x2018 || c == 0x2019; }

bool belongs_in_slug(std::int32_t c) {
  return c >= 0x80 && !cmark_utf8proc_is_space(c) && !cmark_utf8proc_is_punctuation(c) && !is_invisible(c);
}

/// How many letters and digits of ASCII stand at the head.
std::size_t plain_letters(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && (text::is_letter(text[size]) || text::is_digit(text[size]))) ++size;
  return size;
}

constexpr std::string_view prefix = "pm-";

std::string slug_of(std::string_view words) {
  std::string slug(prefix);
  std::size_t room = longest_slug - 1;
  bool gap = false;
  const auto add = [&](std::string_view letters) {
    if (gap && slug.size() > prefix.size()) slug += '-';
    gap = false;
    const std::size_t start = slug.size();
    slug += letters;
    for (std::size_t i = start; i < slug.size(); ++i) slug[i] = text::lower(slug[i]);
    room = longest_slug - 1 - std::min(longest_slug - 1, slug.size() - prefix.size());
  };
  while (!words.empty()) {
    // Nearly all of a heading, and in no need of cmark's tables.
    if (const std::size_t letters = plain_letters(words); letters > 0) {
      if (room == 0) break;
      add(words.substr(0, std::min(letters, room)));
      words.remove_prefix(letters);
      continue;
    }
    std::int32_t c = 0;
    const int bytes = cmark_utf8proc_iterate(reinterpret_cast<const std::uint8_t*>(words.data()),
                                             static_cast<bufsize_t>(words.size()), &c);
    const auto size = static_cast<std::size_t>(std::max(bytes, 1));
    if (belongs_in_slug(c)) {
      const std::string letter = folded(words.substr(0, size));
      if (letter.size() > room) break;
      add(letter);
    } else if (!is_apostrophe(c)) {  // "council's" reads better as councils than as council-s
      gap = true;
    }
    words.remove_prefix(size);
  }
  if (slug.size() == prefix.size()) slug += "section";
  return slug;
}

}  // namespace

std::string Slugs::name(std::string_view words) {
  const std::string slug = slug_of(words);
  std::uint32_t& uses = uses_[slug];
  if (++uses == 1) return slug;
  // "Notes", "Notes-2", "Notes": the counted name may itself be taken.
  for (;;) {
    std::string counted = text::filled("{}-{}", slug, uses_[slug]);
    if (uses_.try_emplace(counted, 1).second) return counted;
    ++uses_[slug];
  }
}

}  // namespace pressmark::markdown
