// Names of bodies beside each other: whether two are of one, and whether one is of a group.
#pragma once

#include <string_view>

namespace pressmark::inspection {

/// Whether two names are of one body. They are if they share a word, unless each has others too: "Tansy Court" and
/// "Tansy Court Care Home", but not "North Cantref Ardal" and "Morfalan Cantref".
[[nodiscard]] bool share_a_name(std::string_view a, std::string_view b);

/// "Thorley Hospitals NHS Trust": it may have many bodies.
[[nodiscard]] bool names_a_group(std::string_view name);

}  // namespace pressmark::inspection
