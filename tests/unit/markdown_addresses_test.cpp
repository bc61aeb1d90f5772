// Web and e-mail addresses that stand among the words.
#include <doctest/doctest.h>

#include <string>

#include "parsed_markdown.h"
#include "pressmark/pressmark.h"

using namespace pressmark;
using tests::html_of;
using tests::ParsedMarkdown;

namespace {

std::string link_to(const std::string& url, const std::string& words) {
  const bool far = (url.starts_with("http") || url.starts_with("HTTP"));
  return "<a href=\"" + url + "\"" + (far ? " rel=\"external noopener noreferrer\"" : "") + ">" + words + "</a>";
}
std::string web(const std::string& address) { return link_to(address, address); }
std::string mail(const std::string& address) { return link_to("mailto:" + address, address); }
std::string paragraph(const std::string& content) { return "<p>" + content + "</p>\n"; }

}  // namespace

TEST_CASE("addresses: what belongs to the sentence does not belong to the address") {
  const std::string a = web("https://a.example/b");
  CHECK(html_of("See https://a.example/b.") == paragraph("See " + a + "."));
  CHECK(html_of("(https://a.example/b)") == paragraph("(" + a + ")"));
  CHECK(html_of("**https://a.example/b**") == paragraph("<strong>" + a + "</strong>"));
  CHECK(html_of("_https://a.example/b_, ~https://a.example/b~") ==
        paragraph("<em>" + a + "</em>, <del>" + a + "</del>"));
  CHECK(html_of("\"https://a.example/b\"?!") == paragraph("“" + a + "”?!"));
  CHECK(html_of("“https://a.example/b”.") == paragraph("“" + a + "”."));
  CHECK(html_of("https://a.example/b\\\nnext") == paragraph(a + "<br />\nnext"));
  CHECK(html_of("<b>https://a.example/b</b>").find(a) != std::string::npos);
  CHECK(html_of("https://a.example/b\u00A0words") == paragraph(a + "\u00A0words"));
  CHECK(html_of("www.a.example/x_(y)_z;") ==
        paragraph(link_to("http://www.a.example/x_(y)_z", "www.a.example/x_(y)_z") + ";"));
}

TEST_CASE("addresses: where a link is left out they are mere words") {
  CHECK(html_of("'<script>d@b.example</script>") == paragraph("’"));
  std::string emphasis;
  for (int i = 0; i < 200; ++i) emphasis += "*a **b ";
  std::string closers;
  for (int i = 0; i < 200; ++i) closers += " b** a*";
  const std::string deep = html_of(emphasis + "d@b.example [e@b.example](/f)" + closers);
  CHECK(deep.find("d@b.example e@b.example") != std::string::npos);
}

TEST_CASE("addresses: nothing but a valid one, where one may begin") {
  for (const char* text : {"xhttps://a.example",
                           "https://",
                           "https://.a.example",
                           "www.",
                           "www.example",
                           "www.a.ex_ample",
                           "www..a.example",
                           "a.www.b.example",
                           "http//a.example",
                           "ftp://a.example",
                           "a@b",
                           "@b.example",
                           "a@.example",
                           "a@b.",
                           "a@b.example-",
                           "a@b.example_",
                           "é@a.example",
                           "éa@b.example",
                           "a@b@c.example",
                           "a@b.example@c.example",
                           "x--y@a.example",
                           "https://user@a.example/"}) {
    CAPTURE(text);
    CHECK(html_of(text).find("<a") == std::string::npos);
    CHECK(ParsedMarkdown(text).diagnostics.all().empty());
  }
}

TEST_CASE("addresses: the words are the address, without typographic punctuation, with escapes and entities read") {
  CHECK(html_of("https://a.example/b--c...d") == paragraph(web("https://a.example/b--c...d")));
  CHECK(html_of("https://a.example/b\\_c?d=1&amp;e=2") ==
        paragraph("<a href=\"https://a.example/b_c?d=1&amp;e=2\" rel=\"external noopener noreferrer\">"
                  "https://a.example/b_c?d=1&amp;e=2</a>"));
  CHECK(html_of("https://a.example/*b*c") == paragraph(web("https://a.example/*b*c")));
  CHECK(html_of("HTTPS://A.example WWW.a.example") ==
        paragraph(web("HTTPS://A.example") + " " + link_to("http://WWW.a.example", "WWW.a.example")));
  CHECK(html_of("press\\_office@a.example, a.b-c_d@e.example") ==
        paragraph(mail("press_office@a.example") + ", " + mail("a.b-c_d@e.example")));
  CHECK(html_of("mailto:a@b.example MAILTO:a@b.example xmailto:a@b.example") ==
        paragraph(link_to("mailto:a@b.example", "mailto:a@b.example") + " " +
                  link_to("MAILTO:a@b.example", "MAILTO:a@b.example") + " xmailto:" + mail("a@b.example")));
  CHECK(html_of("_a@b.example_ a@b.example/c@d.example") ==
        paragraph("<em>" + mail("a@b.example") + "</em> " + mail("a@b.example") + "/" + mail("c@d.example")));
}

TEST_CASE("addresses: none inside links, pictures and code") {
  CHECK(html_of("[www.a.example](/b)") == paragraph("<a href=\"/b\">www.a.example</a>"));
  CHECK(html_of("[see https://a.example/c and d@e.example](/b)") ==
        paragraph("<a href=\"/b\">see https://a.example/c and d@e.example</a>"));
  CHECK(html_of("[https://a.example]\n\n[https://a.example]: /b") == paragraph("<a href=\"/b\">https://a.example</a>"));
  CHECK(html_of("[https://a.example]") == paragraph("[" + web("https://a.example") + "]"));
  CHECK(html_of("https://a.example/[b]") == paragraph(link_to("https://a.example/%5Bb%5D", "https://a.example/[b]")));
  CHECK(html_of("![www.a.example and a@b.example](/p.png)").find("alt=\"www.a.example and a@b.example\"") !=
        std::string::npos);
  CHECK(html_of("`www.a.example`") == paragraph("<code>www.a.example</code>"));
  CHECK(html_of("    a@b.example") == "<pre><code>a@b.example\n</code></pre>\n");
}

TEST_CASE("addresses: words around and inside are located") {
  const ParsedMarkdown parsed(
      "> see <b>www.a.example/x--y&amp;z</b> and\n> press\\_office@b.example; \"then\" -- more");
  CHECK(parsed.located("see ") == "see ");
  CHECK(parsed.located("x--y&z") == "x--y&amp;z");
  CHECK(parsed.located("press_office@") == "press\\_office@");
  CHECK(parsed.located("more") == "more");
  CHECK(parsed.located("“then”") == "\"then\"");
}

TEST_CASE("addresses: plain text says them once") {
  CHECK(tests::text_of("At www.a.example or https://b.example/c, a@b.example.") ==
        "At www.a.example or https://b.example/c, a@b.example.\n");
}

TEST_CASE("addresses: detection does not read them as words") {
  const std::string around = "HMICFRS said more at https://good.example/preventing/crime today.\n";
  const auto release = parse(around, {});
  CHECK(release->inspection.grades.empty());
  const auto beside = parse("HMICFRS rated the force good for preventing crime, see www.inadequate.example.\n", {});
  REQUIRE(beside->inspection.grades.size() == 1);
  CHECK(beside->inspection.grades[0].grade->id == "good");
}
