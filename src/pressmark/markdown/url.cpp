#include "pressmark/markdown/url.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <vector>

#include "pressmark/markdown/entities.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"

namespace pressmark::markdown {
namespace {

using namespace std::string_view_literals;
using text::is_digit;
using text::is_letter;
using text::lowered;

constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// What a browser makes of an address before it reads it: control characters and spaces gone at both ends, tabs and
/// line ends gone everywhere (WHATWG URL Standard, basic URL parser, steps 1 to 3).
std::string stripped(std::string_view url) {
  const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!url.empty() && is_edge(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_edge(url.back())) url.remove_suffix(1);
  std::string result;
  result.reserve(url.size());
  std::copy_if(url.begin(), url.end(), std::back_inserter(result),
               [](char c) { return c != '\t' && c != '\n' && c != '\r'; });
  return result;
}

/// The scheme before the first colon, as written; empty for a relative reference.
std::string_view scheme_of(std::string_view url) {
  if (url.empty() || !is_letter(url.front())) return {};
  const auto end = std::find_if_not(
      url.begin(), url.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
  if (end == url.end() || *end != ':') return {};
  return url.substr(0, static_cast<std::size_t>(end - url.begin()));
}

bool is_http(std::string_view lower_scheme) { return lower_scheme == "http" || lower_scheme == "https"; }

bool is_allowed_scheme(std::string_view lower_scheme, UrlUse use) {
  return is_http(lower_scheme) || (use == UrlUse::link && (lower_scheme == "mailto" || lower_scheme == "tel"));
}

/// Characters that stand in an address as they are; all others are percent-encoded, so that no space, quote,
/// bidirectional control or look-alike letter reaches the page. "%" stays: what is encoded already is not encoded
/// again.
constexpr auto url_characters = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x80; ++c) table[c] = is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c));
  for (const char c : "-_.+!*'(),%#@?=;:/&$~"sv) table[static_cast<unsigned char>(c)] = true;
  return table;
}();
constexpr bool stands_in_url(char c) { return url_characters[static_cast<unsigned char>(c)]; }

std::string percent_encoded(std::string_view url) {
  constexpr auto hexadecimal = "0123456789ABCDEF"sv;
  std::string result;
  result.reserve(url.size());
  for (const char c : url) {
    if (stands_in_url(c)) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += hexadecimal[byte >> 4];
    result += hexadecimal[byte & 0x0F];
  }
  return result;
}

/// In http addresses browsers take a backslash for a slash. Where that decides which site is meant, before the path, so
/// do we; later ones are percent-encoded.
void straighten_slashes(std::string& url, std::size_t after_scheme) {
  std::size_t at = after_scheme;
  for (; at < url.size() && (url[at] == '/' || url[at] == '\\'); ++at) url[at] = '/';
  at = url.find_first_of("/\\?#", at);
  if (at != std::string::npos && url[at] == '\\') url[at] = '/';
}

/// The five parts of a reference (RFC 3986, appendix B). `has_…`: an empty part is not an absent one.
struct Reference {
  std::string_view scheme, authority, path, query, fragment;
  bool has_scheme = false, has_authority = false, has_query = false, has_fragment = false;
};

Reference split(std::string_view url) {
  Reference parts;
  parts.scheme = scheme_of(url);
  parts.has_scheme = !parts.scheme.empty();
  if (parts.has_scheme) url.remove_prefix(parts.scheme.size() + 1);
  if (const std::size_t hash = url.find('#'); hash != std::string_view::npos) {
    parts.fragment = url.substr(hash + 1);
    parts.has_fragment = true;
    url = url.substr(0, hash);
  }
  if (const std::size_t mark = url.find('?'); mark != std::string_view::npos) {
    parts.query = url.substr(mark + 1);
    parts.has_query = true;
    url = url.substr(0, mark);
  }
  if (url.starts_with("//")) {
    url.remove_prefix(2);
    const std::size_t end = std::min(url.find('/'), url.size());
    parts.authority = url.substr(0, end);
    parts.has_authority = true;
    url.remove_prefix(end);
  }
  parts.path = url;
  return parts;
}

std::string join(const Reference& parts, std::string_view path) {
  std::string url;
  if (parts.has_scheme) url.append(parts.scheme).append(":");
  if (parts.has_authority) url.append("//").append(parts.authority);
  url.append(path);
  if (parts.has_query) url.append("?").append(parts.query);
  if (parts.has_fragment) url.append("#").append(parts.fragment);
  return url;
}

/// "." and ".." taken out of a path (RFC 3986, 5.2.4).
std::string without_dot_segments(std::string_view path) {
  const bool rooted = path.starts_with('/');
  std::vector<std::string_view> kept;
  bool ends_open = false;  // the path ends with a slash
  for (std::size_t at = rooted ? 1 : 0; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, slash - at);
    ends_open = segment == "." || segment == "..";
    if (segment == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (segment != ".") {
      kept.push_back(segment);
    }
    at = slash + 1;
  }
  std::string result(rooted ? 1 : 0, '/');
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) result += '/';
    result += kept[i];
  }
  if (ends_open && !kept.empty()) result += '/';
  return result;
}

