// The functions of wasm/memory.c where this runs as wasm; those of the system elsewhere.
#include <doctest/doctest.h>

#include <cstddef>
#include <cstring>
#include <string>
#include <vector>

namespace {

// By pointers that the compiler cannot see through, or it would write loops of its own.
void* (*volatile copy)(void*, const void*, std::size_t) = std::memcpy;
void* (*volatile move)(void*, const void*, std::size_t) = std::memmove;
void* (*volatile fill)(void*, int, std::size_t) = std::memset;
const void* (*volatile find)(const void*, int, std::size_t) = std::memchr;

/// Around every limit between the ways that sizes are treated.
std::vector<std::size_t> sizes() {
  std::vector<std::size_t> all;
  for (std::size_t size = 0; size <= 40; ++size) all.push_back(size);
  for (std::size_t size = 505; size <= 520; ++size) all.push_back(size);
  return all;
}

/// No two bytes near each other are alike.
std::string different_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t at = 0; at < size; ++at) bytes[at] = static_cast<char>(at * 7 + at / 256 + 1);
  return bytes;
}

}  // namespace

TEST_CASE("blocks are copied whole, from and to any address, and nothing beside them is") {
  for (const std::size_t size : sizes()) {
    for (std::size_t from = 0; from < 9; ++from) {
      for (std::size_t to = 0; to < 9; ++to) {
        const std::string source = different_bytes(size + 16);
        std::string target(size + 16, '#');
        REQUIRE(copy(target.data() + to, source.data() + from, size) == target.data() + to);
        REQUIRE(target == std::string(to, '#') + source.substr(from, size) + std::string(16 - to, '#'));
      }
    }
  }
}

TEST_CASE("a block is moved whole to where it overlaps itself, in both directions") {
  for (const std::size_t size : sizes()) {
    for (std::size_t from = 0; from < 20; ++from) {
      for (std::size_t to = 0; to < 20; ++to) {
        std::string bytes = different_bytes(size + 20);
        const std::string expected =
            bytes.substr(0, to) + bytes.substr(from, size) + bytes.substr(std::min(to + size, bytes.size()));
        REQUIRE(move(bytes.data() + to, bytes.data() + from, size) == bytes.data() + to);
        REQUIRE(bytes == expected);
      }
    }
  }
}

TEST_CASE("blocks are filled whole, and nothing beside them is") {
  for (const std::size_t size : sizes()) {
    for (std::size_t at = 0; at < 9; ++at) {
      std::string bytes(size + 16, '#');
      REQUIRE(fill(bytes.data() + at, 0x1F0, size) == bytes.data() + at);
      REQUIRE(bytes == std::string(at, '#') + std::string(size, '\xF0') + std::string(16 - at, '#'));
    }
  }
}

TEST_CASE("the first of the wanted bytes is found in a block, and none behind its end") {
  for (const std::size_t size : sizes()) {
    for (const char wanted : {'\0', 'a', '\x80', '\xFF'}) {
      // Its neighbours in value are what arithmetic on whole words could take for it.
      std::string bytes(size + 8, static_cast<char>(wanted + 1));
      bytes[size] = wanted;
      REQUIRE(find(bytes.data(), wanted, size) == nullptr);
      for (std::size_t at = 0; at < size; at += size < 50 ? 1 : 13) {
        std::string one = bytes;
        one[at] = wanted;
        if (at + 2 < size) one[at + 2] = wanted;
        REQUIRE(find(one.data(), wanted, size) == one.data() + at);
      }
    }
  }
}
