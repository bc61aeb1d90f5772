// qsort for cmark, which alone calls it in this module, for the definitions of links: in place and in n log n steps
// whatever their order, by a heap. musl's own smooth sort takes five times the room: 0.5 kB of the compressed module.
#include <stdlib.h>

typedef int Compare(const void*, const void*);

static void swap(char* a, char* b, size_t width) {
  for (; width > 0; --width, ++a, ++b) {
    const char kept = *a;
    *a = *b;
    *b = kept;
  }
}

/// Lets an item sink until none of its two below is greater.
static void sink(char* base, size_t at, size_t count, size_t width, Compare* compare) {
  for (size_t below; (below = 2 * at + 1) < count; at = below) {
    if (below + 1 < count && compare(base + below * width, base + (below + 1) * width) < 0) ++below;
    if (compare(base + at * width, base + below * width) >= 0) return;
    swap(base + at * width, base + below * width, width);
  }
}

void qsort(void* base, size_t count, size_t width, Compare* compare) {
  for (size_t at = count / 2; at-- > 0;) sink(base, at, count, width, compare);
  while (count > 1) {
    --count;
    swap(base, (char*)base + count * width, width);
    sink(base, 0, count, width, compare);
  }
}
