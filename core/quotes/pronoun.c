#include <string.h>

#include "quotes/gathering.h"

enum {
    OFTEN_MIN = 3,       /* mentions of a person that make a pronoun likelier */
    VERY_OFTEN_MIN = 20, /* and likelier still */
    APART_MAX = 8,       /* sentences from a person to a pronoun that make a difference */
    CLOSENESS_MIN = -20  /* below it a pronoun means nobody */
};

static bool is_object(const pith__gathering *g, const pith__mention *m)
{
    return m->first > g->document->tokens.first[m->sentence] &&
           pith__word_at(g->words, m->first - 1)->classes & PITH__PREPOSITION;
}

/* How likely the mention of a person is taken up again by a pronoun. */
static int prominence(const pith__gathering *g, const pith__mention *m,
                      const pith__mention *pronoun)
{
    int points = m->kind == PITH__PRONOUN ? 3 : 0; /* he goes on being he */
    if (m->first == g->document->tokens.first[m->sentence])
        points += 4;
    if (is_object(g, m))
        points -= 6;
    if (m->possessive)
        points -= 2;
    if (m->quoted && !pronoun->quoted)
        points -= 10;
    return points;
}

int pith__nearness(const pith__gathering *g, const pith__mention *m, uint32_t rank)
{
    const pith__person *p = &g->persons.person.items[g->recent[rank]];
    const pith__mention *latest = &g->mentions->items[p->latest];
    int points = prominence(g, latest, m) - (int)rank;
    if (p->mentions > OFTEN_MIN)
        points += p->mentions > VERY_OFTEN_MIN ? 5 : 1;
    uint32_t apart = m->sentence - latest->sentence;
    return points - (int)(apart > APART_MAX ? APART_MAX : apart) * 2;
}

/* How likely a pronoun means the person: those it agrees with for certain first. */
static int closeness(const pith__gathering *g, const pith__mention *pronoun, uint32_t rank)
{
    const pith__person *p = &g->persons.person.items[g->recent[rank]];
    int points = pith__nearness(g, pronoun, rank);
    if (p->gender == pronoun->gender)
        points += 15;
    else if (p->kind == PITH__NAME && p->full && g->mentions->items[p->latest].kind == PITH__NAME)
        points += 14; /* a full name that nobody knows is a man's and a woman's */
    else if (p->titled && g->mentions->items[p->latest].kind == PITH__NAME)
        points += 8; /* President Rossi and Dr. Rossi are people, while Rossi can be a town */
    if (p->kind == PITH__DESCRIPTION)
        points -= 17;
    return points;
}

static bool can_mean(const pith__mention *pronoun, const pith__person *p)
{
    if (pronoun->gender == PITH__PLURAL)
        return p->kind == PITH__BODY || p->gender == PITH__PLURAL;
    return p->kind != PITH__BODY && !p->place && pith__agree(p->gender, pronoun->gender);
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
    for (uint32_t i = 0; i < g->recent_count; i++)
        if (g->persons.person.items[g->recent[i]].kind != PITH__NAME)
            return g->recent[i];
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

pith__likely pith__likeliest(pith__gathering *g, const pith__mention *pronoun, uint32_t other_than)
{
    pith__likely likely = {.person = PITH_NONE};
    int most = CLOSENESS_MIN, second = CLOSENESS_MIN;
    for (uint32_t i = 0; i < g->recent_count; i++) {
        if (g->recent[i] == other_than ||
            !can_mean(pronoun, &g->persons.person.items[g->recent[i]]))
            continue;
        int points = closeness(g, pronoun, i);
        if (points > most) {
            second = most;
            most = points;
            likely.person = g->recent[i];
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
