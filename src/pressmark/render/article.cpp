#include "pressmark/render/article.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/markdown/url.h"
#include "pressmark/release/language_tag.h"
#include "pressmark/render/contact.h"
#include "pressmark/render/directive_layout.h"
#include "pressmark/render/evidence.h"
#include "pressmark/render/links.h"
#include "pressmark/text/ascii.h"
#include "pressmark/text/filled.h"

namespace pressmark::render {
namespace {

using inspection::Grade;
using inspection::GradeSource;
using inspection::When;
using release::Moment;
using release::Standing;

Element heading_element(int level) {
  constexpr std::array elements = {Element::h1, Element::h2, Element::h3, Element::h4, Element::h5, Element::h6};
  return elements[static_cast<std::size_t>(level - 1)];
}

Class tone_class(const Grade& grade) {
  constexpr std::array classes = {Class::pm_tone_1, Class::pm_tone_2, Class::pm_tone_3, Class::pm_tone_4,
                                  Class::pm_tone_5};
  return classes.at(grade.grade->tone - 1U);
}

std::string_view shape_path(const Grade& grade) {
  return shape_paths[std::min<std::size_t>(grade.grade->rank, shape_paths.size()) - 1];
}

/// Everything of the article but the Markdown.
class ArticleFrame {
 public:
  ArticleFrame(Writer& writer, const View& view, const ArticleOptions& options)
      : writer_(writer),
        view_(view),
        release_(view.release),
        options_(options),
        language_(options.language),
        own_origin_(markdown::origin_of(options.base_url)),
        evidence_(view),
        text_language_(release_.language ? release::primary_language(*release_.language) : "en") {}

  void open_article() {
    open(Element::article, Class::pm_article);
    if (release_.language) writer_.attribute(Attribute::lang, *release_.language);
    if (!release_.first_words.empty()) writer_.attribute(Attribute::aria_label, release_.first_words);
  }

  void write_header() {
    if (!has_header()) return;
    open(Element::header, Class::pm_header);
    write_embargo();
    write_standing();
    if (shows_headline()) write_headline();
    if (release_.summary) write_leaf(Element::p, Class::pm_summary, *release_.summary);
    write_dateline();
    write_image();
    write_badges();
    writer_.close();
  }

  /// The passages that the body marks.
  [[nodiscard]] std::span<const Evidence::Passage> passages() const { return evidence_.passages(); }

  /// Below the text: grades, contacts, attachments and changes.
  void write_end() {
    write_grade_table();
    write_contacts();
    write_attachments();
    write_history();
  }

 private:
  void write_grade_table() {
    if (view_.inspection.grades.empty()) return;
    open(Element::table, Class::pm_grades_table);
    writer_.open(Element::caption);
    write_own_words(Word::inspection_grades);
    if (const std::optional<std::string> subject = common_subject()) writer_.text(": " + *subject);
    writer_.close();
    write_table_head();
    writer_.open(Element::tbody);
    for (const Grade* grade : rows()) write_row(*grade);
    writer_.close();
    writer_.close();
    write_shortfalls();
    write_reports();
  }

  // Elements

  void open(Element element, Class name) {
    writer_.open(element);
    writer_.add_class(name);
  }

  void write_leaf(Element element, Class name, std::string_view text) {
    open(element, name);
    writer_.text(text);
    writer_.close();
  }

  /// Names the language of the open element where it is not that of the article.
  void mark_language(Language language) {
    if (tag_of(language) != text_language_) writer_.attribute(Attribute::lang, tag_of(language));
  }

  /// Pressmark's own words, in a box of their own only where their language must be named.
  void write_own_words(Word name) { write_in_language({std::string(word(name, language_)), language_}); }

  void write_in_language(const Wording& wording) {
    const bool marked = tag_of(wording.language) != text_language_;
    if (marked) {
      writer_.open(Element::span);
      mark_language(wording.language);
    }
    writer_.text(wording.text);
    if (marked) writer_.close();
  }

  // The header

  [[nodiscard]] bool shows_headline() const { return release_.title && !release_.title_stands_in_body; }

