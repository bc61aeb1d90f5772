#include "pressmark/front_matter/scalar_text.h"

#include <algorithm>
#include <utility>

#include "pressmark/front_matter/entry_line.h"

namespace pressmark::front_matter {

std::string settle_text(std::string decoded, text::Span place, text::Diagnostics& diagnostics) {
  if (std::none_of(decoded.begin(), decoded.end(), is_control)) return decoded;
  std::replace_if(decoded.begin(), decoded.end(), is_control, ' ');
  diagnostics.warning("front-matter-control-character", place,
                      "This value holds a control character, which cannot be shown; it is read as a space.");
  return decoded;
}

}  // namespace pressmark::front_matter
