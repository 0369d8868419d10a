/* Bags -> the graph of sentences that LexRank walks on, without its matrix: Erkan and Radev 2004,
 * "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", JAIR 22: their
 * idf-modified cosine, idf = ln(sentences / sentences with the term). */
#ifndef PITH_SUMMARY_COSINE_H
#define PITH_SUMMARY_COSINE_H

#include "summary/bag.h"
#include "summary/walk.h"

typedef struct pith__cosine {
    uint32_t sentences;
    uint32_t terms;  /* those of more than one sentence, numbered by pith__bags_shared */
    uint32_t *term;  /* those of sentence i from first[i] up to first[i + 1] ... */
    double *weight;  /* ... each with tf * idf over the norm of the sentence */
    uint32_t *first; /* sentences + 1 */
    double *own;     /* similarity of a sentence with itself by the terms that no other has */
    double *mass;    /* scratch, by term */
} pith__cosine;

/* terms: as pith__bags has them. */
pith__cosine pith__cosine_make(pith__arena *arena, const pith__bags *bags, const pith__term *terms);

/* A pith__walk_product of a pith__cosine: out = V Vᵀ in, the rows of V being the sentences; the
 * diagonal is in it. Linear. */
void pith__cosine_multiply(const void *cosine, const double *in, double *out);

#endif
