// The front matter as data: a tree of values that keeps each scalar's exact text and every place in the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/text/source.h"

namespace pressmark::front_matter {

/// Kinds of the YAML 1.2 core schema. Dates are text; so are yes, no, on and off.
enum class ValueKind { null, boolean, integer, real, text, list, map };

struct Entry;

struct Value {
  ValueKind kind = ValueKind::null;
  /// A scalar's content: for text the decoded string, for the other scalars the characters as written.
  std::string scalar;
  /// The value in the source, quotes and brackets included; for a block list or map from its first to its last child.
  text::Span span;
  std::vector<Value> items;    // list
  std::vector<Entry> entries;  // map, in the order of the source; keys are unique

  [[nodiscard]] bool is_map() const { return kind == ValueKind::map; }
  [[nodiscard]] bool is_list() const { return kind == ValueKind::list; }
  [[nodiscard]] bool is_scalar() const { return !is_map() && !is_list(); }
  /// The value under a key of this map, or null. Where no key is spelled so, the first that differs in capitals alone.
  [[nodiscard]] const Entry* find(std::string_view key) const;
  /// The entry under a dotted path such as "publish.date": nested maps, or one key that is spelled with the dot, at any
  /// level. Null where there is none.
  [[nodiscard]] const Entry* find_path(std::string_view path) const;
};

struct Entry {
  std::string key;
  text::Span key_span;
  Value value;
};

}  // namespace pressmark::front_matter
