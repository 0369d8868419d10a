#include "summary/standing.h"

#include "summary/heap.h"

/* Heaps give the earlier item first on a tie. */
static void set_ranks(pith__arena *scratch, pith__standing *standing, uint32_t count)
{
    pith__heap heap = {0};
    for (uint32_t i = 0; i < count; i++)
        *pith__array_add(scratch, &heap) = (pith__heap_entry){standing[i].score, i, 0};
    pith__heap_order(&heap);
    for (uint32_t rank = 1; heap.count; rank++) {
        standing[heap.items[0].item].rank = rank;
        pith__heap_pop(&heap);
    }
}

pith__standing *pith__standings_find(pith__arena *arena, pith__arena *scratch,
                                     const pith__material *material, const double *score,
                                     pith__picks picks, const pith__features *features)
{
    static const char *const kinds[] = {"prose", "fragment", "heading", "furniture"};
    uint32_t count = material->bags.sentences, pick = 0;
    pith__standing *standing = pith__arena_zero(arena, count, sizeof *standing);
    for (uint32_t i = 0; i < count; i++) {
        const pith__candidate *c = &material->candidate[i];
        while (pick < picks.count && picks.items[pick].span.end <= c->span.start)
            pick++;
        bool picked = pick < picks.count && picks.items[pick].span.start < c->span.end;
        standing[i] =
            (pith__standing){.score = score[i],
                             .relevance = material->relevance ? material->relevance[i] : 0,
                             .picked = picked ? picks.items[pick].rank : 0,
                             .kind = kinds[c->grade],
                             .leans = c->leans,
                             .feature = features ? features->sentence[i] : NULL};
    }
    set_ranks(scratch, standing, count);
    return standing;
}
