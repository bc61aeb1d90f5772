#include "pressmark/text/diagnostics.h"

#include <algorithm>
#include <utility>

#include "pressmark/text/limits.h"

namespace pressmark::text {

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
  std::stable_sort(all_.begin(), all_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span.start < b.span.start; });
}

}  // namespace pressmark::text
