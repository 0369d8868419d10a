#include "summary/bag.h"

#include <math.h>

enum { BATCH = 64 };

/* The terms of up to BATCH tokens from one on; returns how many there are. *sums: pith__census_of.
 */
static uint32_t gather(const pith_document *document, uint32_t token, uint32_t end,
                       uint32_t terms[BATCH], uint64_t *sums)
{
    uint32_t count = 0;
    *sums = 0;
    for (end = end - token < BATCH ? end : token + BATCH; token < end; token++) {
        const pith__document_form *form = pith__token_form(document, token);
        *sums += pith__census_of(form);
        terms[count] = form->term;
        count += form->term != PITH_NONE;
    }
    return count;
}

pith__census pith__bags_add(pith__bags *bags, const pith_document *document, uint32_t sentence)
{
    pith__census census = {0};
    uint32_t begin = bags->first[sentence], end = begin, length = 0, terms[BATCH];
    uint32_t last = document->tokens.first[sentence + 1], *seen = bags->seen;
    pith__entry *entry = bags->entry;
    double mass = bags->mass;
    for (uint32_t token = document->tokens.first[sentence]; token < last;
         token = last - token < BATCH ? last : token + BATCH) {
        uint64_t sums;
        uint32_t count = gather(document, token, last, terms, &sums);
        pith__census_add(&census, sums);
        length += count;
        for (uint32_t i = 0; i < count; i++) {
            if (seen[terms[i]] > begin) {
                entry[seen[terms[i]] - 1].count++;
            } else {
                entry[end++] = (pith__entry){terms[i], 1};
                seen[terms[i]] = end;
                mass += bags->idf[terms[i]];
            }
        }
    }
    bags->mass = mass;
    bags->length[sentence] = length;
    bags->first[sentence + 1] = end;
    return census;
}

/* Most terms stand in few sentences, so most logarithms are needed again and again. */
static void survey_terms(pith__bags *bags, const pith__term *term)
{
    enum { KEPT = 32 };
    double kept[KEPT] = {0};
    uint32_t total = 0;
    for (uint32_t t = 0; t < bags->terms; t++) {
        uint32_t in = term[t].sentences;
        total += term[t].count;
        if (in < KEPT && kept[in] > 0)
            bags->idf[t] = kept[in];
        else
            bags->idf[t] = kept[in < KEPT ? in : 0] = log((double)bags->sentences / in);
    }
    bags->total = total;
}

pith__bags pith__bags_begin(pith__arena *arena, const pith_document *document)
{
    pith__bags bags = {.sentences = document->sentences.count, .terms = document->terms.term.count};
    bags.first = pith__arena_alloc(arena, ((size_t)bags.sentences + 1) * sizeof *bags.first);
    bags.length = pith__arena_alloc(arena, (size_t)bags.sentences * sizeof *bags.length);
    bags.idf = pith__arena_alloc(arena, (size_t)bags.terms * sizeof *bags.idf);
    bags.seen = pith__arena_zero(arena, bags.terms, sizeof *bags.seen);
    survey_terms(&bags, document->terms.term.items);
    bags.entry = pith__arena_alloc(arena, (size_t)bags.total * sizeof *bags.entry);
    bags.first[0] = 0;
    return bags;
}

uint32_t *pith__bags_shared(pith__arena *arena, const pith__bags *bags, const pith__term *term,
                            uint32_t *count)
{
    uint32_t *number = pith__arena_alloc(arena, bags->terms * sizeof *number);
    *count = 0;
    for (uint32_t t = 0; t < bags->terms; t++)
        number[t] = term[t].sentences > 1 ? (*count)++ : PITH_NONE;
    return number;
}