  [[nodiscard]] bool has_header() const {
    return shows_headline() || release_.summary || release_.published || release_.area || release_.image ||
           is_embargoed() || has_ribbon() || has_badges();
  }

  [[nodiscard]] bool is_embargoed() const { return release_.state == release::State::embargoed; }

  void write_headline() {
    open(heading_element(options_.heading_level), Class::pm_headline);
    if (release_.title_node) writer_.attribute(Attribute::id, view_.document[*release_.title_node].detail);
    if (options_.lines) {
      writer_.attribute(Attribute::data_line, std::to_string(view_.source.line_of(release_.title_span.start)));
    }
    writer_.text(*release_.title);
    writer_.close();
  }

  void write_dateline() {
    if (!release_.published && !release_.area) return;
    open(Element::p, Class::pm_dateline);
    if (release_.published) write_published(*release_.published);
    if (release_.published && release_.area) writer_.text(" ");
    if (release_.area) write_leaf(Element::span, Class::pm_area, *release_.area);
    writer_.close();
  }

  /// In a box of its own, so that what follows can be set apart from it.
  void write_published(const Moment& moment) {
    if (moment.readable()) return write_moment(moment);
    writer_.open(Element::span);
    writer_.text(moment.text);
    writer_.close();
  }

  void write_moment(const Moment& moment) {
    if (!moment.readable()) {
      writer_.text(moment.text);
      return;
    }
    writer_.open(Element::time);
    writer_.attribute(Attribute::datetime, moment.iso);
    mark_language(language_);
    writer_.text(moment_in_words(moment, language_));
    writer_.close();
  }

  // Ribbons: what a reader must know before the first word of the release

  void open_ribbon(Class name) {
    open(Element::p, Class::pm_ribbon);
    writer_.add_class(name);
    writer_.attribute(Attribute::role, "note");
    writer_.open(Element::strong);
  }

  void write_embargo() {
    if (!is_embargoed()) return;
    const Moment* until = release_.held_until();
    const bool readable = until && until->readable();
    open_ribbon(Class::pm_embargo);
    write_own_words(readable ? Word::embargoed_until : Word::embargoed);
    writer_.close();
    if (until) {
      writer_.text(readable ? " " : ": ");
      write_moment(*until);
    }
    writer_.close();
  }

  [[nodiscard]] bool has_ribbon() const {
    const std::optional<release::Status>& status = release_.particulars.status;
    return status && status->standing != Standing::published && status->standing != Standing::embargoed;
  }

  /// "Corrected Thursday 2 May 2019: the figure for Hill ward".
  void write_standing() {
    if (!has_ribbon()) return;
    const release::Status& status = *release_.particulars.status;
    const bool draft = status.standing == Standing::draft;
    const bool corrected = status.standing == Standing::corrected;
    open_ribbon(draft ? Class::pm_draft : corrected ? Class::pm_corrected : Class::pm_withdrawn);
    write_own_words(draft ? Word::draft : corrected ? Word::corrected : Word::withdrawn);
    writer_.close();
    if (status.date) {
      writer_.text(" ");
      write_moment(*status.date);
    }
    if (status.reason) {
      writer_.text(": " + *status.reason);
    } else if (draft) {
      writer_.text(": ");
      write_own_words(Word::draft_note);
    }
    writer_.close();
  }

  void write_image() {
    if (!release_.image) return;
    open(Element::figure, Class::pm_image);
    const std::string& src = release_.image->src;
    const std::string alt = release_.image->alt.value_or("");
    if (is_image_shown(src, options_.images, own_origin_)) {
      render::write_image(writer_, src, alt, "");
    } else {
      writer_.open(Element::a);
      write_link_attributes(writer_, src, "", own_origin_);
      writer_.text(alt.empty() ? src : alt);
      writer_.close();
    }
    writer_.close();
  }

  // Badges: the grades of this inspection, each with its words, its shape and its colour

  [[nodiscard]] bool has_badges() const {
    return options_.badges && std::any_of(view_.inspection.grades.begin(), view_.inspection.grades.end(),
                                          [](const Grade& grade) { return grade.when == When::current; });
  }

