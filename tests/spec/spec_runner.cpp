// Renders many small Markdown texts in one process, for commonmark.mjs and its like.
//   pressmark_spec_runner [--smart]      --smart: with typographic punctuation
// Input and output are sequences of texts, each as its length in bytes, a line end, and the bytes.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "pressmark/markdown/document.h"
#include "pressmark/render/body.h"
#include "pressmark/render/html.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace {

std::string to_html(const std::string& markdown, bool smart) {
  const pressmark::text::Source source(markdown);
  pressmark::text::Diagnostics diagnostics;
  pressmark::markdown::ParseOptions parse_options;
  parse_options.smart = smart;
  const auto document = pressmark::markdown::parse(source, source.content_start(), parse_options, diagnostics);
  pressmark::render::BodyOptions options;
  options.headline_level = 0;
  pressmark::render::HtmlWriter writer;
  pressmark::render::write_body(writer, document, options);
  return writer.take();
}

}  // namespace

int main(int count, char** values) {
  const bool smart = count > 1 && std::string_view(values[1]) == "--smart";
  std::size_t size = 0;
  while (std::cin >> size) {
    std::cin.get();
    std::string markdown(size, '\0');
    std::cin.read(markdown.data(), static_cast<std::streamsize>(size));
    if (!std::cin) return EXIT_FAILURE;
    const std::string html = to_html(markdown, smart);
    std::cout << html.size() << '\n' << html;
  }
  return EXIT_SUCCESS;
}
