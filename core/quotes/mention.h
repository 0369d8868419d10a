/* Document -> mentions: the places that can name a speaker. */
#ifndef PITH_QUOTES_MENTION_H
#define PITH_QUOTES_MENTION_H

#include "quotes/word.h"

/* A byte each. */
typedef enum __attribute__((packed)) pith__mention_kind {
    PITH__NAME, /* Dina Boluarte, Mr Xi, Ms. Boluarte */
    PITH__BODY, /* an organisation or group: the ministry, Amnesty International, police, Chinese
                   experts */
    PITH__DESCRIPTION, /* the Peruvian president, a spokeswoman for the port, the 43-year-old */
    PITH__PRONOUN      /* she */
} pith__mention_kind;

typedef enum __attribute__((packed)) pith__gender {
    PITH__UNKNOWN,
    PITH__MALE,
    PITH__FEMALE,
    PITH__PLURAL
} pith__gender;

/* 40 bytes, since a long text has hundreds of thousands. */
typedef struct pith__mention {
    uint32_t first, end; /* tokens of the whole mention */
    uint32_t sentence;
    pith_span span; /* the same in bytes, a possessive 's not included */
    pith_span name; /* of a NAME or BODY: the name without role and honorific; else empty */
    pith_span
        role; /* the role or description in it or next to it ("Peruvian President"), or empty */
    pith__mention_kind kind;
    pith__gender gender;
    bool quoted : 1;     /* it stands inside marked speech */
    bool possessive : 1; /* Boluarte's; a Dina Boluarte fund */
    bool relative : 1;   /* who, which: what the mention before it means */
    bool speaks : 1;     /* next to a verb of saying: "Xi said", "said Xi" */
} pith__mention;

/* The token with which the name in a mention begins. tokens: of the document. */
static inline uint32_t pith__name_token(const pith__token *tokens, const pith__mention *m)
{
    uint32_t t = m->first;
    while (t < m->end && tokens[t].start < m->name.start)
        t++;
    return t;
}

static inline bool pith__begins_with_given_name(const pith__words *words, const pith__mention *m)
{
    uint32_t first = pith__name_token(words->tokens, m);
    return pith__word_at(words, first)->classes & PITH__GIVEN_NAMES;
}

/* Behind its mentions, which do not overlap and stand in the order of the document, it has the full
 * names that are covered by longer ones: "Ann Lee" in "Ann Lee's lawyer". They tell how persons are
 * called and can be nobody who speaks. */
typedef struct pith__mentions {
    pith__mention *items;
    uint32_t count, room;
    uint32_t covered; /* names behind the mentions */
} pith__mentions;

pith__mentions pith__mentions_find(pith__arena *arena, const pith__words *words);

/* The first mention that begins at the byte or later. */
uint32_t pith__mention_at(const pith__mentions *mentions, uint32_t byte);

#endif
