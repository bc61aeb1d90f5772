/* The C interface of the core, as the wasm module exports it. The header is the contract: exports.txt lists its symbols,
 * web/core is the only caller.
 *
 * Text crosses as pointer and byte length, UTF-8, never NUL-terminated. Every call that returns text fills one
 * pm_answer; its bytes belong to the core and stay valid until the next call. Nothing throws across. After a trap the
 * instance must be thrown away.
 *
 * The core holds one release at a time, the one that pm_parse saw last: a caller that wants another output of an older
 * release parses that again. So there is nothing to free and nothing to leak.
 */
#ifndef PRESSMARK_C_H
#define PRESSMARK_C_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum pm_status {
  PM_OK = 0,
  PM_BAD_ARGUMENT = 1,  /* options that are no JSON object or hold a wrong value; data: JSON {"message": …} */
  PM_TOO_LARGE = 2,     /* the source is over maxBytes; data: JSON {"size": …, "limit": …} */
  PM_OUT_OF_MEMORY = 3,
  PM_INTERNAL = 4       /* a fault of Pressmark's own; data: JSON {"message": …} */
};

enum pm_format {
  PM_HTML_ARTICLE = 0,
  PM_HTML_BODY = 1,
  PM_NODES_ARTICLE = 2,
  PM_NODES_BODY = 3,
  PM_TEXT = 4,
  PM_JSON_LD = 5,
  PM_NINJS = 6
};

typedef struct pm_answer {
  uint32_t status;  /* enum pm_status */
  const uint8_t *data;
  size_t size;
} pm_answer;

/* A block of `size` bytes for the caller to write into, or NULL. Released by pm_release, or by the call that it is given to. */
void *pm_allocate(size_t size);
void pm_release(void *block);

/* Parses a release and keeps it. `source` and `options` are blocks of pm_allocate, or NULL where there is no text; they are
 * released here. `options` is a JSON object with the names of ParseOptions in web/core/types.js; empty:
 * all defaults. Answers with the model as JSON (docs/architecture.md), UTF-8. */
void pm_parse(uint8_t *source, size_t source_size, uint8_t *options, size_t options_size, pm_answer *answer);

/* Another output of the release that pm_parse keeps; PM_BAD_ARGUMENT where there is none or the format is unknown. */
void pm_render(uint32_t format, pm_answer *answer);

/* The built-in grade scales as JSON, and the version as text. */
void pm_scales(pm_answer *answer);
void pm_version(pm_answer *answer);

#ifdef __cplusplus
}
#endif

#endif
