#include "quotes/person.h"

#include <string.h>

#include "quotes/anaphor.h"
#include "quotes/naming.h"

enum {
    WORDS_MAX = 16 /* of a body's name, for its initials */
};

/* ---- keys ---- */

uint32_t pith__phrase_key_of(pith__gathering *g, uint32_t mention, uint32_t owner)
{
    return pith__register_phrase(&g->known, mention, g->mentions->items[mention].span, owner);
}

/* ---- bodies ---- */

/* The first letters of the capitalized words: IMF; PITH_NONE if that is one letter at most. */
static uint32_t initials_key(pith__gathering *g, const pith__mention *m)
{
    char letters[WORDS_MAX];
    uint32_t count = 0;
    for (uint32_t t = m->first; t < m->end && count < WORDS_MAX; t++) {
        const pith__document_form *form = pith__form_at(g, t);
        if (pith__is_capital(form) && !(form->classes & (PITH__DETERMINER | PITH__INDEFINITE)) &&
            (unsigned char)form->lower[0] < 0x80)
            letters[count++] = form->lower[0];
    }
    if (count < 2)
        return PITH_NONE;
    char *lasting = pith__arena_alloc(g->scratch, count); /* the table borrows its keys */
    return pith__register_key(&g->known, memcpy(lasting, letters, count), count);
}

/* Whether no word of the name is a small one: "Holm Berg", but not "the company of Olav Berg". */
static bool is_plain(const pith__gathering *g, const pith__mention *m)
{
    for (uint32_t t = m->first; t < m->end; t++)
        if (pith__form_at(g, t)->shape == PITH__LOWER &&
            !pith__word_is_article(pith__word_in(g, t)))
            return false;
    return true;
}

