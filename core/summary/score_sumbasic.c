/* SumBasic: Nenkova and Vanderwende 2005, "The Impact of Frequency on Summarization",
 * MSR-TR-2005-101:
 *
 *   1. p(w) is how often a term stands in the text, over all occurrences
 *   2. of the sentences that have the most probable term, the one whose terms are the most probable
 *      on the average is picked
 *   3. p(w) of its terms is squared; on with 2
 *
 * A sentence is worth its place in the order of picking. Linear: each time that a term is the most
 * probable one its probability is squared, and after a few times that is 0; from there on sentences
 * follow in the order of the text. */
#include "summary/heap.h"
#include "summary/score.h"

typedef struct basic {
    const pith__bags *bags;
    double *probability; /* by term */
    bool *picked;        /* by sentence */
    uint32_t *holder;    /* sentences of term t from first[t] up to first[t + 1] */
    uint32_t *first;     /* terms + 1 */
    pith__heap terms;    /* by probability, or what that was */
} basic;

/* The sentences of each term. */
static void invert(pith__arena *scratch, basic *b, const pith__term *term)
{
    const pith__bags *bags = b->bags;
    b->first = pith__arena_alloc(scratch, ((size_t)bags->terms + 1) * sizeof *b->first);
    b->holder = pith__arena_alloc(scratch, bags->first[bags->sentences] * sizeof *b->holder);
    uint32_t *next = pith__arena_alloc(scratch, bags->terms * sizeof *next);
    b->first[0] = 0;
    for (uint32_t t = 0; t < bags->terms; t++) {
        next[t] = b->first[t];
        b->first[t + 1] = b->first[t] + term[t].sentences;
    }
    for (uint32_t i = 0; i < bags->sentences; i++) {
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++)
            b->holder[next[bags->entry[e].term]++] = i;
    }
}

static double mean_probability(const basic *b, uint32_t sentence)
{
    const pith__bags *bags = b->bags;
    double sum = 0;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++)
        sum += bags->entry[e].count * b->probability[bags->entry[e].term];
    return sum / bags->length[sentence];
}

/* The best sentence with a term that is not picked yet, or PITH_NONE. */
static uint32_t best_with(const basic *b, uint32_t term)
{
    uint32_t best = PITH_NONE;
    double most = -1;
    for (uint32_t h = b->first[term]; h < b->first[term + 1]; h++) {
        uint32_t sentence = b->holder[h];
        double mean = b->picked[sentence] ? -1 : mean_probability(b, sentence);
        if (mean > most) {
            most = mean;
            best = sentence;
        }
    }
    return best;
}

static void pick(basic *b, uint32_t sentence)
{
    b->picked[sentence] = true;
    for (uint32_t e = b->bags->first[sentence]; e < b->bags->first[sentence + 1]; e++)
        b->probability[b->bags->entry[e].term] *= b->probability[b->bags->entry[e].term];
}

static basic start(pith__arena *scratch, const pith__material *material)
{
    const pith__term *term = material->document->terms.term.items;
    basic b = {.bags = &material->bags};
    b.probability = pith__arena_alloc(scratch, b.bags->terms * sizeof *b.probability);
    b.picked = pith__arena_zero(scratch, b.bags->sentences, sizeof *b.picked);
    invert(scratch, &b, term);
    for (uint32_t t = 0; t < b.bags->terms; t++) {
        b.probability[t] = (double)term[t].count / b.bags->total;
        if (b.probability[t] < 1) /* a text of one word: squared, 1 would stay 1 */
            pith__heap_push(scratch, &b.terms, b.probability[t], t);
    }
    return b;
}

void pith__score_sumbasic(pith__arena *scratch, const pith__material *material, double *score)
{
    uint32_t n = material->bags.sentences, order = 0;
    basic b = start(scratch, material);
    while (b.terms.count && b.terms.items[0].value > 0) {
        uint32_t term = b.terms.items[0].item;
        if (b.probability[term] < b.terms.items[0].value) {
            pith__heap_lower(&b.terms, b.probability[term]);
            continue;
        }
        uint32_t best = best_with(&b, term);
        if (best == PITH_NONE) {
            pith__heap_pop(&b.terms);
            continue;
        }
        score[best] = 1 - (double)order++ / n;
        pick(&b, best);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!b.picked[i])
            score[i] = 1 - (double)order++ / n;
    }
}
