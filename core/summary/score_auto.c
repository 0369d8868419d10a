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

/* What one feature of a sentence adds. */
static inline void add_feature(const pith__auto_weights *weights, int feature, float value,
                               block hidden[BLOCKS], float *sum)
{
    *sum += weights->direct[feature] * value;
#pragma GCC unroll 6
    for (int b = 0; b < BLOCKS; b++)
        hidden[b] += block_at(&weights->sentence[feature][b * LANES]) * value;
}

static inline void add_features(const pith__auto_weights *weights, int from, int to,
                                const float *row, block hidden[BLOCKS], float *sum)
{
    for (int f = from; f < to; f++)
        add_feature(weights, f, row[f], hidden, sum);
}

/* Features that are zero for nearly all sentences, or for all of a text, are passed over; of the
 * others no processor can guess which are. In the order of features, since sums of floats differ.
 * Returns what the features add by themselves; gains: what the hidden units do. */
static float feed(const pith__auto_weights *weights, const float *start, const float *row,
                  float gains[PITH__HIDDEN])
{
    block hidden[BLOCKS];
    float sum = 0;
    memcpy(hidden, start, sizeof hidden);
    if (row[PITH__FIRST] > 0)
        add_feature(weights, PITH__FIRST, row[PITH__FIRST], hidden, &sum);
    add_features(weights, PITH__LEAD, PITH__TITLE, row, hidden, &sum);
    if (row[PITH__TITLE] > 0)
        add_features(weights, PITH__TITLE, PITH__AHEAD, row, hidden, &sum);
    add_features(weights, PITH__AHEAD, PITH__ASKS, row, hidden, &sum);
    for (int f = PITH__ASKS; f < PITH__CLOSED; f++) {
        if (row[f] > 0)
            add_feature(weights, f, row[f], hidden, &sum);
    }
    add_feature(weights, PITH__CLOSED, row[PITH__CLOSED], hidden, &sum);
#pragma GCC unroll 6
    for (int b = 0; b < BLOCKS; b++) {
        typedef int32_t mask __attribute__((vector_size(sizeof(block))));
        block gain = (block)((hidden[b] > 0) & (mask)hidden[b]);
        gain *= block_at(&weights->output[b * LANES]);
        memcpy(&gains[b * LANES], &gain, sizeof gain);
    }
    return sum;
}

/* A few sentences at once: each sum waits for the sum before, and those of several sentences wait
 * together. */
void pith__auto_weigh(pith__arena *scratch, const pith__material *material,
                      const pith__auto_weights *weights, double *score)
{
    enum { AT_ONCE = 4 };
    pith__feature_walk walk = pith__features_begin(scratch, material);
    float start[PITH__HIDDEN], row[PITH__FEATURES], sum[AT_ONCE] = {0};
    float gains[AT_ONCE][PITH__HIDDEN] = {{0}};
    uint32_t count = material->bags.sentences;
    start_hidden(weights, walk.text, start);
    for (uint32_t i = 0; i < count; i += AT_ONCE) {
        uint32_t here = count - i < AT_ONCE ? count - i : AT_ONCE;
        for (uint32_t k = 0; k < here; k++) {
            pith__features_next(&walk, row);
            sum[k] = feed(weights, start, row, gains[k]);
        }
        for (int h = 0; h < PITH__HIDDEN; h++) {
#pragma GCC unroll 4
            for (int k = 0; k < AT_ONCE; k++)
                sum[k] += gains[k][h];
        }
        for (uint32_t k = 0; k < here; k++)
            score[i + k] = (double)sum[k];
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
