/* LexRank, continuous form: Erkan and Radev 2004, "LexRank: Graph-based Lexical Centrality as
 * Salience in Text Summarization", JAIR 22:
 *
 *     p(u) = d/N + (1 - d) * sum over v of cos(u, v) / (sum over z of cos(z, v)) * p(v), d = 0.15
 *
 * solved as in summary/walk.h. As in their Algorithm 3 a sentence is similar to itself as well. A
 * sentence whose terms have no idf is similar to none and keeps d/N. With a query the jump goes to
 * sentences by their relevance, instead of to all alike: Otterbacher, Erkan and Radev 2005, "Using
 * Random Walks for Question-focused Sentence Retrieval". */
#include "summary/cosine.h"
#include "summary/score.h"

static const double JUMP = 0.15; /* d of the paper */

void pith__score_lexrank(pith__arena *scratch, const pith__material *material, double *score)
{
    uint32_t n = material->bags.sentences;
    pith__cosine graph =
        pith__cosine_make(scratch, &material->bags, material->document->terms.term.items);
    pith__walk walk = {&graph, pith__cosine_multiply, n, 1 - JUMP};
    pith__walk_rank(scratch, &walk, material->relevance, score);
    for (uint32_t i = 0; i < n; i++)
        score[i] /= n;
}
