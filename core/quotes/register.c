#include "quotes/register.h"

#include <string.h>

#include "ground/utf8.h"

enum { LATIN_END = 0x250 /* code points whose accents may be left out */ };

pith__register pith__register_open(pith__arena *arena, pith__arena *scratch,
                                   const pith__words *words, const pith__mentions *mentions,
                                   pith__persons *persons)
{
    enum { SLOTS_MIN = 64 };
    size_t forms = words->document->terms.form.count;
    pith__register r = {.arena = arena,
                        .scratch = scratch,
                        .words = words,
                        .mentions = mentions,
                        .persons = persons,
                        .slot_count = SLOTS_MIN};
    while (r.slot_count < mentions->count / 2)
        r.slot_count *= 2;
    pith__table_init(&r.keys, scratch, words->lexicon->seed, mentions->count / 2);
    r.slots = pith__arena_zero(scratch, r.slot_count, sizeof *r.slots);
    r.word = pith__arena_alloc(scratch, (forms + 1) * sizeof *r.word);
    memset(r.word, 0xFF, forms * sizeof *r.word); /* PITH_NONE */
    return r;
}

/* ---- words ---- */

uint32_t pith__register_key(pith__register *r, const char *bytes, size_t length)
{
    uint32_t key = pith__table_intern(&r->keys, bytes, length);
    if (key == r->newest.count)
        *pith__array_add(r->scratch, &r->newest) = PITH_NONE;
    return key;
}

static uint32_t unaccented(pith__register *r, const char *word, uint32_t length)
{
    char *plain = pith__arena_alloc(r->scratch, length + 1u); /* the table borrows its keys */
    uint32_t size = 0;
    for (uint32_t at = 0; at < length;) {
        uint32_t code = pith__utf8_next(word, &at), base = pith__utf8_base(code);
        size += (uint32_t)pith__utf8_put(code < LATIN_END ? base : code, plain + size);
    }
    return pith__register_key(r, plain, size);
}

/* Accented Latin letters begin with these bytes. */
static bool may_have_accents(const char *word, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++)
        if ((unsigned char)word[i] >= 0xC3 && (unsigned char)word[i] <= 0xC9)
            return true;
    return false;
}

uint32_t pith__register_form(pith__register *r, uint32_t form)
{
    const char *lower = r->words->document->terms.form.items[form].lower;
    uint32_t length = r->words->of_form[form].lower_length;
    return r->word[form] = may_have_accents(lower, length) ? unaccented(r, lower, length)
                                                           : pith__register_key(r, lower, length);
}

/* ---- phrases ---- */

/* The next token from `token` on whose word is one of the phrase; the end of the mention. */
static uint32_t next_of(const pith__register *r, const pith__phrase *p, uint32_t token)
{
    const pith__mention *m = &r->mentions->items[p->mention];
    const pith__token *tokens = r->words->document->tokens.token.items;
    uint32_t t = token;
    for (; t < m->end; t++)
        if (tokens[t].start >= p->span.start && tokens[t].start < p->span.end &&
            !pith__word_is_article(
                pith__word_at(r->words, t == m->first && p->owner != PITH_NONE ? p->owner : t)))
            break;
    return t;
}

static uint32_t form_of(const pith__register *r, const pith__phrase *p, uint32_t token)
{
    bool owned = token == r->mentions->items[p->mention].first && p->owner != PITH_NONE;
    return r->words->document->tokens.token.items[owned ? p->owner : token].form;
}

static uint32_t hash_of(const pith__register *r, const pith__phrase *p)
{
    const pith__document_form *forms = r->words->document->terms.form.items;
    const pith__mention *m = &r->mentions->items[p->mention];
    uint64_t state = r->keys.seed;
    for (uint32_t t = next_of(r, p, m->first); t < m->end; t = next_of(r, p, t + 1)) {
        uint32_t form = form_of(r, p, t), length = r->words->of_form[form].lower_length;
        state = pith__fold(state ^ pith__hash(r->keys.seed, forms[form].lower, length),
                           0x9E3779B97F4A7C15u);
    }
    return (uint32_t)(state ^ state >> 32);
}

