/* cmark's block parser with the blocks beyond CommonMark. blocks.c is included, because its functions serve here; a
   patch makes it call is_plain_line, open_extra_block, goes_on_in_extra and close_directive. */
#include "extra_blocks.h"

#include "blocks.c"
#include "footnote_label.h"

/* Cells that a document may get for rows shorter than their header; more would let a small text make a huge page. */
#define MAX_FILLED_CELLS 100000

static bool begins_with_letter(const unsigned char* line, bufsize_t size) {
  return size > 0 && (line[0] >= 0x80 || cmark_isalpha((char)line[0]));
}

static bool is_blank_in_row(unsigned char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }

static cmark_chunk trimmed_row(cmark_chunk row) {
  while (row.len > 0 && (is_blank_in_row(row.data[0]))) {
    ++row.data;
    --row.len;
  }
  while (row.len > 0 && (is_blank_in_row(row.data[row.len - 1]) || S_is_line_end_char((char)row.data[row.len - 1])))
    --row.len;
  return row;
}

typedef struct {
  cmark_chunk row;
  bufsize_t at; /* where the next cell begins */
} cells;

static cells cells_of(cmark_chunk row) {
  cells all = {row, row.len > 0 && row.data[0] == '|' ? 1 : 0};
  return all;
}

/* The next cell without the blanks around it. A pipe at the very end begins none; one behind a backslash is a character
   of its cell. */
static bool next_cell(cells* all, cmark_chunk* cell) {
  const unsigned char* data = all->row.data;
  if (all->at >= all->row.len) return false;
  bufsize_t start = all->at;
  bufsize_t end = start;
  while (end < all->row.len && data[end] != '|')
    end += data[end] == '\\' && end + 1 < all->row.len && cmark_ispunct((char)data[end + 1]) ? 2 : 1;
  all->at = end + 1;
  while (start < end && is_blank_in_row(data[start])) ++start;
  while (end > start && is_blank_in_row(data[end - 1])) --end;
  *cell = cmark_chunk_dup(&all->row, start, end - start);
  return true;
}

static int count_cells(cmark_chunk row) {
  cells all = cells_of(row);
  cmark_chunk cell;
  int count = 0;
  while (next_cell(&all, &cell)) ++count;
  return count;
}

/* The alignment that a cell of the line below the header states, or -1: it is no such cell. */
static int stated_alignment(cmark_chunk cell) {
  int alignment = PRESSMARK_ALIGN_NONE;
  if (cell.len > 0 && cell.data[0] == ':') {
    alignment |= PRESSMARK_ALIGN_LEFT;
    ++cell.data;
    --cell.len;
  }
  if (cell.len > 0 && cell.data[cell.len - 1] == ':') {
    alignment |= PRESSMARK_ALIGN_RIGHT;
    --cell.len;
  }
  for (bufsize_t i = 0; i < cell.len; ++i) {
    if (cell.data[i] != '-') return -1;
  }
  return cell.len > 0 ? alignment : -1;
}

/* The number of columns that the line below a header states; 0: it is no such line. */
static int count_columns(cmark_chunk row) {
  cells all = cells_of(row);
  cmark_chunk cell;
  int count = 0;
  while (next_cell(&all, &cell)) {
    if (stated_alignment(cell) < 0) return 0;
    ++count;
  }
  return count;
}

static void append_closed(cmark_node* parent, cmark_node* child) {
  child->flags &= (uint16_t)~CMARK_NODE__OPEN;
  child->parent = parent;
  child->prev = parent->last_child;
  if (parent->last_child)
    parent->last_child->next = child;
  else
    parent->first_child = child;
  parent->last_child = child;
}

/* A cell as a paragraph, whose inlines the parser reads later. "column": bytes of the source line before it. */
static void append_cell(cmark_parser* parser, cmark_node* row, cmark_chunk cell, int line, int column, int alignment) {
  cmark_node* node = make_block(parser->mem, CMARK_NODE_PARAGRAPH, line, column + 1);
  node->end_line = line;
  node->end_column = column + cell.len;
  node->data = (unsigned char*)parser->mem->calloc((size_t)cell.len + 1, 1);
  for (bufsize_t i = 0; i < cell.len; ++i) {
    if (cell.data[i] == '\\' && i + 1 < cell.len && cell.data[i + 1] == '|') continue;
    node->data[node->len++] = cell.data[i];
  }
  node->as.heading.level = alignment;
  append_closed(row, node);
}

