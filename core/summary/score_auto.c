/* auto: evidence of several kinds, added up. */
#include "summary/feature.h"

/* What each kind is worth, in round numbers: by a coordinate search for ROUGE-1 + ROUGE-2 at three
 * sentences, on news with the editors' highlights above all, then on abstracts, reviews,
 * encyclopedias and news in five languages; the other half of the news was kept for control. */
static const double weight[PITH__FEATURES] = {
    [PITH__LEAD] = 0.7,     /* news says the most important thing first ... */
    [PITH__FIRST] = -0.2,   /* ... though the very first sentence may only be there to catch */
    [PITH__CENTRAL] = 1.75, /* what the rest of the text is about */
    [PITH__ECHO] = -0.9,    /* says the first sentence again */
    [PITH__TITLE] = 1.5,    /* the title is a summary by the author */
    [PITH__RARE] = -0.6,    /* terms that come once are details */
    [PITH__BRIEF] = -1.2,   /* too short to tell much */
    [PITH__LONG] = -0.3,    /* takes the room of two */
    [PITH__NAMES] = 0.45,   /* who and where */
    [PITH__QUOTED] = -0.3,  /* opinions rather than facts */
    [PITH__ASKS] = -0.25,   /* tells nothing */
};

void pith__score_auto(pith__arena *scratch, const pith__material *material, double *score)
{
    pith__feature_row *row = pith__features_find(scratch, material);
    for (uint32_t i = 0; i < material->bags.sentences; i++) {
        score[i] = 0;
        for (int f = 0; f < PITH__FEATURES; f++)
            score[i] += weight[f] * row[i][f];
    }
}
