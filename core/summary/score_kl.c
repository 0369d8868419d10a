/* KL-Sum: Haghighi and Vanderwende 2009, "Exploring Content Models for Multi-Document
 * Summarization": greedily the sentence is picked with which the summary's distribution Q of terms
 * comes closest to the text's, P, by the divergence sum over w of P(w) ln(P(w) / Q(w)). Q is
 * smoothed by one occurrence of every term of the text (Laplace).
 *
 * A sentence is worth its place in the order of picking. Linear: after the first hundred picks the
 * others follow by how close they come alone. */
#include <math.h>

#include "summary/score.h"

enum { GREEDY_PICKS = 100, LOGARITHMS = 256 };
static const double SMOOTH = 1;

typedef struct divergence {
    const pith__bags *bags;
    const pith__term *term;
    uint32_t *count;   /* occurrences of each term in the summary */
    uint32_t length;   /* and of all */
    double *logarithm; /* of count + SMOOTH, for small counts */
} divergence;

static double logarithm_of(const divergence *d, uint32_t count)
{
    return count < LOGARITHMS ? d->logarithm[count] : log(count + SMOOTH);
}

/* What a sentence takes off the divergence, but for what is the same for all of one length. */
static double gain_of(const divergence *d, uint32_t sentence)
{
    const pith__bags *bags = d->bags;
    double gain = 0;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++) {
        pith__entry entry = bags->entry[e];
        uint32_t count = d->count[entry.term];
        gain += d->term[entry.term].count *
                (logarithm_of(d, count + entry.count) - logarithm_of(d, count));
    }
    return gain / bags->total - log(d->length + bags->length[sentence] + SMOOTH * bags->terms);
}

static void add(divergence *d, uint32_t sentence)
{
    const pith__bags *bags = d->bags;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++)
        d->count[bags->entry[e].term] += bags->entry[e].count;
    d->length += bags->length[sentence];
}

/* The sentence of no rank with the largest gain, or PITH_NONE. */
static uint32_t best_of(const divergence *d, const bool *picked)
{
    uint32_t best = PITH_NONE;
    double most = -INFINITY;
    for (uint32_t i = 0; i < d->bags->sentences; i++) {
        double gain = picked[i] || !d->bags->length[i] ? -INFINITY : gain_of(d, i);
        if (gain > most) {
            most = gain;
            best = i;
        }
    }
    return best;
}

static divergence start(pith__arena *scratch, const pith__material *material)
{
    divergence d = {.bags = &material->bags, .term = material->document->terms.term.items};
    d.count = pith__arena_zero(scratch, d.bags->terms, sizeof *d.count);
    d.logarithm = pith__arena_alloc(scratch, LOGARITHMS * sizeof *d.logarithm);
    for (uint32_t i = 0; i < LOGARITHMS; i++)
        d.logarithm[i] = log(i + SMOOTH);
    return d;
}

void pith__score_kl(pith__arena *scratch, const pith__material *material, double *score)
{
    uint32_t n = material->bags.sentences;
    divergence d = start(scratch, material);
    bool *picked = pith__arena_zero(scratch, n, sizeof *picked);
    double least = 0;
    for (uint32_t i = 0; i < n; i++) {
        score[i] = d.bags->length[i] ? gain_of(&d, i) : 0;
        least = fmin(least, score[i]);
    }
    /* those alone come below the picked ones, between 0 and 1 */
    for (uint32_t i = 0; i < n; i++)
        score[i] = d.bags->length[i] && least < 0 ? (score[i] - least) / (1 - least) : 0;
    for (uint32_t pick = 0; pick < GREEDY_PICKS; pick++) {
        uint32_t best = best_of(&d, picked);
        if (best == PITH_NONE)
            return;
        picked[best] = true;
        score[best] = 1 + GREEDY_PICKS - pick;
        add(&d, best);
    }
}
