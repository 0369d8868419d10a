/* The candidates of a content as they were weighed, kept for who asks why. */
#ifndef PITH_QUOTES_REASON_H
#define PITH_QUOTES_REASON_H

#include "quotes/voice.h"

typedef struct pith__reason {
    pith_span mention;
    const char *rule;       /* the name of the relation */
    int relation;           /* its weight, in hundredths */
    const int16_t *weights; /* of the evidence, in hundredths */
    uint32_t evidence;      /* a bit for each pith__evidence that was seen */
    double share;           /* the probability: 0 to 1 */
} pith__reason;

/* Those of a content, the likeliest first. */
typedef struct pith__reasons {
    const pith__reason *items;
    uint32_t count;
} pith__reasons;

/* The likeliest first. */
void pith__reasons_sort(pith__reason *items, uint32_t count);

/* The name of a piece of evidence: "is-name". */
const char *pith__evidence_name(pith__evidence evidence);

static inline bool pith__evidence_seen(const pith__reason *reason, pith__evidence evidence)
{
    return reason->evidence >> evidence & 1;
}

#endif
