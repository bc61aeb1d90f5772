/* Where blocks of raw HTML begin and end: the same as cmark's own scanners tell, by lists of names in the place of tables
   of states, which were 14 kB of the module. A unit test holds the two side by side. Each is given a line that ends with
   a zero. */
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "cmark_ctype.h"
#include "scanners.h"

/* Elements in which everything is text until their end tag. */
static const char* const raw_names = "script pre textarea style ";
/* CommonMark's list, section 4.6. */
static const char* const block_names =
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param section source title summary table tbody td tfoot th "
    "thead tr track ul ";

/* What stands behind the name at a place, where it is one of these; NULL: it is none. Each name has a space behind it. */
static const unsigned char* after_name(const unsigned char* at, const char* names) {
  size_t length = 0;
  while (cmark_isalnum((char)at[length])) ++length;
  for (const char* name = names; *name != 0;) {
    const char* const end = strchr(name, ' ');
    if ((size_t)(end - name) == length && strncasecmp(name, (const char*)at, length) == 0) return at + length;
    name = end + 1;
  }
  return NULL;
}

bufsize_t _scan_html_block_start(const unsigned char* text) {
  if (*text != '<') return 0;
  const unsigned char* const at = text + 1;
  if (*at == '?') return 3;
  if (*at == '!') {
    if (at[1] == '-' && at[2] == '-') return 2;
    if (cmark_isalpha((char)at[1])) return 4;
    return strncasecmp((const char*)at, "![CDATA[", 8) == 0 ? 5 : 0;
  }
  const unsigned char* end = after_name(at, raw_names);
  if (end != NULL && (cmark_isspace((char)*end) || *end == '>')) return 1;
  end = after_name(*at == '/' ? at + 1 : at, block_names);
  return end != NULL && (cmark_isspace((char)*end) || *end == '>' || (*end == '/' && end[1] == '>')) ? 6 : 0;
}

bufsize_t _scan_html_block_end_1(const unsigned char* line) {
  for (const unsigned char* at = line; *at != 0 && *at != '\n'; ++at) {
    const unsigned char* const end = at[0] == '<' && at[1] == '/' ? after_name(at + 2, raw_names) : NULL;
    if (end != NULL && *end == '>') return (bufsize_t)(end + 1 - line);
  }
  return 0;
}

/* How much of the line ends with the mark; 0: the mark is not there. */
static bufsize_t through(const unsigned char* line, const char* mark) {
  const size_t length = strlen(mark);
  for (const unsigned char* at = line; *at != 0 && *at != '\n'; ++at) {
    if (strncmp((const char*)at, mark, length) == 0) return (bufsize_t)(at + length - line);
  }
  return 0;
}

bufsize_t _scan_html_block_end_2(const unsigned char* line) { return through(line, "-->"); }
bufsize_t _scan_html_block_end_3(const unsigned char* line) { return through(line, "?>"); }
bufsize_t _scan_html_block_end_4(const unsigned char* line) { return through(line, ">"); }
bufsize_t _scan_html_block_end_5(const unsigned char* line) { return through(line, "]]>"); }