/* Appends a row without cells to a table. "column": bytes of the source line before it. */
static cmark_node* append_row(cmark_parser* parser, cmark_node* table, cmark_chunk line_text, int line, int column) {
  cmark_node* row = make_block(parser->mem, (cmark_node_type)PRESSMARK_NODE_TABLE_ROW, line, column + 1);
  row->end_line = line;
  row->end_column = column + line_text.len;
  append_closed(table, row);
  return row;
}

static int column_in(cmark_chunk row, cmark_chunk cell, int column) { return column + (int)(cell.data - row.data); }

static void append_header(cmark_parser* parser, cmark_node* table, cmark_chunk text, cmark_chunk marks, int line,
                          int column) {
  cmark_node* row = append_row(parser, table, text, line, column);
  cells words = cells_of(text);
  cells alignments = cells_of(marks);
  cmark_chunk cell, mark;
  while (next_cell(&words, &cell) && next_cell(&alignments, &mark))
    append_cell(parser, row, cell, line, column_in(text, cell, column), stated_alignment(mark));
}

/* A row below the header has as many cells as the header: missing ones are empty, further ones are not shown. Those are
   counted in the row's heading level. */
static void append_body_row(cmark_parser* parser, cmark_node* table, cmark_chunk text, int line, int column) {
  cmark_node* row = append_row(parser, table, text, line, column);
  cells words = cells_of(text);
  cmark_chunk cell;
  cmark_node* header = table->first_child->first_child;
  for (; header && next_cell(&words, &cell); header = header->next)
    append_cell(parser, row, cell, line, column_in(text, cell, column), header->as.heading.level);
  while (next_cell(&words, &cell)) ++row->as.heading.level;
  cell = cmark_chunk_dup(&text, text.len, 0);
  for (; header && parser->filled_cells < MAX_FILLED_CELLS; header = header->next, ++parser->filled_cells)
    append_cell(parser, row, cell, line, column + text.len, header->as.heading.level);
}

/* The last line of the paragraph that is being read, and where that line began in the content. */
static cmark_chunk last_line_of(const cmark_strbuf* content, bufsize_t* start) {
  bufsize_t end = content->size;
  if (end > 0 && content->ptr[end - 1] == '\n') --end;
  if (end > 0 && content->ptr[end - 1] == '\r') --end;
  *start = end;
  while (*start > 0 && !S_is_line_end_char((char)content->ptr[*start - 1])) --*start;
  cmark_chunk line = {content->ptr + *start, end - *start};
  return line;
}

/* The paragraph's last line is the header of a table, if the line that is being read has as many columns. What stands
   before it in the paragraph stays one. */
static cmark_node* open_table(cmark_parser* parser, cmark_node* paragraph, cmark_chunk marks) {
  const int columns = count_columns(marks);
  if (columns == 0) return NULL;
  bufsize_t start;
  const cmark_chunk line = last_line_of(&parser->content, &start);
  const cmark_chunk found = trimmed_row(line);
  if (count_cells(found) != columns) return NULL;

  // The content's lines are the ends of the source's.
  const int column = parser->last_line_length - line.len + (int)(found.data - line.data);
  const int line_number = parser->line_number - 1;
  // A copy: the content becomes that of the paragraph before.
  cmark_chunk header = {NULL, found.len};
  unsigned char* copy = (unsigned char*)parser->mem->calloc((size_t)found.len + 1, 1);
  memcpy(copy, found.data, (size_t)found.len);
  header.data = copy;

  cmark_node* parent = paragraph->parent;
  cmark_strbuf_truncate(&parser->content, start);
  finalize(parser, paragraph);
  cmark_strbuf_clear(&parser->content);
  // Whether it was freed, as it is where only definitions of links stood in it, cannot be asked of itself.
  if (parent->last_child == paragraph) {
    paragraph->end_line = line_number - 1;
    paragraph->end_column = INT_MAX;
  }
  cmark_node* table = add_child(parser, parent, (cmark_node_type)PRESSMARK_NODE_TABLE, column + 1);
  table->start_line = line_number;
  append_header(parser, table, header, marks, line_number, column);
  parser->mem->free(copy);
  return table;
}

#include "directive_blocks.c"

