#include "pressmark/markdown/arena.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>

#if defined(__has_feature)  // clang's way to say it
#if __has_feature(address_sanitizer) && !defined(__SANITIZE_ADDRESS__)
#define __SANITIZE_ADDRESS__
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size) (static_cast<void>(address), static_cast<void>(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) (static_cast<void>(address), static_cast<void>(size))
#endif

namespace pressmark::markdown {
namespace {

constexpr std::size_t alignment = 8;
/// Half of such a block may stay unused, on average.
constexpr std::size_t largest_block = std::size_t{256} << 10;

/// Stands before every allocation: realloc must know how much there is to move.
struct Header {
  std::uint64_t size;
};
static_assert(sizeof(Header) % alignment == 0);

constexpr std::size_t rounded(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

Header& header_of(std::byte* block) { return *reinterpret_cast<Header*>(block - sizeof(Header)); }

std::size_t size_of(std::byte* block) {
  ASAN_UNPOISON_MEMORY_REGION(block - sizeof(Header), sizeof(Header));
  const auto size = static_cast<std::size_t>(header_of(block).size);
  ASAN_POISON_MEMORY_REGION(block - sizeof(Header), sizeof(Header));
  return size;
}

void set_size(std::byte* block, std::size_t size) {
  ASAN_UNPOISON_MEMORY_REGION(block - sizeof(Header), sizeof(Header));
  header_of(block).size = size;
  ASAN_POISON_MEMORY_REGION(block - sizeof(Header), sizeof(Header));
}

thread_local Arena* current = nullptr;

void* callocate(std::size_t count, std::size_t size) {
  std::size_t whole = 0;
  if (__builtin_mul_overflow(count, size, &whole)) throw std::bad_alloc();
  return std::memset(current->allocate(whole), 0, whole);
}
void* reallocate(void* block, std::size_t size) { return current->resize(block, size); }
void release_block(void* block) { current->release(block); }

}  // namespace

Arena::~Arena() {
  for (const Block& block : blocks_) ASAN_UNPOISON_MEMORY_REGION(block.bytes.get(), block.size);
}

void Arena::add_block(std::size_t size) {
  const std::size_t block_size = std::max(size, next_block_size_);
  blocks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[block_size]), block_size});
  next_ = blocks_.back().bytes.get();
  end_ = next_ + block_size;
  ASAN_POISON_MEMORY_REGION(next_, block_size);
  next_block_size_ = std::clamp(next_block_size_ * 2, next_block_size_, std::max(next_block_size_, largest_block));
}

void* Arena::allocate(std::size_t size) {
  if (size > std::numeric_limits<std::size_t>::max() / 2) throw std::bad_alloc();
  const std::size_t needed = sizeof(Header) + rounded(size);
  if (needed > static_cast<std::size_t>(end_ - next_)) add_block(needed);
  newest_ = next_ + sizeof(Header);
  next_ = newest_ + rounded(size);
  set_size(newest_, size);
  ASAN_UNPOISON_MEMORY_REGION(newest_, size);
  return newest_;
}

void* Arena::resize(void* block, std::size_t size) {
  if (block == nullptr) return allocate(size);
  auto* bytes = static_cast<std::byte*>(block);
  const std::size_t old_size = size_of(bytes);
  if (bytes == newest_ && rounded(size) >= size && rounded(size) <= static_cast<std::size_t>(end_ - newest_)) {
    next_ = newest_ + rounded(size);
    set_size(newest_, size);
    ASAN_POISON_MEMORY_REGION(newest_, static_cast<std::size_t>(end_ - newest_));
    ASAN_UNPOISON_MEMORY_REGION(newest_, size);
    return newest_;
  }
  if (size <= old_size) return block;
  void* moved = allocate(size);
  std::memcpy(moved, block, old_size);
  release(block);
  return moved;
}

void Arena::release(void* block) {
  if (block == nullptr) return;
  auto* bytes = static_cast<std::byte*>(block);
  ASAN_POISON_MEMORY_REGION(bytes, size_of(bytes));
  if (bytes != newest_) return;
  next_ = newest_ - sizeof(Header);
  newest_ = nullptr;
}

char* Arena::room_for(std::size_t size) {
  if (rounded(size) > static_cast<std::size_t>(end_ - next_)) add_block(rounded(size));
  auto* const room = reinterpret_cast<char*>(next_);
  ASAN_UNPOISON_MEMORY_REGION(room, size);
  next_ += rounded(size);
  newest_ = nullptr;
  return room;
}

std::string_view Arena::store(std::string_view text) {
  if (text.empty()) return {};
  char* const copy = room_for(text.size());
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

void Arena::reset() {
  if (blocks_.empty()) return;
  if (blocks_.size() > 1) {
    for (const Block& block : blocks_) ASAN_UNPOISON_MEMORY_REGION(block.bytes.get(), block.size);
    blocks_.erase(blocks_.begin(), blocks_.end() - 1);
  }
  next_ = blocks_.front().bytes.get();
  end_ = next_ + blocks_.front().size;
  newest_ = nullptr;
  ASAN_POISON_MEMORY_REGION(next_, blocks_.front().size);
}

ArenaScope::ArenaScope(Arena& arena) : outer_(current) { current = &arena; }
ArenaScope::~ArenaScope() { current = outer_; }

cmark_mem* ArenaScope::memory() {
  static cmark_mem memory{callocate, reallocate, release_block};
  return &memory;
}

}  // namespace pressmark::markdown
