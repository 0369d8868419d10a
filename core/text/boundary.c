#include "text/boundary.h"

#include <string.h>

#include "ground/utf8.h"
#include "text/before.h"
#include "text/behind.h"
#include "text/joined.h"

enum {
    BRACKET_MAX = 100, /* bytes looked at for either end of a bracket */
    DOUBTFUL = 8,      /* a score that a bracket may yet turn */
    PLAIN_MOST = 40,   /* letters of a word that nothing can be said against */
    PHRASE_MOST = 5    /* letters of the last word of a phrase that abbreviates */
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

/* Behind the mark that opens at `at`, if one does. */
static uint32_t skip_opening(const char *bytes, uint32_t at)
{
    if (bytes[at] == '"')
        return at + 1;
    if ((bytes[at] == '\'' || bytes[at] == '`') && bytes[at + 1] == bytes[at])
        return at + 2;
    bool curled = bytes[at] == '\xE2' && bytes[at + 1] == '\x80' &&
                  (bytes[at + 2] == '\x98' || bytes[at + 2] == '\x9C');
    return curled ? at + 3 : at;
}

/* Where a word with a capital, and no stop behind it, begins behind a space or two and an opening
 * mark, or PITH_NONE. */
static uint32_t find_capital(pith__text text, pith_span paragraph, const pith__ending *ending)
{
    uint32_t spaces = ending->next - ending->end;
    if (spaces > 2 || text.bytes[ending->end] != ' ' || text.bytes[ending->next - 1] != ' ')
        return PITH_NONE;
    uint32_t start = skip_opening(text.bytes, ending->next), at = start;
    if (!is_capital(text.bytes[at]))
        return PITH_NONE;
    while (is_small(text.bytes[++at]))
        ;
    return at < paragraph.end && text.bytes[at] != '.' && (unsigned char)text.bytes[at] < 0x80
               ? start
               : PITH_NONE;
}

/* The word before the stop, in small letters and behind a ^: of ASCII letters of which only the
 * first may be a capital. */
typedef struct plain_word {
    char lower[PLAIN_MOST + 2];
    uint32_t start, length;
    bool capital, vowel;
} plain_word;

/* False: it is none. */
static bool read_plain_word(const char *bytes, uint32_t start, uint32_t end, plain_word *word)
{
    uint32_t at = end;
    word->vowel = false;
    while (at > start && end - at < PLAIN_MOST && is_small(bytes[at - 1]))
        word->vowel |= 0x1104111u >> (bytes[--at] - 'a') & 1; /* aeiouy */
    word->capital = at > start && is_capital(bytes[at - 1]);
    at -= word->capital;
    word->start = at;
    word->length = end - at;
    if (word->length < 2 || word->length > PLAIN_MOST)
        return false;
    word->lower[0] = '^';
    memcpy(word->lower + 1, bytes + at, word->length);
    word->lower[1] |= 0x20;
    return true;
}

/* What the word abbreviates. */
static uint32_t abbreviations(const pith__lexicon *lexicon, const plain_word *word)
{
    uint32_t classes = pith__lexicon_abbreviations(lexicon, word->lower + 1, word->length);
    if (word->capital)
        classes |= pith__lexicon_abbreviations(lexicon, word->lower, word->length + 1);
    return classes;
}

/* Whether the word and the one before it may be a phrase that abbreviates: "et al". */
static bool may_end_phrase(const pith__lexicon *lexicon, const char *bytes, uint32_t start,
                           const plain_word *word)
{
    char phrase[PLAIN_MOST + PHRASE_MOST + 2];
    uint32_t end = word->start - 1, at = end;
    if (word->length > PHRASE_MOST || !pith__lexicon_ends_phrase(lexicon, word->lower + 1))
        return false;
    while (at > start && end - at < PLAIN_MOST &&
           (is_small(bytes[at - 1]) || is_capital(bytes[at - 1])))
        at--;
    if (at == end || (at > start && bytes[at - 1] != ' '))
        return true;
    for (uint32_t i = at; i < end; i++)
        phrase[i - at] = (char)(bytes[i] | 0x20);
    phrase[end - at] = ' ';
    memcpy(phrase + (end - at) + 1, word->lower + 1, word->length);
    return pith__lexicon_may_have(lexicon, phrase, end - at + 1 + word->length);
}

pith__outlook pith__boundary_outlook(const pith__boundary_rules *rules, pith__text text,
                                     pith_span paragraph, uint32_t start,
                                     const pith__ending *ending, const pith__habits *habits)
{
    plain_word word;
    const char *bytes = text.bytes;
    const pith__lexicon *lexicon = rules->lexicon;
    uint32_t end = ending->run.start, capital;
    if (ending->next >= paragraph.end)
        return PITH__PLAIN_END;
    if (ending->kind != PITH__ENDING_STOP ||
        (capital = find_capital(text, paragraph, ending)) == PITH_NONE ||
        !read_plain_word(bytes, start, end, &word))
        return PITH__UNCLEAR;
    bool first = word.start == start; /* then it may be a title only */
    if (!first && (bytes[word.start - 1] != ' ' || word.start < start + 2 ||
                   (word.length <= PHRASE_MOST &&
                    (bytes[word.start - 2] == '.' || bytes[word.start - 2] == ' '))))
        return PITH__UNCLEAR;
    uint32_t abbreviated = abbreviations(lexicon, &word);
    if (abbreviated)
        return abbreviated == PITH__ABBR_TITLE && word.capital && capital == end + 2
                   ? PITH__PLAIN_INSIDE
                   : PITH__UNCLEAR;
    return !first && word.vowel && !pith__habits_may_have(habits, bytes + end, word.length) &&
                   !may_end_phrase(lexicon, bytes, start, &word)
               ? PITH__PLAIN_END
               : PITH__UNCLEAR;
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
