/* Inlines beyond CommonMark: what their nodes are in cmark's tree. */
#ifndef PRESSMARK_MARKDOWN_EXTRA_INLINES_H
#define PRESSMARK_MARKDOWN_EXTRA_INLINES_H

/* How a link is written that has no brackets: in its internal offset, which links do not use otherwise. */
enum {
  PRESSMARK_BARE_WEB_ADDRESS = 1,  /* read as it stands: no marks, no typographic punctuation */
  PRESSMARK_BARE_MAIL_ADDRESS = 2, /* found among words that were read as any others */
};

#endif
