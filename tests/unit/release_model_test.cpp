#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/markdown/document.h"
#include "pressmark/release/language_tag.h"
#include "pressmark/release/release.h"

using namespace pressmark;
using release::State;

namespace {

constexpr std::int64_t noon_1_may_2019 = 1556708400;

release::Options at(std::optional<std::int64_t> now) {
  release::Options options;
  options.now = now;
  return options;
}

release::Options based_on(std::string url) {
  release::Options options;
  options.base_url = std::move(url);
  return options;
}

struct Built {
  explicit Built(const std::string& bytes, release::Options options = {})
      : source(bytes),
        front_matter(front_matter::read(source, diagnostics)),
        document(markdown::parse(source, front_matter.body_start, {}, diagnostics)),
        model(release::build(source, front_matter, document, options, diagnostics)) {}

  [[nodiscard]] const text::Diagnostic* find(std::string_view code) const {
    for (const text::Diagnostic& diagnostic : diagnostics.all()) {
      if (diagnostic.code == code) return &diagnostic;
    }
    return nullptr;
  }

  text::Source source;
  text::Diagnostics diagnostics;
  front_matter::FrontMatter front_matter;
  markdown::Document document;
  release::Release model;
};

/// A release with this front matter and one paragraph.
Built with(const std::string& yaml, release::Options options = {}) {
  return Built("---\n" + yaml + "\n---\n\nText.\n", std::move(options));
}

}  // namespace

TEST_CASE("release: the clean og.title goes before a title with the site's name") {
  CHECK(with("title: Good review | Northford Police\nog:\n  title: Good review").model.title == "Good review");
  CHECK(with("title: Good review - Northford Police\nog.title: Good review").model.title == "Good review");
  CHECK(with("title: Review of the year | Northford Police\nog:\n  title: Good review").model.title == "Good review");
  const Built built = with("title: Good review | Northford Police\nog:\n  title: Good review");
  CHECK(built.source.slice(built.model.title_span) == "Good review");
  CHECK(built.find("release-title-site-name") == nullptr);
}

TEST_CASE("release: a title of its own goes before another og.title") {
  CHECK(with("title: Full headline\nog:\n  title: Short").model.title == "Full headline");
  CHECK(with("title: A | B\nog:\n  title: A | B").model.title == "A | B");
  CHECK(with("og:\n  title: Shared").model.title == "Shared");
  CHECK(with("title:\nog:\n  title: Shared").model.title == "Shared");
}

TEST_CASE("release: a site's name that nothing cleans is shown, and its removal offered") {
  const Built built = with("title: Good review | Northford Police");
  CHECK(built.model.title == "Good review | Northford Police");
  const text::Diagnostic* diagnostic = built.find("release-title-site-name");
  REQUIRE(diagnostic);
  REQUIRE(diagnostic->fix);
  CHECK(built.source.slice(diagnostic->fix->span) == " | Northford Police");
  CHECK(diagnostic->fix->text.empty());
}

TEST_CASE("release: a heading at the head of the body is the headline and shown once") {
  const Built built("# Good *review*\n\nText.\n\n## Notes");
  CHECK(built.model.title == "Good review");
  CHECK(built.model.title_node == 1);
  REQUIRE(built.model.headings.size() == 2);
  CHECK(built.model.headings[1].text == "Notes");
  CHECK(built.model.headings[1].id == "pm-notes");
  CHECK(built.model.headings[1].line == 5);
  CHECK(built.model.headings[1].level == 2);

  CHECK(Built("---\ntitle: It's good\n---\n# It's good\n\nText").model.title_node == 1);  // curled in the body
  CHECK_FALSE(Built("---\ntitle: It's good\n---\n# Background\n\nText").model.title_node);
}

TEST_CASE("release: a headline below other words stays where it is") {
  const Built built("For immediate release\n\n# Good review\n\nText.");
  CHECK(built.model.title == "Good review");
  CHECK_FALSE(built.model.title_node);
  CHECK(built.model.title_stands_in_body);
}

TEST_CASE("release: a section heading or a heading in a quotation is no headline") {
  CHECK_FALSE(Built("Text.\n\n## Notes to editors\n").model.title);
  CHECK_FALSE(Built("Text.\n\n> # Quoted\n").model.title);
  CHECK_FALSE(Built("- # In a list\n").model.title);
}

TEST_CASE("release: without a headline the first words name the article") {
  const Built built("They received top rating.\n\nMore.");
  CHECK_FALSE(built.model.title);
  CHECK(built.model.first_words == "They received top rating.");
  CHECK(built.find("release-no-headline"));

  const Built long_text("Word " + std::string(200, 'x') + " end");
  CHECK(long_text.model.first_words == "Word…");
  std::string accents;
  for (int i = 0; i < 100; ++i) accents += "é";
  CHECK(Built(accents).model.first_words.size() == 83);  // 40 whole characters and the ellipsis
  CHECK(Built("#\n\nText").model.first_words == "Text");
}

