/* Document -> the statements of a transcript: paragraphs without quotation marks, each behind the
 * name of who speaks ("ANN LEE: The quay is shut."). */
#ifndef PITH_QUOTES_TRANSCRIPT_H
#define PITH_QUOTES_TRANSCRIPT_H

#include "quotes/report.h"

typedef struct pith__statement {
    pith__range label;        /* the tokens of the name */
    bool upper;               /* in capitals */
    uint32_t said;            /* the first token of what is said */
    uint32_t paragraph, last; /* in which it begins and ends */
} pith__statement;

typedef PITH__ARRAY(pith__statement) pith__statements;

/* In the order of the document; none where it is no transcript: where names do not take turns. */
pith__statements pith__transcript_find(pith__arena *arena, const pith_document *document);

#endif
