#include "summary/keyword.h"

#include <math.h>
#include <string.h>

#include "ground/table.h"
#include "summary/heap.h"

/* A keyword has at most so many words. */
enum { WORDS_MAX = 4 };
/* Two words belong together if the rarer one stands with the other this often. */
static const double TOGETHER = 0.6;
/* A phrase that is said once does not become a keyword by itself. */
enum { PHRASE_LEAST = 2 };
/* What weighs less than the heaviest term by this factor is hardly ever a keyword. */
static const double LIGHT = 4;

/* Instead of a number: a pair that is there once, which takes no counting. */
static const uint32_t ONCE = PITH_NONE - 1;

static const uint32_t GIVEN_NAME = PITH__NAME_MALE | PITH__NAME_FEMALE;
/* What no text is about. */
static const uint32_t NEVER = PITH__MONTH | PITH__SPEECH_VERB | PITH__HONORIFIC;

/* ---- weights ---- */

enum { KEPT = 32 };

/* ln(1 + count): most counts are small and come again and again. */
static double logarithm_of(double kept[KEPT], uint32_t count)
{
    if (count >= KEPT)
        return log(1.0 + count);
    if (kept[count] == 0)
        kept[count] = log(1.0 + count);
    return kept[count];
}

/* A term weighs
 *
 *     ln(1 + occurrences) * ln(1 + sentences with it) * (1 + 1 / (1 + its first sentence / 8))
 *
 * as what a text is about is said often, all over the text, and early (compare Campos et al. 2018,
 * YAKE, which uses the same signs); half as much again for a name, twice as much when the title has
 * it, and nothing for a number, a date, an honorific or a verb of saying. */
static double *weigh(pith__arena *scratch, const pith_document *document)
{
    const pith__terms *terms = &document->terms;
    /* From the end, so that the first sentence of each is what stays; one more takes what is put
     * down for tokens without a term. */
    double *weight = pith__arena_alloc(scratch, (terms->term.count + 1u) * sizeof *weight);
    for (uint32_t s = document->sentences.count; s-- > 0;) {
        double early = 1 + 1 / (1 + s / 8.0);
        for (uint32_t t = document->tokens.first[s]; t < document->tokens.first[s + 1]; t++) {
            uint32_t term = pith__token_form(document, t)->term;
            weight[term != PITH_NONE ? term : terms->term.count] = early;
        }
    }
    double kept[KEPT] = {0};
    for (uint32_t i = 0; i < terms->term.count; i++) {
        const pith__term *term = &terms->term.items[i];
        pith__shape shape = terms->form.items[term->form].shape;
        weight[i] *= logarithm_of(kept, term->count) * logarithm_of(kept, term->sentences);
        bool never = (shape == PITH__NUMBER) | !!(terms->form.items[term->form].classes & NEVER);
        weight[i] *= never ? 0 : shape == PITH__LOWER ? 1 : 1.5;
    }
    for (uint32_t i = 0; i < document->title_term_count; i++)
        weight[document->title_terms[i]] *= 2;
    return weight;
}

/* ---- phrases: words that nearly always stand together ---- */

typedef struct phrase {
    uint32_t first, end; /* tokens of one occurrence */
    uint32_t count;
    uint32_t alike; /* how many of them are written in the same way as that one */
} phrase;

typedef struct phrases {
    pith__table names; /* the terms of a phrase, as bytes */
    PITH__ARRAY(phrase) items;
    pith__table spellings;       /* the forms of a phrase, as bytes, ... */
    PITH__ARRAY(uint32_t) spelt; /* ... and how often it is written with them */
    uint32_t *best;              /* by term: number of the phrase with it that is said most, + 1 */
} phrases;

static uint32_t term_at(const pith_document *document, uint32_t token)
{
    const pith__document_form *form = pith__token_form(document, token);
    bool part = form->shape != PITH__NUMBER && !(form->classes & (PITH__ROLE | NEVER));
    return part ? form->term : PITH_NONE;
}

