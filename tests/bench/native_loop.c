#include "native_loop.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *text = malloc(*size + 1);
  const size_t got = text ? fread(text, 1, *size, file) : 0;
  fclose(file);
  if (!text || got != *size) return NULL;
  return text;
}

int bench_main(int count, char **values, size_t (*render)(const char *, size_t)) {
  size_t size = 0;
  char *text = count == 2 ? read_file(values[1], &size) : NULL;
  if (!text) {
    fprintf(stderr, "give it the file to render; a line of milliseconds on standard input runs it so long\n");
    return 2;
  }
  double milliseconds;
  while (scanf("%lf", &milliseconds) == 1) {
    const double start = now();
    double end = start;
    size_t runs = 0;
    size_t made = 0;
    do {
      made = render(text, size);
      ++runs;
      end = now();
    } while (end - start < milliseconds);
    printf("%.6f %zu\n", (end - start) / (double)runs, made);
    fflush(stdout);
  }
  free(text);
  return 0;
}
