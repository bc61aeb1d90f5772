// Scores grade detection on labelled passages, natively and fast, by the same rules as the corpus's own scorer.
//   pressmark_score FILE.jsonl [--wrong] [--min-precision P] [--min-recall R]
// Each line: {"id", "kind": "positive"|"negative", "text", "scale", "subject", "grades": [{"area", "grade", "evidence",
// "when", "inferred", "count", "subject"}], "ambiguous": [], "restated": []}. Exit status 1 below a minimum, or on a
// badge on a negative. A grade of a body that the labels do not name counts as a wrong subject.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/inspection/body_name.h"
#include "pressmark/inspection/detect.h"
#include "pressmark/markdown/document.h"
#include "pressmark/release/release.h"

using namespace pressmark;
using nlohmann::json;

namespace {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

std::string normal(std::string_view words) { return inspection::folded(words); }

void add_ranges(const std::string& text, const std::string& needle, Ranges& found) {
  if (needle.empty()) return;
  for (std::size_t at = text.find(needle); at != std::string::npos; at = text.find(needle, at + 1))
    found.emplace_back(at, at + needle.size());
}

bool overlaps(text::Span span, const Ranges& ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const auto& range) { return span.start < range.second && span.end > range.first; });
}

/// The words that tell one name from another, without apostrophes.
std::set<std::string> words_of_name(std::string name) {
  for (const std::string apostrophe : {"'", "\u2019"}) {
    for (std::size_t at = name.find(apostrophe); at != std::string::npos; at = name.find(apostrophe, at))
      name.erase(at, apostrophe.size());
  }
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == ',' || c == ';'; }, ' ');
  std::istringstream words(normal(name));
  std::set<std::string> found;
  for (std::string word; words >> word;) {
    if (word != "the" && word != "and" && word != "of" && word != "in" && word != "at") found.insert(word);
  }
  return found;
}

/// Whether two names may be of one body: "Tansy Court" and "Tansy Court Care Home".
bool may_be_one(const std::string& a, const std::string& b) {
  const std::set<std::string> one = words_of_name(a), two = words_of_name(b);
  return inspection::share_a_name(a, b) || std::includes(one.begin(), one.end(), two.begin(), two.end()) ||
         std::includes(two.begin(), two.end(), one.begin(), one.end());
}

/// Whom the labels name, in the passage as a whole and by grade.
std::vector<std::string> subjects_of(const json& record) {
  std::vector<std::string> subjects;
  const auto add = [&](const json& labels) {
    if (labels.contains("subject") && labels["subject"].is_string()) subjects.push_back(labels["subject"]);
  };
  add(record);
  if (!subjects.empty()) {
    for (const auto& grade : record.value("grades", json::array())) add(grade);
  }
  return subjects;
}

struct Gold {
  std::string area, grade, when, evidence, kind;
  bool inferred = false, taken = false;
  std::string by_scale;
  Ranges spans;
};

struct Tally {
  int gold = 0, found = 0, wrong = 0, scale_right = 0;
};

std::string kind_of(const std::string& area) { return area == "all" || area == "some" ? area : "named"; }

struct Score {
  Tally total, previous, inferred, counted;
  std::map<std::string, Tally> by_scale;
  int on_negatives = 0, subjects_right = 0, subjects_wrong = 0;
  std::vector<std::string> report;

