/* Sentences -> reported speech: what is quoted, its cue and its source, labelled token by token by
 * a trained model of English, in two looks: the second sees what the first found.
 *
 * Each look is a linear model over traits (quotes/trait.h, quotes/glance.h) and the order of
 * labels; Viterbi finds the best path. Trained as an averaged structured perceptron (Collins 2002);
 * see tests/quality/fit_tagger.c. */
#ifndef PITH_QUOTES_TAGGER_H
#define PITH_QUOTES_TAGGER_H

#include "quotes/glance.h"

enum {
    PITH__REACH = 3, /* tokens on either side whose forms tell something of a token */
    PITH__WINDOW = 2 * PITH__REACH + 1,
    PITH__NEVER = -8000,     /* of a label that may not follow: more than any two tokens can gain */
    PITH__WEIGHT_ZERO = 'P', /* the character of the weight 0 */
    PITH__WEIGHT_MOST = 45   /* either way: two weights add up in a byte */
};

/* Weights as fitted, a character each. */
typedef struct pith__look {
    const char *forms;   /* of a row of a form: labels of each token in its window, the one that
                            stands PITH__REACH behind it first */
    const char *places;  /* of a row of a place: labels */
    const char *glances; /* of a row of a glance; NULL in the first look */
    const int16_t (
        *turns)[PITH__LABELS][PITH__LABELS]; /* of a label behind another, by the kind of
                                                the token; PITH__NEVER where it may not */
} pith__look;

extern const pith__look pith__first_look, pith__second_look;

/* Whether a label may stand behind another: one that goes on needs what it goes on with. */
bool pith__label_follows(int before, int label);

/* Sums of the best paths that end in each label of a token, relative to label 0: before its own
 * score, and with it. */
typedef struct pith__path {
    int16_t best[PITH__LABELS], sums[PITH__LABELS];
} pith__path;

/* The best labels of count spots (Viterbi). scores: of each label of each spot; they count as
 * differences to that of label 0, which have to be within half of PITH__NEVER. turns: as above.
 * paths: room for count. */
void pith__labels_find(const pith__spot *spots, uint32_t count,
                       const int16_t (*scores)[PITH__LABELS],
                       const int16_t (*turns)[PITH__LABELS][PITH__LABELS], pith__path *paths,
                       uint8_t *labels);

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
