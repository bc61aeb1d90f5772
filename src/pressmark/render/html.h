// HTML as text: a fragment for a page that takes HTML. Text and values are escaped; names come from the vocabulary.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pressmark/render/writer.h"
#include "pressmark/text/buffer.h"

namespace pressmark::render {

/// Lays blocks out on lines of their own, as CommonMark's examples do.
class HtmlWriter final : public Writer {
 public:
  void open(Element element) override;
  void add_class(Class name) override;
  void attribute(Attribute name, std::string_view value) override;
  void text(std::string_view utf8) override;
  void close() override;

  /// The HTML so far. Elements must be closed.
  [[nodiscard]] std::string take();
  void reserve(std::size_t bytes) { html_.reserve(bytes); }

 private:
  void finish_tag();
  void write_classes();
  void escape(std::string_view utf8);
  void start_line();

  text::Buffer html_;
  std::vector<Element> open_;
  std::vector<Class> classes_;  // of the tag that is being written
  bool in_tag_ = false;
};

}  // namespace pressmark::render
