// cmark's tree, read without its accessors' checks and copies. The one place that knows the inside of cmark's nodes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "cmark.h"
#include "node.h"
#include "pressmark/markdown/document.h"
#include "pressmark/markdown/extra_blocks.h"
#include "pressmark/markdown/extra_inlines.h"

namespace pressmark::markdown {

inline cmark_node_type type_of(const cmark_node* node) { return static_cast<cmark_node_type>(node->type); }

inline bool is_table(const cmark_node* node) { return node->type == PRESSMARK_NODE_TABLE; }
inline bool is_table_row(const cmark_node* node) { return node->type == PRESSMARK_NODE_TABLE_ROW; }
inline bool is_directive(const cmark_node* node) { return node->type == PRESSMARK_NODE_DIRECTIVE; }
inline bool is_footnote(const cmark_node* node) { return node->type == PRESSMARK_NODE_FOOTNOTE; }
inline bool is_footnote_reference(const cmark_node* node) { return node->type == PRESSMARK_NODE_FOOTNOTE_REFERENCE; }
inline bool is_missed_footnote(const cmark_node* node) { return node->type == PRESSMARK_NODE_MISSED_FOOTNOTE; }
inline bool is_table_cell(const cmark_node* node) {
  return type_of(node) == CMARK_NODE_PARAGRAPH && node->parent != nullptr && is_table_row(node->parent);
}

/// A pair of tags of raw HTML that became a container.
inline bool is_element(const cmark_node* node) { return node->type == PRESSMARK_NODE_ELEMENT; }
/// A tag of raw HTML that has its meaning in the tree; others are dropped.
inline bool is_used_tag(const cmark_node* tag) { return tag->internal_offset == PRESSMARK_TAG_USED; }

/// Links without brackets.
inline bool is_bare_web_address(const cmark_node* link) { return link->internal_offset == PRESSMARK_BARE_WEB_ADDRESS; }
inline bool is_bare_mail_address(const cmark_node* link) {
  return link->internal_offset == PRESSMARK_BARE_MAIL_ADDRESS;
}

inline std::string_view text_of(const cmark_node* node) {
  return {reinterpret_cast<const char*>(node->data), static_cast<std::size_t>(node->len)};
}

inline std::string_view text_of(const unsigned char* characters) {
  if (characters == nullptr) return {};
  return reinterpret_cast<const char*>(characters);
}

/// The node after `node` in document order below `root`, or null.
inline cmark_node* following(cmark_node* node, const cmark_node* root) {
  if (node->first_child != nullptr) return node->first_child;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

inline constexpr NodeIndex no_node = 0xFFFFFFFF;

// The node that was made of a cmark node stands in its user data, one higher, so that null is none.
inline void remember(cmark_node* node, NodeIndex index) {
  node->user_data = reinterpret_cast<void*>(static_cast<std::uintptr_t>(index) + 1);
}
inline NodeIndex made_of(const cmark_node* node) {
  const auto value = reinterpret_cast<std::uintptr_t>(node->user_data);
  return value == 0 ? no_node : static_cast<NodeIndex>(value - 1);
}

}  // namespace pressmark::markdown