/* Counts one occurrence of a phrase; returns its number. */
static uint32_t count_phrase(pith__arena *scratch, phrases *p, const pith_document *document,
                             uint32_t first, uint32_t end)
{
    uint32_t terms[WORDS_MAX], size = 0;
    for (uint32_t t = first; t < end; t++)
        terms[size++] = pith__token_form(document, t)->term;
    uint32_t number = pith__table_intern(&p->names, (const char *)terms, size * sizeof *terms);
    if (number == p->items.count) {
        p->names.keys.items[number].bytes =
            pith__arena_copy(scratch, (const char *)terms, size * sizeof *terms);
        *pith__array_add(scratch, &p->items) = (phrase){first, end, 0, 0};
    }
    p->items.items[number].count++;
    return number;
}

/* Counts how a phrase is written; the way that is the most frequent, the earliest on a tie, stands
 * for it. */
static void count_spelling(pith__arena *scratch, phrases *p, const pith_document *document,
                           uint32_t number, uint32_t first, uint32_t end)
{
    uint32_t forms[WORDS_MAX], size = 0;
    for (uint32_t t = first; t < end; t++)
        forms[size++] = document->tokens.token.items[t].form;
    uint32_t spelling =
        pith__table_intern(&p->spellings, (const char *)forms, size * sizeof *forms);
    if (spelling == p->spelt.count) {
        p->spellings.keys.items[spelling].bytes =
            pith__arena_copy(scratch, (const char *)forms, size * sizeof *forms);
        *pith__array_add(scratch, &p->spelt) = 0;
    }
    phrase *counted = &p->items.items[number];
    if (++p->spelt.items[spelling] > counted->alike) {
        counted->alike = p->spelt.items[spelling];
        counted->first = first;
        counted->end = end;
    }
}

/* Counts one occurrence of a phrase that holds together. */
static void find_phrase(pith__arena *scratch, phrases *p, const pith_document *document,
                        uint32_t first, uint32_t end)
{
    uint32_t number = count_phrase(scratch, p, document, first, end);
    count_spelling(scratch, p, document, number, first, end);
}

/* How many bytes at the end of a token are a possessive 's. */
static uint32_t possessive(const pith_document *document, uint32_t token)
{
    const pith__document_form *form = pith__token_form(document, token);
    const char *end = form->lower + form->lower_length;
    if (form->lower_length > 2 && memcmp(end - 2, "'s", 2) == 0)
        return 2;
    return form->lower_length > 4 && memcmp(end - 4, "\u2019s", 4) == 0 ? 4 : 0;
}

/* Whether only white space of one line stands between a token and the next. */
static bool adjacent(const pith_document *document, uint32_t token)
{
    pith_span gap = {pith__token_span(document, token).end,
                     document->tokens.token.items[token + 1].start};
    return gap.end - gap.start == 1 && document->text.bytes[gap.start] == ' ';
}

/* How often the rarer one of two words stands in the document. */
static uint32_t rarer_of(const pith_document *document, uint32_t token)
{
    const pith__term *terms = document->terms.term.items;
    uint32_t a = terms[pith__token_form(document, token)->term].count;
    uint32_t b = terms[pith__token_form(document, token + 1)->term].count;
    return a < b ? a : b;
}

/* A word that may be part of a phrase with the next one. */
typedef struct pair {
    uint32_t token;  /* the first of the two */
    uint32_t number; /* or ONCE, where a word of it stands nowhere else */
    bool opens;      /* its sentence */
} pair;

typedef PITH__ARRAY(pair) pair_list;

/* In the order of the document. */
static pair_list find_pairs(pith__arena *scratch, phrases *pairs, const pith_document *document)
{
    pair_list list = {0};
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        uint32_t first = document->tokens.first[s], end = document->tokens.first[s + 1];
        bool before = false;
        for (uint32_t t = first; t < end; t++) {
            bool both = before;
            before = term_at(document, t) != PITH_NONE;
            if (!(both & before) || possessive(document, t - 1) || !adjacent(document, t - 1))
                continue;
            uint32_t number = rarer_of(document, t - 1) == 1
                                  ? ONCE
                                  : count_phrase(scratch, pairs, document, t - 1, t + 1);
            *pith__array_add(scratch, &list) = (pair){t - 1, number, t - 1 == first};
        }
    }
    return list;
}

