/* The persons of a text while they are gathered from its mentions, in the order of the text. */
#ifndef PITH_QUOTES_GATHERING_H
#define PITH_QUOTES_GATHERING_H

#include "quotes/register.h"

enum { PITH__RECENT_MAX = 10 /* persons that a pronoun or a description can mean */ };

typedef struct pith__gathering {
    pith__arena *arena, *scratch;
    const pith__words *words;
    const pith_document *document;
    const pith__mentions *mentions;
    pith__persons persons;
    pith__register known;
    uint32_t *phrase; /* by mention: the key of its words, or PITH_NONE before it is made */
    uint32_t recent[PITH__RECENT_MAX]; /* persons, the latest first; no one twice */
    uint32_t recent_count;
} pith__gathering;

/* The key of the words of a mention but for articles, in lower case: of a body's name, of all
 * others' whole span. */
uint32_t pith__phrase_key(pith__gathering *g, uint32_t mention);

/* The same with a word, or PITH_NONE, in place of the first one. */
uint32_t pith__phrase_key_of(pith__gathering *g, uint32_t mention, uint32_t owner);

/* A new person who is known by that key. */
uint32_t pith__gather_new(pith__gathering *g, uint32_t mention, uint32_t key);

typedef struct pith__likely {
    uint32_t person;   /* or PITH_NONE */
    uint8_t certainty; /* in hundredths */
} pith__likely;

/* How near the person of that rank among the recent ones is to a mention that names nobody: the
 * nearest, subjects before others. The round numbers came from a coordinate search over novels and
 * news. */
int pith__nearness(const pith__gathering *g, const pith__mention *m, uint32_t rank);

/* How sure the nearest person is, in hundredths: the more, the farther behind the next one is. */
uint8_t pith__certainty_of_lead(int lead);

/* Of the recent persons but one the likeliest for a pronoun with a gender. */
pith__likely pith__likeliest(pith__gathering *g, const pith__mention *pronoun, uint32_t other_than);

/* Whom a pronoun means, or PITH_NONE; how sure that is goes to the certainty of the mention. */
uint32_t pith__of_pronoun(pith__gathering *g, uint32_t mention);

/* Whether the role that the person was introduced with has the token's word, or a short form of it:
 * Sen. for the senator. */
bool pith__has_office(const pith__gathering *g, const pith__person *person, uint32_t token);

/* Whom a description means: "the Chinese president". */
uint32_t pith__of_description(pith__gathering *g, uint32_t mention);

#endif
