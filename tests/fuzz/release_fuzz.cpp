// The whole pipeline: parsing and every output.
#include "input.h"
#include "properties.h"

using namespace pressmark;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run([&] {
    fuzz::Input input(data, size);
    const unsigned further = input.choice();
    const ParseOptions options = fuzz::options_from(input);
    const std::string_view text = input.rest();
    properties::check_release(*parse(text, options));
    if (further % 8 == 1) properties::check_fixes(text, options);
    if (further % 8 == 2) properties::check_repeatable(text, options);
    // A text that is cut off anywhere, also within a character.
    if (further % 8 == 3) properties::check_release(*parse(text.substr(0, text.size() * further / 256), options));
  });
}
