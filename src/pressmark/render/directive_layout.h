// How the content of a directive is laid out: which of its nodes serve as something other than themselves.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pressmark/markdown/document.h"

namespace pressmark::render {

struct DirectiveLayout {
  using Index = std::optional<markdown::NodeIndex>;

  Index heading;  // the first child, a heading that names the section
  Index bare;     // a child that gets no element of its own: the block quote of a quotation, the paragraph of a picture
  /// Where the second part begins. Quote: the line that names the speaker; figure: the caption; statistic: the words
  /// behind the figure; contact: what follows the heading. The break before it, where it begins in the midst of a
  /// paragraph.
  Index turn;
  Index figure;  // statistic: the paragraph that begins with the figure, or the bold words that are it
};

/// `attributed`: the speaker of a quotation is stated already, so that no line of its content names one.
[[nodiscard]] DirectiveLayout layout_of(const markdown::Document& document, markdown::NodeIndex directive,
                                        bool attributed);

/// Whether an address may stand around what follows node `from` of a directive: HTML allows no headings in it.
[[nodiscard]] bool fits_address(const markdown::Document& document, markdown::NodeIndex from, markdown::NodeIndex end);

/// Bytes of the dashes and blanks with which a line begins.
[[nodiscard]] std::size_t leading_dashes(std::string_view line);

/// Whether a line says whose picture it is: "Credit: …", "Photo: …", "© …".
[[nodiscard]] bool names_credit(std::string_view line);

/// Whether a paragraph is the mark at the end of a release: ENDS, -ends-, – Ends –, -30-.
[[nodiscard]] bool is_ends_mark(std::string_view words);
/// False for the first words of most other paragraphs.
[[nodiscard]] bool may_begin_ends_mark(std::string_view words);

/// "1.2 MB" for "1258291"; a size that is written with its unit stays as it is.
[[nodiscard]] std::string size_in_words(std::string_view size);

/// "PDF" for ".../report.pdf?v=2"; nothing for an address that names no file of a kind that people download.
[[nodiscard]] std::optional<std::string> file_type(std::string_view url);

}  // namespace pressmark::render
