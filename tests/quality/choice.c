#include "choice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sets.h"

enum {
    POOL = 14,    /* groups of sentences that are combined, by worth ... */
    POOL_LEAD = 7 /* ... and from the beginning of the text */
};

/* A sentence with all that it needs beside it. */
typedef struct group {
    uint32_t sentence[PICKS];
    uint32_t count;
    double worth;
} group;

static bool has(const group *g, uint32_t sentence)
{
    for (uint32_t i = 0; i < g->count; i++) {
        if (g->sentence[i] == sentence)
            return true;
    }
    return false;
}

/* Adds a sentence in its place; false if there is no room. */
static bool add_sentence(group *g, uint32_t sentence)
{
    uint32_t at = g->count;
    if (has(g, sentence))
        return true;
    if (g->count == PICKS)
        return false;
    for (; at > 0 && g->sentence[at - 1] > sentence; at--)
        g->sentence[at] = g->sentence[at - 1];
    g->sentence[at] = sentence;
    g->count++;
    return true;
}

static bool unite(const group *a, const group *b, group *out)
{
    *out = *a;
    for (uint32_t i = 0; i < b->count; i++) {
        if (!add_sentence(out, b->sentence[i]))
            return false;
    }
    return true;
}

/* The sentences of a unit and of those that it needs; false if a summary cannot have them. */
static bool find_group(const pith__units *units, uint32_t unit, group *out)
{
    uint32_t seen[PICKS + 1], count = 0;
    *out = (group){{0}, 0, 0};
    for (; unit != PITH_NONE; unit = units->items[unit].need) {
        const pith__unit *u = &units->items[unit];
        for (uint32_t i = 0; i < count; i++) {
            if (seen[i] == unit)
                return true;
        }
        if (count > PICKS || u->unfit || u->grade != PITH__PROSE)
            return false;
        seen[count++] = unit;
        for (uint32_t s = u->first; s < u->end; s++) {
            if (!add_sentence(out, s))
                return false;
        }
    }
    return true;
}

/* ---- rewards ---- */

static uint32_t hits(const uint32_t *count, uint32_t *used, const uint32_t *item, uint32_t items)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < items; i++)
        found += used[item[i]]++ < count[item[i]];
    return found;
}

static double reward_of(const reading *r, const uint32_t *words, const uint32_t *pairs,
                        uint32_t *used, const group *g, const rouge_text *reference)
{
    uint32_t one = 0, two = 0, length = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        const rouge_text *s = &r->sentence[g->sentence[i]];
        one += hits(words, used, s->word, s->words);
        length += s->words;
    }
    for (uint32_t i = 0; i < g->count; i++) {
        const rouge_text *s = &r->sentence[g->sentence[i]];
        for (uint32_t k = 0; k < s->words; k++)
            used[s->word[k]] = 0;
    }
    for (uint32_t i = 0; i < g->count; i++) {
        const rouge_text *s = &r->sentence[g->sentence[i]];
        two += hits(pairs, used, s->pair, s->words ? s->words - 1 : 0);
    }
    for (uint32_t i = 0; i < g->count; i++) {
        const rouge_text *s = &r->sentence[g->sentence[i]];
        for (uint32_t k = 0; k + 1 < s->words; k++)
            used[s->pair[k]] = 0;
    }
    double sum = length + reference->words;
    return 50 * (2 * one / sum + (sum > 2 ? 2 * two / (sum - 2) : 0));
}

/* The idf of all terms of a sentence of prose, on the average. */
static double mean_mass(const pith__material *m)
{
    double sum = 0;
    uint32_t prose = 0;
    for (uint32_t i = 0; i < m->bags.sentences; i++) {
        if (m->candidate[i].grade != PITH__PROSE)
            continue;
        prose++;
        for (uint32_t e = m->bags.first[i]; e < m->bags.first[i + 1]; e++)
            sum += m->bags.idf[m->bags.entry[e].term];
    }
    return prose ? sum / prose : 0;
}

static double repeats_of(const reading *r, double mass, bool *covered, const group *g)
{
    const pith__bags *bags = &r->material.bags;
    double again = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        for (uint32_t e = bags->first[g->sentence[i]]; e < bags->first[g->sentence[i] + 1]; e++) {
            uint32_t term = bags->entry[e].term;
            again += covered[term] ? bags->idf[term] : 0;
            covered[term] = true;
        }
    }
    for (uint32_t i = 0; i < g->count; i++) {
        for (uint32_t e = bags->first[g->sentence[i]]; e < bags->first[g->sentence[i] + 1]; e++)
            covered[bags->entry[e].term] = false;
    }
    return mass > 0 ? again / mass : 0;
}