static void register_body(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t whole = pith__phrase_key(g, mention);
    uint32_t person = pith__register_find(&g->known, whole, PITH__BY_WHOLE, PITH__UNKNOWN);
    if (person == PITH_NONE) {
        bool small = pith__word_in(g, m->end - 1)->shape == PITH__LOWER;
        uint32_t initials = small ? PITH_NONE : initials_key(g, m);
        if (initials == PITH_NONE)
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

/* ---- persons ---- */

uint32_t pith__gather_new(pith__gathering *g, uint32_t mention, uint32_t key)
{
    uint32_t person = pith__register_new(&g->known, mention);
    pith__register_add(&g->known, key, person, PITH__BY_WHOLE);
    pith__pronouns_note(&g->persons.person.items[person]);
    return person;
}

static uint32_t of_body(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (g->facts[mention] & PITH__IS_OWNED)
        return pith__of_owned(g, mention);
    uint32_t whole = pith__phrase_key(g, mention);
    uint32_t person = pith__register_find(&g->known, whole, PITH__BY_WHOLE, PITH__UNKNOWN);
    if (person == PITH_NONE) {
        uint32_t last = m->end - 1;
        bool single = m->name.start == g->document->tokens.token.items[last].start;
        bool acronym = pith__word_in(g, last)->shape == PITH__UPPER;
        uint32_t places =
            PITH__BY_ACRONYM | PITH__BY_SURNAME | (acronym ? (uint32_t)PITH__BY_WHOLE : 0);
        if (single)
            person = pith__register_find(&g->known, pith__register_word(&g->known, last), places,
                                         PITH__UNKNOWN);
        if (person != PITH_NONE && g->facts[mention] & PITH__IS_THE &&
            pith__word_in(g, last)->shape == PITH__CAPITAL &&
            g->persons.person.items[person].kind == PITH__NAME)
            person = PITH_NONE; /* the Rossi boats */
    }
    if (person != PITH_NONE || pith__anaphor_resolve(g, mention, &person))
        return person;
    person = pith__gather_new(g, mention, whole);
    pith__anaphor_register(g, mention, person);
    return person;
}

/* Whether a noun follows that the article can belong to: "the NASA | rocket". */
static bool goes_before_noun(const pith__gathering *g, const pith__mention *m)
{
    if (m->end >= g->document->tokens.token.count)
        return false;
    const pith__word *next = pith__word_in(g, m->end);
    return next->shape != PITH__PUNCTUATION && !(next->classes & (PITH__STOP | PITH__SPEECH_VERB));
}

/* Whether the mention's words are those of the fullest of its person, and say besides that he is
 * known: "the secretary" rather than "secretary". */
static bool is_fuller(pith__gathering *g, const pith__person *p, uint32_t mention)
{
    if (goes_before_noun(g, &g->mentions->items[mention]))
        return false;
    return p->kind != PITH__NAME && g->mentions->items[mention].kind == p->kind &&
           !(g->facts[p->fullest] & PITH__IS_DETERMINED) &&
           pith__phrase_key(g, mention) == pith__phrase_key(g, p->fullest);
}

/* ---- recent persons ---- */

/* The numbers 0, 1, 2, ... in turn. */
static const uint64_t IN_TURN = 0xFEDCBA9876543210u, ONE_EACH = 0x1111111111111111u;

static void forget_recent(pith__gathering *g)
{
    for (uint32_t i = 0; i < PITH__RECENT_MAX; i++)
        g->recent[i] = PITH_NONE;
    g->recent_count = 0;
    g->order = IN_TURN;
}

/* Moves a number to the front of the order: those before it go back by one place. The lowest zero
 * among the differences shows where it is. */
static uint64_t to_front(uint64_t order, uint64_t number)
{
    uint64_t differences = order ^ number * ONE_EACH;
    uint64_t zeros = (differences - ONE_EACH) & ~differences & ONE_EACH << (PITH__RANK_BITS - 1);
    uint64_t moved = (zeros & (0 - zeros)) * 2 - 1; /* the bits up to there */
    return (order & ~moved) | ((order << PITH__RANK_BITS | number) & moved);
}

/* Moves the person to the front of those mentioned last: new ones take the place of who was
 * mentioned longest ago, or of nobody. Whether one is new, no processor can guess. */
static void bring_near(pith__gathering *g, uint32_t person, pith__person *p)
{
    uint32_t last = g->order >> (PITH__RECENT_MAX - 1) * PITH__RANK_BITS & PITH__RANK_MASK;
    bool other = g->recent[p->recent] != person;
    uint32_t place = p->recent ^ ((p->recent ^ last) & -(uint32_t)other);
    g->recent_count += g->recent[place] == PITH_NONE;
    g->recent[place] = person;
    g->pronouns[place] = p->pronouns;
    p->recent = (uint8_t)place;
    g->order = to_front(g->order, place);
}

/* Whether the gender of a mention comes from more than a name's only word, which can be a surname
 * as well (Clinton). */
static bool is_sure(const pith__mention *m)
{
    return m->kind == PITH__NAME ? m->end - m->first > 1 : m->kind != PITH__PRONOUN;
}

/* The mention is the latest of the person. What seldom holds together is asked at once. */
static void touch(pith__gathering *g, uint32_t person, uint32_t mention, const pith__mention *m)
{
    enum { GENDERS = PITH__PLURAL + 1 };
    pith__person *p = &g->persons.person.items[person];
    p->mentions++;
    p->latest = mention;
    if (m->gender > p->gender * GENDERS && is_sure(m)) {
        p->gender = m->gender;
        pith__pronouns_note(p);
    }
    if (g->facts[mention] & PITH__IS_THE && is_fuller(g, p, mention)) {
        p->fullest = mention;
    }
    bring_near(g, person, p);
}

/* ---- all mentions ---- */

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

/* Goes through all mentions, and tells from a mention on whom those mean whose persons are not
 * known by their names. */
static void resolve_all(pith__gathering *g)
{
    const uint32_t count = g->mentions->count;
    const uint8_t *facts = g->facts;
    const pith__mention *m = g->mentions->items;
    uint32_t *of_mention = g->persons.of_mention;
    forget_recent(g);
    for (uint32_t i = 0; i < g->persons.person.count; i++)
        g->persons.person.items[i].mentions = 0;
    for (uint32_t i = 0; i < count; i++, m++) {
        if (facts[i] & PITH__IS_OPEN)
            of_mention[i] = resolve(g, i);
        if (of_mention[i] != PITH_NONE)
            touch(g, of_mention[i], i, m);
    }
}

/* Whether a role is said with whose it is: "Norwegian President". */
static bool is_particular(const pith__gathering *g, const pith__mention *m)
{
    uint32_t first = pith__token_at(g->document, m->role.start);
    pith__shape shape = pith__form_at(g, first)->shape;
    return (shape == PITH__CAPITAL || shape == PITH__UPPER) &&
           g->document->tokens.token.items[first].start + pith__word_in(g, first)->length <
               m->role.end;
}

/* The roles of the persons who are named, before all mentions are gone through: a headline says
 * "Norwegian President" of who is named only later. */
static void register_roles(pith__gathering *g)
{
    const pith__mention *m = g->mentions->items;
    for (uint32_t i = 0; i < g->mentions->count; i++, m++) {
        uint32_t person = g->persons.of_mention[i]; /* PITH_NONE if a name has no words */
        if ((m->kind != PITH__NAME) | (m->role.end == m->role.start) | (person == PITH_NONE))
            continue;
        pith__person *p = &g->persons.person.items[person];
        if (p->kind == PITH__NAME && p->role == PITH_NONE)
            p->role = i;
    }
    for (uint32_t i = 0; i < g->persons.person.count; i++) {
        uint32_t role = g->persons.person.items[i].role;
        if (role == PITH_NONE || !is_particular(g, &g->mentions->items[role]))
            continue;
        uint32_t key =
            pith__register_phrase(&g->known, role, g->mentions->items[role].role, PITH_NONE);
        if (pith__register_find(&g->known, key, PITH__BY_ROLE, PITH__UNKNOWN) != PITH_NONE)
            continue;
        pith__register_add(&g->known, key, i, PITH__BY_ROLE);
    }
}

/* Returns whether anyone's is new. */
static bool learn_genders(pith__gathering *g)
{
    bool any = false;
    for (uint32_t i = 0; i < g->persons.person.count; i++) {
        pith__person *p = &g->persons.person.items[i];
        if (p->gender != PITH__UNKNOWN || p->kind == PITH__BODY)
            continue;
        if (p->he > 2 * p->she)
            p->gender = PITH__MALE;
        else if (p->she > 2 * p->he)
            p->gender = PITH__FEMALE;
        if (p->gender == PITH__UNKNOWN)
            continue;
        pith__pronouns_note(p);
        any = true;
    }
    return any;
}

/* ---- all of it ---- */

/* "his wife", "their lawyers" */
static bool is_owner(const pith__document_form *form)
{
    static const char *const owners[] = {"her", "his", "its", "their"};
    return PITH__FORM_IS_ONE_OF(form, owners);
}

/* Whether who does something is named behind the mention: right behind a comma, as in "Alongside
 * Ann Lee, Holm said", or behind the bracket of a "(CNN)". */
static bool is_in_opening(const pith__gathering *g, const pith__mention *m)
{
    if (g->document->text.bytes[g->document->tokens.token.items[m->first - 1].start] == '(')
        return true;
    const pith__mention *next = m + 1, *end = g->mentions->items + g->mentions->count;
    if (next == end || next->first != m->end + 1 || next->sentence != m->sentence ||
        (next->kind != PITH__NAME && next->kind != PITH__PRONOUN))
        return false;
    return g->document->text.bytes[g->document->tokens.token.items[m->end].start] == ',';
}

/* What the place of a mention tells, as far as no processor can guess it without a branch. before:
 * what is told of the mention before it, whose part "A and B" gives to B. with_subject: the last
 * sentence whose subject has been seen. */
static uint32_t facts_of_place(const pith__gathering *g, const pith__mention *m, uint32_t before,
                               uint32_t *with_subject)
{
    bool behind = m->first > g->document->tokens.first[m->sentence];
    uint32_t classes = pith__word_in(g, m->first - behind)->classes;
    if (behind && classes & PITH__CONNECTIVE && before && m[-1].end + 1 == m->first)
        return before & (PITH__IS_SUBJECT | PITH__IS_OBJECT);
    bool object = behind & ((classes & PITH__PREPOSITION) != 0);
    bool subject = (m->sentence != *with_subject) & !object;
    if (subject && behind && is_in_opening(g, m))
        subject = false;
    *with_subject = subject ? m->sentence : *with_subject;
    return (uint32_t)subject * PITH__IS_SUBJECT | (uint32_t)object * PITH__IS_OBJECT;
}

/* Of the first word of a description or body; the same, but for determiners that are not "the". */
static uint32_t facts_of_word(const pith__gathering *g, const pith__mention *m)
{
    const pith__document_form *form = pith__form_at(g, m->first);
    bool fresh = form->classes & PITH__INDEFINITE, determiner = form->classes & PITH__DETERMINER;
    bool the = memcmp(form->lower, "the", 4) == 0, several = m->end > m->first + 1;
    uint32_t facts = (uint32_t)(fresh | determiner) * PITH__IS_DETERMINED |
                     (uint32_t)fresh * PITH__IS_NEW | (uint32_t)the * PITH__IS_THE |
                     (uint32_t)(the & several) * PITH__IS_DEFINITE;
    if (!(determiner & several & !the & g->english))
        return facts;
    facts |= is_owner(form) ? PITH__IS_OWNED : 0;
    return facts | (strcmp(form->lower, "this") == 0 ? PITH__IS_DEFINITE : 0);
}

/* Sees what the words of all mentions tell, which the persons of bodies with names need first. */
static void see_all(pith__gathering *g)
{
    const uint32_t count = g->mentions->count;
    const pith__mention *m = g->mentions->items;
    uint8_t *facts = g->facts;
    uint32_t with_subject = PITH_NONE;
    for (uint32_t i = 0; i < count; i++, m++) {
        bool by_word = m->kind == PITH__BODY || m->kind == PITH__DESCRIPTION;
        facts[i] = (uint8_t)(facts_of_place(g, m, i ? facts[i - 1] : 0, &with_subject) |
                             (facts_of_word(g, m) & -(uint32_t)by_word));
    }
    m = g->mentions->items;
    for (uint32_t i = 0; i < count; i++, m++)
        if (m->kind == PITH__BODY && !(facts[i] & PITH__IS_OWNED))
            register_body(g, i);
}

/* Which mentions are open, and no doubt yet. */
static void prepare(pith__gathering *g)
{
    const uint32_t count = g->mentions->count, *of_mention = g->persons.of_mention;
    uint8_t *facts = g->facts;
    for (uint32_t i = 0; i < count; i++)
        facts[i] |= of_mention[i] == PITH_NONE; /* PITH__IS_OPEN */
    for (uint32_t i = 0; i < g->persons.person.count; i++)
        pith__pronouns_note(&g->persons.person.items[i]);
}

pith__persons pith__persons_find(pith__arena *arena, pith__arena *scratch, const pith__words *words,
                                 const pith__mentions *mentions)
{
    const uint32_t count = mentions->count + mentions->covered;
    pith__gathering g = {.arena = arena,
                         .scratch = scratch,
                         .words = words,
                         .document = words->document,
                         .mentions = mentions,
                         .english = strcmp(words->document->language->code, "en") == 0};
    g.known = pith__register_open(arena, scratch, words, mentions, &g.persons);
    g.persons.of_mention = pith__arena_alloc(arena, (count + 1) * sizeof *g.persons.of_mention);
    g.persons.certainty = pith__arena_alloc(arena, (count + 1) * sizeof *g.persons.certainty);
    g.phrase = pith__arena_alloc(scratch, (count + 1) * sizeof *g.phrase);
    g.facts = pith__arena_alloc(scratch, (count + 1) * sizeof *g.facts);
    memset(g.persons.of_mention, 0xFF, count * sizeof *g.persons.of_mention); /* PITH_NONE */
    memset(g.phrase, 0xFF, count * sizeof *g.phrase);
    memset(g.persons.certainty, 100, count);
    see_all(&g);
    pith__naming_find(&g.known);
    prepare(&g);
    register_roles(&g);
    resolve_all(&g);
    if (learn_genders(&g))
        resolve_all(&g);
    return g.persons;
}
