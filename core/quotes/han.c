#include "quotes/han.h"

#include <string.h>

#include "quotes/scan.h"

enum {
    NAME_MIN = 2, /* characters of a name */
    NAME_MAX = 3,
    PHRASE_MAX = 4, /* of an entry of the lexicon */
    ENOUGH = 3,     /* points that make a name */
    OFTEN = 3,      /* places that do without a surname */
    CUE_POINTS = 2,
    TWIN_POINTS = 3
};

enum {
    FUNCTION = PITH__STOP | PITH__STARTER | PITH__CONNECTIVE | PITH__SPEECH_VERB |
               PITH__PREPOSITION | PITH__MONTH,
    PERSONAL = PITH__PRONOUN_MALE | PITH__PRONOUN_FEMALE | PITH__PRONOUN_PLURAL
};

/* A run of characters, and where it stands. */
typedef struct run {
    uint32_t starts; /* where a clause begins or behind a word that takes a person */
    uint32_t cued;   /* right before a word of saying */
    uint32_t count;  /* everywhere */
    uint32_t length; /* characters */
    uint32_t next;   /* form of the token behind it, the first time */
    bool varied;     /* another one stood there, too */
    bool surname;    /* it begins with one */
    bool given;      /* its other characters are common in given names */
    bool twin;       /* with and without a surname it is a run */
    bool name;
} run;

typedef struct search {
    pith__arena *arena;
    pith__scan scan;
    const pith__words *words;
    const pith_document *document;
    pith__table runs;
    PITH__ARRAY(run) run; /* by number in the table */
} search;

/* ---- tokens ---- */

static const char *bytes_at(const search *s, uint32_t token)
{
    return s->document->text.bytes + s->document->tokens.token.items[token].start;
}

static uint32_t classes_at(const search *s, uint32_t token)
{
    return pith__token_form(s->document, token)->classes;
}

static bool is_han(const search *s, uint32_t token)
{
    unsigned char byte = (unsigned char)*bytes_at(s, token);
    return (byte >= 0xE3 && byte <= 0xE9 &&
            pith__token_form(s->document, token)->shape != PITH__PUNCTUATION) ||
           byte == 0xF0;
}

static bool is_name_sign(const search *s, uint32_t token)
{
    return classes_at(s, token) & (PITH__SURNAME | PITH__NAME_MALE | PITH__NAME_FEMALE);
}

/* Whether the character can be part of a name. */
static bool can_be_name(const search *s, uint32_t token)
{
    uint32_t c = classes_at(s, token);
    return is_han(s, token) && (is_name_sign(s, token) || !(c & (FUNCTION | PITH__PRONOUNS))) &&
           !(c & (PITH__PRONOUNS | PITH__SPEECH_VERB));
}

static bool follows(const search *s, uint32_t token)
{
    return pith__token_span(s->document, token - 1).end ==
           s->document->tokens.token.items[token].start;
}

/* Characters from the token on that can be one name together. */
static uint32_t name_length(const search *s, uint32_t token, uint32_t end)
{
    uint32_t length = 0;
    while (length < NAME_MAX && token + length < end && can_be_name(s, token + length) &&
           (length == 0 || follows(s, token + length)))
        length++;
    return length;
}

static pith_span span_of(const search *s, uint32_t first, uint32_t end)
{
    return (pith_span){pith__token_span(s->document, first).start,
                       pith__token_span(s->document, end - 1).end};
}

uint32_t pith__han_phrase(const pith__words *words, uint32_t token, uint32_t limit,
                          uint32_t classes)
{
    const pith_document *d = words->document;
    uint32_t found = token;
    const pith__document_form *form = pith__token_form(d, token);
    if (form->classes & classes)
        found = token + 1;
    if (!(form->classes & PITH__PHRASE))
        return found;
    uint32_t start = d->tokens.token.items[token].start;
    for (uint32_t t = token + 1; t < limit && t < token + PHRASE_MAX; t++) {
        uint32_t end = pith__token_span(d, t).end;
        if (pith__token_span(d, t - 1).end != d->tokens.token.items[t].start)
            break;
        if (pith__lexicon_classes(words->lexicon, d->text.bytes + start, end - start) & classes)
            found = t + 1;
    }
    return found;
}

