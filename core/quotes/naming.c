#include "quotes/naming.h"

#include <string.h>

#include "quotes/nobody.h"

enum {
    WORDS_MAX = 16,   /* of a name */
    BARE_MAX = 30,    /* bare names to one full name */
    TITLED_MAX = 12,  /* names with a title, or short ones, to one longer that is shown */
    EARLY_MAX = 60,   /* mentions at the start of a text, where persons are introduced */
    SEEN_MIN = 2,     /* pronouns behind names, or prepositions before them, that tell something */
    SEEN_TIMES = 3,   /* more of one gender than of the other */
    PLACES_MAX = 5,   /* names of a place to one with a preposition of place before it */
    TITLES_MAX = 4,   /* bare names to one with a title */
    MISSPELT_MIN = 5, /* bytes of a name that can be another one misspelt */
    SURE_MAX = 5 /* full names by which a given name beats a surname; names in the author's words
                    that tell two persons apart */
};

/* How a name is addressed; a bit each. */
typedef enum address { PLAIN = 1, SIR = 2, WIFE = 4, MISS = 8, TITLED = 16 } address;

/* The words of a name: keys without initials, particles and suffixes. */
typedef struct name {
    const uint32_t *key; /* count of them, WORDS_MAX at most */
    uint32_t count;
    bool suffix; /* Jr., III */
} name;

/* All mentions by the same words with the same kind of address. */
typedef struct form {
    name name;
    uint32_t hash;
    address address;
    pith__gender gender;
    bool upper;              /* in capitals, as in a heading */
    bool office;             /* its title is an office: Colonel */
    bool peer;               /* its title is a part of the name: Lady, Sir, Aunt */
    bool speaks;             /* next to a verb of saying */
    uint32_t mention;        /* the first of them, in the author's words if there is one */
    uint32_t count, outside; /* how many; in the author's words */
    uint32_t he, she, at;    /* how many a pronoun follows; a preposition of place goes before */
    uint32_t person;
} form;

typedef struct naming {
    pith__register *known;
    const pith_document *document;
    const pith__token *tokens; /* of the document */
    const pith__word *of_form; /* its words */
    pith__slots slots;         /* of the forms but for those of one word without a title */
    uint32_t *keys;            /* room for those of names */
    uint32_t keys_left;        /* there */
    uint32_t addresses;        /* that there are */
    bool outlined;             /* the outlines of surnames are registered */
    PITH__ARRAY(form) form;
    PITH__ARRAY(uint32_t) of_person; /* the form by which a full name was made */
} naming;

/* ---- forms ---- */

static const pith__word *word_at(const naming *n, uint32_t token)
{
    return &n->of_form[n->tokens[token].form];
}

/* van, de: no part of a name by itself. Ben Carson's first name is one, ben Carson's not. */
static bool is_particle(const naming *n, uint32_t token, uint32_t end)
{
    static const char *const short_forms[] = {"al"};
    const pith__word *word = word_at(n, token);
    if (token + 1 >= end || !(word->classes & PITH__PARTICLE))
        return false;
    return word->shape == PITH__LOWER ||
           !(word->classes & PITH__GIVEN_NAMES ||
             PITH__FORM_IS_ONE_OF(pith__token_form(n->document, token), short_forms));
}

static name name_of(naming *n, const pith__mention *m, uint32_t first, uint32_t key[WORDS_MAX])
{
    static const char *const suffixes[] = {"jr", "jr."};
    name made = {.key = key};
    for (uint32_t t = first;
         t < m->end && n->tokens[t].start < m->name.end && made.count < WORDS_MAX; t++) {
        if (made.count && PITH__FORM_IS_ONE_OF(pith__token_form(n->document, t), suffixes))
            made.suffix = true;
        else if (!pith__is_initial(n->known->words, t) && !is_particle(n, t, m->end))
            key[made.count++] = pith__register_word(n->known, t);
    }
    return made;
}

