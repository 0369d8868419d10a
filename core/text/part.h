/* Several texts -> one text that is read as a document, and where each of them begins in it. */
#ifndef PITH_TEXT_PART_H
#define PITH_TEXT_PART_H

#include <stdbool.h>
#include <stdint.h>

#include "text/decode.h"

/* A text among several. */
typedef struct pith__part {
    uint32_t start; /* its first byte in the joined text */
    const char *name;
} pith__part;

typedef struct pith__parts {
    pith__part *items; /* in order, the first from 0; NULL for a single text */
    uint32_t count;
} pith__parts;

/* Whether the parts begin at 0 and at rising places of the bytes. */
bool pith__parts_valid(const pith_part *parts, size_t count, size_t length);

/* Decodes each part for itself and joins them by an empty line, so that no paragraph goes over the
 * end of a part. The names are copied. */
pith__text pith__parts_join(pith__arena *arena, pith__arena *scratch, const char *bytes,
                            size_t length, const pith_part *parts, size_t count, pith__parts *out);

/* The part that a byte of the joined text is in; 0 for a single text. Binary search. */
uint32_t pith__part_at(const pith__parts *parts, uint32_t byte);

#endif
