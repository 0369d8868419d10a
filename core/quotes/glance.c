#include "quotes/glance.h"

#include <assert.h>

enum { NO_SOURCE = 15, NO_LABEL = 15 };

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

void pith__glance_rows(const pith__spot *spots, const pith__glances *glances, uint32_t i,
                       uint16_t rows[PITH__GLANCE_TRAITS])
{
    enum { GAP = 4, SEEN = 4, KIND = 5, LABEL = 3, NEAR = 4 };
    enum { MARK = 3, SHAPE = 3, CLUSTER = 7 }; /* bits */
    static const pith__spot edge;
    const pith__glance *g = &glances->items[i];
    const pith__spot *t = &spots[i];
    bool first = i == 0, last = i + 1 == glances->count;
    const pith__spot *before = first ? &edge : t - 1, *after = last ? &edge : t + 1;
    uint32_t label_before = first ? NO_LABEL : g[-1].label,
             label_after = last ? NO_LABEL : g[1].label;
    uint32_t left = (uint32_t)t->left.gap << SEEN | t->left.seen;
    uint32_t right = (uint32_t)t->right.gap << SEEN | t->right.seen;
    uint32_t pair = (uint32_t)before->kind << KIND | t->kind;
    uint32_t next_pair = (uint32_t)t->kind << KIND | after->kind;
    uint32_t base = 0, n = 0;
#define PUT(value, bits) (rows[n++] = (uint16_t)(base + (value)), base += 1u << (bits))
    PUT((label_before << LABEL | g->label) << NEAR | label_after, 2 * NEAR + LABEL);
    PUT((uint32_t)g->label << KIND | t->kind, LABEL + KIND);
    PUT((uint32_t)g->left.gap << SEEN | g->left.seen, GAP + SEEN);
    PUT((uint32_t)g->right.gap << SEEN | g->right.seen, GAP + SEEN);
    PUT((uint32_t)g->left.seen << KIND | t->kind, SEEN + KIND);
    PUT((uint32_t)g->right.seen << KIND | t->kind, SEEN + KIND);
    PUT((uint32_t)g->left_source << GAP | g->left.gap, 2 * GAP);
    PUT((uint32_t)g->right_source << GAP | g->right.gap, 2 * GAP);
    PUT(pith__folded(g->left.cue + t->kind, 11), 11);
    PUT(pith__folded(g->right.cue + t->kind, 11), 11);
    PUT(pith__folded(glances->first_cue + t->from_start, 10), 10);
    PUT(pith__folded(glances->last_cue + t->to_end, 10), 10);
    PUT(pith__folded(left << 2 * KIND | pair, 11), 11);
    PUT(pith__folded(right << 2 * KIND | next_pair, 11), 11);
    PUT(pith__folded((uint32_t)before->cluster << CLUSTER | t->cluster, 12), 12);
    PUT(pith__folded((uint32_t)t->cluster << CLUSTER | after->cluster, 12), 12);
    PUT(((uint32_t)before->shape << SHAPE | t->shape) << SHAPE | after->shape, 3 * SHAPE);
    PUT((uint32_t)t->mark << KIND | t->kind, MARK + KIND);
    PUT((uint32_t)t->from_start << GAP | t->to_end, 2 * GAP);
    PUT((uint32_t)t->right.gap << KIND | t->kind, GAP + KIND);
#undef PUT
    assert(n == PITH__GLANCE_TRAITS && base == PITH__GLANCE_ROWS);
}
