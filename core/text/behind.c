#include "text/behind.h"

#include <string.h>

#include "ground/utf8.h"

enum { LONG_MIN = 5 }; /* letters */

/* http://… www.… */
static bool is_address(const pith__place *p)
{
    const char *next = p->vicinity.text.bytes + p->ending->next;
    uint32_t rest = p->vicinity.end - p->ending->next;
    return (rest > 4 && memcmp(next, "www.", 4) == 0) ||
           (rest > 7 && memcmp(next, "http", 4) == 0 && (next[4] == ':' || next[5] == ':'));
}

/* "Pub.L. No. 99-508", "Doc. No. 3": a short word with a capital, and a reference with its number.
 */
static bool reference_follows(const pith__place *p)
{
    const pith__neighbour *a = &p->before, *b = &p->next;
    const char *behind = p->vicinity.text.bytes + b->span.end;
    return a->first == PITH__UPPER_CASE && a->letters <= 4 &&
           pith__neighbour_has(b, PITH__ABBR_NUMBER) && behind[0] == '.' && behind[1] == ' ' &&
           behind[2] >= '0' && behind[2] <= '9';
}

/* What goes before leaves it open whether its stop ends a sentence: "vitamin C." Not so behind
 * "U.S.", "Arthur D." and "Inc.": ordinary words with capitals are part of such names. */
static bool is_doubtful(const pith__place *p)
{
    const uint32_t of_names = PITH__ABBR_END | PITH__ABBR_TITLE | PITH__ABBR_INNER;
    const pith__neighbour *before = &p->before;
    if (before->letters == 1) {
        pith__neighbour earlier = pith__neighbour_earlier(&p->vicinity, before);
        return earlier.first == PITH__LOWER_CASE;
    }
    return pith__neighbour_has(before, PITH__ANY_ABBREVIATION) &&
           !pith__neighbour_has(before, of_names);
}

/* Does the text write the word elsewhere with a small letter, or never? */
static void weigh_habit(pith__place *p)
{
    const pith__habit *habit = pith__habit_of(p->habits, &p->next);
    if (!habit || pith__neighbour_has(&p->next, PITH__ANY_ABBREVIATION))
        return;
    if (habit->small > habit->capital)
        pith__note(p, PITH__HINT_NEXT_SEEN_SMALL);
    else if (habit->capital > 1 && !habit->small)
        pith__note(p, PITH__HINT_NEXT_SEEN_CAPITAL);
}

static void weigh_next_word(pith__place *p)
{
    const pith__neighbour *w = &p->next;
    switch (w->first) {
    case PITH__UPPER_CASE:
        pith__note(p, PITH__HINT_NEXT_UPPER);
        break;
    case PITH__CASELESS:
        pith__note(p, PITH__HINT_NEXT_CASELESS);
        break;
    case PITH__DIGIT:
        pith__note(p, PITH__HINT_NEXT_DIGIT);
        break;
    case PITH__LOWER_CASE:
        pith__note(p, pith__neighbour_is_camel(w) || is_address(p) ? PITH__HINT_NEXT_UPPER
                                                                   : PITH__HINT_NEXT_LOWER);
        return;
    default:
        pith__note(p, PITH__HINT_NEXT_SYMBOL);
    }
    if (w->letters == 1 && p->vicinity.text.bytes[w->span.end] == '.') /* an initial */
        return;
    if (pith__is_starter(w))
        pith__note(p, PITH__HINT_NEXT_STARTER);
    else if (pith__neighbour_has(w, PITH__STOP) && w->letters > 1)
        pith__note(p, PITH__HINT_NEXT_STOP_WORD);
    else if (w->first == PITH__UPPER_CASE && is_doubtful(p))
        weigh_habit(p);
}

static bool continues(uint32_t code)
{
    return code == ',' || code == ';' || code == ':' || code == 0x3001 || code == 0xFF0C ||
           code == 0x060C || code == 0x061B || code == 0xFF1B || code == 0xFF1A || code == '/' ||
           code == '=' || code == '%' || code == '&' || code == ')' || code == ']';
}

