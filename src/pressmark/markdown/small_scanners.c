/* What stands at a place of a line or among words: the same as cmark's own scanners tell, by loops in the place of
   tables of states, which were 14 kB of the module. A unit test holds the two side by side. Each is given a text that
   ends with a zero, and returns how much of it is taken; 0: it is none. */
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "cmark_ctype.h"
#include "scanners.h"

static const unsigned char* over(const unsigned char* at, const char* characters) {
  return at + strspn((const char*)at, characters);
}

static bool is_end_of_line(unsigned char character) { return character == '\n' || character == '\r'; }

static bool is_in_name(unsigned char character, const char* more) {
  return cmark_isalnum((char)character) || (character != 0 && strchr(more, character) != NULL);
}

/* "https:…>", behind the "<" */
bufsize_t _scan_autolink_uri(const unsigned char* text) {
  const ptrdiff_t longest_scheme = 32;
  const unsigned char* at = text;
  if (!cmark_isalpha((char)*at)) return 0;
  while (is_in_name(*at, "+.-")) ++at;
  if (*at != ':' || at - text < 2 || at - text > longest_scheme) return 0;
  while (*at > ' ' && *at != '<' && *at != '>') ++at;
  return *at == '>' ? (bufsize_t)(at + 1 - text) : 0;
}

/* A title in quotation marks or parentheses. As cmark sees it, a mark behind a backslash ends the title only where no
   other one does. */
bufsize_t _scan_link_title(const unsigned char* text) {
  const unsigned char open = *text;
  if (open == 0 || strchr("\"'(", open) == NULL) return 0;
  const unsigned char close = open == '(' ? ')' : open;
  bufsize_t end = 0;
  for (const unsigned char* at = text + 1; *at != 0; ++at) {
    const bool escaped = at[-1] == '\\' && at > text + 1;
    if (*at == close) end = (bufsize_t)(at + 1 - text);
    if ((*at == close || *at == open) && !escaped) break;
  }
  return end;
}

/* What stands between "<?" and "?>", between "<!" and ">", between "<!" and "]]>". */
bufsize_t _scan_html_pi(const unsigned char* text) {
  const unsigned char* at = text;
  while (*at != 0 && (*at != '?' || (at[1] != 0 && at[1] != '>'))) at += *at == '?' ? 2 : 1;
  return (bufsize_t)(at - text);
}
bufsize_t _scan_html_declaration(const unsigned char* text) {
  const unsigned char* at = text;
  while (*at >= 'A' && *at <= 'Z') ++at;
  if (at == text || !cmark_isspace((char)*at)) return 0;
  return (bufsize_t)(at - text) + (bufsize_t)strcspn((const char*)at, ">");
}
bufsize_t _scan_html_cdata(const unsigned char* text) {
  if (strncasecmp((const char*)text, "CDATA[", 6) != 0) return 0;
  const unsigned char* at = text + 6;
  while (*at != 0) {
    const size_t brackets = *at != ']' ? 0 : at[1] == ']' ? 2 : 1;
    const unsigned char next = at[brackets];
    if (next == 0 || (brackets == 2 && next == '>')) break;
    at += brackets + 1;
  }
  return (bufsize_t)(at - text);
}

#define SPACES " \t\v\f\r\n"

/* The end of the value behind a "="; NULL: it is none. */
static const unsigned char* over_value(const unsigned char* at) {
  if (*at != '"' && *at != '\'') {
    const unsigned char* const end = at + strcspn((const char*)at, SPACES "\"'=<>`");
    return end > at ? end : NULL;
  }
  const char* const end = strchr((const char*)at + 1, *at);
  return end != NULL ? (const unsigned char*)end + 1 : NULL;
}

/* An attribute and the spaces before it; the place itself where there is none, NULL where its value is none. */
static const unsigned char* over_attribute(const unsigned char* text) {
  const unsigned char* at = over(text, SPACES);
  if (at == text || cmark_isdigit((char)*at) || !is_in_name(*at, "_:")) return text;
  while (is_in_name(*at, "_:.-")) ++at;
  const unsigned char* const sign = over(at, SPACES);
  return *sign == '=' ? over_value(over(sign + 1, SPACES)) : at;
}

/* A tag behind its "<". */
bufsize_t _scan_html_tag(const unsigned char* text) {
  const unsigned char* at = *text == '/' ? text + 1 : text;
  if (!cmark_isalpha((char)*at)) return 0;
  while (is_in_name(*at, "-")) ++at;
  const unsigned char* next = at;
  while (*text != '/' && (next = over_attribute(at)) != at) {
    if (next == NULL) return 0;
    at = next;
  }
  at = over(at, SPACES);
  if (*at == '/' && *text != '/') ++at;
  return *at == '>' ? (bufsize_t)(at + 1 - text) : 0;
}

/* A tag and nothing behind it; 7: it begins a block of that kind. */
bufsize_t _scan_html_block_start_7(const unsigned char* text) {
  const bufsize_t tag = *text == '<' ? _scan_html_tag(text + 1) : 0;
  return tag > 0 && is_end_of_line(*over(text + 1 + tag, " \t\f")) ? 7 : 0;
}

/* "## " */
bufsize_t _scan_atx_heading_start(const unsigned char* text) {
  const unsigned char* const at = over(text, "#");
  if (at == text || at - text > 6) return 0;
  const unsigned char* const end = is_end_of_line(*at) ? at + 1 : over(at, " \t");
  return end > at ? (bufsize_t)(end - text) : 0;
}

/* The level: 1 for "===", 2 for "---". */
bufsize_t _scan_setext_heading_line(const unsigned char* text) {
  const unsigned char* const at = over(text, *text == '=' ? "=" : "-");
  if (at == text || !is_end_of_line(*over(at, " \t"))) return 0;
  return *text == '=' ? 1 : 2;
}

/* How many marks a fence of code has: three or more. */
static bufsize_t fence(const unsigned char* text) {
  const unsigned char* const at = over(text, *text == '`' ? "`" : "~");
  return at - text >= 3 ? (bufsize_t)(at - text) : 0;
}
bufsize_t _scan_open_code_fence(const unsigned char* text) {
  const bufsize_t marks = fence(text);
  if (marks == 0) return 0;
  const char* const info = (const char*)text + marks;
  return is_end_of_line((unsigned char)info[strcspn(info, *text == '`' ? "`\r\n" : "\r\n")]) ? marks : 0;
}
bufsize_t _scan_close_code_fence(const unsigned char* text) {
  const bufsize_t marks = fence(text);
  return is_end_of_line(*over(text + marks, " \t")) ? marks : 0;
}
