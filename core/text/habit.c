#include "text/habit.h"

#include <string.h>

#include "ground/block.h"
#include "ground/utf8.h"

enum {
    LOOKED_AT = 1 << 18, /* bytes: what a text does not show there it hardly shows later */
    LISTED_MAX = 6,      /* letters of nearly all abbreviations of the lists */
    LETTERS_MAX = 10,    /* of an abbreviation that no list has */
    STRAYS = 2,          /* stops that no sentence can end with: once is a slip */
    STRAYS_OF = 8        /* all that stand before small letters */
};

/* Gathering. */
typedef struct gatherer {
    pith__vicinity all;
    bool informed;           /* the language has data */
    uint32_t small, leaning; /* stops before small letters; those behind "the", "of" */
    pith__habits habits;
} gatherer;

/* ---- words ---- */

/* Words whose length and last two bytes are alike share a bit. The end of a word is the same
 * whether it begins with a capital or not. */
static uint32_t shape_bit(const char *end, uint32_t length)
{
    uint32_t last = (unsigned char)end[-1];
    uint32_t second = length > 1 ? (unsigned char)end[-2] : 0;
    return ((length & 15) << 10 ^ (last & 63) << 4 ^ (second & 63)) % PITH__HABIT_BITS;
}

bool pith__habits_may_have(const pith__habits *habits, const char *end, uint32_t length)
{
    uint32_t bit = shape_bit(end, length);
    return (habits->filter[bit / 64] >> bit % 64 & 1) != 0;
}

