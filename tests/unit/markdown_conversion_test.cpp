// Marks of a bad conversion: what is told, what the mend makes of it, and what is left in peace.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "parsed_markdown.h"

using namespace pressmark;
using tests::html_of;
using tests::ParsedMarkdown;

namespace {

/// The source after the author has accepted the fix of the one message with this code.
std::string mended(std::string_view code, std::string_view markdown) {
  const ParsedMarkdown parsed(markdown);
  const auto& all = parsed.diagnostics.all();
  const auto is_it = [code](const text::Diagnostic& one) { return one.code == code; };
  if (std::count_if(all.begin(), all.end(), is_it) != 1) return "(told " + parsed.messages() + ")";
  const text::Diagnostic& one = *std::find_if(all.begin(), all.end(), is_it);
  if (!one.fix) return "(no fix)";
  std::string text(markdown);
  return text.replace(one.fix->span.start, one.fix->span.size(), one.fix->text);
}

constexpr std::string_view long_text = "The council will decide on the plan for the harbour on Monday evening.";

}  // namespace

TEST_CASE("conversion: characters that were read in the wrong way are given back") {
  CHECK(mended("markdown-garbled-characters", "the forceâ€™s work") == "the force’s work");
  CHECK(mended("markdown-garbled-characters", "â€œGoodâ€\u009D and Â£3, cafÃ© – 5â‚¬") == "“Good” and £3, café – 5€");
  CHECK(mended("markdown-garbled-characters", "> aÂ\u00A0b\n> câ€¦") == "> a\u00A0b\n> c…");
  for (const std::string_view good : {"CAFÉ’S", "Âr", "Â chroeso", "Ãlvaro", "tŷ, gŵr, â’r", "«É»", "naïve…", "ÅLESUND", "日本"}) {
    CAPTURE(good);
    CHECK(ParsedMarkdown(good).messages().empty());
  }
}

TEST_CASE("conversion: invisible characters are told once for a block and taken out") {
  CHECK(mended("markdown-invisible-characters", "a\u00ADb \u200Bc&shy;d") == "ab cd");
  CHECK(ParsedMarkdown("`a\u00ADb`x").diagnostics.all().size() == 1);
  CHECK(ParsedMarkdown("👩\u200D🔬 and می\u200Cخواهم").messages().empty());
  CHECK(ParsedMarkdown("```\na\u00ADb\n```").messages().empty());
}

TEST_CASE("conversion: a block is searched wherever in it, and however, such a character is written") {
  for (const std::string_view block : {"one\ntwo so\u00ADft\nthree", "one so\u00ADft\ntwo", "one\ntwo so&shy;ft", "> - one so&#173;ft"}) {
    for (const std::string_view before : {"", "Words.\n\n", "So\u00ADft words.\n\n> &shy;\n\n"}) {
      const std::string text = std::string(before) + std::string(block) + "\n\nWords.\n";
      CAPTURE(text);
      const ParsedMarkdown parsed(text);
      const auto& all = parsed.diagnostics.all();
      CHECK(std::count_if(all.begin(), all.end(), [](const text::Diagnostic& one) {
              return one.code == "markdown-invisible-characters";
            }) == (before.starts_with("So") ? 3 : 1));
    }
  }
}

TEST_CASE("conversion: hard spaces in a row become one space, and a paragraph of them goes") {
  CHECK(mended("markdown-hard-spaces", "a&nbsp;&nbsp;b and\u00A0\u00A0 c") == "a b and c");
  CHECK(mended("markdown-hard-spaces", "One.&nbsp; Two") == "One. Two");
  CHECK(mended("markdown-hard-spaces", "a\n\n&nbsp;\n\nb") == "a\n\n\n\nb");
  CHECK(ParsedMarkdown("10\u00A0km and 5&nbsp;%").messages().empty());
}

TEST_CASE("conversion: two spaces between words become one, but not behind a sentence") {
  CHECK(mended("markdown-double-space", "The  force, *which  grew*, is") == "The force, *which grew*, is");
  CHECK(ParsedMarkdown("One.  Two!  Three:  four “five.”  Six  \nseven").messages().empty());
  CHECK(ParsedMarkdown("`a  b` and [x](y \"a  b\")").messages().empty());
  CHECK(ParsedMarkdown("Area     Grade").messages().empty());
}

