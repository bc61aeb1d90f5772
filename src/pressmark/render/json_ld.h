// A release as schema.org NewsArticle in JSON-LD, for search engines.
#pragma once

#include <string>

#include "pressmark/render/view.h"

namespace pressmark::render {

/// Only what the release says; no grade is ever written as a Review or AggregateRating, which an inspection is not.
/// Safe inside a script element: <, >, & and the line separators of Unicode are escaped.
[[nodiscard]] std::string json_ld(const View& view);

}  // namespace pressmark::render
