// Contacts, attachments, status and history in the front matter, and telephone numbers.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

#include "pressmark/pressmark.h"
#include "pressmark/release/telephone.h"

using namespace pressmark;
using release::find_telephone;
using release::Standing;
using release::State;

namespace {

struct Reading {
  explicit Reading(std::string_view front_matter, std::int64_t now = 1717243200) {  // 1 June 2024, noon UTC
    ParseOptions options;
    options.now = now;
    options.base_url = "https://north.example/news/";
    source = "---\n" + std::string(front_matter) + "\n---\n# Title\n\nText\n";
    parsed = parse(source, options);
  }

  [[nodiscard]] const release::Particulars& particulars() const { return parsed->release.particulars; }
  [[nodiscard]] State state() const { return parsed->release.state; }
  /// The codes of the messages with the source that each is about.
  [[nodiscard]] std::string messages() const {
    std::string all;
    for (const auto& one : parsed->diagnostics.all()) {
      if (!all.empty()) all += "; ";
      all += std::string(one.code) + " " + std::string(parsed->source.slice(one.span));
    }
    return all;
  }
  [[nodiscard]] std::string mended() const {
    for (const auto& one : parsed->diagnostics.all()) {
      if (one.fix) return std::string(source).replace(one.fix->span.start, one.fix->span.size(), one.fix->text);
    }
    return "(no fix)";
  }
  [[nodiscard]] bool shows(std::string_view html) const {
    return to_html(*parsed, Part::article).find(html) != std::string::npos;
  }

  std::string source;
  std::unique_ptr<ParsedRelease> parsed;
};

}  // namespace

// ---- Telephone numbers ----

