/* A heap of numbered things by value: for when the first few of many are wanted in order. */
#ifndef PITH_SUMMARY_HEAP_H
#define PITH_SUMMARY_HEAP_H

#include "ground/array.h"

typedef struct pith__heap_entry {
    double value;
    uint32_t item;
    uint32_t revisions; /* how often the value was lowered */
} pith__heap_entry;

/* items[0] is the entry of the highest value, of the lowest item on a tie. */
typedef PITH__ARRAY(pith__heap_entry) pith__heap;

/* Makes a heap of entries in any order. */
void pith__heap_order(pith__heap *heap);

void pith__heap_push(pith__arena *arena, pith__heap *heap, double value, uint32_t item);

/* Gives items[0] another value, which may not be higher. */
void pith__heap_lower(pith__heap *heap, double value);

/* Takes items[0] out. */
void pith__heap_pop(pith__heap *heap);

#endif
