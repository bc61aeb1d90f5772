// Pressmark's own words on a page, in English or Welsh: labels, areas, grades and dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pressmark/inspection/grade.h"
#include "pressmark/release/dates.h"
#include "pressmark/render/word_tables.h"  // generated from words.yaml

namespace pressmark::render {

using release::Language;

/// Words and the language they turned out to be in: a name without a Welsh form stays English.
struct Wording {
  std::string text;
  Language language = Language::english;
};

[[nodiscard]] std::string_view word(Word name, Language language);
/// "en", "cy".
[[nodiscard]] std::string_view tag_of(Language language);

/// "Effectiveness", "Overall", "All three areas".
[[nodiscard]] Wording area_in_words(const inspection::Grade& grade, Language language);
/// "Requires improvement".
[[nodiscard]] Wording grade_in_words(const inspection::Grade& grade, Language language);
/// "The text claims three areas at Outstanding and names one".
[[nodiscard]] Wording shortfall_in_words(const inspection::Shortfall& shortfall, Language language);
/// "2 May 2019" for "2019-05-02", "May 2019" for "2019-05"; nothing where the text is not such a date.
[[nodiscard]] std::optional<std::string> day_in_words(std::string_view iso, Language language);
/// "Thursday 2 May 2019, 00:01"; the zone is named where it is not that of the United Kingdom. The author's own words
/// where the date could not be read.
[[nodiscard]] std::string moment_in_words(const release::Moment& moment, Language language);

}  // namespace pressmark::render