  void add(const json& record) {
    const std::string text = record.at("text");
    const std::string id = record.at("id");
    const std::string record_scale =
        record.contains("scale") && record["scale"].is_string() ? record["scale"].get<std::string>() : "";
    const text::Source source(text);
    text::Diagnostics diagnostics;
    const auto front_matter = front_matter::read(source, diagnostics);
    const auto document = markdown::parse(source, front_matter.body_start, {}, diagnostics);
    const auto built = release::build(source, front_matter, document, {}, diagnostics);
    const std::string published = built.published ? built.published->iso : "";
    const auto predicted = inspection::detect(document, front_matter, source, {"", published},
                                              inspection::Catalogue::built_in(), diagnostics)
                               .grades;

    Ranges restated, ambiguous;
    for (const auto& words : record.value("restated", json::array())) add_ranges(text, words, restated);
    for (const auto& words : record.value("ambiguous", json::array())) add_ranges(text, words, ambiguous);
    std::vector<Gold> gold;
    for (const auto& label : record.value("grades", json::array())) {
      Gold entry{normal(label.at("area").get<std::string>()),
                 normal(label.at("grade").get<std::string>()),
                 label.value("when", "current"),
                 label.value("evidence", ""),
                 "",
                 label.value("inferred", false),
                 false,
                 "",
                 {}};
      entry.kind = kind_of(entry.area);
      add_ranges(text, entry.evidence, entry.spans);
      add_ranges(text, label.value("area_words", ""), entry.spans);
      gold.push_back(std::move(entry));
    }
    add_subjects(predicted, subjects_of(record), id);
    Tally& scale = by_scale[record_scale.empty() ? "none" : record_scale];
    std::vector<const inspection::Grade*> leftover;
    for (const auto& grade : predicted) {
      const std::string when = grade.when == inspection::When::previous ? "previous" : "current";
      const auto same = [&](const Gold& entry) {
        return !entry.taken && normal(grade.grade->id) == entry.grade && normal(grade.area) == entry.area &&
               when == entry.when;
      };
      auto match = std::find_if(gold.begin(), gold.end(), [&](const Gold& entry) {
        return same(entry) && overlaps(grade.evidence, entry.spans);
      });
      if (match == gold.end()) match = std::find_if(gold.begin(), gold.end(), same);
      if (match == gold.end())
        leftover.push_back(&grade);
      else {
        match->taken = true;
        match->by_scale = std::string(grade.scale->id);
      }
    }
    for (const Gold& entry : gold) {
      Tally& bucket = entry.inferred             ? inferred
                      : entry.kind != "named"    ? counted
                      : entry.when == "previous" ? previous
                                                 : total;
      ++bucket.gold;
      if (&bucket == &total) ++scale.gold;
      if (entry.taken) {
        ++bucket.found;
        if (&bucket == &total) {
          ++scale.found;
          if (record_scale.empty() || entry.by_scale == record_scale) {
            ++total.scale_right;
            ++scale.scale_right;
          } else {
            report.push_back("SCALE " + id + ": " + entry.by_scale + " for " + record_scale);
          }
        }
      } else {
        report.push_back(std::string("MISSED ") + (&bucket == &total ? "" : "(not core) ") + id + ": " + entry.area +
                         " = " + entry.grade + (entry.when == "previous" ? " (previous)" : "") +
                         " :: " + entry.evidence);
      }
    }
    for (const inspection::Grade* grade : leftover) {
      if (overlaps(grade->evidence, ambiguous)) continue;
      const bool past = grade->when == inspection::When::previous;
      const std::string label = id + ": " + grade->area + " = " + std::string(grade->grade->id) +
                                (past ? " (previous)" : "") + " [" + std::string(grade->scale->id) + "] " +
                                grade->subject.value_or("") + " :: " + std::string(source.slice(grade->evidence));
      if (kind_of(grade->area) != "named") {
        ++counted.wrong;
        report.push_back("FALSE (all/some) " + label);
      } else if (past) {
        ++previous.wrong;
        report.push_back("FALSE (previous) " + label);
      } else {
        ++total.wrong;
        ++scale.wrong;
        report.push_back("FALSE " + label);
      }
      if (record.at("kind") == "negative" && !past) ++on_negatives;
    }
  }

 private:
  void add_subjects(const std::vector<inspection::Grade>& grades, const std::vector<std::string>& subjects,
                    const std::string& id) {
    if (subjects.empty()) return;
    for (const auto& grade : grades) {
      if (!grade.subject) continue;
      const bool right = std::any_of(subjects.begin(), subjects.end(),
                                     [&](const std::string& subject) { return may_be_one(*grade.subject, subject); });
      ++(right ? subjects_right : subjects_wrong);
      if (!right) report.push_back("SUBJECT " + id + ": " + *grade.subject + " for " + subjects.front());
    }
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: pressmark_score FILE.jsonl [--wrong] [--min-precision P] [--min-recall R]\n";
    return 2;
  }
  bool wrong = false;
  double least_precision = 0;
  double least_recall = 0;
  for (int at = 2; at < argc; ++at) {
    const std::string option = argv[at];
    if (option == "--wrong") wrong = true;
    if (option == "--min-precision" && at + 1 < argc) least_precision = std::strtod(argv[++at], nullptr);
    if (option == "--min-recall" && at + 1 < argc) least_recall = std::strtod(argv[++at], nullptr);
  }
  std::ifstream file(argv[1]);
  std::string line;
  Score score;
  int passages = 0;
  while (std::getline(file, line)) {
    if (line.empty()) continue;
    const json record = json::parse(line);
    if (record.at("kind") == "other-scheme") continue;
    ++passages;
    score.add(record);
  }
  const int right = score.total.found + score.inferred.found;
  const double precision = static_cast<double>(right) / std::max(1, right + score.total.wrong);
  const double recall = static_cast<double>(score.total.found) / std::max(1, score.total.gold);
  if (wrong) {
    for (const std::string& entry : score.report) std::cout << entry << "\n";
  }
  std::printf("%d passages: precision %.4f  recall %.4f  (core: %d of %d found, %d false)\n", passages, precision,
              recall, score.total.found, score.total.gold, score.total.wrong);
  std::printf("false grades on negatives %d; scale right %d of %d\n", score.on_negatives, score.total.scale_right,
              score.total.found);
  std::printf("previous %d/%d found, %d false; inferred %d/%d; all/some %d/%d, %d false\n", score.previous.found,
              score.previous.gold, score.previous.wrong, score.inferred.found, score.inferred.gold, score.counted.found,
              score.counted.gold, score.counted.wrong);
  std::printf("subjects %d right, %d wrong\n", score.subjects_right, score.subjects_wrong);
  for (const auto& [id, tally] : score.by_scale)
    std::printf("  %-22s found %d/%d  false %d  scale right %d\n", id.c_str(), tally.found, tally.gold, tally.wrong,
                tally.scale_right);
  return passages == 0 || precision < least_precision || recall < least_recall || score.on_negatives > 0 ? 1 : 0;
}