TEST_CASE("telephone: British and international numbers are read to the last digit") {
  struct Case {
    std::string_view text, number, uri;
  };
  const Case cases[] = {
      {"Call 01632 960001.", "01632 960001", "tel:+441632960001"},
      {"(01632) 960 001", "(01632) 960 001", "tel:+441632960001"},
      {"020 7946 0000", "020 7946 0000", "tel:+442079460000"},
      {"02079460000", "02079460000", "tel:+442079460000"},
      {"0300 123 4567", "0300 123 4567", "tel:+443001234567"},
      {"01632 96000", "01632 96000", "tel:+44163296000"},
      {"07700-900-123 (mobile)", "07700-900-123", "tel:+447700900123"},
      {"+44 1632 960001", "+44 1632 960001", "tel:+441632960001"},
      {"+44 (0)1632 960001", "+44 (0)1632 960001", "tel:+441632960001"},
      {"+44 (0) 1632 960001", "+44 (0) 1632 960001", "tel:+441632960001"},
      {"0044 1632 960001", "0044 1632 960001", "tel:+441632960001"},
      {"+353 1 234 5678", "+353 1 234 5678", "tel:+35312345678"},
      {"01632 960001 ext. 12", "01632 960001 ext. 12", "tel:+441632960001;ext=12"},
      {"01632 960001 x12, or", "01632 960001 x12", "tel:+441632960001;ext=12"},
      {"01632 960001 07700 900123", "01632 960001", "tel:+441632960001"},
      {"01632\u00A0960001", "01632\u00A0960001", "tel:+441632960001"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const auto found = find_telephone(one.text);
    REQUIRE(found);
    CHECK(one.text.substr(found->from, found->to - found->from) == one.number);
    CHECK(found->uri == one.uri);
  }
}

TEST_CASE("telephone: dates, times, amounts and references are no numbers to call") {
  for (const std::string_view text :
       {"999", "101", "01/02/2019 09:30", "01-02-2019 09:30", "2019-05-02", "00:01 02/05/2019", "0.123456789", "01632 96",
        "REF01632960001", "016329600012345", "01632 960001/7", "0000000000", "1632 960001", "+123", "4,000,000,000",
        "a@01632960001", ""}) {
    CAPTURE(text);
    CHECK(!find_telephone(text));
  }
}

// ---- Contacts ----

TEST_CASE("particulars: a contact is a map, a text, or a list of both") {
  const Reading reading(
      "contacts:\n  - name: Ada Field\n    Role: Head of news\n    org: Northport Council\n    tel: 01632 960001\n    e-mail: "
      "ada@north.example\n  - Press office, 020 7946 0000, press@north.example\n  - \"Tom Brook, email: tom@north.example\"");
  CHECK(reading.messages().empty());
  const auto& contacts = reading.particulars().contacts;
  REQUIRE(contacts.size() == 3);
  CHECK(contacts[0].name == "Ada Field");
  CHECK(contacts[0].role == "Head of news");
  CHECK(contacts[0].organisation == "Northport Council");
  CHECK(contacts[0].telephone == "01632 960001");
  CHECK(contacts[0].telephone_uri == "tel:+441632960001");
  CHECK(contacts[0].email == "ada@north.example");
  CHECK(contacts[1].name == "Press office");
  CHECK(contacts[1].telephone_uri == "tel:+442079460000");
  CHECK(contacts[1].email == "press@north.example");
  CHECK(contacts[2].name == "Tom Brook");
  CHECK(Reading("contact: Ada Field 01632 960001").particulars().contacts.at(0).name == "Ada Field");
  CHECK(Reading("contact: Ada Field, tel. 01632 960001").particulars().contacts.at(0).name == "Ada Field");
  CHECK(Reading("contact: Grand Hotel, 01632 960001").particulars().contacts.at(0).name == "Grand Hotel");
  CHECK(Reading("contact: Ada Field, mobile: 07700 900123").particulars().contacts.at(0).name == "Ada Field");
  const Reading two("contact:\n  name: Ada\n  phone: 01632 960001\n  mobile: 07700 900123");
  CHECK(two.messages() == "release-second-entry mobile");
  CHECK(two.particulars().contacts.at(0).telephone == "01632 960001");
  CHECK(Reading("contact:\n  name: Ada\n  telephone: 01632960001").particulars().contacts.at(0).telephone == "01632960001");
}

TEST_CASE("particulars: what is wrong with a contact is told, and costs no more than itself") {
  const Reading reading("contacts:\n  - nmae: Ada\n    email: ada at north\n    tel: ask reception\n  - {}\n  - Ada");
  CHECK(reading.messages() ==
        "release-unknown-entry nmae; release-contact-email ada at north; release-contact-telephone ask reception; "
        "release-contact-empty {}; release-contact-unreachable Ada");
  CHECK(reading.mended().find("- name: Ada\n") != std::string::npos);
  REQUIRE(reading.particulars().contacts.size() == 2);
  CHECK(reading.shows("Telephone: ask reception"));
  for (const std::string_view email : {"a@b", "@b.example", "a@b..example", "a b@c.example", "a@b@c.example", "a@b.example?cc=x", "a@\uFFFD.example"}) {
    CAPTURE(email);
    CHECK(!release::is_email(email));
  }
  CHECK(release::is_email("o'neill+press@north-port.example"));
}

// ---- Attachments ----

TEST_CASE("particulars: attachments have address, title, type and size") {
  const Reading reading(
      "attachments:\n  - url: plan.pdf\n    title: The plan\n    size: 1258291\n  - https://north.example/data.csv\n  - href: "
      "/a/b\n    type: application/pdf\n    size: 2 MB");
  CHECK(reading.messages().empty());
  const auto& files = reading.particulars().attachments;
  REQUIRE(files.size() == 3);
  CHECK(files[0].url == "https://north.example/news/plan.pdf");
  CHECK(files[1].title == "data.csv");
  CHECK(reading.shows("<a href=\"https://north.example/news/plan.pdf\">The plan</a> <span class=\"pm-file\">(PDF, 1.3 MB)</span>"));
  CHECK(reading.shows(">b</a> <span class=\"pm-file\">(PDF, 2 MB)</span>"));
}

TEST_CASE("particulars: an attachment without a title has the name of its file, as people read it") {
  const Reading reading(
      "attachments:\n  - https://north.example/Annual%20report%20(2025).docx\n  - plans/Tŷ newydd.pdf?v=2\n  - https://north.example/");
  CHECK(reading.messages().empty());
  const auto& files = reading.particulars().attachments;
  REQUIRE(files.size() == 3);
  CHECK(files[0].title == "Annual report (2025).docx");
  CHECK(files[1].title == "Tŷ newydd.pdf");
  CHECK(files[1].url == "https://north.example/news/plans/T%C5%B7%20newydd.pdf?v=2");
  CHECK(files[2].title == "north.example");
}

TEST_CASE("particulars: attachments without a usable address are not shown") {
  const Reading reading("attachments:\n  - javascript:alert(1)\n  - title: No file\n  - url: data:text/html,x\n    title: y");
  CHECK(reading.messages() ==
        "release-url-refused javascript:alert(1); release-attachment-without-url title: No file; release-url-refused "
        "data:text/html,x");
  CHECK(reading.particulars().attachments.empty());
  CHECK(!reading.shows("pm-attachments"));
}

// ---- Status ----

TEST_CASE("particulars: a status is shown before everything else, in words") {
  const Reading reading("status:\n  state: corrected\n  reason: the cost was wrong\n  date: 2 May 2024");
  CHECK(reading.messages().empty());
  REQUIRE(reading.particulars().status);
  CHECK(reading.particulars().status->standing == Standing::corrected);
  CHECK(reading.shows("<header class=\"pm-header\">\n<p class=\"pm-ribbon pm-corrected\" role=\"note\"><strong>Corrected</strong> "
                      "<time datetime=\"2024-05-02\">Thursday 2 May 2024</time>: the cost was wrong</p>\n<h1"));
  CHECK(Reading("status: draft").shows("<strong>Draft</strong>: not yet for publication</p>"));
  CHECK(Reading("status: Withdrawn\nstatus.reason: sent in error").shows("pm-withdrawn\" role=\"note\"><strong>Withdrawn</strong>: sent in error</p>"));
  CHECK(!Reading("status: published").shows("pm-ribbon"));
  CHECK(Reading("status: withdrawn").messages() == "release-status-without-reason withdrawn");
}

TEST_CASE("particulars: an unknown status is told with the nearest") {
  CHECK(Reading("status: corected").messages() == "release-status-unknown corected");
  for (const char* words : {"embargo", "Under embargo", "Embargoed until the minister speaks"}) {
    CHECK(Reading("status: " + std::string(words)).particulars().status->standing == Standing::embargoed);
  }
  CHECK(Reading("status: corected").mended().find("status: corrected\n") != std::string::npos);
  CHECK(Reading("status: final").mended() == "(no fix)");
  CHECK(Reading("status:\n  reason: x").messages() == "release-status-unknown status");
  CHECK(!Reading("status: final").particulars().status);
}

TEST_CASE("particulars: a status of embargoed holds the release back until something says when it ends") {
  const Reading open_ended("status: embargoed");
  CHECK(open_ended.state() == State::embargoed);
  CHECK(open_ended.messages() == "release-embargo-without-end embargoed");
  CHECK(open_ended.shows("<strong>Embargoed</strong></p>"));
  CHECK(Reading("status: embargoed\ndate: 2 May 2024").state() == State::embargoed);
  CHECK(Reading("status: embargoed\ndate: 00:01 2 May 2024").state() == State::live);
  CHECK(Reading("status: embargoed\nembargo: 00:01 2 July 2024").state() == State::embargoed);
  CHECK(Reading("status: embargoed\nembargo: 00:01 2 July 2024").messages().empty());
  const Reading over("status: embargoed\nembargo: 00:01 2 May 2024");
  CHECK(over.state() == State::live);
  CHECK(over.messages() == "release-embargo-over embargoed");
}

// ---- History ----

TEST_CASE("particulars: changes are listed in the author's order") {
  const Reading reading("history:\n  - date: 2 May 2024\n    note: First\n  - Second\n  - date: soon\n    note: Third\n  - date: 3 May 2024");
  CHECK(reading.messages().find("release-change-without-note date: 3 May 2024") != std::string::npos);
  REQUIRE(reading.particulars().history.size() == 3);
  CHECK(reading.shows("<li><time datetime=\"2024-05-02\">Thursday 2 May 2024</time>: First</li>\n<li>Second</li>\n<li>soon: Third</li>"));
}

TEST_CASE("particulars: the exports follow") {
  const Reading reading(
      "url: https://north.example/a\npublished: 2024-05-01\nstatus:\n  state: corrected\n  reason: the cost\n  date: "
      "2024-05-02\ncontact:\n  name: Ada\n  organisation: Northport\n  tel: 01632 960001\nhistory:\n  - date: 2024-05-03\n    note: x");
  const std::string linked = to_json_ld(*reading.parsed);
  CHECK(linked.find("\"creativeWorkStatus\":\"Corrected\"") != std::string::npos);
  CHECK(linked.find("\"correction\":{\"@type\":\"CorrectionComment\",\"text\":\"the cost\",\"datePublished\":\"2024-05-02\"}") != std::string::npos);
  CHECK(linked.find("\"dateModified\":\"2024-05-03\"") != std::string::npos);
  CHECK(linked.find("\"sourceOrganization\":{\"@type\":\"Organization\",\"name\":\"Northport\",\"contactPoint\":[{\"@type\":\"ContactPoint\"") !=
        std::string::npos);
  const std::string ninjs = to_ninjs(*reading.parsed);
  CHECK(ninjs.find("\"pubStatus\":\"usable\",\"edNote\":\"the cost\"") != std::string::npos);
  CHECK(ninjs.find("\"people\":[{\"name\":\"Ada\",\"rel\":\"contact\",\"contactInfo\":[{\"type\":\"phone\",\"role\":\"media\",\"value\":\"01632 960001\"}]}]") !=
        std::string::npos);
  CHECK(to_ninjs(*Reading("status: withdrawn\nurl: https://a.example").parsed).find("\"pubStatus\":\"canceled\"") != std::string::npos);
  CHECK(to_ninjs(*Reading("status: draft\nurl: https://a.example").parsed).find("\"pubStatus\":\"withheld\"") != std::string::npos);
}
