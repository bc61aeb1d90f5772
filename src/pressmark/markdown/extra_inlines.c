/* cmark's inline parser with the inlines beyond CommonMark. inlines.c is included, because its functions serve here; a
   patch makes it call end_of_letters, address_start and parse_extra_inline. */
#include "extra_inlines.h"

#include <stdint.h>
#include <string.h>

#include "buffer.h"
#include "footnote_label.h"

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the first character must be the lowest byte"
#endif

/* The highest bit of each of eight bytes that is neither a letter nor a space nor beyond ASCII. */
static uint64_t no_letters(uint64_t bytes) {
  const uint64_t each = 0x0101010101010101;
  const uint64_t low = bytes & each * 0x7F;
  const uint64_t small = low | each * 0x20;
  const uint64_t letters = (small + each * (0x80 - 'a')) & ~(small + each * (0x7F - 'z'));
  const uint64_t no_spaces = (low ^ each * ' ') + each * 0x7F;
  return no_spaces & ~letters & ~bytes & each * 0x80;
}

/* Where a run of letters, spaces and characters beyond ASCII ends, or the last seven bytes begin. Most of a text is such
   runs; byte by byte they took a seventh of the time for Markdown. */
static bufsize_t end_of_letters(const unsigned char* text, bufsize_t at, bufsize_t size) {
  uint64_t bytes;
  for (; size - at >= (bufsize_t)sizeof bytes; at += (bufsize_t)sizeof bytes) {
    memcpy(&bytes, text + at, sizeof bytes);
    const uint64_t ends = no_letters(bytes);
    if (ends != 0) return at + __builtin_ctzll(ends) / 8;
  }
  return at;
}

#include "inlines.c"

/* Bytes; the domain name system knows no longer one. Bounds the search where addresses only seem to begin. */
#define LONGEST_DOMAIN 255

/* The size of an e-mail address and the ">" behind it; 0: there is none. Stands for cmark's own, which is a table of 13 kB
   that tells the same. */
bufsize_t _scan_autolink_email(const unsigned char* text) {
  const ptrdiff_t longest_label = 63;
  const unsigned char* at = text;
  while (cmark_isalnum((char)*at) || (*at != 0 && strchr(".!#$%&'*+/=?^_`{|}~-", *at) != NULL)) ++at;
  if (at == text || *at != '@') return 0;
  do {
    const unsigned char* const label = ++at;
    while (cmark_isalnum((char)*at) || *at == '-') ++at;
    if (at == label || at - label > longest_label || *label == '-' || at[-1] == '-') return 0;
  } while (*at == '.');
  return *at == '>' ? (bufsize_t)(at + 1 - text) : 0;
}

static bool is_symbol_or_space(int32_t character) {
  return cmark_utf8proc_is_punctuation(character) || cmark_utf8proc_is_space(character);
}

/* The size of the character at a place, which is 0 for an ill-formed one. */
static bufsize_t character_at(const cmark_chunk* text, bufsize_t at, int32_t* character) {
  const int size = cmark_utf8proc_iterate(text->data + at, text->len - at, character);
  return size > 0 ? size : 0;
}

/* The size of the character that ends before a place. */
static bufsize_t character_before(const cmark_chunk* text, bufsize_t at, int32_t* character) {
  bufsize_t start = at - 1;
  while (start > 0 && at - start < 4 && (text->data[start] & 0xC0) == 0x80) --start;
  return character_at(text, start, character);
}

/* Whether an address may begin at a place: GitHub asks for white space or one of "*_~(" before it; here a quotation
   mark, an opening bracket, a colon, a dash and the like will do, too. */
static bool may_begin_address(const cmark_chunk* text, bufsize_t at) {
  if (at == 0) return true;
  const unsigned char before = text->data[at - 1];
  if (before < 0x80) return before != 0 && (cmark_isspace((char)before) || strchr("*_~([{\"':,;|>", before) != NULL);
  int32_t character;
  return character_before(text, at, &character) > 0 && is_symbol_or_space(character);
}

static bool has_letters(const cmark_chunk* text, bufsize_t at, const char* small_letters) {
  for (; *small_letters; ++small_letters, ++at) {
    if (at >= text->len || (text->data[at] | 0x20) != (unsigned char)*small_letters) return false;
  }
  return true;
}

