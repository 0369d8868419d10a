/* A hash table whose keys its owner keeps, numbers and compares: where to look for a number. */
#ifndef PITH_GROUND_SLOTS_H
#define PITH_GROUND_SLOTS_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/arena.h"

typedef struct pith__slots {
    uint32_t *items; /* number + 1, or 0; open addressing by the owner's hash */
    uint32_t count;  /* a power of two */
} pith__slots;

/* expected: how many numbers are likely. */
static inline pith__slots pith__slots_make(pith__arena *arena, uint32_t expected)
{
    enum { MIN = 64 };
    pith__slots slots = {.count = MIN};
    while (slots.count / 3 * 2 < expected) {
        if (slots.count > UINT32_MAX / 4)
            pith__trap_spring(arena->trap, PITH__TOO_LARGE);
        slots.count *= 2;
    }
    slots.items = pith__arena_zero(arena, slots.count, sizeof *slots.items);
    return slots;
}

/* Whether two thirds are taken: then the owner makes some for twice as many, and puts all into
 * them. */
static inline bool pith__slots_are_full(const pith__slots *slots, uint32_t taken)
{
    return taken >= slots->count / 3 * 2;
}

/* The first place to look for a hash, and the one behind a place: an empty one is the last. */
static inline uint32_t pith__slots_at(const pith__slots *slots, uint32_t hash)
{
    return hash & (slots->count - 1);
}

static inline uint32_t pith__slots_behind(const pith__slots *slots, uint32_t at)
{
    return (at + 1) & (slots->count - 1);
}

/* Puts a number that is not there yet. */
static inline void pith__slots_put(pith__slots *slots, uint32_t hash, uint32_t number)
{
    uint32_t at = pith__slots_at(slots, hash);
    while (slots->items[at])
        at = pith__slots_behind(slots, at);
    slots->items[at] = number + 1;
}

#endif
