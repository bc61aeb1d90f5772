#include "pressmark/pressmark.h"

namespace pressmark {

std::string_view version() { return PRESSMARK_VERSION; }

}  // namespace pressmark
