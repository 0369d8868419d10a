#include "quote_match.h"

#include <stdlib.h>

#include "sets.h"

typedef struct pair {
    double overlap;
    uint32_t gold, found;
} pair;

typedef struct pairs {
    pair *items;
    size_t count, room;
} pairs;

static uint32_t *nothing_matched(const quote_pieces *gold)
{
    uint32_t *match = sets_need(malloc((gold->count + 1u) * sizeof *match));
    for (uint32_t g = 0; g < gold->count; g++)
        match[g] = PITH_NONE;
    return match;
}

static bool *nothing_taken(const quote_pieces *found)
{
    return sets_need(calloc(found->count + 1u, sizeof(bool)));
}

uint32_t *quote_match_exact(const quote_pieces *gold, const quote_pieces *found)
{
    uint32_t *match = nothing_matched(gold);
    bool *taken = nothing_taken(found);
    for (uint32_t g = 0; g < gold->count; g++) {
        pith_span want = gold->items[g].span;
        uint32_t f = found->count;
        while (f > 0 && (taken[f - 1] || found->items[f - 1].span.start != want.start ||
                         found->items[f - 1].span.end != want.end))
            f--;
        if (f > 0) {
            match[g] = f - 1;
            taken[f - 1] = true;
        }
    }
    free(taken);
    return match;
}

static double overlap_of(const quote_text *text, pith_span a, pith_span b)
{
    pith_span both = {a.start > b.start ? a.start : b.start, a.end < b.end ? a.end : b.end};
    uint32_t shared = quote_letters(text, both);
    return (double)shared / (quote_letters(text, a) + quote_letters(text, b) - shared);
}

static void add(pairs *all, pair p)
{
    if (all->count == all->room) {
        all->room = all->room ? all->room * 2 : 64;
        all->items = sets_need(realloc(all->items, all->room * sizeof *all->items));
    }
    all->items[all->count++] = p;
}

static int best_first(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    if (x->overlap != y->overlap)
        return x->overlap > y->overlap ? -1 : 1;
    if (x->gold != y->gold)
        return x->gold < y->gold ? -1 : 1;
    return x->found < y->found ? -1 : x->found > y->found;
}

static pairs pairs_of(const quote_text *text, const quote_pieces *gold, const quote_pieces *found,
                      double least)
{
    pairs all = {0};
    for (uint32_t g = 0; g < gold->count; g++) {
        for (uint32_t f = 0; f < found->count; f++) {
            double overlap = overlap_of(text, gold->items[g].span, found->items[f].span);
            if (overlap >= least)
                add(&all, (pair){overlap, g, f});
        }
    }
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, best_first);
    return all;
}

uint32_t *quote_match_overlap(const quote_text *text, const quote_pieces *gold,
                              const quote_pieces *found, double least)
{
    uint32_t *match = nothing_matched(gold);
    bool *taken = nothing_taken(found);
    pairs all = pairs_of(text, gold, found, least);
    for (size_t i = 0; i < all.count; i++) {
        pair p = all.items[i];
        if (match[p.gold] != PITH_NONE || taken[p.found])
            continue;
        match[p.gold] = p.found;
        taken[p.found] = true;
    }
    free(all.items);
    free(taken);
    return match;
}