  void write_badges() {
    if (!has_badges()) return;
    open(Element::ul, Class::pm_grades);
    writer_.attribute(Attribute::aria_label, word(Word::inspection_grades, language_));
    for (const Grade& grade : view_.inspection.grades) {
      if (grade.when != When::current) continue;
      writer_.open(Element::li);
      write_badge(grade);
      writer_.close();
    }
    writer_.close();
  }

  void write_badge(const Grade& grade) {
    const std::string_view proof = evidence_.id_of(grade.place);
    open(proof.empty() ? Element::span : Element::a, Class::pm_grade);
    writer_.add_class(tone_class(grade));
    write_address(proof);
    write_shape(grade);
    writer_.text(" ");
    open(Element::span, Class::pm_grade_area);
    write_area(grade);
    writer_.close();
    writer_.text(" ");
    open(Element::span, Class::pm_grade_word);
    const Wording wording = grade_in_words(grade, language_);
    mark_language(wording.language);
    writer_.text(wording.text);
    writer_.close();
    if (grade.source == GradeSource::detected) {
      writer_.text(" ");
      open(Element::span, Class::pm_grade_source);
      write_own_words(Word::detected_note);
      writer_.close();
    }
    writer_.close();
  }

  void write_shape(const Grade& grade) {
    open(Element::svg, Class::pm_grade_shape);
    writer_.attribute(Attribute::viewBox, "0 0 16 16");
    // For pages without our style sheet, where a drawing without a size is as wide as the page.
    writer_.attribute(Attribute::width, "16");
    writer_.attribute(Attribute::height, "16");
    writer_.attribute(Attribute::aria_hidden, "true");
    writer_.open(Element::path);
    writer_.attribute(Attribute::d, shape_path(grade));
    writer_.close();
    writer_.close();
  }

  /// The area, and whose it is.
  void write_area(const Grade& grade) {
    write_in_language(area_in_words(grade, language_));
    if (grade.subject) write_subject(*grade.subject);
  }

  /// Whose it is, where the release tells of several.
  void write_subject(const std::string& subject) {
    if (!subject.empty() && has_several_subjects()) writer_.text(text::filled(" ({})", subject));
  }

  /// Who was inspected, where that is the same for all grades.
  [[nodiscard]] std::optional<std::string> common_subject() const {
    const std::vector<Grade>& grades = view_.inspection.grades;
    const bool same = std::all_of(grades.begin(), grades.end(),
                                  [&](const Grade& grade) { return grade.subject == grades.front().subject; });
    return same ? grades.front().subject : std::nullopt;
  }

  /// Leads to the words with this id.
  void write_address(std::string_view id) {
    if (!id.empty()) writer_.attribute(Attribute::href, text::filled("#{}", id));
  }

  // The table

  /// Each area's history stands below its grade of now.
  [[nodiscard]] std::vector<const Grade*> rows() const {
    const std::vector<Grade>& grades = view_.inspection.grades;
    const auto same_area = [](const Grade& one, const Grade& other) {
      return one.scale->inspectorate == other.scale->inspectorate && one.area == other.area &&
             one.subject == other.subject;
    };
    std::vector<const Grade*> order;
    for (const Grade& grade : grades) {
      if (grade.when == When::current) order.push_back(&grade);
    }
    for (const Grade& grade : grades) {
      if (grade.when == When::current) continue;
      const auto now = std::find_if(order.rbegin(), order.rend(),
                                    [&](const Grade* other) { return same_area(grade, *other); });
      order.insert(now == order.rend() ? order.end() : now.base(), &grade);
    }
    return order;
  }

  [[nodiscard]] bool has_dates() const {
    return std::any_of(view_.inspection.grades.begin(), view_.inspection.grades.end(),
                       [](const Grade& grade) { return grade.date.has_value(); });
  }

