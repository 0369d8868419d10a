#define _DEFAULT_SOURCE /* getentropy */
#include "ground/table.h"

#include <stdbool.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static uint64_t load4(const char *bytes)
{
    uint32_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static uint64_t load8(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* 1 to 8 bytes in a word; those in the middle of a piece of 5 to 7 are read twice. */
static inline uint64_t load(const char *bytes, size_t length)
{
    if (length >= 4)
        return load4(bytes) << 32 | load4(bytes + length - 4);
    if (!length)
        return 0;
    return (uint64_t)(unsigned char)bytes[0] << 16 |
           (uint64_t)(unsigned char)bytes[length / 2] << 8 | (unsigned char)bytes[length - 1];
}

static inline uint32_t hash_of(uint64_t seed, const char *bytes, size_t length)
{
    uint64_t state = seed ^ length;
    for (; length > 8; bytes += 8, length -= 8)
        state = pith__fold(state ^ load8(bytes), 0x9E3779B97F4A7C15u);
    state = pith__fold(state ^ load(bytes, length), 0xE7037ED1A0B428DBu ^ seed);
    return (uint32_t)(state ^ (state >> 32));
}

uint32_t pith__hash(uint64_t seed, const char *bytes, size_t length)
{
    return hash_of(seed, bytes, length);
}

uint32_t pith__fixed_hash(const char *bytes, size_t length)
{
    return pith__fixed_hash_end(pith__fixed_hash_add(PITH__FIXED_HASH, bytes, length));
}

uint64_t pith__table_seed(void)
{
    uint64_t seed;
    if (getentropy(&seed, sizeof seed) != 0)
        seed = (uint64_t)time(NULL) ^ (uint64_t)(uintptr_t)&seed;
    return seed | 1;
}

/* What a long text leads one to expect is mostly too much, and clearing it costs more than growing
 * does. */
enum { SLOTS_MOST_AT_FIRST = 1 << 15 };

void pith__table_init(pith__table *table, pith__arena *arena, uint64_t seed, uint32_t expected)
{
    uint32_t slots = 64;
    while (slots / 2 < expected && slots < SLOTS_MOST_AT_FIRST)
        slots *= 2;
    *table = (pith__table){.arena = arena, .seed = seed, .slot_count = slots};
    table->slots = pith__arena_zero(arena, slots, sizeof *table->slots);
}

/* As memcmp, which a call for a few bytes is too dear for. */
static inline bool equal(const char *a, const char *b, size_t length)
{
    for (; length > 8; a += 8, b += 8, length -= 8) {
        if (load8(a) != load8(b))
            return false;
    }
    return load(a, length) == load(b, length);
}

static uint64_t slot_value(uint32_t h, uint32_t number)
{
    return (uint64_t)h << 32 | (number + 1);
}

static uint32_t number_in(uint64_t slot)
{
    return (uint32_t)slot - 1;
}

/* The slot of the key, or the empty one where it would be. */
static inline uint32_t slot_of(const pith__table *table, uint32_t h, const char *bytes,
                               size_t length)
{
    uint32_t mask = table->slot_count - 1;
    uint32_t at = h & mask;
    for (; table->slots[at]; at = (at + 1) & mask) {
        if (table->slots[at] >> 32 != h)
            continue;
        const pith__key *key = &table->keys.items[number_in(table->slots[at])];
        if (key->length == length && equal(key->bytes, bytes, length))
            break;
    }
    return at;
}

static void widen(pith__table *table)
{
    size_t old_size = table->slot_count * sizeof *table->slots;
    if (table->slot_count > UINT32_MAX / 4)
        pith__trap_spring(table->arena->trap, PITH__TOO_LARGE);
    table->slots = pith__arena_resize(table->arena, table->slots, old_size, old_size * 2);
    table->slot_count *= 2;
    memset(table->slots, 0, old_size * 2);
    for (uint32_t i = 0; i < table->keys.count; i++) {
        uint32_t h = table->keys.items[i].hash, at = h & (table->slot_count - 1);
        while (table->slots[at])
            at = (at + 1) & (table->slot_count - 1);
        table->slots[at] = slot_value(h, i);
    }
}

/* Puts a new key where its slot is. */
static __attribute__((noinline)) uint32_t add(pith__table *table, uint32_t at, pith__key key)
{
    if (table->keys.count / 2 >= table->slot_count / 3) { /* two thirds are taken */
        widen(table);
        at = slot_of(table, key.hash, key.bytes, key.length);
    }
    *pith__array_add(table->arena, &table->keys) = key;
    table->slots[at] = slot_value(key.hash, table->keys.count - 1);
    return table->keys.count - 1;
}

uint32_t pith__table_intern(pith__table *table, const char *bytes, size_t length)
{
    uint32_t h = hash_of(table->seed, bytes, length);
    uint32_t at = slot_of(table, h, bytes, length);
    uint64_t slot = table->slots[at];
    return slot ? number_in(slot) : add(table, at, (pith__key){bytes, (uint32_t)length, h});
}

uint32_t pith__table_intern_copy(pith__table *table, const char *bytes, size_t length)
{
    uint32_t h = hash_of(table->seed, bytes, length);
    uint32_t at = slot_of(table, h, bytes, length);
    uint64_t slot = table->slots[at];
    if (slot)
        return number_in(slot);
    return add(table, at,
               (pith__key){pith__arena_copy(table->arena, bytes, length), (uint32_t)length, h});
}

uint32_t pith__table_find(const pith__table *table, const char *bytes, size_t length)
{
    uint32_t h = hash_of(table->seed, bytes, length);
    uint64_t slot = table->slots[slot_of(table, h, bytes, length)];
    return slot ? number_in(slot) : PITH__ABSENT;
}