TEST_CASE("conversion: lines with bullets become a list") {
  CHECK(mended("markdown-bullet-lines", "Areas:\n• one\n• two") == "Areas:\n- one\n- two");
  CHECK(mended("markdown-bullet-lines", "•\tone\n\n•\u00A0two\n\nthree") == "- one\n\n- two\n\nthree");
  CHECK(html_of(mended("markdown-bullet-lines", "• one\n• two")) == "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n");
  CHECK(ParsedMarkdown("•one\n\na • b").messages().empty());
}

TEST_CASE("conversion: characters that turn the order of letters around are told, those of Arabic and Hebrew are not") {
  CHECK(mended("markdown-direction-override", "photo\u202Egnp.exe and \u202Dinadequate\u202C") == "photognp.exe and inadequate\u202C");
  CHECK(mended("markdown-direction-override", "[https://bank.example&#x202E;/](https://other.example/)") == "[https://bank.example/](https://other.example/)");
  for (const std::string_view good : {"\u2067\u05E9\u05DC\u05D5\u05DD\u2069 and \u200Fmore", "\u202Bمرحبا\u202C"}) {
    CAPTURE(good);
    CHECK(ParsedMarkdown(good).messages().empty());
  }
}

TEST_CASE("conversion: lines of cells with tabs become a table") {
  CHECK(mended("markdown-flat-table", "Area\tGrade\nSafe\tGood\nLed|by\tFair") ==
        "| Area | Grade |\n|---|---|\n| Safe | Good |\n| Led\\|by | Fair |");
  CHECK(html_of(mended("markdown-flat-table", "Area\tGrade\nSafe\tGood")).find("<td>Good</td>") != std::string::npos);
  for (const std::string_view good : {"a\tb", "a\tb\nc", "a\tb\nc\td\te", "a\t\tb\nc\t\td", "> a\tb\n> c\td"}) {
    CAPTURE(good);
    CHECK(ParsedMarkdown(good).messages().empty());
  }
  CHECK(ParsedMarkdown("•\tone\n•\ttwo").messages() == "markdown-bullet-lines •\tone\n•\ttwo");
}

TEST_CASE("conversion: a short line in bold above text is meant as a heading") {
  const std::string below = "\n\n" + std::string(long_text);
  CHECK(mended("markdown-bold-heading", "**What happens next:**" + below) == "## What happens next:" + below);
  CHECK(mended("markdown-bold-heading", "__Next *steps*__\n\n- one") == "## Next *steps*\n\n- one");
  for (const std::string_view good :
       {"**This is a whole sentence.**", "**ENDS**", "**For immediate release**", "**EMBARGOED until Monday**", "**Ada Field** said",
        "**one\ntwo**", "**Call 01632 960001**", "**“We are proud”**"}) {
    CAPTURE(good);
    CHECK(ParsedMarkdown(std::string(good) + below).messages().empty());
  }
  CHECK(ParsedMarkdown("**Ada Field**\n\nPress officer").messages().empty());
  CHECK(ParsedMarkdown("**First**\n\n**Second line in bold, and long enough to be a paragraph of its own**").messages().empty());
  CHECK(ParsedMarkdown("> **Next**" + below).messages().empty());
}

TEST_CASE("conversion: words that are indented by a tab or four spaces are no code") {
  CHECK(mended("markdown-indented-words", "Title\n\n\tThe council opens the harbour today.\n\n\t  It will be\n    open late.\n\nEnds") ==
        "Title\n\nThe council opens the harbour today.\n\nIt will be\nopen late.\n\nEnds");
  CHECK(mended("markdown-indented-words", "     The council opens the harbour today.") == "The council opens the harbour today.");
  for (const std::string_view good : {"```\nThe council opens the harbour today.\n```", "   ~~~\nThe council opens the harbour today.\n   ~~~",
                                      "\tint main() { return 0; }", "    <b>bold words of a page</b>", "- an item\n\n\tof two long and wordy paragraphs"}) {
    CAPTURE(good);
    CHECK(ParsedMarkdown(good).messages().empty());
  }
}

TEST_CASE("conversion: a heading in bold becomes as large as the heading above it, and never as large as the headline") {
  const auto offered = [](std::string_view above) {
    return mended("markdown-bold-heading", std::string(above) + "\n\n**What changes**\n\n" + std::string(long_text));
  };
  CHECK(offered("# Harbour opens").find("\n## What changes\n") != std::string::npos);
  CHECK(offered("# Harbour opens\n\n### Where").find("\n### What changes\n") != std::string::npos);
  CHECK(offered("## Where\n\n### When\n\nAt noon.").find("\n### What changes\n") != std::string::npos);
  CHECK(offered("Words before it.").find("\n## What changes\n") != std::string::npos);
}