/* The honorific right before the name, PITH_NONE if there is none. */
static uint32_t title_of(const naming *n, const pith__mention *m, uint32_t first)
{
    uint32_t t = first;
    if (t > m->first && n->document->text.bytes[n->tokens[t - 1].start] == '.')
        t--;
    return t > m->first && word_at(n, t - 1)->classes & PITH__HONORIFIC ? t - 1 : PITH_NONE;
}

static address address_of(const naming *n, uint32_t title)
{
    static const char *const wives[] = {"mrs", "mrs.", "mistress"};
    static const char *const unmarried[] = {"miss", "mlle", "mlle.", "mademoiselle"};
    if (title == PITH_NONE)
        return PLAIN;
    if (PITH__FORM_IS_ONE_OF(pith__token_form(n->document, title), wives))
        return WIFE;
    if (PITH__FORM_IS_ONE_OF(pith__token_form(n->document, title), unmarried))
        return MISS;
    uint32_t classes = word_at(n, title)->classes;
    return classes & PITH__NAME_MALE && !(classes & PITH__NAME_FEMALE) ? SIR : TITLED;
}

/* Whether a title stays with a full name. */
static bool is_peer(const naming *n, uint32_t title)
{
    static const char *const peers[] = {"sir",    "lady",  "lord",     "dame",     "aunt",
                                        "uncle",  "rev",   "rev.",     "reverend", "father",
                                        "sister", "count", "countess", "baron",    "baroness"};
    return title != PITH_NONE && PITH__FORM_IS_ONE_OF(pith__token_form(n->document, title), peers);
}

/* Whether a preposition tells where; most do not begin like one that does. */
static bool is_of_place(const pith__document_form *word)
{
    static const char *const places[] = {"in", "at", "near", "into", "through", "throughout"};
    char letter = word->lower[0];
    return (letter == 'i' || letter == 'a' || letter == 'n' || letter == 't') &&
           PITH__FORM_IS_ONE_OF(word, places);
}

/* What stands next to a name in its sentence: the pronoun that is the next mention, "in" before. */
static void take_neighbours(const naming *n, form *f, uint32_t mention)
{
    const pith__mentions *all = n->known->mentions;
    const pith__mention *m = &all->items[mention], *next = m + 1;
    if (mention + 1 < all->count && next->kind == PITH__PRONOUN && next->sentence == m->sentence &&
        next->quoted == m->quoted) {
        f->he += next->gender == PITH__MALE;
        f->she += next->gender == PITH__FEMALE;
    }
    f->at += m->first > n->document->tokens.first[m->sentence] &&
             word_at(n, m->first - 1)->classes & PITH__PREPOSITION &&
             is_of_place(pith__token_form(n->document, m->first - 1));
}

/* Whether the name is written with more bytes: with an initial, or with accents. */
static bool is_longer(const naming *n, uint32_t mention, uint32_t than)
{
    const pith__mention *all = n->known->mentions->items;
    return pith__span_length(all[mention].name) > pith__span_length(all[than].name);
}

/* A copy of the words of a name. */
static const uint32_t *keep(naming *n, const name *words)
{
    enum { ROOM = 256 };
    if (!n->keys || n->keys_left < words->count) {
        n->keys = pith__arena_alloc(n->known->scratch, ROOM * sizeof *n->keys);
        n->keys_left = ROOM;
    }
    uint32_t *kept = n->keys;
    for (uint32_t i = 0; i < words->count; i++)
        kept[i] = words->key[i];
    n->keys += words->count;
    n->keys_left -= words->count;
    return kept;
}

static uint32_t make_form(naming *n, uint32_t mention, const name *words, uint32_t title,
                          address as, uint32_t hash)
{
    form *f = pith__array_add(n->known->scratch, &n->form);
    *f = (form){.name = *words,
                .hash = hash,
                .address = as,
                .gender = n->known->mentions->items[mention].gender,
                .mention = mention,
                .person = PITH_NONE};
    f->name.key = keep(n, words);
    if (title != PITH_NONE) {
        f->peer = is_peer(n, title);
        f->office = word_at(n, title)->classes & PITH__ROLE;
    }
    n->addresses |= f->address;
    return n->form.count - 1;
}

