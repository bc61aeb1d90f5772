// Tells cheaply of most texts without grades that they have none, before anything is built or read for them.
#pragma once

#include "pressmark/markdown/document.h"

namespace pressmark::inspection {

/// Whether the words of a text may state a grade of a built-in scale: false only where detect() would find none.
[[nodiscard]] bool may_state_grade(const markdown::Document& document);

}  // namespace pressmark::inspection
