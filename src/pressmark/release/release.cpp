#include "pressmark/release/release.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "pressmark/markdown/url.h"
#include "pressmark/release/embargo_line.h"
#include "pressmark/release/language_tag.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"
#include "pressmark/text/nearest.h"
#include "pressmark/text/words.h"

namespace pressmark::release {
namespace {

using front_matter::Entry;
using front_matter::Value;
using front_matter::ValueKind;
using markdown::NodeIndex;
using markdown::NodeType;
using text::filled;
using Paths = text::Words;

constexpr std::string_view embargo_name = "embargo";
/// Of the entries whose loss does harm.
constexpr std::array<std::string_view, 4> misspelt_names = {embargo_name, "inspection", "contacts", "attachments"};
constexpr std::string_view site_separator = " | ";
constexpr text::Words title_separators = " | \n - \n – \n — \n · \n :: ";
constexpr std::size_t first_words_bytes = 80;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t start = text.find_first_not_of(spaces);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(spaces) - start + 1);
}

/// A title and a heading are the same words even where typography has curled the quotes of one of them.
std::string without_typography(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> plain = {
      {{"‘", "'"}, {"’", "'"}, {"“", "\""}, {"”", "\""}, {"–", "--"}, {"—", "---"}, {"…", "..."}}};
  std::string result;
  while (!text.empty()) {
    std::string_view from = text.substr(0, 1), to = from;
    for (const auto& [curled, straight] : plain) {
      if (text.starts_with(curled)) from = curled, to = straight;
    }
    result += to;
    text.remove_prefix(from.size());
  }
  return result;
}

/// The text up to a word's end, with an ellipsis where something was left out.
std::string first_words_of(std::string_view text) {
  if (text.size() <= first_words_bytes) return std::string(text);
  const std::size_t space = text.rfind(' ', first_words_bytes);
  std::size_t end = space == std::string_view::npos || space == 0 ? first_words_bytes : space;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // never inside a character
  return text::filled("{}…", text.substr(0, end));
}

struct Field {
  std::string text;
  text::Span span;
};

class Builder {
 public:
  Builder(const text::Source& source, const front_matter::FrontMatter& front_matter, const markdown::Document& document,
          const Options& options, text::Diagnostics& diagnostics)
      : source_(source),
        front_matter_(front_matter),
        document_(document),
        options_(options),
        diagnostics_(diagnostics) {}

  Release build() {
    collect_headings();
    find_title();
    if (const auto field = text_field("summary\ndescription\nog.description\nog:description")) {
      release_.summary = field->text;
    }
    find_url();
    find_area();
    find_language();
    find_image();
    const DateOptions date_options{date_order(), options_.time_zone};
    release_.particulars = read_particulars(source_, front_matter_, options_.base_url, date_options, diagnostics_);
    find_dates(date_options);
    report_misspelt();
    return std::move(release_);
  }

 private:
  const Entry* first_entry(Paths paths) const {
    for (const std::string_view path : paths) {
      const Entry* entry = front_matter_.metadata.find_path(path);
      if (entry && entry->value.kind != ValueKind::null) return entry;
    }
    return nullptr;
  }

  static std::optional<Field> as_text(const Value& value) {
    const std::string_view text = trimmed(value.scalar);
    if (!value.is_scalar() || value.kind == ValueKind::null || text.empty()) return {};
    return Field{std::string(text), value.span};
  }

  /// The first of the paths that holds words.
  std::optional<Field> scalar_field(Paths paths) const {
    for (const std::string_view path : paths) {
      const Entry* entry = front_matter_.metadata.find_path(path);
      if (!entry) continue;
      if (std::optional<Field> field = as_text(entry->value)) return field;
    }
    return {};
  }

  /// As scalar_field, and a list or map in the place of text is reported.
  std::optional<Field> text_field(Paths paths) {
    for (const std::string_view path : paths) {
      const Entry* entry = front_matter_.metadata.find_path(path);
      if (entry && !entry->value.is_scalar()) report_not_text(*entry);
    }
    return scalar_field(paths);
  }

  /// An entry that is read for nothing, and whose name is nearly this one: "embrago: 00:01 02/05/2026", "inspections:"
  /// with what belongs to it. Null where the entry itself is there.
  const Entry* misspelt(std::string_view name) const {
    const Value& metadata = front_matter_.metadata;
    if (!metadata.is_map() || metadata.find(name)) return nullptr;
    const auto found = std::find_if(metadata.entries.begin(), metadata.entries.end(), [&](const Entry& entry) {
      // An embargo has a date in one line, and "embargoed until: …" is a line of its own kind.
      const bool fits = name == embargo_name
                            ? std::any_of(entry.value.scalar.begin(), entry.value.scalar.end(), text::is_digit) &&
                                  !text::begins_alike(entry.key, name)
                            : !entry.value.is_scalar();
      return fits && !text::begins_alike(name, entry.key) && text::nearest(entry.key, std::span(&name, 1));
    });
    return found == metadata.entries.end() ? nullptr : &*found;
  }

