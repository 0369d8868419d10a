#include "quotes/person.h"

#include <string.h>

#include "quotes/naming.h"

enum {
    RECENT_MAX = 10,     /* persons that a pronoun can mean */
    WORDS_MAX = 16,      /* of a body's name, for its initials */
    OFTEN_MIN = 3,       /* mentions of a person that make a pronoun likelier */
    VERY_OFTEN_MIN = 20, /* and likelier still */
    APART_MAX = 8,       /* sentences from a person to a pronoun that make a difference */
    CLOSENESS_MIN = -20, /* below it a pronoun means nobody */
    ARTICLE_MAX = 2      /* bytes of an indefinite article: a, an, un */
};

typedef struct gathering {
    pith__arena *arena, *scratch;
    const pith__words *words;
    const pith_document *document;
    const pith__mentions *mentions;
    pith__persons persons;
    pith__register known;
    uint32_t *phrase; /* by mention: the key of its words, or PITH_NONE before it is made */
    uint32_t recent[RECENT_MAX]; /* persons, the latest first; no one twice */
    uint32_t recent_count;
} gathering;

/* ---- keys ---- */

/* A determiner that names nobody else than another one does: "the" and "a", but not "another". */
static bool is_article(const pith__word *word)
{
    return word->classes & PITH__DETERMINER ||
           (word->classes & PITH__INDEFINITE && word->length <= ARTICLE_MAX);
}

/* The words of a span of a mention but for articles, in lower case with a space behind each. */
static uint32_t make_phrase(gathering *g, const pith__mention *m, pith_span span)
{
    size_t room = 2 * (size_t)pith__span_length(span), length = 0;
    char *text = pith__arena_alloc(g->scratch, room + 64); /* the table borrows its keys */
    for (uint32_t t = m->first; t < m->end; t++) {
        const pith__document_form *form = pith__token_form(g->document, t);
        const pith__word *word = pith__word_at(g->words, t);
        uint32_t size = word->lower_length, start = g->document->tokens.token.items[t].start;
        if (start < span.start || start >= span.end || is_article(word) || length + size + 1 > room)
            continue;
        memcpy(text + length, form->lower, size);
        length += size;
        text[length++] = ' ';
    }
    text = pith__arena_resize(g->scratch, text, room + 64, length);
    return pith__register_key(&g->known, text, length);
}

/* A body's by its name, all others' by the whole of it. */
static uint32_t phrase_key(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (g->phrase[mention] == PITH_NONE)
        g->phrase[mention] = make_phrase(g, m, m->kind == PITH__BODY ? m->name : m->span);
    return g->phrase[mention];
}

/* ---- bodies ---- */

/* The first letters of the capitalized words: IMF. */
static uint32_t initials_key(gathering *g, const pith__mention *m)
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
static bool is_plain(const gathering *g, const pith__mention *m)
{
    for (uint32_t t = m->first; t < m->end; t++)
        if (pith__token_form(g->document, t)->shape == PITH__LOWER &&
            !is_article(pith__word_at(g->words, t)))
            return false;
    return true;
}

static void register_body(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t whole = phrase_key(g, mention);
    uint32_t person = pith__register_find(&g->known, whole, PITH__BY_WHOLE, PITH__UNKNOWN);
    if (person == PITH_NONE) {
        uint32_t initials = initials_key(g, m);
        if (initials == PITH_NONE ||
            pith__token_form(g->document, m->end - 1)->shape == PITH__LOWER)
            return;
        person = pith__register_new(&g->known, mention);
        pith__register_add(&g->known, whole, person, PITH__BY_WHOLE);
        pith__register_add(&g->known, initials, person, PITH__BY_ACRONYM);
        if (is_plain(g, m))
            pith__register_add(&g->known, pith__register_word(&g->known, m->end - 1), person,
                               PITH__BY_SURNAME);
    }
    g->persons.of_mention[mention] = person;
}

/* ---- the second pass ---- */

