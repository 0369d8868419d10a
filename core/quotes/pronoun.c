#include <string.h>

#include "quotes/gathering.h"

enum {
    CLOSENESS_MIN = -20, /* below it a pronoun means nobody */
    SAME_GENDER = 15     /* who agrees with the pronoun for certain is nearer by */
};

/* How likely a pronoun means the person: those it agrees with for certain first. */
static int closeness(const pith__gathering *g, const pith__mention *pronoun, const pith__person *p,
                     uint32_t rank)
{
    bool other = p->gender != pronoun->gender;
    bool unnamed = other & (g->mentions->items[p->latest].kind != PITH__NAME);
    return pith__nearness(g, p, pronoun, rank) + p->likeness[other + unnamed];
}

/* Genders of the pronouns that can mean the person, a bit each. */
static uint8_t pronouns_of(const pith__person *p)
{
    enum { EITHER = 1 << PITH__MALE | 1 << PITH__FEMALE };
    if (p->kind == PITH__BODY || p->gender == PITH__PLURAL)
        return 1 << PITH__PLURAL;
    if (p->nobody)
        return 0;
    return (uint8_t)(p->gender == PITH__UNKNOWN ? EITHER : 1 << p->gender);
}

void pith__pronouns_note(pith__person *p)
{
    int less = p->kind == PITH__DESCRIPTION ? 17 : 0;
    int named = p->titled ? 8 : 0; /* President Rossi is somebody, while Rossi can be a town */
    if (p->kind == PITH__NAME && p->full)
        named = p->wordy ? 8 : 14; /* a full name that nobody knows is a man's and a woman's */
    p->pronouns = pronouns_of(p);
    p->likeness[0] = (int8_t)(SAME_GENDER - less);
    p->likeness[1] = (int8_t)(named - less);
    p->likeness[2] = (int8_t)-less;
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
    pith__pronouns_note(&g->persons.person.items[person]);
    return person;
}

/* Whether "it" can mean the person: a body, which outside of quotations is none that is mentioned
 * in one only in passing, as in a "low bus service rate". */
static bool can_be_thing(const pith__gathering *g, const pith__person *p, const pith__mention *it)
{
    const pith__mention *fullest = &g->mentions->items[p->fullest];
    if (p->kind != PITH__BODY || p->gender == PITH__PLURAL)
        return false;
    return it->quoted || !g->mentions->items[p->latest].quoted ||
           pith__form_at(g, fullest->end - 1)->shape != PITH__LOWER ||
           g->facts[p->fullest] & PITH__IS_DETERMINED;
}

/* "it": the body that was named last. */
static uint32_t of_thing(const pith__gathering *g, const pith__mention *it)
{
    uint64_t order = g->order;
    for (uint32_t i = 0; i < g->recent_count; i++, order >>= PITH__RANK_BITS)
        if (can_be_thing(g, &g->persons.person.items[pith__nearest(g, order)], it))
            return pith__nearest(g, order);
    return PITH_NONE;
}

/* Whether the pronoun takes up somebody told before: "they", but neither "some" nor "everyone", nor
 * the one of "it's hoped". */
static bool is_definite(const pith__gathering *g, const pith__mention *pronoun)
{
    const char *lower = pith__form_at(g, pronoun->first)->lower; /* they're */
    return !g->english || memcmp(lower, "the", 3) == 0 || strcmp(lower, "it") == 0;
}

/* A pronoun that tells no gender, and speaks or is one letter. */
static __attribute__((noinline)) uint32_t of_neuter(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    const pith__document_form *form = pith__form_at(g, m->first);
    if (form->shape != PITH__LOWER && form->length == 1)
        return of_narrator(g, mention);
    bool stands = m->speaks && !(form->classes & PITH__COMPLEMENTIZER) && is_definite(g, m);
    return stands ? of_thing(g, m) : PITH_NONE;
}

uint8_t pith__certainty_of_lead(int lead)
{
    static const uint8_t by_lead[] = {55, 65, 75, 80, 83, 86, 88, 90, 92};
    const int last = sizeof by_lead / sizeof *by_lead - 1;
    return by_lead[lead < last ? lead : last];
}

static void add_other(pith__others *others, uint32_t person)
{
    if (person != PITH_NONE && others->count < sizeof others->person / sizeof *others->person)
        others->person[others->count++] = person;
}

static bool is_other(const pith__others *others, uint32_t person)
{
    for (uint32_t i = 0; i < others->count; i++)
        if (others->person[i] == person)
            return true;
    return false;
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
        if (pith__form_at(g, t)->shape != PITH__LOWER)
            return PITH_NONE;
    return g->persons.of_mention[mention + 1];
}

/* Whether somebody says of himself who he is: "I am Rossi". */
static bool is_introduced(const pith__gathering *g, const pith__mention *m)
{
    static const char *const words[] = {"am", "i'm", "i’m", "is"};
    return m->first > 0 && PITH__FORM_IS_ONE_OF(pith__form_at(g, m->first - 1), words);
}

/* Whether the mention stands in a quotation of the paragraph. */
static bool is_said_in(const pith__gathering *g, const pith__mention *m, uint32_t paragraph)
{
    return m->quoted && pith__paragraph_of(g, m) == paragraph;
}

