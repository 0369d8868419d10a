/* Documents -> summaries: candidates and bags, then score, then select under the limits, then
 * join. */
#ifndef PITH_SUMMARY_SUMMARY_H
#define PITH_SUMMARY_SUMMARY_H

#include "summary/furniture.h"
#include "summary/score.h"

struct pith_summary {
    pith__arena arena; /* holds all of it, this struct as well; the engine moves it in at the end */
    const char *method;
    PITH__ARRAY(pith_pick) pick;
    const char *text; /* NUL-terminated */
    size_t length;
};

/* lexicon: of the document's language. Options are checked and complete: the method is the
 * scorer's, and there is at least one limit. */
pith_summary *pith__summarize(pith__arena *arena, pith__arena *scratch,
                              const pith__lexicon *lexicon, const pith__furniture *furniture,
                              const pith_document *document, const pith__scorer *scorer,
                              const pith_summary_options *options);

#endif
