// Markdown with the extensions: the tree, its places in the source, and what every writer makes of it.
#include "input.h"
#include "pressmark/markdown/document.h"
#include "pressmark/render/body.h"
#include "pressmark/render/html.h"
#include "pressmark/render/nodes.h"
#include "pressmark/render/plain_text.h"
#include "properties.h"

using namespace pressmark;

namespace {

template <class W>
std::string written(const markdown::Document& document, const render::BodyOptions& options) {
  W writer;
  render::write_body(writer, document, options);
  return writer.take();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run([&] {
    fuzz::Input input(data, size);
    const unsigned choice = input.choice();
    const text::Source source(input.rest());
    text::Diagnostics diagnostics;
    const markdown::ParseOptions parse_options{.smart = choice % 2 == 0};
    const markdown::Document document = markdown::parse(source, source.content_start(), parse_options, diagnostics);
    properties::check_document(source, document);
    properties::check_diagnostics(source, diagnostics);
    render::BodyOptions options;
    options.headline_level = static_cast<int>(choice / 2 % 7);
    options.images = static_cast<render::Images>(choice / 14 % 3);
    options.ends_marks = choice % 3 == 0;
    if (choice >= 128) options.lines = &source;
    const std::string html = written<render::HtmlWriter>(document, options);
    properties::check_markup(html);
    properties::check_nodes(written<render::NodeWriter>(document, options), html);
    properties::check_plain_text(written<render::TextWriter>(document, options));
  });
}