/* The size of "www." or "http://" or "https://" at a place; 0: none of them is there. */
static bufsize_t address_head(const cmark_chunk* text, bufsize_t at) {
  if (has_letters(text, at, "www") && at + 3 < text->len && text->data[at + 3] == '.') return 4;
  if (!has_letters(text, at, "http")) return 0;
  const bufsize_t colon = at + (has_letters(text, at + 4, "s") ? 5 : 4);
  return colon + 3 <= text->len && memcmp(text->data + colon, "://", 3) == 0 ? colon + 3 - at : 0;
}

/* Where the web address may begin whose first "." or "://" stands at a place; negative: there is none. */
static bufsize_t address_start(const subject* subj, bufsize_t at) {
  const cmark_chunk* text = &subj->input;
  // Nearly all points and colons end a sentence or lead on.
  const bool may_be_one = text->data[at] == '.' ? at > 0 && (text->data[at - 1] | 0x20) == 'w'
                                                : at + 1 < text->len && text->data[at + 1] == '/';
  if (!may_be_one) return -1;
  for (bufsize_t letters = 3; letters <= 5 && letters <= at; ++letters) {
    const bufsize_t start = at - letters;
    const bufsize_t head = address_head(text, start);
    if (head == letters + (letters == 3 ? 1 : 3)) return may_begin_address(text, start) ? start : -1;
  }
  return -1;
}

/* The end of a domain, or its start where none is there: parts of letters, digits, hyphens and underscores with points
   between them, no underscore in the last two. */
static bufsize_t domain_end(const cmark_chunk* text, bufsize_t start, bool needs_point) {
  int points = 0;
  bool underscore = false, underscore_before = false;
  bufsize_t at = start, part = start;
  while (at < text->len && at - start <= LONGEST_DOMAIN) {
    const unsigned char c = text->data[at];
    int32_t character;
    bufsize_t size = 1;
    if (c == '.' && at > part && at + 1 < text->len &&
        (cmark_isalnum((char)text->data[at + 1]) || text->data[at + 1] >= 0x80)) {
      ++points;
      underscore_before = underscore;
      underscore = false;
      part = at + 1;
    } else if (c >= 0x80) {
      size = character_at(text, at, &character);
      if (size == 0 || is_symbol_or_space(character)) break;
    } else if (c == '_') {
      underscore = true;
    } else if (!cmark_isalnum((char)c) && (c != '-' || at == part)) {
      break;
    }
    at += size;
  }
  const bool valid = at > part && at - start <= LONGEST_DOMAIN && !underscore && !underscore_before;
  return valid && (points > 0 || !needs_point) ? at : start;
}

/* The reference at a place to a footnote that exists; the place behind it goes to "end". */
static cmark_reference* footnote_at(const subject* subj, bufsize_t at, bufsize_t* end) {
  *end = footnote_label_end(subj->input.data, subj->input.len, at);
  if (*end == 0 || subj->refmap == NULL) return NULL;
  cmark_chunk label = cmark_chunk_dup(&subj->input, at + 2, *end - at - 3);
  return cmark_reference_lookup(subj->refmap->footnotes, &label);
}

/* The end of an address whose domain ends at a place: the next white space or "<", a reference to a
   footnote, or "]" where a bracket is open. */
static bufsize_t path_end(const subject* subj, bufsize_t at) {
  const cmark_chunk* text = &subj->input;
  int brackets = 0;
  while (at < text->len) {
    const unsigned char c = text->data[at];
    if (c >= 0x80) {
      int32_t character;
      const bufsize_t size = character_at(text, at, &character);
      if (size == 0 || cmark_utf8proc_is_space(character)) break;
      at += size;
      continue;
    }
    if (c <= ' ' || c == '<' || c == 0x7F) break;
    bufsize_t end;
    if (c == '[' && footnote_at(subj, at, &end) != NULL) break;
    if (c == '[') ++brackets;
    if (c == ']' && --brackets < 0 && subj->last_bracket != NULL) break;
    ++at;
  }
  return at;
}

/* Where "&name;" begins that ends at a place; that place less one where it is a mere semicolon. */
static bufsize_t entity_start(const cmark_chunk* text, bufsize_t end) {
  bufsize_t at = end - 1;
  while (at > 0 && cmark_isalnum((char)text->data[at - 1])) --at;
  return at > 0 && at < end - 1 && text->data[at - 1] == '&' ? at - 1 : end - 1;
}

