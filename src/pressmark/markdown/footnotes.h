// Footnotes: their ids, and which of them a document shows, in which order.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pressmark/markdown/cmark_tree.h"
#include "pressmark/text/diagnostics.h"

namespace pressmark::markdown {

// No heading has such an id: there is no underscore in theirs.
[[nodiscard]] std::string footnote_id(std::uint32_t number);
/// `ordinal`: which of the references to the footnote, from 1.
[[nodiscard]] std::string footnote_reference_id(std::uint32_t number, std::uint32_t ordinal);

class Footnotes {
 public:
  struct Reference {
    std::uint32_t number;   // of the footnote, from 1
    std::uint32_t ordinal;  // of the reference among those to the footnote, from 1
  };

  /// Takes note of a definition, in document order.
  void define(cmark_node* definition);
  /// Counts a reference, in document order. The first to a footnote gives it its number.
  [[nodiscard]] Reference refer(const cmark_node* reference);

  /// How many footnotes were referred to so far.
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(used_.size()); }
  /// What a footnote of a number says, once all definitions are known.
  [[nodiscard]] cmark_node* definition(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t references(std::uint32_t number) const { return used_[number - 1].references; }

  struct Unused {
    const cmark_node* definition;
    bool repeated;  // its label is that of a footnote before it
  };
  /// Definitions that no reference leads to, in document order.
  [[nodiscard]] std::vector<Unused> unused() const;

 private:
  struct Used {
    int key;  // the internal offset of definition and references
    std::uint32_t references;
  };
  struct Note {
    cmark_node* definition = nullptr;
    std::uint32_t number = 0;  // 0: no reference leads to it
  };

  std::vector<cmark_node*> definitions_;
  std::map<int, Note> notes_;  // by key
  std::vector<Used> used_;     // by number
};

}  // namespace pressmark::markdown