/* "a." "1." "(b)" "ii)": a label and white space behind it. */
static bool is_label_ahead(const pith__place *p)
{
    const char *bytes = p->vicinity.text.bytes;
    uint32_t at = p->ending->next, length = 0;
    at += bytes[at] == '(';
    while (length < 4 && ((bytes[at + length] >= 'a' && bytes[at + length] <= 'z') ||
                          (bytes[at + length] >= '0' && bytes[at + length] <= '9')))
        length++;
    bool mixed = length > 1 && bytes[at] <= '9' && bytes[at + length - 1] > '9'; /* 2d */
    if (length == 0 || mixed || at + length + 1 >= p->vicinity.end || bytes[at + length + 1] != ' ')
        return false;
    bool roman = strspn(bytes + at, "ivx") == length;
    if (bytes[at + length] == ')')
        return length == 1 || (length == 2 && bytes[at] <= '9') || roman;
    return bytes[at + length] == '.' && length == 1 && strchr("a1i", bytes[at]) != NULL;
}

/* “…” -Commissioner Wills: a dash against a name, behind a quotation. */
static bool is_credit(const pith__place *p)
{
    uint32_t at = p->ending->next;
    (void)pith__utf8_next(p->vicinity.text.bytes, &at);
    return p->ending->quoted && at == p->next.span.start && p->next.first == PITH__UPPER_CASE;
}

static bool opens_low_marks(const pith__place *p)
{
    return p->next_mark == ',' && p->vicinity.text.bytes[p->ending->next + 1] == ',';
}

/* Begins with a small letter: a writer who does not use capitals. */
static bool sentence_is_lower(const pith__place *p)
{
    return pith__utf8_is_lower(
        pith__utf8_at(p->vicinity.text.bytes, p->vicinity.end, p->vicinity.start));
}

/* No abbreviation: a word of the language, or too long for one that nobody has listed. */
static bool is_full_word(const pith__neighbour *w)
{
    bool known = w->letters > 1 && pith__neighbour_has(w, PITH__STOP);
    if (pith__neighbour_has(w, PITH__DETERMINER | PITH__INDEFINITE)) /* "the" ends no sentence */
        return false;
    return (w->letters >= LONG_MIN || known) && w->vowel && !w->stops && !w->digits &&
           !pith__neighbour_has(w, PITH__ANY_ABBREVIATION);
}

/* "example.com" */
static bool next_is_name(const pith__place *p)
{
    const char *behind = p->vicinity.text.bytes + p->next.span.end;
    return behind[0] == '.' && behind[1] >= 'a' && behind[1] <= 'z';
}

static void weigh_lower(pith__place *p)
{
    const pith__neighbour *w = &p->before;
    if (p->next.first != PITH__LOWER_CASE || pith__neighbour_is_camel(&p->next) || is_address(p))
        return;
    if (p->ending->quoted || p->ending->bracketed)
        pith__note(p, PITH__HINT_CLOSED_THEN_LOWER);
    if (pith__ending_is_call(p->ending) && w->first == PITH__UPPER_CASE &&
        w->span.start > p->vicinity.start)
        pith__note(p, PITH__HINT_NAME_THEN_LOWER);
    bool dashed = pith__ending_is_call(p->ending) && pith__is_dash(p->next_mark);
    if (p->ending->quoted || p->ending->bracketed || dashed ||
        p->ending->kind == PITH__ENDING_ELLIPSIS)
        return;
    if (p->habits->stray_stops && p->ending->kind == PITH__ENDING_STOP)
        pith__note(p, PITH__HINT_STRAY_STOPS);
    if (p->ending->kind == PITH__ENDING_STOP && is_full_word(w) && !next_is_name(p))
        pith__note(p, PITH__HINT_FULL_WORD);
    if (sentence_is_lower(p))
        pith__note(p, PITH__HINT_SENTENCE_LOWER);
    if ((w->letters > 3 || w->digits > 3 ||
         (w->letters > 2 && pith__neighbour_has(w, PITH__STOP))) &&
        !pith__speaker_follows(p) && p->ending->kind != PITH__ENDING_CALL &&
        (pith__is_starter(&p->next) || pith__neighbour_has(&p->next, PITH__PRONOUN_OTHER)))
        pith__note(p, PITH__HINT_NEXT_LOWER_STARTER);
}

