/* Inlines beyond CommonMark: what their nodes are in cmark's tree. */
#ifndef PRESSMARK_MARKDOWN_EXTRA_INLINES_H
#define PRESSMARK_MARKDOWN_EXTRA_INLINES_H

/* How a link is written that has no brackets: in its internal offset, which links do not use otherwise. */
enum {
  PRESSMARK_BARE_WEB_ADDRESS = 1,  /* read as it stands: no marks, no typographic punctuation */
  PRESSMARK_BARE_MAIL_ADDRESS = 2, /* found among words that were read as any others */
};

/* Types of cmark nodes, beside cmark's own and below 32, since cmark's iterator has a bit for each. */
enum {
  PRESSMARK_NODE_FOOTNOTE_REFERENCE = 27, /* its text as written; its internal offset is that of its footnote */
  PRESSMARK_NODE_MISSED_FOOTNOTE = 29, /* the "[" of one that leads nowhere; its internal offset is the length of all */
  PRESSMARK_NODE_ELEMENT = 28,         /* an opening tag with what it holds; the closing tag is its last child */
};

/* What becomes of a tag of raw HTML: in its internal offset. */
enum {
  PRESSMARK_TAG_UNREAD = 0,
  PRESSMARK_TAG_USED = 1,
  PRESSMARK_TAG_DROPPED = 2,
};

#endif
