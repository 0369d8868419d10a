#include "summary/bag.h"

#include <math.h>

/* Puts the terms of one sentence behind the entries made so far. seen[term] is the entry that got
 * the term last, plus one. */
static uint32_t fill_sentence(pith__bags *bags, const pith_document *document, uint32_t sentence,
                              uint32_t *seen)
{
    uint32_t begin = bags->first[sentence], end = begin, length = 0;
    uint32_t last = document->tokens.first[sentence + 1];
    for (uint32_t token = document->tokens.first[sentence]; token < last; token++) {
        uint32_t term = pith__token_form(document, token)->term;
        if (term == PITH_NONE)
            continue;
        length++;
        if (seen[term] > begin) {
            bags->entry[seen[term] - 1].count++;
        } else {
            bags->entry[end++] = (pith__entry){term, 1};
            seen[term] = end;
        }
    }
    bags->length[sentence] = length;
    return end;
}

static uint32_t occurrences(const pith_document *document)
{
    uint32_t all = 0;
    for (uint32_t term = 0; term < document->terms.term.count; term++)
        all += document->terms.term.items[term].count;
    return all;
}

pith__bags pith__bags_fill(pith__arena *arena, const pith_document *document)
{
    pith__bags bags = {.sentences = document->sentences.count, .terms = document->terms.term.count};
    bags.first = pith__arena_alloc(arena, ((size_t)bags.sentences + 1) * sizeof *bags.first);
    bags.length = pith__arena_alloc(arena, (size_t)bags.sentences * sizeof *bags.length);
    bags.idf = pith__arena_alloc(arena, (size_t)bags.terms * sizeof *bags.idf);
    bags.entry = pith__arena_alloc(arena, (size_t)occurrences(document) * sizeof *bags.entry);
    uint32_t *seen = pith__arena_zero(arena, bags.terms, sizeof *seen);
    bags.first[0] = 0;
    for (uint32_t i = 0; i < bags.sentences; i++)
        bags.first[i + 1] = fill_sentence(&bags, document, i, seen);
    for (uint32_t term = 0; term < bags.terms; term++)
        bags.idf[term] = log((double)bags.sentences / document->terms.term.items[term].sentences);
    return bags;
}
