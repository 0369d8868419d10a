/* Reduction: the sum of a sentence's similarities to all others in the graph of TextRank, its
 * weighted degree, without the walk; as Fabish 2011 (github.com/adamfabish/Reduction), which sumy
 * offers under this name. */
#include "summary/overlap.h"
#include "summary/score.h"

void pith__score_reduction(pith__arena *scratch, const pith__material *material, double *score)
{
    uint32_t n = material->bags.sentences;
    const pith__term *terms = material->document->terms.term.items;
    double *one = pith__arena_alloc(scratch, n * sizeof *one);
    for (uint32_t i = 0; i < n; i++)
        one[i] = 1;
    pith__overlap_multiply(pith__overlap_make(scratch, &material->bags, terms), one, score);
}
