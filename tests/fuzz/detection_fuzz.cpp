// Detection of grades. Bytes are a text, or they choose words from the scales: so the detector sees statements of
// grades in every order far sooner than by changing letters.
#include <string>
#include <vector>

#include "input.h"
#include "pressmark/inspection/catalogue.h"
#include "properties.h"

using namespace pressmark;

namespace {

/// Words of one scale and those that join them to statements.
std::vector<std::string> words_about(const inspection::Scale& scale) {
  std::vector<std::string> words = {".",
                                    ". ",
                                    ",",
                                    ", ",
                                    ";",
                                    ": ",
                                    " – ",
                                    "\n",
                                    "\n\n",
                                    "- ",
                                    "* ",
                                    "| ",
                                    "(",
                                    ")",
                                    "“",
                                    "”",
                                    "‘",
                                    "’",
                                    " and ",
                                    " or ",
                                    " but ",
                                    " not ",
                                    " in ",
                                    " for ",
                                    " at ",
                                    " the ",
                                    " was ",
                                    " were ",
                                    " is ",
                                    " all ",
                                    " areas ",
                                    " area ",
                                    " both ",
                                    " of ",
                                    " two ",
                                    " three ",
                                    "four ",
                                    " rated ",
                                    " graded ",
                                    " judged ",
                                    " received ",
                                    " previously ",
                                    " last year ",
                                    " overall ",
                                    " remains ",
                                    " could be ",
                                    " from ",
                                    " to ",
                                    " than ",
                                    " if ",
                                    " requires ",
                                    " rating ",
                                    " grade ",
                                    " score ",
                                    " inspectors ",
                                    " found ",
                                    " said ",
                                    "Larchford ",
                                    " Police ",
                                    " School ",
                                    " its ",
                                    " it ",
                                    " improved ",
                                    " that ",
                                    " 2019 ",
                                    " 4 ",
                                    " one ",
                                    "**",
                                    "_",
                                    "\n# ",
                                    "\n> ",
                                    "\n|-|-|\n",
                                    "---\ninspection:\n  grades:\n    ",
                                    "\n---\n",
                                    "&amp; ",
                                    "<b>",
                                    "</b>",
                                    "["};
  const auto add = [&](std::string_view word) {
    if (!word.empty()) words.emplace_back(word);
  };
  const auto add_all = [&](inspection::Words list) {
    for (const std::string_view word : list) add(word);
  };
  for (const inspection::ScaleGrade& grade : scale.grades) {
    add(grade.label);
    add(grade.label_cy);
    add_all(grade.words);
  }
  for (const inspection::ScaleArea& area : scale.areas) {
    add(area.name);
    add(area.name_cy);
    add_all(area.aliases);
  }
  for (const inspection::Words list :
       {scale.inspectorate_names, scale.nicknames, scale.programmes, scale.cues, scale.ungraded, scale.never}) {
    add_all(list);
  }
  return words;
}

/// Two bytes a word, so that a scale may have many; a space between words where neither brings one.
std::string composed(std::string_view bytes, const inspection::Scale& scale) {
  const std::vector<std::string> words = words_about(scale);
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const unsigned number = static_cast<unsigned char>(bytes[at]) * 256U + static_cast<unsigned char>(bytes[at + 1]);
    if (number % 4 != 3 && !text.empty() && text.back() != ' ' && text.back() != '\n') text += ' ';
    text += words[number % words.size()];
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run([&] {
    fuzz::Input input(data, size);
    const unsigned mode = input.choice();
    const unsigned scale = input.choice();
    ParseOptions options = fuzz::options_from(input);
    if (options.grades == GradePolicy::none) options.grades = GradePolicy::both;
    const auto& about = inspection::scales()[scale % inspection::scales().size()];
    const std::string text = mode % 2 == 0 ? std::string(input.rest()) : composed(input.rest(), about);
    properties::check_release(*parse(text, options));
    if (mode / 2 % 8 == 1) properties::check_fixes(text, options);
  });
}
