/* Forms of a document -> words as names need them: without the possessive, and comparable whatever
 * their case; with what can be told of them wherever they stand. */
#ifndef PITH_QUOTES_WORD_H
#define PITH_QUOTES_WORD_H

#include "text/document.h"

enum {
    PITH__PRONOUNS =
        PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL | PITH__PRONOUN_OTHER,
    PITH__GIVEN_NAMES = PITH__NAME_MALE | PITH__NAME_FEMALE,
    PITH__TITLES = PITH__HONORIFIC | PITH__ROLE,
    PITH__DETERMINERS = PITH__DETERMINER | PITH__INDEFINITE
};

/* Where a word can be part of a name; a bit each. quotes/run asks for them. */
typedef enum pith__naming {
    PITH__NAMES_INSIDE = 1,  /* behind another word of the name */
    PITH__NAMES_FIRST = 2,   /* as the first one */
    PITH__NAMES_OPENER = 4,  /* as the first one where a capital tells nothing */
    PITH__NAMES_PERHAPS = 8, /* what stands beside it or how it is written tells, and not these */
    PITH__IS_ORDINARY = 16   /* the document writes it mostly with a small letter; of others than
                                those that are written so */
} pith__naming;

/* 16 bytes: a pass over tokens looks at nothing else. */
typedef struct pith__word {
    uint32_t length;       /* bytes as written, without a possessive */
    uint32_t lower_length; /* bytes of the form in lower case, without it */
    uint32_t classes;      /* of the word without it */
    unsigned char shape;   /* a pith__shape */
    unsigned char naming;  /* pith__naming bits */
    bool possessive;
    bool quiet; /* no mention begins or ends at it because of it */
} pith__word;

typedef struct pith__words {
    const pith_document *document;
    const pith__lexicon *lexicon;
    const pith__token *tokens; /* of the document */
    const pith__word *of_form; /* by form of the document */
} pith__words;

pith__words pith__words_find(pith__arena *arena, const pith__lexicon *lexicon,
                             const pith_document *document);

static inline const pith__word *pith__word_at(const pith__words *words, uint32_t token)
{
    return &words->of_form[words->tokens[token].form];
}

static inline bool pith__word_is_capital(const pith__word *word)
{
    return word->shape == PITH__CAPITAL || word->shape == PITH__UPPER;
}

/* No name where it stands first in a sentence: the document writes it mostly with a small letter.
 */
static inline bool pith__word_is_ordinary(const pith__word *word)
{
    return word->shape == PITH__LOWER || word->naming & PITH__IS_ORDINARY;
}

/* A determiner that names nobody else than another one does: "the" and "a", but neither "another"
 * nor "his". */
static inline bool pith__word_is_article(const pith__word *word)
{
    enum { ARTICLE_MAX = 2 /* bytes of an indefinite one: a, an, un */ };
    return word->classes & PITH__DETERMINERS &&
           ((word->classes & PITH__DETERMINER && !(word->classes & PITH__PRONOUNS)) ||
            (word->classes & PITH__INDEFINITE && word->length <= ARTICLE_MAX));
}

#endif
