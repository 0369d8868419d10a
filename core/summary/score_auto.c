/* auto: evidence of many kinds, weighed by a small network (one hidden layer of rectified units)
 * that has learnt from articles and the summaries that people wrote of them. */
#include "summary/score_auto.h"

#include <math.h>
#include <string.h>

/* What the text alone puts into the hidden units. */
static void start_hidden(const pith__auto_weights *weights, const float *text, float *hidden)
{
    for (int h = 0; h < PITH__HIDDEN; h++)
        hidden[h] = weights->bias[h];
    for (int t = 0; t < PITH__TRENDS; t++) {
        for (int h = 0; h < PITH__HIDDEN; h++)
            hidden[h] += weights->text[t][h] * text[t];
    }
}

/* Four hidden units at once: what a register of every processor holds. */
enum { LANES = 4, BLOCKS = PITH__HIDDEN / LANES };
typedef float block __attribute__((vector_size(LANES * sizeof(float))));
_Static_assert(PITH__HIDDEN == BLOCKS * LANES && BLOCKS == 6, "the loops below are unrolled");

static inline block block_at(const float *numbers)
{
    block all;
    memcpy(&all, numbers, sizeof all);
    return all;
}

/* In the order of features, since sums of floats differ. */
static float worth_of(const pith__auto_weights *weights, const float *start, const float *row)
{
    block hidden[BLOCKS];
    float sum = 0, gains[PITH__HIDDEN];
    memcpy(hidden, start, sizeof hidden);
    for (int f = 0; f < PITH__FEATURES; f++) {
        sum += weights->direct[f] * row[f];
#pragma GCC unroll 6
        for (int b = 0; b < BLOCKS; b++)
            hidden[b] += block_at(&weights->sentence[f][b * LANES]) * row[f];
    }
#pragma GCC unroll 6
    for (int b = 0; b < BLOCKS; b++) {
        typedef int32_t mask __attribute__((vector_size(sizeof(block))));
        block gain = (block)((hidden[b] > 0) & (mask)hidden[b]);
        gain *= block_at(&weights->output[b * LANES]);
        memcpy(&gains[b * LANES], &gain, sizeof gain);
    }
#pragma GCC unroll 24
    for (int h = 0; h < PITH__HIDDEN; h++)
        sum += gains[h];
    return sum;
}

void pith__auto_weigh(pith__arena *scratch, const pith__material *material,
                      const pith__auto_weights *weights, double *score)
{
    pith__feature_walk walk = pith__features_begin(scratch, material);
    float start[PITH__HIDDEN], row[PITH__FEATURES];
    start_hidden(weights, walk.text, start);
    for (uint32_t i = 0; i < material->bags.sentences; i++) {
        pith__features_next(&walk, row);
        score[i] = (double)worth_of(weights, start, row);
    }
}

/* The most relevant sentence gets so many times what the best of all is ahead of the worst: what a
 * reader asks for goes before what the text finds important. */
static const double FOCUS = 2;

static void turn_to_query(const pith__material *material, double *score)
{
    double least = INFINITY, most = -INFINITY, relevant = 0;
    for (uint32_t i = 0; i < material->bags.sentences; i++) {
        least = fmin(least, score[i]);
        most = fmax(most, score[i]);
        relevant = fmax(relevant, material->relevance[i]);
    }
    for (uint32_t i = 0; i < material->bags.sentences; i++)
        score[i] += FOCUS * (most - least) * material->relevance[i] / relevant;
}

void pith__score_auto(pith__arena *scratch, const pith__material *material, double *score)
{
    pith__auto_weigh(scratch, material, &pith__auto_fitted, score);
    if (material->relevance)
        turn_to_query(material, score);
}
