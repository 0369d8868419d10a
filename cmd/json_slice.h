/* The value of a member of a JSON object, as it was written. */
#ifndef PITH_CMD_JSON_SLICE_H
#define PITH_CMD_JSON_SLICE_H

#include <stddef.h>

/* Where the value of the first top-level member of this name begins in the line, *value_length
 * bytes long; NULL if there is none, or if it is no valid JSON. The rest of the line may be
 * anything: what comes behind the value is not looked at. */
const char *json_slice(const char *line, size_t length, const char *name, size_t *value_length);

#endif
