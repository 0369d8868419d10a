/* Paragraphs -> reported speech: what is quoted, its cue and its source, labelled token by token by
 * a trained model of English.
 *
 * A linear model over hashed traits (quotes/trait.h) with the labels' order; Viterbi finds the best
 * path. Trained as an averaged structured perceptron (Collins 2002); see tagger_weights.c for what
 * it was trained on and tests/quality/fit_tagger.c for the program that does it. */
#ifndef PITH_QUOTES_TAGGER_H
#define PITH_QUOTES_TAGGER_H

#include "quotes/trait.h"

typedef enum pith__label {
    PITH__LABEL_OUT,
    PITH__LABEL_TRAILING,      /* begins a content that follows its cue */
    PITH__LABEL_TRAILING_MORE, /* goes on with it */
    PITH__LABEL_LEADING,       /* begins a content that goes before its cue */
    PITH__LABEL_LEADING_MORE,
    PITH__LABEL_SOURCE,
    PITH__LABEL_SOURCE_MORE,
    PITH__LABEL_CUE
} pith__label;

enum {
    PITH__LABELS = 8,
    PITH__NEVER = -100000000, /* below what any path can score */
    PITH__UNIT_MAX = 2048,    /* tokens that are labelled together */
    PITH__ROW_BYTES = 4096    /* of a line of rows, the last 8 bytes unused */
};

/* Weights as fitted: a character for each label, 'P' is 0. Row r is 8 characters of line r / 512
 * at r % 512 * 8; the traits of row 511 of a line share row 510. */
extern const char pith__tagger_rows[PITH__TRAIT_ROWS / 512][PITH__ROW_BYTES];
/* Of a label after another, by the kind of the token. */
extern const signed char pith__tagger_turns[PITH__TRAIT_KINDS][PITH__LABELS][PITH__LABELS];

/* Sentences that are labelled together. */
typedef struct pith__unit {
    uint32_t first_sentence, end_sentence;
    uint32_t region; /* the first marked region that ends behind their start */
} pith__unit;

/* The next unit from sentence `from` on: sentences of one paragraph that have a cue or a marked
 * region, PITH__UNIT_MAX tokens at most. False if there is none. unit: the one before, or cleared.
 */
bool pith__unit_next(const pith__traits *traits, pith__unit *unit);

/* Whether a label may stand behind another: one that goes on needs what it goes on with. */
bool pith__label_follows(int before, int label);

/* The best labels of count spots (Viterbi). scores: of each label of each spot; turns: of label b
 * behind label a, by kind of the spot, PITH__NEVER where b may not follow. back: room for count. */
void pith__labels_find(const pith__spot *spots, uint32_t count,
                       const int32_t (*scores)[PITH__LABELS],
                       const int32_t (*turns)[PITH__LABELS][PITH__LABELS],
                       uint8_t (*back)[PITH__LABELS], uint8_t *labels);

typedef enum pith__piece_kind { PITH__CONTENT, PITH__SOURCE, PITH__CUE } pith__piece_kind;

typedef struct pith__piece {
    pith__piece_kind kind;
    bool leading;        /* a content that goes before its cue */
    uint32_t first, end; /* tokens */
} pith__piece;

typedef PITH__ARRAY(pith__piece) pith__pieces;

/* In the order of the document; none overlaps another. */
pith__pieces pith__tag(pith__arena *arena, pith__arena *scratch, const pith_document *document,
                       const pith__markeds *regions);

#endif
