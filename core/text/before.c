#include "text/before.h"

#include <string.h>

#include "ground/utf8.h"

enum {
    TITLE_MAX = 32,   /* bytes looked at */
    OPENING_MAX = 48, /* the same */
    CAPITALIZED_MAX = 16,
    PHRASE_MAX = 5, /* letters of the last word of a phrase */
    PHRASE_PARTS = 3,
    COMPOUND_MIN = 6,  /* letters */
    COMPOUND_END = 3,  /* bytes of it that are listed, or one less */
    HYPHENATED_MAX = 3 /* bytes of most abbreviations behind a hyphen */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_currency(uint32_t code)
{
    return code == '$' || (code >= 0xA2 && code <= 0xA5) || (code >= 0x20A0 && code <= 0x20CF);
}

/* "1." "a." "(ii)." alone at the beginning of the sentence. */
static bool is_list_label(const pith__place *p, const pith__neighbour *w)
{
    if (w->span.start == w->span.end)
        return false;
    bool letter = w->letters == 1 && w->first != PITH__CASELESS;
    bool label = (pith__neighbour_is_number(w) && w->digits <= 3 && !w->stops) || letter ||
                 (pith__neighbour_is_roman(w) && w->letters <= 5) ||
                 (pith__neighbour_is_number(w) && w->stops);
    if (!label)
        return false;
    for (uint32_t at = w->span.start; at > p->vicinity.start;) {
        uint32_t code = pith__utf8_previous(p->vicinity.text.bytes, &at);
        if (pith__utf8_is_letter(code) || pith__utf8_is_digit(code) || is_currency(code) ||
            w->span.start - at > 12)
            return false;
    }
    return p->ending->next < p->vicinity.end;
}

/* "1. - 3." "2./3.": another ordinal goes before. */
static bool ends_range(const pith__place *p)
{
    const pith__vicinity *v = &p->vicinity;
    uint32_t at = pith__back_over_space(v, p->before.span.start);
    uint32_t dash = at > v->start ? pith__utf8_previous(v->text.bytes, &at) : 0;
    if (!pith__is_dash(dash) && dash != '/')
        return false;
    at = pith__back_over_space(v, at);
    return at > v->start + 1 && v->text.bytes[at - 1] == '.' && is_digit(v->text.bytes[at - 2]);
}

/* "12." "XX.": where a stop makes an ordinal of a number. */
static void weigh_ordinal(pith__place *p)
{
    bool stops = p->before.digits ? p->rules->ordinal_stops : p->rules->roman_stops;
    if (!stops || p->before.digits > 2 || p->before.stops)
        return;
    pith__note(p, p->before.digits ? PITH__HINT_BEFORE_ORDINAL : PITH__HINT_ROMAN_ORDINAL);
    if (pith__neighbour_has(&p->next, PITH__MONTH | PITH__ABBR_MONTH))
        pith__note(p, PITH__HINT_ORDINAL_MONTH);
    pith__neighbour earlier = pith__neighbour_earlier(&p->vicinity, &p->before);
    if (pith__neighbour_has(&earlier, PITH__ABBR_NUMBER) && p->next.first != PITH__DIGIT)
        pith__note(p, PITH__HINT_NUMBER_REFERRED);
    else if (pith__neighbour_has(&earlier, PITH__DETERMINER | PITH__PREPOSITION | PITH__STOP) ||
             ends_range(p))
        pith__note(p, PITH__HINT_ORDINAL_INTRODUCED);
    if (p->next.first == PITH__UPPER_CASE && pith__is_starter(&p->next) &&
        pith__neighbour_has(&p->next, PITH__STOP))
        pith__note(p, PITH__HINT_ORDINAL_REFUTED);
}

/* "…; 2.1. Conditions": a number of short parts, behind the end of what went before. */
static bool is_section_number(const pith__place *p)
{
    const pith__neighbour *w = &p->before;
    uint32_t at = pith__back_over_space(&p->vicinity, w->span.start);
    pith__neighbour earlier = pith__neighbour_earlier(&p->vicinity, w);
    return w->stops && w->digits <= 2 * w->stops + 2 &&
           !pith__neighbour_has(&earlier, PITH__ANY_ABBREVIATION) && at > p->vicinity.start &&
           at < w->span.start && strchr(".:;", p->vicinity.text.bytes[at - 1]) != NULL;
}

/* The digits of the number whose stop goes before `*at`, which is moved to where it begins; 0 if
 * none does. */
static uint32_t numbered_before(const pith__vicinity *v, uint32_t *at)
{
    uint32_t end = pith__back_over_space(v, *at), start;
    if (end == *at || end == v->start || v->text.bytes[end - 1] != '.')
        return 0;
    for (start = --end; start > v->start && is_digit(v->text.bytes[start - 1]);)
        start--;
    *at = start;
    return end - start;
}

/* Behind one or two digits and a stop at `at`; `at` if they are not there. */
static uint32_t behind_numbered(const char *bytes, uint32_t at)
{
    uint32_t end = at;
    while (end < at + 2 && is_digit(bytes[end]))
        end++;
    return end > at && bytes[end] == '.' ? end + 1 : at;
}

/* "1950. 5. 3.": a date, as it is written in Korea and Hungary. */
static void weigh_date(pith__place *p)
{
    const pith__vicinity *v = &p->vicinity;
    uint32_t at = p->before.span.start, month = numbered_before(v, &at);
    uint32_t year = month && month <= 2 ? numbered_before(v, &at) : 0;
    const char *bytes = v->text.bytes;
    uint32_t next = p->ending->next, behind = behind_numbered(bytes, next);
    bool three = month == 4 ||
                 (p->before.digits == 4 && bytes[behind] == ' ' && is_digit(bytes[behind + 1]));
    if (p->before.digits <= 2 && year == 4)
        pith__note(p, PITH__HINT_DATE_DAY);
    else if (behind > next && three && !p->before.stops)
        pith__note(p, PITH__HINT_DATE_GOES_ON);
}

static void weigh_number(pith__place *p)
{
    weigh_date(p);
    if (is_section_number(p))
        pith__note(p, PITH__HINT_SECTION_NUMBER);
    else
        weigh_ordinal(p);
}

static bool is_letter(const pith__neighbour *w)
{
    return w->letters == 1 && w->first == PITH__UPPER_CASE && w->lower_length <= 2 && !w->stops;
}

/* "A, B and C.": letters that are names of things, not of people. */
static bool letters_are_listed(const pith__place *p)
{
    pith__neighbour and = pith__neighbour_earlier(&p->vicinity, &p->before);
    if (!is_letter(&p->before) || and.first != PITH__LOWER_CASE || and.letters > 3 ||
        !pith__neighbour_has(&and, PITH__STOP))
        return false;
    pith__neighbour other = pith__neighbour_earlier(&p->vicinity, &and);
    return is_letter(&other);
}

static void weigh_initial(pith__place *p)
{
    pith__neighbour earlier = pith__neighbour_earlier(&p->vicinity, &p->before);
    bool lower_before = earlier.first == PITH__LOWER_CASE || earlier.span.start == earlier.span.end;
    pith__note(p, PITH__HINT_BEFORE_INITIAL);
    if (letters_are_listed(p))
        pith__note(p, PITH__HINT_LETTERS_LISTED);
    if (p->rules->english && p->before.lower[0] == 'i' && lower_before)
        pith__note(p, PITH__HINT_INITIAL_IS_WORD);
}

/* The lexicon has the two words as one abbreviation: "bl. a." */
static bool phrase_goes_on(const pith__place *p)
{
    const pith__neighbour *a = &p->before, *b = &p->next;
    char phrase[PITH__NEIGHBOUR_MAX * 5];
    if (a->letters > 6 || b->letters > 6)
        return false;
    memcpy(phrase, a->lower, a->lower_length);
    phrase[a->lower_length] = '.';
    memcpy(phrase + a->lower_length + 1, b->lower, b->lower_length);
    uint32_t classes =
        pith__lexicon_classes(p->rules->lexicon, phrase, a->lower_length + 1 + b->lower_length);
    return (classes & PITH__ANY_ABBREVIATION) != 0;
}

/* "z. B." "EE. UU." "28 U.S. C.": letters with stops go on. */
static bool letters_go_on(const pith__place *p)
{
    const pith__neighbour *a = &p->before, *b = &p->next;
    if (!b->letters || b->digits || p->vicinity.text.bytes[b->span.end] != '.' ||
        b->span.start != p->ending->next)
        return false;
    bool letters = a->letters == 1 || (a->stops && a->letters == a->stops + 1);
    return (letters && !a->digits && b->letters == 1) ||
           (a->letters == 2 && b->letters == 2 && a->uppers == 2 && b->uppers == 2) ||
           phrase_goes_on(p);
}

/* The words of the sentence so far, counted up to a few. */
static uint32_t words_so_far(const pith__place *p)
{
    uint32_t words = 0;
    bool gap = true;
    for (uint32_t at = p->vicinity.start;
         at < p->before.span.end && at < p->vicinity.start + OPENING_MAX;) {
        bool space = pith__utf8_is_space(pith__utf8_next(p->vicinity.text.bytes, &at));
        words += gap && !space;
        gap = space;
    }
    return words;
}

/* "At 5 a.m." and the like: too short for a sentence, and it opens with a preposition. */
static bool opens_short(const pith__place *p)
{
    pith__neighbour first =
        pith__neighbour_from(&p->vicinity, pith__first_word(p, p->vicinity.start));
    return pith__neighbour_has(&first, PITH__PREPOSITION | PITH__STOP) &&
           !pith__neighbour_has(&first, PITH__PRONOUN_OTHER) &&
           p->before.span.start - p->vicinity.start < OPENING_MAX / 2 && words_so_far(p) <= 4;
}

static void weigh_acronym(pith__place *p)
{
    pith__note(p, PITH__HINT_BEFORE_ACRONYM);
    if (p->before.span.start == p->vicinity.start)
        pith__note(p, PITH__HINT_BEFORE_ALONE);
    pith__neighbour earlier = pith__neighbour_earlier(&p->vicinity, &p->before);
    if (!pith__neighbour_is_number(&earlier) || p->next.first == PITH__DIGIT)
        return;
    bool zone = p->next.uppers > 1 && p->next.uppers == p->next.letters; /* 5 a.m. GMT */
    if (!zone && !pith__neighbour_has(&p->next, PITH__MONTH))            /* 5 a.m. Monday */
        pith__note(p, PITH__HINT_BEFORE_CLOCK);
    if (opens_short(p))
        pith__note(p, PITH__HINT_OPENING_SHORT);
}

/* A number, a roman one that is not the word "I", or the letter of "Ex. B, C". */
static bool number_follows(const pith__place *p)
{
    const pith__neighbour *next = &p->next;
    if (next->first == PITH__DIGIT)
        return true;
    char behind = p->vicinity.text.bytes[next->span.end];
    bool ends = next->span.end == p->vicinity.end || strchr(",;:.)", behind) != NULL;
    if (!pith__neighbour_is_roman(next))
        return is_letter(next) && ends && behind != '.';
    return next->letters > 1 || !p->rules->english || next->lower[0] != 'i' || ends;
}

/* A number goes before, or another unit with its stop: "5 tys. zł." */
static bool is_counted(const pith__place *p)
{
    const pith__vicinity *v = &p->vicinity;
    uint32_t end = pith__back_over_space(v, p->before.span.start);
    char last = end > v->start ? v->text.bytes[end - 1] : ' ';
    pith__neighbour earlier = pith__neighbour_before(v, last == '.' ? end - 1 : end);
    bool initial = earlier.letters == 1 && earlier.first == PITH__UPPER_CASE;
    return last == '.' ? pith__neighbour_has(&earlier, PITH__ABBR_UNIT) && !initial
                       : (earlier.digits || pith__neighbour_is_roman(&earlier)) && last != ',';
}

/* "100 km." "a.m." behind a number */
static void weigh_unit(pith__place *p)
{
    pith__note(p, p->next.first == PITH__DIGIT      ? PITH__HINT_UNIT_NUMBER
                  : p->next.first == PITH__CASELESS ? PITH__HINT_BEFORE_LAST
                                                    : PITH__HINT_BEFORE_UNIT);
    if (p->next.uppers > 1 && p->next.uppers == p->next.letters)
        pith__note(p, PITH__HINT_UNIT_THEN_CAPITALS);
    if (opens_short(p))
        pith__note(p, PITH__HINT_OPENING_SHORT);
}

/* A word that abbreviates where it is written small may be a name with its capital: Farm. */
static bool is_capitalized(const pith__neighbour *w)
{
    return w->first == PITH__UPPER_CASE && w->letters > 2 && !w->stops;
}

static void weigh_abbreviation(pith__place *p)
{
    const pith__neighbour *w = &p->before;
    bool number = number_follows(p);
    if (pith__neighbour_has(w, PITH__ABBR_UNIT) && is_counted(p)) {
        weigh_unit(p);
    } else if ((w->classes & PITH__ANY_ABBREVIATION) == PITH__ABBR_UNIT &&
               pith__neighbour_has(w, PITH__STOP)) {
        pith__note(p, PITH__HINT_BEFORE_ORDINARY); /* "in", no inch */
    } else if (pith__neighbour_has(w, PITH__ABBR_NUMBER) && number) {
        pith__note(p, PITH__HINT_REFERENCE_NUMBER);
    } else if (pith__neighbour_has(w, PITH__ABBR_ETC)) {
        pith__note(p, PITH__HINT_BEFORE_ETC);
    } else if (pith__neighbour_has(w, PITH__ABBR_TITLE | PITH__ABBR_INNER | PITH__ABBR_NUMBER) &&
               pith__neighbour_has(w, PITH__ABBR_END)) {
        pith__note(p, PITH__HINT_BEFORE_TITLE_OR_LAST);
    } else if (pith__neighbour_has(w, PITH__ABBR_END)) {
        pith__note(p, PITH__HINT_BEFORE_LAST);
        if (p->next.uppers > 1 && p->next.uppers == p->next.letters)
            pith__note(p, PITH__HINT_LAST_THEN_CAPITALS);
    } else if (pith__neighbour_has(w, PITH__ABBR_INNER))
        pith__note(p, is_capitalized(w) ? PITH__HINT_BEFORE_LAST : PITH__HINT_BEFORE_INNER);
    else if (pith__neighbour_has(w, PITH__ABBR_TITLE))
        pith__note(p, PITH__HINT_BEFORE_TITLE);
    else if (pith__neighbour_has(w, PITH__ABBR_NUMBER))
        pith__note(p, number ? PITH__HINT_REFERENCE_NUMBER : PITH__HINT_BEFORE_REFERENCE);
    else if (pith__neighbour_has(w, PITH__ABBR_MONTH))
        pith__note(p, number ? PITH__HINT_MONTH_NUMBER : PITH__HINT_BEFORE_MONTH);
    else
        weigh_unit(p);
}

/* "Mass." and "Sat.", which are abbreviations only with their capitals. */
static void read_capitalized(const pith__place *p, pith__neighbour *w)
{
    char marked[CAPITALIZED_MAX + 1] = "^";
    if (w->first != PITH__UPPER_CASE || w->uppers > 1 || w->lower_length > CAPITALIZED_MAX)
        return;
    memcpy(marked + 1, w->lower, w->lower_length);
    w->classes |= pith__lexicon_classes(p->rules->lexicon, marked, w->lower_length + 1);
}

/* "Tuesday.Mr": the word behind the last stop, where a word of a text goes before it. */
static void cut_joined(const pith__place *p, pith__neighbour *w)
{
    uint32_t at = w->span.end;
    if (!w->stops || pith__neighbour_has(w, PITH__ANY_ABBREVIATION) || w->letters < 5)
        return;
    while (p->vicinity.text.bytes[at - 1] != '.')
        at--;
    pith__neighbour last = pith__neighbour_of(&p->vicinity, (pith_span){at, w->span.end});
    if (last.first == PITH__UPPER_CASE && w->letters - last.letters > 3 * w->stops &&
        pith__neighbour_has(&last, PITH__ANY_ABBREVIATION))
        *w = last;
}

/* "l'art", "then-Cmdr": the classes of the word behind the apostrophe or hyphen; not of by-pass. */
static void read_elided(const pith__place *p, pith__neighbour *w)
{
    uint32_t at = w->lower_length;
    while (at > 0 && w->lower[at - 1] != '\'' && w->lower[at - 1] != '-')
        at--;
    uint32_t length = w->lower_length - at;
    if (w->classes || at < 2 || length < 2)
        return;
    uint32_t classes = pith__lexicon_classes(p->rules->lexicon, w->lower + at, length);
    bool hyphen = w->lower[at - 1] == '-';
    if (!hyphen || length <= HYPHENATED_MAX || classes & (PITH__ABBR_TITLE | PITH__ABBR_END))
        w->classes = classes;
}

/* "Goethestr. 5": the end of a compound, listed behind a hyphen. */
static void read_compound(const pith__place *p, pith__neighbour *w)
{
    char end[COMPOUND_END + 1] = "-";
    if (w->classes || w->letters < COMPOUND_MIN || p->next.first != PITH__DIGIT)
        return;
    for (uint32_t length = COMPOUND_END; length > 1 && !w->classes; length--) {
        memcpy(end + 1, w->lower + w->lower_length - length, length);
        w->classes = pith__lexicon_classes(p->rules->lexicon, end, length + 1);
    }
}

/* Looks up "z.b" for the "b" of "z. B.", "i.v.m" for the "m" of "i. V. m.", and "et al" for its
 * "al". */
static void read_phrase(const pith__place *p, pith__neighbour *w)
{
    char phrase[PITH__NEIGHBOUR_MAX * 2 * PHRASE_PARTS];
    size_t at = sizeof phrase - w->lower_length;
    if ((pith__neighbour_has(w, PITH__ANY_ABBREVIATION) && w->letters > 1) ||
        w->letters > PHRASE_MAX)
        return;
    memcpy(phrase + at, w->lower, w->lower_length);
    bool stop = true;
    for (uint32_t part = 1, start = w->span.start; stop && part < PHRASE_PARTS; part++) {
        uint32_t end = pith__back_over_space(&p->vicinity, start);
        stop = end > p->vicinity.start && p->vicinity.text.bytes[end - 1] == '.';
        if (!stop && (part > 1 || !pith__lexicon_ends_phrase(p->rules->lexicon, w->lower)))
            return;
        pith__neighbour first = pith__neighbour_before(&p->vicinity, stop ? end - 1 : end);
        if (stop ? first.letters > 4 : !pith__neighbour_has(&first, PITH__PHRASE))
            return;
        phrase[--at] = stop ? '.' : ' ';
        at -= first.lower_length;
        memcpy(phrase + at, first.lower, first.lower_length);
        w->classes |= pith__lexicon_classes(p->rules->lexicon, phrase + at, sizeof phrase - at);
        start = first.span.start;
    }
}

/* A few words and a stop come next: a title. */
static bool title_follows(const pith__place *p)
{
    const char *next = p->vicinity.text.bytes + p->ending->next;
    uint32_t rest = p->vicinity.end - p->ending->next;
    return memchr(next, '.', rest < TITLE_MAX ? rest : TITLE_MAX) != NULL;
}

/* "Chapter 1." "Section 12." and nothing else so far, with a title behind. */
static bool is_heading_label(const pith__place *p, const pith__neighbour *number)
{
    if (!pith__neighbour_is_number(number) || number->stops || number->digits > 3)
        return false;
    pith__neighbour noun = pith__neighbour_earlier(&p->vicinity, number);
    return noun.letters > 3 && noun.first == PITH__UPPER_CASE &&
           noun.span.start == p->vicinity.start &&
           !pith__neighbour_has(&noun, PITH__STOP | PITH__STARTER | PITH__MONTH) &&
           title_follows(p);
}

/* A letter of a script without case, with its vowel signs. Scripts whose signs are
 * syllables or words are left out: those behind U+1100. */
static bool is_caseless_letter(const pith__place *p, const pith__neighbour *w)
{
    return w->first == PITH__CASELESS && w->letters == w->marks + 1 && !w->digits && !w->stops &&
           pith__utf8_at(p->vicinity.text.bytes, w->span.end, w->span.start) < 0x1100;
}

/* A letter by itself, not that of km/h, °C or an address. */
static bool stands_alone(const pith__place *p, const pith__neighbour *w)
{
    uint32_t before = w->span.start > p->vicinity.start
                          ? pith__utf8_before(p->vicinity.text.bytes, w->span.start)
                          : (uint32_t)' ';
    return before != '/' && before != '=' && before != '_' && before != 0xB0;
}

static bool is_short_capital(const pith__neighbour *w)
{
    return w->first == PITH__UPPER_CASE && w->uppers == 1 && w->letters <= 4 && !w->digits;
}

/* "9 Vet. App. 389", "Fed. Cir.": two short words with capitals, each with a stop; the first ends
 * like one that is cut short, unlike "Como. Cfr." */
static bool short_words_join(const pith__place *p)
{
    char last = p->before.lower[p->before.lower_length - 1];
    return (unsigned char)last < 0x80 && !strchr("aeiouy", last) && is_short_capital(&p->before) &&
           is_short_capital(&p->next) &&
           (p->rules->english || (p->next.letters > 1 && p->before.letters < 4)) &&
           p->vicinity.text.bytes[p->next.span.end] == '.' && !pith__is_starter(&p->next) &&
           p->before.span.start > p->vicinity.start;
}

/* "Wall. 36": a short word with a capital, before a number. */
static bool is_short_for_number(const pith__place *p, const pith__neighbour *w)
{
    return w->first == PITH__UPPER_CASE && w->letters <= 4 && w->uppers == 1 &&
           w->span.start > p->vicinity.start;
}

/* "Erwägung: 1. Die …": a number that a colon announces. */
static bool is_announced(const pith__place *p, const pith__neighbour *w)
{
    if (!w->digits || w->digits > 2)
        return false;
    uint32_t at = pith__back_over_space(&p->vicinity, w->span.start);
    return at > p->vicinity.start && at < w->span.start && p->vicinity.text.bytes[at - 1] == ':';
}

/* Finds out what the word abbreviates, if it does. */
static void read_abbreviation(pith__place *p)
{
    read_capitalized(p, &p->before);
    cut_joined(p, &p->before);
    read_elided(p, &p->before);
    read_compound(p, &p->before);
    read_phrase(p, &p->before);
}

/* What speaks for or against an abbreviation, whatever the word is. */
static void weigh_surroundings(pith__place *p)
{
    const pith__neighbour *w = &p->before;
    if (letters_go_on(p))
        pith__note(p, PITH__HINT_INITIALS_JOIN);
    if (w->first == PITH__LOWER_CASE && w->letters <= 5 &&
        pith__utf8_before(p->vicinity.text.bytes, w->span.start) == '(')
        pith__note(p, PITH__HINT_OPENS_BRACKET);
}

/* A word that no list has. */
static void weigh_ordinary(pith__place *p)
{
    const pith__neighbour *w = &p->before;
    if (!w->vowel && w->letters <= 4 && w->letters && w->uppers <= 1 && !w->digits) {
        pith__note(p, PITH__HINT_BEFORE_CONSONANTS);
    } else if (!w->vowel && w->letters == 2 && w->uppers == 2 &&
               w->span.start == p->vicinity.start) {
        pith__note(p, PITH__HINT_BEFORE_ALONE); /* PS. NB. */
    } else if (w->letters > 2 || w->first == PITH__CASELESS) {
        pith__note(p, PITH__HINT_BEFORE_ORDINARY);
        const pith__habit *habit = pith__habits_may_abbreviate(p->habits, p->rules->informed)
                                       ? pith__habit_of(p->habits, w)
                                       : NULL;
        if (habit && pith__habit_abbreviates(habit, w->letters, p->rules->informed))
            pith__note(p, PITH__HINT_BEFORE_HABIT);
        if (p->next.first == PITH__DIGIT && is_short_for_number(p, w))
            pith__note(p, PITH__HINT_BEFORE_SHORT_WORD);
        if (short_words_join(p))
            pith__note(p, PITH__HINT_SHORT_WORDS_JOIN);
    }
}

/* A letter by itself that is no word of the language. */
static bool is_initial(const pith__place *p)
{
    const pith__neighbour *w = &p->before;
    if (w->first == PITH__CASELESS)
        return is_caseless_letter(p, w);
    return w->letters == 1 && !w->digits;
}

void pith__weigh_before(pith__place *p)
{
    const pith__neighbour *w = &p->before;
    if (!w->letters || (unsigned char)w->lower[0] >= 0x80) {
        if (p->rules->stop_is_foreign)
            pith__note(p, PITH__HINT_STOP_IS_FOREIGN);
        if (p->rules->stop_is_rare)
            pith__note(p, PITH__HINT_STOP_IS_RARE);
    }
    if (w->span.start == w->span.end) {
        if (p->ending->run.start == p->vicinity.start)
            pith__note(p, PITH__HINT_BEFORE_NOTHING);
        return;
    }
    read_abbreviation(p);
    weigh_surroundings(p);
    const uint32_t certain = PITH__ANY_ABBREVIATION & ~(uint32_t)PITH__ABBR_END;
    bool word = w->letters == 1 && w->first == PITH__LOWER_CASE;
    if (is_list_label(p, w) || is_heading_label(p, w) || is_announced(p, w))
        pith__note(p, PITH__HINT_BEFORE_LIST_LABEL);
    else if (pith__neighbour_is_number(w))
        weigh_number(p);
    else if (w->letters == 1 && !stands_alone(p, w))
        pith__note(p, PITH__HINT_BEFORE_ORDINARY);
    else if (w->first == PITH__UPPER_CASE && !pith__neighbour_has(w, PITH__ABBR_TITLE) &&
             is_initial(p))
        weigh_initial(p);
    else if (pith__neighbour_is_acronym(w) && !pith__neighbour_has(w, certain))
        weigh_acronym(p);
    else if (pith__neighbour_has(w, PITH__ANY_ABBREVIATION))
        weigh_abbreviation(p);
    else if (word && pith__neighbour_has(w, PITH__STOP))
        pith__note(p, PITH__HINT_SHORT_LETTER_WORD);
    else if (is_initial(p))
        weigh_initial(p);
    else if (pith__neighbour_is_roman(w) && p->rules->roman_stops)
        weigh_ordinal(p);
    else
        weigh_ordinary(p);
}

bool pith__is_marked_name(const pith__place *p)
{
    char name[PITH__NEIGHBOUR_MAX * 2 + 1];
    const pith__neighbour *w = &p->before;
    if (!w->letters || p->ending->run.end - p->ending->run.start != 1)
        return false;
    memcpy(name, w->lower, w->lower_length);
    name[w->lower_length] = p->vicinity.text.bytes[p->ending->run.start];
    return (pith__lexicon_classes(p->rules->lexicon, name, w->lower_length + 1u) &
            PITH__MARKED_NAME) != 0;
}