/* One without words has no keys. */
static bool is_same(const name *a, const name *b)
{
    return a->count == b->count &&
           (a->count == 0 || memcmp(a->key, b->key, a->count * sizeof *a->key) == 0);
}

static uint32_t hash_of(const naming *n, const name *words, address as)
{
    uint64_t state = n->known->seed ^ as ^ (words->suffix ? 1u << 16 : 0);
    for (uint32_t i = 0; i < words->count; i++)
        state = pith__fold(state ^ words->key[i], 0x9E3779B97F4A7C15u);
    return (uint32_t)(state ^ state >> 32);
}

static void widen(naming *n)
{
    n->slots = pith__slots_make(n->known->scratch, n->slots.count);
    for (uint32_t i = 0; i < n->form.count; i++)
        pith__slots_put(&n->slots, n->form.items[i].hash, i);
}

/* The form of a name, made where it is new. */
static uint32_t find_form(naming *n, uint32_t mention, const name *words, uint32_t title)
{
    address as = address_of(n, title);
    uint32_t hash = hash_of(n, words, as);
    if (pith__slots_are_full(&n->slots, n->form.count))
        widen(n);
    uint32_t at = pith__slots_at(&n->slots, hash);
    for (; n->slots.items[at]; at = pith__slots_behind(&n->slots, at)) {
        const form *f = &n->form.items[n->slots.items[at] - 1];
        if (f->hash == hash && f->address == as && f->name.suffix == words->suffix &&
            is_same(&f->name, words))
            return n->slots.items[at] - 1;
    }
    n->slots.items[at] = n->form.count + 1;
    return make_form(n, mention, words, title, as, hash);
}

/* The form of a mention; most are of one word without a title. */
static uint32_t form_of(naming *n, uint32_t mention, uint32_t first)
{
    uint32_t key[WORDS_MAX];
    const pith__mention *m = &n->known->mentions->items[mention];
    uint32_t title = first > m->first ? title_of(n, m, first) : PITH_NONE;
    name words = name_of(n, m, first, key);
    if (words.count != 1 || words.suffix || title != PITH_NONE)
        return find_form(n, mention, &words, title);
    pith__known_word *word = &n->known->known_word.items[key[0]];
    if (word->alone == PITH_NONE)
        word->alone = make_form(n, mention, &words, PITH_NONE, PLAIN, hash_of(n, &words, PLAIN));
    return word->alone;
}

static void take_form(naming *n, uint32_t mention)
{
    const pith__mention *m = &n->known->mentions->items[mention];
    uint32_t first = pith__name_token(n->tokens, m), number = form_of(n, mention, first);
    bool upper = word_at(n, first)->shape == PITH__UPPER;
    form *f = &n->form.items[number];
    n->known->persons->of_mention[mention] = number; /* until the forms have persons */
    if (f->count > 0 && mention >= n->known->mentions->count)
        return; /* who is named in "Ann Lee's lawyer" is not spoken of the more */
    if (f->count == 0)
        f->upper = upper;
    if ((f->outside == 0 && !m->quoted) || (f->upper && !upper) ||
        (!m->quoted && upper == f->upper && is_longer(n, mention, f->mention))) {
        f->mention = mention;
        f->upper = upper;
    }
    if (f->gender == PITH__UNKNOWN)
        f->gender = m->gender;
    if (f->peer)
        f->peer = title_of(n, m, first) != PITH_NONE;
    f->speaks |= m->speaks;
    take_neighbours(n, f, mention);
    f->count++;
    f->outside += !m->quoted;
}

/* ---- names of several words ---- */

/* Whether a name is another one without its first words: "Eskelsen García". */
static bool ends(const name *longer, const name *shorter)
{
    return longer->count > shorter->count &&
           memcmp(shorter->key, longer->key + (longer->count - shorter->count),
                  shorter->count * sizeof *shorter->key) == 0;
}

