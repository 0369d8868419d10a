/* The tagger's weights as it reads them, both looks beside each other: made by a program of the
 * build, quotes/press.c, of those that were fitted, quotes/look.h.
 *
 * They are bytes. The three rows of a form add up in one, since each is larger than its weight by
 * no more than it has to be; what that comes to is taken off again in the turns. Of places and
 * glances two rows do, where each weight is larger by PITH__WEIGHT_ZERO, which is the same for all
 * labels.
 */
#ifndef PITH_QUOTES_PRESSED_H
#define PITH_QUOTES_PRESSED_H

#include "quotes/look.h"

enum {
    PITH__PRESSED_LOOKS = 2,
    PITH__PAIR =
        PITH__PRESSED_LOOKS * PITH__LABELS, /* bytes: of a label in one look and the other */

    /* Of forms. A word's row has its cluster's in it. */
    PITH__PRESSED_ENDINGS = PITH__WORD_ROWS + PITH__CLUSTERS,
    PITH__PRESSED_KINDS = PITH__PRESSED_ENDINGS + PITH__ENDINGS,
    PITH__PRESSED_FORMS = PITH__PRESSED_KINDS + PITH__KINDS,
    PITH__PRESSED_FORM = PITH__WINDOW * PITH__PAIR, /* bytes: a pair for each token of the window */
};

/* Where a label of the first or second look is in a pair: the first is the lower byte of a number,
 * the second the upper. */
static inline int pith__pair_at(int look, int label)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return label * PITH__PRESSED_LOOKS + look;
#else
    return label * PITH__PRESSED_LOOKS + 1 - look;
#endif
}

extern const uint8_t pith__pressed_forms[PITH__PRESSED_FORMS * PITH__PRESSED_FORM + 1];
extern const uint8_t pith__pressed_edge[PITH__PRESSED_FORM + 1]; /* a sum of three */
extern const uint8_t pith__pressed_places[PITH__PLACE_ROWS * PITH__LABELS + 1];
extern const uint8_t pith__pressed_glances[PITH__GLANCE_ROWS * PITH__LABELS + 1];

/* What a label gains behind another, in the orders in which it is asked for. */
typedef struct pith__turns {
    _Alignas(16) int16_t even[4][PITH__LABELS]; /* of label b behind b ^ 2d: [d][b] */
    int16_t odd[4][PITH__LABELS];               /* of label b ^ 1 behind b ^ 2d: the same */
    int16_t before[PITH__LABELS][PITH__LABELS]; /* of label b behind a: [b][a] */
} pith__turns;

extern const pith__turns pith__pressed_turns[PITH__PRESSED_LOOKS][PITH__KINDS];

static inline void pith__turns_press(const int16_t turns[PITH__LABELS][PITH__LABELS],
                                     pith__turns *pressed)
{
    for (int label = 0; label < PITH__LABELS; label++) {
        for (int d = 0; d < 4; d++) {
            pressed->even[d][label] = turns[label ^ 2 * d][label];
            pressed->odd[d][label] = turns[label ^ 2 * d][label ^ 1];
        }
        for (int before = 0; before < PITH__LABELS; before++)
            pressed->before[label][before] = turns[before][label];
    }
}

#endif
