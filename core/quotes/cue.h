/* Words of saying: said, told, according to. */
#ifndef PITH_QUOTES_CUE_H
#define PITH_QUOTES_CUE_H

#include "text/document.h"

typedef struct pith__cue {
    uint32_t first, end; /* tokens; empty if there is none */
    uint32_t classes;    /* PITH__SPEECH_VERB, PITH__ATTRIBUTIVE */
} pith__cue;

/* The word of saying that begins at the token: the longest phrase that the lexicon knows, or a
 * single word. limit: the token where looking ends. */
pith__cue pith__cue_at(const pith__lexicon *lexicon, const pith_document *document, uint32_t token,
                       uint32_t limit);

static inline bool pith__cue_found(pith__cue cue)
{
    return cue.end > cue.first;
}

#endif
