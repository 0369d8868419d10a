/* The best path of labels through a unit (Viterbi). */
#ifndef PITH_QUOTES_PATH_H
#define PITH_QUOTES_PATH_H

#include "quotes/pressed.h"

/* Whether a label may stand behind another: one that goes on needs what it goes on with. */
bool pith__label_follows(int before, int label);

_Static_assert((int)PITH__LABELS == (int)PITH__EIGHT, "labels are eight numbers");

/* A bit for each of eight numbers that is not 0 but -1. */
static inline uint8_t pith__bits_of(pith__eight numbers)
{
#ifdef __SSE2__
    return (uint8_t)_mm_movemask_epi8(_mm_packs_epi16((__m128i)numbers, _mm_setzero_si128()));
#else
    uint8_t bits = 0;
    for (int i = 0; i < PITH__EIGHT; i++)
        bits |= (uint8_t)((numbers[i] & 1) << i);
    return bits;
#endif
}

typedef int32_t pith__pairs __attribute__((vector_size(sizeof(pith__eight))));

/* A number for each label, with those of labels whose numbers differ in the bits of 2d, or in the
 * lowest bit, changed round: the former are pairs. */
#define PITH__PAIRS_ROUND(numbers, d)                                                              \
    ((pith__eight)__builtin_shufflevector((pith__pairs)(numbers), (pith__pairs)(numbers), 0 ^ (d), \
                                          1 ^ (d), 2 ^ (d), 3 ^ (d)))
#define PITH__ROUND(numbers) __builtin_shufflevector(numbers, numbers, 1, 0, 3, 2, 5, 4, 7, 6)

static inline pith__eight pith__largest_of(pith__eight a, pith__eight b, pith__eight c,
                                           pith__eight d)
{
    return pith__larger(pith__larger(a, b), pith__larger(c, d));
}

/* The best sums of the paths that end in each label of the next token. *stays: a bit for each label
 * that such a path had before as well. */
static inline pith__eight pith__path_behind(pith__eight sums, const pith__turns *turns,
                                            uint8_t *stays)
{
    pith__eight one = PITH__PAIRS_ROUND(sums, 1), two = PITH__PAIRS_ROUND(sums, 2),
                three = PITH__PAIRS_ROUND(sums, 3);
    pith__eight same = sums + pith__eight_at(turns->even[0]);
    pith__eight even = pith__largest_of(same, one + pith__eight_at(turns->even[1]),
                                        two + pith__eight_at(turns->even[2]),
                                        three + pith__eight_at(turns->even[3]));
    pith__eight odd = pith__largest_of(
        sums + pith__eight_at(turns->odd[0]), one + pith__eight_at(turns->odd[1]),
        two + pith__eight_at(turns->odd[2]), three + pith__eight_at(turns->odd[3]));
    pith__eight best = pith__larger(even, PITH__ROUND(odd));
    *stays = pith__bits_of((pith__eight)(same == best));
    return best;
}

/* The number of the largest, the first of those that are as large. */
static inline uint8_t pith__largest(pith__eight numbers)
{
    pith__eight most = pith__larger(numbers, PITH__ROUND(numbers));
    most = pith__larger(most, PITH__PAIRS_ROUND(most, 1));
    most = pith__larger(most, PITH__PAIRS_ROUND(most, 2));
    return (uint8_t)__builtin_ctz(pith__bits_of((pith__eight)(numbers == most)));
}

/* ---- along the tokens ---- */

/* Sums of the best paths that end in each label, before the first token. */
static inline pith__eight pith__path_begin(void)
{
    const int16_t never = PITH__NEVER;
    return (pith__eight){0, never, never, never, never, never, never, never};
}

/* Those of a token, by those of the one before and its own scores. They stay small however long the
 * path, since what label 0 had before is taken off: that is known early. */
static inline pith__eight pith__path_step(pith__eight sums, pith__eight scores,
                                          const pith__turns *turns, uint8_t *stays)
{
    scores -= __builtin_shufflevector(sums, sums, 0, 0, 0, 0, 0, 0, 0, 0);
    return pith__path_behind(sums, turns, stays) + scores;
}

/* The labels of the best path by what the steps of count tokens gave; returns whether any is not
 * PITH__LABEL_OUT. */
bool pith__path_end(const uint8_t *kinds, uint32_t count, const int16_t (*sums)[PITH__LABELS],
                    const pith__turns *turns, const uint8_t *stays, uint8_t *labels);

/* All of it. scores: of each label of each token; they count as differences to that of label 0,
 * which have to be within half of PITH__NEVER. They are written over. turns: by kind. stays: room
 * for count bytes. Numbers have to be aligned as pith__eight are. */
bool pith__labels_find(const uint8_t *kinds, uint32_t count, int16_t (*scores)[PITH__LABELS],
                       const pith__turns *turns, uint8_t *stays, uint8_t *labels);

#endif