/* Gives a block its text: that of the source where it stands there as it is, which holds for most paragraphs, else a copy.
   A line end behind the words of inlines is nothing to them, and may be of another kind in the source. */
static void keep_content(cmark_parser* parser, cmark_node* block) {
  cmark_strbuf* const content = &parser->content;
  bufsize_t size = content->size;
  if (contains_inlines(S_type(block)) && size > 0 && content->ptr[size - 1] == '\n') --size;
  const unsigned char* const fed = parser->fed_content;
  if (fed && size <= parser->fed_end - fed && memcmp(fed, content->ptr, (size_t)size) == 0) {
    block->data = (unsigned char*)fed;
  } else {
    block->data = (unsigned char*)parser->mem->realloc(NULL, (size_t)size + 1);
    memcpy(block->data, content->ptr, (size_t)size);
    block->data[size] = 0;
  }
  block->len = size;
  cmark_strbuf_clear(content);
}

/* References are sorted at the first look-up. That must not be one of a block's inlines, whose memory goes with them. */
static void sort_references_now(cmark_reference_map* map) {
  if (!map) return;
  cmark_chunk label = cmark_chunk_literal("any");
  cmark_reference_lookup(map, &label);
  map->ref_size = 0;
}

void pressmark_start(cmark_parser* parser, const char* text, size_t size) {
  parser->total_size = size > UINT_MAX ? UINT_MAX : (unsigned int)size;
  parser->fed_end = (const unsigned char*)text + size;
}

/* Reads a line outside of all containers that is empty, or begins with a letter and goes on with a paragraph or begins
   one: nearly every line of a release. It comes to what S_process_line would make of it, in a third of the instructions.
   False: it is another line, and is not read. */
static bool read_simple_line(cmark_parser* parser, const unsigned char* line, bufsize_t size) {
  cmark_node* const open = parser->current;
  const bool in_paragraph = S_type(open) == CMARK_NODE_PARAGRAPH && open->parent == parser->root;
  if (open != parser->root && !in_paragraph) return false;
  if (size == 0) {
    if (in_paragraph) parser->current = finalize(parser, open);
    ++parser->line_number;
  } else if (begins_with_letter(line, size)) {
    ++parser->line_number;
    if (!in_paragraph) {
      parser->current = add_child(parser, parser->root, CMARK_NODE_PARAGRAPH, 1);
      parser->fed_content = line;
    }
    cmark_strbuf_put(&parser->content, line, size);
    cmark_strbuf_putc(&parser->content, '\n');
  } else {
    return false;
  }
  parser->last_line_length = size;
  return true;
}

void pressmark_read_line(cmark_parser* parser, const char* line, size_t size) {
  parser->fed_line = (const unsigned char*)line;
  if (!read_simple_line(parser, parser->fed_line, (bufsize_t)size)) {
    S_process_line(parser, parser->fed_line, (bufsize_t)size);
  }
}

cmark_node* pressmark_finish_blocks(cmark_parser* parser) {
  finalize_blocks(parser);
  sort_references_now(parser->refmap);
  sort_references_now(parser->refmap->footnotes);
  return parser->root;
}

void pressmark_read_inlines(cmark_parser* parser, cmark_node* block, unsigned char* copy) {
  unsigned char* const text = block->data;
  block->data = copy;
  cmark_parse_inlines(parser->mem, block, parser->refmap, parser->options);
  block->data = text;
}

/* "[^label]: words" begins a footnote, wherever a block may begin, and goes on in lines that are indented. One inside
   of another would be out of reach, so there is none. */
static bool open_footnote(cmark_parser* parser, cmark_chunk* input, cmark_node** container) {
  const bufsize_t start = parser->first_nonspace;
  const bufsize_t end = footnote_label_end(input->data, input->len, start);
  if (end == 0 || peek_at(input, end) != ':' || parser->footnote_line == parser->line_number) return false;
  S_advance_offset(parser, input, end + 1 - parser->offset, false);
  while (S_is_space_or_tab((char)peek_at(input, parser->offset))) S_advance_offset(parser, input, 1, false);
  cmark_node* footnote = add_child(parser, *container, (cmark_node_type)PRESSMARK_NODE_FOOTNOTE, start + 1);
  parser->footnote_line = parser->line_number;

  cmark_reference_map* map = parser->refmap;
  if (map->footnotes == NULL) map->footnotes = cmark_reference_map_new(parser->mem);
  footnote->internal_offset = (int)map->footnotes->size;
  footnote->len = end - start - 3;
  footnote->data = (unsigned char*)parser->mem->calloc((size_t)footnote->len + 1, 1);
  memcpy(footnote->data, input->data + start + 2, (size_t)footnote->len);
  cmark_chunk label = {footnote->data, footnote->len};
  cmark_chunk nothing = {NULL, 0};
  cmark_reference_create(map->footnotes, &label, &nothing, &nothing);
  *container = footnote;
  return true;
}

