/* What stands around the prose of an article: datelines and bylines before it, and whole sentences
 * of page furniture ("Read more: …", photo credits, cookie notices).
 *
 * The patterns are conservative: what they take for furniture is never prose in practice, and some
 * furniture passes. They live in the engine, since compiled patterns own memory. */
#ifndef PITH_SUMMARY_FURNITURE_H
#define PITH_SUMMARY_FURNITURE_H

#include "ground/pattern.h"
#include "text/decode.h"

typedef struct pith__furniture {
    pith__pattern opening, line, credit;
} pith__furniture;

/* Compiles the patterns into a cleared struct; springs the trap when memory runs out. Free it
 * afterwards in every case. */
void pith__furniture_compile(pith__furniture *furniture, pith__trap *trap);
void pith__furniture_free(pith__furniture *furniture);

/* Where the prose of a sentence begins that may open a story: behind a dateline, an agency or a
 * byline; span.start if there is none. Never span.end. */
uint32_t pith__furniture_skip(const pith__furniture *furniture, pith__trap *trap, pith__text text,
                              pith_span span);

/* Whether the sentence is no part of the story. */
bool pith__furniture_is(const pith__furniture *furniture, pith__trap *trap, pith__text text,
                        pith_span span);

#endif
