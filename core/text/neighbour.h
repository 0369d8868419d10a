/* The words beside a place in the text: how they are written and what the lexicon knows of them. */
#ifndef PITH_TEXT_NEIGHBOUR_H
#define PITH_TEXT_NEIGHBOUR_H

#include "ground/span.h"
#include "language/language.h"
#include "text/decode.h"

enum { PITH__NEIGHBOUR_MAX = 48 }; /* bytes; what is longer is no word of the lists */

typedef enum pith__letter_case {
    PITH__CASELESS, /* a letter of a script without case */
    PITH__LOWER_CASE,
    PITH__UPPER_CASE,
    PITH__DIGIT,
    PITH__NO_LETTER
} pith__letter_case;

typedef struct pith__neighbour {
    pith_span span;                          /* empty if there is no word */
    pith__letter_case first;                 /* of its first character */
    uint32_t letters, uppers, digits, stops; /* how many characters of it are that */
    uint32_t marks;   /* of the letters: those that are written over, under or behind another */
    bool vowel;       /* holds a vowel, or a letter that may be one */
    uint32_t classes; /* pith__class bits */
    uint32_t lower_length;
    char lower[PITH__NEIGHBOUR_MAX * 2]; /* in lower case, with ' for every apostrophe, and a NUL */
} pith__neighbour;

/* Where to look: not before the sentence, not behind the paragraph. */
typedef struct pith__vicinity {
    const pith__lexicon *lexicon;
    pith__text text;
    uint32_t start, end;
} pith__vicinity;

/* The word that ends at `end`: letters, digits and what joins them ("u.s", "3,000", "z.b"). */
pith_span pith__word_before(const pith__vicinity *vicinity, uint32_t end);

/* The word that begins at `start`; stops and hyphens end it. */
pith_span pith__word_from(const pith__vicinity *vicinity, uint32_t start);

/* Reads the word of these bytes into *word. */
void pith__neighbour_read(const pith__vicinity *vicinity, pith_span span, pith__neighbour *word);

static inline pith__neighbour pith__neighbour_of(const pith__vicinity *vicinity, pith_span span)
{
    pith__neighbour word;
    pith__neighbour_read(vicinity, span, &word);
    return word;
}

static inline pith__neighbour pith__neighbour_before(const pith__vicinity *vicinity, uint32_t end)
{
    return pith__neighbour_of(vicinity, pith__word_before(vicinity, end));
}

static inline pith__neighbour pith__neighbour_from(const pith__vicinity *vicinity, uint32_t start)
{
    return pith__neighbour_of(vicinity, pith__word_from(vicinity, start));
}

/* The word before a word of the same sentence. */
pith__neighbour pith__neighbour_earlier(const pith__vicinity *vicinity,
                                        const pith__neighbour *word);

/* Where the text before `at` ends when white space is left out. */
uint32_t pith__back_over_space(const pith__vicinity *vicinity, uint32_t at);

static inline bool pith__neighbour_has(const pith__neighbour *word, uint32_t classes)
{
    return (word->classes & classes) != 0;
}

bool pith__neighbour_is_number(const pith__neighbour *word);
bool pith__neighbour_is_roman(const pith__neighbour *word);   /* XIV */
bool pith__neighbour_is_acronym(const pith__neighbour *word); /* U.S, Ph.D, a.m */
bool pith__neighbour_is_camel(const pith__neighbour *word);   /* iPhone, eBay */

#endif
