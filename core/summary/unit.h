/* Candidates -> units: what a summary may pick as a whole. A unit is a sentence, or the shortest
 * run of sentences of one paragraph at whose edges no paired quotation mark is open, so that a
 * quotation is never cut. */
#ifndef PITH_SUMMARY_UNIT_H
#define PITH_SUMMARY_UNIT_H

#include "summary/candidate.h"
#include "summary/piece.h"

typedef struct pith__unit {
    uint32_t first, end; /* sentences */
    pith_span span;
    pith__size size;   /* characters and tokens are 0 where they are not measured */
    pith__grade grade; /* the best of its sentences */
    uint32_t need; /* the unit without which this one does not stand: it names who "he" is, or who
                      speaks; PITH_NONE if it needs none */
    bool quoted;   /* all of it is a quotation: what it needs is its speaker, not an antecedent */
    bool unfit;    /* it does not stand by itself and nothing helps: nobody was named before, its
                      quotation is too long to be taken whole, or a mark has no partner */
} pith__unit;

typedef PITH__ARRAY(pith__unit) pith__units;

/* In the order of the text; every sentence is in one of them. measured: their characters and tokens
 * are counted too. */
pith__units pith__units_find(pith__arena *arena, const pith_document *document,
                             const pith__candidate *candidate, bool measured);

/* Each sentence as a unit of its own, whatever is cut: for limits that no true unit fits. */
pith__units pith__units_single(pith__arena *arena, const pith_document *document,
                               const pith__candidate *candidate, bool measured);

#endif
