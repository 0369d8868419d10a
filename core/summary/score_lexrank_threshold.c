/* LexRank with a threshold: Erkan and Radev 2004 (see summary/score_lexrank.c), Algorithm 3: two
 * sentences are linked if their idf-modified cosine is above 0.1, each is linked to itself, and all
 * links weigh the same. A sentence whose terms have no idf has none and keeps d/N.
 *
 * Which pairs pass a threshold cannot be told without looking at them, so that all pairs would be
 * quadratic: a sentence is compared with the 192 before and the 192 behind it. Texts of up to 193
 * sentences are as in the paper. */
#include "summary/cosine.h"
#include "summary/score.h"

enum { REACH = 192, BITS = 64, WORDS = REACH / BITS };
static const double THRESHOLD = 0.1, JUMP = 0.15;

typedef struct links {
    uint64_t (*row)[WORDS]; /* bit k of row i: i is linked with i - 1 - k */
    double *self;           /* 1 for a sentence that is linked with itself */
    uint32_t sentences;
} links;

/* For each link of the cosine graph, which is a term in a sentence: where the term was last. What
 * is looked at lies close together, whatever the size of the text. */
typedef struct chains {
    uint32_t *before;   /* by link: the same term's link before, + 1; 0 if there is none */
    uint32_t *sentence; /* by link */
    uint32_t *last;     /* by term: its last link so far, + 1 */
} chains;

/* Adds up the cosines of sentence i with those before it, as far as it is compared. */
static void add_cosines(const pith__cosine *g, chains *c, uint32_t i, double cosine[REACH])
{
    for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++) {
        uint32_t *last = &c->last[g->term[k]];
        for (uint32_t at = *last; at && i - c->sentence[at - 1] <= REACH; at = c->before[at - 1])
            cosine[i - c->sentence[at - 1] - 1] += g->weight[k] * g->weight[at - 1];
        c->before[k] = *last;
        c->sentence[k] = i;
        *last = k + 1;
    }
}

static void link_sentence(double cosine[REACH], uint64_t row[WORDS])
{
    for (uint32_t word = 0; word < WORDS; word++) {
        for (uint32_t bit = 0; bit < BITS; bit++) {
            row[word] |= (uint64_t)(cosine[word * BITS + bit] > THRESHOLD) << bit;
            cosine[word * BITS + bit] = 0;
        }
    }
}

static links make_links(pith__arena *scratch, const pith__material *material)
{
    uint32_t n = material->bags.sentences;
    pith__cosine g =
        pith__cosine_make(scratch, &material->bags, material->document->terms.term.items);
    chains c = {pith__arena_alloc(scratch, g.first[n] * sizeof *c.before),
                pith__arena_alloc(scratch, g.first[n] * sizeof *c.sentence),
                pith__arena_zero(scratch, g.terms, sizeof *c.last)};
    links l = {pith__arena_zero(scratch, n, sizeof *l.row),
               pith__arena_alloc(scratch, n * sizeof *l.self), n};
    double cosine[REACH] = {0};
    for (uint32_t i = 0; i < n; i++) {
        l.self[i] = g.first[i] < g.first[i + 1] || g.own[i] > 0;
        add_cosines(&g, &c, i, cosine);
        link_sentence(cosine, l.row[i]);
    }
    return l;
}

/* The pith__walk_product of links. */
static void multiply(const void *graph, const double *in, double *out)
{
    const links *l = graph;
    for (uint32_t i = 0; i < l->sentences; i++) {
        double sum = l->self[i] * in[i];
        for (uint32_t word = 0; word < WORDS; word++) {
            for (uint64_t bits = l->row[i][word]; bits; bits &= bits - 1) {
                uint32_t j = i - 1 - word * BITS - (uint32_t)__builtin_ctzll(bits);
                sum += in[j];
                out[j] += in[i];
            }
        }
        out[i] = sum;
    }
}

void pith__score_lexrank_threshold(pith__arena *scratch, const pith__material *material,
                                   double *score)
{
    links l = make_links(scratch, material);
    pith__walk walk = {&l, multiply, l.sentences, 1 - JUMP};
    pith__walk_rank(scratch, &walk, NULL, score);
    for (uint32_t i = 0; i < l.sentences; i++)
        score[i] /= l.sentences;
}
