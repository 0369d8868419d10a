/* One pass over the tokens of a document, sentence by sentence, that gathers mentions. */
#ifndef PITH_QUOTES_SCAN_H
#define PITH_QUOTES_SCAN_H

#include "quotes/mention.h"

typedef struct pith__scan {
    pith__arena *arena;
    const pith__words *words;
    const pith_document *document;
    const pith__token *tokens; /* of the document */
    const pith__word *of_form; /* the words */
    const char *text;
    uint8_t *inner;  /* by form: whether it stands where no sentence, quotation or title begins in
                        the sentences that were looked at for that; NULL if none was */
    uint32_t looked; /* how many were */
    pith__mentions mentions;
    PITH__ARRAY(pith__mention) covered; /* full names that longer mentions took in */
    uint32_t sentence, first, end;      /* tokens of the sentence */
    uint32_t mark, next_mark;           /* the next mark, and where it stands */
    uint32_t quoted_until;              /* byte where the marked region ends that was opened last */
    bool english;                       /* elsewhere word order names the sources: quotes/subject */
    bool nouns;                         /* all nouns have capitals */
    bool genitive; /* a noun stands behind another without a small word: председатель совета */
} pith__scan;

/* A scan that has no mentions yet, at the first sentence. */
pith__scan pith__scan_open(pith__arena *arena, const pith__words *words);

/* Goes on to a sentence. */
static inline void pith__scan_turn(pith__scan *s, uint32_t sentence)
{
    s->sentence = sentence;
    s->first = s->document->tokens.first[sentence];
    s->end = s->document->tokens.first[sentence + 1];
}

static inline const pith__word *pith__scan_word(const pith__scan *s, uint32_t token)
{
    return &s->of_form[s->tokens[token].form];
}

static inline uint32_t pith__scan_classes(const pith__scan *s, uint32_t token)
{
    return pith__scan_word(s, token)->classes;
}

static inline pith__shape pith__scan_shape(const pith__scan *s, uint32_t token)
{
    return (pith__shape)pith__scan_word(s, token)->shape;
}

static inline bool pith__scan_is_capital(const pith__scan *s, uint32_t token)
{
    return pith__word_is_capital(pith__scan_word(s, token));
}

static inline char pith__scan_byte(const pith__scan *s, uint32_t token)
{
    return s->text[s->tokens[token].start];
}

static inline bool pith__scan_is_stop(const pith__scan *s, uint32_t token)
{
    return pith__scan_shape(s, token) == PITH__PUNCTUATION && pith__scan_byte(s, token) == '.';
}

/* day, year: no noun that says anything */
bool pith__scan_is_time(const pith__scan *s, uint32_t token);

/* who, which */
static inline bool pith__scan_is_relative(const pith__scan *s, uint32_t token)
{
    uint32_t classes = pith__scan_classes(s, token);
    return classes & PITH__PRONOUN_OTHER && classes & PITH__COMPLEMENTIZER;
}

/* Where a capital tells nothing: the first word of a sentence, of a quotation, after a colon. */
static inline bool pith__scan_opens(const pith__scan *s, uint32_t token)
{
    bool behind = token > s->first; /* without a branch, for no processor can guess it */
    return !behind | (pith__scan_shape(s, token - behind) == PITH__PUNCTUATION);
}

/* The apostrophe of "Sanders' campaign". */
static inline bool pith__scan_is_possessor(const pith__scan *s, uint32_t token)
{
    if (token == 0 || token + 1 >= s->end)
        return false;
    const char *mark = s->text + s->tokens[token].start;
    if (*mark != '\'' && memcmp(mark, "\xE2\x80\x99", 3) != 0)
        return false;
    return mark > s->text && mark[-1] == 's' &&
           pith__scan_shape(s, token + 1) != PITH__PUNCTUATION &&
           s->text[pith__token_span(s->document, token).end] == ' ';
}

/* Bytes of tokens first to end, without a possessive. */
static inline pith_span pith__scan_span(const pith__scan *s, uint32_t first, uint32_t end)
{
    if (first == end)
        return (pith_span){0, 0};
    return (pith_span){s->tokens[first].start,
                       s->tokens[end - 1].start + pith__scan_word(s, end - 1)->length};
}

/* What the classes of a word tell. */
static inline pith__gender pith__gender_of(uint32_t classes)
{
    if (classes & PITH__PRONOUN_PLURAL)
        return PITH__PLURAL;
    bool male = classes & (PITH__NAME_MALE | PITH__PRONOUN_MALE);
    bool female = classes & (PITH__NAME_FEMALE | PITH__PRONOUN_FEMALE);
    return male == female ? PITH__UNKNOWN : male ? PITH__MALE : PITH__FEMALE;
}

/* Adds a mention of the sentence, if it is a pronoun without its gender; those that turn out to be
 * a part of it are taken back. */
pith__mention *pith__scan_add(pith__scan *s, pith__mention_kind kind, uint32_t first, uint32_t end);

/* Notes the full names among some mentions that go because a longer one covers them. */
void pith__scan_cover(pith__scan *s, uint32_t from, uint32_t until);

/* The mentions, with the names that are covered behind them. */
pith__mentions pith__scan_close(pith__scan *s);

/* Whether the mention before the last one, which begins at the token, ends there or before a mark
 * there: "Ann Lee, who". */
bool pith__scan_follows(const pith__scan *s, uint32_t token);

#endif
