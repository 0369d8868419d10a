#include "text/habit.h"

#include <string.h>

#include "ground/block.h"
#include "ground/utf8.h"

enum {
    LOOKED_AT = 1 << 18, /* bytes: what a text does not show there it hardly shows later */
    LISTED_MAX = 6,      /* letters of nearly all abbreviations of the lists */
    LETTERS_MAX = 10,    /* of an abbreviation that no list has */
    STRAYS = 2,          /* stops that no sentence can end with: once is a slip */
    STRAYS_OF = 8,       /* all that stand before small letters */
    ONCE_A_SLIP = 2,     /* how often a word with a stop goes on at least, */
    NUMBERED = 3         /* or has a number behind it, if it abbreviates */
};

/* Gathering. */
typedef struct gatherer {
    pith__habits *habits;
    bool informed;           /* the language has data */
    uint32_t small, leaning; /* stops before small letters; those behind "the", "of" */
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
static void name_word(pith__habits *habits, const pith__neighbour *w)
{
    uint32_t bit = shape_bit(w->lower + w->lower_length, w->lower_length);
    (void)pith__table_intern_copy(&habits->words, w->lower, w->lower_length);
    habits->filter[bit / 64] |= (uint64_t)1 << bit % 64;
    habits->lengths |= (uint64_t)1 << w->lower_length % 64;
}

/* ---- stops: which words to count ---- */

/* What stands behind a stop. */
typedef enum follower { NOTHING, SMALL, NUMBER, CAPITAL } follower;

/* What follows the stop at `stop`; *next is where it begins. */
static follower follower_of(const pith__vicinity *all, uint32_t stop, uint32_t *next)
{
    const char *bytes = all->text.bytes;
    uint32_t at = stop + 1;
    if (bytes[at] == ',' || bytes[at] == ';')
        return SMALL;
    while (at < all->end && (bytes[at] == ' ' || bytes[at] == '\n'))
        at++;
    if (at == stop + 1 || at >= all->end)
        return NOTHING;
    *next = at;
    uint32_t code = pith__utf8_at(bytes, all->end, at);
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

/* An ASCII letter, or a byte of what is none. */
static bool is_of_word(char c)
{
    return (unsigned char)c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* A word before a stop is counted if something follows that begins no sentence, and what follows
 * if that is doubtful. */
static void look_at_stop(gatherer *g, uint32_t stop)
{
    pith__vicinity *all = &g->habits->all;
    uint32_t at = 0;
    follower f = follower_of(all, stop, &at);
    if (f == NOTHING)
        return;
    bool word =
        stop > 1 && is_of_word(all->text.bytes[stop - 1]) && is_of_word(all->text.bytes[stop - 2]);
    g->habits->going_on += word && f == SMALL;
    g->habits->numbered += word && f == NUMBER;
    all->start = stop > PITH__NEIGHBOUR_MAX ? stop - PITH__NEIGHBOUR_MAX : 0;
    pith__neighbour w = pith__neighbour_before(all, stop);
    if (f == SMALL)
        look_for_strays(g, &w, all->text.bytes[stop + 1]);
    if ((f != CAPITAL || !g->informed) && is_word(&w) && w.letters > 1 &&
        !pith__neighbour_has(&w, PITH__STOP))
        name_word(g->habits, &w);
    if (f != CAPITAL || !is_doubtful(&w))
        return;
    pith__neighbour next = pith__neighbour_from(all, at);
    if (is_word(&next) && !pith__neighbour_has(&next, PITH__STARTER | PITH__STOP))
        name_word(g->habits, &next);
}

/* A word or number before `here` that makes nothing doubtful in a language with data: it has too
 * many small letters for an abbreviation of a list, or is none. So many bytes as a block has go
 * before. */
static bool is_plain_word(const gatherer *g, const char *here)
{
    char lower[LISTED_MAX + 1];
    pith__block b = pith__block_load(here - PITH__BLOCK);
    uint32_t others = ~pith__block_bits(pith__block_within(b, 'a', 26)) << PITH__BLOCK;
    uint32_t letters = others ? (uint32_t)__builtin_clz(others) : PITH__BLOCK;
    if (letters > LISTED_MAX)
        return true;
    bool capital = here[-(int)letters - 1] >= 'A' && here[-(int)letters - 1] <= 'Z';
    letters += capital;
    if (letters < 2 || here[-(int)letters - 1] != ' ')
        return false;
    memcpy(lower, here - letters, letters);
    lower[0] |= 0x20;
    return !pith__lexicon_abbreviations(g->habits->all.lexicon, lower, letters);
}

/* Most stops: nothing is to be counted there. */
static bool is_plain_stop(const gatherer *g, uint32_t stop)
{
    const char *bytes = g->habits->all.text.bytes;
    uint32_t at = stop + 1, end = g->habits->all.end;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\n'))
        at++;
    char next = bytes[at];
    if (at == stop + 1)
        return next != ',' && next != ';';
    if (at >= end || !is_of_word(next))
        return at >= end || next < '0' || next > '9';
    return g->informed && next >= 'A' && next <= 'Z' && is_plain_word(g, bytes + stop);
}

static void look_at_stops(gatherer *g)
{
    const char *bytes = g->habits->all.text.bytes;
    uint32_t end = g->habits->all.end;
    for (uint32_t at = 0; at < end; at += PITH__BLOCK) {
        uint32_t stops = pith__block_bits(pith__block_equal(pith__block_load(bytes + at), '.'));
        for (; stops; stops &= stops - 1) {
            uint32_t stop = at + (uint32_t)__builtin_ctz(stops);
            if (stop < end && stop > 0 && bytes[stop - 1] != ' ' && bytes[stop - 1] != '.' &&
                !(stop >= PITH__BLOCK && is_plain_stop(g, stop)))
                look_at_stop(g, stop);
        }
    }
}

/* ---- words: counting those ---- */

static void count_word(pith__habits *habits, pith_span span, bool behind_word)
{
    pith__vicinity *all = &habits->all;
    all->start = span.start;
    pith__neighbour w = pith__neighbour_of(all, span);
    uint32_t next, number = pith__table_find(&habits->words, w.lower, w.lower_length);
    if (number == PITH__ABSENT)
        return;
    pith__habit *habit = &habits->counts[number];
    if (all->text.bytes[span.end] != '.') {
        habit->small += w.first == PITH__LOWER_CASE;
        habit->capital += w.first == PITH__UPPER_CASE && behind_word;
        return;
    }
    follower f = follower_of(all, span.end, &next);
    habit->goes_on += f == SMALL;
    habit->numbered += f == NUMBER;
    habit->stopped += f == CAPITAL;
}

static void look_at_word(pith__habits *habits, pith_span span, bool behind_word)
{
    if (habits->lengths >> pith__span_length(span) % 64 & 1 &&
        pith__span_length(span) < PITH__NEIGHBOUR_MAX &&
        pith__habits_may_have(habits, habits->all.text.bytes + span.end, pith__span_length(span)))
        count_word(habits, span, behind_word);
}

/* Where words begin and end among the bytes of a block, a bit each; a word is ASCII letters and
 * whatever is beyond ASCII. *inside: whether one goes over into the block. */
static uint32_t changes_in(const pith__vicinity *all, uint32_t at, bool *inside)
{
    uint32_t left = all->end - at;
    pith__block b = pith__block_load(all->text.bytes + at);
    uint32_t word = pith__block_bits(pith__block_letters(b) | b);
    if (left < PITH__BLOCK)
        word &= (1u << left) - 1;
    uint32_t changes = word ^ (word << 1 | *inside);
    *inside = changes >> PITH__BLOCK & 1;
    return changes & ((1u << PITH__BLOCK) - 1);
}

/* One block more than the text has, where a word ends at the latest. */
static void count_words(pith__habits *habits)
{
    const char *bytes = habits->all.text.bytes;
    bool inside = false, open = false;
    uint32_t start = 0, behind = 0;
    habits->counts =
        pith__arena_zero(habits->words.arena, habits->words.keys.count, sizeof *habits->counts);
    for (uint32_t at = 0; at <= habits->all.end; at += PITH__BLOCK) {
        for (uint32_t changes = changes_in(&habits->all, at, &inside); changes;
             changes &= changes - 1) {
            uint32_t here = at + (uint32_t)__builtin_ctz(changes);
            open = !open;
            if (open) {
                start = here;
                continue;
            }
            look_at_word(habits, (pith_span){start, here},
                         start == behind + 1 && bytes[behind] == ' ');
            behind = here;
        }
    }
}

void pith__habits_gather(pith__habits *habits, pith__arena *arena, const pith__lexicon *lexicon,
                         pith__text text)
{
    uint32_t length = text.length < LOOKED_AT ? text.length : LOOKED_AT;
    while (length && length < text.length && ((unsigned char)text.bytes[length] & 0xC0) == 0x80)
        length--;
    gatherer g = {.habits = habits, .informed = pith__lexicon_informed(lexicon)};
    habits->all = (pith__vicinity){lexicon, text, 0, length};
    habits->counts = NULL;
    habits->lengths = 0;
    habits->going_on = length < text.length; /* a word may end with the part */
    habits->numbered = 0;
    memset(habits->filter, 0, sizeof habits->filter);
    pith__table_init(&habits->words, arena, lexicon->seed, 64);
    look_at_stops(&g);
    habits->stray_stops = g.leaning >= STRAYS && g.leaning * STRAYS_OF >= g.small;
}

/* ---- asking ---- */

bool pith__habits_may_abbreviate(const pith__habits *habits, bool informed)
{
    return !informed || habits->lengths & 1 << 1 || habits->going_on >= ONCE_A_SLIP ||
           habits->numbered >= NUMBERED;
}

const pith__habit *pith__habit_of(pith__habits *habits, const pith__neighbour *word)
{
    if (!word->lower_length ||
        !pith__habits_may_have(habits, word->lower + word->lower_length, word->lower_length))
        return NULL;
    uint32_t number = pith__table_find(&habits->words, word->lower, word->lower_length);
    if (number == PITH__ABSENT)
        return NULL;
    if (!habits->counts)
        count_words(habits);
    return &habits->counts[number];
}

/* Of words that never stand without their stop, those with numbers behind them are abbreviations,
 * and short ones may be where nothing is known of the language. A word that nothing but capitals
 * follow may otherwise just be one that ends sentences. */
bool pith__habit_abbreviates(const pith__habit *habit, uint32_t letters, bool informed)
{
    enum { NUMBERED_LETTERS = 6, SHORT = 4, SHORT_TIMES = 5 };
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
