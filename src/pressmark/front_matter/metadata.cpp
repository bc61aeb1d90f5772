#include "pressmark/front_matter/metadata.h"

#include "pressmark/text/ascii.h"

namespace pressmark::front_matter {

const Entry* Value::find(std::string_view key) const {
  const Entry* alike = nullptr;
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry;
    if (!alike && text::alike(entry.key, key)) alike = &entry;
  }
  return alike;
}

const Entry* Value::find_path(std::string_view path) const {
  // Every dot may part two keys or belong to one; a nested map goes before a key that is spelled with the dot.
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
    const Entry* outer = find(path.substr(0, dot));
    if (outer == nullptr) continue;
    if (const Entry* inner = outer->value.find_path(path.substr(dot + 1))) return inner;
  }
  return find(path);
}

}  // namespace pressmark::front_matter
