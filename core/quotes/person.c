#include "quotes/person.h"

#include <assert.h>
#include <string.h>

enum {
    LINKS_MAX = 16,      /* persons of one name that are looked at */
    RECENT_MAX = 10,     /* persons that a pronoun can mean */
    WORDS_MAX = 16,      /* of a name */
    BARE_MAX = 30,       /* bare names to one full name */
    EARLY_MAX = 60,      /* mentions at the start of a text, where persons are introduced */
    CLOSENESS_MIN = -20, /* below it a pronoun means nobody */
    ARTICLE_MAX = 2      /* bytes of an indefinite article: a, an, un */
};

/* How a word names a person. */
typedef enum position { SURNAME, GIVEN, WHOLE, ACRONYM } position;

typedef struct link {
    uint32_t person, next; /* number of the next link of the same word, or PITH_NONE */
    position position;
} link;

typedef struct gathering {
    pith__arena *arena, *scratch;
    const pith__words *words;
    const pith_document *document;
    const pith__mentions *mentions;
    pith__persons persons;
    pith__table keys; /* words in lower case without possessive; whole names */
    uint32_t *phrase; /* by mention: the key of its words, or PITH_NONE before it is made */
    PITH__ARRAY(uint32_t) first; /* by key: its newest link, or PITH_NONE */
    PITH__ARRAY(link) link;
    uint32_t recent[RECENT_MAX]; /* persons, the latest first; no one twice */
    uint32_t recent_count;
} gathering;

/* ---- keys ---- */

static uint32_t key_of(gathering *g, const char *bytes, size_t length)
{
    uint32_t key = pith__table_intern(&g->keys, bytes, length);
    while (g->first.count <= key)
        *pith__array_add(g->scratch, &g->first) = PITH_NONE;
    return key;
}

static uint32_t word_key(gathering *g, uint32_t token)
{
    const pith__document_form *form = pith__token_form(g->document, token);
    return key_of(g, form->lower, pith__word_at(g->words, token)->lower_length);
}

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
    return key_of(g, text, length);
}

/* A body's by its name, all others' by the whole of it. */
static uint32_t phrase_key(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    if (g->phrase[mention] == PITH_NONE)
        g->phrase[mention] = make_phrase(g, m, m->kind == PITH__BODY ? m->name : m->span);
    return g->phrase[mention];
}

static void add_link(gathering *g, uint32_t key, uint32_t person, position as)
{
    *pith__array_add(g->scratch, &g->link) = (link){person, g->first.items[key], as};
    g->first.items[key] = g->link.count - 1;
}

/* ---- names ---- */

/* The words of a name: keys without initials and suffixes. */
typedef struct name {
    uint32_t key[WORDS_MAX];
    uint32_t count;
    bool suffix; /* Jr., III */
} name;

static bool is_initial(const gathering *g, uint32_t token)
{
    const pith__document_form *form = pith__token_form(g->document, token);
    return form->shape == PITH__PUNCTUATION || pith__word_at(g->words, token)->length == 1 ||
           (form->length == 2 && form->lower[1] == '.');
}

static name name_of(gathering *g, const pith__mention *m)
{
    name n = {.count = 0};
    uint32_t t = m->first;
    while (t < m->end && g->document->tokens.token.items[t].start < m->name.start)
        t++;
    for (; t < m->end && n.count < WORDS_MAX; t++) {
        const pith__document_form *form = pith__token_form(g->document, t);
        if (n.count && (strcmp(form->lower, "jr") == 0 || strcmp(form->lower, "jr.") == 0))
            n.suffix = true;
        else if (!is_initial(g, t))
            n.key[n.count++] = word_key(g, t);
    }
    return n;
}

static bool agree(pith__gender a, pith__gender b)
{
    return a == b || a == PITH__UNKNOWN || b == PITH__UNKNOWN;
}

static uint32_t new_person(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    *pith__array_add(g->arena, &g->persons.person) =
        (pith__person){.kind = m->kind, .gender = m->gender, .fullest = mention, .role = PITH_NONE};
    return g->persons.person.count - 1;
}

