/* Reported speech as one stage hands it to the next: the words that are reported, with the words
 * next to them that say so and that name the source. */
#ifndef PITH_QUOTES_REPORT_H
#define PITH_QUOTES_REPORT_H

#include "quotes/tagger.h"

/* Tokens first to end; empty if there is none. */
typedef struct pith__range {
    uint32_t first, end;
} pith__range;

typedef struct pith__report {
    pith__range content; /* without punctuation at its edges */
    pith__range cue, source;
    double source_score; /* 0 to 1 */
} pith__report;

typedef PITH__ARRAY(pith__report) pith__reports;

/* Links what the tagger found: a content to its cue, the cue to its source. In the order of the
 * document; no content overlaps another. Linear. */
pith__reports pith__reports_link(pith__arena *arena, const pith_document *document,
                                 const pith__pieces *pieces);

static inline bool pith__range_empty(pith__range range)
{
    return range.first == range.end;
}

#endif
