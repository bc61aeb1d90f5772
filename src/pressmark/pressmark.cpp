#include "pressmark/pressmark.h"

#include <type_traits>
#include <utility>

#include "pressmark/inspection/declaration.h"
#include "pressmark/inspection/declared.h"
#include "pressmark/inspection/detect.h"
#include "pressmark/inspection/merge.h"
#include "pressmark/inspection/scale_definition.h"
#include "pressmark/release/language_tag.h"
#include "pressmark/render/article.h"
#include "pressmark/render/html.h"
#include "pressmark/render/json.h"
#include "pressmark/render/json_ld.h"
#include "pressmark/render/ninjs.h"
#include "pressmark/render/nodes.h"
#include "pressmark/render/plain_text.h"
#include "pressmark/render/scales_json.h"
#include "pressmark/render/view.h"
#include "pressmark/text/filled.h"

namespace pressmark {
namespace {

release::Options release_options(const ParseOptions& options) {
  return {.base_url = options.base_url, .time_zone = options.time_zone, .now = options.now};
}

inspection::Inspection find_grades(const ParsedRelease& release, text::Diagnostics& diagnostics) {
  const GradePolicy policy = release.options.grades;
  if (policy == GradePolicy::none) return {};
  const std::optional<release::Moment>& published = release.release.published;
  const std::string_view date = published ? std::string_view(published->iso) : std::string_view();
  const inspection::Catalogue& catalogue = release.catalogue;
  inspection::Inspection found;
  if (policy != GradePolicy::detected) {
    found = inspection::read_declared(release.front_matter, release.source,
                                      {.scale = release.options.scale, .published = date}, catalogue, diagnostics);
  }
  if (policy != GradePolicy::declared) {
    inspection::Detection detected =
        inspection::detect(release.document, release.front_matter, release.source,
                           {.scale = release.options.scale, .published = date}, catalogue, diagnostics);
    inspection::merge(std::move(detected), found, release.source, diagnostics);
    if (policy == GradePolicy::both) {
      inspection::offer_declaration(found, release.front_matter, release.source, diagnostics);
    }
  }
  return found;
}

/// The grade scales that the release brings itself.
std::vector<inspection::ScaleDefinition> scales_of(const front_matter::FrontMatter& front_matter,
                                                   const text::Source& source, text::Diagnostics& diagnostics) {
  const front_matter::Entry* entry = front_matter.metadata.is_map() ? front_matter.metadata.find("scales") : nullptr;
  if (!entry || entry->value.kind == front_matter::ValueKind::null) return {};
  return inspection::read_scales(entry->value, source, diagnostics);
}

render::View view_of(const ParsedRelease& release) {
  return {release.source,  release.diagnostics, release.front_matter, release.document,
          release.release, release.inspection,  release.catalogue};
}

/// The language of Pressmark's own words: as the page asks, else as the release is written, else English.
render::Language language_of(const ParsedRelease& release) {
  const std::string_view tag = !release.options.language.empty() ? std::string_view(release.options.language)
                               : release.release.language        ? std::string_view(*release.release.language)
                                                                 : std::string_view("en");
  return release::primary_language(tag) == "cy" ? render::Language::welsh : render::Language::english;
}

template <class W>
render::ArticleOptions article_options(const ParsedRelease& release) {
  return {.heading_level = release.options.heading_level,
          .base_url = release.options.base_url,
          .images = release.options.images,
          .language = language_of(release),
          .badges = !std::is_same_v<W, render::TextWriter>,
          .lines = release.options.places && !std::is_same_v<W, render::TextWriter>};
}

template <class W>
auto written(const ParsedRelease& release, Part part) {
  W writer;
  // HTML is a little longer than its source, by 7 bytes for each node.
  if constexpr (std::is_same_v<W, render::HtmlWriter>) {
    writer.reserve(release.source.size() + 8 * release.document.nodes().size() + 1024);
  }
  if (part == Part::article) {
    render::write_article(writer, view_of(release), article_options<W>(release));
  } else {
    render::write_body_alone(writer, view_of(release), article_options<W>(release));
  }
  return writer.take();
}

}  // namespace

ParsedRelease::ParsedRelease(text::Source&& given, ParseOptions parse_options)
    : options(std::move(parse_options)),
      source(std::move(given)),
      front_matter(front_matter::read(source, diagnostics)),
      catalogue(options.scales, scales_of(front_matter, source, diagnostics)),
      document(markdown::parse(source, front_matter.body_start, {.smart = options.smart}, diagnostics)),
      release(release::build(source, front_matter, document, release_options(options), diagnostics)),
      inspection(find_grades(*this, diagnostics)) {
  report_repairs();
  diagnostics.sort();
}

void ParsedRelease::report_repairs() {
  const std::size_t count = source.repairs().size();
  if (count == 0) return;
  const std::uint32_t first = source.repairs().front();
  diagnostics.warning("text-repaired", {first, first + 3},  // U+FFFD takes three bytes
                      text::filled("{} of this text could not be read, and a � stands there instead. Save the text as "
                                   "UTF-8, or write the characters again.",
                                   count == 1 ? "One character" : text::filled("{} characters", count)));
}

std::unique_ptr<ParsedRelease> parse(text::Source source, const ParseOptions& options) {
  return std::make_unique<ParsedRelease>(std::move(source), options);
}

std::unique_ptr<ParsedRelease> parse(std::string_view bytes, const ParseOptions& options) {
  return parse(text::Source(bytes), options);
}

std::string to_html(const ParsedRelease& release, Part part) { return written<render::HtmlWriter>(release, part); }

std::string to_nodes(const ParsedRelease& release, Part part) { return written<render::NodeWriter>(release, part); }

std::string to_text(const ParsedRelease& release) { return written<render::TextWriter>(release, Part::article); }

std::string to_json(const ParsedRelease& release) {
  return render::model_json(view_of(release), release.options.places);
}

std::string to_json_ld(const ParsedRelease& release) { return render::json_ld(view_of(release)); }

std::string to_ninjs(const ParsedRelease& release) {
  return render::ninjs(view_of(release), written<render::TextWriter>(release, Part::body),
                       to_html(release, Part::body));
}

std::string scales_json() { return render::scales_json(); }

std::string_view version() { return PRESSMARK_VERSION; }

}  // namespace pressmark
