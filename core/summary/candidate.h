/* Document -> candidates: each sentence with what makes it fit or unfit to stand in a summary. */
#ifndef PITH_SUMMARY_CANDIDATE_H
#define PITH_SUMMARY_CANDIDATE_H

#include "summary/furniture.h"
#include "summary/piece.h"

/* How well it reads by itself, the best first. */
typedef enum pith__grade {
    PITH__PROSE,
    PITH__FRAGMENT, /* one to three words, nothing but capitals, or no word at all */
    PITH__HEADING,
    PITH__FURNITURE
} pith__grade;

typedef struct pith__candidate {
    pith_span span; /* of the sentence without dateline or byline */
    pith__size size;
    uint32_t place; /* how many sentences of prose come before it */
    pith__grade grade;
    double quoted; /* share of its words that stand in quotation marks */
    bool leans;    /* opens with a pronoun or connective that points to the sentence before */
} pith__candidate;

/* One a sentence. */
pith__candidate *pith__candidates_find(pith__arena *arena, const pith__lexicon *lexicon,
                                       const pith__furniture *furniture,
                                       const pith_document *document);

#endif
