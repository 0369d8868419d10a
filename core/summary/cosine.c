#include "summary/cosine.h"

#include <math.h>

static double norm_of(const pith__bags *bags, uint32_t sentence)
{
    double square = 0;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++) {
        double weight = bags->entry[e].count * bags->idf[bags->entry[e].term];
        square += weight * weight;
    }
    return sqrt(square);
}

pith__cosine pith__cosine_make(pith__arena *arena, const pith__bags *bags, const pith__term *terms)
{
    uint32_t n = bags->sentences, made = 0;
    pith__cosine g = {.sentences = n};
    const uint32_t *shared = pith__bags_shared(arena, bags, terms, &g.terms);
    g.term = pith__arena_alloc(arena, (size_t)bags->first[n] * sizeof *g.term);
    g.weight = pith__arena_alloc(arena, (size_t)bags->first[n] * sizeof *g.weight);
    g.first = pith__arena_alloc(arena, ((size_t)n + 1) * sizeof *g.first);
    g.own = pith__arena_zero(arena, n, sizeof *g.own);
    g.mass = pith__arena_alloc(arena, (size_t)g.terms * sizeof *g.mass);
    for (uint32_t i = 0; i < n; i++) {
        double norm = norm_of(bags, i);
        g.first[i] = made;
        for (uint32_t e = bags->first[i]; norm > 0 && e < bags->first[i + 1]; e++) {
            pith__entry entry = bags->entry[e];
            double weight = entry.count * bags->idf[entry.term] / norm;
            if (shared[entry.term] == PITH_NONE) {
                g.own[i] += weight * weight;
                continue;
            }
            g.term[made] = shared[entry.term];
            g.weight[made++] = weight;
        }
    }
    g.first[n] = made;
    return g;
}

void pith__cosine_multiply(const void *cosine, const double *in, double *out)
{
    const pith__cosine *g = cosine;
    for (uint32_t term = 0; term < g->terms; term++)
        g->mass[term] = 0;
    for (uint32_t i = 0; i < g->sentences; i++) {
        for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
            g->mass[g->term[k]] += g->weight[k] * in[i];
    }
    for (uint32_t i = 0; i < g->sentences; i++) {
        double sum = g->own[i] * in[i];
        for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
            sum += g->weight[k] * g->mass[g->term[k]];
        out[i] = sum;
    }
}
