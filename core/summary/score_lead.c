/* Lead: the earlier, the better; the baseline that news is hard to beat with. Of several texts the
 * first sentences come first. */
#include "summary/score.h"

void pith__score_lead(pith__arena *scratch, const pith__material *material, double *score)
{
    (void)scratch;
    for (uint32_t i = 0, place = 0; i < material->bags.sentences; i++, place++) {
        if (i && material->candidate[i].part != material->candidate[i - 1].part)
            place = 0;
        score[i] = 1.0 / (1.0 + place);
    }
}