  void report_misspelt() {
    for (const std::string_view name : misspelt_names) {
      const Entry* entry = misspelt(name);
      if (!entry) continue;
      diagnostics_.warning("release-misspelt-entry", entry->key_span,
                           name == embargo_name ? filled("“{}” is taken for “{}”.", entry->key, name)
                                                : filled("“{}” is not read. Did you mean “{}”?", entry->key, name),
                           text::Fix{filled("Write {}", name), entry->key_span, std::string(name)});
    }
  }

  void report_not_text(const Entry& entry) {
    diagnostics_.warning("release-field-not-text", entry.key_span,
                         filled("“{}” should be followed by one line of text, so it is left out.", entry.key));
  }

  void collect_headings() {
    for (NodeIndex index = 1; index < document_.nodes().size(); ++index) {
      const markdown::Node& node = document_[index];
      if (node.type != NodeType::heading) continue;
      release_.headings.push_back(
          {node.level, document_.plain_text(index), node.detail, source_.line_of(node.span.start), index});
    }
  }

  // The headline

  void find_title() {
    const std::optional<Field> page = text_field("title");
    const std::optional<Field> shared = text_field("og.title\nog:title");
    const std::optional<Field>& chosen = !page || (shared && carries_site_name(*page, *shared)) ? shared : page;
    if (chosen) {
      release_.title = chosen->text;
      release_.title_span = chosen->span;
      if (!shared) report_site_name(*chosen);
      find_title_node();
    } else if (!take_title_from_heading()) {
      name_by_first_words();
    }
    check_first_line();
  }

  static bool carries_site_name(const Field& page, const Field& shared) {
    for (const std::string_view separator : title_separators) {
      if (page.text.starts_with(filled("{}{}", shared.text, separator))) return true;
    }
    return page.text.find(site_separator) != std::string::npos && shared.text.find(site_separator) == std::string::npos;
  }

  void report_site_name(const Field& title) {
    const std::size_t at = title.text.rfind(site_separator);
    if (at == std::string::npos) return;
    const std::string suffix = title.text.substr(at);
    std::optional<text::Fix> fix;
    if (const std::size_t in_source = source_.slice(title.span).rfind(suffix); in_source != std::string_view::npos) {
      const auto start = title.span.start + static_cast<std::uint32_t>(in_source);
      fix = text::Fix{"Take it out", {start, start + static_cast<std::uint32_t>(suffix.size())}, ""};
    }
    diagnostics_.info(
        "release-title-site-name", title.span,
        filled("The title ends with “{}”, which looks like the name of the site. It is shown as part of the headline.",
               suffix.substr(1)),
        std::move(fix));
  }

  /// The heading with which the body begins, if it has words.
  const Heading* leading_heading() const {
    if (release_.headings.empty()) return nullptr;
    const Heading& first = release_.headings.front();
    return first.node == 1 && !trimmed(first.text).empty() ? &first : nullptr;
  }

  void find_title_node() {
    const Heading* heading = leading_heading();
    if (heading && without_typography(heading->text) == without_typography(*release_.title)) {
      release_.title_node = heading->node;
    }
  }

  bool take_title_from_heading() {
    const Heading* heading = leading_heading();
    if (heading) {
      release_.title_node = heading->node;
    } else {
      heading = first_top_heading();
      release_.title_stands_in_body = heading != nullptr;
    }
    if (!heading) return false;
    release_.title = heading->text;
    release_.title_span = document_[heading->node].span;
    return true;
  }

  /// Words may stand above the headline ("For immediate release"); a heading of the first level below them is still it,
  /// unless it stands in a quotation or a list.
  const Heading* first_top_heading() const {
    NodeIndex block = 1;
    for (const Heading& heading : release_.headings) {
      while (document_[block].end <= heading.node) block = document_[block].end;
      if (block == heading.node && heading.level == 1 && !trimmed(heading.text).empty()) return &heading;
    }
    return nullptr;
  }

  /// A first line that is no sentence, above text that is: a caption that came along with the text, or a headline.
  void check_first_line() {
    constexpr std::size_t shortest = 10, longest = 120, shortest_text = 80;
    const auto& nodes = document_.nodes();
    if (nodes.size() < 3 || nodes[1].type != NodeType::paragraph || nodes[1].end >= nodes.size()) return;
    const NodeIndex next = nodes[1].end;
    const std::string line = document_.plain_text(1);
    const bool one_line = source_.line_of(nodes[1].span.start) == source_.line_of(nodes[1].span.end);
    if (!one_line || line.size() < shortest || line.size() > longest || line.find(' ') == std::string::npos) return;
    if (nodes[next].type != NodeType::paragraph || document_.plain_text(next).size() < shortest_text) return;
    const char last = line.back();
    if (!text::is_letter(last) && !text::is_digit(last) && last != ')') return;
    const std::string lower = text::lowered(line);
    for (const std::string_view notice : {"release", "embargo", "datganiad", "http", "@"}) {
      if (lower.find(notice) != std::string::npos) return;
    }
    diagnostics_.info(
        "release-first-line", nodes[1].span,
        "This first line is no sentence. If it is the caption of a picture that came along with the text, "
        "take it out or put it below the picture; if it is the headline, begin it with “# ”.");
  }

