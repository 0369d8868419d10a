/* Text -> paragraphs: blocks between blank lines; single lines where the text is not hard-wrapped;
 * headings. */
#ifndef PITH_TEXT_PARAGRAPH_H
#define PITH_TEXT_PARAGRAPH_H

#include "ground/array.h"
#include "text/decode.h"

typedef struct pith__paragraph {
    pith_span span; /* without white space at the edges, never empty */
    bool heading;   /* a line of its own that is no sentence */
} pith__paragraph;

typedef PITH__ARRAY(pith__paragraph) pith__paragraphs;

pith__paragraphs pith__paragraphs_find(pith__arena *arena, pith__arena *scratch, pith__text text);

#endif
