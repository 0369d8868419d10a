#include <string.h>

#include "quotes/anaphor.h"

/* The same word, or the short form of a title: Sen. for the senator. */
static bool is_same_office(const pith__document_form *in_role, const pith__document_form *word)
{
    enum { SHORT_MIN = 3, SHORT_MAX = 4 };
    uint32_t length = in_role->lower_length;
    if (in_role->hash == word->hash && strcmp(in_role->lower, word->lower) == 0)
        return true;
    return length >= SHORT_MIN && length <= SHORT_MAX && word->lower_length > length &&
           in_role->classes & (PITH__HONORIFIC | PITH__ROLE) &&
           memcmp(in_role->lower, word->lower, length) == 0;
}

bool pith__has_office(const pith__gathering *g, pith__person *person, uint32_t token)
{
    enum { WORDS_MAX = 32 }; /* of a mention with a role */
    const pith__mention *holder =
        person->role == PITH_NONE ? NULL : &g->mentions->items[person->role];
    const pith__tokens *tokens = &g->document->tokens;
    if (!holder || holder->end - holder->first > WORDS_MAX)
        return false;
    if (person->office == PITH_NONE)
        person->office = pith__token_at(g->document, holder->role.start);
    const pith__document_form *word = pith__form_at(g, token);
    for (uint32_t t = person->office;
         t < tokens->token.count && tokens->token.items[t].start < holder->role.end; t++)
        if (is_same_office(pith__form_at(g, t), word))
            return true;
    return false;
}

/* Whether each word of the description but determiners stands in the role that the person was
 * introduced with. */
static bool fits_role(const pith__gathering *g, const pith__mention *m, pith__person *person)
{
    for (uint32_t t = m->first; t < m->end; t++) {
        const pith__document_form *form = pith__form_at(g, t);
        if (!(form->classes & (PITH__DETERMINER | PITH__INDEFINITE)) &&
            !pith__has_office(g, person, t))
            return false;
    }
    return true;
}

/* The latest person in the office that the description tells, or PITH_NONE. */
static uint32_t of_office(const pith__gathering *g, const pith__mention *m)
{
    uint64_t order = g->order;
    for (uint32_t i = 0; i < g->recent_count; i++, order >>= PITH__RANK_BITS) {
        pith__person *p = &g->persons.person.items[pith__nearest(g, order)];
        if (p->role != PITH_NONE && p->kind == PITH__NAME && pith__agree(p->gender, m->gender) &&
            fits_role(g, m, p))
            return pith__nearest(g, order);
    }
    return PITH_NONE;
}

/* A person whose name a headline has, where capitals tell no names: "Olav Holm Sees No End". */
static uint32_t of_headline(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    for (uint32_t t = m->first; t < m->end; t++) {
        pith__shape shape = pith__form_at(g, t)->shape;
        if (shape != PITH__CAPITAL && shape != PITH__UPPER)
            return PITH_NONE;
    }
    uint32_t last = pith__register_word(&g->known, m->end - 1);
    uint32_t person = pith__register_find(&g->known, last, PITH__BY_SURNAME, m->gender);
    if (m->end - m->first == 1 || person == PITH_NONE)
        return person;
    uint32_t first = pith__register_word(&g->known, m->first);
    return pith__register_find(&g->known, first, PITH__BY_GIVEN, m->gender) == person ? person
                                                                                      : PITH_NONE;
}

uint32_t pith__of_description(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    bool new = g->facts[mention] & PITH__IS_NEW;
    if (g->facts[mention] & PITH__IS_OWNED)
        return pith__of_owned(g, mention);
    uint32_t person = new ? PITH_NONE : of_office(g, m);
    if (person == PITH_NONE)
        person = of_headline(g, mention);
    if (person != PITH_NONE)
        return person;
    uint32_t key = pith__phrase_key(g, mention);
    uint32_t places = PITH__BY_WHOLE | (new ? 0 : PITH__BY_ROLE);
    person = pith__register_find(&g->known, key, places, m->gender);
    if (person != PITH_NONE || pith__anaphor_resolve(g, mention, &person))
        return person;
    person = pith__gather_new(g, mention, key);
    pith__anaphor_register(g, mention, person);
    return person;
}
