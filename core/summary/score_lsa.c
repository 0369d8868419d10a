/* LSA: Steinberger and Ježek 2004, "Using Latent Semantic Analysis in Text Summarization and
 * Summary Evaluation": with the singular value decomposition U S Vᵀ of the matrix of terms and
 * sentences, which holds how often each term stands in each sentence, sentence i is worth
 *
 *     sqrt(sum over k of V(i, k)^2 * S(k)^2)
 *
 * over the dimensions whose singular value is at least half the largest, eight of them at most.
 *
 * Linear: the first singular vectors come from orthogonal iteration (Golub and Van Loan
 * 2013, 8.2.4) with the sparse matrix, from a fixed start, until no value of S^2 that counts
 * changes by more than 1e-9 of the largest, or for 60 steps. */
#include <math.h>
#include <string.h>

#include "summary/score.h"

enum { DIMENSIONS = 8, STEPS_MAX = 60 };
static const double CONVERGED = 1e-9;
static const double DEPENDENT =
    1e-12; /* what is left of a column that depends on others, squared */

typedef double point[DIMENSIONS];

typedef struct space {
    const pith__bags *bags;
    point *sentence; /* rows of V */
    point *term;     /* scratch */
    point square;    /* of the singular values */
} space;

/* V = AᵀA V */
static void multiply(space *s)
{
    const pith__bags *bags = s->bags;
    memset(s->term, 0, bags->terms * sizeof *s->term);
    for (uint32_t i = 0; i < bags->sentences; i++) {
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++) {
            double count = bags->entry[e].count, *term = s->term[bags->entry[e].term];
            for (int k = 0; k < DIMENSIONS; k++)
                term[k] += count * s->sentence[i][k];
        }
    }
    for (uint32_t i = 0; i < bags->sentences; i++) {
        point sum = {0};
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++) {
            double count = bags->entry[e].count;
            const double *term = s->term[bags->entry[e].term];
            for (int k = 0; k < DIMENSIONS; k++)
                sum[k] += count * term[k];
        }
        memcpy(s->sentence[i], sum, sizeof sum);
    }
}

/* Whether a dimension is looked at in the end: its singular value is at least half the largest. */
static bool counts(const double *square, double of)
{
    return 4 * of >= square[0];
}

/* G = VᵀV */
static void find_gram(const space *s, point gram[DIMENSIONS])
{
    memset(gram, 0, DIMENSIONS * sizeof *gram);
    for (uint32_t i = 0; i < s->bags->sentences; i++) {
        const double *row = s->sentence[i];
        for (int a = 0; a < DIMENSIONS; a++) {
            for (int b = 0; b < DIMENSIONS; b++)
                gram[a][b] += row[a] * row[b];
        }
    }
}

/* R of G = RᵀR, upper triangular; a column that depends on those before has 0 on the diagonal. */
static void factorize(point gram[DIMENSIONS], point r[DIMENSIONS])
{
    memset(r, 0, DIMENSIONS * sizeof *r);
    for (int k = 0; k < DIMENSIONS; k++) {
        for (int j = 0; j <= k; j++) {
            double rest = gram[j][k];
            for (int m = 0; m < j; m++)
                rest -= r[m][j] * r[m][k];
            if (j < k)
                r[j][k] = r[j][j] > 0 ? rest / r[j][j] : 0;
            else if (rest > DEPENDENT * gram[k][k])
                r[k][k] = sqrt(rest);
        }
    }
}

/* Makes the columns of V orthogonal and of length 1, by Cholesky's factor of their products (Golub
 * and Van Loan 2013, 5.2): V R^-1; a column that depends on those before becomes 0. Returns the
 * largest change of what their lengths were, of those that count. */
static double orthogonalize(space *s)
{
    point gram[DIMENSIONS], r[DIMENSIONS];
    find_gram(s, gram);
    factorize(gram, r);
    for (uint32_t i = 0; i < s->bags->sentences; i++) {
        double *row = s->sentence[i];
        for (int k = 0; k < DIMENSIONS; k++) {
            for (int j = 0; j < k; j++)
                row[k] -= row[j] * r[j][k];
            row[k] = r[k][k] > 0 ? row[k] / r[k][k] : 0;
        }
    }
    double change = 0;
    for (int k = 0; k < DIMENSIONS; k++) {
        if (counts(s->square, r[k][k]))
            change = fmax(change, fabs(r[k][k] - s->square[k]));
        s->square[k] = r[k][k];
    }
    return change;
}

void pith__score_lsa(pith__arena *scratch, const pith__material *material, double *score)
{
    uint32_t n = material->bags.sentences, state = 1;
    space s = {.bags = &material->bags};
    s.sentence = pith__arena_alloc(scratch, n * sizeof *s.sentence);
    s.term = pith__arena_alloc(scratch, material->bags.terms * sizeof *s.term);
    for (uint32_t i = 0; i < n; i++) {
        for (int k = 0; k < DIMENSIONS; k++) {
            state = state * 1664525u + 1013904223u;
            s.sentence[i][k] = (double)(state >> 8) / (1 << 23) - 1;
        }
    }
    orthogonalize(&s);
    for (int step = 0; step < STEPS_MAX; step++) {
        multiply(&s);
        if (orthogonalize(&s) <= CONVERGED * s.square[0])
            break;
    }
    for (uint32_t i = 0; i < n; i++) {
        double sum = 0;
        for (int k = 0; k < DIMENSIONS && counts(s.square, s.square[k]); k++)
            sum += s.sentence[i][k] * s.sentence[i][k] * s.square[k];
        score[i] = sqrt(sum);
    }
}
