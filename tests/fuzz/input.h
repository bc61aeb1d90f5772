// The bytes of one run: the first choose the options, the rest is the text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string_view>

#include "pressmark/pressmark.h"

namespace pressmark::fuzz {

class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  /// The next byte; 0 where there is none.
  unsigned choice() {
    if (size_ == 0) return 0;
    --size_;
    return *data_++;
  }

  /// What is left, in memory that ends where it ends: reading past it is seen by AddressSanitizer.
  std::string_view rest() {
    if (!rest_) {
      rest_ = std::make_unique<char[]>(size_);
      std::copy_n(data_, size_, rest_.get());
    }
    return {rest_.get(), size_};
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::unique_ptr<char[]> rest_;
};

/// Four bytes; four zeros are the default options, and a clock.
inline ParseOptions options_from(Input& input) {
  constexpr std::int64_t clocks[] = {1'717'243'200, 0, -8'640'000'000'000, 8'640'000'000'000};
  const unsigned look = input.choice(), grades = input.choice(), time = input.choice(), base = input.choice();
  ParseOptions options;
  options.heading_level = static_cast<int>(look % 6) + 1;
  options.images = static_cast<ImagePolicy>(look / 6 % 3);
  options.smart = look / 18 % 4 != 3;
  options.places = look / 72 % 2 == 1;
  options.grades = static_cast<GradePolicy>(grades % 4);
  if (grades / 4 % 3 > 0) options.language = grades / 4 % 3 == 1 ? "en" : "cy";
  if (grades >= 48) options.scale = inspection::scales()[grades % inspection::scales().size()].id;
  options.now = clocks[time % 4];
  if (time / 4 % 4 == 3) options.now.reset();
  if (time / 16 % 3 > 0) options.time_zone = time / 16 % 3 == 1 ? "UTC" : "America/Chicago";
  if (base % 3 > 0) options.base_url = base % 3 == 1 ? "https://example.org/a/b?c" : "//example.net";
  return options;
}

/// Runs checks; what they find ends the program, as libFuzzer wants it.
template <class Checks>
int run(Checks checks) {
  try {
    checks();
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "==fault== %s\n", fault.what());
    std::abort();
  }
  return 0;
}

}  // namespace pressmark::fuzz