/* Whether two names with one last word can be one person's: the first word agrees as well, or one
 * is the end of the other. */
static bool matches(const name *a, const name *b)
{
    return a->key[0] == b->key[0] || ends(a, b) || ends(b, a);
}

static pith__person *person_at(const naming *n, uint32_t person)
{
    return &n->known->persons->person.items[person];
}

/* The person with this surname and this given name, a man's wife by his name or not. */
static uint32_t find_full(const naming *n, const name *words, bool wife)
{
    const pith__register *known = n->known;
    uint32_t at = pith__register_first(known, words->key[words->count - 1]);
    for (uint32_t tries = 0; at != PITH_NONE && tries < PITH__LINKS_MAX;
         at = known->link.items[at].next, tries++) {
        const pith__link *l = &known->link.items[at];
        if (l->place != PITH__BY_SURNAME || person_at(n, l->person)->kind != PITH__NAME ||
            person_at(n, l->person)->wife != wife)
            continue;
        const name *other = &n->form.items[n->of_person.items[l->person]].name;
        if (other->count > 1 && other->suffix == words->suffix && matches(other, words))
            return l->person;
    }
    return PITH_NONE;
}

static uint32_t make_person(naming *n, uint32_t number)
{
    uint32_t person = pith__register_new(n->known, n->form.items[number].mention);
    while (n->of_person.count <= person)
        *pith__array_add(n->known->scratch, &n->of_person) = number;
    return person;
}

static void join(naming *n, form *f, uint32_t person)
{
    pith__person *p = person_at(n, person);
    f->person = person;
    p->addresses |= (uint8_t)f->address;
    p->he += f->he;
    p->she += f->she;
    p->at += f->at;
    p->named += f->count;
    if (p->gender == PITH__UNKNOWN && (f->name.count > 1 || f->address != PLAIN))
        p->gender = f->gender;
}

static bool begins_with_given_name(const naming *n, uint32_t mention)
{
    return pith__begins_with_given_name(n->known->words, &n->known->mentions->items[mention]);
}

/* Whether a name with Mrs. is that of the husband: "Mrs. Paul Rossi". */
static bool is_husbands(const naming *n, const form *f)
{
    uint32_t first = pith__name_token(n->tokens, &n->known->mentions->items[f->mention]);
    return f->address == WIFE && !(word_at(n, first)->classes & PITH__NAME_FEMALE);
}

static void join_full(naming *n, uint32_t number)
{
    form *f = &n->form.items[number];
    bool wife = is_husbands(n, f);
    uint32_t surname = f->name.key[f->name.count - 1];
    uint32_t person = find_full(n, &f->name, wife);
    if (person == PITH_NONE) {
        person = make_person(n, number);
        person_at(n, person)->wife = wife;
        pith__register_add(n->known, surname, person, PITH__BY_SURNAME);
        if (!wife)
            pith__register_add(n->known, f->name.key[0], person, PITH__BY_GIVEN);
    }
    person_at(n, person)->full += f->count;
    join(n, f, person);
}

/* ---- single words ---- */

/* Whether the person can be addressed so. */
static bool can_be(const pith__person *p, const form *f)
{
    switch (f->address) {
    case SIR:
        return !p->wife && p->gender != PITH__FEMALE && !(p->addresses & (MISS | WIFE));
    case WIFE:
        return p->gender != PITH__MALE && !(p->addresses & (SIR | MISS));
    case MISS:
        return !p->wife && p->gender != PITH__MALE && !(p->addresses & (SIR | WIFE));
    case TITLED:
        return !p->wife && pith__agree(p->gender, f->gender);
    case PLAIN:
        break;
    }
    return !p->wife;
}

/* Whom a bare surname means: women have titles. */
static int rank_of(const pith__person *p)
{
    return p->addresses & WIFE ? 0 : p->addresses & MISS ? 1 : 2;
}