static bool is_word(const search *s, uint32_t token, uint32_t limit)
{
    return pith__han_phrase(s->words, token, limit,
                            FUNCTION | PITH__ROLE | PITH__COLLECTIVE | PITH__PRONOUN_OTHER) >
           token + 1;
}

/* ---- counting ---- */

/* Some surnames are words as well: 于田润 is 田润 behind a preposition. */
static bool begins_with_surname(const search *s, uint32_t token)
{
    uint32_t c = classes_at(s, token);
    return c & PITH__SURNAME && !(c & PITH__STOP && classes_at(s, token + 1) & PITH__SURNAME);
}

static run *run_of(search *s, uint32_t token, uint32_t length)
{
    pith_span span = span_of(s, token, token + length);
    uint32_t number =
        pith__table_intern(&s->runs, s->document->text.bytes + span.start, pith__span_length(span));
    if (number < s->run.count)
        return &s->run.items[number];
    run *r = pith__array_add(s->arena, &s->run);
    *r = (run){.length = length, .next = PITH_NONE, .given = true};
    r->surname = begins_with_surname(s, token);
    for (uint32_t t = token + (r->surname ? 1 : 0); t < token + length; t++)
        r->given &= (classes_at(s, t) & PITH__GIVEN_NAMES) != 0;
    return r;
}

/* Whether a person is likely to be named at the token: a clause begins, or a word goes before that
 * takes one. */
static bool is_opening(const search *s, uint32_t token, uint32_t first)
{
    return token == first || !is_han(s, token - 1) || classes_at(s, token - 1) & PITH__PREPOSITION;
}

static bool is_cue(const search *s, uint32_t token, uint32_t end)
{
    return token < end && pith__han_phrase(s->words, token, end, PITH__SPEECH_VERB) > token;
}

static void count_at(search *s, uint32_t token, bool opening, uint32_t end)
{
    uint32_t most = name_length(s, token, end);
    bool likely = opening || classes_at(s, token) & PITH__SURNAME;
    for (uint32_t n = NAME_MIN; n <= most; n++) {
        bool cued = is_cue(s, token + n, end);
        if (!likely && !cued)
            continue;
        run *r = run_of(s, token, n);
        r->starts += opening;
        r->cued += cued;
    }
}

/* All places of the runs that the first pass has seen. */
static void count_places(search *s, uint32_t token, uint32_t end)
{
    uint32_t most = name_length(s, token, end);
    for (uint32_t n = NAME_MIN; n <= most; n++) {
        pith_span span = span_of(s, token, token + n);
        uint32_t number = pith__table_find(&s->runs, s->document->text.bytes + span.start,
                                           pith__span_length(span));
        if (number == PITH__ABSENT)
            continue;
        run *r = &s->run.items[number];
        uint32_t next =
            token + n < end ? s->document->tokens.token.items[token + n].form : PITH_NONE;
        r->varied |= r->count > 0 && next != r->next;
        r->next = next;
        r->count++;
    }
}

static void for_sentences(search *s, void (*each)(search *s, uint32_t first, uint32_t end))
{
    for (uint32_t i = 0; i < s->document->sentences.count; i++)
        each(s, s->document->tokens.first[i], s->document->tokens.first[i + 1]);
}

/* Over a word that the lexicon knows, no name begins in it. */
static uint32_t behind_word(const search *s, uint32_t token, uint32_t end)
{
    uint32_t behind =
        pith__han_phrase(s->words, token, end, FUNCTION | PITH__ROLE | PITH__PRONOUN_OTHER);
    return behind > token + 1 ? behind : token + 1;
}

/* A name may follow the words for an office as it may begin a clause: 发言人毛宁. */
static void count_sentence(search *s, uint32_t first, uint32_t end)
{
    bool titled = false;
    for (uint32_t t = first; t < end;) {
        if (is_word(s, t, end)) {
            titled = pith__han_phrase(s->words, t, end, PITH__ROLE) > t + 1;
            t = behind_word(s, t, end);
            continue;
        }
        count_at(s, t, titled || is_opening(s, t, first), end);
        titled = false;
        t++;
    }
}