/* Takes off what belongs to the sentence: punctuation at the end, and brackets that were opened before the address. */
static bufsize_t trimmed_end(const cmark_chunk* text, bufsize_t start, bufsize_t end) {
  int unopened = 0;
  for (bufsize_t at = start; at < end; ++at) unopened += text->data[at] == ')' ? 1 : text->data[at] == '(' ? -1 : 0;
  while (end > start) {
    const unsigned char last = text->data[end - 1];
    if (last >= 0x80) {
      int32_t character;
      const bufsize_t size = character_before(text, end, &character);
      if (size == 0 || !cmark_utf8proc_is_punctuation(character)) break;
      end -= size;
    } else if (last == ';') {
      end = entity_start(text, end);
    } else if (last == ')') {
      if (unopened-- <= 0) break;
      --end;
    } else if (strchr("?!.,:*_~'\"\\", last) != NULL) {
      --end;
    } else {
      break;
    }
  }
  return end;
}

/* A text as CommonMark reads it, but for marks and typographic punctuation. "before" is put before it. */
static void unescape(cmark_strbuf* read, const char* before, cmark_chunk written) {
  cmark_strbuf_puts(read, before);
  houdini_unescape_html_f(read, written.data, written.len);
  cmark_strbuf_unescape(read);
}

/* The web address at the current position as a link, or null. */
static cmark_node* parse_web_address(subject* subj) {
  const cmark_chunk* text = &subj->input;
  const bufsize_t start = subj->pos;
  const bufsize_t head = address_head(text, start);
  if (head == 0 || !may_begin_address(text, start)) return NULL;
  const bool has_scheme = head > 4;
  const bufsize_t after_domain = domain_end(text, start + head, !has_scheme);
  if (after_domain == start + head) return NULL;
  // A name before "@" may look like a site that it is not.
  if (after_domain < text->len && text->data[after_domain] == '@') return NULL;
  const bufsize_t end = trimmed_end(text, start, path_end(subj, after_domain));
  if (end < start + head) return NULL;

  const cmark_chunk written = cmark_chunk_dup(text, start, end - start);
  cmark_strbuf words = CMARK_BUF_INIT(subj->mem);
  cmark_strbuf url = CMARK_BUF_INIT(subj->mem);
  unescape(&words, "", written);
  unescape(&url, has_scheme ? "" : "http://", written);
  cmark_node* link = make_simple(subj->mem, CMARK_NODE_LINK);
  link->internal_offset = PRESSMARK_BARE_WEB_ADDRESS;
  link->as.link.url = cmark_strbuf_detach(&url);
  append_child(link, make_str_from_buf(subj, start, end - 1, &words));
  subj->pos = end;
  return link;
}

/* A reference to a footnote. Where there is none of its label, a bracket like any other, which knows how long the
   reference would be. */
static cmark_node* parse_footnote_reference(subject* subj) {
  const bufsize_t start = subj->pos;
  bufsize_t end;
  const cmark_reference* footnote = footnote_at(subj, start, &end);
  if (end == 0) return NULL;
  if (footnote == NULL) {
    advance(subj);
    cmark_node* bracket = make_str(subj, start, start, cmark_chunk_literal("["));
    bracket->type = PRESSMARK_NODE_MISSED_FOOTNOTE;
    bracket->internal_offset = end - start;
    push_bracket(subj, false, bracket);
    return bracket;
  }
  cmark_node* reference = make_str(subj, start, end - 1, cmark_chunk_dup(&subj->input, start, end - start));
  reference->type = PRESSMARK_NODE_FOOTNOTE_REFERENCE;
  reference->internal_offset = (int)footnote->age;
  subj->pos = end;
  return reference;
}

/* The "!" of "words![^label]", which begins no image. */
static cmark_node* parse_mark_before_footnote(subject* subj) {
  bufsize_t end;
  if (footnote_at(subj, subj->pos + 1, &end) == NULL) return NULL;
  advance(subj);
  return make_str(subj, subj->pos - 1, subj->pos - 1, cmark_chunk_literal("!"));
}

/* The inline beyond CommonMark at the current position, or null. */
static cmark_node* parse_extra_inline(subject* subj) {
  switch (peek_char(subj)) {
    case 'h':
    case 'H':
    case 'w':
    case 'W':
      return parse_web_address(subj);
    case '[':
      return parse_footnote_reference(subj);
    case '!':
      return parse_mark_before_footnote(subj);
    default:
      return NULL;
  }
}
