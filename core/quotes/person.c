#include "quotes/person.h"

#include <string.h>

#include "quotes/anaphor.h"
#include "quotes/naming.h"

enum {
    WORDS_MAX = 16, /* of a body's name, for its initials */
    ARTICLE_MAX = 2 /* bytes of an indefinite article: a, an, un */
};

/* ---- keys ---- */

/* A determiner that names nobody else than another one does: "the" and "a", but neither "another"
 * nor "his". */
static bool is_article(const pith__word *word)
{
    return (word->classes & PITH__DETERMINER && !(word->classes & PITH__PRONOUNS)) ||
           (word->classes & PITH__INDEFINITE && word->length <= ARTICLE_MAX);
}

/* The words of a span of a mention but for articles, in lower case with a space behind each; in
 * place of the first of the mention the word at token `owner`, if that is not PITH_NONE. */
static uint32_t make_phrase(pith__gathering *g, const pith__mention *m, pith_span span,
                            uint32_t owner)
{
    size_t room = 2 * (size_t)pith__span_length(span), length = 0;
    if (owner != PITH_NONE)
        room += pith__token_form(g->document, owner)->lower_length;
    char *text = pith__arena_alloc(g->scratch, room + 64); /* the table borrows its keys */
    for (uint32_t t = m->first; t < m->end; t++) {
        uint32_t at = t == m->first && owner != PITH_NONE ? owner : t;
        const pith__document_form *form = pith__token_form(g->document, at);
        const pith__word *word = pith__word_at(g->words, at);
        uint32_t size = word->lower_length, start = g->document->tokens.token.items[t].start;
        if (start < span.start || start >= span.end || is_article(word) || length + size + 1 > room)
            continue;
        memcpy(text + length, form->lower, size);
        length += size;
        text[length++] = ' ';
    }
    text = pith__arena_resize(g->scratch, text, room + 64, length);
    uint32_t key = pith__register_key(&g->known, text, length);
    if (g->known.keys.keys.items[key].bytes != text)
        pith__arena_drop(g->scratch, text, length);
    return key;
}

/* A body's by its name, all others' by the whole of it. */
uint32_t pith__phrase_key(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (g->phrase[mention] == PITH_NONE)
        g->phrase[mention] =
            make_phrase(g, m, m->kind == PITH__BODY ? m->name : m->span, PITH_NONE);
    return g->phrase[mention];
}

uint32_t pith__phrase_key_of(pith__gathering *g, uint32_t mention, uint32_t owner)
{
    const pith__mention *m = &g->mentions->items[mention];
    return make_phrase(g, m, m->span, owner);
}

/* ---- bodies ---- */

/* The first letters of the capitalized words: IMF. */
static uint32_t initials_key(pith__gathering *g, const pith__mention *m)
{
    char *letters = pith__arena_alloc(g->scratch, WORDS_MAX); /* the table borrows its keys */
    uint32_t count = 0;
    for (uint32_t t = m->first; t < m->end && count < WORDS_MAX; t++) {
        const pith__document_form *form = pith__token_form(g->document, t);
        bool capital = form->shape == PITH__CAPITAL || form->shape == PITH__UPPER;
        if (capital && !(form->classes & (PITH__DETERMINER | PITH__INDEFINITE)) &&
            (unsigned char)form->lower[0] < 0x80)
            letters[count++] = form->lower[0];
    }
    return count > 1 ? pith__register_key(&g->known, letters, count) : PITH_NONE;
}

/* Whether no word of the name is a small one: "Holm Berg", but not "the company of Olav Berg". */
static bool is_plain(const pith__gathering *g, const pith__mention *m)
{
    for (uint32_t t = m->first; t < m->end; t++)
        if (pith__token_form(g->document, t)->shape == PITH__LOWER &&
            !is_article(pith__word_at(g->words, t)))
            return false;
    return true;
}

