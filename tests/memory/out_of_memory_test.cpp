// Memory that runs out at any allocation, one after the other: std::bad_alloc leaves the core, nothing is left half
// done, and the next release comes out right. AddressSanitizer sees what would be used after it is freed, and what is
// lost.
#include <doctest/doctest.h>

#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "pressmark/pressmark.h"

namespace {

enum class Lack { none, once, for_good };

Lack lack = Lack::none;
long left = 0;     // allocations that succeed before the lack begins
long refused = 0;  // since then

bool is_refused() {
  if (lack == Lack::none || left-- > 0) return false;
  if (lack == Lack::once && refused > 0) return false;
  ++refused;
  return true;
}

}  // namespace

// All forms that the core uses: AddressSanitizer brings each of them by itself, and they would not come down to one.
void* operator new(std::size_t size) {
  void* block = is_refused() ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (!block) throw std::bad_alloc();
  return block;
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return is_refused() ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { std::free(block); }
void operator delete[](void* block) noexcept { std::free(block); }
void operator delete[](void* block, std::size_t) noexcept { std::free(block); }

namespace {

constexpr std::string_view full =
    "---\ntitle: \"Larchford \\u00e9 council\"\nsummary: 'It''s open'\ndate: 02/05/2019\nstatus: {state: corrected, "
    "reason: cost}\n"
    "inspection:\n  scale: fhrs\n  grades: {overall: 5}\n\n"
    "contacts:\n- name: Ada\n  tel: 01632 960001\n- <<: x\n---\n\n# Heading *one*\n\n> - a [link](/x \"t\") and "
    "`code`\n\n"
    "| a | b |\n|---|:-:|\n| “é” | ~~c~~ |\n\n:::quote{speaker=\"Ann Field\"}\nWords[^1] at www.example.org.\n:::\n\n"
    "[^1]: Below &amp; <b>bold</b>.\n\nLarchford Police was rated good for preventing crime.\n\n\\- one\n\\- two\n";
constexpr std::string_view json =
    "{\"title\": \"A day\", \"date\": [1.50, {\"a\": null}]}\n\n- [ ] one\n- [x] two\n\n```\ncode\n```\n";

/// HTML, nodes and plain text of a release; nothing where memory ran out. The outputs in JSON are left out: the
/// library's own destructor asks for memory, and there an end of the program is the answer.
std::optional<std::string> everything(std::string_view source, Lack wanted, long after) {
  lack = wanted;
  left = after;
  refused = 0;
  std::optional<std::string> outputs;
  try {
    const auto release = pressmark::parse(source, {});
    std::string all = to_text(*release);
    for (const auto part : {pressmark::Part::article, pressmark::Part::body}) {
      all += to_html(*release, part);
      all += to_nodes(*release, part);
    }
    outputs = std::move(all);
  } catch (const std::bad_alloc&) {
    outputs.reset();
  }
  lack = Lack::none;
  return outputs;
}

/// Lets each allocation fail in turn, `step` apart, until all succeed; says how many there are.
long let_each_fail(std::string_view source, Lack wanted, long step) {
  const auto right = everything(source, Lack::none, 0);
  REQUIRE(right);
  for (long after = 0;; after += step) {
    CAPTURE(after);
    const auto found = everything(source, wanted, after);
    if (refused == 0) return after;
    // What goes on without the memory that it asked for, such as a sort in place, must not show it.
    if (found) REQUIRE(*found == *right);
    if (after % (7 * step) == 0) REQUIRE(everything(source, Lack::none, 0) == right);
  }
}

}  // namespace

TEST_CASE("memory: an allocation that fails is told, and the next release comes out right") {
  CHECK(let_each_fail(full, Lack::once, 11) > 500);
  CHECK(let_each_fail(json, Lack::once, 1) > 100);
}

TEST_CASE("memory: so it is where all later allocations fail as well") {
  CHECK(let_each_fail(full, Lack::for_good, 13) > 500);
  CHECK(let_each_fail(json, Lack::for_good, 1) > 100);
}
