/* Words as they are written, looked up once an engine: their lower case, stem and classes. A stem
 * costs about 120 ns, a look-up here about 20. */
#ifndef PITH_LANGUAGE_VOCABULARY_H
#define PITH_LANGUAGE_VOCABULARY_H

#include "language/language.h"

/* How a form is written. */
typedef enum pith__shape {
    PITH__LOWER,   /* begins with a small letter, or a letter without case */
    PITH__CAPITAL, /* Begins with a capital, the rest is not all capitals; or is a single capital
                      letter */
    PITH__UPPER,   /* TWO CAPITALS OR MORE and no small letter */
    PITH__NUMBER,  /* begins with a digit */
    PITH__PUNCTUATION
} pith__shape;

typedef struct pith__form {
    const char *lower; /* lower case, NUL-terminated */
    uint32_t lower_length;
    uint32_t length;  /* bytes as written */
    uint32_t stem;    /* number of the stem in the vocabulary */
    uint32_t classes; /* pith__class bits of the lower case */
    pith__shape shape;
    uint32_t document; /* its number in the text that was cut last, if that has it: text/token.c */
} pith__form;

typedef struct pith__vocabulary {
    pith__arena *arena;
    pith__lexicon lexicon;
    struct sb_stemmer *stemmer;    /* NULL: a word is its own stem */
    pith__table written;           /* forms as written */
    PITH__ARRAY(pith__form) forms; /* by number in `written` */
    pith__table stems;
    PITH__ARRAY(uint32_t)
    terms; /* by number of the stem: its term in the text that was read last, if it has one there:
              text/term.c */
} pith__vocabulary;

/* The vocabulary owns nothing but arena memory and the stemmer, which pith__vocabulary_free gives
 * back. */
void pith__vocabulary_init(pith__vocabulary *vocabulary, pith__arena *arena, uint64_t seed,
                           const pith__language *language, const char *stopwords,
                           size_t stopwords_length);
void pith__vocabulary_free(pith__vocabulary *vocabulary);

/* The number of a form; the word is copied when it is new. */
uint32_t pith__vocabulary_form(pith__vocabulary *vocabulary, const char *word, size_t length);

#endif
