// Times the parsing of a text as Markdown and the finding of grades in it, one after the other, round by round.
//   pressmark_bench_detection SECONDS <TEXT
//
// The parse is markdown::parse: cmark, and the tree that the other rooms read. Reading the front matter, building the
// release, JSON and rendering are left out, and so is giving the tree back. Detection is inspection::detect as a whole,
// with the evidence of what it finds located in the source, and all its memory given back.
// Prints one line of JSON; times are the medians over the rounds, in milliseconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/inspection/detect.h"
#include "pressmark/markdown/document.h"

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::size_t fewest_rounds = 7;
constexpr std::size_t bytes_of_a_round = 64 * 1024;  // short texts are taken several times, beyond the clock's grain

std::string read_all(std::FILE* file) {
  std::string text;
  char piece[1 << 14];
  for (std::size_t size; (size = std::fread(piece, 1, sizeof piece, file)) > 0;) text.append(piece, size);
  return text;
}

double median(std::vector<double> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

struct Times {
  std::vector<double> parse, detect;
  std::size_t grades = 0;
};

class Bench {
 public:
  explicit Bench(const std::string& text)
      : source_(text), front_matter_(pressmark::front_matter::read(source_, diagnostics_)) {}

  /// Entered anew for each round, because engines run what they have optimized only from the next call on.
  [[gnu::noinline]] void run_round(std::size_t repeats, Times& times) {
    double parse = 0;
    double detect = 0;
    for (std::size_t repeat = 0; repeat < repeats; ++repeat) {
      pressmark::text::Diagnostics diagnostics;
      const auto start = Clock::now();
      const auto document = pressmark::markdown::parse(source_, front_matter_.body_start, {}, diagnostics);
      const auto parsed = Clock::now();
      times.grades = pressmark::inspection::detect(document, front_matter_, source_, {},
                                                   pressmark::inspection::Catalogue::built_in(), diagnostics)
                         .grades.size();
      detect += Milliseconds(Clock::now() - parsed).count();
      parse += Milliseconds(parsed - start).count();
    }
    times.parse.push_back(parse / static_cast<double>(repeats));
    times.detect.push_back(detect / static_cast<double>(repeats));
  }

 private:
  pressmark::text::Diagnostics diagnostics_;
  pressmark::text::Source source_;
  pressmark::front_matter::FrontMatter front_matter_;
};

}  // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::strtod(argv[1], nullptr) : 1;
  const std::string text = read_all(stdin);
  if (text.empty()) {
    std::fputs("usage: pressmark_bench_detection SECONDS <TEXT\n", stderr);
    return 2;
  }
  const std::size_t repeats = std::max<std::size_t>(1, bytes_of_a_round / text.size());
  Bench bench(text);
  Times first;
  bench.run_round(1, first);  // builds the lexicon
  Times times;
  const auto start = Clock::now();
  // The first half warms up: a browser compiles hot wasm a second time, for speed.
  while (Milliseconds(Clock::now() - start).count() < seconds * 500) bench.run_round(repeats, times);
  times = {};
  while (times.parse.size() < fewest_rounds || Milliseconds(Clock::now() - start).count() < seconds * 1000)
    bench.run_round(repeats, times);
  std::printf(
      "{\"bytes\": %zu, \"rounds\": %zu, \"grades\": %zu, \"firstDetect\": %.4f, \"parse\": %.4f, \"detect\": %.4f}\n",
      text.size(), times.parse.size(), times.grades, first.detect.front(), median(times.parse), median(times.detect));
  return 0;
}
