// Which words of the body prove a detected grade, and the ids by which links reach them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pressmark/render/view.h"

namespace pressmark::render {

using inspection::Place;

/// The passages of the body that are evidence, in order and apart: grades that share words or overlap share a passage.
class Evidence {
 public:
  explicit Evidence(const View& view);

  struct Passage {
    Place place;
    std::string id;  // "pm-evidence-1"; never that of a heading
  };
  [[nodiscard]] std::span<const Passage> passages() const { return passages_; }

  /// The id of the element that shows the words; empty where no element of the article does.
  [[nodiscard]] std::string_view id_of(const Place& place) const;

 private:
  void number(const View& view);

  std::vector<Passage> passages_;
  markdown::NodeIndex title_ = 0, title_end_ = 0;  // the heading that is shown as the headline; both 0: none
  std::string_view title_id_;
};

/// The words of a place as the reader sees them, on one line.
[[nodiscard]] std::string words_at(const markdown::Document& document, const Place& place);

}  // namespace pressmark::render
