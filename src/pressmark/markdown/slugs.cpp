#include "pressmark/markdown/slugs.h"

#include <algorithm>

#include "buffer.h"
#include "cmark_ctype.h"
#include "pressmark/markdown/arena.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/buffer.h"
#include "pressmark/text/scan.h"
#include "utf8.h"

namespace pressmark::markdown {
namespace {

constexpr std::size_t longest_slug = 96;  // bytes; an address should fit a line

/// The same for characters beyond ASCII.
void add_folded(std::string_view text, std::string& folded) {
  Arena arena(4 * text.size() + 64);
  const ArenaScope scope(arena);
  cmark_strbuf buffer;
  cmark_strbuf_init(ArenaScope::memory(), &buffer, 0);
  cmark_utf8proc_case_fold(&buffer, reinterpret_cast<const std::uint8_t*>(text.data()),
                           static_cast<bufsize_t>(text.size()));
  folded.append(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
}

/// The text with letters folded to lower case.
std::string folded(std::string_view text) {
  std::string folded;
  while (!text.empty()) {
    const std::size_t ascii = text::find_beyond_ascii(text, 0, '\0');
    folded += text::lowered(text.substr(0, ascii));
    text.remove_prefix(ascii);
    if (text.empty()) break;
    std::size_t beyond = 1;
    while (beyond < text.size() && static_cast<unsigned char>(text[beyond]) >= 0x80) ++beyond;
    add_folded(text.substr(0, beyond), folded);
    text.remove_prefix(beyond);
  }
  return folded;
}

bool is_invisible(std::int32_t c) {
  return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFD;
}

bool is_apostrophe(std::int32_t c) { return c == '\'' || c == 0x2018 || c == 0x2019; }

bool belongs_in_slug(std::int32_t c) {
  return !cmark_utf8proc_is_space(c) && !cmark_utf8proc_is_punctuation(c) && !is_invisible(c);
}

std::string slug_of(std::string_view words) {
  const std::string text = folded(words.substr(0, 4 * longest_slug));
  text::Buffer slug;
  const auto* at = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto* end = at + text.size();
  bool gap = false;
  /// False where there is no room.
  const auto add = [&](bufsize_t size) {
    if (slug.size() + 1 + static_cast<std::size_t>(size) > longest_slug) return false;
    if (gap && !slug.empty()) slug += '-';
    gap = false;
    slug += std::string_view(reinterpret_cast<const char*>(at), static_cast<std::size_t>(size));
    at += size;
    return true;
  };
  while (at < end) {
    // Nearly all of a heading, and in no need of cmark's tables.
    const auto* const other = std::find_if_not(at, end, [](std::uint8_t c) {
      return text::is_small(static_cast<char>(c)) || text::is_digit(static_cast<char>(c));
    });
    if (other != at) {
      const std::size_t room = longest_slug - std::min(longest_slug, slug.size() + 1);
      const auto size = static_cast<bufsize_t>(std::min<std::size_t>(static_cast<std::size_t>(other - at), room));
      if (size == 0 || !add(size)) break;
      continue;
    }
    std::int32_t c = 0;
    const bufsize_t size = cmark_utf8proc_iterate(at, static_cast<bufsize_t>(end - at), &c);
    if (size <= 0) break;  // only where the cut above split a character
    if (belongs_in_slug(c)) {
      if (!add(size)) break;
      continue;
    }
    // "council's" reads better as councils than as council-s
    if (!is_apostrophe(c)) gap = true;
    at += size;
  }
  return slug.empty() ? "section" : slug.take();
}

}  // namespace

std::string Slugs::name(std::string_view words) {
  const std::string slug = "pm-" + slug_of(words);
  std::uint32_t& uses = uses_[slug];
  if (++uses == 1) return slug;
  // "Notes", "Notes-2", "Notes": the counted name may itself be taken.
  for (;;) {
    std::string counted = slug + "-" + std::to_string(uses_[slug]);
    if (uses_.try_emplace(counted, 1).second) return counted;
    ++uses_[slug];
  }
}

}  // namespace pressmark::markdown
