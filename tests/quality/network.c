#include "network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sets.h"

enum { STEPS = 150 };                /* of descent */
static const double TEMPERATURE = 6; /* of the rewards, which go from 0 to 100 */
static const double DECAY = 0.01;
static const double RATE = 0.03;
static const double SPREAD = 0.11; /* of the weights to begin with */

static double forward(const network *n, const float *row, const double *start, double *hidden)
{
    double sum = 0;
    for (int h = 0; h < UNITS; h++)
        hidden[h] = start[h];
    for (int f = 0; f < PITH__FEATURES; f++) {
        sum += n->direct[f] * (double)row[f];
        for (int h = 0; h < UNITS; h++)
            hidden[h] += n->sentence[f][h] * (double)row[f];
    }
    for (int h = 0; h < UNITS; h++)
        sum += hidden[h] > 0 ? n->output[h] * hidden[h] : 0;
    return sum;
}

static void start_hidden(const network *n, const float *text, double *start)
{
    for (int h = 0; h < UNITS; h++) {
        start[h] = n->bias[h];
        for (int t = 0; t < PITH__TRENDS; t++)
            start[h] += n->text[t][h] * (double)text[t];
    }
}

static void backward(const network *n, const example *e, const float *row, const double *hidden,
                     double slope, network *gradient)
{
    double down[UNITS];
    for (int h = 0; h < UNITS; h++) {
        down[h] = hidden[h] > 0 ? slope * n->output[h] : 0;
        gradient->output[h] += hidden[h] > 0 ? slope * hidden[h] : 0;
        gradient->bias[h] += down[h];
        for (int t = 0; t < PITH__TRENDS; t++)
            gradient->text[t][h] += down[h] * (double)e->text[t];
    }
    for (int f = 0; f < PITH__FEATURES; f++) {
        gradient->direct[f] += slope * (double)row[f];
        for (int h = 0; h < UNITS; h++)
            gradient->sentence[f][h] += down[h] * (double)row[f];
    }
}

static double value_of(const network *n, const choice *c, const double *worth)
{
    double value = -n->repeats * (double)c->repeats;
    for (int k = 0; k < PICKS && c->sentence[k] != PITH_NONE; k++)
        value += worth[c->sentence[k]];
    return value;
}

/* Turns values into shares of one. */
static void soften(double *value, uint32_t count)
{
    double most = -INFINITY, sum = 0;
    for (uint32_t i = 0; i < count; i++)
        most = fmax(most, value[i]);
    for (uint32_t i = 0; i < count; i++)
        sum += value[i] = exp(value[i] - most);
    for (uint32_t i = 0; i < count; i++)
        value[i] /= sum;
}

/* Scratch of one example, as large as the largest needs. */
typedef struct room {
    double *worth, *slope, *share, *wanted;
    double (*hidden)[UNITS];
    bool *used;
} room;

static void add_gradient(const network *n, const example *e, room *r, network *gradient)
{
    double start[UNITS];
    start_hidden(n, e->text, start);
    memset(r->used, 0, e->sentences * sizeof *r->used);
    for (uint32_t i = 0; i < e->choices; i++) {
        for (int k = 0; k < PICKS && e->choice[i].sentence[k] != PITH_NONE; k++)
            r->used[e->choice[i].sentence[k]] = true;
    }
    for (uint32_t s = 0; s < e->sentences; s++) {
        r->slope[s] = 0;
        if (r->used[s])
            r->worth[s] = forward(n, e->row[s], start, r->hidden[s]);
    }
    for (uint32_t i = 0; i < e->choices; i++) {
        r->share[i] = value_of(n, &e->choice[i], r->worth);
        r->wanted[i] = (double)e->choice[i].reward / TEMPERATURE;
    }
    soften(r->share, e->choices);
    soften(r->wanted, e->choices);
    for (uint32_t i = 0; i < e->choices; i++) {
        double slope = e->weight * (r->wanted[i] - r->share[i]);
        gradient->repeats -= slope * (double)e->choice[i].repeats;
        for (int k = 0; k < PICKS && e->choice[i].sentence[k] != PITH_NONE; k++)
            r->slope[e->choice[i].sentence[k]] += slope;
    }
    for (uint32_t s = 0; s < e->sentences; s++) {
        if (r->used[s])
            backward(n, e, e->row[s], r->hidden[s], r->slope[s], gradient);
    }
}

/* ---- fitting ---- */

static double random_number(uint64_t *state) /* about normal, mean 0, deviation 1 */
{
    double sum = -6;
    for (int i = 0; i < 12; i++) {
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        sum += (double)(*state >> 40) / (1 << 24);
    }
    return sum;
}

static network random_network(uint64_t seed)
{
    network n = {{0}};
    uint64_t state = seed;
    for (int h = 0; h < UNITS; h++) {
        for (int f = 0; f < PITH__FEATURES; f++)
            n.sentence[f][h] = random_number(&state) * SPREAD;
        for (int t = 0; t < PITH__TRENDS; t++)
            n.text[t][h] = random_number(&state) * SPREAD;
        n.output[h] = random_number(&state) * 0.1;
    }
    return n;
}

static void adam_step(network *n, const network *gradient, network *mean, network *square, int step)
{
    double rate = RATE * fmin(1, 2.0 * (STEPS - step + 1) / (STEPS + 1));
    for (int i = 0; i < WEIGHTS; i++) {
        double g = gradient->at[i] - DECAY * n->at[i];
        mean->at[i] = 0.9 * mean->at[i] + 0.1 * g;
        square->at[i] = 0.98 * square->at[i] + 0.02 * g * g;
        n->at[i] += rate * mean->at[i] / (1 - pow(0.9, step)) /
                    (sqrt(square->at[i] / (1 - pow(0.98, step))) + 1e-7);
    }
}

