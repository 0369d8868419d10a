#include <string.h>

#include "quotes/gathering.h"

enum { CLOSENESS_MIN = -20 /* below it a pronoun means nobody */ };

/* Genders of the pronouns that can mean the person, a bit each. */
static uint8_t pronouns_of(const pith__person *p)
{
    enum { EITHER = 1 << PITH__MALE | 1 << PITH__FEMALE };
    if (p->kind == PITH__BODY || p->gender == PITH__PLURAL)
        return 1 << PITH__PLURAL;
    if (p->place)
        return 0;
    return (uint8_t)(p->gender == PITH__UNKNOWN ? EITHER : 1 << p->gender);
}

void pith__near_know(const pith__gathering *g, uint32_t person, pith__near *near)
{
    const pith__person *p = &g->persons.person.items[person];
    int less = p->kind == PITH__DESCRIPTION ? 17 : 0;
    int named = p->titled ? 8 : 0; /* President Rossi is somebody, while Rossi can be a town */
    if (p->kind == PITH__NAME && p->full)
        named = 14; /* a full name that nobody knows is a man's and a woman's */
    near->person = person;
    near->sure = (int8_t)(15 - less);
    near->named = (int8_t)(named - less);
    near->unnamed = (int8_t)-less;
    near->pronouns = pronouns_of(p);
    near->kind = p->kind;
    near->gender = p->gender;
    near->holds = p->role != PITH_NONE;
}

/* "I": whoever tells the text. */
static uint32_t of_narrator(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t key = pith__phrase_key(g, mention);
    uint32_t person = pith__register_find(&g->known, key, PITH__BY_WHOLE, PITH__UNKNOWN);
    if (person != PITH_NONE || m->quoted || !m->speaks)
        return m->quoted ? PITH_NONE : person;
    person = pith__gather_new(g, mention, key);
    g->persons.person.items[person].kind = PITH__NAME;
    return person;
}

/* "it": the body that was named last. */
static uint32_t of_thing(const pith__gathering *g)
{
    uint64_t order = g->order;
    for (uint32_t i = 0; i < g->recent_count; i++, order >>= PITH__RANK_BITS)
        if (pith__nearest(g, order)->kind != PITH__NAME)
            return pith__nearest(g, order)->person;
    return PITH_NONE;
}

/* A pronoun that tells no gender. */
static uint32_t of_neuter(pith__gathering *g, uint32_t mention)
{
    const pith__document_form *form =
        pith__token_form(g->document, g->mentions->items[mention].first);
    if (form->shape != PITH__LOWER && form->length == 1)
        return of_narrator(g, mention);
    if (form->classes & PITH__COMPLEMENTIZER)
        return PITH_NONE;
    return g->mentions->items[mention].speaks ? of_thing(g) : PITH_NONE;
}

uint8_t pith__certainty_of_lead(int lead)
{
    static const uint8_t by_lead[] = {55, 65, 75, 80, 83, 86, 88, 90, 92};
    const int last = sizeof by_lead / sizeof *by_lead - 1;
    return by_lead[lead < last ? lead : last];
}

/* Whom "he told Rossi" names: not whoever he is. PITH_NONE if there is nobody. */
static uint32_t object_of(const pith__gathering *g, uint32_t mention)
{
    enum { VERB_MAX = 3 }; /* tokens between a subject and its object */
    const pith__mention *m = &g->mentions->items[mention], *next = m + 1;
    if (mention + 1 >= g->mentions->count || next->kind != PITH__NAME || next->possessive ||
        next->sentence != m->sentence || next->first - m->end > VERB_MAX)
        return PITH_NONE;
    for (uint32_t t = m->end; t < next->first; t++)
        if (pith__token_form(g->document, t)->shape != PITH__LOWER)
            return PITH_NONE;
    return g->persons.of_mention[mention + 1];
}

pith__likely pith__likeliest(const pith__gathering *g, const pith__mention *pronoun,
                             uint32_t other_than)
{
    pith__likely likely = {.person = PITH_NONE};
    int most = CLOSENESS_MIN, second = CLOSENESS_MIN;
    uint64_t order = g->order;
    for (uint32_t i = 0; i < g->recent_count; i++, order >>= PITH__RANK_BITS) {
        const pith__near *near = pith__nearest(g, order);
        if (!(near->pronouns >> pronoun->gender & 1) || near->person == other_than)
            continue;
        int points =
            pith__nearness(near, pronoun, i) + (near->gender == pronoun->gender ? near->sure
                                                : near->is_named                ? near->named
                                                                                : near->unnamed);
        if (points > most) {
            second = most;
            most = points;
            likely.person = near->person;
        } else if (points > second) {
            second = points;
        }
    }
    likely.certainty = pith__certainty_of_lead(most - second);
    return likely;
}

/* The mention that a relative pronoun takes up: "Ann Lee" and not "a nurse", in "Ann Lee, a nurse
 * who". */
static uint32_t antecedent_of(const pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention - 1];
    const pith__mention *named = mention > 1 ? m - 1 : NULL;
    bool apposed = named && named->end + 1 == m->first && named->sentence == m->sentence &&
                   !named->possessive && named->kind != PITH__PRONOUN &&
                   g->document->text.bytes[named->span.end] == ',' &&
                   pith__token_form(g->document, m->first)->classes & PITH__INDEFINITE;
    return apposed ? mention - 2 : mention - 1;
}

uint32_t pith__of_pronoun(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (m->relative) {
        uint32_t before = antecedent_of(g, mention);
        g->persons.certainty[mention] = g->persons.certainty[before];
        return g->persons.of_mention[before];
    }
    if (m->gender == PITH__UNKNOWN)
        return of_neuter(g, mention);
    pith__likely likely = pith__likeliest(g, m, object_of(g, mention));
    if (likely.person != PITH_NONE) {
        g->persons.person.items[likely.person].he += m->gender == PITH__MALE;
        g->persons.person.items[likely.person].she += m->gender == PITH__FEMALE;
    }
    g->persons.certainty[mention] = likely.certainty;
    return likely.person;
}
