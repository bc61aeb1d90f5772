// The loop of the native programs of the bench: each renders one file as often as fits into the milliseconds that a line
// of its standard input asks for, and answers with the milliseconds of one run and the bytes that it made. So the bench
// can let several programs take turns.
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// `render` answers with the size of what it has made.
int bench_main(int count, char **values, size_t (*render)(const char *, size_t));

#ifdef __cplusplus
}
#endif
