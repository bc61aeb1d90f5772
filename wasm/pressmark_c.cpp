#include "pressmark_c.h"

#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "options.h"
#include "pressmark/pressmark.h"
#include "pressmark/render/json_object.h"

namespace {

using pressmark::render::JsonObject;

/// The release that pm_parse saw last, and the bytes of the last answer.
std::unique_ptr<pressmark::ParsedRelease> kept_release;
std::string kept_answer;

/// The options that pm_parse was given last: those of all releases of a page are alike, and reading them takes a tenth of
/// the time of a short one.
std::string kept_options_json;
std::optional<pressmark::ParseOptions> kept_options;

struct Answer {
  pm_status status;
  std::string data;
};

Answer refused(pm_status status, JsonObject& detail) { return {status, detail.done().text()}; }

Answer refused(pm_status status, std::string_view message) {
  return refused(status, JsonObject().add("message", message));
}

/// Fills `answer` with what `work` says. Nothing that is thrown leaves here.
template <class Work>
void answer_with(pm_answer* answer, Work work) {
  pm_status status = PM_INTERNAL;
  try {
    Answer made = work();
    status = made.status;
    kept_answer = std::move(made.data);
  } catch (const std::bad_alloc&) {
    status = PM_OUT_OF_MEMORY;
    kept_answer.clear();
  } catch (const std::exception& fault) {
    try {
      kept_answer = refused(PM_INTERNAL, fault.what()).data;
    } catch (...) {
      kept_answer.clear();
    }
  } catch (...) {
    kept_answer.clear();
  }
  answer->status = static_cast<std::uint32_t>(status);
  answer->data = reinterpret_cast<const std::uint8_t*>(kept_answer.data());
  answer->size = kept_answer.size();
}

/// A block that a caller has written, and given away.
class Given {
 public:
  Given(std::uint8_t* block, std::size_t size) : block_(block), size_(size) {}
  [[nodiscard]] std::string_view text() const { return {reinterpret_cast<const char*>(block_.get()), size_}; }

 private:
  struct Release {
    void operator()(std::uint8_t* block) const { pm_release(block); }
  };
  std::unique_ptr<std::uint8_t, Release> block_;
  std::size_t size_;
};

/// The given text goes as soon as the core has its own: that of a long one is a sixth of all the memory it takes.
pressmark::text::Source read_source(Given given) { return pressmark::text::Source(given.text()); }

Answer parse(Given given, std::string_view options_json) {
  kept_release.reset();
  if (!kept_options || kept_options_json != options_json) {
    kept_options.reset();
    auto options = pressmark::c_interface::read_options(options_json);
    if (const auto* bad = std::get_if<pressmark::c_interface::BadOption>(&options)) {
      return refused(PM_BAD_ARGUMENT, bad->message);
    }
    kept_options_json = options_json;
    kept_options = std::get<pressmark::ParseOptions>(std::move(options));
  }
  const pressmark::ParseOptions& parse_options = *kept_options;
  const std::size_t size = given.text().size();
  if (size > parse_options.max_bytes) {
    return refused(PM_TOO_LARGE, JsonObject().add("size", size).add("limit", parse_options.max_bytes));
  }
  auto release = pressmark::parse(read_source(std::move(given)), parse_options);
  Answer answer{PM_OK, pressmark::to_json(*release)};
  kept_release = std::move(release);
  return answer;
}

Answer render(std::uint32_t format) {
  if (!kept_release) return refused(PM_BAD_ARGUMENT, "There is no release to render: parse one first.");
  const pressmark::ParsedRelease& release = *kept_release;
  switch (format) {
    case PM_HTML_ARTICLE:
      return {PM_OK, pressmark::to_html(release, pressmark::Part::article)};
    case PM_HTML_BODY:
      return {PM_OK, pressmark::to_html(release, pressmark::Part::body)};
    case PM_NODES_ARTICLE:
      return {PM_OK, pressmark::to_nodes(release, pressmark::Part::article)};
    case PM_NODES_BODY:
      return {PM_OK, pressmark::to_nodes(release, pressmark::Part::body)};
    case PM_TEXT:
      return {PM_OK, pressmark::to_text(release)};
    case PM_JSON_LD:
      return {PM_OK, pressmark::to_json_ld(release)};
    case PM_NINJS:
      return {PM_OK, pressmark::to_ninjs(release)};
    default:
      return refused(PM_BAD_ARGUMENT, "There is no output format " + std::to_string(format) + ".");
  }
}

}  // namespace

void* pm_allocate(size_t size) { return std::malloc(size); }

void pm_release(void* block) { std::free(block); }

void pm_parse(uint8_t* source, size_t source_size, uint8_t* options, size_t options_size, pm_answer* answer) {
  Given given_source(source, source_size);
  const Given given_options(options, options_size);
  answer_with(answer, [&] { return parse(std::move(given_source), given_options.text()); });
}

void pm_render(uint32_t format, pm_answer* answer) {
  answer_with(answer, [&] { return render(format); });
}

void pm_scales(pm_answer* answer) {
  answer_with(answer, [] { return Answer{PM_OK, pressmark::scales_json()}; });
}

void pm_version(pm_answer* answer) {
  answer_with(answer, [] { return Answer{PM_OK, std::string(pressmark::version())}; });
}
