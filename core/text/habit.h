/* What a text shows of its own words, before it is split: which are written with a stop that ends
 * nothing, and which of those that follow a doubtful stop are elsewhere written small. Kiss &
 * Strunk 2006 (Punkt) collect the same; here only words that a stop makes doubtful are counted, so
 * that most texts cost one look at their stops. */
#ifndef PITH_TEXT_HABIT_H
#define PITH_TEXT_HABIT_H

#include "text/neighbour.h"

/* How often a word stood in the text, in any case. */
typedef struct pith__habit {
    uint32_t goes_on;  /* with a stop, and a small letter or a comma behind it */
    uint32_t numbered; /* with a stop, and a number behind it */
    uint32_t stopped;  /* with a stop, and anything else behind it */
    uint32_t small;    /* without a stop, in small letters */
    uint32_t capital;  /* without a stop, with a capital, behind a word */
} pith__habit;

enum { PITH__HABIT_BITS = 1 << 14 };

typedef struct pith__habits {
    pith__vicinity all;                     /* the part of the text that is looked at */
    pith__table words;                      /* in lower case */
    pith__habit *counts;                    /* by number of the word; NULL: not yet counted */
    uint64_t lengths;                       /* that they have, a bit each */
    uint64_t filter[PITH__HABIT_BITS / 64]; /* no other word has any, told by its shape */
    uint32_t going_on, numbered; /* words of two bytes or more with a stop, as in a habit */
    bool stray_stops; /* stops stand within sentences, as where lines were joined by them */
} pith__habits;

/* Looks at the stops of the text, at no more than the first part of a long one, and finds the words
 * that these make doubtful. */
void pith__habits_gather(pith__habits *habits, pith__arena *arena, const pith__lexicon *lexicon,
                         pith__text text);

/* False: nothing is known of the word, of which `end` is the end in any case. */
bool pith__habits_may_have(const pith__habits *habits, const char *end, uint32_t length);

/* False: the text uses no word as an abbreviation. */
bool pith__habits_may_abbreviate(const pith__habits *habits, bool informed);

/* What is known of a word in lower case; NULL if nothing made it doubtful. Few texts ask; the first
 * time that one does, the words that are doubtful are counted. */
const pith__habit *pith__habit_of(pith__habits *habits, const pith__neighbour *word);

/* Does the text use the word as an abbreviation? informed: the lexicon has the usual ones. */
bool pith__habit_abbreviates(const pith__habit *habit, uint32_t letters, bool informed);

#endif