static void register_body(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (pith__is_owned(g, m))
        return;
    uint32_t whole = pith__phrase_key(g, mention);
    uint32_t person = pith__register_find(&g->known, whole, PITH__BY_WHOLE, PITH__UNKNOWN);
    if (person == PITH_NONE) {
        uint32_t initials = initials_key(g, m);
        if (initials == PITH_NONE ||
            pith__token_form(g->document, m->end - 1)->shape == PITH__LOWER)
            return;
        person = pith__register_new(&g->known, mention);
        pith__register_add(&g->known, whole, person, PITH__BY_WHOLE);
        pith__register_add(&g->known, initials, person, PITH__BY_ACRONYM);
        pith__anaphor_register(g, mention, person);
        if (is_plain(g, m))
            pith__register_add(&g->known, pith__register_word(&g->known, m->end - 1), person,
                               PITH__BY_SURNAME);
    }
    g->persons.of_mention[mention] = person;
}

/* ---- the second pass ---- */

uint32_t pith__gather_new(pith__gathering *g, uint32_t mention, uint32_t key)
{
    uint32_t person = pith__register_new(&g->known, mention);
    pith__register_add(&g->known, key, person, PITH__BY_WHOLE);
    return person;
}

/* Whether the gender of a name comes from more than its only word, which can be a surname as well
 * (Clinton). */
static bool is_sure(const pith__mention *m)
{
    return m->kind != PITH__NAME || m->end - m->first > 1;
}

static uint32_t of_body(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (pith__is_owned(g, m))
        return pith__of_owned(g, mention);
    uint32_t whole = pith__phrase_key(g, mention);
    uint32_t person = pith__register_find(&g->known, whole, PITH__BY_WHOLE, PITH__UNKNOWN);
    if (person == PITH_NONE) {
        uint32_t last = pith__register_word(&g->known, m->end - 1);
        bool single = m->name.start == g->document->tokens.token.items[m->end - 1].start;
        bool acronym = pith__token_form(g->document, m->end - 1)->shape == PITH__UPPER;
        uint32_t places =
            PITH__BY_ACRONYM | PITH__BY_SURNAME | (acronym ? (uint32_t)PITH__BY_WHOLE : 0);
        if (single)
            person = pith__register_find(&g->known, last, places, PITH__UNKNOWN);
    }
    if (person != PITH_NONE || pith__anaphor_resolve(g, mention, &person))
        return person;
    person = pith__gather_new(g, mention, whole);
    pith__anaphor_register(g, mention, person);
    return person;
}

static bool has_determiner(const pith__gathering *g, uint32_t mention)
{
    return pith__token_form(g->document, g->mentions->items[mention].first)->classes &
           (PITH__DETERMINER | PITH__INDEFINITE);
}

static bool is_definite(const pith__gathering *g, uint32_t mention)
{
    const pith__document_form *form =
        pith__token_form(g->document, g->mentions->items[mention].first);
    return form->lower_length == 3 && memcmp(form->lower, "the", 3) == 0;
}

/* Moves the person to the front of those mentioned last. */
static void touch(pith__gathering *g, uint32_t person, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    pith__person *p = &g->persons.person.items[person];
    p->mentions++;
    p->latest = mention;
    if (p->gender == PITH__UNKNOWN && m->kind != PITH__PRONOUN && is_sure(m))
        p->gender = m->gender;
    if (p->kind != PITH__NAME && m->kind == p->kind && !has_determiner(g, p->fullest) &&
        is_definite(g, mention) && pith__phrase_key(g, mention) == pith__phrase_key(g, p->fullest))
        p->fullest = mention; /* "the secretary" rather than "secretary" */
    if (p->role == PITH_NONE && p->kind == PITH__NAME && m->kind == PITH__NAME &&
        m->role.end > m->role.start)
        p->role = mention;
    uint32_t moved = person;
    for (uint32_t at = 0; at < g->recent_count; at++) {
        uint32_t here = g->recent[at];
        g->recent[at] = moved;
        moved = here;
        if (here == person)
            return;
    }
    if (g->recent_count < PITH__RECENT_MAX)
        g->recent[g->recent_count++] = moved;
}

static uint32_t resolve(pith__gathering *g, uint32_t mention)
{
    switch (g->mentions->items[mention].kind) {
    case PITH__NAME:
        return PITH_NONE; /* one without words */
    case PITH__BODY:
        return of_body(g, mention);
    case PITH__DESCRIPTION:
        return pith__of_description(g, mention);
    case PITH__PRONOUN:
        return pith__of_pronoun(g, mention);
    }
    return PITH_NONE;
}

