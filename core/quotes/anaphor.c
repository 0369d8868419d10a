#include "quotes/anaphor.h"

#include <stdlib.h>
#include <string.h>

#include "quotes/scan.h"

enum {
    LEAD_MIN = 5,  /* by which the nearest person has to lead */
    NEAR = 2,      /* sentences back to a body that has no name */
    OFFICE = 40,   /* who is told to have the office is nearer by */
    WORDS_MAX = 32 /* of a phrase that others are compared with */
};
static const uint8_t AMBIGUOUS = 80; /* in hundredths */

/* Bodies that are told apart by their names. */
static const char *const bodies[] = {
    "agency",  "company",   "corporation", "firm",   "group",        "magazine",
    "network", "newspaper", "nonprofit",   "office", "organisation", "organization",
    "outlet",  "paper",     "publisher",   "site",   "website"};

/* What is said in, and what names nobody. */
static const char *const things[] = {
    "ad",     "advertisement", "affidavit",  "article",    "author",    "book",
    "column", "complaint",     "document",   "documents",  "editorial", "email",
    "essay",  "filing",        "findings",   "indictment", "lawsuit",   "letter",
    "memo",   "message",       "person",     "poll",       "post",      "release",
    "report", "results",       "ruling",     "statement",  "story",     "study",
    "suit",   "survey",        "transcript", "tweet",      "video",     "writer"};

/* Persons who go without a name. */
static const char *const unnamed[] = {
    "adviser",      "advisor",     "aide",     "analyst",  "assailant",  "attacker",
    "attorney",     "bodyguard",   "boy",      "caller",   "colleague",  "driver",
    "employee",     "expert",      "friend",   "girl",     "gunman",     "homeowner",
    "host",         "kidnapper",   "killer",   "lawyer",   "man",        "member",
    "moderator",    "motorist",    "murderer", "nanny",    "narrator",   "neighbor",
    "neighbour",    "officer",     "official", "onlooker", "operative",  "operator",
    "parent",       "passenger",   "passerby", "patient",  "pedestrian", "person",
    "policeman",    "policewoman", "rapist",   "reader",   "reporter",   "resident",
    "robber",       "shooter",     "soldier",  "source",   "speaker",    "spokesman",
    "spokesperson", "spokeswoman", "student",  "suspect",  "taxpayer",   "thief",
    "toddler",      "victim",      "voter",    "witness",  "woman",      "worker"};

/* Offices that one holds whom no text needs to name. */
static const char *const offices[] = {"chancellor", "director",   "general",  "judge",
                                      "king",       "leader",     "minister", "pope",
                                      "president",  "prosecutor", "queen",    "secretary"};

/* Words for any of these. */
static const char *const anybody[] = {"person", "source"};

static int compare(const void *word, const void *listed)
{
    return strcmp(word, *(const char *const *)listed);
}

static bool is_listed(const pith__document_form *form, const char *const words[], size_t count)
{
    return bsearch(form->lower, words, count, sizeof *words, compare) != NULL;
}

/* Whether the token's word is in a list in the order of the alphabet. */
#define IS_LISTED(g, token, words)                                                                 \
    is_listed(pith__form_at(g, token), words, sizeof(words) / sizeof *(words))

static bool is_same_word(const pith__gathering *g, uint32_t a, uint32_t b)
{
    return strcmp(pith__form_at(g, a)->lower, pith__form_at(g, b)->lower) == 0;
}

/* The last word of the noun phrase before what is said of it: lawsuit, in "the lawsuit by Ann Lee".
 */
static uint32_t head_of(const pith__gathering *g, const pith__mention *m)
{
    uint32_t t = m->first + 1;
    while (t < m->end && pith__form_at(g, t)->shape != PITH__PUNCTUATION &&
           !(pith__word_in(g, t)->classes & (PITH__PREPOSITION | PITH__COMPLEMENTIZER)))
        t++;
    return t - 1;
}

static bool is_definite(const pith__gathering *g, uint32_t mention)
{
    return g->facts[mention] & PITH__IS_DEFINITE;
}

void pith__anaphor_register(pith__gathering *g, uint32_t mention, uint32_t person)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (g->english)
        pith__register_add(&g->known, pith__register_word(&g->known, head_of(g, m)), person,
                           PITH__BY_HEAD);
}

static bool is_short(const pith__mention *m)
{
    return m->end - m->first <= WORDS_MAX;
}

/* Whether each word of the phrase but the first stands in a mention's phrase, and more that tells
 * who it is. */
static bool is_within(const pith__gathering *g, const pith__mention *m, uint32_t head,
                      const pith__mention *fuller)
{
    uint32_t telling = 0;
    if (!is_short(fuller))
        return false;
    for (uint32_t t = fuller->first; t < fuller->end; t++)
        telling +=
            !(pith__form_at(g, t)->classes & (PITH__STOP | PITH__DETERMINER | PITH__INDEFINITE)) &&
            pith__form_at(g, t)->shape != PITH__PUNCTUATION;
    for (uint32_t t = m->first + 1; t <= head; t++) {
        uint32_t at = fuller->first;
        while (at < fuller->end && !is_same_word(g, at, t))
            at++;
        if (at == fuller->end)
            return false;
    }
    return telling > head - m->first &&
           !(pith__word_in(g, fuller->first)->classes & PITH__PRONOUNS);
}

