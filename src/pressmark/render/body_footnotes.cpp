// Footnotes: their marks, and the ways back from them.
#include <algorithm>
#include <string>

#include "pressmark/markdown/footnotes.h"
#include "pressmark/render/body_walk.h"
#include "pressmark/text/filled.h"

namespace pressmark::render {
namespace {

/// Links from a footnote to its references. More would make a page of a small text that refers to one footnote very
/// often.
constexpr std::uint32_t most_ways_back = 99;

}  // namespace

void BodyWalk::write_footnote_reference(NodeIndex index) {
  const Node& reference = document_[index];
  const std::string number = std::to_string(reference.number);
  writer_.open(Element::sup);
  writer_.add_class(Class::pm_footnote_mark);
  if (in_link_) {
    writer_.attribute(Attribute::id, reference.detail);
    writer_.text(number);
  } else {
    writer_.open(Element::a);
    writer_.attribute(Attribute::href, "#" + markdown::footnote_id(reference.number));
    writer_.attribute(Attribute::id, reference.detail);
    writer_.attribute(Attribute::role, "doc-noteref");
    writer_.attribute(Attribute::aria_label, text::filled("{} {}", word(Word::footnote, options_.language), number));
    writer_.text(number);
    writer_.close();
  }
  writer_.close();
}

bool BodyWalk::ends_footnote(NodeIndex paragraph) const {
  return footnotes_ > 0 && open_.size() >= 2 && document_[paragraph].end == document_[footnote_].end &&
         open_[open_.size() - 2].leads_back;
}

void BodyWalk::lead_back() {
  const bool in_paragraph = open_.size() >= 2 && open_[open_.size() - 2].leads_back;
  if (in_paragraph) {
    open_[open_.size() - 2].leads_back = false;
  } else {
    writer_.open(Element::p);
    writer_.add_class(Class::pm_footnote_back);
  }
  bool apart = in_paragraph;
  const std::uint32_t references = std::min(document_[footnote_].number, most_ways_back);
  for (std::uint32_t ordinal = 1; ordinal <= references; ++ordinal) {
    const std::string reference = markdown::footnote_reference_id(footnotes_, ordinal);
    if (left_out_references_.contains(reference)) continue;
    if (apart) writer_.text(" ");
    write_way_back(reference, ordinal);
    apart = true;
  }
  if (!in_paragraph) writer_.close();
}

void BodyWalk::write_way_back(const std::string& reference, std::uint32_t ordinal) {
  const std::string number = ordinal > 1 ? std::to_string(ordinal) : "";
  std::string label(word(Word::back_to_text, options_.language));
  if (ordinal > 1) label += " " + number;
  writer_.open(Element::a);
  writer_.add_class(Class::pm_footnote_back);
  writer_.attribute(Attribute::href, "#" + reference);
  writer_.attribute(Attribute::role, "doc-backlink");
  writer_.attribute(Attribute::aria_label, label);
  writer_.text("\u21A9\uFE0E" + number);
  writer_.close();
}

void BodyWalk::note_left_out_references() {
  if (!options_.left_out) return;
  for (NodeIndex i = *options_.left_out; i < document_[*options_.left_out].end; ++i) {
    if (document_[i].type == NodeType::footnote_reference) left_out_references_.emplace(document_[i].detail);
  }
}
}  // namespace pressmark::render