static bool is_likelier(const pith__person *a, const pith__person *b)
{
    return a->full != b->full ? a->full > b->full : a->mentions > b->mentions;
}

/* The person whom the word names in one of the places (a bit each): the one mentioned most so far,
 * the latest on a tie. */
static uint32_t find_person(const gathering *g, uint32_t key, uint32_t places, pith__gender gender)
{
    uint32_t best = PITH_NONE, at = g->first.items[key];
    for (uint32_t n = 0; at != PITH_NONE && n < LINKS_MAX; at = g->link.items[at].next, n++) {
        const link *l = &g->link.items[at];
        if (!(places & 1u << l->position) ||
            !agree(g->persons.person.items[l->person].gender, gender))
            continue;
        if (best == PITH_NONE ||
            is_likelier(&g->persons.person.items[l->person], &g->persons.person.items[best]))
            best = l->person;
    }
    return best;
}

/* Whether two names with one last word can be one person's: the first word agrees as well, or one
 * is the end of the other ("Eskelsen García"). */
static bool matches(const name *a, const name *b)
{
    const name *shorter = a->count < b->count ? a : b, *longer = a->count < b->count ? b : a;
    return a->key[0] == b->key[0] ||
           memcmp(shorter->key, longer->key + (longer->count - shorter->count),
                  shorter->count * sizeof *shorter->key) == 0;
}

/* The person with this surname and this given name. */
static uint32_t find_full(gathering *g, const name *n)
{
    uint32_t at = g->first.items[n->key[n->count - 1]];
    for (uint32_t tries = 0; at != PITH_NONE && tries < LINKS_MAX;
         at = g->link.items[at].next, tries++) {
        const link *l = &g->link.items[at];
        if (l->position != SURNAME)
            continue;
        name other = name_of(g, &g->mentions->items[g->persons.person.items[l->person].fullest]);
        if (other.count > 1 && other.suffix == n->suffix && matches(&other, n))
            return l->person;
    }
    return PITH_NONE;
}

/* The first pass: full names. */
static void register_name(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    name n = name_of(g, m);
    if (n.count < 2)
        return;
    uint32_t person = find_full(g, &n);
    if (person == PITH_NONE) {
        person = new_person(g, mention);
        add_link(g, n.key[n.count - 1], person, SURNAME);
        add_link(g, n.key[0], person, GIVEN);
    }
    pith__person *p = &g->persons.person.items[person];
    p->full++;
    if (p->gender == PITH__UNKNOWN)
        p->gender = m->gender;
    if (pith__span_length(m->name) > pith__span_length(g->mentions->items[p->fullest].name))
        p->fullest = mention;
    g->persons.of_mention[mention] = person;
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
    return count > 1 ? key_of(g, letters, count) : PITH_NONE;
}

static void register_body(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t whole = phrase_key(g, mention);
    uint32_t person = find_person(g, whole, 1u << WHOLE, PITH__UNKNOWN);
    if (person == PITH_NONE) {
        uint32_t initials = initials_key(g, m);
        if (initials == PITH_NONE ||
            pith__token_form(g->document, m->end - 1)->shape == PITH__LOWER)
            return;
        person = new_person(g, mention);
        add_link(g, whole, person, WHOLE);
        add_link(g, initials, person, ACRONYM);
        add_link(g, word_key(g, m->end - 1), person, SURNAME);
    }
    g->persons.of_mention[mention] = person;
}

/* ---- the second pass ---- */

static uint32_t link_new(gathering *g, uint32_t mention, uint32_t key, position as)
{
    uint32_t person = new_person(g, mention);
    add_link(g, key, person, as);
    return person;
}

/* Whether the gender of a name comes from more than its only word, which can be a surname as well
 * (Clinton). */
static bool is_sure(const pith__mention *m)
{
    return m->kind != PITH__NAME || m->end - m->first > 1;
}

/* Who is spoken of so often is introduced by the full name or named so more than once: else the
 * full name was two names by chance. */
