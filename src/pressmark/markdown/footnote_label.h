/* The label of a footnote, as the parsers of blocks and of inlines read it. */
#ifndef PRESSMARK_MARKDOWN_FOOTNOTE_LABEL_H
#define PRESSMARK_MARKDOWN_FOOTNOTE_LABEL_H

/* Bytes; as much as the label of a link may have in CommonMark. */
#define LONGEST_FOOTNOTE_LABEL 999

/* The place behind "[^label]" at a place of a text, or 0: there is none. No white space and no bracket is in a label.
 */
static inline int footnote_label_end(const unsigned char* text, int size, int at) {
  if (at + 3 >= size || text[at] != '[' || text[at + 1] != '^') return 0;
  const int start = at + 2;
  int end = start;
  while (end < size && end - start <= LONGEST_FOOTNOTE_LABEL && text[end] > ' ' && text[end] != '[' && text[end] != ']')
    ++end;
  return end > start && end < size && text[end] == ']' ? end + 1 : 0;
}

#endif
