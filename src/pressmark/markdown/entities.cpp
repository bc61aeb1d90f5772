#include "pressmark/markdown/entities.h"

#include "houdini.h"
#include "pressmark/markdown/arena.h"

namespace pressmark::markdown {

std::optional<Entity> read_entity(std::string_view text) {
  Arena arena(64);
  const ArenaScope scope(arena);
  cmark_strbuf decoded;
  cmark_strbuf_init(ArenaScope::memory(), &decoded, 0);
  const bufsize_t size = houdini_unescape_ent(&decoded, reinterpret_cast<const std::uint8_t*>(text.data()) + 1,
                                              static_cast<bufsize_t>(text.size()) - 1);
  if (size <= 0) return {};
  return Entity{static_cast<std::size_t>(size) + 1,
                {reinterpret_cast<const char*>(decoded.ptr), static_cast<std::size_t>(decoded.size)}};
}

}  // namespace pressmark::markdown
