#include "text/boundary.h"

#include <string.h>

#include "ground/utf8.h"
#include "text/before.h"
#include "text/behind.h"
#include "text/joined.h"

enum {
    BRACKET_MAX = 100, /* bytes looked at for either end of a bracket */
    DOUBTFUL = 8,      /* a score that a bracket may yet turn */
    PLAIN_LEAST = 3,   /* letters of a word that nothing can be said against */
    PLAIN_MOST = 40,
    PHRASE_MOST = 5 /* letters of the last word of a phrase that abbreviates */
};

static void weigh_kind(pith__place *p)
{
    static const pith__hint of_kind[] = {[PITH__ENDING_STOP] = PITH__HINT_IS_STOP,
                                         [PITH__ENDING_ELLIPSIS] = PITH__HINT_IS_ELLIPSIS,
                                         [PITH__ENDING_CALL] = PITH__HINT_IS_EXCLAMATION,
                                         [PITH__ENDING_ASK] = PITH__HINT_IS_QUESTION,
                                         [PITH__ENDING_CERTAIN] = PITH__HINT_IS_CERTAIN,
                                         [PITH__ENDING_BROKEN] = PITH__HINT_IS_BROKEN_OFF,
                                         [PITH__ENDING_SMILEY] = PITH__HINT_IS_SMILEY};
    pith__note(p, p->ending->full ? PITH__HINT_IS_FULL_ELLIPSIS : of_kind[p->ending->kind]);
}

/* "[...]" */
static bool is_omission(const pith__place *p)
{
    const pith__vicinity *v = &p->vicinity;
    uint32_t before = pith__utf8_before(v->text.bytes, p->ending->run.start);
    return p->ending->run.start > v->start && (before == '[' || before == '(');
}

/* "Today: 🍕 Pizza" "with my 🐶 Max" "Great :) See you" */
static void weigh_smiley(pith__place *p)
{
    const char *bytes = p->vicinity.text.bytes;
    uint32_t end = pith__back_over_space(&p->vicinity, p->ending->run.start);
    bool leans = pith__neighbour_has(&p->before, PITH__DETERMINER | PITH__PREPOSITION) &&
                 !pith__neighbour_has(&p->next, PITH__STARTER | PITH__STOP);
    if (leans || (end > p->vicinity.start && strchr(",:(-", bytes[end - 1])))
        pith__note(p, PITH__HINT_BEFORE_NOTHING);
    else if (p->before.span.start == p->vicinity.start && bytes[p->ending->run.end - 1] == ')')
        pith__note(p, PITH__HINT_BEFORE_ALONE);
}

/* Terminators that are no stops. */
static void weigh_other(pith__place *p)
{
    pith__ending_kind kind = p->ending->kind;
    if (pith__ending_is_call(p->ending) && pith__is_marked_name(p))
        pith__note(p, PITH__HINT_BEFORE_MARKED_NAME);
    else if (kind == PITH__ENDING_ELLIPSIS && is_omission(p))
        pith__note(p, PITH__HINT_BEFORE_OMISSION);
    else if (kind != PITH__ENDING_CERTAIN && p->ending->run.start == p->vicinity.start)
        pith__note(p, PITH__HINT_BEFORE_NOTHING);
    else if (kind == PITH__ENDING_SMILEY)
        weigh_smiley(p);
}

/* A bracket that was opened in this sentence is closed soon, so that the sentence goes on. */
static bool is_in_bracket(const pith__place *p)
{
    const pith__vicinity *v = &p->vicinity;
    const char *bytes = v->text.bytes;
    uint32_t run = p->ending->run.start, at = run, least = v->start;
    if (run - least > BRACKET_MAX)
        least = run - BRACKET_MAX;
    while (at > least && bytes[at - 1] != '(' && bytes[at - 1] != '[')
        if (bytes[--at] == ')' || bytes[at] == ']')
            return false;
    uint32_t rest = v->end - p->ending->end;
    return at > least && memchr(bytes + p->ending->end, bytes[at - 1] == '(' ? ')' : ']',
                                rest < BRACKET_MAX ? rest : BRACKET_MAX) != NULL;
}

