// Which URLs a release may use, and what a relative one means.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark::markdown {

enum class UrlUse { link, image };

/// The URL to write into the page, or nothing where it must not be written: schemes by allow-list (links: http, https,
/// mailto, tel; images: http, https), checked after entities are decoded and control characters and spaces that a
/// browser would strip are taken out; a relative URL is resolved against `base` (RFC 3986; empty: left relative). `url`
/// is text in which entities have been decoded.
[[nodiscard]] std::optional<std::string> safe_url(std::string_view url, std::string_view base, UrlUse use);

/// The origin (scheme, host and port, lower case) of an absolute http or https URL; empty for any other.
[[nodiscard]] std::string origin_of(std::string_view url);

/// HTML character references (&amp; &#38; &#x26; …) decoded as HTML 5 does in text.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace pressmark::markdown