static room make_room(const examples *all)
{
    uint32_t sentences = 1, choices = 1;
    for (uint32_t i = 0; i < all->count; i++) {
        const example *e = &all->items[i];
        sentences = e->sentences > sentences ? e->sentences : sentences;
        choices = e->choices > choices ? e->choices : choices;
    }
    return (room){sets_need(calloc(sentences, sizeof(double))),
                  sets_need(calloc(sentences, sizeof(double))),
                  sets_need(calloc(choices, sizeof(double))),
                  sets_need(calloc(choices, sizeof(double))),
                  sets_need(calloc(sentences, sizeof(double[UNITS]))),
                  sets_need(calloc(sentences, sizeof(bool)))};
}

static void free_room(room *r)
{
    free(r->worth);
    free(r->slope);
    free(r->share);
    free(r->wanted);
    free(r->hidden);
    free(r->used);
}

static network fit_one(const examples *all, uint32_t left_out, uint64_t seed)
{
    network n = random_network(seed), mean = {{0}}, square = {{0}};
    room r = make_room(all);
    double weight = 0;
    for (uint32_t i = 0; i < all->count; i++)
        weight += all->items[i].fold != left_out ? all->items[i].weight : 0;
    for (int step = 1; step <= STEPS; step++) {
        network gradient = {{0}};
        for (uint32_t i = 0; i < all->count; i++) {
            if (all->items[i].fold != left_out && all->items[i].choices > 1)
                add_gradient(&n, &all->items[i], &r, &gradient);
        }
        for (int i = 0; i < WEIGHTS; i++)
            gradient.at[i] /= weight;
        adam_step(&n, &gradient, &mean, &square, step);
    }
    free_room(&r);
    return n;
}

mixture network_fit(const examples *all, uint32_t left_out)
{
    mixture m;
    for (int k = 0; k < STARTS; k++)
        m.of[k] = fit_one(all, left_out, (uint64_t)k + 1);
    return m;
}

/* ---- features on one scale ---- */

static void add_moment(moments *m, double weight, double value)
{
    m->weight += weight;
    m->sum += weight * value;
    m->square += weight * value * value;
}

static double mean_of(const moments *m)
{
    return m->sum / m->weight;
}

static double deviation_of(const moments *m)
{
    double variance = m->square / m->weight - mean_of(m) * mean_of(m);
    return variance > 1e-12 ? sqrt(variance) : 1;
}

static float scaled(const moments *m, float value)
{
    return (float)(((double)value - mean_of(m)) / deviation_of(m));
}

scale examples_standardize(examples *all)
{
    scale s = {0};
    for (uint32_t i = 0; i < all->count; i++) {
        const example *e = &all->items[i];
        for (uint32_t k = 0; k < e->sentences; k++) {
            for (int f = 0; f < PITH__FEATURES; f++)
                add_moment(&s.sentence[f], e->weight / e->sentences, (double)e->row[k][f]);
        }
        for (int t = 0; t < PITH__TRENDS; t++)
            add_moment(&s.text[t], e->weight, (double)e->text[t]);
    }
    for (uint32_t i = 0; i < all->count; i++) {
        example *e = &all->items[i];
        for (uint32_t k = 0; k < e->sentences; k++) {
            for (int f = 0; f < PITH__FEATURES; f++)
                e->row[k][f] = scaled(&s.sentence[f], e->row[k][f]);
        }
        for (int t = 0; t < PITH__TRENDS; t++)
            e->text[t] = scaled(&s.text[t], e->text[t]);
    }
    return s;
}

static void round_all(pith__auto_weights *w)
{
    float flat[sizeof *w / sizeof(float)];
    memcpy(flat, w, sizeof flat);
    for (size_t i = 0; i < sizeof flat / sizeof *flat; i++)
        flat[i] = (float)(round((double)flat[i] * 1000) / 1000);
    memcpy(w, flat, sizeof flat);
}

pith__auto_weights network_weights(const mixture *m, const scale *s)
{
    pith__auto_weights w = {.bias = {0}};
    double price = 0;
    for (int k = 0; k < STARTS; k++)
        price += fmax(m->of[k].repeats, 0.01) / STARTS;
    for (int k = 0; k < STARTS; k++) {
        const network *n = &m->of[k];
        for (int f = 0; f < PITH__FEATURES; f++)
            w.direct[f] += (float)(n->direct[f] / deviation_of(&s->sentence[f]) / price / STARTS);
        for (int u = 0; u < UNITS; u++) {
            int h = k * UNITS + u;
            double bias = n->bias[u];
            for (int f = 0; f < PITH__FEATURES; f++) {
                double weight = n->sentence[f][u] / deviation_of(&s->sentence[f]);
                w.sentence[f][h] = (float)weight;
                bias -= weight * mean_of(&s->sentence[f]);
            }
            for (int t = 0; t < PITH__TRENDS; t++) {
                double weight = n->text[t][u] / deviation_of(&s->text[t]);
                w.text[t][h] = (float)weight;
                bias -= weight * mean_of(&s->text[t]);
            }
            w.bias[h] = (float)bias;
            w.output[h] = (float)(n->output[u] / price / STARTS);
        }
    }
    round_all(&w);
    return w;
}

void network_worth(const mixture *m, const example *e, double *worth)
{
    double start[UNITS], hidden[UNITS];
    for (uint32_t s = 0; s < e->sentences; s++)
        worth[s] = 0;
    for (int k = 0; k < STARTS; k++) {
        start_hidden(&m->of[k], e->text, start);
        for (uint32_t s = 0; s < e->sentences; s++)
            worth[s] += forward(&m->of[k], e->row[s], start, hidden);
    }
}
