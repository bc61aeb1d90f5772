// A parsed text for tests of the Markdown room, and what comes of it.
#pragma once

#include <string>
#include <string_view>

#include "pressmark/markdown/document.h"
#include "pressmark/render/body.h"
#include "pressmark/render/html.h"
#include "pressmark/render/plain_text.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::tests {

struct ParsedMarkdown {
  explicit ParsedMarkdown(std::string_view markdown)
      : source(markdown), document(markdown::parse(source, source.content_start(), {}, diagnostics)) {}

  template <class W>
  [[nodiscard]] auto written() const {
    W writer;
    render::write_body(writer, document, {});
    return writer.take();
  }
  [[nodiscard]] std::string html() const { return written<render::HtmlWriter>(); }
  [[nodiscard]] std::string text() const { return written<render::TextWriter>(); }

  [[nodiscard]] int count(markdown::NodeType type) const {
    int found = 0;
    for (const auto& node : document.nodes()) found += node.type == type ? 1 : 0;
    return found;
  }

  [[nodiscard]] std::string source_of(markdown::NodeIndex index) const {
    return std::string(source.slice(document[index].span));
  }

  /// The source of the first occurrence of `words` in one text or code node.
  [[nodiscard]] std::string located(std::string_view words) const {
    for (markdown::NodeIndex i = 0; i < document.nodes().size(); ++i) {
      const auto& node = document[i];
      if (node.type != markdown::NodeType::text && node.type != markdown::NodeType::code) continue;
      const std::size_t at = node.text.find(words);
      if (at == std::string_view::npos) continue;
      const auto from = static_cast<std::uint32_t>(at);
      return std::string(source.slice(document.locate(i, from, from + static_cast<std::uint32_t>(words.size()))));
    }
    return "not found";
  }

  /// The codes of the messages with the source that each is about: "markdown-raw-html <b>".
  [[nodiscard]] std::string messages() const {
    std::string all;
    for (const auto& message : diagnostics.all()) {
      if (!all.empty()) all += "; ";
      all += std::string(message.code) + " " + std::string(source.slice(message.span));
    }
    return all;
  }

  text::Source source;
  text::Diagnostics diagnostics;
  markdown::Document document;
};

inline std::string html_of(std::string_view markdown) { return ParsedMarkdown(markdown).html(); }
inline std::string text_of(std::string_view markdown) { return ParsedMarkdown(markdown).text(); }

}  // namespace pressmark::tests
