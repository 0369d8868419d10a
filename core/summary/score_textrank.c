/* TextRank for sentences: Mihalcea and Tarau 2004, "TextRank: Bringing Order into Texts": the
 * weighted PageRank, damped by 0.85, of the graph in summary/overlap.h, solved as in
 * summary/walk.h. With a query it is biased to the sentences that are relevant: Kazemi, Pérez-Rosas
 * and Mihalcea 2020, "Biased TextRank". */
#include "summary/overlap.h"
#include "summary/score.h"

static const double DAMPING = 0.85;

void pith__score_textrank(pith__arena *scratch, const pith__material *material, double *score)
{
    const pith__term *terms = material->document->terms.term.items;
    const pith__overlap *graph = pith__overlap_make(scratch, &material->bags, terms);
    pith__walk walk = {graph, pith__overlap_multiply, material->bags.sentences, DAMPING};
    pith__walk_rank(scratch, &walk, material->relevance, score);
}
