/* Documents -> quotations with their speakers: the order of the stages of this room. */
#ifndef PITH_QUOTES_QUOTES_H
#define PITH_QUOTES_QUOTES_H

#include "quotes/reason.h"
#include "quotes/unsaid.h"

struct pith_quotes {
    pith__arena arena; /* holds all of it, this struct as well; the engine moves it in at the end */
    PITH__ARRAY(pith_quote) quote;
    PITH__ARRAY(pith_speaker) speaker;
    PITH__ARRAY(pith__reasons) reasons; /* one for each quote if they were asked for, or none */
    bool marked;                        /* what is no speech was asked for */
    pith__unsaids unsaid;
};

/* lexicon: of the document's language; its phrases name sources and cues. Options are checked and
 * complete. passing: for what one stage needs by itself; it is reset between stages. */
pith_quotes *pith__quotes_find(pith__arena *arena, pith__arena *scratch, pith__arena *passing,
                               const pith__lexicon *lexicon, const pith_document *document,
                               const pith_quotes_options *options);

#endif
