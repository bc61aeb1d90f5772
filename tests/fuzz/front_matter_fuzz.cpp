// Front matter, in each of the ways to write it, and what the model makes of it.
#include <string>

#include "input.h"
#include "pressmark/front_matter/front_matter.h"
#include "properties.h"

using namespace pressmark;

namespace {

std::string written(unsigned form, std::string_view content) {
  const std::string text(content);
  switch (form % 6) {
    case 0:
      return text;
    case 1:
      return "---\n" + text + "\n---\n\nWords.\n";
    case 2:
      return "```yaml\n" + text + "\n```\n\nWords.\n";
    case 3:
      return "---json\n" + text + "\n---\n\nWords.\n";
    case 4:
      return "---\r\n" + text + "\r\n...\r\n# Words\r\n";
    default:
      return "{\"" + text + "\n\nWords.\n";
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run([&] {
    fuzz::Input input(data, size);
    const unsigned form = input.choice();
    ParseOptions options = fuzz::options_from(input);
    options.places = true;
    properties::check_plain_entry(input.rest());
    const std::string text = written(form, input.rest());
    const text::Source source(text);
    text::Diagnostics diagnostics;
    const front_matter::FrontMatter found = front_matter::read(source, diagnostics);
    properties::check_front_matter(source, found);
    properties::check_diagnostics(source, diagnostics);
    if (found.metadata.is_map()) properties::check_release(*parse(text, options));
    if (form / 6 % 8 == 1) properties::check_fixes(text, options);
  });
}
