/* Document -> keyphrases: words that nearly always stand together. */
#ifndef PITH_SUMMARY_KEYPHRASE_H
#define PITH_SUMMARY_KEYPHRASE_H

#include "text/document.h"

/* What no text is about. */
enum { PITH__NO_KEY = PITH__MONTH | PITH__SPEECH_VERB | PITH__HONORIFIC };

typedef struct pith__keyphrase {
    uint32_t first, end; /* tokens of one occurrence */
    uint32_t count;
    uint32_t alike; /* how many of them are written in the same way as that one */
} pith__keyphrase;

typedef struct pith__keyphrases {
    PITH__ARRAY(pith__keyphrase) phrase; /* in the order of the text */
    uint32_t *best;        /* by term: number of the phrase with it that is said most, + 1; or 0 */
    uint32_t *first_token; /* by form */
} pith__keyphrases;

/* The maximal runs of up to four words that hold together, and the pairs in them: words that are
 * repeated so, and names. */
pith__keyphrases pith__keyphrases_find(pith__arena *scratch, const pith_document *document,
                                       uint64_t seed);

/* The phrase that says more than the term alone: one that most of its occurrences stand in, or the
 * full name of somebody whom the text calls by the last name afterwards. NULL if there is none. */
const pith__keyphrase *pith__keyphrase_of(const pith__keyphrases *phrases,
                                          const pith_document *document, uint32_t term);

/* How many bytes at the end of a token are a possessive 's. */
uint32_t pith__possessive(const pith_document *document, uint32_t token);

#endif
