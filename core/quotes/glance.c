#include "quotes/glance.h"

enum { NO_SOURCE = 15 };

static bool is_source(uint8_t label)
{
    return label == PITH__LABEL_SOURCE || label == PITH__LABEL_SOURCE_MORE;
}

/* Tokens since the last source on a walk. */
typedef struct distance {
    bool seen;
    uint32_t tokens;
} distance;

static uint8_t step(distance *d, uint8_t label)
{
    uint8_t gap = d->seen ? pith__grouped(++d->tokens) : NO_SOURCE;
    if (is_source(label))
        *d = (distance){.seen = true};
    return gap;
}

void pith__glances_fill(const pith__spot *spots, const uint8_t *labels, uint32_t count,
                        pith__glances *glances)
{
    pith__passing left = pith__no_cue, right = pith__no_cue;
    distance before = {0}, behind = {0};
    glances->count = count;
    for (uint32_t i = 0; i < count; i++) {
        pith__glance *g = &glances->items[i];
        g->label = labels[i];
        g->left = pith__pass(&left, &spots[i], labels[i] == PITH__LABEL_CUE);
        g->left_source = step(&before, labels[i]);
    }
    for (uint32_t i = count; i-- > 0;) {
        pith__glance *g = &glances->items[i];
        g->right = pith__pass(&right, &spots[i], labels[i] == PITH__LABEL_CUE);
        g->right_source = step(&behind, labels[i]);
    }
    glances->first_cue = right.cue;
    glances->last_cue = left.cue;
}
