// Tells symbols by their bytes in UTF-8.
#include "pressmark/inspection/symbols.h"

namespace pressmark::inspection {

Symbol symbol_at(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  if (byte(0) == 0xC2) {
    if (byte(1) == 0xA0) return {2, Mark::other, true};
    if (byte(1) == 0xAD) return {2, Mark::other, false, false, true};  // soft hyphen
    if (byte(1) == 0xAB || byte(1) == 0xBB) return {2, Mark::quote};
    if (byte(1) == 0xB7) return {2, Mark::bullet};
    if (byte(1) < 0xB0) return {2, Mark::other};
  }
  if (byte(0) == 0xE2) {
    if (byte(1) == 0x80) {
      const unsigned char last = static_cast<unsigned char>(byte(2));
      if (last >= 0x80 && last <= 0x8F) return {3, Mark::other, true};  // spaces of many widths
      if (last == 0xAF) return {3, Mark::other, true};                  // narrow no-break space
      if (last == 0x90 || last == 0x91) return {3, Mark::other, false, false, true};
      if (last >= 0x92 && last <= 0x95) return {3, Mark::dash};
      if (last == 0x98 || last == 0x9C) return {3, Mark::quote, false, false, false, true};
      if (last == 0x99) return {3, Mark::quote, false, true};
      if (last >= 0x9A && last <= 0x9F) return {3, Mark::quote};
      if (last == 0xA2 || last == 0xA3) return {3, Mark::bullet};
      if (last == 0xB9 || last == 0xBA) return {3, Mark::quote};
      return {3, Mark::other};
    }
    if (byte(1) == 0x98 && byte(2) >= 0x90 && byte(2) <= 0x92)  // ☐ ☑ ☒
      return {.size = 3, .box = byte(2) == 0x90 ? Box::empty : Box::ticked};
    if (byte(1) == 0x96 && byte(2) == 0xA2)  // ▢; not □, of which "■■■□" is made
      return {.size = 3, .mark = Mark::bullet, .box = Box::empty};
    const bool check = byte(1) == 0x9C && (byte(2) == 0x85 || byte(2) == 0x93 || byte(2) == 0x94);  // ✅ ✓ ✔
    const bool circle = byte(1) == 0x9A && (byte(2) == 0xAA || byte(2) == 0xAB);                    // ⚪ ⚫
    if (byte(1) == 0x97 || byte(1) == 0x96 || check || circle) return {3, Mark::bullet};            // geometric shapes
    // "Safe → Good"
    if (byte(1) == 0x86 && byte(2) == 0x92) return {.size = 3, .mark = Mark::dash, .arrow = true};
    if (byte(1) == 0x9E && byte(2) >= 0x94) return {.size = 3, .mark = Mark::dash, .arrow = true};  // ➡
    if (byte(1) >= 0x81 && byte(1) <= 0xAF) return {.size = 3, .picture = byte(1) == 0xAD};  // arrows, symbols; ⭐
  }
  // For private use: a bullet of a symbol font, as it is copied from a PDF.
  if (byte(0) == 0xEE || (byte(0) == 0xEF && byte(1) <= 0xA3)) return {3, Mark::bullet};
  // Says that the character before it is a picture.
  if (byte(0) == 0xEF && byte(1) == 0xB8 && byte(2) == 0x8F) return {3, Mark::other, false, false, true};
  if (byte(0) == 0xF0 && byte(1) == 0x9F) {  // pictures: "Safe 👉 Good"
    const bool points = byte(2) == 0x91 && byte(3) == 0x89;
    return {.size = 4, .mark = points ? Mark::dash : Mark::other, .picture = !points};
  }
  return {};
}

}  // namespace pressmark::inspection
