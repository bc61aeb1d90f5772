// The marks of blocks of raw HTML, beside cmark's own scanners, whose names the build changes.
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

using Scanner = std::int32_t(const unsigned char*);
extern "C" {
Scanner _scan_html_block_start, _scan_html_block_end_1, _scan_html_block_end_2, _scan_html_block_end_3,
    _scan_html_block_end_4, _scan_html_block_end_5;
Scanner cmark_scan_html_block_start, cmark_scan_html_block_end_1, cmark_scan_html_block_end_2,
    cmark_scan_html_block_end_3, cmark_scan_html_block_end_4, cmark_scan_html_block_end_5;
}

namespace {

std::int32_t scanned(Scanner scanner, const std::string& line) {
  return scanner(reinterpret_cast<const unsigned char*>(line.c_str()));
}

struct Pair {
  Scanner* ours;
  Scanner* cmarks;
};
constexpr std::array<Pair, 5> ends = {{{_scan_html_block_end_1, cmark_scan_html_block_end_1},
                                       {_scan_html_block_end_2, cmark_scan_html_block_end_2},
                                       {_scan_html_block_end_3, cmark_scan_html_block_end_3},
                                       {_scan_html_block_end_4, cmark_scan_html_block_end_4},
                                       {_scan_html_block_end_5, cmark_scan_html_block_end_5}}};

void compare(const std::string& line) {
  CAPTURE(line);
  // CommonMark takes a declaration in small letters since version 0.30; cmark's own scanner is older.
  const bool is_small_declaration = line.starts_with("<!") && line.size() > 2 && line[2] >= 'a' && line[2] <= 'z';
  CHECK(scanned(_scan_html_block_start, line) == (is_small_declaration ? 4 : scanned(cmark_scan_html_block_start, line)));
  // cmark asks whether a block ends in the line, and no more: its own scanners tell the last such place.
  for (const Pair& end : ends) CHECK((scanned(*end.ours, line) > 0) == (scanned(*end.cmarks, line) > 0));
}

constexpr std::string_view pieces[] = {"<",     "</",    "<!",     "<!--",  "-->",   "<?",       "?>",      "<![CDATA[",
                                       "]]>",   ">",     "/>",     " ",     "\t",    "\n",       "\v",      "\r",
                                       "\f",    "-",     "script", "PRE",   "style", "textarea", "address", "h1",
                                       "h7",    "p",     "ul",     "ulx",   "Table", "td",       "details", "source",
                                       "title", "xmain", "x",      "1",     "é",     "’",        "!",       "[cdata[",
                                       "/",     "]",     "frame",  "frameset", "sectio", "a"};

}  // namespace

TEST_CASE("html block marks: every name with whatever may stand behind it") {
  for (const std::string_view name : {"script",  "pre",      "textarea", "style",  "address", "article",    "aside",  "base",
                                      "basefont", "blockquote", "body",   "caption", "center", "col",        "colgroup", "dd",
                                      "details", "dialog",   "dir",      "div",    "dl",      "dt",         "fieldset", "figcaption",
                                      "figure",  "footer",   "form",     "frame",  "frameset", "h1",        "h2",     "h3",
                                      "h4",      "h5",       "h6",       "h7",     "head",    "header",     "hr",     "html",
                                      "iframe",  "legend",   "li",       "link",   "main",    "menu",       "menuitem", "nav",
                                      "noframes", "ol",      "optgroup", "option", "p",       "param",      "search", "section",
                                      "source",  "title",    "summary",  "table",  "tbody",   "td",         "tfoot",  "th",
                                      "thead",   "tr",       "track",    "ul",     "span",    "s",          "",       "scrip"}) {
    for (const std::string_view before : {"<", "</", "< ", "<//", ""}) {
      for (const std::string_view behind : {">", "/>", "/", " ", "\n", "\v", "x>", "1>", "-", ""}) {
        compare(std::string(before) + std::string(name) + std::string(behind));
      }
    }
  }
}

TEST_CASE("html block marks: lines of pieces in any order") {
  std::mt19937 random(20);
  for (int round = 0; round < 20000; ++round) {
    std::string line;
    for (auto left = random() % 7; left > 0; --left) line += pieces[random() % std::size(pieces)];
    compare(line);
  }
}