static void resolve_all(pith__gathering *g)
{
    g->recent_count = 0;
    for (uint32_t i = 0; i < g->persons.person.count; i++)
        g->persons.person.items[i].mentions = 0;
    for (uint32_t i = 0; i < g->mentions->count; i++) {
        uint32_t *person = &g->persons.of_mention[i];
        if (*person == PITH_NONE)
            *person = resolve(g, i);
        if (*person != PITH_NONE)
            touch(g, *person, i);
    }
}

/* Whether a role is said with whose it is: "Norwegian President". */
static bool is_particular(const pith__gathering *g, const pith__mention *m)
{
    uint32_t first = pith__token_at(g->document, m->role.start);
    pith__shape shape = pith__token_form(g->document, first)->shape;
    return (shape == PITH__CAPITAL || shape == PITH__UPPER) &&
           g->document->tokens.token.items[first].start + pith__word_at(g->words, first)->length <
               m->role.end;
}

/* The roles of the persons, for those that are named only later: a headline says "Norwegian
 * President". */
static void register_roles(pith__gathering *g)
{
    for (uint32_t i = 0; i < g->persons.person.count; i++) {
        uint32_t role = g->persons.person.items[i].role;
        if (role == PITH_NONE || !is_particular(g, &g->mentions->items[role]))
            continue;
        uint32_t key =
            make_phrase(g, &g->mentions->items[role], g->mentions->items[role].role, PITH_NONE);
        if (pith__register_find(&g->known, key, PITH__BY_ROLE, PITH__UNKNOWN) == PITH_NONE)
            pith__register_add(&g->known, key, i, PITH__BY_ROLE);
    }
}

static void learn_genders(pith__persons *persons)
{
    for (uint32_t i = 0; i < persons->person.count; i++) {
        pith__person *p = &persons->person.items[i];
        if (p->gender != PITH__UNKNOWN || p->kind == PITH__BODY)
            continue;
        if (p->he > 2 * p->she)
            p->gender = PITH__MALE;
        else if (p->she > 2 * p->he)
            p->gender = PITH__FEMALE;
    }
}

pith__persons pith__persons_find(pith__arena *arena, pith__arena *scratch, const pith__words *words,
                                 const pith__mentions *mentions)
{
    pith__gathering g = {.arena = arena,
                         .scratch = scratch,
                         .words = words,
                         .document = words->document,
                         .mentions = mentions};
    g.known = (pith__register){.arena = arena,
                               .scratch = scratch,
                               .words = words,
                               .mentions = mentions,
                               .persons = &g.persons};
    pith__table_init(&g.known.keys, scratch, words->lexicon->seed, mentions->count);
    g.known.word =
        pith__arena_alloc(scratch, words->document->terms.form.count * sizeof *g.known.word);
    memset(g.known.word, 0xFF, words->document->terms.form.count * sizeof *g.known.word);
    g.persons.of_mention =
        pith__arena_alloc(arena, (mentions->count + 1) * sizeof *g.persons.of_mention);
    g.persons.certainty =
        pith__arena_alloc(arena, (mentions->count + 1) * sizeof *g.persons.certainty);
    g.phrase = pith__arena_alloc(scratch, (mentions->count + 1) * sizeof *g.phrase);
    for (uint32_t i = 0; i < mentions->count; i++) {
        g.phrase[i] = g.persons.of_mention[i] = PITH_NONE;
        g.persons.certainty[i] = 100;
        if (mentions->items[i].kind == PITH__BODY)
            register_body(&g, i);
    }
    pith__naming_find(&g.known);
    bool *known = pith__arena_alloc(scratch, (mentions->count + 1) * sizeof *known);
    for (uint32_t i = 0; i < mentions->count; i++)
        known[i] = g.persons.of_mention[i] != PITH_NONE;
    resolve_all(&g);
    learn_genders(&g.persons);
    register_roles(&g);
    for (uint32_t i = 0; i < mentions->count; i++)
        if (!known[i])
            g.persons.of_mention[i] = PITH_NONE;
    resolve_all(&g);
    return g.persons;
}
