#include "quotes/register.h"

#include <string.h>

#include "ground/utf8.h"

enum { LATIN_END = 0x250 /* code points whose accents may be left out */ };

pith__register pith__register_open(pith__arena *arena, pith__arena *scratch,
                                   const pith__words *words, const pith__mentions *mentions,
                                   pith__persons *persons)
{
    size_t forms = words->document->terms.form.count;
    pith__register r = {.arena = arena,
                        .scratch = scratch,
                        .words = words,
                        .mentions = mentions,
                        .persons = persons,
                        .tokens = words->document->tokens.token.items,
                        .forms = words->document->terms.form.items,
                        .of_form = words->of_form,
                        .seed = words->lexicon->seed};
    r.word_slots = pith__slots_make(scratch, mentions->count / 2);
    r.phrase_slots = pith__slots_make(scratch, mentions->count / 3);
    r.word = pith__arena_alloc(scratch, (forms + 1) * sizeof *r.word);
    memset(r.word, 0xFF, forms * sizeof *r.word); /* PITH_NONE */
    return r;
}

/* ---- words ---- */

static void widen_words(pith__register *r)
{
    r->word_slots = pith__slots_make(r->scratch, r->word_slots.count);
    for (uint32_t i = 0; i < r->known_word.count; i++)
        pith__slots_put(&r->word_slots, r->known_word.items[i].hash, i);
}

static inline uint32_t find_key(pith__register *r, const char *bytes, size_t length)
{
    uint32_t hash = pith__hash(r->seed, bytes, length);
    if (pith__slots_are_full(&r->word_slots, r->known_word.count))
        widen_words(r);
    uint32_t at = pith__slots_at(&r->word_slots, hash);
    for (uint32_t slot; (slot = r->word_slots.items[at]) != 0;
         at = pith__slots_behind(&r->word_slots, at)) {
        const pith__known_word *known = &r->known_word.items[slot - 1];
        if (known->hash == hash && known->length == length &&
            memcmp(known->bytes, bytes, length) == 0)
            return slot - 1;
    }
    *pith__array_add(r->scratch, &r->known_word) =
        (pith__known_word){bytes, (uint32_t)length, hash, PITH_NONE, PITH_NONE};
    r->word_slots.items[at] = r->known_word.count;
    return r->known_word.count - 1;
}

uint32_t pith__register_key(pith__register *r, const char *bytes, size_t length)
{
    return find_key(r, bytes, length);
}

static uint32_t unaccented(pith__register *r, const char *word, uint32_t length)
{
    char *plain = pith__arena_alloc(r->scratch, length + 1u); /* the register borrows its words */
    uint32_t size = 0;
    for (uint32_t at = 0; at < length;) {
        uint32_t code = pith__utf8_next(word, &at), base = pith__utf8_base(code);
        size += (uint32_t)pith__utf8_put(code < LATIN_END ? base : code, plain + size);
    }
    return pith__register_key(r, plain, size);
}

/* Accented letters of Latin begin with the bytes C3 to C9. */
static bool has_accents(const char *word, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++)
        if ((unsigned char)word[i] >= 0xC3 && (unsigned char)word[i] <= 0xC9)
            return true;
    return false;
}

/* Whether each byte is a character; the last eight or four are read as one number. */
static bool is_ascii(const char *word, uint32_t length)
{
    uint64_t eight = 0, all = 0;
    uint32_t four = 0;
    for (uint32_t i = 0; i + sizeof eight < length; i += sizeof eight) {
        memcpy(&eight, word + i, sizeof eight);
        all |= eight;
    }
    if (length >= sizeof eight) {
        memcpy(&eight, word + length - sizeof eight, sizeof eight);
        return !((all | eight) & 0x8080808080808080u);
    }
    if (length < sizeof four) {
        for (uint32_t i = 0; i < length; i++)
            four |= (unsigned char)word[i];
        return four < 0x80;
    }
    memcpy(&four, word, sizeof four);
    all = four;
    memcpy(&four, word + length - sizeof four, sizeof four);
    return !((all | four) & 0x80808080u);
}