/* "the lawsuit": what was told as "Lee's lawsuit". */
static uint32_t of_same_head(pith__gathering *g, uint32_t mention, uint32_t head, bool introduced)
{
    const pith__mention *m = &g->mentions->items[mention];
    const pith__person *persons = g->persons.person.items;
    uint32_t key = pith__register_word(&g->known, head), best = PITH_NONE;
    uint32_t at = pith__register_first(&g->known, key);
    bool several = false, body = IS_LISTED(g, head, bodies);
    for (uint32_t n = 0; at != PITH_NONE && n < PITH__LINKS_MAX; n++) {
        const pith__link *l = &g->known.link.items[at];
        const pith__person *p = &persons[l->person];
        at = l->next;
        if (l->place != PITH__BY_HEAD || p->fullest >= mention || p->mentions == 0 ||
            !is_within(g, m, head, &g->mentions->items[p->fullest]) ||
            (introduced && is_definite(g, p->fullest)) ||
            (body && g->mentions->items[p->latest].sentence + NEAR < m->sentence))
            continue;
        several |= best != PITH_NONE;
        if (best == PITH_NONE || p->latest > persons[best].latest)
            best = l->person;
    }
    if (best != PITH_NONE && several)
        g->persons.certainty[mention] = AMBIGUOUS;
    return best;
}

/* "Lee's lawyer": who was told as "Senator Ann Lee's lawyer". */
static uint32_t of_longer(pith__gathering *g, uint32_t mention, uint32_t head)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t size = m->end - m->first, tries = 0;
    uint32_t at = pith__register_first(&g->known, pith__register_word(&g->known, head));
    for (; at != PITH_NONE && tries < PITH__LINKS_MAX; tries++) {
        const pith__link *l = &g->known.link.items[at];
        const pith__person *p = &g->persons.person.items[l->person];
        const pith__mention *fuller = &g->mentions->items[p->fullest];
        at = l->next;
        if (l->place != PITH__BY_HEAD || p->fullest >= mention ||
            fuller->end - fuller->first <= size)
            continue;
        uint32_t t = 0;
        while (t < size && is_same_word(g, m->first + t, fuller->end - size + t))
            t++;
        if (t == size)
            return l->person;
    }
    return PITH_NONE;
}

/* "the person": who was introduced last without a name, as "a neighbour". */
static uint32_t of_unnamed(const pith__gathering *g, const pith__mention *m)
{
    uint64_t order = g->order;
    for (uint32_t i = 0; i < g->recent_count; i++, order >>= PITH__RANK_BITS) {
        const pith__person *p = &g->persons.person.items[pith__nearest(g, order)];
        const pith__mention *fullest = &g->mentions->items[p->fullest];
        if (p->kind == PITH__DESCRIPTION && g->facts[p->fullest] & PITH__IS_NEW &&
            is_short(fullest) && g->mentions->items[p->latest].sentence + NEAR >= m->sentence &&
            pith__agree(p->gender, m->gender) &&
            pith__word_in(g, head_of(g, fullest))->classes & PITH__ROLE)
            return pith__nearest(g, order);
    }
    return PITH_NONE;
}

/* Whether the person can have the epithet: somebody whom the text names in full, and no place. */
static bool can_be(const pith__person *p, const pith__mention *m)
{
    return p->kind == PITH__NAME && !p->nobody && p->full && pith__agree(p->gender, m->gender) &&
           (p->gender != PITH__UNKNOWN || p->role != PITH_NONE);
}

/* "the Florida senator": who is spoken of most, where that is clear. PITH_NONE where it is not;
 * false if there is nobody. */
static bool of_nearest(pith__gathering *g, uint32_t mention, uint32_t head, uint32_t *person)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t best = PITH_NONE;
    int most = -20, second = -20;
    bool office = IS_LISTED(g, head, offices);
    uint64_t order = g->order;
    for (uint32_t i = 0; i < g->recent_count; i++, order >>= PITH__RANK_BITS) {
        pith__person *p = &g->persons.person.items[pith__nearest(g, order)];
        if (!can_be(p, m))
            continue;
        bool holds = pith__has_office(g, p, head);
        if (office && !holds)
            continue;
        int points = pith__nearness(g, p, m, i) + (holds ? OFFICE : 0);
        if (points > most) {
            second = most;
            most = points;
            best = pith__nearest(g, order);
        } else if (points > second) {
            second = points;
        }
    }
    if (most - second < LEAD_MIN)
        return best != PITH_NONE;
    g->persons.certainty[mention] = pith__certainty_of_lead(most - second - LEAD_MIN + 1);
    *person = best;
    return true;
}

