// The scales that a release may be about, and the lexicon of their words.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pressmark/inspection/lexicon.h"
#include "pressmark/inspection/scale.h"
#include "pressmark/inspection/scale_definition.h"

namespace pressmark::inspection {

/// The built-in scales and, after them, those of the page and of the release. Costs nothing where there are none of
/// these.
class Catalogue {
 public:
  static const Catalogue& built_in();

  /// Where page and release define one id, the definition of the release counts. An id that is built in is left out:
  /// read_scales has refused it.
  Catalogue(std::vector<ScaleDefinition> of_page, std::vector<ScaleDefinition> of_release);
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  [[nodiscard]] std::span<const Scale> scales() const {
    return all_.empty() ? inspection::scales() : std::span<const Scale>(all_);
  }
  /// Those that are not built in.
  [[nodiscard]] std::span<const Scale> own() const { return scales().subspan(inspection::scales().size()); }
  /// Those that the release itself brings: it is about one of them.
  [[nodiscard]] ScaleSet of_release() const { return of_release_; }
  /// The scale with this id, or null.
  [[nodiscard]] const Scale* find(std::string_view id) const;
  /// The words of all scales; made when first asked for, by one thread.
  [[nodiscard]] const Lexicon& lexicon() const;

 private:
  void add(const ScaleDefinition& definition);
  Words joined(const std::vector<std::string>& words);

  std::vector<Scale> all_;  // empty: the built-in ones alone
  ScaleSet of_release_ = 0;
  // What the own scales point to.
  std::vector<ScaleDefinition> definitions_;
  std::deque<std::string> words_;
  std::deque<std::vector<ScaleGrade>> grades_;
  std::deque<std::vector<ScaleArea>> areas_;
  mutable std::unique_ptr<const Lexicon> lexicon_;
};

}  // namespace pressmark::inspection
