/* The C interface must be C: this file only has to compile. */
#include "pressmark_c.h"

int pressmark_c_header_compiles_as_c(void);

int pressmark_c_header_compiles_as_c(void) {
  pm_answer answer = {PM_OK, 0, 0};
  return answer.status == PM_OK ? (int)PM_NINJS : -1;
}