  void name_by_first_words() {
    text::Span span{front_matter_.body_start, front_matter_.body_start};
    for (NodeIndex index = 1; index < document_.nodes().size(); index = document_[index].end) {
      const std::string text = document_.plain_text(index);
      if (trimmed(text).empty()) continue;
      release_.first_words = first_words_of(trimmed(text));
      span = document_[index].span;
      break;
    }
    if (release_.first_words.empty()) {
      diagnostics_.warning("release-empty", span, "This release has no text.");
      return;
    }
    diagnostics_.warning("release-no-headline", span,
                         "This release has no headline, so it is named by its first words. Begin it with a line that "
                         "starts with “# ”, or write “title: …” at its head.");
  }

  // Links, area, language and image

  void find_url() {
    const std::optional<Field> field = text_field("url\ncanonical\nog.url\nog:url");
    if (field) release_.url = allowed_url(*field, markdown::UrlUse::link);
  }

  std::optional<std::string> allowed_url(const Field& field, markdown::UrlUse use) {
    std::optional<std::string> url = markdown::safe_url(markdown::decode_entities(field.text), options_.base_url, use);
    if (!url) {
      diagnostics_.warning(
          "release-url-refused", field.span,
          filled("“{}” is no web address that can be used here, so it is left out. It should begin with https://.",
                 field.text));
    }
    return url;
  }

  void find_area() {
    const Entry* entry = first_entry("area");
    if (!entry) return;
    std::string area;
    if (entry->value.is_list()) {
      for (const Value& item : entry->value.items) {
        if (const auto text = as_text(item)) area.append(area.empty() ? "" : ", ").append(text->text);
      }
    } else if (const auto text = as_text(entry->value)) {
      area = text->text;
    } else {
      report_not_text(*entry);
    }
    if (!area.empty()) release_.area = std::move(area);
  }

  void find_language() {
    const std::optional<Field> field = text_field("lang\nlanguage\nog.locale\nog:locale");
    if (!field) return;
    release_.language = language_tag(field->text);
    if (release_.language) return;
    diagnostics_.info(
        "release-language-unknown", field->span,
        filled("“{}” names no language that is understood here. Write en for English or cy for Welsh.", field->text));
  }

  void find_image() {
    const Entry* entry = first_entry("image\nog.image\nog:image");
    if (!entry) return;
    const Value* value = &entry->value;
    if (value->is_list() && !value->items.empty()) value = &value->items.front();
    const std::optional<Field> address = value->is_map() ? first_text_of(*value, "src\nurl\nhref") : as_text(*value);
    if (!address) {
      report_not_text(*entry);
      return;
    }
    const std::optional<std::string> src = allowed_url(*address, markdown::UrlUse::image);
    if (!src) return;
    release_.image = Image{*src, alternative_text(*value), address->span};
    if (release_.image->alt) return;
    diagnostics_.info("release-image-without-text", address->span,
                      "The picture has no alternative text, so readers who cannot see it learn nothing of it. Say "
                      "in a few words what it shows, as “image_alt”.");
  }

  static std::optional<Field> first_text_of(const Value& map, Paths keys) {
    for (const std::string_view key : keys) {
      const Entry* entry = map.find(key);
      if (!entry) continue;
      if (std::optional<Field> field = as_text(entry->value)) return field;
    }
    return {};
  }

  /// The words that stand for the picture; an empty text says that it is decoration.
  std::optional<std::string> alternative_text(const Value& image) const {
    const Entry* entry = image.is_map() ? image.find("alt") : nullptr;
    if (!entry) entry = first_entry("image_alt\nimageAlt\nog.image:alt\nog.image.alt\nog:image:alt");
    if (!entry || !entry->value.is_scalar() || entry->value.kind == ValueKind::null) return {};
    return std::string(trimmed(entry->value.scalar));
  }

  // Dates

  void find_dates(const DateOptions& date_options) {
    if (const auto field = scalar_field("publish.date\npublished\ndate\npubdate\npublishDate")) {
      release_.published = read_moment(field->text, field->span, source_, date_options, diagnostics_);
    }
    const std::optional<Field> embargo = embargo_field();
    if (!embargo) {
      read_embargo_line(date_options);
    } else if (!says_no_embargo(embargo->text)) {
      release_.embargo = read_moment(embargo->text, embargo->span, source_, date_options, diagnostics_);
      report_embargo_without_time();
    }
    release_.state = is_held_back() ? State::embargoed : State::live;
    check_status();
  }

