#include "pressmark/markdown/footnotes.h"

#include <unordered_set>

#include "pressmark/text/ascii.h"

namespace pressmark::markdown {

std::string footnote_id(std::uint32_t number) { return "pm-footnote_" + std::to_string(number); }

std::string footnote_reference_id(std::uint32_t number, std::uint32_t ordinal) {
  std::string id = footnote_id(number) + "-ref";
  if (ordinal > 1) id += "-" + std::to_string(ordinal);
  return id;
}

Footnotes::Reference Footnotes::refer(const cmark_node* reference) {
  const auto [found, first] = numbers_.try_emplace(reference->internal_offset, count() + 1);
  if (first) used_.push_back({reference->internal_offset, 0});
  return {found->second, ++used_[found->second - 1].references};
}

void Footnotes::define(cmark_node* definition) {
  definitions_.push_back(definition);
  by_key_.emplace(definition->internal_offset, definition);
}

cmark_node* Footnotes::definition(std::uint32_t number) const { return by_key_.at(used_[number - 1].key); }

std::vector<Footnotes::Unused> Footnotes::unused() const {
  std::vector<Unused> found;
  std::unordered_set<std::string> labels;
  for (const cmark_node* definition : definitions_) {
    const bool repeated = !labels.insert(text::lowered(text_of(definition))).second;
    if (numbers_.find(definition->internal_offset) == numbers_.end()) found.push_back({definition, repeated});
  }
  return found;
}

}  // namespace pressmark::markdown