/* Who is named in the quotations next to "he said": nobody tells what he said of himself by name.
 */
static void add_named(const pith__gathering *g, uint32_t mention, pith__others *others)
{
    enum { NAMED_MAX = 6 }; /* mentions that are looked at on a side */
    const pith__mention *first = g->mentions->items, *end = first + g->mentions->count;
    const pith__mention *here = first + mention, *m;
    const uint32_t paragraph = pith__paragraph_of(g, here);
    for (m = here; m > first && here - m < NAMED_MAX && is_said_in(g, m - 1, paragraph); m--)
        if (m[-1].kind == PITH__NAME && !is_introduced(g, m - 1))
            add_other(others, g->persons.of_mention[m - 1 - first]);
    for (m = here + 1; m < end && m - here <= NAMED_MAX && is_said_in(g, m, paragraph); m++)
        if (m->kind == PITH__NAME && !is_introduced(g, m))
            add_other(others, g->persons.of_mention[m - first]);
}

/* Whether a pronoun and its verb close a sentence: "Rossi's ferry is late, he said." */
static bool is_tag(const pith__gathering *g, const pith__mention *m)
{
    uint32_t end = g->document->tokens.first[m->sentence + 1];
    return m->first > 0 && m->end + 2 == end &&
           pith__form_at(g, m->end + 1)->shape == PITH__PUNCTUATION &&
           pith__form_at(g, m->first - 1)->shape == PITH__PUNCTUATION;
}

/* Who is named in the clause that a tag goes with. Whom an earlier clause names, the author may
 * have named: "Though Rossi left early, the ferry is late, he said." */
static void add_reported(const pith__gathering *g, uint32_t mention, pith__others *others)
{
    const pith__mention *all = g->mentions->items;
    const pith__token *tokens = g->document->tokens.token.items;
    const char *text = g->document->text.bytes;
    uint32_t clause = all[mention].first, start = g->document->tokens.first[all[mention].sentence];
    while (clause > start && pith__form_at(g, clause - 1)->shape == PITH__PUNCTUATION)
        clause--;
    while (clause > start && text[tokens[clause - 1].start] != ',' &&
           text[tokens[clause - 1].start] != ':')
        clause--;
    for (uint32_t i = mention; i > 0 && all[i - 1].first >= clause; i--)
        if (all[i - 1].kind == PITH__NAME)
            add_other(others, g->persons.of_mention[i - 1]);
}

/* A bit for each rank of a recent person that a pronoun of the gender can mean. */
static uint32_t who_agree(const pith__gathering *g, pith__gender gender)
{
    uint64_t order = g->order;
    uint32_t ranks = 0;
    for (uint32_t i = 0; i < PITH__RECENT_MAX; i++, order >>= PITH__RANK_BITS)
        ranks |= (g->pronouns[order & PITH__RANK_MASK] >> gender & 1u) << i;
    return ranks & ((1u << g->recent_count) - 1);
}

pith__likely pith__likeliest(const pith__gathering *g, const pith__mention *pronoun,
                             const pith__others *others)
{
    pith__likely likely = {.person = PITH_NONE};
    int most = CLOSENESS_MIN, second = CLOSENESS_MIN;
    for (uint32_t left = who_agree(g, pronoun->gender); left; left &= left - 1) {
        uint32_t i = (uint32_t)__builtin_ctz(left);
        uint32_t person = pith__nearest(g, g->order >> i * PITH__RANK_BITS);
        const pith__person *p = &g->persons.person.items[person];
        if (is_other(others, person))
            continue;
        int points = closeness(g, pronoun, p, i);
        if (points > most) {
            second = most;
            most = points;
            likely.person = person;
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
                   pith__form_at(g, m->first)->classes & PITH__INDEFINITE;
    return apposed ? mention - 2 : mention - 1;
}

static __attribute__((noinline)) uint32_t of_relative(pith__gathering *g, uint32_t mention)
{
    uint32_t before = antecedent_of(g, mention);
    g->persons.certainty[mention] = g->persons.certainty[before];
    return g->persons.of_mention[before];
}

static __attribute__((noinline)) uint32_t of_sex(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    pith__others others = {.count = 0};
    add_other(&others, object_of(g, mention));
    if (m->speaks && !m->quoted)
        add_named(g, mention, &others);
    if (m->speaks && !m->quoted && is_tag(g, m))
        add_reported(g, mention, &others);
    pith__likely likely = pith__likeliest(g, m, &others);
    if (likely.person != PITH_NONE) {
        pith__person *p = &g->persons.person.items[likely.person];
        p->he += m->gender == PITH__MALE;
        p->she += m->gender == PITH__FEMALE;
    }
    g->persons.certainty[mention] = likely.certainty;
    return likely.person;
}

/* Most are told at once, so the others are calls. */
uint32_t pith__of_pronoun(pith__gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (m->relative)
        return of_relative(g, mention);
    if (m->gender == PITH__PLURAL && !is_definite(g, m))
        return PITH_NONE;
    if (m->gender != PITH__UNKNOWN)
        return of_sex(g, mention);
    if (!m->speaks && pith__word_in(g, m->first)->length > 1)
        return PITH_NONE;
    return of_neuter(g, mention);
}
