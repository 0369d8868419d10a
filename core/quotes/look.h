/* The tagger's weights as they were fitted. */
#ifndef PITH_QUOTES_LOOK_H
#define PITH_QUOTES_LOOK_H

#include "quotes/glance.h"

enum {
    PITH__REACH = 2, /* tokens on either side whose forms tell something of a token */
    PITH__WINDOW = 2 * PITH__REACH + 1,
    PITH__NEVER = -8000,     /* of a label that may not follow: more than any two tokens can gain */
    PITH__WEIGHT_ZERO = 'P', /* the character of the weight 0 */
    PITH__WEIGHT_MOST = 45,  /* either way: two weights add up in a byte */
    PITH__FORM_MOST = 31     /* of a form: four do */
};

/* A character a weight. */
typedef struct pith__look {
    const char *forms;   /* of a row of a form: labels of each token in its window, the one that
                            stands PITH__REACH behind it first */
    const char *places;  /* of a row of a place: labels; NULL in the second look */
    const char *glances; /* of a row of a glance; NULL in the first */
    const int16_t (
        *turns)[PITH__LABELS][PITH__LABELS]; /* of a label behind another, by the kind of
                                                the token; PITH__NEVER where it may not */
} pith__look;

extern const pith__look pith__first_look, pith__second_look;

#endif
