#include "summary/tuple.h"

#include <string.h>

#include "ground/table.h"

enum { SLOTS_FIRST = 128 };

void pith__tuples_init(pith__tuples *tuples, pith__arena *arena, uint64_t seed)
{
    *tuples = (pith__tuples){.arena = arena, .seed = seed, .slot_count = SLOTS_FIRST};
    tuples->slots = pith__arena_zero(arena, SLOTS_FIRST, sizeof *tuples->slots);
}

/* Where the row is, or where it would be. */
static uint32_t *slot_of(const pith__tuples *tuples, const pith__tuple *row)
{
    uint64_t halves[2];
    memcpy(halves, row, sizeof halves);
    uint64_t hash = pith__fold(halves[0] ^ tuples->seed, halves[1] ^ 0x9E3779B97F4A7C15u);
    uint32_t mask = tuples->slot_count - 1, at = (uint32_t)(hash ^ hash >> 32) & mask;
    while (tuples->slots[at] &&
           memcmp(&tuples->rows.items[tuples->slots[at] - 1], row, sizeof *row) != 0)
        at = (at + 1) & mask;
    return &tuples->slots[at];
}

static void grow(pith__tuples *tuples)
{
    if (tuples->slot_count > UINT32_MAX / 4)
        pith__trap_spring(tuples->arena->trap, PITH__TOO_LARGE);
    tuples->slot_count *= 4;
    tuples->slots = pith__arena_zero(tuples->arena, tuples->slot_count, sizeof *tuples->slots);
    for (uint32_t i = 0; i < tuples->rows.count; i++)
        *slot_of(tuples, &tuples->rows.items[i]) = i + 1;
}

uint32_t pith__tuple_intern(pith__tuples *tuples, const pith__tuple *row)
{
    uint32_t *slot = slot_of(tuples, row);
    if (*slot)
        return *slot - 1;
    *pith__array_add(tuples->arena, &tuples->rows) = *row;
    *slot = tuples->rows.count;
    if (tuples->rows.count > tuples->slot_count / 2)
        grow(tuples);
    return tuples->rows.count - 1;
}
