/* Material -> the evidence that `auto` adds up: what speaks for a sentence and against it. */
#ifndef PITH_SUMMARY_FEATURE_H
#define PITH_SUMMARY_FEATURE_H

#include "summary/score.h"

/* Each is between 0 and 1. "Prose" are the sentences of grade PITH__PROSE. */
typedef enum pith__feature_name {
    PITH__FIRST,   /* 1 for the first sentence of prose */
    PITH__LEAD,    /* 1 there, falling by e every four sentences of prose */
    PITH__CENTRAL, /* LexRank, over the best of the text */
    PITH__ECHO,    /* share of the first sentence's terms that it repeats; 0 for that one */
    PITH__TITLE,   /* share of the title's terms that it has */
    PITH__RARE,    /* mean idf of its terms, over the largest possible */
    PITH__BRIEF,   /* falls from 1 for no words to 0 for ten */
    PITH__LONG,    /* rises from 0 for 25 words to 1 for 50 */
    PITH__NAMES,   /* share of its words that begin with a capital, the first one aside */
    PITH__QUOTED,  /* share of its words that stand in quotation marks */
    PITH__ASKS,    /* 1 for a question */
    PITH__FEATURES
} pith__feature_name;

typedef double pith__feature_row[PITH__FEATURES];

/* One row a sentence. */
pith__feature_row *pith__features_find(pith__arena *scratch, const pith__material *material);

#endif
