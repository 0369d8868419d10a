#include "summary/keyphrase.h"

#include <string.h>

#include "summary/tuple.h"

/* A phrase has at most so many words. */
enum { WORDS_MAX = PITH__TUPLE };
/* Two words belong together if the rarer one stands with the other this often. */
static const double TOGETHER = 0.6;
/* A phrase that is said once does not become a keyword by itself. */
enum { PHRASE_LEAST = 2 };

/* Instead of a number: a pair that is there once, which takes no counting. */
static const uint32_t ONCE = PITH_NONE - 1;

static const uint32_t GIVEN_NAME = PITH__NAME_MALE | PITH__NAME_FEMALE;

/* ---- what is known of forms ---- */

/* What a form can be in a pair of words that holds together: pairs are of two names, or of two
 * words that are repeated. */
enum { NAME = 1, REPEATED = 2 };

/* A word that may be part of a phrase with the next one. */
typedef struct pair {
    uint32_t token;  /* the first of the two */
    uint32_t number; /* or ONCE, where a word of it stands nowhere else */
    bool opens;      /* its sentence */
} pair;

/* A document that is searched. */
typedef struct search {
    pith__arena *scratch;
    const pith_document *document;
    uint8_t *role;          /* by form: NAME, REPEATED, or none where it is no part of a phrase */
    PITH__ARRAY(pair) pair; /* in the order of the document */
    pith__tuples terms;     /* of pairs that may come again, by their numbers, ... */
    PITH__ARRAY(uint32_t) met;     /* ... and how often they came */
    pith__tuples names;            /* the terms of a phrase that may come again, ... */
    PITH__ARRAY(uint32_t) of_name; /* ... and its number */
    pith__tuples spellings;        /* the forms of a phrase, ... */
    PITH__ARRAY(uint32_t) spelt;   /* ... and how often it is written with them */
    pith__keyphrases found;
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

/* No processor can guess which forms have a term. */
static void look_at_forms(search *s)
{
    static const uint8_t of_shape[] = {REPEATED, NAME | REPEATED, REPEATED, 0, 0};
    const pith__document_form *form = s->document->terms.form.items;
    const uint8_t *of_term = roles_of_terms(s);
    uint32_t forms = s->document->terms.form.count, terms = s->document->terms.term.count;
    uint8_t *role = pith__arena_alloc(s->scratch, forms);
    for (uint32_t i = 0; i < forms; i++, form++) {
        uint32_t term = form->term < terms ? form->term : terms;
        uint8_t never = form->classes & (PITH__ROLE | PITH__NO_KEY) ? 0 : NAME | REPEATED;
        role[i] = of_shape[form->shape] & of_term[term] & never;
    }
    s->role = role;
}

/* ---- pairs ---- */

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

uint32_t pith__possessive(const pith_document *document, uint32_t token)
{
    const pith__document_form *form = pith__token_form(document, token);
    const char *end = form->lower + form->lower_length;
    if (form->lower_length < 3 || end[-1] != 's')
        return 0;
    if (end[-2] == '\'')
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

static void add_pair(search *s, uint32_t token, bool opens)
{
    const pith_document *document = s->document;
    if (pith__possessive(document, token) || !adjacent(document, token))
        return;
    uint32_t number = ONCE;
    if (rarer_of(document, token) > 1) {
        pith__tuple terms = terms_of(document, token, token + 2);
        number = pith__tuple_intern(&s->terms, &terms);
        if (number == s->met.count)
            *pith__array_add(s->scratch, &s->met) = 0;
        s->met.items[number]++;
    }
    *pith__array_add(s->scratch, &s->pair) = (pair){token, number, opens};
}

/* Finds pairs, and the first token of each form. Forms are numbered by arrival, so each new one is
 * the next. No processor can guess which tokens have a new form, or a role that the one before has
 * too: all are written down. */
static void find_pairs(search *s)
{
    enum { BATCH = 256 };
    const pith__tokens *tokens = &s->document->tokens;
    const uint8_t *role = s->role;
    uint32_t *first =
        pith__arena_alloc(s->scratch, (s->document->terms.form.count + (size_t)1) * sizeof *first);
    uint32_t known = 0, sentence = 0, second[BATCH];
    unsigned before = 0;
    for (uint32_t t = 0, count = 0; t < tokens->token.count; count = 0) {
        uint32_t rest = tokens->token.count - t, end = t + (rest < BATCH ? rest : BATCH);
        for (; t < end; t++) {
            uint32_t form = tokens->token.items[t].form;
            unsigned now = role[form];
            first[known] = second[count] = t;
            known += form >= known;
            count += (before & now) != 0;
            before = now;
        }
        for (uint32_t i = 0; i < count; i++) {
            while (tokens->first[sentence + 1] <= second[i])
                sentence++;
            if (second[i] > tokens->first[sentence])
                add_pair(s, second[i] - 1, second[i] - 1 == tokens->first[sentence]);
        }
    }
    s->found.first_token = first;
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

/* ---- phrases ---- */

/* Counts one occurrence of a phrase that holds together; once: a word of it stands nowhere else.
 * The way in which it is written most often, the earliest on a tie, stands for it. */
static void count_phrase(search *s, uint32_t first, uint32_t end, bool once)
{
    if (once) {
        *pith__array_add(s->scratch, &s->found.phrase) = (pith__keyphrase){first, end, 1, 1};
        return;
    }
    pith__tuple terms = terms_of(s->document, first, end);
    pith__tuple forms = forms_of(s->document, first, end);
    uint32_t name = pith__tuple_intern(&s->names, &terms);
    uint32_t spelling = pith__tuple_intern(&s->spellings, &forms);
    if (name == s->of_name.count) {
        *pith__array_add(s->scratch, &s->of_name) = s->found.phrase.count;
        *pith__array_add(s->scratch, &s->found.phrase) = (pith__keyphrase){first, end, 0, 0};
    }
    if (spelling == s->spelt.count)
        *pith__array_add(s->scratch, &s->spelt) = 0;
    pith__keyphrase *counted = &s->found.phrase.items[s->of_name.items[name]];
    counted->count++;
    if (++s->spelt.items[spelling] > counted->alike) {
        counted->alike = s->spelt.items[spelling];
        counted->first = first;
        counted->end = end;
    }
}

/* Where the run of pairs that hold together ends that begins with pair number `at`; *once tells if
 * one of them stands nowhere else. */
static uint32_t end_of_run(const search *s, uint32_t at, bool *once)
{
    uint32_t first = s->pair.items[at].token, end = first + 1;
    *once = false;
    for (; end - first < WORDS_MAX && at < s->pair.count; at++) {
        const pair *p = &s->pair.items[at];
        if (p->token + 1 != end)
            break;
        uint32_t count = p->number == ONCE ? 1 : s->met.items[p->number];
        if (!holds(s->document, count, p->token, p->opens))
            break;
        *once = *once || p->number == ONCE;
        end++;
    }
    return end;
}

static void find_phrases(search *s)
{
    for (uint32_t i = 0; i < s->pair.count;) {
        bool once;
        const pair *of_run = &s->pair.items[i];
        uint32_t first = of_run->token, end = end_of_run(s, i, &once);
        for (uint32_t t = first; end - first > 2 && t + 1 < end; t++)
            count_phrase(s, t, t + 2, of_run[t - first].number == ONCE);
        if (end - first > 1)
            count_phrase(s, first, end, once);
        while (i < s->pair.count && s->pair.items[i].token < end)
            i++;
    }
}

/* Sets the phrase of each term: the most frequent one with it, the longest on a tie. */
static void find_best(search *s)
{
    const pith__keyphrase *phrase = s->found.phrase.items;
    uint32_t *of_term =
        pith__arena_zero(s->scratch, s->document->terms.term.count, sizeof *of_term);
    for (uint32_t i = 0; i < s->found.phrase.count; i++) {
        const pith__keyphrase *next = &phrase[i];
        for (uint32_t t = next->first; t < next->end; t++) {
            uint32_t *best = &of_term[pith__token_form(s->document, t)->term];
            const pith__keyphrase *old = *best ? &phrase[*best - 1] : NULL;
            if (!old || next->count > old->count ||
                (next->count == old->count && next->end - next->first > old->end - old->first))
                *best = i + 1;
        }
    }
    s->found.best = of_term;
}

/* ---- all of it ---- */

pith__keyphrases pith__keyphrases_find(pith__arena *scratch, const pith_document *document,
                                       uint64_t seed)
{
    search s = {.scratch = scratch, .document = document};
    pith__tuples_init(&s.terms, scratch, seed);
    pith__tuples_init(&s.names, scratch, seed);
    pith__tuples_init(&s.spellings, scratch, seed);
    look_at_forms(&s);
    find_pairs(&s);
    find_phrases(&s);
    find_best(&s);
    return s.found;
}

const pith__keyphrase *pith__keyphrase_of(const pith__keyphrases *phrases,
                                          const pith_document *document, uint32_t term)
{
    const pith__terms *terms = &document->terms;
    if (!phrases->best[term])
        return NULL;
    const pith__keyphrase *found = &phrases->phrase.items[phrases->best[term] - 1];
    const pith__document_form *first = pith__token_form(document, found->first);
    const pith__document_form *last = pith__token_form(document, found->end - 1);
    bool name = last->term == term && last->shape == PITH__CAPITAL &&
                terms->term.items[first->term].count == found->count &&
                (found->count >= PHRASE_LEAST || first->classes & GIVEN_NAME);
    return 2 * found->count >= terms->term.items[term].count || name ? found : NULL;
}
