#include "summary/keyword.h"

#include <math.h>
#include <string.h>

#include "summary/heap.h"
#include "summary/tuple.h"

/* A keyword has at most so many words. */
enum { WORDS_MAX = PITH__TUPLE };
/* Two words belong together if the rarer one stands with the other this often. */
static const double TOGETHER = 0.6;
/* A phrase that is said once does not become a keyword by itself. */
enum { PHRASE_LEAST = 2 };
/* What weighs less than the heaviest term by this factor is seldom a keyword. */
static const double LIGHT = 4;
/* A term that stands in the text so often may well be a keyword. */
enum { OFTEN = 3 };

/* Instead of a number: a pair that is there once, which takes no counting. */
static const uint32_t ONCE = PITH_NONE - 1;

static const uint32_t GIVEN_NAME = PITH__NAME_MALE | PITH__NAME_FEMALE;
/* What no text is about. */
static const uint32_t NEVER = PITH__MONTH | PITH__SPEECH_VERB | PITH__HONORIFIC;

/* ---- what is known of forms ---- */

/* What a form can be in a pair of words that holds together: pairs are of two names, or of two
 * words that are repeated. */
enum { NAME = 1, REPEATED = 2 };

/* A document that is searched for keywords. */
typedef struct search {
    pith__arena *arena, *scratch;
    const pith_document *document;
    uint8_t *role;        /* by form: NAME, REPEATED, or none where it is no part of a phrase */
    uint32_t *first;      /* by form: its first token */
    uint32_t *first_form; /* by term */
    bool *used;           /* by term: a keyword says it */
    pith__heap weighed;   /* terms and their weights, in no heap yet */
    double best;          /* the largest weight */
} search;

/* By term, what a form of it may be; and last, for forms without a term, nothing. */
static const uint8_t *roles_of_terms(const search *s)
{
    const pith__term *term = s->document->terms.term.items;
    uint32_t terms = s->document->terms.term.count;
    uint8_t *role = pith__arena_alloc(s->scratch, terms + (size_t)1);
    for (uint32_t t = 0; t < terms; t++)
        role[t] = term[t].count > 1 ? NAME | REPEATED : NAME;
    role[terms] = 0;
    return role;
}

/* Forms and terms are numbered by arrival, so each new one is the next. No processor can guess
 * which forms have a term, or a new one. */
static void look_at_forms(search *s)
{
    static const uint8_t of_shape[] = {REPEATED, NAME | REPEATED, REPEATED, 0, 0};
    const pith__document_form *form = s->document->terms.form.items;
    const uint8_t *of_term = roles_of_terms(s);
    uint32_t forms = s->document->terms.form.count, known = 0,
             terms = s->document->terms.term.count;
    uint8_t *role = pith__arena_alloc(s->scratch, forms);
    uint32_t *first_form = pith__arena_alloc(s->scratch, (terms + (size_t)1) * sizeof *first_form);
    for (uint32_t i = 0; i < forms; i++, form++) {
        uint32_t term = form->term < terms ? form->term : terms;
        uint8_t never = form->classes & (PITH__ROLE | NEVER) ? 0 : NAME | REPEATED;
        first_form[known] = i;
        known += form->term == known;
        role[i] = of_shape[form->shape] & of_term[term] & never;
    }
    s->role = role;
    s->first_form = first_form;
}

/* ---- weights ---- */

enum { KEPT = 32, BATCH = 64 };

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
    if ((form->shape == PITH__NUMBER) | !!(form->classes & NEVER))
        return;
    double weight = 1 + 1 / (1 + sentence / 8.0);
    weight *= logarithm_of(kept, term->count) * logarithm_of(kept, term->sentences);
    weight *= form->shape == PITH__LOWER ? 1 : 1.5;
    weight *= titled ? 2 : 1;
    s->best = weight > s->best ? weight : s->best;
    *pith__array_add(s->scratch, &s->weighed) = (pith__heap_entry){weight, number, 0};
}

