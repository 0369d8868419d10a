/* What the tagger sees of a token: its traits, as numbers of rows of weights.
 *
 * The program that fits the weights uses these very functions, so that both see the same. */
#ifndef PITH_QUOTES_TRAIT_H
#define PITH_QUOTES_TRAIT_H

#include <assert.h>

#include "language/kind.h"
#include "language/learnt.h"
#include "quotes/eight.h"
#include "quotes/marked.h"

enum {
    /* A form has a row of each of these: its word, ending, cluster and kind. */
    PITH__FORM_TRAITS = 4,
    PITH__FORM_ENDING = 1, /* the trait of these that tells of the tokens right beside it only */
    PITH__FORM_ROWS = PITH__WORD_ROWS + PITH__ENDINGS + PITH__CLUSTERS + PITH__KINDS,
    PITH__EDGE_ROW = PITH__FORM_ROWS - PITH__KINDS, /* of the places before and behind a unit */
    /* And a place in a sentence one of each of so many, in which it differs from other places with
     * the same form. */
    PITH__PLACE_TRAITS = 6,
    PITH__PLACE_ROWS = 7680,
    PITH__UNIT_MAX = 2048 /* tokens that are labelled together */
};

typedef struct pith__reading {
    const pith_document *document;
    const pith__markeds *regions;
    bool unmarked; /* whether what is said without marks matters */
} pith__reading;

/* Sentences that are labelled together: one, or those that a marked region binds together. */
typedef struct pith__unit {
    uint32_t first_sentence, end_sentence;
    uint32_t region; /* the first marked region that ends behind their start */
} pith__unit;

/* The next unit that has a marked region or, if that matters, a cue; false if there is none. unit:
 * the one before, or cleared. A sentence of more than PITH__UNIT_MAX tokens is in none. */
bool pith__unit_next(const pith__reading *reading, pith__unit *unit);

bool pith__unit_is_marked(const pith__reading *reading, const pith__unit *unit);

/* ---- spots ---- */

/* A byte of each token of a unit, and room around them: what is done sixteen at a time may go
 * beyond. */
enum { PITH__AROUND = 16 };
typedef uint8_t pith__strip[PITH__AROUND + PITH__UNIT_MAX + 2 * PITH__AROUND];

/* That of token i, which may be one before or behind all. */
static inline uint8_t *pith__strip_at(pith__strip strip, uint32_t i)
{
    return strip + PITH__AROUND + i;
}

/* Those of eight tokens. distance: of others beside them, -1 or 1. */
static inline pith__numbers pith__strip_numbers(const uint8_t *strip, uint32_t i, int distance)
{
    return pith__numbers_at(strip + PITH__AROUND + i + distance);
}

/* A bit for each token of a unit. */
typedef uint64_t pith__bits[PITH__UNIT_MAX / 64 + 1];

/* A hash of a word for each token of a unit, in halves; 0: there is none. */
typedef struct pith__hashes {
    _Alignas(pith__numbers) uint16_t upper[PITH__UNIT_MAX + PITH__AROUND];
    _Alignas(pith__numbers) uint16_t lower[PITH__UNIT_MAX + PITH__AROUND];
} pith__hashes;

/* What stands at a side of a token, in a byte: how many tokens away the nearest cue is, grouped, in
 * the upper half; and below it what stands between, commas + 3 * that + 6 * others. */
enum { PITH__NO_GAP = 15, PITH__NO_CUE = 12, PITH__SEEN_BITS = 4 };

/* The tokens of a unit in their places. The kind and cluster before the first and behind the last
 * are 0. */
typedef struct pith__spots {
    uint32_t count;
    const pith__token *tokens; /* the first of the unit's */
    pith__strip kind;          /* of its form, but for quotation marks */
    pith__strip cluster;
    pith__strip marked;     /* where inside of marks; class and length of the marked region; or 0 */
    pith__strip from_start; /* tokens from the start of the sentence, grouped */
    pith__strip to_end;     /* tokens to its end, grouped */
    pith__strip left, right;          /* sides */
    pith__hashes left_cue, right_cue; /* the cues of the sides */
    pith__bits cues;                  /* words of saying outside marked speech */
    pith__bits signs;                 /* what changes a side */
} pith__spots;

/* The cues of the sides of all tokens. forms: of which the spots' are numbers. */
void pith__cue_hashes_fill(const pith__spots *spots, const pith__document_form *forms,
                           const pith__bits cues, pith__hashes *left, pith__hashes *right);

void pith__spots_fill(const pith__reading *reading, const pith__unit *unit, pith__spots *spots);

/* The sides of all tokens, where these are the cues. */
void pith__sides_fill(const pith__spots *spots, const pith__bits cues, pith__strip left,
                      pith__strip right);

