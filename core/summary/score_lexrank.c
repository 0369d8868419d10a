/* LexRank, continuous form: Erkan and Radev 2004, "LexRank: Graph-based Lexical Centrality as
 * Salience in Text Summarization", JAIR 22:
 *
 *     p(u) = d/N + (1 - d) * sum over v of cos(u, v) / (sum over z of cos(z, v)) * p(v), d = 0.15
 *
 * with their idf-modified cosine, idf = ln(sentences / sentences with the term). As in their
 * Algorithm 3 a sentence is similar to itself as well. A sentence whose terms have no idf is
 * similar to none and keeps d/N.
 *
 * Linear: with v_i the sentence's vector tf * idf over its norm, the cosines are V Vᵀ, so that one
 * step of the power iteration scatters each sentence's share to its terms and gathers it from them.
 * Terms of a single sentence only add to its similarity with itself and are kept apart. */
#include <math.h>

#include "summary/score.h"

enum { STEPS_MAX = 200 };
static const double JUMP = 0.15; /* d of the paper */
static const double CONVERGED = 1e-10;

typedef struct link {
    uint32_t term;
    double weight; /* tf * idf / norm */
} link;

typedef struct graph {
    uint32_t sentences, terms;
    link *links;     /* of sentence i from first[i] up to first[i + 1] */
    uint32_t *first; /* sentences + 1 */
    double *own;     /* similarity of a sentence with itself by terms that no other has */
    double *mass;    /* scratch, by term */
} graph;

static double norm_of(const pith__bags *bags, uint32_t sentence)
{
    double square = 0;
    for (uint32_t e = bags->first[sentence]; e < bags->first[sentence + 1]; e++) {
        double weight = bags->entry[e].count * bags->idf[bags->entry[e].term];
        square += weight * weight;
    }
    return sqrt(square);
}

static graph make_graph(pith__arena *scratch, const pith__material *material)
{
    const pith__bags *bags = &material->bags;
    const pith__term *term = material->document->terms.term.items;
    uint32_t n = bags->sentences, made = 0;
    graph g = {.sentences = n, .terms = bags->terms};
    g.links = pith__arena_alloc(scratch, (size_t)bags->first[n] * sizeof *g.links);
    g.first = pith__arena_alloc(scratch, ((size_t)n + 1) * sizeof *g.first);
    g.own = pith__arena_zero(scratch, n, sizeof *g.own);
    g.mass = pith__arena_alloc(scratch, (size_t)bags->terms * sizeof *g.mass);
    for (uint32_t i = 0; i < n; i++) {
        double norm = norm_of(bags, i);
        g.first[i] = made;
        for (uint32_t e = bags->first[i]; norm > 0 && e < bags->first[i + 1]; e++) {
            pith__entry entry = bags->entry[e];
            double weight = entry.count * bags->idf[entry.term] / norm;
            if (term[entry.term].sentences == 1)
                g.own[i] += weight * weight;
            else
                g.links[made++] = (link){entry.term, weight};
        }
    }
    g.first[n] = made;
    return g;
}

/* out = V Vᵀ in */
static void multiply(const graph *g, const double *in, double *out)
{
    for (uint32_t term = 0; term < g->terms; term++)
        g->mass[term] = 0;
    for (uint32_t i = 0; i < g->sentences; i++) {
        for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
            g->mass[g->links[k].term] += g->links[k].weight * in[i];
    }
    for (uint32_t i = 0; i < g->sentences; i++) {
        double sum = g->own[i] * in[i];
        for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
            sum += g->links[k].weight * g->mass[g->links[k].term];
        out[i] = sum;
    }
}

/* One step from p; returns the largest change. share and next are scratch. */
static double step(const graph *g, const double *degree, double *p, double *share, double *next)
{
    double change = 0;
    for (uint32_t i = 0; i < g->sentences; i++)
        share[i] = degree[i] > 0 ? p[i] / degree[i] : 0;
    multiply(g, share, next);
    for (uint32_t i = 0; i < g->sentences; i++) {
        double now = JUMP / g->sentences + (1 - JUMP) * next[i];
        change = fmax(change, fabs(now - p[i]));
        p[i] = now;
    }
    return change;
}

void pith__lexrank(pith__arena *scratch, const pith__material *material, double precision,
                   double *score)
{
    uint32_t n = material->bags.sentences;
    graph g = make_graph(scratch, material);
    double *degree = pith__arena_alloc(scratch, n * sizeof *degree);
    double *share = pith__arena_alloc(scratch, n * sizeof *share);
    double *next = pith__arena_alloc(scratch, n * sizeof *next);
    for (uint32_t i = 0; i < n; i++) {
        share[i] = 1;
        score[i] = 1.0 / n;
    }
    multiply(&g, share, degree);
    for (int i = 0; i < STEPS_MAX && step(&g, degree, score, share, next) * n > precision; i++)
        ;
}

void pith__score_lexrank(pith__arena *scratch, const pith__material *material, double *score)
{
    pith__lexrank(scratch, material, CONVERGED, score);
}
