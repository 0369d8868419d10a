/* Sixteen bytes at once, for scans that pass over most of a text. Compilers turn these into one
 * instruction each (SSE2, NEON) or into a few plain ones. */
#ifndef PITH_GROUND_BLOCK_H
#define PITH_GROUND_BLOCK_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { PITH__BLOCK = 16 };

typedef unsigned char pith__block __attribute__((vector_size(PITH__BLOCK)));

static inline pith__block pith__block_load(const char *bytes)
{
    pith__block block;
    memcpy(&block, bytes, sizeof block);
    return block;
}

/* Every byte is `byte`. */
static inline pith__block pith__block_of(unsigned char byte)
{
    return (pith__block){byte, byte, byte, byte, byte, byte, byte, byte,
                         byte, byte, byte, byte, byte, byte, byte, byte};
}

/* 0xFF where the bytes are the same, 0 elsewhere. */
static inline pith__block pith__block_equal(pith__block block, unsigned char byte)
{
    return (pith__block)(block == pith__block_of(byte));
}

static inline bool pith__block_any(pith__block block)
{
    uint64_t halves[2];
    memcpy(halves, &block, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/* Where the first byte that is not 0 stands; there has to be one. */
static inline uint32_t pith__block_first(pith__block block)
{
    uint64_t halves[2];
    memcpy(halves, &block, sizeof halves);
    bool second = !halves[0];
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    int zeros = __builtin_ctzll(halves[second]);
#else
    int zeros = __builtin_clzll(halves[second]);
#endif
    return (second ? 8u : 0u) + (uint32_t)zeros / 8;
}

/* The high bits, which bytes beyond ASCII have. */
static inline pith__block pith__block_high(pith__block block)
{
    return block & pith__block_of(0x80);
}

#endif
