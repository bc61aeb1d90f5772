#include "release_maker.h"

#include "pressmark/inspection/scale.h"

namespace pressmark::properties {
namespace {

constexpr std::size_t deepest = 4;

/// Each line behind the mark of the block that holds it.
std::string inside(std::string_view first, std::string_view others, std::string_view text) {
  std::string result(first);
  for (const char c : text) {
    result += c;
    if (c == '\n') result += others;
  }
  return result + "\n";
}

}  // namespace

std::string_view ReleaseMaker::one_of(std::initializer_list<std::string_view> some) {
  return *(some.begin() + below(some.size()));
}

std::string ReleaseMaker::release() {
  std::string text;
  if (below(10) == 0) text += "\uFEFF";
  if (below(3) != 0) text += front_matter();
  for (std::size_t blocks = below(8); blocks > 0; --blocks) text += block(0) + std::string(one_of({"\n", "", "\n\n"}));
  if (below(8) == 0) {  // line ends of other machines
    std::string changed;
    const std::string_view end = one_of({"\r\n", "\r"});
    for (const char c : text) c == '\n' ? changed += end : changed += c;
    text = changed;
  }
  return text;
}

std::string ReleaseMaker::front_matter() {
  std::string lines;
  for (std::size_t count = below(7); count > 0; --count) lines += front_matter_line(0);
  switch (below(5)) {
    case 0:
      return "```yaml\n" + lines + "```\n";
    case 1:
      return "{\"title\": \"" + words(deepest) + "\", \"date\": [1.50, null]}\n";
    default:
      return "---\n" + lines + std::string(one_of({"---\n", "...\n", "---\n\n", ""}));
  }
}

std::string ReleaseMaker::front_matter_line(std::size_t indent) {
  std::string line(indent, ' ');
  if (below(8) == 0) line += "- ";
  line += one_of({"title",  "summary",    "date",    "publish.date", "embargo",     "area",       "lang",    "image",
                  "url",    "status",     "history", "contacts",     "attachments", "inspection", "grades",  "scale",
                  "scales", "Efficiency", "name",    "email",        "tel",         "__proto__",  "\"a b\"", "'q'",
                  "[a, b]", "&x",         "*x",      "!!t",          "<<"});
  line += ": ";
  switch (below(6)) {
    case 0:
      if (indent < 12) return line + "\n" + front_matter_line(indent + 2) + front_matter_line(indent + 2);
      return line + "\n";
    case 1:
      return line +
             std::string(
                 one_of({"00:01 02/05/2019", "2019-05-02", "13/13/2019", "2 May 2019 at noon", "27/10/2019 01:30"})) +
             "\n";
    case 2:
      return line +
             std::string(
                 one_of({"hmicfrs-peel-5", "fhrs", "good", "Requires improvement", "5", "cy", "en-US", "draft"})) +
             "\n";
    case 3:
      return line +
             std::string(one_of(
                 {"[a, {b: c}]", "{a: [", "|\n  text\n", "\"\\x41\\N\"", "'it''s'", "~", "- x", "1.10", "0x1F"})) +
             "\n";
    case 4:
      return line + "https://example.org/?a=b&amp;c=" + std::string(one_of({"", "d", "\"", " e"})) + "\n";
    default:
      return line + words(deepest - 1) + "\n";
  }
}

std::string ReleaseMaker::block(std::size_t depth) {
  if (depth >= deepest) return words(0) + "\n";
  switch (below(17)) {
    case 0:
      return inside("> ", below(3) == 0 ? "" : "> ", block(depth + 1));
    case 1:
      return inside("- ", "  ", block(depth + 1)) + inside("- ", "  ", words(depth));
    case 2:
      return inside("1. ", "   ", block(depth + 1)) + inside("7) ", "   ", block(depth + 1));
    case 3:
      return std::string(one_of({"# ", "## ", "###### ", "#"})) + words(depth) + "\n";
    case 4:
      return words(depth) + std::string(one_of({"\n===\n", "\n---\n"}));
    case 5:
      return std::string(one_of({"```", "~~~", "``` yaml", "    "})) + "\n" + words(depth) + "\n" +
             std::string(one_of({"```\n", "~~~\n", ""}));
    case 6:
      return "| " + words(depth) + " | b |\n|---|:-:|\n| " + words(depth) + " | " + statement() + " |\n";
    case 7:
      return ":::" +
             std::string(one_of({"notes", "contact", "quote{speaker=\"A\"}", "information", "warning", "statistic",
                                 "figure", "attachments", "noets", "quote[Ann Field]"})) +
             "\n" + block(depth + 1) + std::string(one_of({":::\n", "", "::::\n"}));
    case 8:
      return std::string(one_of({"<div>", "<table><tr><td>", "<!-- ", "<script>", "<style>", "<p class=x>"})) +
             words(depth) + "\n" + std::string(one_of({"</div>\n", "-->\n", "</script>\n", "\n"}));
    case 9:
      return "[^" + std::string(one_of({"1", "a", "b c"})) + "]: " + words(depth) + "\n\n    " + words(depth) + "\n";
    case 10:
      return "[r]: " + std::string(one_of({"/x", "<a b>", "javascript:alert(1)", "https://example.org"})) + " \"t\"\n";
    case 11:
      return inside("- [ ] ", "  ", words(depth)) + inside("- [x] ", "  ", words(depth));
    case 12:
      return std::string(one_of(
          {"***\n", "ENDS\n", "###\n", "\\- a\n\\- b\n", "Notes to editors\n", "• a\n• b\n", "\t\n", "**Contact**\n"}));
    default:
      return (below(2) == 0 ? statement() : words(depth)) + "\n";
  }
}

std::string ReleaseMaker::words(std::size_t depth) {
  std::string text;
  for (std::size_t count = below(6) + 1; count > 0; --count) {
    switch (depth < deepest ? below(14) : 13) {
      case 0:
        text += "*" + words(depth + 1) + "*";
        break;
      case 1:
        text += "**" + words(depth + 1) + "**";
        break;
      case 2:
        text += "[" + words(depth + 1) + "](" +
                std::string(one_of({"/a", "<b c>", "#d", "javascript:x", "//e \"t\"", ""})) + ")";
        break;
      case 3:
        text += "![" + words(depth + 1) + "](/p.png)";
        break;
      case 4:
        text += "`" + words(depth + 1) + "`";
        break;
      case 5:
        text += "~~" + words(depth + 1) + "~~";
        break;
      case 6:
        text += std::string(one_of({"<b>", "<kbd>", "<sub>", "</b>", "<q>", "<abbr title=\"x\">", "<br>", "<wbr>",
                                    "<img src=x>", "<a href=y>"}));
        break;
      case 7:
        text += std::string(
            one_of({"https://example.org/a.", "www.example.org", "ada@example.org", "<mailto:a@b.c>", "01632 960001"}));
        break;
      case 8:
        text += std::string(one_of({"[^1]", "[^a]", "[r]", "[x][r]", "[ ]", "[", "]", "\\", "|"}));
        break;
      case 9:
        text += std::string(one_of({"&amp;", "&#27;", "&#x202e;", "&nbsp;", "&colon;", "&", "&#0;", "&quot;"}));
        break;
      case 10:
        text += std::string(one_of({"é", "“", "”", "’", "𝄞", "\u2028", "\u202E", "\u00A0", "\xFF", "\xE2\x82",
                                    std::string_view("\0", 1), "\x1B", "\x85"}));
        break;
      case 11:
        text += std::string(one_of({"\n", "  \n", "\\\n", "\t", " "}));
        break;
      default:
        text += std::string(
            one_of({"Larchford", "council", "\"quoted\"", "it's", "--", "...", "2 May", "good", "<", ">", "_a_", "*"}));
    }
    if (below(3) != 0) text += ' ';
  }
  return text;
}

std::string ReleaseMaker::statement() {
  const auto& scale = inspection::scales()[below(inspection::scales().size())];
  const auto grade = [&] {
    return scale.grades.empty() ? std::string("good") : std::string(scale.grades[below(scale.grades.size())].label);
  };
  const auto area = [&] {
    return scale.areas.empty() ? std::string("its work") : std::string(scale.areas[below(scale.areas.size())].name);
  };
  std::string text = "Larchford " + std::string(one_of({"Police", "School", "Council", "House"})) +
                     std::string(one_of({" was rated ", " has been judged ", " received ", " is no longer ", " – "})) +
                     grade() +
                     std::string(one_of({" for ", " at ", " in three areas: ", " overall and ", ", and not "})) +
                     area() + std::string(one_of({" and ", ", ", "; ", " as well as "})) + area() +
                     std::string(one_of({"", " by ", ", said "}));
  if (!scale.inspectorate_names.empty() && below(2) == 0) text += scale.inspectorate_names.front();
  return text + std::string(one_of({".", ".\n", "”."}));
}

std::string ReleaseMaker::bytes(std::size_t size) {
  std::string text;
  while (text.size() < size) {
    switch (below(4)) {
      case 0:
        text += static_cast<char>(below(256));
        break;
      case 1:
        text += static_cast<char>(' ' + below(95));
        break;
      default:
        text += one_of({"\n", "---\n", "- ", "> ", "`",  "*",   "[",  "](",    "]",    "|",
                        ":",  "\"",    "<",  "&",  "\t", ":::", "\\", "good ", "\n\n", "#"});
    }
  }
  return text;
}

}  // namespace pressmark::properties
