// What a caller of the C interface gives away.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "pressmark_c.h"

/// A block of the core's own memory with these bytes, as a page writes them there; pm_parse releases it.
inline std::uint8_t* given_block(std::string_view bytes) {
  auto* const block = static_cast<std::uint8_t*>(pm_allocate(bytes.size()));
  std::copy(bytes.begin(), bytes.end(), block);
  return block;
}
