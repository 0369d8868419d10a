/* What the tagger sees of a token: its traits, as numbers of rows of weights.
 *
 * The program that fits the weights uses these very functions, so that both see the same. */
#ifndef PITH_QUOTES_TRAIT_H
#define PITH_QUOTES_TRAIT_H

#include <assert.h>

#include "quotes/learnt.h"
#include "quotes/marked.h"

enum {
    PITH__KINDS = 24,    /* of tokens */
    PITH__KIND_EDGE = 0, /* that of what is before and behind a unit */
    /* A form has a row of each of these: its word, ending, beginning, cluster and kind. */
    PITH__ENDING_ROWS = 512,
    PITH__BEGINNING_ROWS = 1024,
    PITH__FORM_TRAITS = 5,
    PITH__FORM_ROWS =
        PITH__WORD_ROWS + PITH__ENDING_ROWS + PITH__BEGINNING_ROWS + PITH__CLUSTERS + PITH__KINDS,
    PITH__EDGE_ROW = PITH__FORM_ROWS - PITH__KINDS, /* of the places before and behind a unit */
    /* And a place in a sentence one of each of so many, in which it differs from other places with
     * the same form. */
    PITH__PLACE_TRAITS = 8,
    PITH__PLACE_ROWS = 5376,
    PITH__UNIT_MAX = 2048 /* tokens that are labelled together */
};

/* What all tokens of a form have in common. */
typedef struct pith__form_trait {
    uint16_t rows[PITH__FORM_TRAITS];
    uint8_t kind; /* below PITH__KINDS */
    uint8_t shape, cluster;
    bool cue;
    uint32_t word; /* hash */
} pith__form_trait;

typedef struct pith__traits {
    const pith_document *document;
    const pith__markeds *regions;
    const pith__form_trait *of_form;
} pith__traits;

pith__traits pith__traits_of(pith__arena *arena, const pith_document *document,
                             const pith__markeds *regions);

/* The nearest cue on a side of a token, and what stands between. */
typedef struct pith__side {
    uint32_t cue; /* its word; 0: there is none */
    uint8_t gap;  /* tokens, grouped */
    uint8_t seen; /* commas, a "that", other signs */
} pith__side;

/* A token in its place. */
typedef struct pith__spot {
    uint32_t form, word;
    uint8_t kind; /* of its form, but for quotation marks */
    uint8_t shape, cluster;
    uint8_t mark;       /* outside or where inside of marks */
    uint8_t region;     /* class and length of the marked region, 0 outside */
    uint8_t from_start; /* tokens from the start of the sentence, grouped */
    uint8_t to_end;     /* tokens to its end, grouped */
    bool cue;           /* a word of saying outside marked speech */
    pith__side left, right;
} pith__spot;

/* Sentences that are labelled together: one, or those that a marked region binds together. */
typedef struct pith__unit {
    uint32_t first_sentence, end_sentence;
    uint32_t region; /* the first marked region that ends behind their start */
} pith__unit;

/* The next unit that has a cue or a marked region; false if there is none. unit: the one before, or
 * cleared. A sentence of more than PITH__UNIT_MAX tokens is in none. */
bool pith__unit_next(const pith__traits *traits, pith__unit *unit);

/* The spots of the tokens of a unit; `spots` has room for PITH__UNIT_MAX. Returns how many. */
uint32_t pith__spots_fill(const pith__traits *traits, const pith__unit *unit, pith__spot *spots);

/* A distance in tokens as a number below 16, the larger the coarser. */
static inline uint8_t pith__grouped(uint32_t distance)
{
    static const uint8_t groups[32] = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8,
                                       8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9};
    return groups[distance < 31 ? distance : 31];
}

/* A row among 2^bits for a value that would need more. */
static inline uint32_t pith__folded(uint32_t value, unsigned bits)
{
    return value * 0x9E3779B1u >> (32 - bits); /* Knuth 1998, section 6.4 */
}

/* The place rows of spot i of count. Here, so that they can be added up where they are made. */
static inline void pith__place_rows(const pith__spot *spots, uint32_t count, uint32_t i,
                                    uint32_t rows[PITH__PLACE_TRAITS])
{
    enum { GAP = 4, SEEN = 4, KIND = 5, REGION = 5, MARK = 3 }; /* bits */
    const pith__spot *t = &spots[i];
    uint32_t before = i > 0 ? t[-1].kind : PITH__KIND_EDGE;
    uint32_t after = i + 1 < count ? t[1].kind : PITH__KIND_EDGE;
    uint32_t marked = (uint32_t)t->mark << REGION | t->region;
    uint32_t base = 0, n = 0;
#define PUT(value, bits) (rows[n++] = base + (value), base += 1u << (bits))
    PUT(before << KIND | t->kind, 2 * KIND);
    PUT((uint32_t)t->kind << KIND | after, 2 * KIND);
    PUT(marked, MARK + REGION);
    PUT((uint32_t)t->left.gap << SEEN | t->left.seen, GAP + SEEN);
    PUT((uint32_t)t->right.gap << SEEN | t->right.seen, GAP + SEEN);
    PUT((uint32_t)t->left.seen << KIND | t->kind, SEEN + KIND);
    PUT(pith__folded(marked << GAP | t->left.gap, 10), 10);
    PUT(pith__folded(marked << GAP | t->right.gap, 10), 10);
#undef PUT
    assert(n == PITH__PLACE_TRAITS && base == PITH__PLACE_ROWS);
}

/* A walk over spots away from a cue; it begins with pith__no_cue. */
typedef struct pith__passing {
    uint32_t cue, gap;
    uint8_t seen;
} pith__passing;

enum { PITH__NO_GAP = 15, PITH__NO_CUE = 12 /* and below it: commas + 3 * that + 6 * others */ };
static const pith__passing pith__no_cue = {.seen = PITH__NO_CUE};

/* What was seen, by what has been seen before and the kind of the next token. */
extern const uint8_t pith__seen_next[PITH__NO_CUE + 1][PITH__KINDS];

/* Goes on to a spot, which is a cue or not, and tells what its side is. */
static inline pith__side pith__pass(pith__passing *passing, const pith__spot *spot, bool cue)
{
    if (cue)
        *passing = (pith__passing){.cue = spot->word};
    else
        passing->seen = pith__seen_next[passing->seen][spot->kind];
    uint8_t gap = passing->cue ? pith__grouped(passing->gap++) : (uint8_t)PITH__NO_GAP;
    return (pith__side){passing->cue, gap, passing->seen};
}

#endif
