// Looking things up in the scales.
#include "pressmark/inspection/scale.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "pressmark/text/ascii.h"

namespace pressmark::inspection {
namespace {

/// Whether a character of a name is compared as it is; the others are told from each other in fold().
bool stays(char c) {
  if (text::is_small(c)) return true;
  return static_cast<unsigned char>(c) < 0x80 && c > ' ' && c != '-' && c != '_' && c != '&' && !text::is_capital(c);
}

bool any_is(Words words, std::string_view name) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return folded(word) == name; });
}

/// "Use of its resources" is "use of resources".
std::string without_articles(std::string name) {
  for (const std::string_view word : {" the ", " its ", " their "}) {
    for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word, at)) {
      name.erase(at, word.size() - 1);
    }
  }
  return name;
}

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

int month_number(std::string_view word) {
  if (word.size() < 3) return 0;
  const auto month = std::find(months.begin(), months.end(), word.substr(0, 3));
  return month == months.end() ? 0 : static_cast<int>(month - months.begin()) + 1;
}

struct DatePart {
  int number = 0;
  std::size_t digits = 0;
  int month = 0;  // where the part is a month's name
};

std::vector<DatePart> date_parts(std::string_view text) {
  std::vector<DatePart> parts;
  const std::string name = folded(text);
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    DatePart part;
    if (text::is_digit(name[at])) {
      while (end < name.size() && text::is_digit(name[end])) ++end;
      std::from_chars(name.data() + at, name.data() + end, part.number);
      part.digits = end - at;
      parts.push_back(part);
      // What stands after a T or a space is the time of day.
      if (end < name.size() && name[end] == 't') break;
    } else if (text::is_small(name[at])) {
      while (end < name.size() && text::is_small(name[end])) ++end;
      part.month = month_number(std::string_view(name).substr(at, end - at));
      if (part.month != 0) parts.push_back(part);
    } else {
      // A colon makes the number before it an hour.
      if (name[at] == ':' && !parts.empty() && parts.back().month == 0) parts.pop_back();
      end = at + 1;
      if (name[at] == ':') {
        while (end < name.size() && text::is_digit(name[end])) ++end;
      }
    }
    at = end;
  }
  return parts;
}

Day day_of(int year, int month, int day) { return year * 10000 + month * 100 + day; }

/// "2019-05-02", "2019-05" and "2019", as the scales have them: asked for every scale of every release, so without a
/// list of parts.
std::optional<Day> read_iso_day(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  int parts[3] = {0, 0, 0};
  std::size_t part = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == 4 || at == 7) {
      if (text[at] != '-') return std::nullopt;
      ++part;
    } else if (text::is_digit(text[at])) {
      parts[part] = parts[part] * 10 + (text[at] - '0');
    } else {
      return std::nullopt;
    }
  }
  const auto [year, month, day] = parts;
  const bool known =
      year >= 1900 && year < 2200 && (part < 1 || (month >= 1 && month <= 12)) && (part < 2 || (day >= 1 && day <= 31));
  return known ? std::optional(day_of(year, month, day)) : std::nullopt;
}

}  // namespace

const Scale* find_scale(std::string_view id) {
  const auto found = std::find_if(scales().begin(), scales().end(), [&](const Scale& scale) { return scale.id == id; });
  return found == scales().end() ? nullptr : &*found;
}

std::string folded(std::string_view text) {
  std::string out;
  fold(text, out);
  return out;
}

void fold(std::string_view text, std::string& out) {
  out.clear();
  out.reserve(text.size());
  const auto space = [&] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t start = at;
    // One space between words stays, too: most names are taken over at once.
    while (at < text.size() && (stays(text[at]) || (text[at] == ' ' && at > start && text[at - 1] != ' '))) ++at;
    out.append(text, start, at - start);
    if (at == text.size()) break;
    const char c = text[at];
    if (text::is_capital(c)) {
      out += text::lower(c);
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '-' || c == '_') {
      space();
    } else if (c == '&') {
      space();
      out += "and ";
    } else if (static_cast<unsigned char>(c) < 0x80) {
      out += c;
    } else if (const std::string_view rest = text.substr(at);
               rest.starts_with("\u2018") || rest.starts_with("\u2019")) {
      out += '\'';
      at += 2;
    } else if (rest.starts_with("\u2010") || rest.starts_with("\u2011") || rest.starts_with("\u2013") ||
               rest.starts_with("\u2014")) {
      space();
      at += 2;
    } else if (rest.starts_with("\u00a0")) {
      space();
      at += 1;
    } else {
      out += c;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
}

const ScaleGrade* find_grade(const Scale& scale, std::string_view words) {
  const std::string name = folded(words);
  for (const ScaleGrade& grade : scale.grades) {
    if (name == folded(grade.id) || name == folded(grade.label) || any_is(grade.words, name)) return &grade;
    if (grade.number >= 0 && name == std::to_string(grade.number)) return &grade;
  }
  return nullptr;
}

const ScaleArea* find_area(const Scale& scale, std::string_view words) {
  const std::string name = folded(words);
  for (const ScaleArea& area : scale.areas) {
    if (name == folded(area.name) || any_is(area.aliases, name)) return &area;
  }
  const std::string bare = without_articles(name);
  const auto is_meant = [&](std::string_view word) { return without_articles(folded(word)) == bare; };
  for (const ScaleArea& area : scale.areas) {
    if (is_meant(area.name) || std::any_of(area.aliases.begin(), area.aliases.end(), is_meant)) return &area;
  }
  return nullptr;
}

bool is_body(const Scale& scale, std::string_view words) {
  const std::string name = folded(words);
  return name == folded(scale.inspectorate) || any_is(scale.inspectorate_names, name) ||
         any_is(scale.nicknames, name) || any_is(scale.programmes, name);
}

std::optional<Day> read_day(std::string_view text) {
  if (text.empty()) return std::nullopt;  // the end of a scheme that is in use
  if (const auto day = read_iso_day(text)) return day;
  const std::vector<DatePart> parts = date_parts(text);
  int year = 0;
  int month = 0;
  std::vector<int> small;
  bool year_first = false;
  for (const DatePart& part : parts) {
    if (part.month != 0) {
      month = part.month;
    } else if (part.digits == 4 && part.number >= 1900 && part.number < 2200) {
      year_first = small.empty() && year == 0 && month == 0;
      year = part.number;
    } else if (part.digits <= 2 && part.number > 0) {
      small.push_back(part.number);
    }
  }
  if (year == 0) return std::nullopt;
  if (month != 0) return day_of(year, month, small.empty() || small.front() > 31 ? 0 : small.front());
  if (small.empty()) return day_of(year, 0, 0);
  if (small.size() == 1) return small[0] <= 12 ? day_of(year, small[0], 0) : day_of(year, 0, 0);
  const int month_part = year_first ? small[0] : small[1];
  const int day_part = year_first ? small[1] : small[0];
  if (month_part > 12 || day_part > 31) return day_of(year, 0, 0);
  return day_of(year, month_part, day_part);
}

bool covers(const Scale& scale, Day day) {
  const auto first = read_day(scale.from);
  const auto last = read_day(scale.to);
  // What the day leaves open (its month or day is 0) may lie on either side of a border: both scales then cover it.
  const auto upper = [](Day value) {
    return value % 100 == 0 ? (value % 10000 == 0 ? value + 1299 : value + 99) : value;
  };
  return (!first || upper(day) >= *first) && (!last || day <= upper(*last));
}

}  // namespace pressmark::inspection
