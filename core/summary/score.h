/* Material -> a score for each sentence: one function a method, and the table of them. */
#ifndef PITH_SUMMARY_SCORE_H
#define PITH_SUMMARY_SCORE_H

#include "summary/bag.h"
#include "summary/candidate.h"

/* What a method can look at. */
typedef struct pith__material {
    const pith_document *document;
    pith__bags bags;
    const pith__candidate *candidate; /* one a sentence */
    uint32_t seed;                    /* of the method that draws lots */
    const double
        *relevance; /* of each sentence for the query, 1 on the average; NULL without one */
} pith__material;

/* Writes a finite score, the higher the better, for each sentence of the document. */
typedef void pith__score_function(pith__arena *scratch, const pith__material *material,
                                  double *score);

typedef struct pith__scorer {
    const char *name;
    pith__score_function *score;
    double
        repetition; /* see pith__select; 0 for the methods that are given exactly by their papers */
    bool focuses;   /* it can turn to a query */
} pith__scorer;

/* In the order that pith_methods() promises; *count of them. */
const pith__scorer *pith__scorers(size_t *count);

const pith__scorer *pith__scorer_find(const char *name);

/* One file each. */
pith__score_function pith__score_auto, pith__score_edmundson, pith__score_kl, pith__score_lead,
    pith__score_lexrank, pith__score_lexrank_threshold, pith__score_lsa, pith__score_luhn,
    pith__score_random, pith__score_reduction, pith__score_sumbasic, pith__score_textrank,
    pith__score_tfidf;

#endif
