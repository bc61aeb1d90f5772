// Memory that is bump-allocated and freed whole: one for the blocks and words of a Markdown tree, one for the inlines of
// the block that is being read. cmark takes it through its allocator interface, which has no context argument, so the
// arena in use is the one of the innermost ArenaScope of the thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "cmark.h"

namespace pressmark::markdown {

class Arena {
 public:
  /// `first_block`: bytes to reserve with the first allocation.
  explicit Arena(std::size_t first_block = 4096) : next_block_size_(first_block) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  /// Uninitialised memory, aligned for pointers. Throws std::bad_alloc.
  [[nodiscard]] void* allocate(std::size_t size);
  /// Grows in place where the block is the newest; `block` may be null.
  [[nodiscard]] void* resize(void* block, std::size_t size);
  /// Gives back the newest block; others stay until the arena goes.
  void release(void* block);

  /// A copy of `text` that lives as long as the arena; it can be neither resized nor released.
  [[nodiscard]] std::string_view store(std::string_view text);
  /// Room for as many characters, likewise.
  [[nodiscard]] char* room_for(std::size_t size);

  /// Takes everything back. The newest block of memory stays, to be used again.
  void reset();

 private:
  void add_block(std::size_t size);

  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };
  std::vector<Block> blocks_;
  std::byte* next_ = nullptr;  // always aligned
  std::byte* end_ = nullptr;
  std::byte* newest_ = nullptr;  // the allocation that may still move its end
  std::size_t next_block_size_;
};

/// While it lives, memory() allocates from `arena`.
class ArenaScope {
 public:
  explicit ArenaScope(Arena& arena);
  ArenaScope(const ArenaScope&) = delete;
  ArenaScope& operator=(const ArenaScope&) = delete;
  ~ArenaScope();

  /// The allocator to hand to cmark. Throws std::bad_alloc through cmark, which is compiled with exceptions for that.
  [[nodiscard]] static cmark_mem* memory();

 private:
  Arena* outer_;
};

}  // namespace pressmark::markdown