static uint32_t link_new(gathering *g, uint32_t mention, uint32_t key)
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

static uint32_t of_body(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t whole = phrase_key(g, mention);
    uint32_t person = pith__register_find(&g->known, whole, PITH__BY_WHOLE, PITH__UNKNOWN);
    if (person == PITH_NONE) {
        uint32_t last = pith__register_word(&g->known, m->end - 1);
        bool single = m->name.start == g->document->tokens.token.items[m->end - 1].start;
        if (single)
            person = pith__register_find(&g->known, last, PITH__BY_ACRONYM | PITH__BY_SURNAME,
                                         PITH__UNKNOWN);
    }
    return person == PITH_NONE ? link_new(g, mention, whole) : person;
}

/* The same word, or the short form of a title: Sen. for the senator. */
static bool is_same_office(const pith__document_form *in_role, const pith__document_form *word)
{
    enum { SHORT_MIN = 3, SHORT_MAX = 4 };
    uint32_t length = in_role->lower_length;
    if (strcmp(in_role->lower, word->lower) == 0)
        return true;
    return length >= SHORT_MIN && length <= SHORT_MAX && word->lower_length > length &&
           in_role->classes & (PITH__HONORIFIC | PITH__ROLE) &&
           memcmp(in_role->lower, word->lower, length) == 0;
}

/* Whether each word of the description but determiners stands in the role that the person was
 * introduced with. */
static bool fits_role(const gathering *g, const pith__mention *m, const pith__person *person)
{
    if (person->role == PITH_NONE)
        return false;
    pith_span role = g->mentions->items[person->role].role;
    for (uint32_t t = m->first; t < m->end; t++) {
        const pith__document_form *form = pith__token_form(g->document, t);
        if (form->classes & (PITH__DETERMINER | PITH__INDEFINITE))
            continue;
        uint32_t at = pith__token_at(g->document, role.start);
        for (; at < g->document->tokens.token.count &&
               g->document->tokens.token.items[at].start < role.end;
             at++)
            if (is_same_office(pith__token_form(g->document, at), form))
                break;
        if (at >= g->document->tokens.token.count ||
            g->document->tokens.token.items[at].start >= role.end)
            return false;
    }
    return true;
}

static bool opens_new(const gathering *g, const pith__mention *m)
{
    return pith__token_form(g->document, m->first)->classes & PITH__INDEFINITE;
}