static bool is_same_word(const pith__register *r, uint32_t a, uint32_t b)
{
    const pith__document_form *forms = r->words->document->terms.form.items;
    uint32_t length = r->words->of_form[a].lower_length;
    return a == b || (length == r->words->of_form[b].lower_length &&
                      memcmp(forms[a].lower, forms[b].lower, length) == 0);
}

static bool is_same(const pith__register *r, const pith__phrase *a, const pith__phrase *b)
{
    const pith__mention *x = &r->mentions->items[a->mention], *y = &r->mentions->items[b->mention];
    uint32_t t = next_of(r, a, x->first), u = next_of(r, b, y->first);
    while (t < x->end && u < y->end && is_same_word(r, form_of(r, a, t), form_of(r, b, u))) {
        t = next_of(r, a, t + 1);
        u = next_of(r, b, u + 1);
    }
    return t == x->end && u == y->end;
}

static void widen(pith__register *r)
{
    if (r->slot_count > UINT32_MAX / 4)
        pith__trap_spring(r->scratch->trap, PITH__TOO_LARGE);
    r->slot_count *= 2;
    r->slots = pith__arena_zero(r->scratch, r->slot_count, sizeof *r->slots);
    for (uint32_t i = 0; i < r->phrase.count; i++) {
        uint32_t at = r->phrase.items[i].hash & (r->slot_count - 1);
        while (r->slots[at])
            at = (at + 1) & (r->slot_count - 1);
        r->slots[at] = i + 1;
    }
}

uint32_t pith__register_phrase(pith__register *r, uint32_t mention, pith_span span, uint32_t owner)
{
    pith__phrase phrase = {.mention = mention, .owner = owner, .span = span, .newest = PITH_NONE};
    if (r->phrase.count / 2 >= r->slot_count / 3) /* two thirds are taken */
        widen(r);
    phrase.hash = hash_of(r, &phrase);
    uint32_t at = phrase.hash & (r->slot_count - 1);
    for (; r->slots[at]; at = (at + 1) & (r->slot_count - 1)) {
        uint32_t number = r->slots[at] - 1;
        const pith__phrase *known = &r->phrase.items[number];
        if (known->hash == phrase.hash && is_same(r, known, &phrase))
            return number | PITH__OF_PHRASE;
    }
    *pith__array_add(r->scratch, &r->phrase) = phrase;
    r->slots[at] = r->phrase.count;
    return (r->phrase.count - 1) | PITH__OF_PHRASE;
}

/* ---- links ---- */

void pith__register_add(pith__register *r, uint32_t key, uint32_t person, pith__knowing place)
{
    uint32_t *newest = key & PITH__OF_PHRASE ? &r->phrase.items[key - PITH__OF_PHRASE].newest
                                             : &r->newest.items[key];
    *pith__array_add(r->scratch, &r->link) = (pith__link){person, *newest, place};
    *newest = r->link.count - 1;
}

uint32_t pith__register_new(pith__register *r, uint32_t mention)
{
    const pith__mention *m = &r->mentions->items[mention];
    *pith__array_add(r->arena, &r->persons->person) = (pith__person){.kind = m->kind,
                                                                     .gender = m->gender,
                                                                     .fullest = mention,
                                                                     .owner = PITH_NONE,
                                                                     .role = PITH_NONE,
                                                                     .office = PITH_NONE};
    return r->persons->person.count - 1;
}

static bool is_likelier(const pith__person *a, const pith__person *b)
{
    return a->full != b->full ? a->full > b->full : a->mentions > b->mentions;
}

uint32_t pith__register_find(const pith__register *r, uint32_t key, uint32_t places,
                             pith__gender gender)
{
    const pith__person *persons = r->persons->person.items;
    uint32_t best = PITH_NONE, at = pith__register_first(r, key);
    for (uint32_t n = 0; at != PITH_NONE && n < PITH__LINKS_MAX; at = r->link.items[at].next, n++) {
        const pith__link *l = &r->link.items[at];
        if (!(places & l->place) || !pith__agree(persons[l->person].gender, gender))
            continue;
        if (best == PITH_NONE || is_likelier(&persons[l->person], &persons[best]))
            best = l->person;
    }
    return best;
}
