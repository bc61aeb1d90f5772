// What every output of the article is written through. The article is walked once (article.h, body.h); the walk speaks
// to a Writer, and the writer makes HTML, a node stream for the DOM, or plain text of it.
//
// Order of calls for an element: open, then its classes and attributes, then its content, then close (void elements are
// closed too). Text and attribute values are plain text: escaping is the writer's business.
#pragma once

#include <string_view>

#include "pressmark/render/vocabulary.h"  // generated: enum class Element, Attribute, Class and their tables

namespace pressmark::render {

class Writer {
 public:
  virtual ~Writer() = default;
  virtual void open(Element element) = 0;
  virtual void add_class(Class name) = 0;
  virtual void attribute(Attribute name, std::string_view value) = 0;
  virtual void text(std::string_view utf8) = 0;
  virtual void close() = 0;
};

}  // namespace pressmark::render
