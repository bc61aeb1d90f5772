#include "pressmark/text/diagnostics.h"

#include <algorithm>
#include <utility>

#include "pressmark/text/limits.h"

namespace pressmark::text {

void Diagnostics::add(Severity severity, std::string_view code, Span span, const char* message) {
  add(severity, code, span, std::string(message), std::nullopt);
}

void Diagnostics::add(Severity severity, std::string_view code, Span span, std::string message) {
  add(severity, code, span, std::move(message), std::nullopt);
}

void Diagnostics::add(Severity severity, std::string_view code, Span span, std::string message, std::optional<Fix> fix) {
  if (all_.size() >= limits::max_diagnostics) return;
  if (all_.size() + 1 == limits::max_diagnostics) {
    all_.push_back({Severity::info, "too-many-diagnostics",
                    "There is more to report than fits here. Mend what is listed first; the rest will then be shown.", span, {}});
    return;
  }
  all_.push_back({severity, code, std::move(message), span, std::move(fix)});
}

void Diagnostics::sort() {
  // There are few, and most stand in order; std::stable_sort takes many times the code.
  for (auto next = all_.begin(); next != all_.end(); ++next) {
    const auto place =
        std::upper_bound(all_.begin(), next, *next,
                         [](const Diagnostic& a, const Diagnostic& b) { return a.span.start < b.span.start; });
    std::rotate(place, next, next + 1);
  }
}

}  // namespace pressmark::text
