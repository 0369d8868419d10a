/* Bytes as they came in -> valid UTF-8: the text that all offsets index. */
#ifndef PITH_TEXT_DECODE_H
#define PITH_TEXT_DECODE_H

#include "ground/arena.h"
#include "ground/span.h"

/* So that a text can be read by the 64 bytes. */
enum { PITH__PADDING = 64 };

typedef struct pith__text {
    const char *bytes; /* valid UTF-8 and PITH__PADDING NULs behind it; no byte order mark, no NUL
                          inside */
    uint32_t length;
} pith__text;

/* UTF-8, or UTF-16 if a byte order mark says so. What is no character becomes U+FFFD, one for each
 * maximal part that could have begun one (Unicode 15, section 3.9, table 3-8); so does NUL. A text
 * over PITH_TEXT_MAX springs the trap (PITH__TOO_LARGE). */
pith__text pith__decode(pith__arena *arena, const char *bytes, size_t length);

#endif