static void weigh_spaced(pith__place *p)
{
    const pith__vicinity *v = &p->vicinity;
    p->next_mark = pith__utf8_at(v->text.bytes, v->end, p->ending->next);
    pith__neighbour_read(v, pith__word_from(v, pith__first_word(p, p->ending->next)), &p->next);
    weigh_kind(p);
    if (p->ending->kind == PITH__ENDING_STOP)
        pith__weigh_before(p);
    else
        weigh_other(p);
    pith__weigh_behind(p);
    if (p->score > 0 && p->score < DOUBTFUL && is_in_bracket(p))
        pith__note(p, PITH__HINT_IN_BRACKET);
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* A space, a word with a capital, and no stop behind it. */
static bool capital_follows(pith__text text, pith_span paragraph, const pith__ending *ending)
{
    uint32_t at = ending->end + 1;
    if (ending->next != at || text.bytes[at - 1] != ' ' || !is_capital(text.bytes[at]))
        return false;
    while (is_small(text.bytes[++at]))
        ;
    return at < paragraph.end && text.bytes[at] != '.' && (unsigned char)text.bytes[at] < 0x80;
}

/* The word before the stop, in small letters and behind a ^: of ASCII letters of which only the
 * first may be a capital, with a vowel, behind a space in this sentence. 0: it is none, else its
 * length. */
static uint32_t plain_word(const char *bytes, uint32_t start, uint32_t end,
                           char word[PLAIN_MOST + 1])
{
    uint32_t at = end;
    bool vowel = false;
    while (at > start && end - at < PLAIN_MOST && is_small(bytes[at - 1]))
        vowel |= 0x1104111u >> (bytes[--at] - 'a') & 1; /* aeiouy */
    at -= at > start && is_capital(bytes[at - 1]);
    uint32_t length = end - at;
    if (!vowel || length < PLAIN_LEAST || length > PLAIN_MOST || at < start + 2 ||
        bytes[at - 1] != ' ')
        return 0;
    if (length <= PHRASE_MOST && (bytes[at - 2] == '.' || bytes[at - 2] == ' '))
        return 0;
    word[0] = '^';
    memcpy(word + 1, bytes + at, length);
    word[1] |= 0x20;
    return length;
}

static bool abbreviates(const pith__lexicon *lexicon, const char *word, uint32_t length)
{
    return pith__lexicon_classes(lexicon, word, length) & PITH__ANY_ABBREVIATION;
}

bool pith__is_plain_boundary(const pith__boundary_rules *rules, pith__text text,
                             pith_span paragraph, uint32_t start, const pith__ending *ending,
                             const pith__habits *habits)
{
    char word[PLAIN_MOST + 1];
    const pith__lexicon *lexicon = rules->lexicon;
    if (ending->kind != PITH__ENDING_STOP || !capital_follows(text, paragraph, ending))
        return false;
    uint32_t end = ending->run.start, length = plain_word(text.bytes, start, end, word);
    return length && !(length <= PHRASE_MOST && pith__lexicon_ends_phrase(lexicon, word + 1)) &&
           !pith__habits_may_have(habits, text.bytes + end, length) &&
           !abbreviates(lexicon, word + 1, length) &&
           !(is_capital(text.bytes[end - length]) && abbreviates(lexicon, word, length + 1));
}

pith__boundary_rules pith__boundary_rules_of(const pith__lexicon *lexicon)
{
    const char *code = lexicon->language->code;
    pith__boundary_rules rules = {.lexicon = lexicon};
    rules.ordinal_stops = strstr(" cs da de et eu fi hr hu is lv no pl sk sl sr tr ", code) != NULL;
    rules.roman_stops = strstr(" cs de eu hr hu sk sl sr tr ", code) != NULL;
    rules.informed = pith__lexicon_informed(lexicon);
    rules.english = strcmp(code, "en") == 0;
    rules.stop_is_rare = strstr(" bn hi ne or pa ", code) != NULL;
    rules.stop_is_foreign = strstr(" hy km my th ", code) != NULL;
    return rules;
}

/* The word before. Tokenized texts, and French before ! and ?, have a space before the terminator;
 * a stop that stands so is none of an abbreviation, but of a title. */
static void read_before(pith__place *p)
{
    uint32_t end = p->ending->run.start;
    pith__neighbour_read(&p->vicinity, pith__word_before(&p->vicinity, end), &p->before);
    if (p->before.span.end > p->before.span.start || p->ending->next == p->ending->end)
        return;
    pith__neighbour spaced = pith__neighbour_earlier(&p->vicinity, &p->before);
    if (p->ending->kind != PITH__ENDING_STOP || pith__neighbour_has(&spaced, PITH__ABBR_TITLE))
        p->before = spaced;
}

pith__verdict pith__boundary_weigh(const pith__boundary_rules *rules, pith__text text,
                                   pith_span paragraph, uint32_t start, const pith__ending *ending,
                                   pith__habits *habits)
{
    pith__place p;
    p.rules = rules;
    p.habits = habits;
    p.ending = ending;
    p.vicinity = (pith__vicinity){rules->lexicon, text, start, paragraph.end};
    p.score = 0;
    memset(p.seen, 0, sizeof p.seen);
    if (ending->next >= paragraph.end) {
        pith__note(&p, PITH__HINT_PARAGRAPH_END);
    } else if (ending->next == ending->end) {
        pith__weigh_joined(&p);
    } else {
        read_before(&p);
        weigh_spaced(&p);
    }
    pith__verdict verdict = {.run = ending->run, .end = ending->end, .score = p.score};
    memcpy(verdict.seen, p.seen, sizeof verdict.seen);
    return verdict;
}
