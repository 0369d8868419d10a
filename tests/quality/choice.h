/* The summaries that could be made of a text, and what each is worth by the summaries that people
 * wrote of it. */
#ifndef PITH_QUALITY_CHOICE_H
#define PITH_QUALITY_CHOICE_H

#include "rouge.h"
#include "summary/score.h"
#include "summary/unit.h"

enum { PICKS = 3 }; /* sentences of a summary */

/* A summary that could be made. */
typedef struct choice {
    uint32_t sentence[PICKS]; /* in order; PITH_NONE behind the last */
    float reward;             /* 0 to 100 */
    float repeats;            /* terms said again, in sentences of mean weight */
} choice;

/* A text, and what is known of it. */
typedef struct reading {
    pith__arena *arena;
    pith__material material;
    pith__units units;
    rouge *rouge;
    rouge_text *sentence;  /* words of each */
    rouge_text *reference; /* and of each reference */
    size_t references;
} reading;

/* Combines the sentences of most worth, and those at the beginning of the text, to all the
 * summaries of PICKS sentences that the selection could make: quotations whole, nothing that leans
 * on a sentence left out. worth: one a sentence. Returns memory to be freed, and in *count how
 * many. */
choice *choices_find(const reading *r, const double *worth, uint32_t *count);

#endif
