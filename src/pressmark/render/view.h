// What the outputs of a release read: everything that the rooms above found in it.
#pragma once

#include "pressmark/front_matter/front_matter.h"
#include "pressmark/inspection/catalogue.h"
#include "pressmark/inspection/grade.h"
#include "pressmark/markdown/document.h"
#include "pressmark/release/release.h"
#include "pressmark/text/diagnostics.h"
#include "pressmark/text/source.h"

namespace pressmark::render {

struct View {
  const text::Source& source;
  const text::Diagnostics& diagnostics;
  const front_matter::FrontMatter& front_matter;
  const markdown::Document& document;
  const release::Release& release;
  const inspection::Inspection& inspection;
  const inspection::Catalogue& catalogue;
};

}  // namespace pressmark::render
