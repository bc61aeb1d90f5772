#include "pressmark/text/filled.h"

namespace pressmark::text {

std::string fill(const char* pattern, unsigned kinds, const Filling* fillings) {
  std::string text;
  for (; *pattern != '\0'; ++pattern) {
    if (pattern[0] != '{' || pattern[1] != '}') {
      text += *pattern;
      continue;
    }
    switch (static_cast<FillingKind>(kinds & ((1U << filling_kind_bits) - 1))) {
      case FillingKind::string:
        text += *fillings->string;
        break;
      case FillingKind::view:
        text += *fillings->view;
        break;
      case FillingKind::literal:
        text += fillings->literal;
        break;
      case FillingKind::number:
        text += std::to_string(fillings->number);
    }
    kinds >>= filling_kind_bits;
    ++fillings;
    ++pattern;
  }
  return text;
}

}  // namespace pressmark::text
