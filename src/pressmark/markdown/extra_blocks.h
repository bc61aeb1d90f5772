/* Blocks beyond CommonMark: what their nodes are in cmark's tree. */
#ifndef PRESSMARK_MARKDOWN_EXTRA_BLOCKS_H
#define PRESSMARK_MARKDOWN_EXTRA_BLOCKS_H

#include <stddef.h>

#include "cmark.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Begins a document. Its lines stand in "text", which must live as long as the parser. */
void pressmark_start(cmark_parser* parser, const char* text, size_t size);

/* Reads the next line, without its end, of valid UTF-8 that has no NUL. cmark's own search for the ends of lines and for NUL
   is left out, because whoever calls this knows them. */
void pressmark_read_line(cmark_parser* parser, const char* line, size_t size);

/* Ends the input; answers with the document, whose paragraphs, headings and cells have text and no inlines yet. */
cmark_node* pressmark_finish_blocks(cmark_parser* parser);

/* Makes the inlines of such a block. They point into "copy", the block's text with a NUL behind it, which cmark writes to
   while it reads. */
void pressmark_read_inlines(cmark_parser* parser, cmark_node* block, unsigned char* copy);

#ifdef __cplusplus
}
#endif

/* Types of cmark nodes, beside cmark's own and below 32, since cmark's iterator has a bit for each. The cells of a row
   are paragraphs. */
enum {
  PRESSMARK_NODE_TABLE = 24,
  PRESSMARK_NODE_TABLE_ROW = 25,
  PRESSMARK_NODE_DIRECTIVE = 26,
  PRESSMARK_NODE_FOOTNOTE = 30, /* a container; its text is its label, its internal offset its number in the document */
};

/* Where the words of a column stand: in the heading level of a cell, which paragraphs do not use otherwise. */
enum {
  PRESSMARK_ALIGN_NONE = 0,
  PRESSMARK_ALIGN_LEFT = 1,
  PRESSMARK_ALIGN_RIGHT = 2,
  PRESSMARK_ALIGN_CENTER = PRESSMARK_ALIGN_LEFT | PRESSMARK_ALIGN_RIGHT,
};

/* Whether the item of a list is a task, and whether it is done: in its internal offset. */
enum {
  PRESSMARK_NO_TASK = 0,
  PRESSMARK_OPEN_TASK = 1,
  PRESSMARK_DONE_TASK = 2,
};

#endif
