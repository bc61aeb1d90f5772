#include "pressmark/markdown/cmark_edits.h"

#include "pressmark/markdown/arena.h"

namespace pressmark::markdown {

cmark_node* new_node(cmark_node_type type) { return cmark_node_new_with_mem(type, ArenaScope::memory()); }

cmark_node* new_text(std::string_view characters) {
  cmark_node* text = new_node(CMARK_NODE_TEXT);
  set_text(text, characters);
  return text;
}

void set_text(cmark_node* text, std::string_view characters) {
  // Nobody writes to the texts of a finished tree.
  text->data = reinterpret_cast<unsigned char*>(const_cast<char*>(characters.data()));
  text->len = static_cast<bufsize_t>(characters.size());
}

void insert_after(cmark_node* node, cmark_node* added) {
  added->parent = node->parent;
  added->prev = node;
  added->next = node->next;
  (node->next != nullptr ? node->next->prev : node->parent->last_child) = added;
  node->next = added;
}

void append_to(cmark_node* parent, cmark_node* added) {
  added->parent = parent;
  added->prev = parent->last_child;
  added->next = nullptr;
  (parent->last_child != nullptr ? parent->last_child->next : parent->first_child) = added;
  parent->last_child = added;
}

void take_out(cmark_node* node) {
  (node->next != nullptr ? node->next->prev : node->parent->last_child) = node->prev;
  (node->prev != nullptr ? node->prev->next : node->parent->first_child) = node->next;
  node->parent = node->prev = node->next = nullptr;
}

}  // namespace pressmark::markdown
