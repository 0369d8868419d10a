/* One pass over the tokens of a document, sentence by sentence, that gathers mentions. */
#ifndef PITH_QUOTES_SCAN_H
#define PITH_QUOTES_SCAN_H

#include "quotes/mention.h"

enum {
    PITH__GIVEN_NAMES = PITH__NAME_MALE | PITH__NAME_FEMALE,
    PITH__TITLES = PITH__HONORIFIC | PITH__ROLE,
    PITH__DETERMINERS = PITH__DETERMINER | PITH__INDEFINITE
};

typedef struct pith__scan {
    pith__arena *arena;
    const pith__words *words;
    const pith_document *document;
    pith__mentions mentions;
    uint32_t sentence, first, end; /* tokens of the sentence */
    uint32_t mark;                 /* the next mark */
    uint32_t quoted_until;         /* byte where the marked region ends that was opened last */
    bool english;                  /* elsewhere word order names the sources: quotes/subject */
    bool nouns;                    /* all nouns have capitals */
    bool genitive; /* a noun stands behind another without a small word: председатель совета */
} pith__scan;

static inline const pith__word *pith__scan_word(const pith__scan *s, uint32_t token)
{
    return pith__word_at(s->words, token);
}

static inline uint32_t pith__scan_classes(const pith__scan *s, uint32_t token)
{
    return pith__word_at(s->words, token)->classes;
}

static inline pith__shape pith__scan_shape(const pith__scan *s, uint32_t token)
{
    return pith__token_form(s->document, token)->shape;
}

static inline bool pith__scan_is_capital(const pith__scan *s, uint32_t token)
{
    return pith__is_capital(pith__token_form(s->document, token));
}

static inline char pith__scan_byte(const pith__scan *s, uint32_t token)
{
    return s->document->text.bytes[s->document->tokens.token.items[token].start];
}

static inline bool pith__scan_is_stop(const pith__scan *s, uint32_t token)
{
    return pith__scan_shape(s, token) == PITH__PUNCTUATION && pith__scan_byte(s, token) == '.';
}

/* who, which */
static inline bool pith__scan_is_relative(const pith__scan *s, uint32_t token)
{
    uint32_t classes = pith__scan_classes(s, token);
    return classes & PITH__PRONOUN_OTHER && classes & PITH__COMPLEMENTIZER;
}

/* Where a capital tells nothing: the first word of a sentence, of a quotation, after a colon. */
static inline bool pith__scan_opens(const pith__scan *s, uint32_t token)
{
    return token == s->first || pith__scan_shape(s, token - 1) == PITH__PUNCTUATION;
}

/* The apostrophe of "Sanders' campaign". */
bool pith__scan_is_possessor(const pith__scan *s, uint32_t token);

/* Bytes of tokens first to end, without a possessive. */
pith_span pith__scan_span(const pith__scan *s, uint32_t first, uint32_t end);

/* What the classes of a word tell. */
pith__gender pith__gender_of(uint32_t classes);

/* Adds a mention of the sentence; those that turn out to be a part of it are taken back. */
pith__mention *pith__scan_add(pith__scan *s, pith__mention_kind kind, uint32_t first, uint32_t end);

/* Whether the mention before the last one, which begins at the token, ends there or before a mark
 * there: "Ann Lee, who". */
bool pith__scan_follows(const pith__scan *s, uint32_t token);

#endif
