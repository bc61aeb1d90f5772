// What Pressmark has to say about a release: faults, doubts and offers, each at its place in the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/text/source.h"

namespace pressmark::text {

enum class Severity { error, warning, info };

/// An edit that the author may accept: replace `span` by `text`. Pressmark never applies one itself.
struct Fix {
  std::string label;
  Span span;
  std::string text;
};

struct Diagnostic {
  Severity severity;
  /// Stable, lower case with hyphens, the room first: "front-matter-duplicate-key". A string literal.
  std::string_view code;
  /// One or two sentences of plain English: what is wrong and what to write instead.
  std::string message;
  Span span;
  std::optional<Fix> fix;
};

/// The diagnostics of one release, in the order in which they were found; stops at limits::max_diagnostics.
class Diagnostics {
 public:
  // Most have no fix, and many a message is a literal: those who call need not make a string or nothing out of that.
  void add(Severity severity, std::string_view code, Span span, const char* message);
  void add(Severity severity, std::string_view code, Span span, std::string message);
  void add(Severity severity, std::string_view code, Span span, std::string message, std::optional<Fix> fix);
  void error(std::string_view code, Span span, const char* message) { add(Severity::error, code, span, message); }
  void error(std::string_view code, Span span, std::string message) {
    add(Severity::error, code, span, std::move(message));
  }
  void error(std::string_view code, Span span, std::string message, std::optional<Fix> fix) {
    add(Severity::error, code, span, std::move(message), std::move(fix));
  }
  void warning(std::string_view code, Span span, const char* message) { add(Severity::warning, code, span, message); }
  void warning(std::string_view code, Span span, std::string message) {
    add(Severity::warning, code, span, std::move(message));
  }
  void warning(std::string_view code, Span span, std::string message, std::optional<Fix> fix) {
    add(Severity::warning, code, span, std::move(message), std::move(fix));
  }
  void info(std::string_view code, Span span, const char* message) { add(Severity::info, code, span, message); }
  void info(std::string_view code, Span span, std::string message) {
    add(Severity::info, code, span, std::move(message));
  }
  void info(std::string_view code, Span span, std::string message, std::optional<Fix> fix) {
    add(Severity::info, code, span, std::move(message), std::move(fix));
  }

  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  /// Sorts by place in the source (stable), as the outputs list them.
  void sort();

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace pressmark::text
