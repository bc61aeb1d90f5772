#include "pressmark/render/evidence.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "pressmark/text/buffer.h"

namespace pressmark::render {
namespace {

using markdown::Node;
using markdown::NodeIndex;
using markdown::NodeType;

bool begins_before(const Place& one, const Place& other) {
  return std::tie(one.first, one.from) < std::tie(other.first, other.from);
}

bool ends_before(const Place& one, const Place& other) {
  return std::tie(one.last, one.to) < std::tie(other.last, other.to);
}

/// Whether `later`, which begins no earlier, begins before the other ends.
bool overlap(const Place& earlier, const Place& later) {
  return std::tie(later.first, later.from) < std::tie(earlier.last, earlier.to);
}

}  // namespace

Evidence::Evidence(const View& view) {
  if (view.release.title_node && !view.release.title_stands_in_body) {
    title_ = *view.release.title_node;
    title_end_ = view.document[title_].end;
    title_id_ = view.document[title_].detail;
  }
  std::vector<Place> places;
  const auto collect = [&](const auto& found) {
    if (!found.place.empty() && !(found.place.first >= title_ && found.place.first < title_end_)) {
      places.push_back(found.place);
    }
  };
  for (const inspection::Grade& grade : view.inspection.grades) collect(grade);
  for (const inspection::Shortfall& shortfall : view.inspection.shortfalls) collect(shortfall);
  std::partial_sort(places.begin(), places.end(), places.end(), begins_before);  // by a heap: the least code
  for (const Place& place : places) {
    if (passages_.empty() || !overlap(passages_.back().place, place)) {
      passages_.push_back({place, {}});
    } else if (ends_before(passages_.back().place, place)) {
      passages_.back().place.last = place.last;
      passages_.back().place.to = place.to;
    }
  }
  number(view);
}

/// A heading "Evidence 1" has such an id of its own; its number is passed over.
void Evidence::number(const View& view) {
  if (passages_.empty()) return;
  std::set<std::string_view> taken;
  for (const Node& node : view.document.nodes()) {
    if (node.type == NodeType::heading) taken.insert(node.detail);
  }
  std::size_t next = 1;
  for (Passage& passage : passages_) {
    do {
      passage.id = "pm-evidence-" + std::to_string(next++);
    } while (taken.count(passage.id) > 0);
  }
}

std::string_view Evidence::id_of(const Place& place) const {
  if (place.empty()) return {};
  if (place.first >= title_ && place.first < title_end_) return title_id_;
  const auto after = std::upper_bound(
      passages_.begin(), passages_.end(), place,
      [](const Place& wanted, const Passage& passage) { return begins_before(wanted, passage.place); });
  return after == passages_.begin() ? std::string_view() : std::string_view((after - 1)->id);
}

std::string words_at(const markdown::Document& document, const Place& place) {
  text::Buffer words;
  const auto add = [&](std::string_view text) {
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\t';
      if (!space) {
        words += c;
      } else if (!words.empty() && words.back() != ' ') {
        words += ' ';
      }
    }
  };
  for (NodeIndex at = place.first; at <= place.last; ++at) {
    const Node& node = document[at];
    if (node.type == NodeType::text) {
      const std::size_t from = at == place.first ? place.from : 0;
      const std::size_t to = at == place.last ? place.to : node.text.size();
      add(node.text.substr(from, to - from));
    } else if (node.type == NodeType::code) {
      add(node.text);
    } else if (node.type == NodeType::image) {
      at = node.end - 1;
    } else if (!is_inline(node.type) || node.type == NodeType::soft_break || node.type == NodeType::line_break) {
      add(" ");
    }
  }
  return words.take();
}

}  // namespace pressmark::render