static bool is_likelier(const pith__person *a, const pith__person *b, const form *f)
{
    if (f->address == WIFE && a->wife != b->wife)
        return a->wife;
    bool known = a->addresses & (uint8_t)f->address, other = b->addresses & (uint8_t)f->address;
    if (f->address != PLAIN && known != other)
        return known;
    if (f->address == PLAIN && a->full == b->full)
        return rank_of(a) > rank_of(b);
    return a->full > b->full;
}

/* The likeliest person whom the word of the form names in one of the places. */
static uint32_t find_single(const naming *n, const form *f, uint32_t places)
{
    const pith__register *known = n->known;
    uint32_t best = PITH_NONE, at = known->known_word.items[f->name.key[0]].newest;
    for (uint32_t tries = 0; at != PITH_NONE && tries < PITH__LINKS_MAX;
         at = known->link.items[at].next, tries++) {
        const pith__link *l = &known->link.items[at];
        if (l->place & places && can_be(person_at(n, l->person), f) &&
            (best == PITH_NONE || is_likelier(person_at(n, l->person), person_at(n, best), f)))
            best = l->person;
    }
    return best;
}

/* Who is spoken of so often is introduced by the full name or named so more than once, or has a
 * given name: else the full name was two names by chance. */
static bool is_enough(const naming *n, uint32_t person, const form *f)
{
    const pith__person *p = person_at(n, person);
    if (p->full > 0 && n->form.items[n->of_person.items[person]].name.suffix &&
        f->mention < p->fullest)
        return false; /* Mr. Rossi, and then Paul Rossi Jr.: his son */
    return p->full == 0 || p->fullest < EARLY_MAX || p->full * BARE_MAX >= f->count ||
           begins_with_given_name(n, p->fullest);
}

/* The person whose first name or acronym it is. "Rossi" is not who is named in "Rossi Speech",
 * where a speech is an ordinary word. */
static uint32_t find_given(const naming *n, const form *f, uint32_t places)
{
    uint32_t person = find_single(n, f, places);
    if (person == PITH_NONE || person_at(n, person)->full == 0)
        return person;
    uint32_t fullest = person_at(n, person)->fullest;
    uint32_t last = n->known->mentions->items[fullest].end - 1;
    return pith__is_ordinary(n->document, last) && !begins_with_given_name(n, fullest) ? PITH_NONE
                                                                                       : person;
}

/* Whether the author calls the person by the given name alone. */
static bool is_called_by_given_name(const naming *n, uint32_t person)
{
    const name *words = &n->form.items[n->of_person.items[person]].name;
    uint32_t number = n->known->known_word.items[words->key[0]].alone;
    return number != PITH_NONE && n->form.items[number].outside >= SURE_MAX;
}

/* "Mrs. Rossi", where the author calls Anna Rossi Anna, is somebody else. */
static bool is_another(const naming *n, const form *f, uint32_t person)
{
    const pith__person *p = person_at(n, person);
    return f->address & (WIFE | SIR) && !p->wife && !(p->addresses & WIFE) && p->full > 0 &&
           f->outside >= SURE_MAX && is_called_by_given_name(n, person);
}

/* Whether "President Rossi" is the Mr. Rossi of the text and not its Anna Rossi, whom it never
 * gives a title. */
static bool is_sir(const naming *n, const form *f, uint32_t person)
{
    uint32_t whole = f->address == TITLED ? find_single(n, f, PITH__BY_WHOLE) : PITH_NONE;
    return whole != PITH_NONE && person_at(n, whole)->addresses & SIR &&
           !(person_at(n, person)->addresses & (SIR | TITLED));
}

