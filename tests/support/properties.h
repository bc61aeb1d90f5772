// What must hold of a release and of its outputs, whatever the text says.
//
// Each function throws Broken where a property does not hold.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/pressmark.h"

namespace pressmark::properties {

/// A property that does not hold, with the place where it does not.
class Broken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

void require(bool holds, std::string_view property, std::string_view where = {});

/// Well-formed UTF-8 without NUL.
void check_text(std::string_view utf8);
/// Within the source, on boundaries of characters.
void check_span(const text::Source& source, text::Span span);

/// Every output of a release.
struct Outputs {
  std::string model, article, body, article_nodes, body_nodes, text, json_ld, ninjs;
  friend bool operator==(const Outputs&, const Outputs&) = default;
};
[[nodiscard]] Outputs outputs_of(const ParsedRelease& release);

/// What the release tells (diagnostics, fixes, grades, front matter) and every output of it.
void check_release(const ParsedRelease& release);

/// Every place is valid, and the outline is one: children inside their parents, inlines inside of blocks that take
/// them.
void check_document(const text::Source& source, const markdown::Document& document);
/// The places of the front matter lie inside of one another, and no key stands twice.
void check_front_matter(const text::Source& source, const front_matter::FrontMatter& front_matter);
/// An entry that is read without yaml-cpp is what yaml-cpp makes of it. `content`: of front matter, without its marks.
void check_plain_entry(std::string_view content);
void check_diagnostics(const text::Source& source, const text::Diagnostics& diagnostics);

/// HTML as our writer makes it: balanced, inside the vocabulary, nested so that a parser makes the same tree of it,
/// every value of an attribute of its kind.
void check_markup(std::string_view html);
/// A node stream as docs/architecture.md has it, that says what the HTML says.
void check_nodes(std::string_view stream, std::string_view html);
/// JSON that can stand inside of a script element.
void check_script_json(std::string_view json);
/// The only control characters of plain text are line ends and tabs.
void check_plain_text(std::string_view text);

/// The same text with the same options gives the same outputs.
void check_repeatable(std::string_view bytes, const ParseOptions& options);
/// Each fix leads to a text that can be parsed, and an author who accepts one after the other comes to an end.
void check_fixes(std::string_view bytes, const ParseOptions& options);

/// The text with an edit applied.
[[nodiscard]] std::string applied(const text::Source& source, const text::Fix& fix);

}  // namespace pressmark::properties
