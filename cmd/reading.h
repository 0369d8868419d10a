/* The bytes of a file -> a text that the library reads: decoded, and without markup. */
#ifndef PITH_CMD_READING_H
#define PITH_CMD_READING_H

#include "digest.h"
#include "fault.h"
#include "html.h"

/* Memory that is used again from file to file; {0} before the first. */
typedef struct reading {
    buffer text;
    html_page page;
} reading;

/* *bytes and *length come in as what was read and go out as the text, which is theirs still or the
 * reading's; what a page says of itself goes into *it where nothing else does. NULL: all is well.
 */
const fault *reading_make(reading *r, const args *a, origin kind, const char **bytes,
                          size_t *length, about *it);
void reading_free(reading *r);

#endif