static void find_rewards(const reading *r, const group *g, uint32_t count, choice *out)
{
    pith__arena scratch;
    pith__arena_init(&scratch, r->arena->trap);
    uint32_t kinds = r->rouge->words.keys.count, pairs = r->rouge->pairs.keys.count;
    uint32_t *word = pith__arena_zero(&scratch, kinds, sizeof *word);
    uint32_t *pair = pith__arena_zero(&scratch, pairs, sizeof *pair);
    uint32_t *used = pith__arena_zero(&scratch, kinds + pairs, sizeof *used);
    bool *covered = pith__arena_zero(&scratch, r->material.bags.terms, sizeof *covered);
    double mass = mean_mass(&r->material);
    for (uint32_t i = 0; i < count; i++) {
        out[i] = (choice){.repeats = (float)repeats_of(r, mass, covered, &g[i])};
        for (uint32_t k = 0; k < PICKS; k++)
            out[i].sentence[k] = k < g[i].count ? g[i].sentence[k] : PITH_NONE;
    }
    for (size_t f = 0; f < r->references; f++) {
        const rouge_text *reference = &r->reference[f];
        for (uint32_t i = 0; i < reference->words; i++)
            word[reference->word[i]]++;
        for (uint32_t i = 0; i + 1 < reference->words; i++)
            pair[reference->pair[i]]++;
        for (uint32_t i = 0; i < count; i++)
            out[i].reward +=
                (float)(reward_of(r, word, pair, used, &g[i], reference) / (double)r->references);
        memset(word, 0, kinds * sizeof *word);
        memset(pair, 0, pairs * sizeof *pair);
    }
    pith__arena_free(&scratch);
}

/* ---- choices ---- */

static int by_worth(const void *a, const void *b)
{
    const group *x = a, *y = b;
    if (x->worth != y->worth)
        return x->worth > y->worth ? -1 : 1;
    return x->sentence[0] < y->sentence[0] ? -1 : x->sentence[0] > y->sentence[0];
}

static int by_sentences(const void *a, const void *b)
{
    const group *x = a, *y = b;
    for (uint32_t i = 0; i < PICKS; i++) {
        if (i >= x->count || i >= y->count)
            return (int)x->count - (int)y->count;
        if (x->sentence[i] != y->sentence[i])
            return x->sentence[i] < y->sentence[i] ? -1 : 1;
    }
    return 0;
}

static uint32_t distinct(group *g, uint32_t count)
{
    uint32_t kept = 0;
    qsort(g, count, sizeof *g, by_sentences);
    for (uint32_t i = 0; i < count; i++) {
        if (!kept || by_sentences(&g[kept - 1], &g[i]) != 0)
            g[kept++] = g[i];
    }
    return kept;
}

/* The groups worth combining; in *count how many. */
static group *find_pool(const reading *r, const double *worth, uint32_t *count)
{
    group *all = pith__arena_alloc(r->arena, (r->units.count + 1) * sizeof *all);
    uint32_t found = 0;
    for (uint32_t u = 0; u < r->units.count; u++) {
        group *g = &all[found];
        if (!find_group(&r->units, u, g))
            continue;
        for (uint32_t i = 0; i < g->count; i++)
            g->worth += worth[g->sentence[i]] / g->count;
        if (found++ < POOL_LEAD)
            g->worth = INFINITY;
    }
    found = distinct(all, found);
    qsort(all, found, sizeof *all, by_worth);
    *count = found < POOL + POOL_LEAD ? found : POOL + POOL_LEAD;
    return all;
}

/* All summaries of PICKS sentences, or of as many as there can be. */
static group *combine(const group *pool, uint32_t pool_count, uint32_t *count)
{
    size_t room = pool_count + (size_t)pool_count * pool_count * (pool_count + 2);
    group *all = sets_need(malloc((room + 1) * sizeof *all));
    uint32_t made = 0, most = 0, full = 0;
    for (uint32_t a = 0; a < pool_count; a++) {
        all[made++] = pool[a];
        for (uint32_t b = a + 1; b < pool_count; b++) {
            group two;
            if (!unite(&pool[a], &pool[b], &two))
                continue;
            all[made++] = two;
            for (uint32_t c = b + 1; c < pool_count; c++)
                made += unite(&two, &pool[c], &all[made]);
        }
    }
    for (uint32_t i = 0; i < made; i++)
        most = all[i].count > most ? all[i].count : most;
    for (uint32_t i = 0; i < made; i++) {
        if (all[i].count == most)
            all[full++] = all[i];
    }
    *count = distinct(all, full);
    return all;
}

choice *choices_find(const reading *r, const double *worth, uint32_t *count)
{
    uint32_t pool_count;
    group *pool = find_pool(r, worth, &pool_count);
    group *all = combine(pool, pool_count, count);
    choice *choices = sets_need(malloc((*count + 1) * sizeof *choices));
    find_rewards(r, all, *count, choices);
    free(all);
    return choices;
}
