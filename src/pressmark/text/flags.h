// Yes or no for each of many.
#pragma once

#include <vector>

namespace pressmark::text {

/// A byte each: the bits of std::vector<bool> take half a kilobyte more of the module.
using Flags = std::vector<char>;

}  // namespace pressmark::text
