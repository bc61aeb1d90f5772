// The node stream that the browser builds its DOM from: docs/architecture.md gives its form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/render/writer.h"
#include "pressmark/text/buffer.h"

namespace pressmark::render {

enum class Operation : std::uint32_t { open = 0, close = 1, text = 2, add_class = 3, attribute = 4 };

class NodeWriter final : public Writer {
 public:
  void open(Element element) override;
  void add_class(Class name) override;
  void attribute(Attribute name, std::string_view value) override;
  void text(std::string_view utf8) override;
  void close() override;

  /// The stream of everything written, as bytes.
  [[nodiscard]] std::string take();

 private:
  void add(Operation operation, std::uint32_t operand);

  std::vector<std::uint32_t> words_;
  text::Buffer text_;
  bool after_text_ = false;  // the last word is TEXT: more text joins it
};

}  // namespace pressmark::render
