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

/* A new person who is known by that key. */
uint32_t pith__gather_new(pith__gathering *g, uint32_t mention, uint32_t key);

/* Whom a pronoun means, or PITH_NONE; how sure that is goes to the certainty of the mention. */
uint32_t pith__of_pronoun(pith__gathering *g, uint32_t mention);

/* Whom a description means: "the Chinese president". */
uint32_t pith__of_description(pith__gathering *g, uint32_t mention);

#endif
