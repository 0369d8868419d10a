#include "summary/keyword.h"

#include <math.h>

#include "summary/heap.h"
#include "summary/keyphrase.h"

/* A term that stands in the text so often may well be a keyword. */
enum { OFTEN = 3 };

/* A document that is searched for keywords. */
typedef struct search {
    pith__arena *arena, *scratch;
    const pith_document *document;
    pith__keyphrases phrases;
    bool *used;         /* by term: a keyword says it */
    pith__heap weighed; /* terms and their weights, in no heap yet */
    double best;        /* the largest weight */
} search;

/* ---- weights ---- */

enum { KEPT = 32 };

/* ln(1 + count): most counts are small and come again and again. */
static inline double logarithm_of(double kept[KEPT], uint32_t count)
{
    if (count >= KEPT)
        return log(1.0 + count);
    if (kept[count] == 0)
        kept[count] = log(1.0 + count);
    return kept[count];
}

/* Adds the weight of a term, which comes first in a sentence. */
static void weigh_term(search *s, double kept[KEPT], uint32_t number, uint32_t sentence,
                       bool titled)
{
    const pith__terms *terms = &s->document->terms;
    const pith__term *term = &terms->term.items[number];
    const pith__document_form *form = &terms->form.items[term->form];
    if ((form->shape == PITH__NUMBER) | !!(form->classes & PITH__NO_KEY))
        return;
    double weight = 1 + 1 / (1 + sentence / 8.0);
    weight *= logarithm_of(kept, term->count) * logarithm_of(kept, term->sentences);
    weight *= form->shape == PITH__LOWER ? 1 : 1.5;
    weight *= titled ? 2 : 1;
    s->best = weight > s->best ? weight : s->best;
    *pith__array_add(s->scratch, &s->weighed) = (pith__heap_entry){weight, number, 0};
}

/* Terms weigh
 *
 *     ln(1 + occurrences) * ln(1 + sentences with it) * (1 + 1 / (1 + its first sentence / 8))
 *
 * as what a text is about is said often, all over the text, and early (compare Campos et al. 2018,
 * YAKE, which uses the same signs); half as much again for a name, twice as much when the title has
 * it, and nothing for a number, a date, an honorific or a verb of saying. Adds those that stand in
 * the text at least and at most so often. */
static void weigh(search *s, uint32_t least, uint32_t most)
{
    const pith_document *document = s->document;
    const uint32_t *first_token = document->tokens.first;
    const pith__document_form *forms = document->terms.form.items;
    const pith__term *terms = document->terms.term.items;
    uint32_t sentence = 0, title = 0, form = 0;
    double kept[KEPT] = {0};
    for (uint32_t term = 0; term < document->terms.term.count; term++) {
        if (terms[term].count < least || terms[term].count > most)
            continue;
        while (forms[form].term != term)
            form++;
        while (first_token[sentence + 1] <= s->phrases.first_token[form])
            sentence++;
        while (title < document->title_term_count && document->title_terms[title] < term)
            title++;
        bool titled = title < document->title_term_count && document->title_terms[title] == term;
        weigh_term(s, kept, term, sentence, titled);
    }
}

/* What no term weighs more than that stands in the text so often. */
static double bound_of(const pith_document *document, uint32_t count)
{
    double most = log(1.0 + count);
    return 2 * (most * most) * 1.5 * (document->title_term_count ? 2 : 1);
}

/* ---- the list ---- */

/* Tokens as they are written, without a possessive 's at the end. */
static const char *written(pith__arena *arena, const pith_document *document, uint32_t first,
                           uint32_t end)
{
    pith_span span = {pith__token_span(document, first).start,
                      pith__token_span(document, end - 1).end};
    span.end -= pith__possessive(document, end - 1);
    return pith__arena_copy(arena, document->text.bytes + span.start, pith__span_length(span));
}

/* Marks the terms of a phrase as used; returns whether one of them was already, so that the phrase
 * would say a stronger keyword again. */
static bool take_terms(const pith_document *document, const pith__keyphrase *piece, bool *used)
{
    bool again = false;
    for (uint32_t t = piece->first; t < piece->end; t++) {
        bool *mark = &used[pith__token_form(document, t)->term];
        again = again || *mark;
        *mark = true;
    }
    return again;
}

/* The keyword of a term, unless a stronger one says it. */
static void take_keyword(search *s, const pith__heap_entry *entry, pith_keywords *keywords)
{
    const pith__term *term = &s->document->terms.term.items[entry->item];
    uint32_t token = s->phrases.first_token[term->form];
    const pith__keyphrase *longer = pith__keyphrase_of(&s->phrases, s->document, entry->item);
    pith__keyphrase piece = longer ? *longer : (pith__keyphrase){token, token + 1, 0, 0};
    if (take_terms(s->document, &piece, s->used))
        return;
    *pith__array_add(s->arena, &keywords->keyword) =
        (pith_keyword){written(s->arena, s->document, piece.first, piece.end),
                       entry->value / s->best, term->count};
}

/* Takes keywords from the terms that weigh more than `above`, and not more than `upto`. */
static void take_between(search *s, double above, double upto, uint32_t most,
                         pith_keywords *keywords)
{
    pith__heap heap = {0};
    for (uint32_t i = 0; i < s->weighed.count; i++) {
        if (s->weighed.items[i].value > above && s->weighed.items[i].value <= upto)
            *pith__array_add(s->scratch, &heap) = s->weighed.items[i];
    }
    pith__heap_order(&heap);
    for (; heap.count && keywords->keyword.count < most; pith__heap_pop(&heap))
        take_keyword(s, &heap.items[0], keywords);
}

/* Most terms stand once or twice, and seldom one of these is a keyword: they are weighed only if
 * the others are too few. */
pith_keywords *pith__keywords_find(pith__arena *arena, pith__arena *scratch,
                                   const pith_document *document, uint32_t most, uint64_t seed)
{
    pith_keywords *keywords = pith__arena_zero(arena, 1, sizeof *keywords);
    search s = {.arena = arena,
                .scratch = scratch,
                .document = document,
                .phrases = pith__keyphrases_find(scratch, document, seed),
                .used = pith__arena_zero(scratch, document->terms.term.count, sizeof *s.used)};
    double upto = INFINITY, above;
    for (uint32_t least = OFTEN; least > 0 && keywords->keyword.count < most; least--) {
        weigh(&s, least, least == OFTEN ? UINT32_MAX : least);
        above = least > 1 ? bound_of(document, least - 1) : 0; /* all that is not weighed yet */
        take_between(&s, above, upto, most, keywords);
        upto = above;
    }
    return keywords;
}