TEST_CASE("release: nothing is a release without text") {
  for (const char* text : {"", "\n\n", "---\narea: Northford\n---\n"}) {
    CAPTURE(text);
    const Built built(text);
    CHECK_FALSE(built.model.title);
    CHECK(built.model.first_words.empty());
    CHECK(built.find("release-empty"));
  }
}

TEST_CASE("release: summary, area and language") {
  CHECK(with("summary: One\ndescription: Two").model.summary == "One");
  CHECK(with("og:\n  description: Three").model.summary == "Three");
  CHECK(with("area: Northford").model.area == "Northford");
  CHECK(with("area:\n  - Northford\n  - Southford").model.area == "Northford, Southford");
  CHECK(with("og:\n  locale: en_GB").model.language == "en-GB");
  CHECK(with("lang: cy\nog:\n  locale: en_GB").model.language == "cy");
  const Built odd = with("language: gobbledygook tongue");
  CHECK_FALSE(odd.model.language);
  CHECK(odd.find("release-language-unknown"));
}

TEST_CASE("release: what should be text and is not is left out with a warning") {
  const Built built = with("title:\n  - One\n  - Two\nsummary: {a: b}");
  CHECK_FALSE(built.model.title);
  CHECK_FALSE(built.model.summary);
  CHECK(built.find("release-field-not-text"));
}

TEST_CASE("release: language tags in their usual case") {
  CHECK(release::language_tag("EN_gb") == "en-GB");
  CHECK(release::language_tag("zh-hant-TW") == "zh-Hant-TW");
  CHECK(release::language_tag("Welsh") == "cy");
  for (const char* text : {"", "e", "en-", "-en", "en GB", "english-ish words", "en-\"x", "12"})
    CHECK_FALSE(release::language_tag(text));
  CHECK(release::primary_language("en-GB") == "en");
}

TEST_CASE("release: links and images are decoded, resolved and allowed") {
  CHECK(with("url: https://example.org/?a=1&amp;b=2").model.url == "https://example.org/?a=1&b=2");
  CHECK(with("og:\n  url: /news/1", based_on("https://example.org/x/")).model.url == "https://example.org/news/1");
  const Built bad = with("url: javascript:alert(1)");
  CHECK_FALSE(bad.model.url);
  CHECK(bad.find("release-url-refused"));
  const Built hidden = with("image: java&Tab;script&colon;alert(1)");
  CHECK_FALSE(hidden.model.image);
  CHECK(hidden.find("release-url-refused"));
}

TEST_CASE("release: pictures and the words that stand for them") {
  const Built built = with("image: https://example.org/a.jpg?w=1&amp;h=2");
  REQUIRE(built.model.image);
  CHECK(built.model.image->src == "https://example.org/a.jpg?w=1&h=2");
  CHECK_FALSE(built.model.image->alt);
  CHECK(built.find("release-image-without-text"));

  const Built map = with("image:\n  src: https://example.org/a.jpg\n  alt: The new station");
  REQUIRE(map.model.image);
  CHECK(map.model.image->alt == "The new station");
  CHECK_FALSE(map.find("release-image-without-text"));
  CHECK(with("image: https://example.org/a.jpg\nimage_alt: \"\"").model.image->alt == "");
  CHECK(with("image:\n  - https://example.org/1.jpg\n  - https://example.org/2.jpg").model.image->src ==
        "https://example.org/1.jpg");
  CHECK_FALSE(with("image:\n  width: 3").model.image);
}

TEST_CASE("release: dates under all their names") {
  for (const char* yaml :
       {"publish:\n  date: 00:01 02/05/2019", "publish.date: 00:01 02/05/2019", "published: 00:01 02/05/2019",
        "date: 2019-05-02T00:01", "pubdate: \"2 May 2019, 00:01\"", "publishDate: 2019-05-02 00:01"}) {
    CAPTURE(yaml);
    const Built built = with(yaml);
    REQUIRE(built.model.published);
    CHECK(built.model.published->iso == "2019-05-02T00:01+01:00");
  }
  CHECK(with("dateOrder: month-first\ndate: 05/02/2019").model.published->iso == "2019-05-02");
  CHECK(with("lang: en-US\ndate: 05/02/2019").model.published->iso == "2019-05-02");
  CHECK(with("lang: en-US\ndateOrder: dmy\ndate: 02/05/2019").model.published->iso == "2019-05-02");
  CHECK(with("dateOrder: sideways\ndate: 02/05/2019").find("release-date-order-unknown"));
}