static uint32_t find_titled(const naming *n, const form *f)
{
    uint32_t person = find_single(n, f, PITH__BY_SURNAME);
    if (person != PITH_NONE && is_sir(n, f, person))
        return find_single(n, f, PITH__BY_WHOLE);
    if (person != PITH_NONE && (is_another(n, f, person) || !is_enough(n, person, f)))
        person = PITH_NONE;
    if (person == PITH_NONE && f->address != WIFE && !f->office) {
        person = find_given(n, f, PITH__BY_GIVEN);
        if (person != PITH_NONE && !is_enough(n, person, f))
            person = PITH_NONE;
    }
    if (person == PITH_NONE)
        person = find_single(n, f, PITH__BY_WHOLE);
    return person;
}

/* Whether a bare surname means Mr. Rossi rather than Miss Anna Rossi, or rather than an Anna Rossi
 * who is named seldom. */
static bool is_rather(const naming *n, uint32_t titled, uint32_t full)
{
    const pith__person *sir = person_at(n, titled), *other = person_at(n, full);
    return rank_of(sir) > rank_of(other) ||
           (sir->addresses & SIR && sir->named > SURE_MAX * other->named);
}

static uint32_t find_plain(const naming *n, const form *f)
{
    if (n->known->known_word.items[f->name.key[0]].newest == PITH_NONE)
        return PITH_NONE;
    uint32_t surname = find_single(n, f, PITH__BY_SURNAME);
    uint32_t whole = find_single(n, f, PITH__BY_WHOLE);
    if (surname != PITH_NONE && whole != PITH_NONE && is_rather(n, whole, surname))
        return whole;
    uint32_t given = find_given(n, f, PITH__BY_GIVEN | PITH__BY_ACRONYM);
    uint32_t person = surname == PITH_NONE ? given : surname;
    if (surname != PITH_NONE && given != PITH_NONE &&
        person_at(n, given)->full > SURE_MAX * person_at(n, surname)->full)
        person = given;
    return person != PITH_NONE && is_enough(n, person, f) ? person : whole;
}

/* Whether two spellings differ by a slip of the pen: two neighbouring letters changed round, or one
 * letter left out. */
static bool is_slip(const pith__known_word *a, const pith__known_word *b)
{
    const pith__known_word *longer = a->length < b->length ? b : a, *other = longer == a ? b : a;
    const char *x = longer->bytes, *y = other->bytes;
    uint32_t i = 0, size = longer->length;
    while (i < other->length && x[i] == y[i])
        i++;
    if (size == other->length)
        return i + 1 < size && x[i] == y[i + 1] && x[i + 1] == y[i] &&
               memcmp(x + i + 2, y + i + 2, size - i - 2) == 0;
    return size == other->length + 1 && memcmp(x + i + 1, y + i, size - i - 1) == 0;
}

/* The key of all words that begin and end as this one does. */
static uint32_t outline_key(const naming *n, uint32_t word)
{
    const pith__known_word *key = &n->known->known_word.items[word];
    char *outline = pith__arena_alloc(n->known->scratch, 3); /* the table borrows its keys */
    outline[0] = key->bytes[0];
    outline[1] = '\0';
    outline[2] = key->bytes[key->length - 1];
    return pith__register_key(n->known, outline, 3);
}

/* Registers the outlines of the surnames of full names, which are all known by now. */
static void outline_all(naming *n)
{
    for (uint32_t i = 0; i < n->of_person.count; i++) {
        const name *words =
            n->of_person.items[i] == PITH_NONE ? NULL : &n->form.items[n->of_person.items[i]].name;
        if (words && words->count > 1 && !person_at(n, i)->wife)
            pith__register_add(n->known, outline_key(n, words->key[words->count - 1]), i,
                               PITH__BY_OUTLINE);
    }
    n->outlined = true;
}

/* The person of a full name whose surname was misspelt: who says something as "Lindgern" is the Ann
 * Lindgren of the text. */
