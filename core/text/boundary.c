#include "text/boundary.h"

#include <string.h>

#include "ground/utf8.h"
#include "text/joined.h"

/* ---- evidence ---- */

/* Each name with its weight for a boundary; more than 0 in all is one. */
#define EVIDENCE(X)                                                                                \
    X(IS_STOP, 4)                                                                                  \
    X(IS_ELLIPSIS, 1)                                                                              \
    X(IS_FULL_ELLIPSIS, 6)                                                                         \
    X(IS_CALL, 8)                                                                                  \
    X(IS_CERTAIN, 40)                                                                              \
    X(NEXT_UPPER, 4)                                                                               \
    X(NEXT_CASELESS, 4)                                                                            \
    X(NEXT_DIGIT, 2)                                                                               \
    X(NEXT_SYMBOL, 2)                                                                              \
    X(NEXT_STARTER, 6)                                                                             \
    X(NEXT_STOP_WORD, 4)                                                                           \
    X(NEXT_LOWER, -12)                                                                             \
    X(NEXT_LOWER_STARTER, 6)                                                                       \
    X(NEXT_CONTINUES, -40)                                                                         \
    X(NEXT_LABEL, 16)                                                                              \
    X(NEXT_BRACKET, -4)                                                                            \
    X(NEXT_SECTION, -10)                                                                           \
    X(NEXT_IS_I, -12)                                                                              \
    X(NEXT_CREDIT, -12)                                                                            \
    X(NEXT_DASH, -3)                                                                               \
    X(NEXT_LINE, 1)                                                                                \
    X(NEXT_SPEAKER, -40)                                                                           \
    X(BEFORE_NOTHING, -30)                                                                         \
    X(BEFORE_LIST_LABEL, -40)                                                                      \
    X(BEFORE_ORDINARY, 3)                                                                          \
    X(BEFORE_HABIT, -12)                                                                           \
    X(BEFORE_MARKED_NAME, -13)                                                                     \
    X(BEFORE_ALONE, -12)                                                                           \
    X(OPENS_BRACKET, -14)                                                                          \
    X(BEFORE_OMISSION, -20)                                                                        \
    X(STOP_IS_COLON, -12)                                                                          \
    X(SENTENCE_LOWER, 8)                                                                           \
    X(BEFORE_SHORT_WORD, -10)                                                                      \
    X(BEFORE_TITLE_OR_LAST, -10)                                                                   \
    X(LAST_THEN_CAPITALS, -4)                                                                      \
    X(BEFORE_TITLE, -16)                                                                           \
    X(BEFORE_INNER, -20)                                                                           \
    X(BEFORE_REFERENCE, -3)                                                                        \
    X(REFERENCE_NUMBER, -20)                                                                       \
    X(UNIT_NUMBER, -8)                                                                             \
    X(BEFORE_UNIT, -3)                                                                             \
    X(BEFORE_MONTH, -3)                                                                            \
    X(MONTH_NUMBER, -12)                                                                           \
    X(BEFORE_LAST, -9)                                                                             \
    X(BEFORE_ACRONYM, -10)                                                                         \
    X(BEFORE_CLOCK, 5)                                                                             \
    X(BEFORE_INITIAL, -12)                                                                         \
    X(INITIAL_IS_WORD, 10)                                                                         \
    X(SHORT_WORDS_JOIN, -14)                                                                       \
    X(INITIALS_JOIN, -20)                                                                          \
    X(ROMAN_ORDINAL, -9)                                                                           \
    X(BEFORE_ORDINAL, -7)                                                                          \
    X(ORDINAL_MONTH, -20)                                                                          \
    X(ORDINAL_INTRODUCED, -10)                                                                     \
    X(BEFORE_CONSONANTS, -8)                                                                       \
    X(OPENING_SHORT, -10)

typedef enum evidence {
#define NAME(name, weight) name,
    EVIDENCE(NAME)
#undef NAME
} evidence;

static const int weights[] = {
#define WEIGHT(name, weight) [name] = weight,
    EVIDENCE(WEIGHT)
#undef WEIGHT
};

