// Asks each kind of doubt about a grade.
#include "pressmark/inspection/doubt.h"

#include "pressmark/inspection/doubt/any_body.h"
#include "pressmark/inspection/doubt/denial.h"
#include "pressmark/inspection/doubt/many.h"

namespace pressmark::inspection {

bool is_doubtful(const Sentence& sentence, std::size_t grade, bool listed) {
  if (sentence.question) return true;
  const GradeClause clause(sentence, grade);
  return is_denied_or_wished(clause) || is_about_many(clause) || (!listed && is_counted(clause)) ||
         is_about_any(clause) || is_judged_by_others(clause);
}

bool is_wished(const Sentence& sentence, std::size_t grade) { return is_denied_or_wished({sentence, grade}); }

}  // namespace pressmark::inspection