/* ---- distances in tokens, grouped: numbers below 16, the larger the coarser ---- */

enum { PITH__FAR = 32 }; /* from here on all are the same */
extern const uint8_t pith__rising[PITH__FAR + PITH__BLOCK], pith__falling[PITH__FAR + PITH__BLOCK];

/* Those of sixteen tokens of which the first, or the last, is so far away. */
static inline pith__block pith__distances_behind(uint32_t first)
{
    return pith__sixteen_at(pith__rising + (first < PITH__FAR ? first : (uint32_t)PITH__FAR));
}

static inline pith__block pith__distances_before(uint32_t last)
{
    return pith__sixteen_at(pith__falling + (last < PITH__FAR ? PITH__FAR - last : (uint32_t)0));
}

static inline void pith__block_store(uint8_t *to, pith__block block)
{
    memcpy(to, &block, sizeof block);
}

/* Writes them to `count` places from `to` on, or up to `end`; the nearest is so far away. Some
 * places behind these, or before, are written over. */
static inline void pith__distances_rise(uint8_t *to, uint32_t count, uint32_t nearest)
{
    for (uint32_t k = 0; k < count; k += PITH__BLOCK)
        pith__block_store(to + k, pith__distances_behind(k + nearest));
}

static inline void pith__distances_fall(uint8_t *end, uint32_t count, uint32_t nearest)
{
    for (uint32_t k = 0; k < count; k += PITH__BLOCK)
        pith__block_store(end - k - PITH__BLOCK, pith__distances_before(k + nearest));
}

/* ---- rows ---- */

static inline void pith__form_rows(const pith__document_form *form,
                                   uint16_t rows[PITH__FORM_TRAITS])
{
    uint32_t base = 0, n = 0;
#define PUT(value, count) (rows[n++] = (uint16_t)(base + (value)), base += (count))
    PUT(form->spelling.word < PITH__WORD_ROWS ? form->spelling.word : 0, PITH__WORD_ROWS);
    PUT(form->spelling.ending, PITH__ENDINGS);
    PUT((uint32_t)form->learnt & ~(uint32_t)PITH__LEARNT_CUE, PITH__CLUSTERS);
    PUT(form->kind, PITH__KINDS);
#undef PUT
    assert(n == PITH__FORM_TRAITS && base == PITH__FORM_ROWS);
}

/* Rows among 2^bits for the hashes of eight tokens from i on, each with a small number. */
static inline pith__numbers pith__hash_rows(const pith__hashes *hashes, uint32_t i,
                                            pith__numbers number, int bits)
{
    pith__numbers upper = (pith__numbers)pith__eight_at((const int16_t *)hashes->upper + i);
    pith__numbers lower = (pith__numbers)pith__eight_at((const int16_t *)hashes->lower + i);
    pith__numbers sum = lower + number;
    pith__numbers carried = (pith__numbers)(sum < number); /* all bits of it: -1 */
    return pith__folded(upper - carried, sum, bits);
}

/* The place rows of the spots from i on. Here, so that they can be added up where they are made. */
static inline void pith__place_rows(const pith__spots *s, uint32_t i,
                                    pith__numbers rows[PITH__PLACE_TRAITS])
{
    enum { GAP = 4, SEEN = PITH__SEEN_BITS, KIND = 5 }; /* bits */
    const pith__numbers zero = {0}, seen = zero + ((1 << SEEN) - 1);
    pith__numbers kind = pith__strip_numbers(s->kind, i, 0);
    pith__numbers before = pith__strip_numbers(s->kind, i, -1);
    pith__numbers after = pith__strip_numbers(s->kind, i, 1);
    pith__numbers marked = pith__strip_numbers(s->marked, i, 0);
    pith__numbers left = pith__strip_numbers(s->left, i, 0);
    pith__numbers right = pith__strip_numbers(s->right, i, 0);
    uint32_t base = 0, n = 0;
#define PUT(value, bits) (rows[n++] = (value) + (uint16_t)base, base += 1u << (bits))
    PUT(before << KIND | kind, 2 * KIND);
    PUT(kind << KIND | after, 2 * KIND);
    PUT((left & seen) << KIND | kind, SEEN + KIND);
    PUT(pith__folded(zero, marked << GAP | right >> SEEN, 10), 10);
    PUT(pith__hash_rows(&s->left_cue, i, (left & seen) << KIND | kind, 11), 11);
    PUT(pith__hash_rows(&s->right_cue, i, (right & seen) << KIND | kind, 11), 11);
#undef PUT
    assert(n == PITH__PLACE_TRAITS && base == PITH__PLACE_ROWS);
}

#endif
