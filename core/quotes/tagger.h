/* Sentences -> reported speech: what is quoted, its cue and its source, labelled token by token by
 * a trained model of English, in two looks: the second sees what the first found.
 *
 * Each look is a conditional random field (Lafferty, McCallum and Pereira 2001): a linear model
 * over traits (quotes/trait.h, quotes/glance.h) and the order of labels; Viterbi finds the best
 * path. See tests/quality/fit_tagger.c. What was fitted is read as quotes/pressed.h has it. */
#ifndef PITH_QUOTES_TAGGER_H
#define PITH_QUOTES_TAGGER_H

#include "quotes/path.h"

typedef enum pith__piece_kind { PITH__CONTENT, PITH__SOURCE, PITH__CUE } pith__piece_kind;

typedef struct pith__piece {
    pith__piece_kind kind;
    bool leading;        /* a content that goes before its cue */
    uint32_t first, end; /* tokens */
} pith__piece;

typedef PITH__ARRAY(pith__piece) pith__pieces;

/* In the order of the document; none overlaps another. unmarked: in sentences without a marked
 * region too. */
pith__pieces pith__tag(pith__arena *arena, pith__arena *scratch, const pith_document *document,
                       const pith__markeds *regions, bool unmarked);

#endif
