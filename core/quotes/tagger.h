/* Sentences -> reported speech: what is quoted, its cue and its source, labelled token by token by
 * a trained model of English, in two looks: the second sees what the first found.
 *
 * Each look is a linear model over traits (quotes/trait.h, quotes/glance.h) and the order of
 * labels; Viterbi finds the best path. Trained as an averaged structured perceptron (Collins 2002);
 * see tests/quality/fit_tagger.c. What was fitted is read as quotes/pressed.h has it. */
#ifndef PITH_QUOTES_TAGGER_H
#define PITH_QUOTES_TAGGER_H

#include "quotes/pressed.h"

/* Whether a label may stand behind another: one that goes on needs what it goes on with. */
bool pith__label_follows(int before, int label);

/* The best labels of count tokens (Viterbi); returns whether any is not PITH__LABEL_OUT. scores: of
 * each label of each token; they count as differences to that of label 0, which have to be within
 * half of PITH__NEVER. They are written over. turns: by kind. stays: room for count
 * bytes. Numbers have to be
 * aligned as pith__eight are. */
bool pith__labels_find(const uint8_t *kinds, uint32_t count, int16_t (*scores)[PITH__LABELS],
                       const pith__turns *turns, uint8_t *stays, uint8_t *labels);

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