static void count_sentence_places(search *s, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        count_places(s, t, end);
}

/* ---- choosing ---- */

static const run *run_with(const search *s, const char *bytes, size_t length)
{
    uint32_t number = pith__table_find(&s->runs, bytes, length);
    return number == PITH__ABSENT ? NULL : &s->run.items[number];
}

static run *run_at(search *s, uint32_t token, uint32_t length)
{
    pith_span span = span_of(s, token, token + length);
    return (run *)run_with(s, s->document->text.bytes + span.start, pith__span_length(span));
}

/* 孙少平 and 少平: what stands both with and without a surname is a name. */
static void find_twin(search *s, uint32_t token)
{
    run *full = run_at(s, token, NAME_MAX), *given = run_at(s, token + 1, NAME_MAX - 1);
    if (full && full->surname && given && given->starts + given->cued > 0 &&
        given->count > full->count)
        full->twin = given->twin = true;
}

/* Whether it is a name by itself. */
static bool has_points(const run *r)
{
    uint32_t points =
        r->starts + CUE_POINTS * r->cued + r->surname + r->given + (r->twin ? TWIN_POINTS : 0);
    bool known = r->surname || r->twin || r->cued > 1 || (r->cued && (r->starts > 1 || r->given)) ||
                 (r->starts + r->given >= OFTEN && r->varied);
    return points >= ENOUGH && known && (r->length == NAME_MIN || r->surname);
}

/* Decides for the runs that begin at a token. Of two that begin alike the longer one is the name
 * where the shorter one mostly goes on so. */
static void choose(search *s, uint32_t token, uint32_t most)
{
    run *shorter = run_at(s, token, NAME_MIN);
    run *longer = most == NAME_MAX ? run_at(s, token, NAME_MAX) : NULL;
    if (shorter)
        shorter->name = has_points(shorter);
    if (!longer)
        return;
    longer->name =
        has_points(longer) && (longer->twin || !shorter || longer->count * 2 > shorter->count);
    if (longer->name && shorter && !shorter->twin && longer->count * 2 > shorter->count)
        shorter->name = false;
}

static void find_twins_in_sentence(search *s, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        if (classes_at(s, t) & PITH__SURNAME && name_length(s, t, end) == NAME_MAX)
            find_twin(s, t);
    }
}

static void choose_in_sentence(search *s, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        uint32_t most = name_length(s, t, end);
        if (most >= NAME_MIN)
            choose(s, t, most);
    }
}

/* ---- mentions ---- */

/* The longest name that begins at the token: its end, or the token. */
static uint32_t name_end(const search *s, uint32_t token, uint32_t end)
{
    for (uint32_t n = name_length(s, token, end); n >= NAME_MIN; n--) {
        pith_span span = span_of(s, token, token + n);
        const run *r = run_with(s, s->document->text.bytes + span.start, pith__span_length(span));
        if (r && r->name)
            return token + n;
    }
    return token;
}

static uint32_t title_end(const search *s, uint32_t token, uint32_t end)
{
    return token < end ? pith__han_phrase(s->words, token, end, PITH__HONORIFIC | PITH__ROLE)
                       : token;
}

/* 老孙, 小李: a word of address and a surname. */
static bool is_familiar(const search *s, uint32_t token, uint32_t end)
{
    static const char *const words[] = {"老", "小", "阿"};
    if (token + 1 >= end || !(classes_at(s, token + 1) & PITH__SURNAME) || !follows(s, token + 1))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (memcmp(bytes_at(s, token), words[i], 3) == 0)
            return token + 2 == end || !can_be_name(s, token + 2) || is_cue(s, token + 2, end);
    }
    return false;
}

