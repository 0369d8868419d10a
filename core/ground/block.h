/* Sixteen bytes at once, for scans that pass over most of a text. Compilers turn these into one
 * instruction each (SSE2, NEON) or into a few plain ones. */
#ifndef PITH_GROUND_BLOCK_H
#define PITH_GROUND_BLOCK_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h> /* GCC does not find the instruction by itself */
#endif

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

/* The high bits, which bytes beyond ASCII have. */
static inline pith__block pith__block_high(pith__block block)
{
    return block & pith__block_of(0x80);
}

/* 0xFF where the bytes are one of `count` from `first` on, 0 elsewhere. (SSE2 compares signed bytes
 * only.) */
static inline pith__block pith__block_within(pith__block block, unsigned char first,
                                             unsigned char count)
{
    typedef signed char signed_block __attribute__((vector_size(PITH__BLOCK)));
    pith__block least = block - pith__block_of((unsigned char)(first + 0x80));
    pith__block most = pith__block_of((unsigned char)(count + 0x80));
    return (pith__block)((signed_block)least < (signed_block)most);
}

/* The same of ASCII letters. */
static inline pith__block pith__block_letters(pith__block block)
{
    return pith__block_within(block | pith__block_of(0x20), 'a', 26);
}

/* The high bits, that of the first byte lowest. */
static inline uint32_t pith__block_bits(pith__block block)
{
#ifdef __SSE2__
    return (uint32_t)_mm_movemask_epi8((__m128i)block);
#else
    uint64_t halves[2];
    uint32_t bits = 0;
    memcpy(halves, &block, sizeof halves);
    for (int i = 0; i < 2; i++) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        halves[i] = __builtin_bswap64(halves[i]);
#endif
        bits |= (uint32_t)((halves[i] & 0x8080808080808080u) * 0x0002040810204081u >> 56) << 8 * i;
    }
    return bits;
#endif
}

#endif