/// RFC 3986, 5.2.2.
std::string resolved(std::string_view url, const Reference& base) {
  Reference target = split(url);
  if (target.has_scheme) return std::string(url);
  target.scheme = base.scheme;
  target.has_scheme = true;
  if (target.has_authority) return join(target, without_dot_segments(target.path));
  target.authority = base.authority;
  target.has_authority = base.has_authority;
  if (target.path.empty()) {
    if (!target.has_query) {
      target.query = base.query;
      target.has_query = base.has_query;
    }
    return join(target, base.path);
  }
  if (target.path.starts_with('/')) return join(target, without_dot_segments(target.path));
  std::string merged;
  if (base.has_authority && base.path.empty()) {
    merged += '/';
  } else {
    const std::size_t last_slash = base.path.rfind('/');
    if (last_slash != std::string_view::npos) merged = base.path.substr(0, last_slash + 1);
  }
  merged += target.path;
  return join(target, without_dot_segments(merged));
}

/// Whether a text begins with the two hexadecimal digits of a byte above ASCII. std::from_chars for another base than
/// ten brings logarithms into the module for the web.
bool begins_with_high_byte(std::string_view text) {
  const auto is_hexadecimal = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  return text.size() > 1 && is_hexadecimal(text[0]) && text[0] >= '8' && is_hexadecimal(text[1]);
}

/// Whether a browser takes this for host and port (WHATWG URL Standard, host parsing): a port is a number, and of what
/// is percent-encoded in a host only letters above ASCII can be meant.
bool is_site(std::string_view authority) {
  const std::size_t colon = std::min(authority.find(':'), authority.size());
  const std::string_view host = authority.substr(0, colon);
  const std::string_view port = authority.substr(std::min(colon + 1, authority.size()));
  if (host.empty() || !std::all_of(port.begin(), port.end(), is_digit)) return false;
  unsigned number = 0;
  std::from_chars(port.data(), port.data() + port.size(), number);
  if (number > 0xFFFF || port.size() > 5) return false;
  for (std::size_t at = host.find('%'); at != std::string_view::npos; at = host.find('%', at + 1)) {
    if (!begins_with_high_byte(host.substr(at + 1))) return false;
  }
  return true;
}

/// Where the host ends in an address that needs no reading: "https://" or "http://", a host of letters, digits, points
/// and hyphens without a port, and characters that stand as they are. 0: it is none. Nearly all addresses are such, and
/// each is read several times.
std::size_t end_of_plain_host(std::string_view url) {
  const std::size_t start = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  if (start == 0) return 0;
  std::size_t end = start;
  while (end < url.size() && (is_letter(url[end]) || is_digit(url[end]) || url[end] == '.' || url[end] == '-')) ++end;
  if (end == start || (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#')) return 0;
  return std::all_of(url.begin() + static_cast<std::ptrdiff_t>(end), url.end(), stands_in_url) ? end : 0;
}

bool has_user(std::string_view url) { return split(url).authority.find('@') != std::string_view::npos; }

}  // namespace

std::optional<std::string> safe_url(std::string_view url, std::string_view base, UrlUse use) {
  if (end_of_plain_host(url) > 0) return std::string(url);
  std::string address = stripped(url);
  if (std::any_of(address.begin(), address.end(), is_control)) return {};
  const std::string scheme = lowered(scheme_of(address));
  if (!scheme.empty() && !is_allowed_scheme(scheme, use)) return {};
  if (is_http(scheme)) straighten_slashes(address, scheme.size() + 1);
  if (scheme.empty() && address.find_first_not_of("/\\") >= 2) straighten_slashes(address, 0);
  // https://www.example.org@elsewhere.example/ leads elsewhere; no release needs it.
  if ((scheme.empty() || is_http(scheme)) && has_user(address)) return {};
  address = percent_encoded(address);
  const bool on_web = scheme.empty() || is_http(scheme);
  if (const Reference parts = split(address); on_web && parts.has_authority && !is_site(parts.authority)) return {};
  if (!scheme.empty()) return address;

  const Reference base_parts = split(base);
  const bool usable_base = is_http(lowered(base_parts.scheme)) && base_parts.has_authority;
  if (usable_base) return resolved(address, base_parts);
  // Without a base the page's own scheme would count, which is file: for a page opened from disk.
  if (address.starts_with("//")) address.insert(0, "https:");
  return address;
}

std::string origin_of(std::string_view url) {
  if (const std::size_t end = end_of_plain_host(url); end > 0) return lowered(url.substr(0, end));
  const Reference parts = split(url);
  const std::string scheme = lowered(parts.scheme);
  if (!is_http(scheme) || parts.authority.empty()) return {};
  std::string host = lowered(parts.authority.substr(parts.authority.rfind('@') + 1));
  const std::string_view default_port = scheme == "https" ? ":443" : ":80";
  if (host.ends_with(default_port)) host.resize(host.size() - default_port.size());
  if (host.ends_with(':')) host.pop_back();
  return host.empty() ? host : text::filled("{}://{}", scheme, host);
}

std::string decode_entities(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t run = std::min(text.find('&'), text.size());
    result.append(text.substr(0, run));
    text.remove_prefix(run);
    if (text.empty()) break;
    const auto entity = read_entity(text);
    result.append(entity ? std::string_view(entity->text) : text.substr(0, 1));
    text.remove_prefix(entity ? entity->size : 1);
  }
  return result;
}

}  // namespace pressmark::markdown
