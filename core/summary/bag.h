/* Document -> bags of terms: the sparse matrix of sentences and terms that the ranking methods
 * multiply with. */
#ifndef PITH_SUMMARY_BAG_H
#define PITH_SUMMARY_BAG_H

#include "summary/census.h"

typedef struct pith__entry {
    uint32_t term;
    uint32_t count; /* of the term in the sentence, at least 1 */
} pith__entry;

typedef struct pith__bags {
    pith__entry *entry; /* those of sentence i from first[i] up to first[i + 1], each term once */
    uint32_t *first;    /* sentences + 1 */
    uint32_t *length;   /* term occurrences of each sentence */
    double *idf;        /* of each term: ln(sentences / sentences with it) */
    uint32_t sentences, terms;
    double mass;    /* idf of all entries */
    uint32_t total; /* term occurrences of the document */
    uint32_t *seen; /* by term, the last entry with it, + 1 */
} pith__bags;

/* The bags of a document, with none of its sentences yet. */
pith__bags pith__bags_begin(pith__arena *arena, const pith_document *document);

/* Fills the bag of a sentence, in the order of the text; returns how many tokens of each kind it
 * has. */
pith__census pith__bags_add(pith__bags *bags, const pith_document *document, uint32_t sentence);

/* New numbers, without gaps, for the terms that stand in more than one sentence, *count of them;
 * the others, which link no sentences, get PITH_NONE. By term. */
uint32_t *pith__bags_shared(pith__arena *arena, const pith__bags *bags, const pith__term *term,
                            uint32_t *count);

#endif
