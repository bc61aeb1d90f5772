// memcpy, memmove, memset, memchr and memcmp by words of eight bytes. Emscripten's own take bytes one by one in modules that
// are linked for size, and words of four in others: these take a twentieth off the time for Markdown, in no more bytes.
//
// Long blocks go to the instructions that engines have for them; for short ones the way into the engine takes longer.
#include <stddef.h>
#include <stdint.h>

#define LONG_BLOCK 512

// At any address, as wasm allows.
typedef uint64_t __attribute__((aligned(1), may_alias)) word;
typedef uint32_t __attribute__((aligned(1), may_alias)) half_word;

// The ends of a block are read before anything is written, so that the blocks of memmove may overlap.

static void copy_few(unsigned char* to, const unsigned char* from, size_t size) {
  if (size >= sizeof(half_word)) {
    const half_word first = *(const half_word*)from;
    const half_word last = *(const half_word*)(from + size - sizeof(half_word));
    *(half_word*)to = first;
    *(half_word*)(to + size - sizeof(half_word)) = last;
  } else if (size > 0) {
    const unsigned char first = from[0], middle = from[size / 2], last = from[size - 1];
    to[0] = first;
    to[size / 2] = middle;
    to[size - 1] = last;
  }
}

static void copy_upwards(unsigned char* to, const unsigned char* from, size_t size) {
  const word last = *(const word*)(from + size - sizeof(word));
  size_t at = 0;
  for (; at + sizeof(word) < size; at += sizeof(word)) *(word*)(to + at) = *(const word*)(from + at);
  *(word*)(to + size - sizeof(word)) = last;
}

static void copy_downwards(unsigned char* to, const unsigned char* from, size_t size) {
  const word first = *(const word*)from;
  for (size_t at = size; at > sizeof(word); at -= sizeof(word)) {
    *(word*)(to + at - sizeof(word)) = *(const word*)(from + at - sizeof(word));
  }
  *(word*)to = first;
}

void* memmove(void* to, const void* from, size_t size) {
  if (size >= LONG_BLOCK) {
    __builtin_memmove(to, from, size);
  } else if (size < sizeof(word)) {
    copy_few(to, from, size);
  } else if ((uintptr_t)to - (uintptr_t)from < size) {
    copy_downwards(to, from, size);
  } else {
    copy_upwards(to, from, size);
  }
  return to;
}

void* memcpy(void* restrict to, const void* restrict from, size_t size) {
  if (size >= LONG_BLOCK) {
    __builtin_memcpy(to, from, size);
  } else if (size < sizeof(word)) {
    copy_few(to, from, size);
  } else {
    copy_upwards(to, from, size);
  }
  return to;
}

static const uint64_t each_byte = 0x0101010101010101;

void* memset(void* block, int value, size_t size) {
  unsigned char* const bytes = block;
  if (size >= LONG_BLOCK) {
    __builtin_memset(block, value, size);
  } else if (size >= sizeof(word)) {
    const word filled = (unsigned char)value * each_byte;
    for (size_t at = 0; at + sizeof(word) < size; at += sizeof(word)) *(word*)(bytes + at) = filled;
    *(word*)(bytes + size - sizeof(word)) = filled;
  } else {
    for (size_t at = 0; at < size; ++at) bytes[at] = (unsigned char)value;
  }
  return block;
}

/* A bit of the lowest byte of eight that is wanted, and perhaps bits of others above it. */
static word wanted_in(const unsigned char* at, word wanted) {
  // A byte that is the wanted one becomes zero, and the subtraction borrows from the lowest such byte first.
  const word difference = *(const word*)at ^ wanted;
  return (difference - each_byte) & ~difference & 0x80 * each_byte;
}

void* memchr(const void* block, int value, size_t size) {
  const unsigned char* at = block;
  const unsigned char* const end = at + size;
  const word wanted = (unsigned char)value * each_byte;
  // Two words at a time, because half of the time was the loop's own.
  while ((size_t)(end - at) >= 2 * sizeof(word) && (wanted_in(at, wanted) | wanted_in(at + sizeof(word), wanted)) == 0) {
    at += 2 * sizeof(word);
  }
  for (; (size_t)(end - at) >= sizeof(word); at += sizeof(word)) {
    const word found = wanted_in(at, wanted);
    if (found) return (void*)(at + __builtin_ctzll(found) / 8);
  }
  for (; at < end; ++at) {
    if (*at == (unsigned char)value) return (void*)at;
  }
  return NULL;
}

int memcmp(const void* block, const void* other, size_t size) {
  const unsigned char* one = block;
  const unsigned char* two = other;
  for (; size >= sizeof(word) && *(const word*)one == *(const word*)two; size -= sizeof(word)) {
    one += sizeof(word);
    two += sizeof(word);
  }
  for (; size > 0; --size, ++one, ++two) {
    if (*one != *two) return *one - *two;
  }
  return 0;
}
