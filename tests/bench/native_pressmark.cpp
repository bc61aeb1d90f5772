// Our way from Markdown to the body's HTML, with front matter, repair, ids, extensions and diagnostics; no grades.
#include "native_loop.h"
#include "pressmark/pressmark.h"

namespace {

std::size_t render(const char* text, std::size_t size) {
  pressmark::ParseOptions options;
  options.grades = pressmark::GradePolicy::none;
  const auto release = pressmark::parse({text, size}, options);
  return pressmark::to_html(*release, pressmark::Part::body).size();
}

}  // namespace

int main(int count, char** values) { return bench_main(count, values, render); }
