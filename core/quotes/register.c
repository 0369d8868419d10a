#include "quotes/register.h"

#include <string.h>

#include "ground/utf8.h"

enum { LATIN_END = 0x250 /* code points whose accents may be left out */ };

static uint32_t *make_keys(pith__arena *scratch, uint32_t forms)
{
    uint32_t *keys = pith__arena_alloc(scratch, (forms + 1u) * sizeof *keys);
    return memset(keys, 0xFF, forms * sizeof *keys); /* PITH_NONE */
}

pith__register pith__register_open(pith__arena *arena, pith__arena *scratch,
                                   const pith__words *words, const pith__mentions *mentions,
                                   pith__persons *persons)
{
    uint32_t forms = words->document->terms.form.count;
    pith__register r = {.arena = arena,
                        .scratch = scratch,
                        .words = words,
                        .mentions = mentions,
                        .persons = persons};
    pith__table_init(&r.keys, scratch, words->lexicon->seed, mentions->count);
    r.spelt = make_keys(scratch, forms);
    r.word = make_keys(scratch, forms);
    return r;
}

uint32_t pith__register_key(pith__register *r, const char *bytes, size_t length)
{
    uint32_t key = pith__table_intern(&r->keys, bytes, length);
    if (key == r->first.count)
        *pith__array_add(r->scratch, &r->first) = PITH_NONE;
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

static bool may_have_accents(const char *word, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++)
        if ((unsigned char)word[i] >= 0xC3 && (unsigned char)word[i] <= 0xC9)
            return true;
    return false;
}

void pith__register_form(pith__register *r, uint32_t form)
{
    const char *lower = r->words->document->terms.form.items[form].lower;
    uint32_t length = r->words->of_form[form].lower_length;
    r->spelt[form] = pith__register_key(r, lower, length);
    r->word[form] = may_have_accents(lower, length) ? unaccented(r, lower, length) : r->spelt[form];
}

void pith__register_add(pith__register *r, uint32_t key, uint32_t person, pith__knowing place)
{
    *pith__array_add(r->scratch, &r->link) = (pith__link){person, r->first.items[key], place};
    r->first.items[key] = r->link.count - 1;
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
    uint32_t best = PITH_NONE, at = r->first.items[key];
    for (uint32_t n = 0; at != PITH_NONE && n < PITH__LINKS_MAX; at = r->link.items[at].next, n++) {
        const pith__link *l = &r->link.items[at];
        if (!(places & l->place) || !pith__agree(persons[l->person].gender, gender))
            continue;
        if (best == PITH_NONE || is_likelier(&persons[l->person], &persons[best]))
            best = l->person;
    }
    return best;
}
