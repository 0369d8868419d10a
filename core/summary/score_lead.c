/* Lead: the earlier, the better; the baseline that news is hard to beat with. */
#include "summary/score.h"

void pith__score_lead(pith__arena *scratch, const pith__material *material, double *score)
{
    (void)scratch;
    for (uint32_t i = 0; i < material->bags.sentences; i++)
        score[i] = 1.0 / (1.0 + i);
}
