#include "pressmark/markdown/footnotes.h"

#include <map>

#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"

namespace pressmark::markdown {

std::string footnote_id(std::uint32_t number) { return text::filled("pm-footnote_{}", number); }

std::string footnote_reference_id(std::uint32_t number, std::uint32_t ordinal) {
  return ordinal > 1 ? text::filled("pm-footnote_{}-ref-{}", number, ordinal)
                     : text::filled("pm-footnote_{}-ref", number);
}

Footnotes::Reference Footnotes::refer(const cmark_node* reference) {
  Note& note = notes_[reference->internal_offset];
  if (note.number == 0) {
    note.number = count() + 1;
    used_.push_back({reference->internal_offset, 0});
  }
  return {note.number, ++used_[note.number - 1].references};
}

void Footnotes::define(cmark_node* definition) {
  definitions_.push_back(definition);
  Note& note = notes_[definition->internal_offset];
  if (!note.definition) note.definition = definition;
}

cmark_node* Footnotes::definition(std::uint32_t number) const {
  return notes_.find(used_[number - 1].key)->second.definition;
}

std::vector<Footnotes::Unused> Footnotes::unused() const {
  std::vector<Unused> found;
  std::map<std::string, std::uint32_t> labels;  // as Slugs has it, whose code it shares
  for (const cmark_node* definition : definitions_) {
    const std::string label = text::lowered(text_of(definition));
    const bool repeated = !labels.try_emplace(label, 1).second;
    if (notes_.find(definition->internal_offset)->second.number == 0) found.push_back({definition, repeated});
  }
  return found;
}

}  // namespace pressmark::markdown