/* ---- the place ---- */

enum { TITLE_MAX = 32, OPENING_MAX = 48 };
enum { HABIT_MAX = 10 }; /* letters of an abbreviation that no list has */ /* bytes looked at */

typedef pith__neighbour word;

typedef struct place {
    const pith__boundary_rules *rules;
    pith__text text;
    pith_span paragraph;
    uint32_t start;
    const pith__ending *ending;
    pith__vicinity vicinity;
    word before, next;
    pith__habits *habits;
    uint32_t next_mark; /* first character behind the gap */
    int score;
} place;

static void note(place *p, evidence e)
{
    p->score += weights[e];
}

static bool is_opening(uint32_t code)
{
    switch (code) {
    case '"':
    case '\'':
    case '`':
    case '(':
    case '[':
    case '{':
    case 0xAB:
    case 0xBB:
    case 0xBF:
    case 0xA1:
    case 0x2039:
    case 0x203A:
    case 0x300C:
    case 0x300E:
    case 0x300A:
    case 0x3010:
    case 0xFF08:
        return true;
    default:
        return code >= 0x2018 && code <= 0x201F;
    }
}

static bool is_dash(uint32_t code)
{
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

/* Skips opening marks, dashes and white space to the first word behind. */
static uint32_t first_word(const place *p, uint32_t at)
{
    for (uint32_t behind = at, steps = 0; at < p->paragraph.end && steps < 8;
         at = behind, steps++) {
        uint32_t code = pith__utf8_next(p->text.bytes, &behind);
        if (!is_opening(code) && code != ',' && !is_dash(code) && !pith__utf8_is_space(code))
            break;
    }
    return at;
}

/* ---- what goes before ---- */

/* A letter with a stop is no word: "A." */
static bool is_initial_ahead(const place *p)
{
    return p->next.letters == 1 && p->text.bytes[p->next.span.end] == '.';
}

static bool is_starter(const word *w)
{
    return pith__neighbour_has(w, PITH__STARTER);
}

/* "1." "a." "(ii)." alone at the beginning of the sentence. */
static bool is_list_label(const place *p, const word *w)
{
    if (w->span.start == w->span.end)
        return false;
    bool label = (pith__neighbour_is_number(w) && w->digits <= 3 && !w->stops) || w->letters == 1 ||
                 (pith__neighbour_is_roman(w) && w->letters <= 5) ||
                 (pith__neighbour_is_number(w) && w->stops);
    if (!label)
        return false;
    for (uint32_t at = w->span.start; at > p->start;) {
        uint32_t code = pith__utf8_previous(p->text.bytes, &at);
        if ((pith__utf8_is_letter(code) || pith__utf8_is_digit(code)) || w->span.start - at > 12)
            return false;
    }
    return p->ending->next < p->paragraph.end;
}

static void weigh_ordinal(place *p)
{
    if (!p->rules->ordinal_stops ||
        (pith__neighbour_is_number(&p->before) && p->before.digits > 2) || p->before.stops)
        return;
    note(p, p->before.digits ? BEFORE_ORDINAL : ROMAN_ORDINAL);
    if (pith__neighbour_has(&p->next, PITH__MONTH | PITH__ABBR_MONTH))
        note(p, ORDINAL_MONTH);
    word earlier = pith__neighbour_earlier(&p->vicinity, &p->before);
    if (pith__neighbour_has(&earlier, PITH__DETERMINER | PITH__PREPOSITION | PITH__STOP))
        note(p, ORDINAL_INTRODUCED);
}

static void weigh_initial(place *p)
{
    word earlier = pith__neighbour_earlier(&p->vicinity, &p->before);
    bool lower_before = earlier.first == PITH__LOWER_CASE || earlier.span.start == earlier.span.end;
    note(p, BEFORE_INITIAL);
    if (p->rules->english && p->before.lower[0] == 'i' && lower_before)
        note(p, INITIAL_IS_WORD);
}

/* "z. B." "EE. UU.": letters with stops go on. */
static bool letters_go_on(const place *p)
{
    const word *a = &p->before, *b = &p->next;
    if (!b->letters || b->digits || p->text.bytes[b->span.end] != '.')
        return false;
    return (a->letters == 1 && b->letters == 1) ||
           (a->letters == 2 && b->letters == 2 && a->uppers == 2 && b->uppers == 2);
}

/* The words of the sentence so far, counted up to a few. */
static uint32_t words_so_far(const place *p)
{
    uint32_t words = 0;
    bool gap = true;
    for (uint32_t at = p->start; at < p->before.span.end && at < p->start + OPENING_MAX;) {
        bool space = pith__utf8_is_space(pith__utf8_next(p->text.bytes, &at));
        words += gap && !space;
        gap = space;
    }
    return words;
}

/* "At 5 a.m." and the like: too short for a sentence, and it opens with a preposition. */
static bool opens_short(const place *p)
{
    word first = pith__neighbour_from(&p->vicinity, first_word(p, p->start));
    return pith__neighbour_has(&first, PITH__PREPOSITION | PITH__STOP) &&
           p->before.span.start - p->start < OPENING_MAX / 2 && words_so_far(p) <= 3;
}

static void weigh_acronym(place *p)
{
    note(p, BEFORE_ACRONYM);
    if (p->before.span.start == p->start)
        note(p, BEFORE_ALONE);
    word earlier = pith__neighbour_earlier(&p->vicinity, &p->before);
    if (!pith__neighbour_is_number(&earlier) || p->next.first == PITH__DIGIT)
        return;
    note(p, BEFORE_CLOCK);
    if (opens_short(p))
        note(p, OPENING_SHORT);
}

static void weigh_abbreviation(place *p)
{
    const word *w = &p->before;
    bool number =
        p->next.first == PITH__DIGIT ||
        (pith__neighbour_is_roman(&p->next) && !(p->rules->english && p->next.lower_length == 1));
    if (pith__neighbour_has(w, PITH__ABBR_NUMBER) && number) {
        note(p, REFERENCE_NUMBER);
    } else if (pith__neighbour_has(w, PITH__ABBR_TITLE | PITH__ABBR_INNER | PITH__ABBR_NUMBER) &&
               pith__neighbour_has(w, PITH__ABBR_END)) {
        note(p, BEFORE_TITLE_OR_LAST);
    } else if (pith__neighbour_has(w, PITH__ABBR_END)) {
        note(p, BEFORE_LAST);
        if (p->next.uppers > 1 && p->next.uppers == p->next.letters)
            note(p, LAST_THEN_CAPITALS);
    } else if (pith__neighbour_has(w, PITH__ABBR_INNER))
        note(p, BEFORE_INNER);
    else if (pith__neighbour_has(w, PITH__ABBR_TITLE))
        note(p, BEFORE_TITLE);
    else if (pith__neighbour_has(w, PITH__ABBR_NUMBER))
        note(p, number ? REFERENCE_NUMBER : BEFORE_REFERENCE);
    else if (pith__neighbour_has(w, PITH__ABBR_MONTH))
        note(p, number ? MONTH_NUMBER : BEFORE_MONTH);
    else
        note(p, p->next.first == PITH__DIGIT ? UNIT_NUMBER : BEFORE_UNIT);
}

enum {
    ANY_ABBREVIATION = PITH__ABBR_TITLE | PITH__ABBR_NUMBER | PITH__ABBR_UNIT | PITH__ABBR_MONTH |
                       PITH__ABBR_END | PITH__ABBR_INNER
};

/* "…?" Harry asked: a name and a verb of speech. */
static bool is_speaker(const place *p)
{
    word w = p->next;
    if (w.first == PITH__LOWER_CASE && pith__neighbour_has(&w, PITH__SPEECH_VERB))
        return true;
    if (w.first == PITH__UPPER_CASE && (is_starter(&w) || pith__neighbour_has(&w, PITH__STOP)))
        return false;
    for (int i = 0; i < 3; i++) {
        uint32_t at = w.span.end;
        while (at < p->paragraph.end && p->text.bytes[at] == ' ')
            at++;
        w = pith__neighbour_from(&p->vicinity, at);
        if (pith__neighbour_has(&w, PITH__SPEECH_VERB) && w.first == PITH__LOWER_CASE)
            return true;
        if (w.first != PITH__UPPER_CASE)
            return false;
    }
    return false;
}

/* "Tuesday.Mr": the word behind the last stop, where a word of a text goes before it. */
static void cut_joined(const place *p, word *w)
{
    uint32_t at = w->span.end;
    if (!w->stops || pith__neighbour_has(w, ANY_ABBREVIATION) || w->letters < 5)
        return;
    while (p->text.bytes[at - 1] != '.')
        at--;
    word last = pith__neighbour_of(&p->vicinity, (pith_span){at, w->span.end});
    if (w->letters - last.letters > 3 * w->stops && pith__neighbour_has(&last, ANY_ABBREVIATION))
        *w = last;
}

/* "l'art": the classes of the word behind the apostrophe or hyphen. */
static void read_elided(const place *p, word *w)
{
    uint32_t at = w->lower_length;
    while (at > 0 && w->lower[at - 1] != '\'' && w->lower[at - 1] != '-')
        at--;
    if (!w->classes && at > 1)
        w->classes = pith__lexicon_classes(p->rules->lexicon, w->lower + at, w->lower_length - at);
}

/* Looks up "z.b" for the "b" of "z. B.", and "et al" for its "al". */
static void read_phrase(const place *p, word *w)
{
    char phrase[PITH__NEIGHBOUR_MAX * 5];
    if (pith__neighbour_has(w, ANY_ABBREVIATION) || w->letters > 5)
        return;
    uint32_t end = pith__back_over_space(&p->vicinity, w->span.start);
    bool stop = end > p->start && p->text.bytes[end - 1] == '.';
    word first = pith__neighbour_before(&p->vicinity, stop ? end - 1 : end);
    if (stop ? first.letters > 4 : !pith__neighbour_has(&first, PITH__PHRASE))
        return;
    memcpy(phrase, first.lower, first.lower_length);
    phrase[first.lower_length] = stop ? '.' : ' ';
    memcpy(phrase + first.lower_length + 1, w->lower, w->lower_length);
    w->classes |=
        pith__lexicon_classes(p->rules->lexicon, phrase, first.lower_length + 1 + w->lower_length);
}

/* A few words and a stop come next: a title. */
static bool title_follows(const place *p)
{
    const char *next = p->text.bytes + p->ending->next;
    uint32_t rest = p->paragraph.end - p->ending->next;
    return memchr(next, '.', rest < TITLE_MAX ? rest : TITLE_MAX) != NULL;
}

/* "Chapter 1." "Section 12." and nothing else so far, with a title behind. */
static bool is_heading_label(const place *p, const word *number)
{
    word noun = pith__neighbour_earlier(&p->vicinity, number);
    return number->span.start < number->span.end && pith__neighbour_is_number(number) &&
           !number->stops && number->digits <= 3 && noun.letters > 3 &&
           noun.first == PITH__UPPER_CASE && noun.span.start == p->start &&
           !pith__neighbour_has(&noun, PITH__STOP | PITH__STARTER | PITH__MONTH) &&
           title_follows(p);
}

/* Begins with a small letter: a writer who does not use capitals. */
static bool sentence_is_lower(const place *p)
{
    return pith__utf8_is_lower(pith__utf8_at(p->text.bytes, p->paragraph.end, p->start));
}

static void weigh_lower(place *p)
{
    const word *w = &p->before;
    if (p->next.first != PITH__LOWER_CASE || pith__neighbour_is_camel(&p->next) ||
        p->ending->quoted || p->ending->bracketed || p->ending->kind == PITH__ENDING_ELLIPSIS)
        return;
    if (sentence_is_lower(p))
        note(p, SENTENCE_LOWER);
    if (w->letters > 3 && !is_speaker(p) &&
        (is_starter(&p->next) || pith__neighbour_has(&p->next, PITH__PRONOUN_OTHER)))
        note(p, NEXT_LOWER_STARTER);
}

/* A letter by itself, not that of km/h or °C. */
static bool stands_alone(const place *p, const word *w)
{
    uint32_t before =
        w->span.start > p->start ? pith__utf8_before(p->text.bytes, w->span.start) : (uint32_t)' ';
    return before != '/' && before != 0xB0;
}

static bool is_short_capital(const word *w)
{
    return w->first == PITH__UPPER_CASE && w->uppers == 1 && w->letters <= 4 && !w->digits;
}

/* "9 Vet. App. 389", "Fed. Cir.": two short words with capitals, each with a stop. */
static bool short_words_join(const place *p)
{
    return is_short_capital(&p->before) && is_short_capital(&p->next) &&
           p->text.bytes[p->next.span.end] == '.' && !is_starter(&p->next) &&
           p->before.span.start > p->start;
}

/* "Wall. 36", "pár. 3": a short word that is no word of the language, before a number. */
static bool is_short_for_number(const place *p, const word *w)
{
    if (w->first == PITH__UPPER_CASE)
        return w->letters <= 4 && w->uppers == 1 && w->span.start > p->start;
    return w->first == PITH__LOWER_CASE && w->letters <= 3 && !w->classes;
}

/* "Erwägung: 1. Die …": a number that a colon announces. */
static bool is_announced(const place *p, const word *w)
{
    uint32_t at = pith__back_over_space(&p->vicinity, w->span.start);
    return w->digits && at > p->start && at < w->span.start && p->text.bytes[at - 1] == ':' &&
           w->digits <= 2;
}

static void weigh_before(place *p)
{
    const word *w = &p->before;
    if (w->span.start == w->span.end) {
        if (p->ending->run.start == p->start)
            note(p, BEFORE_NOTHING);
        return;
    }
    if (letters_go_on(p))
        note(p, INITIALS_JOIN);
    if (w->first == PITH__LOWER_CASE && w->letters <= 5 &&
        pith__utf8_before(p->text.bytes, w->span.start) == '(')
        note(p, OPENS_BRACKET);
    if (is_list_label(p, w) || is_heading_label(p, w) || is_announced(p, w)) {
        note(p, BEFORE_LIST_LABEL);
    } else if (pith__neighbour_is_number(w)) {
        weigh_ordinal(p);
    } else if (w->letters == 1 && !w->digits && w->first == PITH__UPPER_CASE &&
               !pith__neighbour_has(w, PITH__ABBR_TITLE) && stands_alone(p, w)) {
        weigh_initial(p);
    } else if (pith__neighbour_is_acronym(w) &&
               !pith__neighbour_has(w, ANY_ABBREVIATION & ~(uint32_t)PITH__ABBR_END)) {
        weigh_acronym(p);
    } else if (pith__neighbour_has(w, ANY_ABBREVIATION)) {
        weigh_abbreviation(p);
    } else if (w->letters == 1 && !w->digits && w->first != PITH__CASELESS && stands_alone(p, w)) {
        weigh_initial(p);
    } else if (pith__neighbour_is_roman(w) && p->rules->ordinal_stops) {
        weigh_ordinal(p);
    } else if (!w->vowel && w->letters <= 4 && w->letters && w->uppers <= 1 && !w->digits) {
        note(p, BEFORE_CONSONANTS);
    } else if (!w->vowel && w->letters == 2 && w->uppers == 2 && w->span.start == p->start) {
        note(p, BEFORE_ALONE); /* PS. NB. */
    } else if (w->letters > 2 || w->first == PITH__CASELESS) {
        note(p, BEFORE_ORDINARY);
        if (w->letters <= HABIT_MAX && pith__habits_abbreviate(p->habits, w))
            note(p, BEFORE_HABIT);
        if (p->next.first == PITH__DIGIT && is_short_for_number(p, w))
            note(p, BEFORE_SHORT_WORD);
        if (short_words_join(p))
            note(p, SHORT_WORDS_JOIN);
    }
}

/* ---- what comes behind ---- */

/* http://… www.… */
static bool is_address(const place *p)
{
    const char *next = p->text.bytes + p->ending->next;
    uint32_t rest = p->paragraph.end - p->ending->next;
    return (rest > 4 && memcmp(next, "www.", 4) == 0) ||
           (rest > 7 && memcmp(next, "http", 4) == 0 && (next[4] == ':' || next[5] == ':'));
}

static void weigh_next_word(place *p)
{
    const word *w = &p->next;
    switch (w->first) {
    case PITH__UPPER_CASE:
        note(p, NEXT_UPPER);
        break;
    case PITH__CASELESS:
        note(p, NEXT_CASELESS);
        break;
    case PITH__DIGIT:
        note(p, NEXT_DIGIT);
        break;
    case PITH__LOWER_CASE:
        note(p, pith__neighbour_is_camel(w) || is_address(p) ? NEXT_UPPER : NEXT_LOWER);
        return;
    default:
        note(p, NEXT_SYMBOL);
    }
    if (is_initial_ahead(p))
        return;
    if (is_starter(w))
        note(p, NEXT_STARTER);
    else if (pith__neighbour_has(w, PITH__STOP) && w->letters > 1)
        note(p, NEXT_STOP_WORD);
}

static bool continues(uint32_t code)
{
    return code == ',' || code == ';' || code == ':' || code == 0x3001 || code == 0xFF0C ||
           code == 0x060C || code == 0x061B || code == 0xFF1B || code == 0xFF1A || code == '/' ||
           code == '=' || code == '%' || code == '&' || code == ')' || code == ']';
}

/* "a." "1." "(b)" "ii)": a label and white space behind it. */
static bool is_label_ahead(const place *p)
{
    const char *bytes = p->text.bytes;
    uint32_t at = p->ending->next, length = 0;
    at += bytes[at] == '(';
    while (length < 4 && ((bytes[at + length] >= 'a' && bytes[at + length] <= 'z') ||
                          (bytes[at + length] >= '0' && bytes[at + length] <= '9')))
        length++;
    if (length == 0 || at + length + 1 >= p->paragraph.end || bytes[at + length + 1] != ' ')
        return false;
    bool roman = strspn(bytes + at, "ivx") == length;
    if (bytes[at + length] == ')')
        return length == 1 || (length == 2 && bytes[at] <= '9') || roman;
    return bytes[at + length] == '.' && length == 1 && strchr("a1i", bytes[at]) != NULL;
}

/* “…” -Commissioner Wills: a dash against a name, behind a quotation. */
static bool is_credit(const place *p)
{
    uint32_t at = p->ending->next;
    (void)pith__utf8_next(p->text.bytes, &at);
    return p->ending->quoted && at == p->next.span.start && p->next.first == PITH__UPPER_CASE;
}

static bool opens_low_marks(const place *p)
{
    return p->next_mark == ',' && p->text.bytes[p->ending->next + 1] == ',';
}

static void weigh_next(place *p)
{
    if (continues(p->next_mark) && !opens_low_marks(p)) {
        note(p, NEXT_CONTINUES);
        return;
    }
    if (is_dash(p->next_mark))
        note(p, is_credit(p) ? NEXT_CREDIT : NEXT_DASH);
    if (p->next_mark == '(')
        note(p, NEXT_BRACKET);
    if (p->next_mark == 0xA7 || p->next_mark == 0x2116)
        note(p, NEXT_SECTION);
    if (p->ending->kind != PITH__ENDING_ELLIPSIS && is_label_ahead(p))
        note(p, NEXT_LABEL);
    if (p->ending->kind == PITH__ENDING_ELLIPSIS && p->next.lower[0] == 'i' &&
        (p->next.lower_length == 1 || p->next.lower[1] == '\''))
        note(p, NEXT_IS_I);
    if (p->ending->new_line)
        note(p, NEXT_LINE);
    weigh_next_word(p);
    if (p->ending->quoted && p->ending->kind != PITH__ENDING_STOP && is_speaker(p))
        note(p, NEXT_SPEAKER);
}

static void weigh_kind(place *p)
{
    static const evidence of_kind[] = {[PITH__ENDING_STOP] = IS_STOP,
                                       [PITH__ENDING_ELLIPSIS] = IS_ELLIPSIS,
                                       [PITH__ENDING_CALL] = IS_CALL,
                                       [PITH__ENDING_CERTAIN] = IS_CERTAIN};
    note(p, p->ending->full ? IS_FULL_ELLIPSIS : of_kind[p->ending->kind]);
}

/* ---- the verdict ---- */

/* "Yahoo!" */
static bool is_marked_name(const place *p)
{
    char name[PITH__NEIGHBOUR_MAX * 2 + 1];
    const word *w = &p->before;
    if (!w->letters || p->ending->run.end - p->ending->run.start != 1)
        return false;
    memcpy(name, w->lower, w->lower_length);
    name[w->lower_length] = p->text.bytes[p->ending->run.start];
    return (pith__lexicon_classes(p->rules->lexicon, name, w->lower_length + 1u) &
            PITH__MARKED_NAME) != 0;
}

/* "[...]" */
static bool is_omission(const place *p)
{
    uint32_t before = pith__utf8_before(p->text.bytes, p->ending->run.start);
    return p->ending->run.start > p->start && (before == '[' || before == '(');
}

pith__boundary_rules pith__boundary_rules_of(const pith__lexicon *lexicon)
{
    static const char with_ordinals[][3] = {"cs", "da", "de", "et", "eu", "fi", "hr", "hu",
                                            "is", "lv", "no", "pl", "sk", "sl", "sr", "tr"};
    pith__boundary_rules rules = {.lexicon = lexicon};
    const char *code = lexicon->language->code;
    for (size_t i = 0; i < sizeof with_ordinals / sizeof *with_ordinals; i++)
        rules.ordinal_stops |= strcmp(code, with_ordinals[i]) == 0;
    rules.english = strcmp(code, "en") == 0;
    rules.stop_is_colon = strcmp(code, "hy") == 0;
    return rules;
}

/* Remembers how this stop was used. */
static void learn(const place *p)
{
    const word *w = &p->before;
    if (p->ending->kind != PITH__ENDING_STOP || w->letters < 2 || w->letters > HABIT_MAX ||
        w->digits || p->ending->end > p->ending->run.end)
        return;
    if (p->score > 0 || p->next.first == PITH__LOWER_CASE)
        pith__habits_count(p->habits, w, p->score <= 0);
}

bool pith__is_boundary(const pith__boundary_rules *rules, pith__text text, pith_span paragraph,
                       uint32_t start, const pith__ending *ending, pith__habits *habits)
{
    place p = {.rules = rules,
               .text = text,
               .paragraph = paragraph,
               .start = start,
               .ending = ending,
               .habits = habits,
               .vicinity = {rules->lexicon, text, start, paragraph.end}};
    if (ending->next >= paragraph.end)
        return true;
    p.before = pith__neighbour_before(&p.vicinity, ending->run.start);
    if (ending->next == ending->end)
        return pith__is_joined_boundary(&p.vicinity, &p.before, ending) &&
               !(rules->stop_is_colon && ending->kind == PITH__ENDING_ELLIPSIS);
    p.next_mark = pith__utf8_at(text.bytes, paragraph.end, ending->next);
    p.next = pith__neighbour_from(&p.vicinity, first_word(&p, ending->next));
    weigh_kind(&p);
    weigh_next(&p);
    weigh_lower(&p);
    if (ending->kind == PITH__ENDING_STOP) {
        cut_joined(&p, &p.before);
        read_elided(&p, &p.before);
        read_phrase(&p, &p.before);
        weigh_before(&p);
        if (rules->stop_is_colon)
            note(&p, STOP_IS_COLON);
    } else if (ending->kind == PITH__ENDING_CALL && is_marked_name(&p)) {
        note(&p, BEFORE_MARKED_NAME);
    } else if (ending->kind == PITH__ENDING_ELLIPSIS && is_omission(&p)) {
        note(&p, BEFORE_OMISSION);
    } else if (ending->run.start == start && ending->kind != PITH__ENDING_CERTAIN) {
        note(&p, BEFORE_NOTHING);
    }
    learn(&p);
    return p.score > 0;
}
