// cmark's tree, read without its accessors' checks and copies. The one place that knows the inside of cmark's nodes.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include "cmark.h"
#include "node.h"

namespace pressmark::markdown {

inline cmark_node_type type_of(const cmark_node* node) { return static_cast<cmark_node_type>(node->type); }

inline std::string_view text_of(const cmark_node* node) {
  return {reinterpret_cast<const char*>(node->data), static_cast<std::size_t>(node->len)};
}

inline std::string_view text_of(const unsigned char* characters) {
  if (characters == nullptr) return {};
  return reinterpret_cast<const char*>(characters);
}

inline bool is_leaf_block(const cmark_node* node) {
  const cmark_node_type type = type_of(node);
  return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
}

/// The node after `node` in document order below `root`, or null.
inline cmark_node* following(cmark_node* node, const cmark_node* root) {
  if (node->first_child != nullptr) return node->first_child;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

}  // namespace pressmark::markdown
