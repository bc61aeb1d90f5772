#include "pressmark/render/words.h"

#include <algorithm>
#include <chrono>
#include <span>

#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"

namespace pressmark::render {
namespace {

constexpr std::string_view count_mark = "{count}";

std::string number_in_words(int number, Language language) {
  const std::span<const std::string_view> names = language == Language::welsh
                                                      ? std::span<const std::string_view>(welsh_numbers)
                                                      : std::span<const std::string_view>(english_numbers);
  const auto index = static_cast<std::size_t>(number - 1);
  return number >= 1 && index < names.size() ? std::string(names[index]) : std::to_string(number);
}

void replace_mark(std::string& text, std::string_view mark, std::string_view words) {
  text.replace(text.find(mark), mark.size(), words);
}

std::string counted(Word name, int count, Language language) {
  std::string text{word(name, language)};
  replace_mark(text, count_mark, number_in_words(count, language));
  text[0] = text::upper(text[0]);
  return text;
}

bool is_british(std::string_view time_zone) { return time_zone == "Europe/London" || time_zone == "Europe/Dublin"; }

}  // namespace

std::string_view word(Word name, Language language) {
  const auto index = static_cast<std::size_t>(name);
  return language == Language::welsh ? welsh_words[index] : english_words[index];
}

std::string_view tag_of(Language language) { return language == Language::welsh ? "cy" : "en"; }

Wording area_in_words(const inspection::Grade& grade, Language language) {
  if (grade.area == "overall") return {std::string(word(Word::overall, language)), language};
  if (grade.area == "all") {
    return {grade.count ? counted(Word::all_counted_areas, *grade.count, language)
                        : std::string(word(Word::all_areas, language)),
            language};
  }
  if (grade.area == "some") {
    if (!grade.count) return {std::string(word(Word::some_areas, language)), language};
    return {*grade.count == 1 ? std::string(word(Word::one_area, language))
                              : counted(Word::counted_areas, *grade.count, language),
            language};
  }
  if (language == Language::welsh) {
    const inspection::ScaleArea* area = inspection::find_area(*grade.scale, grade.area);
    if (area && !area->name_cy.empty()) return {std::string(area->name_cy), Language::welsh};
  }
  return {grade.area, Language::english};
}

Wording grade_in_words(const inspection::Grade& grade, Language language) {
  if (language == Language::welsh && !grade.grade->label_cy.empty()) {
    return {std::string(grade.grade->label_cy), Language::welsh};
  }
  return {std::string(grade.grade->label), Language::english};
}

Wording shortfall_in_words(const inspection::Shortfall& shortfall, Language language) {
  const bool welsh = language == Language::welsh && !shortfall.grade->label_cy.empty();
  std::string text{word(Word::shortfall, language)};
  replace_mark(text, count_mark, number_in_words(shortfall.claimed, language));
  replace_mark(text, "{grade}", welsh ? shortfall.grade->label_cy : shortfall.grade->label);
  replace_mark(text, "{named}", number_in_words(shortfall.named, language));
  return {text, language};
}

std::optional<std::string> day_in_words(std::string_view iso, Language language) {
  const bool month_alone = iso.size() == 7;
  const bool shaped = (month_alone || (iso.size() == 10 && iso[7] == '-')) && iso[4] == '-' &&
                      std::all_of(iso.begin(), iso.end(), [](char c) { return c == '-' || text::is_digit(c); });
  const auto day = shaped ? inspection::read_day(iso) : std::nullopt;
  if (!day) return {};
  const std::chrono::year_month_day date = std::chrono::year(*day / 10000) /
                                           std::chrono::month(static_cast<unsigned>(*day / 100 % 100)) /
                                           std::chrono::day(month_alone ? 1U : static_cast<unsigned>(*day % 100));
  if (!date.ok()) return {};
  const std::string words = date_in_words(date, language);
  const std::size_t number = words.find_first_of("0123456789");  // without the day of the week
  return words.substr(month_alone ? words.find(' ', number) + 1 : number);
}

std::string moment_in_words(const release::Moment& moment, Language language) {
  if (!moment.readable()) return moment.text;
  std::string words = date_in_words(moment.local.date, language);
  if (!moment.has_time) return words;
  words += text::filled(", {}", release::time_in_words(moment.local.time_of_day));
  if (!is_british(moment.time_zone)) words += text::filled(" ({})", moment.time_zone);
  return words;
}

}  // namespace pressmark::render
