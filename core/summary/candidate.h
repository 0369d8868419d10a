/* Document -> candidates: each sentence with what makes it fit or unfit to stand in a summary. */
#ifndef PITH_SUMMARY_CANDIDATE_H
#define PITH_SUMMARY_CANDIDATE_H

#include "summary/bag.h"
#include "summary/furniture.h"

/* How well it reads by itself, the best first. */
typedef enum __attribute__((packed)) pith__grade {
    PITH__PROSE,
    PITH__FRAGMENT, /* one to three words, nothing but capitals, or no word at all */
    PITH__HEADING,
    PITH__FURNITURE
} pith__grade;

typedef struct pith__candidate {
    pith_span span; /* of the sentence without dateline or byline */
    uint32_t part;  /* of the document; 0 when it has no parts */
    uint32_t place; /* how many sentences of prose come before it in its part */
    uint32_t words;
    /* of its words: */
    uint32_t outside; /* those in no quotation marks */
    uint32_t names;   /* with a capital, the first word aside */
    /* of its words, 255 where there are more: */
    uint8_t numbers;
    uint8_t selves;  /* I, we, you, it, who */
    uint8_t persons; /* he, she */
    pith__grade grade;
    bool leans;  /* opens with a pronoun or connective that points to the sentence before */
    bool asks;   /* ends with a question mark */
    bool closed; /* ends with a mark that stands at its last word, as sentences of prose do */
} pith__candidate;

/* The share of its words that stand in quotation marks. */
static inline double pith__quoted_share(const pith__candidate *c)
{
    return c->words ? 1 - (double)c->outside / c->words : 0;
}

/* One a sentence. Fills the bags too: one walk over the tokens is for both. */
pith__candidate *pith__candidates_find(pith__arena *arena, const pith__lexicon *lexicon,
                                       pith__furniture *furniture, const pith_document *document,
                                       pith__bags *bags);

#endif