  /// Whether the release names more than one body; a grade without a name may be of any of them.
  [[nodiscard]] bool has_several_subjects() const {
    const std::string* first = nullptr;
    for (const Grade& grade : view_.inspection.grades) {
      if (!grade.subject) continue;
      if (first && *first != *grade.subject) return true;
      first = &*grade.subject;
    }
    return false;
  }

  void write_table_head() {
    writer_.open(Element::thead);
    writer_.open(Element::tr);
    write_column_head(Word::area);
    write_column_head(Word::grade);
    if (has_several_subjects()) write_column_head(Word::subject);
    write_column_head(Word::scheme);
    if (has_dates()) write_column_head(Word::date);
    write_column_head(Word::evidence);
    writer_.close();
    writer_.close();
  }

  void write_column_head(Word name) {
    writer_.open(Element::th);
    writer_.attribute(Attribute::scope, "col");
    mark_language(language_);
    writer_.text(word(name, language_));
    writer_.close();
  }

  void write_row(const Grade& grade) {
    writer_.open(Element::tr);
    if (grade.when == When::previous) writer_.add_class(Class::pm_grade_previous);
    writer_.open(Element::th);
    writer_.attribute(Attribute::scope, "row");
    write_in_language(area_in_words(grade, language_));
    writer_.close();
    writer_.open(Element::td);
    if (grade.when == When::previous) {
      write_own_words(Word::previously);
      writer_.text(": ");
    }
    write_in_language(grade_in_words(grade, language_));
    writer_.close();
    if (has_several_subjects()) write_cell(grade.subject.value_or(""));
    write_cell(scheme_in_words(*grade.scale));
    if (has_dates()) write_date(grade.date);
    open(Element::td, Class::pm_grade_source);
    write_source(grade);
    writer_.close();
    writer_.close();
  }

  /// Who gives the grade and by which scheme, where the scheme's name does not say both.
  static std::string scheme_in_words(const inspection::Scale& scale) {
    std::string words(scale.name);
    if (!scale.name.starts_with(scale.inspectorate)) words.insert(0, text::filled("{}, ", scale.inspectorate));
    return words;
  }

  void write_cell(std::string_view text) {
    writer_.open(Element::td);
    writer_.text(text);
    writer_.close();
  }

  void write_date(const std::optional<std::string>& date) {
    writer_.open(Element::td);
    if (const auto words = date ? day_in_words(*date, language_) : std::nullopt) {
      writer_.open(Element::time);
      writer_.attribute(Attribute::datetime, *date);
      mark_language(language_);
      writer_.text(*words);
      writer_.close();
    } else if (date) {
      writer_.text(*date);
    }
    writer_.close();
  }

  /// Where the grade comes from; for one that was read from the text, the words that say so.
  void write_source(const Grade& grade) {
    if (grade.source == GradeSource::declared) return write_own_words(Word::declared);
    write_own_words(Word::detected);
    writer_.text(": ");
    write_quotation(grade.place);
  }

  /// The words of the text, as a link to where they stand.
  void write_quotation(const inspection::Place& place) {
    const std::string_view id = evidence_.id_of(place);
    if (!id.empty()) writer_.open(Element::a);
    write_address(id);
    const std::string words = words_at(view_.document, place);
    writer_.text(words.starts_with("“") ? words : text::filled("“{}”", words));
    if (!id.empty()) writer_.close();
  }

  // Below the table

  /// What the text claims and does not name is told, and never made up.
  void write_shortfalls() {
    for (const inspection::Shortfall& shortfall : view_.inspection.shortfalls) {
      open(Element::p, Class::pm_note);
      write_in_language(shortfall_in_words(shortfall, language_));
      writer_.text(": ");
      write_quotation(shortfall.place);
      writer_.close();
    }
  }

  void write_reports() {
    for (std::size_t at = 0; at < view_.inspection.reports.size(); ++at) {
      open(Element::p, Class::pm_note);
      writer_.open(Element::a);
      write_link_attributes(writer_, view_.inspection.reports[at], "", own_origin_);
      write_own_words(Word::report);
      write_subject(view_.inspection.reported[at]);
      writer_.close();
      writer_.close();
    }
  }

  // What follows the text

