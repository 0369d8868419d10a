#include "summary/overlap.h"

#include <math.h>
#include <string.h>

/* The matrix is never made. The overlap is a sum over terms, so it can be scattered to terms and
 * gathered again, if only the denominator could be split between a and b. It can: 1 / (x + y) is a
 * positive definite kernel for x, y > 0 (a Cauchy matrix) whose eigenvalues fall exponentially, so
 * that over all lengths that occur its Cholesky factor with pivoting reaches the accuracy of a
 * double after a dozen columns:
 *
 *     1 / (ln|a| + ln|b|) = sum over k of G(|a|, k) * G(|b|, k)
 *
 * One product costs (columns) x (entries of the bags), whatever the number of lengths. Terms of a
 * single sentence bring nothing and are left out. Sentences of one term, whose logarithm is 0, are
 * outside of the kernel: they meet longer ones through two columns of their own, 1/ln|b| on one
 * side and 1 on the other. */
enum { COLUMNS_MAX = 24 };
static const double KERNEL_PRECISION = 1e-12; /* of what the factor leaves of the diagonal */

/* The sentences by length: all that the kernel depends on. */
typedef struct lengths {
    uint32_t *of;      /* class of each sentence; 0 for one term or none */
    double *logarithm; /* of each class */
    uint32_t classes;
} lengths;

struct pith__overlap {
    uint32_t sentences;
    uint32_t terms;  /* those of more than one sentence, numbered by pith__bags_shared */
    uint32_t *term;  /* those of sentence i from first[i] up to first[i + 1] */
    uint32_t *first; /* sentences + 1 */
    lengths length;
    double *factor; /* by class of length: `columns` numbers */
    uint32_t columns;
    double *mass; /* scratch, by term: `columns`, then two for sentences of one term */
};

static lengths classify(pith__arena *scratch, const pith__bags *bags)
{
    uint32_t longest = 1;
    for (uint32_t i = 0; i < bags->sentences; i++)
        longest = bags->length[i] > longest ? bags->length[i] : longest;
    uint32_t *class_of = pith__arena_zero(scratch, (size_t)longest + 1, sizeof *class_of);
    lengths l = {pith__arena_alloc(scratch, (size_t)bags->sentences * sizeof *l.of), NULL, 1};
    for (uint32_t i = 0; i < bags->sentences; i++) {
        uint32_t length = bags->length[i];
        if (length > 1 && !class_of[length])
            class_of[length] = l.classes++;
        l.of[i] = class_of[length];
    }
    l.logarithm = pith__arena_zero(scratch, l.classes, sizeof *l.logarithm);
    for (uint32_t i = 0; i < bags->sentences; i++) {
        if (l.of[i])
            l.logarithm[l.of[i]] = log(bags->length[i]);
    }
    return l;
}

/* The pivoted Cholesky factor of the kernel over the classes of length, row by row. */
static void factorize(pith__arena *scratch, pith__overlap *g)
{
    uint32_t classes = g->length.classes;
    const double *x = g->length.logarithm;
    double *left = pith__arena_alloc(scratch, classes * sizeof *left);
    g->factor = pith__arena_zero(scratch, (size_t)classes * COLUMNS_MAX, sizeof *g->factor);
    g->columns = 0;
    for (uint32_t c = 1; c < classes; c++)
        left[c] = 1 / (2 * x[c]);
    while (g->columns < COLUMNS_MAX) {
        uint32_t pivot = 0;
        for (uint32_t c = 1; c < classes; c++)
            pivot = !pivot || left[c] > left[pivot] ? c : pivot;
        if (!pivot || left[pivot] < KERNEL_PRECISION)
            return;
        double *p = g->factor + (size_t)pivot * COLUMNS_MAX;
        double root = sqrt(left[pivot]);
        for (uint32_t c = 1; c < classes; c++) {
            double *row = g->factor + (size_t)c * COLUMNS_MAX;
            double rest = 1 / (x[c] + x[pivot]);
            for (uint32_t k = 0; k < g->columns; k++)
                rest -= row[k] * p[k];
            row[g->columns] = c == pivot ? root : rest / root;
        }
        for (uint32_t c = 1; c < classes; c++) {
            double entry = g->factor[(size_t)c * COLUMNS_MAX + g->columns];
            left[c] = c == pivot ? 0 : left[c] - entry * entry;
        }
        g->columns++;
    }
}

static void scatter(const pith__overlap *g, const double *in)
{
    uint32_t columns = g->columns, width = columns + 2;
    memset(g->mass, 0, (size_t)g->terms * width * sizeof *g->mass);
    for (uint32_t i = 0; i < g->sentences; i++) {
        uint32_t class = g->length.of[i];
        const double *row = g->factor + (size_t) class * COLUMNS_MAX;
        for (uint32_t e = g->first[i]; e < g->first[i + 1]; e++) {
            double *mass = g->mass + (size_t)g->term[e] * width;
            for (uint32_t k = 0; k < columns; k++)
                mass[k] += row[k] * in[i];
            if (class)
                mass[columns] += in[i] / g->length.logarithm[class];
            else
                mass[columns + 1] += in[i];
        }
    }
}

/* What the terms of sentence i bring it, itself included. */
static double gather(const pith__overlap *g, uint32_t i)
{
    uint32_t columns = g->columns, width = columns + 2, class = g->length.of[i];
    const double *row = g->factor + (size_t) class * COLUMNS_MAX;
    double sum = 0, short_ones = 0;
    for (uint32_t e = g->first[i]; e < g->first[i + 1]; e++) {
        const double *mass = g->mass + (size_t)g->term[e] * width;
        for (uint32_t k = 0; k < columns; k++)
            sum += row[k] * mass[k];
        short_ones += class ? mass[columns + 1] : mass[columns];
    }
    return class ? sum + short_ones / g->length.logarithm[class] : short_ones;
}

void pith__overlap_multiply(const void *overlap, const double *in, double *out)
{
    const pith__overlap *g = overlap;
    scatter(g, in);
    for (uint32_t i = 0; i < g->sentences; i++) {
        uint32_t class = g->length.of[i];
        double terms = g->first[i + 1] - g->first[i];
        double self = class ? terms / (2 * g->length.logarithm[class]) : 0;
        out[i] = gather(g, i) - self * in[i];
    }
}

pith__overlap *pith__overlap_make(pith__arena *arena, const pith__bags *bags,
                                  const pith__term *terms)
{
    pith__overlap *g = pith__arena_zero(arena, 1, sizeof *g);
    g->sentences = bags->sentences;
    const uint32_t *shared = pith__bags_shared(arena, bags, terms, &g->terms);
    g->term = pith__arena_alloc(arena, (size_t)bags->first[g->sentences] * sizeof *g->term);
    g->first = pith__arena_alloc(arena, ((size_t)g->sentences + 1) * sizeof *g->first);
    uint32_t made = 0;
    for (uint32_t i = 0; i < g->sentences; i++) {
        g->first[i] = made;
        for (uint32_t e = bags->first[i]; e < bags->first[i + 1]; e++) {
            if (shared[bags->entry[e].term] != PITH_NONE)
                g->term[made++] = shared[bags->entry[e].term];
        }
    }
    g->first[g->sentences] = made;
    g->length = classify(arena, bags);
    factorize(arena, g);
    g->mass = pith__arena_alloc(arena, (size_t)g->terms * (g->columns + 2) * sizeof *g->mass);
    return g;
}
