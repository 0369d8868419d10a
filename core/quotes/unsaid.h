/* Contents and marked regions -> what stands in marks and is nobody's speech: scare quotes, titles,
 * nicknames, terms, and fragments that no quotation takes in. */
#ifndef PITH_QUOTES_UNSAID_H
#define PITH_QUOTES_UNSAID_H

#include "quotes/content.h"
#include "quotes/marked.h"

typedef struct pith__unsaid {
    pith_span span;    /* without its marks */
    const char *class; /* fragment, scare, title, nickname or term */
    uint32_t sentence;
} pith__unsaid;

typedef PITH__ARRAY(pith__unsaid) pith__unsaids;

/* In the order of the document. Linear. */
pith__unsaids pith__unsaids_find(pith__arena *arena, pith__arena *scratch,
                                 const pith_document *document, const pith__contents *contents);

#endif
