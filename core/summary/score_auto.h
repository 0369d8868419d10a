/* What `auto` has learnt: a small network over the features, and what repetition costs. */
#ifndef PITH_SUMMARY_SCORE_AUTO_H
#define PITH_SUMMARY_SCORE_AUTO_H

#include "summary/feature.h"

enum { PITH__HIDDEN = 24 };

/* A sentence is worth
 *
 *     direct . x + output . max(0, sentence^T x + text^T y + bias)
 *
 * for its features x and the text's y. */
typedef struct pith__auto_weights {
    float direct[PITH__FEATURES];
    float sentence[PITH__FEATURES][PITH__HIDDEN];
    float text[PITH__TRENDS][PITH__HIDDEN];
    float bias[PITH__HIDDEN];
    float output[PITH__HIDDEN];
} pith__auto_weights;

/* Generated: see tests/quality/fit_summary.c. One is what a summary loses when it says as much
 * again as a sentence of the text does on the average. */
extern const pith__auto_weights pith__auto_fitted;

/* Scores by any weights. */
void pith__auto_weigh(pith__arena *scratch, const pith__material *material,
                      const pith__auto_weights *weights, double *score);

#endif
