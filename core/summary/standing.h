/* Why a sentence is in a summary or not: what --explain tells. */
#ifndef PITH_SUMMARY_STANDING_H
#define PITH_SUMMARY_STANDING_H

#include "summary/feature.h"
#include "summary/select.h"

typedef struct pith__standing {
    double score;         /* by the method, as it is */
    double relevance;     /* for the query, 1 on the average; 0 without one */
    uint32_t rank;        /* by score, the best one 1, the earlier one first on a tie */
    uint32_t picked;      /* when it was picked, from 1; 0 if it is not in the summary */
    const char *kind;     /* "prose", "fragment", "heading" or "furniture" */
    bool leans;           /* it leans on the sentence before */
    const float *feature; /* PITH__FEATURES of them, if the method weighs features; else NULL */
} pith__standing;

/* One a sentence. features: of the method, or NULL. */
pith__standing *pith__standings_find(pith__arena *arena, pith__arena *scratch,
                                     const pith__material *material, const double *score,
                                     pith__picks picks, const pith__features *features);

#endif
