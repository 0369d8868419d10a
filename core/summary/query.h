/* A query -> how much each sentence has to do with it. */
#ifndef PITH_SUMMARY_QUERY_H
#define PITH_SUMMARY_QUERY_H

#include "language/vocabulary.h"
#include "summary/bag.h"

/* The relevance of each sentence, as Otterbacher, Erkan and Radev 2005, "Using Random Walks for
 * Question-focused Sentence Retrieval", have it (after Allan et al. 2003):
 *
 *     sum over the terms of the query of ln(tf in the sentence + 1) * ln(tf in the query + 1) * idf
 *
 * with idf = ln((sentences + 1) / (sentences with it + 0.5)), scaled so that the sentences have 1
 * on the average. The vocabulary is the document's. NULL if no sentence has any term of the query.
 */
double *pith__query_relevance(pith__arena *arena, pith__arena *scratch,
                              pith__vocabulary *vocabulary, const pith_document *document,
                              const pith__bags *bags, const char *query);

#endif