TEST_CASE("release: an embargo holds until its minute") {
  const std::string yaml = "embargo: 00:01 2 May 2019";
  const auto state_at = [&](std::optional<std::int64_t> now) { return with(yaml, at(now)).model.state; };
  CHECK(state_at(1556751659) == State::embargoed);
  CHECK(state_at(1556751660) == State::live);
  CHECK(state_at({}) == State::embargoed);  // no clock, no end
  CHECK(with("Embargo: 00:01 2 May 2019", at(noon_1_may_2019)).model.state == State::embargoed);
  CHECK(with("embargo:\n  until: 00:01 2 May 2019", at(noon_1_may_2019)).model.state == State::embargoed);
  CHECK(with("publish:\n  date: 1 May 2019\n  embargo: 00:01 2 May 2019", at(noon_1_may_2019)).model.state ==
        State::embargoed);
}

TEST_CASE("release: a date of publication that lies ahead is an embargo, unless one is stated") {
  CHECK(with("date: 00:01 2 May 2019", at(noon_1_may_2019)).model.state == State::embargoed);
  CHECK(with("date: 2 May 2019", at(noon_1_may_2019)).model.state == State::embargoed);
  CHECK(with("date: 1 May 2019", at(noon_1_may_2019)).model.state == State::live);
  CHECK(with("date: 00:01 2 May 2019").model.state == State::live);
  CHECK(with("date: 3 May 2019\nembargo: 30 April 2019 09:00", at(noon_1_may_2019)).model.state == State::live);
}

TEST_CASE("release: an embargo under a misspelt name is taken for one, and said to be misspelt") {
  for (const char* name : {"embrago", "embago", "Embargp", "embergo"}) {
    CAPTURE(name);
    const Built built = with(std::string(name) + ": 00:01 2 May 2019", at(noon_1_may_2019));
    CHECK(built.model.state == State::embargoed);
    const text::Diagnostic* misspelt = built.find("release-misspelt-entry");
    REQUIRE(misspelt);
    CHECK(misspelt->span.size() == std::string_view(name).size());
    REQUIRE(misspelt->fix);
    CHECK(misspelt->fix->text == "embargo");
  }
  for (const char* other :
       {"cargo: 12 crates", "embark: at noon", "imbroglio: 2019", "embrago:", "embrago: 2019\nembargo: none"}) {
    CAPTURE(other);
    const Built built = with(other, at(noon_1_may_2019));
    CHECK(built.model.state == State::live);
    CHECK(!built.find("release-misspelt-entry"));
  }
}

TEST_CASE("release: entries that are nearly those of grades, contacts and files are asked about") {
  const Built built = with("inspections:\n  scale: cqc\ncontacs:\n  - name: Ada Field\nattatchments:\n  - a.pdf");
  const auto& all = built.diagnostics.all();
  CHECK(std::count_if(all.begin(), all.end(), [](const text::Diagnostic& diagnostic) {
          return diagnostic.code == "release-misspelt-entry";
        }) == 3);
  REQUIRE(built.find("release-misspelt-entry"));
  CHECK(built.find("release-misspelt-entry")->message.find("“inspections” is not read") == 0);
  for (const char* known :
       {"contact: Ada Field, 01632 960001", "attachment: a.pdf", "inspector: Ada Field", "content:\n  - a"}) {
    CAPTURE(known);
    CHECK(!with(known).find("release-misspelt-entry"));
  }
}

TEST_CASE("release: an embargo that cannot be read holds the release back") {
  const Built built = with("embargo: when the mayor says so", at(noon_1_may_2019));
  CHECK(built.model.state == State::embargoed);
  CHECK(built.find("release-date-not-understood")->severity == text::Severity::error);
  for (const char* value : {" [1 May 2019]", "\n  date: 1 May 2019", "\n  - 1 May 2019"}) {
    CAPTURE(value);
    const Built listed = with("embargo:" + std::string(value), at(noon_1_may_2019));
    CHECK(listed.model.state == State::embargoed);
    CHECK(listed.find("release-date-not-understood"));
  }
  CHECK(with("publish:\n  embargo:\n    until: 2 May 2019", at(noon_1_may_2019)).model.state == State::embargoed);
  CHECK(with("embargo:\n  until:", at(noon_1_may_2019)).model.state == State::live);
  for (const char* word : {"none", "No", "false", "~", "n/a", "No embargo", "For immediate release"}) {
    CAPTURE(word);
    CHECK(with("embargo: " + std::string(word), at(noon_1_may_2019)).model.state == State::live);
  }
}

