/* Eight numbers at once: of eight tokens, or of the eight labels of one. Compilers turn these into
 * one instruction each (SSE2, NEON) or into a few plain ones. */
#ifndef PITH_QUOTES_EIGHT_H
#define PITH_QUOTES_EIGHT_H

#include "ground/block.h"

enum { PITH__EIGHT = 8 };

typedef int16_t pith__eight __attribute__((vector_size(PITH__EIGHT * sizeof(int16_t))));
typedef uint16_t pith__numbers __attribute__((vector_size(PITH__EIGHT * sizeof(uint16_t))));

/* Loops over a few rows of weights or traits are written out. */
#ifdef __clang__
#define PITH__WRITTEN_OUT _Pragma("unroll")
#else
#define PITH__WRITTEN_OUT _Pragma("GCC unroll 32")
#endif

static inline pith__eight pith__eight_at(const int16_t numbers[PITH__EIGHT])
{
    pith__eight all;
    memcpy(&all, __builtin_assume_aligned(numbers, sizeof all), sizeof all);
    return all;
}

static inline pith__eight pith__larger(pith__eight a, pith__eight b)
{
#ifdef __SSE2__
    return (pith__eight)_mm_max_epi16((__m128i)a, (__m128i)b);
#else
    pith__eight first = a > b;
    return (a & first) | (b & ~first);
#endif
}

/* The first bytes of a block as numbers: zeros between them, on the side that is the high one. */
static inline pith__numbers pith__widened(pith__block bytes)
{
    pith__block none = {0};
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (pith__numbers)__builtin_shufflevector(bytes, none, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5,
                                                  21, 6, 22, 7, 23);
#else
    return (pith__numbers)__builtin_shufflevector(bytes, none, 16, 0, 17, 1, 18, 2, 19, 3, 20, 4,
                                                  21, 5, 22, 6, 23, 7);
#endif
}

/* Sixteen bytes, and such that are aligned. */
static inline pith__block pith__sixteen_at(const uint8_t *bytes)
{
    pith__block found;
    memcpy(&found, bytes, sizeof found);
    return found;
}

static inline pith__block pith__aligned_at(const uint8_t *bytes)
{
    return pith__sixteen_at(__builtin_assume_aligned(bytes, sizeof(pith__block)));
}

/* Eight bytes, and zeros. */
static inline pith__block pith__half_at(const uint8_t *bytes)
{
    typedef uint64_t pair __attribute__((vector_size(16)));
    uint64_t found;
    memcpy(&found, bytes, sizeof found);
    return (pith__block)(pair){found, 0};
}

/* Eight bytes as numbers. */
static inline pith__numbers pith__numbers_at(const uint8_t *bytes)
{
    return pith__widened(pith__half_at(bytes));
}

/* The upper half of a product. */
static inline pith__numbers pith__high_product(pith__numbers a, uint16_t b)
{
#ifdef __SSE2__
    return (pith__numbers)_mm_mulhi_epu16((__m128i)a, _mm_set1_epi16((short)b));
#else
    for (int i = 0; i < PITH__EIGHT; i++)
        a[i] = (uint16_t)((uint32_t)a[i] * b >> 16);
    return a;
#endif
}

/* Rows among 2^bits for values that would need more, which are given as an upper and a lower half
 * (Knuth 1998, section 6.4). */
static inline pith__numbers pith__folded(pith__numbers upper, pith__numbers lower, int bits)
{
    enum { FACTOR_UPPER = 0x9E37, FACTOR_LOWER = 0x79B1 };
    pith__numbers product = pith__high_product(lower, FACTOR_LOWER);
    product += lower * (uint16_t)FACTOR_UPPER + upper * (uint16_t)FACTOR_LOWER;
    return product >> (16 - bits);
}

#endif