/* „…“? fragte er: the mark goes before. */
static bool closes_before(const pith__place *p)
{
    uint32_t at = p->ending->run.start;
    uint32_t code = at > p->vicinity.start ? pith__utf8_previous(p->vicinity.text.bytes, &at) : 0;
    if (code == ',' && at > p->vicinity.start)
        code = pith__utf8_previous(p->vicinity.text.bytes, &at);
    return code && pith__is_opening_mark(code) && code != '(' && code != '[' && code != '{';
}

/* etc. ! The mark does not belong to a word behind. */
static bool calls(const pith__place *p)
{
    uint32_t code = pith__utf8_at(p->vicinity.text.bytes, p->vicinity.end, p->ending->next + 1);
    return p->ending->kind == PITH__ENDING_STOP && (p->next_mark == '!' || p->next_mark == '?') &&
           !pith__utf8_is_letter(code);
}

/* «Пора? – спросила мама. – Идём»: the sentence began with marks that are still open, and a dash
 * led to the author's words before. */
static bool is_inside_marks(const pith__place *p)
{
    enum { LOOK_MAX = 400 };
    static const char opening[] = "\xC2\xAB", closing[] = "\xC2\xBB";
    const char *text = p->vicinity.text.bytes;
    uint32_t start = p->vicinity.start, dashes = 0;
    if (p->ending->run.start - start > LOOK_MAX || strncmp(text + start, opening, 2) != 0)
        return false;
    for (uint32_t at = start + 2; at < p->ending->next;) {
        if (strncmp(text + at, closing, 2) == 0)
            return false;
        dashes += pith__is_dash(pith__utf8_next(text, &at));
    }
    return dashes > 0;
}

void pith__weigh_behind(pith__place *p)
{
    if (calls(p) || (continues(p->next_mark) && !opens_low_marks(p))) {
        pith__note(p, PITH__HINT_NEXT_CONTINUES);
        return;
    }
    if (pith__is_dash(p->next_mark)) {
        pith__note(p, is_credit(p) ? PITH__HINT_NEXT_CREDIT : PITH__HINT_NEXT_DASH);
        if (is_inside_marks(p))
            pith__note(p, PITH__HINT_DASH_IN_MARKS);
        if (pith__ending_is_call(p->ending) && p->next.first == PITH__LOWER_CASE)
            pith__note(p, PITH__HINT_DASH_THEN_LOWER);
    }
    if (p->next_mark == '(')
        pith__note(p, PITH__HINT_NEXT_BRACKET);
    if (p->next_mark == 0xA7 || p->next_mark == 0x2116)
        pith__note(p, PITH__HINT_NEXT_SECTION);
    if (p->ending->kind != PITH__ENDING_ELLIPSIS && is_label_ahead(p) &&
        !pith__neighbour_has(&p->before, PITH__ABBR_NUMBER))
        pith__note(p, PITH__HINT_NEXT_LABEL);
    if (p->ending->kind == PITH__ENDING_ELLIPSIS && p->next.lower[0] == 'i' &&
        (p->next.lower_length == 1 || p->next.lower[1] == '\''))
        pith__note(p, PITH__HINT_NEXT_IS_I);
    if (p->ending->new_line)
        pith__note(p, PITH__HINT_NEXT_LINE);
    weigh_next_word(p);
    if (reference_follows(p))
        pith__note(p, PITH__HINT_NEXT_REFERENCE);
    bool asked = pith__ending_is_call(p->ending) && p->next.first == PITH__LOWER_CASE &&
                 !p->rules->english; /* dialogue without marks */
    if ((asked || p->ending->quoted || closes_before(p)) && p->ending->kind != PITH__ENDING_STOP &&
        pith__speaker_follows(p))
        pith__note(p, PITH__HINT_NEXT_SPEAKER);
    weigh_lower(p);
}
