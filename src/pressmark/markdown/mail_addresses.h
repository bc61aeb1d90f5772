// E-mail addresses among the words of a text, which become links.
#pragma once

#include "pressmark/markdown/arena.h"
#include "pressmark/markdown/cmark_tree.h"

namespace pressmark::markdown {

/// Makes links of the e-mail addresses in a text, which stands between other inlines. An address is letters, digits and
/// "._+-", an "@", and a domain with a point in it; "mailto:" before it is part of it.
void link_mail_addresses(cmark_node* text, Arena& arena);

}  // namespace pressmark::markdown