/* Whether the pair that begins at a token holds together: as a phrase that is repeated, or as a
 * name; the capital at the beginning of a sentence makes no name but of a given name. */
static bool holds(const pith_document *document, uint32_t count, uint32_t token, bool opens)
{
    const pith__document_form *a = pith__token_form(document, token);
    const pith__document_form *b = pith__token_form(document, token + 1);
    bool name = a->shape == PITH__CAPITAL && b->shape == PITH__CAPITAL &&
                (!opens || a->classes & GIVEN_NAME);
    bool mixed = (a->shape == PITH__LOWER) != (b->shape == PITH__LOWER);
    return !mixed && (name || count >= PHRASE_LEAST) &&
           count >= TOGETHER * rarer_of(document, token);
}

/* Sets the phrase of each term: the most frequent one with it, the longest on a tie. */
static void find_best(pith__arena *scratch, phrases *p, const pith_document *document)
{
    p->best = pith__arena_zero(scratch, document->terms.term.count, sizeof *p->best);
    for (uint32_t i = 0; i < p->items.count; i++) {
        const phrase *next = &p->items.items[i];
        for (uint32_t t = next->first; t < next->end; t++) {
            uint32_t *best = &p->best[pith__token_form(document, t)->term];
            const phrase *old = *best ? &p->items.items[*best - 1] : NULL;
            if (!old || next->count > old->count ||
                (next->count == old->count && next->end - next->first > old->end - old->first))
                *best = i + 1;
        }
    }
}

/* Where the run of pairs that hold together ends that begins with pair number `at`. */
static uint32_t end_of_run(const phrases *pairs, const pair_list *list,
                           const pith_document *document, uint32_t at)
{
    uint32_t first = list->items[at].token, end = first + 1;
    for (; end - first < WORDS_MAX && at < list->count && list->items[at].token + 1 == end; at++) {
        const pair *p = &list->items[at];
        uint32_t count = p->number == ONCE ? 1 : pairs->items.items[p->number].count;
        if (!holds(document, count, p->token, p->opens))
            break;
        end++;
    }
    return end;
}

/* The maximal runs of pairs that hold together, and the pairs in them. */
static phrases find_phrases(pith__arena *scratch, const pith_document *document, uint64_t seed)
{
    phrases pairs = {0}, found = {0};
    pith__table_init(&pairs.names, scratch, seed, 64);
    pith__table_init(&found.names, scratch, seed, 64);
    pith__table_init(&found.spellings, scratch, seed, 64);
    pair_list list = find_pairs(scratch, &pairs, document);
    for (uint32_t i = 0; i < list.count;) {
        uint32_t first = list.items[i].token, end = end_of_run(&pairs, &list, document, i);
        for (uint32_t t = first; end - first > 2 && t + 1 < end; t++)
            find_phrase(scratch, &found, document, t, t + 2);
        if (end - first > 1)
            find_phrase(scratch, &found, document, first, end);
        while (i < list.count && list.items[i].token < end)
            i++;
    }
    find_best(scratch, &found, document);
    return found;
}

/* ---- the list ---- */

/* The phrase that says more than the term alone: one that most of its occurrences stand in, or the
 * full name of somebody whom the text calls by the last name afterwards. NULL if there is none. */
static const phrase *phrase_of(const phrases *p, const pith_document *document, uint32_t number)
{
    const pith__terms *terms = &document->terms;
    if (!p->best[number])
        return NULL;
    const phrase *found = &p->items.items[p->best[number] - 1];
    const pith__document_form *first = pith__token_form(document, found->first);
    const pith__document_form *last = pith__token_form(document, found->end - 1);
    bool name = last->term == number && last->shape == PITH__CAPITAL &&
                terms->term.items[first->term].count == found->count &&
                (found->count >= PHRASE_LEAST || first->classes & GIVEN_NAME);
    return 2 * found->count >= terms->term.items[number].count || name ? found : NULL;
}

