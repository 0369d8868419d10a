/* Interning: short rows of numbers to dense numbers 0, 1, 2, ... in the order of first arrival.
 * Like ground/table.h, but the rows are of one size and kept here. */
#ifndef PITH_SUMMARY_TUPLE_H
#define PITH_SUMMARY_TUPLE_H

#include "ground/array.h"
#include "ground/slots.h"

/* Numbers of words, PITH_NONE where there are fewer. */
enum { PITH__TUPLE = 4 };
typedef struct pith__tuple {
    uint32_t words[PITH__TUPLE];
} pith__tuple;

typedef struct pith__tuples {
    pith__arena *arena;
    uint64_t seed;
    pith__slots slots;
    PITH__ARRAY(pith__tuple) rows;
} pith__tuples;

void pith__tuples_init(pith__tuples *tuples, pith__arena *arena, uint64_t seed);

/* The number of the row, added when it is new. */
uint32_t pith__tuple_intern(pith__tuples *tuples, const pith__tuple *row);

#endif
