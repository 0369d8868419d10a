/* Documents -> keywords. */
#ifndef PITH_SUMMARY_KEYWORD_H
#define PITH_SUMMARY_KEYWORD_H

#include "text/document.h"

struct pith_keywords {
    pith__arena arena; /* holds all of it, this struct as well; the engine moves it in at the end */
    PITH__ARRAY(pith_keyword) keyword;
};

/* At most `most` of them, the best first; ties in the order of the text. */
pith_keywords *pith__keywords_find(pith__arena *arena, pith__arena *scratch,
                                   const pith_document *document, uint32_t most, uint64_t seed);

#endif
