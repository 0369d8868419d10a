/* The second look of the tagger: what the labels of the first look tell of a token, where the cue
 * and the source are no longer a matter of words alone (stacked learning: Cohen and de Carvalho
 * 2005), and what is worth to look at only where something was found. */
#ifndef PITH_QUOTES_GLANCE_H
#define PITH_QUOTES_GLANCE_H

#include "quotes/trait.h"

typedef enum pith__label {
    PITH__LABEL_OUT,
    PITH__LABEL_TRAILING,      /* begins a content that follows its cue */
    PITH__LABEL_TRAILING_MORE, /* goes on with it */
    PITH__LABEL_LEADING,       /* begins a content that goes before its cue */
    PITH__LABEL_LEADING_MORE,
    PITH__LABEL_SOURCE,
    PITH__LABEL_SOURCE_MORE,
    PITH__LABEL_CUE,
    PITH__LABELS
} pith__label;

enum { PITH__GLANCE_TRAITS = 20, PITH__GLANCE_ROWS = 24320 };

typedef struct pith__glance {
    uint8_t label;
    pith__side left, right;            /* of the words that are labelled as cues */
    uint8_t left_source, right_source; /* tokens to the nearest source, grouped */
} pith__glance;

typedef struct pith__glances {
    pith__glance items[PITH__UNIT_MAX];
    uint32_t count;
    uint32_t first_cue, last_cue; /* words; 0: there is none */
} pith__glances;

/* labels: of the first look. */
void pith__glances_fill(const pith__spot *spots, const uint8_t *labels, uint32_t count,
                        pith__glances *glances);

/* The glance rows of spot i. */
static inline void pith__glance_rows(const pith__spot *spots, const pith__glances *glances,
                                     uint32_t i, uint32_t rows[PITH__GLANCE_TRAITS])
{
    enum { GAP = 4, SEEN = 4, KIND = 5, LABEL = 3, NEAR = 4 };
    enum { MARK = 3, SHAPE = 3, CLUSTER = 7 }; /* bits */
    enum { NO_LABEL = 15 };
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
#define PUT(value, bits) (rows[n++] = base + (value), base += 1u << (bits))
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

#endif
