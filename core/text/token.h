/* Sentences -> tokens: words, numbers and marks, without the white space. */
#ifndef PITH_TEXT_TOKEN_H
#define PITH_TEXT_TOKEN_H

#include "language/vocabulary.h"
#include "text/sentence.h"

/* 8 bytes, since a long text has millions: where it ends is start + forms[form].length. */
typedef struct pith__token {
    uint32_t start;
    uint32_t form; /* number in the document */
} pith__token;

/* So many more can be read behind the last; they begin behind every text. */
enum { PITH__TOKENS_PADDING = 8 };

/* The tokens of a text, those of sentence i from first[i] up to first[i + 1]. */
typedef struct pith__tokens {
    PITH__ARRAY(pith__token) token;
    uint32_t *first; /* sentences + 1 */
    uint32_t words;  /* tokens that are no punctuation */
    PITH__ARRAY(uint32_t)
    forms; /* number in the vocabulary of each form of the document, in the order of arrival; until
              the terms are found */
} pith__tokens;

/* A word is letters, digits and what joins them (it's, high-speed, 3.5, U.S., a@b.org, https://…);
 * 's is part of its word; Han, kana, Thai, Lao, Khmer and Burmese, which write no spaces, are cut
 * into runs of one script's letters, Han and kana into single characters. All else is punctuation:
 * one token for each character, a run of one repeated character ("...", "--") one token. */
pith__tokens pith__tokens_find(pith__arena *arena, pith__vocabulary *vocabulary, pith__text text,
                               pith__sentences sentences);

#endif
