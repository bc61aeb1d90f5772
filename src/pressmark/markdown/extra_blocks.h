/* Blocks beyond CommonMark: what their nodes are in cmark's tree. */
#ifndef PRESSMARK_MARKDOWN_EXTRA_BLOCKS_H
#define PRESSMARK_MARKDOWN_EXTRA_BLOCKS_H

/* Types of cmark nodes, beside cmark's own and below 32, since cmark's iterator has a bit for each. The cells of a row
   are paragraphs. */
enum {
  PRESSMARK_NODE_TABLE = 24,
  PRESSMARK_NODE_TABLE_ROW = 25,
};

/* Where the words of a column stand: in the heading level of a cell, which paragraphs do not use otherwise. */
enum {
  PRESSMARK_ALIGN_NONE = 0,
  PRESSMARK_ALIGN_LEFT = 1,
  PRESSMARK_ALIGN_RIGHT = 2,
  PRESSMARK_ALIGN_CENTER = PRESSMARK_ALIGN_LEFT | PRESSMARK_ALIGN_RIGHT,
};

#endif
