/* The second look of the tagger: what the labels of the first look tell of a token, where the cue
 * and the source are no longer a matter of words alone (stacked learning: Cohen and de Carvalho
 * 2005), and what is worth to look at only where something was found. */
#ifndef PITH_QUOTES_GLANCE_H
#define PITH_QUOTES_GLANCE_H

#include "quotes/trait.h"

typedef enum pith__label {
    PITH__LABEL_OUT,
    PITH__LABEL_TRAILING,      /* begins a content that follows its cue */
    PITH__LABEL_TRAILING_MORE, /* goes on with it */
    PITH__LABEL_LEADING,       /* begins a content that goes before its cue */
    PITH__LABEL_LEADING_MORE,
    PITH__LABEL_SOURCE,
    PITH__LABEL_SOURCE_MORE,
    PITH__LABEL_CUE,
    PITH__LABELS
} pith__label;

enum { PITH__GLANCE_TRAITS = 20, PITH__GLANCE_ROWS = 24320 };

typedef struct pith__glance {
    uint8_t label;
    pith__side left, right;            /* of the words that are labelled as cues */
    uint8_t left_source, right_source; /* tokens to the nearest source, grouped */
} pith__glance;

typedef struct pith__glances {
    pith__glance items[PITH__UNIT_MAX];
    uint32_t count;
    uint32_t first_cue, last_cue; /* words; 0: there is none */
} pith__glances;

/* labels: of the first look. */
void pith__glances_fill(const pith__spot *spots, const uint8_t *labels, uint32_t count,
                        pith__glances *glances);

/* the glance rows of spot i. */
void pith__glance_rows(const pith__spot *spots, const pith__glances *glances, uint32_t i,
                       uint16_t rows[PITH__GLANCE_TRAITS]);

#endif
