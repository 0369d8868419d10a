/* Forms of a document -> words as names need them: without the possessive, and comparable whatever
 * their case. */
#ifndef PITH_QUOTES_WORD_H
#define PITH_QUOTES_WORD_H

#include "text/document.h"

enum {
    PITH__PRONOUNS =
        PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL | PITH__PRONOUN_OTHER
};

typedef struct pith__word {
    uint32_t classes;      /* of the word without its possessive */
    uint32_t length;       /* bytes as written, without the possessive */
    uint32_t lower_length; /* bytes of the form in lower case, without it */
    uint32_t inner;        /* how often it stands where no sentence, quotation or title begins */
    bool possessive;
    bool ordinary; /* the document writes it mostly with a small letter: no name where it stands
                      first in a sentence */
} pith__word;

typedef struct pith__words {
    const pith_document *document;
    const pith__lexicon *lexicon;
    const pith__word *of_form; /* by form of the document */
} pith__words;

pith__words pith__words_find(pith__arena *arena, const pith__lexicon *lexicon,
                             const pith_document *document);

static inline const pith__word *pith__word_at(const pith__words *words, uint32_t token)
{
    return &words->of_form[words->document->tokens.token.items[token].form];
}

#endif
