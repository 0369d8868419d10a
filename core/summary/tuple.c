#include "summary/tuple.h"

#include <string.h>

#include "ground/table.h"

enum { FIRST = 64 /* rows that there is room for at first */ };

void pith__tuples_init(pith__tuples *tuples, pith__arena *arena, uint64_t seed)
{
    *tuples = (pith__tuples){.arena = arena, .seed = seed, .slots = pith__slots_make(arena, FIRST)};
}

static uint32_t hash_of(const pith__tuples *tuples, const pith__tuple *row)
{
    uint64_t halves[2];
    memcpy(halves, row, sizeof halves);
    uint64_t hash = pith__fold(halves[0] ^ tuples->seed, halves[1] ^ 0x9E3779B97F4A7C15u);
    return (uint32_t)(hash ^ hash >> 32);
}

static void widen(pith__tuples *tuples)
{
    tuples->slots = pith__slots_make(tuples->arena, tuples->slots.count);
    for (uint32_t i = 0; i < tuples->rows.count; i++)
        pith__slots_put(&tuples->slots, hash_of(tuples, &tuples->rows.items[i]), i);
}

uint32_t pith__tuple_intern(pith__tuples *tuples, const pith__tuple *row)
{
    if (pith__slots_are_full(&tuples->slots, tuples->rows.count))
        widen(tuples);
    uint32_t at = pith__slots_at(&tuples->slots, hash_of(tuples, row));
    for (uint32_t slot; (slot = tuples->slots.items[at]) != 0;
         at = pith__slots_behind(&tuples->slots, at)) {
        if (memcmp(&tuples->rows.items[slot - 1], row, sizeof *row) == 0)
            return slot - 1;
    }
    *pith__array_add(tuples->arena, &tuples->rows) = *row;
    return (tuples->slots.items[at] = tuples->rows.count) - 1;
}
