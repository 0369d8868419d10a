/* A place where a sentence may end, with all that is seen around it; what is seen adds up. Shared
 * by those that look: text/before.h, text/behind.h, text/joined.h. */
#ifndef PITH_TEXT_PLACE_H
#define PITH_TEXT_PLACE_H

#include "text/ending.h"
#include "text/habit.h"
#include "text/hint.h"

/* What is known before a text is read. */
typedef struct pith__boundary_rules {
    const pith__lexicon *lexicon;
    bool ordinal_stops;   /* "12." is an ordinal number */
    bool roman_stops;     /* so is "XII." */
    bool stop_is_foreign; /* a sentence ends otherwise: . abbreviates, or is what : is elsewhere */
    bool stop_is_rare;    /* the danda ends sentences, though some write stops */
    bool english;         /* "I" is a word, not an initial */
    bool informed;        /* the language has data of its own */
} pith__boundary_rules;

typedef struct pith__place {
    const pith__boundary_rules *rules;
    pith__habits *habits;
    pith__vicinity vicinity; /* from where the sentence begins to the end of the paragraph */
    const pith__ending *ending;
    pith__neighbour before, next;
    uint32_t next_mark; /* first character behind the gap */
    int score;
    uint64_t seen[PITH__HINT_WORDS]; /* a bit each */
} pith__place;

static inline void pith__note(pith__place *place, pith__hint hint)
{
    place->score += pith__hint_weights[hint];
    place->seen[hint / 64] |= (uint64_t)1 << hint % 64;
}

/* Where the first word at or behind `at` begins: opening marks, dashes and white space are passed
 * over. */
uint32_t pith__first_word(const pith__place *place, uint32_t at);

bool pith__is_opening_mark(uint32_t code);
bool pith__is_dash(uint32_t code);

static inline bool pith__is_starter(const pith__neighbour *word)
{
    return pith__neighbour_has(word, PITH__STARTER);
}

/* "…?" Harry asked: a name and a verb of speech come next. */
bool pith__speaker_follows(const pith__place *place);

#endif
