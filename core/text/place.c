#include "text/place.h"

#include "ground/utf8.h"

enum { MARKS_MAX = 8, NAMES_MAX = 3, PRONOUNS_MAX = 3, PRONOUN_LETTERS = 5 }; /* looked at */

bool pith__is_opening_mark(uint32_t code)
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

bool pith__is_dash(uint32_t code)
{
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

uint32_t pith__first_word(const pith__place *p, uint32_t at)
{
    const pith__vicinity *v = &p->vicinity;
    for (uint32_t behind = at, steps = 0; at < v->end && steps < MARKS_MAX; at = behind, steps++) {
        uint32_t code = pith__utf8_next(v->text.bytes, &behind);
        if (!pith__is_opening_mark(code) && code != ',' && !pith__is_dash(code) &&
            !pith__utf8_is_space(code))
            break;
    }
    return at;
}

/* "asked he", "lui demanda-t-il", "s'écria": a verb of speech, with pronouns before it. */
static bool verb_follows(const pith__place *p)
{
    const pith__vicinity *v = &p->vicinity;
    pith__neighbour w = p->next;
    for (int i = 0; i < PRONOUNS_MAX; i++) {
        uint32_t at = 0;
        while (at < 3 && at < w.lower_length && w.lower[at] != '\'')
            at++;
        if (pith__neighbour_has(&w, PITH__SPEECH_VERB) ||
            (at < 3 && at + 1 < w.lower_length &&
             pith__lexicon_classes(v->lexicon, w.lower + at + 1, w.lower_length - at - 1) &
                 PITH__SPEECH_VERB))
            return true;
        if (w.letters > PRONOUN_LETTERS || !pith__neighbour_has(&w, PITH__STOP) ||
            v->text.bytes[w.span.end] != ' ')
            return false;
        w = pith__neighbour_from(v, w.span.end + 1);
    }
    return false;
}

bool pith__speaker_follows(const pith__place *p)
{
    const pith__vicinity *v = &p->vicinity;
    pith__neighbour w = p->next;
    if (w.first == PITH__LOWER_CASE)
        return verb_follows(p);
    if (w.first == PITH__UPPER_CASE && pith__neighbour_has(&w, PITH__STARTER | PITH__STOP))
        return false;
    for (int i = 0; i < NAMES_MAX; i++) {
        uint32_t at = w.span.end;
        while (at < v->end && v->text.bytes[at] == ' ')
            at++;
        w = pith__neighbour_from(v, at);
        if (pith__neighbour_has(&w, PITH__SPEECH_VERB) && w.first == PITH__LOWER_CASE)
            return true;
        if (w.first != PITH__UPPER_CASE)
            return false;
    }
    return false;
}
