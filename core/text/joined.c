#include "text/joined.h"

#include "ground/utf8.h"

enum {
    BRACKET_MAX = 120, /* bytes looked at for the other bracket */
    SPEAKER_MAX = 8    /* characters looked at for a verb of speech */
};

/* ---- letters and words ---- */

/* A word or number with nothing odd in it. */
static bool is_plain(const pith__neighbour *w)
{
    return pith__neighbour_is_number(w) ||
           (w->letters > 1 && w->uppers <= (w->first == PITH__UPPER_CASE) && !w->stops &&
            !w->digits && w->vowel);
}

/* "talk?they will": two words of small letters. */
static bool are_plain_lower(pith__text text, const pith__neighbour *before,
                            const pith__neighbour *next)
{
    return before->first == PITH__LOWER_CASE && before->letters > 2 && next->letters > 1 &&
           !next->uppers && !next->digits && text.bytes[next->span.end] == ' ';
}

/* Signs of a file name, an address, an abbreviation or a piece of a program around the stop. */
static bool in_address(const pith__vicinity *v, const pith__neighbour *before,
                       const pith__neighbour *next)
{
    uint32_t first = pith__utf8_before(v->text.bytes, before->span.start);
    uint32_t last = pith__utf8_at(v->text.bytes, v->end, next->span.end);
    return first == '/' || first == '@' || first == '.' || first == '_' || last == '/' ||
           last == '@' || last == '(' || last == '_' || last == '=' ||
           (next->letters == 1 && last == '.');
}

static bool words_are_joined(const pith__vicinity *v, const pith__neighbour *before,
                             const pith__ending *ending)
{
    pith__neighbour next = pith__neighbour_from(v, ending->end);
    if (ending->end > ending->run.end) /* a mark or note between */
        return ending->kind != PITH__ENDING_ELLIPSIS && next.first == PITH__UPPER_CASE;
    if (!is_plain(before) || in_address(v, before, &next))
        return false;
    if (next.first != PITH__UPPER_CASE)
        return pith__ending_is_call(ending) && are_plain_lower(v->text, before, &next);
    if (pith__neighbour_is_number(before))
        return before->digits > 2 && next.letters > 1 && next.uppers == 1;
    bool starts = pith__neighbour_has(&next, PITH__STARTER);
    if (before->first == PITH__UPPER_CASE)
        return pith__ending_is_call(ending) || starts ||
               pith__neighbour_has(&next, PITH__ABBR_TITLE);
    return next.uppers < next.letters || starts || pith__neighbour_is_roman(&next);
}

/* ---- scripts that write no spaces ---- */

static bool closes_ahead(const pith__vicinity *v, const pith__ending *ending, uint32_t bracket)
{
    uint32_t at = ending->run.end;
    if (ending->bracketed)
        return false;
    while (at < v->end && at - ending->run.end < BRACKET_MAX)
        if (pith__utf8_next(v->text.bytes, &at) == bracket)
            return true;
    return false;
}

/* A bracket 《 （ 〈 that opened in this sentence closes further on. */
static bool in_wide_brackets(const pith__vicinity *v, const pith__ending *ending)
{
    for (uint32_t at = ending->run.start; at > v->start && ending->run.start - at < BRACKET_MAX;) {
        uint32_t code = pith__utf8_previous(v->text.bytes, &at);
        if (code == 0x300B || code == 0xFF09 || code == 0x3009)
            return false;
        if (code == 0x300A || code == 0xFF08 || code == 0x3008)
            return closes_ahead(v, ending, code + 1);
    }
    return false;
}

/* A letter of a script that writes no spaces goes before, or a bracket of it: Thai, Lao, Tibetan,
 * Myanmar, Khmer; kana, Han. */
static bool is_wide_before(const pith__vicinity *v, const pith__ending *ending)
{
    uint32_t code = pith__utf8_before(v->text.bytes, ending->run.start);
    return (code >= 0xE00 && code <= 0x109F) || (code >= 0x1780 && code <= 0x17FF) ||
           (code >= 0x3009 && code <= 0x9FFF) || code == 0xFF09;
}

/* The Japanese particles that go on after a quotation: と っ は が を の に も な で. */
static bool is_particle(uint32_t code)
{
    static const uint32_t particles[] = {0x3068, 0x3063, 0x306F, 0x304C, 0x3092,
                                         0x306E, 0x306B, 0x3082, 0x306A, 0x3067};
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (code == particles[i])
            return true;
    return false;
}

/* “你好吗？”她问。 A verb of speech comes before the next mark. */
static bool wide_speaker_follows(const pith__vicinity *v, uint32_t at)
{
    uint32_t starts[SPEAKER_MAX], count = 0;
    for (; at < v->end && count < SPEAKER_MAX; count++) {
        starts[count] = at;
        if (!pith__utf8_is_letter(pith__utf8_next(v->text.bytes, &at)))
            return false;
        for (uint32_t i = count < 2 ? 0 : count - 2; i <= count; i++)
            if (pith__lexicon_classes(v->lexicon, v->text.bytes + starts[i], at - starts[i]) &
                PITH__SPEECH_VERB)
                return true;
    }
    return false;
}

static bool is_mark_before(const pith__vicinity *v, uint32_t at)
{
    uint32_t code = pith__utf8_before(v->text.bytes, at);
    return code == '"' || code == 0x201D || code == 0x300D || code == 0x300F;
}

/* No boundary inside a title 《…！…》 or before the particle of 「…。」と. */
static void weigh_wide(pith__place *p)
{
    const pith__vicinity *v = &p->vicinity;
    bool closed = p->ending->quoted || p->ending->bracketed;
    pith__note(p, PITH__HINT_JOINED_SCRIPT);
    if (in_wide_brackets(v, p->ending))
        pith__note(p, PITH__HINT_IN_WIDE_BRACKETS);
    if (closed && is_particle(pith__utf8_at(v->text.bytes, v->end, p->ending->end)))
        pith__note(p, PITH__HINT_NEXT_PARTICLE);
    else if (closed && is_mark_before(v, p->ending->end) && wide_speaker_follows(v, p->ending->end))
        pith__note(p, PITH__HINT_NEXT_SPEAKER);
}

static bool words_run_together(pith__place *p)
{
    pith__ending_kind kind = p->ending->kind;
    const pith__vicinity *v = &p->vicinity;
    pith__neighbour_read(v, pith__word_before(v, p->ending->run.start), &p->before);
    if (kind == PITH__ENDING_CERTAIN)
        return !pith__neighbour_is_number(&p->before);
    return words_are_joined(v, &p->before, p->ending) &&
           !(p->rules->stop_is_foreign && kind == PITH__ENDING_ELLIPSIS);
}

/* A stop with a small letter or a digit right behind it: 3.5, example.com. */
static bool is_inside_word(const pith__place *p)
{
    char next = p->vicinity.text.bytes[p->ending->end];
    return p->ending->kind == PITH__ENDING_STOP && p->ending->end == p->ending->run.end &&
           ((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9'));
}

void pith__weigh_joined(pith__place *p)
{
    bool call = pith__ending_is_call(p->ending);
    bool behind = is_wide_before(&p->vicinity, p->ending);
    if ((call && behind) || (p->ending->wide && (behind || p->ending->kind != PITH__ENDING_STOP)))
        weigh_wide(p);
    else if (is_inside_word(p) || !words_run_together(p))
        pith__note(p, PITH__HINT_IN_ADDRESS);
    else
        pith__note(p, PITH__HINT_JOINED_WORDS);
}
