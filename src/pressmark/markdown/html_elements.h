// The elements of HTML that an author may write for words: which they are, and which tags in a text make them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pressmark/markdown/cmark_tree.h"
#include "pressmark/markdown/document.h"

namespace pressmark::markdown {

/// What a tag stands for in the tree.
struct HarmlessElement {
  std::string_view name;
  NodeType type;                             // element, or that of the Markdown that says the same
  InlineElement element = InlineElement::b;  // where the type is element
};

/// The harmless element of a name, in either case; null where it is not one.
[[nodiscard]] const HarmlessElement* harmless_element(std::string_view name);

/// Whether a tag says more than its name.
[[nodiscard]] bool has_attributes(std::string_view tag);
/// The value of the attribute "title" of a tag, with its character references decoded; nothing where there is none.
[[nodiscard]] std::optional<std::string> title_of_tag(std::string_view tag);

/// Pairs the tags of harmless elements among `first`, which is a tag, and the siblings behind it. The nodes between the
/// tags of a pair go into the first of the two, and the second stands at their end. Pairs do not cross each other, nor
/// other inlines; a tag without a partner is marked as dropped. Linear in the number of siblings.
void pair_tags(cmark_node* first);

}  // namespace pressmark::markdown