static bool footnote_goes_on(cmark_parser* parser, cmark_chunk* input) {
  if (!parser->blank) {
    if (parser->indent < CODE_INDENT) return false;
    S_advance_offset(parser, input, CODE_INDENT, true);
  }
  parser->footnote_line = parser->line_number;
  return true;
}

/* Whether the block goes on with the line that is being read. */
static bool goes_on_in_extra(cmark_parser* parser, cmark_chunk* input, cmark_node* container) {
  if (S_type(container) == (cmark_node_type)PRESSMARK_NODE_FOOTNOTE) return footnote_goes_on(parser, input);
  if (S_type(container) != (cmark_node_type)PRESSMARK_NODE_TABLE) return true;
  if (parser->blank) return false;
  const cmark_chunk rest = cmark_chunk_dup(input, parser->first_nonspace, input->len - parser->first_nonspace);
  return count_cells(trimmed_row(rest)) > 0;
}

/* "[ ] words" or "[x] words" at the head of an item makes it a task. Its words are a paragraph, whatever they look
   like. */
static bool open_task(cmark_parser* parser, cmark_chunk* input, cmark_node** item) {
  const bufsize_t mark = parser->first_nonspace;
  const char state = (char)peek_at(input, mark + 1);
  if ((*item)->first_child || peek_at(input, mark) != '[' || peek_at(input, mark + 2) != ']') return false;
  if ((state != ' ' && state != '\t' && state != 'x' && state != 'X') ||
      !S_is_space_or_tab((char)peek_at(input, mark + 3)))
    return false;
  bufsize_t words = mark + 3;
  while (S_is_space_or_tab((char)peek_at(input, words))) ++words;
  if (words >= input->len || S_is_line_end_char((char)peek_at(input, words))) return false;

  (*item)->internal_offset = state == 'x' || state == 'X' ? PRESSMARK_DONE_TASK : PRESSMARK_OPEN_TASK;
  S_advance_offset(parser, input, words - parser->offset, false);
  S_find_first_nonspace(parser, input);
  *item = add_child(parser, *item, CMARK_NODE_PARAGRAPH, parser->first_nonspace + 1);
  return true;
}

/* Whether the line that is being read opens no block and is no row of a table: it is blank or begins with a letter. */
static bool is_plain_line(cmark_parser* parser, cmark_chunk* input, const cmark_node* container) {
  if (parser->blank) return true;
  return begins_with_letter(input->data + parser->first_nonspace, input->len - parser->first_nonspace) &&
         S_type((cmark_node*)container) != (cmark_node_type)PRESSMARK_NODE_TABLE;
}

/* Opens a block, or adds a row to a table, with the line that is being read, which is no code. */
static bool open_extra_block(cmark_parser* parser, cmark_chunk* input, cmark_node** container) {
  if (parser->blank) return false;
  if (open_directive(parser, input, container)) return true;
  if (open_footnote(parser, input, container)) return true;
  if (S_type(*container) == CMARK_NODE_ITEM) return open_task(parser, input, container);
  const cmark_chunk rest = cmark_chunk_dup(input, parser->first_nonspace, input->len - parser->first_nonspace);
  const cmark_chunk row = trimmed_row(rest);
  if (S_type(*container) == CMARK_NODE_PARAGRAPH) {
    cmark_node* table = open_table(parser, *container, row);
    if (table == NULL) return false;
    *container = table;
  } else if (S_type(*container) == (cmark_node_type)PRESSMARK_NODE_TABLE) {
    append_body_row(parser, *container, row, parser->line_number, parser->first_nonspace);
  } else {
    return false;
  }
  S_advance_offset(parser, input, input->len - 1 - parser->offset, false);
  return true;
}
