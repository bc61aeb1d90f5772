// What this module has in the place of stdio. cmark says why it ends where memory ends, and nlohmann's lexer how a wrong
// character is written in its own message, which nobody reads; there is nowhere to write to. musl's own functions bring
// the arithmetic of long doubles and the writing of files with them: 4 kB of the compressed module.
#include <stddef.h>
#include <stdio.h>

#undef stderr
FILE* const stderr = NULL;

int fprintf(FILE* file, const char* format, ...) {
  (void)file, (void)format;
  return 0;
}

/// As Emscripten calls it where nothing is a floating-point number.
int fiprintf(FILE* file, const char* format, ...) {
  (void)file, (void)format;
  return 0;
}

int snprintf(char* out, size_t size, const char* format, ...) {
  (void)format;
  if (size > 0) *out = '\0';
  return 0;
}
