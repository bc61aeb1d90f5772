// Locates every character of many small Markdown texts and reads it again from the source, for locate.mjs.
//
// Input: texts, each as its length in bytes, a line end, and the bytes. Output: one line for each text with the number
// of characters that were located exactly, of those that answered with their block, and of those located wrongly.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "pressmark/markdown/document.h"
#include "pressmark/markdown/url.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace {

using pressmark::markdown::Document;
using pressmark::markdown::NodeIndex;
using pressmark::markdown::NodeType;
using pressmark::text::Source;
using pressmark::text::Span;

struct Tally {
  int exact = 0, block = 0, wrong = 0;
};

std::size_t character_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return size;
}

bool is_typographic(std::string_view character, std::string_view written) {
  if (written == "'") return character == "\u2018" || character == "\u2019";
  if (written == "\"") return character == "\u201C" || character == "\u201D";
  if (written == "...") return character == "\u2026";
  return written.size() >= 2 && written.find_first_not_of('-') == std::string_view::npos &&
         (character == "\u2013" || character == "\u2014");
}

/// Whether `written` in the source says `character`. Entities of several characters are not judged one by one.
bool says(std::string_view written, std::string_view character) {
  if (written == character || is_typographic(character, written)) return true;
  if (written.size() == 2 && written[0] == '\\') return written.substr(1) == character;
  if (written.starts_with('&') && written.ends_with(';')) {
    return pressmark::markdown::decode_entities(written).find(character) != std::string::npos;
  }
  return character == " " && (written.find_first_of("\r\n") != std::string_view::npos ||
                              written.find_first_not_of(" \t") == std::string_view::npos);
}

/// `block`: the place of the block around the node.
void check_node(const Source& source, const Document& document, NodeIndex index, Span block, Tally& tally) {
  const std::string_view text = document[index].text;
  std::uint32_t last_end = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, character_size(text.substr(at)));
    const auto size = static_cast<std::uint32_t>(character.size());
    const Span place = document.locate(index, at, at + size);
    const std::string_view written = source.slice(place);
    const bool in_order = place.start >= last_end || written.size() > 1;
    if (says(written, character) && in_order) {
      ++tally.exact;
      last_end = place.end;
    } else if (place == block) {
      ++tally.block;
    } else {
      ++tally.wrong;
      std::cerr << "wrong: \"" << character << "\" of \"" << text << "\" is not \"" << written << "\"\n";
    }
    at += size;
  }
}

Tally check(const std::string& markdown, bool smart) {
  const Source source(markdown);
  pressmark::text::Diagnostics diagnostics;
  const Document document = pressmark::markdown::parse(source, source.content_start(), {smart}, diagnostics);
  Tally tally;
  Span block;
  for (NodeIndex i = 0; i < document.nodes().size(); ++i) {
    const NodeType type = document[i].type;
    if (!pressmark::markdown::is_inline(type)) block = document[i].span;
    if (type == NodeType::text || type == NodeType::code) check_node(source, document, i, block, tally);
  }
  return tally;
}

}  // namespace

int main(int argc, char** argv) {
  const bool smart = argc > 1 && std::string_view(argv[1]) == "smart";
  std::size_t size = 0;
  while (std::cin >> size) {
    std::cin.get();
    std::string markdown(size, '\0');
    std::cin.read(markdown.data(), static_cast<std::streamsize>(size));
    if (!std::cin) return EXIT_FAILURE;
    const Tally tally = check(markdown, smart);
    std::cout << tally.exact << ' ' << tally.block << ' ' << tally.wrong << '\n';
  }
  return EXIT_SUCCESS;
}
