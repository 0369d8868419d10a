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

enum { PITH__GLANCE_TRAITS = 20, PITH__GLANCE_ROWS = 24320, PITH__NO_LABEL = 15 };

/* A hash of a word for each token of a unit, in halves; 0: there is none. */
typedef struct pith__hashes {
    _Alignas(pith__numbers) uint16_t upper[PITH__UNIT_MAX + PITH__AROUND];
    _Alignas(pith__numbers) uint16_t lower[PITH__UNIT_MAX + PITH__AROUND];
} pith__hashes;

/* The first look's labels, and what they tell of the tokens of a unit. */
typedef struct pith__glances {
    pith__strip label;       /* PITH__NO_LABEL before and behind all */
    pith__strip left, right; /* sides, of the words that are labelled as cues */
    pith__strip left_source; /* tokens to the nearest source, grouped */
    pith__strip right_source;
    pith__hashes left_cue, right_cue; /* the cues of the sides */
    uint32_t first_cue, last_cue;     /* hashes; 0: there is none */
} pith__glances;

/* The labels are there; the rest is filled. forms: of which the spots' are numbers. */
void pith__glances_fill(const pith__spots *spots, const pith__document_form *forms,
                        pith__glances *glances);

/* Folds a hash and a small number. */
static inline pith__numbers pith__folded_hash(pith__numbers upper, pith__numbers lower,
                                              pith__numbers number, int bits)
{
    pith__numbers sum = lower + number;
    pith__numbers carried = (pith__numbers)(sum < number); /* all bits of it: -1 */
    return pith__folded(upper - carried, sum, bits);
}

/* The glance rows of the spots from i on. */
static inline void pith__glance_rows(const pith__spots *s, const pith__glances *g, uint32_t i,
                                     pith__numbers rows[PITH__GLANCE_TRAITS])
{
    enum { GAP = 4, SEEN = PITH__SEEN_BITS, KIND = 5, LABEL = 3, NEAR = 4, REGION = 5 };
    enum { MARK = 3, SHAPE = 3, CLUSTER = 7 }; /* bits */
    const pith__numbers zero = {0}, seen = zero + ((1 << SEEN) - 1);
#define OF(strip) pith__strip_numbers(strip, i, 0)
#define BEFORE(strip) pith__strip_numbers(strip, i, -1)
#define AFTER(strip) pith__strip_numbers(strip, i, 1)
#define HASH(hashes, number, bits)                                                                 \
    pith__folded_hash((pith__numbers)pith__eight_at((const int16_t *)(hashes).upper + i),          \
                      (pith__numbers)pith__eight_at((const int16_t *)(hashes).lower + i), number,  \
                      bits)
#define HASH_OF_ALL(hash, number, bits)                                                            \
    pith__folded_hash(zero + (uint16_t)((hash) >> 16), zero + (uint16_t)(hash), number, bits)
    pith__numbers kind = OF(s->kind), label = OF(g->label), cluster = OF(s->cluster);
    pith__numbers left = OF(s->left), right = OF(s->right);
    pith__numbers left_label = OF(g->left), right_label = OF(g->right);
    pith__numbers from_start = OF(s->from_start), to_end = OF(s->to_end);
    pith__numbers pair = BEFORE(s->kind) << KIND | kind, next_pair = kind << KIND | AFTER(s->kind);
    uint32_t base = 0, n = 0;
#define PUT(value, bits) (rows[n++] = (value) + (uint16_t)base, base += 1u << (bits))
    PUT((BEFORE(g->label) << LABEL | label) << NEAR | AFTER(g->label), 2 * NEAR + LABEL);
    PUT(label << KIND | kind, LABEL + KIND);
    PUT(left_label, GAP + SEEN);
    PUT(right_label, GAP + SEEN);
    PUT((left_label & seen) << KIND | kind, SEEN + KIND);
    PUT((right_label & seen) << KIND | kind, SEEN + KIND);
    PUT(OF(g->left_source) << GAP | left_label >> SEEN, 2 * GAP);
    PUT(OF(g->right_source) << GAP | right_label >> SEEN, 2 * GAP);
    PUT(HASH(g->left_cue, kind, 11), 11);
    PUT(HASH(g->right_cue, kind, 11), 11);
    PUT(HASH_OF_ALL(g->first_cue, from_start, 10), 10);
    PUT(HASH_OF_ALL(g->last_cue, to_end, 10), 10);
    PUT(pith__folded(left >> 6, left << 2 * KIND | pair, 11), 11);
    PUT(pith__folded(right >> 6, right << 2 * KIND | next_pair, 11), 11);
    PUT(pith__folded(zero, BEFORE(s->cluster) << CLUSTER | cluster, 12), 12);
    PUT(pith__folded(zero, cluster << CLUSTER | AFTER(s->cluster), 12), 12);
    PUT((BEFORE(s->shape) << SHAPE | OF(s->shape)) << SHAPE | AFTER(s->shape), 3 * SHAPE);
    PUT(OF(s->marked) >> REGION << KIND | kind, MARK + KIND);
    PUT(from_start << GAP | to_end, 2 * GAP);
    PUT(right >> SEEN << KIND | kind, GAP + KIND);
#undef PUT
#undef HASH_OF_ALL
#undef HASH
#undef AFTER
#undef BEFORE
#undef OF
    assert(n == PITH__GLANCE_TRAITS && base == PITH__GLANCE_ROWS);
}

#endif
