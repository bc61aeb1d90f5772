#include "pressmark/markdown/mail_addresses.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "pressmark/markdown/arena.h"
#include "pressmark/markdown/cmark_edits.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/source.h"
#include "utf8.h"

namespace pressmark::markdown {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view scheme = "mailto:";

constexpr bool is_letter_or_digit(char c) { return text::is_letter(c) || text::is_digit(c); }
constexpr bool stands_in_name(char c) { return is_letter_or_digit(c) || c == '.' || c == '+' || c == '-' || c == '_'; }

/// Whether a name may begin at `at`. A letter before it would be part of an address that we cannot read, typographic
/// dashes may have been hyphens of the name, and behind "//" it is a user of another address.
bool may_begin(std::string_view words, std::size_t at) {
  if (at == 0) return true;
  if (static_cast<unsigned char>(words[at - 1]) < 0x80) {
    return words[at - 1] != '@' && !words.substr(0, at).ends_with("//");
  }
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(words[before]) & 0xC0) == 0x80) --before;
  std::int32_t character = 0;
  cmark_utf8proc_iterate(reinterpret_cast<const std::uint8_t*>(words.data()) + before,
                         static_cast<bufsize_t>(at - before), &character);
  if (character == 0x2013 || character == 0x2014 || character == 0x2026) return false;
  return cmark_utf8proc_is_space(character) || cmark_utf8proc_is_punctuation(character);
}

/// Where the name begins that ends before an "@"; no earlier than `from`.
std::size_t start_of_name(std::string_view words, std::size_t from, std::size_t at) {
  std::size_t start = at;
  while (start > from && stands_in_name(words[start - 1])) --start;
  while (start < at && (words[start] == '.' || words[start] == '-')) ++start;
  return start;
}

/// Where the domain ends that begins behind an "@", or nothing: there is none.
std::optional<std::size_t> end_of_domain(std::string_view words, std::size_t start) {
  bool point = false;
  std::size_t at = start;
  for (; at < words.size(); ++at) {
    if (words[at] == '.') {
      if (at == start || at + 1 == words.size() || !is_letter_or_digit(words[at + 1])) break;
      point = true;
    } else if (!is_letter_or_digit(words[at]) && words[at] != '-' && words[at] != '_') {
      break;
    }
  }
  const bool cut_off = at < words.size() && (words[at] == '@' || words[at] == '+');
  if (!point || cut_off || !is_letter_or_digit(words[at - 1])) return {};
  return at;
}

/// The first address behind `from`.
std::optional<text::Span> find_address(std::string_view words, std::size_t from) {
  for (std::size_t at = words.find('@', from); at != npos; at = words.find('@', at + 1)) {
    std::size_t start = start_of_name(words, from, at);
    const auto end = end_of_domain(words, at + 1);
    if (start < at && end && may_begin(words, start)) {
      const std::size_t named = start - std::min(scheme.size(), start - from);
      const bool has_scheme = text::lowered(words.substr(named, start - named)) == scheme;
      if (has_scheme && (named == from || !is_letter_or_digit(words[named - 1]))) start = named;
      return text::Span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(*end)};
    }
    from = at + 1;
  }
  return {};
}

cmark_node* new_link(std::string_view address, Arena& arena) {
  const bool has_scheme = address.find(':') != npos;
  std::string url(has_scheme ? "" : scheme);
  url.append(address).push_back('\0');
  cmark_node* link = new_node(CMARK_NODE_LINK);
  link->internal_offset = PRESSMARK_BARE_MAIL_ADDRESS;
  link->as.link.url = reinterpret_cast<unsigned char*>(const_cast<char*>(arena.store(url).data()));
  append_to(link, new_text(address));
  return link;
}

}  // namespace

void link_mail_addresses(cmark_node* text, Arena& arena) {
  const std::string_view words = text_of(text);
  cmark_node* last = text;
  std::size_t written = 0;
  while (const auto address = find_address(words, written)) {
    set_text(last, words.substr(written, address->start - written));
    cmark_node* link = new_link(words.substr(address->start, address->end - address->start), arena);
    insert_after(last, link);
    written = address->end;
    last = new_text(words.substr(written));
    insert_after(link, last);
  }
}

}  // namespace pressmark::markdown
