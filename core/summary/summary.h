/* Documents -> summaries: candidates and bags, then score, then select under the limits, then
 * join. */
#ifndef PITH_SUMMARY_SUMMARY_H
#define PITH_SUMMARY_SUMMARY_H

#include "language/vocabulary.h"
#include "summary/furniture.h"
#include "summary/standing.h"

struct pith_summary {
    pith__arena arena; /* holds all of it, this struct as well; the engine moves it in at the end */
    const char *method;
    PITH__ARRAY(pith_pick) pick;
    const char *text; /* NUL-terminated */
    size_t length;
    const pith__standing *standing; /* of each sentence, if that was asked for; else NULL */
    uint32_t sentences;             /* of the document */
};

/* vocabulary: of the document's language. Options are checked and complete: the method is the
 * scorer's, and there is at least one limit. */
pith_summary *pith__summarize(pith__arena *arena, pith__arena *scratch,
                              pith__vocabulary *vocabulary, pith__furniture *furniture,
                              const pith_document *document, const pith__scorer *scorer,
                              const pith_summary_options *options);

#endif
