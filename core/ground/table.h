/* Interning: byte strings to dense numbers 0, 1, 2, … in the order of first arrival.
 *
 * Open addressing; the hash is seeded, so that a hostile text cannot choose its collisions; numbers
 * never depend on the seed. The strings are borrowed: they have to live as long as the table. */
#ifndef PITH_GROUND_TABLE_H
#define PITH_GROUND_TABLE_H

#include "ground/array.h"

#define PITH__ABSENT UINT32_MAX

typedef struct pith__key {
    const char *bytes;
    uint32_t length, hash;
} pith__key;

typedef struct pith__table {
    pith__arena *arena;
    uint64_t seed;
    uint64_t *slots; /* hash of the key and, in the low half, its number + 1; or 0. A power of two
                        of them */
    uint32_t slot_count;
    PITH__ARRAY(pith__key) keys;
} pith__table;

/* expected: how many keys are likely; any number may be added. */
void pith__table_init(pith__table *table, pith__arena *arena, uint64_t seed, uint32_t expected);

/* The number of the key, added when it is new. A new key is keys.items[number]: its bytes may be
 * replaced there by an equal string that lives longer. */
uint32_t pith__table_intern(pith__table *table, const char *bytes, size_t length);

/* The same; a new key is copied into the table's arena, with a NUL behind it. */
uint32_t pith__table_intern_copy(pith__table *table, const char *bytes, size_t length);

/* A seeded hash of bytes. */
uint32_t pith__hash(uint64_t seed, const char *bytes, size_t length);

/* Asks memory for the slot where a key would be, which is looked for soon. */
static inline void pith__table_ask(const pith__table *table, const char *bytes, size_t length)
{
    __builtin_prefetch(
        &table->slots[pith__hash(table->seed, bytes, length) & (table->slot_count - 1)]);
}

/* The number of the key, or PITH__ABSENT. */
uint32_t pith__table_find(const pith__table *table, const char *bytes, size_t length);

/* What it is made of: the two halves of a 128-bit product, xored (after wyhash, Wang Yi, public
 * domain). */
static inline uint64_t pith__fold(uint64_t a, uint64_t b)
{
    __uint128_t product = (__uint128_t)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* A hash without a seed, for tables that are made once for all: FNV-1a, its halves mixed. */
uint32_t pith__fixed_hash(const char *bytes, size_t length);

/* The same in parts: from PITH__FIXED_HASH on, some bytes each, and the end. */
#define PITH__FIXED_HASH 2166136261u

static inline uint32_t pith__fixed_hash_add(uint32_t state, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        state = (state ^ (unsigned char)bytes[i]) * 16777619u;
    return state;
}

static inline uint32_t pith__fixed_hash_end(uint32_t state)
{
    state ^= state >> 15;
    state *= 0x2C1B3C6Du;
    return state ^ state >> 16;
}

/* A seed that another process cannot foresee. */
uint64_t pith__table_seed(void);

#endif