/* What the last of the characters that tell it says, not the surname. */
static pith__gender gender_of_name(const search *s, uint32_t first, uint32_t end)
{
    uint32_t least = first + (end - first > 1 && classes_at(s, first) & PITH__SURNAME ? 1 : 0);
    for (uint32_t t = end; t > least; t--) {
        pith__gender gender = pith__gender_of(classes_at(s, t - 1) & PITH__GIVEN_NAMES);
        if (gender != PITH__UNKNOWN)
            return gender;
    }
    return PITH__UNKNOWN;
}

/* first to end: the name; from and until: with the words for an office before or behind it. */
static void add_name(search *s, uint32_t from, uint32_t first, uint32_t end, uint32_t until)
{
    pith__mention *m = pith__scan_add(&s->scan, PITH__NAME, from, until);
    m->name = span_of(s, first, end);
    m->gender = gender_of_name(s, first, end);
    if (first > from)
        m->role = span_of(s, from, first);
    else if (until > end)
        m->role = span_of(s, end, until);
}

static void add_described(search *s, uint32_t first, uint32_t end, pith__mention_kind kind)
{
    pith__mention *m = pith__scan_add(&s->scan, kind, first, end);
    if (kind == PITH__BODY)
        m->name = m->span;
    else
        m->role = m->span;
}

static bool is_narrator(const search *s, uint32_t token)
{
    return memcmp(bytes_at(s, token), "我", strlen("我")) == 0;
}

/* Adds the mention at the token, if there is one; returns where to look next. */
static uint32_t take(search *s, uint32_t t, uint32_t end)
{
    uint32_t person = pith__han_phrase(s->words, t, end, PITH__PRONOUNS);
    uint32_t c = classes_at(s, t);
    if (person > t && (c & PERSONAL || is_narrator(s, t))) {
        pith__mention *m = pith__scan_add(&s->scan, PITH__PRONOUN, t, person);
        m->gender = person > t + 1 ? PITH__PLURAL : pith__gender_of(c & PITH__PRONOUNS);
        return person;
    }
    if (pith__han_phrase(s->words, t, end, FUNCTION) > t + 1)
        return behind_word(s, t, end);
    uint32_t name = name_end(s, t, end);
    uint32_t role = pith__han_phrase(s->words, t, end, PITH__ROLE | PITH__HONORIFIC);
    if (name > t && name >= role) {
        uint32_t titled = title_end(s, name, end);
        add_name(s, t, t, name, titled);
        return titled;
    }
    if (is_familiar(s, t, end)) {
        add_name(s, t, t, t + 2, t + 2);
        return t + 2;
    }
    if (c & PITH__SURNAME) {
        uint32_t titled = title_end(s, t + 1, end);
        bool alone = titled == t + 2 && (titled == end || !can_be_name(s, titled));
        if ((titled > t + 2 || alone) && follows(s, t + 1)) {
            add_name(s, t, t, t + 1, titled);
            return titled;
        }
    }
    uint32_t named = role > t + 1 && role < end ? name_end(s, role, end) : role;
    if (named > role) { /* 省委书记乔伯年 */
        add_name(s, t, role, named, named);
        return named;
    }
    if (role > t + 1) {
        if (is_opening(s, t, s->scan.first))
            add_described(s, t, role, PITH__DESCRIPTION);
        return role;
    }
    uint32_t body = pith__han_phrase(s->words, t, end, PITH__COLLECTIVE);
    if (body > t + 1) {
        add_described(s, t, body, PITH__BODY);
        return body;
    }
    return behind_word(s, t, end);
}

pith__mentions pith__han_mentions(pith__arena *arena, const pith__words *words)
{
    const pith_document *document = words->document;
    search s = {.arena = arena, .words = words, .document = document};
    pith__table_init(&s.runs, arena, words->lexicon->seed, document->tokens.token.count / 8 + 16);
    for_sentences(&s, count_sentence);
    for_sentences(&s, count_sentence_places);
    for_sentences(&s, find_twins_in_sentence);
    for_sentences(&s, choose_in_sentence);
    s.scan = pith__scan_open(arena, words);
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        pith__scan_turn(&s.scan, i);
        for (uint32_t t = s.scan.first; t < s.scan.end;)
            t = take(&s, t, s.scan.end);
    }
    return s.scan.mentions;
}
