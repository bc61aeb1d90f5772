// Reads scales and says what is wrong with them.
#include "pressmark/inspection/scale_definition.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "pressmark/inspection/nearest.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/limits.h"

namespace pressmark::inspection {
namespace {

using front_matter::Entry;
using front_matter::Value;
using front_matter::ValueKind;
using text::filled;
using text::Fix;

constexpr std::string_view scale_keys[] = {"id",         "name",  "inspectorate", "names",   "nicknames",
                                           "programmes", "cues",  "period",       "overall", "numbers",
                                           "grades",     "areas", "ungraded",     "never"};
constexpr std::string_view grade_keys[] = {"id", "label", "cy", "rank", "tone", "number", "words", "definition"};
constexpr std::string_view area_keys[] = {"name", "cy", "pillar", "aliases", "former"};
constexpr std::string_view period_keys[] = {"from", "to"};
constexpr std::string_view number_forms[] = {"none", "grade", "bare", "scores", "stars"};

bool is_set(const Value* value) { return value && value->kind != ValueKind::null; }

/// Small letters, digits and hyphens: "Requires improvement" is requires-improvement.
std::string slug(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (text::is_letter(c) || text::is_digit(c)) {
      out += text::lower(c);
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

/// Colours spread evenly from the best to the worst; web/elements/scales.js does the same.
std::uint8_t usual_tone(std::size_t place, std::size_t count) {
  if (count < 2) return 1;
  return static_cast<std::uint8_t>(1 + (8 * place + (count - 1)) / (2 * (count - 1)));
}

class Reader {
 public:
  Reader(const text::Source& source, text::Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

  std::vector<ScaleDefinition> read(const Value& value) {
    std::vector<ScaleDefinition> scales;
    if (value.is_map()) {
      read_scale(value, scales);
    } else if (value.is_list()) {
      for (const Value& item : value.items) read_scale(item, scales);
    } else {
      no_map(value);
    }
    return scales;
  }

 private:
  void no_map(const Value& value) {
    error("scales-no-map", value.span,
          "A grade scale needs its details on lines of their own below “scales:”, such as “name: Kitchen marks” and "
          "“grades: "
          "[Gold, Silver, Bronze]”.");
  }

  void read_scale(const Value& value, std::vector<ScaleDefinition>& scales) {
    if (scales.size() >= limits::max_scales) {
      if (!told_of_limit_) {
        error("scales-too-many", value.span,
              filled("Only {} grade scales of its own are read. This one and those after it are left out.",
                     limits::max_scales));
      }
      told_of_limit_ = true;
      return;
    }
    if (!value.is_map()) return no_map(value);
    check_keys(value, scale_keys, "a grade scale");
    words_left_ = limits::max_scale_words;
    refused_ = false;
    ScaleDefinition scale;
    scale.name = text(value, "name");
    scale.id = scale_id(value, scale.name);
    if (scale.name.empty()) scale.name = scale.id;
    scale.inspectorate = text(value, "inspectorate");
    if (scale.inspectorate.empty()) scale.inspectorate = scale.name;
    scale.names = words(value, "names");
    if (std::find(scale.names.begin(), scale.names.end(), scale.inspectorate) == scale.names.end())
      scale.names.push_back(scale.inspectorate);
    scale.nicknames = words(value, "nicknames");
    scale.programmes = words(value, "programmes");
    scale.cues = words(value, "cues");
    for (std::string& cue : scale.cues) cue = folded(cue);
    read_period(value, scale);
    scale.overall = flag(value, "overall");
    scale.numbers = numbers(value);
    read_grades(value, scale);
    read_areas(value, scale);
    scale.ungraded = words(value, "ungraded");
    scale.never = words(value, "never");
    check_id(value, scale, scales);
    if (!refused_) scales.push_back(std::move(scale));
  }

  // The scale

  std::string scale_id(const Value& scale, const std::string& name) {
    const Entry* entry = scale.find("id");
    const std::string written = text(scale, "id");
    std::string id = slug(written.empty() ? name : written);
    if (id.empty()) {
      refuse("scales-no-name", entry ? entry->value.span : scale.span,
             "This grade scale needs a name: write a line such as “name: Kitchen marks”, in letters and digits.");
    } else if (!written.empty() && id != written) {
      warning("scales-id", entry->value.span,
              filled("The id of a grade scale has small letters, digits and hyphens alone: “{}” is read as “{}”.",
                     written, id),
              Fix{filled("Write “{}”", id), entry->value.span, id});
    }
    return id;
  }

  void check_id(const Value& value, const ScaleDefinition& scale, const std::vector<ScaleDefinition>& scales) {
    if (refused_) return;
    const Entry* entry = value.find("id");
    if (!entry) entry = value.find("name");
    if (find_scale(scale.id)) {
      refuse(
          "scales-built-in", entry->value.span,
          filled("“{}” is a grade scale that Pressmark knows already, and it stays as it is. Give this one another id.",
                 scale.id));
    } else if (std::any_of(scales.begin(), scales.end(), [&](const auto& other) { return other.id == scale.id; })) {
      refuse("scales-twice", entry->value.span,
             filled("There are two grade scales “{}”. The first one counts: take out the other, or give it another id.",
                    scale.id));
    }
  }

  void read_period(const Value& scale, ScaleDefinition& definition) {
    const Entry* entry = scale.find("period");
    if (!entry || !is_set(&entry->value)) return;
    if (!entry->value.is_map())
      return wrong(*entry, "two lines below it, “from: 2024-04” and “to: 2026-03”, or one of them");
    check_keys(entry->value, period_keys, "a period");
    definition.from = date(entry->value, "from");
    definition.to = date(entry->value, "to");
  }

  std::string date(const Value& period, std::string_view key) {
    std::string written = text(period, key);
    if (written.empty() || read_day(written)) return written;
    wrong(*period.find(key), "a date such as 2024-04 or 2024-04-01");
    return {};
  }

  Numbers numbers(const Value& scale) {
    const std::string written = text(scale, "numbers");
    if (written.empty()) return Numbers::none;
    const auto found = std::find(std::begin(number_forms), std::end(number_forms), folded(written));
    if (found != std::end(number_forms)) return static_cast<Numbers>(found - std::begin(number_forms));
    wrong(*scale.find("numbers"), "none, grade, bare, scores or stars");
    return Numbers::none;
  }

  // Grades

  void read_grades(const Value& scale, ScaleDefinition& definition) {
    const Entry* entry = scale.find("grades");
    if (!entry || !is_set(&entry->value) || (entry->value.is_list() && entry->value.items.empty())) {
      return refuse(
          "scales-no-grades", entry ? entry->key_span : scale.span,
          "A grade scale needs its grades, best first: write a line such as “grades: [Gold, Silver, Bronze]”.");
    }
    if (!entry->value.is_list()) {
      refused_ = true;
      return no_list(*entry);
    }
    const std::size_t count = entry->value.items.size();
    if (count > limits::max_scale_grades) {
      return refuse("scales-too-many-grades", entry->value.span,
                    filled("A grade scale has at most {} grades; this one has {}, so it is left out.",
                           limits::max_scale_grades, count));
    }
    std::map<std::string, std::string> owners;  // every word for a grade
    for (const Value& item : entry->value.items) {
      const std::size_t place = definition.grades.size();
      ScaleDefinition::Grade grade = read_grade(item, place, count);
      for (const std::string* form : forms_of(grade)) {
        const auto [owner, is_new] = owners.emplace(folded(*form), grade.id);
        if (is_new || (owner->second == grade.id && form != &grade.id)) continue;
        return refuse("scales-grade-twice", item.span,
                      filled("“{}” stands for two grades of this scale, so the scale is left out. Each grade needs "
                             "words of its own.",
                             *form));
      }
      definition.grades.push_back(std::move(grade));
    }
  }

  static std::vector<const std::string*> forms_of(const ScaleDefinition::Grade& grade) {
    std::vector<const std::string*> forms = {&grade.id, &grade.label};
    for (const std::string& word : grade.words) forms.push_back(&word);
    return forms;
  }

  ScaleDefinition::Grade read_grade(const Value& value, std::size_t place, std::size_t count) {
    ScaleDefinition::Grade grade;
    grade.tone = usual_tone(place, count);
    if (value.is_map()) {
      check_keys(value, grade_keys, "a grade");
      grade.label = text(value, "label");
      grade.id = text(value, "id");
      if (grade.label.empty()) grade.label = grade.id;
      grade.label_cy = text(value, "cy");
      grade.definition = text(value, "definition", limits::max_scale_definition_bytes);
      grade.words = words(value, "words");
      check_rank(value, place);
      if (const auto tone = number(value, "tone", 1, 5)) grade.tone = static_cast<std::uint8_t>(*tone);
      if (const auto figure = number(value, "number", 0, 99)) grade.number = static_cast<std::int8_t>(*figure);
    } else if (value.is_scalar() && fits(value)) {
      grade.label = value.scalar;
    }
    if (grade.label.empty() && !refused_) {
      refuse("scales-no-label", value.span,
             "Each grade of a scale needs its words: write “label: Gold”, or “Gold” alone.");
    }
    count_words(1);
    grade.id = slug(grade.id.empty() ? grade.label : grade.id);
    if (grade.id.empty()) grade.id = "grade-" + std::to_string(place + 1);
    return grade;
  }

  /// The worst mistake is a list that begins with the worst grade.
  void check_rank(const Value& grade, std::size_t place) {
    const auto rank = number(grade, "rank", 1, static_cast<int>(limits::max_scale_grades));
    if (!rank || static_cast<std::size_t>(*rank) == place + 1) return;
    refuse("scales-order", grade.find("rank")->value.span,
           filled("The grades of a scale stand in their order, best first: this one has rank {} in place {}. The scale "
                  "is left out.",
                  *rank, place + 1));
  }

  // Areas

  void read_areas(const Value& scale, ScaleDefinition& definition) {
    const Entry* entry = scale.find("areas");
    if (!entry || !is_set(&entry->value)) return;
    if (!entry->value.is_list()) return no_list(*entry);
    std::map<std::string, std::string> owners;  // every word for an area
    for (const Value& item : entry->value.items) {
      if (definition.areas.size() >= limits::max_scale_areas) {
        return error("scales-too-many-areas", item.span,
                     filled("A grade scale has at most {} areas. This one and those after it are left out.",
                            limits::max_scale_areas));
      }
      ScaleDefinition::Area area = read_area(item);
      if (area.name.empty() || is_reserved(area, item)) continue;
      std::erase_if(area.aliases, [&](const std::string& alias) { return is_taken(alias, area, item, owners); });
      if (!is_taken(area.name, area, item, owners)) definition.areas.push_back(std::move(area));
    }
  }

  ScaleDefinition::Area read_area(const Value& value) {
    ScaleDefinition::Area area;
    if (value.is_map()) {
      check_keys(value, area_keys, "an area");
      area.name = text(value, "name");
      area.name_cy = text(value, "cy");
      area.pillar = text(value, "pillar");
      area.aliases = words(value, "aliases");
      area.former = flag(value, "former");
    } else if (value.is_scalar() && fits(value)) {
      area.name = value.scalar;
    }
    if (area.name.empty()) {
      error("scales-no-area-name", value.span,
            "Each area of a scale needs its name: write “name: Kitchen”, or “Kitchen” alone.");
    }
    count_words(1);
    return area;
  }

  /// Names that say how much was graded, and not what.
  bool is_reserved(const ScaleDefinition::Area& area, const Value& item) {
    const std::string name = folded(area.name);
    if (name != "overall" && name != "all" && name != "some") return false;
    error("scales-area-name", item.span,
          filled("“{}” is no name for an area. Where the scale has a grade for the whole, write “overall: true”.",
                 area.name));
    return true;
  }

  bool is_taken(const std::string& words, const ScaleDefinition::Area& area, const Value& item,
                std::map<std::string, std::string>& owners) {
    const auto [owner, is_new] = owners.emplace(folded(words), area.name);
    if (is_new || owner->second == area.name) return false;
    error("scales-area-twice", item.span,
          filled("“{}” stands for two areas of this scale, “{}” and “{}”. It counts for the first one.", words,
                 owner->second, area.name));
    return true;
  }

  // Values

  void check_keys(const Value& map, std::span<const std::string_view> known, std::string_view what) {
    for (const Entry& entry : map.entries) {
      if (std::any_of(known.begin(), known.end(), [&](auto key) { return text::alike(key, entry.key); })) continue;
      const auto meant = nearest(entry.key, known);
      std::optional<Fix> fix;
      if (meant && source_.slice(entry.key_span) == entry.key)
        fix = Fix{filled("Write “{}”", *meant), entry.key_span, std::string(*meant)};
      std::string names;
      for (const std::string_view key : known) names.append(names.empty() ? "" : ", ").append(key);
      warning("scales-unknown-key", entry.key_span,
              filled("“{}” is not known inside {}{}", entry.key, what,
                     text::suggestion(meant, filled(". Known are {}.", names))),
              std::move(fix));
    }
  }

  /// The text under a key; empty where there is none.
  std::string text(const Value& map, std::string_view key, std::size_t longest = limits::max_scale_text_bytes) {
    const Entry* entry = map.find(key);
    if (!entry || !is_set(&entry->value)) return {};
    if (!entry->value.is_scalar()) {
      wrong(*entry, "a word or a few");
      return {};
    }
    return fits(entry->value, longest) ? entry->value.scalar : std::string();
  }

  bool fits(const Value& value, std::size_t longest = limits::max_scale_text_bytes) {
    if (value.scalar.size() <= longest) return true;
    error("scales-too-long", value.span,
          filled("This is too long for a grade scale and is left out: at most {} characters are read.", longest));
    return false;
  }

  std::vector<std::string> words(const Value& map, std::string_view key) {
    const Entry* entry = map.find(key);
    if (!entry || !is_set(&entry->value)) return {};
    const std::span<const Value> items =
        entry->value.is_list() ? std::span<const Value>(entry->value.items) : std::span<const Value>(&entry->value, 1);
    std::vector<std::string> list;
    for (const Value& item : items) {
      if (!item.is_scalar()) {
        wrong(*entry, "a list of words, such as [first, second]");
        break;
      }
      if (item.scalar.empty() || !fits(item)) continue;
      if (!count_words(1)) {
        error("scales-too-many-words", item.span,
              filled("A grade scale has at most {} names and words. Those from here on are left out.",
                     limits::max_scale_words));
        break;
      }
      list.push_back(item.scalar);
    }
    return list;
  }

  bool count_words(std::size_t count) {
    if (words_left_ < count) return false;
    words_left_ -= count;
    return true;
  }

  bool flag(const Value& map, std::string_view key) {
    const Entry* entry = map.find(key);
    if (!entry || !is_set(&entry->value)) return false;
    if (entry->value.kind != ValueKind::boolean) {
      wrong(*entry, "true or false");
      return false;
    }
    return folded(entry->value.scalar) == "true";
  }

  std::optional<int> number(const Value& map, std::string_view key, int least, int most) {
    const Entry* entry = map.find(key);
    if (!entry || !is_set(&entry->value)) return {};
    const std::string& written = entry->value.scalar;
    int value = 0;
    const auto [end, fault] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (entry->value.kind == ValueKind::integer && fault == std::errc() && end == written.data() + written.size() &&
        value >= least && value <= most)
      return value;
    wrong(*entry, filled("a whole number from {} to {}", least, most));
    return {};
  }

  // What is said

  void no_list(const Entry& entry) {
    const std::string_view written = source_.slice(entry.value.span);
    const bool plain =
        entry.value.is_scalar() && written == entry.value.scalar && written.find('\n') == std::string_view::npos;
    std::optional<Fix> fix;
    if (plain) fix = Fix{"Put them in brackets", entry.value.span, filled("[{}]", written)};
    error("scales-value", entry.value.span,
          filled("“{}” must be a list: write them in square brackets, with commas between them.", entry.key),
          std::move(fix));
  }

  void wrong(const Entry& entry, std::string_view expected) {
    error("scales-value", entry.value.span, filled("“{}” must be {}.", entry.key, expected));
  }

  void refuse(std::string_view code, text::Span span, std::string message) {
    refused_ = true;
    error(code, span, std::move(message));
  }

  void error(std::string_view code, text::Span span, std::string message, std::optional<Fix> fix = {}) {
    diagnostics_.error(code, span, std::move(message), std::move(fix));
  }

  void warning(std::string_view code, text::Span span, std::string message, std::optional<Fix> fix = {}) {
    diagnostics_.warning(code, span, std::move(message), std::move(fix));
  }

  const text::Source& source_;
  text::Diagnostics& diagnostics_;
  std::size_t words_left_ = 0;
  bool refused_ = false;  // the scale that is being read
  bool told_of_limit_ = false;
};

}  // namespace

std::vector<ScaleDefinition> read_scales(const Value& value, const text::Source& source,
                                         text::Diagnostics& diagnostics) {
  return Reader(source, diagnostics).read(value);
}

}  // namespace pressmark::inspection
