#include "pressmark/render/nodes.h"

#include <bit>
#include <utility>

#include "pressmark/text/scan.h"

namespace pressmark::render {
namespace {

using text::utf16_units;

constexpr std::uint32_t operand_shift = 4;

void append(std::string& bytes, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 0xFF);
}

}  // namespace

void NodeWriter::add(Operation operation, std::uint32_t operand) {
  words_.push_back(operand << operand_shift | static_cast<std::uint32_t>(operation));
  after_text_ = operation == Operation::text;
}

void NodeWriter::open(Element element) { add(Operation::open, static_cast<std::uint32_t>(element)); }

void NodeWriter::add_class(Class name) { add(Operation::add_class, static_cast<std::uint32_t>(name)); }

void NodeWriter::attribute(Attribute name, std::string_view value) {
  add(Operation::attribute, static_cast<std::uint32_t>(name));
  words_.push_back(utf16_units(value));
  text_ += value;
}

void NodeWriter::text(std::string_view utf8) {
  if (utf8.empty()) return;
  if (after_text_) {
    words_.back() += utf16_units(utf8) << operand_shift;
  } else {
    add(Operation::text, utf16_units(utf8));
  }
  text_ += utf8;
}

void NodeWriter::close() { add(Operation::close, 0); }

std::string NodeWriter::take() {
  std::string stream;
  stream.reserve(4 * (2 + words_.size()) + text_.size());
  append(stream, static_cast<std::uint32_t>(words_.size()));
  append(stream, static_cast<std::uint32_t>(text_.size()));
  if constexpr (std::endian::native == std::endian::little) {
    stream.append(reinterpret_cast<const char*>(words_.data()), words_.size() * sizeof(std::uint32_t));
  } else {
    for (const std::uint32_t word : words_) append(stream, word);
  }
  stream += text_.take();
  words_.clear();
  after_text_ = false;
  return stream;
}

}  // namespace pressmark::render
