#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "pressmark/markdown/url.h"

using pressmark::markdown::decode_entities;
using pressmark::markdown::origin_of;
using pressmark::markdown::safe_url;
using pressmark::markdown::UrlUse;

namespace {

std::string link(std::string_view url, std::string_view base = {}) {
  return safe_url(url, base, UrlUse::link).value_or("refused");
}

}  // namespace

TEST_CASE("url: links may use http, https, mailto and tel, in any case") {
  CHECK(link("https://www.example.org/a?b=c&d=e#f") == "https://www.example.org/a?b=c&d=e#f");
  CHECK(link("HTTP://example.org/") == "HTTP://example.org/");
  CHECK(link("mailto:newsroom@example.org") == "mailto:newsroom@example.org");
  CHECK(link("tel:+441632960001") == "tel:+441632960001");
}

TEST_CASE("url: images may use http and https only") {
  CHECK(safe_url("https://example.org/a.png", "", UrlUse::image) == "https://example.org/a.png");
  CHECK(safe_url("a.png", "", UrlUse::image) == "a.png");
  CHECK_FALSE(safe_url("mailto:newsroom@example.org", "", UrlUse::image));
  CHECK_FALSE(safe_url("tel:+441632960001", "", UrlUse::image));
  CHECK_FALSE(safe_url("data:image/png;base64,AAAA", "", UrlUse::image));
}

TEST_CASE("url: every other scheme is refused, however it is written") {
  for (const char* scheme :
       {"javascript", "JavaScript", "data", "vbscript", "file", "blob", "filesystem", "about", "ftp", "ws", "intent",
        "ms-word", "view-source", "feed", "x-javascript", "chrome-extension", "localhost"}) {
    CAPTURE(scheme);
    const std::string name = scheme;
    CHECK(link(name + ":alert(1)") == "refused");
    CHECK(link(" \x01" + name + ":alert(1)") == "refused");
    CHECK(link(name.substr(0, 2) + "\t\n\r" + name.substr(2) + ":alert(1)") == "refused");
    CHECK(link(name + "\n:alert(1)") == "refused");
  }
}

TEST_CASE("url: what is no scheme to a browser is none here") {
  CHECK(link("java%73cript:alert(1)") == "java%73cript:alert(1)");  // a relative path
  CHECK(link("./javascript:x") == "./javascript:x");
  CHECK(link("?javascript:x") == "?javascript:x");
  CHECK(link("1a:b") == "1a:b");
  CHECK(link("") == "");
}

TEST_CASE("url: control characters inside an address refuse it, at its ends they vanish") {
  CHECK(link("https://example.org/a\x01"
             "b") == "refused");
  CHECK(link("https://example.org/a\x7F"
             "b") == "refused");
  CHECK(link("\x1F https://example.org/ \x02") == "https://example.org/");
  CHECK(link("https://exam\tple.org/\na") == "https://example.org/a");
}

TEST_CASE("url: spaces, quotes and everything beyond ASCII are percent-encoded, what is encoded stays") {
  CHECK(link("/a b\"c<d>") == "/a%20b%22c%3Cd%3E");
  CHECK(link("/f\u00F6\u00F6") == "/f%C3%B6%C3%B6");
  CHECK(link("/a\u202Egnp.exe") == "/a%E2%80%AEgnp.exe");
  CHECK(link("/a%20b") == "/a%20b");
}

TEST_CASE("url: a backslash counts as a slash where it decides the site") {
  CHECK(link("https:\\\\example.org\\a\\b") == "https://example.org/a%5Cb");
  CHECK(link("\\\\example.org") == "https://example.org");
  CHECK(link("/\\example.org/x") == "https://example.org/x");
  CHECK(link("a\\b") == "a%5Cb");
}

TEST_CASE("url: an address with a user name leads elsewhere than it seems and is refused") {
  CHECK(link("https://www.example.org@elsewhere.example/") == "refused");
  CHECK(link("//www.example.org:pass@elsewhere.example/") == "refused");
  CHECK(link("https://example.org/@profile") == "https://example.org/@profile");
}

TEST_CASE("url: an address without a scheme but with a host takes the scheme of the base, or https") {
  CHECK(link("//example.org/a") == "https://example.org/a");
  CHECK(link("//example.org/a", "http://example.com/") == "http://example.org/a");
  CHECK(link("//example.org/a", "file:///home/") == "https://example.org/a");
}

TEST_CASE("url: a relative address stays relative without an http base") {
  CHECK(link("../a.html") == "../a.html");
  CHECK(link("../a.html", "file:///home/x/") == "../a.html");
  CHECK(link("#notes") == "#notes");
}

// RFC 3986, section 5.4.
TEST_CASE("url: references resolve as in RFC 3986") {
  const std::pair<const char*, const char*> cases[] = {
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/./x", "http://a/b/c/g#s/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
  };
  for (const auto& example : cases) {
    const auto reference = example.first;
    const auto target = example.second;
    CAPTURE(reference);
    CHECK(link(reference, "http://a/b/c/d;p?q") == target);
  }
  CHECK(link("g", "http://a") == "http://a/g");
  CHECK(link("https://other.example/", "http://a/b") == "https://other.example/");
}

TEST_CASE("url: an origin is scheme, host and port in lower case") {
  CHECK(origin_of("https://WWW.Example.org/a") == "https://www.example.org");
  CHECK(origin_of("https://example.org:443/") == "https://example.org");
  CHECK(origin_of("http://example.org:80") == "http://example.org");
  CHECK(origin_of("http://example.org:8080/") == "http://example.org:8080");
  CHECK(origin_of("mailto:a@example.org") == "");
  CHECK(origin_of("/a") == "");
  CHECK(origin_of("x") == "");
  CHECK(origin_of("example.org/a") == "");
  CHECK(origin_of("https:///a") == "");
}

TEST_CASE("url: entities are decoded once") {
  CHECK(decode_entities("a?b=c&amp;d=e") == "a?b=c&d=e");
  CHECK(decode_entities("&amp;amp;") == "&amp;");
  CHECK(decode_entities("&#38;&#x26;&eacute;") == "&&\u00E9");
  CHECK(decode_entities("a & b &nothing; &") == "a & b &nothing; &");
  CHECK(decode_entities("") == "");
}

TEST_CASE("url: a site that no browser can reach is refused, so that every output says the same") {
  for (const char* url : {"https://example.org:port/", "//javascript:alert(1)", "https://example.org:99999/",
                          "https://exa mple.org/", "https://exam<ple.org/", "https://example.org%2F/",
                          "https://exam%zzple.org/", "https://:80/", "//", "https:///a"}) {
    CAPTURE(url);
    CHECK(link(url) == "refused");
  }
  CHECK(link("https://example.org:8443/a:b") == "https://example.org:8443/a:b");
  CHECK(link("https://example.org:/") == "https://example.org:/");
  CHECK(link("https://caffi.\xC3\xA9xample/") == "https://caffi.%C3%A9xample/");
}
