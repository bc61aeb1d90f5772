// snprintf without floating point. All that calls it in this module is nlohmann's lexer, with integers; musl's own brings
// the arithmetic of long doubles with it, which wasm does in software: 2 kB of the compressed module.
#include <stdarg.h>
#include <stddef.h>

/// Emscripten's, for integers alone.
int vsniprintf(char* out, size_t size, const char* format, va_list values);

int snprintf(char* out, size_t size, const char* format, ...) {
  va_list values;
  va_start(values, format);
  const int length = vsniprintf(out, size, format, values);
  va_end(values);
  return length;
}
