/* A graph of sentences -> how central each is: the random walk of PageRank (Brin and Page 1998), as
 * the graph methods use it,
 *
 *     score(i) = (1 - d) * bias(i) + d * sum over j of W(i, j) / (sum of row j) * score(j)
 *
 * for a symmetric W. A sentence without links keeps (1 - d) * bias(i).
 *
 * The papers take step after step until nothing changes much, which takes the longer the larger the
 * text is: two sentences that say the same and nothing else hold each other up. The scores solve a
 * linear system, though, and for a symmetric W it can be written as a symmetric one,
 *
 *     (I - d D^-1/2 W D^-1/2) x = (1 - d) D^-1/2 bias,   score = D^1/2 x,   D = the sums of rows
 *
 * with eigenvalues between 1 - d and 1 + d, which conjugate gradients (Hestenes and Stiefel 1952)
 * solve in a dozen or two products with W, whatever the size: until the residual is 1e-10 of the
 * right side, or for 100 products. */
#ifndef PITH_SUMMARY_WALK_H
#define PITH_SUMMARY_WALK_H

#include <stdint.h>

#include "ground/arena.h"

/* out = W in. */
typedef void pith__walk_product(const void *graph, const double *in, double *out);

typedef struct pith__walk {
    const void *graph;
    pith__walk_product *product;
    uint32_t sentences;
    double damping; /* d */
} pith__walk;

/* bias: one a sentence, none negative; NULL: 1 for each. */
void pith__walk_rank(pith__arena *scratch, const pith__walk *walk, const double *bias,
                     double *score);

#endif
