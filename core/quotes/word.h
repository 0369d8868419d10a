/* Forms of a document -> words as names need them: without the possessive, and comparable whatever
 * their case; with what can be told of them wherever they stand. */
#ifndef PITH_QUOTES_WORD_H
#define PITH_QUOTES_WORD_H

#include "language/capital.h"
#include "text/document.h"

/* 16 bytes: a pass over tokens looks at nothing else. */
typedef struct pith__word {
    uint32_t length;       /* bytes as written, without a possessive */
    uint32_t lower_length; /* bytes of the form in lower case, without it */
    uint32_t classes;      /* of the word without it */
    unsigned char shape;   /* a pith__shape */
    unsigned char naming;  /* pith__naming bits */
    bool possessive;
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

/* "J." in a name, or a sign in it. */
static inline bool pith__is_initial(const pith__words *words, uint32_t token)
{
    const pith__word *word = pith__word_at(words, token);
    const pith__document_form *whole = pith__token_form(words->document, token);
    return word->shape == PITH__PUNCTUATION || word->length == 1 ||
           (whole->length == 2 && whole->lower[1] == '.');
}

/* Whether the document writes a word mostly with a small letter. */
static inline bool pith__is_ordinary_form(const pith_document *document,
                                          const pith__document_form *form)
{
    if (form->term == PITH_NONE)
        return false;
    const pith__term *term = &document->terms.term.items[form->term];
    return document->terms.form.items[term->form].shape == PITH__LOWER;
}

/* No name where it stands first in a sentence: the document writes it mostly with a small letter.
 */
static inline bool pith__is_ordinary(const pith_document *document, uint32_t token)
{
    const pith__document_form *form = pith__token_form(document, token);
    return form->shape == PITH__LOWER || pith__is_ordinary_form(document, form);
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