/* The terms from number `from` up to `to` that stand in the text at least and at most so often;
 * returns how many they are. No processor can guess which: all are written down. */
static uint32_t gather(const pith__term *terms, uint32_t from, uint32_t to, uint32_t least,
                       uint32_t most, uint32_t *found)
{
    uint32_t count = 0;
    for (uint32_t i = from; i < to; i++) {
        found[count] = i;
        count += terms[i].count - least <= most - least;
    }
    return count;
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
    uint32_t terms = document->terms.term.count, sentence = 0, title = 0, found[BATCH], count;
    double kept[KEPT] = {0};
    for (uint32_t from = 0, to; from < terms; from = to) {
        to = terms - from < BATCH ? terms : from + BATCH;
        count = gather(document->terms.term.items, from, to, least, most, found);
        for (uint32_t i = 0; i < count; i++) {
            while (first_token[sentence + 1] <= s->first[s->first_form[found[i]]])
                sentence++;
            while (title < document->title_term_count && document->title_terms[title] < found[i])
                title++;
            bool titled =
                title < document->title_term_count && document->title_terms[title] == found[i];
            weigh_term(s, kept, found[i], sentence, titled);
        }
    }
}

/* What no term weighs more than that stands in the text so often. */
static double bound_of(const pith_document *document, uint32_t count)
{
    double most = log(1.0 + count);
    return 2 * (most * most) * 1.5 * (document->title_term_count ? 2 : 1);
}

/* ---- phrases: words that nearly always stand together ---- */

typedef struct phrase {
    uint32_t first, end; /* tokens of one occurrence */
    uint32_t count;
    uint32_t alike; /* how many of them are written in the same way as that one */
} phrase;

typedef struct phrases {
    PITH__ARRAY(phrase) items;
    pith__tuples names;            /* the terms of a phrase that may come again, ... */
    PITH__ARRAY(uint32_t) of_name; /* ... and its number */
    pith__tuples spellings;        /* the forms of a phrase, ... */
    PITH__ARRAY(uint32_t) spelt;   /* ... and how often it is written with them */
    uint32_t *best; /* by term: number of the phrase with it that is said most, + 1 */
} phrases;

/* The terms of some tokens, and their forms. */
static pith__tuple terms_of(const pith_document *document, uint32_t first, uint32_t end)
{
    pith__tuple terms = {{PITH_NONE, PITH_NONE, PITH_NONE, PITH_NONE}};
    for (uint32_t i = 0; i < end - first; i++)
        terms.words[i] = pith__token_form(document, first + i)->term;
    return terms;
}

static pith__tuple forms_of(const pith_document *document, uint32_t first, uint32_t end)
{
    pith__tuple forms = {{PITH_NONE, PITH_NONE, PITH_NONE, PITH_NONE}};
    for (uint32_t i = 0; i < end - first; i++)
        forms.words[i] = document->tokens.token.items[first + i].form;
    return forms;
}

/* Counts one occurrence of a phrase that holds together; once: a word of it stands nowhere else.
 * The way in which it is written most often, the earliest on a tie, stands for it. */
static void count_phrase(search *s, phrases *p, uint32_t first, uint32_t end, bool once)
{
    if (once) {
        *pith__array_add(s->scratch, &p->items) = (phrase){first, end, 1, 1};
        return;
    }
    pith__tuple terms = terms_of(s->document, first, end);
    pith__tuple forms = forms_of(s->document, first, end);
    uint32_t name = pith__tuple_intern(&p->names, &terms);
    uint32_t spelling = pith__tuple_intern(&p->spellings, &forms);
    if (name == p->of_name.count) {
        *pith__array_add(s->scratch, &p->of_name) = p->items.count;
        *pith__array_add(s->scratch, &p->items) = (phrase){first, end, 0, 0};
    }
    if (spelling == p->spelt.count)
        *pith__array_add(s->scratch, &p->spelt) = 0;
    phrase *counted = &p->items.items[p->of_name.items[name]];
    counted->count++;
    if (++p->spelt.items[spelling] > counted->alike) {
        counted->alike = p->spelt.items[spelling];
        counted->first = first;
        counted->end = end;
    }
}