  void open_section(Class name, Word heading) {
    open(Element::section, name);
    writer_.open(heading_element(std::min(options_.heading_level + 1, 6)));
    mark_language(language_);
    writer_.text(word(heading, language_));
    writer_.close();
  }

  void write_contacts() {
    const std::vector<release::Contact>& contacts = release_.particulars.contacts;
    if (contacts.empty()) return;
    open_section(Class::pm_contact, contacts.size() == 1 ? Word::media_contact : Word::media_contacts);
    const std::string_view mark = tag_of(language_) == text_language_ ? std::string_view() : tag_of(language_);
    for (const release::Contact& contact : contacts) {
      open(Element::address, Class::h_card);
      write_contact(writer_, contact, language_, mark);
      writer_.close();
    }
    writer_.close();
  }

  void write_attachments() {
    const std::vector<release::Attachment>& attachments = release_.particulars.attachments;
    if (attachments.empty()) return;
    open_section(Class::pm_attachments, Word::attachments);
    writer_.open(Element::ul);
    for (const release::Attachment& attachment : attachments) {
      writer_.open(Element::li);
      writer_.open(Element::a);
      write_link_attributes(writer_, attachment.url, "", own_origin_);
      writer_.text(attachment.title);
      writer_.close();
      write_file_words(attachment);
      writer_.close();
    }
    writer_.close();
    writer_.close();
  }

  /// " (PDF, 1.2 MB)".
  void write_file_words(const release::Attachment& attachment) {
    std::string words = attachment.type ? type_in_words(*attachment.type) : file_type(attachment.url).value_or("");
    if (attachment.size) words.append(words.empty() ? "" : ", ").append(size_in_words(*attachment.size));
    if (words.empty()) return;
    writer_.text(" ");
    write_leaf(Element::span, Class::pm_file, text::filled("({})", words));
  }

  /// "PDF" for "application/pdf" and "pdf"; other words stay as they are.
  static std::string type_in_words(std::string_view type) {
    const std::optional<std::string> known = file_type(text::filled(".{}", type.substr(type.rfind('/') + 1)));
    return known.value_or(std::string(type));
  }

  void write_history() {
    const std::vector<release::Change>& history = release_.particulars.history;
    if (history.empty()) return;
    open_section(Class::pm_history, Word::changes);
    writer_.open(Element::ul);
    for (const release::Change& change : history) {
      writer_.open(Element::li);
      if (change.date) {
        write_moment(*change.date);
        writer_.text(": ");
      }
      writer_.text(change.note);
      writer_.close();
    }
    writer_.close();
    writer_.close();
  }

  Writer& writer_;
  const View& view_;
  const release::Release& release_;
  const ArticleOptions& options_;
  Language language_;
  std::string own_origin_;
  Evidence evidence_;
  std::string_view text_language_;
};

BodyOptions body_options(const View& view, const ArticleOptions& options) {
  BodyOptions body;
  body.headline_level = options.heading_level;
  body.base_url = options.base_url;
  body.images = options.images;
  body.language = options.language;
  body.text_language = view.release.language ? release::primary_language(*view.release.language) : "en";
  body.ends_marks = true;
  if (options.lines) body.lines = &view.source;
  return body;
}

}  // namespace

void write_article(Writer& writer, const View& view, const ArticleOptions& options) {
  ArticleFrame frame(writer, view, options);
  frame.open_article();
  frame.write_header();
  BodyOptions body = body_options(view, options);
  body.left_out = view.release.title_node;
  if (view.release.title_stands_in_body) --body.headline_level;
  body.evidence = frame.passages();
  writer.open(Element::div);
  writer.add_class(Class::pm_body);
  write_body(writer, view.document, body);
  writer.close();
  frame.write_end();
  writer.close();
}

void write_body_alone(Writer& writer, const View& view, const ArticleOptions& options) {
  BodyOptions body = body_options(view, options);
  const bool headline_above = view.release.title && !view.release.title_node && !view.release.title_stands_in_body;
  if (!headline_above) --body.headline_level;
  write_body(writer, view.document, body);
}

}  // namespace pressmark::render
