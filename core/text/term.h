/* Tokens -> terms: what a text is about, each stem that is no stop word and no punctuation. */
#ifndef PITH_TEXT_TERM_H
#define PITH_TEXT_TERM_H

#include "text/token.h"

typedef struct pith__term {
    uint32_t stem;  /* as in its forms */
    uint32_t form;  /* the document's form that stands for it most often, the earliest on a tie */
    uint32_t count; /* occurrences */
    uint32_t sentences; /* sentences with it */
} pith__term;

/* A form of the document, in 64 bytes; strings are the document's own. */
typedef struct pith__document_form {
    const char *lower;           /* NUL-terminated; these, if they hold it: */
    char lower_head[PITH__HEAD]; /* from here on to `stem` as in the vocabulary */
    uint32_t length;             /* bytes as written */
    uint32_t lower_length;
    uint32_t classes; /* pith__class bits */
    uint32_t hash;    /* of the lower case */
    pith__spelling spelling;
    unsigned char kind, learnt;
    unsigned char shape; /* a pith__shape */
    bool apostrophe : 1, telling : 1, small : 1;
    unsigned char naming : 5;
    uint32_t term;  /* number of the term, or PITH_NONE */
    uint32_t stem;  /* in the vocabulary, while that remembers the text */
    uint64_t count; /* occurrences */
} pith__document_form;

/* Whether the form begins with a capital. */
static inline bool pith__is_capital(const pith__document_form *form)
{
    return form->shape == PITH__CAPITAL || form->shape == PITH__UPPER;
}

typedef struct pith__terms {
    PITH__ARRAY(pith__term) term;
    PITH__ARRAY(pith__document_form) form;
} pith__terms;

/* Takes the vocabulary's numbers of forms from the tokens. */
pith__terms pith__terms_find(pith__arena *arena, pith__arena *scratch, pith__vocabulary *vocabulary,
                             pith__tokens *tokens, uint32_t sentence_count);

/* The term of a stem of the vocabulary, or PITH_NONE. Right after pith__terms_find only. */
uint32_t pith__term_of(const pith__vocabulary *vocabulary, const pith__terms *terms, uint32_t stem);

#endif