static uint32_t find_misspelt(naming *n, const form *f)
{
    const pith__register *known = n->known;
    uint32_t word = f->name.key[0];
    if (!f->speaks || known->known_word.items[word].length < MISSPELT_MIN)
        return PITH_NONE;
    if (!n->outlined)
        outline_all(n);
    uint32_t outline = outline_key(n, word), at = pith__register_first(known, outline);
    for (uint32_t tries = 0; at != PITH_NONE && tries < PITH__LINKS_MAX;
         at = known->link.items[at].next, tries++) {
        uint32_t person = known->link.items[at].person;
        const name *other = &n->form.items[n->of_person.items[person]].name;
        const pith__known_word *keys = known->known_word.items;
        if (can_be(person_at(n, person), f) &&
            is_slip(&keys[word], &keys[other->key[other->count - 1]]))
            return person;
    }
    return PITH_NONE;
}

static void join_single(naming *n, uint32_t number)
{
    form *f = &n->form.items[number];
    uint32_t person = f->address == PLAIN ? find_plain(n, f) : find_titled(n, f);
    if (person == PITH_NONE)
        person = find_misspelt(n, f);
    if (person == PITH_NONE) {
        person = make_person(n, number);
        pith__register_add(n->known, f->name.key[0], person, PITH__BY_WHOLE);
    }
    join(n, f, person);
}

/* Forms with one of the addresses, of one word or of more. */
static void join_all(naming *n, uint32_t addresses, bool full)
{
    uint32_t count = n->addresses & addresses ? n->form.count : 0;
    for (uint32_t i = 0; i < count; i++) {
        const form *f = &n->form.items[i];
        if (!(f->address & addresses) || f->name.count == 0 || (f->name.count > 1) != full)
            continue;
        if (full)
            join_full(n, i);
        else
            join_single(n, i);
    }
}

/* ---- what is next to the names ---- */

static void settle(pith__person *p)
{
    if (p->gender == PITH__UNKNOWN && p->he >= SEEN_MIN && p->he > SEEN_TIMES * p->she)
        p->gender = PITH__MALE;
    if (p->gender == PITH__UNKNOWN && p->she >= SEEN_MIN && p->she > SEEN_TIMES * p->he)
        p->gender = PITH__FEMALE;
}

/* The genders of those with full names, before names with titles are joined to them: by the
 * pronouns behind the full and the given name. */
static void settle_full(naming *n)
{
    for (uint32_t i = 0; i < n->form.count; i++) {
        const form *f = &n->form.items[i];
        uint32_t person = f->address == PLAIN && f->name.count == 1
                              ? find_single(n, f, PITH__BY_GIVEN)
                              : PITH_NONE;
        if (person == PITH_NONE)
            continue;
        person_at(n, person)->he += f->he;
        person_at(n, person)->she += f->she;
    }
    for (uint32_t i = 0; i < n->known->persons->person.count; i++) {
        settle(person_at(n, i));
        person_at(n, i)->he = person_at(n, i)->she = 0;
    }
}

/* The genders of the others, and what is a place: "in Berg" stands often. */
static void settle_all(naming *n)
{
    for (uint32_t i = 0; i < n->known->persons->person.count; i++) {
        pith__person *p = person_at(n, i);
        const pith__mention *fullest = &n->known->mentions->items[p->fullest];
        settle(p);
        bool inside = p->at >= SEEN_MIN && p->at * PLACES_MAX >= p->named;
        p->nobody = !(p->addresses & (SIR | WIFE | MISS | TITLED)) &&
                    (inside || pith__is_nobody(n->known->words, fullest, p));
        p->wordy = p->full > 0 && pith__is_wordy(n->known->words, fullest);
        p->he = p->she = 0;
    }
}

/* ---- what to call a person ---- */

typedef struct calling {
    uint32_t full, bare; /* forms, or PITH_NONE */
    uint32_t full_count; /* mentions by a full name */
    bool peer;           /* a title goes before every full name */
} calling;

