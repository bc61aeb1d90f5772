// cmark as a user would compile it for a page: text in, HTML out, nothing between. Built by ../set_up.mjs.
#include <stdlib.h>
#include <string.h>

#include "cmark.h"

enum { UNSAFE = 1 };

/// HTML of Markdown, to be freed with free(); its length stands in last_size().
static size_t size;

char *render(const char *text, size_t length, int unsafe) {
  char *html = cmark_markdown_to_html(text, length, unsafe == UNSAFE ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT);
  size = strlen(html);
  return html;
}

size_t last_size(void) { return size; }
