// The small scanners beside cmark's own, whose names the build changes.
#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

using Scanner = std::int32_t(const unsigned char*);
extern "C" {
Scanner _scan_autolink_uri, _scan_link_title, _scan_html_pi, _scan_html_declaration, _scan_html_cdata, _scan_html_tag,
    _scan_html_block_start_7, _scan_atx_heading_start, _scan_setext_heading_line, _scan_open_code_fence,
    _scan_close_code_fence;
Scanner cmark_scan_autolink_uri, cmark_scan_link_title, cmark_scan_html_pi, cmark_scan_html_declaration,
    cmark_scan_html_cdata, cmark_scan_html_tag, cmark_scan_html_block_start_7, cmark_scan_atx_heading_start,
    cmark_scan_setext_heading_line, cmark_scan_open_code_fence, cmark_scan_close_code_fence;
}

namespace {

struct Pair {
  Scanner* ours;
  Scanner* cmarks;
};
constexpr Pair pairs[] = {{_scan_autolink_uri, cmark_scan_autolink_uri},
                          {_scan_link_title, cmark_scan_link_title},
                          {_scan_html_pi, cmark_scan_html_pi},
                          {_scan_html_declaration, cmark_scan_html_declaration},
                          {_scan_html_cdata, cmark_scan_html_cdata},
                          {_scan_html_tag, cmark_scan_html_tag},
                          {_scan_html_block_start_7, cmark_scan_html_block_start_7},
                          {_scan_atx_heading_start, cmark_scan_atx_heading_start},
                          {_scan_setext_heading_line, cmark_scan_setext_heading_line},
                          {_scan_open_code_fence, cmark_scan_open_code_fence},
                          {_scan_close_code_fence, cmark_scan_close_code_fence}};

void compare(const std::string& text) {
  CAPTURE(text);
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.c_str());
  for (const Pair& pair : pairs) {
    CAPTURE(&pair - pairs);
    CHECK(pair.ours(bytes) == pair.cmarks(bytes));
  }
}

constexpr std::string_view pieces[] = {
    "<", "</", ">", "/>", "/", " ", "\t", "\n", "\r", "\v", "\f", "\"", "'", "(", ")", "\\", "`", "~", "#", "=", "-",
    "?", "]", "]]", "a", "B", "1", ":", "+", ".", "é", "’", "https:", "CDATA[", "cdata[", "DOCTYPE", "a=\"b\"",
    "c='d'", " e=f", "```", "~~~", "\x7F", "!", "[", "&", "_", "abcdefghijklmnopqrstuvwxyzabcde"};

std::string some_of(std::mt19937& random, std::size_t most) {
  std::string text;
  for (auto left = random() % most; left > 0; --left) text += pieces[random() % std::size(pieces)];
  return text;
}

}  // namespace

TEST_CASE("small scanners: texts of pieces in any order, behind what each of them asks for") {
  std::mt19937 random(21);
  for (const std::string_view head :
       {"", "a:", "ab:", "\"", "'", "(", "?", "a ", "CDATA[", "<a", "</a", "<a>", "a", "/a", "a b=", "a b", "#", "=",
        "--", "```", "~~~~"}) {
    for (int round = 0; round < 1500; ++round) compare(std::string(head) + some_of(random, 9));
  }
}

TEST_CASE("small scanners: schemes and runs at their bounds") {
  for (std::size_t length = 0; length < 40; ++length) {
    compare(std::string(length, 'a') + ":x>");
    compare(std::string(length, '#') + " a");
    compare(std::string(length, '`') + " a\n");
    compare("\"" + std::string(length, '\\') + "\"b\"");
  }
}
