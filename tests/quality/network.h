/* Networks that rank sentences, and how they are fitted. */
#ifndef PITH_QUALITY_NETWORK_H
#define PITH_QUALITY_NETWORK_H

#include "choice.h"
#include "summary/score_auto.h"

enum {
    FOLDS = 5,  /* for cross-validation */
    STARTS = 3, /* networks from different random numbers, of which the mean is taken */
    UNITS = PITH__HIDDEN / STARTS
};

typedef struct example {
    double weight;
    uint32_t source, fold, sentences;
    float (*row)[PITH__FEATURES]; /* by sentence */
    float text[PITH__TRENDS];
    choice *choice;
    uint32_t choices;
} example;

typedef PITH__ARRAY(example) examples;

/* Weighted sums of numbers and of their squares. */
typedef struct moments {
    double weight, sum, square;
} moments;

typedef struct scale {
    moments sentence[PITH__FEATURES], text[PITH__TRENDS];
} scale;

enum { WEIGHTS = PITH__FEATURES + (PITH__FEATURES + PITH__TRENDS + 2) * UNITS + 1 };

/* One of those that are fitted. */
typedef union network {
    double at[WEIGHTS];
    struct {
        double direct[PITH__FEATURES];
        double sentence[PITH__FEATURES][UNITS];
        double text[PITH__TRENDS][UNITS];
        double bias[UNITS];
        double output[UNITS];
        double repeats; /* the price of repetition */
    };
} network;

/* All of them; what they say is the mean of what each says. */
typedef struct mixture {
    network of[STARTS];
} mixture;

/* Brings all features to mean 0 and deviation 1; each text counts its weight. */
scale examples_standardize(examples *all);

/* Fits to all examples but those of one fold; none is left out if that is FOLDS. */
mixture network_fit(const examples *all, uint32_t left_out);

/* What the sentences of an example are worth. */
void network_worth(const mixture *m, const example *e, double *worth);

/* One network of all, for features as they are, and with 1 as the price of repetition; rounded to
 * thousandths. */
pith__auto_weights network_weights(const mixture *m, const scale *s);

#endif
