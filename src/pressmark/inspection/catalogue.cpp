#include "pressmark/inspection/catalogue.h"

namespace pressmark::inspection {

const Catalogue& Catalogue::built_in() {
  static const Catalogue catalogue;
  return catalogue;
}

}  // namespace pressmark::inspection