  /// A list or a map where a moment should stand is an embargo that cannot be read: it must not be lost.
  std::optional<Field> embargo_field() const {
    if (auto field = scalar_field("embargo\nembargo.until\nembargoUntil\npublish.embargo")) return field;
    if (const Entry* entry = misspelt(embargo_name)) return as_text(entry->value);
    const Entry* entry = first_entry("embargo\npublish.embargo");
    if (!entry || entry->value.is_scalar()) return {};
    const Entry* until = entry->value.find("until");
    if (until && until->value.kind == ValueKind::null) return {};
    return Field{std::string(source_.slice(entry->value.span)), entry->value.span};
  }

  /// An embargo in words counts where they can be read, and among the front matter, whose writer means it, in any case:
  /// a release that comes out too early cannot be called back.
  void read_embargo_line(const DateOptions& date_options) {
    const std::optional<EmbargoLine> line = find_embargo_line(
        source_, front_matter_.body_start, front_matter_.metadata.find_path("embargo"), date_options.order);
    if (!line || says_no_embargo(source_.slice(line->span))) return;
    text::Diagnostics faults;
    Moment until = read_moment(source_.slice(line->span), line->span, source_, date_options, faults);
    const bool counts = until.readable() || line->states_moment || !line->in_body;
    if (counts) release_.embargo = std::move(until);
    diagnostics_.warning("release-embargo-in-words", line->span,
                         filled("This line states an embargo that is no entry of the front matter, and the release is "
                                "{}. Write it there, as in “embargo: 00:01 02/05/2026”.",
                                counts ? "held back for it" : "not held back, since its moment cannot be read"));
  }

  DateOrder date_order() {
    if (const auto field = text_field("dateOrder\ndate_order")) {
      const std::string order = text::lowered(field->text);
      if (order == "month-first" || order == "mdy") return DateOrder::month_first;
      if (order == "day-first" || order == "dmy") return DateOrder::day_first;
      diagnostics_.warning("release-date-order-unknown", field->span,
                           filled("“{}” is no order of dates. Write day-first or month-first.", field->text));
    }
    const auto locale = scalar_field("og.locale\nog:locale");
    const auto locale_tag = locale ? language_tag(locale->text) : std::nullopt;
    return release_.language == "en-US" || locale_tag == "en-US" ? DateOrder::month_first : DateOrder::day_first;
  }

  static bool says_no_embargo(std::string_view text) {
    return text::has_alike(
        "none\nno\nfalse\nn/a\nno embargo\nnot embargoed\nlifted\nimmediate\nimmediate release\nfor immediate release",
        text);
  }

  void report_embargo_without_time() {
    const Moment& embargo = *release_.embargo;
    if (!embargo.readable() || embargo.has_time) return;
    diagnostics_.warning(
        "release-embargo-without-time", embargo.span,
        filled("The embargo names no time of day, so it ends as {} begins. Write the time with it, as in 00:01.",
               date_in_words(embargo.local.date, Language::english)));
  }

  [[nodiscard]] bool says_embargoed() const {
    return release_.particulars.status && release_.particulars.status->standing == Standing::embargoed;
  }

  /// The status and the embargo tell of the same thing and can disagree.
  void check_status() {
    if (!says_embargoed()) return;
    const text::Span span = release_.particulars.status->span;
    if (!release_.held_until()) {
      diagnostics_.warning("release-embargo-without-end", span,
                           "The status says that this release is embargoed, but not until when, so it stays so. Write "
                           "“embargo: 00:01 02/05/2026” with the time at which it ends.");
    } else if (release_.state == State::live) {
      diagnostics_.info("release-embargo-over", span,
                        "The status says that this release is embargoed, but its embargo has ended, so it is shown.");
    }
  }

  /// A date of publication that lies ahead holds a release back if there is a clock; an embargo does without one, too.
  bool is_held_back() const {
    const Moment* until = release_.held_until();
    const bool stated = release_.embargo || says_embargoed();
    if (!until) return stated;
    if (!until->readable() || !options_.now) return stated;
    return *options_.now < *until->latest;
  }

  const text::Source& source_;
  const front_matter::FrontMatter& front_matter_;
  const markdown::Document& document_;
  const Options& options_;
  text::Diagnostics& diagnostics_;
  Release release_;
};

}  // namespace

Release build(const text::Source& source, const front_matter::FrontMatter& front_matter,
              const markdown::Document& document, const Options& options, text::Diagnostics& diagnostics) {
  return Builder(source, front_matter, document, options, diagnostics).build();
}

}  // namespace pressmark::release
