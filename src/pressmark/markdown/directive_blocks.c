/* Directives: containers that begin with a line such as ":::quote" and end with a line of as many colons or more. Part
   of extra_blocks.c, which includes this file. */

/* More than these stay text: each line of the source has to pass all directives around it. */
#define MAX_OPEN_DIRECTIVES 100

static bool is_directive(const cmark_node* node) {
  return S_type((cmark_node*)node) == (cmark_node_type)PRESSMARK_NODE_DIRECTIVE;
}

/* How many colons stand at the head of a line's text; fewer than three are none. */
static int count_fence(cmark_chunk text) {
  bufsize_t colons = 0;
  while (colons < text.len && text.data[colons] == ':') ++colons;
  return colons < 3 ? 0 : (int)colons;
}

/* Whether what stands behind the colons is a name, with nothing but a label and attributes behind it. */
static bool is_directive_head(cmark_chunk head) {
  bufsize_t at = 0;
  while (at < head.len && (cmark_isalnum((char)head.data[at]) || (at > 0 && (head.data[at] == '-' || head.data[at] == '_'))))
    ++at;
  if (at == 0) return false;
  const cmark_chunk rest = trimmed_row(cmark_chunk_dup(&head, at, head.len - at));
  if (rest.len == 0) return true;
  const unsigned char last = rest.data[rest.len - 1];
  return (rest.data[0] == '[' && (last == ']' || last == '}')) || (rest.data[0] == '{' && last == '}');
}

static int directives_around(const cmark_node* node) {
  int count = 0;
  for (; node; node = node->parent) count += is_directive(node);
  return count;
}

/* Opens a directive with the line that is being read. Its fence's length stands in the internal offset. */
static bool open_directive(cmark_parser* parser, cmark_chunk* input, cmark_node** container) {
  cmark_chunk text = trimmed_row(cmark_chunk_dup(input, parser->first_nonspace, input->len - parser->first_nonspace));
  const int colons = count_fence(text);
  if (colons == 0) return false;
  while (text.len > colons && text.data[text.len - 1] == ':') --text.len; /* "::: name :::" is written, too */
  if (!is_directive_head(trimmed_row(cmark_chunk_dup(&text, colons, text.len - colons)))) return false;
  if (directives_around(*container) >= MAX_OPEN_DIRECTIVES) return false;
  *container = add_child(parser, *container, (cmark_node_type)PRESSMARK_NODE_DIRECTIVE, parser->first_nonspace + 1);
  (*container)->internal_offset = colons;
  S_advance_offset(parser, input, input->len - 1 - parser->offset, false);
  return true;
}

/* The directive that a line of so many colons ends: below "outermost", through nothing but directives and the items of
   lists that are indented no more than the line, the one with the longest fence that is not longer, and the innermost of
   several. In code a line of colons is code. */
static cmark_node* directive_to_close(cmark_node* outermost, int colons, int indent) {
  cmark_node* found = NULL;
  for (cmark_node* node = outermost; node && (node->flags & CMARK_NODE__OPEN); node = node->last_child) {
    if (is_directive(node)) {
      if (indent < CODE_INDENT && node->internal_offset <= colons &&
          (!found || node->internal_offset >= found->internal_offset))
        found = node;
    } else if (S_type(node) == CMARK_NODE_ITEM) {
      const int width = node->as.list.marker_offset + node->as.list.padding;
      if (indent < width) break;
      indent -= width;
    } else if (S_type(node) == CMARK_NODE_HTML_BLOCK || (S_type(node) == CMARK_NODE_CODE_BLOCK && node->as.code.fenced)) {
      return NULL;
    } else if (S_type(node) != CMARK_NODE_LIST) {
      break;
    }
  }
  return found;
}

/* Ends a directive, "container" or one inside of it, if that is what the line that is being read does. A heading level
   of 1 says that a directive was ended so. */
static bool close_directive(cmark_parser* parser, cmark_chunk* input, cmark_node* container) {
  if (!is_directive(container) || parser->blank || peek_at(input, parser->first_nonspace) != ':') return false;
  const cmark_chunk text =
      trimmed_row(cmark_chunk_dup(input, parser->first_nonspace, input->len - parser->first_nonspace));
  const int colons = count_fence(text);
  if (colons == 0 || colons < text.len) return false;
  cmark_node* directive = directive_to_close(container, colons, parser->indent);
  if (!directive) return false;
  while (parser->current != directive) parser->current = finalize(parser, parser->current);
  parser->current = finalize(parser, directive);
  directive->end_line = parser->line_number;
  directive->end_column = parser->first_nonspace + text.len;
  directive->as.heading.level = 1;
  return true;
}
