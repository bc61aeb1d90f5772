// cmark's own way from Markdown to HTML, raw HTML left out.
#include <stdlib.h>
#include <string.h>

#include "cmark.h"
#include "native_loop.h"

static size_t render(const char *text, size_t size) {
  char *html = cmark_markdown_to_html(text, size, CMARK_OPT_DEFAULT);
  const size_t made = strlen(html);
  free(html);
  return made;
}

int main(int count, char **values) { return bench_main(count, values, render); }
