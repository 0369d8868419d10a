#include "quotes/path.h"

bool pith__label_follows(int before, int label)
{
    switch (label) {
    case PITH__LABEL_TRAILING_MORE:
    case PITH__LABEL_LEADING_MORE:
    case PITH__LABEL_SOURCE_MORE:
        return before == label || before == label - 1;
    default:
        return true;
    }
}

bool pith__path_end(const uint8_t *kinds, uint32_t count, const int16_t (*sums)[PITH__LABELS],
                    const pith__turns *turns, const uint8_t *stays, uint8_t *labels)
{
    uint8_t label = pith__largest(pith__eight_at(sums[count - 1])), any = label;
    for (uint32_t i = count; --i > 0;) {
        labels[i] = label;
        if (!(stays[i] >> label & 1)) {
            label = pith__largest(pith__eight_at(sums[i - 1]) +
                                  pith__eight_at(turns[kinds[i]].before[label]));
            any |= label;
        }
    }
    labels[0] = label;
    return any != PITH__LABEL_OUT;
}

bool pith__labels_find(const uint8_t *kinds, uint32_t count, int16_t (*scores)[PITH__LABELS],
                       const pith__turns *turns, uint8_t *stays, uint8_t *labels)
{
    pith__eight sums = pith__path_begin();
    for (uint32_t i = 0; i < count; i++) {
        sums = pith__path_step(sums, pith__eight_at(scores[i]), &turns[kinds[i]], &stays[i]);
        memcpy(scores[i], &sums, sizeof sums);
    }
    return pith__path_end(kinds, count, (const int16_t(*)[PITH__LABELS])scores, turns, stays,
                          labels);
}