/* Whether the first form is a better name: longer than what it ends with, or more frequent. */
static bool is_better(const naming *n, const form *f, const form *than)
{
    if (f->upper != than->upper)
        return than->upper;
    if (is_same(&f->name, &than->name) && is_longer(n, f->mention, than->mention))
        return true; /* with accents */
    if (ends(&f->name, &than->name))
        return f->count * TITLED_MAX >= than->count;
    if (ends(&than->name, &f->name))
        return f->count > TITLED_MAX * than->count;
    if (f->name.count == 1 && f->address != than->address &&
        memcmp(f->name.key, than->name.key, sizeof *f->name.key) == 0)
        return f->address == PLAIN ? f->count > TITLES_MAX * than->count
                                   : f->count * TITLES_MAX >= than->count;
    return f->count > than->count;
}

static void consider(const naming *n, calling *c, uint32_t number)
{
    const form *f = &n->form.items[number];
    uint32_t *best = f->name.count > 1 ? &c->full : &c->bare;
    if (f->name.count > 1) {
        c->peer = (c->peer || c->full_count == 0) && f->peer;
        c->full_count += f->count;
    }
    if (*best == PITH_NONE || is_better(n, f, &n->form.items[*best]))
        *best = number;
}

/* Whether a full name is what the text calls a person by, and not one that was told once. */
static bool is_usual(const naming *n, const calling *c)
{
    if (c->full == PITH_NONE || c->bare == PITH_NONE)
        return c->bare == PITH_NONE;
    const form *full = &n->form.items[c->full], *bare = &n->form.items[c->bare];
    uint32_t most = bare->address == PLAIN ? BARE_MAX : TITLED_MAX;
    return full->mention < EARLY_MAX || c->full_count * most >= bare->count;
}

static void call(const naming *n, uint32_t person, const calling *c)
{
    pith__person *p = person_at(n, person);
    bool full = is_usual(n, c);
    const form *f = &n->form.items[full ? c->full : c->bare];
    p->fullest = f->mention;
    p->titled = full ? c->peer || p->wife : f->address != PLAIN;
}

static void call_all(const naming *n)
{
    uint32_t count = n->known->persons->person.count;
    calling *of = pith__arena_alloc(n->known->scratch, (count + 1) * sizeof *of);
    for (uint32_t i = 0; i < count; i++)
        of[i] = (calling){PITH_NONE, PITH_NONE, 0, false};
    for (uint32_t i = 0; i < n->form.count; i++)
        if (n->form.items[i].person != PITH_NONE)
            consider(n, &of[n->form.items[i].person], i);
    for (uint32_t i = 0; i < count; i++)
        if (person_at(n, i)->kind == PITH__NAME &&
            (of[i].full != PITH_NONE || of[i].bare != PITH_NONE))
            call(n, i, &of[i]);
}

void pith__naming_find(pith__register *known)
{
    const pith__mentions *mentions = known->mentions;
    const pith_document *document = known->words->document;
    naming n = {.known = known,
                .document = document,
                .tokens = document->tokens.token.items,
                .of_form = known->words->of_form};
    n.slots = pith__slots_make(known->scratch, mentions->count / 4);
    while (n.of_person.count < known->persons->person.count)
        *pith__array_add(known->scratch, &n.of_person) = PITH_NONE;
    const uint32_t count = mentions->count + mentions->covered;
    for (uint32_t i = 0; i < count; i++)
        if (mentions->items[i].kind == PITH__NAME)
            take_form(&n, i);
    join_all(&n, PLAIN | SIR | MISS | TITLED, true);
    join_all(&n, WIFE, true);
    settle_full(&n);
    join_all(&n, MISS, false);
    join_all(&n, WIFE, false);
    join_all(&n, SIR, false);
    join_all(&n, TITLED, false);
    join_all(&n, PLAIN, false);
    settle_all(&n);
    call_all(&n);
    uint32_t *of_mention = known->persons->of_mention;
    for (uint32_t i = 0; n.form.count && i < count; i++) { /* without a branch on kinds */
        bool named = mentions->items[i].kind == PITH__NAME;
        uint32_t person = n.form.items[of_mention[i] & -(uint32_t)named].person;
        of_mention[i] ^= (of_mention[i] ^ person) & -(uint32_t)named;
    }
    pith__array_drop(known->scratch, &n.form);
}
