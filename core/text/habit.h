/* What this text has shown so far of its words with a stop: a word whose stop a small letter often
 * follows is an abbreviation, listed or not (Kiss & Strunk 2006 call it the orthographic
 * heuristic). */
#ifndef PITH_TEXT_HABIT_H
#define PITH_TEXT_HABIT_H

#include "text/neighbour.h"

typedef struct pith__habit {
    uint32_t goes_on; /* times that a small letter came behind the stop */
    uint32_t ends;    /* times since then that the stop ended a sentence */
} pith__habit;

typedef struct pith__habits {
    pith__arena *arena; /* of the words and counts */
    pith__table words;
    PITH__ARRAY(pith__habit) counts; /* by number of the word */
} pith__habits;

void pith__habits_init(pith__habits *habits, pith__arena *arena, uint64_t seed);

/* Counts the word of one stop. */
void pith__habits_count(pith__habits *habits, const pith__neighbour *word, bool goes_on);

/* Has the text used the word as an abbreviation, more often than not? */
bool pith__habits_abbreviate(const pith__habits *habits, const pith__neighbour *word);

#endif
