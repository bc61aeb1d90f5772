// Changes to cmark's tree, without the searches through ancestors that its own functions make.
#pragma once

#include <string_view>

#include "pressmark/markdown/cmark_tree.h"

namespace pressmark::markdown {

/// A new node that stands nowhere yet, from the arena in use.
[[nodiscard]] cmark_node* new_node(cmark_node_type type);
/// A new text. Characters live as long as the tree.
[[nodiscard]] cmark_node* new_text(std::string_view characters);
void set_text(cmark_node* text, std::string_view characters);

/// Puts a node that stands nowhere behind another.
void insert_after(cmark_node* node, cmark_node* added);
/// Puts a node that stands nowhere at the end of its new parent.
void append_to(cmark_node* parent, cmark_node* added);
/// Takes a node with all that is in it out of the tree.
void take_out(cmark_node* node);

}  // namespace pressmark::markdown
