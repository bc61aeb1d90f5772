// A grade scale as a release or a page defines it, and how it is read.
//
//   scales:                                   # or one map
//     - id: acme-kitchens
//       name: Acme kitchen marks              # the keys are those of scales/*.yaml
//       inspectorate: Acme Food Guild
//       overall: true
//       grades: [Gold, Silver, Bronze]        # best first; or maps with label, id, cy, words, tone, number, definition
//       areas: [Kitchen, Storage]             # or maps with name, cy, aliases, pillar, former
#pragma once

#include <string>
#include <vector>

#include "pressmark/front_matter/metadata.h"
#include "pressmark/inspection/scale.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::inspection {

/// What Scale is, with storage of its own; the fields are described there.
struct ScaleDefinition {
  struct Grade {
    std::string id, label, label_cy, definition;
    std::vector<std::string> words;
    std::uint8_t tone = 1;
    std::int8_t number = -1;
  };
  struct Area {
    std::string name, name_cy, pillar;
    std::vector<std::string> aliases;
    bool former = false;
  };
  std::string id, name, inspectorate, from, to;
  std::vector<std::string> names, nicknames, programmes, cues;
  bool overall = false;
  Numbers numbers = Numbers::none;
  std::vector<Grade> grades;
  std::vector<Area> areas;
  std::vector<std::string> ungraded, never;
};

/// The definitions in a map or a list of maps; `source` is the text that they stand in. A scale whose grades or id are
/// in doubt is left out as a whole, because its grades would be wrong; of all else the part that is in doubt. Every
/// fault has a diagnostic.
[[nodiscard]] std::vector<ScaleDefinition> read_scales(const front_matter::Value& value, const text::Source& source,
                                                       text::Diagnostics& diagnostics);

}  // namespace pressmark::inspection