/* Whether it is told whose the office is: "the port's director" is introduced. */
static bool is_ones(const pith__gathering *g, const pith__mention *m, uint32_t head)
{
    for (uint32_t t = m->first + 1; t < head; t++)
        if (pith__word_in(g, t)->possessive)
            return true;
    return false;
}

/* Whether no word up to the head is a name or a number: "the Holm report" stands for nothing else.
 */
static bool is_plain(const pith__gathering *g, const pith__mention *m, uint32_t head)
{
    for (uint32_t t = m->first + 1; t <= head; t++)
        if (pith__form_at(g, t)->shape != PITH__LOWER || pith__form_at(g, t)->classes & PITH__STOP)
            return false;
    return true;
}

/* The 25-year-old, the Dutchman. */
static bool is_age_or_people(const pith__document_form *word)
{
    return word->shape == PITH__NUMBER ||
           (word->shape == PITH__CAPITAL && !(word->classes & PITH__ROLE));
}

/* Whether the description is an epithet of somebody whom the text names: of who holds an office or
 * a place ("the senator", "the candidate"), not of who goes without a name ("the neighbour"). */
static bool is_epithet(const pith__gathering *g, const pith__mention *m, uint32_t head)
{
    bool from = m->end > head + 1 && strcmp(pith__form_at(g, head + 1)->lower, "from") == 0;
    if (m->kind != PITH__DESCRIPTION || (m->end > head + 1 && !from) || is_ones(g, m, head))
        return false;
    return is_age_or_people(pith__form_at(g, head)) ||
           (pith__word_in(g, head)->classes & PITH__ROLE &&
            pith__form_at(g, head)->shape == PITH__LOWER && !IS_LISTED(g, head, unnamed) &&
            !IS_LISTED(g, head, things));
}

/* The same of a definite description or body. */
static bool resolve_definite(pith__gathering *g, uint32_t mention, uint32_t head, uint32_t *person)
{
    const pith__mention *m = &g->mentions->items[mention];
    bool epithet = is_epithet(g, m, head);
    bool subject = m->speaks || m->first == g->document->tokens.first[m->sentence];
    bool stands =
        epithet && (subject ? of_nearest(g, mention, head, person) : !IS_LISTED(g, head, offices));
    if (*person != PITH_NONE)
        return true;
    if (m->end > head + 1 || !is_plain(g, m, head))
        return stands;
    *person = of_same_head(g, mention, head, epithet);
    if (*person == PITH_NONE && IS_LISTED(g, head, anybody))
        *person = of_unnamed(g, m);
    return *person != PITH_NONE || stands || IS_LISTED(g, head, things) ||
           (IS_LISTED(g, head, bodies) && !is_ones(g, m, head));
}

bool pith__anaphor_resolve(pith__gathering *g, uint32_t mention, uint32_t *person)
{
    const pith__mention *m = &g->mentions->items[mention];
    *person = PITH_NONE;
    if (!g->english)
        return false;
    if (pith__word_in(g, m->first)->possessive)
        *person = of_longer(g, mention, head_of(g, m));
    else if (is_definite(g, mention))
        return resolve_definite(g, mention, head_of(g, m), person);
    return *person != PITH_NONE;
}

/* Whether the person is no place but somebody: the gender is known, or a full name that never has
 * "in" before it. */
static bool can_own(const pith__person *p, const pith__mention *pronoun)
{
    return p->kind == PITH__NAME && (p->gender == pronoun->gender || (p->full > 0 && p->at == 0));
}

uint32_t pith__of_owned(pith__gathering *g, uint32_t mention)
{
    pith__mention pronoun = g->mentions->items[mention];
    pronoun.kind = PITH__PRONOUN;
    pronoun.gender = pith__gender_of(pith__word_in(g, pronoun.first)->classes);
    if (pronoun.gender != PITH__MALE && pronoun.gender != PITH__FEMALE)
        return PITH_NONE;
    pith__likely owner = pith__likeliest(g, &pronoun, &(pith__others){.count = 0});
    if (owner.person == PITH_NONE || !can_own(&g->persons.person.items[owner.person], &pronoun))
        return PITH_NONE;
    g->persons.certainty[mention] = owner.certainty;
    uint32_t head = head_of(g, &pronoun);
    if (pith__word_in(g, head)->classes & PITH__SPEECH_NOUN)
        return owner.person;
    uint32_t surname = g->mentions->items[g->persons.person.items[owner.person].fullest].end - 1;
    uint32_t key = pith__phrase_key_of(g, mention, surname);
    uint32_t person = pith__register_find(&g->known, key, PITH__BY_WHOLE, PITH__UNKNOWN);
    if (person != PITH_NONE)
        return person;
    person = pith__gather_new(g, mention, key);
    g->persons.person.items[person].owner = owner.person;
    pith__anaphor_register(g, mention, person);
    return person;
}
