/* The tagger's weights as it reads them, both looks beside each other: made by a program of the
 * build, quotes/press.c, of those that were fitted, quotes/look.h.
 *
 * They are bytes. The four rows of a form add up in one, since each is larger than its weight by no
 * more than it has to be; what that comes to is taken off again in the turns. Of places and glances
 * two rows do, where each weight is larger by PITH__WEIGHT_ZERO, which is the same for all labels.
 */
#ifndef PITH_QUOTES_PRESSED_H
#define PITH_QUOTES_PRESSED_H

#include "quotes/look.h"

enum {
    PITH__PRESSED_LOOKS = 2,
    PITH__PAIR =
        PITH__PRESSED_LOOKS * PITH__LABELS, /* bytes: labels in the first look, then the second */

    /* Of forms. A word's row has its cluster's in it. */
    PITH__PRESSED_ENDINGS = PITH__WORD_ROWS + PITH__CLUSTERS,
    PITH__PRESSED_BEGINNINGS = PITH__PRESSED_ENDINGS + PITH__ENDINGS,
    PITH__PRESSED_KINDS = PITH__PRESSED_BEGINNINGS + PITH__BEGINNINGS,
    PITH__PRESSED_FORMS = PITH__PRESSED_KINDS + PITH__KINDS,
    PITH__PRESSED_FORM = 8 * PITH__PAIR, /* bytes: a pair for each token of the window, and room */
};

extern const uint8_t pith__pressed_forms[PITH__PRESSED_FORMS * PITH__PRESSED_FORM + 1];
extern const uint8_t pith__pressed_edge[PITH__PRESSED_FORM + 1]; /* a sum of four */
extern const uint8_t pith__pressed_places[PITH__PLACE_ROWS * PITH__PAIR + 1];
extern const uint8_t pith__pressed_glances[PITH__GLANCE_ROWS * PITH__LABELS + 1];
extern const int16_t pith__pressed_turns[PITH__PRESSED_LOOKS][PITH__KINDS][PITH__LABELS]
                                        [PITH__LABELS];

/* In the turns of a kind, row d has for each label what it gains behind label ^ d: so a row is
 * added to the sums of all labels with these changed round. */
static inline void pith__turns_press(const int16_t turns[PITH__LABELS][PITH__LABELS],
                                     int16_t pressed[PITH__LABELS][PITH__LABELS])
{
    for (int d = 0; d < PITH__LABELS; d++) {
        for (int label = 0; label < PITH__LABELS; label++)
            pressed[d][label] = turns[label ^ d][label];
    }
}

#endif
