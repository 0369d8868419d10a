#include "text/habit.h"

enum { EVIDENCE_LEAST = 2 }; /* once may be a slip of the pen */

void pith__habits_init(pith__habits *habits, pith__arena *arena, uint64_t seed)
{
    *habits = (pith__habits){.arena = arena};
    pith__table_init(&habits->words, arena, seed, 64);
}

/* Most texts have no such word at all. */
static uint32_t number_of(const pith__habits *habits, const pith__neighbour *word)
{
    return habits->counts.count ? pith__table_find(&habits->words, word->lower, word->lower_length)
                                : (uint32_t)PITH__ABSENT;
}

void pith__habits_count(pith__habits *habits, const pith__neighbour *word, bool goes_on)
{
    uint32_t number = number_of(habits, word);
    if (number == PITH__ABSENT) {
        if (!goes_on)
            return; /* nearly every word: not worth its memory */
        const char *copy = pith__arena_copy(habits->arena, word->lower, word->lower_length);
        number = pith__table_intern(&habits->words, copy, word->lower_length);
        *pith__array_add(habits->arena, &habits->counts) = (pith__habit){0, 0};
    }
    if (goes_on)
        habits->counts.items[number].goes_on++;
    else
        habits->counts.items[number].ends++;
}

bool pith__habits_abbreviate(const pith__habits *habits, const pith__neighbour *word)
{
    uint32_t number = number_of(habits, word);
    if (number == PITH__ABSENT)
        return false;
    pith__habit habit = habits->counts.items[number];
    return habit.goes_on >= EVIDENCE_LEAST && habit.goes_on > habit.ends;
}
