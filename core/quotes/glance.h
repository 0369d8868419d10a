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

enum { PITH__GLANCE_TRAITS = 12, PITH__GLANCE_ROWS = 13056 };

/* The first look's labels, and what they tell of the tokens of a unit. */
typedef struct pith__glances {
    pith__strip label;
    pith__strip left, right; /* sides, of the words that are labelled as cues */
    pith__strip left_source; /* tokens to the nearest source, grouped */
    pith__strip right_source;
    pith__hashes left_cue, right_cue; /* the cues of the sides */
} pith__glances;

/* The labels are there; the rest is filled. forms: of which the spots' are numbers. */
void pith__glances_fill(const pith__spots *spots, const pith__document_form *forms,
                        pith__glances *glances);

/* The glance rows of the spots from i on. */
static inline void pith__glance_rows(const pith__spots *s, const pith__glances *g, uint32_t i,
                                     pith__numbers rows[PITH__GLANCE_TRAITS])
{
    enum { GAP = 4, SEEN = PITH__SEEN_BITS, KIND = 5, LABEL = 3 };
    enum { REGION = 5, MARK = 3, CLUSTER = 7 }; /* bits */
    const pith__numbers zero = {0}, seen = zero + ((1 << SEEN) - 1);
#define OF(strip) pith__strip_numbers(strip, i, 0)
#define BEFORE(strip) pith__strip_numbers(strip, i, -1)
    pith__numbers kind = OF(s->kind), pair = BEFORE(s->kind) << KIND | kind;
    pith__numbers left = OF(s->left), right = OF(s->right);
    pith__numbers left_label = OF(g->left), right_label = OF(g->right);
    uint32_t base = 0, n = 0;
#define PUT(value, bits) (rows[n++] = (value) + (uint16_t)base, base += 1u << (bits))
    PUT(OF(g->label) << KIND | kind, LABEL + KIND);
    PUT((left_label & seen) << KIND | kind, SEEN + KIND);
    PUT((right_label & seen) << KIND | kind, SEEN + KIND);
    PUT(OF(g->left_source) << GAP | left_label >> SEEN, 2 * GAP);
    PUT(OF(g->right_source) << GAP | right_label >> SEEN, 2 * GAP);
    PUT(pith__hash_rows(&g->left_cue, i, kind, 11), 11);
    PUT(pith__hash_rows(&g->right_cue, i, kind, 11), 11);
    PUT(pith__folded(left >> 6, left << 2 * KIND | pair, 11), 11);
    PUT(pith__folded(zero, BEFORE(s->cluster) << CLUSTER | OF(s->cluster), 12), 12);
    PUT(OF(s->marked) >> REGION << KIND | kind, MARK + KIND);
    PUT(OF(s->from_start) << GAP | OF(s->to_end), 2 * GAP);
    PUT(right >> SEEN << KIND | kind, GAP + KIND);
#undef PUT
#undef BEFORE
#undef OF
    assert(n == PITH__GLANCE_TRAITS && base == PITH__GLANCE_ROWS);
}

#endif
