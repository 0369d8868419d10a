/* Lists that run on inside a paragraph: "1. The first item 2. The second item". Where a sentence
 * begins with a label, the next label of the same kind begins a sentence too. */
#ifndef PITH_TEXT_LISTING_H
#define PITH_TEXT_LISTING_H

#include "text/ending.h"

typedef struct pith__label {
    uint32_t start; /* of its bracket, letter or digit */
    uint32_t value; /* 1 for 1 and for a; a bullet has 0 */
    uint32_t style; /* what labels of one list have in common; 0 if it is no label */
} pith__label;

typedef struct pith__listing {
    pith__label last; /* the item that is open; style 0: none */
} pith__listing;

pith__listing pith__listing_begin(pith__text text, pith_span paragraph);

/* If the ending is that of a label which begins a list or goes on with it: where the item begins,
 * else PITH_NONE. start: where the sentence begins that would be cut. */
uint32_t pith__listing_item(pith__listing *listing, pith__text text, pith_span paragraph,
                            uint32_t start, const pith__ending *ending);

#endif
