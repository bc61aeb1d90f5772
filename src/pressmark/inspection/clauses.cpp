// Lets the rules of binding work on a sentence, one kind after the other.
#include "pressmark/inspection/clauses.h"

#include "pressmark/inspection/clauses/binding.h"
#include "pressmark/inspection/clauses/echoes.h"
#include "pressmark/inspection/clauses/rows.h"
#include "pressmark/inspection/clauses/wholes.h"

namespace pressmark::inspection {

SentenceReading read_clauses(const Block& block, const Sentence& sentence) {
  Analysis analysis(block, sentence);
  Claims claims(analysis);
  bool counts_bodies = false;
  if (!analysis.units.empty() && !analysis.areas.empty()) {
    if (!bind_rows(analysis, claims)) counts_bodies = !bind_areas(analysis, claims);
    bind_echoes(analysis, claims);
  }
  if (!counts_bodies) bind_wholes(analysis, claims);
  SentenceReading reading;
  reading.loose = leave_loose(analysis, claims);
  reading.claims = claims.take();
  return reading;
}

}  // namespace pressmark::inspection
