/* What speaks for or against a mention as the speaker of a content. */
#ifndef PITH_QUOTES_EVIDENCE_H
#define PITH_QUOTES_EVIDENCE_H

#include "quotes/person.h"

/* A bit each. */
typedef enum pith__evidence {
    PITH__BEFORE_VERB,    /* a verb of saying follows: "Xi, who was there, added" */
    PITH__AFTER_VERB,     /* a verb of saying goes before: "added Xi" */
    PITH__NEAREST,        /* no other candidate is nearer on its side */
    PITH__SECOND,         /* one is */
    PITH__OPENS,          /* it begins its sentence */
    PITH__IS_NAME,        /* it is a name */
    PITH__IS_PRONOUN,     /* a pronoun whose person is known */
    PITH__IS_NOBODY,      /* a pronoun whose person is not known */
    PITH__IS_DESCRIPTION, /* a description */
    PITH__IS_POSSESSIVE,  /* Xi's */
    PITH__IS_OBJECT,      /* a preposition goes before: "to Xi" */
    PITH__IS_QUOTED,      /* it is itself inside marks */
    PITH__SAME_SPEAKER,   /* its person said the content before */
    PITH__OTHER_TURN,     /* its person said the content before that, and not the one before */
    PITH__ADDRESSED,      /* its person is called by name in the content: "Listen, Tom, ..." */
    PITH__ANSWERS,        /* its person was called by name in the content before */
    PITH__FREQUENT,       /* the text names its person often */
    PITH__IS_RELATIVE,    /* it is "who" or "which" */
    PITH__IS_FAR,         /* it is the source that the content stage saw, not near the cue */
    PITH__CUE_SAYS,       /* the cue has a verb of saying that the language lists */
    PITH__IS_REPORTED,    /* the content has no marks */
    PITH__EVIDENCES
} pith__evidence;

static inline bool pith__is_seen(uint32_t evidence, pith__evidence which)
{
    return evidence >> which & 1;
}

/* By mention, what is seen of it whatever the content: its words, the words beside it, its person.
 * BEFORE_VERB is over adverbs, auxiliaries and one aside between commas. */
const uint32_t *pith__evidence_find(pith__arena *arena, const pith__words *words,
                                    const pith__mentions *mentions, const pith__persons *persons);

#endif