/* A person whose name a headline has, where capitals tell no names: "Olav Holm Sees No End". */
static uint32_t of_headline(gathering *g, const pith__mention *m)
{
    for (uint32_t t = m->first; t < m->end; t++) {
        pith__shape shape = pith__token_form(g->document, t)->shape;
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

/* "the Chinese president": the latest person in that office. */
static uint32_t of_description(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    for (uint32_t i = 0; i < g->recent_count && !opens_new(g, m); i++) {
        const pith__person *p = &g->persons.person.items[g->recent[i]];
        if (p->kind == PITH__NAME && pith__agree(p->gender, m->gender) && fits_role(g, m, p))
            return g->recent[i];
    }
    uint32_t named = of_headline(g, m);
    if (named != PITH_NONE)
        return named;
    uint32_t key = phrase_key(g, mention);
    uint32_t places = PITH__BY_WHOLE | (opens_new(g, m) ? 0 : PITH__BY_ROLE);
    uint32_t person = pith__register_find(&g->known, key, places, m->gender);
    return person == PITH_NONE ? link_new(g, mention, key) : person;
}

static bool is_object(const gathering *g, const pith__mention *m)
{
    return m->first > g->document->tokens.first[m->sentence] &&
           pith__word_at(g->words, m->first - 1)->classes & PITH__PREPOSITION;
}

/* How likely the mention of a person is taken up again by a pronoun. */
static int prominence(const gathering *g, const pith__mention *m, const pith__mention *pronoun)
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

/* How likely a pronoun means the person: those it agrees with for certain first, then the nearest,
 * subjects before others. The round numbers came from a coordinate search over novels and news. */
static int closeness(const gathering *g, const pith__mention *pronoun, uint32_t rank)
{
    const pith__person *p = &g->persons.person.items[g->recent[rank]];
    const pith__mention *latest = &g->mentions->items[p->latest];
    int points = prominence(g, latest, pronoun) - (int)rank;
    if (p->gender == pronoun->gender)
        points += 15;
    else if (p->kind == PITH__NAME && p->full && latest->kind == PITH__NAME)
        points += 14; /* a full name that nobody knows is a man's and a woman's */
    if (p->kind == PITH__DESCRIPTION)
        points -= 17;
    if (p->mentions > OFTEN_MIN)
        points += p->mentions > VERY_OFTEN_MIN ? 5 : 1;
    uint32_t apart = pronoun->sentence - latest->sentence;
    return points - (int)(apart > APART_MAX ? APART_MAX : apart) * 2;
}

static bool can_mean(const pith__mention *pronoun, const pith__person *p)
{
    if (pronoun->gender == PITH__PLURAL)
        return p->kind == PITH__BODY || p->gender == PITH__PLURAL;
    return p->kind != PITH__BODY && !p->place && pith__agree(p->gender, pronoun->gender);
}

/* "I": whoever tells the text. */
static uint32_t of_narrator(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t key = phrase_key(g, mention);
    uint32_t person = pith__register_find(&g->known, key, PITH__BY_WHOLE, PITH__UNKNOWN);
    if (person != PITH_NONE || m->quoted || !m->speaks)
        return m->quoted ? PITH_NONE : person;
    person = link_new(g, mention, key);
    g->persons.person.items[person].kind = PITH__NAME;
    return person;
}

/* "it": the body that was named last. */
static uint32_t of_thing(const gathering *g)
{
    for (uint32_t i = 0; i < g->recent_count; i++)
        if (g->persons.person.items[g->recent[i]].kind != PITH__NAME)
            return g->recent[i];
    return PITH_NONE;
}

/* A pronoun that tells no gender. */
static uint32_t of_neuter(gathering *g, uint32_t mention)
{
    const pith__document_form *form =
        pith__token_form(g->document, g->mentions->items[mention].first);
    if (form->shape != PITH__LOWER && form->length == 1)
        return of_narrator(g, mention);
    if (form->classes & PITH__COMPLEMENTIZER)
        return PITH_NONE;
    return g->mentions->items[mention].speaks ? of_thing(g) : PITH_NONE;
}

/* How sure a pronoun's person is: the more, the farther behind the next best one is. */
static float certainty_of(int most, int second)
{
    static const float by_lead[] = {0.55F, 0.65F, 0.75F, 0.8F, 0.83F, 0.86F, 0.88F, 0.9F, 0.92F};
    uint32_t lead = (uint32_t)(most - second);
    const uint32_t last = sizeof by_lead / sizeof *by_lead - 1;
    return by_lead[lead < last ? lead : last];
}

/* Whom "he told Rossi" names: not whoever he is. PITH_NONE if there is nobody. */
static uint32_t object_of(const gathering *g, uint32_t mention)
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

static uint32_t of_pronoun(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (m->relative) {
        g->persons.certainty[mention] = g->persons.certainty[mention - 1];
        return g->persons.of_mention[mention - 1];
    }
    if (m->gender == PITH__UNKNOWN)
        return of_neuter(g, mention);
    uint32_t best = PITH_NONE, object = object_of(g, mention);
    int most = CLOSENESS_MIN, second = CLOSENESS_MIN;
    for (uint32_t i = 0; i < g->recent_count; i++) {
        if (g->recent[i] == object || !can_mean(m, &g->persons.person.items[g->recent[i]]))
            continue;
        int points = closeness(g, m, i);
        if (points > most) {
            second = most;
            most = points;
            best = g->recent[i];
        } else if (points > second) {
            second = points;
        }
    }
    if (best != PITH_NONE) {
        g->persons.person.items[best].he += m->gender == PITH__MALE;
        g->persons.person.items[best].she += m->gender == PITH__FEMALE;
    }
    g->persons.certainty[mention] = certainty_of(most, second);
    return best;
}

static bool has_determiner(const gathering *g, uint32_t mention)
{
    return pith__token_form(g->document, g->mentions->items[mention].first)->classes &
           (PITH__DETERMINER | PITH__INDEFINITE);
}

static bool is_definite(const gathering *g, uint32_t mention)
{
    return strcmp(pith__token_form(g->document, g->mentions->items[mention].first)->lower, "the") ==
           0;
}

/* Moves the person to the front of those mentioned last. */
static void touch(gathering *g, uint32_t person, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    pith__person *p = &g->persons.person.items[person];
    p->mentions++;
    p->latest = mention;
    if (p->gender == PITH__UNKNOWN && m->kind != PITH__PRONOUN && is_sure(m))
        p->gender = m->gender;
    if (p->kind != PITH__NAME && m->kind == p->kind && !has_determiner(g, p->fullest) &&
        is_definite(g, mention) && phrase_key(g, mention) == phrase_key(g, p->fullest))
        p->fullest = mention; /* "the secretary" rather than "secretary" */
    if (p->role == PITH_NONE && p->kind == PITH__NAME && m->role.end > m->role.start)
        p->role = mention;
    uint32_t moved = person;
    for (uint32_t at = 0; at < g->recent_count; at++) {
        uint32_t here = g->recent[at];
        g->recent[at] = moved;
        moved = here;
        if (here == person)
            return;
    }
    if (g->recent_count < RECENT_MAX)
        g->recent[g->recent_count++] = moved;
}

static uint32_t resolve(gathering *g, uint32_t mention)
{
    switch (g->mentions->items[mention].kind) {
    case PITH__NAME:
        return PITH_NONE; /* one without words */
    case PITH__BODY:
        return of_body(g, mention);
    case PITH__DESCRIPTION:
        return of_description(g, mention);
    case PITH__PRONOUN:
        return of_pronoun(g, mention);
    }
    return PITH_NONE;
}

static void resolve_all(gathering *g)
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
static bool is_particular(const gathering *g, const pith__mention *m)
{
    uint32_t first = pith__token_at(g->document, m->role.start);
    pith__shape shape = pith__token_form(g->document, first)->shape;
    return (shape == PITH__CAPITAL || shape == PITH__UPPER) &&
           g->document->tokens.token.items[first].start + pith__word_at(g->words, first)->length <
               m->role.end;
}

/* The roles of the persons, for those that are named only later: a headline says "Norwegian
 * President". */
static void register_roles(gathering *g)
{
    for (uint32_t i = 0; i < g->persons.person.count; i++) {
        uint32_t role = g->persons.person.items[i].role;
        if (role == PITH_NONE || !is_particular(g, &g->mentions->items[role]))
            continue;
        uint32_t key = make_phrase(g, &g->mentions->items[role], g->mentions->items[role].role);
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
    gathering g = {.arena = arena,
                   .scratch = scratch,
                   .words = words,
                   .document = words->document,
                   .mentions = mentions};
    g.known = (pith__register){.arena = arena,
                               .scratch = scratch,
                               .words = words,
                               .mentions = mentions,
                               .persons = &g.persons};
    pith__table_init(&g.known.keys, scratch, pith__table_seed(), mentions->count);
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
        g.persons.certainty[i] = 1;
        if (mentions->items[i].kind == PITH__BODY)
            register_body(&g, i);
    }
    pith__naming_find(&g.known);
    uint32_t *known = pith__arena_alloc(scratch, (mentions->count + 1) * sizeof *known);
    memcpy(known, g.persons.of_mention, mentions->count * sizeof *known);
    resolve_all(&g);
    learn_genders(&g.persons);
    register_roles(&g);
    memcpy(g.persons.of_mention, known, mentions->count * sizeof *known);
    resolve_all(&g);
    return g.persons;
}