/* The word is to be counted. */
static void name_word(gatherer *g, const pith__neighbour *w)
{
    pith__arena *arena = g->habits.words.arena;
    if (pith__table_find(&g->habits.words, w->lower, w->lower_length) != PITH__ABSENT)
        return;
    const char *copy = pith__arena_copy(arena, w->lower, w->lower_length);
    (void)pith__table_intern(&g->habits.words, copy, w->lower_length);
    *pith__array_add(arena, &g->habits.counts) = (pith__habit){0};
    uint32_t bit = shape_bit(copy + w->lower_length, w->lower_length);
    g->habits.filter[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* ---- stops: which words to count ---- */

/* What stands behind a stop. */
typedef enum follower { NOTHING, SMALL, NUMBER, CAPITAL } follower;

/* What follows the stop at `stop`; *next is where it begins. */
static follower follower_of(const gatherer *g, uint32_t stop, uint32_t *next)
{
    const char *bytes = g->all.text.bytes;
    uint32_t at = stop + 1;
    if (bytes[at] == ',' || bytes[at] == ';')
        return SMALL;
    while (at < g->all.end && (bytes[at] == ' ' || bytes[at] == '\n'))
        at++;
    if (at == stop + 1 || at >= g->all.end)
        return NOTHING;
    *next = at;
    uint32_t code = pith__utf8_at(bytes, g->all.end, at);
    if (pith__utf8_is_lower(code))
        return SMALL;
    if (pith__utf8_is_digit(code))
        return NUMBER;
    return pith__utf8_is_upper(code) ? CAPITAL : NOTHING;
}

/* "U.S." and "12." are no words. */
static bool is_word(const pith__neighbour *w)
{
    return w->letters && w->letters <= LETTERS_MAX && !w->stops && !w->digits;
}

static bool is_doubtful(const pith__neighbour *w)
{
    return w->letters == 1 || w->stops || pith__neighbour_has(w, PITH__ANY_ABBREVIATION);
}

/* A word of so many small letters goes before the stop that it is no abbreviation of a list. */
static bool is_long(const char *bytes, uint32_t stop)
{
    uint32_t letters = 0;
    while (letters <= LISTED_MAX && letters < stop && bytes[stop - 1 - letters] >= 'a' &&
           bytes[stop - 1 - letters] <= 'z')
        letters++;
    return letters > LISTED_MAX;
}

/* "teamed with a. blue shirt" */
static void look_for_strays(gatherer *g, const pith__neighbour *w, char behind)
{
    const uint32_t leans = PITH__DETERMINER | PITH__INDEFINITE | PITH__PREPOSITION;
    if (behind == ',' || behind == ';' || !w->letters || w->stops ||
        pith__neighbour_has(w, PITH__ANY_ABBREVIATION))
        return;
    g->small++;
    g->leaning += pith__neighbour_has(w, leans);
}

/* A word before a stop is counted if something follows that begins no sentence, and what follows
 * if that is doubtful. */
static void look_at_stop(gatherer *g, uint32_t stop)
{
    uint32_t at = 0;
    follower f = follower_of(g, stop, &at);
    if (f == NOTHING || (f == CAPITAL && g->informed && is_long(g->all.text.bytes, stop)))
        return;
    g->all.start = stop > PITH__NEIGHBOUR_MAX ? stop - PITH__NEIGHBOUR_MAX : 0;
    pith__neighbour w = pith__neighbour_before(&g->all, stop);
    if (f == SMALL)
        look_for_strays(g, &w, g->all.text.bytes[stop + 1]);
    if ((f != CAPITAL || !g->informed) && is_word(&w) && w.letters > 1 &&
        !pith__neighbour_has(&w, PITH__STOP))
        name_word(g, &w);
    if (f != CAPITAL || !is_doubtful(&w))
        return;
    pith__neighbour next = pith__neighbour_from(&g->all, at);
    if (is_word(&next) && !pith__neighbour_has(&next, PITH__STARTER | PITH__STOP))
        name_word(g, &next);
}

static void look_at_stops(gatherer *g)
{
    const char *bytes = g->all.text.bytes, *end = bytes + g->all.end;
    for (const char *at = bytes; (at = memchr(at, '.', (size_t)(end - at))) != NULL; at++)
        if (at > bytes && at[-1] != ' ' && at[-1] != '.')
            look_at_stop(g, (uint32_t)(at - bytes));
}

/* ---- words: counting those ---- */

static void count_word(gatherer *g, pith_span span, bool behind_word)
{
    g->all.start = span.start;
    pith__neighbour w = pith__neighbour_of(&g->all, span);
    uint32_t next, number = pith__table_find(&g->habits.words, w.lower, w.lower_length);
    if (number == PITH__ABSENT)
        return;
    pith__habit *habit = &g->habits.counts.items[number];
    if (g->all.text.bytes[span.end] != '.') {
        habit->small += w.first == PITH__LOWER_CASE;
        habit->capital += w.first == PITH__UPPER_CASE && behind_word;
        return;
    }
    follower f = follower_of(g, span.end, &next);
    habit->goes_on += f == SMALL;
    habit->numbered += f == NUMBER;
    habit->stopped += f == CAPITAL;
}

static void look_at_word(gatherer *g, pith_span span, bool behind_word)
{
    if (pith__span_length(span) < PITH__NEIGHBOUR_MAX &&
        pith__habits_may_have(&g->habits, g->all.text.bytes + span.end, pith__span_length(span)))
        count_word(g, span, behind_word);
}

/* Where words begin and end among the bytes of a block, a bit each; a word is ASCII letters and
 * whatever is beyond ASCII. *inside: whether one goes over into the block. */
static uint32_t changes_in(const gatherer *g, uint32_t at, bool *inside)
{
    uint32_t left = g->all.end - at;
    pith__block b = pith__block_load(g->all.text.bytes + at);
    uint32_t word = pith__block_bits(pith__block_letters(b) | b);
    if (left < PITH__BLOCK)
        word &= (1u << left) - 1;
    uint32_t changes = word ^ (word << 1 | *inside);
    *inside = changes >> PITH__BLOCK & 1;
    return changes & ((1u << PITH__BLOCK) - 1);
}

/* One block more than the text has, where a word ends at the latest. */
static void look_at_words(gatherer *g)
{
    const char *bytes = g->all.text.bytes;
    bool inside = false, open = false;
    uint32_t start = 0, behind = 0;
    for (uint32_t at = 0; at <= g->all.end; at += PITH__BLOCK) {
        for (uint32_t changes = changes_in(g, at, &inside); changes; changes &= changes - 1) {
            uint32_t here = at + (uint32_t)__builtin_ctz(changes);
            open = !open;
            if (open) {
                start = here;
                continue;
            }
            look_at_word(g, (pith_span){start, here}, start == behind + 1 && bytes[behind] == ' ');
            behind = here;
        }
    }
}

pith__habits pith__habits_gather(pith__arena *arena, const pith__lexicon *lexicon, pith__text text)
{
    uint32_t length = text.length < LOOKED_AT ? text.length : LOOKED_AT;
    gatherer g = {.all = {lexicon, text, 0, length}, .informed = pith__lexicon_informed(lexicon)};
    while (length && length < text.length && ((unsigned char)text.bytes[length] & 0xC0) == 0x80)
        g.all.end = --length;
    pith__table_init(&g.habits.words, arena, lexicon->seed, 64);
    look_at_stops(&g);
    g.habits.stray_stops = g.leaning >= STRAYS && g.leaning * STRAYS_OF >= g.small;
    if (g.habits.counts.count)
        look_at_words(&g);
    return g.habits;
}

/* ---- asking ---- */

const pith__habit *pith__habit_of(const pith__habits *habits, const pith__neighbour *word)
{
    if (!word->lower_length ||
        !pith__habits_may_have(habits, word->lower + word->lower_length, word->lower_length))
        return NULL;
    uint32_t number = pith__table_find(&habits->words, word->lower, word->lower_length);
    return number == PITH__ABSENT ? NULL : &habits->counts.items[number];
}

/* Of words that never stand without their stop, those with numbers behind them are abbreviations,
 * and short ones may be where nothing is known of the language. A word that nothing but capitals
 * follow may otherwise just be one that ends sentences. */
bool pith__habit_abbreviates(const pith__habit *habit, uint32_t letters, bool informed)
{
    enum { ONCE_A_SLIP = 2, NUMBERED = 3, NUMBERED_LETTERS = 6, SHORT = 4, SHORT_TIMES = 5 };
    uint32_t plain = habit->small + habit->capital;
    uint32_t all = habit->goes_on + habit->numbered + habit->stopped;
    if (habit->goes_on >= ONCE_A_SLIP && habit->goes_on > habit->stopped)
        return plain <= all;
    if (plain)
        return false;
    return (habit->numbered >= NUMBERED && habit->numbered > 2 * habit->stopped &&
            letters <= NUMBERED_LETTERS) ||
           (!informed && letters <= SHORT && all >= SHORT_TIMES);
}
