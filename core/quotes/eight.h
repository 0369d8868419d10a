/* Eight numbers at once: of eight tokens, or of the eight labels of one. Compilers turn these into
 * one instruction each (SSE2, NEON) or into a few plain ones. */
#ifndef PITH_QUOTES_EIGHT_H
#define PITH_QUOTES_EIGHT_H

#include "ground/block.h"

enum { PITH__EIGHT = 8 };

typedef int16_t pith__eight __attribute__((vector_size(PITH__EIGHT * sizeof(int16_t))));
typedef uint16_t pith__numbers __attribute__((vector_size(PITH__EIGHT * sizeof(uint16_t))));

static inline pith__eight pith__eight_at(const int16_t numbers[PITH__EIGHT])
{
    pith__eight all;
    memcpy(&all, numbers, sizeof all);
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

/* The bytes of one half of a block, the first (k = 0) or the second (k = 8), as numbers: zeros
 * between them, on the side that is the high one. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define PITH__WIDENED(bytes, none, k)                                                              \
    __builtin_shufflevector(bytes, none, k, 16 + (k), 1 + (k), 17 + (k), 2 + (k), 18 + (k),        \
                            3 + (k), 19 + (k), 4 + (k), 20 + (k), 5 + (k), 21 + (k), 6 + (k),      \
                            22 + (k), 7 + (k), 23 + (k))
#else
#define PITH__WIDENED(bytes, none, k)                                                              \
    __builtin_shufflevector(bytes, none, 16 + (k), k, 17 + (k), 1 + (k), 18 + (k), 2 + (k),        \
                            19 + (k), 3 + (k), 20 + (k), 4 + (k), 21 + (k), 5 + (k), 22 + (k),     \
                            6 + (k), 23 + (k), 7 + (k))
#endif

static inline pith__numbers pith__first_half(pith__block bytes)
{
    pith__block none = {0};
    return (pith__numbers)PITH__WIDENED(bytes, none, 0);
}

static inline pith__numbers pith__second_half(pith__block bytes)
{
    pith__block none = {0};
    return (pith__numbers)PITH__WIDENED(bytes, none, 8);
}

/* Sixteen bytes. */
static inline pith__block pith__sixteen_at(const uint8_t *bytes)
{
    pith__block found;
    memcpy(&found, bytes, sizeof found);
    return found;
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
    return pith__first_half(pith__half_at(bytes));
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