static bool is_enough(const gathering *g, uint32_t person, uint32_t token)
{
    const pith__person *p = &g->persons.person.items[person];
    return p->full == 0 || p->fullest < EARLY_MAX ||
           p->full * BARE_MAX >= pith__token_form(g->document, token)->count;
}

static uint32_t of_short_name(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    name n = name_of(g, m);
    if (n.count == 0)
        return PITH_NONE;
    uint32_t key = n.key[n.count - 1];
    pith__gender gender = is_sure(m) ? m->gender : PITH__UNKNOWN;
    uint32_t person = find_person(g, key, 1u << SURNAME | 1u << WHOLE, gender);
    if (person == PITH_NONE)
        person = find_person(g, key, 1u << GIVEN | 1u << ACRONYM, gender);
    if (person != PITH_NONE && !is_enough(g, person, m->end - 1))
        person = find_person(g, key, 1u << WHOLE, gender);
    return person == PITH_NONE ? link_new(g, mention, key, WHOLE) : person;
}

static uint32_t of_body(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t whole = phrase_key(g, mention);
    uint32_t person = find_person(g, whole, 1u << WHOLE, PITH__UNKNOWN);
    if (person == PITH_NONE) {
        uint32_t last = word_key(g, m->end - 1);
        bool single = m->name.start == g->document->tokens.token.items[m->end - 1].start;
        if (single)
            person = find_person(g, last, 1u << ACRONYM | 1u << SURNAME, PITH__UNKNOWN);
    }
    return person == PITH_NONE ? link_new(g, mention, whole, WHOLE) : person;
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
            if (strcmp(pith__token_form(g->document, at)->lower, form->lower) == 0)
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

/* "the Chinese president": the latest person in that office. */
static uint32_t of_description(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    for (uint32_t i = 0; i < g->recent_count && !opens_new(g, m); i++) {
        const pith__person *p = &g->persons.person.items[g->recent[i]];
        if (p->kind == PITH__NAME && agree(p->gender, m->gender) && fits_role(g, m, p))
            return g->recent[i];
    }
    uint32_t key = phrase_key(g, mention);
    uint32_t person = find_person(g, key, 1u << WHOLE, m->gender);
    return person == PITH_NONE ? link_new(g, mention, key, WHOLE) : person;
}

static bool is_clause_subject(const gathering *g, const pith__mention *m)
{
    return m->first == g->document->tokens.first[m->sentence];
}

/* How likely a pronoun means the person: those it agrees with for certain first, then the nearest,
 * subjects before others. */
static int closeness(const gathering *g, const pith__mention *pronoun, uint32_t rank)
{
    const pith__person *p = &g->persons.person.items[g->recent[rank]];
    const pith__mention *latest = &g->mentions->items[p->latest];
    int points = -(int)rank;
    if (p->gender == pronoun->gender)
        points += 8;
    if (is_clause_subject(g, latest))
        points += 6;
    if (latest->speaks)
        points += 2;
    if (latest->possessive)
        points -= 1;
    if (latest->quoted && !pronoun->quoted)
        points -= 8;
    if (p->kind == PITH__DESCRIPTION)
        points -= 5;
    if (p->mentions > 3)
        points += 1;
    uint32_t apart = pronoun->sentence - latest->sentence;
    return points - (int)(apart > 8 ? 8 : apart) * 2;
}

static bool can_mean(const pith__mention *pronoun, const pith__person *p)
{
    if (pronoun->gender == PITH__PLURAL)
        return p->kind == PITH__BODY || p->gender == PITH__PLURAL;
    return p->kind != PITH__BODY && agree(p->gender, pronoun->gender);
}

/* "I": whoever tells the text. */
static uint32_t of_narrator(gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    uint32_t key = phrase_key(g, mention);
    uint32_t person = find_person(g, key, 1u << WHOLE, PITH__UNKNOWN);
    if (person != PITH_NONE || m->quoted || !m->speaks)
        return m->quoted ? PITH_NONE : person;
    person = link_new(g, mention, key, WHOLE);
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

/* "Xi, who": the mention right before a pronoun that is neither he nor she nor they. */
static uint32_t of_relative(const gathering *g, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    return mention > 0 && m[-1].sentence == m->sentence && m->first - m[-1].end <= 1
               ? g->persons.of_mention[mention - 1]
               : PITH_NONE;
}

/* A pronoun that tells no gender. */
static uint32_t of_neuter(gathering *g, uint32_t mention)
{
    const pith__document_form *form =
        pith__token_form(g->document, g->mentions->items[mention].first);
    if (form->shape != PITH__LOWER && form->length == 1)
        return of_narrator(g, mention);
    if (form->classes & PITH__COMPLEMENTIZER)
        return of_relative(g, mention);
    return g->mentions->items[mention].speaks ? of_thing(g) : PITH_NONE;
}

/* How sure a pronoun's person is: the more, the farther behind the next best one is. */
static float certainty_of(int most, int second)
{
    static const float by_lead[] = {0.45F, 0.5F, 0.6F, 0.65F, 0.7F, 0.75F, 0.8F, 0.85F, 0.9F};
    uint32_t lead = (uint32_t)(most - second);
    const uint32_t last = sizeof by_lead / sizeof *by_lead - 1;
    return by_lead[lead < last ? lead : last];
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
    uint32_t best = PITH_NONE;
    int most = CLOSENESS_MIN, second = CLOSENESS_MIN;
    for (uint32_t i = 0; i < g->recent_count; i++) {
        if (!can_mean(m, &g->persons.person.items[g->recent[i]]))
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

/* Moves the person to the front of those mentioned last. */
static void touch(gathering *g, uint32_t person, uint32_t mention)
{
    const pith__mention *m = &g->mentions->items[mention];
    pith__person *p = &g->persons.person.items[person];
    p->mentions++;
    p->latest = mention;
    if (m->kind == PITH__NAME &&
        pith__span_length(m->name) == pith__span_length(g->mentions->items[p->fullest].name) &&
        m->name.start > m->span.start &&
        g->mentions->items[p->fullest].name.start == g->mentions->items[p->fullest].span.start)
        p->fullest = mention; /* the same name with a title */
    if (p->gender == PITH__UNKNOWN && m->kind != PITH__PRONOUN && is_sure(m))
        p->gender = m->gender;
    if (p->role == PITH_NONE && p->kind == PITH__NAME && m->role.end > m->role.start)
        p->role = mention;
    uint32_t at = 0;
    while (at < g->recent_count && g->recent[at] != person)
        at++;
    if (at == g->recent_count && g->recent_count < RECENT_MAX)
        g->recent_count++;
    if (at == RECENT_MAX)
        at--;
    memmove(g->recent + 1, g->recent, at * sizeof *g->recent);
    g->recent[0] = person;
}

static uint32_t resolve(gathering *g, uint32_t mention)
{
    switch (g->mentions->items[mention].kind) {
    case PITH__NAME:
        return of_short_name(g, mention);
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
    pith__table_init(&g.keys, scratch, pith__table_seed(), mentions->count);
    g.persons.of_mention =
        pith__arena_alloc(arena, (mentions->count + 1) * sizeof *g.persons.of_mention);
    g.persons.certainty =
        pith__arena_alloc(arena, (mentions->count + 1) * sizeof *g.persons.certainty);
    g.phrase = pith__arena_alloc(scratch, (mentions->count + 1) * sizeof *g.phrase);
    for (uint32_t i = 0; i < mentions->count; i++) {
        g.phrase[i] = g.persons.of_mention[i] = PITH_NONE;
        g.persons.certainty[i] = 1;
        if (mentions->items[i].kind == PITH__NAME)
            register_name(&g, i);
        else if (mentions->items[i].kind == PITH__BODY)
            register_body(&g, i);
    }
    uint32_t *known = pith__arena_alloc(scratch, (mentions->count + 1) * sizeof *known);
    memcpy(known, g.persons.of_mention, mentions->count * sizeof *known);
    resolve_all(&g);
    learn_genders(&g.persons);
    memcpy(g.persons.of_mention, known, mentions->count * sizeof *known);
    resolve_all(&g);
    return g.persons;
}