/* How many bytes at the end of a token are a possessive 's. */
static uint32_t possessive(const pith_document *document, uint32_t token)
{
    const pith__document_form *form = pith__token_form(document, token);
    const char *end = form->lower + form->lower_length;
    if (form->lower_length < 3 || end[-1] != 's')
        return 0;
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

typedef struct pairs {
    PITH__ARRAY(pair) items; /* in the order of the document */
    pith__tuples terms;
    PITH__ARRAY(uint32_t) count; /* by number */
} pairs;

static void add_pair(search *s, pairs *list, uint32_t token, bool opens)
{
    const pith_document *document = s->document;
    if (possessive(document, token) || !adjacent(document, token))
        return;
    uint32_t number = ONCE;
    if (rarer_of(document, token) > 1) {
        pith__tuple terms = terms_of(document, token, token + 2);
        number = pith__tuple_intern(&list->terms, &terms);
        if (number == list->count.count)
            *pith__array_add(s->scratch, &list->count) = 0;
        list->count.items[number]++;
    }
    *pith__array_add(s->scratch, &list->items) = (pair){token, number, opens};
}

/* A walk over all tokens. */
typedef struct walk {
    const pith__token *tokens;
    const uint8_t *role;
    uint32_t *first;
    uint32_t known;  /* forms */
    unsigned before; /* the role of the last token */
} walk;

/* The next token that has a role that the one before has too. No processor can guess which token
 * has a new form: all are written down. */
static uint32_t next_pair(walk *w, uint32_t token, uint32_t end)
{
    const pith__token *tokens = w->tokens;
    const uint8_t *role = w->role;
    uint32_t *first = w->first, known = w->known;
    unsigned before = w->before, both = 0;
    for (; token < end; token++) {
        uint32_t form = tokens[token].form;
        unsigned now = role[form];
        first[known] = token;
        known += form >= known;
        both = before & now;
        before = now;
        if (both)
            break;
    }
    w->known = known;
    w->before = before;
    return token;
}

/* Finds the first token of each form on the way. */
static void find_pairs(search *s, pairs *list)
{
    const pith__tokens *tokens = &s->document->tokens;
    uint32_t forms = s->document->terms.form.count, sentence = 0;
    walk w = {.tokens = tokens->token.items,
              .role = s->role,
              .first = pith__arena_alloc(s->scratch, (forms + (size_t)1) * sizeof(uint32_t))};
    for (uint32_t t = 0; (t = next_pair(&w, t, tokens->token.count)) < tokens->token.count; t++) {
        while (tokens->first[sentence + 1] <= t)
            sentence++;
        if (t > tokens->first[sentence])
            add_pair(s, list, t - 1, t - 1 == tokens->first[sentence]);
    }
    s->first = w.first;
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

/* Where the run of pairs that hold together ends that begins with pair number `at`; *once tells if
 * one of them stands nowhere else. */
static uint32_t end_of_run(const pairs *list, const pith_document *document, uint32_t at,
                           bool *once)
{
    uint32_t first = list->items.items[at].token, end = first + 1;
    *once = false;
    for (; end - first < WORDS_MAX && at < list->items.count; at++) {
        const pair *p = &list->items.items[at];
        if (p->token + 1 != end)
            break;
        uint32_t count = p->number == ONCE ? 1 : list->count.items[p->number];
        if (!holds(document, count, p->token, p->opens))
            break;
        *once = *once || p->number == ONCE;
        end++;
    }
    return end;
}

/* The maximal runs of pairs that hold together, and the pairs in them. */
static phrases find_phrases(search *s, uint64_t seed)
{
    pairs list = {0};
    phrases found = {0};
    pith__tuples_init(&list.terms, s->scratch, seed);
    pith__tuples_init(&found.names, s->scratch, seed);
    pith__tuples_init(&found.spellings, s->scratch, seed);
    find_pairs(s, &list);
    for (uint32_t i = 0; i < list.items.count;) {
        bool once;
        const pair *of_run = &list.items.items[i];
        uint32_t first = of_run->token, end = end_of_run(&list, s->document, i, &once);
        for (uint32_t t = first; end - first > 2 && t + 1 < end; t++)
            count_phrase(s, &found, t, t + 2, of_run[t - first].number == ONCE);
        if (end - first > 1)
            count_phrase(s, &found, first, end, once);
        while (i < list.items.count && list.items.items[i].token < end)
            i++;
    }
    find_best(s->scratch, &found, s->document);
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

/* Tokens as they are written, without a possessive 's at the end. */
static const char *written(pith__arena *arena, const pith_document *document, uint32_t first,
                           uint32_t end)
{
    pith_span span = {pith__token_span(document, first).start,
                      pith__token_span(document, end - 1).end};
    span.end -= possessive(document, end - 1);
    return pith__arena_copy(arena, document->text.bytes + span.start, pith__span_length(span));
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

/* The keyword of a term, unless a stronger one says it. */
static void take_keyword(search *s, const phrases *known, const pith__heap_entry *entry,
                         pith_keywords *keywords)
{
    const pith__term *term = &s->document->terms.term.items[entry->item];
    uint32_t token = s->first[term->form];
    const phrase *longer = phrase_of(known, s->document, entry->item);
    phrase piece = longer ? *longer : (phrase){token, token + 1, 0, 0};
    if (take_terms(s->document, &piece, s->used))
        return;
    *pith__array_add(s->arena, &keywords->keyword) =
        (pith_keyword){written(s->arena, s->document, piece.first, piece.end),
                       entry->value / s->best, term->count};
}

/* Takes keywords from the terms that weigh more than `above`, and not more than `upto`. */
static void take_between(search *s, const phrases *known, double above, double upto, uint32_t most,
                         pith_keywords *keywords)
{
    pith__heap heap = {0};
    for (uint32_t i = 0; i < s->weighed.count; i++) {
        if (s->weighed.items[i].value > above && s->weighed.items[i].value <= upto)
            *pith__array_add(s->scratch, &heap) = s->weighed.items[i];
    }
    pith__heap_order(&heap);
    for (; heap.count && keywords->keyword.count < most; pith__heap_pop(&heap))
        take_keyword(s, known, &heap.items[0], keywords);
}

/* Most terms stand once or twice, and seldom one of these is a keyword: they are weighed only if
 * the others are too few, and so are those ranked that weigh little. */
pith_keywords *pith__keywords_find(pith__arena *arena, pith__arena *scratch,
                                   const pith_document *document, uint32_t most, uint64_t seed)
{
    pith_keywords *keywords = pith__arena_zero(arena, 1, sizeof *keywords);
    search s = {.arena = arena,
                .scratch = scratch,
                .document = document,
                .used = pith__arena_zero(scratch, document->terms.term.count, sizeof *s.used)};
    look_at_forms(&s);
    phrases known = find_phrases(&s, seed);
    double upto = INFINITY;
    for (uint32_t least = OFTEN; least > 0 && keywords->keyword.count < most; least--) {
        weigh(&s, least, least == OFTEN ? UINT32_MAX : least);
        double rest =
            least > 1 ? bound_of(document, least - 1) : 0; /* of what is not weighed yet */
        double light = s.best / LIGHT;
        if (light > rest && light < upto) {
            take_between(&s, &known, light, upto, most, keywords);
            upto = light;
        }
        if (rest < upto && keywords->keyword.count < most) {
            take_between(&s, &known, rest, upto, most, keywords);
            upto = rest;
        }
    }
    return keywords;
}