/* The first token of each form. */
static uint32_t *first_tokens(pith__arena *scratch, const pith_document *document)
{
    uint32_t *first = pith__arena_alloc(scratch, document->terms.form.count * sizeof *first);
    for (uint32_t i = document->tokens.token.count; i-- > 0;)
        first[document->tokens.token.items[i].form] = i;
    return first;
}

/* Tokens as they are written, without a possessive 's at the end. */
static const char *written(pith__arena *arena, const pith_document *document, uint32_t first,
                           uint32_t end)
{
    pith_span span = {pith__token_span(document, first).start,
                      pith__token_span(document, end - 1).end};
    span.end -= possessive(document, end - 1);
    return pith__arena_copy(arena, document->text.bytes + span.start, pith__span_length(span));
}

static double heaviest(const double *weight, uint32_t terms)
{
    double most = 0;
    for (uint32_t i = 0; i < terms; i++)
        most = weight[i] > most ? weight[i] : most;
    return most;
}

/* The terms that weigh more than `above`, and not more than `most`. */
static pith__heap rank(pith__arena *scratch, const double *weight, uint32_t terms, double above,
                       double most)
{
    pith__heap heap = {0};
    for (uint32_t i = 0; i < terms; i++) {
        if (weight[i] > above && weight[i] <= most)
            *pith__array_add(scratch, &heap) = (pith__heap_entry){weight[i], i, 0};
    }
    pith__heap_order(&heap);
    return heap;
}

/* Marks the terms of a phrase as used; returns whether one of them was already, so that the phrase
 * would say a stronger keyword again. */
static bool take_terms(const pith_document *document, const phrase *piece, bool *used)
{
    bool again = false;
    for (uint32_t t = piece->first; t < piece->end; t++) {
        bool *mark = &used[pith__token_form(document, t)->term];
        again = again || *mark;
        *mark = true;
    }
    return again;
}

/* A document that is searched for keywords. */
typedef struct search {
    pith__arena *arena;
    const pith_document *document;
    phrases phrases;
    const uint32_t *first; /* by form: its first token */
    bool *used;            /* by term */
    double best;           /* what the heaviest term weighs */
} search;

/* The keyword of a term, unless a stronger one says it. */
static void take_keyword(search *s, const pith__heap_entry *entry, pith_keywords *keywords)
{
    const pith__term *term = &s->document->terms.term.items[entry->item];
    uint32_t token = s->first[term->form];
    const phrase *longer = phrase_of(&s->phrases, s->document, entry->item);
    phrase piece = longer ? *longer : (phrase){token, token + 1, 0, 0};
    if (take_terms(s->document, &piece, s->used))
        return;
    *pith__array_add(s->arena, &keywords->keyword) =
        (pith_keyword){written(s->arena, s->document, piece.first, piece.end),
                       entry->value / s->best, term->count};
}

/* Terms that weigh little are ranked only if those before them are too few. */
pith_keywords *pith__keywords_find(pith__arena *arena, pith__arena *scratch,
                                   const pith_document *document, uint32_t most, uint64_t seed)
{
    pith_keywords *keywords = pith__arena_zero(arena, 1, sizeof *keywords);
    uint32_t terms = document->terms.term.count;
    double *weight = weigh(scratch, document);
    search s = {.arena = arena,
                .document = document,
                .phrases = find_phrases(scratch, document, seed),
                .first = first_tokens(scratch, document),
                .used = pith__arena_zero(scratch, terms, sizeof *s.used),
                .best = heaviest(weight, terms)};
    const double bands[] = {s.best, s.best / LIGHT, 0};
    for (int i = 0; i < 2 && keywords->keyword.count < most; i++) {
        pith__heap heap = rank(scratch, weight, terms, bands[i + 1], bands[i]);
        for (; heap.count && keywords->keyword.count < most; pith__heap_pop(&heap))
            take_keyword(&s, &heap.items[0], keywords);
    }
    return keywords;
}
