/* What stands around the prose of an article: datelines and bylines before it, and whole sentences
 * of page furniture ("Read more: …", photo credits, cookie notices).
 *
 * The patterns are conservative: what they take for furniture is never prose in practice, and some
 * furniture passes. They live in the engine, since compiled patterns own memory. */
#ifndef PITH_SUMMARY_FURNITURE_H
#define PITH_SUMMARY_FURNITURE_H

#include "ground/pattern.h"
#include "text/decode.h"

/* Cleared at first: each pattern is compiled when a sentence needs it. */
typedef struct pith__furniture {
    pith__pattern opening, line, credit;
} pith__furniture;

void pith__furniture_free(pith__furniture *furniture);

/* Where the prose of a sentence begins that may open a story: behind a dateline, an agency or a
 * byline; span.start if there is none. Never span.end. Springs the trap when memory runs out. */
uint32_t pith__furniture_skip(pith__furniture *furniture, pith__trap *trap, pith__text text,
                              pith_span span);

/* Whether the sentence is no part of the story. */
bool pith__furniture_is(pith__furniture *furniture, pith__trap *trap, pith__text text,
                        pith_span span);

#endif
