/* Scored units -> the set of them that makes the summary: the best that all limits allow. */
#ifndef PITH_SUMMARY_SELECT_H
#define PITH_SUMMARY_SELECT_H

#include "summary/score.h"
#include "summary/unit.h"

/* The limits that hold together; UINT32_MAX is none. */
typedef pith__size pith__limits;

typedef struct pith__wishes {
    pith__limits limits;
    double
        repetition; /* what is lost, in units of the scores, by saying as much again as a sentence
                       says on the average; what is said is measured by the idf of its terms */
    bool context;   /* a unit may bring along the one that it leans on */
} pith__wishes;

typedef PITH__ARRAY(pith_pick) pith__picks;

/* Picks greedily: the unit that is worth most a sentence and fits, together with what it needs;
 * less is thought of terms that are picked already, and near-duplicates of a picked unit are left
 * out. Ties go to the earlier unit. If all prose fits, all of it is picked. Something is picked
 * from every text that has a word: if no unit fits, a sentence that otherwise would not do, and if
 * no sentence fits, the beginning of one. In the order of the text. Linear but for a heap.
 *
 * score: one a sentence. */
pith__picks pith__select(pith__arena *arena, pith__arena *scratch, const pith__material *material,
                         const double *score, pith__wishes wishes);

#endif
