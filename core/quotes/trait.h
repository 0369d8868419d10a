/* What the tagger sees of a token: its traits, hashed to numbers of rows of weights.
 *
 * The program that fits the weights uses these very functions, so that both see the same. */
#ifndef PITH_QUOTES_TRAIT_H
#define PITH_QUOTES_TRAIT_H

#include "quotes/marked.h"

enum {
    PITH__TRAITS = 38,        /* of each token, always as many */
    PITH__TRAIT_ROWS = 65536, /* rows that traits are hashed to */
    PITH__TRAIT_KINDS = 24    /* what a token can be for the order of labels */
};

/* A token as its neighbours see it. */
typedef struct pith__spot {
    uint32_t word, ending; /* hashes */
    uint8_t kind;          /* below PITH__TRAIT_KINDS */
    uint8_t shape;
    uint8_t mark;                 /* outside or where inside of marks */
    uint8_t region;               /* class and length of the marked region, 0 outside */
    uint8_t from_start;           /* tokens from the start of the sentence, grouped */
    uint8_t to_end;               /* tokens to its end, grouped */
    uint8_t since;                /* what came since the cue on the left: that, comma ... */
    uint8_t until;                /* what comes until the cue on the right */
    bool cue;                     /* a word of saying outside marked speech */
    uint8_t left_gap, right_gap;  /* tokens to the nearest cues, grouped */
    uint32_t left_cue, right_cue; /* words of the nearest cues of the sentence; 0: none */
    uint32_t first_cue;           /* of the sentence */
    uint32_t last_cue;
} pith__spot;

/* Traits of the forms of a document, made once. */
typedef struct pith__form_trait {
    uint32_t word, ending;
    uint8_t kind, shape;
    bool cue;
} pith__form_trait;

typedef struct pith__traits {
    const pith_document *document;
    const pith__markeds *regions;
    const pith__form_trait *of_form;
} pith__traits;

pith__traits pith__traits_of(pith__arena *arena, const pith_document *document,
                             const pith__markeds *regions);

/* The spots of the tokens first to end, which are one or more whole sentences of one paragraph.
 * region: the first marked region that ends behind token `first`. `spots` has room for them. */
void pith__spots_fill(const pith__traits *traits, uint32_t first_sentence, uint32_t end_sentence,
                      uint32_t region, pith__spot *spots);

/* The rows of spot i of count. */
void pith__spot_rows(const pith__spot *spots, uint32_t count, uint32_t i,
                     uint32_t rows[PITH__TRAITS]);

#endif
