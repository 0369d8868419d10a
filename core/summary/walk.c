#include "summary/walk.h"

#include <math.h>

enum { PRODUCTS_MAX = 100 };
static const double PRECISION = 1e-10; /* of the residual, beside the right side */
static const double DIGITS = 1e10; /* so that what is equal stays equal, whatever rounding did */

typedef struct solver {
    const pith__walk *walk;
    double *root;                           /* of D; 0 without links */
    double *x, *residual, *direction, *out; /* out: A direction */
    double *scaled;                         /* scratch */
} solver;

static double *column(pith__arena *scratch, uint32_t n)
{
    return pith__arena_zero(scratch, n, sizeof(double));
}

/* direction = residual + turn * direction */
static void turn_direction(solver *s, double turn)
{
    for (uint32_t i = 0; i < s->walk->sentences; i++) {
        s->direction[i] = s->residual[i] + turn * s->direction[i];
        s->scaled[i] = s->root[i] > 0 ? s->direction[i] / s->root[i] : 0;
    }
}

/* out = (I - d D^-1/2 W D^-1/2) direction, for the sentences that have links; returns its product
 * with the direction. */
static double multiply(solver *s)
{
    const pith__walk *w = s->walk;
    double product = 0;
    w->product(w->graph, s->scaled, s->out);
    for (uint32_t i = 0; i < w->sentences; i++) {
        double linked = s->root[i] > 0 ? s->out[i] / s->root[i] : 0;
        s->out[i] = s->direction[i] - w->damping * linked;
        product += s->direction[i] * s->out[i];
    }
    return product;
}

/* Goes so far along the direction; returns the square of the residual. */
static double advance(solver *s, double distance)
{
    double square = 0;
    for (uint32_t i = 0; i < s->walk->sentences; i++) {
        s->x[i] += distance * s->direction[i];
        s->residual[i] -= distance * s->out[i];
        square += s->residual[i] * s->residual[i];
    }
    return square;
}

static void find_roots(solver *s)
{
    const pith__walk *w = s->walk;
    for (uint32_t i = 0; i < w->sentences; i++)
        s->scaled[i] = 1;
    w->product(w->graph, s->scaled, s->root);
    for (uint32_t i = 0; i < w->sentences; i++)
        s->root[i] = s->root[i] > 0 ? sqrt(s->root[i]) : 0;
}

/* Conjugate gradients from x = 0. */
static void solve(solver *s)
{
    double square = advance(s, 0), enough = PRECISION * PRECISION * square, turn = 0;
    for (int k = 0; k < PRODUCTS_MAX && square > enough; k++) {
        turn_direction(s, turn);
        double before = square;
        square = advance(s, before / multiply(s));
        turn = square / before;
    }
}

void pith__walk_rank(pith__arena *scratch, const pith__walk *walk, const double *bias,
                     double *score)
{
    uint32_t n = walk->sentences;
    solver s = {walk,
                column(scratch, n),
                column(scratch, n),
                column(scratch, n),
                column(scratch, n),
                column(scratch, n),
                column(scratch, n)};
    find_roots(&s);
    for (uint32_t i = 0; i < n; i++) {
        double base = (1 - walk->damping) * (bias ? bias[i] : 1);
        score[i] = base;
        s.residual[i] = s.root[i] > 0 ? base / s.root[i] : 0;
    }
    solve(&s);
    for (uint32_t i = 0; i < n; i++) {
        double exact = s.root[i] > 0 ? s.x[i] * s.root[i] : score[i];
        score[i] = round(exact * DIGITS) / DIGITS;
    }
}