TEST_CASE("release: an embargo in words holds the release back until it ends") {
  for (const char* text : {"EMBARGOED UNTIL 00:01 Thursday 2 May 2019\n\n# Good review\n\nText.",
                           "**Embargo:** 0001hrs, 2 May 2019\n\nText.",
                           "Strictly embargoed until: 00:01 2 May 2019.\n\nText.",
                           "> Under embargo until 2 May 2019 at 00:01\n\nText.",
                           "---\ntitle: A\nembargo:00:01 2 May 2019\n---\n\nText.",
                           "---\ntitle: A\n  embargo: 00:01 2 May 2019\n---\n\nText.",
                           "---\n\ttitle: A\n\tembargo: 00:01 2 May 2019\n---\n\nText.",
                           "---\ntitle: A\nembargo: 00:01 2 May 2019\n\nText.",
                           "---\ntitle: A\nembargoed_until: 00:01 2 May 2019\n---\n\nText.",
                           "----\nembargo: 00:01 2 May 2019\n----\n\nText.",
                           "---\nembargo_date: 00:01 2 May 2019\n---\n\nText.",
                           "---\nembargo:\n---\n\nEMBARGOED UNTIL 00:01 2 May 2019\n\nText.",
                           "---\nstatus: embargoed until 00:01 2 May 2019\n---\n\nText.",
                           "+++\ntitle = \"A\"\nembargo = \"00:01 2 May 2019\"\n+++\n\nText.",
                           "{\n  \"title\": \"A\",\n  \"embargo\": \"00:01 2 May 2019\",\n\nText.",
                           "STRICT EMBARGO: 00.01am on Thursday 2 May 2019\n\nText.",
                           "EMBARGO – 00:01 (BST) 2 May 2019\n\nText.",
                           "Press release: embargoed until 00:01 on 2 May 2019 – good review\n\nText.",
                           "NOT FOR PUBLICATION OR BROADCAST BEFORE 00:01 2 May 2019\n\nText.",
                           "EMBARGOED UNTIL:\r\n00:01 2 May 2019\r\n\r\nText.",
                           "<p><strong>Embargoed until 00:01 2 May 2019</strong></p>\n\nText.",
                           "| Embargo | 00:01 2 May 2019 |\n|---|---|\n\nText.",
                           "EMBARGOED\u00A0UNTIL\u00A000:01\u00A02 May 2019\n\nText.",
                           "DAN EMBARGO TAN 00:01 2 May 2019\n\nText."}) {
    CAPTURE(text);
    const Built before(text, at(noon_1_may_2019));
    CHECK(before.model.state == State::embargoed);
    REQUIRE(before.find("release-embargo-in-words"));
    CHECK(before.source.slice(before.find("release-embargo-in-words")->span).find("2 May 2019") != std::string::npos);
    CHECK(Built(text, at(1556751660)).model.state == State::live);
  }
}

TEST_CASE(
    "release: words about an embargo that cannot be read hold back where front matter was meant, else they warn") {
  CHECK(with("title: A\nembargo:when the mayor says so", at(noon_1_may_2019)).model.state == State::embargoed);
  const Built built("EMBARGOED UNTIL the minister has spoken\n\nText.", at(noon_1_may_2019));
  CHECK(built.model.state == State::live);
  CHECK(built.find("release-embargo-in-words"));
  // What stands behind the moment may change it.
  for (const char* until : {"2 May 2019 EST", "2 May 2019, 6 in the evening"}) {
    CHECK(Built("EMBARGOED UNTIL " + std::string(until) + "\n\nText.", at(1556751660 + 86400)).model.state ==
          State::embargoed);
  }
  for (const char* text :
       {"# Embargo on shellfish lifted\n\nText.", "The embargo until 2 May 2019 was broken.", "Embargo\n\nText.",
        "A\n\nB\n\nC\n\nD\n\nE\n\nEmbargoed until 2 May 2019", "---\nembargo: none\n---\n\nText.",
        "---\nembargo:\ndate: 1 May 2019\n---\n\nText.", "---\nembargo: # not yet\n---\n\nText.",
        "Embargo\n\n2 May 2019 was quiet.", "Not until 2 May 2019 did it rain."}) {
    CAPTURE(text);
    const Built news(text, at(noon_1_may_2019));
    CHECK(news.model.state == State::live);
    CHECK_FALSE(news.find("release-embargo-in-words"));
  }
}

TEST_CASE("release: an embargo at an hour that comes twice holds until the second") {
  const auto state_at = [&](std::int64_t now) { return with("embargo: 01:30 27 October 2019", at(now)).model.state; };
  CHECK(state_at(1572136200 + 1) == State::embargoed);  // after 01:30 summer time
  CHECK(state_at(1572139800) == State::live);           // 01:30 GMT
}

TEST_CASE("release: an embargo without a time of day ends as its day begins, with a warning") {
  const Built built = with("embargo: 2 May 2019", at(noon_1_may_2019));
  CHECK(built.model.state == State::embargoed);
  CHECK(built.find("release-embargo-without-time"));
  CHECK(with("embargo: 2 May 2019", at(1556751600)).model.state == State::live);
}