uint32_t pith__register_form(pith__register *r, uint32_t form)
{
    const char *lower = r->forms[form].lower;
    uint32_t length = r->of_form[form].lower_length;
    bool accents = !is_ascii(lower, length) && has_accents(lower, length);
    return r->word[form] = accents ? unaccented(r, lower, length) : find_key(r, lower, length);
}

/* ---- phrases ---- */

/* The next form of the phrase from *token on, PITH_NONE behind the last; *token goes behind it. */
static inline uint32_t next_form(const pith__register *r, const pith__known_phrase *p,
                                 uint32_t first, uint32_t end, uint32_t *token)
{
    while (*token < end) {
        uint32_t t = (*token)++, start = r->tokens[t].start;
        uint32_t form = r->tokens[t == first && p->owner != PITH_NONE ? p->owner : t].form;
        if (start >= p->span.start && start < p->span.end &&
            !pith__word_is_article(&r->of_form[form]))
            return form;
    }
    return PITH_NONE;
}

static uint64_t hash_word(const pith__register *r, uint64_t state, uint32_t form)
{
    const pith__word *word = &r->of_form[form];
    if (pith__word_is_article(word))
        return state;
    return pith__fold(state ^ pith__hash(r->seed, r->forms[form].lower, word->lower_length),
                      0x9E3779B97F4A7C15u);
}

static uint32_t hash_of(const pith__register *r, const pith__known_phrase *p)
{
    const pith__mention *m = &r->mentions->items[p->mention];
    const pith__token *tokens = r->tokens, *t = tokens + m->first, *end = tokens + m->end;
    uint64_t state = r->seed;
    if (p->owner != PITH_NONE) {
        state = hash_word(r, state, tokens[p->owner].form);
        t++;
    }
    for (; t < end; t++)
        if (t->start >= p->span.start && t->start < p->span.end)
            state = hash_word(r, state, t->form);
    return (uint32_t)(state ^ state >> 32);
}

static bool is_same_word(const pith__register *r, uint32_t a, uint32_t b)
{
    if (a == b)
        return true;
    if (a == PITH_NONE || b == PITH_NONE)
        return false;
    uint32_t length = r->of_form[a].lower_length;
    return length == r->of_form[b].lower_length &&
           memcmp(r->forms[a].lower, r->forms[b].lower, length) == 0;
}

static bool is_same(const pith__register *r, const pith__known_phrase *a,
                    const pith__known_phrase *b)
{
    const pith__mention *m = &r->mentions->items[a->mention], *n = &r->mentions->items[b->mention];
    uint32_t t = m->first, u = n->first;
    while (true) {
        uint32_t x = next_form(r, a, m->first, m->end, &t),
                 y = next_form(r, b, n->first, n->end, &u);
        if (!is_same_word(r, x, y))
            return false;
        if (x == PITH_NONE)
            return true;
    }
}

static void widen_phrases(pith__register *r)
{
    r->phrase_slots = pith__slots_make(r->scratch, r->phrase_slots.count);
    for (uint32_t i = 0; i < r->phrase.count; i++)
        pith__slots_put(&r->phrase_slots, r->phrase.items[i].hash, i);
}

uint32_t pith__register_phrase(pith__register *r, uint32_t mention, pith_span span, uint32_t owner)
{
    pith__known_phrase phrase = {
        .mention = mention, .owner = owner, .span = span, .newest = PITH_NONE};
    phrase.hash = hash_of(r, &phrase);
    if (pith__slots_are_full(&r->phrase_slots, r->phrase.count))
        widen_phrases(r);
    uint32_t at = pith__slots_at(&r->phrase_slots, phrase.hash);
    for (uint32_t slot; (slot = r->phrase_slots.items[at]) != 0;
         at = pith__slots_behind(&r->phrase_slots, at)) {
        const pith__known_phrase *known = &r->phrase.items[slot - 1];
        if (known->hash == phrase.hash && is_same(r, known, &phrase))
            return (slot - 1) | PITH__OF_PHRASE;
    }
    *pith__array_add(r->scratch, &r->phrase) = phrase;
    r->phrase_slots.items[at] = r->phrase.count;
    return (r->phrase.count - 1) | PITH__OF_PHRASE;
}

/* ---- persons ---- */

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
