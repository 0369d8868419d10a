/* Bags -> the graph of sentences that TextRank walks on, without its matrix: Mihalcea and Tarau
 * 2004, "TextRank: Bringing Order into Texts",
 *
 *     similarity(a, b) = |terms in both| / (ln|a| + ln|b|)
 *
 * Terms are the stems that are no stop words; |a| is how many of them the sentence has, repetitions
 * counted. Two sentences of one term each have no denominator and count as not similar. */
#ifndef PITH_SUMMARY_OVERLAP_H
#define PITH_SUMMARY_OVERLAP_H

#include "summary/bag.h"
#include "summary/walk.h"

typedef struct pith__overlap pith__overlap;

/* terms: as pith__bags has them. */
pith__overlap *pith__overlap_make(pith__arena *arena, const pith__bags *bags,
                                  const pith__term *terms);

/* A pith__walk_product of a pith__overlap: out = W in, W being the matrix of similarities with an
 * empty diagonal. Linear: costs about a dozen times the entries of the bags. */
void pith__overlap_multiply(const void *overlap, const double *in, double *out);

#endif
