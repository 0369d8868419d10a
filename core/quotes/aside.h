/* A span of speech -> the same without what its author tells in brackets: "I will (laughs) not",
 * "But (turning to Ann Lee) why?" English. */
#ifndef PITH_QUOTES_ASIDE_H
#define PITH_QUOTES_ASIDE_H

#include "text/document.h"

typedef PITH__ARRAY(pith_span) pith__spans;

/* Adds the parts of the span that are left, one at least. Linear in the span. */
void pith__asides_cut(pith__arena *arena, const pith_document *document, pith_span span,
                      pith__spans *spans);

#endif
